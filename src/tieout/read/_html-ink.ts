import { EMPTY, fitted, type Printed } from "../../text/printed.ts";

/**
 * What a walk over a page leaves of it: a flat list of runs, four numbers each: bits, first offset in the source, end offset,
 * and one number more. The low three bits say what the run is, the others how it is printed.
 */
export type Runs = number[];
export const STRIDE = 4;

/** Source text, one to one. */
export const TEXT = 0;
/** A character reference; the fourth number is its code point. */
export const ENTITY = 1;
/** A line break inside a block. */
export const BREAK = 2;
/** A block starts or ends here; the fourth number is the heading level (1 to 6), 8 for a list item, or 0. */
export const EDGE = 3;
/** Blocks that were finished already stand here; the fourth number says which. */
export const CHILD = 4;
/** A page ends here. */
export const PAGE = 5;
export const KIND = 7;

export const BOLD = 8;
export const RAISED = 16;
export const UNDERLINED = 32;
export const PRESERVED = 64;

export const BULLET = 8;

/** White space as a reader sees it: no-break and typographic spaces too. */
export const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200a) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x205f ||
  c === 0x1680;

/** Characters that print nothing: zero-width ones, soft hyphens, marks of direction, controls. */
export const isNothing = (c: number): boolean =>
  c < 32 || (c >= 0x7f && c <= 0x9f) || c === 0xad || (c >= 0x200b && c <= 0x200f) || c === 0x2060 || c === 0xfeff;

/** The text of some runs, white space folded and cut off at either end, and how it is printed. */
export interface Ink {
  readonly printed: Printed;
  readonly bold: boolean;
  readonly underlined: boolean;
  /** How many wide (no-break) spaces stand before the first character. */
  readonly lead: number;
}

interface Pen {
  text: string;
  readonly pieces: number[];
  /** White space not yet written: its place in the source; -1 where there is none. */
  gapStart: number;
  gapEnd: number;
  lead: number;
  ink: number;
  bold: number;
  underlined: number;
  raised: boolean;
  /** The last character written; asking the growing text for it would copy the text every time. */
  last: number;
}

/** Adds to the last piece where that one ends here and both are one to one. */
function addPiece(pen: Pen, length: number, start: number, end: number): void {
  const { pieces } = pen;
  const last = pieces.length - 3;
  const at = pen.text.length;
  if (
    last >= 0 &&
    length === end - start &&
    pieces[last + 2] === start &&
    at - pieces[last]! === start - pieces[last + 1]!
  )
    pieces[last + 2] = end;
  else pieces.push(at, start, end);
}

const isAlphanumeric = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** Writes the white space that waits, and keeps a raised digit ("1,204" with a note 1) apart from what it stands behind. */
function writeGap(pen: Pen, bits: number, first: number, start: number): void {
  const raised = (bits & RAISED) !== 0;
  if (pen.text !== "") {
    if (pen.gapStart >= 0) {
      addPiece(pen, 1, pen.gapStart, pen.gapEnd);
      pen.text += " ";
    } else if (raised !== pen.raised && isAlphanumeric(pen.last)) {
      const digit = first >= 48 && first <= 57;
      if (raised ? digit : isAlphanumeric(first) && pen.last >= 48 && pen.last <= 57) {
        pen.pieces.push(pen.text.length, start, start);
        pen.text += " ";
      }
    }
  }
  pen.raised = raised;
  pen.gapStart = -1;
}

function write(pen: Pen, written: string, bits: number, start: number, end: number): void {
  if (pen.gapStart >= 0 || (bits & RAISED) !== 0 || pen.raised) writeGap(pen, bits, written.charCodeAt(0), start);
  addPiece(pen, written.length, start, end);
  pen.text += written;
  pen.last = written.charCodeAt(written.length - 1);
  pen.ink += written.length;
  if ((bits & BOLD) !== 0) pen.bold += written.length;
  if ((bits & UNDERLINED) !== 0) pen.underlined += written.length;
}

function space(pen: Pen, start: number, end: number, wide: boolean): void {
  if (wide && pen.text === "") pen.lead++;
  if (pen.gapStart < 0) pen.gapStart = start;
  pen.gapEnd = end;
}

/** Source text: runs of ink with single spaces between are taken in one piece. */
function writeText(pen: Pen, source: string, bits: number, start: number, end: number): void {
  let i = start;
  while (i < end) {
    let j = i;
    for (; j < end; j++) {
      const c = source.charCodeAt(j);
      if (c > 32 && c < 127) continue;
      if (c === 32 && j > i && j + 1 < end && source.charCodeAt(j + 1) > 32 && source.charCodeAt(j + 1) < 127) continue;
      if (c < 127 || isSpace(c) || isNothing(c)) break;
    }
    if (j > i) write(pen, source.slice(i, j), bits, i, j);
    for (i = j; i < end; i++) {
      const c = source.charCodeAt(i);
      if (isSpace(c)) space(pen, i, i + 1, c > 127);
      else if (!isNothing(c)) break;
    }
  }
}

function writeEntity(pen: Pen, bits: number, start: number, end: number, code: number): void {
  if (isSpace(code)) space(pen, start, end, code > 127);
  else if (!isNothing(code)) write(pen, String.fromCodePoint(code), bits, start, end);
}

/** Reads the runs from index `from` to index `to` of the list. A line break and the edge of a block are a space here. */
export function inkOf(source: string, runs: Runs, from: number, to: number): Ink {
  const pen: Pen = {
    text: "",
    pieces: [],
    gapStart: -1,
    gapEnd: -1,
    lead: 0,
    ink: 0,
    bold: 0,
    underlined: 0,
    raised: false,
    last: 0,
  };
  for (let r = from; r < to; r += STRIDE) {
    const bits = runs[r]!;
    const kind = bits & KIND;
    const start = runs[r + 1]!;
    if (kind === TEXT) writeText(pen, source, bits, start, runs[r + 2]!);
    else if (kind === ENTITY) writeEntity(pen, bits, start, runs[r + 2]!, runs[r + 3]!);
    else if (pen.gapStart < 0) space(pen, start, start, false);
  }
  const { ink } = pen;
  return {
    printed: ink === 0 ? EMPTY : { text: pen.text, pieces: fitted(pen.pieces) },
    bold: ink > 0 && pen.bold * 10 >= ink * 9,
    underlined: ink > 0 && pen.underlined * 10 >= ink * 9,
    lead: pen.lead,
  };
}

/** The lines of some runs with all their white space, for text whose columns stand in spaces. */
export function linesOf(source: string, runs: Runs, from: number, to: number): Printed[] {
  const lines: Printed[] = [];
  let text = "";
  let pieces: number[] = [];
  // The next line feed is sought once, not again by every run before it.
  let feed = -1;
  const put = (written: string, start: number, end: number): void => {
    if (written === "") return;
    pieces.push(text.length, start, end);
    text += written;
  };
  const close = (): void => {
    lines.push(text === "" ? EMPTY : { text, pieces: fitted(pieces) });
    text = "";
    pieces = [];
  };
  for (let r = from; r < to; r += STRIDE) {
    const kind = runs[r]! & KIND;
    const end = runs[r + 2]!;
    let start = runs[r + 1]!;
    if (kind === TEXT) {
      for (;;) {
        if (feed < start) feed = source.indexOf("\n", start);
        if (feed < 0) feed = source.length;
        if (feed >= end) break;
        const stop = feed > start && source.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
        put(source.slice(start, stop), start, stop);
        close();
        start = feed + 1;
      }
      put(source.slice(start, end), start, end);
    } else if (kind === ENTITY) {
      const code = runs[r + 3]!;
      if (isSpace(code)) put(" ", start, end);
      else if (!isNothing(code)) put(String.fromCodePoint(code), start, end);
    } else close();
  }
  if (text !== "") close();
  return lines;
}

/** Whether the run shows anything. */
export function hasInk(source: string, runs: Runs, r: number): boolean {
  const kind = runs[r]! & KIND;
  if (kind === ENTITY) return !isSpace(runs[r + 3]!) && !isNothing(runs[r + 3]!);
  if (kind !== TEXT) return false;
  for (let i = runs[r + 1]!; i < runs[r + 2]!; i++) {
    const c = source.charCodeAt(i);
    if (!isSpace(c) && !isNothing(c)) return true;
  }
  return false;
}
