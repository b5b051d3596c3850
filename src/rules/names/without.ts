import { anyCase, inSmall, says } from "../pattern.ts";
/**
 * Whether revenue is named as what is left out of revenue: "excluding sales of vaccines, revenue grew 2.1%". It is no measure that the sentence tells of,
 * and between the words and the revenue that is told of it would take these for its own.
 */
export const isLeftOut = (text: string, from: number, to: number): boolean =>
  says(LEAVES_OUT, text.slice(Math.max(0, from - WITHIN), from)) &&
  says(TELLS_OF_REVENUE, text.slice(to, to + WITHIN)) &&
  says(FIRST_OR_BEHIND, text.slice(0, from));
const WITHIN = 120;
const LEAVES_OUT = anyCase(/(?:^|[\W])(?:excluding|exclusive of|without) (?:the )?(?:[^,.;$€£%\d]{1,80} )?$/);
/** The clause of what is left out ends with a comma, and behind it stands revenue or, where that came first, what it did. */
const TELLS_OF_REVENUE = anyCase(
  /^[^,.;$€£%\d]{0,80}, (?:(?:[\w’'-]+ ){0,3}?(?:sales|revenues?)\b|(?:grew|increased|rose|declined|decreased|fell|was|were|would)\b)/,
);
const FIRST_OR_BEHIND = anyCase(
  /(?:^\W{0,4}|[.;] |, (?:and |but )?|\b(?:sales|revenues?),? )(?:when )?(?:excluding|exclusive of|without) [^,.;]{0,100}$/,
);

/**
 * "Net inflows of $6.1 billion, or organic growth of 6%", "a volume of 190,000 tons, with organic growth of 8%", "organic growth in loans": of what is
 * counted, lent or left with a manager, and no growth of revenue.
 */
export const isOfCounted = (text: string, from: number, to: number): boolean =>
  /^(?:organic|core|underlying|constant[- ]currency) (?:growth|decline)/.test(inSmall(text.slice(from, to))) &&
  (says(OF_OTHERS, text.slice(Math.max(0, from - WITHIN), from)) || says(IN_OTHERS, text.slice(to, to + WITHIN)));
const COUNTED = String.raw`assets(?: under (?:management|administration|advisement))?|au[ma]|(?:net )?(?:client |new )?(?:in|out)?flows?|loans?|deposits?|volumes?|tons|tonnes|shipments|orders?|bookings|backlog|customers?|members?|subscribers?|headcount|production`;
const IN_OTHERS = anyCase(
  new RegExp(String.raw`^ (?:in|of) (?:(?:our|its|the|net|new|total|both|client) ){0,3}(?:${COUNTED})\b`),
);
const OF_OTHERS = anyCase(
  new RegExp(
    String.raw`\b(?:sales )?(?:${COUNTED})\b(?!(?:[^.;]|\.\d){0,100}\b(?:revenues?|sales|income|fees|profits?|earnings)\b)(?:[^.;]|\.\d){0,100}$`,
  ),
);

/** A bank's costs over an income as if none of it were free of tax. */
const EQUIVALENT_BEFORE = anyCase(/\b(?:(?:fully[- ])?tax(?:able)?[- ]equivalent|fte) $/);
const EQUIVALENT_BEHIND = anyCase(
  /^(?: ?\(\w{1,2}\))?,? (?:\(|on an? |[-\u2013\u2014] ?)?(?:(?:fully[- ])?tax(?:able)?[- ]equivalent|f?te(?![a-z]))/,
);
export const isTaxEquivalent = (before: string, behind: string): boolean =>
  EQUIVALENT_BEFORE.test(before) || EQUIVALENT_BEHIND.test(behind);
