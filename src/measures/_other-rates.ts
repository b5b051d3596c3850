import type { MonthName } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { entriesLeaf, turned, turnOf } from "./_ledger.ts";
import type { Working } from "./fact.ts";
import type { Desk } from "./measure.ts";
import { none, product, sum } from "./working.ts";

/**
 * Entries at the rates of other months: each month's functional amounts times the average rate of the month that `monthOf` names (MEA-12: August at
 * the rate of last August, not of last quarter). Nil as a whole where one rate is missing, since the rest would pass for the whole.
 */
export function atOtherRates(
  desk: Desk,
  text: string,
  line: StatementLine,
  entries: readonly GroupEntry[],
  monthOf: (month: MonthName) => MonthName,
): Working {
  if (entries.length === 0) return none(`${text}: no entry`);
  const turn = turnOf(line);
  const groups = new Map<string, GroupEntry[]>();
  for (const entry of entries) {
    const key = `${entry.currency} ${entry.month}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [entry]);
    else list.push(entry);
  }
  const parts = [...groups.values()].map((list) => {
    const { currency = "", month = "" } = list[0] ?? {};
    if (currency === desk.group.presentation)
      return entriesLeaf(`${currency}, ${month}`, list, (entry) => turned(entry.amount, turn));
    const other = monthOf(month);
    const rate = desk.averageRate(currency, other);
    if (rate === undefined) return none(`${currency}: no average rate of ${other}`);
    const leaf = entriesLeaf(`in ${currency}, ${month}`, list, (entry) => turned(entry.functional, turn));
    return product(`${currency} of ${month} at the rate of ${other}`, [leaf, rate]);
  });
  const missing = parts.find((part) => part.value === "nil");
  return missing === undefined ? sum(text, parts) : none(`${text}: ${missing.text}`, "nil", parts);
}
