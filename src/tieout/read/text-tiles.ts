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

/** The columns of a run's cells; undefined where no order of its blocks is plainly the best. */
export function tilesOf(cells: readonly Printed[], blocks: readonly number[], width: number): Tiles | undefined {
  const count = blocks.length / width;
  if (width < 2 || width > MOST_COLUMNS || !Number.isInteger(count) || count > MOST_GROUPS) return undefined;
  const single = blocks.length === cells.length;
  const shapes = cells.map((cell) => shapeOf(cell.text));
  const starts = [0];
  for (const block of blocks) starts.push(starts[starts.length - 1]! + block);
  const ways: Way[] = [{ cost: 0, second: NEVER, band: undefined, before: 0 }];
  for (let to = 1; to <= count; to++) ways.push(bestWay(ways, to, width, blocks, starts, shapes, single));
  const last = ways[count]!;
  const rows = cells.length / width;
  if (last.cost >= NEVER || last.second - last.cost < MARGIN || last.cost > rows * (width - 1) * STRANGE)
    return undefined;
  return setTiles(ways, count, width, cells, blocks, starts);
}

/** The best way to set the first `to` groups. */
function bestWay(
  ways: readonly Way[],
  to: number,
  width: number,
  blocks: readonly number[],
  starts: readonly number[],
  shapes: readonly Shape[],
  single: boolean,
): Way {
  let best: Way = { cost: NEVER, second: NEVER, band: undefined, before: 0 };
  for (let before = 0; before < to; before++) {
    const start = ways[before]!;
    if (start.cost >= NEVER) continue;
    for (const band of bandsOf(to - before, width)) {
      const limit = best.second - start.cost;
      const own = bandCost(band, before * width, width, blocks, starts, shapes, limit, single);
      if (own >= NEVER) continue;
      const cost = start.cost + own;
      const other = Math.min(NEVER, start.second + own);
      if (cost < best.cost) best = { cost, second: Math.min(best.cost, other), band, before };
      else if (cost < best.second) best = { ...best, second: cost };
    }
  }
  return best;
}

/** The bands of so many groups, each order of blocks once. */
function bandsOf(groups: number, width: number): Band[] {
  if (groups === 1) return [{ groups, left: width, order: "across", rest: "across" }];
  const bands: Band[] = [{ groups, left: width, order: "down", rest: "down" }];
  const orders: Order[] = groups > 2 ? ["across", "first"] : ["across"];
  for (let left = 1; left < width; left++) {
    const right = width - left;
    for (const order of left > 1 ? orders : []) bands.push({ groups, left, order, rest: "down" });
    for (const rest of right > 1 ? orders : []) {
      bands.push({ groups, left, order: "down", rest });
      for (const order of left > 1 ? orders : []) bands.push({ groups, left, order, rest });
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
function bandCost(
  band: Band,
  from: number,
  width: number,
  blocks: readonly number[],
  starts: readonly number[],
  shapes: readonly Shape[],
  limit: number,
  single: boolean,
): number {
  const plain = band.left === width;
  let cost = band.groups === 1 && !single ? 0 : plain ? BAND : 2 * BAND;
  if (cost >= limit) return NEVER;
  for (let g = 0; g < band.groups; g++) {
    const first = from + blockOf(band, width, 0, g);
    const rows = blocks[first]!;
    for (let c = 1; c < width; c++) {
      const block = from + blockOf(band, width, c, g);
      if (blocks[block] !== rows) return NEVER;
      const left = from + blockOf(band, width, c - 1, g);
      for (let r = 0; r < rows; r++) cost += unlike(shapes[starts[left]! + r]!, shapes[starts[block]! + r]!);
    }
    if (cost >= limit) return NEVER;
  }
  return cost;
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
  ways: readonly Way[],
  count: number,
  width: number,
  cells: readonly Printed[],
  blocks: readonly number[],
  starts: readonly number[],
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
