import { absolute, add, divide, isCloser, multiply, type Rational, rational } from "../../exact/rational.ts";
import type { Family } from "../names/family.ts";
import { anyCase, says } from "../pattern.ts";
import { inColumn, linesBetween } from "../reading/foots.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { RETURNS } from "../reconciliation/computed.ts";

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

/** Ratios that have a table of their own; a margin stands below its amount in any list of key figures. */
const COMPUTED: ReadonlySet<Family> = new Set<Family>([...RETURNS, "leverage", "debt-ratio"]);
/** No table that works out one ratio has more rows. */
const COMPUTES_MOST = 9;

/**
 * Whether a short table comes to a ratio below a row by dividing it, or by it: there the amount is what the ratio is worked out from, and the rule of ratios
 * asks for that under GAAP.
 */
export function isDivided(row: RuleRow, { rows }: RuleTable): boolean {
  const last = rows.at(-1);
  if (rows.length > COMPUTES_MOST || last?.named === undefined || last.row <= row.row) return false;
  // A list of key figures has revenue, and may end with such a ratio.
  if (!COMPUTED.has(last.named.family) || rows.some(({ named }) => named?.family === "revenue")) return false;
  const ratios = last.figures.filter((f) => f.kind === "percent" || f.kind === "ratio" || f.kind === "count");
  return ratios.some(({ where, measured }) => {
    const own = where.kind === "table" ? inColumn(row, where.column) : undefined;
    if (where.kind !== "table" || measured === undefined || own === undefined || own.value.n === 0n) return false;
    const isIt = (value: Rational): boolean => isCloser(absolute(value), absolute(measured.value), measured.quantum);
    return rows.some((r) => {
      const other = r === row || r === last ? undefined : inColumn(r, where.column);
      if (other === undefined || other.value.n === 0n || other.unit !== own.unit) return false;
      return isIt(divide(own.value, other.value)) || isIt(divide(other.value, own.value));
    });
  });
}

/** Whether a row, or its whole table, tells what would come of a change. */
export const isSensitivity = ({ label }: RuleRow, { title }: RuleTable): boolean =>
  says(SENSITIVITY, label) || says(OF_SENSITIVITY, title);
/** "1% change in fuel on adjusted EPS": what would move a measure, and none of its amounts. */
const SENSITIVITY = anyCase(
  /\b\d[\d.]*(?: ?(?:%|percent|basis points?|bps?)| cents?)? (?:change|increase|decrease|move|rise|fall|shift) (?:in|of|on)\b|\bsensitivit(?:y|ies)\b/,
);
const OF_SENSITIVITY = anyCase(/\bsensitivit(?:y|ies)\b/);
