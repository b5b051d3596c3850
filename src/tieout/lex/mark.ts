import { currencyOfCode } from "../../money/currency.ts";
import {
  isAlnum,
  isDigit,
  isLetter,
  isSpace,
  isUpper,
  previousWord,
  skipSpaces,
  skipSpacesBack,
  wordStart,
} from "./char.ts";
import type { Digits } from "./number.ts";
import type { PlainToken } from "./token.ts";

/** A footnote mark or list number: a token of its own, "doubt" where it may be a number as well, undefined where it is one. */
export type Mark = PlainToken | "doubt" | undefined;

export const plain = (kind: PlainToken["kind"], from: number, to: number): PlainToken => ({ kind, from, to });

const SQUARE = /\[\(?\d{1,2}(?:\s?[,;]\s?\d{1,2}){0,5}\)?\]/y;
const ROUND = /\(\s?\d{1,2}(?:\s?[,&]\s?\d{1,2}){0,5}\s?\)/y;
const LIST = /\d{1,2}(?:,\s?\d{1,2}){0,4}(?![\d.%])/y;
const HEADED = /\d{1,2}[.)]\s{1,2}[A-Z“"'(]/y;
const UNIT = /\s?(?:%|percent|bps|basis|points?|pts|million|billion|thousand|[mb]n?(?![a-z]))/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** Marks have small numbers. */
const HIGHEST = 40n;

/** Words that a number in brackets follows as a value. */
const VALUED: ReadonlySet<string> = new Set(
  "of to was were is by from or at and versus vs than down up decreased declined fell negative loss about approximately".split(
    " ",
  ),
);

/** What the plain number `d` is as a mark, in a text whose cell may be a label. `floor` ends the token before. */
export function readMark(text: string, d: Digits, floor: number, cell: boolean, numberBefore: number): Mark {
  if (d.places > 0 || d.grouped || d.whole > 2) return undefined;
  const prior = text.charCodeAt(d.from - 1);
  if (prior === 91 || (prior === 40 && text.charCodeAt(d.from - 2) === 91)) {
    const open = prior === 91 ? d.from - 1 : d.from - 2;
    const to = open >= floor ? endOf(SQUARE, text, open) : -1;
    if (to > 0) return plain("other", open, to);
  }
  const before = prior === 32 ? d.from - 2 : d.from - 1;
  if (text.charCodeAt(before) === 40 && before >= floor) return roundMark(text, d, before, cell, numberBefore);
  if (d.from === 0) return headMark(text, d, cell);
  if (!cell && text.charCodeAt(d.to) === 41 && isListed(text, d)) return plain("other", d.from, d.to);
  if (isGluing(text, d.from - 1) && !isCurrency(text, d.from)) {
    const to = endOf(LIST, text, d.from);
    if (to > 0 && !isAlnum(text.charCodeAt(to))) return plain("other", d.from, to);
  }
  return undefined;
}

/** "adjusted for 1) additions and 2) payments": a bracket that closes behind the number and opened nowhere. */
function isListed(text: string, d: Digits): boolean {
  if (!isSpace(text.charCodeAt(d.from - 1)) || !isSpace(text.charCodeAt(d.to + 1))) return false;
  for (let p = d.from - 1; p >= 0 && d.from - p < 80; p--) {
    if (text.charCodeAt(p) === 41) return true;
    if (text.charCodeAt(p) === 40) return false;
  }
  return true;
}

function roundMark(text: string, d: Digits, open: number, cell: boolean, numberBefore: number): Mark {
  const to = endOf(ROUND, text, open);
  if (to < 0 || endOf(UNIT, text, to) > 0) return undefined;
  if (!isDigit(text.charCodeAt(d.to)) && skipSpaces(text, d.to, 1) + 1 !== to) return plain("other", open, to);
  if (d.digits > HIGHEST || d.digits === 0n) return undefined;
  const prior = text.charCodeAt(open - 1);
  const next = text.charCodeAt(skipSpaces(text, to, 2));
  if (skipSpacesBack(text, open, 4) === 0) {
    if (Number.isNaN(next)) return "doubt";
    return isLetter(next) ? plain("other", open, to) : undefined;
  }
  if (!isSpace(prior)) return isAlnum(prior) || isGluing(text, open - 1) ? plain("other", open, to) : undefined;
  const label = skipSpacesBack(text, open, 2);
  // "five (5)" and "1,234 (101)" stand beside a number.
  if (numberBefore === label) return undefined;
  const last = text.charCodeAt(label - 1);
  if (cell) return isLetter(last) || last === 41 || last === 44 ? plain("other", open, to) : undefined;
  if (isDigit(next) || next === 36 || next === 40 || next === 45 || next === 0x2014) return undefined;
  const word = previousWord(text, open);
  if (isLetter(next) && (word?.word === "and" || word?.word === "or")) return plain("other", open, to);
  return word !== undefined && VALUED.has(word.word) ? undefined : plain("other", open, to);
}

/** "EUR60" is money. */
const isCurrency = (text: string, at: number): boolean =>
  currencyOfCode(text.slice(wordStart(text, at), at)) !== undefined;

/** Whether a mark may be glued to the character: a letter, a closing bracket or quote, a trademark sign. */
const isGluing = (text: string, at: number): boolean =>
  ')]”’"™®©*†‡%'.includes(text[at] ?? "x") || isLetter(text.charCodeAt(at));

/** "1. Overview", "1) Overview" and "1 Includes" at the head of a text. */
function headMark(text: string, d: Digits, cell: boolean): Mark {
  if (endOf(HEADED, text, d.from) > 0) return plain("other", d.from, d.to);
  const c = text.charCodeAt(d.to);
  if (c === 46 && d.to + 1 === text.length) return cell ? "doubt" : plain("other", d.from, d.to);
  const next = text.charCodeAt(d.to + 1);
  return d.digits <= HIGHEST && c === 32 && isUpper(next) && isLetter(text.charCodeAt(d.to + 2)) ? "doubt" : undefined;
}
