import type { Printed } from "../../text/printed.ts";
import type { RawRow, RawTable } from "./raw.ts";
import type { Run } from "./text-flat.ts";
import { headItems } from "./text-head.ts";
import { wordsOf } from "./text-line.ts";

/**
 * Tables that were taken apart by columns: first all labels, then all values of the first column, then those of the next.
 * The grid is put together again only where the counts leave no choice; a wrong one would be worse than none.
 */
export function stackedTable(runs: readonly Run[]): RawTable | undefined {
  const values = runs.filter((run) => run.kind === "values" && !run.cells.every((c) => isYear(c.text)));
  const first = runs.findIndex((run) => run.kind === "labels");
  if (values.length === 0 || first < 0 || runs[first]!.from > values[0]!.from) return undefined;
  const labels = labelsOf(runs[first]!);
  const n = labels.rows.length;
  if (n < 3) return undefined;
  const groups = values.length > 1 ? equalGroups(values, n) : splitGroups(values[0]!, n, labels.heads);
  if (groups === undefined) return undefined;
  const rows = labels.all.map((label): RawRow => {
    const row = labels.rows.indexOf(label);
    const cells = [{ from: 0, to: 1, text: label, head: false, bold: false, indent: 0 }];
    if (row >= 0)
      groups.forEach((group, k) => {
        cells.push({ from: 1 + k, to: 2 + k, text: group[row]!, head: false, bold: false, indent: 0 });
      });
    return { cells, ruleAbove: false };
  });
  const heads = headRow(runs, labels.headCells, groups.length);
  return { kind: "raw-table", rows: heads === undefined ? rows : [heads, ...rows] };
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

interface Labels {
  /** The labels that take values, those that announce a section left out. */
  readonly rows: readonly Printed[];
  readonly all: readonly Printed[];
  /** How many heads stand behind the labels. */
  readonly heads: number;
  readonly headCells: readonly Printed[];
}

function labelsOf(run: Run): Labels {
  const all: Printed[] = [];
  const headCells: Printed[] = [];
  for (const cell of run.cells) {
    if (isHead(cell.text)) headCells.push(cell);
    // A remark on the scale closes the title; what stood above it is no label.
    else if (/^\(.{0,80}\)$/.test(cell.text)) all.length = 0;
    else all.push(cell);
  }
  return { rows: all.filter((cell) => !cell.text.endsWith(":")), all, heads: headCells.length, headCells };
}

function isHead(text: string): boolean {
  if (text.length > 60) return false;
  const { items, label, period } = headItems(text, wordsOf(text));
  return items.length > 0 && label === 0 && period;
}

/** One run of values a column, each as long as there are labels. */
function equalGroups(values: readonly Run[], n: number): (readonly Printed[])[] | undefined {
  return values.every((run) => run.cells.length === n) ? values.map((run) => run.cells) : undefined;
}

/** One run with the columns one behind the other: as many as there are heads. */
function splitGroups(run: Run, n: number, heads: number): (readonly Printed[])[] | undefined {
  const k = run.cells.length / n;
  if (!Number.isInteger(k) || k < 1 || (k !== heads && !(heads === k + 1))) return undefined;
  return Array.from({ length: k }, (_, i) => run.cells.slice(i * n, (i + 1) * n));
}

/** The heads that stood behind the labels or between the columns, where there is one for each. */
function headRow(runs: readonly Run[], behind: readonly Printed[], columns: number): RawRow | undefined {
  const later = runs.filter((run, i) => i > 0 && run.kind === "labels").map((run) => run.cells[0]!);
  const heads = behind.length >= columns ? behind.slice(-columns) : [...behind.slice(-1), ...later].slice(0, columns);
  if (heads.length !== columns) return undefined;
  const cells = heads.map((text, k) => ({ from: 1 + k, to: 2 + k, text, head: true, bold: false, indent: 0 }));
  return { cells, ruleAbove: false };
}
