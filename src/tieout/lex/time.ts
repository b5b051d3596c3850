import { isAlnum, isDigit, isLetter, skipSpaces } from "./char.ts";
import { countDigits } from "./number.ts";
import { small } from "./year.ts";

/** Where "a.m.", "p.m.", "AM" or "pm" at `at` ends, or `at` where none stands there. A full stop of the sentence stays out. */
function halfOfDay(text: string, at: number): number {
  const c = text.charCodeAt(at) | 32;
  if (c !== 97 && c !== 112) return at;
  let p = at + 1;
  const dotted = text.charCodeAt(p) === 46;
  if (dotted) p++;
  if (text[p] === " " && dotted) p++;
  if ((text.charCodeAt(p) | 32) !== 109) return at;
  p++;
  if (isAlnum(text.charCodeAt(p))) return at;
  return dotted && text.charCodeAt(p) === 46 ? p + 1 : p;
}

/** The end of a time of day at `at` ("4:45 p.m.", "8 a.m.", "16:30", "16h30", "11:38:59.67"), or `at` where none stands. */
export function timeEnd(text: string, at: number): number {
  const n = countDigits(text, at, 2);
  if (n < 1 || n > 2) return at;
  const hour = small(text, at, n);
  if (hour > 24) return at;
  let p = at + n;
  const separator = text.charCodeAt(p);
  const minutes = separator === 58 || separator === 46 || (separator | 32) === 104;
  if (minutes && countDigits(text, p + 1, 2) === 2 && small(text, p + 1, 2) < 60) {
    p = clockEnd(text, p + 3);
    const half = halfOfDay(text, skipSpaces(text, p, 2));
    if (half > skipSpaces(text, p, 2)) return half;
    return separator === 46 || isLetter(text.charCodeAt(p)) ? at : p;
  }
  p = skipSpaces(text, p, 2);
  const half = halfOfDay(text, p);
  return half > p && hour <= 12 ? half : at;
}

/** Seconds and their fraction behind the minutes. */
function clockEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 58 || countDigits(text, at + 1, 2) !== 2) return at;
  let p = at + 3;
  if (text.charCodeAt(p) === 46 && isDigit(text.charCodeAt(p + 1))) p += 1 + countDigits(text, p + 1, 12);
  return p;
}
