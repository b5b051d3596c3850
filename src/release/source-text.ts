import type { SourcePlace } from "../books/books.ts";
import { lineAndColumn, lines } from "../text/place.ts";
import { type Printed, startOf } from "../text/printed.ts";

/** A text that is read, with the place of each of its characters in a file. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** The place of an offset, in UTF-16 code units. */
  readonly at: (offset: number) => SourcePlace;
}

export function sourceText(path: string, text: string): SourceText {
  const table = lines(text);
  return { path, text, at: (offset) => ({ path, ...lineAndColumn(table, offset) }) };
}

/** A text that stands within a file that is not at hand letter by letter: all of it has one place. */
export const textWithin = (place: SourcePlace, text: string): SourceText => ({
  path: place.path,
  text,
  at: () => place,
});

/** A word of the source. */
export interface Piece {
  readonly text: string;
  /** Offsets in the source; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
}

/** The part of a text from `from` to `to` (both may be one: then its place is that of the character there, or of the end). */
export function pieceOf(printed: Printed, from: number, to: number): Piece {
  const last = printed.pieces.at(-1) ?? 0;
  const start = from < printed.text.length ? startOf(printed, from) : last;
  const end = to > from ? startOf(printed, to - 1) + 1 : start;
  return { text: printed.text.slice(from, to), start, end };
}
