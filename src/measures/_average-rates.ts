import type { Books, MonthName, SourcePlace } from "../books/books.ts";
import type { Group } from "../consolidation/group.ts";
import { ONE, type Rational } from "../exact/rational.ts";
import type { Working } from "./fact.ts";
import { constant, input } from "./working.ts";

/** The rates that the close used, and those of the file that it had no use for: a month's rate may be wanted for another year's amounts alone. */
export function averageRates(books: Books, group: Group): (currency: string, month: MonthName) => Working | undefined {
  const found = new Map<string, { readonly rate: Rational; readonly place: SourcePlace }>();
  for (const row of books.rates)
    if (row.kind === "average") found.set(`${row.currency} ${row.period}`, { rate: row.rate, place: row.place });
  for (const use of group.rates) found.set(`${use.currency} ${use.month}`, { rate: use.average, place: use.place });
  return (currency, month) => {
    if (currency === group.presentation) return constant(group.presentation, ONE);
    const rate = found.get(`${currency} ${month}`);
    return rate === undefined ? undefined : input(`${currency}, average of ${month}`, rate.rate, rate.place);
  };
}
