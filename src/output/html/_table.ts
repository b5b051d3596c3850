import type { HeadCell, ReleaseTable, TableColumn, TableRow } from "../../release/release.ts";
import { type CellPrint, type ColumnPrint, columnPrint, legendOf, padOf, printsOf } from "../cell-print.ts";
import { groupStarts } from "../head-text.ts";
import { putFigure } from "./_figure.ts";
import { readableHead } from "./_head-text.ts";
import { escaped, put, putText, type Sheet } from "./_sheet.ts";

/** What a table of the release is called in the page, by its place among them from 0. */
export const tableName = (index: number): string => `table-${index + 1}`;

/** A table in a container of its own that scrolls where the page is narrow. */
export function putTable(sheet: Sheet, table: ReleaseTable, name: string): void {
  const width = table.columns.length;
  const prints = printsOf(table);
  const columns = table.columns.map((_, i) => columnPrint(prints.map((row) => row[i])));
  const starts = groupStarts(table.head, width);
  put(
    sheet,
    `<div class="sheet${width > 4 ? " wide" : width < 4 ? " slim" : ""}"><div class="scroll" role="region" aria-labelledby="${name}" tabindex="0">\n<table>\n`,
  );
  put(sheet, `<caption id="${name}"><span><strong class="title">`);
  putText(sheet, table.title);
  put(sheet, "</strong>");
  if (table.unitText !== "") put(sheet, ` <span class="unit">${escaped(table.unitText)}</span>`);
  put(sheet, "</span></caption>\n<colgroup><col></colgroup>");
  put(sheet, groupMarkup(starts, width));
  putHeads(sheet, { head: table.head, starts, columns });
  putRows(sheet, table.rows, { prints, columns, starts, kinds: table.columns.map(({ kind }) => kind) });
  put(sheet, "</table>\n</div>\n");
  putNotes(sheet, table.footnotes, legendOf(prints));
  put(sheet, "</div>\n");
}

function groupMarkup(starts: ReadonlySet<number>, width: number): string {
  const edges = [0, ...starts, width];
  return `${edges
    .slice(1)
    .map((end, i) => `<colgroup span="${end - edges[i]!}"></colgroup>`)
    .join("")}\n`;
}

interface Heads {
  readonly head: readonly (readonly HeadCell[])[];
  readonly starts: ReadonlySet<number>;
  readonly columns: readonly ColumnPrint[];
}

function putHeads(sheet: Sheet, { head, starts, columns }: Heads): void {
  if (head.length === 0) return;
  put(sheet, "<thead>\n");
  for (const [i, row] of head.entries()) {
    put(sheet, `<tr>${i === 0 ? `<td${head.length > 1 ? ` rowspan="${head.length}"` : ""}></td>` : ""}`);
    let at = 0;
    for (const cell of row) {
      put(sheet, headMarkup(cell, starts.has(at), columns[at]));
      at += cell.span;
    }
    put(sheet, "</tr>\n");
  }
  put(sheet, "</thead>\n");
}

function headMarkup({ text, span }: HeadCell, isStart: boolean, column: ColumnPrint | undefined): string {
  const start = isStart ? " start" : "";
  if (span > 1) {
    const tag = text === "" ? "td" : "th";
    const scope = tag === "th" ? ' scope="colgroup"' : "";
    return `<${tag} class="group${start}"${scope} colspan="${span}"><span>${readableHead(text)}</span></${tag}>`;
  }
  if (text === "") return `<td class="n${start}"></td>`;
  // All lines of a head end above the last digit, not above what hangs behind it.
  const pad = column === undefined || column.tail === "" ? "" : ` data-pad="${escaped(column.tail)}"`;
  return `<th class="n${start}" scope="col"><span class="head"${pad}><span>${readableHead(text)}</span></span></th>`;
}

interface Body {
  readonly prints: readonly (readonly (CellPrint | undefined)[])[];
  readonly columns: readonly ColumnPrint[];
  readonly starts: ReadonlySet<number>;
  readonly kinds: readonly TableColumn["kind"][];
}

/** A section starts a body of its own, whose head it is. */
function putRows(sheet: Sheet, rows: readonly TableRow[], body: Body): void {
  put(sheet, "<tbody>\n");
  for (const [i, row] of rows.entries()) {
    const cells = body.prints[i] ?? [];
    const isBare = cells.every((cell) => cell === undefined);
    if (row.kind === "section" && i > 0) put(sheet, "</tbody>\n<tbody>\n");
    put(sheet, row.kind === "line" ? "<tr>" : `<tr class="${row.kind}">`);
    if (row.kind === "section" && isBare) {
      put(sheet, `<th scope="rowgroup" colspan="${body.columns.length + 1}"${indent(row)}><span>`);
      putText(sheet, row.label);
      put(sheet, "</span></th></tr>\n");
      continue;
    }
    put(sheet, `<th scope="row"${indent(row)}>`);
    putText(sheet, row.label);
    put(sheet, "</th>");
    for (const [c, cell] of cells.entries())
      putCell(sheet, cell, {
        column: body.columns[c]!,
        isStart: body.starts.has(c),
        isSum: body.kinds[c] !== "growth",
        kind: row.kind,
      });
    put(sheet, "</tr>\n");
  }
  put(sheet, "</tbody>\n");
}

/** Indentation and rules stand in the element itself, so that they are not lost when the table is copied into a letter. */
const indent = ({ level }: TableRow): string =>
  level > 0 ? ` style="padding-left:${Math.min(level, 8) * 1.25}em"` : "";
const RULED = ' style="border-top:1px solid"';

interface CellLook {
  readonly column: ColumnPrint;
  readonly isStart: boolean;
  /** Whether what stands in the column can be added up: rates cannot. */
  readonly isSum: boolean;
  readonly kind: TableRow["kind"];
}

function putCell(sheet: Sheet, cell: CellPrint | undefined, { column, isStart, isSum, kind }: CellLook): void {
  const start = isStart ? " start" : "";
  if (cell === undefined) {
    put(sheet, `<td class="n${start}"></td>`);
    return;
  }
  const pad = padOf(cell, column);
  const isRuled = isSum && (kind === "total" || kind === "subtotal");
  put(sheet, `<td class="n${start}"${pad === "" ? "" : ` data-pad="${escaped(pad)}"`}${isRuled ? RULED : ""}>`);
  if (cell.currency !== "") put(sheet, `<span class="sign">${escaped(cell.currency)}</span>`);
  putFigure(sheet, cell.figure);
  putText(sheet, cell.tail.slice(cell.figure.text.length - cell.to));
  put(sheet, "</td>");
}

function putNotes(sheet: Sheet, footnotes: readonly string[], legend: ReturnType<typeof legendOf>): void {
  if (footnotes.length === 0 && legend.length === 0) return;
  put(sheet, '<div class="notes">\n');
  for (const note of footnotes) {
    put(sheet, "<p>");
    putText(sheet, note);
    put(sheet, "</p>\n");
  }
  if (legend.length > 0)
    put(sheet, `<p>${legend.map(({ mark, meaning }) => `${escaped(mark)} ${escaped(meaning)}`).join("; ")}</p>\n`);
  put(sheet, "</div>\n");
}
