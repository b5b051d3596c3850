import type { TextReading } from "../figures/document-figures.ts";
import { issuerStems } from "../meaning/prose-issuer.ts";
import { stem } from "../meaning/prose-lexicon.ts";

/** What a document calls its company near its top, and all words that stand there. */
export interface Issuer {
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** The stems as words to be shown. */
  readonly printed: string;
}

/** How many texts from the top, and how much of each, may name the company. */
const TEXTS = 40;
const FAR = 2000;
const WORD = /[\p{L}][\p{L}&'’.-]{0,40}/gu;

export function issuerOf(texts: readonly TextReading[]): Issuer {
  const stems = issuerStems(texts);
  const words = new Set<string>();
  for (const { block } of texts.slice(0, TEXTS))
    for (const [word] of block.block.text.text.slice(0, FAR).toLowerCase().matchAll(WORD))
      for (const part of word.split(/[-.’']/)) words.add(stem(part));
  return { stems, words, printed: [...stems].map((s) => s.slice(0, 1).toUpperCase() + s.slice(1)).join(" ") };
}

/** Whether two documents clearly are of two companies: both name theirs, and neither has a word of the other's name near its top. */
export function isOtherIssuer(a: Issuer, b: Issuer): boolean {
  if (a.stems.size === 0 || b.stems.size === 0) return false;
  return disjoint(a.stems, b.words) && disjoint(b.stems, a.words);
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const s of a) if (b.has(s)) return false;
  return true;
}
