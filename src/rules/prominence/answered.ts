import { RATES } from "../names/family.ts";
import { saysEarnings } from "../reading/bare-earnings.ts";
import { mentionsAt, sentenceAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, isRate, type Mention } from "../reading/mention.ts";
import { givesLevel, isGrowth } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import { remembered } from "../remembered.ts";

/** Whether the sentence has what a measure of the company's own is to be read with, though no name of the measure under GAAP has a figure in it. */
export const isAnsweredInWords = (own: Mention, place: Place, disclosure: Disclosure): boolean =>
  (own.family === "net-debt" &&
    (OF_DEBT_AND_CASH.test(own.sentence) || DEBT_BEFORE.test(own.sentence.slice(0, own.from)))) ||
  (RATES.has(own.family) && REPORTED_RATE.test(own.sentence)) ||
  GAAP_BESIDE.test(own.said) ||
  isOfStatedCash(own, place) ||
  isToldOfBoth(own, place) ||
  isBehindEarnings(own, place, disclosure) ||
  (own.family === "net-income" && BARE_EARNINGS.test(own.sentence.slice(0, own.to)));

/** "Cash flow from operating activities was $30.2 million, a cash conversion of 109%": the ratio is of the amount under GAAP that the sentence has. */
const isOfStatedCash = (own: Mention, { mentions }: Place): boolean =>
  own.family === "free-cash-flow-conversion" &&
  /^(?:operating )?cash conversion/i.test(own.name) &&
  mentionsAt(own.block, mentions).some(
    (m) =>
      m.basis === "GAAP" &&
      m.family === "operating-cash-flow" &&
      m.sentence === own.sentence &&
      m.start < own.start &&
      m.figures.length > 0,
  );

/** "Third-quarter earnings were $7.5 billion, versus $7.1 billion. Earnings excluding identified items were $8.1 billion": a sentence before it in its place has the result under GAAP by the bare word. */
const isBehindEarnings = (own: Mention, { blocks }: Place, { passages }: Disclosure): boolean =>
  own.family === "net-income" &&
  passages.some((passage) => {
    const { block } = passage;
    if (block > own.block || !blocks.has(block)) return false;
    const { level, growth } = earningsSaid(passage);
    const first = isGrowth(own) ? growth : level;
    return first >= 0 && (block < own.block || first < sentenceAt(own.sentence, passage));
  });

/** The first sentences of a passage that give the earnings by the bare word, and that say how they have changed; -1 where none does. */
const earningsSaid = remembered(({ sentences }: Passage) => ({
  level: sentences.findIndex(({ text }) => saysEarnings(text, false)),
  growth: sentences.findIndex(({ text }) => saysEarnings(text, true)),
}));

/** "Delivered earnings of $4.2 billion, or $8.8 billion excluding special items": the bare word, which is the result under GAAP where nothing is left out of it. */
const BARE_EARNINGS =
  /(?<!\b(?:adjusted|core|underlying|operating|non-?gaap|distributable|comparable|economic|cash) )\bearnings (?:of|were|was|totall?ed) [$€£] ?\d[\d.,]{0,12}(?: (?:million|billion))?(?:,? (?:or|\()[^;]{0,60})?,? (?:or|and|compared|versus)\b[^;]{0,80}\bexcl/i;

/** "Net debt of $64 million, comprised of $84 million of borrowings less $20 million of cash": the sentence has the debt. */
export const OF_DEBT_AND_CASH: RegExp =
  /\d(?:[^.;]|\.\d){0,40}\b(?:debt|borrowings|indebtedness|loans|notes)\b(?:[^.;]|\.\d){0,40}\b(?:less|net of|minus)\b(?:[^.;]|\.\d){0,40}\bcash\b|\b(?:compris|consist)\w* of(?:[^.;]|\.\d){0,60}\b(?:debt|borrowings|indebtedness|loans|notes)\b(?:[^.;]|\.\d){0,60}\bcash\b/i;

/** "Borrowings were $84 million, and net debt $64 million": the bare word with its amount, right before the company's own. */
const DEBT_BEFORE =
  /(?<!\b(?:net|secured|tax|bad) )\b(?:debt|borrowings|indebtedness)(?: (?:outstanding|obligations|principal|agreements))?(?: (?:of|was|were|totall?ed|totall?ing|stood at)) (?:approximately |about )?[$€£] ?\d|\d(?: [mb]illion)? of (?:(?:total|gross|outstanding|long-term|consolidated) ){0,2}(?:debt|borrowings|indebtedness)\b/i;

/** "The adjusted tax rate was 23.5%; the reported rate was 22.8%": the sentence has the one that no item was taken out of. */
const REPORTED_RATE =
  /\b(?:the|our|its|as|versus|vs\.?|from|than|with|to|and|a) reported (?:(?:[\w-]+ )?(?:rate|margin|figure|ratio|level|growth) )?(?:(?:of|was|is|at) )?\(?\d[\d.]{0,6}\)? ?(?:%|percent)/i;

/** "Adjusted gross margin of 43.0% (GAAP: 41.2%)": the basis alone names it a second time. */
const GAAP_BESIDE = /\d[^.;()]{0,30}\(?(?<!non[-\u2010\u2011 ]?)\bGAAP:? (?:basis:? |of |was )?[$€£(]{0,2}\d/i;

/** "$175 million net income and $206 million adjusted net income, increases of 29% and 24%, respectively": each has its own of what is told in turn. */
const isToldOfBoth = (own: Mention, { mentions }: Place): boolean =>
  /\brespectively\b/i.test(own.sentence) &&
  mentionsAt(own.block, mentions).some(
    (m) => m.basis === "GAAP" && m.sentence === own.sentence && m.family === own.family && m.figures.length > 0,
  );

/** "The operating loss was $57 million, compared to earnings of $7 million. Adjusted earnings were $29 million": the bare word is said of what its passage begins with. */
export const operatingBefore = (own: Mention, mentions: readonly Mention[]): readonly Mention[] =>
  own.family === "net-income" && BARE_WORD.test(own.name)
    ? mentionsAt(own.block, mentions).filter(
        (m) => m.basis === "GAAP" && m.family === "operating-income" && m.figures.length > 0 && m.start < own.start,
      )
    : [];
const BARE_WORD = /^(?:adjusted|core|underlying|non-?gaap) (?:earnings|profit|loss)$/i;

/** "A net loss of $1.2 million, and adjusted EBITDA of $10.3 million, up 9%": no rate tells how a loss has grown that stands right before what is no loss. */
export const isLossBeside = (gaap: Mention, own: Mention): boolean =>
  gaap.start < own.start &&
  (gaap.block === own.block || (gaap.bullet && own.bullet && gaap.block === own.block - 1)) &&
  LOSS.test(gaap.name) &&
  !LOSS.test(own.name) &&
  own.figures.some(isRate) &&
  own.figures.filter(isMoney).length < 2 &&
  givesLevel(gaap);
const LOSS = /\bloss\b(?! ratio)/i;
