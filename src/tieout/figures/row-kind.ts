import type { LexedRow } from "../lex/lexed.ts";
import type { NumberToken } from "../lex/token.ts";
import type { TableMeaning } from "../meaning/table.ts";
import type { MeasureKind } from "./kind.ts";

/** What a row's cells count, by its label and by the signs its cells carry together. */
export interface RowKind {
  readonly kind: MeasureKind | undefined;
  /** How many cells hold a number that is no year. */
  readonly amounts: number;
  /** Whether all its numbers could be years. */
  readonly allYears: boolean;
}

export function rowKind(row: LexedRow, r: number, meaning: TableMeaning): RowKind {
  const line = meaning.rows[r]!;
  const columns = line.columns ?? meaning.columns;
  let amounts = 0;
  let years = 0;
  let percents = 0;
  let money = 0;
  let large = 0;
  for (const { cell, tokens } of row.cells) {
    if (cell.column <= meaning.labelColumns) continue;
    const column = columns[cell.column - 1];
    const token = tokens.find((t): t is NumberToken => t.kind === "number" && t.doubt !== "mark");
    if (token === undefined) continue;
    if (token.doubt === "year") years++;
    else amounts++;
    if (column?.kind === "percent-change" || column?.kind === "percent-of") continue;
    if (token.unit === "percent") percents++;
    if (token.currency !== undefined) money++;
    if (token.digits > LARGE && token.digits.toString().length - token.places > 3) large++;
  }
  return {
    kind: settled(line.kindOfCells, line.label, { percents, money, large }),
    amounts,
    allYears: amounts === 0 && years > 0,
  };
}

const LARGE = 999n;

/** The label's word holds unless the cells say otherwise: "Gross margin" in thousands is money, and so is "$" under "shares". */
function settled(
  said: MeasureKind | undefined,
  label: string,
  { percents, money, large }: { percents: number; money: number; large: number },
): MeasureKind | undefined {
  if (said === undefined) return undefined;
  if (said === "per-share") return large > 0 && money === 0 ? undefined : said;
  if (said === "percent") {
    if (percents > 0) return said;
    return money > 0 || large > 0 || !/%|per ?cent|\brate\b/i.test(label) ? undefined : said;
  }
  if (money > 0) return undefined;
  return percents > 0 && said !== "percentage-points" ? undefined : said;
}
