import type { Printed } from "../../text/printed.ts";
import type { RawRow } from "./raw.ts";
import type { Run } from "./text-flat.ts";
import { headShape, isTimeHead } from "./text-spread.ts";
import { type CellTable, cellAt, tiledTable } from "./text-tiled.ts";
import { areStrange } from "./text-tiles.ts";

/** A cell and the line it stands on. */
interface Placed {
  readonly cell: Printed;
  readonly line: number;
}

/**
 * Tables that were taken apart by columns: first all labels, then all values of the first column, then those of the next.
 * Blank lines break each column in the same places, and that is how the columns are found; where nothing is broken, the counts of
 * labels and heads must leave no choice. A wrong grid would be worse than none. Labels are set beside the rows where there are
 * exactly as many; else the rows have none.
 */
export function stackedTables(runs: readonly Run[]): CellTable[] {
  const tables: CellTable[] = [];
  let labels: readonly Placed[] = [];
  let heads: readonly Placed[] = [];
  let above: Run[] = [];
  for (const run of runs) {
    const placed = run.cells.map((cell, i): Placed => ({ cell, line: run.lines[i]! }));
    const times = placed.filter((p) => isTimeHead(p.cell.text));
    if (run.kind === "labels" || times.length === placed.length) above.push(run);
    if (times.length === placed.length) heads = [...heads, ...times];
    else if (run.kind === "labels") {
      labels = placed;
      heads = times;
    } else {
      const grids = gridsOf(run);
      const tiled = tiledTable(
        run,
        above,
        grids.map((grid) => grid.columns.length),
      );
      if (tiled !== undefined) {
        tables.push(tiled);
        grids.length = 0;
      } else if (grids.length === 0) grids.push(...exactGrid(run, rowLabels(labels), heads));
      for (const grid of grids) if (!cutsLine(run, grid)) tables.push(setTable(grid, run, labels, heads));
      labels = [];
      heads = [];
      above = [];
    }
  }
  return tables;
}

/** Columns of values, all of one length, from one stretch of a run's cells. */
interface Grid {
  readonly columns: readonly (readonly Printed[])[];
  readonly from: number;
  readonly to: number;
}

interface Period {
  readonly blocks: number;
  readonly times: number;
}

const FEWEST_ROWS = 4;
const MOST_BLOCKS = 400;

/** The grids whose columns are broken in the same places. */
function gridsOf(run: Run): Grid[] {
  const { blocks, cells } = run;
  const grids: Grid[] = [];
  if (blocks.length > MOST_BLOCKS) return grids;
  let at = 0;
  for (let b = 0; b < blocks.length; ) {
    const last = grids[grids.length - 1];
    const more = last !== undefined && last.to === at ? periodAt(blocks, b, last.columns.length) : undefined;
    const period = more ?? periodAt(blocks, b, 0);
    if (period === undefined) {
      at += blocks[b++]!;
      continue;
    }
    const rows = sum(blocks, b, period.blocks);
    const columns = Array.from({ length: period.times }, (_, k) => cells.slice(at + k * rows, at + (k + 1) * rows));
    const to = at + rows * period.times;
    if (more !== undefined && last !== undefined)
      grids[grids.length - 1] = { ...last, columns: last.columns.map((c, k) => [...c, ...columns[k]!]), to };
    else grids.push({ columns, from: at, to });
    at = to;
    b += period.blocks * period.times;
  }
  return grids;
}

/**
 * The repetition from block `b` on that covers most cells. The first of a table must be unlikely by chance: blocks of different
 * sizes that come again, most cells in blocks of two and more, or whole columns of four and more. Its lower half (`columns` are known) may be shorter.
 */
function periodAt(blocks: readonly number[], b: number, columns: number): Period | undefined {
  let best: Period | undefined;
  let most = 0;
  for (let p = 1; b + 2 * p <= blocks.length && p <= 24; p++) {
    let times = 1;
    while (b + (times + 1) * p <= blocks.length && isRepeated(blocks, b, b + times * p, p)) times++;
    const rows = sum(blocks, b, p);
    if (columns > 0 && times > columns) times = columns;
    const fits =
      columns > 0 ? times === columns && rows > 1 : times > 1 && rows >= FEWEST_ROWS && isTelling(blocks, b, p);
    if (fits && times * rows > most) {
      most = times * rows;
      best = { blocks: p, times };
    }
  }
  return best;
}

/** Whether a grid ends amid the values of one line; the rest of the line would be read twice, or not at all. */
const cutsLine = (run: Run, grid: Grid): boolean =>
  [grid.from, grid.to].some((end) => end > 0 && end < run.lines.length && run.lines[end] === run.lines[end - 1]);

const sum = (blocks: readonly number[], from: number, count: number): number => {
  let total = 0;
  for (let i = 0; i < count; i++) total += blocks[from + i]!;
  return total;
};

function isRepeated(blocks: readonly number[], a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (blocks[a + i] !== blocks[b + i]) return false;
  return true;
}

/** One block is a column by itself; several must differ, and consist of more than single cells. */
function isTelling(blocks: readonly number[], b: number, length: number): boolean {
  if (length === 1) return true;
  let singles = 0;
  let same = true;
  for (let i = 0; i < length; i++) {
    if (blocks[b + i] === 1) singles++;
    if (blocks[b + i] !== blocks[b]) same = false;
  }
  return !same && singles * 5 <= sum(blocks, b, length) * 2;
}

/** Without breaks: as many columns as there are heads, each as long as there are labels. */
function exactGrid(run: Run, labels: readonly Placed[], heads: readonly Placed[]): Grid[] {
  const n = labels.length;
  const { cells } = run;
  const k = cells.length / n;
  if (n < FEWEST_ROWS || !Number.isInteger(k) || (k > 1 && k !== heads.length)) return [];
  if (run.blocks.length > 1 && run.blocks.some((block) => block !== 1)) return [];
  const columns = Array.from({ length: k }, (_, i) => cells.slice(i * n, (i + 1) * n));
  return areStrange(columns) ? [] : [{ columns, from: 0, to: cells.length }];
}

/** The labels that take values: no heads, no sections ("Revenue:"), and nothing of the title above "(in millions)". */
function rowLabels(labels: readonly Placed[]): readonly Placed[] {
  const rows: Placed[] = [];
  for (const label of labels) {
    const { text } = label.cell;
    if (/^\(.{0,80}\)$/.test(text) && headShape(text) === undefined) rows.length = 0;
    else if (!text.endsWith(":") && headShape(text) === undefined) rows.push(label);
  }
  return rows;
}

function setTable(grid: Grid, run: Run, labels: readonly Placed[], heads: readonly Placed[]): CellTable {
  const count = grid.columns[0]!.length;
  const width = grid.columns.length;
  const named = rowLabels(labels);
  const fits = named.length === count && grid.from === 0;
  const first = run.lines[grid.from]!;
  const last = run.lines[grid.to] ?? run.to;
  const over = grid.from === 0 ? headsOver(heads, width) : [];
  const from = fits ? named[0]!.line : over.length > 0 ? over[0]!.line : grid.from === 0 ? run.from : first;
  const rows: RawRow[] = [];
  if (over.length > 0) rows.push({ cells: over.map((head, k) => cellAt(head.cell, 1 + k)), ruleAbove: false });
  else if (fits)
    for (const head of heads)
      if (head.line >= from) rows.push({ cells: [{ ...cellAt(head.cell, 1), to: 1 + width }], ruleAbove: false });
  let r = 0;
  const valueRow = (label: Printed | undefined): void => {
    const cells = grid.columns.map((column, k) => cellAt(column[r]!, 1 + k));
    rows.push({ cells: label === undefined ? cells : [cellAt(label, 0), ...cells], ruleAbove: false });
    r++;
  };
  if (!fits) while (r < count) valueRow(undefined);
  else
    for (const label of labels) {
      if (label.line < from || isTimeHead(label.cell.text)) continue;
      if (named.includes(label)) valueRow(label.cell);
      else rows.push({ cells: [cellAt(label.cell, 0)], ruleAbove: false });
    }
  return { table: { kind: "raw-table", rows }, from, to: grid.to === run.cells.length ? run.to : last };
}

/** The last heads, where they are as many as the columns, of one kind, and right above the values. */
function headsOver(heads: readonly Placed[], width: number): readonly Placed[] {
  const last = heads.slice(-width);
  if (last.length < width || width < 2) return [];
  const shape = headShape(last[0]!.cell.text);
  const together = last.every(
    (head, k) => k === 0 || head.line === last[k - 1]!.line + 1 || head.line === last[k - 1]!.line,
  );
  return together && last.every((head) => headShape(head.cell.text) === shape) ? last : [];
}
