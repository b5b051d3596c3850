import { find, says } from "../pattern.ts";
import type { Family } from "./family.ts";
import type { Named } from "./named.ts";

/** Results of which each has a line under GAAP; what is sold and what comes in by cash is not changed by a title or a label that says another basis. */
export const TITLED_RESULTS: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "gross-margin",
  "operating-expenses",
  "operating-income",
  "operating-margin",
  "pre-tax-income",
  "net-income",
  "net-margin",
  "eps",
  "tax-rate",
]);

/** "Non-GAAP results: net income of $4.1 million": a label that says the basis of what follows it. */
const OWN_LABEL =
  /^[^\w]{0,4}(?:adjusted|non[-\u2010\u2011 ]?gaap)(?: (?:financial |operating )?(?:results|measures|highlights|basis))?[*_]{0,2}: ?[*_]{0,2}/i;
export const isLabelledOwn = (text: string, family: Family): boolean =>
  TITLED_RESULTS.has(family) && says(OWN_LABEL, text.slice(0, LABEL_WITHIN));
const LABEL_WITHIN = 60;

export const ON_GAAP_BASIS: RegExp = /\bon (?:an? )?(?:u\.?s\.? )?(?:gaap|reported) basis\b/i;
export const ON_OTHER_BASIS: RegExp =
  /\bon (?:an? )?(?:non-?gaap|non-?ifrs|(?:as[- ])?adjusted|pro[- ]?forma|core|underlying|normali[sz]ed|ongoing|managed)(?: (?!gaap\b)[a-z-]{1,16}){0,3} basis\b/i;
const GIVES = /[$€£] ?\d|\d\)? ?(?:%|percent\b)/;

/**
 * "EPS of $2.10 on an adjusted basis, $1.80 on a GAAP basis": a measure on both bases, in the order of the text. Where each has its
 * amount before the words of its basis, those of the second are its place. `behind` is the text behind the name of the measure.
 */
export function inTurn(gaap: Named, behind: string): readonly Named[] {
  const own: Named = { ...gaap, basis: "non-GAAP" };
  const [ofOwn, ofGaap] = [find(ON_OTHER_BASIS, behind), find(ON_GAAP_BASIS, behind)];
  if (ofOwn === null || ofGaap === null) return [gaap, own];
  const isOwnFirst = ofOwn.index < ofGaap.index;
  const [one, other] = isOwnFirst ? [ofOwn, ofGaap] : [ofGaap, ofOwn];
  const between = behind.slice(one.index + one[0].length, other.index);
  if (!GIVES.test(behind.slice(0, one.index)) || !GIVES.test(between)) return [gaap, own];
  const [first, second] = isOwnFirst ? [own, gaap] : [gaap, own];
  const from = gaap.to + other.index;
  return [first, { ...second, name: `${gaap.name} ${other[0]}`, from, to: from + other[0].length }];
}
