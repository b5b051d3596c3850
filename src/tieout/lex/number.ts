import { isDigit, isSpace, skipSpaces } from "./char.ts";
import type { DecimalMark } from "./decimal-mark.ts";

/** A run of digits read as one number: digits / 10^places. `whole` is its count of digits before the decimal mark. */
export interface Digits {
  readonly from: number;
  readonly to: number;
  readonly digits: bigint;
  readonly places: number;
  /** Whether thousands are set apart. */
  readonly grouped: boolean;
  readonly whole: number;
}

/** A run of more digits than this is no number that a release prints. */
export const MOST_DIGITS = 40;

const POINT = 46;
const COMMA = 44;

/** How many digits stand from `at` on, counted up to one more than `most`. */
export function countDigits(text: string, at: number, most: number): number {
  let p = at;
  while (p - at <= most && isDigit(text.charCodeAt(p))) p++;
  return p - at;
}

/** Whether exactly `n` digits stand at `at`. */
const exactly = (text: string, at: number, n: number): boolean => countDigits(text, at, n) === n;

const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;

/**
 * Reads the number whose first digit, or leading point, stands at `at`. Groups may be set apart by commas, points,
 * apostrophes or spaces as far as only one reading is left; "1.234" and "1,234" go by `mark`. Undefined where the digits
 * are too many to be a number.
 */
export function readDigits(text: string, at: number, mark: DecimalMark): Digits | undefined {
  const c = text.charCodeAt(at);
  if (c === POINT || c === COMMA) {
    const n = countDigits(text, at + 1, MOST_DIGITS);
    return n > MOST_DIGITS ? undefined : made(text, at, at + 1 + n, n, false, 0);
  }
  const first = countDigits(text, at, MOST_DIGITS);
  if (first > MOST_DIGITS) return undefined;
  const end = at + first;
  const separator = text.charCodeAt(end);
  if (first <= 3) {
    const groups = groupsEnd(text, end, separator);
    if (groups > end) return grouped(text, at, end, groups, separator, mark);
  }
  const decimals = decimalsAt(text, end, separator, mark);
  if (decimals < 0) return undefined;
  return made(text, at, decimals > 0 ? end + 1 + decimals : end, decimals, false, first);
}

/** Where groups of three digits behind `end`, each after `separator`, end; `end` itself where there are none. */
function groupsEnd(text: string, end: number, separator: number): number {
  if (separator !== COMMA && separator !== POINT && !isApostrophe(separator) && !isSpace(separator)) return end;
  let p = end;
  while (p - end < 60 && text.charCodeAt(p) === separator && exactly(text, p + 1, 3)) p += 4;
  // Flattened tables fuse two numbers: "33,372,79632,628,835" is 33,372,796 and 32,628,835.
  if (separator === COMMA && text.charCodeAt(p) === COMMA) {
    const n = countDigits(text, p + 1, 6);
    const fused = n > 3 && n <= 6 && text.charCodeAt(p + 1 + n) === COMMA && exactly(text, p + 2 + n, 3);
    if (fused) return p + 4;
  }
  // Groups of two, as lakhs and crores are written: 12,34,567.
  if (p === end && separator === COMMA) {
    while (p - end < 30 && text.charCodeAt(p) === COMMA && exactly(text, p + 1, 2)) p += 3;
    if (p > end && text.charCodeAt(p) === COMMA && exactly(text, p + 1, 3)) return p + 4;
    return end;
  }
  return p;
}

/**
 * The number that goes on behind `d` where a space slipped in after a comma of its thousands: "$1, 465,000". Undefined where it
 * does not. Whether two numbers of a list are meant, only what stands around can say; here at least `least` groups are asked for.
 */
export function spacedGroups(text: string, d: Digits, least: number): Digits | undefined {
  if (d.places > 0 || (d.grouped ? text.charCodeAt(d.to - 4) !== COMMA : d.whole > 3)) return undefined;
  let p = d.to;
  let groups = d.grouped ? 1 : 0;
  while (p - d.to < 60 && text.charCodeAt(p) === COMMA) {
    const digits = text.charCodeAt(p + 1) === 32 ? p + 2 : p + 1;
    if (!exactly(text, digits, 3)) break;
    p = digits + 3;
    groups++;
  }
  const next = text.charCodeAt(p);
  const goesOn = (next === COMMA || next === POINT) && isDigit(text.charCodeAt(p + 1));
  return p > d.to && groups >= least && !goesOn ? made(text, d.from, p, 0, true, 4) : undefined;
}

/** The number whose groups end at `to`: decides between groups and decimals where both could be meant. */
function grouped(
  text: string,
  at: number,
  end: number,
  to: number,
  separator: number,
  mark: DecimalMark,
): Digits | undefined {
  const single = to - end === 4;
  const other = separator === COMMA ? POINT : separator === POINT ? COMMA : 0;
  if (isSpace(separator)) {
    // "12 345" may be two numbers side by side; a decimal comma behind them, or a document of decimal commas, joins them.
    const decimals = text.charCodeAt(to) === COMMA ? countDigits(text, to + 1, 2) : 0;
    const joined = decimals === 1 || decimals === 2;
    if (separator !== 0x202f && separator !== 0x2009 && mark !== "comma" && !joined)
      return made(text, at, end, 0, false, end - at);
    return made(text, at, joined ? to + 1 + decimals : to, joined ? decimals : 0, true, 4);
  }
  const next = text.charCodeAt(to);
  if (other !== 0 && next === other && isDigit(text.charCodeAt(to + 1))) {
    const decimals = countDigits(text, to + 1, MOST_DIGITS);
    if (decimals > MOST_DIGITS) return undefined;
    // "12,345.678.9" and "1.234,567,8" are nothing; the number then ends at its groups.
    return made(text, at, to + 1 + decimals, decimals, true, 4);
  }
  if (isApostrophe(separator)) {
    const decimals = decimalsAt(text, to, next, mark);
    return decimals < 0 ? undefined : made(text, at, decimals > 0 ? to + 1 + decimals : to, decimals, true, 4);
  }
  // One group alone: "1.234" and "1,234" go by the document. A leading zero ("0.125") can only be a decimal.
  const isDecimal = single && (text.charCodeAt(at) === 48 || (separator === POINT) === (mark === "point"));
  return isDecimal ? made(text, at, to, 3, false, end - at) : made(text, at, to, 0, true, 4);
}

/** How many decimals follow at `end`: 0 where none do, -1 where they are too many to be a number. */
function decimalsAt(text: string, end: number, separator: number, mark: DecimalMark): number {
  if (separator !== POINT && separator !== COMMA) return 0;
  const n = countDigits(text, end + 1, MOST_DIGITS);
  if (n > MOST_DIGITS) return -1;
  if (n === 0) return 0;
  if (separator === POINT) return n;
  if (mark === "comma") return n;
  return n <= 2 && commaMustBeDecimal(text, end, end + 1 + n) ? n : 0;
}

const WEARING = /\s{0,2}(?:[%€£]|Mio|Mrd|Mill|Md|mn|bn|EUR|CHF|SEK|DKK|NOK|PLN|Prozent|k€|M€|million|billion|kr)/iy;

/** In a document of decimal points: "12,5 %" can only be a decimal, "1,2" alone is a pair of footnote marks. */
function commaMustBeDecimal(text: string, comma: number, to: number): boolean {
  WEARING.lastIndex = to;
  if (WEARING.test(text)) return true;
  const before = comma >= 2 && isDigit(text.charCodeAt(comma - 2));
  return before && skipSpaces(text, to, 2) >= text.length && text.charCodeAt(to) !== COMMA;
}

function made(text: string, from: number, to: number, places: number, isGrouped: boolean, whole: number): Digits {
  let value = 0;
  let count = 0;
  let big = "";
  for (let p = from; p < to; p++) {
    const d = text.charCodeAt(p) - 48;
    if (d < 0 || d > 9) continue;
    if (count === 15) big = String(value);
    if (count >= 15) big += d;
    else value = value * 10 + d;
    count++;
  }
  return { from, to, digits: count > 15 ? BigInt(big) : BigInt(value), places, grouped: isGrouped, whole };
}
