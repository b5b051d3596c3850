import { add, isCloser, multiply, rational } from "../../exact/rational.ts";
import type { Measured } from "../../tieout/figures/figure.ts";
import { anyCase, says } from "../pattern.ts";
import { linesBetween } from "../reading/foots.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";

/** "Sales without dealers" among lines that add up to all sales: a part of them by who buys, and no measure of the company's own. */
export const isPartOfWhole = (row: RuleRow, whole: RuleRow | undefined, table: RuleTable): boolean => {
  const first = table.rows[0];
  if (whole === undefined || first === undefined || whole.row <= row.row || !table.rows.includes(whole)) return false;
  const lines = linesBetween(table, first, whole);
  return first.named?.basis !== "GAAP" && lines.length > 0 && areParts([first, ...lines], whole);
};

/** Whether the lines, none of them taken off, come to the whole in each column that all of them have. */
function areParts(lines: readonly RuleRow[], whole: RuleRow): boolean {
  const columns = whole.figures.flatMap((f) =>
    f.where.kind === "table" && f.kind === "amount" ? [f.where.column] : [],
  );
  const inColumn = (r: RuleRow, column: number): Measured | undefined =>
    r.figures.find((f) => f.where.kind === "table" && f.where.column === column)?.measured;
  return (
    columns.length > 0 &&
    columns.every((column) => {
      const all = inColumn(whole, column);
      const parts = lines.flatMap((r) => inColumn(r, column) ?? []);
      if (all === undefined || parts.length !== lines.length) return false;
      const sum = parts.map(({ value }) => value).reduce(add);
      return isCloser(sum, all.value, multiply(all.quantum, rational(BigInt(parts.length + 1))));
    })
  );
}

/** Whether a row, or its whole table, tells what would come of a change. */
export const isSensitivity = ({ label }: RuleRow, { title }: RuleTable): boolean =>
  says(SENSITIVITY, label) || says(OF_SENSITIVITY, title);
/** "1% change in fuel on adjusted EPS": what would move a measure, and none of its amounts. */
const SENSITIVITY = anyCase(
  /\b\d[\d.]*(?: ?(?:%|percent|basis points?|bps?)| cents?)? (?:change|increase|decrease|move|rise|fall|shift) (?:in|of|on)\b|\bsensitivit(?:y|ies)\b|\b(?:impact|effect) (?:of|on)\b/,
);
const OF_SENSITIVITY = anyCase(/\bsensitivit(?:y|ies)\b/);
