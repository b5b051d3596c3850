import type { Printed } from "../../text/printed.ts";
import { isDigit } from "./text-line.ts";

/**
 * How a run of values that was taken out of a page column by column, or group of rows by group of rows, goes back into its
 * columns. The run is cut into blocks by its blank lines, and every block stands in one column. A page gives its blocks in bands: so many groups of
 * rows, over all columns. Within a band the blocks come down each column in turn or across the columns, and those of the last
 * columns may come behind those of the first.
 */

/** What is printed in one cell, as far as it tells whether two cells can stand in one row. */
interface Shape {
  /** Digits before the point; -1 for a dash, which may stand beside anything. */
  readonly whole: number;
  readonly fraction: number;
  readonly percent: boolean;
}

/** Columns of cells, all of one length, and the lengths of the groups of rows that blank lines part. */
export interface Tiles {
  readonly columns: readonly (readonly Printed[])[];
  readonly groups: readonly number[];
}

/** In which order the blocks of some columns of a band come: `first` is the first row across, then the rest down. */
type Order = "down" | "across" | "first";

interface Band {
  readonly groups: number;
  /** Columns that come first. */
  readonly left: number;
  readonly order: Order;
  readonly rest: Order;
}

interface Way {
  readonly cost: number;
  /** The cost of the best other way. */
  readonly second: number;
  readonly band: Band | undefined;
  readonly before: number;
}

const MOST_GROUPS = 48;
const MOST_COLUMNS = 8;
/** Bands of more groups come down or across as a whole. */
const MOST_MIXED = 12;
/** So many cells may be compared for each cell of a run. */
const WORK = 1500;
/**
 * What a band must be worth. Blocks of several cells that come across the columns, one group of rows after the other, cost nothing: so a page
 * is read from its top. Where every cell is a block, columns come down, and each row across wants a reason too.
 */
const BAND = 2;
/** By how much the best way must be better than any other. */
const MARGIN = 2;
/** Neighbours in a row that differ by more, on average, are no neighbours. */
const STRANGE = 1;
const NEVER = 1_000_000;

/** The blocks of a run, and what is left of the work that it is worth. */
interface Run {
  readonly width: number;
  readonly blocks: readonly number[];
  /** The first cell of each block. */
  readonly starts: readonly number[];
  readonly shapes: readonly Shape[];
  /** Whether every cell is a block. */
  readonly single: boolean;
  work: number;
}

/** The columns of a run's cells; undefined where no order of its blocks is plainly the best. */
export function tilesOf(cells: readonly Printed[], blocks: readonly number[], width: number): Tiles | undefined {
  const count = blocks.length / width;
  if (width < 2 || width > MOST_COLUMNS || !Number.isInteger(count) || count > MOST_GROUPS) return undefined;
  const starts = [0];
  for (const block of blocks) starts.push(starts[starts.length - 1]! + block);
  const shapes = cells.map((cell) => shapeOf(cell.text));
  const single = blocks.length === cells.length;
  const run: Run = { width, blocks, starts, shapes, single, work: WORK * cells.length };
  const most = (cells.length / width) * (width - 1) * STRANGE;
  const ways: Way[] = [{ cost: 0, second: NEVER, band: undefined, before: 0 }];
  for (let to = 1; to <= count; to++) ways.push(bestWay(run, ways, to, most));
  const last = ways[count]!;
  if (run.work < 0 || last.cost > most || last.second - last.cost < MARGIN) return undefined;
  return setTiles(run, ways, count, cells);
}

/** The best way to set the first `to` groups. */
function bestWay(run: Run, ways: readonly Way[], to: number, most: number): Way {
  let best: Way = { cost: NEVER, second: NEVER, band: undefined, before: 0 };
  for (let before = to - 1; before >= 0 && run.work > 0; before--) {
    const start = ways[before]!;
    // Whatever comes within the margin of the best must be known to the end.
    const limit = most + 2 * MARGIN;
    for (const band of start.cost >= limit ? [] : bandsOf(to - before, run)) {
      const own = bandCost(run, band, before * run.width, Math.min(best.second, limit) - start.cost);
      if (own >= NEVER) continue;
      const cost = start.cost + own;
      const other = Math.min(NEVER, start.second + own);
      if (cost < best.cost) best = { cost, second: Math.min(best.cost, other), band, before };
      else if (cost < best.second) best = { ...best, second: cost };
    }
  }
  return best;
}

/** The bands of so many groups, each order of blocks once. Single cells come down, or across in their first row only. */
function bandsOf(groups: number, { width, single }: Run): Band[] {
  if (groups === 1) return [{ groups, left: width, order: "across", rest: "across" }];
  const bands: Band[] = [{ groups, left: width, order: "down", rest: "down" }];
  if (groups > MOST_MIXED && !single) return bands;
  const orders: Order[] = [];
  if (!single) orders.push("across");
  if (groups > 2) orders.push("first");
  for (let left = 1; left < width; left++) {
    const right = width - left;
    for (const order of left > 1 ? orders : []) bands.push({ groups, left, order, rest: "down" });
    for (const rest of right > 1 ? orders : []) {
      bands.push({ groups, left, order: "down", rest });
      for (const order of left > 1 && !single ? orders : []) bands.push({ groups, left, order, rest });
    }
  }
  return bands;
}

/** Which block of the band stands in a column and a group of rows. */
function blockOf(band: Band, width: number, column: number, group: number): number {
  const { groups, left } = band;
  return column < left
    ? placeIn(band.order, groups, left, column, group)
    : left * groups + placeIn(band.rest, groups, width - left, column - left, group);
}

function placeIn(order: Order, groups: number, width: number, column: number, group: number): number {
  if (order === "across") return group * width + column;
  if (order === "down") return column * groups + group;
  return group === 0 ? column : width + column * (groups - 1) + group - 1;
}

/** How unlike the cells of its rows are; `NEVER` where its groups differ in length from column to column, or from `limit` on. */
function bandCost(run: Run, band: Band, from: number, limit: number): number {
  const { width, blocks, starts, shapes } = run;
  const plain = band.left === width;
  let cost = band.groups === 1 && !run.single ? 0 : plain ? BAND : 2 * BAND;
  for (let g = 0; g < band.groups && cost < limit; g++) {
    let left = from + blockOf(band, width, 0, g);
    const rows = blocks[left]!;
    run.work -= width * (rows + 1);
    for (let c = 1; c < width; c++) {
      const block = from + blockOf(band, width, c, g);
      if (blocks[block] !== rows) return NEVER;
      for (let r = 0; r < rows; r++) cost += unlike(shapes[starts[left]! + r]!, shapes[starts[block]! + r]!);
      left = block;
    }
  }
  return cost < limit ? cost : NEVER;
}

/** Whether the cells of most rows are as unlike as if they stood in the wrong columns. */
export function areStrange(columns: readonly (readonly Printed[])[]): boolean {
  let cost = 0;
  let cells = 0;
  for (let c = 1; c < columns.length; c++)
    for (const [r, cell] of columns[c]!.entries()) {
      cost += unlike(shapeOf(columns[c - 1]![r]!.text), shapeOf(cell.text));
      cells++;
    }
  return cost > cells * STRANGE;
}

/** Sums and their items differ by powers of ten; amounts, rates and amounts per share by what stands behind the point. */
function unlike(a: Shape, b: Shape): number {
  if (a.whole < 0 || b.whole < 0) return 0;
  const percent = a.percent === b.percent ? 0 : 3;
  const fraction = Math.min(2, Math.abs(a.fraction - b.fraction)) * 2;
  return percent + fraction + Math.min(3, Math.abs(a.whole - b.whole));
}

function shapeOf(text: string): Shape {
  let whole = 0;
  let fraction = 0;
  let point = false;
  for (let i = 0; i < text.length && i < 60; i++) {
    const c = text.charCodeAt(i);
    if (c === 46) point = true;
    else if (isDigit(c)) {
      if (point) fraction++;
      else whole++;
    }
  }
  return { whole: whole + fraction === 0 ? -1 : whole, fraction, percent: text.includes("%") };
}

function setTiles(
  { width, blocks, starts }: Run,
  ways: readonly Way[],
  count: number,
  cells: readonly Printed[],
): Tiles {
  const bands: Way[] = [];
  for (let at = count; at > 0; at = ways[at]!.before) bands.push(ways[at]!);
  bands.reverse();
  const columns: Printed[][] = Array.from({ length: width }, () => []);
  const groups: number[] = [];
  for (const { band, before } of bands) {
    for (let g = 0; g < band!.groups; g++) {
      groups.push(blocks[before * width + blockOf(band!, width, 0, g)]!);
      for (let c = 0; c < width; c++) {
        const block = before * width + blockOf(band!, width, c, g);
        for (let i = starts[block]!; i < starts[block + 1]!; i++) columns[c]!.push(cells[i]!);
      }
    }
  }
  return { columns, groups };
}
