import { isAlnum, isDigit, isLetter } from "./char.ts";
import type { Length, PeriodToken } from "./token.ts";
import { shortYear, small, writtenYear, yearAt } from "./year.ts";

/** "Q3", "4Q", "H1", "2H", "9M", "FY", "CY", at the head of what may carry a year. */
const HEAD = /(?:(Q)([1-4])|([1-4])(Q)|(H)([12])|([12])(H)|([369]|12)(M)|(FYE?|CY)|T([1-4])|S([12]))/y;
/** A fiscal year between the head and its number: "Q3 FY25", "Q3 of fiscal 2025", "Q2’25", "Q1-2025", "Q1/2025". */
const JOINT = /(?:\s{0,2}(?:of\s|in\s)?\s?(?:(fiscal\s(?:year\s)?|FY\s?)|['’‘]|[-–/])?|[-–/\s]{0,3}(FY\s?)?)/y;
const SPAN = /[-–/](\d{2})(?!\d)/y;

interface Head {
  readonly to: number;
  readonly length: Length;
  readonly nth: number | undefined;
  /** Written the way that no other word is: Q3, H1, FY. "9M", "T3" and "S1" need a year to be believed. */
  readonly plain: boolean;
  readonly fiscal: boolean;
}

function headAt(text: string, at: number): Head | undefined {
  HEAD.lastIndex = at;
  const m = HEAD.exec(text);
  if (m === null) return undefined;
  const to = at + m[0].length;
  const quarter = m[2] ?? m[3];
  const half = m[6] ?? m[7];
  if (quarter !== undefined)
    return { to, length: { count: 1, unit: "quarter" }, nth: small(quarter, 0, 1), plain: true, fiscal: false };
  if (half !== undefined)
    return { to, length: { count: 1, unit: "half" }, nth: small(half, 0, 1), plain: true, fiscal: false };
  if (m[9] !== undefined)
    return { to, length: { count: small(m[9], 0, m[9].length), unit: "month" }, nth: 1, plain: false, fiscal: false };
  if (m[11] !== undefined)
    return { to, length: { count: 1, unit: "year" }, nth: undefined, plain: false, fiscal: m[11] !== "CY" };
  const other = m[12] ?? m[13]!;
  const unit = m[12] !== undefined ? "quarter" : "half";
  return { to, length: { count: 1, unit }, nth: small(other, 0, 1), plain: false, fiscal: false };
}

/** A period in letters and digits at `at`: "Q3 2024", "3Q24", "Q3 FY25", "H1 2024", "1H24", "9M 2024", "FY24", "FY2024-25". */
export function readPeriodCode(text: string, at: number): PeriodToken | undefined {
  const head = headAt(text, at);
  if (head === undefined) return undefined;
  const behind = yearBehind(text, head.to, head.length.unit === "year" || isDigit(text.charCodeAt(at)));
  const to = behind?.to ?? head.to;
  if (behind === undefined) {
    if (!head.plain || isAlnum(text.charCodeAt(to))) {
      // "Q4Revenue": a word glued to the period by a flattened table.
      const glued = head.plain && isLetter(text.charCodeAt(to)) && isLetter(text.charCodeAt(to + 1));
      if (!glued) return undefined;
    }
    const c = text.charCodeAt(to);
    if ((c === 45 || c === 38) && isAlnum(text.charCodeAt(to + 1)) && text.charCodeAt(to + 1) !== 81) return undefined;
  }
  return {
    kind: "period",
    from: at,
    to,
    phrase: {
      lengths: [head.length],
      nth: head.nth,
      year: behind?.year,
      fiscal: head.fiscal || (behind?.fiscal ?? false),
      ended: false,
    },
  };
}

function yearBehind(
  text: string,
  at: number,
  digitFirst: boolean,
): { readonly to: number; readonly year: number; readonly fiscal: boolean } | undefined {
  JOINT.lastIndex = at;
  const m = JOINT.exec(text);
  if (m === null) return undefined;
  const p = at + m[0].length;
  const fiscal = m[1] !== undefined || m[2] !== undefined;
  // "4Q24" is a quarter, "H100" a product: letters before their digit need a sign or four digits behind it.
  const year = writtenYear(text, p) ?? (m[0] === "" && !digitFirst ? undefined : shortYear(text, p));
  if (year === undefined) return undefined;
  // "Q4 24" is a year, "Q4 24 stores" a count: a bare pair of digits behind a gap must lie close to the present.
  const isShort = year.to - p === 2;
  if (isShort && m[0].trim() === "" && m[0] !== "" && (year.year < 2005 || year.year > 2045)) return undefined;
  if (
    isShort &&
    /^\s?(?:percent|million|billion|thousand|basis|bps|cents|stores|employees)/.test(text.slice(year.to, year.to + 12))
  )
    return undefined;
  SPAN.lastIndex = year.to;
  const span = SPAN.exec(text);
  if (span !== null && small(span[1]!, 0, 2) === (year.year % 100) + 1)
    return { to: year.to + span[0].length, year: year.year + 1, fiscal: true };
  return { to: year.to, year: year.year, fiscal };
}

/** A year with the letter of an estimate or of an actual: "2025E", "2024A". */
export function readMarkedYear(text: string, at: number): PeriodToken | undefined {
  const c = text[at + 4] ?? "";
  if (!"EAFPe".includes(c) || c === "" || isAlnum(text.charCodeAt(at + 5))) return undefined;
  const year = yearAt(`${text.slice(at, at + 4)} `, 0);
  if (year === undefined) return undefined;
  return {
    kind: "period",
    from: at,
    to: at + 5,
    phrase: { lengths: [], nth: undefined, year: year.year, fiscal: false, ended: false },
  };
}
