import {
  type Day,
  dayOfMonth,
  endOfMonth,
  isEndOfMonth,
  monthOf,
  ordinal,
  plusDays,
  plusMonths,
  weekday,
  yearOf,
} from "./date.ts";
import type { Period } from "./period.ts";

/** How a company cuts its years, as far as a document shows it. */
export interface FiscalCalendar {
  /** Quarters of whole months, or of 12 to 16 weeks that end on one weekday (52/53-week years). */
  readonly basis: "months" | "weeks";
  /** Period ends that the document prints, ascending, each once. */
  readonly ends: readonly Day[];
  /** The month (1 to 12) at whose close the year ends; a year that ends on 2 February ends nominally in month 1. */
  readonly yearEndMonth: number;
  /** What is added to the calendar year of the nominal end to get the year's name: 0, or -1 (fiscal 2024 to January 2025). */
  readonly nameShift: number;
  /** Whether years end on the last day of a month although quarters do not ("fixed"). */
  readonly yearEnds: "fixed" | "floating";
}

/** Where a weeks calendar's quarter may end, in days from the nominal month end: 12-week quarters run far ahead of it. */
const EARLIEST = -26;
const LATEST = 10;
/** How far a 53rd week moves an end. */
const WEEK_SLACK = 8;

/** The month end that a period end stands for: 2 February 2025 stands for 31 January 2025, 28 September for 30 September. */
export const nominalEnd = (end: Day): Day => endOfMonth(end, dayOfMonth(end) <= 15 ? -1 : 0);

/** 1 to 4: the quarter of the fiscal year that ends on the day. */
export function quarterOf(calendar: FiscalCalendar, end: Day): number {
  const months = (((monthOf(nominalEnd(end)) - calendar.yearEndMonth - 1) % 12) + 12) % 12;
  return Math.floor(months / 3) + 1;
}

/** The name of the fiscal year in which the day's period ends. */
export function fiscalYearOf(calendar: FiscalCalendar, end: Day): number {
  const nominal = nominalEnd(end);
  const later = monthOf(nominal) > calendar.yearEndMonth ? 1 : 0;
  return yearOf(nominal) + later + calendar.nameShift;
}

/** The known end that lies nearest to `target`, from `before` days ahead of it to `after` days behind it. */
function knownEnd(calendar: FiscalCalendar, target: Day, before: number, after: number): Day | undefined {
  const at = ordinal(target);
  let best: Day | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const end of calendar.ends) {
    const off = ordinal(end) - at;
    if (off < -before || off > after || Math.abs(off) >= distance) continue;
    best = end;
    distance = Math.abs(off);
  }
  return best;
}

/**
 * Whether years end on a fixed date. A month end on the quarters' own weekday proves nothing; then a document that speaks of weeks
 * floats, and any other is taken to be fixed, as one without any year end in sight.
 */
function yearEndsOf(calendar: FiscalCalendar, speaksOfWeeks: boolean): FiscalCalendar["yearEnds"] {
  const weekdays = new Set<number>();
  const yearEnds: Day[] = [];
  for (const end of calendar.ends) {
    const nominal = nominalEnd(end);
    if (Math.abs(ordinal(nominal) - ordinal(end)) > WEEK_SLACK) continue;
    if (monthOf(nominal) === calendar.yearEndMonth) yearEnds.push(end);
    else weekdays.add(weekday(end));
  }
  if (yearEnds.some((end) => !isEndOfMonth(end))) return "floating";
  return yearEnds.some((end) => !weekdays.has(weekday(end))) || !speaksOfWeeks ? "fixed" : "floating";
}

/** The first day of the `months` months that end on the day `end`. */
export function startOfMonths(calendar: FiscalCalendar, end: Day, months: number): Day {
  if (calendar.basis === "months" || months % 3 !== 0)
    return isEndOfMonth(end) ? plusDays(endOfMonth(end, -months), 1) : plusDays(plusMonths(end, -months), 1);
  const back = plusDays(end, -91 * (months / 3));
  const previous = knownEnd(calendar, back, WEEK_SLACK, WEEK_SLACK);
  if (previous !== undefined) return plusDays(previous, 1);
  const wholeYearToDate = months === 3 * quarterOf(calendar, end);
  if (wholeYearToDate && calendar.yearEndMonth === 12 && calendar.yearEnds === "fixed") {
    const nominal = endOfMonth(nominalEnd(end), -months);
    if (Math.abs(ordinal(nominal) - ordinal(back)) <= 3) return plusDays(nominal, 1);
  }
  return plusDays(back, 1);
}

/** The close that a day stands for: the first of a month stands for the close of the day before, where periods are whole months. */
export const closeOf = (at: Day, calendar: FiscalCalendar): Day =>
  calendar.basis === "months" && dayOfMonth(at) === 1 ? plusDays(at, -1) : at;

export const startOfWeeks = (end: Day, weeks: number): Day => plusDays(end, 1 - 7 * weeks);

/** The last day of a quarter (1 to 4) of the fiscal year of that name; undefined where a weeks calendar does not show it. */
export function endOfQuarter(calendar: FiscalCalendar, year: number, quarter: number): Day | undefined {
  const calendarYear = year - calendar.nameShift;
  if (calendarYear < 1000 || calendarYear > 9000) return undefined;
  const lastMonth = `${calendarYear}-${String(calendar.yearEndMonth).padStart(2, "0")}-01`;
  const nominal = endOfMonth(lastMonth, 3 * (quarter - 4));
  if (calendar.basis === "months") return nominal;
  const before = quarter === 4 ? WEEK_SLACK : -EARLIEST;
  const known = knownEnd(calendar, nominal, before, LATEST);
  if (known !== undefined) return known;
  for (const years of [1, -1, 2, -2]) {
    const other = knownEnd(calendar, endOfMonth(nominal, 12 * years), before, LATEST);
    if (other !== undefined) return plusDays(other, -364 * years);
  }
  const previous = knownEnd(calendar, endOfMonth(nominal, -3), WEEK_SLACK, WEEK_SLACK);
  return previous === undefined ? undefined : plusDays(previous, 91);
}

/** The last `months` months up to the end of that quarter; undefined where the calendar does not show them. */
export function monthsToQuarter(
  calendar: FiscalCalendar,
  year: number,
  quarter: number,
  months: number,
): Period | undefined {
  const end = endOfQuarter(calendar, year, quarter);
  return end === undefined ? undefined : { start: startOfMonths(calendar, end, months), end };
}

/** How many months a duration stands for: 91 days are 3, 52 weeks 12. Zero for an instant. */
export const monthsOf = (period: Period): number =>
  period.start === undefined ? 0 : Math.round((ordinal(period.end) - ordinal(period.start) + 1) / 30.4);

/** The day a year (or `years` years) before a period end, as the calendar has it. */
export function endBefore(calendar: FiscalCalendar, end: Day, years = 1): Day {
  if (
    calendar.basis === "months" ||
    (isEndOfMonth(end) && quarterOf(calendar, end) === 4 && calendar.yearEnds === "fixed")
  )
    return isEndOfMonth(end) ? endOfMonth(end, -12 * years) : plusMonths(end, -12 * years);
  const target = plusDays(end, -364 * years);
  return knownEnd(calendar, target, WEEK_SLACK, WEEK_SLACK) ?? target;
}

/** The same period a year earlier: the comparative period. */
export function comparative(calendar: FiscalCalendar, period: Period, years = 1): Period {
  const end = endBefore(calendar, period.end, years);
  if (period.start === undefined) return { start: undefined, end };
  const months = monthsOf(period);
  if (months % 3 !== 0 || months === 0) {
    const days = ordinal(period.end) - ordinal(period.start);
    return { start: isEndOfMonth(end) ? startOfMonths(calendar, end, months) : plusDays(end, -days), end };
  }
  return { start: startOfMonths(calendar, end, months), end };
}

/** The period of the same length that ends right before this one starts; of an instant, the close of the quarter before. */
export function preceding(calendar: FiscalCalendar, period: Period): Period {
  if (period.start !== undefined) {
    const end = plusDays(period.start, -1);
    const months = monthsOf(period);
    return { start: months === 0 ? end : startOfMonths(calendar, end, months), end };
  }
  return { start: undefined, end: plusDays(startOfMonths(calendar, period.end, 3), -1) };
}

/** What a document says of its calendar: durations' ends, closes of balance sheets, and who said "year" or "quarter". */
export interface CalendarEvidence {
  /** Ends of durations, as often as printed. */
  readonly durations: readonly { readonly end: Day; readonly months: number; readonly year: boolean }[];
  readonly instants: readonly Day[];
  /** "third quarter ended September 29": which quarter ends on the day, and what year it is called, where said. */
  readonly named: readonly { readonly end: Day; readonly quarter: number; readonly year: number | undefined }[];
  /** Quarters and years named without a day ("first quarter of fiscal 2025"): quarter (4 for a year), and year. */
  readonly calls: readonly { readonly quarter: number; readonly year: number }[];
  /** Whether it counts in weeks ("13 weeks ended"). */
  readonly weeks: boolean;
}

/** A document of more period ends is no release; the latest are kept. */
const MOST_ENDS = 400;

export function fiscalCalendar(evidence: CalendarEvidence, reportEnd: Day | undefined): FiscalCalendar {
  const printed = new Set<Day>();
  for (const { end } of evidence.durations) printed.add(end);
  for (const end of evidence.instants) printed.add(end);
  const ends = [...printed].sort().slice(-MOST_ENDS);
  const basis = basisOf(evidence);
  const plain: FiscalCalendar = { basis, ends, yearEndMonth: yearEndMonth(evidence), nameShift: 0, yearEnds: "fixed" };
  return { ...plain, nameShift: nameShift(evidence, plain, reportEnd), yearEnds: yearEndsOf(plain, evidence.weeks) };
}

function basisOf(evidence: CalendarEvidence): "months" | "weeks" {
  const quarters = evidence.durations.filter((d) => d.months % 3 === 0);
  const ragged = quarters.filter((d) => !isEndOfMonth(d.end)).length;
  // Weeks end on a month's last day by chance, and months never on another.
  return ragged > 0 && (evidence.weeks || ragged * 4 >= quarters.length) ? "weeks" : "months";
}

/** The month that most of the evidence names as the year's last; December where nothing does. */
function yearEndMonth(evidence: CalendarEvidence): number {
  const votes = new Map<number, number>();
  const vote = (month: number, weight: number): void => {
    const m = (((month - 1) % 12) + 12) % 12;
    votes.set(m + 1, (votes.get(m + 1) ?? 0) + weight);
  };
  for (const { end, months, year } of evidence.durations) {
    if (year) vote(monthOf(nominalEnd(end)), 4);
    else if (months === 12) vote(monthOf(nominalEnd(end)), 1);
    else if (months === 6 || months === 9) vote(monthOf(nominalEnd(end)) - months, 3);
  }
  for (const { end, quarter } of evidence.named) vote(monthOf(nominalEnd(end)) + 3 * (4 - quarter), 4);
  for (const end of evidence.instants) vote(monthOf(nominalEnd(end)), 0.01);
  let best = 12;
  let most = 0;
  for (const [month, weight] of votes)
    if (weight > most || (weight === most && month === 12)) {
      best = month;
      most = weight;
    }
  // Closing dates alone say little: a quarter's close stands as often as the year's.
  return most < 1 ? closingMonth(evidence) : best;
}

/** Of balance-sheet dates alone: December where it stands among them, else the earliest date's month. */
function closingMonth(evidence: CalendarEvidence): number {
  const months = [...new Set(evidence.instants)].sort().map((end) => monthOf(nominalEnd(end)));
  return months.includes(12) ? 12 : (months[0] ?? 12);
}

function nameShift(evidence: CalendarEvidence, plain: FiscalCalendar, reportEnd: Day | undefined): number {
  if (plain.yearEndMonth === 12) return 0;
  let same = 0;
  let before = 0;
  for (const { end, year } of evidence.named) {
    if (year === undefined) continue;
    const shift = year - fiscalYearOf(plain, end);
    if (shift === 0) same++;
    else if (shift === -1) before++;
  }
  if (same !== before) return before > same ? -1 : 0;
  if (reportEnd === undefined) return 0;
  const quarter = quarterOf(plain, reportEnd);
  let latest = 0;
  for (const call of evidence.calls) if (call.quarter === quarter) latest = Math.max(latest, call.year);
  return latest === fiscalYearOf(plain, reportEnd) - 1 ? -1 : 0;
}
