import { type Day, day, endOfMonth, ordinal, plusDays, yearOf } from "../../calendar/date.ts";
import {
  comparative,
  endBefore,
  endOfQuarter,
  type FiscalCalendar,
  fiscalCalendar,
  fiscalYearOf,
  monthsToQuarter,
  nominalEnd,
  quarterOf,
  startOfMonths,
  startOfWeeks,
} from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { LexedBlock } from "../lex/lexed.ts";
import type { DateToken, Length, PeriodPhrase } from "../lex/token.ts";
import { dayIn, type Gathered, gather, monthsIn } from "./_evidence.ts";
import { type DocumentMoney, documentMoney } from "./document-money.ts";
import { currencyIn } from "./scale.ts";

/** What the whole document says, on which its tables and sentences rest. */
export interface DocumentContext extends DocumentMoney {
  /** The day of the dateline. */
  readonly released: Day | undefined;
  /** The end of the period that the document reports on. */
  readonly reportEnd: Day | undefined;
  readonly calendar: FiscalCalendar;
}

export function documentContext(lexed: readonly LexedBlock[]): DocumentContext {
  const evidence = gather(lexed);
  const { released, reportEnd } = nowOf(evidence);
  return { ...documentMoney(lexed), released, reportEnd, calendar: fiscalCalendar(evidence, reportEnd) };
}

/** The reported period's end: the latest among the most printed; and the dateline, a date not long behind a period's end. */
function nowOf(evidence: Gathered): { released: Day | undefined; reportEnd: Day | undefined } {
  const counts = new Map<Day, number>();
  for (const { end } of evidence.durations) counts.set(end, (counts.get(end) ?? 0) + 1);
  if (counts.size === 0) for (const end of evidence.instants) counts.set(end, (counts.get(end) ?? 0) + 1);
  const released = evidence.loose.find((at) =>
    [...counts.keys()].some((end) => end < at && ordinal(at) - ordinal(end) < 200),
  );
  const horizon = released === undefined ? undefined : released;
  let most = 0;
  for (const [end, count] of counts) if (horizon === undefined || end <= horizon) most = Math.max(most, count);
  let reportEnd: Day | undefined;
  for (const [end, count] of counts) {
    if (horizon !== undefined && end > horizon) continue;
    if (count * 2.5 >= most && (reportEnd === undefined || end > reportEnd)) reportEnd = end;
  }
  return { released: released ?? evidence.loose.find((at) => reportEnd === undefined || at > reportEnd), reportEnd };
}

/** The resolved currency of a caption or a sign: "$" is the issuer's dollar. */
export const currencyOf = (context: DocumentContext, text: string): string | undefined => {
  const found = currencyIn(text);
  return found === "$" ? context.dollar : found;
};

/**
 * The periods that a phrase stands for, one for each length it names; none where the document does not show them. Without
 * a year the phrase means the latest such period up to the reported one.
 */
export function resolve(context: DocumentContext, phrase: PeriodPhrase, date?: DateToken): readonly Period[] {
  const year = date?.year ?? phrase.year;
  const end =
    date === undefined
      ? undefined
      : (date.date ?? (year === undefined ? undefined : dayIn(year, date.month, date.day)));
  if (end !== undefined) return ending(context, phrase, end);
  const periods: Period[] = [];
  for (const length of phrase.lengths) {
    const period = named(context, length, phrase.nth, phrase.year);
    if (period !== undefined) periods.push(period);
  }
  if (phrase.lengths.length > 0) return periods;
  const whole = phrase.nth === undefined ? wholeYear(context, phrase.year) : yearToDate(context, phrase.year);
  return whole === undefined ? [] : [whole];
}

const wholeYear = ({ calendar }: DocumentContext, year: number | undefined): Period | undefined =>
  year === undefined ? undefined : monthsToQuarter(calendar, year, 4, 12);

/** From the start of the fiscal year to the reported period's end, or to the same day of another year. */
function yearToDate(context: DocumentContext, year: number | undefined): Period | undefined {
  const { calendar, reportEnd } = context;
  if (reportEnd === undefined) return undefined;
  const end = year === undefined ? reportEnd : endBefore(calendar, reportEnd, fiscalYearOf(calendar, reportEnd) - year);
  return { start: startOfMonths(calendar, end, 3 * quarterOf(calendar, end)), end };
}

/** The periods of the phrase's lengths that end on the day. */
export function ending(context: DocumentContext, phrase: PeriodPhrase, end: Day): readonly Period[] {
  const periods: Period[] = [];
  for (const length of phrase.lengths) {
    if (length.unit === "day") periods.push({ start: plusDays(end, 1 - length.count), end });
    else if (length.unit === "week") periods.push({ start: startOfWeeks(end, length.count), end });
    else periods.push({ start: startOfMonths(context.calendar, end, monthsIn(length)), end });
  }
  return periods;
}

function named(
  context: DocumentContext,
  length: Length,
  nth: number | undefined,
  year: number | undefined,
): Period | undefined {
  const months = monthsIn(length);
  if (months === 0) return undefined;
  if (length.unit === "month" && months === 1 && nth !== undefined) return monthOf(nth, year);
  const { calendar, reportEnd } = context;
  const reported = reportEnd === undefined ? undefined : quarterOf(calendar, reportEnd);
  const quarter = quarterNamed(length, nth, months) ?? (length.unit === "year" ? 4 : reported);
  if (quarter === undefined) return undefined;
  const named = year ?? latestYear(context, quarter);
  if (named === undefined) return undefined;
  const end = endOfQuarter(calendar, named, quarter);
  if (end === undefined) return undefined;
  return length.unit === "week"
    ? { start: startOfWeeks(end, length.count), end }
    : { start: startOfMonths(calendar, end, months), end };
}

/** "March 2024". */
function monthOf(month: number, year: number | undefined): Period | undefined {
  const start = year === undefined ? undefined : day(year, month, 1);
  return start === undefined ? undefined : { start, end: endOfMonth(start) };
}

function quarterNamed(length: Length, nth: number | undefined, months: number): number | undefined {
  if (nth === undefined) return undefined;
  if (length.unit === "quarter" && length.count === 1) return nth >= 1 && nth <= 4 ? nth : undefined;
  if (length.unit === "half") return nth === 1 ? 2 : 4;
  // "First nine months" runs from the start of the year; "last six months" to its end.
  return nth === 1 && months % 3 === 0 ? months / 3 : undefined;
}

/** The fiscal year of the latest such quarter that has ended by the reported period's end. */
function latestYear(context: DocumentContext, quarter: number): number | undefined {
  const { calendar, reportEnd } = context;
  if (reportEnd === undefined) return undefined;
  const year = fiscalYearOf(calendar, reportEnd);
  return quarter <= quarterOf(calendar, reportEnd) ? year : year - 1;
}

/** "The same period last year" of a period; of an instant, the same day a year earlier. */
export const lastYear = (context: DocumentContext, period: Period): Period => comparative(context.calendar, period);

/** The reported period's end, moved into the calendar year that a head names alone ("2024"). */
export function reportEndIn(context: DocumentContext, year: number): Day | undefined {
  const { calendar, reportEnd } = context;
  if (reportEnd === undefined) return undefined;
  const years = yearOf(nominalEnd(reportEnd)) - year;
  if (years === 0) return reportEnd;
  return years > 0 && years < 12 ? endBefore(calendar, reportEnd, years) : undefined;
}
