import { comparableTo } from "./comparable.ts";
import type { Family, KnownFamily } from "./family.ts";
import { type Named, namedIn } from "./lexicon.ts";

/** A name as a release prints it where it teaches it, and what it is there said to come from. */
export interface Taught {
  readonly name: string;
  readonly by: "reconciled" | "defined" | "listed";
  /** The line of the standards that it is led from, or that its definition begins with. */
  readonly from: { readonly named: Named | undefined; readonly label: string } | undefined;
}

const LONGEST_NAME = 90;
const MOST_WORDS = 12;

/** What stands before or behind a name and is no part of it. */
const LEADING =
  /^(?:(?:the|an?|our|its|their|of|in|for|and|or|both|each|all|certain|that|total company|company[’']s|measures?(?: of)?|metrics?(?: of)?|non[-\u2010\u2011 ]?gaap (?:(?:financial|performance|operating|liquidity|profit|supplemental) )*(?:measures?|metrics?)(?: of)?|we|present|use|calculation of|reconciliation of|computation of)[ :]+)+/i;
const TRAILING =
  /(?:[\s,:;.*†‡]|\((?:\w{1,2}|non[-\u2010\u2011 ]?gaap[^)]{0,30}|unaudited|gaap)\)|\((?:["“][^)]{1,40}["”]|[A-Z]{2,12})\)|\bmeasures?|\bmetrics?|,? (?:each|both|all))+$/i;
/** Words that no name of a measure has in it. */
const NO_NAME =
  /\b(?:we|our|us|it|they|this|these|those|which|who|whose|that|management|because|although|however|therefore|when|where|while|may|might|can|could|should|would|will|has|have|had|was|were|been|is|are|be|do|does|not|no|non-?recurring|investors?|guidance|outlook|users?|measures?|information|statements?|reconciliations?|items|quarter|months|year|ended|below|above|table|following|company|(?<!non[-\u2010\u2011 ]?)gaap)\b|[$€£%=]|\d{3}|[.!?]\s/i;
/** What a measure is in the end: of money, or a ratio of it. */
const HEAD =
  /\b(?:income|earnings|profit(?:ability)?|loss|margins?|contribution|revenues?|sales|costs?|expenses?|opex|capex|expenditures?|cash|flows?|liquidity|debt|borrowings|indebtedness|leverage|equity|value|capital|assets|ratios?|rates?|returns?|yields?|spread|growth|shares?|unit|eps|ebit\w*|oibda|[an]?ffo|noi|nav|conversion|coverage|provisions?|benefits?|interest|tax(?:es)?|cogs|sg&a|g&a)\b/i;
/** What releases count or contract, and no statement holds: no measures of performance of the standards' kind. */
const KEY_FIGURE =
  /\b(?:recurring revenue|retention|bookings?|backlog|orders?|volumes?|merchandise|transactions?|payments? volume|users?|subscribers?|customers?|same[- ](?:store|property|center|community)|comparable (?:store|restaurant|club|sales)|occupancy|assets under|remaining performance|headcount|production|shares outstanding|weighted|rpo|arr|acv|tcv|gmv|aum|revpar|adr|book-to-bill|run[- ]rate|system-?wide|premiums?|pipeline|addressable|market|deferred|stock-based|share-based|amortization|depreciation|restructuring|impairment|tax effects?)\b/i;

/** The name without what is around it; undefined where it can be none. */
export function cleaned(raw: string): string | undefined {
  const name = raw
    .slice(0, 2 * LONGEST_NAME)
    .replace(/\s+/g, " ")
    .trim()
    .replace(TRAILING, "")
    .replace(LEADING, "")
    .replace(/^["“”'‘]+|["“”'’]+$/g, "")
    .trim();
  if (name.length < 3 || name.length > LONGEST_NAME || name.split(" ").length > MOST_WORDS) return undefined;
  return NO_NAME.test(name) ||
    !/^[\p{L}%]/u.test(name) ||
    (name.match(/\(/g) ?? []).length !== (name.match(/\)/g) ?? []).length
    ? undefined
    : name;
}

export const isKeyFigure = (name: string): boolean => KEY_FIGURE.test(name);
export const hasHead = (name: string): boolean => HEAD.test(name);

const PER_SHARE = /\bper (?:\w+ ){0,3}(?:share|unit|ads)\b|\beps\b/i;
const PART = /\b(?:margins?|ratios?|rates?|%|percent\w*|returns?|yields?)\b/i;
/** A ratio of two names is none of either. */
const OF_TWO = /\b(?:to|over|divided by|of|on) (?=\w)|\/|\bper (?!(?:\w+ ){0,3}(?:share|unit|ads)\b)/i;

const IN_PART: Readonly<Partial<Record<KnownFamily, KnownFamily>>> = {
  revenue: "net-margin",
  "gross-profit": "gross-margin",
  "operating-income": "operating-margin",
  "pre-tax-income": "net-margin",
  "net-income": "net-margin",
  "operating-cash-flow": "operating-cash-flow-margin",
};
const BY_SHARE: Readonly<Partial<Record<KnownFamily, KnownFamily>>> = {
  "net-income": "eps",
  "pre-tax-income": "eps",
  "operating-income": "eps",
  "net-investment-income": "net-investment-income-per-share",
  equity: "book-value-per-share",
};

/** The family of a name: by the words of the lexicon in it, else by the line that it comes from, else by its last noun. */
export function familyOf({ name, from }: Taught): Family | undefined {
  const hits = namedIn(name);
  const hit = hits.at(-1);
  const start = from?.named?.basis === "GAAP" ? from.named.family : undefined;
  const isOfTwo = OF_TWO.test(name) && PART.test(name);
  if (hit !== undefined && !isOfTwo) {
    // "Operating earnings" of an insurer or a utility are what is left of net income.
    if (hit.family === "operating-income" && /\bearnings\b/i.test(name) && (start === "net-income" || start === "eps"))
      return PER_SHARE.test(name) ? "eps" : "net-income";
    return hit.family;
  }
  const base = start ?? (from === undefined ? byHead(name) : lineOf(from.label));
  if (base === undefined) return undefined;
  const made = PER_SHARE.test(name) ? BY_SHARE : PART.test(name) ? IN_PART : undefined;
  if (base === "revenue" && /\b(?:profit|earnings|income|contribution|margin)\b/i.test(name))
    return PART.test(name) ? "gross-margin" : "gross-profit";
  return made?.[base as KnownFamily] ?? (isOfTwo ? undefined : base);
}

/** By what a name of money ends with, where nothing else tells what it is compared with. */
function byHead(name: string): KnownFamily | undefined {
  if (/\b(?:earnings|income|profit|loss)\b/i.test(name)) return "net-income";
  if (/\bcash (?:flow|generation|generated)\b/i.test(name)) return "operating-cash-flow";
  if (/\b(?:revenues?|sales)\b/i.test(name)) return "revenue";
  return /\b(?:operating|total) (?:expenses|costs)\b/i.test(name) ? "operating-expenses" : undefined;
}

/** A line of the standards as a family of its own: "noninterest expense". */
export function lineOf(label: string): Family | undefined {
  const line = label
    .toLowerCase()
    .replace(/\([^)]{0,40}\)|[*†‡:]|,? as reported\b|\b(?:u\.?s\.? )?gaap\b|\breported\b|^\s*total /g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length < 6 || line.length > 60 || line.split(" ").length > 6 || !HEAD.test(line) || NO_NAME.test(line))
    return undefined;
  return `own ${line}`;
}

/** Whether the lexicon has the whole of a name, as the company's own and of that family. */
export const isKnown = (name: string, family: Family): boolean =>
  namedIn(name).some((n) => n.basis === "non-GAAP" && n.family === family && n.from < 12);

/** Whether it is no more than the name of a line of the standards. */
export const isPlain = (name: string): boolean => {
  const [hit, ...others] = namedIn(name);
  return (
    hit !== undefined && others.length === 0 && hit.basis === "GAAP" && hit.from === 0 && hit.to >= name.length - 1
  );
};

export const comparableWords = (family: Family): string => comparableTo(family).words;
