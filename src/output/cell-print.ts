import { DASH, NOT_MEANINGFUL } from "../measures/round-for-print.ts";
import type { BoundFigure, ReleaseTable, TableCell } from "../release/release.ts";

/** A cell of figures taken apart, so that digits can stand below digits. */
export interface CellPrint {
  readonly figure: BoundFigure;
  /** "$", at the left of the column; "" where there is none. */
  readonly currency: string;
  /** From what opens before the digits to the last digit or the whole word: "(5.1", "—". */
  readonly body: string;
  /** Where in `body` the figure's text starts to be digits, and where they end; equal to all of it where there are none. */
  readonly from: number;
  readonly to: number;
  /** What hangs behind the digits: ")", "%", ")%". */
  readonly tail: string;
  /** ".1" of the digits; "" of whole numbers and of words. */
  readonly fraction: string;
  readonly isNumber: boolean;
}

/** What all cells of a column need, so that their decimal points stand below each other. */
export interface ColumnPrint {
  /** The longest of the fractions and the longest of what hangs behind. */
  readonly fraction: string;
  readonly tail: string;
}

const BEHIND = /^\s*(?:[%\u2030]|x$|times|bps?\b|pts?\b|pp\b)/i;

/** Undefined where nothing is printed. */
export function cellPrint(cell: TableCell): CellPrint | undefined {
  if (cell.kind === "empty" || cell.figure.text === "") return undefined;
  const { figure, sign } = cell;
  const { text, from, to } = figure;
  const isNumber = to > from;
  const isBehind = BEHIND.test(sign);
  // What is not meaningful has no unit; what rounds to zero keeps its own, "— %".
  const unit = text === NOT_MEANINGFUL ? "" : sign;
  const currency = isBehind ? "" : unit;
  const behind = isBehind ? unit : "";
  if (!isNumber)
    return { figure, currency, body: text, from: 0, to: text.length, tail: behind, fraction: "", isNumber };
  const digits = text.slice(from, to);
  const point = digits.lastIndexOf(".");
  return {
    figure,
    currency,
    body: text.slice(0, to),
    from,
    to,
    tail: text.slice(to) + behind,
    fraction: point < 0 ? "" : digits.slice(point),
    isNumber,
  };
}

const longest = (texts: readonly string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a), "");

export function columnPrint(cells: readonly (CellPrint | undefined)[]): ColumnPrint {
  const printed = cells.filter((cell) => cell !== undefined);
  return { fraction: longest(printed.map((cell) => cell.fraction)), tail: longest(printed.map((cell) => cell.tail)) };
}

/** What a cell lacks of the widest below its digits and behind them, as characters of the same width. */
export function padOf(cell: CellPrint, column: ColumnPrint): string {
  const tail = column.tail.startsWith(cell.tail)
    ? column.tail.slice(cell.tail.length)
    : column.tail.slice(0, Math.max(0, column.tail.length - cell.tail.length));
  const fraction = cell.isNumber ? column.fraction.slice(cell.fraction.length).replace(/\d/g, "0") : "";
  return fraction + tail;
}

/** All cells of a table, by row and column; a row that has too few is filled up. */
export const printsOf = (table: ReleaseTable): readonly (readonly (CellPrint | undefined)[])[] =>
  table.rows.map((row) =>
    table.columns.map((_, i) => {
      const cell = row.cells[i];
      return cell === undefined ? undefined : cellPrint(cell);
    }),
  );

export interface Legend {
  readonly mark: string;
  readonly meaning: string;
}

/** What the marks of a table mean that are no numbers. */
export function legendOf(prints: readonly (readonly (CellPrint | undefined)[])[]): readonly Legend[] {
  const has = (mark: string): boolean => prints.some((row) => row.some((cell) => cell?.body === mark));
  return [
    ...(has(DASH) ? [{ mark: DASH, meaning: "zero, or rounds to zero" }] : []),
    ...(has(NOT_MEANINGFUL) ? [{ mark: NOT_MEANINGFUL, meaning: "not meaningful" }] : []),
  ];
}
