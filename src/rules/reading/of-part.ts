import { compare } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import { printsStatement, type RuleRow, type RuleTable } from "./rule-table.ts";
import { isSameAmount } from "./same-amount.ts";

const isRevenue = ({ named }: RuleRow): boolean => named?.family === "revenue" && named.basis === "GAAP";

/** The lines that the statements print as revenue: of the company as a whole, and of its parts. */
export const statedRevenue: (disclosure: Disclosure) => readonly RuleRow[] = remembered(({ tables }) =>
  tables.filter(printsStatement).flatMap(({ rows }) => rows.filter(isRevenue)),
);
/** Their amounts. */
const stated = remembered((disclosure: Disclosure) =>
  statedRevenue(disclosure).flatMap(({ figures }) => figures.flatMap(({ measured }) => measured ?? [])),
);

/**
 * Whether the revenue that a table prints is none of the statements, and less than one of them: its results are those of a segment, a subsidiary or a
 * business, whatever title it stands under. Of a segment ASC 280 has a measure of profit, and no net income. A statement may leave the line of the whole
 * without a name; what is more than all its parts is that.
 */
export function isOfPartByRevenue({ rows }: RuleTable, disclosure: Disclosure): boolean {
  const printed = rows
    .filter(isRevenue)
    .flatMap(({ figures }) => figures.flatMap((f) => (f.kind === "amount" && f.measured ? [f] : [])));
  if (printed.length === 0) return false;
  const known = stated(disclosure);
  // A summary in millions has what a statement has in thousands.
  const isStated = (f: Figure): boolean =>
    known.some((measured) => isSameAmount({ measured }, f.measured!) || isSameAmount(f, measured));
  const isLess = (f: Figure): boolean => known.some(({ value }) => compare(value, f.measured!.value) > 0);
  return printed.every((f) => isLess(f) && !isStated(f));
}
