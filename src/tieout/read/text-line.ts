import type { Printed } from "../../text/printed.ts";

/** A line with something on it. Blank lines are only counted, in `gap` of the line that follows. */
export interface Line {
  /** Without markup and trailing white space; the indentation is kept. */
  readonly printed: Printed;
  /** Blank lines right above. */
  readonly gap: number;
  /** The level of a markdown head ("##": 2), else 0. */
  readonly level: number;
  /** Whether it starts a list item. The bullet is no longer in `printed`. */
  readonly bullet: boolean;
  /** How many characters from the start stand in bold, the indentation counted. */
  readonly bold: number;
}

export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code > 8 && code < 14);
  if (code < 0xa0) return false;
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000 || code === 0xfeff;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);

export const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7);

export const isLetter = (code: number): boolean =>
  isUpper(code) || isLower(code) || (code >= 0x100 && code <= 0x24f) || (code >= 0x370 && code <= 0x1fff);

/** The words of a text: pairs of offsets, split at white space. */
export function wordsOf(text: string): number[] {
  const words: number[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i))) {
      if (start >= 0) words.push(start, i);
      start = -1;
    } else if (start < 0) start = i;
  }
  if (start >= 0) words.push(start, text.length);
  return words;
}

/** The words of a text grouped wherever less than two spaces, and no tab, stand between them: pairs of offsets. */
export function segmentsOf(text: string, words: readonly number[]): number[] {
  const segments: number[] = [];
  for (let w = 0; w < words.length; w += 2) {
    const from = words[w]!;
    const last = segments.length - 1;
    const near = last >= 0 && from - segments[last]! < 2 && text.charCodeAt(from - 1) !== 9;
    if (near) segments[last] = words[w + 1]!;
    else segments.push(from, words[w + 1]!);
  }
  return segments;
}
