import type { TextReading } from "../figures/document-figures.ts";
import type { Figure } from "../figures/figure.ts";
import { type Atom, atomsOf, type Placed } from "../meaning/prose-atom.ts";
import { sentencesOf } from "../meaning/sentence.ts";

/** A sentence in its smallest pieces. */
export interface WholeSentence {
  readonly paragraph: number;
  readonly text: string;
  /** Where it begins in its paragraph, from where its atoms count. */
  readonly from: number;
  readonly atoms: readonly Atom[];
}

/** A longer sentence is a table run together. */
const MOST_ATOMS = 400;

/** The sentences of a text that have figures. The text is taken apart once, however many sentences it has. */
export function atomSentences(reading: TextReading, figures: readonly Figure[]): readonly WholeSentence[] {
  if (reading.figures.length === 0) return [];
  const { text } = reading.block.block.text;
  const all = atomsOf(text, placedOf(reading, figures));
  const found: WholeSentence[] = [];
  let i = 0;
  for (const { from, to } of sentencesOf(reading.block.block.text)) {
    while (i < all.length && all[i]!.from < from) i++;
    const first = i;
    let measured = 0;
    while (i < all.length && all[i]!.to <= to) if (all[i++]!.kind === "figure") measured++;
    if (measured > 0 && i - first <= MOST_ATOMS)
      found.push({ paragraph: reading.paragraph, text: text.slice(from, to), from, atoms: all.slice(first, i) });
  }
  return found;
}

/** The tokens of a text, with the figures that measure something. */
function placedOf(reading: TextReading, figures: readonly Figure[]): readonly Placed[] {
  const made = new Map<unknown, number>();
  for (const f of reading.figures) if (figures[f]!.measured !== undefined) made.set(figures[f]!.token, f);
  return reading.block.tokens.map((token): Placed => ({ token, figure: made.get(token) }));
}
