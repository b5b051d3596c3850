import { absolute, add, isCloser, multiply, type Rational, rational } from "../../exact/rational.ts";
import type { Measured } from "../../tieout/figures/figure.ts";
import { anyCase } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Passage, Sentence } from "../reading/passage.ts";
import { RESULTS } from "../reading/placed.ts";
import { isRoundedTo } from "../reading/same-amount.ts";
import { remembered } from "../remembered.ts";

/** A sentence, or some in a row, with their figures. */
type Split = Pick<Sentence, "text" | "figures">;

/** What besides organic growth makes up growth as reported. */
const OTHER_PARTS = anyCase(
  /\b(?:acqui\w+|divest\w+|dispos\w+|purchases? of|m&a|currenc(?:y|ies)|exchange)\b|\bpoints? (?:was|were|came) from\b/,
);
/** Without such a word nothing is taken off: of rates with either sign some come to any other. */
const TAKEN_OFF = anyCase(
  /\b(?:offset|headwinds?|unfavou?rabl[ey]|negative(?:ly)?|adverse(?:ly)?|declin\w+|decreas\w+|reduc\w+|lower\w*|less|minus|divest\w+|dispos\w+|net of)\b/,
);
/** Nobody splits growth into more. */
const MOST = 7;

/**
 * Whether a sentence splits growth as reported into what is organic or without currency and what is not, so that the one leads to the other: "Revenue rose 6.1%, of which
 * 4.1 points came from acquisitions and 2.0 points were organic growth". The amounts of the growth split it as well.
 */
const isSplit = (one: Split): boolean =>
  OTHER_PARTS.test(one.text) &&
  [ratesOf(one), moneyOf(one)].some(
    (parts) =>
      parts.length >= LEAST &&
      parts.length <= MOST &&
      parts.some((whole, i) => isSumOf(whole, parts.toSpliced(i, 1), TAKEN_OFF.test(one.text))),
  );

/** The whole, and two parts of it. */
const LEAST = 3;
const isSumOf = (whole: Measured, parts: readonly Measured[], mayFall: boolean): boolean =>
  sumsOf(parts, mayFall).some((sum) => isWhole(whole, sum));

/** What exchange rates have done to growth is called so. */
const EFFECT = anyCase(/\b(?:impacts?|effects?|benefits?|headwinds?|tailwinds?|points?|(?:un)?favou?rabl[ey])\b/);

/** Whether a sentence splits growth as reported into that without currency and what exchange rates have done to it. */
export const isSplitByCurrency = (one: Split): boolean => EFFECT.test(one.text) && isSplit(one);

const ORGANIC = anyCase(/\borganic/);
/** So many sentences in a row may share a split: the whole, the one part and the other. */
const IN_A_ROW = 3;

/** The rates of what is organic that some sentence of the release, or some in a row, split growth as reported into. */
const splitRates = remembered(({ passages }: Disclosure): readonly Measured[] =>
  passages.filter((p) => RESULTS.has(p.part)).flatMap((p) => splitsIn(p).flatMap(ratesOf)),
);

/** The sentences of a paragraph, and those in a row, that split growth as reported into what is organic and what is not. */
const splitsIn = ({ text, sentences }: Passage): readonly Split[] =>
  ORGANIC.test(text) && OTHER_PARTS.test(text)
    ? sentences
        .flatMap((_, i) => rowsFrom(sentences.slice(i, i + IN_A_ROW)))
        .filter((one) => ORGANIC.test(one.text) && isSplit(one))
    : [];

/** Whether a paragraph splits growth so: what else is organic in it is told in the same way, and a reader sees what the word means. */
export const isSplitIn = (passage: Passage): boolean => splitsIn(passage).length > 0;

/** A sentence by itself, and with those behind it: there the one rate is of the whole, and two are of its parts. */
const rowsFrom = (sentences: readonly Sentence[]): readonly Split[] =>
  sentences.flatMap((one, i) => {
    const some = sentences.slice(0, i + 1);
    if (i === 0) return one;
    const row = { text: some.map(({ text }) => text).join(" "), figures: some.flatMap(({ figures }) => figures) };
    const isOne = ratesOf(row).length === LEAST || moneyOf(row).length === LEAST;
    return isOne && some.every(({ text }) => GROWS.test(text)) ? row : [];
  });
const GROWS = anyCase(/\b(?:sales|revenues?|growth)\b/);

const ratesOf = ({ figures }: Split): readonly Measured[] =>
  figures.flatMap(({ measured }) => (measured?.unit === "ratio" ? [measured] : []));

const moneyOf = ({ figures }: Split): readonly Measured[] =>
  figures.flatMap(({ kind, measured }) => (kind === "amount" && measured !== undefined ? [measured] : []));

/** Behind the words for organic growth its rate stands so near. */
const RATE_BEHIND = anyCase(/^[^%;]{0,60}?(\d[\d.]{0,5}) ?(?:%|percent)/d);
const RATE_BEFORE = anyCase(/(\d[\d.]{0,5}) ?(?:%|percent) [^%;.]{0,20}$/d);

/**
 * Whether the rate of organic growth, told at some words of a sentence, is one by which another sentence splits growth, or those around it do: "6%" in a
 * headline is the 5.9% of a paragraph.
 */
export function isSplitElsewhere(
  { text, figures }: Split,
  { index, 0: words }: RegExpExecArray,
  disclosure: Disclosure,
): boolean {
  const end = index + words.length;
  const rate = RATE_BEHIND.exec(text.slice(end)) ?? RATE_BEFORE.exec(text.slice(Math.max(0, index - RATE_NEAR), index));
  const told = rate && figures.find((f) => f.text === rate[1] && f.measured?.unit === "ratio")?.measured;
  return told ? splitRates(disclosure).some(({ value }) => isRoundedTo(value, told)) : false;
}
const RATE_NEAR = 40;

const isWhole = ({ value, quantum }: Measured, sum: Rational): boolean =>
  isCloser(absolute(value), absolute(sum), multiply(quantum, rational(3n, 2n)));

/** What two or more of the rates come to, each added or, where some may be, taken off. */
function sumsOf(rates: readonly Measured[], mayFall: boolean): readonly Rational[] {
  const all = rates.reduce<readonly { readonly sum: Rational; readonly count: number }[]>(
    (sums, { value }) =>
      sums.flatMap(({ sum, count }) => [
        { sum, count },
        { sum: add(sum, value), count: count + 1 },
        ...(mayFall ? [{ sum: add(sum, multiply(value, rational(-1n))), count: count + 1 }] : []),
      ]),
    [{ sum: rational(0n), count: 0 }],
  );
  return all.filter(({ count }) => count === rates.length).map(({ sum }) => sum);
}
