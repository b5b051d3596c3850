/** A day of the proleptic Gregorian calendar, "2007-09-29". It orders as text. */
export type Day = string;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days the month (1 to 12) of the year has. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);

/** The day, or undefined where the calendar has no such day. */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return undefined;
  return written(year, month, dayOfMonth);
}

const written = (year: number, month: number, dayOfMonth: number): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;

export const yearOf = (d: Day): number => +d.slice(0, 4);
export const monthOf = (d: Day): number => +d.slice(5, 7);
export const dayOfMonth = (d: Day): number => +d.slice(8, 10);

/** Days since 1970-01-01. */
export function ordinal(d: Day): number {
  const y = yearOf(d) - (monthOf(d) <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = (monthOf(d) + 9) % 12;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + dayOfMonth(d) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day that lies `days` after 1970-01-01; like every sum below it is asked for days of the years 1 to 9999. */
export function fromOrdinal(days: number): Day {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const dom = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dom);
}

export const plusDays = (d: Day, days: number): Day => fromOrdinal(ordinal(d) + days);

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function plusMonths(d: Day, months: number): Day {
  const at = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  return written(year, month, Math.min(dayOfMonth(d), daysInMonth(year, month)));
}

/** The last day of the month that lies `months` after the month of `d`. */
export function endOfMonth(d: Day, months = 0): Day {
  const at = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  return written(year, month, daysInMonth(year, month));
}

export const isEndOfMonth = (d: Day): boolean => dayOfMonth(d) === daysInMonth(yearOf(d), monthOf(d));

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (d: Day): number => (((ordinal(d) + 4) % 7) + 7) % 7;
