import type { Books, Deal, FiscalMonth } from "../books/books.ts";

/** When an entity is the group's, in numbers of months from zero. */
export interface Membership {
  /** The first month that has results of it. */
  readonly first: number;
  /** Past the last month that has results of it. */
  readonly end: number;
  /** Past the last month at whose end its balances are the group's: less than `end` by one where it was disposed of. */
  readonly held: number;
  readonly acquired: DealInMonth | undefined;
  readonly disposed: DealInMonth | undefined;
}

export interface DealInMonth {
  readonly deal: Deal;
  readonly month: number;
}

/** The number of the month that a day lies in: -1 before the first one, the number of months after the last. */
function monthAt(months: readonly FiscalMonth[], day: string): number {
  const first = months[0];
  if (first === undefined || day < first.start) return -1;
  const at = months.findIndex(({ end }) => day <= end);
  return at < 0 ? months.length : at;
}

/**
 * From the acquisition's closing day to the disposal's (ASC 805-10-25-6, 810-10-40-4). A deal before the first month has no effect here but that the
 * entity is in the opening balances, or in no month at all; one after the last month likewise.
 */
export function membershipOf(books: Books, entity: string): Membership | undefined {
  const { months } = books.company;
  const deals = books.deals.filter((deal) => deal.entity === entity).sort((a, b) => (a.date < b.date ? -1 : 1));
  const bought = deals.find(({ kind }) => kind === "acquired");
  const sold = deals.find(({ kind, date }) => kind === "disposed" && (bought === undefined || date >= bought.date));
  const acquiredIn = bought === undefined ? -1 : monthAt(months, bought.date);
  const disposedIn = sold === undefined ? months.length : monthAt(months, sold.date);
  if (acquiredIn === months.length || disposedIn === -1) return undefined;
  const inside = disposedIn < months.length;
  return {
    first: acquiredIn === -1 ? 0 : acquiredIn,
    end: inside ? disposedIn + 1 : months.length,
    held: disposedIn,
    acquired: bought === undefined || acquiredIn === -1 ? undefined : { deal: bought, month: acquiredIn },
    disposed: sold === undefined || !inside ? undefined : { deal: sold, month: disposedIn },
  };
}

/** Are the results of the entity shown in discontinued operations (ASC 205-20-45-3)? */
export const isDiscontinued = (books: Books, entity: string): boolean =>
  books.deals.some((deal) => deal.entity === entity && deal.discontinued);
