import { anyCase, find, inSmall, type Pattern, says } from "../pattern.ts";
import type { Family } from "./family.ts";
import { CHANGED } from "./family-names.ts";
import type { Named } from "./named.ts";

/** How much of the text behind a name tells of its parts. */
export const REACH = 90;

/** What an amount is called when it is divided by revenue. */
export const MARGINS: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["gross-profit", "gross-margin"],
  ["operating-income", "operating-margin"],
  ["pre-tax-income", "pre-tax-margin"],
  ["net-income", "net-margin"],
  ["ebit", "ebit-margin"],
  ["ebitda", "ebitda-margin"],
  ["free-cash-flow", "free-cash-flow-margin"],
  ["distributable-earnings", "distributable-margin"],
  ["operating-cash-flow", "operating-cash-flow-margin"],
  ["selling-and-administrative", "selling-and-administrative-rate"],
  ["sales-and-marketing", "sales-and-marketing-rate"],
  ["research-and-development", "research-and-development-rate"],
  ["operating-expenses", "operating-expenses-rate"],
  ["cost-of-sales", "cost-of-sales-rate"],
]);
const OF_REVENUE =
  "(?:%|percent(?:age)?) of (?:(?:total|net|our) )*(?:revenues?|sales|gross profit|gross bookings|gross merchandise (?:value|volume|sales))\\b";
const AS_PART = anyCase(
  new RegExp(
    String.raw`^(?:(?: \([^)]{2,20}\))?,? |(?: \([^)]{2,20}\))?(?: [a-z-]+){0,6} as an? )(?:\(${OF_REVENUE}\)|${OF_REVENUE})`,
    "d",
  ),
);
const PART_BEHIND = anyCase(
  /(?:[;,]|\bor|\brepresent(?:ing|ed|s)|\bequal(?:s|ed|ing)(?: to)?|\bof|\bwas|\bwere|\bat|\bto|[(=]) ?(?:approximately |about |a |an )?\(?-?\d[\d.]{0,6}\)? ?(?:%|percent)\)? of (?:(?:total|net|our|its|quarterly) )*$/,
);

/** "As a percentage of revenue, adjusted EBITDA was 24%": the same, said first. */
const AS_PART_FIRST = anyCase(
  new RegExp(String.raw`\bas an? ${OF_REVENUE},? (?:(?:our|the|its|total|consolidated|gaap) )?$`),
);
const FIRST_WITHIN = 70;

/** "EBITDA as a % of revenue" is a margin under another name; so is a part of gross profit, where what is sold is passed on, or of what goes through a marketplace. */
export function ofRevenue(text: string, named: Named): Named {
  const margin = MARGINS.get(named.family);
  if (margin !== undefined && says(AS_PART_FIRST, text.slice(Math.max(0, named.from - FIRST_WITHIN), named.from)))
    return { ...named, family: margin, name: `${named.name} as a part of revenue` };
  const behind = margin === undefined ? null : find(AS_PART, text.slice(named.to, named.to + REACH));
  if (margin === undefined || behind === null) return named;
  const to = named.to + behind[0].length;
  return { ...named, family: margin, name: text.slice(named.from, to), to };
}

/** "Adjusted SG&A was $88.3 million, compared to $101.7 million, and leveraged 180 basis points to 27.6% of sales": the verb is said of a part of revenue alone. */
const LEVERAGED = anyCase(
  /^(?:[^.;]|\.\d){0,200}\b(?:de)?leverag(?:ed|ing) (?:by )?[\d,]{1,6} (?:basis points|bps) to \d[\d.]{0,5} ?(?:%|percent) of (?:(?:total|net) )?$/,
);

/** "Adjusted EBITDA of $12.1 million, or 30% of revenue": the margin, given behind its amount. */
export function partsOfRevenue(text: string, all: readonly Named[], { until }: At): readonly Named[] {
  return all.flatMap((named) => {
    const family = MARGINS.get(named.family);
    const between = text.slice(named.to, until);
    const of =
      family === undefined ||
      (until - named.to > REACH && !(/leverag/.test(inSmall(between)) && says(LEVERAGED, between)))
        ? null
        : find(PART_BEHIND, between);
    const revenue = /^(?:revenues?|(?:net )?sales)\b(?! (?:is|are|was|were|came|comes|derived|from)\b)/i.exec(
      text.slice(until),
    );
    if (family === undefined || of === null || revenue === null) return [];
    const from = named.to + between.lastIndexOf(" of ") + 1;
    const to = until + revenue[0].length;
    const basis = says(WITHOUT, text.slice(to, to + REACH)) ? "non-GAAP" : named.basis;
    return [{ ...named, basis, family, name: `${named.name} as a part of revenue`, from, to }];
  });
}

/**
 * "Adjusted EBITDA rose 16% to $29.1 million, or 6.5%": a rate behind the amount, where how it has grown has been told or nothing has, is its part of
 * revenue, though no word says of what. "An increase of $4 million, or 16%" tells the growth.
 */
export function partsUnsaid(text: string, all: readonly Named[], { until }: At): readonly Named[] {
  if (!text.includes(" or ")) return [];
  return all.flatMap((named) => {
    const family = MARGINS.get(named.family);
    if (family === undefined || family.endsWith("-rate")) return [];
    const found = find(PART_UNSAID, text.slice(named.to, until));
    if (found === null) return [];
    const to = named.to + found[0].length;
    return [{ ...named, family, name: `${named.name} as a part of revenue`, from: to - 2, to }];
  });
}
const PART_UNSAID = anyCase(
  /^(?: ?\(\w{1,2}\)| \d(?= ))?(?: (?:(?:increased|grew|rose|improved|climbed|decreased|declined|fell) (?:by )?\d[\d.]{0,5} ?(?:%|percent) to|was|were|of|totall?ed)) (?:an? )?(?:(?:record|quarterly|approximately|about) )*[$\u20ac\u00a3]\d[\d.,]{0,12}(?: (?:million|billion|thousand))?,? or(?= \d[\d.]{0,5} ?(?:%|percent)(?:[,.;]|$| (?:compared|versus|vs)\b))/,
);

/** "SG&A was 17.4% of sales excluding severance": what is left out behind the part is left out of it. */
const WITHOUT = anyCase(
  /^,? (?:(?:excluding|exclusive of) (?!(?:[a-z-]+ )?tax|vat\b|interest|depreciation|amorti)|on an? (?:adjusted|non-?gaap|core|underlying|normali[sz]ed) basis\b|as adjusted\b)/,
);

/** Where a name stands in a text, and where the name behind it begins and that before it ends. */
export interface At {
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly after: number;
}

const PER_SHARE: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["ffo", "ffo-per-share"],
  ["net-income", "eps"],
  ["operating-income", "eps"],
  ["net-investment-income", "net-investment-income-per-share"],
  ["distributable-earnings", "distributable-earnings-per-share"],
]);

/** Parts of revenue may be given between a measure and its share: "net income of $2 million, or 3% of revenue, or $0.53 per share". */
export const BETWEEN_SHARE: ReadonlySet<Family> = new Set<Family>([...MARGINS.values(), "revenue"]);
/** "Net income attributable to the holders of ... for the second quarter of ... was ...": so much may stand before the share. */
const SHARE_REACH = 130;

/** "$0.05 per share", "$0.05 basic and diluted per share". */
const AT_AMOUNT = anyCase(/\d\)? ?(?:(?:basic|diluted) and (?:basic|diluted) )?$/);
const AT_AMOUNT_WITHIN = 24;

/** "Operating results of $0.60 per share": what a share has earned, under a word that names no amount by itself. */
const RESULTS_OF = anyCase(
  /\b((?:(non[-\u2010\u2011 ]?gaap|adjusted|operating|core|underlying|normali[sz]ed|ongoing)|(?<!non[-\u2010\u2011 ])gaap|reported) (?:\w+ )?results) (?:of|were) (?:approximately )?[$€£]\(?\d{1,2}\.\d\d\)? (?:per )?$/d,
);
const RESULTS_WITHIN = 80;

/** "Net income of $36.3 million, or $0.66 per share": the share's part of the measure before it. */
export function perShare(text: string, from: number, to: number, last: Named | undefined): readonly Named[] {
  const before = text.slice(Math.max(0, from - RESULTS_WITHIN), from);
  const results = /results/.test(inSmall(before)) ? find(RESULTS_OF, before) : null;
  if (results !== null) {
    const start = from - before.length + results.index;
    const basis = results[2] === undefined ? "GAAP" : "non-GAAP";
    return [{ family: "eps", basis, name: results[1]!, from: start, to: start + results[1]!.length }];
  }
  if (
    last === undefined ||
    from - last.to > 3 * REACH ||
    !AT_AMOUNT.test(text.slice(Math.max(0, from - AT_AMOUNT_WITHIN), from))
  )
    return [];
  // What stands between in brackets does not take the share away from its measure.
  const between = text.slice(last.to, from).replace(/\([^()]*\)/g, "");
  if (between.length > SHARE_REACH || /[.;]\s|\bdividend|\bbook value/.test(inSmall(between))) return [];
  const family = PER_SHARE.get(last.family);
  // Income of operations has no place per share in the standards.
  const basis = last.family === "operating-income" ? "non-GAAP" : last.basis;
  return family === undefined ? [] : [{ family, basis, name: `${last.name} ${text.slice(from, to)}`, from, to }];
}

/**
 * "Net income was $2.01 and adjusted net income $2.27 per share", "GAAP earnings of $1.58; ongoing earnings of $1.66": what is printed in
 * cents, and neither in millions nor by the ton, is what a share has earned.
 */
export function inCents(text: string, all: readonly Named[]): readonly Named[] {
  let last: Named | undefined;
  return all.flatMap((named) => {
    const family = PER_SHARE.get(named.family);
    if (family === undefined || (named.family === "operating-income" && named.basis === "GAAP")) return [named];
    const next = all.find((other) => other.from >= named.to);
    // Of a second one whose share is told behind its amount that share is all.
    if (last !== undefined && next?.name.startsWith(`${named.name} per`) && last.to < named.from) return [];
    const behind = text.slice(named.to, named.to + REACH);
    const [amount] = (/\d\.\d\d/.test(behind) ? find(IN_CENTS, behind) : null) ?? [];
    if (amount === undefined || named.to + amount.length > (next?.from ?? text.length)) return [named];
    last = named;
    return [{ ...named, family }];
  });
}
const IN_CENTS = anyCase(
  /^(?:,? ?\([^()$%\d]{2,24}\))?(?: (?:of|was|were|to|at|a|approximately|rose|grew|increased|improved|fell|declined|decreased|totall?ed|came in|reached))* ?\(?[$€£] ?\(?\d{1,2}\.\d\d\)?(?!\d|,\d|\)? ?(?:million|billion|thousand|trillion|[mb]n?\b|mm\b|k\b|(?:per|an?) \w|\/ ?\w|diluted|basic|(?:to|and|[-\u2013\u2014]) ?[$€£]?\d))/,
);

/** "Non-GAAP net income was $41.0 million, or $0.35 diluted EPS": of the measure before it, whose basis it has. */
export function shareOf(text: string, eps: Named, last: Named | undefined): Named {
  // "Core earnings were $1.36 per share, compared to earnings of $1.23 per share": compared is like with like.
  const isCompared =
    last?.family === "eps" &&
    last.basis === "non-GAAP" &&
    eps.basis === "GAAP" &&
    BARE.test(text.slice(eps.from, eps.to));
  if (isCompared && says(COMPARED, text.slice(last.to, eps.from))) return { ...eps, basis: "non-GAAP" };
  const isBehind = last?.family === "net-income" && last.basis === "non-GAAP" && eps.basis === "GAAP";
  if (!isBehind || eps.from - last.to > REACH) return eps;
  const between = text.slice(last.to, eps.from);
  return says(OR_BY_SHARE, between) && !/[.;]\s|\bgaap\b/.test(inSmall(between)) ? { ...eps, basis: "non-GAAP" } : eps;
}
const BARE = anyCase(/^(?:earnings|income|loss|profit)$/);
const COMPARED = anyCase(/^(?:(?!\bgaap\b)[^;]){0,90}\b(?:compar\w+ (?:to|with)|versus|vs\.?|from|against) (?:an? )?$/);
const OR_BY_SHARE = /(?:\bor|\() ?(?:[A-Z]{0,3}[$€£] ?)?\(?\d[\d.]{0,8}\)? (?:(?:of|in|per|diluted|basic) ){0,2}$/;

/** Words that say of a margin no more than that it is the one of the amount just told of. */
const ITS = String.raw`(?:an?|the|our|its|with|at|corresponding|associated|related|resulting|improv\w+|expand\w+|higher|lower|strong\w*|\d[\d.]{0,6}\)? ?(?:%|percent))`;
const MARGIN_BEHIND = anyCase(
  new RegExp(
    String.raw`(?:\b|[,;(] ?)${ITS} (margins?)(?![a-z-])(?! (?:of error|of safety|trends?|pressures?|headwinds?|loans?|calls?|debt|products?))`,
    "d",
  ),
);

/** "Adjusted EBITDA rose 11% and margins expanded": the word alone, where it is what the clause goes on about. */
const MARGIN_NEXT = anyCase(
  /(?:\band|,) (margins?)(?= (?:of|was|were|at|expand\w*|improv\w*|increas\w*|rose|grew|widen\w*|declin\w*|decreas\w*|fell|contract\w*)\b)/d,
);

/** "Record adjusted EBITDA and margins": told of together, and in words. */
const MARGIN_JOINED = anyCase(/^ and (?:our |its )?(margins?)(?![a-z-])(?!.*\d)/d);

/** "Adjusted EBITDA of $49.7 million, achieving a margin of 12.2%": the margin, without the name of its amount. */
export function marginBehind(text: string, all: readonly Named[], { until }: At): readonly Named[] {
  return all.flatMap((named) => {
    const family = MARGINS.get(named.family);
    const between = text.slice(named.to, Math.min(until, named.to + 2 * REACH));
    const clause = between.slice(0, /[;:]|\.(?!\d)/.exec(between)?.index);
    const match =
      family === undefined
        ? null
        : (find(MARGIN_JOINED, clause) ?? find(MARGIN_BEHIND, clause) ?? find(MARGIN_NEXT, clause));
    if (family === undefined || match === null) return [];
    const from = named.to + match.index + match[0].length - match[1]!.length;
    return [{ ...named, family, name: `${named.name} ${match[1]!}`, from, to: from + match[1]!.length }];
  });
}

/** "Operating income ex-items was $5.3 million, yielding operating margins of 12%": a margin of the amount right before it. */
const YIELDING = anyCase(
  /^(?:[^.;]|\.\d){0,70}\b(?:yielding|resulting in|result(?:s|ed) in|representing|equat(?:es|ing) to|for) (?:an? )?$/,
);
export const ofLast = (text: string, margin: Named, last: Named | undefined): Named =>
  last?.basis === "non-GAAP" &&
  margin.basis === "GAAP" &&
  MARGINS.get(last.family) === margin.family &&
  says(YIELDING, text.slice(last.to, margin.from))
    ? { ...margin, basis: "non-GAAP" }
    : margin;

/** "Operating earnings of $16 million, ...; adjusted earnings of $23 million": the bare word goes on with the line that has been called by it. */
export const ofOperations = (text: string, bare: Named, last: Named | undefined): Named =>
  bare.basis === "non-GAAP" &&
  bare.family === "net-income" &&
  last?.family === "operating-income" &&
  last.basis === "GAAP" &&
  EARNINGS.test(last.name) &&
  bare.from - last.to < OPERATIONS_REACH &&
  !/[.!?] [A-Z]/.test(text.slice(last.to, bare.from))
    ? { ...bare, family: "operating-income" }
    : bare;
const EARNINGS = anyCase(/\bearnings\b/);
const OPERATIONS_REACH = 220;

/** Lines of the standards that a word before the first of a list is said of as well. */
const LISTED: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "gross-margin",
  "operating-income",
  "operating-margin",
  "net-margin",
  "eps",
]);
const OWN_WORDS = anyCase(
  /^(?:(?:non[-\u2010\u2011 ]?gaap|adjusted|comparable|core|underlying|normali[sz]ed|pro[- ]?forma) )+/,
);
const OWN_ALONE: ReadonlySet<Family> = new Set<Family>(["ebit", "ebitda", "free-cash-flow", "ffo", "noi"]);

/** "Growth in comparable adjusted revenue, EBITDA and EPS": the word before the first of a list is said of all of them. */
export function inList(text: string, all: readonly Named[]): readonly Named[] {
  let word = false;
  return all.map((named, i) => {
    const last = all[i - 1];
    const isNext = last !== undefined && /^(?:,| and|, and| &) $/.test(inSmall(text.slice(last.to, named.from)));
    word =
      (isNext && word) || (named.basis === "non-GAAP" && !OWN_ALONE.has(named.family) && OWN_WORDS.test(named.name));
    const isSaid = isNext && word && named.basis === "GAAP" && LISTED.has(named.family) && last.family !== named.family;
    return isSaid ? { ...named, basis: "non-GAAP" } : named;
  });
}

/** "Adjusted earnings per share (EPS) was $1.64": the short name in brackets is no second measure, and goes with the long one. */
export const withoutShort = (text: string, found: readonly Named[]): readonly Named[] =>
  found.flatMap((n, i) => {
    if (closingOf(text, found[i - 1], n) !== undefined) return [];
    const to = closingOf(text, n, found[i + 1]);
    return [to === undefined ? n : { ...n, name: text.slice(n.from, to), to }];
  });

/** Where the bracket ends that one name of a measure has its short name in. */
function closingOf(text: string, long: Named | undefined, short: Named | undefined): number | undefined {
  if (long === undefined || short?.basis !== "GAAP" || long.family !== short.family) return undefined;
  if (!/^ ?\(["“]?$/.test(text.slice(long.to, short.from))) return undefined;
  const closing = /^["”]?\)/.exec(text.slice(short.to, short.to + 2));
  return closing === null ? undefined : short.to + closing[0].length;
}

/** "Earnings/(loss) (U.S. GAAP)", "earnings applicable to common stock": the bare word with its basis behind it, or with those whose it is. */
export const STATED_BEHIND: Pattern = anyCase(
  /^ ?(?:\/ ?)?(?:\(loss\) ?)?\((?:u\.?s\.? )?gaap\)|^(?: \(loss(?:es)?\))? (?:available|applicable|attributable) (?:for|to) common (?:share|stock)/,
);

/** "Earnings of $4.0 billion, or $2.38 per share": a whole amount of money right behind the bare word is what the period has earned. */
export const GIVEN_WHOLE: Pattern = anyCase(
  /^ (?:of|was|were|totall?ed|came to|rose to|fell to) (?:approximately )?(?:us|c|a)?[$€£] ?\d[\d.,]{0,12} (?:million|billion)\b/,
);
/**
 * Where such earnings are those of the whole company: at the beginning of a sentence or a clause, behind a word for the period or the whole, or
 * behind what the company did. A segment and a peer have earnings too, and their names are without number.
 */
export const OF_THE_WHOLE: Pattern = anyCase(
  /(?:^\W{0,4}|[.;:,!?([\u2013\u2014] ?|\b(?:and|our|company(?:[’']s)?|total|consolidated|quarter(?:ly|[’']s)?|q[1-4]|year(?:ly|[’']s)?|annual|20\d\d|deliver\w*|had|post(?:s|ed)|generat\w+|record(?:s|ed)|achiev\w+|report(?:s|ed)|announc\w+) (?:(?:record|strong|solid|higher|lower|total) )?)$/,
);

/** "Profit before special items", "earnings adjusted for special items". */
export const CHANGED_BY_ITEMS: Pattern = anyCase(
  new RegExp(String.raw`^,? (?:before|excluding|adjusted for) ${CHANGED}\b`),
);

/** "Adjusted profit", "underlying loss": words as short as these are measures only right behind what makes them the company's own. */
export const DIRECTLY_OWN: Pattern = anyCase(
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|underlying|core|normali[sz]ed|ongoing|economic|epra) (?:(?:net|group|consolidated|total|after-tax) )?(?:\((?:loss|income|profit|earnings)\) )?$/,
);
