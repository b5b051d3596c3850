import type { Figure } from "../figures/figure.ts";
import type { ColumnMeaning } from "../meaning/table.ts";
import { namedBy, type Relation, type Said } from "./relation.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";
import { addUp, type Part, weightedGrowth } from "./weighted-growth.ts";

/** More parts than this no whole has. */
const MOST_PARTS = 40;

/** The growth of a total, and that of the rows that add to it. */
interface Whole {
  readonly parts: readonly Part[];
  readonly result: number;
  readonly name: string;
}

/**
 * Growth without currency, or without acquisitions, in a column of its own (T23): where rows add to a total in the column of the
 * period before, their growth, each weighed by that amount, is the growth of the total.
 */
export function weightedRows(
  source: SheetSource,
  footings: readonly Relation[],
  figures: readonly Figure[],
): readonly Relation[] {
  if (!source.meaning.columns.some(isSpecial) && !source.meaning.rows.some((r) => r.columns?.some(isSpecial)))
    return [];
  const wholes = wholesOf(source, footings, figures);
  const first = wholes.map((w) => weightedGrowth(w.parts, w.result, w.name, figures));
  const holding = first.filter((r) => HOLDS.has((r.form as Said).verdict)).length;
  if (holding === 0) return first;
  return wholes.map((w) => weightedGrowth(w.parts, w.result, w.name, figures, { believed: true }));
}

const HOLDS: ReadonlySet<string> = new Set(["forced", "consistent"]);

/** Growth as reported follows from the amounts themselves. */
const isSpecial = ({ kind, basis }: ColumnMeaning): boolean =>
  kind === "percent-change" && (basis === "constant-currency" || basis === "organic");

function wholesOf(source: SheetSource, footings: readonly Relation[], figures: readonly Figure[]): readonly Whole[] {
  const places = new Map<number, { readonly row: number; readonly column: number }>();
  source.grid.forEach((cells, row) => {
    cells.forEach((figure, column) => {
      if (figure !== undefined) places.set(figure, { row, column });
    });
  });
  const byBase = baseReader();
  return footings.flatMap(({ form, strength }) => {
    if (form.kind !== "sum" || strength === "weak" || form.terms.length > MOST_PARTS) return [];
    const total = places.get(form.result);
    if (total === undefined || namedBy(form).some((f) => places.get(f)?.column !== total.column)) return [];
    const rows = form.terms.map((t) => ({ figure: t.figure, row: places.get(t.figure)!.row }));
    return (byBase(columnsAt(source.meaning, total.row)).get(total.column) ?? []).flatMap(
      (column): readonly Whole[] => {
        const result = rateAt(source, total.row, column, figures);
        const parts = rows.flatMap(({ figure, row }): readonly Part[] => {
          const rate = rateAt(source, row, column, figures);
          return rate === undefined ? [] : [{ weight: figure, rate, name: nameOf(source, row) }];
        });
        if (result === undefined || parts.length < 2 || parts.length < rows.length) return [];
        if (!addUp(parts, form.result, figures)) return [];
        return [{ parts, result, name: `${nameOf(source, total.row)} in table ${source.table}` }];
      },
    );
  });
}

type Columns = readonly ColumnMeaning[];

/** Finds the columns of such growth by the column that they compare with; the heads of a table are gone through once. */
function baseReader(): (heads: Columns) => ReadonlyMap<number, readonly number[]> {
  const known = new Map<Columns, ReadonlyMap<number, readonly number[]>>();
  return (heads) => {
    const old = known.get(heads);
    if (old !== undefined) return old;
    const made = new Map<number, number[]>();
    heads.forEach((head, column) => {
      const base = isSpecial(head) ? head.compares?.[1] : undefined;
      if (base !== undefined) made.set(base, [...(made.get(base) ?? []), column]);
    });
    known.set(heads, made);
    return made;
  };
}

function rateAt(source: SheetSource, row: number, column: number, figures: readonly Figure[]): number | undefined {
  const figure = source.grid[row]![column];
  return figure !== undefined && figures[figure]!.kind === "percent" ? figure : undefined;
}

const nameOf = (source: SheetSource, row: number): string => source.meaning.rows[row]!.label || `row ${row + 1}`;
