import { day } from "../../calendar/date.ts";
import { isAlnum, isDigit, isLetter, isSpace, isUpper, skipSpaces, wordEnd } from "./char.ts";
import { monthOfName } from "./month.ts";
import { countDigits } from "./number.ts";
import type { DateToken, PeriodToken } from "./token.ts";
import { century, small, writtenYear, type Year, yearAt } from "./year.ts";

const POINT = 46;
const COMMA = 44;
const HYPHEN = 45;
const SLASH = 47;

/** A date token; its `date` is undefined where the year is missing or the calendar has no such day. */
export const dateToken = (
  from: number,
  to: number,
  year: number | undefined,
  month: number,
  dayOfMonth: number,
): DateToken => ({
  kind: "date",
  from,
  to,
  date: year === undefined ? undefined : day(year, month, dayOfMonth),
  month,
  day: dayOfMonth,
  year,
});

const monthToken = (from: number, year: Year, month: number): PeriodToken => ({
  kind: "period",
  from,
  to: year.to,
  phrase: { lengths: [{ count: 1, unit: "month" }], nth: month, year: year.year, fiscal: false, ended: false },
});

interface DayOfMonth {
  readonly day: number;
  readonly to: number;
}

/** "29", "1st" or "31(st)" at `at`, not the head of a longer number. */
function dayAt(text: string, at: number): DayOfMonth | undefined {
  const n = countDigits(text, at, 2);
  if (n === 0 || n > 2) return undefined;
  const value = small(text, at, n);
  if (value < 1 || value > 31) return undefined;
  let to = at + n;
  const c = text.charCodeAt(to);
  if ((c === POINT || c === COMMA) && isDigit(text.charCodeAt(to + 1)) && yearAt(text, to + 1) === undefined)
    return undefined;
  if (c === 37) return undefined;
  const open = c === 40 ? 1 : 0;
  const suffix = text.slice(to + open, to + open + 2).toLowerCase();
  const isSuffix = suffix === "st" || suffix === "nd" || suffix === "rd" || suffix === "th" || suffix === "er";
  if (isSuffix && (open === 0 ? !isLetter(text.charCodeAt(to + 2)) : text.charCodeAt(to + 3) === 41))
    to += 2 + 2 * open;
  return { day: value, to };
}

/** The year behind a day: ", 2007", " 2007", ",2007", "., 2007". */
function yearBehind(text: string, at: number): Year | undefined {
  let p = skipSpaces(text, at, 2);
  const c = text.charCodeAt(p);
  if (c === COMMA || c === POINT) p = skipSpaces(text, p + 1, 3);
  if (text.charCodeAt(p) === COMMA) p = skipSpaces(text, p + 1, 3);
  return p === at ? undefined : writtenYear(text, p);
}

/**
 * A date that starts with the month: "September 29, 2007", "Sept. 29", "Jun 30,\n2003"; or a month and a year alone,
 * "March 2024" or "Sep-24", which is a period of one month. The word from `at` to `end` names a month.
 */
export function readMonthFirst(
  text: string,
  at: number,
  end: number,
  month: number,
): DateToken | PeriodToken | undefined {
  if (!isUpper(text.charCodeAt(at))) return undefined;
  let p = end;
  if (text.charCodeAt(p) === POINT) p++;
  const hyphen = text.charCodeAt(p) === HYPHEN;
  if (hyphen) p++;
  else {
    p = skipSpaces(text, p, 3);
    if (text.charCodeAt(p) === COMMA) p = skipSpaces(text, p + 1, 2);
  }
  if (p === end) return undefined;
  const year = writtenYear(text, p);
  if (year !== undefined) return monthToken(at, year, month);
  const d = dayAt(text, p);
  if (d === undefined) return undefined;
  if (hyphen && text.charCodeAt(d.to) === HYPHEN) {
    const full = yearAt(text, d.to + 1);
    if (full !== undefined) return dateToken(at, full.to, full.year, month, d.day);
  }
  if (hyphen && countDigits(text, p, 2) === 2)
    return monthToken(at, { year: century(small(text, p, 2)), to: p + 2 }, month);
  const behind = yearBehind(text, d.to);
  // "end-December 24" names a month of 2024.
  if (behind === undefined && d.to === p + 2 && /^(?:end|mid)-$/i.test(text.slice(at - 4, at)))
    return monthToken(at, { year: century(d.day), to: d.to }, month);
  return dateToken(at, behind?.to ?? d.to, behind?.year, month, d.day);
}

const OF: ReadonlySet<string> = new Set(["of", "de", "del"]);

/** A date that starts with the day: "29 September 2007", "1st of March", "31-Dec-24", "30. Juni 2024". */
export function readDayFirst(text: string, at: number): DateToken | undefined {
  const d = dayAt(text, at);
  if (d === undefined) return undefined;
  let p = d.to;
  const point = text.charCodeAt(p) === POINT;
  if (point) p++;
  const hyphen = text.charCodeAt(p) === HYPHEN;
  p = hyphen ? p + 1 : skipSpaces(text, p, 2);
  if (p === d.to) return undefined;
  let end = wordEnd(text, p);
  if (OF.has(text.slice(p, end))) {
    p = skipSpaces(text, end, 2);
    end = wordEnd(text, p);
  }
  if (end - p < 3 || (!isUpper(text.charCodeAt(p)) && end - p < 4)) return undefined;
  const month = monthOfName(text.slice(p, end).toLowerCase());
  if (month === undefined || isDigit(text.charCodeAt(end))) return undefined;
  let q = end;
  if (text.charCodeAt(q) === HYPHEN) {
    const n = countDigits(text, q + 1, 4);
    if (n === 2 || n === 4) {
      const value = small(text, q + 1, n);
      return dateToken(at, q + 1 + n, n === 2 ? century(value) : value, month, d.day);
    }
  }
  q = skipSpaces(text, q, 2);
  const word = wordEnd(text, q);
  if (OF.has(text.slice(q, word))) q = skipSpaces(text, word, 2);
  const year = q > end ? writtenYear(text, q) : yearBehind(text, end);
  const spelled = year ?? yearBehind(text, end);
  // "5 May" can be a count before a verb or a name, so a day in front needs a full name or a year.
  if (spelled === undefined && end - p < 4) return undefined;
  return dateToken(at, spelled?.to ?? end, spelled?.year, month, d.day);
}

/** "9/29/2007", "2007-09-29", "29.09.2007", "9/29/07" and, with slashes alone, "12/31". */
export function readNumericDate(text: string, at: number): DateToken | undefined {
  const n = countDigits(text, at, 4);
  if (n === 4) return readYearFirst(text, at);
  if (n < 1 || n > 2) return undefined;
  const separator = text.charCodeAt(at + n);
  if (separator !== SLASH && separator !== POINT && separator !== HYPHEN) return undefined;
  const second = at + n + 1;
  const m = countDigits(text, second, 2);
  if (m < 1 || m > 2) return undefined;
  const a = small(text, at, n);
  const b = small(text, second, m);
  const third = second + m + 1;
  if (text.charCodeAt(second + m) !== separator) return monthAndDay(text, at, second + m, separator, a, b);
  const y = countDigits(text, third, 4);
  if ((y !== 4 && (y !== 2 || separator === POINT)) || isAlnum(text.charCodeAt(third + y))) return undefined;
  const written = small(text, third, y);
  const year = y === 4 ? written : century(written);
  const dayFirst = (separator === POINT && b <= 12) || a > 12;
  const month = dayFirst ? b : a;
  const dom = dayFirst ? a : b;
  if (month < 1 || month > 12 || dom < 1 || dom > 31 || year < 1900 || year > 2199) return undefined;
  return dateToken(at, third + y, year, month, dom);
}

/** "12/31" and "04/26": no measurement, and as a date without its year. Halves and quarters stay fractions. */
function monthAndDay(
  text: string,
  at: number,
  to: number,
  separator: number,
  month: number,
  dom: number,
): DateToken | undefined {
  if (separator !== SLASH || month < 1 || month > 12 || dom < 1 || dom > 31) return undefined;
  const padded = text.charCodeAt(at) === 48;
  if (!padded && dom <= 16) return undefined;
  const c = text.charCodeAt(to);
  return isAlnum(c) || c === 37 || c === SLASH || c === HYPHEN ? undefined : dateToken(at, to, undefined, month, dom);
}

function readYearFirst(text: string, at: number): DateToken | undefined {
  const separator = text.charCodeAt(at + 4);
  if (separator !== HYPHEN && separator !== SLASH && separator !== POINT) return undefined;
  if (countDigits(text, at + 5, 2) !== 2 || text.charCodeAt(at + 7) !== separator) return undefined;
  if (countDigits(text, at + 8, 2) !== 2) return undefined;
  const year = small(text, at, 4);
  const month = small(text, at + 5, 2);
  const dom = small(text, at + 8, 2);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || dom < 1 || dom > 31) return undefined;
  return dateToken(at, at + 10, year, month, dom);
}

/** The second day of "November 1-3, 2007": a day alone behind a dash, with the month of the day before it. */
export function readSecondDay(text: string, at: number, first: DateToken): DateToken | undefined {
  if (first.year !== undefined || at - first.to > 4 || !isSpaceOrDash(text, first.to, at)) return undefined;
  const d = dayAt(text, at);
  if (d === undefined || d.day <= first.day) return undefined;
  const year = yearBehind(text, d.to);
  return dateToken(at, year?.to ?? d.to, year?.year, first.month, d.day);
}

function isSpaceOrDash(text: string, from: number, to: number): boolean {
  let dashes = 0;
  for (let p = from; p < to; p++) {
    const c = text.charCodeAt(p);
    if (c === HYPHEN || c === 0x2013 || c === 0x2014) dashes++;
    else if (!isSpace(c)) return false;
  }
  return dashes === 1;
}
