import type { Books, FiscalMonth, Rate, RateKind, SourcePlace } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { type NearestRow, nearestRows } from "../books/rate-cover.ts";
import type { Day } from "../calendar/date.ts";
import { ONE, type Rational } from "../exact/rational.ts";
import { over } from "./fraction.ts";

/** A rate with the words that say where it comes from: "average 2007-P07". */
export interface NamedRate {
  readonly rate: Rational;
  readonly text: string;
  readonly place: SourcePlace | undefined;
}

/** By the number of the month; undefined where none is known. */
export type RateList = readonly (NamedRate | undefined)[];

/**
 * Rates into the presentation currency by currency and the number of the month, from zero; -1 is the day before the first month. A rate that is
 * not there reads as one and is remembered: the close is refused afterwards, with all that were missing.
 */
export interface RateTable {
  readonly presentation: string;
  readonly average: (currency: string, month: number) => NamedRate;
  readonly closing: (currency: string, month: number) => NamedRate;
  /** The rates that have been asked for so far, by month: one list for a currency, in which others appear as they are asked for. */
  readonly averages: (currency: string) => RateList;
  readonly closings: (currency: string) => RateList;
  /**
   * Of what moves equity or comes in at a day: the historical rate of the day, of the month, of a day within the month; the average otherwise. On the last day
   * of a month that has no historical rate of its own, the closing rate is that of the day.
   */
  readonly ofFlow: (currency: string, month: number, day?: Day) => NamedRate;
  /** The average rate of a month by its name, which may lie before the first month. */
  readonly averageOf: (currency: string, month: string) => NamedRate;
  /** Units of the second currency for one of the first at the closing rates, by exact division. */
  readonly cross: (from: string, to: string, month: number) => Rational;
  readonly missing: () => readonly BooksFinding[];
}

const key = (kind: RateKind, currency: string, period: string): string => `${kind} ${currency} ${period}`;

interface Named {
  readonly given: ReadonlyMap<string, NamedRate>;
  /** Historical rates of days, by currency, ascending. */
  readonly days: ReadonlyMap<string, readonly (readonly [Day, NamedRate])[]>;
}

function named(rates: readonly Rate[]): Named {
  const given = new Map<string, NamedRate>();
  const days = new Map<string, [Day, NamedRate][]>();
  for (const { currency, period, kind, rate, place } of rates) {
    const entry: NamedRate = { rate, text: `${kind} ${period}`, place };
    given.set(key(kind, currency, period), entry);
    if (kind === "historical" && /^\d{4}-\d{2}-\d{2}$/.test(period)) {
      const list = days.get(currency);
      if (list === undefined) days.set(currency, [[period, entry]]);
      else list.push([period, entry]);
    }
  }
  for (const list of days.values()) list.sort(([a], [b]) => (a < b ? -1 : 1));
  return { given, days };
}

interface Answers<T> {
  readonly at: (currency: string, month: number) => T;
  /** Of the months from the first on. */
  readonly list: (currency: string) => readonly (T | undefined)[];
}

/** Each answer is looked for once: a close asks for the same few rates some hundred thousand times. */
function remembered<T>(look: (currency: string, month: number) => T): Answers<T> {
  const known = new Map<string, T[]>();
  const opening = new Map<string, T>();
  const list = (currency: string): T[] => {
    let months = known.get(currency);
    if (months === undefined) {
      months = [];
      known.set(currency, months);
    }
    return months;
  };
  const before = (currency: string): T => {
    const answer = opening.get(currency) ?? look(currency, -1);
    opening.set(currency, answer);
    return answer;
  };
  const at = (currency: string, month: number): T => {
    if (month < 0) return before(currency);
    const months = list(currency);
    const found = months[month];
    if (found !== undefined) return found;
    const answer = look(currency, month);
    months[month] = answer;
    return answer;
  };
  return { at, list };
}

export function rateTable(books: Books): RateTable {
  const { presentation, months } = books.company;
  const { given, days } = named(books.rates);
  const lacking = new Map<string, string[]>();
  const itself: NamedRate = { rate: ONE, text: "", place: undefined };
  const find = (kind: RateKind, currency: string, period: string): NamedRate => {
    if (currency === presentation) return itself;
    const found = given.get(key(kind, currency, period));
    if (found !== undefined && found.rate.n > 0n) return found;
    const periods = lacking.get(`${kind} ${currency}`);
    if (periods === undefined) lacking.set(`${kind} ${currency}`, [period]);
    else if (!periods.includes(period)) periods.push(period);
    return { rate: ONE, text: `${kind} ${period}`, place: undefined };
  };
  const period = (month: number): string => months[month]?.month ?? "opening";
  const average = remembered((currency, month) => find("average", currency, period(month)));
  const closing = remembered((currency, month) => find("closing", currency, period(month)));
  const ofMonth = remembered(
    (currency, month) =>
      given.get(key("historical", currency, period(month))) ??
      within(days.get(currency), months[month]) ??
      average.at(currency, month),
  );
  const ofDay = (currency: string, month: number, day: Day): NamedRate | undefined =>
    given.get(key("historical", currency, day)) ??
    given.get(key("historical", currency, period(month))) ??
    (day === months[month]?.end ? given.get(key("closing", currency, period(month))) : undefined);
  const crosses = new Map<string, Answers<Rational>>();
  return {
    presentation,
    average: average.at,
    closing: closing.at,
    averages: average.list,
    closings: closing.list,
    ofFlow: (currency, month, day) => {
      if (currency === presentation) return itself;
      return (day === undefined ? undefined : ofDay(currency, month, day)) ?? ofMonth.at(currency, month);
    },
    averageOf: (currency, month) => find("average", currency, month),
    cross: (from, to, month) => {
      let of = crosses.get(to);
      if (of === undefined) {
        of = remembered((currency, at) => over(closing.at(currency, at).rate, closing.at(to, at).rate));
        crosses.set(to, of);
      }
      return of.at(from, month);
    },
    missing: () => {
      const currencies = [...new Set([...lacking.keys()].map((what) => what.split(" ")[1]!))].sort();
      if (currencies.length === 0) return [];
      const near = nearestRows(books.rates, months, "books/rates.csv");
      return currencies.map((currency) => missing(currency, lacking, near));
    },
  };
}

const within = (
  days: readonly (readonly [Day, NamedRate])[] | undefined,
  month: FiscalMonth | undefined,
): NamedRate | undefined =>
  month === undefined ? undefined : days?.find(([day]) => day >= month.start && day <= month.end)?.[1];

/** One finding for each currency, whatever kinds of rates it lacks. */
function missing(currency: string, lacking: ReadonlyMap<string, readonly string[]>, near: NearestRow): BooksFinding {
  const kinds = (["average", "closing"] as const).flatMap((kind) => {
    const periods = [...(lacking.get(`${kind} ${currency}`) ?? [])].sort();
    return periods.length === 0 ? [] : [{ kind, periods }];
  });
  const said = kinds.map(({ kind, periods }) => `no ${kind} rate of ${currency} for ${periods.join(", ")}`);
  const rows = kinds.map(({ kind, periods }) => `${currency}, ${periods[0]}, ${kind}`);
  return {
    code: "rate-missing",
    about: "books",
    severity: "error",
    message: `books/rates.csv has ${said.join(" and ")}; amounts of ${currency} in these months cannot be brought into another currency.`,
    remedy: `Add a row for ${rows.join(", and one for ")}.`,
    places: [near(currency, kinds[0]?.periods[0] ?? "opening")],
  };
}
