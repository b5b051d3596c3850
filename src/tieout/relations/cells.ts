import type { Figure, MeasureKind } from "../figures/figure.ts";
import type { Sheet, SheetSource } from "./sheet.ts";

/** A measurement in a table, by its place, with its size as a proposal engine sees it. Verdicts are taken from the figure. */
export interface Cell {
  readonly figure: number;
  readonly kind: MeasureKind;
  readonly unit: string;
  /** In base units; only for proposing what exact arithmetic then decides. */
  readonly size: number;
  /** The width of its grid in base units, likewise. */
  readonly width: number;
}

export const isRatio = ({ kind }: Cell): boolean =>
  kind === "percent" || kind === "percentage-points" || kind === "basis-points";

export type CellGrid = readonly (readonly (Cell | undefined)[])[];

/** All measurements of a table by row and column, from its sheets. */
export function cellsOf(source: SheetSource, sheets: readonly Sheet[], figures: readonly Figure[]): CellGrid {
  const grid: (Cell | undefined)[][] = source.grid.map((row) =>
    new Array<Cell | undefined>(row.length).fill(undefined),
  );
  for (const sheet of sheets) {
    const step = 10 ** sheet.exponent;
    for (const row of sheet.rows)
      row.figures.forEach((index, c) => {
        if (index === undefined) return;
        const figure = figures[index]!;
        grid[row.row]![sheet.columns[c]!] = {
          figure: index,
          kind: figure.kind as MeasureKind,
          unit: figure.measured!.unit,
          size: row.values[c]! * step,
          width: row.quanta[c]! * step,
        };
      });
  }
  return grid;
}

/** How many bits it says that a print of this size on this grid was met: a range of `spread` in base units is usual. */
export function surprise(cell: Cell, spread: number, slack: number): number {
  let bits = 0;
  for (let window = Math.max(cell.width, 2 * slack); window < spread && bits < 24; window *= 2) bits++;
  return bits;
}
