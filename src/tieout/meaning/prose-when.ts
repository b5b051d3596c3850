import type { DateToken, PeriodToken } from "../lex/token.ts";
import { type Atom, isWord, type WhenAtom } from "./prose-atom.ts";
import { type Back, backAt } from "./prose-back.ts";
import { AGAINST } from "./prose-lexicon.ts";
import type { Mention } from "./prose-role.ts";

/** What the words around a figure say of its time. */
export interface When {
  /** The period phrases and dates that belong to it, in order; empty where none stands near. */
  readonly tokens: readonly (PeriodToken | DateToken)[];
  /** How it lies to the period that is being reported: a year before, a quarter before, at the last year's end. */
  readonly back: Back | undefined;
}

export const NO_TIME: When = { tokens: [], back: undefined };

const COMPARISON = new Set("compared compares from over versus vs against than relative".split(" "));

/** How many words may stand between a comparison and the period it names. */
const REACH = 6;

/**
 * Where the first period stands that something is compared with: what stands in front is what the sentence speaks of. The end
 * of the sentence where there is none; a comparison that opens it ("Compared to 2023, ...") does not count.
 */
export function comparisonAt(atoms: readonly Atom[]): number {
  let compared = -1;
  for (let i = 0; i < atoms.length; i++) {
    const a = atoms[i]!;
    if (a.kind === "word" && COMPARISON.has(a.text)) compared = i;
    if (a.kind === "when" && compared >= 0 && i - compared <= REACH) return compared;
  }
  return atoms.length;
}

/** The time of the figure itself: behind it in its own clause, or else before it behind its comparison. */
export function whenOf(atoms: readonly Atom[], m: Mention): When {
  const from = openingOf(atoms, m.atom + 1, m.to);
  const behind = read(atoms, from, endOfClause(atoms, from, m.to));
  if (behind.tokens.length > 0 || behind.back !== undefined) return behind;
  return read(atoms, Math.min(m.start, m.atom), m.atom);
}

const PREPOSITIONS = new Set("in for during at as".split(" "));

/** A bracket that closes and a comma belong to the figure where its time follows: "(0.02), in the quarter before". */
function openingOf(atoms: readonly Atom[], from: number, to: number): number {
  let i = from;
  const isAside = (a: Atom | undefined): boolean =>
    a?.kind === "mark" ? a.text !== ";" && a.text !== ":" : isWord(a, "diluted") || isWord(a, "basic");
  while (i < to && i < from + 5 && isAside(atoms[i])) i++;
  return i < to && PREPOSITIONS.has(wordAt(atoms, i)) ? i : from;
}

/** What a growth or a change is measured against: behind "from", "over", "compared to", or an adverb. */
export function againstOf(atoms: readonly Atom[], m: Mention): When {
  let open = false;
  for (let i = m.atom + 1; i < m.to; i++) {
    const a = atoms[i]!;
    if (a.kind === "word" && (COMPARISON.has(a.text) || AGAINST.has(a.text))) open = true;
    if (a.kind === "mark" && (a.text === ";" || (a.text === "," && open))) break;
    const back = backAt(atoms, i, m.to);
    if (back !== undefined) return { tokens: open ? whensIn(atoms, m.atom + 1, m.to) : [], back };
    if (open && a.kind === "when") return { tokens: whensIn(atoms, i, m.to), back: undefined };
  }
  const before = read(atoms, m.start, m.atom);
  return { tokens: [], back: before.back };
}

/** The clause ends at a comma, a semicolon, a comparison, or an "and" that no second date follows. */
function endOfClause(atoms: readonly Atom[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const a = atoms[i]!;
    if (a.kind === "mark" && a.text !== "(" && a.text !== ")" && a.text !== "-") return i;
    if (a.kind !== "word") continue;
    if (COMPARISON.has(a.text) || a.text === "while" || a.text === "whereas") return i;
    if (a.text === "and" && !(atoms[i - 1]?.kind === "when" && atoms[i + 1]?.kind === "when")) return i;
  }
  return to;
}

function read(atoms: readonly Atom[], from: number, to: number): When {
  let back: Back | undefined;
  for (let i = from; i < to && back === undefined; i++) back = backAt(atoms, i, to);
  return { tokens: whensIn(atoms, from, to), back };
}

const isWhen = (a: Atom): a is WhenAtom => a.kind === "when";

const whensIn = (atoms: readonly Atom[], from: number, to: number): readonly (PeriodToken | DateToken)[] =>
  atoms
    .slice(from, to)
    .filter(isWhen)
    .map((a) => a.token);

const wordAt = (atoms: readonly Atom[], i: number): string => {
  const a = atoms[i];
  return a?.kind === "word" ? a.text : "";
};
