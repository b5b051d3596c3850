import { currencyOfSign } from "../../money/currency.ts";
import { numberToken } from "./amount.ts";
import { isAlnum, isDash, isDigit, isLetter, isSpace, isUpper, previousWord, skipSpacesBack } from "./char.ts";
import { readDayFirst, readNumericDate, readSecondDay } from "./date.ts";
import { readFraction } from "./fraction.ts";
import { readPrefixed, readSuffixed, readTied } from "./glued.ts";
import { chunkAt } from "./link.ts";
import { plain, readMark } from "./mark.ts";
import { type Digits, readDigits, spacedGroups } from "./number.ts";
import { readCountPeriod, readYear } from "./period.ts";
import { readMarkedYear } from "./period-code.ts";
import { readPhone } from "./phone.ts";
import { reference } from "./reference.ts";
import { push, type Scan } from "./scan.ts";
import { timeEnd } from "./time.ts";
import type { NumberToken, Token } from "./token.ts";
import { shortYear, yearAt } from "./year.ts";

const COMMA = 44;
const POINT = 46;
const SLASH = 47;
const COLON = 58;

/** Reads the token of the digit at `at` and adds it to the scan. */
export function readAtDigit(scan: Scan, at: number): void {
  push(scan, linked(scan, at) ?? digitToken(scan, at));
}

/** A digit in a web or mail address: the whole address is one token. */
function linked(scan: Scan, at: number): Token | undefined {
  scan.chunk = chunkAt(scan.text, at, scan.floor, scan.chunk);
  const { linkFrom, linkTo } = scan.chunk;
  return linkFrom >= 0 && at >= linkFrom && at < linkTo
    ? plain("code", Math.max(linkFrom, scan.floor), linkTo)
    : undefined;
}

function digitToken(scan: Scan, at: number): Token {
  const { text } = scan;
  const from = startOf(scan, at);
  const d = readDigits(text, from, scan.mark);
  if (d === undefined) return plain("code", at, longEnd(text, at));
  if (isLetter(text.charCodeAt(from - 1)) || isTiedName(scan, from)) {
    const token = prefixed(scan, d);
    if (token !== undefined) return token;
  }
  const next = text.charCodeAt(d.to);
  const currency = isMoney(text, from);
  const spaced = next === COMMA && text.charCodeAt(d.to + 1) === 32 ? slipped(scan, d, currency) : undefined;
  if (spaced !== undefined) return amountOf(scan, spaced, undefined);
  // Nearly all numbers of a table end here.
  if (
    (d.grouped || (d.places > 0 && !scan.worded)) &&
    !isAlnum(next) &&
    next !== POINT &&
    next !== SLASH &&
    !isDash(next) &&
    next !== 32
  )
    return amountOf(scan, d, undefined);
  return special(scan, d, currency) ?? amountOf(scan, d, undefined);
}

const PAR = /\b(?:par|stated)(?: value)?(?: of)? {0,2}[$\u20ac\u00a3]? {0,2}$/i;
const COUNTED = / {0,2}[a-z]{0,16} {0,2}(?:shares|units|authori[sz]ed|issued|outstanding)/iy;

/**
 * A number with a space behind a comma of its thousands. A sign of money and two groups make it one number, or a cell with nothing
 * else in it; "par value $1, 465,000 shares" and "1, 465" in a list are two.
 */
function slipped(scan: Scan, d: Digits, currency: boolean): Digits | undefined {
  const { text, cell, worded } = scan;
  if (!currency && (!cell || worded)) return undefined;
  const one = spacedGroups(text, d, cell && !worded ? 1 : 2);
  if (one === undefined) return undefined;
  const before = skipSpacesBack(text, d.from, 4);
  if (cell && !worded) return currency || before === 0 || text[before - 1] === "(" ? one : undefined;
  COUNTED.lastIndex = one.to;
  return COUNTED.test(text) || PAR.test(text.slice(Math.max(0, d.from - 24), d.from)) ? undefined : one;
}

/** The leading point of ".53" belongs to the number, a full stop or "No.5" does not. */
function startOf(scan: Scan, at: number): number {
  const before = scan.text.charCodeAt(at - 1);
  if (before !== POINT || at - 1 < scan.floor) return at;
  const prior = scan.text.charCodeAt(at - 2);
  return isAlnum(prior) || prior === 41 || prior === POINT ? at : at - 1;
}

function longEnd(text: string, at: number): number {
  let p = at;
  while (isDigit(text.charCodeAt(p)) || ((text[p] === "." || text[p] === ",") && isDigit(text.charCodeAt(p + 1)))) p++;
  return p;
}

const isTiedName = (scan: Scan, from: number): boolean => {
  const c = scan.text.charCodeAt(from - 1);
  if (from - 2 < scan.floor) return false;
  // "XBB.1" is a name, the full stop of a sentence follows a small letter.
  const prior = scan.text.charCodeAt(from - 2);
  return c === POINT ? isUpper(prior) : (c === 45 || c === 0x2011) && isLetter(prior);
};

/** Letters before the digits, tied to them or by a hyphen. */
function prefixed(scan: Scan, d: Digits): Token | undefined {
  const mark = readMark(scan.text, d, scan.floor, scan.cell, scan.numberBefore);
  if (mark !== undefined && mark !== "doubt" && isMarked(scan.text, d.from)) return mark;
  const token = readPrefixed(scan.text, d, scan.floor);
  return token === "number" ? undefined : token;
}

/** Whether the word before the digits is one that a footnote mark is glued to: four letters and more, the last one small. */
function isMarked(text: string, from: number): boolean {
  const word = previousWord(text, from);
  const last = text.charCodeAt(from - 1);
  return word !== undefined && word.to - word.from >= 4 && last >= 97 && text.charCodeAt(from - 1) !== 45;
}

/** Whether a currency sign stands before the digits, so that they are no code, date or phone. */
function isMoney(text: string, from: number): boolean {
  let p = skipSpacesBack(text, from, 3);
  if (text.charCodeAt(p - 1) === 40 || isDash(text.charCodeAt(p - 1))) p = skipSpacesBack(text, p - 1, 2);
  return currencyOfSign(text[p - 1] ?? "") !== undefined;
}

/** Everything that starts with a digit and is no plain number. */
function special(scan: Scan, d: Digits, currency: boolean): Token | undefined {
  const { text, cell } = scan;
  const next = text.charCodeAt(d.to);
  if (isLetter(next)) {
    const year = d.whole === 4 && d.places === 0 && !currency ? readMarkedYear(text, d.from) : undefined;
    if (year !== undefined) return year;
    const token = readSuffixed(text, d, currency);
    return token === "number" ? undefined : token;
  }
  if (currency) return undefined;
  const second = secondDay(scan, d.from);
  if (second !== undefined) return second;
  const dated = d.grouped ? undefined : (readNumericDate(text, d.from) ?? readDayFirst(text, d.from));
  if (dated !== undefined) return dated;
  const phone = d.grouped ? undefined : readPhone(text, d.from, scan.floor);
  if (phone !== undefined) return plain("phone", phone.from, phone.to);
  const time = next === COLON || next === 32 || next === POINT || d.places === 2 ? timeEnd(text, d.from) : d.from;
  if (time > d.from) return plain("time", d.from, time);
  const fraction = readFraction(text, d.from);
  if (fraction !== undefined) return amountOf(scan, { ...d, ...fraction, grouped: false }, undefined);
  const tied = readTied(text, d, cell);
  if (tied !== undefined) return tied;
  if (d.places === 0 && !d.grouped && d.whole <= 2) {
    const period = readCountPeriod(text, d.from);
    if (period !== undefined) return period;
  }
  return reference(scan, d) ?? yearOrMark(scan, d) ?? (cell ? undefined : named(scan, d));
}

function secondDay(scan: Scan, at: number): Token | undefined {
  const last = scan.tokens.at(-1);
  return last?.kind === "date" ? readSecondDay(scan.text, at, last) : undefined;
}

function yearOrMark(scan: Scan, d: Digits): Token | undefined {
  const { text } = scan;
  if (d.whole === 4 && d.places === 0 && !d.grouped) {
    const token = yearToken(scan, d);
    if (token !== undefined) return token;
  }
  if (d.whole === 2 && d.places === 0 && isApostrophe(text, d.from - 1)) {
    const year = shortYear(text, d.from);
    if (year !== undefined) return readYear(text, d.from, year.year, year.to);
  }
  const mark = readMark(text, d, scan.floor, scan.cell, scan.numberBefore);
  if (mark === undefined) return undefined;
  return mark === "doubt" ? amountOf(scan, d, "mark") : mark;
}

const BEHIND_NAME = /\s?[,.;:)—–]|\s[a-z]|['’]s/y;

/**
 * The number that ends a name in a sentence: "Polestar 3, the", "vSphere 8 combining", "scope 1&2". A capital word stands
 * right before it that does not start the sentence, and nothing behind it says what it counts.
 */
function named(scan: Scan, d: Digits): Token | undefined {
  const { text } = scan;
  if (d.places > 0 || d.grouped || d.whole > 4) return undefined;
  const last = scan.tokens.at(-1);
  if (text.charCodeAt(d.from - 1) === 38 && last?.to === d.from - 1 && (last.kind === "code" || last.kind === "name"))
    return plain(last.kind, d.from, d.to);
  if (text.charCodeAt(d.from - 1) !== 32 || (text.charCodeAt(d.to) === 46 && isDigit(text.charCodeAt(d.to + 1))))
    return undefined;
  BEHIND_NAME.lastIndex = d.to;
  if (!BEHIND_NAME.test(text)) return undefined;
  const word = previousWord(text, d.from);
  if (word === undefined || word.to - word.from < 2 || word.to !== d.from - 1 || word.from === 0) return undefined;
  const capital = isUpper(text.charCodeAt(word.from)) || isUpper(text.charCodeAt(word.from + 1));
  if (!capital || text.charCodeAt(word.from - 1) !== 32 || !isAlnum(text.charCodeAt(word.from - 2))) return undefined;
  const token = amountOf(scan, d, undefined);
  const bare =
    token.unit === undefined && token.currency === undefined && token.scale === 0 && token.hedge === undefined;
  return bare && !token.bracketed ? plain("name", d.from, d.to) : token;
}

/** An apostrophe that starts a word: "the ’85 shop". */
const isApostrophe = (text: string, at: number): boolean =>
  (text[at] === "’" || text[at] === "'" || text[at] === "‘") && (at === 0 || isSpace(text.charCodeAt(at - 1)));

/** Words before a number of four digits that make a count of it. */
const COUNTING: ReadonlySet<string> = new Set("approximately nearly almost roughly than least to".split(" "));
const NOUN =
  /\s(?:employees|people|stores|customers|square|units|shares|basis|bps|percent|million|billion|megawatts|MW)(?![a-z])/y;

function yearToken(scan: Scan, d: Digits): Token | undefined {
  const { text, cell } = scan;
  const year = yearAt(text, d.from);
  if (year === undefined) return undefined;
  const prior = text.charCodeAt(d.from - 1);
  const signed =
    prior === 43 || prior === 0x2212 || (isDash(prior) && (d.from === 1 || isSpace(text.charCodeAt(d.from - 2))));
  if (signed && cell && !scan.worded) return undefined;
  if (cell && !scan.worded) return prior === 40 ? undefined : amountOf(scan, d, "year");
  NOUN.lastIndex = d.to;
  if (NOUN.test(text)) return undefined;
  const before = previousWord(text, d.from);
  if (before !== undefined && COUNTING.has(before.word) && before.word !== "to" && before.word !== "than")
    return undefined;
  return readYear(text, d.from, year.year, year.to);
}

/** The number itself. */
export function amountOf(scan: Scan, d: Digits, doubt: NumberToken["doubt"]): NumberToken {
  const { from, to, digits, places } = d;
  return numberToken(
    scan.text,
    { from, to, digits, places, written: "digits", doubt },
    { floor: scan.floor, cell: scan.cell },
    scan.mark,
    scan.tokens.at(-1),
  );
}
