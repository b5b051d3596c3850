import { isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { keyOf } from "../names/learned.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { isOwn, type RuleTable } from "../reading/rule-table.ts";

/**
 * Whether a table leads to a measure from a subtotal on the face of the statements, which themselves go on from it to the measure under GAAP: "funds flow
 * from operations less capital expenditures is free cash flow", where the statement of cash flows has funds flow as a line of its own. `group` has the families that the
 * measure may be named by, the first of them that which it is compared by.
 */
export function isFromSubtotal(group: readonly Family[], table: RuleTable, { tables }: Disclosure): boolean {
  const [first] = table.rows;
  const to = table.rows.find((r) => isOwn(r) && group.includes(r.named!.family));
  if (first === undefined || to === undefined || to.row <= first.row || table.kind === "statement") return false;
  const key = keyOf(first.label);
  const runsOn = (t: RuleTable): boolean => {
    const at = t.kind === "statement" ? t.rows.findIndex(({ label }) => keyOf(label) === key) : -1;
    return (
      at >= 0 &&
      t.rows.slice(at + 1).some(({ named }) => named?.basis === "GAAP" && isComparable(group[0]!, named.family))
    );
  };
  return tables.some(runsOn) && foots(first, to, linesBetween(table, first, to));
}
