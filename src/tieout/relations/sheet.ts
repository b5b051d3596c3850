import { machineInteger } from "../../exact/integer.ts";
import { compare, divide, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ColumnMeaning, RowMeaning, TableMeaning } from "../meaning/table.ts";

/** What a table's reading gives: its meaning, and for each row and column the index of the figure that stands there. */
export interface SheetSource {
  readonly table: number;
  readonly meaning: TableMeaning;
  readonly grid: readonly (readonly (number | undefined)[])[];
}

/**
 * The measurements of one kind and unit in a table as whole numbers of a common step, so that sums can be searched for with
 * plain exact integers. Rows without such a measurement are left out.
 */
export interface Sheet {
  readonly source: SheetSource;
  readonly unit: string;
  /** The common step is ten to this power, in base units. */
  readonly exponent: number;
  readonly rows: readonly SheetRow[];
  /** The table's columns that have any. */
  readonly columns: readonly number[];
}

export interface SheetRow {
  /** The row of the table, from 0. */
  readonly row: number;
  readonly meaning: RowMeaning;
  /** By position in `columns` of the sheet; NaN where nothing of the kind stands. */
  readonly values: readonly number[];
  /** The grid step of each value in the same integer units; 0 where nothing stands. */
  readonly quanta: readonly number[];
  readonly figures: readonly (number | undefined)[];
}

/** Beyond this, sums of many terms might leave the range of exact integers. */
const LARGEST = 2n ** 46n;

/** The column meanings in force at a row: a table may change its heads half-way. */
export const columnsAt = (meaning: TableMeaning, row: number): readonly ColumnMeaning[] =>
  meaning.rows[row]?.columns ?? meaning.columns;

/** One sheet for each kind and unit of the table's measurements, in the order of their first appearance. */
export function sheetsOf(source: SheetSource, figures: readonly Figure[]): readonly Sheet[] {
  const units = new Map<string, Rational>();
  forEachCell(source, figures, (figure) => {
    const key = unitOf(figure);
    const step = units.get(key);
    const quantum = figure.measured!.quantum;
    if (step === undefined || compare(quantum, step) < 0) units.set(key, quantum);
  });
  return [...units].map(([unit, step]) => sheetOf(source, figures, unit, step)).filter((s) => s.rows.length > 0);
}

const unitOf = (figure: Figure): string => `${figure.kind} ${figure.measured!.unit}`;

function forEachCell(source: SheetSource, figures: readonly Figure[], visit: (figure: Figure) => void): void {
  for (const row of source.grid)
    for (const index of row) {
      if (index === undefined) continue;
      const figure = figures[index]!;
      if (figure.measured !== undefined) visit(figure);
    }
}

function sheetOf(source: SheetSource, figures: readonly Figure[], unit: string, step: Rational): Sheet {
  const used = new Set<number>();
  const found: { row: number; cells: Map<number, number> }[] = [];
  source.grid.forEach((row, r) => {
    const cells = new Map<number, number>();
    row.forEach((index, c) => {
      if (index === undefined || figures[index]!.measured === undefined || unitOf(figures[index]!) !== unit) return;
      if (steps(figures[index]!.measured!.value, step) === undefined) return;
      cells.set(c, index);
      used.add(c);
    });
    if (cells.size > 0) found.push({ row: r, cells });
  });
  const columns = [...used].sort((a, b) => a - b);
  const rows = found.map(({ row, cells }): SheetRow => {
    const at = columns.map((c) => cells.get(c));
    return {
      row,
      meaning: source.meaning.rows[row]!,
      figures: at,
      values: at.map((i) => (i === undefined ? Number.NaN : steps(figures[i]!.measured!.value, step)!)),
      quanta: at.map((i) => (i === undefined ? 0 : (steps(figures[i]!.measured!.quantum, step) ?? 1))),
    };
  });
  return { source, unit, exponent: exponentOf(step), rows, columns };
}

/** value / step as a whole number, or undefined where it is none or too large. */
function steps(value: Rational, step: Rational): number | undefined {
  const q = divide(value, step);
  return q.d === 1n && q.n < LARGEST && q.n > -LARGEST ? machineInteger(q.n) : undefined;
}

/** The power of ten that a grid step is; steps that are none (half points) count as the power below. */
function exponentOf(step: Rational): number {
  return step.d === 1n ? step.n.toString().length - 1 : 1 - step.d.toString().length;
}
