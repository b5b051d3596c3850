import { parse } from "../../exact/decimal.ts";
import { absolute, add, isCloser, multiply, type Rational, rational, tenTo } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Sentence } from "../reading/passage.ts";
import { RESULTS } from "../reading/placed.ts";
import { remembered } from "../remembered.ts";

/** A sentence, or some in a row, with their figures. */
type Split = Pick<Sentence, "text" | "figures">;

/** What besides organic growth makes up growth as reported. */
const OTHER_PARTS =
  /\b(?:acqui\w+|divest\w+|dispos\w+|purchases? of|M&A|currenc(?:y|ies)|exchange)\b|\bpoints? (?:was|were|came) from\b/i;
/** Without such a word nothing is taken off: of rates with either sign some come to any other. */
const TAKEN_OFF =
  /\b(?:offset|headwinds?|unfavou?rabl[ey]|negative(?:ly)?|adverse(?:ly)?|declin\w+|decreas\w+|reduc\w+|lower\w*|less|minus|divest\w+|dispos\w+|net of)\b/i;
/** Nobody splits growth into more. */
const MOST = 7;

/**
 * Whether a sentence splits growth as reported into what is organic and what is not, so that the one leads to the other: "Revenue rose 6.1%, of which
 * 4.1 points came from acquisitions and 2.0 points were organic growth".
 */
export function isSplit({ text, figures }: Split): boolean {
  const rates = figures.flatMap(({ measured }: Figure) => (measured?.unit === "ratio" ? [measured] : []));
  if (rates.length < 3 || rates.length > MOST || !OTHER_PARTS.test(text)) return false;
  const mayFall = TAKEN_OFF.test(text);
  return rates.some((whole, i) =>
    sumsOf(
      rates.filter((_, j) => j !== i),
      mayFall,
    ).some((sum) => isWhole(whole, sum)),
  );
}

const ORGANIC = /\borganic/i;
/** So many sentences in a row may share a split: the whole, the one part and the other. */
const IN_A_ROW = 3;

/** The rates of what is organic that some sentence of the release, or some in a row, split growth as reported into. */
const splitRates = remembered(({ passages }: Disclosure): readonly Rational[] => {
  const all = passages
    .filter((p) => RESULTS.has(p.part) && ORGANIC.test(p.text) && OTHER_PARTS.test(p.text))
    .flatMap(({ sentences }) => sentences.flatMap((_, i) => rowsFrom(sentences.slice(i, i + IN_A_ROW))));
  return all
    .filter((one) => ORGANIC.test(one.text) && isSplit(one))
    .flatMap(ratesOf)
    .flatMap((rate) => parse(rate) ?? []);
});

/** A sentence by itself, and with those behind it: there the one rate is of the whole, and two are of its parts. */
const rowsFrom = (sentences: readonly Sentence[]): readonly Split[] =>
  sentences.flatMap((one, i) => {
    const some = sentences.slice(0, i + 1);
    if (i === 0) return one;
    const row = { text: some.map(({ text }) => text).join(" "), figures: some.flatMap(({ figures }) => figures) };
    return ratesOf(row).length === 3 && some.every(({ text }) => SALES.test(text)) ? row : [];
  });
const SALES = /\b(?:sales|revenues?)\b/i;

const ratesOf = ({ figures }: Split): readonly string[] =>
  figures.flatMap(({ text, measured }) => (measured?.unit === "ratio" ? [text] : []));

/** Behind the words for organic growth its rate stands so near. */
const RATE_BEHIND = /^[^%;]{0,60}?(\d[\d.]{0,5}) ?(?:%|percent)/i;
const RATE_BEFORE = /(\d[\d.]{0,5}) ?(?:%|percent) [^%;.]{0,20}$/i;

/** Whether the rate of organic growth, told at some words of a sentence, is one by which another sentence splits growth, or those around it do. */
export function isSplitElsewhere(text: string, { index, 0: words }: RegExpExecArray, disclosure: Disclosure): boolean {
  const end = index + words.length;
  const rate = RATE_BEHIND.exec(text.slice(end)) ?? RATE_BEFORE.exec(text.slice(Math.max(0, index - RATE_NEAR), index));
  const told = rate === null ? undefined : parse(rate[1]!);
  if (told === undefined) return false;
  // A headline tells "6%" of what the text splits as 5.9%: the rate is rounded as it is printed there.
  const digits = /\.(\d+)/.exec(rate![1]!)?.[1]?.length ?? 0;
  return splitRates(disclosure).some((one) => isCloser(one, told, rational(51n, 100n * tenTo(digits))));
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
