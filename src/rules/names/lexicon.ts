import { anyCase, find, findAll, inSmall, type Pattern, says } from "../pattern.ts";
import { remembered, rememberedText } from "../remembered.ts";
import { growthApart } from "./apart.ts";
import { basisBefore, OF_BASIS, operationalBefore } from "./bases.ts";
import { hasCaption, withCaptions } from "./captions.ts";
import type { Family } from "./family.ts";
import { type Hit, hitsIn } from "./family-names.ts";
import { alsoUnderGaap } from "./in-turn.ts";
import { type Learned, withLearned } from "./learned.ts";
import type { MeasureBasis, Named } from "./named.ts";
import { NEAR, ON_BASIS_FIRST, ON_OWN_BASIS, onBasis } from "./on-basis.ts";
import {
  type At,
  BETWEEN_SHARE,
  CHANGED_BY_ITEMS,
  DIRECTLY_OWN,
  GIVEN_WHOLE,
  inCents,
  inList,
  marginBehind,
  OF_THE_WHOLE,
  ofLast,
  ofOperations,
  ofRevenue,
  partsOfRevenue,
  partsUnsaid,
  perShare,
  REACH,
  STATED_BEHIND,
  shareOf,
  withoutShort,
} from "./parts.ts";
import { atShareOf, isAtShare } from "./pro-rata.ts";
import { isLeftOut, isOfCounted, isTaxEquivalent } from "./without.ts";

export type { MeasureBasis, Named };

/** Words right before a name that make the measure the company's own, with the mark of a footnote, which loses its brackets on the way to plain text, and a few words of the name in between. */
const OWN = anyCase(
  /\b(non[-\u2010\u2011 ]?(?:gaap|ifrs)|(?<!\b(?:split|risk|seasonally|inflation|duration|acuity|mix)[ -])adjusted|adj\.?|(?<!\bnon[-\u2010\u2011 ])core|comparable|underlying|normali[sz]ed|recurring|recurrent|ongoing|economic|undepreciated|managed|epra|headline|tangible|pro[- ]?forma)(?: ?\((?:\w{1,2}|non-?gaap)\)| ?\*{1,3}|(?<=adjusted|gaap|core) ?(?:\d|[¹²³])(?= ))?(?:[ -](?:constant|currency|organic|diluted|basic|net|gross|combined|consolidated|total|after[- ]tax|pre-?tax|cash|nareit|operating|common|ongoing|segment|business|adjusted|normali[sz]ed|gaap|and|earnings|,|\((?:loss|income|profit|earnings)\))){0,4}[ -]$/d,
);
/** "Adjusted home closings gross margin": the words that are surest may have any two words of a name behind them. */
const OWN_FAR = anyCase(
  /\b(non[-\u2010\u2011 ]?gaap|adjusted|normali[sz]ed|underlying)(?:(?: ?\d|[¹²³])(?= ))? (?:(?!(?:and|or|for|of|to|by|from|the|was|were|in|with|as|is|on|at|than|per|basis|measures?|net|gross|that|which|not)\b)[a-z][a-z-]* ){1,2}$/d,
);
/** A word that is a part of such a name, and by itself makes no measure the company's own: "Operating EBITDA". */
const OWN_WORD = anyCase(
  /\b(?:operating|economic|modified|(?:un)?levered|run[- ]rate|annuali[sz]ed|ltm|ttm|(?:trailing|last)[- ](?:12|twelve)[- ]months?) $/,
);
/** Words right behind it that do the same. */
const OWN_BEHIND = anyCase(
  /^(?: growth)?(?:(?: (?:from |of )?continuing operations)?,? ?(?:--?|[\u2013\u2014]) ?(?:non-?gaap\b|(?:as )?adjusted\b(?! (?:for|to|by)\b))|(?: from continuing operations)?,? \(?(?:non-?gaap\b(?! (?:[a-z-]+ ){0,2}?(?:operating|net|gross|pre-?tax|income|earnings|eps|margins?|profit|loss|diluted|ebit\w*|tax|free|costs?|expenses?|revenues?|sales)\b)|as adjusted\b|adjusted\)|(?:excluding|exclusive of|excl\.) (?!tax|vat|interest)|ex(?:-|\. ?)(?!tax|vat|interest|dividend|works)[a-z]\w{1,20}|ex (?:items?|specials?|one-?time|fx|fuel|cats?|catastrophes?|charges?)\b|including (?:the )?(?:results of )?discontinued|(?:including|after|with) (?:the )?(?:effects?|impacts?) of (?:(?:our|its|the) )?(?:[a-z-]+ ){0,2}(?:hedg(?:es|ing)|derivatives?)\b)|,? before (?:(?:the impact of )?(?:[\w-]+ )?(?:special|one-?time|non-?recurring|exceptional|extraordinary|non-?core|certain|unusual|other) (?:items?|charges?|costs?)|(?:the )?(?:[\w-]+ ){0,5}adjustments?\b|(?:the (?:impact|effects?) of )?(?:(?:stock|share|equity)-based (?:compensation|payments?)|(?:restructuring|impairment|merger|acquisition|integration|litigation|transaction|separation|severance)(?:[- ]related)?(?:[ ,](?:and )?[a-z-]+){0,3} (?:charges?|costs?|expenses?|items?)|(?:goodwill |intangibles? |acquisition-related )?amortization\b|charges?\b(?! (?:for|to)\b)))|(?:,| \() ?adjusted(?= for\b(?! (?:[\w-]+ ){0,4}split\b)| to (?:exclude|remove|eliminate)\b|[.,;)]|$)| adjusted for\b(?! (?:[\w-]+ ){0,4}split\b)| \((?:[a-z -]{2,24})[,;] ?non-?gaap\b)/,
);
/** What a flow of cash is given without, in a clause of its own. */
const BEFORE_WORKING_CAPITAL = anyCase(
  /^[^.;\d]{0,60}?,? (?:before|excluding|prior to) (?:the )?(?:effects? of )?(?:net )?(?:non-?cash )?(?:changes? in )?(?:non-?cash )?(?:net )?(?:operating )?working capital|^,? \(?(?:less|minus|net of) (?:[a-z-]+ ){0,2}(?:capital (?:expenditures?|spending|investments?)|capex)\b/,
);
/** "Revenue grew 6% in constant currency": the rate right before is the only one of its name. */
const GROWTH_BEHIND = anyCase(
  /^ (?:growth )?(?:(?:of|was|were|grew|increased|rose|up|decreased|declined|fell|down) (?:by )?(?:approximately )?\(?-?\d[\d.]{0,6}\)? ?(?:%|percent) )?(?:\(?(?:in|at|on a) constant[- ](?:currenc|exchange|dollar)|on an? (?:organic|fx[- ]neutral|currency[- ]neutral|like[- ]for[- ]like|comparable currency)|organically)/,
);
/** What growth of revenue leaves out, in words behind it or before it. */
const LEAVING_OUT = String.raw`(?:excluding|exclusive of|without|adjust(?:ed|ing) for|net of the (?:impact|effects?) of|before the (?:impact|effects?) of|when removing) (?!(?:[a-z-]+ )?tax|vat\b|interest|depreciation|amorti|those\b|this\b|that\b|any\b|giving\b|further\b|much\b|such\b|having\b|doing\b)`;
const GROWTH_FAR = new RegExp(
  String.raw`\b(?:${ON_OWN_BASIS}|${LEAVING_OUT}(?:the )?(?:(?!\d)[\w&'’-]+ ?){1,6})`,
  "gi",
);
/** What other measures than revenue are told free of: the rates of exchange, and what was bought or sold. */
const RATES_FAR =
  /\b(?:(?:in|at|using|under) (?:[\w-]+ )?(?:constant|comparable|local)[- ](?:currenc\w+|exchange rates?|dollars?|fx|rates?)|on (?:an? |the )?(?:[\w-]+[ -]){0,2}?(?:constant|neutral|organic|like[- ]for[- ]like|(?:local|comparable)[- ]currency)(?:[ -](?:[\w-]+[ -]){0,2}?(?:basis|terms)|,? )|organically\b|currency[- ]neutral\b)/gi;
/** "Non-GAAP" of which the "non-" was taken apart is none of these; "GAAP" alone is said of the other measure. */
const GAAP_BEFORE = anyCase(/(?:^|[^-\w])(?:u\.?s\.? )?gaap (?:\w+ ){0,3}$/);
/** "Adjusted tax expense represents an effective tax rate of 21%": the rate is that of the tax before it. */
const OF_OWN_TAX = anyCase(
  /\b(?:adjusted|non-?gaap|underlying|normali[sz]ed) (?:income )?tax(?:es)?(?: (?:expense|provision|charge))?\b[^.;]{0,24}\b(?:represent\w*|equal\w*|equat\w+ to|correspond\w* to|result\w* in|yield\w*|at) an? $/,
);
const RATE_BEFORE = anyCase(/\brate (?:on|for) (?:our )?\w+ $/);
const STATED_BEFORE = anyCase(/\b(?:gaap|reported) (?:\((?:loss|income|profit)\) )?$/);
const BOTH_BEFORE = anyCase(/\b(?:gaap|reported) (?:an ?d|&|\/) (?:our |its |the )?$/);
/** What has EBITDA in its name and is no measure of performance. */
const NO_MEASURE_BEHIND = anyCase(
  /^(?: multiple| ratio| coverage|-based|[- ]to[- ](?:(?:net|total|cash|fixed)[- ])*(?:debt|interest|charges?)\b)/,
);
/** "Items that are not representative of ongoing earnings" are told of, and no earnings. */
const AS_EXAMPLE = anyCase(
  /\b(?:representative|indicative|reflective|characteristic) of (?:(?:our|its|the) )?(?:ongoing |core |underlying |normali[sz]ed |future )*$/,
);
/** "After adjusting for revenues that would have been recognized": what is adjusted for, and not what is adjusted. */
const AS_ADJUSTMENT = anyCase(/\badjust(?:ed|ing) for (?:the )?$/);
/** "Proceeds from sales of equipment", "gain on sales of loans" are no sales to customers. */
const DISPOSED = anyCase(
  /\b(?:proceeds|gains?|loss(?:es)?|\((?:gains?|loss(?:es)?)\)),? (?:from|on) (?:the )?(?:assets? |property |business )?$/,
);
/** What a building brings in at its price, or once it is let: "a cap rate of 6.9% on in-place net operating income". */
const OF_ONE_PROPERTY = anyCase(
  /(?<!\b(?:total|portfolio|consolidated|(?:same|comparable)[- ][a-z]+) )\b(?:in-place|stabili[sz]ed|going-in|first[- ]year|year[- ]one)(?: annual(?:i[sz]ed)?| cash)* $/,
);
/** A segment's own measure is one of the accounting standard's. */
const SEGMENT = anyCase(
  /\b(?:(?<!\b(?:total|combined|aggregate|record) (?:reportable )?)segment|(?<!same[- ])property|(?:store|restaurant|four-wall)[- ]level)(?:[’']s)? (?:\w+ ){0,2}$/,
);
/** What all segments come to is no measure of that standard outside of its note (C&DI 104.04). */
const OF_SEGMENTS = anyCase(/\bsegment(?:[’']s)? (?:\w+ ){0,2}$/);
const PART_CONTRIBUTION = anyCase(
  /\b(?:restaurant|store|club|clinic|center|branch|brand|product|channel|country|market|unit)(?:[- ]level)? $/,
);

const ALWAYS_OWN: ReadonlySet<Family> = new Set<Family>([
  "ebit",
  "ebit-margin",
  "ebitda",
  "ebitda-margin",
  "ebitda-per-share",
  "free-cash-flow",
  "free-cash-flow-margin",
  "free-cash-flow-conversion",
  "free-cash-flow-per-share",
  "ffo",
  "ffo-per-share",
  "ffo-payout",
  "noi",
  "distributable-earnings",
  "distributable-earnings-per-share",
  "distributable-margin",
  "net-debt",
  "leverage",
  "contribution",
  "contribution-margin",
  "unit-cost",
  "charter-rate",
  "own-cash-flow",
  "tangible-book-value-per-share",
  "tangible-equity-ratio",
  "return-on-capital",
  "return-on-tangible-equity",
]);

/** Names that say by themselves that the measure is the company's own, whatever the family. */
const NAMED_OWN = anyCase(
  /^(?:adjusted|core|underlying|normali[sz]ed|tangible|recourse|undepreciated|net (?:homebuilding )?debt[- ](?:to|over)[- ](?:total |net )?(?:book )?capital|net debt(?: ?\/ ?|[- ](?:to|over)[- ]| divided by )(?:cffo|(?:net )?(?:operating )?cash|net income)|pv-?10|(?:operating|cash) net|net operating earnings|(?:income|loss|earnings|profit) from ongoing|after-?tax|organic|constant|currency|local|comparable[- ]currency|ex[- ]fx|fx|cash (?:op|eps|earn|sell|general|costs? of|s?g&a)|headline|(?:pre-?tax,? )?pre-?provision|ppnr|ptpp|base[- ]business|casm-?ex|(?:net )?operating (?:earnings|income|loss)(?:[- ]per[- ]|\/)|operating (?:eps|return|roa?e))/,
);

/** What an exclusion behind the name only makes exact. */
const AS_PRINTED: ReadonlySet<Family> = new Set<Family>([
  "debt",
  "debt-ratio",
  "debt-to-assets",
  "equity",
  "equity-ratio",
]);

/** What an insurer or a bank takes out of its equity, which makes another one of it. */
const WITHOUT_OTHER_INCOME = anyCase(
  /^,? \(?(?:excluding|exclusive of|ex-?|before|less) ?(?:the )?(?:aoci|accumulated other comprehensive|(?:net )?unrealized (?:investment )?(?:gains?|losses)|goodwill)/,
);

/** What is measured with the company's part of what it owns with others is in no statement. */
const PROPORTIONATE = anyCase(
  /^(?:\(\w{1,2}\))?,? (?:at|on|per) (?:an? |the |our )?(?:[\w&’']+ )?(?:proportionate|pro[- ]?rata) (?:share|basis|consolidation)\b/,
);

/** What is longer, in code units, is no text that anybody has written, and the patterns of rules are not meant for it. */
export const LONGEST = 20_000;

/** Every measure that a text names, in order: those that the lexicon knows, and those that the release has taught. */
export const namedIn = (text: string, learned?: Learned): readonly Named[] =>
  learned === undefined ? known(text) : knownOr(learned)(text);

const knownOr = remembered((learned: Learned) =>
  rememberedText((text) =>
    withLearned(
      text,
      hasCaption(text, learned) ? namedBy(text, withCaptions(text, hitsOf(text), learned)) : known(text),
      learned,
    ),
  ),
);

const hitsOf = (text: string): readonly Hit[] => hitsIn(text.slice(0, LONGEST));
const known = rememberedText((text: string): readonly Named[] => namedBy(text, hitsOf(text)));

function namedBy(text: string, all: readonly Hit[]): readonly Named[] {
  const found: Named[] = [];
  if (all.length === 0 && !isAtShare(text)) return found;
  const hits = outsideOf(asidesIn(text), all).filter(
    ({ family, from, to }) =>
      family !== "revenue" || !(isOwed(text, from) || isLeftOut(text, from, to) || isOfCounted(text, from, to)),
  );
  hits.forEach(({ family, from, to }, i) => {
    if (family === "per-share")
      found.push(
        ...perShare(
          text,
          from,
          to,
          found.findLast((n) => n.to <= from && !BETWEEN_SHARE.has(n.family)),
        ),
      );
    else {
      // "Net income ... of $0.24 per share on a non-GAAP basis": what is said behind a share's part is said of the whole as well.
      const next = hits.slice(i + 1).find((hit) => hit.family !== "per-share");
      const at = { from, to, until: next?.from ?? text.length, after: found.at(-1)?.to ?? 0 };
      const last = found.at(-1);
      const alone =
        family === "earnings"
          ? bareEarnings(text, at).map((one) => ofOperations(text, one, last))
          : namedAt(text, family, at);
      const named = alone.map((one) => (family === "eps" ? shareOf(text, one, last) : ofLast(text, one, last)));
      found.push(...named.map((one) => ofRevenue(text, one)), ...partsOfRevenue(text, named, at));
      found.push(...partsUnsaid(text, named, at), ...alsoUnderGaap(text, named));
      found.push(...marginBehind(text, named, at));
    }
  });
  const named = inCents(
    text,
    inList(text, withoutShort(text, found)).toSorted((a, b) => a.from - b.from),
  );
  return isAtShare(text)
    ? [...named, ...atShareOf(text.slice(0, LONGEST), named)].toSorted((a, b) => a.from - b.from)
    : named;
}

/** "Deferred revenue" is what is owed for it, a balance, and "unbilled revenue" a claim. */
const isOwed = (text: string, from: number): boolean => says(OWED, text.slice(Math.max(0, from - OWED_WITHIN), from));
const OWED = anyCase(/\b(?:deferred|unearned|unbilled)[ -](?:[a-z]+ )?$/);
const OWED_WITHIN = 32;

/** "Net debt (defined as long-term debt less cash) was $93.6 million": what is named in brackets to say what a measure is has no figure. */
const ASIDE = anyCase(
  /,(?:(?<=\b(?:net (?:total |financial |debt )?leverage|leverage ratio)(?: \(\w{1,2}\))?,) (?:based|on|using) [^.;$€£%]{3,120}, (?=(?:was|were|of|is|stood)\b)|(?<=\bmargins?(?: ?\(\w{1,2}\)|[¹²³])?,) (?:on|as a (?:part|share) of) (?:[a-z-]+ ){0,3}(?:revenues?|sales), (?=(?:was|were|of|is)\b)| which (?:leaves? out|excludes?|does not include|includes?) [^.;$€£%\d]{3,120}, (?=(?:was|were|of|is|totall?ed)\b)| (?:which (?:we|the company|management|is|are) (?:defines?|calculates?|computes?|measures?|defined|calculated)|(?:defined|calculated|computed)) as [^.;$€£%]{3,200}, (?=(?:was|were|of|is|are|totall?ed|increased|decreased|grew|rose|fell|improved|declined|reached)\b))|\((?:excluding|exclusive of|defined as|calculated as|computed as|which (?:is|we|excludes?))\b[^()]{3,200}\)(?= [a-z])/g,
);
const asidesIn = (text: string): readonly RegExpExecArray[] =>
  TELLS_ASIDE.test(text) && text.length < LONGEST ? findAll(ASIDE, text) : [];
const TELLS_ASIDE =
  /\([cdew]|\([CDEW]|, which |margins?[^a-z]{0,5}, (?:on|as) |(?:fin|calculat|comput|measur)[a-z]{1,3} as |(?:leverage|ratio),/;
const outsideOf = <T extends { readonly from: number }>(
  asides: readonly RegExpExecArray[],
  hits: readonly T[],
): readonly T[] =>
  asides.length === 0
    ? hits
    : hits.filter(({ from }) => !asides.some((a) => from > a.index && from < a.index + a[0].length));

/** "Updated earnings outlook range to $18.45 to $18.95 per share": the bare word, guided for by the share. */
const GUIDED_A_SHARE = anyCase(
  /^ (?:outlook|guidance|forecast)(?: range)? (?:of|to|at|between) (?:approximately )?[$€£]\d[\d.,]{0,8}(?: (?:to|and|[-\u2013\u2014]) [$€£]\d[\d.,]{0,8})? per (?:\w+ ){0,2}share\b/,
);
/** "Core earnings", "GAAP earnings": by itself the word is no measure. */
function bareEarnings(text: string, at: At): readonly Named[] {
  const [before, name] = [text.slice(Math.max(0, at.from - NEAR), at.from), text.slice(at.from, at.to)];
  const behind = text.slice(at.to, at.to + NEAR);
  if (says(RATE_BEFORE, before)) return [];
  const isStated =
    says(STATED_BEFORE, before) ||
    says(STATED_BEHIND, behind) ||
    says(GUIDED_A_SHARE, text.slice(at.to, at.to + 2 * NEAR)) ||
    (/^earnings/.test(inSmall(name)) && says(GIVEN_WHOLE, behind) && OF_THE_WHOLE.test(before));
  // "On an adjusted basis, income of $48 million": the basis is told first, and the bare word is given right behind it.
  const isFirst =
    at.after === 0 && /^ (?:of|was) [$€£] ?\d/.test(behind) && says(ON_BASIS_FIRST, text.slice(0, at.from));
  const isSaid = says(DIRECTLY_OWN, before) || isStated || isFirst || says(CHANGED_BY_ITEMS, behind);
  if (!isSaid && !/^(?:earnings|profitability)/.test(inSmall(name))) return [];
  return namedAt(text, "net-income", at).filter((n) => n.basis === "non-GAAP" || isStated);
}

/** What stands behind a name and makes it the company's own, by what the measure is. */
function beside(family: Family, behind: string): RegExpExecArray | null {
  if (family === "revenue") return find(GROWTH_BEHIND, behind);
  return family === "operating-cash-flow" ? find(BEFORE_WORKING_CAPITAL, behind) : null;
}

const COSTS: ReadonlySet<Family> = new Set<Family>([
  "selling-and-administrative",
  "sales-and-marketing",
  "research-and-development",
  "operating-expenses",
]);
/** The lines of costs that statements have captions for. */
export const CAPTIONED: ReadonlySet<Family> = new Set<Family>([...COSTS, "cost-of-sales"]);
const RUN_RATE = anyCase(/\brun[- ]rate (?:[a-z-]+ )?$/);

/** What was there before a deal, named with its noun: "Legacy Acme net sales". */
const LEGACY = anyCase(/\b(legacy|base(?=[- ]business))[- ](?:business |company |(?:[a-z][\w&’'-]+ ){1,2})?$/d);
/** Words that are the company's own of some measures alone: of the others they say no more than they do in everyday speech. */
const ONLY_OF: ReadonlyMap<string, (family: Family, name: string) => boolean> = new Map([
  // Comparable sales are those of the same stores, which are counted and not adjusted.
  [
    "comparable",
    (family: Family, name: string) => family !== "revenue" || /^(?:net |total )?revenue/.test(inSmall(name)),
  ],
  ["recurring", (family: Family) => family !== "revenue"],
  ["recurrent", (family: Family) => family !== "revenue"],
  ["core", (family: Family) => family !== "tax-rate"],
  ["managed", (family: Family) => family === "revenue"],
  ["ongoing", (family: Family) => EARNED.has(family)],
]);
const EARNED: ReadonlySet<Family> = new Set<Family>(["net-income", "eps", "pre-tax-income", "operating-income"]);
const CASH = anyCase(/\bcash $/);
const OPERATING = anyCase(/\boperating $/);
/** Lines of results as far as they are cash, and those of a bank from what it calls its operations. */
const BY_WORD: ReadonlyMap<Family, Pattern> = new Map<Family, Pattern>([
  ...(["gross-profit", "gross-margin", "operating-income", "operating-margin"] as const).map((f) => [f, CASH] as const),
  ...(["noninterest-income", "noninterest-expense", "efficiency-ratio", "return-on-assets", "tax-rate"] as const).map(
    (f) => [f, OPERATING] as const,
  ),
]);

function ownBefore(family: Family, before: string, name: string): RegExpExecArray | null {
  const own = find(OWN, before) ?? find(OWN_FAR, before) ?? find(LEGACY, before);
  // What a year would cost or bring at the present pace is no amount of the past.
  if (own === null && COSTS.has(family)) return find(RUN_RATE, before);
  if (own === null) return BY_WORD.get(family)?.exec(before) ?? null;
  const isOwn = ONLY_OF.get(own[1]!.toLowerCase());
  if (isOwn === undefined || isOwn(family, name)) return own;
  // "Comparable adjusted revenue": another of the words may stand behind that one.
  return find(OWN_FAR, before);
}

/** Costs that statements print without depreciation, which has a line of its own there. */
const PRINTED_WITHOUT = anyCase(/^(?: (?:and|&) expenses)?,? \(?excl\S+(?: of)? (?:items shown|depreciation|amortiz)/);
/** Sales that are counted by store, by day or of franchisees too, and stand in no statement, whatever they are adjusted for. */
const COUNTED = anyCase(
  /\b(?:comparable|comp|(?:same|like)[- ](?:store|restaurant|shop|club|cent(?:er|re)|clinic|property|location|facility|park|site|unit)|average (?:daily|weekly|unit)|system(?:-?wide)?|weather[- ](?:adjusted|normali[sz]ed))(?:[ -](?!revenues?\b)[a-z]+){0,3} $/,
);

/** "Equity in earnings of affiliates" is a line of results. */
const IN_RESULTS = anyCase(/^ in (?:the )?(?:\w+ )?(?:income|earnings|loss|net)/);
const COSTS_NEXT = anyCase(/^ (?:expenses?|costs?)\b/);
const RATE_BEHIND = anyCase(/^ rates?\b/);

/** One name, or two where a text says "GAAP and non-GAAP operating margin". */
function namedAt(text: string, family: Family, { from, to, until, after }: At): readonly Named[] {
  const before = text.slice(Math.max(0, from - NEAR), from);
  const behind = text.slice(to, to + NEAR);
  // The segment's revenue is one of the standard's; its growth on another basis is not.
  const isOfSegment =
    family !== "noi" && (says(SEGMENT, before) || (!family.startsWith("ebitda") && says(OF_SEGMENTS, before)));
  if (says(AS_EXAMPLE, before) || says(AS_ADJUSTMENT, before)) return [];
  if (family === "noi" && says(OF_ONE_PROPERTY, before)) return [];
  if (family === "equity" && says(IN_RESULTS, behind)) return [];
  if (family === "revenue" && (says(DISPOSED, before) || says(COSTS_NEXT, behind))) return [];
  if ((family !== "leverage" && says(NO_MEASURE_BEHIND, behind)) || (isOfSegment && family !== "revenue")) return [];
  if (family.startsWith("contribution") && says(PART_CONTRIBUTION, before)) return [];
  // "Adjusted loss rate" is a part of something, and no net loss.
  if (family === "net-income" && says(RATE_BEHIND, behind)) return [];
  const own =
    ownBefore(family, before, text.slice(from, to)) ??
    (AS_PRINTED.has(family) ? null : basisBefore(before)) ??
    (family === "revenue" ? operationalBefore(before, text.slice(from, to)) : null);
  const ownBehind = find(OWN_BEHIND, behind) ?? beside(family, text.slice(to, to + REACH));
  const gaap: Named = { family, basis: "GAAP", name: text.slice(from, to), from, to };
  if (family === "revenue" && /^sales/.test(inSmall(gaap.name)) && says(COUNTED, before)) return [gaap];
  if (own !== null) {
    // "5.6% of adjusted revenue" is no amount of it.
    if (family === "revenue" && /(?:%|percent(?:age)?) of $/.test(inSmall(before.slice(0, own.index)))) return [];
    const start = from - (before.length - own.index);
    const named: Named = { family, basis: "non-GAAP", name: text.slice(start, to), from: start, to };
    if (says(BOTH_BEFORE, text.slice(Math.max(0, start - NEAR), start))) return [{ ...gaap, from: start }, named];
    return /\b(?:and|&) gaap /.test(inSmall(named.name)) ? [named, gaap] : [named];
  }
  if (CAPTIONED.has(family) && says(PRINTED_WITHOUT, behind)) return [gaap];
  if (family === "efficiency-ratio" && isTaxEquivalent(before, behind)) return [{ ...gaap, basis: "non-GAAP" }];
  if (ALWAYS_OWN.has(family)) {
    const start = from - (find(OWN_WORD, before)?.[0].length ?? 0);
    return [{ family, basis: "non-GAAP", name: text.slice(start, to), from: start, to }];
  }
  if (NAMED_OWN.test(gaap.name) || (family === "tax-rate" && says(OF_OWN_TAX, before)))
    return [{ ...gaap, basis: "non-GAAP" }];
  if (says(GAAP_BEFORE, before)) return [gaap];
  if (says(PROPORTIONATE, behind)) return [{ ...gaap, basis: "non-GAAP" }];
  if (AS_PRINTED.has(family))
    return [
      (family === "equity" || family === "debt-ratio") && says(WITHOUT_OTHER_INCOME, behind)
        ? { ...gaap, basis: "non-GAAP" }
        : gaap,
    ];
  const bases = family === "revenue" ? GROWTH_FAR : says(OF_BASIS, text.slice(to)) ? RATES_FAR : undefined;
  const apart = bases === undefined ? undefined : growthApart(text, gaap, until, bases);
  if (apart !== undefined) return apart;
  if (ownBehind !== null) return [{ ...gaap, basis: "non-GAAP" }];
  // What a segment has sold is a line of the standards, and answers for what it has sold on another basis.
  return onBasis(text, gaap, until, after);
}
