import { SHARE_OF } from "../names/family.ts";
import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import { passageAt, sentenceAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { givesGrowth, RATIOS } from "../reading/own-measure.ts";
import { remembered, rememberedBy } from "../remembered.ts";

/** "Net loss was $3.7 million, compared to a net loss of $2.5 million": no rate is asked where the amounts of both periods stand. */
export const areBothPeriods = (gaap: readonly Mention[]): boolean =>
  gaap.some((m, i) => {
    const next = gaap[i + 1];
    if (next?.block !== m.block || next.family !== m.family || isOfAds(m) !== isOfAds(next)) return false;
    return next.sentence === m.sentence || isOfEarlier(next) || isHeldAgainstIt(next);
  });
/** What a depositary share has earned and what a share has are amounts of one period. */
const OF_ADS = anyCase(/\bads\b|\bdepositary\b/);
const isOfAds = remembered(({ name }: Mention): boolean => OF_ADS.test(name));
/** "Net income for the comparable 2025 period was $38.6 million." */
export const OF_EARLIER: Pattern = anyCase(
  /\b(?:comparable|prior|previous|preceding|same|last|corresponding)[- ](?:[\w-]+ ){0,2}(?:period|quarter|year|months)\b|\byear[- ](?:ago|earlier)\b|\b(?:a|one) year (?:ago|earlier|before)\b/,
);
const isOfEarlier = remembered(({ sentence }: Mention): boolean => OF_EARLIER.test(sentence));
/** What leads up to the amount of the earlier period, in the sentence of the later one or behind it. */
const COMPARED_WITH = anyCase(/\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|from) (?:an? |the )?$/);
/** Whether a later period is held against the amount of a mention; every measure of the company's own nearby asks. */
export const isHeldAgainstIt: (m: Mention) => boolean = remembered(({ sentence, from }: Mention) =>
  COMPARED_WITH.test(sentence.slice(0, from)),
);

/**
 * Whether its sentence tells how the measure has changed, or the next one does: "This compares to a net loss of $1.9 million". Sentences are
 * parted at "vs." before a name, since figures take the nearest name of their sentence: what is compared then stands in the next one.
 */
export const isCompared = (m: Mention, disclosure: Disclosure): boolean =>
  comparedOf(disclosure, m, () => isToldCompared(m, disclosure));
const comparedOf = rememberedBy<Disclosure, boolean>();

function isToldCompared(m: Mention, disclosure: Disclosure): boolean {
  if (givesGrowth(m) || /\bvs\.$/.test(inSmall(m.sentence)) || SHARES_COMPARED.test(m.sentence.slice(m.to)))
    return true;
  if (RATIOS.has(m.family) && [PART_COMPARED, BY_POINTS].some((told) => told.test(m.sentence.slice(m.to)))) return true;
  if (FOR_BOTH.test(m.said) || hasEarlierInBrackets(m.said)) return true;
  const passage = passageAt(m.block, disclosure);
  if (passage === undefined) return false;
  const { sentences } = passage;
  const at = sentenceAt(m.sentence, passage);
  return COMPARES_IT.test(sentences[at + 1]?.text ?? "") || isShareCompared(m, sentences[at]?.mentions ?? []);
}
/** "Net income was $60.2 million, or $0.38 per share, up 12%": the rate behind the share's part is told of both. */
function isShareCompared(m: Mention, mentions: readonly Mention[]): boolean {
  const next = mentions.find(({ from }) => from > m.from);
  return next?.family === SHARE_OF.get(m.family) && next?.basis === m.basis && givesGrowth(next);
}
/**
 * "Profit after tax was EUR 10.8 (9.6) million", "SEK 108 million (96)": the amount of the year before stands in brackets behind that of this year,
 * printed as that is or with a unit of its own; a year or the mark of a note stands there as well.
 */
const hasEarlierInBrackets = (said: string): boolean =>
  [...said.matchAll(BRACKETED)].some(
    ([, now, earlier, within, behind]) =>
      within !== undefined ||
      behind !== undefined ||
      (!/^(?:19|20)\d\d$/.test(earlier!) && decimalsIn(now!) === decimalsIn(earlier!)),
  );
const BRACKETED =
  /(\d[\d.,]{0,14})(?: ?(?:million|billion|thousand|m|bn))? \([-\u2013\u2212]?(?:[A-Z]{3} )?(\d(?:\d|[.,]\d)[\d.,]{0,10})( ?(?:million|billion|m|bn))?\)( ?(?:million|billion|thousand|m|bn)\b)?/g;
const decimalsIn = (amount: string): number => /[.,](\d{1,2})$/.exec(amount)?.[1]?.length ?? 0;
/** "Net income was $2.7 million for both quarters": one amount for the two periods. */
const FOR_BOTH = anyCase(
  /\d[^.;]{0,40}? (?:for|in) both (?:the |of the )?(?:[a-z]+ )?(?:quarters|periods|years|months|halves)\b/,
);
/** "This compares to a net loss of $1.9 million", "This was a decline of $4 million". */
const COMPARES_IT = anyCase(
  /^(?:this|that|it|which) (?:compare[sd]\b|(?:is|was|represents|represented|marks|marked) an? (?:[\w-]+ ){0,2}(?:increase|decrease|decline|improvement|reduction|rise)\b[^.;]{0,12} of [$€£(]{0,2}\d)/,
);
/** "Expenses were 39% of net sales, compared to 38%": the second is another part of sales, though it stands behind their name. */
const SHARES_COMPARED = anyCase(
  /^[^.;%]{0,80}?\d(?:\.\d{1,2})? ?% of (?:our |total |net |consolidated )?(?:net )?(?:sales|revenues?),? (?:as )?(?:compared (?:to|with)|versus|vs\.?|against|(?:up|down) from) (?:\w+ ){0,2}\d/,
);

/** The same behind the words of the part itself: "39% of net sales", and then "compared to 38%"; "margin was 2.7%, compared with a net loss ratio of 0.2%". */
const PART_COMPARED = anyCase(
  /^(?: (?:was|were|of|at|reached) \(?\d[\d.]{0,6}\)? ?(?:%|percent))?,? (?:as )?(?:compared (?:to|with)|versus|vs\.?|against|(?:up|down) from) (?:[a-z-]+ ){0,5}\d/,
);

/** "Net income margin and adjusted EBITDA margin improved by 0.8 and 1.2 percentage points": by how much is all that is told, of both. */
const BY_POINTS = anyCase(
  /^(?: and (?:(?!(?:was|were|of)\b)[a-z-]+ ){1,6}?)? ?(?:(?:both|each) )?(?:improved|increased|rose|grew|expanded|decreased|declined|fell|contracted|narrowed|widened) (?:by )?(?:approximately |about )?\d[\d.]{0,5}(?: and \d[\d.]{0,5})? ?(?:percentage points?|basis points?|bps|points?)\b/,
);
