import { isAlnum, isDigit, isLetter, isSpace } from "./char.ts";
import type { DecimalMark } from "./decimal-mark.ts";
import { type Chunk, NO_CHUNK } from "./link.ts";
import type { Token } from "./token.ts";

/** What the readers of one text need to know of what lies behind them. It changes as the scan moves on, and never leaves it. */
export interface Scan {
  readonly text: string;
  readonly cell: boolean;
  /** Whether letters stand in the text that are no currency and no unit: then a cell is a label or a head. */
  readonly worded: boolean;
  readonly mark: DecimalMark;
  readonly tokens: Token[];
  /** Where the last token ends, with all that belongs to it. */
  floor: number;
  /** Where the last number ends with all that belongs to it, -1 where no number has been read. */
  numberBefore: number;
  chunk: Chunk;
}

export const scanOf = (text: string, cell: boolean, mark: DecimalMark): Scan => ({
  text,
  cell,
  worded: !cell || hasWords(text),
  mark,
  tokens: [],
  floor: 0,
  numberBefore: -1,
  chunk: NO_CHUNK,
});

/** Adds the token, and moves the floor behind it. */
export function push(scan: Scan, token: Token): void {
  scan.tokens.push(token);
  scan.floor = token.to;
  if (token.kind !== "number") return;
  scan.numberBefore = token.outer.to;
  scan.floor = token.outer.to;
}

/** Letters that numbers wear: a cell of these alone is no label. */
const WORN: ReadonlySet<string> = new Set(
  "US USD EUR GBP CHF CAD m mn bn k x X bps bp pts M B K pp million billion per cent percent kr Rs".split(" "),
);

function hasWords(text: string): boolean {
  for (let p = 0; p < text.length; p++) {
    if (!isLetter(text.charCodeAt(p))) continue;
    let end = p;
    while (isAlnum(text.charCodeAt(end))) end++;
    if (!WORN.has(text.slice(p, Math.min(end, p + 12)))) return true;
    p = end;
  }
  return false;
}

/** Digits of other scripts, superscripts, circled numbers and fractions: each run is a token that measures nothing. */
const OTHER_DIGIT = /[\p{Nd}\p{No}]{1,40}/uy;

/** The end of a run of digits that are not 0 to 9, or `at`. */
export function otherDigitsEnd(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (isDigit(c) || isSpace(c) || (c >= 0x2010 && c <= 0x2027)) return at;
  OTHER_DIGIT.lastIndex = at;
  return OTHER_DIGIT.test(text) ? OTHER_DIGIT.lastIndex : at;
}
