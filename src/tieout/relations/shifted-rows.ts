import { type CellGrid, isRatio } from "./cells.ts";

/**
 * Rows that were not printed, or not read, into the columns of the others: amounts where all else has percentages, cells where
 * no other row has any and none where all others do. What such a row breaks is no error of its figures.
 */
export function shiftedRows(grid: CellGrid): ReadonlySet<number> {
  const columns = columnsOf(grid);
  const shifted = new Set<number>();
  grid.forEach((cells, row) => {
    // A row of margins among rows of amounts is unlike them in every column, and shifted in none.
    const whole = cells.every((cell) => cell === undefined || isRatio(cell));
    let unlike = 0;
    let stray = 0;
    let lacking = 0;
    columns.forEach(({ filled, ratios, rows }, column) => {
      const cell = cells[column];
      if (cell === undefined) {
        if (filled * 3 >= rows * 2) lacking++;
        return;
      }
      const others = filled - 1;
      const alike = isRatio(cell) ? ratios - 1 : others - ratios;
      if (!whole && others >= 2 && (others - alike) * 3 >= others * 2) unlike++;
      else if (filled * 3 <= rows) stray++;
    });
    if (unlike >= 2 || (unlike + stray >= 2 && lacking >= 1)) shifted.add(row);
  });
  return shifted;
}

interface Column {
  readonly filled: number;
  readonly ratios: number;
  /** How many rows of the table have any measurement. */
  readonly rows: number;
}

function columnsOf(grid: CellGrid): readonly Column[] {
  const filled: number[] = [];
  const ratios: number[] = [];
  let rows = 0;
  for (const cells of grid) {
    let any = false;
    cells.forEach((cell, column) => {
      filled[column] ??= 0;
      ratios[column] ??= 0;
      if (cell === undefined) return;
      any = true;
      filled[column]++;
      if (isRatio(cell)) ratios[column]++;
    });
    if (any) rows++;
  }
  return filled.map((count, column) => ({ filled: count, ratios: ratios[column]!, rows }));
}
