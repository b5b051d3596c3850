import { currencyOfCode, currencyOfDollar, currencyOfSign } from "../../money/currency.ts";
import { isAlnum, isLetter, isSpace, skipSpacesBack, wordStart } from "./char.ts";

/** What stands before the digits of a number and belongs to it. */
export interface Left {
  readonly from: number;
  readonly minus: boolean;
  readonly plus: boolean;
  readonly currency: string | undefined;
  /** The place of an opening bracket, -1 where there is none. */
  readonly open: number;
  /** The same without the bracket and what stands outside of it, for a bracket that turns out not to be closed. */
  readonly inside: Left | undefined;
}

export interface Setting {
  /** Where the token before ends; nothing before it may be touched. */
  readonly floor: number;
  readonly cell: boolean;
}

/** Wide gaps stand between a sign at the column's edge and its number in typewritten tables. */
const WIDEST_GAP = 40;

/** Walks back from the first digit over signs, currency and one opening bracket, in whatever order they stand. */
export function leftOf(text: string, at: number, setting: Setting): Left {
  let left: Left = { from: at, minus: false, plus: false, currency: undefined, open: -1, inside: undefined };
  for (let i = 0; i < 6; i++) {
    const p = skipSpacesBack(text, left.from, left.currency === undefined || setting.cell ? WIDEST_GAP : 1);
    if (p <= setting.floor) return left;
    const next = step(text, p, left, setting);
    if (next === undefined) return left;
    left = next;
  }
  return left;
}

function step(text: string, p: number, left: Left, setting: Setting): Left | undefined {
  const c = text.charCodeAt(p - 1);
  if (c === 40) {
    if (left.open >= 0) return undefined;
    return { ...left, from: p - 1, open: p - 1, inside: left };
  }
  if (c === 43) {
    const prior = text.charCodeAt(p - 2);
    return p === left.from && !left.plus && !isAlnum(prior) ? { ...left, from: p - 1, plus: true } : undefined;
  }
  if (c === 45 || (c >= 0x2010 && c <= 0x2014) || c === 0x2212) {
    return !left.minus && isMinus(text, p, left.from, setting) ? { ...left, from: p - 1, minus: true } : undefined;
  }
  if (left.currency !== undefined) return undefined;
  if (c === 36 || c > 0x7f || c === 0xa3) {
    const sign = currencyOfSign(text[p - 1]!);
    if (sign !== undefined) return signed(text, p, left, sign, setting.floor);
  }
  return isLetter(c) || c === 46 ? coded(text, p, left, setting.floor) : undefined;
}

/** A currency sign that ends at `p`, with the letters and the backslash that belong to it. */
function signed(text: string, p: number, left: Left, sign: string, floor: number): Left {
  let from = p - 1;
  let currency = sign;
  if (text.charCodeAt(from - 1) === 92 && from - 1 >= floor) from--;
  let start = wordStart(text, from, floor);
  if (text.charCodeAt(from - 1) === 46 && text.slice(from - 4, from) === "U.S." && from - 4 >= floor) start = from - 4;
  if (sign === "$" && start < from && !isAlnum(text.charCodeAt(start - 1))) {
    const dollar = currencyOfDollar(text.slice(start, from));
    if (dollar !== undefined) return { ...left, from: start, currency: dollar };
  }
  // "USD $5": the code says which dollar it is.
  const gap = skipSpacesBack(text, from, 1);
  if (gap < from && gap > floor) {
    const word = wordStart(text, gap, floor);
    const code = gap - word === 3 ? currencyOfCode(text.slice(word, gap)) : undefined;
    if (code !== undefined) {
      from = word;
      currency = code;
    }
  }
  return { ...left, from, currency };
}

/** A currency code or abbreviation that ends at `p`: "EUR", "Rs.", "kr". */
function coded(text: string, p: number, left: Left, floor: number): Left | undefined {
  if (left.from - p > 1 && left.open < 0) return undefined;
  const end = text.charCodeAt(p - 1) === 46 ? p - 1 : p;
  const start = wordStart(text, end, floor);
  if (end - start < 2 || end - start > 5 || isAlnum(text.charCodeAt(start - 1))) return undefined;
  const written = text.slice(start, end);
  const currency = currencyOfCode(written);
  if (currency === undefined || (end < p && written !== "Rs" && written !== "kr" && written !== "SFr"))
    return undefined;
  // "kr" behind a number belongs to that one; so does a code that stands behind another number: "5 EUR 6".
  return { ...left, from: start, currency };
}

/**
 * Whether the dash that ends at `p` is a minus. Glued to the number, it is one unless a word, a number or a bracket stands
 * right before it; with a gap, only at the head of a cell.
 */
function isMinus(text: string, p: number, from: number, setting: Setting): boolean {
  const c = text.charCodeAt(p - 1);
  const before = p - 2;
  const prior = text.charCodeAt(before);
  if (c === 0x2014 && !(setting.cell && before < 0)) return false;
  if (p < from && isSpace(text.charCodeAt(p))) {
    if (!setting.cell) return false;
    const q = skipSpacesBack(text, p - 1, 4);
    return q === 0 || text.charCodeAt(q - 1) === 40 || text.charCodeAt(q - 1) === 36;
  }
  return before < 0 || isSpace(prior) || OPENS.includes(text[before]!);
}

/** Characters that a minus may follow without a gap. */
const OPENS = '($€£¥:,"*|“=[~';
