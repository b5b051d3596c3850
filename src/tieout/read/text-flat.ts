import { join, type Printed } from "../../text/printed.ts";
import type { RawRow, RawTable } from "./raw.ts";
import { isContact } from "./text-contact.ts";
import { type Draft, type DraftCell, joinWrapped, LOOSE, NO_LABEL, rowOf, tablesOf } from "./text-draft.ts";
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
  /** The line that each cell starts on. */
  readonly lines: readonly number[];
  /** How many cells stand together before each blank line. */
  readonly blocks: readonly number[];
  /** Values: how many lone signs stand before each. */
  readonly signs: readonly number[];
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
    if (!values) {
      const cells = seen.slice(i, end).map((s) => fold(s.line.printed));
      runs.push({
        kind: "labels",
        cells,
        lines: cells.map((_, k) => i + k),
        blocks: blocksOf(seen, i, end),
        signs: [],
        from: i,
        to: end,
      });
    } else {
      // Years at the head of values are heads, a run of their own.
      let start = i;
      while (start < end && seen[start]!.trail.years) start++;
      for (const [a, z] of start < end
        ? [
            [i, start],
            [start, end],
          ]
        : [[i, end]]) {
        const run = valueRun(seen, a!, z!);
        // Stray signs alone are no run.
        if (run.cells.length > 0) runs.push(run);
      }
    }
    i = end;
  }
  return runs;
}

/** How many lines stand together before each blank one. */
function blocksOf(seen: readonly Seen[], from: number, to: number): number[] {
  const blocks: number[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++)
    if (i === to || seen[i]!.line.gap > 0) {
      blocks.push(i - start);
      start = i;
    }
  return blocks;
}

/** Whether a line holds values, or pieces of one, and nothing else. */
export function isFragment(s: Seen): boolean {
  if (s.look === "stop" || s.look === "prose" || s.words.length > 16) return false;
  if (s.look === "value") return true;
  for (let w = 0; w < s.words.length; w += 2) {
    const kind = wordKind(s.text, s.words[w]!, s.words[w + 1]!);
    if (kind === "text") return false;
  }
  return !isContact(s.text);
}

/**
 * Signs join the number behind them, tails the number before. A sign behind the last number of a line belongs to the next column,
 * whose number is not there: it is let go.
 */
function valueRun(seen: readonly Seen[], from: number, to: number): Run {
  const cells: Printed[] = [];
  const lines: number[] = [];
  const blocks: number[] = [];
  const signs: number[] = [];
  let sign: Printed | undefined;
  let alone = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const s = seen[i]!;
    if (s.line.gap > 0 && cells.length > before) {
      blocks.push(cells.length - before);
      before = cells.length;
    }
    const first = cells.length;
    for (let w = 0; w < s.words.length; w += 2) {
      const word = fold(s.line.printed, s.words[w]!, s.words[w + 1]!);
      const kind = wordKind(s.text, s.words[w]!, s.words[w + 1]!);
      const last = cells.length - 1;
      if (kind === "sign") {
        sign = word;
        alone++;
      } else if (kind === "tail") {
        if (last >= 0) cells[last] = join([cells[last]!, word], word.text.startsWith(")") ? "" : " ");
      } else {
        cells.push(sign === undefined || kind === "year" ? word : join([sign, word], " "));
        lines.push(i);
        signs.push(alone);
        sign = undefined;
        alone = 0;
      }
    }
    if (cells.length > first) sign = undefined;
  }
  if (cells.length > before) blocks.push(cells.length - before);
  return { kind: "values", cells, lines, blocks, signs, from, to };
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

/** The table of a stretch whose labels and values take turns; none where the runs do not agree on a count. */
export function flatTables(runs: readonly Run[]): RawTable[] {
  const counts = new Map<number, number>();
  let rows = 0;
  let labels = 0;
  for (const run of runs) {
    if (run.kind === "labels") for (const cell of run.cells) labels += headShape(cell.text) === undefined ? 1 : 0;
    if (run.kind !== "values" || isYears(run)) continue;
    rows++;
    counts.set(run.cells.length, (counts.get(run.cells.length) ?? 0) + 1);
  }
  let width = 0;
  for (const [count, times] of counts) if (times > (counts.get(width) ?? 0)) width = count;
  // Two rows of two values each agree by more than chance; single values need company.
  if (
    rows < (width > 1 && width < 6 ? 2 : 4) ||
    width > 16 ||
    labels > rows * (rows > 3 ? 4 : 2) ||
    (counts.get(width) ?? 0) * 2 < rows
  )
    return [];
  return tablesOf(rowsOf(runs, width));
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

/** More rows than this under one label are values in an order nobody knows. */
const MOST_UNLABELLED = 3;

/** The first row of values takes the label right above; what is left makes rows without a label (totals). */
function valueRows(run: Run, width: number, drafts: Draft[]): void {
  const cells = run.cells;
  const whole = cells.length % width === 0 && cells.length <= MOST_UNLABELLED * width;
  for (let i = 0; i < cells.length; i += width) {
    const here = cells.slice(i, i + width);
    // Fewer values than columns: nobody can say which is missing.
    const at = whole || (here.length === width && cells.length <= MOST_UNLABELLED * width) ? 1 : LOOSE;
    const placed = here.map((text, k): DraftCell => ({ from: at + k, to: at + k + 1, text, bold: false }));
    const label = i === 0 ? drafts[drafts.length - 1] : undefined;
    if (label !== undefined && label.cells.length === 0) drafts[drafts.length - 1] = { ...label, cells: placed };
    else drafts.push({ ...BASE, ...NO_LABEL, cells: placed });
  }
}
