import { anyCase, says } from "../pattern.ts";
import type { Mention } from "./mention.ts";

const TELLS = anyCase(
  /\b(?:expect\w*|anticipat\w*|guidance|outlook|forecasts?|project(?:ed|s|ing)|targets?|estimat\w+|aim(?:s|ed|ing)? (?:at|for|to)|goals?)\b/,
);

/**
 * An amount of what is to come said in words: "in the mid to high teens", "a low single-digit increase", "break-even or better", which is nothing or more. A price
 * or a volume at which something breaks even is none of it.
 */
const IN_WORDS = anyCase(
  /\bbreak[- ]?even\b(?! (?:prices?|points?|levels?|costs?|oil|gas|analysis|production|volumes?|occupancy|of|at|on|below|above|per)\b)|\b(?:single|double)[- ]digits?\b|\b(?:low|mid|high)[- ](?:to[- ](?:mid|high)[- ])?(?:teens|(?:single|double)|[2-9]0s|twenties|thirties|forties|fifties)\b/,
);

/** Or held against what came: "to be slightly above the third quarter's". */
const AGAINST = anyCase(
  /\b(?:be|remain|stay|come in) (?:[a-z]+ )?(?:above|below|flat|lower|higher|better|in line with|consistent with|similar to|comparable to|roughly equal)\b|\b(?:at|near|in|toward|towards|around|above|below) the (?:high|low|upper|lower|top|bottom|mid)[- ]?(?:end|half|point|range)\b/,
);

/** "Positive adjusted EBITDA" as a line of an outlook: more than nothing, or less. What is aimed at, or stays so, is no more than that. */
const isOfSign = ({ sentence, from, said }: Mention): boolean =>
  says(OF_SIGN, sentence.slice(0, from)) && !says(IN_TIME, said);
const OF_SIGN = anyCase(
  /^\W{0,4}(?:(?:we |the company |management )?(?:also |now |still )?(?:expects?|anticipates?|forecasts?) (?:to (?:generate|deliver|achieve|report) )?)?(?:to be )?(?:positive|negative) (?:(?:full[- ]year|annual|quarterly|consolidated) ){0,2}$/,
);
const IN_TIME = anyCase(/\b(?:over time|in the future|long[- ]term|by 20\d\d|eventually|beyond)\b/);

/** What came in "above guidance" is a result, unless its sentence says besides what is expected. */
const ABOVE =
  /\b(?:above|exceed\w*|beat\w*|ahead of|better than|surpass\w*) (?:[\w’'-]+ ){0,4}?(?:guidance|expectations?|outlook|targets?|forecasts?)\b/gi;
const isMet = ({ sentence }: Mention): boolean => {
  const rest = sentence.replace(ABOVE, "");
  return rest !== sentence && !TELLS.test(rest);
};

/** "A normalized tax rate of 25% as used in the calculation of adjusted EPS": what guidance is reckoned with, and not guided for. */
const isInput = ({ family, sentence }: Mention): boolean => family === "tax-rate" && USED.test(sentence);
const USED = anyCase(/\bused (?:in|to|for) (?:the )?(?:calculat|comput|determin)|\bassum(?:es?|ed|ing|ptions?)\b/);

/** "An increase of 26% from adjusted EPS of $0.95": what the guidance is held against has come. */
const isBase = ({ sentence, from }: Mention): boolean => GROWN_FROM.test(sentence.slice(Math.max(0, from - 110), from));
const GROWN_FROM = anyCase(
  /\b(?:increases?|decreases?|growth|rise|declines?|up|down|higher|lower)\b(?:[^.;]|\.\d){0,60}\b(?:from|over|than|compared (?:to|with)|versus) (?:(?:our|its|the|an?|fiscal|full[- ]year|20\d\d|(?:last|prior|previous)[- ]year(?:[’']s)?) )*$/,
);

/** "A payout ratio based on distributable earnings of 90% to 100%", "a payout ratio of 90% to 100% based on distributable earnings": what is guided for is the dividend, as a part of the measure. */
const isDivisorOfPayout = ({ sentence, from }: Mention): boolean =>
  says(PAYOUT_OF, sentence.slice(Math.max(0, from - 120), from));
const PAYOUT_OF = anyCase(
  /\bpayout(?: ratio)?(?: (?:of|to|at|between|in the range of|target of) (?:approximately |about )?\d[\d.]{0,5} ?%?(?: ?(?:to|and|[-\u2013]) ?\d[\d.]{0,5})? ?(?:%|percent))? (?:based on|of|from|relative to|as an? (?:percentage|part) of) (?:(?:our|its|the|basic|diluted|annual|quarterly|full-year|expected|projected) )*$/,
);

/** "A free cash flow breakeven of $50 a barrel": the price at which there is none, and no amount of it. */
const isPriceOfNone = ({ sentence, to }: Mention): boolean => PRICE_OF_NONE.test(sentence.slice(to, to + 40));
const PRICE_OF_NONE = anyCase(
  /^ break[- ]?even(?:s|,)? (?:[a-z]+ ){0,2}?(?:prices?|points?|levels?|costs?|of|at|below|under) /,
);

/** "In the year before free cash flow was $9 million", "we delivered free cash flow of $9 million": what has come, though an outlook tells of it. */
const isPast = ({ sentence, from, to }: Mention): boolean =>
  says(CAME, sentence.slice(to, to + 120)) || says(DELIVERED, sentence.slice(Math.max(0, from - 60), from));
const CAME = anyCase(
  /^(?: ?\([^()]{1,30}\))?(?:,? (?:for|in) (?:the )?[^,.;:]{0,40})? (?:was|were|totall?ed|amounted to) (?:approximately |about )?\(?[$€£]? ?\d[\d.,]{0,12}(?![\d.,])(?! ?%?(?: ?[mb]illion)? ?(?:to|[-\u2013])(?![a-z]))/,
);
const DELIVERED = anyCase(
  /\b(?:delivered|generated|achieved|reported|posted|recorded|produced) (?:(?:an?|record|strong|total|consolidated|full-year|quarterly|annual) )*$/,
);

/** "Free cash flow is expected to benefit from $10 million less of capital expenditures": the amount is that of what drives it. */
const isDriven = ({ sentence, to }: Mention): boolean => says(DRIVEN, sentence.slice(to, to + 120));
const DRIVEN = anyCase(
  /^ (?:(?:is|are|will|should|would|may|could|also|further|likely|expected|anticipated|projected|to) ){1,5}(?:(?:benefit|suffer) from|be (?:\w+ly )?(?:affected|impacted|helped|hurt|supported|burdened|aided|reduced|lowered) by)\b/,
);

/** Whether the words about a mention give an amount that no figure has. */
export const isAmountInWords = ({ said }: Mention): boolean => IN_WORDS.test(said);

/** Whether a mention gives guidance on a basis of the company's own, in figures or in words. */
export const isGuided = (m: Mention): boolean =>
  m.basis === "non-GAAP" &&
  m.ahead &&
  !isMet(m) &&
  !isInput(m) &&
  !isBase(m) &&
  !isDivisorOfPayout(m) &&
  !isPriceOfNone(m) &&
  !isPast(m) &&
  !isDriven(m) &&
  (m.figures.length > 0 ||
    // Costs per unit and cash that is burnt are looked for by their words (unlisted.ts).
    (!["unit-cost", "own-cash-flow"].includes(m.family) &&
      (isAmountInWords(m) || (m.part === "guidance" && (AGAINST.test(m.said) || isOfSign(m)))))) &&
  (m.part === "guidance" || (["headline", "results", "quotation"].includes(m.part) && TELLS.test(m.sentence)));
