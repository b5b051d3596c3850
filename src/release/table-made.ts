import { nearestTo } from "../text/nearest.ts";
import { SCALES } from "./form-words.ts";
import { guidanceTable } from "./guidance-rows.ts";
import { currencySign } from "./print.ts";
import { reconciliationRows } from "./reconciliation-rows.ts";
import type { ReleaseTable, TableRow } from "./release.ts";
import { statementRows } from "./statement-rows.ts";
import { cellOf, type MadeCell, type TableGrid } from "./table-cells.ts";
import { columnsOf, headOf } from "./table-columns.ts";
import type { ScaleWord, TableSpec } from "./table-file.ts";
import { footed } from "./table-footing.ts";
import { type ColumnsPlan, infoOf, type RowPlan, type RowsPlan, type TableDesk } from "./table-plan.ts";
import { roundingFootnote, unrounded } from "./table-rounding.ts";
import { membersTable, spelledRows } from "./table-rows.ts";
import { segmentsTable } from "./table-segments.ts";

const WAYS = ["rows", "members", "segments", "statement", "reconciliation", "guidance"] as const;

type Way = (typeof WAYS)[number];

/** A table of tables.yaml; undefined where it cannot be made, which is told. */
export function madeTable(desk: TableDesk, spec: TableSpec): ReleaseTable | undefined {
  const way = wayOf(desk, spec);
  if (way === undefined || !spec.isWhole) return undefined;
  const guided = way === "guidance" ? guidanceTable(desk, spec) : undefined;
  const columns = guided?.columns ?? columnsOf(desk, spec.values.columns);
  const { rows, footings } = guided?.rows ?? rowsOf(desk, spec, way, columns);
  if (rows.length === 0 || columns.columns.length === 0) return undefined;
  const grid: TableGrid = {
    unit: spec.values.unit ?? "millions",
    step: spec.values.step,
    rateStep: spec.values["rate-step"],
    negative: spec.values.negatives ?? "brackets",
  };
  const signed = signedRows(desk, rows);
  const cells = rows.map((row, i) => columns.columns.map((column) => cellOf(desk, row, column, grid, signed.has(i))));
  tellLabels(desk, spec, rows);
  tellEmptyColumns(desk, rows, columns, cells);
  if (way === "rows") tellEmptyRows(desk, rows, cells);
  const held = footed(desk, { rows, columns: columns.columns, cells }, footings);
  const isStatement = way === "statement" || way === "reconciliation";
  return {
    kind: "table",
    name: spec.values.table ?? "",
    title: spec.values.title ?? usualTitle(spec),
    unitText: unitText(desk, cells, grid.unit),
    head: headOf(desk, columns, { isOfDays: isOfDays(cells), isStatement }),
    columns: columns.columns.map(({ kind, period }) => ({ kind, period })),
    rows: rows.map(
      ({ label, level, kind }, i): TableRow => ({ label, level, kind, cells: cells[i]!.map(({ cell }) => cell) }),
    ),
    footnotes: [
      ...roundingFootnote(unrounded(cells, held, columns.columns)),
      ...spec.values.footnotes.map(({ value }) => value),
    ],
    place: spec.at("table"),
  };
}

/** Which of the ways to have rows a table takes; where it is none or several, it is told. */
function wayOf(desk: TableDesk, spec: TableSpec): Way | undefined {
  const { values } = spec;
  const ways = WAYS.filter((way) => {
    const value = values[way];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  const [way, second] = ways;
  const name = `"${values.table ?? ""}"`;
  if (second !== undefined) {
    const message = `The table ${name} has its rows from both "${way}" and "${second}".`;
    desk.say("table-without-rows", spec.at(second), message, "Take one of the two out.");
    return undefined;
  }
  // What could not be read has been told.
  if (way === undefined && spec.isWhole)
    desk.say(
      "table-without-rows",
      spec.at("table"),
      `The table ${name} has no rows.`,
      `Write one of ${WAYS.join(", ")}.`,
    );
  if (values.columns.length === 0 && way !== "guidance" && spec.isWhole) {
    const remedy = 'Write "columns:" and below it "- period: this", and so on.';
    desk.say("table-without-rows", spec.at("table"), `The table ${name} has no columns.`, remedy);
  }
  return way;
}

function rowsOf(desk: TableDesk, spec: TableSpec, way: Way, columns: ColumnsPlan): RowsPlan {
  const { members, segments } = spec.values;
  switch (way) {
    case "members":
      return membersTable(desk, spec, members ?? "division");
    case "segments":
      return segmentsTable(desk, spec, segments ?? "division");
    case "statement":
      return statementRows(desk, spec, columns);
    case "reconciliation":
      return reconciliationRows(desk, spec, columns);
    default:
      return spelledRows(desk, spec);
  }
}

/** The rows that show a sign of currency: the first of money, totals, what has a unit of its own, and amounts per share that are no lines of a sum (REG-64). */
function signedRows(desk: TableDesk, rows: readonly RowPlan[]): ReadonlySet<number> {
  const signed = new Set<number>();
  const unit = (row: RowPlan): string | undefined =>
    row.measure === undefined ? undefined : infoOf(desk, row.measure)?.unit;
  for (const of of ["money", "per-share"]) {
    const first = rows.findIndex((row) => unit(row) === of);
    if (first >= 0) signed.add(first);
  }
  for (const [i, row] of rows.entries()) if (row.kind === "total" || row.unit !== undefined) signed.add(i);
  return signed;
}

const STATEMENTS = {
  income: "Condensed Consolidated Statements of Income",
  balance: "Condensed Consolidated Balance Sheets",
  "cash-flow": "Condensed Consolidated Statements of Cash Flows",
} as const;

function usualTitle({ values: { statement, reconciliation, guidance } }: TableSpec): string {
  if (statement !== undefined) return STATEMENTS[statement];
  if (reconciliation.length > 0) return "Reconciliation of GAAP to Non-GAAP Measures";
  return guidance === true ? "Guidance" : "";
}

const isOfDays = (cells: readonly (readonly MadeCell[])[]): boolean => {
  const facts = cells.flat().flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
  return facts.length > 0 && facts.every((fact) => fact.start === undefined);
};

/** "($ in millions, except per share)"; nothing where no amount is printed in the scale of the table. */
export function unitText(desk: TableDesk, cells: readonly (readonly MadeCell[])[], unit: ScaleWord): string {
  const scale = SCALES.get(unit) ?? 6;
  const printed = cells.flat().filter(({ cell }) => cell.kind === "figure");
  const isIn = (of: string): boolean => printed.some(({ fact, form }) => fact?.unit === of && form?.scale === scale);
  const isMoney = isIn("money");
  if (!isMoney && !(isIn("shares") && scale > 0)) return "";
  const sign = isMoney ? currencySign(desk.books.company.presentation).trim() : "Shares";
  const except = isMoney && printed.some(({ fact }) => fact?.unit === "per-share") ? ", except per share" : "";
  return `(${sign}${scale === 0 ? "" : ` in ${unit}`}${except})`;
}

/** A label for what nothing has the name of; one for a line that only this quarter has not is none of these. */
function tellLabels(desk: TableDesk, spec: TableSpec, rows: readonly RowPlan[]): void {
  const known = [...desk.infos.keys(), ...desk.facts.names.categories];
  for (const [name, { value, place }] of spec.values.labels) {
    if (known.includes(name) || rows.some((row) => row.label === value)) continue;
    const message = `No row, measure or category has the name "${name}", which "${value}" is to stand for.`;
    desk.say("setting-unknown", place, message, () => `The nearest is ${nearestTo(name, known)}.`);
  }
}

/** A column that shows nothing; that there is no such measure has been told at its rows. */
function tellEmptyColumns(
  desk: TableDesk,
  rows: readonly RowPlan[],
  { columns }: ColumnsPlan,
  cells: readonly (readonly MadeCell[])[],
): void {
  for (const [i, column] of columns.entries()) {
    if (cells.some((row) => row[i]?.isHeld === true)) continue;
    const isAsked = rows.some(({ measure }) => measure !== undefined && column.measureFor(measure) !== undefined);
    const isFound = cells.some((row) => row[i]?.fact !== undefined);
    if (isAsked && !isFound) continue;
    const why = isAsked
      ? `the books hold nothing of its measures in ${column.period}`
      : "none of the rows has what the column shows";
    desk.say(
      "column-without-figures",
      column.place,
      `No row has a figure in this column: ${why}.`,
      "Ask for a period that the books hold, or take the column out.",
    );
  }
}

function tellEmptyRows(desk: TableDesk, rows: readonly RowPlan[], cells: readonly (readonly MadeCell[])[]): void {
  for (const [i, row] of rows.entries())
    if (row.measure !== undefined && cells[i]!.every(({ cell }) => cell.kind === "empty"))
      desk.say(
        "row-without-figures",
        row.place,
        `"${row.label}" has no figure in any column: the books hold nothing of ${row.measure}.`,
        "Take the row out, or look whether the measure is the one that is meant.",
      );
}
