import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/**
 * Revenue of the company's own in a summary of results that goes down to net income under GAAP and on from it to the company's own, where no row has revenue
 * as reported: the statements print it further down. Of summaries that lead on to nothing the key figures are told of elsewhere. One finding for all periods.
 */
export function ownRevenueAlone(disclosure: Disclosure): readonly Found[] {
  const isStated = disclosure.tables.some(
    ({ kind, rows }) => kind === "statement" && rows.some((r) => isRevenue(r, "GAAP")),
  );
  if (!isStated) return [];
  const all = disclosure.tables.filter(isSummary).flatMap((t) => {
    const own = t.rows.find((r) => isRevenue(r, "non-GAAP"));
    const isLed = own !== undefined && t.rows.some((r) => r.row > own.row && isNetIncome(r));
    return isLed && !t.rows.some((r) => r.named?.family === "revenue" && r.named.basis === "GAAP")
      ? [{ ...own, table: t.table }]
      : [];
  });
  return toldOnce(disclosure, all, ({ table, label, figures }) => ({
    message: `Table ${table} goes from ${quoted(label)} down to net income, and has no row for revenue as reported.`,
    remedy: "Give revenue as reported a row above it.",
    figures: figures.slice(0, 1).map(({ id }) => id),
  }));
}

const isSummary = (t: RuleTable): boolean =>
  RESULTS.has(t.part) && t.kind === "reconciliation" && t.ownBy === undefined && !isAcross(t);
const isRevenue = ({ named, figures }: RuleRow, basis: "GAAP" | "non-GAAP"): boolean =>
  named?.family === "revenue" && named.basis === basis && figures.some(isMoney);
const isNetIncome = ({ named }: RuleRow): boolean => named?.family === "net-income" && named.basis === "GAAP";
