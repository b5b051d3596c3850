import type { ReleaseTable } from "../../release/release.ts";
import { printsOf } from "../cell-print.ts";
import { type Ink, ink, joined, spaces, wrapped } from "./_ink.ts";
import { figureInk, type Pen } from "./_pen.ts";

/** The heads over one column, from above. */
function headsOf(table: ReleaseTable, column: number): string {
  return table.head
    .map((row) => {
      let at = 0;
      return row.find((cell) => {
        at += Math.max(1, cell.span);
        return column < at;
      })?.text;
    })
    .filter((text) => text !== undefined && text !== "")
    .join(", ");
}

/** A table one of whose columns is wider than the page: below each label a line for each column, with its heads. */
export function recordLines(pen: Pen, table: ReleaseTable): readonly Ink[] {
  const prints = printsOf(table);
  return table.rows.flatMap((row, r) => [
    ...wrapped(ink(pen.written(row.label)), pen.width),
    ...(prints[r] ?? []).flatMap((cell, c) => {
      if (cell === undefined) return [];
      const head = pen.written(headsOf(table, c));
      const figure = joined([
        ink(`${head}${head === "" ? "" : ": "}${pen.written(cell.currency)}`),
        figureInk(pen, cell.figure),
        ink(pen.written(cell.tail.slice(cell.figure.text.length - cell.to))),
      ]);
      return wrapped(figure, pen.width - 2).map((line) => joined([spaces(2), line]));
    }),
  ]);
}
