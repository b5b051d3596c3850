import { plusDays } from "../calendar/date.ts";
import { format } from "../exact/decimal.ts";
import { compare, multiply, type Rational, rational } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { Company, Deal, Entity, FiscalMonth, Opening, Rate, SourcePlace } from "./books.ts";
import { fileOf, type Say } from "./said.ts";

export interface RateNeeds {
  readonly company: Company;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly deals: readonly Deal[];
  readonly opening: readonly Opening[];
}

interface Need {
  /** The first entity that uses the currency, for the message. */
  readonly why: string;
  /** How many stretches begin with each month, less how many have ended with the one before: above zero in sum where one is open. */
  readonly opens: number[];
  opening: boolean;
}

/** Which rates the books cannot do without: average and closing of every month that an entity, or an opening balance of it, is in the currency. */
function needsOf({ company, entities, deals, opening }: RateNeeds): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  const stretches = stretchesOf(company, deals);
  const all = [0, company.months.length - 1] as const;
  const need = (currency: string, entity: string, why: string): Need | undefined => {
    if (currency === company.presentation) return undefined;
    const one = needs.get(currency) ?? {
      why,
      opens: new Array<number>(company.months.length + 1).fill(0),
      opening: false,
    };
    needs.set(currency, one);
    const [first, last] = stretches.get(entity) ?? all;
    if (first > last) return one;
    one.opens[first]! += 1;
    one.opens[last + 1]! -= 1;
    return one;
  };
  for (const { entity, currency } of entities.values())
    need(currency, entity, `${entity} keeps its books in ${currency}`);
  const seen = new Set<string>();
  for (const { entity, currency } of opening) {
    if (seen.has(`${entity} ${currency}`)) continue;
    seen.add(`${entity} ${currency}`);
    const one = need(currency, entity, `${entity} opens with balances in ${currency}`);
    // What was acquired later comes into the group at its fair value of that day.
    if (one !== undefined && (stretches.get(entity)?.[0] ?? 0) === 0) one.opening = true;
  }
  return needs;
}

/** First and last month that each entity with a deal is part of the group, as indexes. */
function stretchesOf({ months }: Company, deals: readonly Deal[]): ReadonlyMap<string, readonly [number, number]> {
  const stretches = new Map<string, readonly [number, number]>();
  const last = months.at(-1)?.end ?? "";
  const at = (date: string, otherwise: number): number => (date > last ? otherwise : firstThatEnds(months, date));
  for (const { entity, kind, date } of deals) {
    const [first, last] = stretches.get(entity) ?? [0, months.length - 1];
    stretches.set(entity, kind === "acquired" ? [at(date, months.length), last] : [first, at(date, last)]);
  }
  return stretches;
}

/** The index of the first month that ends on the day or behind it; the last where none does. */
function firstThatEnds(months: readonly FiscalMonth[], date: string): number {
  let low = 0;
  let high = months.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (months[middle]!.end < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many months are there to be closed: those behind the last that any rate is given of are months to come, which guidance speaks of. Where journals
 * have a line in one of them, the close asks for its rates.
 */
export function monthsWithRates(months: readonly FiscalMonth[], rates: readonly Rate[]): number {
  const given = new Set(rates.map(({ period }) => period));
  const last = months.findLastIndex(({ month }) => given.has(month));
  return last < 0 ? months.length : last + 1;
}

/** One finding for each currency and stretch of months that lack the same kinds of rates. */
export function checkRateCover(rates: readonly Rate[], needs: RateNeeds, path: string, say: Say): void {
  const given = new Set(rates.map((rate) => `${rate.currency} ${rate.period} ${rate.kind}`));
  const { months } = needs.company;
  const near = nearestRows(rates, months, path);
  const isGiven = (currency: string, period: string, kind: string): boolean =>
    given.has(`${currency} ${period} ${kind}`);
  for (const [currency, need] of needsOf(needs)) {
    if (need.opening && !isGiven(currency, "opening", "closing")) sayOpening(currency, need.why, months, near, say);
    let open = 0;
    const lacks = months.slice(0, monthsWithRates(months, rates)).map((m, i) => {
      open += need.opens[i]!;
      return open > 0
        ? ["average", "closing"].filter((kind) => !isGiven(currency, m.month, kind)).join(" and no ")
        : "";
    });
    for (let i = 0; i < lacks.length; ) {
      let end = i + 1;
      while (end < lacks.length && lacks[end] === lacks[i]) end++;
      if (lacks[i] !== "") sayMissing(currency, lacks[i]!, months.slice(i, end), need.why, near, say);
      i = end;
    }
  }
}

/** The row of rates.csv beside which a missing one belongs. */
export type NearestRow = (currency: string, period: string) => SourcePlace;

/** Of the currency's rows that nearest in time, the earlier of two as near, the first of one period; the file where it has none. */
export function nearestRows(rates: readonly Rate[], months: readonly FiscalMonth[], path: string): NearestRow {
  const order = new Map(["opening", ...months.map(({ month }) => month)].map((period, i) => [period, i]));
  const own = new Map<string, Rate[]>();
  for (const rate of rates) {
    const known = own.get(rate.currency);
    if (known === undefined) own.set(rate.currency, [rate]);
    else known.push(rate);
  }
  return (currency, period) => {
    const wanted = order.get(period) ?? 0;
    let best: { readonly far: number; readonly place: SourcePlace } | undefined;
    for (const rate of own.get(currency) ?? []) {
      const at = order.get(rate.period);
      const far = at === undefined ? Number.POSITIVE_INFINITY : Math.abs(at - wanted);
      if (best === undefined || far < best.far) best = { far, place: rate.place };
    }
    return best?.place ?? fileOf(path);
  };
}

function sayMissing(
  currency: string,
  kinds: string,
  months: readonly FiscalMonth[],
  why: string,
  near: NearestRow,
  say: Say,
): void {
  const first = months[0]!.month;
  const last = months.at(-1)!.month;
  const stretch = months.length === 1 ? first : `${first} to ${last} (${months.length} months)`;
  const rows = kinds.split(" and no ").map((kind) => `${currency},${first},${kind}`);
  say(
    "rate-missing",
    near(currency, first),
    `${currency} has no ${kinds} rate for ${stretch}; ${why}.`,
    `Add ${months.length === 1 && rows.length === 1 ? "the row" : "the rows"} ${rows.join(" and ")}${months.length === 1 ? "" : ", and so on up to the last"}, with the rate and what it is per.`,
  );
}

function sayOpening(currency: string, why: string, months: readonly FiscalMonth[], near: NearestRow, say: Say): void {
  const day = months[0] === undefined ? "" : ` (${plusDays(months[0].start, -1)})`;
  say(
    "rate-missing",
    near(currency, "opening"),
    `${currency} has no closing rate for the day before the first month${day}; ${why}.`,
    `Add a row of ${currency} with the period opening and the kind closing.`,
  );
}

/** Rates that stand side by side are near each other; two that are not have most often one that is quoted the other way round. */
export function checkRatesNear(rates: readonly Rate[], { months }: Company, say: Say): void {
  const order = new Map(
    ["opening closing", ...months.flatMap(({ month }) => [`${month} average`, `${month} closing`])].map((key, i) => [
      key,
      i,
    ]),
  );
  const byCurrency = new Map<string, { readonly rate: Rate; readonly at: number }[]>();
  for (const rate of rates) {
    const at = order.get(`${rate.period} ${rate.kind}`);
    if (at === undefined) continue;
    const own = byCurrency.get(rate.currency) ?? [];
    byCurrency.set(rate.currency, own);
    own.push({ rate, at });
  }
  for (const own of byCurrency.values()) {
    const inOrder = own.sort((a, b) => a.at - b.at).map(({ rate }) => rate);
    const far = inOrder.findIndex((rate, i) => i > 0 && isFar(inOrder[i - 1]!.rate, rate.rate));
    if (far > 0) sayFar(inOrder[far - 1]!, inOrder[far]!, say);
  }
}

/** A quarter within half a month: more than all but the gravest devaluations, and less than what most inverted quotes differ by. */
const FAR: Rational = { n: 5n, d: 4n };
const isFar = (a: Rational, b: Rational): boolean =>
  compare(a, multiply(b, FAR)) > 0 || compare(b, multiply(a, FAR)) > 0;

const rateText = (rate: Rational): string => format(round(rate, rational(1n, 1_000_000n), "halfExpand"));

function sayFar(before: Rate, rate: Rate, say: Say): void {
  say(
    "rates-far-apart",
    [rate.place, before.place],
    `The ${rate.kind} rate of ${rate.currency} for ${rate.period} is ${rateText(rate.rate)}, the ${before.kind} rate for ${before.period} ${rateText(before.rate)} (in the presentation currency for one ${rate.currency}).`,
    'Look at the column "per" of both rows: it names the currency that one unit of is meant.',
    "warning",
  );
}
