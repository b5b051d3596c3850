import type { Printed } from "../../text/printed.ts";
import { areMixed, type Likeness, likenessOf } from "./_piece-likeness.ts";
import { proofOf } from "./_piece-proof.ts";
import { type SumBits, sumBitsOf } from "./_piece-sum.ts";
import { bestOf, type Candidate, joined, startOf, type Way } from "./_piece-way.ts";

/**
 * How a run of single values goes back into its columns where it was taken out of a page in pieces: so many cells down one column, then
 * so many down another, as the boxes came in which the page had set them. Down a column the pieces come in order; between columns nearly
 * anything can be. All ways that look likely so far are followed side by side. Each is weighed in bits, by what the cells of a row
 * have in common with each other, less what its pieces cost.
 */
export interface Pieces {
  /** For each column its cells from the top down, by their place in the run. */
  readonly columns: readonly (readonly number[])[];
  /** Whether no way that comes near the best fills a row otherwise. */
  readonly sure: readonly boolean[];
  /** Whether a row is what the rows above it add up to. */
  readonly totals: readonly boolean[];
}

/** What is known of a run before its columns are. */
export interface PieceRun {
  readonly cells: readonly Printed[];
  /** How many lone signs stand before each cell. */
  readonly signs: readonly number[];
  /** Whether a blank line or other words part each cell from the one before. */
  readonly parted: readonly boolean[];
  /** Whether each cell stands in one line with the one before: then it is the next of its row. */
  readonly beside: readonly boolean[];
}

const MOST_CELLS = 320;
const MOST_COLUMNS = 6;
const MOST_ROWS = 80;
/** So many ways of each thickness are followed: one that goes down the first column has compared nothing yet. */
const KEPT = 100;
/** A way that is so many bits behind the best of its thickness is left. */
const BEHIND = 25;
const THICKNESS = 4;

/** By how many bits the best way of filling a row must be better than any other; and where sums prove the grid as a whole. */
const MARGIN = 6;
const LEAST_MARGIN = 2;

/** What a new piece costs, before what speaks for it. */
const PIECE = -4;
const STAY = -0.1;
/** What the signs before a cell say: those of a column come as a column of their own, above the piece that they belong to. */
const SIGNS = 3.5;
const SIGN = 1;
/** A piece that starts, or whose forerunner ended, where those beside it do. */
const LEVEL = 1.5;
/** A piece that starts where nothing stands to its left yet. */
const AHEAD = -8;
/** Cells that stand right one under the other are of one piece. */
const GLUED = -8;

/** The columns of a run of cells; undefined where no row of them is sure. */
export function piecesOf(run: PieceRun, width: number): Pieces | undefined {
  const { cells } = run;
  const rows = cells.length / width;
  if (width < 2 || width > MOST_COLUMNS || !Number.isInteger(rows) || rows < 2) return undefined;
  if (cells.length > MOST_CELLS || rows > MOST_ROWS) return undefined;
  const frame = { run, width, rows, likeness: likenessOf(cells), sumBits: sumBitsOf(cells, width) };
  let ways: readonly Way[] = [startOf(cells.length, width)];
  for (let k = 0; k < cells.length; k++) {
    const next: Candidate[] = [];
    for (const way of ways)
      for (let column = 0; column < width; column++)
        if (mayGoTo(way, k, column, frame)) next.push(candidate(way, k, column, frame));
    ways = kept(next, k, frame);
  }
  const best = bestOf(ways);
  if (best === undefined) return undefined;
  const columns = Array.from({ length: width }, (_, c) =>
    Array.from({ length: rows }, (_, r) => best.cells[c * rows + r]!),
  );
  const grid = columns.map((column) => column.map((k) => cells[k]!));
  if (areMixed(grid)) return undefined;
  const { exact, whole, totals } = proofOf(grid);
  const sure = Array.from(best.doubt, (bits, r) => (bits >= MARGIN && exact[r]!) || (bits >= LEAST_MARGIN && whole));
  return sure.includes(true) ? { columns, sure, totals } : undefined;
}

interface Frame {
  readonly run: PieceRun;
  readonly width: number;
  readonly rows: number;
  readonly likeness: Likeness;
  readonly sumBits: SumBits;
}

/** Columns start from the left, and what stands in one line goes on in the next column. */
function mayGoTo({ heights, column: last }: Way, k: number, column: number, { run, rows }: Frame): boolean {
  if (heights[column]! >= rows || (column > 0 && heights[column - 1] === 0)) return false;
  return !run.beside[k] || (column === last + 1 && heights[column] === heights[last]! - 1);
}

/** What it is worth to set cell `k` next in a column. */
function candidate(way: Way, k: number, column: number, { run, width, rows, likeness, sumBits }: Frame): Candidate {
  const row = way.heights[column]!;
  let { bits, pairs } = way;
  if (column === way.column) bits += stayBits(run, k);
  else if (k > 0 && !run.beside[k]) bits += turnBits(run, k) + levelBits(way, row) + aheadBits(way, column, row);
  const share = 2 / width;
  const placed = column * rows + row;
  let full = true;
  for (let c = 0; c < width; c++) {
    const other = c === column ? -1 : way.cells[c * rows + row]!;
    if (other < 0) {
      if (c !== column) full = false;
      continue;
    }
    bits += share * likeness(other, k);
    pairs++;
  }
  if (full) bits += sumBits((place) => (place === placed ? k : way.cells[place]!), row);
  return { way, column, bits, pairs };
}

const stayBits = ({ signs }: PieceRun, k: number): number => (signs[k]! > 1 ? -SIGNS : signs[k] === 1 ? -SIGN : STAY);

function turnBits({ signs, parted }: PieceRun, k: number): number {
  return PIECE + (parted[k] ? 0 : GLUED) + (signs[k]! > 1 ? SIGNS : signs[k] === 1 ? SIGN : 0);
}

const aheadBits = ({ heights }: Way, column: number, row: number): number =>
  column > 0 && heights[column - 1]! <= row ? AHEAD : 0;

/** What it says that a piece starts in the row in which the piece before did, and that the one before ended where its own neighbour did. */
function levelBits(way: Way, row: number): number {
  const ended = way.heights[way.column]!;
  return (row === way.start ? LEVEL : 0) + (way.start === way.before && ended === way.end ? LEVEL : 0);
}

/** The likeliest ways of each thickness, those of one future as one: who has compared more pairs has gained and lost more bits by it. */
function kept(candidates: readonly Candidate[], k: number, { width }: Frame): Way[] {
  const shelves = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const shelf = Math.floor(candidate.pairs / THICKNESS);
    const known = shelves.get(shelf);
    if (known === undefined) shelves.set(shelf, [candidate]);
    else known.push(candidate);
  }
  const ways: Way[] = [];
  for (const shelf of shelves.values()) {
    shelf.sort((a, b) => b.bits - a.bits);
    const least = shelf[0]!.bits - BEHIND;
    const likely = shelf.slice(0, 2 * KEPT).filter(({ bits }) => bits > least);
    const next = joined(likely, k, width);
    for (const way of next.slice(0, KEPT)) ways.push(way);
  }
  return ways;
}
