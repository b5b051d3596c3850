import { type Band, overlapping } from "./_arrange-bands.ts";
import type { Mended, MendedRow } from "./_arrange-mend.ts";
import type { Columns, Placed } from "./_arrange-place.ts";

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
export function packedHeads(
  { cells }: MendedRow,
  below: MendedRow | undefined,
  columns: Columns,
): Placed[] | undefined {
  const values = columns.bands.slice(columns.labels);
  const share = values.length / cells.length;
  if (cells.length < 2 || !Number.isInteger(share) || reachesLast(cells, values)) return undefined;
  // Heads may have slid into the column of the labels, but a label may stand there as well.
  const slid = cells[0]!.to <= values[0]!.from;
  if (slid ? share > 1 || !cells.every(isTimed) : cells[0]!.from < values[0]!.from || !shareColumn(cells, values))
    return undefined;
  if (share > 1 && below?.cells.filter((cell) => cell.from >= values[0]!.from).length !== values.length)
    return undefined;
  return cells.map((mended, i) => {
    const first = columns.labels + i * share;
    return { mended, text: mended.cell.text, first, last: first + share - 1 };
  });
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
