import { join, type Printed } from "../../text/printed.ts";
import type { RawRow, RawTable } from "./raw.ts";
import { type Draft, type DraftCell, joinWrapped, NO_LABEL, rowOf } from "./text-draft.ts";
import { fold } from "./text-fold.ts";
import { headItems } from "./text-head.ts";
import { isUpper } from "./text-line.ts";
import type { Seen } from "./text-look.ts";
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
  if (rows < 3 || width > 24 || (counts.get(width) ?? 0) * 2 < rows) return undefined;
  return { kind: "raw-table", rows: rowsOf(runs, width) };
}

/** Whether a text is a date, a period or a year, as heads are. */
export const isHeadCell = (text: string): boolean => headShape(text) !== undefined;

const isYears = (run: Run): boolean => run.cells.every((cell) => /^(?:19|20)\d\d$/.test(cell.text));

function rowsOf(runs: readonly Run[], width: number): RawRow[] {
  const drafts: Draft[] = [];
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    if (run.kind === "values") valueRows(run, width, drafts);
    else labelRows(run, width, drafts);
  }
  return joinWrapped(drafts, { width: undefined }).map((d) => rowOf(d, 1));
}

const plainDraft = (gap: number): Pick<Draft, "ruleAbove" | "head" | "gap"> => ({ ruleAbove: false, head: false, gap });

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
    else drafts.push({ ...plainDraft(0), ...NO_LABEL, cells: placed });
  }
}

function labelRows(run: Run, width: number, drafts: Draft[]): void {
  for (let i = 0; i < run.cells.length; ) {
    const end = sameHeads(run.cells, i, width);
    if (end > i + 1 || (end === i + 1 && width === 1)) {
      const span = width / (end - i);
      const cells = run.cells.slice(i, end).map((text, k): DraftCell => {
        return { from: 1 + k * span, to: 1 + (k + 1) * span, text, bold: false };
      });
      drafts.push({ ...plainDraft(0), ...NO_LABEL, cells });
      i = end;
    } else {
      const label = run.cells[i]!;
      drafts.push({
        ...plainDraft(isUpper(label.text.charCodeAt(0)) ? 2 : 0),
        label,
        from: 0,
        to: 1,
        bold: false,
        cells: [],
      });
      i++;
    }
  }
}

/** How far lines from `i` on are heads of one kind whose number divides the columns evenly; `i` where they are not. */
function sameHeads(cells: readonly Printed[], i: number, width: number): number {
  const shape = headShape(cells[i]!.text);
  if (shape === undefined) return i;
  let end = i + 1;
  while (end < cells.length && end - i < width && headShape(cells[end]!.text) === shape) end++;
  return width % (end - i) === 0 ? end : i;
}

/** What kind of head a text is; undefined for a label. */
function headShape(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const words: number[] = [];
  for (let at = 0, m = /\S+/g.exec(text); m !== null && at < 12; at++) {
    words.push(m.index, m.index + m[0].length);
    m = nextWord(text, m.index + m[0].length);
  }
  const { items, label, period } = headItems(text, words);
  if (items.length === 0 || (label > 0 && !period)) return /^\(?(?:un)?audited\)?$/i.test(text) ? "audited" : undefined;
  if (label > 0) return undefined;
  if (/ended|ending/i.test(text)) return "ended";
  if (/^as of|^as at/i.test(text)) return "as of";
  if (/[a-z]{3}/i.test(text)) return period ? "date" : "words";
  return "year";
}

function nextWord(text: string, from: number): RegExpExecArray | null {
  const word = /\S+/g;
  word.lastIndex = from;
  return word.exec(text);
}
