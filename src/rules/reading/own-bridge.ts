import type { Period } from "../../calendar/period.ts";
import { negate, ONE, sign } from "../../exact/rational.ts";
import { labelStems } from "../../tieout/across/name.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { judge } from "../../tieout/prove/verdict.ts";
import { columnsAt } from "../../tieout/relations/sheet.ts";
import { isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { remembered } from "../remembered.ts";
import { figureIn } from "./foots.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

/** The reconciliation of one measure of the company's own for one period: lines that lead from the measure under GAAP to it, and that foot. */
export interface Bridge {
  readonly family: Family;
  /** The block that it stands in, from 0. */
  readonly block: number;
  /** The stems of the measure's label. */
  readonly name: ReadonlySet<string>;
  readonly period: Period;
  readonly start: Line;
  /** The adjustments, those too that have no amount in this period. */
  readonly lines: readonly Line[];
  readonly total: Line & { readonly figure: Figure };
}

export interface Line {
  readonly label: string;
  readonly stems: ReadonlySet<string>;
  /** Undefined where a dash or nothing stands. */
  readonly figure: Figure | undefined;
  /** Of its label. */
  readonly start: number;
  readonly end: number;
  /** Both from 1, as the report has them. */
  readonly table: number;
  readonly row: number;
}

/** A reconciliation of more lines is a statement. */
const MOST_LINES = 30;
/** No release has more reconciliations; each is held against each. */
const MOST = 400;
/** Kinds of amounts that adjustments can be added to. */
const AMOUNTS: ReadonlySet<string> = new Set(["amount", "per-share"]);

/** Every reconciliation that foots, in each period that it is given for. */
export const bridgesIn: (tables: readonly RuleTable[]) => readonly Bridge[] = remembered((tables) =>
  tables.flatMap(bridgesOf).slice(0, MOST),
);

function bridgesOf(table: RuleTable): readonly Bridge[] {
  const { rows } = table;
  return rows.flatMap((total, at) => {
    const { named } = total;
    if (named?.basis !== "non-GAAP" || named.family === "revenue") return [];
    const above = rows.slice(Math.max(0, at - MOST_LINES - 1), at).reverse();
    const up = spanOf(total, above);
    // A reconciliation that is turned round begins with the company's own measure.
    const span = up ?? spanOf(total, rows.slice(at + 1, at + MOST_LINES + 2));
    if (span === undefined) return [];
    return total.figures.flatMap((figure) => bridgeAt(figure, total, span, up === undefined, table) ?? []);
  });
}

interface Span {
  readonly start: RuleRow;
  readonly lines: readonly RuleRow[];
}

/** The rows up to the nearest measure under GAAP that leads to this one; what stands between and is a measure of the company's own is a subtotal. */
function spanOf({ named: own }: RuleRow, rows: readonly RuleRow[]): Span | undefined {
  const end = rows.findIndex(({ named }) => named?.basis === "GAAP" && isComparable(own!.family, named.family));
  if (end < 1) return undefined;
  const lines = rows.slice(0, end).filter(({ named }) => named?.basis !== "non-GAAP" || named.family === "revenue");
  return lines.length === 0 || lines.length > MOST_LINES ? undefined : { start: rows[end]!, lines };
}

function bridgeAt(
  figure: Figure,
  total: RuleRow,
  { start, lines }: Span,
  isTurned: boolean,
  { table, block, reading }: RuleTable,
): Bridge | undefined {
  const { where, period, measured } = figure;
  if (where.kind !== "table" || period === undefined || measured === undefined || !AMOUNTS.has(figure.kind))
    return undefined;
  const head = columnsAt(reading.meaning, total.row)[where.column - 1];
  if (head !== undefined && head.kind !== "amount") return undefined;
  const lineOf = (row: RuleRow): Line => {
    const there = figureIn(row, where.column);
    const isAmount = there?.measured?.unit === measured.unit && sign(there.measured.value) !== 0;
    const place = { start: row.start, end: row.end, table, row: row.row + 1 };
    return { label: row.label, stems: labelStems(row.label), figure: isAmount ? there : undefined, ...place };
  };
  const from = lineOf(start);
  const all = lines.map(lineOf);
  if (from.figure === undefined) return undefined;
  const filled = all.flatMap((line) => line.figure ?? []);
  const isLess = lines.flatMap((row, i) =>
    all[i]!.figure === undefined ? [] : [reading.meaning.rows[row.row]?.contra === true],
  );
  if (filled.length === 0 || !foots(from.figure, filled, isLess, figure, isTurned)) return undefined;
  const { family } = total.named!;
  const name = labelStems(total.label);
  return { family, block, name, period, start: from, lines: all, total: { ...lineOf(total), figure } };
}

/** Whether the lines lead from the one amount to the other, as they are signed or with what is called taken off taken off. */
function foots(
  from: Figure,
  lines: readonly Figure[],
  isLess: readonly boolean[],
  to: Figure,
  isTurned: boolean,
): boolean {
  const all = [from, ...lines, to];
  const isFooting = (isTaken: (i: number) => boolean): boolean => {
    const terms = [from, ...lines].map((_, i) => ({
      figure: i,
      times: i > 0 && isTaken(i - 1) !== isTurned ? negate(ONE) : ONE,
    }));
    const { verdict } = judge({ kind: "sum", terms, result: all.length - 1 }, all);
    return verdict === "forced" || verdict === "consistent" || verdict === "attainable";
  };
  return isFooting(() => false) || isFooting((i) => isLess[i]! && sign(lines[i]!.measured!.value) > 0);
}
