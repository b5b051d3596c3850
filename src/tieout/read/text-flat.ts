import { join, type Printed } from "../../text/printed.ts";
import type { RawRow, RawTable } from "./raw.ts";
import { type Draft, type DraftCell, joinWrapped, NO_LABEL, rowOf } from "./text-draft.ts";
import { fold } from "./text-fold.ts";
import { isUpper } from "./text-line.ts";
import type { Seen } from "./text-look.ts";
import { headShape, spreadHeads } from "./text-spread.ts";
import { wordKind } from "./text-value.ts";

/**
 * Tables that were flattened to one cell a line: a label, then "$", the number, ")" each on a line of its own. A run of values
 * ends where the next label starts; how many make a row is what most runs have.
 */

/** A run of labels, or of values, one line after the other. */
export interface Run {
  readonly kind: "labels" | "values";
  /** Labels: a line each. Values: what joins to one printed value each. */
  readonly cells: readonly Printed[];
  readonly first: Seen;
  readonly from: number;
  readonly to: number;
}

/** The runs of a stretch of lines. A line with several values gives as many cells. */
export function runsOf(seen: readonly Seen[], from: number, to: number): Run[] {
  const runs: Run[] = [];
  for (let i = from; i < to; ) {
    const values = isFragment(seen[i]!);
    let end = i + 1;
    while (end < to && isFragment(seen[end]!) === values) end++;
    const lines = seen.slice(i, end);
    const cells = values ? valueCells(lines) : lines.map((s) => fold(s.line.printed));
    // A stray sign between two labels is no run of its own.
    if (cells.length > 0) runs.push({ kind: values ? "values" : "labels", cells, first: seen[i]!, from: i, to: end });
    i = end;
  }
  return runs;
}

/** Whether a line holds values, or pieces of one, and nothing else. */
export function isFragment(s: Seen): boolean {
  if (s.look === "stop" || s.look === "prose" || s.words.length > 16) return false;
  if (s.look === "value") return true;
  for (let w = 0; w < s.words.length; w += 2) {
    const kind = wordKind(s.text, s.words[w]!, s.words[w + 1]!);
    if (kind === "text") return false;
  }
  return true;
}

/** Signs join the number behind them, tails the number before. */
function valueCells(lines: readonly Seen[]): Printed[] {
  const cells: Printed[] = [];
  let sign: Printed | undefined;
  for (const s of lines)
    for (let w = 0; w < s.words.length; w += 2) {
      const word = fold(s.line.printed, s.words[w]!, s.words[w + 1]!);
      const kind = wordKind(s.text, s.words[w]!, s.words[w + 1]!);
      const last = cells[cells.length - 1];
      if (kind === "sign") sign = word;
      else if (kind === "tail") {
        if (last !== undefined) cells[cells.length - 1] = join([last, word], word.text.startsWith(")") ? "" : " ");
      } else {
        cells.push(sign === undefined ? word : join([sign, word], " "));
        sign = undefined;
      }
    }
  return cells;
}

/** Where a stretch of single cells ends: at prose, markup, or more labels in a row than a table has. */
export function flatEnd(seen: readonly Seen[], from: number, to: number): number {
  let labels = 0;
  let last = from;
  for (let k = from; k < to; k++) {
    const s = seen[k]!;
    if (s.look === "prose" ? !isLongLabel(seen, k) : s.look === "stop" || s.look === "data") break;
    if (isFragment(s) && s.look !== "rule") {
      last = k + 1;
      labels = 0;
    } else if (++labels > 40) break;
  }
  return last;
}

/** The long description of a class of shares, whose values follow on the next lines. */
const isLongLabel = (seen: readonly Seen[], k: number): boolean => {
  const next = seen[k + 1];
  return (
    next !== undefined &&
    isFragment(next) &&
    seen[k]!.text.length < 400 &&
    !/[.!?]["\u201d]?$/.test(seen[k]!.text.slice(-3))
  );
};

/** The table of a stretch whose labels and values take turns; undefined where the runs do not agree on a count. */
export function flatTable(runs: readonly Run[]): RawTable | undefined {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const run of runs) {
    if (run.kind !== "values" || isYears(run)) continue;
    rows++;
    counts.set(run.cells.length, (counts.get(run.cells.length) ?? 0) + 1);
  }
  let width = 0;
  for (const [count, times] of counts) if (times > (counts.get(width) ?? 0)) width = count;
  // Two rows of two values each agree by more than chance; single values need company.
  if (rows < (width > 1 ? 2 : 4) || width > 24 || (counts.get(width) ?? 0) * 2 < rows) return undefined;
  return { kind: "raw-table", rows: rowsOf(runs, width) };
}

const isYears = (run: Run): boolean => run.cells.every((cell) => /^(?:19|20)\d\d$/.test(cell.text));

function rowsOf(runs: readonly Run[], width: number): RawRow[] {
  const drafts: Draft[] = [];
  let heads: Printed[] = [];
  const flush = (): void => {
    for (const cells of spreadHeads(heads, width, false)) drafts.push({ ...BASE, ...NO_LABEL, cells });
    heads = [];
  };
  for (const run of runs) {
    if (run.kind === "values" && (!isYears(run) || (heads.length === 0 && run.cells.length < width))) {
      flush();
      valueRows(run, width, drafts);
      continue;
    }
    for (const cell of run.cells) {
      if (headShape(cell.text) !== undefined) heads.push(cell);
      else {
        flush();
        drafts.push({
          ...BASE,
          gap: isUpper(cell.text.charCodeAt(0)) ? 2 : 0,
          label: cell,
          from: 0,
          to: 1,
          bold: false,
          cells: [],
        });
      }
    }
  }
  flush();
  return joinWrapped(drafts, { width: undefined }).map((d) => rowOf(d, 1));
}

const BASE: Pick<Draft, "ruleAbove" | "head" | "gap"> = { ruleAbove: false, head: false, gap: 0 };

/** The first row of values takes the label right above; what is left makes rows without a label (totals). */
function valueRows(run: Run, width: number, drafts: Draft[]): void {
  const cells = run.cells;
  const whole = cells.length % width === 0;
  for (let i = 0; i < cells.length; i += width) {
    const here = cells.slice(i, i + width);
    // Fewer values than columns: nobody can say which is missing, so they stand behind the others.
    const at = whole || here.length === width ? 1 : 1 + width;
    const placed = here.map((text, k): DraftCell => ({ from: at + k, to: at + k + 1, text, bold: false }));
    const label = i === 0 ? drafts[drafts.length - 1] : undefined;
    if (label !== undefined && label.cells.length === 0) drafts[drafts.length - 1] = { ...label, cells: placed };
    else drafts.push({ ...BASE, ...NO_LABEL, cells: placed });
  }
}
