import type { Printed } from "../../text/printed.ts";
import { join } from "../../text/printed.ts";
import { kindOf } from "./_arrange-kind.ts";
import { figuresIn } from "./_arrange-split.ts";
import { addBlocks, blockOf, isBullet, type Paper, type Piece } from "./_html-block.ts";
import {
  BREAK,
  BULLET,
  CHILD,
  EDGE,
  hasInk,
  type Ink,
  inkOf,
  KIND,
  PRESERVED,
  type Runs,
  STRIDE,
} from "./_html-ink.ts";
import type { RawCell, RawRow, RawTable } from "./raw.ts";

/** A table while the walk is inside it. Rows count from 0; columns are those of the grid. */
export interface Frame {
  /** What stands in the table but in no cell: it comes before the table. */
  readonly stray: Runs;
  readonly runs: Runs;
  readonly cells: Slot[];
  /** Per row, the thickest line above and below a cell that is not in the first column. */
  readonly above: number[];
  readonly below: number[];
  /** Per column, the first row that is free again below a cell that spans rows. */
  readonly busy: number[];
  row: number;
  column: number;
  open: Slot | undefined;
}

export interface Slot {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  end: number;
  /** 0 for td, 1 for th, 2 where it stands in thead. */
  readonly head: number;
  /** In twentieths of a point; that of its first block that shows anything. */
  indent: number;
  /** Whether it shows anything yet. */
  inked: boolean;
}

export const newFrame = (): Frame => ({
  stray: [],
  runs: [],
  cells: [],
  above: [],
  below: [],
  busy: [],
  row: -1,
  column: 0,
  open: undefined,
});

export function openRow(frame: Frame): void {
  frame.row++;
  frame.column = 0;
  frame.above.push(0);
  frame.below.push(0);
}

/** Most columns of one row that are counted. Beyond them every cell is one column wide. */
const WIDEST = 4000;

/** Takes the next free place of the row. `budget` is how many places of the grid may still be spanned over in this page. */
export function openSlot(frame: Frame, columns: number, rows: number, head: number, budget: { left: number }): Slot {
  const { busy, row } = frame;
  while ((busy[frame.column] ?? 0) > row) frame.column++;
  const from = frame.column;
  const area = columns * rows;
  const fits = area === 1 || (area <= budget.left && from + columns <= WIDEST);
  const width = fits ? columns : 1;
  if (fits && area > 1) budget.left -= area;
  if (fits && rows > 1) {
    for (let c = busy.length; c < from; c++) busy.push(0);
    for (let c = from; c < from + width; c++) busy[c] = row + rows;
  }
  frame.column = from + width;
  frame.open = { row, from, to: from + width, start: frame.runs.length, end: -1, head, indent: 0, inked: false };
  return frame.open;
}

export function rule(frame: Frame, from: number, above: number, below: number): void {
  if (frame.row < 0 || from === 0) return;
  if (above > frame.above[frame.row]!) frame.above[frame.row] = above;
  if (below > frame.below[frame.row]!) frame.below[frame.row] = below;
}

/** A cell with its text read. */
interface Filled {
  readonly slot: Slot;
  readonly ink: Ink;
  readonly length: number;
}

/** What a finished table turns out to be. */
export type Finished =
  | { readonly kind: "empty" }
  /** A few words in one row: they belong to the cell around. */
  | { readonly kind: "inline" }
  | { readonly kind: "pieces"; readonly pieces: readonly Piece[] };

/** Reads a table: figures in a grid become a raw table, all else the blocks that its cells hold. */
export function finish(paper: Paper, frame: Frame, nested: boolean): Finished {
  const pieces: Piece[] = [];
  addBlocks(paper, frame.stray, 0, frame.stray.length, pieces);
  const rows: Filled[][] = [];
  let holdsBlocks = false;
  for (const slot of frame.cells) {
    const ink = inkOf(paper.source, frame.runs, slot.start, slot.end);
    holdsBlocks ||= hasBlocks(paper.source, frame.runs, slot);
    if (ink.printed.text === "" && !hasChild(frame.runs, slot)) continue;
    let cells = rows[rows.length - 1];
    if (cells === undefined || cells[0]!.slot.row !== slot.row) {
      cells = [];
      rows.push(cells);
    }
    cells.push({ slot, ink, length: ink.printed.text.length });
  }
  if (rows.length === 0) return pieces.length === 0 ? { kind: "empty" } : { kind: "pieces", pieces };
  if (nested && !holdsBlocks && pieces.length === 0 && rows.length === 1 && isShort(rows[0]!))
    return { kind: "inline" };
  if (holdsBlocks || isLayout(rows)) for (const cells of rows) addLayoutRow(paper, frame.runs, cells, pieces);
  else
    pieces.push(
      rawTable(
        frame,
        rows.flatMap((cells) => unstack(paper.source, frame.runs, cells)),
      ),
    );
  return { kind: "pieces", pieces };
}

const isShort = (cells: readonly Filled[]): boolean => cells.length <= 4 && cells.every((cell) => cell.length <= 40);

function hasChild(runs: Runs, slot: Slot): boolean {
  for (let r = slot.start; r < slot.end; r += STRIDE) if ((runs[r]! & KIND) === CHILD) return true;
  return false;
}

/** Whether a cell holds blocks finished already, or text whose lines and spaces are kept. */
function hasBlocks(source: string, runs: Runs, slot: Slot): boolean {
  for (let r = slot.start; r < slot.end; r += STRIDE) {
    if ((runs[r]! & KIND) === CHILD) return true;
    if (
      (runs[r]! & PRESERVED) !== 0 &&
      hasInk(source, runs, r) &&
      source.slice(runs[r + 1]!, runs[r + 2]!).includes("\n")
    )
      return true;
  }
  return false;
}

const LONG = 200;

/** A table that only places text: no two cells in a row, bullets beside texts, or no figures. */
function isLayout(rows: readonly Filled[][]): boolean {
  const paired = rows.filter((cells) => cells.length > 1);
  if (paired.length === 0) return true;
  if (paired.every(isBulleted)) return true;
  let figures = 0;
  for (const cells of rows)
    for (const [index, { ink, length }] of cells.entries()) {
      if (length > 40) continue;
      const { text } = ink.printed;
      const kind = kindOf(text);
      // "Up 12%" and "$1.0 to $1.2" are figures too where a cell stands before them.
      if (kind === "number" || kind === "dash" || kind === "void") figures++;
      else if (index > 0 && kind === "text" && /[$%€£]/.test(text) && /\d/.test(text)) figures++;
    }
  const wordy = paired.filter((cells) => cells.some((cell) => cell.length > LONG)).length;
  return figures === 0 || wordy * 2 > paired.length;
}

const isNote = (text: string): boolean =>
  text.length <= 5 && /^(?:[([][0-9a-z]{1,2}[)\]]|\*{1,4}|[†‡§]{1,3}|\d)$/.test(text);

const isBulleted = (cells: readonly Filled[]): boolean =>
  cells.length === 2 &&
  (isBullet(cells[0]!.ink.printed.text) || isNote(cells[0]!.ink.printed.text)) &&
  kindOf(cells[1]!.ink.printed.text) === "text";

const JOINED = 100;

function addLayoutRow(paper: Paper, runs: Runs, cells: readonly Filled[], out: Piece[]): void {
  const [first, second] = cells;
  const plain = cells.every(({ slot }) => !hasBlocks(paper.source, runs, slot));
  if (plain && isBulleted(cells)) {
    const mark = first!.ink.printed;
    const text = isBullet(mark.text) ? second!.ink.printed : join([mark, second!.ink.printed], " ");
    out.push({ kind: "paragraph", text, bullet: isBullet(mark.text) });
  } else if (
    plain &&
    cells.length > 1 &&
    cells.every(({ slot, length }) => length <= JOINED && edges(runs, slot) === 0)
  ) {
    const printed: Printed = join(
      cells.map(({ ink }) => ink.printed),
      " ",
    );
    const all = (test: (ink: Ink) => boolean): boolean => cells.every(({ ink }) => test(ink));
    out.push(blockOf({ printed, bold: all((ink) => ink.bold), underlined: all((ink) => ink.underlined), lead: 0 }, 0));
  } else for (const { slot } of cells) addBlocks(paper, runs, slot.start, slot.end, out);
}

/** How many blocks beyond the first a cell has. */
function edges(runs: Runs, slot: Slot): number {
  let count = 0;
  let inked = false;
  for (let r = slot.start; r < slot.end; r += STRIDE) {
    if ((runs[r]! & KIND) === EDGE) {
      if (runs[r + 3] === BULLET) return 1;
      if (inked) count++;
      inked = false;
    } else inked = true;
  }
  return inked ? count : Math.max(0, count - 1);
}

/** Takes a row apart whose cells all hold the same number of lines, one below the other, one of them lines of figures. */
function unstack(source: string, runs: Runs, cells: Filled[]): Filled[][] {
  if (cells.length < 2 || !cells.some(({ ink }) => figuresIn(ink.printed.text) !== undefined)) return [cells];
  const lines = cells.map((cell) => linesIn(source, runs, cell));
  const count = lines[0]!.length;
  const figures = (filled: readonly Filled[]): boolean =>
    filled.every(({ ink }) => kindOf(ink.printed.text) !== "text");
  if (count < 2 || lines.some((filled) => filled.length !== count) || !lines.some(figures)) return [cells];
  return Array.from({ length: count }, (_, line) => lines.map((filled) => filled[line]!));
}

function linesIn(source: string, runs: Runs, { slot }: Filled): Filled[] {
  const lines: Filled[] = [];
  let start = slot.start;
  for (let r = slot.start; r <= slot.end; r += STRIDE) {
    const kind = r < slot.end ? runs[r]! & KIND : EDGE;
    if (kind !== BREAK && kind !== EDGE) continue;
    const ink = inkOf(source, runs, start, r);
    if (ink.printed.text !== "") lines.push({ slot, ink, length: ink.printed.text.length });
    start = r + STRIDE;
  }
  return lines;
}

function rawTable(frame: Frame, rows: readonly Filled[][]): RawTable {
  const thickness = rulesAbove(frame, rows);
  const least = leastRule(thickness);
  return {
    kind: "raw-table",
    rows: rows.map((cells, index): RawRow => {
      const data = cells.some(({ slot }) => slot.head === 0);
      return {
        cells: cells.map(
          ({ slot, ink }): RawCell => ({
            from: slot.from,
            to: slot.to,
            text: ink.printed,
            head: slot.head === 2 || (slot.head === 1 && !data),
            bold: ink.bold,
            // Half a letter for every no-break space.
            indent: Math.max(0, slot.indent + ink.lead * 100),
          }),
        ),
        ruleAbove: thickness[index]! > least,
      };
    }),
  };
}

/** The thickest line between each row and the row before it that has text; empty rows between pass theirs on. */
function rulesAbove(frame: Frame, rows: readonly Filled[][]): number[] {
  let before = -1;
  return rows.map((cells, index) => {
    const own = cells[0]!.slot.row;
    let thickness = own === before ? 0 : frame.above[own]!;
    for (let row = Math.max(0, before); row < own; row++)
      thickness = Math.max(thickness, frame.below[row]!, row > before ? frame.above[row]! : 0);
    before = own;
    return index > 0 && isUnderlined(rows[index - 1]!) ? Math.max(thickness, 1) : thickness;
  });
}

/** Figures that are underlined have a rule below them. */
const isUnderlined = (cells: readonly Filled[]): boolean =>
  cells.length > 1 && cells.slice(1).every(({ ink }) => ink.underlined);

/** Where most rows have a line above them it is a grid, and only thicker lines say anything. */
function leastRule(thickness: readonly number[]): number {
  const ruled = thickness.filter((t) => t > 0).sort((a, b) => a - b);
  return ruled.length > 3 && ruled.length * 3 > thickness.length * 2 ? ruled[ruled.length >> 1]! : 0;
}
