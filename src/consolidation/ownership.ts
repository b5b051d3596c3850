import type { Books } from "../books/books.ts";
import { type Day, ordinal, plusDays } from "../calendar/date.ts";
import { ONE, type Rational, ZERO } from "../exact/rational.ts";
import { minus, plus, times } from "../ledger/fraction.ts";

/** Days, both included, on which the group's share of an entity is the same. */
export interface Holding {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** What belongs to non-controlling interests: one less the effective share of the group's parent. */
  readonly outside: Rational;
}

export interface OwnershipBook {
  /** What of an entity belongs to non-controlling interests on a day, through all levels. */
  readonly outside: (entity: string, day: Day) => Rational;
  /** What nobody of the group owns itself: the outside owners of the entity alone, not those of its owners. */
  readonly directlyOutside: (entity: string, day: Day) => Rational;
  readonly holdings: (entity: string, from: Day, to: Day) => readonly Holding[];
  /** Is any of the entity ever outside? */
  readonly isShared: (entity: string) => boolean;
}

/**
 * The effective share of the group's parent: what it owns itself, and of what its entities own, its share of these (ASC 810-10-45-18). An entity that is
 * never listed is owned wholly by the parent.
 */
export function ownershipBook(books: Books): OwnershipBook {
  const rows = new Map<string, typeof books.ownership>();
  for (const row of books.ownership) rows.set(row.entity, [...(rows.get(row.entity) ?? []), row]);
  const starts = [
    ...new Set(books.ownership.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [plusDays(to, 1)])])),
  ].sort();
  const sold = new Map(books.deals.flatMap((deal) => (deal.kind === "disposed" ? [[deal.entity, deal.date]] : [])));
  // Rows end with the disposal: on the days of its month that are left, the owners are those of the last day.
  const rowsOn = (entity: string, day: Day): Rows | undefined => {
    const last = sold.get(entity);
    return inForce(rows.get(entity), last !== undefined && last < day ? last : day);
  };
  const stretches = new Map<string, Map<string, Rational>>();
  const outside = (entity: string, day: Day): Rational => {
    // Shares change on the days that rows start and end alone: one answer for each stretch between them.
    const stretch = starts.findLast((start) => start <= day) ?? "";
    let known = stretches.get(stretch);
    if (known === undefined) {
      known = new Map([[books.company.parent, ONE]]);
      stretches.set(stretch, known);
    }
    if (!known.has(entity)) resolve(entity, (each) => rowsOn(each, day), known);
    return minus(ONE, known.get(entity) ?? ZERO);
  };
  return {
    outside,
    directlyOutside: (entity, day) => {
      const mine = rowsOn(entity, day);
      if (mine === undefined || entity === books.company.parent) return ZERO;
      return mine.reduce((rest, row) => minus(rest, row.share), ONE);
    },
    isShared: (entity) => ["", ...starts].some((day) => outside(entity, day).n !== 0n),
    holdings: (entity, from, to) => {
      const cuts = [from, ...starts.filter((day) => day > from && day <= to)];
      return cuts.map((start, i) => {
        const end = cuts[i + 1] === undefined ? to : plusDays(cuts[i + 1]!, -1);
        return { from: start, to: end, days: ordinal(end) - ordinal(start) + 1, outside: outside(entity, start) };
      });
    },
  };
}

type Rows = Books["ownership"];

/** Undefined where nothing is ever said of the entity: it is the parent's. */
const inForce = (rows: Rows | undefined, day: Day): Rows | undefined =>
  rows?.filter(({ from, to }) => from <= day && (to === undefined || day <= to));

/**
 * Finds the share of an entity, and of all above it, each once. Entities that own each other in a circle are a finding of the books; here a share that is
 * asked for within its own circle reads as none, so that it comes to an end.
 */
function resolve(entity: string, rowsOf: (entity: string) => Rows | undefined, known: Map<string, Rational>): void {
  const begun = new Set<string>();
  const waiting = [entity];
  for (let each = waiting.at(-1); each !== undefined; each = waiting.at(-1)) {
    const rows = known.has(each) ? [] : rowsOf(each);
    if (rows === undefined) known.set(each, ONE);
    const above = (rows ?? []).map(({ parent }) => parent).filter((parent) => !known.has(parent) && !begun.has(parent));
    if (!known.has(each) && !begun.has(each) && above.length > 0) {
      begun.add(each);
      waiting.push(...above);
      continue;
    }
    waiting.pop();
    if (known.has(each)) continue;
    const shares = (rows ?? []).map((row) => times(row.share, known.get(row.parent) ?? ZERO));
    known.set(each, shares.reduce(plus, ZERO));
  }
}
