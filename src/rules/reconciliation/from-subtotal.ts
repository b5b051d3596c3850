import { isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { keyOf } from "../names/learned.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { isOwn, type RuleTable } from "../reading/rule-table.ts";

/**
 * Whether a table leads to a measure from a subtotal that is itself led to, or goes on to, the measure under GAAP: "funds flow from operations less capital
 * expenditures is free cash flow", where the statement of cash flows has funds flow as a line of its own, or another table adds up from the one to the
 * other. `group` has the families that the measure may be named by, the first of them that which it is compared by.
 */
export function isFromSubtotal(group: readonly Family[], table: RuleTable, { tables }: Disclosure): boolean {
  const [first] = table.rows;
  const to = table.rows.find((r) => isOwn(r) && group.includes(r.named!.family));
  if (first === undefined || !isOwn(first) || to === undefined || to.row <= first.row || table.kind === "statement")
    return false;
  const key = keyOf(first.label);
  const runsOn = (t: RuleTable): boolean => {
    const from = t === table || t.kind === "guidance" ? undefined : t.rows.find(({ label }) => keyOf(label) === key);
    return (
      from !== undefined &&
      t.rows.some(
        (r) =>
          r.named?.basis === "GAAP" &&
          isComparable(group[0]!, r.named.family) &&
          (t.kind === "statement" ? r.row > from.row : foots(from, r, linesBetween(t, from, r))),
      )
    );
  };
  return tables.some(runsOn) && foots(first, to, linesBetween(table, first, to));
}
