import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";

// What stands beside a measure is asked for as often as it is named: whoever walked all passages each time would walk a long list squared.

const mentionsByBlock = remembered((mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> => {
  const found = new Map<number, Mention[]>();
  for (const m of mentions) {
    const before = found.get(m.block);
    if (before === undefined) found.set(m.block, [m]);
    else before.push(m);
  }
  return found;
});

/** Those of the mentions that stand in a block, in reading order. */
export const mentionsAt = (block: number, mentions: readonly Mention[]): readonly Mention[] =>
  mentionsByBlock(mentions).get(block) ?? [];

const passagesByBlock = remembered(
  ({ passages }: Disclosure): ReadonlyMap<number, Passage> =>
    new Map(passages.toReversed().map((passage) => [passage.block, passage])),
);

/** The passage of a block; undefined where a table stands. */
export const passageAt = (block: number, disclosure: Disclosure): Passage | undefined =>
  passagesByBlock(disclosure).get(block);

const sentencesByText = remembered(
  ({ sentences }: Passage): ReadonlyMap<string, number> =>
    new Map(sentences.map(({ text }, i) => [text, i] as const).toReversed()),
);

/** The place of a sentence among those of its passage, from 0; -1 where it is none of them. */
export const sentenceAt = (text: string, passage: Passage): number => sentencesByText(passage).get(text) ?? -1;
