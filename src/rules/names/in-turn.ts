import { anyCase, find, inSmall, type Pattern, says } from "../pattern.ts";
import { comparableTo } from "./comparable.ts";
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
const OWN_LABEL = anyCase(
  /^[^\w]{0,4}(?:adjusted|non[-\u2010\u2011 ]?gaap)(?: (?:financial |operating )?(?:results|measures|highlights|basis))?[*_]{0,2}: ?[*_]{0,2}/,
);
export const isLabelledOwn = (text: string, family: Family): boolean =>
  TITLED_RESULTS.has(family) && says(OWN_LABEL, text.slice(0, LABEL_WITHIN));
const LABEL_WITHIN = 60;

export const ON_GAAP_BASIS: Pattern = anyCase(/\bon (?:an? )?(?:u\.?s\.? )?(?:gaap|reported) basis\b/);
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

/** A conjunction right before the name of the company's own: without one nothing is shared. */
const JOINED = anyCase(/((?: ?\(\w{1,3}\)| ?\*{1,3})?),? (?:and|&) (?:(?:the|our|its|both) )?$/d);
/** The words that make it the company's own, and those that would make what stands before the conjunction so as well. */
const OWN_WORDS = /^(?:(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying|normali[sz]ed|tangible)[ -])+/i;
const OWN_BEFORE = anyCase(
  /\b(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying|normali[sz]ed|tangible|ex-\w+)[ -]$/,
);
const JOINED_WITHIN = 90;
/** One look at so much tells that there is none. */
const JOINED_NEAR = 10;

/**
 * "Operating and adjusted operating margin", "book value and tangible book value per share": the end of a name that two measures share is said once, behind
 * the second. What stands before the conjunction is the beginning of the second name without the words that make it the company's own.
 */
export const alsoUnderGaap = (text: string, all: readonly Named[]): readonly Named[] =>
  all.flatMap((own) => {
    const family = own.family === "tangible-book-value-per-share" ? "book-value-per-share" : own.family;
    if (own.basis !== "non-GAAP" || comparableTo(family).family !== family) return [];
    if (!/and|&/.test(inSmall(text.slice(Math.max(0, own.from - JOINED_NEAR), own.from)))) return [];
    const before = text.slice(Math.max(0, own.from - JOINED_WITHIN), own.from);
    const joined = find(JOINED, before);
    const words = own.name.replace(OWN_WORDS, "").replace(MARKS, "").split(" ");
    if (joined === null || words.length < 2 || words.join(" ").length === own.name.length) return [];
    const lead = before.slice(0, joined.index);
    const shared = words.findLastIndex((_, i) => i > 0 && endsWith(lead, words.slice(0, i).join(" ")));
    if (shared < 1) return [];
    const end = own.from - before.length + lead.length;
    const from = end - words.slice(0, shared).join(" ").length;
    // The mark of a footnote is a part of the name, and no figure of it.
    const to = end + joined[1]!.length;
    return OWN_BEFORE.test(text.slice(Math.max(0, from - JOINED_WITHIN), from))
      ? []
      : [{ family, basis: "GAAP", name: text.slice(from, to), from, to }];
  });
const MARKS = / ?\(\w{1,3}\)| ?\*{1,3}/g;
const endsWith = (text: string, words: string): boolean =>
  text.toLowerCase().endsWith(words.toLowerCase()) && !/[\w-]$/.test(text.slice(0, text.length - words.length));
