import { EMPTY, type Printed } from "../../text/printed.ts";
import type { RawCell, RawRow, RawTable } from "./raw.ts";
import { joinLines } from "./text-fold.ts";
import { isMonth, leadsOn } from "./text-head.ts";
import { isLower } from "./text-line.ts";

/** A row in the making: its label apart from its other cells, for labels may run over several lines. */
export interface Draft {
  readonly label: Printed;
  /** Where the label starts and ends, in columns of characters. */
  readonly from: number;
  readonly to: number;
  readonly bold: boolean;
  readonly cells: readonly DraftCell[];
  readonly ruleAbove: boolean;
  readonly head: boolean;
  /** Blank lines above. */
  readonly gap: number;
}

export interface DraftCell {
  readonly from: number;
  readonly to: number;
  readonly text: Printed;
  readonly bold: boolean;
}

/** How wide the column of labels is; in print without columns nobody knows. */
export interface Wrap {
  readonly width: number | undefined;
}

const NARROW = 26;
/** No section is called by so many characters; a label that long fills its line and goes on. */
const LONG = 90;

/** Joins labels that run over several lines with the row whose values stand on their last (seldom their first) line. */
export function joinWrapped(drafts: readonly Draft[], wrap: Wrap): Draft[] {
  const rows: Draft[] = [];
  let open: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const d = drafts[i]!;
    const last = open[open.length - 1];
    const goesOn = last !== undefined && d.label.text !== "" && continues(open, last, d, wrap);
    if (last !== undefined && !goesOn) {
      rows.push(merged(open));
      open = [];
    }
    const above = rows[rows.length - 1];
    if (!goesOn && above !== undefined && isTail(above, d, drafts[i + 1])) {
      rows[rows.length - 1] = { ...above, label: joinLines([above.label, d.label]) };
      continue;
    }
    open.push(d);
    if (d.cells.length > 0 || d.head) {
      rows.push(merged(open));
      open = [];
    }
  }
  if (open.length > 0) rows.push(merged(open));
  return rows;
}

/** Whether the label of `next` goes on where `last`, which has no values, stopped. */
function continues(open: readonly Draft[], last: Draft, next: Draft, wrap: Wrap): boolean {
  const text = last.label.text;
  const first = next.label.text;
  if (last.head !== next.head || next.gap > 1) return false;
  if (isLower(first.charCodeAt(0)) && !text.endsWith(":")) return true;
  if (text.endsWith(":") || next.gap > 0) return false;
  if (leadsOn(text, text.length) || text.endsWith("-") || isOpen(open)) return true;
  if (wrap.width === undefined) return text.length > LONG;
  const word = first.indexOf(" ");
  const full = last.to + 1 + (word < 0 ? first.length : word) > wrap.width;
  const step = next.from - last.from;
  if (/^\([^()]{1,30}\)$/.test(first)) return true;
  if (/^[\d($]/.test(first)) return full || isMonth(text.slice(text.lastIndexOf(" ") + 1));
  // A section of one short word is no broken label, however narrow the column.
  if (last.to - last.from < wrap.width * 0.6) return false;
  return full && ((step > 0 && step < 3) || (step === 0 && wrap.width <= NARROW));
}

/** Whether a bracket that opened in these labels waits for its end. */
function isOpen(open: readonly Draft[]): boolean {
  let depth = 0;
  for (const d of open)
    for (let i = 0; i < d.label.text.length; i++) {
      const c = d.label.text.charCodeAt(i);
      if (c === 40) depth++;
      else if (c === 41 && depth > 0) depth--;
    }
  return depth > 0;
}

/** Whether a lone label is the end of the label above, whose values stand on its first line. */
function isTail(above: Draft, d: Draft, next: Draft | undefined): boolean {
  if (d.cells.length > 0 || above.cells.length === 0 || above.label.text === "" || d.gap > 0 || d.head || above.head)
    return false;
  const before = above.label.text;
  if (isOpen([above]) || leadsOn(before, before.length)) return d.label.text !== "";
  if (!isLower(d.label.text.charCodeAt(0))) return false;
  return next === undefined || next.gap > 0 || !isLower(next.label.text.charCodeAt(0));
}

function merged(open: readonly Draft[]): Draft {
  if (open.length === 1) return open[0]!;
  const last = open[open.length - 1]!;
  return {
    ...last,
    label: joinLines(open.map((d) => d.label)),
    from: open[0]!.from,
    to: Math.max(...open.slice(-40).map((d) => d.to)),
    bold: open[0]!.bold,
    ruleAbove: open.some((d) => d.ruleAbove),
    gap: open[0]!.gap,
  };
}

/** The row as it stands in a table whose first column of values starts at `values`. */
export function rowOf(draft: Draft, values: number): RawRow {
  const cells: RawCell[] = [];
  const { head } = draft;
  if (draft.label.text !== "") {
    const from = Math.max(0, Math.min(draft.from, values - 1));
    const to = Math.max(from + 1, Math.min(draft.to, values));
    cells.push({ from, to, text: draft.label, head, bold: draft.bold, indent: draft.from });
  }
  for (const c of draft.cells) cells.push({ from: c.from, to: c.to, text: c.text, head, bold: c.bold, indent: 0 });
  return { cells, ruleAbove: draft.ruleAbove };
}

/**
 * Where the values of a row start that nobody can set under the columns of its table. A value in the wrong column would be worse
 * than one in none, so such a row becomes a table of its own.
 */
export const LOOSE = 1_000_000;

/**
 * The rows as tables. A row whose values found no column parts the rows above from those below: a sum over it would lack a
 * value, and nobody knows in which column.
 */
export function tablesOf(rows: readonly RawRow[]): RawTable[] {
  const tables: RawTable[] = [];
  let set: RawRow[] = [];
  for (const row of rows) {
    const last = row.cells[row.cells.length - 1];
    if (last === undefined || last.from < LOOSE) {
      set.push(row);
      continue;
    }
    const cells = row.cells.map((cell) => {
      return cell.from < LOOSE ? cell : { ...cell, from: cell.from - LOOSE + 1, to: cell.to - LOOSE + 1 };
    });
    if (set.length > 0) tables.push({ kind: "raw-table", rows: set });
    tables.push({ kind: "raw-table", rows: [{ ...row, cells }] });
    set = [];
  }
  if (set.length > 0) tables.push({ kind: "raw-table", rows: set });
  return tables;
}

export const NO_LABEL: Pick<Draft, "label" | "from" | "to" | "bold"> = { label: EMPTY, from: 0, to: 0, bold: false };
