import type { Figure } from "../figures/figure.ts";
import type { NumberToken, Token } from "../lex/token.ts";
import { direction, LIGHT } from "../meaning/prose-lexicon.ts";
import { type Span, sentences } from "../meaning/sentence.ts";
import { type Line, type Scene, tokensWithin } from "./scene.ts";

/** Two amounts of one unit that a sentence prints as the ends of a range, in the order of the print. */
export interface PrintedRange {
  readonly first: End;
  readonly second: End;
  /** "between" and "range" where such a word stands before it or a move goes on from it; "plain" where only the sign or the word between the two says so. */
  readonly cue: "between" | "range" | "plain";
}

export interface End {
  readonly figure: number;
  readonly token: NumberToken;
}

/** A sentence with the ranges it prints, in order. */
export interface Ranged {
  readonly line: Line;
  readonly sentence: Span;
  readonly ranges: readonly PrintedRange[];
}

const KINDS: ReadonlySet<string> = new Set(["amount", "per-share", "percent", "basis-points", "percentage-points"]);
const HEDGE = `(?:approximately |about |around |roughly |nearly )?`;
const TO = new RegExp(String.raw`^\s?(?:to|-|–|—|‑|--|through)\s?${HEDGE}$`, "i");
const AND = new RegExp(String.raw`^\s?and\s${HEDGE}$`, "i");
const BETWEEN = new RegExp(String.raw`\bbetween\s${HEDGE}$`, "i");
const RANGE = new RegExp(String.raw`\brang(?:e|es|ing)(?: of| from|:)?(?: between)?\s${HEDGE}$`, "i");
/** "From $2 to $10" tells of a move, unless another range follows ("from $2 to $3 to $4 to $5"); "by $2 to $10" always does. */
const FROM = new RegExp(String.raw`\bfrom (?:a |the )?${HEDGE}$`, "i");
const BY = new RegExp(String.raw`\bby (?:a |an |the )?${HEDGE}$`, "i");
const ON_TO = /^[\s,)]{0,3}(?:[a-z-]+ ){0,4}?to (?:[a-z-]+ ){0,5}$/i;
const LONGEST_STEP = 60;
/** How far before a figure its cue is looked for, and how long what stands between two ends may be. */
const BEFORE = 40;
const BETWEEN_ENDS = 24;

/** All sentences of paragraphs and headings that print a range. */
export function rangedSentences(scene: Scene): readonly Ranged[] {
  const found: Ranged[] = [];
  for (const line of scene.lines) {
    if (line.column !== undefined || line.tokens.length < 2) continue;
    for (const sentence of sentences(line.text)) {
      const ranges = rangesOf(line, tokensWithin(line, sentence), sentence, scene);
      if (ranges.length > 0) found.push({ line, sentence, ranges });
    }
  }
  return found;
}

function rangesOf(line: Line, tokens: readonly Token[], sentence: Span, scene: Scene): readonly PrintedRange[] {
  const ranges: PrintedRange[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const [a, b] = [endOf(tokens[i - 1]!, scene), endOf(tokens[i]!, scene)];
    if (a === undefined || b === undefined || unitOf(scene.figures[a.figure]!) !== unitOf(scene.figures[b.figure]!))
      continue;
    const cue = cueOf(line.text, a.token, b.token, tokens[i + 1], sentence);
    if (cue === undefined) continue;
    // What moves to $10 does not begin a range there.
    i++;
    if (cue !== "move") ranges.push({ first: a, second: b, cue });
  }
  return ranges;
}

function endOf(token: Token, scene: Scene): End | undefined {
  const figure = token.kind === "number" && token.written === "digits" ? scene.figureOf.get(token) : undefined;
  if (figure === undefined || !KINDS.has(scene.figures[figure]!.kind)) return undefined;
  return { figure, token: token as NumberToken };
}

export const unitOf = ({ measured }: Figure): string => measured!.unit;

function cueOf(
  text: string,
  a: NumberToken,
  b: NumberToken,
  next: Token | undefined,
  sentence: Span,
): PrintedRange["cue"] | "move" | undefined {
  const [from, to] = [a.outer.to, b.outer.from];
  if (to - from > BETWEEN_ENDS || to < from) return undefined;
  const middle = text.slice(from, to);
  const before = text.slice(Math.max(sentence.from, a.outer.from - BEFORE), a.outer.from);
  const between = BETWEEN.test(before);
  if (between && (AND.test(middle) || TO.test(middle))) return "between";
  if (!TO.test(middle)) return undefined;
  if (RANGE.test(before)) return "range";
  if (FROM.test(before)) return next !== undefined && goesOn(text, b, next) ? "range" : "move";
  return BY.test(before) || isMoved(before) ? "move" : "plain";
}

const goesOn = (text: string, { outer }: NumberToken, next: Token): boolean => {
  const to = next.kind === "number" ? next.outer.from : next.from;
  return to - outer.to <= LONGEST_STEP && ON_TO.test(text.slice(outer.to, to));
};

/** Whether a word of direction stands right before the figure: "increased $5 million to $20 million". */
function isMoved(before: string): boolean {
  const words = before.toLowerCase().match(/[a-z]+/g) ?? [];
  for (let i = words.length - 1; i >= 0; i--) {
    if (direction(words[i]!) !== 0) return true;
    if (words[i] !== "of" && !LIGHT.has(words[i]!)) return false;
  }
  return false;
}
