import type { RawRow, RawTable } from "./raw.ts";
import { type Column, columnsOf, nearest, spansOf } from "./text-columns.ts";
import { type Draft, type DraftCell, joinWrapped, NO_LABEL, rowOf } from "./text-draft.ts";
import { fold, joinLines } from "./text-fold.ts";
import { headItems } from "./text-head.ts";
import { segmentsOf, wordsOf } from "./text-line.ts";
import { hasWideGap, isValueSegment, type Seen, startsWithValue } from "./text-look.ts";
import type { Region } from "./text-region.ts";
import { labelEnd, valuesFrom } from "./text-value.ts";

const DEEP = 24;

/** A table whose columns are kept apart by spaces: each value stands under its column, heads stand over one or several. */
export function alignedTable(seen: readonly Seen[], region: Region): RawTable | undefined {
  const lines = seen.slice(region.from, region.to);
  const data = headsEnd(lines, firstRow(lines));
  const columns = columnsUnder(lines);
  if (columns.length === 0) return undefined;
  const drafts: Draft[] = [];
  let rule: Seen | undefined;
  for (let i = 0; i < lines.length; i++) {
    const s = lines[i]!;
    if (s.look === "rule") {
      rule = s;
      continue;
    }
    const below = i < data ? lines[i + 1] : undefined;
    const draft = i < data && s.look !== "value" ? headDraft(s, columns, below) : bodyDraft(s, columns);
    drafts.push({ ...draft, ruleAbove: rule !== undefined, head: i < data && ruledBelow(lines, i, data) });
    rule = undefined;
  }
  const width = labelWidth(drafts);
  const joined = joinWrapped(stacked(drafts), { width });
  return { kind: "raw-table", rows: joined.map((d): RawRow => rowOf(d, columns[0]!.from)) };
}

const firstRow = (lines: readonly Seen[]): number =>
  lines.findIndex((s) => s.look === "data" || (s.look === "value" && s.trail.numbers));

/** The end of the heads: behind the last line above the data that stands over the columns. Labels below it are rows. */
function headsEnd(lines: readonly Seen[], data: number): number {
  let end = data;
  while (end > 0) {
    const s = lines[end - 1]!;
    if (s.look === "head" || s.look === "rule" || hasWideGap(s) || s.words[0]! >= DEEP) break;
    end--;
  }
  return end;
}

/**
 * The columns under which the values of the widely spaced rows stand. A number at the head of a line or right behind words
 * may belong to the label (a footnote mark, "31, 2024"), so it makes no column by itself.
 */
function columnsUnder(lines: readonly Seen[]): Column[] {
  const sure: number[] = [];
  const doubtful: number[] = [];
  let rows = 0;
  for (const s of lines) {
    if (s.look !== "data" && s.look !== "value") continue;
    const extents = valueExtents(s);
    const from = isDoubtful(s, extents) ? 2 : 0;
    for (let v = 0; v < extents.length; v++) (v < from ? doubtful : sure).push(extents[v]!);
    rows++;
  }
  return columnsOf(sure.length > 0 ? sure : doubtful, rows);
}

function isDoubtful(s: Seen, extents: readonly number[]): boolean {
  if (extents.length === 0) return false;
  const from = extents[0]!;
  const before = s.trail.label > 0 ? from - s.trail.label : from;
  return s.look === "value" ? from < 24 && (extents.length < 4 || extents[2]! - extents[1]! > 3) : before < 2;
}

/** The values of a line: those at its end, or, where words close it, those between wide gaps. */
function valueExtents(s: Seen): readonly number[] {
  if (s.trail.values.length > 0) return s.trail.values;
  const segments = segmentsOf(s.text, s.words);
  const found: number[] = [];
  for (let i = 0; i < segments.length; i += 2)
    if (isValueSegment(s.text, segments[i]!, segments[i + 1]!))
      found.push(...valuesIn(s.text, segments[i]!, segments[i + 1]!));
    else if (i > 0 && startsWithValue(s.text, segments[i]!, segments[i + 1]!))
      found.push(segments[i]!, segments[i + 1]!);
  return found;
}

function valuesIn(text: string, from: number, to: number): readonly number[] {
  const words = wordsOf(text.slice(from, to)).map((offset) => offset + from);
  return valuesFrom(text, words, 0).values;
}

/** A row below the heads: what stands left of the first column is its label; each value goes to its column. */
function bodyDraft(s: Seen, columns: readonly Column[]): Draft {
  const { text } = s;
  const start = columns[0]!.from;
  const stretches: number[] = [];
  let tail = s.trail.values;
  let label = tail.length > 0 ? s.trail.label : text.length;
  // Numbers left of all columns belong to the label.
  while (tail.length > 0 && tail[1]! <= start) {
    label = tail[1]!;
    tail = tail.slice(2);
  }
  let count = s.words.length;
  while (count > 0 && s.words[count - 1]! > label) count -= 2;
  const segments = segmentsOf(text, count === s.words.length ? s.words : s.words.slice(0, count));
  let named = 0;
  for (let i = 0; i < segments.length; i += 2) {
    const from = segments[i]!;
    const to = segments[i + 1]!;
    const first = i === 0 && from < start && to <= start + 40;
    if (first || (to <= start && from - named < 3)) named = to;
    else if (isValueSegment(text, from, to)) stretches.push(...valuesIn(text, from, to));
    else stretches.push(from, to);
  }
  for (const offset of tail) stretches.push(offset);
  return {
    ...labelled(s, named),
    cells: cellsOf(s, stretches, columns),
    ruleAbove: false,
    head: false,
    gap: s.line.gap,
  };
}

function labelled(s: Seen, to: number): Pick<Draft, "label" | "from" | "to" | "bold"> {
  if (to === 0) return NO_LABEL;
  const from = s.words[0]!;
  const end = labelEnd(s.text, from, to);
  const label = fold(s.line.printed, from, end);
  return { label, from, to: end, bold: s.line.bold >= end };
}

/** The stretches as cells of the columns they stand under; two in one column become one cell. */
function cellsOf(s: Seen, stretches: readonly number[], columns: readonly Column[]): DraftCell[] {
  const cells: DraftCell[] = [];
  let at = -1;
  for (let i = 0; i < stretches.length; i += 2) {
    const from = stretches[i]!;
    const to = stretches[i + 1]!;
    const left = from < columns[0]!.from && to <= columns[0]!.from;
    const column = left ? { from, to } : columns[nearest(columns, from, to)]!;
    const text = fold(s.line.printed, from, to);
    const last = cells[cells.length - 1];
    if (last !== undefined && at === column.from)
      cells[cells.length - 1] = { ...last, text: joinLines([last.text, text]) };
    else cells.push({ from: column.from, to: column.to, text, bold: s.line.bold >= to });
    at = column.from;
  }
  return cells;
}

/** A line above the first row: its stretches stand over the columns below them; a ruler beneath says over which. */
function headDraft(s: Seen, columns: readonly Column[], below: Seen | undefined): Draft {
  const start = columns[0]!.from;
  const end = columns[columns.length - 1]!.to;
  const stretches = headStretches(s, columns);
  const base = { ruleAbove: false, head: false, gap: s.line.gap };
  const first = stretches[0]!;
  // One line over label and columns alike is a title: it stands over everything.
  if (
    stretches.length === 1 &&
    first.to > start + 1 &&
    (start - first.from) * 3 > first.to - first.from &&
    s.look !== "head"
  )
    return { ...NO_LABEL, ...base, cells: [{ from: 0, to: end, text: fold(s.line.printed), bold: s.line.bold > 0 }] };
  let named = 0;
  let over = stretches;
  if (
    first.from < start - 1 &&
    first.from < columns[0]!.to &&
    (first.to <= start || stretches.length > columns.length)
  ) {
    named = first.to;
    over = stretches.slice(1);
  }
  const ruled = below?.look === "rule" ? over.map((o) => underline(below, o)) : over;
  const spans = spansOf(columns, ruled);
  const cells = over.map((o, i): DraftCell => {
    const [from, to] = spans[i]!;
    const text = fold(s.line.printed, o.from, o.to);
    const bold = s.line.bold >= o.to;
    return from < 0
      ? { from: o.from, to: o.to, text, bold }
      : { from: columns[from]!.from, to: columns[to]!.to, text, bold };
  });
  return { ...labelled(s, named), ...base, cells };
}

/** The piece of a ruler that a head stands on, else the head itself. */
function underline(rule: Seen, head: Column): Column {
  let best = head;
  let bestBy = 0;
  for (let w = 0; w < rule.words.length; w += 2) {
    const by = Math.min(head.to, rule.words[w + 1]!) - Math.max(head.from, rule.words[w]!);
    if (by > bestBy) {
      bestBy = by;
      best = { from: rule.words[w]!, to: rule.words[w + 1]! };
    }
  }
  return best;
}

/** The stretches of a head line, cut at wide gaps, and between dates that stand close together over different columns. */
function headStretches(s: Seen, columns: readonly Column[]): Column[] {
  const found: Column[] = [];
  const segments = segmentsOf(s.text, s.words);
  for (let i = 0; i < segments.length; i += 2) {
    const from = segments[i]!;
    const words = s.words.filter((offset) => offset >= from && offset <= segments[i + 1]!);
    const { items, label } = headItems(s.text, words);
    const spread = items.length > 2 && label <= from && coversEach(items, columns);
    if (spread) for (let k = 0; k < items.length; k += 2) found.push({ from: items[k]!, to: items[k + 1]! });
    else found.push({ from, to: segments[i + 1]! });
  }
  return found;
}

function coversEach(items: readonly number[], columns: readonly Column[]): boolean {
  let last = -1;
  for (let k = 0; k < items.length; k += 2) {
    const column = nearest(columns, items[k]!, items[k + 1]!);
    if (column <= last) return false;
    last = column;
  }
  return true;
}

const ruledBelow = (lines: readonly Seen[], from: number, data: number): boolean => {
  for (let k = from + 1; k < data; k++) if (lines[k]!.look === "rule") return true;
  return false;
};

function labelWidth(drafts: readonly Draft[]): number {
  let width = 0;
  for (const d of drafts) if (!d.head && d.to > width) width = d.to;
  return width;
}

/** Units printed under (or words over) the values they belong to, "(790)" over "bps", become one row. */
function stacked(drafts: readonly Draft[]): Draft[] {
  const rows: Draft[] = [];
  for (const d of drafts) {
    const above = rows[rows.length - 1];
    if (above !== undefined && isUnderneath(above, d)) rows[rows.length - 1] = onTop(above, d);
    else rows.push(d);
  }
  return rows;
}

function isUnderneath(above: Draft, d: Draft): boolean {
  if (d.gap > 0 || d.head || above.head || d.cells.length === 0 || above.cells.length === 0) return false;
  const unlabelled = d.label.text === "" && d.cells.every((c) => isUnitWord(c.text.text));
  const partners = d.cells.filter((c) => above.cells.some((a) => a.from === c.from));
  if (unlabelled) return partners.length === d.cells.length;
  // The value of a change may stand on the first line of a label whose other values stand on the second.
  const words = d.cells.filter((c) => isUnitWord(c.text.text));
  return (
    words.length > 0 &&
    words.length === above.cells.length &&
    words.every((c) => above.cells.some((a) => a.from === c.from))
  );
}

const isUnitWord = (text: string): boolean => text.length < 24 && !/\d/.test(text) && /[a-z%]/i.test(text);

function onTop(above: Draft, d: Draft): Draft {
  const cells = [...above.cells];
  for (const c of d.cells) {
    // Several cells of one line may start in one column: what stands under them goes with one alone, so that no text is read twice or lost.
    const at = above.cells.findLastIndex((a) => a.from === c.from);
    if (at < 0) cells.push(c);
    else cells[at] = { ...cells[at]!, text: joinLines([cells[at]!.text, c.text]) };
  }
  cells.sort((a, b) => a.from - b.from);
  return { ...above, label: joinLines([above.label, d.label]), to: Math.max(above.to, d.to), cells };
}
