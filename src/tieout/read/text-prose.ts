import type { Heading, Paragraph } from "../document.ts";
import { fold, joinLines } from "./text-fold.ts";
import { leadsOn } from "./text-head.ts";
import { isDigit, isLower, isUpper } from "./text-line.ts";
import type { Seen } from "./text-look.ts";

/** Lines that are no table, as headings and paragraphs: the lines of a wrapped paragraph are joined, list items kept apart. */
export function proseBlocks(seen: readonly Seen[]): (Heading | Paragraph)[] {
  const blocks: (Heading | Paragraph)[] = [];
  const widths = widthsOf(seen);
  for (let i = 0; i < seen.length; ) {
    const s = seen[i]!;
    if (s.look === "rule") {
      i++;
      continue;
    }
    const level = headingLevel(s, seen[i - 1], seen[i + 1]);
    if (level > 0) {
      blocks.push({ kind: "heading", text: fold(s.line.printed), level });
      i++;
      continue;
    }
    const end = paragraphEnd(seen, i, widths);
    const text = joinLines(seen.slice(i, end).map((line) => fold(line.line.printed)));
    blocks.push({ kind: "paragraph", text, bullet: s.line.bullet });
    i = end;
  }
  return blocks.filter((block) => block.text.text !== "");
}

const SHORT = 52;

/** For each line, the length of the longest among those that no blank line parts from it. */
function widthsOf(seen: readonly Seen[]): number[] {
  const widths: number[] = [];
  for (let i = 0; i < seen.length; ) {
    let end = i + 1;
    let width = seen[i]!.text.length;
    while (end < seen.length && seen[end]!.line.gap === 0) width = Math.max(width, seen[end++]!.text.length);
    while (widths.length < end) widths.push(width);
    i = end;
  }
  return widths;
}

/** The end of the paragraph that starts at line `i`. */
function paragraphEnd(seen: readonly Seen[], i: number, widths: readonly number[]): number {
  let end = i + 1;
  while (end < seen.length && goesOn(seen[end - 1]!, seen[end]!, widths[end - 1]!) && !startsHeading(seen, end)) end++;
  return end;
}

const startsHeading = (seen: readonly Seen[], k: number): boolean =>
  headingLevel(seen[k]!, seen[k - 1], seen[k + 1]) > 0;

/** Whether a line goes on in the next: no room was left for its first word, or a sentence is not at its end. */
function goesOn(before: Seen, next: Seen, width: number): boolean {
  if (next.line.bullet || next.line.level > 0 || next.look === "rule") return false;
  if (next.line.gap > 1) return false;
  const first = next.text.charCodeAt(next.words[0]!);
  const unfinished = !/[.?!:;]["\u201d)]?$/.test(before.text.slice(-3));
  if (next.line.gap === 1)
    return (
      unfinished &&
      before.text.length > 60 &&
      (isLower(first) ||
        ((isDigit(first) || !isUpper(first) || before.text.length > 85) && leadsOn(before.text, before.text.length)))
    );
  // A block of short lines is an address or a list of names, each line by itself.
  if (width < SHORT) return unfinished && isLower(first) && !/@|www\.|https?:/.test(next.text);
  const word = next.words[1]! - next.words[0]!;
  if (before.text.length + 1 + word > width * 0.85) return true;
  return unfinished && isLower(first);
}

/** The level of a heading: the markup's; 4 for a line all in bold, 5 for one all in capitals or set in the middle; else 0. */
function headingLevel(s: Seen, before: Seen | undefined, after: Seen | undefined): number {
  if (s.line.level > 0) return s.line.level;
  const { text } = s;
  const from = s.words[0]!;
  const length = text.length - from;
  if (s.line.bullet || length > 160) return 0;
  if (s.line.bold >= text.trimEnd().length) return 4;
  if (s.look === "data" || s.look === "value" || length < 3) return 0;
  const alone =
    (before === undefined || s.line.gap > 0 || isTitled(before)) &&
    (after === undefined || after.line.gap > 0 || isTitled(after));
  if (alone && isCapitals(text)) return 5;
  return from >= 10 && length < 90 && !isUnfinished(text) && isUpper(text.charCodeAt(from)) ? 5 : 0;
}

/** A comma, or the end of a sentence; "Inc." ends a name. */
const isUnfinished = (text: string): boolean => /[.,;]$/.test(text) && !/\b[A-Z][A-Za-z]{1,4}\.$/.test(text.slice(-8));

/** Whether a neighbour is a title too, so that the line between is not cut out of a paragraph. */
const isTitled = (s: Seen): boolean => isCapitals(s.text) || s.words[0]! >= 10 || s.look === "rule";

function isCapitals(text: string): boolean {
  if (text.length > 160) return false;
  let upper = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isLower(c)) return false;
    if (isUpper(c)) upper++;
  }
  return upper > 3;
}
