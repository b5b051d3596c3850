import type { Books } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { type Ledger, ledgerOf } from "../ledger/ledger.ts";
import { rateTable } from "../ledger/rate-table.ts";
import { outOfBalance } from "../ledger/trial-balance.ts";
import type { IntercompanySide, Movement } from "../warehouse/warehouse.ts";
import { type Closing, subjectOf } from "./closing.ts";
import type { Group, RateUse } from "./group.ts";
import { membershipOf } from "./membership.ts";
import { prove } from "./prove.ts";
import { translationRollForward } from "./roll-forward.ts";
import { translate } from "./translate.ts";
import type { Translated } from "./translated.ts";

export interface GroupBooks {
  readonly books: Books;
  readonly movements: readonly Movement[];
  readonly intercompany: readonly IntercompanySide[];
}

/**
 * The group's accounts from the books of its entities. Undefined where a trial balance does not add to zero, a rate is missing or a name is not
 * declared: no amount could be relied on then. Any other error stands beside the accounts, so that they can be looked at.
 */
export function closeGroup({ books, movements }: GroupBooks): Passed<Group | undefined> {
  const { value: ledger, findings: undeclared } = ledgerOf(books, movements);
  const refused = [...undeclared, ...outOfBalance(ledger)];
  const rates = rateTable(books);
  const closing: Closing = { books, ledger, rates };
  const translated: Translated[] = [];
  for (const [code, entity] of ledger.entities) {
    const member = membershipOf(books, code);
    if (member !== undefined && entity.lines.length > 0)
      translated.push(translate(closing, subjectOf(closing, entity, member), []));
  }
  refused.push(...rates.missing());
  if (refused.length > 0) return { value: undefined, findings: refused };
  const group: Group = {
    presentation: books.company.presentation,
    months: ledger.months.map(({ month }) => month),
    income: translated.flatMap(({ income }) => income),
    balances: translated.flatMap(({ balances }) => balances),
    flows: [],
    nciIncome: new Map(),
    rollForwards: translated.flatMap((each) => translationRollForwards(each, ledger)),
    unmatched: [],
    rates: ratesUsed(closing),
  };
  const findings: BooksFinding[] = [...prove(group)];
  return { value: group, findings };
}

const translationRollForwards = (translated: Translated, ledger: Ledger) =>
  translated.months.flatMap((at, month) =>
    at === undefined ? [] : [translationRollForward(translated, month, ledger.months[month]!.month)],
  );

function ratesUsed({ books, ledger, rates }: Closing): RateUse[] {
  const { presentation, months } = books.company;
  const currencies = new Set([...ledger.entities.values()].map(({ entity }) => entity.currency));
  currencies.delete(presentation);
  return [...currencies].sort().flatMap((currency) =>
    months.map(({ month }, i) => {
      const [average, closing] = [rates.average(currency, i), rates.closing(currency, i)];
      const place = average.place ?? { path: "books/rates.csv", line: undefined, column: undefined };
      return { currency, month, average: average.rate, closing: closing.rate, place };
    }),
  );
}
