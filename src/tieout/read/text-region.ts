import { isLower, segmentsOf } from "./text-line.ts";
import { hasWideGap, type Seen } from "./text-look.ts";

/** A stretch of lines that forms one table: indices, the end outside. `data` is the first row with values. */
export interface Region {
  readonly from: number;
  readonly data: number;
  readonly to: number;
}

const MOST_BETWEEN = 12;
const MOST_ABOVE = 14;
const LONGEST_SECTION = 24;
/** Rulers and words between the heads and the first section. */
const MOST_UNDER = 4;

/** Finds the stretches of lines with a label and values, each with the heads above it. */
export function regionsOf(seen: readonly Seen[]): Region[] {
  const regions: Region[] = [];
  let floor = 0;
  for (let i = 0; i < seen.length; ) {
    if (seen[i]!.look !== "data") {
      i++;
      continue;
    }
    const last = grow(seen, i);
    const from = headsAbove(seen, i, floor);
    let rows = 0;
    for (let k = i; k <= last; k++) if (seen[k]!.look === "data" || (seen[k]!.look === "value" && k > i)) rows++;
    if (rows > 1 || hasHeads(seen, from, i)) {
      const to = closing(seen, last) + 1;
      regions.push({ from, data: i, to });
      floor = to;
      i = to;
    } else i = last + 1;
  }
  return regions;
}

/** The last row of the table whose first row is `first`. */
function grow(seen: readonly Seen[], first: number): number {
  let last = first;
  let headed = false;
  let single = 0;
  for (let k = first + 1; k < seen.length && k - last <= MOST_BETWEEN; k++) {
    const s = seen[k]!;
    if (s.look === "prose" || s.look === "stop") break;
    if (isSectionHead(s, seen[first]!)) single++;
    else if (s.look === "head" || isRowOfWords(s)) headed = true;
    if (single > 1) headed = true;
    if (s.look !== "data") continue;
    single = 0;
    // Heads between rows open another table.
    if (headed) break;
    last = k;
  }
  return last;
}

/** "Year ended:" at the left of a spaced table is a section of it; two such lines, or one over the columns, are heads. */
const isSectionHead = (s: Seen, first: Seen): boolean =>
  s.look === "head" && s.items.length === 2 && first.wide && (s.text.endsWith(":") || s.words[0]! < 12);

/** Words over three columns and more are heads, whatever they say. */
const isRowOfWords = (s: Seen): boolean => s.look === "text" && hasWideGap(s) && segmentsOf(s.text, s.words).length > 4;

/** Rules and unlabelled totals right below the last row belong to the table. */
function closing(seen: readonly Seen[], last: number): number {
  let end = last;
  for (let k = last + 1; k < seen.length && k - last <= 4; k++) {
    const s = seen[k]!;
    if (s.look === "rule" && s.line.gap === 0) continue;
    if (s.look !== "value" || s.line.gap > 1 || s.trail.values.length < seen[last]!.trail.values.length) break;
    end = k;
  }
  return end;
}

/** Where the heads above a table start: at the highest line of years, dates, rules or spaced words that prose does not cut off. */
function headsAbove(seen: readonly Seen[], data: number, floor: number): number {
  let from = data;
  for (let k = data - 1; k >= floor && data - k <= MOST_ABOVE; k--) {
    const s = seen[k]!;
    if (s.look === "prose" || s.look === "stop" || s.look === "data") break;
    if (seen[k + 1]!.line.gap > 3) break;
    if (s.look === "head" || s.look === "rule" || (isSpaced(s) && (hasWideGap(s) || isRightAbove(seen, k, from))))
      from = k;
    else if (isTitle(s)) {
      if (!isFirstSection(seen, k, data, floor)) break;
    } else if (s.look === "text" && isRightAbove(seen, k, from) && (isLabelOfHeads(s) || goesOnIn(seen[from]!)))
      from = k;
  }
  return from;
}

/** A line set in the middle of the page, or a long one in capitals: what stands above it heads no column of this table. */
function isTitle(s: Seen): boolean {
  const indent = s.words[0]!;
  if (s.text.charCodeAt(indent) === 40) return false;
  if (indent >= 8) return true;
  return s.text.length - indent > 24 && s.text === s.text.toUpperCase() && !/\d/.test(s.text);
}

/**
 * Whether a short line in the middle names the first section of the table ("ASSETS"): it ends left of the values, and heads stand
 * right above it, with no row between that they could head.
 */
function isFirstSection(seen: readonly Seen[], at: number, data: number, floor: number): boolean {
  const s = seen[at]!;
  const end = s.words[s.words.length - 1]!;
  const values = seen[data]!.trail.values[0];
  if (values === undefined || end > values || end - s.words[0]! > LONGEST_SECTION || s.line.gap > 1) return false;
  let above = at - 1;
  const least = Math.max(floor, at - MOST_UNDER);
  while (above >= least && isBetween(seen[above]!, end)) above--;
  return above >= least && seen[above]!.look === "head" && seen[above]!.items.length >= 4;
}

/** A ruler below heads, or a word that qualifies the columns ("(unaudited)") and stands over them alone. */
const isBetween = (s: Seen, labels: number): boolean =>
  s.line.gap <= 1 && (s.look === "rule" || (s.look === "text" && s.words[0]! >= labels));

const isRightAbove = (seen: readonly Seen[], k: number, from: number): boolean =>
  k === from - 1 && seen[from]!.line.gap === 0;

/** Whether a line starts as the second line of a label does. */
const goesOnIn = (s: Seen): boolean => s.look !== "head" && isLower(s.text.charCodeAt(s.words[0]!));

/** Words over several columns, or over the columns alone: wide gaps between them, or a deep indentation. */
const isSpaced = (s: Seen): boolean => s.look === "text" && (hasWideGap(s) || s.words[0]! >= 24);

const isLabelOfHeads = (s: Seen): boolean => /^\s*[($]/.test(s.text.slice(0, 200)) && s.words.length <= 24;

function hasHeads(seen: readonly Seen[], from: number, data: number): boolean {
  const count = seen[data]!.trail.values.length / 2;
  for (let k = from; k < data; k++)
    if (seen[k]!.look === "head" && seen[k]!.items.length / 2 === count && count > 1) return true;
  return false;
}
