import { RATES } from "../names/family.ts";
import { anyCase, find, inSmall, type Pattern, says } from "../pattern.ts";
import { mentionsAt } from "../reading/by-block.ts";
import { digitsPrinted } from "../reading/digits.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { isOfPart } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import { isSameAmount } from "../reading/same-amount.ts";

/** Whether the sentence has what a measure of the company's own is to be read with, though no name of the measure under GAAP has a figure in it. */
export const isAnsweredInWords = (own: Mention, place: Place): boolean =>
  (own.family === "net-debt" &&
    (OF_DEBT_AND_CASH.test(own.sentence) || DEBT_BEFORE.test(own.sentence.slice(0, own.from)))) ||
  (RATES.has(own.family) && REPORTED_RATE.test(own.sentence)) ||
  GAAP_BESIDE.test(own.said) ||
  (own.family === "ffo-payout" && OF_NET_INCOME.test(own.sentence)) ||
  isOfStatedCash(own, place) ||
  isBesidePartOfAssets(own, place) ||
  isToldOfBoth(own, place) ||
  isBesideOfPart(own, place) ||
  MARGINS_OF_NOTHING.test(own.name) ||
  (own.family === "net-income" && BARE_EARNINGS.test(own.sentence.slice(0, own.to)));

/**
 * "Revenue rose 17.4% ... our organic growth of 17.4%": who has bought nothing has one growth, which the release has told as reported before it calls it by
 * another name. Fewer digits fall on one another by chance.
 */
export const isGrowthAsReported = (own: Mention, mentions: readonly Mention[]): boolean =>
  own.family === "revenue" &&
  own.figures.length > 0 &&
  own.figures.every(
    (f) =>
      isRate(f) &&
      digitsPrinted(f).length >= RATE_DIGITS &&
      mentions.some(
        (m) =>
          m.basis === "GAAP" &&
          m.family === "revenue" &&
          m.start < own.start &&
          !isOfPart(m) &&
          m.figures.some((g) => g.measured !== undefined && f.measured !== undefined && isSameAmount(f, g.measured)),
      ),
  );
const RATE_DIGITS = 3;

/** "Quarters of pro forma profitability, and increased our margins": of what these are margins nobody has said. */
const MARGINS_OF_NOTHING = anyCase(/\bprofitability margins?$/);

/** "The payout was 18% of adjusted net income and 23% of net income". */
const OF_NET_INCOME = anyCase(
  /\d ?(?:%|percent) of (?:(?:our|its|the|gaap|reported|diluted) )*(?:net (?:income|earnings)|earnings per|eps)\b/,
);

/** "Cash flow from operating activities was $30.2 million, a cash conversion of 109%": the ratio is of the amount under GAAP that the sentence has. */
const isOfStatedCash = (own: Mention, { mentions }: Place): boolean =>
  own.family === "free-cash-flow-conversion" &&
  /^(?:operating )?cash conversion/.test(inSmall(own.name)) &&
  mentionsAt(own.block, mentions).some(
    (m) =>
      m.basis === "GAAP" &&
      m.family === "operating-cash-flow" &&
      m.sentence === own.sentence &&
      m.start < own.start &&
      m.figures.length > 0,
  );

/** "Shareholders' equity was $368.7 million, or 10.4% of total assets": the ratio under GAAP, told behind its amount. */
const isBesidePartOfAssets = (own: Mention, { mentions }: Place): boolean =>
  own.family === "tangible-equity-ratio" &&
  mentions.some((m) => m.basis === "GAAP" && m.family === "equity" && OF_ASSETS.test(m.sentence.slice(m.to)));
const OF_ASSETS = anyCase(/^[^;]{0,160}?\d ?(?:%|percent) of (?:the company[’']s )?(?:total )?assets\b/);

/** "Delivered earnings of $4.2 billion, or $8.8 billion excluding special items": the bare word, which is the result under GAAP where nothing is left out of it. */
const BARE_EARNINGS = anyCase(
  /(?<!\b(?:adjusted|core|underlying|operating|non-?gaap|distributable|comparable|economic|cash) )\bearnings (?:of|were|was|totall?ed) [$€£] ?\d[\d.,]{0,12}(?: (?:million|billion))?(?:,? (?:or|\()[^;]{0,60})?,? (?:or|and|compared|versus)\b[^;]{0,80}\bexcl/,
);

/** "Net debt of $64 million, comprised of $84 million of borrowings less $20 million of cash": the sentence has the debt. */
export const OF_DEBT_AND_CASH: Pattern = anyCase(
  /\d(?:[^.;]|\.\d){0,40}\b(?:debt|borrowings|indebtedness|loans|notes)\b(?:[^.;]|\.\d){0,40}\b(?:less|net of|minus)\b(?:[^.;]|\.\d){0,40}\bcash\b|\b(?:compris|consist)\w* of(?:[^.;]|\.\d){0,60}?(?:\d[^.;\d]{0,40}\b(?:debt|borrowings|indebtedness|loans|notes)\b|\b(?:debt|borrowings|indebtedness|loans|notes)\b[^.;\d]{0,20}\d[\d.,]{0,12}(?![\d.,]))(?:[^.;]|\.\d){0,60}?(?:\d[^.;\d]{0,40}\bcash\b|\bcash\b[^.;\d]{0,20}\d)|(?<!\bnet )\b(?:debt|borrowings|indebtedness) of [$€£] ?\d(?:[^.;]|\.\d){0,40}\bcash\b[^.;\d]{0,30} of [$€£] ?\d/,
);

/** "Borrowings were $84 million, and net debt $64 million": the bare word with its amount, right before the company's own; debt that was paid or raised is no balance. */
const DEBT_BEFORE = anyCase(
  /(?<!\b(?:net|secured|tax|bad) )\b(?:debt|borrowings|indebtedness)(?: (?:outstanding|obligations|principal|agreements))?(?: (?:of|was|were|totall?ed|totall?ing|stood at)) (?:approximately |about )?[$€£] ?\d|(?<!\b(?:re-?pa(?:id|y\w*)|prepa(?:id|y\w*)|paid|issu\w+|retir\w+|rais\w+|refinanc\w+|redeem\w+|redemption|reduc\w+|extinguish\w+|repurchas\w+) (?:[\w-]+ ){0,3}[$€£]? ?[\d.,]{0,12})\d(?: [mb]illion)? of (?:(?:total|gross|outstanding|long-term|consolidated) ){0,2}(?:debt|borrowings|indebtedness)\b/,
);

/** "The adjusted tax rate was 23.5%; the reported rate was 22.8%": the sentence has the one that no item was taken out of. */
const REPORTED_RATE = anyCase(
  /\b(?:the|our|its|as|versus|vs\.?|from|than|with|to|and|a) reported (?:(?:[\w-]+ )?(?:rate|margin|figure|ratio|level|growth) )?(?:(?:of|was|is|at) )?\(?\d[\d.]{0,6}\)? ?(?:%|percent)/,
);

/** "Adjusted gross margin of 43.0% (GAAP: 41.2%)": the basis alone names it a second time. */
const GAAP_BESIDE = anyCase(/\d[^.;()]{0,30}\(?(?<!non[-\u2010\u2011 ]?)\bgaap:? (?:basis:? |of |was )?[$€£(]{0,2}\d/);

/** "$175 million net income and $206 million adjusted net income, increases of 29% and 24%, respectively": each has its own of what is told in turn. */
const isToldOfBoth = (own: Mention, { mentions }: Place): boolean =>
  /\brespectively\b/.test(inSmall(own.sentence)) &&
  mentionsAt(own.block, mentions).some(
    (m) => m.basis === "GAAP" && m.sentence === own.sentence && m.family === own.family && m.figures.length > 0,
  );

/** "Operating margin for Pumps was 27.2%, and adjusted EBITDA margin for Pumps 34.2%": the part's own margin is told with it (ASC 280). */
function isBesideOfPart({ family, basis, sentence, to, block }: Mention, { mentions }: Place): boolean {
  const part =
    RATES.has(family) && basis === "non-GAAP" ? find(OF_PART, sentence.slice(to, to + PART_WITHIN))?.[1] : undefined;
  if (part === undefined || says(OF_PERIOD, part)) return false;
  return mentionsAt(block, mentions).some(
    (m) =>
      m.basis === "GAAP" &&
      RATES.has(m.family) &&
      m.figures.length > 0 &&
      find(OF_PART, m.sentence.slice(m.to, m.to + PART_WITHIN))?.[1] === part,
  );
}
const OF_PART = /^ (?:for|of|in|at) (?:the |our )?(\p{Lu}[\w&’'-]*(?: (?:(?:and|&) )?\p{Lu}[\w&’'-]*){0,4})/u;
const OF_PERIOD = anyCase(
  /\b(?:q[1-4]|h[12]|quarter|half|year|months|fiscal|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b/,
);
const PART_WITHIN = 80;

/** "The operating loss was $57 million, compared to earnings of $7 million. Adjusted earnings were $29 million": the bare word is said of what its passage begins with. */
export const operatingBefore = (own: Mention, mentions: readonly Mention[]): readonly Mention[] =>
  own.family === "net-income" && BARE_WORD.test(own.name)
    ? mentionsAt(own.block, mentions).filter(
        (m) => m.basis === "GAAP" && m.family === "operating-income" && m.figures.length > 0 && m.start < own.start,
      )
    : [];
const BARE_WORD = anyCase(/^(?:adjusted|core|underlying|non-?gaap) (?:earnings|profit|loss)$/);
