import type { Company, Deal, FiscalMonth, OrganicStrategy } from "../books/books.ts";
import { comparativeCode, type FiscalPeriod } from "../books/periods.ts";
import { type Day, ordinal, plusDays, plusMonths } from "../calendar/date.ts";

type FindPeriod = (code: string) => FiscalPeriod | undefined;

/** A deal's days that a strategy takes out of one month: of the period, or of its base. */
export interface TakenOut {
  readonly month: FiscalMonth;
  readonly side: "current" | "base";
  readonly days: number;
  readonly of: number;
}

const lengthOf = (month: FiscalMonth): number => ordinal(month.end) - ordinal(month.start) + 1;

const clamp = (days: number, of: number): number => Math.max(0, Math.min(of, days));

/**
 * Which days of a deal's business do not compare (MEA-30). Months are matched by their number in the year and days by their place in the month, so that
 * the quarters of a year to date add up to it.
 */
export function takenOut(
  find: FindPeriod,
  span: FiscalPeriod,
  strategy: OrganicStrategy,
  deal: Deal,
): readonly TakenOut[] {
  const base = find(comparativeCode(span.code) ?? "");
  if (base === undefined) return [];
  const pairs = span.months.map((month) => ({
    month,
    before: base.months.find((other) => other.month === comparativeCode(month.month)),
  }));
  return pairs.flatMap(({ month, before }) => {
    const [current, earlier] = daysOut(find, strategy, deal, span, base, month, before);
    const put = (at: FiscalMonth | undefined, side: TakenOut["side"], days: number): readonly TakenOut[] =>
      at === undefined || days === 0 ? [] : [{ month: at, side, days, of: lengthOf(at) }];
    return [...put(month, "current", current), ...put(before, "base", earlier)];
  });
}

type Days = readonly [current: number, base: number];

function daysOut(
  find: FindPeriod,
  strategy: OrganicStrategy,
  deal: Deal,
  span: FiscalPeriod,
  base: FiscalPeriod,
  month: FiscalMonth,
  before: FiscalMonth | undefined,
): Days {
  const whole: Days = [lengthOf(month), before === undefined ? 0 : lengthOf(before)];
  switch (strategy) {
    case "named-deals":
    case "all-deals":
      return isOfPeriod(deal, base.start, span.end) ? whole : [0, 0];
    case "whole-quarter":
      return lapsed(find, deal, month) ? [0, 0] : whole;
    case "twelve-months":
      return anniversary(deal, month, before);
    default:
      return withoutCounterpart(deal, month, before);
  }
}

/** A deal closed on the first day of the base, or before it, is in both periods whole; one closed on the last day of the period is in both, too. */
const isOfPeriod = (deal: Deal, baseStart: Day, end: Day): boolean =>
  deal.kind === "acquired" ? deal.date > baseStart && deal.date <= end : deal.date >= baseStart && deal.date < end;

/** Whether the business was there in the whole quarter a year before, or is there in the whole quarter now. */
function lapsed(find: FindPeriod, deal: Deal, month: FiscalMonth): boolean {
  const quarter = find(month.quarter);
  const before = find(comparativeCode(month.quarter) ?? "");
  if (deal.kind === "acquired") return before !== undefined && deal.date <= before.start;
  return quarter !== undefined && deal.date >= quarter.end;
}

/** The twelve months after a deal: of an acquisition the days until its anniversary, of a disposal the days of the base whose anniversary lies after it. */
function anniversary(deal: Deal, month: FiscalMonth, before: FiscalMonth | undefined): Days {
  if (deal.kind === "acquired") {
    const until = plusMonths(deal.date, 12);
    return [clamp(ordinal(until) - ordinal(month.start), lengthOf(month)), 0];
  }
  if (before === undefined) return [0, 0];
  const from = plusDays(plusMonths(deal.date, -12), 1);
  return [0, clamp(ordinal(before.end) - ordinal(from) + 1, lengthOf(before))];
}

/** Days of the period whose counterpart lies before the acquisition; days of the base whose counterpart lies after the disposal (MEA-33). */
function withoutCounterpart(deal: Deal, month: FiscalMonth, before: FiscalMonth | undefined): Days {
  if (deal.kind === "acquired") {
    if (before === undefined) return [0, 0];
    if (deal.date > before.end) return [lengthOf(month), 0];
    return [clamp(ordinal(deal.date) - ordinal(before.start), lengthOf(month)), 0];
  }
  if (before === undefined) return [0, 0];
  if (deal.date >= month.end) return [0, 0];
  const kept = ordinal(deal.date) - ordinal(month.start) + 1;
  return [0, clamp(lengthOf(before) - Math.max(0, kept), lengthOf(before))];
}

/** The entities that the text `organic-deals` of company.yaml names, separated by spaces or commas. */
export const namedDeals = (company: Company): readonly string[] =>
  (company.text.get("organic-deals") ?? "").split(/[\s,]+/).filter((name) => name !== "");
