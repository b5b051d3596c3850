import type { RawRow, RawTable } from "./raw.ts";
import { type Draft, type DraftCell, joinWrapped, LOOSE, NO_LABEL, rowOf, tablesOf } from "./text-draft.ts";
import { fold } from "./text-fold.ts";
import type { Seen } from "./text-look.ts";
import type { Region } from "./text-region.ts";
import { spreadHeads } from "./text-spread.ts";
import { isMark, labelEnd, valueSort } from "./text-value.ts";

/**
 * Tables whose columns have lost their places: a label and its values follow one another with single spaces, as extraction
 * from PDF gives them. A value's column is its ordinal. A row with fewer values than the others is set under the columns
 * only where the sorts of the values (amounts, percentages) leave one way; else it becomes a table of its own. Where the count changes for good, another table begins.
 */
export function rowTables(seen: readonly Seen[], region: Region): RawTable[] {
  const lines = seen.slice(region.from, region.to);
  const tables: RawTable[] = [];
  for (const [from, to] of runsOf(lines)) {
    const part = lines.slice(from, to);
    for (const table of tablesOf(rowsOf(part, patternOf(part)))) tables.push(table);
  }
  return tables;
}

const hasValues = (s: Seen): boolean => (s.look === "data" || s.look === "value") && s.trail.values.length > 0;

/** Stretches of lines whose rows agree in how many values they have, single strangers among them let pass. */
function runsOf(lines: readonly Seen[]): [number, number][] {
  const rows: number[] = [];
  for (let i = 0; i < lines.length; i++) if (hasValues(lines[i]!)) rows.push(i);
  const cuts = [0];
  let count = -1;
  for (let r = 0; r < rows.length; r++) {
    const now = lines[rows[r]!]!.trail.values.length;
    const next = r + 1 < rows.length ? lines[rows[r + 1]!]!.trail.values.length : -1;
    if (count < 0) count = next === now || next < 0 ? now : Math.max(now, next);
    const other = now !== count && next === now && !(r > 0 && isMixed(lines, rows, r, count));
    if (!other) continue;
    // The labels and heads right above the first row of the new table go with it.
    if (r > 0) cuts.push(rows[r - 1]! + 1);
    count = now;
  }
  return cuts.map((cut, i): [number, number] => [cut, cuts[i + 1] ?? lines.length]).filter(([from, to]) => from < to);
}

/** Whether rows of the old count come again within the next few, so that the change is no new table. */
function isMixed(lines: readonly Seen[], rows: readonly number[], r: number, count: number): boolean {
  for (let k = r + 1; k < rows.length && k < r + 5; k++)
    if (lines[rows[k]!]!.trail.values.length === count) return true;
  return false;
}

type Sort = "share" | "amount" | "none";

/** The sorts of the values in the commonest kind of row. */
function patternOf(lines: readonly Seen[]): Sort[] {
  const kinds = new Map<string, { rows: number; sorts: Sort[] }>();
  let best: { rows: number; sorts: Sort[] } | undefined;
  for (const s of lines) {
    if (!hasValues(s)) continue;
    const sorts = sortsOf(s.text, s.trail.values);
    const key = sorts.length.toString();
    const kind = kinds.get(key) ?? { rows: 0, sorts };
    kind.rows++;
    // A row without dashes says more about the sorts than one with.
    if (kind.sorts.includes("none") && !sorts.includes("none")) kind.sorts = sorts;
    kinds.set(key, kind);
    if (best === undefined || kind.rows > best.rows || (kind.rows === best.rows && sorts.length > best.sorts.length))
      best = kind;
  }
  return best?.sorts ?? [];
}

function sortsOf(text: string, values: readonly number[]): Sort[] {
  const sorts: Sort[] = [];
  for (let v = 0; v < values.length; v += 2) sorts.push(valueSort(text, values[v]!, values[v + 1]!));
  return sorts;
}

function rowsOf(lines: readonly Seen[], pattern: readonly Sort[]): RawRow[] {
  const drafts: Draft[] = [];
  let ruled = false;
  for (let i = 0; i < lines.length; i++) {
    const s = lines[i]!;
    if (s.look === "rule") {
      ruled = true;
      continue;
    }
    const single = singleHeads(lines, i);
    if (single > i + 1 && pattern.length > 1) {
      const heads = lines.slice(i, single).map((line) => fold(line.line.printed));
      for (const cells of spreadHeads(heads, pattern.length, s.line.bold > 0))
        drafts.push({ ...base(s), ...NO_LABEL, cells });
      i = single - 1;
      continue;
    }
    const draft = hasValues(s)
      ? valuesDraft(s, pattern)
      : s.look === "head"
        ? headDraft(s, pattern.length)
        : labelDraft(s, s.text.length, []);
    drafts.push({ ...draft, ruleAbove: ruled });
    ruled = false;
  }
  return joinWrapped(drafts, { width: undefined }).map((d) => rowOf(d, 1));
}

/** The end of the lines from `i` on that hold one head each and nothing else. */
function singleHeads(lines: readonly Seen[], i: number): number {
  let end = i;
  while (
    end < lines.length &&
    lines[end]!.look === "head" &&
    lines[end]!.items.length === 2 &&
    lines[end]!.itemsLabel === 0
  )
    end++;
  return end;
}

const base = (s: Seen): Pick<Draft, "ruleAbove" | "head" | "gap"> => ({
  ruleAbove: false,
  head: false,
  gap: s.line.gap,
});

function labelDraft(s: Seen, limit: number, cells: readonly DraftCell[]): Draft {
  const from = s.words[0]!;
  const to = labelEnd(s.text, from, limit);
  return {
    ...base(s),
    label: fold(s.line.printed, from, to),
    from: Math.min(from, 8),
    to: 1,
    bold: s.line.bold >= to,
    cells,
  };
}

function valuesDraft(s: Seen, pattern: readonly Sort[]): Draft {
  let { values } = s.trail;
  let { label } = s.trail;
  // One value too many, the first of them "(1)": a footnote mark of the label.
  if (values.length / 2 === pattern.length + 1 && isMark(s.text, values[0]!, values[1]!)) {
    label = values[1]!;
    values = values.slice(2);
  }
  const places = placesOf(sortsOf(s.text, values), pattern);
  const cells: DraftCell[] = [];
  for (let v = 0; v < values.length; v += 2) {
    const from = 1 + places[v / 2]!;
    cells.push({
      from,
      to: from + 1,
      text: fold(s.line.printed, values[v]!, values[v + 1]!),
      bold: s.line.bold >= values[v + 1]!,
    });
  }
  if (label === 0) return { ...base(s), ...NO_LABEL, cells };
  return labelDraft(s, label, cells);
}

/** The column of each value: its ordinal, or the only places its sort allows; else none. */
function placesOf(sorts: readonly Sort[], pattern: readonly Sort[]): number[] {
  if (sorts.length === pattern.length && agrees(sorts, pattern)) return sorts.map((_, i) => i);
  if (sorts.length < pattern.length) {
    const left = embed(sorts, pattern);
    const right = embed([...sorts].reverse(), [...pattern].reverse())
      ?.map((i) => pattern.length - 1 - i)
      .reverse();
    if (left !== undefined && right !== undefined && left.every((place, i) => place === right[i])) return left;
  }
  return sorts.map((_, i) => LOOSE + i);
}

/** A row of one sort throughout (margins among amounts) fits any columns; a mixed one must be mixed in the same places. */
function agrees(sorts: readonly Sort[], pattern: readonly Sort[]): boolean {
  if (!sorts.includes("share") || !sorts.includes("amount")) return true;
  return sorts.every((sort, i) => sort === pattern[i] || sort === "none" || pattern[i] === "none");
}

/** The leftmost places in the pattern that take the sorts in order. */
function embed(sorts: readonly Sort[], pattern: readonly Sort[]): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (const sort of sorts) {
    while (at < pattern.length && sort !== pattern[at] && sort !== "none" && pattern[at] !== "none") at++;
    if (at === pattern.length) return undefined;
    places.push(at++);
  }
  return places;
}

/** Heads go to the columns one by one, or evenly to several each; where they do not fit, the line stands over all of them. */
function headDraft(s: Seen, columns: number): Draft {
  const count = s.items.length / 2;
  const named = s.itemsLabel > s.words[0]!;
  const cells: DraftCell[] = [];
  if (count > 0 && columns % count === 0) {
    const span = columns / count;
    for (let k = 0; k < count; k++) {
      const text = fold(s.line.printed, s.items[2 * k]!, s.items[2 * k + 1]!);
      cells.push({ from: 1 + k * span, to: 1 + (k + 1) * span, text, bold: s.line.bold >= s.items[2 * k + 1]! });
    }
  } else {
    const from = named ? s.itemsLabel : s.words[0]!;
    cells.push({ from: 1, to: 1 + Math.max(1, columns), text: fold(s.line.printed, from), bold: s.line.bold > from });
  }
  if (!named) return { ...base(s), ...NO_LABEL, cells };
  const to = labelEnd(s.text, s.words[0]!, s.itemsLabel);
  const label = fold(s.line.printed, s.words[0]!, to);
  return { ...base(s), label, from: s.words[0]!, to: 1, bold: s.line.bold >= to, cells };
}
