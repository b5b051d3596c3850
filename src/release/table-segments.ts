import { askedMeasure } from "./table-ask.ts";
import type { Dimension, TableSpec } from "./table-file.ts";
import { type Footing, infoOf, type RowPlan, type RowsPlan, type TableDesk } from "./table-plan.ts";
import { isAdded, splitRows, tellOrder } from "./table-rows.ts";

const USUAL = ["revenue", "operating-income"];

/** The measures of each segment and of the group, one below the other (ASC 280-10-50-22, -30). */
export function segmentsTable(desk: TableDesk, table: TableSpec, dimension: Dimension): RowsPlan {
  const { measures, labels, total } = table.values;
  const place = table.at("segments");
  tellOrder(desk, table, dimension);
  const asked = measures.length > 0 ? measures : USUAL.map((value) => ({ value, place }));
  const rows: RowPlan[] = [];
  const footings: Footing[] = [];
  for (const { value: measure, place } of asked) {
    const info = askedMeasure(desk, measure, place);
    if (info === undefined) continue;
    const title = labels.get(info.name)?.value ?? infoOf(desk, measure)?.title ?? measure;
    rows.push({ label: title, level: 0, kind: "section", measure: undefined, member: {}, place });
    const label =
      total ?? (isAdded(desk, measure) ? `Total ${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : "Total company");
    const split = splitRows(desk, table, { measure, dimension, total: label, level: 1 });
    const first = rows.length;
    rows.push(...split.rows.map((row) => ({ ...row, place })));
    for (const { total, terms } of split.footings)
      footings.push({
        total: total + first,
        terms: terms.map((term) => ({ ...term, row: term.row + first })),
        otherwise: [],
      });
  }
  return { rows, footings };
}
