import { type Day, day, endOfMonth, plusDays, weekday, yearOf } from "./date.ts";

/** Behind so many business days a report on Form 8-K is late (General Instruction B.1). */
const FORM_8K_DAYS = 4;

/** The nth day of a month that falls on the day of the week (0 is Sunday). */
export function nthWeekday(year: number, month: number, of: number, nth: number): Day {
  const first = day(year, month, 1)!;
  return plusDays(first, ((of - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

/** The last Monday of May. */
export function memorialDay(year: number): Day {
  const last = endOfMonth(day(year, 5, 1)!);
  return plusDays(last, -((weekday(last) + 6) % 7));
}

/** A holiday of a fixed date is kept on Friday where it is a Saturday, and on Monday where it is a Sunday. */
export function observed(year: number, month: number, dayOfMonth: number): Day {
  const on = day(year, month, dayOfMonth)!;
  return weekday(on) === 6 ? plusDays(on, -1) : weekday(on) === 0 ? plusDays(on, 1) : on;
}

/** The legal holidays of 5 U.S.C. 6103(a) that are kept in the calendar year, New Year's Day of the next one included where it is kept in this. */
function holidaysOf(year: number): ReadonlySet<Day> {
  const days = [
    observed(year, 1, 1),
    nthWeekday(year, 2, 1, 3),
    memorialDay(year),
    observed(year, 7, 4),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    observed(year, 11, 11),
    nthWeekday(year, 11, 4, 4),
    observed(year, 12, 25),
  ];
  if (year < 9999) days.push(observed(year + 1, 1, 1));
  if (year >= 1986) days.push(nthWeekday(year, 1, 1, 3));
  if (year >= 2021) days.push(observed(year, 6, 19));
  return new Set(days);
}

/**
 * Whether the offices of the United States are open: no Saturday, Sunday or legal holiday as the law has them since 1978. Days that a President
 * has given off besides are not known here.
 */
export function isBusinessDay(d: Day): boolean {
  const of = weekday(d);
  return of !== 0 && of !== 6 && !holidaysOf(yearOf(d)).has(d);
}

/**
 * The last day on which a Form 8-K about an event of the day is in time: the fourth business day behind it. Where the event falls on a day
 * that is none, the next business day counts as the first (General Instruction B.1 of Form 8-K).
 */
export function form8kDue(event: Day): Day {
  let left = FORM_8K_DAYS;
  let at = event;
  while (left > 0) {
    at = plusDays(at, 1);
    if (isBusinessDay(at)) left--;
  }
  return at;
}
