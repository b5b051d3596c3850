import { part } from "../../text/printed.ts";
import { kindOf, mayBeMark } from "./_arrange-kind.ts";
import type { Mended, MendedRow } from "./_arrange-mend.ts";

const LONGEST = 200;

/**
 * The offsets of the figures in a cell that holds nothing but figures, two at least: pairs of start and end. A range ("8 - 10")
 * and a number with its note ("216 (5)") are one figure each; `notesApart` takes the note for a negative number.
 */
export function figuresIn(text: string, notesApart = false): readonly number[] | undefined {
  if (text.length > LONGEST || !/\d/.test(text) || !text.includes(" ")) return undefined;
  const found: number[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf(" ", start);
    if (end < 0) end = text.length;
    const word = text.slice(start, end);
    const kind = kindOf(word);
    const last = found.length - 2;
    if (kind === "text" || kind === "mark" || word === "-" || word === "–") return undefined;
    const waits = last >= 0 && kindOf(text.slice(found[last]!, found[last + 1]!)) === "open";
    if (last >= 0 && (waits || kind === "close" || (!notesApart && mayBeMark(word)))) found[last + 1] = end;
    else found.push(start, end);
    start = end + 1;
  }
  return found.length >= 4 ? found : undefined;
}

/** What the cells of one place hold: how often each number of figures. */
interface Place {
  readonly counts: Map<number, number>;
  cells: number;
}

const key = (cell: Mended): number => cell.from * 2 ** 26 + cell.to;

const LEAST_ROWS = 3;

/**
 * Cuts up cells in which columns ran together: three rows and more that hold the same number of figures in the same place,
 * and most of the cells there.
 */
export function splitStrung(rows: readonly MendedRow[]): readonly MendedRow[] {
  const places = new Map<number, Place>();
  for (const { cells } of rows)
    for (const cell of cells) {
      const figures = figuresIn(cell.cell.text.text);
      if (figures === undefined && cell.kind !== "number" && cell.kind !== "dash") continue;
      const place: Place = places.get(key(cell)) ?? { counts: new Map(), cells: 0 };
      places.set(key(cell), place);
      place.cells++;
      // "205 181" may be one number with a space between its thousands, and proves nothing.
      if (figures === undefined || cell.kind === "number") continue;
      const count = figures.length / 2;
      place.counts.set(count, (place.counts.get(count) ?? 0) + 1);
    }
  const columns = new Map<number, number>();
  for (const [where, { counts, cells }] of places)
    for (const [count, times] of counts) if (times >= LEAST_ROWS && times * 2 > cells) columns.set(where, count);
  if (columns.size === 0) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.flatMap((cell) => cut(cell, columns.get(key(cell)))) }));
}

function cut(cell: Mended, count: number | undefined): Mended[] {
  if (count === undefined) return [cell];
  const { text: written } = cell.cell.text;
  const figures = [figuresIn(written), figuresIn(written, true)].find((found) => found?.length === 2 * count);
  if (figures === undefined) return [cell];
  const step = (cell.to - cell.from) / count;
  return Array.from({ length: count }, (_, i) => {
    const text = part(cell.cell.text, figures[2 * i]!, figures[2 * i + 1]!);
    const [from, to] = [cell.from + i * step, cell.from + (i + 1) * step];
    return { cell: { ...cell.cell, text, from, to }, from, to, kind: kindOf(text.text) };
  });
}
