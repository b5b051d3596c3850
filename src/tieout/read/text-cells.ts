import type { RawTable } from "./raw.ts";
import { flatEnd, flatTables, isFragment, type Run, runsOf } from "./text-flat.ts";
import type { Seen } from "./text-look.ts";
import { piecedTables, type Work } from "./text-pieced.ts";
import { headShape, isTimeHead } from "./text-spread.ts";
import { stackedTables } from "./text-stacked.ts";
import type { CellTable } from "./text-tiled.ts";

/** Whether a line can be the first label of cells that stand one a line: it is short, and a value follows. */
export function startsCells(seen: readonly Seen[], i: number, to: number): boolean {
  return i + 1 < to && isCellText(seen[i]!) && !isFragment(seen[i]!) && isFragment(seen[i + 1]!);
}

const isCellText = (s: Seen): boolean => s.look === "text" || s.look === "head";

const MOST_ABOVE = 80;
const FEWEST_LINES = 6;

interface Within {
  /** No line above it belongs to these tables. */
  readonly floor: number;
  readonly to: number;
  readonly work: Work;
}

/** The tables among the single cells around line `i`; `end` is where the search goes on. */
export function cellTables(
  seen: readonly Seen[],
  { floor, to, work }: Within,
  i: number,
): { readonly tables: readonly CellTable[]; readonly end: number } {
  let start = i;
  while (start > floor && i - start < MOST_ABOVE && isCellText(seen[start - 1]!)) start--;
  const end = Math.min(to, Math.max(i + 1, flatEnd(seen, i, to)));
  if (end - start < FEWEST_LINES) return { tables: [], end };
  const tables: CellTable[] = [];
  for (const runs of partsOf(runsOf(seen, start, end))) {
    const from = firstLine(runs);
    const flat = flatTables(trimmed(runs, from));
    const last = runs[runs.length - 1]!;
    const stop = last.kind === "values" ? last.to : last.from;
    for (const table of flat) tables.push({ table, from, to: stop });
    if (flat.length === 0) for (const table of columnTables(runs, work)) tables.push(table);
  }
  return { tables, end };
}

/** Pieces of columns that sums prove; else whole columns one after the other. Columns without labels are the last resort. */
function columnTables(runs: readonly Run[], work: Work): readonly CellTable[] {
  const pieced = piecedTables(runs, work);
  if (pieced.length === 1 && pieced[0]!.left?.length === 0) return pieced;
  const stacked = stackedTables(runs);
  return pieced.length === 0 || stacked.some(({ table }) => hasLabels(table)) ? stacked : pieced;
}

const hasLabels = ({ rows }: RawTable): boolean => rows.some(({ cells }) => cells.length > 1 && cells[0]!.from === 0);

/** The runs cut where heads stand between values: there another table begins. */
function partsOf(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  let part: Run[] = [];
  let values = 0;
  for (const run of runs) {
    if (run.kind === "labels" && values > 0 && run.cells.some((cell) => isTimeHead(cell.text))) {
      parts.push(part);
      part = [];
      values = 0;
    }
    if (run.kind === "values" && !run.cells.every((cell) => isTimeHead(cell.text))) values++;
    part.push(run);
  }
  if (part.length > 0) parts.push(part);
  return parts.map(withoutTail).filter((p) => p.length > 1);
}

/** Labels behind the last values are the title of what follows: several runs of them where stray signs stood between. */
function withoutTail(runs: Run[]): Run[] {
  return runs.slice(0, runs.findLastIndex(({ kind }) => kind === "values") + 1);
}

/** The line where a flattened table starts: its first head, or the label of its first values with the section above. */
function firstLine(runs: readonly Run[]): number {
  const first = runs[0]!;
  if (first.kind === "values") return first.from;
  const head = first.cells.findIndex((cell) => headShape(cell.text) !== undefined);
  return head >= 0 ? first.from + head : Math.max(first.from, first.to - 2);
}

function trimmed(runs: readonly Run[], from: number): Run[] {
  const first = runs[0]!;
  if (first.kind === "values") return [...runs];
  const cells = first.cells.slice(from - first.from);
  return [{ ...first, cells, lines: first.lines.slice(from - first.from), from }, ...runs.slice(1)];
}
