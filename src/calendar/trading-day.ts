import { memorialDay, nthWeekday, observed } from "./business-day.ts";
import { type Day, day, plusDays, weekday, yearOf } from "./date.ts";

/** Since when the New York exchanges have kept holidays that are younger than their other ones. */
const KING_SINCE = 1998;
const JUNETEENTH_SINCE = 2022;

/** Days of mourning for Presidents, since the exchanges ask for notice before the opening (timing/furnishing.ts): no rule gives them. */
const MOURNING: ReadonlySet<Day> = new Set(["2018-12-05", "2025-01-09"]);

/** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1)!;
}

/** The holidays of the New York exchanges (NYSE Rule 7.2): Good Friday, and neither Columbus Day nor Veterans Day. */
function holidaysOf(year: number): ReadonlySet<Day> {
  const days = [
    nthWeekday(year, 2, 1, 3),
    plusDays(easter(year), -2),
    memorialDay(year),
    observed(year, 7, 4),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 11, 4, 4),
    observed(year, 12, 25),
  ];
  // A New Year's Day on Saturday is kept on no other: the Friday before ends the year's accounts.
  const first = observed(year, 1, 1);
  if (yearOf(first) === year) days.push(first);
  if (year >= KING_SINCE) days.push(nthWeekday(year, 1, 1, 3));
  if (year >= JUNETEENTH_SINCE) days.push(observed(year, 6, 19));
  return new Set(days);
}

/** Whether the New York exchanges are open on a day. Closures for storms and the like, before 2015 those for mourning too, are not known here. */
export function isTradingDay(d: Day): boolean {
  const of = weekday(d);
  return of !== 0 && of !== 6 && !MOURNING.has(d) && !holidaysOf(yearOf(d)).has(d);
}
