import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsTelling } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { hasOwnRevenue, isAmountPrinted, leftOut } from "../reading/revenue-without.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

/** What is printed of it alone is held against what it grew to: growth without currency has a rule of its own. */
const OTHER_RULE = anyCase(/\bcurrenc|\bexchange|\bfx\b|\borganic/);
/** How near to its name stands what says so. */
const NEAR = 80;
/** Amounts of fewer digits are those of some line or other by chance. */
const DIGITS = 3;

/**
 * Amounts of revenue on a basis of the company's own, where no table has revenue on such a basis, none prints the amount, and what is left out is an amount
 * of no table and no sentence: nothing leads to it from revenue as reported. One finding at the first, with the lines of the others.
 */
export function ownRevenueUnled(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.mentions.filter((m) => isOwnAmount(m));
  if (all.length === 0 || !isComplete(disclosure) || disclosure.tables.some(hasOwnRevenue)) return [];
  return toldOnce(
    disclosure,
    all.filter((m) => !isLed(m, disclosure)),
    (m) => ({
      message: `${quoted(m.name)} on a basis of the company's own is given, and no table or sentence reconciles it with revenue as reported.`,
      remedy: "Add a reconciliation that begins with revenue as reported and names each adjustment with its amount.",
      figures: idsOf([m]),
    }),
  );
}

/** "Service revenue, which excludes spare parts": a word of a kind before it makes it a part of revenue, and no other basis. */
const isOfAll = ({ sentence, from, name }: Mention): boolean => {
  const before = WORD.exec(sentence.slice(Math.max(0, from - NEAR), from))?.[1];
  return before === undefined || says(OF_NO_KIND, before) || !/^(?:revenues?|sales)\b/.test(inSmall(name));
};
const WORD = /([\p{L}\d’'-]+) $/u;
const OF_NO_KIND = anyCase(
  /^(?:adjusted|non-gaap|core|underlying|pro-?forma|forma|normali[sz]ed|comparable|total|net|consolidated|company|group|our|the|its|and|or|while|quarter|quarterly|annual|year|reported|of|in)$/,
);

const isOwnAmount = (m: Mention): boolean =>
  m.family === "revenue" &&
  m.basis === "non-GAAP" &&
  !m.ahead &&
  isShown(m) &&
  !isOfPart(m) &&
  isMoney(m.figures[0]!) &&
  isOfAll(m) &&
  !OTHER_RULE.test(m.sentence.slice(Math.max(0, m.from - NEAR), m.to + NEAR));

/** "Revenue excluding $4.7 million of credits", "$202 million ($197 million plus $5 million of credits)": the sentence leads to it. */
const LEADS = anyCase(
  /\b(?:excluding|exclusive of|without|net of|before|plus|less|minus|adding)\b[^.;]{0,40}[$€£] ?\d/,
);

function isLed(m: Mention, disclosure: Disclosure): boolean {
  if (LEADS.test(m.sentence)) return true;
  const left = leftOut(m);
  if (left !== undefined && isAmountPrinted(left.key.split(" "), disclosure)) return true;
  const [amount] = m.figures;
  return (
    digitsTelling(amount!).length >= DIGITS &&
    disclosure.tables.some((t) => t.rows.some((r) => r.figures.some((f) => isSameAmount(f, amount!.measured!))))
  );
}
