import { samePeriod } from "../../calendar/period.ts";
import { absolute, compare, multiply, type Rational, rational } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isSetInCents } from "../reading/led.ts";
import { EARNED, quoted } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { at } from "../reading/placed.ts";
import { isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

/** Measures of the company's own that tax is no part of: what is adjusted on the way to them is shown before it. */
const BEFORE_TAX: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit", "operating-income", "pre-tax-income"]);

/** No rate of tax takes more of an adjustment, nor does anybody round so little. */
const MOST_LEFT = rational(19n, 20n);
const LEAST_LEFT = rational(1n, 2n);

interface Twice {
  readonly row: RuleRow;
  readonly table: RuleTable;
  readonly after: Figure;
  readonly before: Figure;
  readonly other: RuleTable;
}

/**
 * Adjustments that one reconciliation, of earnings, has with a smaller amount than another, of a measure before tax, has under the same name for the same
 * period, where the first has no line for the tax on them: the tax has gone out of each (C&DI 102.11). The figures tell it, and no word does. One finding.
 */
export function shownTwice(disclosure: Disclosure, remedy: string): readonly Found[] {
  const bridges = disclosure.tables.filter((t) => t.kind !== "statement" && !isAcross(t) && !isOwnStatement(t));
  const before = bridges.flatMap((table) => linesTo(BEFORE_TAX, table).map((row) => ({ table, row })));
  if (before.length === 0) return [];
  const all = bridges.flatMap((table) => {
    if (table.rows.some(({ label }) => IS_OF_TAX.test(label)) || hasTaxColumn(table)) return [];
    const lines = linesTo(EARNED, table);
    const found = lines.flatMap((row) => twiceOf(row, table, before));
    // What a share has of the same adjustment is shown as the amount is.
    return [...found, ...found.flatMap((one) => perShareOf(one, table))];
  });
  const placed = all.map((one) => ({ ...one, ...at(one.row) }));
  return toldOnce(disclosure, placed, ({ row, table, after, before: printed, other }) => ({
    message: `Table ${table.table} shows ${quoted(row.label)} with ${after.text}, and table ${other.table} with ${printed.text} before tax: the tax on it has gone out of it, and is no line of the reconciliation.`,
    remedy,
    figures: [after.id, printed.id],
  }));
}
/** A line for the tax on the adjustments, and not for tax that is an adjustment itself. */
const IS_OF_TAX = anyCase(
  /\btax(?:es)? (?:effects?|impacts?|adjustments?|on|related|benefit)\b|\b(?:effects?|impacts?) of (?:\w+ )?tax|\bnet of (?:\w+ )?tax|\b(?:after|pre|post)[- ]tax\b|^\W{0,3}(?:income )?tax(?:es)?\b/,
);

/** "Pre-Tax", "Tax Impact", "After-Tax": each adjustment is shown with its tax. */
const hasTaxColumn = ({ reading: { meaning } }: RuleTable): boolean =>
  meaning.columns.some(({ head }) => /\btax\b/.test(inSmall(head)));

/** The lines that name no measure, between a measure under GAAP and the first below it that is the company's own and of a family. */
function linesTo(families: ReadonlySet<Family>, { rows }: RuleTable): readonly RuleRow[] {
  const to = rows.findIndex((r) => isOwn(r) && families.has(r.named!.family) && !r.figures.every(isSetInCents));
  const from = rows.findIndex((r) => r.named?.basis === "GAAP");
  return from < 0 || to < from ? [] : rows.slice(from + 1, to).filter((r) => r.named === undefined);
}

function twiceOf(
  row: RuleRow,
  table: RuleTable,
  all: readonly { readonly table: RuleTable; readonly row: RuleRow }[],
): readonly Twice[] {
  const label = plain(row.label);
  for (const other of all) {
    if (other.table === table || plain(other.row.label) !== label) continue;
    const isThere = (f: Figure): boolean =>
      f.measured !== undefined && other.row.figures.some((g) => isSameAmount(g, f.measured!));
    for (const after of row.figures)
      for (const before of other.row.figures)
        if (isAfterTax(after, before) && !isThere(after)) return [{ row, table, after, before, other: other.table }];
  }
  return [];
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\(\w{1,2}\)|[^\p{L} ]/gu, "")
    .trim();

/** Whether one amount is what tax has left of the other. */
function isAfterTax(after: Figure, before: Figure): boolean {
  const [a, b] = [after.measured, before.measured];
  if (a === undefined || b === undefined || a.unit !== b.unit || after.kind !== "amount") return false;
  if (after.period === undefined || before.period === undefined || !samePeriod(after.period, before.period))
    return false;
  const [left, whole] = [absolute(a.value), absolute(b.value)];
  const isWithin = (part: Rational, way: -1 | 1): boolean => compare(left, multiply(whole, part)) !== way;
  // What is rounded to a figure of one digit may be off by half of itself.
  return compare(left, multiply(a.quantum, rational(2n))) > 0 && isWithin(MOST_LEFT, 1) && isWithin(LEAST_LEFT, -1);
}

/** The rows of the same name below it in the same table, in cents. */
const perShareOf = (one: Twice, { rows }: RuleTable): readonly Twice[] =>
  rows
    .filter((r) => r.row > one.row.row && r.figures.some(isSetInCents) && plain(r.label) === plain(one.row.label))
    .map((row) => ({ ...one, row }));
