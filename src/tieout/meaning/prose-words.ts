import type { Atom } from "./prose-atom.ts";
import { AGAINST, CAUSE, direction, STOP, stem, stemsOf } from "./prose-lexicon.ts";

/** The words that name a measure: as printed, in order, and by stem. */
export interface Words {
  readonly printed: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** Stems written with a capital inside the sentence: names of segments, products, places. */
  readonly names: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
export const NO_WORDS: Words = { printed: [], stems: NOTHING, names: NOTHING };

/** Most sentences name nothing with a capital, and a set of its own for each would be larger than all their words. */
const kept = (set: ReadonlySet<string>): ReadonlySet<string> => (set.size === 0 ? NOTHING : set);

/** The naming words among the atoms from `from` to `to`. */
export function wordsOf(atoms: readonly Atom[], from: number, to: number): Words {
  const printed: string[] = [];
  const stems = new Set<string>();
  const names = new Set<string>();
  for (let i = from; i < to; i++) {
    const a = atoms[i]!;
    if (a.kind !== "word" || isPlain(a.text)) continue;
    printed.push(a.text);
    for (const s of stemsOf(a.text)) {
      stems.add(s);
      if (a.capital && i > 0) names.add(s);
    }
  }
  return { printed: printed.slice(), stems: kept(stems), names: kept(names) };
}

const isPlain = (word: string): boolean =>
  STOP.has(word) ||
  CAUSE.has(word) ||
  AGAINST.has(word) ||
  direction(word) !== 0 ||
  word.endsWith("ly") ||
  STOP.has(stem(word));

const ENDS = new Set("compared compares versus vs against while whereas excluding which that".split(" "));
/** How many naming words behind a figure are taken: further ones belong to something else. */
const MOST = 6;

/**
 * The naming words behind a figure, up to a comma, a bracket, a comparison, a cause, or a period: "in cash flow from
 * operations", "of restructuring charges".
 */
export function wordsBehind(atoms: readonly Atom[], from: number, to: number): Words {
  let end = from;
  let words = 0;
  while (end < to && words < MOST) {
    const a = atoms[end]!;
    if (a.kind !== "word" || ENDS.has(a.text) || CAUSE.has(a.text)) break;
    if (!isPlain(a.text)) words++;
    end++;
  }
  return wordsOf(atoms, from, end);
}

export const union = (a: Words, b: Words): Words =>
  b.printed.length === 0
    ? a
    : {
        printed: [...a.printed, ...b.printed],
        stems: new Set([...a.stems, ...b.stems]),
        names: b.names.size === 0 ? a.names : new Set([...a.names, ...b.names]),
      };

/** How many stems of `a` are not in `b`. */
export function news(a: Words, b: Words): number {
  let n = 0;
  for (const s of a.stems) if (!b.stems.has(s)) n++;
  return n;
}
