import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import { printsStatement, type RuleRow, type RuleTable } from "./rule-table.ts";
import { isSameAmount } from "./same-amount.ts";

const isRevenue = ({ named }: RuleRow): boolean => named?.family === "revenue" && named.basis === "GAAP";

/** What the statements print as revenue: of the company as a whole, and of its lines. */
const stated = remembered(({ tables }: Disclosure) =>
  tables
    .filter(printsStatement)
    .flatMap(({ rows }) =>
      rows.filter(isRevenue).flatMap(({ figures }) => figures.flatMap(({ measured }) => measured ?? [])),
    ),
);

/**
 * Whether the revenue that a table prints is no revenue of the statements: its results are those of a segment, a subsidiary or a business, whatever
 * title it stands under. Of a segment ASC 280 has a measure of profit, and no net income.
 */
export function isOfPartByRevenue({ rows }: RuleTable, disclosure: Disclosure): boolean {
  const printed = rows
    .filter(isRevenue)
    .flatMap(({ figures }) => figures.filter((f) => f.kind === "amount" && f.measured !== undefined));
  const known = stated(disclosure);
  return (
    printed.length > 0 &&
    known.length > 0 &&
    // A summary in millions has what a statement has in thousands.
    !printed.some((f) => known.some((measured) => isSameAmount({ measured }, f.measured!) || isSameAmount(f, measured)))
  );
}
