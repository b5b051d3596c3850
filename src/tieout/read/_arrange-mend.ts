import { join } from "../../text/printed.ts";
import { type CellKind, isRule, kindOf, mayBeMark } from "./_arrange-kind.ts";
import type { RawCell, RawRow } from "./raw.ts";

/** A cell whose sign, bracket and unit have come home. */
export interface Mended {
  readonly cell: RawCell;
  readonly from: number;
  readonly to: number;
  readonly kind: CellKind;
}

export interface MendedRow {
  readonly cells: readonly Mended[];
  readonly ruleAbove: boolean;
  /** Whether all its figures are bare years: such a row is a head. */
  readonly years: boolean;
}

/** How far right of its number a percent sign, a bracket or a note may stand, in columns of the source. */
const REACH = 4;
/** Positions beyond this are not counted; a table that wide has other troubles. */
const WIDEST = 200_000;

/** How many cells of a kind cover each position of the source's columns, and how many texts start before each. */
interface Cover {
  readonly numbers: Int32Array;
  readonly closers: Int32Array;
  readonly textStarts: Int32Array;
}

/** Joins what was printed as one figure, drops rows without text, and passes their rules down. */
export function mend(rows: readonly RawRow[]): MendedRow[] {
  const seen = rows.map((row) => ({ row, cells: row.cells.filter((cell) => cell.text.text !== "").map(seeCell) }));
  const cover = coverOf(seen.map(({ cells }) => cells));
  const mended: MendedRow[] = [];
  let rule = false;
  for (const { row, cells } of seen) {
    rule ||= row.ruleAbove;
    if (cells.length === 0) continue;
    if (cells.every(({ cell }) => isRule(cell.text.text))) {
      rule = true;
      continue;
    }
    const numbers = cells.filter(({ kind }) => kind === "number" || kind === "dash");
    const years = numbers.length === 0 && cells.some(({ kind }) => kind === "year");
    mended.push({ cells: mendRow(cells, cover, years), ruleAbove: rule, years });
    rule = false;
  }
  return mended;
}

const seeCell = (cell: RawCell): Mended => ({ cell, from: cell.from, to: cell.to, kind: kindOf(cell.text.text) });

function coverOf(rows: readonly (readonly Mended[])[]): Cover {
  let width = 0;
  for (const cells of rows) for (const { to } of cells) if (to > width) width = to;
  width = Math.min(width, WIDEST);
  const [numbers, closers, textStarts] = [
    new Int32Array(width + 2),
    new Int32Array(width + 2),
    new Int32Array(width + 2),
  ];
  const add = (array: Int32Array, from: number, to: number): void => {
    if (from > width) return;
    array[from]!++;
    array[Math.min(to, width + 1)]!--;
  };
  for (const cells of rows)
    for (const { cell, from, to, kind } of cells) {
      if (kind === "number" && !mayBeMark(cell.text.text)) add(numbers, from, to);
      else if (kind === "close" || kind === "mark") add(closers, from, to);
      else if ((kind === "text" || kind === "year") && from <= width) textStarts[from]!++;
    }
  for (const array of [numbers, closers, textStarts]) for (let i = 1; i < array.length; i++) array[i]! += array[i - 1]!;
  return { numbers, closers, textStarts };
}

function mendRow(cells: readonly Mended[], cover: Cover, years: boolean): Mended[] {
  const out: Mended[] = [];
  let open: Mended | undefined;
  for (const [index, next] of cells.entries()) {
    let cell = next;
    // A bullet in a cell of its own is no label.
    if (isGlyph(cell.cell.text.text) && cells[index + 1]?.kind === "text" && out.length === 0) continue;
    if (open !== undefined) {
      if (takesSign(cell))
        cell = joined(open, cell, "", cell.kind === "open" ? "open" : "number", cell.kind === "dash");
      else out.push(open);
      open = undefined;
    }
    const last = out[out.length - 1];
    if (cell.kind === "open") open = cell;
    else if (last !== undefined && closes(last, cell, cover, years, out.length === 1))
      out[out.length - 1] = joined(last, cell, /^[A-Za-z([]/.test(cell.cell.text.text) ? " " : "", last.kind, false);
    else out.push(cell);
  }
  if (open !== undefined) out.push(open);
  return out;
}

const isGlyph = (text: string): boolean => text.length === 1 && "•·●▪○◦‣■□➢\uf0b7\uf0a7".includes(text);

/** Whether the sign at the left belongs to this cell: a number, a dash or a bracket that has no currency sign of its own. */
const takesSign = (cell: Mended): boolean =>
  (cell.kind === "number" || cell.kind === "dash" || cell.kind === "year" || cell.kind === "open") &&
  !/^[$€£¥]|^(?:US|C|A|HK|NT)\$/.test(cell.cell.text.text.slice(0, 4));

function joined(left: Mended, right: Mended, between: string, kind: CellKind, dash: boolean): Mended {
  const text = join([left.cell.text, right.cell.text], between);
  const cell: RawCell = { ...left.cell, from: left.from, to: right.to, text, bold: left.cell.bold && right.cell.bold };
  return { cell, from: left.from, to: right.to, kind: dash ? "dash" : kind };
}

/** Whether a bracket, a percent sign, a unit or a note mark belongs to the cell before it. */
function closes(last: Mended, cell: Mended, cover: Cover, years: boolean, first: boolean): boolean {
  const text = cell.cell.text.text;
  const gap = cell.from - last.to;
  const figure = last.kind === "number" || last.kind === "dash" || (last.kind === "year" && !years);
  if (cell.kind === "close") {
    if (!figure) return false;
    const before = last.cell.text.text;
    if (text.startsWith(")") && before.includes("(") && !before.includes(")")) return true;
    return gap <= REACH && !before.endsWith("%") && isOutside(cell, cover);
  }
  const mark = cell.kind === "mark" || (cell.kind === "number" && mayBeMark(text) && !hasOwnHead(last, cell, cover));
  if (!mark || gap > 1 || !isOutside(cell, cover)) return false;
  return figure || last.kind === "void" || (first && last.kind === "text" && last.cell.text.text.length > 1);
}

/** Whether the place holds no column of numbers: else a percent sign there is its head, and a number a number. */
function isOutside(cell: Mended, cover: Cover): boolean {
  const numbers = cover.numbers[cell.from] ?? 0;
  return cell.kind === "number" ? numbers === 0 : numbers <= (cover.closers[cell.from] ?? 0);
}

/** Whether a head stands over the place of "(1)" that does not stand over the number before it as well. */
function hasOwnHead(last: Mended, cell: Mended, cover: Cover): boolean {
  const until = cover.textStarts[Math.min(cell.to - 1, cover.textStarts.length - 1)] ?? 0;
  return until > (cover.textStarts[Math.min(last.to - 1, cover.textStarts.length - 1)] ?? 0);
}
