import { EMPTY, join, type Printed } from "../../text/printed.ts";
import type { Paragraph } from "../document.ts";
import type { RawCell, RawRow, RawTable } from "./raw.ts";
import { fold } from "./text-fold.ts";
import { plain } from "./text-markup.ts";

/** A field between two pipes or tabs, before it is a cell. */
export interface Field {
  readonly text: Printed;
  readonly bold: boolean;
  readonly indent: number;
  /** A single space between pipes: how some converters write that the cell before covers this place too. */
  readonly covered: boolean;
}

/** Whether a stretch of the source can be a row between pipes: one at either end, or two anywhere. */
export function pipesIn(source: string, start: number, end: number): number {
  let pipes = 0;
  for (let i = start; i < end; i++)
    if (source.charCodeAt(i) === 124 && (i === start || source.charCodeAt(i - 1) !== 92)) pipes++;
  return pipes;
}

/** The line that parts heads from rows: pipes, dashes and colons only. */
export function isPipeRule(source: string, start: number, end: number): boolean {
  let dashes = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    if (c === 45) dashes++;
    else if (c !== 124 && c !== 58 && c !== 32 && c !== 9) return false;
  }
  return dashes > 0;
}

/** The fields of a row, the empty ones too. A missing pipe at either end is forgiven. */
export function fieldsOf(source: string, start: number, end: number): Field[] {
  const fields: Field[] = [];
  let from = start;
  while (from < end && (source.charCodeAt(from) === 32 || source.charCodeAt(from) === 9)) from++;
  if (source.charCodeAt(from) === 124) from++;
  while (from < end) {
    let to = from;
    while (to < end && (source.charCodeAt(to) !== 124 || source.charCodeAt(to - 1) === 92)) to++;
    const last = to === end;
    if (!last || source.slice(from, Math.min(end, from + 400)).trim() !== "") fields.push(fieldOf(source, from, to));
    from = to + 1;
  }
  return fields;
}

export function fieldOf(source: string, from: number, to: number): Field {
  const { printed, bold } = plain(source, from, to);
  const text = printed.text.trim() === "" ? EMPTY : fold(printed);
  const indent = text === EMPTY ? 0 : printed.text.length - printed.text.trimStart().length;
  return { text, bold: bold >= printed.text.trimEnd().length && bold > 0, indent, covered: to - from === 1 };
}

/** A row of fields, and whether the markup's rule stands above it. */
export interface FieldRow {
  readonly fields: readonly Field[];
  readonly rule: boolean;
}

/**
 * A table of fields. Rows above a rule are heads, unless they hold amounts (a converter that knew no head made the first row one).
 * A head reaches over empty fields where the next head row has words under them.
 */
export function fieldTable(rows: readonly FieldRow[]): RawTable {
  const ruled = rows.findIndex((row) => row.rule);
  const widest = rows.reduce((most, row) => Math.max(most, row.fields.length), 0);
  const spans = rows.some((row) => row.fields.some((f) => f.text === EMPTY && !f.covered));
  const values = rows.map((row) => row.fields.some((f, i) => i > 0 && isAmount(f.text.text)));
  const firstData = Math.max(0, values.indexOf(true));
  const out: RawRow[] = [];
  for (let r = 0; r < rows.length; r++) {
    const { fields } = rows[r]!;
    const head = r < ruled && !values[r];
    const under = r < firstData ? rows[r + 1]?.fields : undefined;
    const cells = cellsOf(fields, { head, spans, under: r + 1 < firstData ? under : undefined });
    if (cells.length === 0) continue;
    const title = fields.length === 1 && widest > 1 && r < firstData;
    out.push({ cells: title ? [{ ...cells[0]!, to: widest }] : cells, ruleAbove: false });
  }
  return { kind: "raw-table", rows: out };
}

/** Footnotes set as a table, a mark and a sentence a row, as paragraphs; undefined for any other table. */
export function notesOf(rows: readonly FieldRow[]): Paragraph[] | undefined {
  const notes: Paragraph[] = [];
  for (const { fields } of rows) {
    const filled = fields.filter((f) => f.text !== EMPTY);
    if (filled.length === 0) continue;
    const [mark, note] = filled;
    if (filled.length !== 2 || !MARK.test(mark!.text.text.slice(0, 8)) || !/[a-z]{2} [a-z]/i.test(note!.text.text))
      return undefined;
    notes.push({ kind: "paragraph", text: join([mark!.text, note!.text], " "), bullet: false });
  }
  return notes.length > 0 ? notes : undefined;
}

const MARK = /^(?:\(?[0-9a-z]{1,2}[).]?|\*{1,3}|[\u2020\u2021\u2022\u25aa-])$/i;

interface Reach {
  readonly head: boolean;
  readonly spans: boolean;
  /** The fields of the next row, where it is a head too. */
  readonly under: readonly Field[] | undefined;
}

function cellsOf(fields: readonly Field[], reach: Reach): RawCell[] {
  const cells: RawCell[] = [];
  const share = reach.under === undefined ? undefined : sharePacked(fields, reach.under);
  for (let f = 0; f < fields.length; ) {
    const field = fields[f]!;
    let to = f + 1;
    if (share !== undefined && f > 0) {
      if (field.text === EMPTY) break;
      const from = 1 + (f - 1) * share;
      cells.push({ from, to: from + share, text: field.text, head: reach.head, bold: field.bold, indent: 0 });
    } else if (field.text !== EMPTY) {
      while (reach.spans && to < fields.length && fields[to]!.covered && fields[to]!.text === EMPTY) to++;
      if (f > 0 && reach.under !== undefined) to = reached(fields, reach.under, to);
      const indent = f === 0 ? field.indent : 0;
      cells.push({ from: f, to, text: field.text, head: reach.head, bold: field.bold, indent });
    }
    f = to;
  }
  return cells;
}

/**
 * How many columns each head stands over where a converter has packed them to the left: fewer heads than columns, nothing behind
 * them, and below them the same heads again and again ("2025, 2024, 2025, 2024" under "Three months" and "Nine months").
 */
function sharePacked(fields: readonly Field[], under: readonly Field[]): number | undefined {
  let heads = 0;
  while (heads + 1 < fields.length && fields[heads + 1]!.text !== EMPTY) heads++;
  if (heads < 2 || fields.slice(heads + 1).some((f) => f.text !== EMPTY)) return undefined;
  const below = under.slice(1).map((f) => f.text.text.trim());
  while (below.at(-1) === "") below.pop();
  const share = below.length / heads;
  if (!Number.isInteger(share) || share < 2) return undefined;
  return below.every((text, i) => text !== "" && text === below[i % share]) && new Set(below).size === share
    ? share
    : undefined;
}

/** How far a head reaches over the empty fields behind it: to the last one with words under it. */
function reached(fields: readonly Field[], under: readonly Field[], from: number): number {
  let to = from;
  for (let f = from; f < fields.length && fields[f]!.text === EMPTY; f++)
    if (under[f] !== undefined && under[f]!.text !== EMPTY) to = f + 1;
  return to;
}

/** An amount as rows have it; a year alone, a date or a quarter is a head's. */
const isAmount = (text: string): boolean =>
  text.length < 40 &&
  /\d/.test(text) &&
  !/[A-Za-z]{3}/.test(text) &&
  !/^(?:19|20)\d\d[*)]?$|^[(]?(?:[QH][1-4]|[1-4][QH])/.test(text) &&
  (/^\D{0,6}\d[\d.,]*\D{0,6}$/.test(text) || /\d,\d{3}|\d%/.test(text));
