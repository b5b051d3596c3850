import { format, parse } from "../../exact/decimal.ts";
import { floor, multiply, negate, rational, tenTo, whole } from "../../exact/rational.ts";
import { csvCell } from "../../text/csv-cell.ts";
import { type LineTable, lineAndColumn, lines } from "../../text/place.ts";
import { namedBy } from "../relations/relation.ts";
import { piecesOf } from "./_pieces.ts";
import type { Checked, CheckedDocument } from "./checked.ts";
import type { Bounds, ReportFigure } from "./report.ts";
import { figureOf } from "./write.ts";

const COLUMNS = [
  "document",
  "id",
  "text",
  "label",
  "table",
  "row",
  "column",
  "paragraph",
  "line",
  "value",
  "unit",
  "low",
  "high",
  "implied low",
  "implied high",
  "status",
  "relations",
  "findings",
  "mark",
];

const END = "\r\n";

/** The head row of the tie-out sheet. It stands once, however many documents follow. */
export const csvHead: string = `${COLUMNS.join(",")}${END}`;

/**
 * The rows of one document on the tie-out sheet, as RFC 4180 has them, in pieces of whole rows: one row for each measurement. A
 * document that cannot be read has one row, of the status "refused" with the reason among the findings.
 */
export function csvRows(checked: Checked): readonly string[] {
  if (checked.kind === "checked") return piecesOf(rowsOf(checked));
  const { code, message } = checked.refusal;
  return [rowOf({ document: csvCell(checked.path), status: "refused", findings: csvCell(`${code}: ${message}`) })];
}

function* rowsOf(checked: CheckedDocument): Iterable<string> {
  const table = lines(checked.document.source);
  const document = csvCell(checked.path);
  const reached = relationsByFigure(checked);
  const told = findingsByFigure(checked);
  for (const [i, figure] of checked.figures.entries()) {
    if (figure.figure.measured === undefined) continue;
    const relations = csvCell(relationsCell(reached.get(i) ?? [], checked));
    yield rowOf({ document, ...figureCells(figureOf(figure), table), relations, ...told.get(figure.figure.id) });
  }
}

/** The cells of one row by their column; a column that is left out is empty. */
type Cells = Readonly<Record<string, string>>;

const rowOf = (cells: Cells): string => `${COLUMNS.map((name) => cells[name] ?? "").join(",")}${END}`;

function figureCells(f: ReportFigure, table: LineTable): Cells {
  const place: Cells =
    "table" in f.where
      ? { table: `${f.where.table}`, row: `${f.where.row}`, column: `${f.where.column}` }
      : { paragraph: `${f.where.paragraph}` };
  const { low, high } = boundCells(f);
  const implied = boundCells(f.implied ?? {});
  return {
    id: f.id,
    text: csvCell(f.text),
    label: csvCell(f.label ?? ""),
    ...place,
    line: `${lineAndColumn(table, f.start).line}`,
    value: f.value === undefined ? "" : bound(f.value, "down"),
    unit: csvCell(f.unit ?? ""),
    low,
    high,
    "implied low": implied.low,
    "implied high": implied.high,
    status: f.status ?? "",
  };
}

const boundCells = ({ low, high }: Bounds): { readonly low: string; readonly high: string } => ({
  low: low === undefined ? "" : bound(low, "down"),
  high: high === undefined ? "" : bound(high, "up"),
});

const PLACES = 12;

/** A number that a spreadsheet takes for one. It would read "1/3" as a day, so that an end without a finite decimal is rounded outward. */
function bound(exact: string, towards: "down" | "up"): string {
  if (!exact.includes("/")) return exact;
  const scaled = multiply(parse(exact)!, whole(tenTo(PLACES)));
  return format(rational(towards === "down" ? floor(scaled) : -floor(negate(scaled)), tenTo(PLACES)));
}

const MOST_RELATIONS = 20;
const LONGEST_WORDS = 200;

/** The places in the list of relations that name each figure, by the place of the figure. */
function relationsByFigure({ relations }: CheckedDocument): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  relations.forEach(({ relation }, i) => {
    for (const figure of namedBy(relation.form)) push(places, figure, i);
  });
  return places;
}

/** "T01 forced: Products + Services = Total; ...": rule, verdict, words. */
function relationsCell(places: readonly number[], { relations }: CheckedDocument): string {
  const told = places.slice(0, MOST_RELATIONS).map((i) => {
    const { relation, verdict } = relations[i]!;
    const { rule, text: words } = relation;
    return `${rule} ${verdict}: ${words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words}`;
  });
  const more = places.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** The codes of the findings that name each figure, for what reason one of them is waived, and who has set a relation right. */
function findingsByFigure({ findings, relations, figures: all }: CheckedDocument): ReadonlyMap<string, Cells> {
  const codes = new Map<string, string[]>();
  const marks = new Map<string, string[]>();
  for (const { relation } of relations)
    if (relation.byHand === true)
      for (const i of namedBy(relation.form)) push(marks, all[i]!.figure.id, relation.evidence);
  for (const { code, figures, waived } of findings) {
    for (const id of figures) {
      push(codes, id, code);
      if (waived !== null) push(marks, id, `waived: ${waived.reason}`);
    }
  }
  const joined = (list: readonly string[] = []): string => csvCell([...new Set(list)].join("; "));
  const named = [...codes.keys(), ...marks.keys()];
  return new Map(named.map((id) => [id, { findings: joined(codes.get(id)), mark: joined(marks.get(id)) }]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
