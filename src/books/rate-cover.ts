import { plusDays } from "../calendar/date.ts";
import { format } from "../exact/decimal.ts";
import { compare, multiply, type Rational, rational, whole } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { Company, Deal, Entity, FiscalMonth, Opening, Rate } from "./books.ts";
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
  /** Indexes of months. */
  readonly months: Set<number>;
  opening: boolean;
}

/** Which rates the books cannot do without: average and closing of every month that an entity, or an opening balance of it, is in the currency. */
function needsOf({ company, entities, deals, opening }: RateNeeds): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>();
  const stretches = stretchesOf(company, deals);
  const all = [0, company.months.length - 1] as const;
  const need = (currency: string, entity: string, why: string): Need | undefined => {
    if (currency === company.presentation) return undefined;
    const one = needs.get(currency) ?? { why, months: new Set<number>(), opening: false };
    needs.set(currency, one);
    const [first, last] = stretches.get(entity) ?? all;
    for (let i = first; i <= last; i++) one.months.add(i);
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
  const at = (date: string, otherwise: number): number => {
    const found = months.findIndex((m) => date <= m.end);
    return found < 0 ? otherwise : found;
  };
  for (const { entity, kind, date } of deals) {
    const [first, last] = stretches.get(entity) ?? [0, months.length - 1];
    stretches.set(entity, kind === "acquired" ? [at(date, months.length), last] : [first, at(date, last)]);
  }
  return stretches;
}

/** One finding for each currency and stretch of months that lack the same kinds of rates. */
export function checkRateCover(rates: readonly Rate[], needs: RateNeeds, path: string, say: Say): void {
  const given = new Set(rates.map((rate) => `${rate.currency} ${rate.period} ${rate.kind}`));
  const { months } = needs.company;
  const isGiven = (currency: string, period: string, kind: string): boolean =>
    given.has(`${currency} ${period} ${kind}`);
  for (const [currency, need] of needsOf(needs)) {
    if (need.opening && !isGiven(currency, "opening", "closing")) sayOpening(currency, need.why, months, path, say);
    const lacks = months.map((m, i) =>
      need.months.has(i)
        ? ["average", "closing"].filter((kind) => !isGiven(currency, m.month, kind)).join(" and no ")
        : "",
    );
    for (let i = 0; i < lacks.length; ) {
      let end = i + 1;
      while (end < lacks.length && lacks[end] === lacks[i]) end++;
      if (lacks[i] !== "") sayMissing(currency, lacks[i]!, months.slice(i, end), need.why, path, say);
      i = end;
    }
  }
}

function sayMissing(
  currency: string,
  kinds: string,
  months: readonly FiscalMonth[],
  why: string,
  path: string,
  say: Say,
): void {
  const first = months[0]!.month;
  const last = months.at(-1)!.month;
  const stretch = months.length === 1 ? first : `${first} to ${last} (${months.length} months)`;
  say(
    "rate-missing",
    fileOf(path),
    `${currency} has no ${kinds} rate for ${stretch}; ${why}.`,
    `Add ${months.length === 1 ? "the row" : "a row for each month"} of ${currency}: average is the average of the month, closing that of its last day.`,
  );
}

function sayOpening(currency: string, why: string, months: readonly FiscalMonth[], path: string, say: Say): void {
  const day = months[0] === undefined ? "" : ` (${plusDays(months[0].start, -1)})`;
  say(
    "rate-missing",
    fileOf(path),
    `${currency} has no closing rate for the day before the first month${day}; ${why}.`,
    `Add a row of ${currency} with the period opening and the kind closing.`,
  );
}

/** No currency halves or doubles from an average to the closing of its month and stays there unseen: such a pair has one rate quoted the other way round. */
export function checkRatesNear(rates: readonly Rate[], { months }: Company, say: Say): void {
  const at = new Map(rates.map((rate) => [`${rate.currency} ${rate.period} ${rate.kind}`, rate]));
  const told = new Set<string>();
  const order = ["opening closing", ...months.flatMap(({ month }) => [`${month} average`, `${month} closing`])];
  for (const currency of new Set(rates.map((rate) => rate.currency))) {
    let before: Rate | undefined;
    for (const key of order) {
      const rate = at.get(`${currency} ${key}`);
      if (rate === undefined) continue;
      if (before !== undefined && !told.has(currency) && isFar(before.rate, rate.rate)) {
        told.add(currency);
        sayFar(before, rate, say);
      }
      before = rate;
    }
  }
}

const TWO = whole(2);
const isFar = (a: Rational, b: Rational): boolean =>
  compare(a, multiply(b, TWO)) > 0 || compare(b, multiply(a, TWO)) > 0;

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
