import { isContact } from "./text-contact.ts";
import { headItems, leadsOn } from "./text-head.ts";
import { isLetter, isLower, type Line, segmentsOf, wordsOf } from "./text-line.ts";
import { isMark, labelEnd, type Trail, trailOf, valuesFrom, wordKind } from "./text-value.ts";

/**
 * What a line looks like by itself:
 * - rule: nothing but dashes, equal signs or underscores
 * - data: a label and at least one value behind it
 * - value: values alone; head: years, dates, periods, with or without a label
 * - text: short words that may be a label or a title; prose: part of a sentence; stop: a head or a bullet of the markup
 */
export type Look = "rule" | "data" | "value" | "head" | "text" | "prose" | "stop";

export interface Seen {
  readonly line: Line;
  readonly text: string;
  readonly words: readonly number[];
  look: Look;
  /** The values that close the line, and the end of the label. */
  readonly trail: Trail;
  /** For a head: pairs of offsets of its items, and where its label ends. */
  readonly items: readonly number[];
  readonly itemsLabel: number;
  /** Whether two or more spaces (or a tab) stand before a value. */
  readonly wide: boolean;
}

const NONE: Trail = { label: 0, values: [], years: false, numbers: false };
const LONG = 100;
const LONGEST_ROW = 600;

export function seeLine(line: Line): Seen {
  const { text } = line.printed;
  const words = wordsOf(text);
  if (line.level > 0) return seenAs("stop", line, words);
  if (isRule(text)) return seenAs("rule", line, words);
  const indent = words[0]!;
  if (text.length - indent > LONGEST_ROW) return seenAs("prose", line, words);
  const trail = trailOf(text, words);
  const { values } = trail;
  if (values.length > 0 && isContact(text)) return seenAs(line.bullet ? "stop" : "text", line, words);
  if (values.length > 0 && trail.label <= indent && !trail.years)
    return seenAs("value", line, words, trail, values[0]! > 1 || hasGap(values));
  const heads = headItems(text, words);
  if (isHead(text, indent, heads)) return seenAs("head", line, words, trail, false, heads.items, heads.label);
  return dataOrText(line, text, words, trail);
}

const NO_ITEMS: readonly number[] = [];

function seenAs(
  look: Look,
  line: Line,
  words: readonly number[],
  trail: Trail = NONE,
  wide = false,
  items: readonly number[] = NO_ITEMS,
  itemsLabel = 0,
): Seen {
  return { line, text: line.printed.text, words, look, trail, items, itemsLabel, wide };
}

const isHead = (
  text: string,
  indent: number,
  heads: { label: number; items: readonly number[]; period: boolean },
): boolean => {
  const count = heads.items.length / 2;
  const label = heads.label <= indent ? 0 : heads.label - indent;
  if (count === 0 || label > 70) return false;
  if (label === 0) return heads.period || (count > 1 && text.length > indent);
  return count > 1 && heads.period && !leadsOn(text, heads.label);
};

function dataOrText(line: Line, text: string, words: readonly number[], trail: Trail): Seen {
  const { values } = trail;
  if (values.length > 0) {
    const label = labelEnd(text, words[0]!, trail.label);
    const wide = values[0]! - trail.label > 1 || hasGap(values);
    if (isData(line, { text, words, trail }, label, wide)) return seenAs("data", line, words, trail, wide);
  }
  if (wideValues(text, words)) return seenAs("data", line, words, NONE, true);
  if (line.bullet) return seenAs("stop", line, words, trail);
  return seenAs(inkOf(words) > LONG ? "prose" : "text", line, words, trail);
}

function isData(
  line: Line,
  seen: { text: string; words: readonly number[]; trail: Trail },
  label: number,
  wide: boolean,
): boolean {
  const { text, words, trail } = seen;
  const { values } = trail;
  if (trail.years || isJustified(text, words, label)) return false;
  const first = values[0]!;
  const lone = values.length === 2;
  if (lone && isMark(text, first, values[1]!) && first - trail.label < 3) return false;
  if (wide && first - trail.label > 1) return trail.numbers || values.length > 2 || !isLetterRun(text, words);
  // Dots that lead from a label to its values leave no doubt.
  if (label < trail.label - 2 && trail.numbers) return true;
  if (line.bullet || !trail.numbers || wordsIn(words, label) > 28) return false;
  if (leadsOn(text, label) || text.slice(words[0]!, label).includes(". ")) return false;
  return !lone || wordsIn(words, label) <= 16;
}

/** How long a line is with single spaces between its words. */
function inkOf(words: readonly number[]): number {
  let ink = -1;
  for (let w = 0; w < words.length; w += 2) ink += words[w + 1]! - words[w]! + 1;
  return ink;
}

/** Whether values stand between the words of a widely spaced line ("24.5 %    24.0 %    increase"). */
function wideValues(text: string, words: readonly number[]): boolean {
  if (!hasGap(words)) return false;
  const segments = segmentsOf(text, words);
  if (segments.length < 4 || segments.length > 80) return false;
  let values = 0;
  let texts = 0;
  for (let s = 0; s < segments.length; s += 2)
    if (
      s > 0 &&
      (isValueSegment(text, segments[s]!, segments[s + 1]!) || startsWithValue(text, segments[s]!, segments[s + 1]!))
    )
      values++;
    else texts++;
  return values > 0 && texts <= 3;
}

/** Whether a stretch between wide gaps holds nothing but values, a year alone not counted. */
export function isValueSegment(text: string, from: number, to: number): boolean {
  if (to - from > 80) return false;
  const words = wordsOf(text.slice(from, to));
  for (let w = 0; w < words.length; w += 2)
    if (wordKind(text, from + words[w]!, from + words[w + 1]!) === "text") return false;
  const trail = valuesFrom(
    text,
    words.map((offset) => offset + from),
    0,
  );
  return trail.values.length > 0 && !trail.years && (trail.numbers || trail.values.length === 2);
}

/** One to three words without a digit. */
const isFewWords = (text: string): boolean => /^[a-z][a-z./]*(?: [a-z][a-z./]*){0,2}$/i.test(text);

/** Whether a stretch is a value with a few words behind it: "$3.33 - $3.38 per share", "10 bps increase". */
export function startsWithValue(text: string, from: number, to: number): boolean {
  if (to - from > 60) return false;
  const words = wordsOf(text.slice(from, to));
  let values = 0;
  for (let w = 0; w < words.length; w += 2) {
    const kind = wordKind(text, from + words[w]!, from + words[w + 1]!);
    if (kind === "text") return values > 0 && isFewWords(text.slice(from + words[w]!, to));
    if (kind === "number") values++;
    else if (kind !== "sign" && kind !== "dash" && kind !== "tail") return false;
  }
  return values > 0;
}

/** Lines set flush on both sides have wide gaps between all their words; those are no columns. */
function isJustified(text: string, words: readonly number[], label: number): boolean {
  let gaps = 0;
  let inside = 0;
  for (let w = 2; w < words.length && words[w]! < label; w += 2) {
    inside++;
    if (words[w]! - words[w - 1]! === 2) gaps++;
  }
  return inside > 4 && gaps * 2 > inside && text.length > 40;
}

function hasGap(values: readonly number[]): boolean {
  for (let v = 2; v < values.length; v += 2) if (values[v]! - values[v - 1]! > 1) return true;
  return false;
}

function wordsIn(words: readonly number[], end: number): number {
  let count = 0;
  while (2 * count < words.length && words[2 * count]! < end) count++;
  return count;
}

/** Five words and more with single spaces read as a sentence. */
function isLetterRun(text: string, words: readonly number[]): boolean {
  return words.length > 10 && isLower(text.charCodeAt(words[2]!)) && isLetter(text.charCodeAt(words[0]!));
}

function isRule(text: string): boolean {
  let marks = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 45 || c === 61 || c === 95 || c === 0x2014 || c === 0x2013 || c === 0x2500) {
      run++;
      if (run > marks) marks = run;
    } else if (c === 32 || c === 9 || c === 0xa0 || c === 43 || c === 0x7c) run = 0;
    else return false;
  }
  return marks >= 3;
}

const NARROW = 58;

/**
 * Turns the lines of running text among a stretch into prose: three and more text lines one under the other that are long,
 * and rows with a single value in the midst of them. Wire copy and footnotes have nothing else to tell them by.
 */
export function markProse(seen: readonly Seen[]): void {
  markRunningText(seen);
  freeLongLabels(seen);
}

function markRunningText(seen: readonly Seen[]): void {
  for (let i = 0; i < seen.length; i++) {
    const s = seen[i]!;
    if (s.look === "data" && !s.wide && s.trail.values.length === 2 && isInSentence(seen, i)) s.look = "text";
  }
  for (let i = 0; i < seen.length; ) {
    if (seen[i]!.look !== "text") {
      i++;
      continue;
    }
    let end = i + 1;
    let length = widthOf(seen[i]!);
    while (end < seen.length && seen[end]!.look === "text" && seen[end]!.line.gap === 0)
      length += widthOf(seen[end++]!);
    if (isRunningText(seen, i, end, length)) for (let k = i; k < end; k++) seen[k]!.look = "prose";
    i = end;
  }
}

/** Whether three spaces and more, or a tab, part the words of a line, as the columns of a table do. */
export function hasWideGap(s: Seen): boolean {
  for (let w = 2; w < s.words.length; w += 2)
    if (s.words[w]! - s.words[w - 1]! > 2 || s.text.charCodeAt(s.words[w - 1]!) === 9) return true;
  return false;
}

const MOST_LABEL_LINES = 4;

/**
 * The description of a class of shares may fill several lines before its values. Long lines right above a row whose label starts in
 * the middle of a sentence are its label, if a blank line or another row stands above them.
 */
function freeLongLabels(seen: readonly Seen[]): void {
  for (let i = 1; i < seen.length; i++) {
    const s = seen[i]!;
    if (s.look !== "data" || s.line.gap > 0 || s.trail.values.length < 4 || !startsInside(s)) continue;
    let first = i;
    while (i - first < MOST_LABEL_LINES && first > 0 && seen[first]!.line.gap === 0 && isWords(seen[first - 1]!))
      first--;
    const above = seen[first - 1];
    const free =
      seen[first]!.line.gap > 0 || (above !== undefined && (above.look === "data" || above.look === "value"));
    if (free) for (let k = first; k < i; k++) seen[k]!.look = "text";
  }
}

const isWords = (s: Seen): boolean => s.look === "prose" || s.look === "text";

/** Whether a label starts with a small letter, or closes a bracket that it did not open. */
function startsInside(s: Seen): boolean {
  if (isLower(s.text.charCodeAt(s.words[0]!))) return true;
  let depth = 0;
  for (let i = s.words[0]!; i < s.trail.label && depth >= 0; i++) {
    const c = s.text.charCodeAt(i);
    if (c === 40) depth++;
    else if (c === 41) depth--;
  }
  return depth < 0;
}

function isRunningText(seen: readonly Seen[], from: number, to: number, length: number): boolean {
  const count = to - from;
  if (count >= 3) return length >= NARROW * count || (isSentence(seen[to - 1]!.text) && length >= 45 * count);
  return isSentence(seen[to - 1]!.text) && length > 60;
}

const isSentence = (text: string): boolean => /[a-z)\d][.!?]["\u201d)]?$/.test(text.slice(-4)) && text.includes(" ");

const widthOf = (s: Seen): number => inkOf(s.words);

function isInSentence(seen: readonly Seen[], i: number): boolean {
  const before = seen[i - 1];
  const after = seen[i + 1];
  if (before !== undefined && seen[i]!.line.gap === 0 && flows(before)) return true;
  if (after === undefined || after.line.gap > 0 || !flows(after)) return false;
  return isLower(after.text.charCodeAt(after.words[0]!));
}

const flows = (s: Seen): boolean => (s.look === "text" || s.look === "prose") && widthOf(s) >= NARROW;
