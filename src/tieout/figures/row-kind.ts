import type { LexedRow } from "../lex/lexed.ts";
import type { NumberToken } from "../lex/token.ts";
import { isPlainCount, isPlainPercent, isPlainShares } from "../meaning/lexicon.ts";
import type { StatementKind, TableMeaning } from "../meaning/table.ts";
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
  let decimals = 0;
  let nonzero = 0;
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
    if (token.places > 0) decimals++;
    if (token.digits > 0n) nonzero++;
    if (token.digits > LARGE && token.digits.toString().length - token.places > 3) large++;
  }
  return {
    kind: settled(line.kindOfCells, line.label, meaning, { percents, money, large, decimals, nonzero }),
    amounts,
    allYears: amounts === 0 && years > 0,
  };
}

const LARGE = 999n;

interface Cells {
  readonly percents: number;
  readonly money: number;
  readonly large: number;
  readonly decimals: number;
  readonly nonzero: number;
}

/** The label's word holds unless the cells say otherwise: "Gross margin" in thousands is money, and so is "$" under "shares". */
function settled(
  said: MeasureKind | undefined,
  label: string,
  { scale, statement }: TableMeaning,
  cells: Cells,
): MeasureKind | undefined {
  const { percents, money, large, decimals, nonzero } = cells;
  switch (said) {
    case undefined:
      return undefined;
    case "per-share":
      return (large > 0 && money === 0) || (decimals === 0 && nonzero > 0 && scale > 0) ? undefined : said;
    case "percent":
      return percents > 0 || (money === 0 && large === 0 && isPlainPercent(label)) ? said : undefined;
    case "count":
      return money > 0 || percents > 0 || (scale > 0 && !isPlainCount(label)) ? undefined : said;
    case "percentage-points":
      return money > 0 ? undefined : said;
    case "shares":
      return money > 0 || percents > 0 || (isOfMoney(statement) && !isPlainShares(label)) ? undefined : said;
    default:
      return money > 0 || percents > 0 ? undefined : said;
  }
}

/** Statements whose rows are money unless they say otherwise. */
const isOfMoney = (statement: StatementKind | undefined): boolean => statement === "cash" || statement === "balance";
