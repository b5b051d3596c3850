import { samePeriod } from "../../calendar/period.ts";
import { absolute, compare, multiply, type Rational, rational } from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Sentence } from "../reading/passage.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { BEFORE } from "./after-tax.ts";

const PRE_TAX = anyCase(
  /\bpre-?tax (?:[a-z-]+ ){0,4}?(?:charges?|gains?|loss(?:es)?|costs?|expenses?|items?|impairments?)\b/,
);
/** What stands between an amount and what it is for a share: " million, or $". */
const OR_PER_SHARE = anyCase(/^\)? ?(?:[mb]illion)?,? (?:or|and) [($€£-]{0,3}$/);
/** A line for the tax itself, whatever it is on. */
const OF_TAX = anyCase(
  /\btax(?:es)?\b(?! (?:settlement|matter|audit|dispute|reform|credit|receivable|litigation)s?\b)/,
);

/** An item of which a sentence says what it was before tax, and what for a share. */
interface Told {
  readonly amount: Figure;
  readonly share: Figure;
}

/**
 * Lines of a reconciliation that have for a share what a sentence says of a charge or a gain before tax, and a smaller amount than that sentence: the tax has
 * gone out of the line, and no line has it (C&DI 102.11). One finding for all of them.
 */
export function toldBeforeTax(disclosure: Disclosure): readonly Found[] {
  const told = sentencesOf(disclosure, ({ part }) => RESULTS.has(part) || part === "definitions").flatMap(
    ({ sentence }) => (says(PRE_TAX, sentence.text) ? pairsIn(sentence) : []),
  );
  if (told.length === 0) return [];
  const all = disclosure.tables
    .filter(({ kind, rows }) => kind === "reconciliation" && !rows.some(({ label }) => says(OF_TAX, label)))
    .flatMap(({ table, rows }) =>
      rows
        .filter(({ named }) => named === undefined)
        .flatMap((row) => {
          const left = told.flatMap((one) => leftIn(row, one));
          return left.length === 0 ? [] : [{ ...row, table, ...left[0]! }];
        }),
    );
  return toldOnce(disclosure, all, ({ table, label, left, amount }) => ({
    message: `Table ${table} shows ${quoted(label)} after tax: its amount is ${left.text}, and the text has ${amount.text} before tax for the same amount per share; the tax on it is no line of the reconciliation.`,
    remedy: BEFORE,
    figures: [left.id, amount.id],
  }));
}

/** Each amount of a sentence that goes on with what it is for a share: "$18 million, or $0.02 per share". */
function pairsIn({ text, figures }: Sentence): readonly Told[] {
  let from = 0;
  const placed = figures.flatMap((figure) => {
    const at = text.indexOf(figure.text, from);
    if (at < 0) return [];
    from = at + figure.text.length;
    return [{ figure, at, end: from }];
  });
  return placed.flatMap(({ figure, end }, i) => {
    const next = placed[i + 1];
    const isPair = next !== undefined && isMoney(figure) && isPerShare(next.figure, text.slice(next.at));
    return isPair && OR_PER_SHARE.test(text.slice(end, next.at)) ? [{ amount: figure, share: next.figure }] : [];
  });
}
const isPerShare = ({ measured }: Figure, behind: string): boolean =>
  measured !== undefined && /^[\d.]+\)? (?:per|a) (?:diluted )?share\b/.test(behind);

/** The amount that a row has beside the same amount per share, where it is what a tax of some percent leaves of the one before tax. */
const leftIn = ({ figures }: RuleRow, { amount, share }: Told): readonly { left: Figure; amount: Figure }[] =>
  figures
    .filter((f) => f.kind === "per-share" && isPrintedAs(f, share))
    .flatMap(({ period }) =>
      figures.filter(
        (f) =>
          f.kind === "amount" &&
          isMoney(f) &&
          (f.period === undefined || period === undefined || samePeriod(f.period, period)) &&
          isLeftOf(absolute(f.measured!.value), absolute(amount.measured!.value)),
      ),
    )
    .map((left) => ({ left, amount }));
const isPrintedAs = (f: Figure, share: Figure): boolean =>
  f.measured !== undefined && isSameAmount({ measured: { ...share.measured!, unit: f.measured.unit } }, f.measured);

/** So much of it the tax takes at least, and at most. */
const LEAST_LEFT = rational(55n, 100n);
const MOST_LEFT = rational(92n, 100n);
const isLeftOf = (left: Rational, whole: Rational): boolean =>
  compare(left, multiply(whole, LEAST_LEFT)) >= 0 && compare(left, multiply(whole, MOST_LEFT)) <= 0;
