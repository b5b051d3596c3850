import { join, type Printed, part } from "../../text/printed.ts";
import { type Band, overlapping } from "./_arrange-bands.ts";
import type { Mended } from "./_arrange-mend.ts";
import { figuresIn } from "./_arrange-split.ts";

/** The columns of a table, labels first. */
export interface Columns {
  readonly bands: readonly Band[];
  /** How many at the left hold labels. */
  readonly labels: number;
}

/** A cell in its columns, counted from 0; `last` is the last it covers. */
export interface Placed {
  readonly mended: Mended;
  readonly text: Printed;
  readonly first: number;
  readonly last: number;
}

/** Gives every cell of a row its columns. Cells that would share one are moved apart, or joined where there is no room. */
export function placeRow(cells: readonly Mended[], columns: Columns): Placed[] {
  const wished = cells.flatMap((cell) => split(cell, columns.bands) ?? [wish(cell, columns)]);
  let next = 0;
  let clash = false;
  for (const { first, last } of wished) {
    if (first < next) clash = true;
    next = last + 1;
  }
  if (!clash) return wished;
  const firsts = wished.map(({ first }) => first);
  if (firsts.every((first, i) => i === 0 || first > firsts[i - 1]!)) return clip(wished);
  return spread(wished, columns) ?? together(clip(wished));
}

const isValue = (cell: Mended): boolean => cell.kind !== "text" && cell.kind !== "mark";

function wish(cell: Mended, columns: Columns): Placed {
  const { bands, labels } = columns;
  const { from, to } = cell;
  const [low, high] = overlapping(bands, from, to);
  const at = (first: number, last: number): Placed => ({ mended: cell, text: cell.cell.text, first, last });
  if (low > high) {
    const near = nearest(bands, low, from, to);
    return at(near, near);
  }
  if (low === high) return at(low, low);
  if (isValue(cell)) {
    const best = widest(bands, low, high, from, to);
    return at(best, best);
  }
  let first = low;
  while (first <= high && middle(bands[first]!) < from) first++;
  let last = high;
  while (last >= first && middle(bands[last]!) >= to) last--;
  if (low < labels) return at(low, Math.max(low, last));
  if (first > last) first = last = widest(bands, low, high, from, to);
  return at(first, last);
}

const middle = ({ from, to }: { readonly from: number; readonly to: number }): number => (from + to) / 2;

/** The band with the smallest gap to the stretch; `after` is the first to the right of it. */
function nearest(bands: readonly Band[], after: number, from: number, to: number): number {
  if (after >= bands.length) return bands.length - 1;
  if (after === 0) return 0;
  return from - bands[after - 1]!.to < bands[after]!.from - to ? after - 1 : after;
}

function widest(bands: readonly Band[], low: number, high: number, from: number, to: number): number {
  let best = low;
  let most = -1;
  for (let b = low; b <= high; b++) {
    const shared = Math.min(to, bands[b]!.to) - Math.max(from, bands[b]!.from);
    if (shared >= most) {
      best = b;
      most = shared;
    }
  }
  return best;
}

/** Numbers that ran together in one cell, where the columns below them prove as many. */
function split(cell: Mended, bands: readonly Band[]): Placed[] | undefined {
  const [low, high] = overlapping(bands, cell.from, cell.to);
  if (high <= low) return undefined;
  const figures = figuresIn(cell.cell.text.text);
  if (figures === undefined || figures.length !== 2 * (high - low + 1)) return undefined;
  return Array.from({ length: high - low + 1 }, (_, i) => ({
    mended: cell,
    text: part(cell.cell.text, figures[2 * i]!, figures[2 * i + 1]!),
    first: low + i,
    last: low + i,
  }));
}

/** Cuts each cell off where the next one starts. */
const clip = (cells: readonly Placed[]): Placed[] =>
  cells.map((cell, i) => {
    const next = cells[i + 1];
    return next === undefined || cell.last < next.first
      ? cell
      : { ...cell, last: Math.max(cell.first, next.first - 1) };
  });

const MOST_STEPS = 40_000;
/** What it counts to give a cell that stands behind the labels a column of theirs: more than any distance. */
const AMONG_LABELS = 1e9;

/**
 * One column for each cell, in order, with the least distance in all. Undefined where the row has more cells than columns, or
 * is too large to try.
 */
function spread(cells: readonly Placed[], { bands, labels }: Columns): Placed[] | undefined {
  const n = cells.length;
  const m = bands.length;
  if (n > m || n * m > MOST_STEPS) return undefined;
  // best[c * (m + 1) + b]: the least distance of the first c cells in the first b bands.
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.POSITIVE_INFINITY);
  for (let b = 0; b <= m; b++) best[b] = 0;
  const away = (c: number, b: number): number =>
    Math.abs(middle(cells[c - 1]!.mended) - middle(bands[b - 1]!)) +
    (b <= labels && cells[c - 1]!.first >= labels ? AMONG_LABELS : 0);
  for (let c = 1; c <= n; c++)
    for (let b = c; b <= m; b++)
      best[c * (m + 1) + b] = Math.min(best[c * (m + 1) + b - 1]!, best[(c - 1) * (m + 1) + b - 1]! + away(c, b));
  const placed: Placed[] = [];
  for (let c = n, b = m; c > 0; b--) {
    if (b > c && best[c * (m + 1) + b] === best[c * (m + 1) + b - 1]) continue;
    placed.push({ ...cells[c - 1]!, first: b - 1, last: b - 1 });
    c--;
  }
  return placed.reverse();
}

/** Joins the cells that start in one column. */
function together(cells: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  for (const cell of cells) {
    const last = out[out.length - 1];
    if (last !== undefined && cell.first <= last.last)
      out[out.length - 1] = { ...last, text: join([last.text, cell.text], " "), last: Math.max(last.last, cell.last) };
    else out.push(cell);
  }
  return out;
}
