import { anyCase, type Pattern } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foundAt, type Placed, RESULTS, sentencesOf } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";

export const SALES: Pattern = anyCase(/\b(?:revenues?|sales)\b/);

const RATE = /\d ?(?:%|percent)/;
/** The sentences of results that give a rate. */
export const withRates: (disclosure: Disclosure) => readonly Placed[] = remembered((disclosure: Disclosure) =>
  sentencesOf(disclosure, (p) => RESULTS.has(p.part) && RATE.test(p.text)).filter((at) => RATE.test(at.sentence.text)),
);

/** One finding at the first of the places, in its words, with the lines of the others. */
export const toldAt = (
  disclosure: Disclosure,
  all: readonly { readonly at: Placed; readonly match: RegExpMatchArray }[],
  message: string,
  remedy: string,
): readonly Found[] =>
  toldOnce(
    disclosure,
    all.map(({ at, match }) => foundAt(at, match, message, remedy)),
    (first) => first,
  );
