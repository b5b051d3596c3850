import type { Adjustment } from "../books/books.ts";
import { type Section, STATEMENT_LINES } from "../books/statement-line.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { ONE } from "../exact/rational.ts";
import { entriesLeaf, inMember } from "./_ledger.ts";
import { outsideShare } from "./_outside-share.ts";
import { monthsOf } from "./ask.ts";
import type { Working } from "./fact.ts";
import type { Ask } from "./measure.ts";
import { constant, difference, input, isNumber, negation, none, product, sum } from "./working.ts";

export const sectionOf = (row: Adjustment): Section => STATEMENT_LINES[row.placement].section;

/** Sections whose amounts are before tax, and so have a tax effect. */
export const BEFORE_TAX: readonly Section[] = ["revenue", "cost-of-sales", "operating-expense", "non-operating"];

/** The adjustments that a version of the definitions takes out, of some sections and of one category where the member has one. */
export const adjustmentsOf = (ask: Ask, sections: readonly Section[]): readonly Adjustment[] =>
  ask.desk.books.adjustments.filter(
    (row) => row.definitions.includes(ask.definition) && sections.includes(sectionOf(row)) && inCategory(ask, row),
  );

export const inCategory = (ask: Ask, row: Adjustment): boolean =>
  ask.member.category === undefined || ask.member.category === row.category;

/** The entries that one adjustment is made of, in the months of the period. */
export function adjustedEntries(ask: Ask, row: Adjustment): readonly GroupEntry[] {
  const { desk, member } = ask;
  return desk.ledger.tagged(row.placement, monthsOf(ask), row.tag).filter((entry) => inMember(entry, member));
}

/** What an adjustment adds to income: an expense that is taken out reads as positive, a gain as negative. */
export function adjustmentAmount(ask: Ask, row: Adjustment): Working {
  const title = `${row.category}: ${row.tag} in ${STATEMENT_LINES[row.placement].title}`;
  const entries = adjustedEntries(ask, row);
  return entries.length === 0 ? none(`${title}: no entry`) : entriesLeaf(title, entries, (entry) => entry.amount);
}

export const adjustmentSum = (ask: Ask, text: string, rows: readonly Adjustment[]): Working =>
  sum(
    text,
    rows.map((row) => adjustmentAmount(ask, row)),
  );

/** The tax that an adjustment carries: its amount times the statutory rate of its jurisdiction (MEA-52); negative where the amount adds to income. */
export function taxEffect(ask: Ask, row: Adjustment): Working {
  const amount = adjustmentAmount(ask, row);
  const text = `${row.category}: tax on ${row.tag} (${row.jurisdiction})`;
  if (!isNumber(amount.value)) return none(`${text}: no amount`, "nil", [amount]);
  return negation(text, product("amount * tax rate", [amount, input("tax rate", row.taxRate, row.place)]));
}

export const taxEffects = (ask: Ask, rows: readonly Adjustment[]): Working =>
  sum(
    "tax effects of the adjustments",
    rows.filter((row) => BEFORE_TAX.includes(sectionOf(row))).map((row) => taxEffect(ask, row)),
  );

/** What of the adjustments, after tax, belongs to others: the net income that they are added to is the parent's alone. */
export function outsideAdjustments(ask: Ask, rows: readonly Adjustment[]): Working {
  const parts: Working[] = [];
  for (const row of rows) {
    const kept = difference("1 - tax rate", [constant("one", ONE), input("tax rate", row.taxRate, row.place)]);
    const groups = new Map<string, GroupEntry[]>();
    for (const entry of adjustedEntries(ask, row)) {
      const key = `${entry.entity}\n${entry.month}`;
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    for (const entries of groups.values()) {
      const first = entries[0];
      const month = ask.span.months.find((one) => one.month === first?.month);
      const share =
        first === undefined || month === undefined ? undefined : outsideShare(ask.desk.books, first.entity, month.end);
      if (share === undefined || first === undefined) continue;
      const amount = entriesLeaf(`${row.tag} of ${first.entity}, ${first.month}`, entries, (entry) => entry.amount);
      parts.push(negation("their share", product("amount after tax * share of others", [amount, kept, share])));
    }
  }
  return parts.length === 0 ? none("no adjustment stands in a partly owned entity") : sum("shares of others", parts);
}
