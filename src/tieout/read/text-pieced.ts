import type { RawRow } from "./raw.ts";
import type { Run } from "./text-flat.ts";
import { type PieceRun, type Pieces, piecesOf } from "./text-pieces.ts";
import { isTimeHead } from "./text-spread.ts";
import { type Above, aboveOf, type CellTable, cellAt, headCell, headRows, widthOf } from "./text-tiled.ts";
import { isCaption, type RowTitle, type RowTitles, rowTitles, type Title } from "./text-titles.ts";

/** How many more cells of a document may be searched for their places. */
export interface Work {
  left: number;
}

export const fullWork = (): Work => ({ left: MOST_SEARCHED });

/** Some four tables of 150 cells, each of which costs about half a second; no release of the corpus has more than three. */
const MOST_SEARCHED = 700;

/**
 * The tables of runs whose values came in pieces of columns, with labels before, between and behind them. The heads say how many columns
 * there are, and the labels must be exactly as many as that makes rows. Rows that are not sure are left: the rows above them are
 * one table and those below another, so that nothing is added up over a row that is not there.
 */
export function piecedTables(runs: readonly Run[], work: Work): CellTable[] {
  const values = runs.filter((run) => run.kind === "values" && !isHeads(run));
  const above = aboveOf(runs.filter((run) => !values.includes(run)));
  const width = widthOf(above.heads);
  const cells = values.flatMap((run) => run.cells);
  const count = cells.length / width;
  if (width < 2 || !Number.isInteger(count) || count < FEWEST_ROWS) return [];
  const titles = rowTitles(above.titles, [count]);
  if (titles === undefined || work.left < cells.length) return [];
  work.left -= cells.length;
  const pieces = piecesOf(pieceRun(values), width);
  if (pieces === undefined || !totalsFit(pieces, titles)) return [];
  return setTables(pieces, titles, above, runs);
}

const FEWEST_ROWS = 4;
/** A row between others that are not sure tells little. */
const FEWEST_SURE = 3;

const isHeads = (run: Run): boolean => run.cells.every((cell) => isTimeHead(cell.text));

function pieceRun(runs: readonly Run[]): PieceRun {
  const parted: boolean[] = [];
  const beside: boolean[] = [];
  for (const run of runs) {
    for (const block of run.blocks) for (let i = 0; i < block; i++) parted.push(i === 0);
    run.lines.forEach((line, i) => {
      beside.push(i > 0 && run.lines[i - 1] === line);
    });
  }
  return { cells: runs.flatMap((run) => run.cells), signs: runs.flatMap((run) => run.signs), parted, beside };
}

/** Each stretch of sure rows as a table. The first has the heads; those right behind it have none, and go on under the same. */
function setTables(pieces: Pieces, titles: RowTitles, above: Above, runs: readonly Run[]): CellTable[] {
  const stretches = stretchesOf(pieces, titles);
  if (stretches.length === 0) return [];
  const values = runs.filter((run) => run.kind === "values" && !isHeads(run));
  const cells = values.flatMap((run) => run.cells);
  const from = Math.min(above.from, titles[0]?.line ?? above.from);
  const to = runs[runs.length - 1]!.to;
  const captions = above.titles.filter(({ text, line }) => line >= from && isCaption(text.text));
  const heads: RawRow[] = [
    ...captions.map(({ text }): RawRow => ({ cells: [cellAt(text, 0)], ruleAbove: false })),
    ...headRows(above.heads, pieces.columns.length).map(
      (row): RawRow => ({ cells: row.map(headCell), ruleAbove: false }),
    ),
  ];
  const left = leftOf({ pieces, stretches, captions, above }, runs, from);
  return stretches.map((stretch, k): CellTable => {
    const rows = stretch.map(({ title, row }): RawRow => {
      const amounts = row === undefined ? [] : pieces.columns.map((column, c) => cellAt(cells[column[row]!]!, 1 + c));
      const label = title === undefined ? [] : [cellAt(title.text, 0)];
      return { cells: [...label, ...amounts], ruleAbove: false };
    });
    const table = { kind: "raw-table", rows: k === 0 ? [...heads, ...rows] : rows } as const;
    const last = k === stretches.length - 1;
    return { table, from: k === 0 ? from : to, to, ...(last ? { left } : {}) };
  });
}

interface Setting {
  readonly pieces: Pieces;
  readonly stretches: readonly (readonly Line[])[];
  readonly captions: readonly Title[];
  readonly above: Above;
}

/** The lines from `from` on that went into no table: values of rows that are not sure, and words that name no row. */
function leftOf({ pieces, stretches, captions, above }: Setting, runs: readonly Run[], from: number): number[] {
  const lines = stretches.flat();
  const rows = new Set(lines.map(({ row }) => row));
  const named = lines.flatMap(({ title }) => title ?? []);
  const taken = new Set([...named, ...captions].map(({ line }) => line));
  const starts = above.titles.map(({ line }) => line);
  const values = runs.filter((run) => run.kind === "values" && !isHeads(run));
  const places = values.flatMap((run) => run.lines);
  const left = new Set<number>();
  for (const column of pieces.columns)
    for (const [row, k] of column.entries()) if (!rows.has(row)) left.add(places[k]!);
  for (const run of runs) {
    if (run.kind === "values") continue;
    run.cells.forEach((cell, i) => {
      // A label that runs over two lines is known by its first.
      const start = starts.findLast((line) => line <= run.lines[i]!);
      const inTable = start !== undefined && taken.has(start);
      if (run.lines[i]! >= from && !inTable && !isTimeHead(cell.text)) left.add(run.lines[i]!);
    });
  }
  return [...left].sort((a, b) => a - b);
}

/**
 * Whether each label of a total has the values of one. As many labels as rows may still be the wrong ones, where a head was taken for a row and
 * a row has none.
 */
function totalsFit({ sure, totals }: Pieces, titles: RowTitles): boolean {
  const rows = titles.filter((title) => title?.row !== false);
  return rows.every((title, r) => !sure[r] || totals[r] || !SUM_OF_ROWS.test(title?.text.text ?? ""));
}

/** Of the totals of a balance sheet these are sums of other totals. */
const SUM_OF_ROWS = /^total (?!assets|liabilities)/i;

interface Line {
  /** None for a total without a label. */
  readonly title: RowTitle | undefined;
  /** None for the head of a section. */
  readonly row: number | undefined;
}

function stretchesOf({ sure }: Pieces, titles: RowTitles): (readonly Line[])[] {
  const stretches: Line[][] = [];
  let open: Line[] = [];
  const flush = (): void => {
    if (open.filter(({ row }) => row !== undefined).length >= FEWEST_SURE) stretches.push(open);
    open = [];
  };
  let row = 0;
  for (const title of titles) {
    if (title?.row === false) open.push({ title, row: undefined });
    else if (sure[row]) open.push({ title, row: row++ });
    else {
      flush();
      row++;
    }
  }
  flush();
  return stretches;
}
