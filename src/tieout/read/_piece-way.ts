/** A way to set the first cells of a run into columns. */
export interface Way {
  /** For each place, `column * rows + row`, its cell; -1 where none is yet. */
  readonly cells: readonly number[];
  readonly heights: readonly number[];
  /** The column of the last piece, the row it started in, and the rows in which the one before started and ended. */
  readonly column: number;
  readonly start: number;
  readonly before: number;
  readonly end: number;
  readonly bits: number;
  /** How many pairs of cells have been compared. */
  readonly pairs: number;
  /** Two sums over the cells of rows that are not full, each in its place: ways of equal sums have one future. */
  readonly open: number;
  readonly open2: number;
  /** For each row, by how many bits the best way that fills it otherwise is worse. */
  readonly doubt: readonly number[];
}

/** A way, and the column that the next cell goes to. */
export interface Candidate {
  readonly way: Way;
  readonly column: number;
  readonly bits: number;
  readonly pairs: number;
}

const UNRIVALLED = 1e6;

export function startOf(count: number, width: number): Way {
  return {
    cells: new Array<number>(count).fill(-1),
    heights: new Array<number>(width).fill(0),
    column: -1,
    start: 0,
    before: 0,
    end: 0,
    bits: 0,
    pairs: 0,
    open: 0,
    open2: 0,
    doubt: new Array<number>(count / width).fill(UNRIVALLED),
  };
}

/**
 * The ways of some candidates, best first, with cell `k` set. Those with one future are one: they differ in rows alone that are full, so that
 * nothing to come can tell between them, and what the best of them is sure of is what the others do not contest.
 */
export function joined(candidates: readonly Candidate[], k: number, width: number): Way[] {
  const best = new Map<number, number>();
  const ways: Way[] = [];
  const doubts: (number[] | undefined)[] = [];
  for (const candidate of candidates) {
    const step = stepOf(candidate, k, width);
    const key = keyOf(step);
    const known = best.get(key);
    if (known === undefined) {
      best.set(key, ways.length);
      ways.push(stepped(candidate, step, k, width));
      doubts.push(undefined);
      continue;
    }
    const way = ways[known]!;
    let doubt = doubts[known];
    if (doubt === undefined) {
      doubt = way.doubt.slice();
      doubts[known] = doubt;
      ways[known] = { ...way, doubt };
    }
    contest(way, doubt, candidate, k);
  }
  return ways;
}

type Step = Pick<Way, "column" | "start" | "before" | "end" | "open" | "open2">;

/** What is new in a way with cell `k` set. */
function stepOf({ way, column }: Candidate, k: number, width: number): Step {
  const { cells, heights } = way;
  const rows = cells.length / width;
  const row = heights[column]!;
  let full = true;
  for (let c = 0; c < width && full; c++) full = c === column || heights[c]! > row;
  const place = column * rows + row;
  let open = way.open ^ mixed(k, place, 1);
  let open2 = way.open2 ^ mixed(k, place, 2);
  for (let c = 0; full && c < width; c++) {
    const at = c * rows + row;
    open ^= mixed(c === column ? k : cells[at]!, at, 1);
    open2 ^= mixed(c === column ? k : cells[at]!, at, 2);
  }
  if (column === way.column) return { column, start: way.start, before: way.before, end: way.end, open, open2 };
  const end = way.column < 0 ? 0 : heights[way.column]!;
  return { column, start: row, before: way.start, end, open, open2 };
}

function stepped({ way, bits, pairs }: Candidate, step: Step, k: number, width: number): Way {
  const cells = way.cells.slice();
  const heights = way.heights.slice();
  const row = heights[step.column]!;
  cells[step.column * (cells.length / width) + row] = k;
  heights[step.column] = row + 1;
  const { column, start, before, end, open, open2 } = step;
  return { cells, heights, column, start, before, end, bits, pairs, open, open2, doubt: way.doubt };
}

/** Two sums of 32 bits as one number, with what the next steps depend on besides. */
function keyOf({ column, start, before, end, open, open2 }: Step): number {
  const rest = Math.imul((start * 128 + before) * 128 + end, 0x27d4eb2f) ^ Math.imul(column + 1, 0x165667b1);
  return (open >>> 0) * 0x200000 + ((open2 ^ rest) >>> 11);
}

/** Spreads a cell and its place over 32 bits. */
function mixed(cell: number, place: number, seed: number): number {
  let x = Math.imul(cell * 512 + place + seed * 0x40000, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x85ebca77);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae3d);
  return x ^ (x >>> 16);
}

/** Lowers what a way is sure of by what another, that `k` goes to as well, fills otherwise. */
function contest(best: Way, doubt: number[], { way, column, bits }: Candidate, k: number): void {
  const behind = best.bits - bits;
  const rows = doubt.length;
  const placed = column * rows + way.heights[column]!;
  for (let r = 0; r < rows; r++) {
    let same = true;
    for (let place = r; place < best.cells.length && same; place += rows)
      same = best.cells[place] === (place === placed ? k : way.cells[place]);
    const less = same ? behind + way.doubt[r]! : behind;
    if (less < doubt[r]!) doubt[r] = less;
  }
}

/** The best of the ways that have set all cells, and what it is sure of. */
export function bestOf(ways: readonly Way[]): Way | undefined {
  const sorted = [...ways].sort((a, b) => b.bits - a.bits);
  const best = sorted[0];
  if (best === undefined) return undefined;
  const doubt = best.doubt.slice();
  const width = best.heights.length;
  for (const way of sorted.slice(1)) contest(best, doubt, { way, column: width, bits: way.bits, pairs: 0 }, -1);
  return { ...best, doubt };
}
