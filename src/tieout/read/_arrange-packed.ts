import { join } from "../../text/printed.ts";
import { type Band, overlapping } from "./_arrange-bands.ts";
import type { Mended, MendedRow } from "./_arrange-mend.ts";
import { type Columns, type Placed, placeRow } from "./_arrange-place.ts";

/** What a head of a column of time has: a year, or the code of a quarter. */
const TIMED = /\b(?:19|20)\d\d\b|\b[QH][1-4]\b|\b[1-4][QH]/;
const LONGEST = 40;

const isTimed = ({ cell: { text } }: Mended): boolean => text.text.length <= LONGEST && TIMED.test(text.text);

/**
 * The columns of heads that a converter has packed to the left, where it wrote each head in one cell whatever the head stood over:
 * two of them would share a column or the first stands over the labels, and nothing stands over the last ones. As many heads as
 * columns take one each, in order; heads over groups of one width share them out, where the row of heads below has one for every
 * column. Undefined where the row is no such row.
 */
export function packedHeads(row: MendedRow, below: MendedRow | undefined, columns: Columns): Placed[] | undefined {
  const values = columns.bands.slice(columns.labels);
  const cells = withoutNotes(row.cells);
  const over = sharedOut(cells, below, columns);
  if (over !== undefined) return over;
  const share = values.length / cells.length;
  if (cells.length < 2 || !Number.isInteger(share) || reachesLast(cells, values)) return undefined;
  // Heads may have slid into the column of the labels, but a label may stand there as well.
  const slid = cells[0]!.to <= values[0]!.from;
  if (slid ? share > 1 || !nameTimes(cells) : cells[0]!.from < values[0]!.from || !shareColumn(cells, values))
    return undefined;
  if (share > 1 && below?.cells.filter((cell) => cell.from >= values[0]!.from).length !== values.length)
    return undefined;
  return placed(cells, columns, share);
}

/** "(unaudited)" in a cell of its own behind the heads goes with the last of them, which has no other place for it. */
function withoutNotes(cells: readonly Mended[]): readonly Mended[] {
  const last = cells[cells.length - 1]!;
  const before = cells[cells.length - 2];
  if (before === undefined || cells.length < 3 || !/^\(unaudited\)$/i.test(last.cell.text.text)) return cells;
  const text = join([before.cell.text, last.cell.text], " ");
  return [...cells.slice(0, -2), { ...before, cell: { ...before.cell, text } }];
}

/**
 * Whether heads name times, all of them or the first two: what stands over the columns behind may be a change. A head over the labels names no
 * period as the next one does.
 */
const nameTimes = (cells: readonly Mended[]): boolean =>
  cells.every(isTimed) || (cells.length > 2 && isTimed(cells[0]!) && isTimed(cells[1]!));

/** Each cell over the next `share` columns. */
const placed = (cells: readonly Mended[], { labels }: Columns, share: number): Placed[] =>
  cells.map((mended, i) => {
    const first = labels + i * share;
    return { mended, text: mended.cell.text, first, last: first + share - 1 };
  });

const SPAN = /\b(?:ended|ending|to date|months|weeks)\b/i;

/**
 * Several periods without a year share out the columns below where the row there prints its years or days again under each of them: "Quarter
 * ended" and "Year to date" over 2023, 2024, 2023, 2024, or "Three months ended" and "Year ended" over three days and two of them again. Then it
 * does not matter where a converter has put them.
 */
function sharedOut(cells: readonly Mended[], below: MendedRow | undefined, columns: Columns): Placed[] | undefined {
  if (cells.length < 2 || below === undefined || below.cells.length > MOST_HEADS) return undefined;
  if (!cells.every(({ cell: { text } }) => SPAN.test(text.text) && !TIMED.test(text.text))) return undefined;
  if (!below.cells.every(isTimed)) return undefined;
  const starts = startsAgain(below.cells.map(({ cell }) => cell.text.text.replace(/\s+/g, " ")));
  if (starts?.length !== cells.length) return undefined;
  const under = placeRow(below.cells, columns);
  if (under.length !== below.cells.length || under[0]!.first < columns.labels) return undefined;
  const ends = cells.map((_, i) => starts[i + 1] ?? under.length);
  const stands = placeRow(cells, columns);
  const isOver = ({ first, last }: Placed, i: number): boolean =>
    first <= under[starts[i]!]!.first && under[ends[i]! - 1]!.last <= last;
  if (stands.length === cells.length && stands.every(isOver)) return undefined;
  return cells.map((mended, i) => {
    const { first } = under[starts[i]!]!;
    return { mended, text: mended.cell.text, first, last: under[ends[i]! - 1]!.last };
  });
}

const MOST_HEADS = 24;

/** Where the first of some heads stands again, with no other twice in between, and two and more to each. */
function startsAgain(heads: readonly string[]): number[] | undefined {
  const starts: number[] = [];
  let group = new Set<string>();
  for (const [i, head] of heads.entries()) {
    if (head === heads[0]) {
      if (i > 0 && group.size < 2) return undefined;
      starts.push(i);
      group = new Set();
    }
    if (group.has(head)) return undefined;
    group.add(head);
  }
  return group.size < 2 ? undefined : starts;
}

const reachesLast = (cells: readonly Mended[], values: readonly Band[]): boolean =>
  cells[cells.length - 1]!.to > values[values.length - 1]!.from;

/** Whether two cells stand over one column. */
function shareColumn(cells: readonly Mended[], values: readonly Band[]): boolean {
  let taken = -1;
  for (const { from, to } of cells) {
    const [low, high] = overlapping(values, from, to);
    if (low <= high && low <= taken) return true;
    if (high >= low) taken = high;
  }
  return false;
}
