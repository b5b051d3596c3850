/**
 * A column as the cells of a table prove it: the stretch of the source's columns that they cover together, and the rows they
 * stand in.
 */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly rows: ReadonlySet<number>;
}

interface Draft {
  from: number;
  to: number;
  rows: Set<number>;
  /** Known to be another column than the band to its right. */
  apart: boolean;
}

/** The extent of one cell. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Bands of the cells: cells that overlap share one, the narrowest first. A cell that lies over two bands which some row holds
 * apart spans them, and joins neither.
 */
export function bandsOf(extents: readonly Extent[]): Band[] {
  const bands: Draft[] = [];
  for (const { from, to, rows } of distinct(extents)) {
    const [low, high] = overlapping(bands, from, to);
    if (low > high) insert(bands, low, from, to, rows);
    else if (canJoin(bands, low, high, rows)) merge(bands, low, high, from, to, rows);
  }
  return bands;
}

function distinct(extents: readonly Extent[]): { from: number; to: number; rows: number[] }[] {
  const byPlace = new Map<number, { from: number; to: number; rows: number[] }>();
  for (const { from, to, row } of extents) {
    const key = from * 2 ** 26 + to;
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, { from, to, rows: [row] });
    else known.rows.push(row);
  }
  return [...byPlace.values()].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
}

/** The first and the last index of the bands that share a place with the stretch; the first is above the last where none does. */
export function overlapping(
  bands: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): [number, number] {
  const low = firstFrom(bands, (band) => band.to > from);
  const high = firstFrom(bands, (band) => band.from >= to) - 1;
  return [low, high];
}

function firstFrom<T>(sorted: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insert(bands: Draft[], at: number, from: number, to: number, rows: readonly number[]): void {
  if (at > 0) bands[at - 1]!.apart = false;
  bands.splice(at, 0, { from, to, rows: new Set(rows), apart: false });
}

/** Whether no row has cells in two of the bands, or beside the new cells in the only one. */
function canJoin(bands: readonly Draft[], low: number, high: number, rows: readonly number[]): boolean {
  if (low === high) return !rows.some((row) => bands[low]!.rows.has(row));
  for (let b = low; b < high; b++) {
    const band = bands[b]!;
    band.apart ||= share(band.rows, bands[b + 1]!.rows);
    if (band.apart) return false;
  }
  return true;
}

function share(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const row of small) if (large.has(row)) return true;
  return false;
}

function union(a: Set<number>, b: Set<number>): Set<number> {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const row of small) large.add(row);
  return large;
}

function merge(bands: Draft[], low: number, high: number, from: number, to: number, rows: readonly number[]): void {
  const all = bands.slice(low, high + 1).reduce((set, band) => union(set, band.rows), new Set<number>());
  for (const row of rows) all.add(row);
  const [first, last] = [bands[low]!, bands[high]!];
  const band = { from: Math.min(from, first.from), to: Math.max(to, last.to), rows: all, apart: last.apart };
  bands.splice(low, high - low + 1, band);
}

/**
 * Makes one column of neighbours that no row of the whole table holds apart: the number of a row that stands askew, a head
 * that stands beside its numbers. `cells` are all cells of the table, texts too.
 */
export function joinStrays(bands: readonly Band[], cells: readonly Extent[]): Band[] {
  const held: Set<number>[] = bands.map(() => new Set());
  for (const { from, to, row } of cells) {
    const [low, high] = overlapping(bands, from, to);
    if (low === high) held[low]!.add(row);
  }
  const joined: Draft[] = [];
  for (const [index, band] of bands.entries()) {
    const rows = union(held[index]!, new Set(band.rows));
    const last = joined[joined.length - 1];
    if (last !== undefined && !share(last.rows, rows)) {
      last.to = band.to;
      last.rows = union(last.rows, rows);
    } else joined.push({ from: band.from, to: band.to, rows, apart: false });
  }
  return joined;
}
