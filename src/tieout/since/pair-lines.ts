import type { Figure } from "../figures/figure.ts";
import { align } from "./align.ts";
import type { Line } from "./line.ts";

/** A line of the earlier draft and the one it has become, by their places in the lists of lines. */
export interface LinePair {
  readonly before: number;
  readonly now: number;
  /** Whether it stands elsewhere, so that it had to be taken out of the order. */
  readonly moved: boolean;
}

interface Gap {
  readonly before: readonly number[];
  readonly now: readonly number[];
}

/** Gaps with more pairs than this are not compared word by word. */
const MOST_PAIRS = 900;
/** How many words of a line are compared. */
const MOST_WORDS = 80;

/**
 * Lays the lines of two drafts beside each other: first those that are the same to the letter, then in what is left between them those
 * with the same words, those with the same figures, and those that share most of their words. Last, what stands elsewhere.
 */
export function pairLines(
  before: readonly Line[],
  now: readonly Line[],
  figuresBefore: readonly Figure[],
  figuresNow: readonly Figure[],
): readonly LinePair[] {
  const pairs: LinePair[] = [];
  const keys: readonly ((line: Line, figures: readonly Figure[]) => string)[] = [sameText, sameWords, sameFigures];
  let gaps: readonly Gap[] = [{ before: [...before.keys()], now: [...now.keys()] }];
  for (const keyOf of keys)
    gaps = gaps.flatMap((gap) =>
      cut(
        gap,
        align(
          gap.before.map((i) => keyOf(before[i]!, figuresBefore)),
          gap.now.map((j) => keyOf(now[j]!, figuresNow)),
        ),
        pairs,
      ),
    );
  gaps = gaps.flatMap((gap) => cut(gap, alike(gap, before, now), pairs));
  for (const pair of elsewhere(gaps, before, now)) pairs.push(pair);
  return pairs.sort((a, b) => a.now - b.now);
}

const sameText = ({ kind, text }: Line): string => `${kind} ${text}`;
function sameWords({ kind, words, figures }: Line, all: readonly Figure[]): string {
  if (kind === "sentence") return words === "" ? "" : `sentence ${words}`;
  // A row without words, a line of dates or a total that says so by its rule alone, is known by what it is made of.
  return words === "" ? `row of ${figures.map((i) => all[i]!.kind).join(" ")}` : `row ${words}`;
}

const sameFigures = ({ kind, figures }: Line, all: readonly Figure[]): string =>
  figures.length === 0 ? "" : `${kind} ${figures.map((i) => all[i]!.text).join(" ")}`;

/** Keeps the matches of a gap as pairs; what lies between them are smaller gaps. */
function cut(gap: Gap, matches: readonly (readonly [number, number])[], pairs: LinePair[]): readonly Gap[] {
  const left: Gap[] = [];
  let a = 0;
  let b = 0;
  for (const [i, j] of [...matches, [gap.before.length, gap.now.length] as const]) {
    if (i > a || j > b) left.push({ before: gap.before.slice(a, i), now: gap.now.slice(b, j) });
    if (i < gap.before.length) pairs.push({ before: gap.before[i]!, now: gap.now[j]!, moved: false });
    a = i + 1;
    b = j + 1;
  }
  return left;
}

/** Matches of lines that share more than half of their words, as many as stand in one order, the more alike the better. */
function alike(gap: Gap, before: readonly Line[], now: readonly Line[]): readonly (readonly [number, number])[] {
  const n = gap.before.length;
  const m = gap.now.length;
  if (n === 0 || m === 0 || n * m > MOST_PAIRS) return [];
  const words = (line: Line): ReadonlySet<string> => new Set(line.words.toLowerCase().split(" ", MOST_WORDS));
  const ours = gap.before.map((i) => words(before[i]!));
  const theirs = gap.now.map((j) => words(now[j]!));
  const likeness = (i: number, j: number): number =>
    before[gap.before[i]!]!.kind === now[gap.now[j]!]!.kind ? overlap(ours[i]!, theirs[j]!) : 0;
  const best = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0));
  const like = ours.map((_, i) => theirs.map((_, j) => likeness(i, j)));
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const both = like[i]![j]! > 0.5 ? like[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(both, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  const matches: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (best[i]![j] === best[i + 1]![j]) i++;
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else matches.push([i++, j++]);
  }
  return matches;
}

/** The share of common words, from 0 to 1. It only orders; nothing is reckoned from it. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (word !== "" && b.has(word)) common++;
  return common / Math.max(a.size, b.size, 1);
}

/** What is left on both sides and is the same to the letter has moved; of several the first goes with the first. */
function elsewhere(gaps: readonly Gap[], before: readonly Line[], now: readonly Line[]): readonly LinePair[] {
  const waiting = new Map<string, number[]>();
  for (const gap of gaps)
    for (const i of gap.before) {
      const key = sameText(before[i]!);
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [i]);
      else list.push(i);
    }
  for (const list of waiting.values()) list.reverse();
  return gaps.flatMap((gap) =>
    gap.now.flatMap((j): readonly LinePair[] => {
      const i = waiting.get(sameText(now[j]!))?.pop();
      return i === undefined ? [] : [{ before: i, now: j, moved: true }];
    }),
  );
}
