import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isOfMoney, type Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";
import { resultRows, scaled } from "./beside-reconciliation.ts";
import { isReconciled } from "./reconciled.ts";

const AMOUNT = String.raw`[$€£] ?\(?(\d[\d.,]{0,14})\)?(?: (?:thousand|million|billion))?(?: (?:per|a) (?:[a-z]+ ){0,3}(?:share|unit))?`;
const LEFT_OUT = String.raw`(?:excluding|exclusive of|without|before|adjusted for|net of)(?: the)?(?: (?:impacts?|effects?) of)? (?!(?:income )?tax(?:es)?\b|interest\b)`;
/** "Adjusted EPS of $0.78, or $0.81 excluding the loss from hail": the amount, then what one thing more was left out of it, or the other way round. */
const SECOND = anyCase(
  new RegExp(
    String.raw`^(?:[^.;]|\.\d){0,110}?\d(?:[^.;]|\.\d){0,40}?(?:,| \(|,? (?:or|and|but)) ?(?:or |and )?(?:${AMOUNT},? (?:when )?(${LEFT_OUT}(?:[^.;]|\.\d){3,90})|(${LEFT_OUT}[^.;,$€£%\d]{3,70}),? ${AMOUNT})`,
    "d",
  ),
);
/** What was left out, with its amount: the reader can do the sum. */
const SIZED = /[$€£] ?\(?\d/;
const SIZED_BY_SHARE = anyCase(/[$€£] ?\(?\d[\d.]{0,6}\)? (?:per|a) (?:[a-z]+ ){0,3}(?:share|unit)|[$€£] ?\(?0\.\d/);
/** "Compared to $0.72, or ...": what an earlier period came to is told of in the same words. */
const IN_CENTS = /^\d{1,3}\.\d\d$/;
const WITHIN = 260;

interface Second {
  readonly figure: Figure;
  readonly words: string;
}

/**
 * A second amount of a measure of the company's own, or of cash from operating activities, with one thing more left out, told right behind the first: nothing
 * leads to it but the sum that the sentence does itself, and what was left out in millions is no part of a share. One finding for all of them.
 */
export function secondAmounts(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = disclosure.mentions.flatMap((m) => {
    if (m.ahead || !RESULTS.has(m.part) || RATIOS.has(m.family) || m.family === "revenue" || isOfPart(m)) return [];
    if (m.basis === "GAAP" && m.family !== "operating-cash-flow") return [];
    const second = secondOf(m, disclosure);
    // Of what is not reconciled at all another finding tells.
    if (second === undefined || (m.basis === "non-GAAP" && !isReconciled(m, disclosure))) return [];
    return [{ ...m, second }];
  });
  return toldOnce(disclosure, shown, (m) => ({
    message: `${quoted(m.name)} is given a second time ${quoted(m.second.words)} (${m.second.figure.text}), and no table or sentence leads to that amount.`,
    remedy: "Reconcile this amount as well, with what it leaves out in the same terms, or leave it out.",
    figures: [m.second.figure.id, ...idsOf([m])],
  }));
}

function secondOf({ sentence, to }: Mention, disclosure: Disclosure): Second | undefined {
  const match = SECOND.exec(sentence.slice(to, to + WITHIN));
  if (match === null) return undefined;
  const text = match[1] ?? match[4]!;
  const words = match[2] ?? match[3]!;
  if ((IN_CENTS.test(text) ? SIZED_BY_SHARE : SIZED).test(words)) return undefined;
  const all = disclosure.passages.flatMap((p) => p.sentences.flatMap((s) => (s.text === sentence ? s.figures : [])));
  const figure = all.find((f) => f.text.includes(text) && f.measured !== undefined && isOfMoney(f.measured.unit));
  return figure === undefined || isPrinted(figure, disclosure)
    ? undefined
    : { figure, words: words.replace(ENDS, "").trim() };
}
/** Where the words of what is left out end. */
const ENDS =
  /,? (?:was|were|compared|versus|up|down|(?:for|in) the (?:quarter|year|first|second|third|fourth|prior|same|three|six|nine|twelve)|and|or|which|resulting)\b.*$/i;

const isPrinted = (figure: Figure, disclosure: Disclosure): boolean => {
  const alike = scaled(figure.measured!, false);
  return resultRows(disclosure).some((r) =>
    r.figures.some((f) => f.text === figure.text || alike.some((amount) => isSameAmount(f, amount))),
  );
};
