import type { Period } from "../../calendar/period.ts";
import type { Figure, MeasureKind } from "../figures/figure.ts";
import { direction, LIGHT_STEMS, stemsOf } from "../meaning/prose-lexicon.ts";
import type { Basis, ColumnMeaning } from "../meaning/table.ts";
import { sizeOf } from "./prose-fit.ts";
import { columnsAt, type SheetSource } from "./sheet.ts";

/** A labelled row of a table as a sentence might speak of it. */
export interface ProseRow {
  readonly table: number;
  readonly row: number;
  readonly label: string;
  /** Stems of its own label; of what it stands under; of caption and, over it, nothing else. */
  readonly own: ReadonlySet<string>;
  readonly under: ReadonlySet<string>;
  /** The stems by which a sentence must call it: its label's, with those of its section where the label says nothing alone. */
  readonly naming: ReadonlySet<string>;
  readonly caption: ReadonlySet<string>;
  readonly basis: Basis;
  readonly cells: readonly ProseCell[];
}

export interface ProseCell {
  readonly figure: number;
  readonly kind: MeasureKind;
  readonly column: number;
  readonly columnKind: ColumnMeaning["kind"];
  readonly compares: readonly [number, number] | undefined;
  readonly period: Period | undefined;
  readonly basis: Basis;
  /** Stems of the column's heads that are not about time. */
  readonly head: ReadonlySet<string>;
  readonly at: ProseRow;
}

export interface RowIndex {
  readonly rows: readonly ProseRow[];
  /** Rows by a stem of their own label, or of what they stand under where the label says nothing. */
  readonly byStem: ReadonlyMap<string, readonly ProseRow[]>;
  /** How much a stem tells: rare ones more. */
  readonly weight: (stem: string) => number;
  /** Cells that may print the same amount, whatever the sign. */
  readonly near: (figure: Figure) => readonly ProseCell[];
}

/** A document's tables may be huge; a label or caption is read no further than this many words. */
const MOST_WORDS = 24;
/** No sentence speaks of the cells of a row beyond this many. */
const MOST_CELLS = 60;
/** Words of a row or a table that name nothing. */
const EMPTY_WORDS = new Set(
  (
    "total the of and a an in for to by on at or as from with per end ended ending month year quarter three six nine twelve thousand million unaudited " +
    "except data amount usd dollar january february march april may june july august september october november december jan feb mar apr jun jul aug " +
    "sep sept oct nov dec fiscal first second third fourth q fy ytd week period current prior actual full half thirteen twenty thirty fifty"
  ).split(" "),
);

const WORD = /[\p{L}][\p{L}&'’]{0,40}/gu;

/** The naming stems of a label. */
export function stemsIn(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  let n = 0;
  for (const [word] of text
    .slice(0, 400)
    .toLowerCase()
    .replace(/\bnon-gaap\b/g, "nongaap")
    .matchAll(WORD)) {
    if (n++ >= MOST_WORDS) break;
    if (direction(word) !== 0 && word !== "growth") continue;
    for (const s of stemsOf(word)) if (!EMPTY_WORDS.has(s)) stems.add(s === "nongaap" ? "non-gaap" : s);
  }
  return stems;
}

export function rowIndex(sources: readonly SheetSource[], figures: readonly Figure[]): RowIndex {
  const stems = stemReader();
  const rows = sources.flatMap((source) => rowsOf(source, figures, stems));
  const byStem = new Map<string, ProseRow[]>();
  for (const row of rows) {
    for (const s of row.naming) {
      const list = byStem.get(s);
      if (list === undefined) byStem.set(s, [row]);
      else list.push(row);
    }
  }
  const weights = new Map<string, number>();
  for (const [stem, { length }] of byStem) {
    const share = length / rows.length;
    weights.set(stem, LIGHT_STEMS.has(stem) ? 0.25 : share > 0.2 ? 0.6 : share > 0.08 ? 0.8 : 1);
  }
  const weight = (stem: string): number => weights.get(stem) ?? 1;
  return { rows, byStem, weight, near: nearest(rows, figures) };
}

/** "Basic" and "Diluted" say nothing without what they stand under; a row without a label goes by the caption. */
function namingOf(
  own: ReadonlySet<string>,
  section: ReadonlySet<string>,
  caption: ReadonlySet<string>,
): ReadonlySet<string> {
  if (section.size > 0 && [...own].every((s) => LIGHT_STEMS.has(s))) return new Set([...own, ...section]);
  return own.size > 0 ? own : caption;
}

/** Reads stems, each text once: heads and sections come back at every cell below them. */
function stemReader(): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const stems = stemsIn(text);
    known.set(text, stems);
    return stems;
  };
}

function rowsOf(
  source: SheetSource,
  figures: readonly Figure[],
  stems: (text: string) => ReadonlySet<string>,
): readonly ProseRow[] {
  const caption = stems(source.meaning.caption);
  const rows: ProseRow[] = [];
  source.grid.forEach((cells, r) => {
    const meaning = source.meaning.rows[r];
    if (meaning === undefined || meaning.kind === "head") return;
    const heads = columnsAt(source.meaning, r);
    const found: ProseCell[] = [];
    const own = stems(meaning.label);
    const row: ProseRow = {
      table: source.table,
      row: r,
      label: meaning.label === "" ? (meaning.path.at(-1) ?? "") : meaning.label,
      own,
      under: stems(meaning.path.join(" ")),
      naming: namingOf(own, stems(meaning.path.at(-1) ?? ""), caption),
      caption,
      basis: meaning.basis,
      cells: found,
    };
    cells.forEach((index, c) => {
      if (
        found.length >= MOST_CELLS ||
        index === undefined ||
        figures[index]!.measured === undefined ||
        isDash(figures[index]!)
      )
        return;
      const head = heads[c];
      found.push(cellOf(row, index, c, head, head === undefined ? NOTHING : stems(head.head), figures));
    });
    if (found.length > 0) rows.push(row);
  });
  return rows;
}

function cellOf(
  at: ProseRow,
  figure: number,
  column: number,
  head: ColumnMeaning | undefined,
  words: ReadonlySet<string>,
  figures: readonly Figure[],
): ProseCell {
  const f = figures[figure]!;
  return {
    figure,
    kind: f.kind as MeasureKind,
    column,
    columnKind: head?.kind ?? "other",
    compares: head?.compares,
    period: f.period,
    basis: f.basis,
    head: words,
    at,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

const isDash = ({ token }: Figure): boolean => token.kind === "number" && token.written === "dash";

/** Finds cells by size: sorted once, then searched by halving. */
function nearest(rows: readonly ProseRow[], figures: readonly Figure[]): (figure: Figure) => readonly ProseCell[] {
  const sorted: { readonly size: number; readonly cell: ProseCell }[] = [];
  for (const row of rows)
    for (const cell of row.cells) {
      const size = sizeOf(figures[cell.figure]!.measured!.value);
      if (size !== undefined && size > 0) sorted.push({ size, cell });
    }
  sorted.sort((a, b) => a.size - b.size || a.cell.figure - b.cell.figure);
  return (figure) => {
    const { value, quantum, hedge } = figure.measured!;
    const size = sizeOf(value);
    const step = sizeOf(quantum);
    if (size === undefined || step === undefined || size === 0) return [];
    const slack = hedge === undefined ? 0.501 * step : Math.max(step, size / 9);
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.size < size - slack) low = middle + 1;
      else high = middle;
    }
    const found: ProseCell[] = [];
    for (let i = low; i < sorted.length && sorted[i]!.size <= size + slack && found.length < MOST_NEAR; i++)
      found.push(sorted[i]!.cell);
    return found;
  };
}

/** More cells of one size than this say nothing. */
const MOST_NEAR = 120;
