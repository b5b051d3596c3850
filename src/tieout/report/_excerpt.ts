import { type Printed, startOf } from "../../text/printed.ts";
import type { Document } from "../document.ts";

/** The author's own line and where in it the trouble stands. */
export interface Excerpt {
  /** From 1, in the source. */
  readonly line: number;
  /** From 1, in UTF-16 code units of the source's line. */
  readonly column: number;
  readonly text: string;
  /** The part of `text` that is meant; never empty. */
  readonly from: number;
  readonly to: number;
}

/** Shows places of one document. The index over its lines is made once, and only where a place is asked for. */
export function excerpts(document: Document): (start: number, end: number) => Excerpt {
  const { source, format } = document;
  let starts: readonly number[] | undefined;
  let lines: readonly PrintedLine[] | undefined;
  return (start, end) => {
    starts ??= lineStarts(source);
    const at = lastAtOrBefore(starts.length, (i) => starts![i]!, start);
    const first = starts[at]!;
    const place = { line: at + 1, column: start - first + 1 };
    if (format === "html" || format === "ixbrl") {
      lines ??= printedLines(document);
      const line = lines[lastAtOrBefore(lines.length, (i) => lines![i]!.start, start)];
      const shown = line === undefined ? undefined : printedAt(line.parts, start, end);
      if (shown !== undefined) return { ...place, ...shown };
    }
    const text = source.slice(first, starts[at + 1] ?? source.length).replace(/[\r\n]{1,2}$/, "");
    const from = Math.min(start - first, text.length);
    return { ...place, text, from, to: Math.max(from + 1, Math.min(end - first, text.length)) };
  };
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || (c === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The index of the last of `count` ascending keys that is not above `wanted`; 0 where there is none. */
function lastAtOrBefore(count: number, key: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (key(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line as markup shows it: a paragraph, a heading, or a row of a table, whose cells are the parts. */
interface PrintedLine {
  readonly start: number;
  readonly parts: readonly Printed[];
}

function printedLines({ blocks }: Document): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  const keep = (all: readonly Printed[]): void => {
    const parts = all.filter((part) => part.text !== "");
    if (parts.length > 0) lines.push({ start: Math.min(...parts.map((part) => startOf(part, 0))), parts });
  };
  for (const block of blocks) {
    if (block.kind !== "table") keep([block.text]);
    else for (const row of block.rows) keep(row.cells.map((cell) => cell.text));
  }
  return lines.sort((a, b) => a.start - b.start);
}

/** The parts with two spaces between them, and the place in them; undefined where the place stands in none of them. */
function printedAt(
  parts: readonly Printed[],
  start: number,
  end: number,
): { text: string; from: number; to: number } | undefined {
  let text = "";
  let from: number | undefined;
  let to = 0;
  for (const part of parts) {
    if (text !== "") text += "  ";
    const a = offsetAt(part, start);
    if (a !== undefined && from === undefined) {
      from = text.length + a;
      to = text.length + (offsetAt(part, end - 1) ?? a) + 1;
    }
    text += part.text;
  }
  return from === undefined ? undefined : { text, from, to: Math.max(from + 1, to) };
}

/** The offset in the text of the character that stands at `place` in the source; undefined where none does. */
function offsetAt({ text, pieces }: Printed, place: number): number | undefined {
  for (let p = 0; p < pieces.length; p += 3) {
    const from = pieces[p]!;
    const start = pieces[p + 1]!;
    const end = pieces[p + 2]!;
    if (place < start || place >= end) continue;
    const length = (pieces[p + 3] ?? text.length) - from;
    return length === end - start ? from + place - start : from;
  }
  return undefined;
}
