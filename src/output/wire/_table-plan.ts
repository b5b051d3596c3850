import type { ReleaseTable } from "../../release/release.ts";
import { type CellPrint, columnPrint, printsOf } from "../cell-print.ts";
import { groupStarts, keptTogether, shortMonths } from "../head-text.ts";
import { breadth } from "./_breadth.ts";
import { type Ink, ink, joined, spaces, toLeft, toRight, wrapped } from "./_ink.ts";
import { figureInk, type Pen } from "./_pen.ts";

/** A cell's parts: the sign at the left, the print to its last digit, what hangs behind with room for the decimals that others have. */
interface WireCell {
  readonly currency: Ink;
  readonly body: Ink;
  readonly tail: Ink;
  /** How many characters of the longest decimals it does not have. */
  readonly missing: number;
}

/** One column as it is set: cells of one width, the heads' own width not yet asked. */
export interface WireColumn {
  readonly cells: readonly (Ink | undefined)[];
  /** The heads right above it, words that must not be parted tied together. */
  readonly head: string;
  readonly width: number;
  /** How far its head is set in from the right, so that it stands above the digits and not above a long unit behind them. */
  readonly inset: number;
  /** Whether it starts a group of columns. */
  readonly isStart: boolean;
  /** Whether its totals are sums, which a rule stands above. */
  readonly sums: boolean;
}

export interface WirePlan {
  readonly columns: readonly WireColumn[];
  /** Rows of heads above the last. */
  readonly above: readonly (readonly { readonly text: string; readonly span: number }[])[];
}

/** Takes a table to columns of fixed width. Where room is short, months are shortened. */
export function tablePlan(pen: Pen, table: ReleaseTable, isTight: boolean): WirePlan {
  const prints = printsOf(table);
  const starts = groupStarts(table.head, table.columns.length);
  const heads = table.head.map((row) =>
    row.map(({ text, span }) => ({ text: headText(pen, text, isTight), span: Math.max(1, span) })),
  );
  const last = heads[heads.length - 1] ?? [];
  const isFlat = last.length === table.columns.length;
  const columns = table.columns.map(({ kind }, i): WireColumn => {
    const cells = setCells(
      pen,
      prints.map((row) => row[i]),
    );
    const head = isFlat ? (last[i]?.text ?? "") : "";
    const content = Math.max(0, ...cells.map((cell) => (cell === undefined ? 0 : breadth(cell.text))));
    const { tail } = columnPrint(prints.map((row) => row[i]));
    const inset = tail.length > SHORT_TAIL ? breadth(pen.written(tail)) : 0;
    return {
      cells,
      head,
      inset,
      width: Math.max(content, headWidth(head) + inset),
      isStart: starts.has(i),
      sums: kind !== "growth",
    };
  });
  const above = isFlat ? heads.slice(0, -1) : heads;
  return { columns: above.reduce(spanned, columns), above };
}

/** What stands between columns, and before one that starts a group. */
export const GAP = 2;
export const GROUP_GAP = 4;

/** The columns wide enough for the heads that span them. */
function spanned(columns: readonly WireColumn[], row: WirePlan["above"][number]): readonly WireColumn[] {
  const widths = columns.map(({ width }) => width);
  let at = 0;
  for (const { text, span } of row) {
    const below = columns.slice(at, at + span);
    const gaps = below.slice(1).reduce((sum, { isStart }) => sum + (isStart ? GROUP_GAP : GAP), 0);
    const lack = headWidth(text, 2) - gaps - widths.slice(at, at + span).reduce((sum, width) => sum + width, 0);
    for (let i = 0; i < lack; i++) {
      const column = at + below.length - 1 - (i % below.length);
      widths[column] = (widths[column] ?? 0) + 1;
    }
    at += span;
  }
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? column.width }));
}

/** What stands above a day, on one line where there is room. */
const STRETCH = /\b([A-Z][a-z-]+) (Months|Weeks) Ended\b/g;

function headText(pen: Pen, text: string, isTight: boolean): string {
  const written = pen.written(text).replace(/\s+/g, " ").trim();
  return isTight ? keptTogether(shortMonths(written)) : keptTogether(written).replace(STRETCH, "$1\u00a0$2\u00a0Ended");
}

/** "%", ")" and ")%". */
const SHORT_TAIL = 2;
const MOST_HEAD_LINES = 3;
const WIDEST_HEAD = 22;

/** Wide enough for the longest word of a head, and so that it takes few lines where that is not very wide. */
function headWidth(head: string, lines: number = MOST_HEAD_LINES): number {
  let width = Math.max(0, ...head.split(" ").map(breadth));
  while (width < WIDEST_HEAD && wrapped(ink(head), Math.max(1, width)).length > lines) width++;
  return width;
}

/** The cells of one column with their decimal points below each other, signs at the left, brackets hanging. */
function setCells(pen: Pen, prints: readonly (CellPrint | undefined)[]): readonly (Ink | undefined)[] {
  const { fraction } = columnPrint(prints);
  const cells = prints.map((print): WireCell | undefined => {
    if (print === undefined) return undefined;
    const missing = print.isNumber ? fraction.length - print.fraction.length : 0;
    return {
      currency: ink(pen.written(print.currency).trim()),
      body: figureInk(pen, print.figure, print.to),
      tail: joined([ink(pen.written(print.tail)), spaces(missing)]),
      missing,
    };
  });
  const widest = (part: (cell: WireCell) => number): number =>
    Math.max(0, ...cells.map((cell) => (cell === undefined ? 0 : part(cell))));
  const bodyOf = ({ body, missing }: WireCell): number => breadth(body.text) + missing;
  const sign = widest(({ currency }) => breadth(currency.text));
  // Signs stand below each other, as near to the digits as the widest of the cells that have one lets them.
  const signed = widest((cell) => (cell.currency.text === "" ? 0 : bodyOf(cell)));
  const body = Math.max(widest(bodyOf), sign === 0 ? 0 : sign + 1 + signed);
  const tail = widest((cell) => breadth(cell.tail.text) - cell.missing);
  return cells.map((cell) => {
    if (cell === undefined) return undefined;
    const { currency, missing } = cell;
    const print =
      currency.text === "" ? cell.body : joined([toLeft(currency, sign + 1), toRight(cell.body, signed - missing)]);
    return joined([toRight(print, body - missing), toLeft(cell.tail, tail + missing)]);
  });
}
