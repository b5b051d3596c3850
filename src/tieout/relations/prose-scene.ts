import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { type RowIndex, rowIndex } from "./prose-rows.ts";
import type { SheetSource } from "./sheet.ts";

/** What all kinds of relations between prose and the rest look things up in. */
export interface Scene {
  readonly index: RowIndex;
  readonly figures: readonly Figure[];
  /** How often the text prints an amount, by kind and size. */
  readonly stated: ReadonlyMap<string, number>;
}

export const sceneOf = (
  groups: readonly ProseGroup[],
  tables: readonly SheetSource[],
  figures: readonly Figure[],
): Scene => ({
  index: rowIndex(tables, figures),
  figures,
  stated: statedIn(groups, figures),
});

/** The kind and the size of a print, whatever its sign. */
export function printKey(kind: string, figure: Figure): string {
  const { n, d } = figure.measured!.value;
  return `${kind} ${n < 0n ? -n : n}/${d}`;
}

function statedIn(groups: readonly ProseGroup[], figures: readonly Figure[]): ReadonlyMap<string, number> {
  const stated = new Map<string, number>();
  for (const g of groups)
    for (const r of g.readings) {
      const key = printKey(r.kind, figures[r.figure]!);
      stated.set(key, (stated.get(key) ?? 0) + 1);
    }
  return stated;
}

/** Whether nothing else in the document prints what the figure prints, in a table or in the text. */
export const isOrphan = (r: ProseReading, { index, figures, stated }: Scene): boolean =>
  stated.get(printKey(r.kind, figures[r.figure]!)) === 1 &&
  !index.near(figures[r.figure]!).some((c) => c.kind === r.kind);
