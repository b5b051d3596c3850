import type { Figure } from "../figures/figure.ts";
import { cellsOf } from "./cells.ts";
import { matchColumns, sightings } from "./column-match.ts";
import { comparisons } from "./comparison.ts";
import { factRows } from "./fact-row.ts";
import { crossFootings, footings } from "./footing.ts";
import { growthColumns } from "./growth-columns.ts";
import { growthRows } from "./growth-rows.ts";
import { guidanceColumns } from "./guidance-columns.ts";
import { mixColumns } from "./mix-columns.ts";
import { perShareLines } from "./per-share-lines.ts";
import { placements } from "./placement.ts";
import { ratiosAcross } from "./ratio-across.ts";
import { marginRows, perShareRows } from "./ratio-rows.ts";
import type { Relation } from "./relation.ts";
import { sameFacts } from "./same-fact.ts";
import { secondLook } from "./second-look.ts";
import { type SheetSource, sheetsOf } from "./sheet.ts";
import { shiftedRows } from "./shifted-rows.ts";
import { weightedRows } from "./weighted-rows.ts";
import { yearToDateRows } from "./year-to-date.ts";

/** Everything that the tables propose about their figures, alone and together. */
export function tableRelations(sources: readonly SheetSource[], figures: readonly Figure[]): readonly Relation[] {
  const relations: Relation[] = [];
  for (const source of sources) {
    const sheets = sheetsOf(source, figures);
    const grid = cellsOf(source, sheets, figures);
    const shifted = shiftedRows(grid);
    for (const sheet of sheets) {
      const footing = footings(sheet, shifted);
      relations.push(...footing.relations, ...secondLook(sheet, footing.found, shifted));
      if (sheet.unit.startsWith("amount") || sheet.unit.startsWith("count") || sheet.unit.startsWith("shares"))
        relations.push(...crossFootings(sheet, shifted));
      relations.push(...weightedRows(source, footing.relations, figures));
    }
    relations.push(
      ...comparisons(source, grid, shifted),
      ...mixColumns(source, grid),
      ...marginRows(source, grid),
      ...perShareRows(source, grid),
      ...perShareLines(source, grid),
      ...guidanceColumns(source, figures),
    );
  }
  const rows = factRows(sources, figures);
  const seen = sightings(rows);
  const columns = matchColumns(seen);
  relations.push(...sameFacts(rows, seen, columns, figures));
  relations.push(...ratiosAcross(rows, columns, figures, explained(relations)), ...growthRows(rows, figures));
  relations.push(...growthColumns(rows, figures));
  relations.push(...placements(rows, figures));
  relations.push(...yearToDateRows(rows, figures, acrossTheTable(relations)));
  return relations;
}

/** The results of ratios that their own table explains. */
function explained(relations: readonly Relation[]): ReadonlySet<number> {
  const results = new Set<number>();
  for (const { kind, form, strength } of relations)
    if ((kind === "margin" || kind === "per-share") && form.kind === "quotient" && strength !== "weak")
      results.add(form.result);
  return results;
}

/** The totals of sums across their own table. */
function acrossTheTable(relations: readonly Relation[]): ReadonlySet<number> {
  const totals = new Set<number>();
  for (const { kind, form, strength } of relations)
    if (kind === "cross-footing" && form.kind === "sum" && strength !== "weak") totals.add(form.result);
  return totals;
}
