/** Character classes by UTF-16 code unit, and the small steps that the readers of tokens take. Every step is bounded. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);

/** Letters of the scripts that releases are written in; the ones beyond Latin count too, so that a word stays whole. */
export const isLetter = (c: number): boolean =>
  ((c | 32) >= 97 && (c | 32) <= 122) ||
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x370 && c <= 0x58f) ||
  (c >= 0x3040 && c <= 0x9fff) ||
  (c >= 0xac00 && c <= 0xd7a3);

export const isAlnum = (c: number): boolean => isDigit(c) || isLetter(c);

export const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0xfeff;

/** A hyphen, a minus sign or a dash of any length. */
export const isDash = (c: number): boolean => c === 45 || c === 0x2212 || (c >= 0x2010 && c <= 0x2015) || c === 0xad;

/** The first place from `at` on that holds no white space, at most `most` further. */
export function skipSpaces(text: string, at: number, most: number): number {
  let p = at;
  while (p - at < most && isSpace(text.charCodeAt(p))) p++;
  return p;
}

/** The place behind the last character before `at` that is no white space, at most `most` back. */
export function skipSpacesBack(text: string, at: number, most: number): number {
  let p = at;
  while (at - p < most && p > 0 && isSpace(text.charCodeAt(p - 1))) p--;
  return p;
}

/** Longer runs of letters than this are no word that any reader knows. */
const LONGEST = 24;

/** Where the run of letters that starts at `at` ends, at most LONGEST further. */
export function wordEnd(text: string, at: number): number {
  let p = at;
  while (p - at < LONGEST && isLetter(text.charCodeAt(p))) p++;
  return p;
}

/** Where the run of letters that ends at `at` starts, at most LONGEST back and not before `floor`. */
export function wordStart(text: string, at: number, floor = 0): number {
  let p = at;
  while (p > floor && at - p < LONGEST && isLetter(text.charCodeAt(p - 1))) p--;
  return p;
}

export interface Word {
  /** In small letters. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The word that follows `at` behind at most three spaces or hyphens, or undefined where something else does. */
export function nextWord(text: string, at: number): Word | undefined {
  let from = at;
  while (from - at < 3) {
    const c = text.charCodeAt(from);
    if (!isSpace(c) && c !== 45 && c !== 0x2010 && c !== 0x2011) break;
    from++;
  }
  const to = wordEnd(text, from);
  return to === from ? undefined : { word: text.slice(from, to).toLowerCase(), from, to };
}

/** The word that ends before `at`, with at most three spaces between, not before `floor`. */
export function previousWord(text: string, at: number, floor = 0): Word | undefined {
  const to = skipSpacesBack(text, at, 3);
  if (to <= floor) return undefined;
  const from = wordStart(text, to, floor);
  return from === to ? undefined : { word: text.slice(from, to).toLowerCase(), from, to };
}
