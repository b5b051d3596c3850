import { isDigit, isLetter, isUpper } from "./char.ts";
import { countDigits } from "./number.ts";

export interface Year {
  readonly year: number;
  readonly to: number;
}

const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 0x2018;

/** The number of the `n` digits at `at`. */
export function small(text: string, at: number, n: number): number {
  let value = 0;
  for (let p = at; p < at + n; p++) value = value * 10 + text.charCodeAt(p) - 48;
  return value;
}

/** A year of four digits, 1900 to 2100, at `at`, that is not the head of a longer number. */
export function yearAt(text: string, at: number): Year | undefined {
  if (countDigits(text, at, 4) !== 4) return undefined;
  const year = small(text, at, 4);
  if (year < 1900 || year > 2100) return undefined;
  const to = at + 4;
  const c = text.charCodeAt(to);
  if ((c === 46 || c === 44) && isDigit(text.charCodeAt(to + 1))) return undefined;
  if (c === 37) return undefined;
  // Flattened tables glue a word to the year: "2024Revenue".
  if (isLetter(c) && !(isUpper(c) && isLetter(text.charCodeAt(to + 1)))) return undefined;
  return { year, to };
}

/** A year of four digits, or of two behind an apostrophe ("’24"). */
export function writtenYear(text: string, at: number): Year | undefined {
  if (isApostrophe(text.charCodeAt(at))) return yearAt(text, at + 1) ?? shortYear(text, at + 1);
  return yearAt(text, at);
}

/** A year of two digits, 2000 to 2069 or 1970 to 1999, that is not the head of a longer number or an amount. */
export function shortYear(text: string, at: number): Year | undefined {
  if (countDigits(text, at, 2) !== 2) return undefined;
  const to = at + 2;
  const c = text.charCodeAt(to);
  if (c === 37 || ((c === 46 || c === 44) && isDigit(text.charCodeAt(to + 1)))) return undefined;
  if (isLetter(c) && !(isUpper(c) && isLetter(text.charCodeAt(to + 1)))) return undefined;
  return { year: century(small(text, at, 2)), to };
}

/** The year that two digits stand for. */
export const century = (two: number): number => (two < 70 ? 2000 + two : 1900 + two);
