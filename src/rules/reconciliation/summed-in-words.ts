import { absolute, add, isCloser, multiply, rational, subtract } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { isComparable } from "../names/comparable.ts";
import { anyCase } from "../pattern.ts";
import { digitsOf } from "../reading/digits.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import type { Passage } from "../reading/passage.ts";

/** Words by which a sentence tells of what lies between the two. */
const LEAVES_OUT = anyCase(/\b(?:exclud\w+|includ\w+|without|before|net of|adjust(?:ed|ing) for|adding back)\b/);

const NOMINAL = anyCase(/\b(?:gross|principal|notional|nominal|funded)\b/);
const CASH = /\bcash\b|\bexclud\w+|\bnet of\b/i;

/**
 * Whether a passage gives the measure under GAAP, the company's own, and an item or two that come to what lies between them: "Gross profit was
 * $237.6 million. Adjusted gross profit, which excludes $1.4 million of inventory step-up, was $239.0 million". Between two ratios lie points.
 */
export function isSummedInWords(own: Mention, { sentences }: Passage): boolean {
  const to = own.figures.find((f) => isMoney(f) || f.kind === "percent");
  // What debt is net of has a name of its own: beside the two amounts that of the cash says what lies between them.
  const tells = own.family === "net-debt" ? CASH : LEAVES_OUT;
  if (to?.measured === undefined || !sentences.some(({ text }) => tells.test(text))) return false;
  const mentions = sentences.flatMap((s) => s.mentions);
  // What is owed by its nominal amount is no line of the balance sheet.
  const isCounterpart = (m: Mention): boolean =>
    m.basis === "GAAP" && isComparable(own.family, m.family) && !(tells === CASH && NOMINAL.test(m.name));
  // The amounts of other measures are no items.
  const others = mentions.filter((m) => m.family !== own.family && !isCounterpart(m)).flatMap(({ figures }) => figures);
  const isAlike = ({ measured }: Figure): boolean => measured?.unit === to.measured!.unit;
  const gaap = mentions.filter(isCounterpart).flatMap(({ figures }) => figures.filter(isAlike));
  const items = sentences
    .filter(({ text }) => tells.test(text))
    .flatMap(({ figures }) => figures)
    .filter((f) => isAlike(f) && f !== to && f.kind !== "percent" && !others.includes(f))
    .slice(0, MOST);
  if (gaap.some((from) => liesInPoints(from, to, sentences))) return true;
  return gaap.some((from) =>
    items.some(
      (one, i) =>
        one !== from &&
        (liesBetween(from, to, [one]) ||
          items.slice(i + 1).some((other) => other !== from && liesBetween(from, to, [one, other]))),
    ),
  );
}
/** "The recovery contributed 1,240 basis points": in any sentence beside both margins, printed in points of a hundredth, it is no chance. */
function liesInPoints({ measured: from }: Figure, { measured: to }: Figure, sentences: Passage["sentences"]): boolean {
  if (from?.unit !== "ratio" || to?.unit !== "ratio" || from === to) return false;
  const apart = multiply(absolute(subtract(to.value, from.value)), POINTS);
  const bound = multiply(to.quantum, POINTS);
  return sentences.some(({ figures }) =>
    figures.some(
      (f) => f.measured?.unit === "bp" && digitsOf(f).length > 2 && isCloser(apart, absolute(f.measured.value), bound),
    ),
  );
}
const POINTS = rational(10_000n);
/** Nobody sums up more in a sentence, and of many amounts some two would come to any third. */
const MOST = 6;

/** Whether items come to what lies between two amounts, as finely as these are printed. */
function liesBetween(from: Figure, to: Figure, items: readonly Figure[]): boolean {
  const [first, last]: readonly [Measured, Measured] = [from.measured!, to.measured!];
  const sum = items.map(({ measured }) => absolute(measured!.value)).reduce(add);
  const bound = multiply(last.quantum, rational(3n, 2n));
  return isCloser(absolute(subtract(last.value, first.value)), sum, bound);
}
