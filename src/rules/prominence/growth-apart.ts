import { anyCase, findAll, type Pattern, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { passageAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import { type Passage, placeIn, type Sentence } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { exceptedFrom } from "../reconciliation/guidance-exception.ts";
import type { Found } from "../rule.ts";
import { isRead, saysAsReported } from "./bare.ts";

const RATE = String.raw`\(?[-+\u2212]?\d{1,3}(?:\.\d{1,2})? ?(?:%|percent\b)\)?`;
/** One rate, or a range of two. */
const RATES = String.raw`${RATE}(?: ?(?:to|-|\u2013|\u2014|and) ${RATE})?`;
const CHANGE = "(?:growth|grew|increas\\w*|decreas\\w*|decline\\w*|rise|rose|fell|reduction|expansion|up|down)";
const BASIS = "(?:operational|organic|constant[- ](?:currency|exchange[- ]rates?)|currency[- ]neutral|fx[- ]neutral)";
/** "Operational revenue growth": operational costs and organic traffic are named so on every basis. */
const OF_WHAT = "(?:(?:net|total|product|services?|sales|revenues?|turnover) ){0,2}";
const BEHIND = String.raw`(?:operationally|organically|(?:in|at|using) constant (?:currenc(?:y|ies)|exchange rates)|on an? (?:[\w-]+ )?${BASIS}(?: basis)?)`;
/** "Up 43% operationally", "53% operational decrease", "organic growth of 6% to 8%": a rate with the words for its basis right beside it. */
const ON_BASIS = anyCase(
  new RegExp(
    String.raw`\b(?:${CHANGE} (?:by |of |about |approximately |over )*)?${RATES},? ${BEHIND}|${RATES} (?:[\w-]+ ){0,2}?${BASIS} ${OF_WHAT}${CHANGE}|\b${BASIS} ${OF_WHAT}${CHANGE} (?:(?:was|were|of|by|to|at|expectation|guidance|approximately|about) )+${RATES}`,
    "g",
  ),
);
/** One look tells that a text has no rate, or none on such a basis. */
const ANY_RATE = /\d ?(?:%|percent)/i;
const ANY_BASIS = anyCase(/operational|organic|constant|neutral/);
const EACH_RATE = anyCase(new RegExp(RATE, "g"));
/** By how much sales have changed, on a basis that is not said. */
const CHANGED = anyCase(
  new RegExp(String.raw`\b${CHANGE}\b[^.;]{0,60}?\d ?(?:%|percent)|\d ?(?:%|percent)[^.;]{0,30}\b${CHANGE}\b`),
);
const OF_SALES = anyCase(/\b(?:sales|revenues?|turnover)\b/);
/** What is counted or contracted has no growth under GAAP. */
export const COUNTED: Pattern = anyCase(
  /\b(?:orders?|bookings?|backlog|performance obligations?|volumes?|customers?|subscribers?|users?|units?|loans?|deposits?|arr|acv|rpo|g[mt]v|gms|tpv|merchandise|payments?|transactions?|traffic|assets|aum|clients?|premiums?|members?|rooms?|revpar|same[- ]\w+|comparable|comps?|system-?wide|market|industry|readiness|leverage)\b/,
);

/** What is aimed at over years is no outlook on a period. */
const AIMED_AT = anyCase(
  /\b(?:aims?|ambitions?|goals?|long[- ]term|medium[- ]term|annuali[sz]ed|per year|algorithm|strategic plan)\b/,
);

const EXCLUDES = anyCase(/^\W{0,3}(?:excluding|without|exclusive of)\b/);

interface Apart {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly figures: readonly string[];
}

/**
 * Rates of growth on a basis of the company's own, of products and parts as well, without one as reported beside them: what no name of revenue leads to. A
 * measure that has a name is told of by that. One finding for all places.
 */
export function growthApartFindings(disclosure: Disclosure): readonly Found[] {
  const isExcepted = exceptedFrom(disclosure)("revenue");
  const all = disclosure.places.flatMap((place) =>
    [...place.blocks].flatMap((block): readonly Apart[] => {
      const passage = passageAt(block, disclosure);
      if (passage === undefined || !ANY_RATE.test(passage.text) || !ANY_BASIS.test(passage.text)) return [];
      const found = passage.sentences.flatMap((sentence) => apartIn(sentence, passage, isExcepted));
      return found.length === 0 || isReportedBeside(passage, place, disclosure) ? [] : found;
    }),
  );
  return toldOnce(disclosure, all, ({ words, figures }) => ({
    message: `${quoted(words)} is a change on a basis of the company's own, and the change as reported is not with it.`,
    remedy: "Give the change as reported there as well, and first.",
    figures,
  }));
}

/** The rates of a sentence that are all of them on such a basis. */
function apartIn(sentence: Sentence, passage: Passage, isExcepted: boolean): readonly Apart[] {
  const { text, mentions, figures } = sentence;
  if (!ANY_BASIS.test(text) || says(COUNTED, text) || says(AIMED_AT, text)) return [];
  const [first, ...others] = findAll(ON_BASIS, text);
  if (first === undefined) return [];
  // Revenue that is named has been asked for what its place has, and so have other measures; what grows without products is answered by no outlook on all.
  const isWithout = says(EXCLUDES, text);
  if (
    mentions.some(
      (m) => m.basis === "non-GAAP" && (m.family !== "revenue" || (m.figures.length > 0 && !(m.ahead && isWithout))),
    )
  )
    return [];
  if (isExcepted && mentions.some((m) => m.ahead)) return [];
  const within = [first, ...others].map((m) => [m.index, m.index + m[0].length] as const);
  const isWithin = (at: number): boolean => within.some(([from, to]) => at >= from && at < to);
  if (findAll(EACH_RATE, text).some(({ index }) => !isWithin(index))) return [];
  const rate = figures.find(({ token }) => isWithin(token.from - sentence.span.from));
  return [
    {
      ...placeIn(passage, sentence, first.index, first.index + first[0].length),
      words: first[0],
      figures: rate === undefined ? [] : [rate.id],
    },
  ];
}

/** Whether the paragraph, those beside it or a table of its section tell how sales have changed as reported. */
function isReportedBeside(passage: Passage, place: Place, disclosure: Disclosure): boolean {
  if (saysAsReported(passage) || passage.sentences.some((s) => isReported(s))) return true;
  const beside = [passageAt(passage.block - 1, disclosure), passageAt(passage.block + 1, disclosure)];
  if (
    beside.some(
      (p) => p !== undefined && (saysAsReported(p) || p.sentences.some((s) => OF_SALES.test(s.text) && isReported(s))),
    )
  )
    return true;
  if (isBelowTorn(passage, place, disclosure)) return true;
  return disclosure.tables.some((t) => t.block > place.since && t.block < place.until && isRead(t) && hasRates(t));
}
/** Whether a sentence has a change in percent apart from those on such a basis. */
function isReported({ text }: Sentence): boolean {
  if (!ANY_RATE.test(text)) return false;
  const own = ANY_BASIS.test(text) ? findAll(ON_BASIS, text) : [];
  return says(
    CHANGED,
    own.reduce((left, [words]) => left.replace(words, "; "), text),
  );
}
/** Whether lines of rates alone stand above it in its section: a table that its page has taken apart. */
const isBelowTorn = ({ block }: Passage, { since }: Place, { passages }: Disclosure): boolean =>
  passages.some((p) => p.block >= since && p.block < block && says(RATE_ALONE, p.text));
const RATE_ALONE = /^[^\p{L}]*\d[^\p{L}]*%[^\p{L}]*$/u;
const hasRates = ({ rows }: RuleTable): boolean =>
  rows.some(({ figures }) => figures.some(({ measured }) => measured?.unit === "ratio"));
