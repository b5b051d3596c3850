import type { LexedCell, LexedTable } from "../lex/lexed.ts";
import type { NumberToken, Token } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { TableMeaning } from "../meaning/table.ts";
import { periodAt } from "../meaning/table-meaning.ts";
import { cellSituation } from "./cell-situation.ts";
import { labelFigures } from "./label-figures.ts";
import { measureDivided, measureOf } from "./measure-name.ts";
import { type Draft, drafted, type Known } from "./place.ts";
import { quantity } from "./quantity.ts";
import { type RowKind, rowKind } from "./row-kind.ts";
import { settleDashes } from "./zero-dash.ts";

export interface TableFigures {
  readonly drafts: readonly Draft[];
  /** The index of the figure at each row and column, counted from `first`. */
  readonly grid: readonly (readonly (number | undefined)[])[];
}

/** The figures of a table's cells; the first has the index `first`. `number` is the table's, from 1. */
export function tableFigures(
  source: string,
  table: LexedTable,
  number: number,
  meaning: TableMeaning,
  context: DocumentContext,
  first: number,
): TableFigures {
  const drafts: Draft[] = [];
  const grid: (number | undefined)[][] = [];
  const by = measureDivided(meaning.caption);
  table.rows.forEach((row, r) => {
    const isHead = meaning.rows[r]!.kind !== "data";
    const kind = isHead ? undefined : rowKind(row, r, meaning);
    const line: (number | undefined)[] = [];
    grid.push(line);
    for (const cell of row.cells) {
      const column = cell.cell.column - 1;
      const where = { kind: "table", table: number, row: r + 1, column: column + 1 } as const;
      const isLabel = isHead || column < meaning.labelColumns;
      let measured: number | undefined;
      let count = 0;
      const labels = isLabel && cell.tokens.length > 0 ? labelFigures(cell, r, meaning, context) : [];
      for (const [i, token] of cell.tokens.entries()) {
        const known = isLabel ? labels[i]! : inCell(cell, token, r, kind!, by, meaning, context);
        if (known.measured !== undefined) {
          count++;
          measured = first + drafts.length;
        }
        drafts.push(drafted(source, cell.cell.text, token, where, known));
      }
      if (count === 1 && !isLabel) line[column] = measured;
    }
  });
  return { drafts: settleDashes(drafts, first, grid), grid };
}

function inCell(
  cell: LexedCell,
  token: Token,
  row: number,
  kind: RowKind,
  by: string | undefined,
  meaning: TableMeaning,
  context: DocumentContext,
): Known {
  if (token.kind !== "number") return { kind: token.kind };
  const column = cell.cell.column - 1;
  const line = meaning.rows[row]!;
  const head = (line.columns ?? meaning.columns)[column];
  if (isMark(token, cell) || (token.doubt === "year" && !isAmount(cell, token, kind, column)))
    return { kind: token.doubt === "year" ? "period" : "other" };
  if (head?.kind === "note") return { kind: "other" };
  const { kind: found, measured } = quantity(token, cellSituation(token, kind, line, head, meaning, context));
  return {
    kind: found,
    measured,
    label: [...line.path, line.label].filter((l) => l !== "").join(" / "),
    ...measureOf(line, head, by),
    basis: line.basis !== "unknown" ? line.basis : (head?.basis ?? "unknown"),
    period: periodAt(meaning, row, column),
  };
}

/** A mark beside a number or words is a footnote; alone in its cell "(3)" is a loss of three. */
function isMark(token: NumberToken, cell: LexedCell): boolean {
  if (token.doubt !== "mark") return false;
  const text = cell.cell.text.text.trim();
  return text.length > token.outer.to - token.outer.from + 2;
}

/** Four digits alone in a cell are an amount where the row holds amounts, and a year where it holds years. */
function isAmount(cell: LexedCell, token: NumberToken, kind: RowKind, column: number): boolean {
  if (token.currency !== undefined || token.negative || token.unit !== undefined) return true;
  return (
    cell.cell.text.text.trim().length <= token.to - token.from + 2 && (kind.amounts > 0 || column > 0) && !kind.allYears
  );
}
