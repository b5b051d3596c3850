import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import type { Disclosure } from "./disclosure.ts";
import { type Passage, placeIn, type Sentence } from "./passage.ts";

/** The parts of a release whose prose tells of results; what defines, cautions or guides is none. */
export const RESULTS: ReadonlySet<string> = new Set(["headline", "results", "quotation"]);
/** The parts that tell of results or of what is to come. */
export const TELLING: ReadonlySet<string> = new Set([...RESULTS, "guidance"]);

/** The block of the first statement; behind all where the release has none. */
export const statementAt: (disclosure: Disclosure) => number = remembered(
  ({ tables }: Disclosure) => tables.find((t) => t.kind === "statement")?.block ?? Number.POSITIVE_INFINITY,
);

export interface Placed {
  readonly passage: Passage;
  readonly sentence: Sentence;
}

/** The sentences of the passages that are wanted, or of all, in reading order. */
export function sentencesOf({ passages }: Disclosure, wanted?: (passage: Passage) => boolean): readonly Placed[] {
  const all = placedIn(passages);
  if (wanted === undefined) return all;
  let last: Passage | undefined;
  let isWanted = false;
  return all.filter(({ passage }) => {
    if (passage !== last) isWanted = wanted(passage);
    last = passage;
    return isWanted;
  });
}

const placedIn = remembered((passages: readonly Passage[]): readonly Placed[] =>
  passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence }))),
);

/** A finding at the words that a pattern has found in a sentence. */
export function foundAt(
  { passage, sentence }: Placed,
  match: RegExpMatchArray,
  message: string,
  remedy: string,
): Found {
  const from = match.index ?? 0;
  const place = placeIn(passage, sentence, from, from + match[0].length);
  const figures = sentence.figures.filter((f) => f.measured !== undefined).slice(0, 1);
  return { ...place, message, remedy, figures: figures.map((f) => f.id) };
}

/** The place alone of what has more. */
export const at = ({
  start,
  end,
}: {
  readonly start: number;
  readonly end: number;
}): { start: number; end: number } => ({
  start,
  end,
});
