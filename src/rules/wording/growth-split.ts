import { absolute, add, isCloser, multiply, type Rational, rational } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import type { Sentence } from "../reading/passage.ts";

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
export function isSplit({ text, figures }: Sentence): boolean {
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
