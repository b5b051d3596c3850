import type { Named } from "../names/lexicon.ts";
import { anyCase, find, says } from "../pattern.ts";

/** "A $4 million impact on adjusted gross profit", "the deal adds $0.05 to adjusted EPS": by how much something else moves the measure. */
export const isEffectOn = ({ family, from, to }: Named, sentence: string): boolean => {
  const before = sentence.slice(Math.max(0, from - EFFECT_BEFORE), from);
  if ((MAY_MOVE.test(before) && says(EFFECT_ON, before)) || says(OF_OTHERS, before)) return true;
  if (says(MOVING, before) && /^ (?:by )?(?:approximately )?\(?[$€£]/.test(sentence.slice(to, to + 24))) return true;
  if (!/^(?: \([^()]{1,24}\))? by\b/.test(sentence.slice(to, to + 30))) return false;
  if (says(MOVES, before)) return true;
  const lowered = family === "net-debt" ? null : find(LOWERS, before);
  return lowered !== null && !BY_COMPANY.test(before.slice(0, lowered.index));
};
export const EFFECT_BEFORE = 100;
const DETERMINED = "(?:(?:our|its|the|full[- ]year|quarterly|annual) ){0,3}$";
/** "Currency lowered sales by $2.9 million and adjusted EPS by $0.01": the second of two. */
const AT_RATE = String.raw`(?: (?:based on|using|assuming|calculated at|at) [^,;$\u20ac\u00a3]{1,40})?`;
const AND_OTHER = `(?:[^.;]{1,40} by [^,;]{1,24}${AT_RATE},? and )?`;
const AMOUNT = String.raw`[$\u20ac\u00a3]?\d[\d.,]{0,14}(?: (?:million|billion|cents))?`;
const MAY_MOVE = anyCase(/impact|effect|wind|drag|hit|boost|add/);
const EFFECT_ON = anyCase(
  new RegExp(
    String.raw`\b(?:(?:impact|effect|headwind|tailwind|drag|hit|boost)s?(?: of [^.;]{1,30})? (?:on|to)|add(?:s|ed|ing)? (?:(?:approximately|about|up to|some) )?${AMOUNT}(?: (?:to|and) ${AMOUNT})? to) ${DETERMINED}`,
  ),
);
const MOVES = anyCase(
  new RegExp(
    String.raw`\b(?:(?:impact|affect|benefit|chang)(?:e?[sd]|ing)?|change|hurts?|weigh(?:s|ed|ing) on|accretive to|dilutive to) ${AND_OTHER}${DETERMINED}`,
  ),
);
/** "Land sales of $90 million, increasing diluted EPS $0.30". */
const MOVING = anyCase(
  /, (?:increas|reduc|decreas|lower|rais|impact|affect|benefit|benefitt|dilut|boost)ing (?:(?:our|its|the|reported|quarterly) )*$/,
);
/** What a company lowers itself is a result of its own. */
const LOWERS = anyCase(
  new RegExp(
    String.raw`\b(?:reduc|lower|decreas|depress|dilut|rais|boost|lift)(?:e?[sd]?|ing) ${AND_OTHER}${DETERMINED}`,
    "d",
  ),
);
/** Who is told to do so: the company, also where nobody is named, and not a storm or a tariff. */
const BY_COMPANY = anyCase(
  /(?:^|[,;:]|\b(?:and|while)|\b(?:we|company|management|team|initiatives|actions|program(?:me)?s?)(?: (?:have|has|had|also|further|successfully|will|can|would|should|could))*|\b(?:we|company|management|team)(?: (?:are|is|continues?|currently|now|also))* (?:expects?|anticipates?|plans?|intends?|aims?|targets?|hopes?|seeks?|looking|working|able|continue|(?:on|well on) track|committed|focused) to|\b(?:plans?|programs?|programmes?|initiatives|actions|efforts|goals?|targets?|ability|opportunit(?:y|ies)|order|designed|guidance|outlook) to)\W*$/,
);
/** "Analysts had expected adjusted EPS of $0.90": what others think. */
const OF_OTHERS = anyCase(/\b(?:analysts[’']?|consensus|wall street)\b[^.;]{0,60}$/);
