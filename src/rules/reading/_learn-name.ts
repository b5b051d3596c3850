import { type Family, type KnownFamily, RATES } from "../names/family.ts";
import type { Learned } from "../names/learned.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, inSmall } from "../pattern.ts";

/** A name as a release prints it where it teaches it, and what it is there said to come from. */
export interface Taught {
  readonly name: string;
  readonly by: "reconciled" | "column" | "caption" | "defined" | "listed";
  /** The line of the standards that it is led from, or that its definition begins with. */
  readonly from: { readonly named: Named | undefined; readonly label: string } | undefined;
  /** Whether the row that has it gives money: its "margin" is then what is left, and no part of revenue. */
  readonly inMoney?: boolean;
  /** Whether a sentence says of this name alone that it is no measure of the standards, whatever the lexicon and the statements have. */
  readonly surely?: boolean;
  /** Whether its last word is none of money or of a ratio: a measure it is where a table leads to it alone. */
  readonly headless?: boolean;
}

const LONGEST_NAME = 90;
const MOST_WORDS = 12;

/** What stands before or behind a name and is no part of it. */
const LEADING =
  /^(?:(?:the|an?|our|its|their|of|in|for|and|or|both|each|all|certain|that|total company|company[’']s|measures?(?: of)?|metrics?(?: of)?|non[-\u2010\u2011 ]?gaap (?:(?:financial|performance|operating|liquidity|profit|supplemental) )*(?:measures?|metrics?)(?: of)?|we|present|believe|use|calculation of|reconciliation of|computation of)[ :]+)+/i;
const TRAILING =
  /(?:[\s,:;.*†‡]|\s[-\u2013\u2014] ?non[-\u2010\u2011 ]?gaap|\((?:\w{1,2}|non[-\u2010\u2011 ]?gaap[^)]{0,30}|unaudited|gaap)\)|\((?:["“][^)]{1,40}["”]|(?!(?:F?TE|TEY|FTEB?)\))[A-Z]{2,12})\)|\bmeasures?|\bmetrics?| (?:including|excluding)|,? (?:each|both|all))+$/i;
/** The mark of the footnote that a sentence is. */
const MARK = /^(?:[*†‡¹²³]{1,3}|\(\w{1,2}\)|\d\))\s*(?=\p{L})/u;
/** Words that no name of a measure has in it. */
const NO_NAME = anyCase(
  /\b(?:we|our|us|it|they|this|these|those|which|who|whose|that|management|because|although|however|therefore|when|where|while|may|might|can|could|should|would|will|has|have|had|was|were|been|is|are|be|do|does|not|no|investors?|reduced|increased|decreased|lowered|raised|improved|declined|compared|totall?ed|generated|delivered|reached|remained|rose|fell|grew|accordance|reference|defin\w*|calculat(?!ed (?:current )?billings)\w*|comput\w*|represents?|means?|consists?|equals?|presented|derived|minus|plus|according|percentage change|used|using|reported|adjust|adding|make|differences?|basis|appendix|numbers|guidance|outlook|users?|measures?|information|statements?|reconciliations?|items|quarter|months|year|ended|below|above|table|following|company|(?<!non[-\u2010\u2011 ]?)gaap)\b|[$€£%=]|\d{3}|[.!?:]\s/,
);
/** "A numerical measure of performance, financial position or cash flow": words for a kind of measure, and no measure's name; nor is the half of a caption at which a list has been parted, or an item that is left out of a measure. */
const KIND = anyCase(
  /^(?:(?:(?:historical|future|past|financial|net) )?(?:performance|positions?|results?|cash(?: flows?)?|liquidity|earnings|income|profits?|capital)|operating (?:performance|results?|cash flows?|profits?)|(?:administrative|marketing|development|engineering|amortization|accretion) (?:expenses?|costs?)|(?:gains?|loss(?:es)?) (?:on|from) (?:the )?(?:sales?|disposals?|extinguishment|divestitures?|settlements?)\b.*)$/,
);
/** What a measure is in the end: of money, or a ratio of it. */
const HEAD = anyCase(
  /\b(?:income|earnings|profit(?:ability)?|loss|margins?|contribution|revenues?|sales|billings|bookings|costs?|expenses?|opex|capex|expenditures?|cash|flows?|liquidity|debt|borrowings|indebtedness|leverage|equity|value|capital|assets|ratios?|rates?|returns?|yields?|spread|growth|shares?|unit|eps|ebit\w*|oibda|[an]?ffo|noi|nav|conversion|coverage|provisions?|benefits?|interest|tax(?:es)?|cogs|sg&a|g&a)\b/,
);
/** What releases count or contract, and no statement holds: no measures of performance of the standards' kind. */
const KEY_FIGURE = anyCase(
  /\b(?:recurring revenue|retention|bookings?|billings|backlog|orders?|volumes?|merchandise|transactions?|payments? volume|users?|subscribers?|customers?|same[- ](?:store|property|center|community)|comparable (?:store|restaurant|club|sales)|occupancy|assets under|remaining performance|headcount|production|shares outstanding|weighted|rpo|arr|acv|tcv|contract value|gmv|aum|revpar|adr|book-to-bill|run[- ]rate|system-?wide|premiums?|pipeline|addressable|market|deferred|stock-based|share-based|amortization|depreciation|restructuring|impairment|tax effects?)\b/,
);

/** The name without what is around it; undefined where it can be none. */
export function cleaned(raw: string): string | undefined {
  const name = raw
    .slice(0, 2 * LONGEST_NAME)
    .replace(/\s+/g, " ")
    .trim()
    .replace(MARK, "")
    .replace(TRAILING, "")
    .replace(LEADING, "")
    .replace(/^["“”'‘]+|["“”'’]+$/g, "")
    .trim();
  if (name.length < 3 || name.length > LONGEST_NAME || name.split(" ").length > MOST_WORDS) return undefined;
  return NO_NAME.test(name) ||
    KIND.test(name) ||
    !/^[\p{L}%]/u.test(name) ||
    (name.match(/\(/g) ?? []).length !== (name.match(/\)/g) ?? []).length
    ? undefined
    : name;
}

/** Words that leave a line of the standards what it is. */
const NEUTRAL =
  /\b(?:total|consolidated|company|group|net|gross|diluted|basic|common|share(?:s|holders?)?|stockholders?|unitholders?|attributable|available|applicable|controlling|non-?controlling|interests?|from|to|in|of|the|and|or|for|per|as|by|with|on|loss(?:es)?|income|continuing|operations|operating|activities|provided|home|closings?|product|services?|before|tax(?:es)?|provision|benefit|balance|sheets?|statements?|ordinary|parent|owners?|long-term|short-term|current|expenses?|costs?|revenues?|sales|cash|equivalents)\b/gi;

/** Whether nothing in a name but a line of the standards, and what leaves it one, can make it the company's own. */
export function isOfStandards(name: string, learned?: Learned): boolean {
  const hits = namedIn(name, learned);
  if (hits.some((n) => n.basis === "non-GAAP")) return false;
  let rest = name;
  for (const hit of hits.toReversed()) rest = `${rest.slice(0, hit.from)} ${rest.slice(hit.to)}`;
  return !/\p{L}{2}/u.test(rest.replace(NEUTRAL, " "));
}

export const isKeyFigure = (name: string): boolean => KEY_FIGURE.test(name);

/** Words that begin what only makes a name exact. */
const EXACT = anyCase(
  / (?:excluding|exclusive|before|ex|per|of|on|in|from|for|net(?! (?:sales|revenues?|income|loss|earnings|profit|cash|debt|interest|margin))|as|after|less|including|without|at|by|available|attributable|provided)\b|[(,]|$/,
);

/** Whether a name is that of an amount of money or of a ratio: its noun, before what makes it exact, says so. */
export function hasHead(name: string): boolean {
  const first = name.slice(0, EXACT.exec(name)?.index).trim();
  const isOfMoney = HEAD.test(first.split(" ").at(-1) ?? "") || /\bcash\b/.test(inSmall(first));
  return isOfMoney && !/ to /.test(inSmall(name.replace(DEBT_TO, "")));
}
/** "Debt to capital" is one name; what goes from one to another is two. */
const DEBT_TO = /\b(?:debt|equity|assets|leverage|loans?|costs?) to /i;

const PER_SHARE = anyCase(/\bper (?:\w+ ){0,3}(?:share|unit|ads)\b|\beps\b/);
const PART = anyCase(/\b(?:margins?|ratios?|rates?|%|percent\w*|returns?|yields?)\b/);
/** A ratio of two names is none of either. */
const OF_TWO = anyCase(/\b(?:to|over|divided by|of|on) (?=\w)|\/|\bper (?!(?:\w+ ){0,3}(?:share|unit|ads)\b)/);

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

/** The family of a name, in a release whose statements have a line of operating income or none: by the words of the lexicon in it, else by the line that it comes from, else by its last noun. */
export function familyOf(taught: Taught, hasOperating = true, learned?: Learned): Family | undefined {
  const family = familyBy(taught, hasOperating, learned);
  return family !== undefined && taught.inMoney === true ? (LEFT.get(family) ?? family) : family;
}
const LEFT: ReadonlyMap<Family, Family> = new Map([...MARGINS].map(([amount, margin]) => [margin, amount]));

function familyBy({ name, from, headless }: Taught, hasOperating: boolean, learned?: Learned): Family | undefined {
  const hits = namedIn(name, learned);
  const hit = hits.at(-1);
  const start = from?.named?.basis === "GAAP" ? from.named.family : undefined;
  const isOfTwo = OF_TWO.test(name) && PART.test(name);
  // "Distributable earnings return on average equity" ends with the name of a return, whichever earnings it is of.
  if (hit !== undefined && (!isOfTwo || (RATES.has(hit.family) && hit.to === name.length))) {
    // "Operating earnings" of an insurer or a utility are what is left of net income, and so is operating income where no statement has such a line.
    const isLeft = /\bearnings\b/.test(inSmall(name)) || !hasOperating;
    if (hit.family === "operating-income" && isLeft && (start === "net-income" || start === "eps"))
      return PER_SHARE.test(name) ? "eps" : "net-income";
    return hit.family;
  }
  // What has no noun of money is held against the line that it is led from, whichever nouns that has.
  const line = from === undefined || headless !== true ? undefined : captionOf(from.label);
  const led: Family | undefined = line === undefined ? undefined : `own ${line}`;
  const base = start ?? led ?? (from === undefined ? byHead(name) : lineOf(from.label));
  if (base === undefined) return undefined;
  const made = PER_SHARE.test(name) ? BY_SHARE : PART.test(name) ? IN_PART : undefined;
  if (base === "revenue" && /\b(?:profit|earnings|income|contribution|margin)\b/.test(inSmall(name)))
    return PART.test(name) ? "gross-margin" : "gross-profit";
  return made?.[base as KnownFamily] ?? (isOfTwo ? undefined : base);
}

/** By what a name of money ends with, where nothing else tells what it is compared with. */
function byHead(name: string): KnownFamily | undefined {
  if (/\btax(?:es)?\b/.test(inSmall(name))) return undefined;
  if (/\bloss(?:es)?(?: and \w+)? ratios?\b/.test(inSmall(name))) return "loss-ratio";
  if (/\b(?:earnings|income|profit|loss)\b/.test(inSmall(name))) return "net-income";
  if (/\bcash (?:flow|generation|generated)\b/.test(inSmall(name))) return "operating-cash-flow";
  if (/\b(?:revenues?|sales|billings|bookings)\b/.test(inSmall(name))) return "revenue";
  return /\b(?:operating|total) (?:expenses|costs)\b/.test(inSmall(name)) ? "operating-expenses" : undefined;
}

/** A line of the standards as a family of its own: "noninterest expense". */
export function lineOf(label: string): Family | undefined {
  const line = captionOf(label);
  return line === undefined || line.split(" ").length > 6 || !HEAD.test(line) ? undefined : `own ${line}`;
}

/** The words of a line without what tells its basis or marks a note: "loans and finance receivables at fair value". */
export function captionOf(label: string): string | undefined {
  const line = label
    .toLowerCase()
    .replace(
      /\([^)]{0,40}\)|[*†‡:]|,? as reported\b|\b(?:u\.?s\.? )?gaap(?:[- ]based)?(?![\w-])|\breported\b|^\s*total /g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  return line.length < 6 || line.length > 60 || line.split(" ").length > 8 || NO_NAME.test(line) ? undefined : line;
}

/** Whether the lexicon has the whole of a name, as the company's own and of that family. */
export const isKnown = (name: string, family: Family, learned?: Learned): boolean =>
  namedIn(name, learned).some((n) => n.basis === "non-GAAP" && n.family === family && n.from < 12);
