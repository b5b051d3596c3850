import { type LineTable, lineAndColumn, lineAt, lines } from "../../text/place.ts";
import { type Printed, startOf } from "../../text/printed.ts";
import type { Excerpt } from "../../text/told.ts";
import type { Document } from "../document.ts";

/** Shows places of one document. The indexes over its lines are made once, and only where a place is asked for. */
export function excerpts(document: Document): (start: number, end: number) => Excerpt {
  const { source, format } = document;
  let table: LineTable | undefined;
  let printed: readonly PrintedLine[] | undefined;
  return (start, end) => {
    table ??= lines(source);
    const place = lineAndColumn(table, start);
    if (format === "html" || format === "ixbrl") {
      printed ??= printedLines(document);
      const shown = printedAt(printed, start, end);
      if (shown !== undefined) return { ...place, ...shown };
    }
    const text = lineAt(source, table, place.line);
    const from = Math.min(place.column - 1, text.length);
    return { ...place, text, from, to: Math.max(from + 1, Math.min(from + end - start, text.length)) };
  };
}

/** The same of the lines as they are read, whatever the document is: a paragraph is one, however it is wrapped. Undefined where none holds the place. */
export function readLines(
  document: Pick<Document, "blocks">,
): (start: number, end: number) => Pick<Excerpt, "text" | "from" | "to"> | undefined {
  let printed: readonly PrintedLine[] | undefined;
  return (start, end) => {
    printed ??= printedLines(document);
    return printedAt(printed, start, end);
  };
}

/** A line as markup shows it: a paragraph, a heading, or a row of a table, whose cells are the parts. */
interface PrintedLine {
  readonly start: number;
  readonly parts: readonly Printed[];
}

function printedLines({ blocks }: Pick<Document, "blocks">): readonly PrintedLine[] {
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

/** The line that holds the place, its parts with two spaces between them; undefined where no line holds it. */
function printedAt(
  all: readonly PrintedLine[],
  start: number,
  end: number,
): { text: string; from: number; to: number } | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle]!.start <= start) low = middle;
    else high = middle - 1;
  }
  let text = "";
  let from: number | undefined;
  let to = 0;
  for (const part of all[low]?.parts ?? []) {
    if (text !== "") text += "  ";
    const first = offsetAt(part, start);
    if (first !== undefined && from === undefined) {
      from = text.length + first;
      to = text.length + (offsetAt(part, end - 1) ?? first) + 1;
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
