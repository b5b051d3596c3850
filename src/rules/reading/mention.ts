import { absolute, compare, ONE, type Rational } from "../../exact/rational.ts";
import { type Printed, placeOf } from "../../text/printed.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Span } from "../../tieout/meaning/sentence.ts";
import { type Family, RATES } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { EFFECT_BEFORE, isEffectOn } from "./effect-on.ts";
import { withoutMet } from "./met.ts";
import type { Part } from "./part.ts";
import { withRatesInTurn } from "./rates-in-turn.ts";
import { isOfSegment } from "./segments.ts";
import { withBookValue, withoutSpelt } from "./told-twice.ts";
import { yearsIn } from "./years.ts";

/** A measure that a sentence names, with the figures it is given. */
export interface Mention extends Named {
  readonly part: Part;
  /** The block it stands in, from 0. */
  readonly block: number;
  readonly bullet: boolean;
  readonly heading: boolean;
  /** The sentence that it stands in; `from` and `to` are places in it. */
  readonly sentence: string;
  /** UTF-16 code units of the source. */
  readonly start: number;
  readonly end: number;
  /** The measurements that the sentence gives it. */
  readonly figures: readonly Figure[];
  /** The words of the sentence that are about it, from its name to the next one. */
  readonly said: string;
  /** Whether the sentence speaks of a period to come. */
  readonly ahead: boolean;
  /** Whether it is told of one of the release's segments, by the segment's name. */
  readonly ofSegment: boolean;
}

interface Where {
  readonly block: number;
  readonly part: Part;
  readonly heading: boolean;
  readonly bullet: boolean;
  readonly guides: boolean;
}

const AHEAD = anyCase(
  /\b(?:(?<!-than-)expect(?:s|ed|ing)?|expectations?|guidance\d?|outlook\d?|forecast(?:s|ing)?|anticipat(?:es?|ing)|projects?|projected|target(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:at|for|to)|goals? (?:of|is|to|for)|ambitions?|(?:commit(?:ted|ment)|plan(?:s|ned)?|intend(?:s|ed)?) to (?:keep|hold|maintain|reach|achiev)\w*|will (?:be|grow|range)|to be (?:in the range|between|approximately)|(?:is|are) to (?:exceed|reach|grow|rise|range|be (?:above|at least|about|around|between|more than|no less))|in the range of|position(?:s|ed|ing) (?:\w+ ){0,3}to|poised to|estimates?|estimated to be|(?<!\b(?:ratios?|capital|cet ?1|tier 1|leverage) (?:(?:is|was|were|are) )?)estimated at|full[- ]year 20\d\d (?:guidance|outlook))\b|\(previously [$€£]?\d/,
);

/** How far before a name its figure may stand ("$0.83 of non-GAAP EPS"), and where the words between lead up to it. */
const BEFORE = 30;
const LED_BEFORE = 75;
const LEADS = anyCase(
  /^\S{0,12} [^.;,]{0,40}\b(?:increase|growth|decrease|decline|improvement|rise|reduction|expansion|gain) (?:in|of) (?:our |its |the )?$/,
);

/** How far behind a name the words that tell of what is to come may stand. */
const AHEAD_BEHIND = 90;

/**
 * Where a sentence goes on with what the company does or thinks itself, or with what the amount holds: "..., and we are raising our
 * guidance", "..., which is reflected in our outlook", "..., including a gain that is expected to reverse".
 */
const GOES_ON = anyCase(
  /;|,? (?:including|excluding|reflecting|inclusive of|driven by|due to)\b|,? (?:and|as|so|while|but|since|because) (?:we|our|the company|management)\b|,? which (?:is|was|are|were|has|have)\b(?! (?:now )?(?:expected|anticipated|projected|estimated|forecast))/,
);

/** The words that may tell of a measure that its period is to come: before it, and behind it as far as the sentence is about it. */
function toldOf(name: Named, next: number, figureAt: number, sentence: string): string {
  const end = Math.min(next + BEFORE, name.to + AHEAD_BEHIND);
  const goesOn = GOES_ON.exec(sentence.slice(name.to, end));
  const isLeft = goesOn !== null && figureAt < name.to + goesOn.index;
  return sentence.slice(Math.max(0, name.from - FAR), isLeft ? name.to + goesOn.index : end);
}

/** "Adjusted EBITDA (in millions) ($70) - ($61)": what has come is one amount, and what is given by two ends is guided for. */
const RANGE_BEHIND =
  /^(?: ?\([^()$€£\d]{1,24}\))?[^.;,()$€£\d]{0,24}\(?[$€£] ?\(?\d[\d.,]{0,12}\)?(?: ?[mb]illion)?\)? ?[-\u2013\u2014]{1,2} ?\(?[$€£] ?\(?\d/;
const RANGE_WITHIN = 80;

/** "As adjusted EBITDA rose 12% to $12.1 million, we raise our guidance": what has come out, and is no guidance itself. */
const hasComeOut = ({ from, to }: Named, sentence: string): boolean =>
  says(HIGHEST_YET, sentence.slice(Math.max(0, from - BEFORE), to + COME_OUT_WITHIN)) ||
  (says(COME_OUT, sentence.slice(to, to + COME_OUT_WITHIN)) &&
    !says(GUIDED_FOR, sentence.slice(Math.max(0, from - BEFORE), from)));
/** "Posting the highest margin since we went public, a milestone on the way to our target": nobody counts so far back but from what has come. */
const HIGHEST_YET = anyCase(
  /\b(?:highest|best|lowest|largest|strongest) [^.,;]{3,60} (?:since|in our history|in over|ever)\b/,
);
const COME_OUT_WITHIN = 120;
const COME_OUT = anyCase(
  /^(?: ?\([^()]{1,30}\))?(?:,? (?:for|in) the [^,.;:]{0,40})? (?:was|were|grew|rose|fell|increased|decreased|declined|improved|reached|totall?ed|amounted to) (?!(?:in line|within|expected|projected|raised|increased|lowered|narrowed|maintained|previously|set|updated|provided|revised)\b)[^,;]{0,60}?\d/,
);
const GUIDED_FOR = anyCase(
  /\b(?:guidance|outlook|forecasts?|estimates?|targets?|expectations?|expected|projected|range) (?:[\w-]+ ){0,4}$/,
);

/** What something is divided by: "net debt to adjusted EBITDA" and "earnings as a percentage of EBITDA" give no amount of EBITDA. */
const DEBT_OVER = anyCase(
  /\bas an? (?:%|percent(?:age)?) of(?: \w+)? ?$|\b(?:debts?|leverage)(?: \w+){0,3} (?:to|over|divided by)(?: \w+){0,3} ?$|\bdebt ?[/-] ?(?:to-)?$/,
);

/** Measures of which the part of a share has a name of its own. */
const AMOUNTS: ReadonlySet<Family> = new Set<Family>([
  "net-income",
  "ffo",
  "operating-income",
  "net-investment-income",
  "distributable-earnings",
]);

export const isRate = (f: Figure): boolean => f.measured?.unit === "ratio" || f.measured?.unit === "bp";

/** Whether a unit is one of money, of a share's too, in a currency that is known or not. */
export const isOfMoney = (unit: string): boolean => /^[A-Z]{3}|^currency/.test(unit);

/** "Net debt to adjusted EBITDA of 1.0": how many times one amount is in the other, with no sign that says so. */
const TIMES = /^\d{1,2}\.\d{1,2}$/;

const isBelowOne = (value: Rational): boolean => compare(absolute(value), ONE) < 0;
/** "$0.94", and not of a billion: what a share has earned, and nobody's revenue. */
const IN_CENTS = /^\D*0\.\d\d$/;

/** Whether a figure can be one of the measure: a margin is no amount, debt over earnings no percentage, net income not given per share. */
function canBe(family: Family, figure: Figure): boolean {
  const { kind, measured } = figure;
  const isTimes = kind === "ratio" || (kind === "count" && TIMES.test(figure.text));
  if (family === "leverage" || (family === "debt-ratio" && isTimes)) return isTimes;
  if (measured === undefined || ["count", "days", "shares"].includes(measured.unit)) return false;
  if (RATES.has(family)) return isRate(figure);
  if (family === "revenue" && IN_CENTS.test(figure.text) && isOfMoney(measured.unit) && isBelowOne(measured.value))
    return false;
  return !AMOUNTS.has(family) || !measured.unit.endsWith("/share");
}

/** Words behind which an amount is a part of the measure, or what it was computed with, and not its own. */
const OF_PARTS = anyCase(
  /\b(?:includ(?:ed?|es)|reflect(?:ed|s)|exclud(?:ed?|es)|leaves? out|left out|impacted|benefit(?:ed|ted)|calculated|affected|allow(?:ed|s|ing)|enabl(?:ed|es|ing)|supports?|funds?|covers?|used (?:to|for)|to (?:return|repay|pay|repurchase|invest|fund)|and (?:we|it|the company) (?:also )?(?:returned|repaid|paid|repurchased|bought|invested|spent|distributed|raised|borrowed))\b|(?<=\d ?(?:%|percent)), (?:and )?(?:also )?(?:returned|repaid|paid|repurchased|bought|invested|spent|distributed|raised|borrowed)\b/,
);

/** "Net income of $30 million, including an unrealized loss of $4 million": the amount of an item that the measure holds. */
const OF_ITEM = anyCase(
  /,? including (?:an? |the )?[^,;$€£\d]{0,80}\b(?:loss(?:es)?|gains?|charges?|benefits?|expenses?|costs?|impairments?)\b[^,;$€£\d]{0,80}[$€£]?$/,
);

/** "EBITDA excluding write-downs in excess of $10 million": from what amount on an item is left out. */
const THRESHOLD = anyCase(
  /\b(?:write-?(?:down|off)s?|charges?|items?|costs?|gains?|loss(?:es)?|impairments?|transactions?) (?:in excess of|greater than|more than|above|exceeding|over) [$€£]?$/,
);

/** "We returned free cash flow through a dividend of $0.12 per share": what was paid out of it, and not what it came to. */
const OF_PAYMENT = anyCase(
  /\b(?:through|via|by|in|as|with|for|pay\w*|paid|declar\w*|return\w*) (?:[\w-]+ ){0,6}(?:dividends?|distributions?|repurchases?|buybacks?) (?:payments? )?(?:of|totall?ing) (?:approximately |about )?[$€£]?$/,
);

/** "Operating expenses, which included charges of $9.2 million, were $341.5 million": what is told aside ends with its comma. */
const ASIDE =
  /,? \(?(?:which|including|excluding|net of)\b[^;]{0,160}[,)] (?=(?:was|were|is|are|of|(?:in|de)creased|grew|rose|fell|totall?ed|amounted)\b)/gi;

/** "Revenue growth and 18% free cash flow margin". */
const JOINED = anyCase(/(?:\band|,) (?:an? |the |our )?$/);

/** How far back a word may stand that tells of a name. */
const FAR = 400;

/** The names of one sentence with their figures: those behind a name up to the next one, else one that leads up to it. */
export function mentionsIn(
  found: readonly Named[],
  sentence: string,
  span: Span,
  printed: Printed,
  figures: readonly Figure[],
  where: Where,
  segments: readonly string[],
): readonly Mention[] {
  const named = found.filter(
    (name) =>
      !says(DEBT_OVER, sentence.slice(Math.max(0, name.from - 60), name.from)) &&
      !/^ purposes\b/.test(inSmall(sentence.slice(name.to, name.to + 10))),
  );
  const isAhead = where.part === "guidance" || where.guides;
  const mayBeAhead = !isAhead && says(AHEAD, sentence);
  const measured = figures.filter((f) => f.measured !== undefined);
  const all = named.map((name, i): Mention => {
    const next = named.slice(i + 1).find((other) => other.from >= name.to)?.from ?? sentence.length;
    const last = named.slice(0, i).findLast((other) => other.to <= name.from)?.to ?? 0;
    const behind = behindName(name, next, sentence, span, measured);
    const before = beforeName(name, last, sentence, span, measured);
    // "... was $0.31 per share, compared to $0.47": what is named by the share alone has its figure before it.
    const byShare = isByShare(name, sentence);
    // "... or 6% in constant currency": words that tell a basis apart from the name have their rate right before them.
    const isApart =
      before.length > 0 &&
      isToldApart(name, sentence) &&
      !(behind.length > 0 && isParted(before.at(-1)!, name, span, sentence));
    const either = behind.length > 0 ? behind : before;
    const given = byShare ? [...before, ...behind] : isApart ? before.slice(-1) : either;
    const own = given.length > 0 && isOfAnother(name, sentence) ? [] : given;
    const told = mayBeAhead ? toldOf(name, next, own[0] === undefined ? -1 : startOf(own[0], span), sentence) : "";
    return {
      ...name,
      part: where.part,
      block: where.block,
      heading: where.heading,
      bullet: where.bullet,
      sentence,
      ...placeOf(printed, span.from + name.from, span.from + name.to),
      figures: own,
      said: sentence.slice(behind.length > 0 ? name.from : Math.max(0, name.from - LED_BEFORE), next),
      ofSegment: isOfSegment(sentence, name.from, name.to, segments),
      ahead:
        isAhead ||
        says(RANGE_BEHIND, sentence.slice(name.to, name.to + RANGE_WITHIN)) ||
        (says(AHEAD, told) && says(AHEAD, withoutMet(told)) && !hasComeOut(name, sentence)),
    };
  });
  const kept = withoutSpelt(all);
  return withBookValue(
    withRatesInTurn(kept.map((m, i) => asBase(shared(withoutNext(m, kept[i + 1]), kept[i + 1]), kept[i - 1]))),
    figures,
    span.from,
  );
}

/** "Non-GAAP net loss was $3.9 million in 2026, compared with net loss of $6.8 million in 2025": what the company's own is held against is its own of the year before, whatever it is called. */
function asBase(m: Mention, before: Mention | undefined): Mention {
  if (m.basis !== "GAAP" || before?.basis !== "non-GAAP" || before.family !== m.family || before.figures.length === 0)
    return m;
  if (m.figures.length === 0 || !says(HELD_AGAINST, m.sentence.slice(before.to, m.from))) return m;
  const years = yearsIn(m.said);
  const isEarlier = years.length > 0 && years.every((year) => yearsIn(before.said).some((later) => year < later));
  return isEarlier || says(YEAR_BEFORE, m.said) ? { ...m, basis: "non-GAAP" } : m;
}
const HELD_AGAINST = anyCase(/\bcompared (?:to|with) (?:an? |the )?$/);
const YEAR_BEFORE = anyCase(
  /\b(?:last year|(?:the )?(?:prior|previous|preceding|year-ago)[- ](?:year|period|quarter)|a year (?:ago|earlier))\b/,
);

/** Whether the figures beside a name are those of something else. */
const isOfAnother = (name: Named, sentence: string): boolean =>
  isEffectOn(name, sentence) || isDivisor(name, sentence) || isOfPolicy(name, sentence) || isAddend(name, sentence);

/** "Our policy is to keep net debt below 2.5 times EBITDA": a bound that the company has set itself, neither a result nor an outlook. */
const isOfPolicy = ({ from }: Named, sentence: string): boolean =>
  says(OF_POLICY, sentence.slice(Math.max(0, from - FAR), from));
const OF_POLICY = anyCase(
  /\bpolic(?:y|ies) (?:is|of|that|to|calls?|requires?|remains|provides?|targets?)\b(?:(?!\b(?:was|were|took|paid|grew|rose|fell|and)\b)[^.;,]){0,100}$/,
);

/** "Rule of 40, the sum of revenue growth and free cash flow margin, was 46%": what is added up has no figure of the sum. */
const isAddend = ({ from, to }: Named, sentence: string): boolean =>
  says(SUM_OF, sentence.slice(Math.max(0, from - EFFECT_BEFORE), from)) && !/^ of\b/.test(sentence.slice(to, to + 4));

const SUM_OF = anyCase(
  /\bsum of (?!(?:these|those|such|all)\b)(?!(?:[^.;,]|\.\d){0,80}\d)(?:(?!\b(?:lifted|raised|brought|drove|took|led|improved|increased|reduced)\b)[^.;,]){0,80}$/,
);

const isByShare = ({ from, to }: Named, sentence: string): boolean =>
  /^(?:per|a)\b/.test(inSmall(sentence.slice(from, to)));
const isToldApart = (name: Named, sentence: string): boolean =>
  !isByShare(name, sentence) && name.name !== sentence.slice(name.from, name.to);

/** "Revenue rose 14%, and without Acme 10%": what stands before the comma is no figure of the second. */
const isParted = (f: Figure, name: Named, span: Span, sentence: string): boolean =>
  /(?:,|\b(?:and|but|or)) (?:up |down )?$/.test(inSmall(sentence.slice(f.token.to - span.from, name.from)));

/** "Revenue was $629 million, up 7% in constant currency": the rate right before the words that tell its basis is not that of the amount. */
function withoutNext(m: Mention, next: Mention | undefined): Mention {
  if (next === undefined || (next.family !== m.family && !RATES.has(next.family)) || !isToldApart(next, m.sentence))
    return m;
  const [last] = next.figures;
  if (next.figures.length !== 1 || m.figures.length < 2 || last !== m.figures.at(-1)) return m;
  return { ...m, figures: m.figures.slice(0, -1) };
}

/** Whether a figure is an amount in a currency that is known, and none by the share. */
export const isWholeMoney = ({ measured }: Figure): boolean =>
  measured !== undefined && /^[A-Z]{3}$/.test(measured.unit);

/** Whether a figure is an amount of money, and not a rate or a count. */
export const isMoney = ({ measured }: Figure): boolean => measured !== undefined && isOfMoney(measured.unit);

const startOf = (f: Figure, span: Span): number => f.token.from - span.from;

/** Figures behind a name, up to the next one; what stands right before that one is its own. */
const behindName = (
  name: Named,
  next: number,
  sentence: string,
  span: Span,
  all: readonly Figure[],
): readonly Figure[] =>
  all.filter((f) => {
    const at = startOf(f, span);
    // "A payout of 62% of funds from operations" has its rate within the name.
    const start = name.family === "ffo-payout" ? name.from : name.to;
    if (at < start || at >= next || !canBe(name.family, f)) return false;
    const end = f.token.to - span.from;
    const isNextOwn = next < sentence.length && JOINED.test(sentence.slice(name.to, at)) && next - end <= 2;
    const between = sentence.slice(Math.max(name.to, at - FAR), at);
    if (isMoney(f) && (says(OF_ITEM, between) || says(THRESHOLD, between) || says(OF_PAYMENT, between))) return false;
    const isChangeOfNext =
      next < sentence.length && next - end < CHANGE_WITHIN && says(CHANGE_OF_NEXT, sentence.slice(end, next));
    if (isChangeOfNext && AN_AMOUNT.test(sentence.slice(0, at))) return false;
    return !isNextOwn && !(says(OF_PARTS, between) && says(OF_PARTS, between.replace(ASIDE, "")));
  });

/** "Lower adjusted SG&A led to a $39 million improvement in adjusted operating income": by how much the next one has changed. */
const AN_AMOUNT = anyCase(/\b(?:an?|the) (?:(?:approximately|about|roughly) )?\(?[$€£]?$/);
const CHANGE_OF_NEXT = anyCase(
  /^(?: [mb]illion)? (?:(?:net|total|further|additional|sequential|quarterly|annual|year-over-year) )?(?:increase|growth|decrease|decline|improvement|rise|reduction|expansion|gain) (?:in|of) (?:(?:our|its|the|total|quarterly) )*$/,
);
const CHANGE_WITHIN = 60;

/** A figure that leads up to a name: "$0.83 of non-GAAP EPS", "a 30% increase in adjusted EPS". */
const beforeName = (
  name: Named,
  last: number,
  sentence: string,
  span: Span,
  all: readonly Figure[],
): readonly Figure[] =>
  all.filter((f) => {
    const at = startOf(f, span);
    if (at < last || at >= name.from || at < name.from - LED_BEFORE || !canBe(name.family, f)) return false;
    if (isRate(f) && name.family !== "revenue" && !RATES.has(name.family) && isPartOf(sentence, f, span, name))
      return false;
    const between = sentence.slice(f.token.to - span.from, name.from);
    // "Net income was $2.01 and adjusted earnings were $2.27 per share": what has an amount behind it has none before it.
    if (isMoney(f) && says(LED_BY_AND, between) && says(HAS_BEHIND, sentence.slice(name.to, name.to + BEFORE)))
      return false;
    if (isMoney(f) && says(OWN_RATE, between)) return false;
    if (isRate(f) && says(RATE_BY_AND, between) && says(RATE_BEHIND, sentence.slice(name.to, name.to + BEFORE)))
      return false;
    if (f.kind === "ratio" && IS_TIMES.test(between)) return false;
    if (IS_OTHERS.test(between)) return false;
    return at >= name.from - BEFORE || says(LEADS, sentence.slice(at, name.from));
  });

/** "9.80 % of tangible assets, compared with $3.1 million": what a part is taken of has no figure, if none stands right behind it. */
const isDivisor = ({ from, to }: Named, sentence: string): boolean =>
  says(PART_OF, sentence.slice(Math.max(0, from - PART_BEFORE), from)) &&
  !/^,? (?:\w+ )?(?:of|was|were|totall?ing) /.test(inSmall(sentence.slice(to, to + PART_BEFORE)));
const PART_OF = anyCase(
  /\d ?(?:%|percent) (?:of (?:(?:our|its|the|total|average) )*|on (?:(?:our|its|the) )?average )$/,
);
const PART_BEFORE = 40;

/** "A backlog of $158 billion and 8% sales growth": a name with its own rate right before it, and the amount of what stands before both. */
const OWN_RATE = anyCase(/^(?: [mb]illion)?,? and (?:an? |our )?\(?\d[\d.]{0,6}\)? ?(?:%|percent) (?:total |net )?$/);

/** "Volumes declined by 0.8% and counter sales rose by 1.0%": what has a rate behind it has none before the "and". */
const RATE_BY_AND = anyCase(/^ ?(?:%|percent),? (?:and|while|but) (?:[\w-]+ ){0,4}$/);
const RATE_BEHIND = anyCase(
  /^ (?:(?:was|were) )?(?:up|down|increased|decreased|grew|rose|fell|declined|improved)(?: by)?(?: (?:approximately|about))? \d/,
);

const LED_BY_AND = anyCase(/^ and (?:(?:our|its|the) )?$/);
const HAS_BEHIND = anyCase(
  /^(?: \([^()]{1,30}\))? (?:of|was|were|totall?ed) (?:approximately )?\(?[$€£] ?\(?\d[\d.,]{0,12}\)? (?:per|an?) /,
);

/** "Coverage of 4.0x trailing adjusted EBITDA": a multiple of the measure. */
const IS_TIMES = anyCase(
  /^ ?(?:x|times)?(?: of)? ?(?:(?:our|its|the|[\w&-]{1,30}[’']s?|20\d\d|estimated|expected|trailing|last|annuali[sz]ed|twelve|12|month|months|ltm|ttm)[ -]){0,6}$/,
);

/** "Repaid $20 million of debt, funded by free cash flow", "cash rose by $4 million, due to free cash flow", "..., as free cash flow was spent": the figure is that of what stands between. */
const IS_OTHERS = anyCase(
  /;|, which (?:(?:our|its|the) )?$|\b(?:funded|financed|supported|paid|repaid) (?:by|from|with|through|out of)\b|\b(?:while|whereas)\b|\bdue (?:\w+ )?to\b|\bdriven (?:\w+ )?by\b|\bas a result of\b|, (?:as|because|since) (?:(?:our|the|its|strong|positive|negative) )*$|\b(?:increase|decrease|growth|improvement|rise|gain) (?:over|from|on|versus|against|compared (?:to|with))\b/,
);

/** "We paid out 73% of AFFO": a part of the measure, and no rate of its own. */
const isPartOf = (sentence: string, f: Figure, span: Span, name: Named): boolean =>
  /^ ?(?:%|percent)?(?: (?:to|and|or) \d[\d.]{0,6} ?(?:%|percent)?)? of (?:(?:our|its|the|total|quarterly|annual|full[- ]year) )*$/.test(
    inSmall(sentence.slice(f.token.to - span.from, name.from)),
  );

/** "Net income and net income margin were $61.1 million and 12%", "GAAP EPS / adjusted EPS: $0.52 / $0.61": the first of two names has its figure behind the second. */
function shared(m: Mention, next: Mention | undefined): Mention {
  if (m.figures.length > 0 || next === undefined) return m;
  if (
    !/^(?:(?: \([^)]{1,20}\))?(?:,? and (?:the |our |its )?(?:u\.?s\.? )?(?:gaap )?| ?\/ ?)|\),? (?:and )?(?:[\w’'-]+ ){1,6}\()$/.test(
      inSmall(m.sentence.slice(m.to, next.from)),
    )
  )
    return m;
  return { ...m, figures: next.figures, said: `${m.said}${next.said}` };
}
