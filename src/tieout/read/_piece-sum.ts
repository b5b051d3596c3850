import type { Printed } from "../../text/printed.ts";
import { pieceAmount } from "./_piece-amount.ts";

/** A cell at a place, `column * rows + row`; below 0 where none is. */
export type CellAt = (place: number) => number;

/** What it says, in bits, that a row is the sum of rows above it; `at` must know the cells of all rows down to it. */
export type SumBits = (at: CellAt, row: number) => number;

/** In one column of a hundred sums that are tried, one of three digits is hit by chance about once in ten times; in two columns at once hardly ever. */
const BITS = [0, 0, 1.5, 4];
const ALONE = 4;
const FEWEST = 2;
const MOST = 24;

export function sumBitsOf(cells: readonly Printed[], width: number): SumBits {
  const rows = cells.length / width;
  const amounts = cells.map(({ text }) => pieceAmount(text));
  const worth = amounts.map(({ digits }) => BITS[Math.min(digits, BITS.length - 1)]!);
  return (at, row) => {
    let most = 0;
    const sums = new Array<number>(width).fill(0);
    for (let first = row - 1; first >= 0 && row - first <= MOST; first--) {
      let up = 0;
      let down = 0;
      for (let c = 0; c < width; c++) {
        const cell = at(c * rows + first);
        // Rows above may still lack a column.
        if (cell < 0) return most;
        const amount = amounts[cell]!.scaled;
        const total = at(c * rows + row);
        const rest = sums[c]!;
        sums[c] = rest + amount;
        if (row - first < FEWEST || rest === 0) continue;
        const wanted = amounts[total]!.scaled;
        if (wanted === 0) continue;
        if (rest + amount === wanted) up += worth[total]!;
        if (amount - rest === wanted) down += worth[total]!;
      }
      // One column is chance, and all rows of a table add up in one way.
      const bits = Math.max(up, down);
      if (bits > ALONE) most = Math.max(most, bits);
    }
    return most;
  };
}
