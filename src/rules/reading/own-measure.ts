import type { Figure } from "../../tieout/figures/figure.ts";
import { type Family, OF_SHARES, RATES } from "../names/family.ts";
import { keyOf } from "../names/learned.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, find, inSmall, type Pattern, says } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import { isHeldAgainst } from "./counterparts.ts";
import type { Disclosure } from "./disclosure.ts";
import { isOfMoney, isRate, type Mention } from "./mention.ts";
import { RESULTS } from "./placed.ts";

/** Ratios of two amounts, one of which the company has changed. */
export const RATIOS: ReadonlySet<Family> = new Set<Family>([
  ...RATES,
  "free-cash-flow-conversion",
  "ffo-payout",
  "leverage",
  "debt-ratio",
]);

/** Whether a mention shows a result that is past: in the prose of the results, with its figure. */
export const isShown = (m: Mention): boolean => RESULTS.has(m.part) && !m.ahead && m.figures.length > 0;

/** "Adjusted EBITDA from Las Vegas operations", "... in our private equity business". */
const OF_NAMED_PART =
  /^,? (?:from|of|for|at|in|on|within) (?:(?:our|the|its) )?(?:(?:[A-Z][\w&’'-]*,? (?:and )?){1,5}(?:operations|business|segment|division|stores)\b|[^.;$€£\d]{1,70}\b(?:business|businesses|segments?|divisions?|joint ventures?|(?<!by )acquisitions?)\b)/;
const PART_WORDS = anyCase(/\b(?:segments?|divisions?|store[- ]level|restaurant[- ]level)\b/);

/** "Was required to maintain a leverage ratio not to exceed 4.75": what a lender asks for (C&DI 102.09). */
const LENDERS = anyCase(
  /\bcovenants?\b|\brequired to (?:maintain|have)\b|\bnot to exceed\b|\b(?:permitted|allowed|required) (?:maximum|minimum|limit|level)\b|\b(?:against|below|versus|than) (?:the |a |our )?(?:permitted |allowed |required )?maximum\b|\bmaximum (?:permitted|allowed|required)\b/,
);
/** "Net debt to EBITDA ratio, as defined by our credit facility": the same, said right behind the name. */
const AS_LENT = anyCase(
  /^(?: ratio)?(?: ?\(\w{1,2}\))?(?: (?:of|was|at) (?:approximately |about )?\d[\d.]{0,4} ?(?:x|times))?,? \(?(?:as )?(?:(?:defined|calculated|computed|measured|required) )?(?:by|in|under|per|pursuant to) (?:(?:our|its|the|this|that|these) )?(?:[\w-]+ ){0,3}?(?:credit facilit(?:y|ies)|agreements?|indentures?)\b/,
);
/** "Under our credit agreement the leverage ratio was 1.4 times": the same, said first. */
const UNDER_LOAN = anyCase(
  /^\W{0,3}(?:as defined )?(?:under|in|by|per|pursuant to) (?:(?:our|its|the) )?(?:(?!connection\b)[\w-]+ ){0,3}?(?:credit (?:agreement|facility)|loan agreement|indenture)s?\b,?(?:(?!\b(?:and|we|paid)\b)[^.;,$€£]){0,60}$/,
);
/**
 * "Pumps segment revenue rose 1%, and adjusted EBITDA margin was 16.5%": what a sentence that begins with a segment goes on to tell
 * is the segment's, up to a word for the whole.
 */
const BEGINS_WITH_PART = anyCase(
  /^[^\w]{0,3}(?:in )?(?:(?:our|the) )?(?:(?!(?:each|every|both|all|per|by|non)\b)[\w&’'-]+ ){0,4}(?:segment|division)(?:[’']s)?(?:, | (?:(?:net )?(?:revenues?|sales)|(?:operating )?(?:income|profit|loss)|orders|results|reported|delivered|posted|generated|had|achieved|recorded|saw)\b)/,
);
const WHOLE_AGAIN = anyCase(/\b(?:consolidated|company|total|overall|group)\b/);
const LENT: ReadonlySet<Family> = new Set<Family>(["leverage", "net-debt", "ebitda"]);

/** A measure of a segment or of a store is not the company's (ASC 280, C&DI 104), nor is one that a lender asks for. */
export const isOfPart = ({ family, sentence, from, to, ofSegment, learned, part }: Mention): boolean =>
  ofSegment ||
  (LENT.has(family) &&
    (says(LENDERS, sentence) ||
      says(AS_LENT, sentence.slice(to, to + 120)) ||
      says(UNDER_LOAN, sentence.slice(0, from)))) ||
  // What the release itself says is not of the standards, or defines by what it leaves out, is no measure of a segment's, though all its restaurants are in the name.
  says(
    PART_WORDS,
    learned?.listed === true || learned?.defined === true
      ? `${sentence.slice(Math.max(0, from - 50), from)} ${sentence.slice(to, to + 40)}`
      : `${sentence
          .slice(Math.max(0, from - 50), from)
          .replace(part === "headline" ? OF_ALL_IN_HEADLINE : OF_ALL, " ")
          .replace(ENDS_WITH_PARTS, "")}${sentence.slice(from, to + 40)}`,
  ) ||
  isOfSubject(sentence, from) ||
  says(OF_REGION, sentence.slice(Math.max(0, from - REGION_WITHIN), from)) ||
  says(OF_NAMED_PART, sentence.slice(to, to + 120));

/** "North America adjusted operating income": that of a region, right before the name. */
const OF_REGION = anyCase(
  /(?:^|[^a-z-])(?:(?:north|south|latin|central) america(?:n)?|americas|emea|apac|asia[- ]pacific|(?:western |eastern )?europe(?:an)?|international)(?:[’']s?)? (?:(?:first|second|third|fourth)[- ]quarter |full[- ]year )?$/,
);
const REGION_WITHIN = 48;

/** "Total segment adjusted EBITDA": what all of them come to (C&DI 104.04). */
const OF_ALL = /\b(?:total|combined|aggregate) (?:reportable )?segments? $/i;

/** "Strong conversion in both of the segments, and free cash flow of $10 million": what a clause ends with is no part that the next one is about. */
const ENDS_WITH_PARTS = /^.*\b(?:segments|divisions), and /is;

/** "Record Segment Adjusted EBITDA": a headline that names no segment tells of all. */
const OF_ALL_IN_HEADLINE = /\b(?:total|combined|aggregate|record) (?:reportable )?segments? $/i;

/** How far behind a segment's name the sentence is still about it. */
const SUBJECT_REACH = 300;

function isOfSubject(sentence: string, from: number): boolean {
  const part = from > SUBJECT_REACH ? null : find(BEGINS_WITH_PART, sentence.slice(0, from));
  return part !== null && !says(WHOLE_AGAIN, sentence.slice(part[0].length, from));
}

/** All measures of the company's own that show a result, growth of revenue apart, each with its mentions in reading order. */
export function ownMeasures({ mentions }: Disclosure): ReadonlyMap<Family, readonly [Mention, ...Mention[]]> {
  const found = new Map<Family, [Mention, ...Mention[]]>();
  for (const m of mentions) {
    if (m.basis !== "non-GAAP" || m.family === "revenue" || !isShown(m) || isOfPart(m) || isBareMargin(m)) continue;
    const before = found.get(m.family);
    if (before === undefined) found.set(m.family, [m]);
    else before.push(m);
  }
  return found;
}

/** "Adjusted margins": of which amount is not said, so that nobody can ask what it is made of or led to from. */
const isBareMargin = ({ family, name }: Mention): boolean => family === "ebit-margin" && BARE_MARGIN.test(name);
const BARE_MARGIN = anyCase(/^(?:(?:adjusted|core|non-?gaap|underlying) )?margins?$/);

/** By a list of mentions and a family: each is asked for as often as the measure is named. */
const companionsOf = remembered((_: readonly Mention[]) => new Map<Family, readonly Mention[]>());

/** Mentions of the measure under GAAP that a reader holds one of the company's own against, with figures. */
export function gaapMentions(family: Family, mentions: readonly Mention[], disclosure: Disclosure): readonly Mention[] {
  const known = companionsOf(mentions);
  const found =
    known.get(family) ??
    mentions.filter((m) => m.basis === "GAAP" && isHeldAgainst(family, m.family, disclosure) && m.figures.length > 0);
  known.set(family, found);
  return found;
}

/** Words that make a measure another one than "adjusted" or "non-GAAP" would. */
const MADE =
  /\b(?:core|economic|underlying|normali[sz]ed|recurring|pro[- ]?forma|comparable|operating|cash|headline|organic|constant|nareit|unlevered|same[- ]\w+|distributable|fee|excluding|before|ex)\b/gi;

/** A key that two mentions of one measure of the company's own have in common, and that tells "core EPS" from "adjusted EPS". */
export const measureOf = ({ family, name, learned }: Named): string =>
  learned === undefined || namedIn(name)[0]?.basis === "non-GAAP" || namedIn(learned.name)[0]?.basis === "non-GAAP"
    ? [family, ...new Set(((learned?.name ?? name).toLowerCase().match(MADE) ?? []).toSorted())].join(" ")
    : `${family} ${keyOf(learned.name)}`;

/** "Operating and free cash flow", "GAAP and adjusted EPS": one noun for both measures, the first of them that under GAAP. */
export const isPaired = ({ family, sentence, from, to }: Mention): boolean =>
  (family === "free-cash-flow" ? OPERATING_AND : GAAP_AND).test(sentence.slice(Math.max(0, from - 20), from)) ||
  isChangedInBrackets(sentence, from, to) ||
  isChangedBehind(sentence, from, to);

const OPERATING_AND = anyCase(/\b(?:operating|gaap|ifrs|reported),? (?:and|&|or) $/);
const GAAP_AND = anyCase(/\b(?:gaap|ifrs|reported)(?:,? (?:and|&|or) | ?\/ ?)$/);

/** "A 20% reduction in expenses (or 30% excluding severance)": what is reported comes first, under the one name, and the changed figure in brackets. */
function isChangedInBrackets(sentence: string, from: number, to: number): boolean {
  const behind = sentence.slice(to, to + BRACKETED);
  const bracket = behind.includes("(") ? find(CHANGED_IN_BRACKETS, behind) : null;
  if (bracket === null) return false;
  const before = sentence.slice(Math.max(0, from - BRACKETED / 2), to + bracket[0].indexOf("("));
  return /\d(?:[\d.,]*\d)? ?(?:%|percent\b|[mb]illion\b)[^.;()]*$/.test(inSmall(before));
}
/** "Net income was $10 million and on an adjusted basis $12 million": the same without brackets, where no word before the name has told of another basis. */
const isChangedBehind = (sentence: string, from: number, to: number): boolean =>
  /basis|excluding/.test(inSmall(sentence)) &&
  says(CHANGED_BEHIND, sentence.slice(to, to + BRACKETED)) &&
  !says(TOLD_BEFORE, sentence.slice(Math.max(0, from - BRACKETED), to));
const AMOUNT = String.raw`[$\u20ac\u00a3]{0,2}\d[\d.,]{0,14} ?(?:%|percent\b|[mb]illion\b|cents\b)?`;
const BASIS = String.raw`(?:on an? (?:adjusted|non-?gaap|core|comparable|underlying|organic) basis|excluding [^.;()\d]{3,60})`;
const AND = String.raw`,? (?:and|or|but|versus|vs\.?|compared (?:to|with)),? (?:was |were )?`;
const CHANGED_BEHIND = anyCase(
  new RegExp(
    String.raw`^ (?:(?!between|from|range)[a-z][\w’'-]* ){0,6}?${AMOUNT}(?:${AND}${BASIS},? (?:was |were |of )?${AMOUNT}|${AND}${AMOUNT},? ${BASIS})`,
  ),
);
const TOLD_BEFORE = anyCase(
  /\b(?:exclud\w+|adjust\w+|non-?gaap|core|organic\w*|comparable|underlying|before|without|basis)\b/,
);
const BRACKETED = 160;
const CHANGED_IN_BRACKETS = anyCase(
  /^[^.;()]{0,80}(?:\d\.\d[^.;()]{0,30})?\((?:(?:or|and|up|down|an? (?:increase|decrease|reduction) of) ){0,2}[$€£]?\d[\d.,]* ?(?:%|percent\b|[mb]illion\b)[^()]{0,30}?\b(?:excluding|exclusive of|before|net of|adjusted|non-?gaap|organic\w*|constant)\b/,
);

const GROWS = anyCase(
  /\b(?:up|down|increas\w+|grew|grow\w*|growth|declin\w+|decreas\w+|rose|rise|higher|lower|improv\w+|fell|expan\w+)\b/,
);

/** What an earlier period is told with, up to its amount. */
const comparison = (words: string): Pattern => new RegExp(String.raw`\b(?:${words})[^.;]{0,80}?[$€£(]{1,3} ?\d`, "i");
const COMPARED_WITH = String.raw`compar\w+ (?:to|with)\b|versus\b|vs\b\.?`;
const COMPARED = comparison(COMPARED_WITH);
/** "... per share, down from income of $3.8 million": the earlier period behind other names; "from operations" is none. */
const COMPARES = comparison(
  String.raw`${COMPARED_WITH}|from\b(?! (?:(?:continuing|discontinued) )?operati\w+| (?:the |a )?(?:prior|previous|last|same|year)[- ][^.;$€£]{0,40}? to\b)`,
);

/** "Adjusted EPS of $0.36; adjusted prior year $0.49": the earlier period named by itself. */
const EARLIER = anyCase(
  /\b(?:prior|previous|last)[- ](?:year|quarter|period)(?:[’']s)?(?: quarter| period)?(?: of| was| at)? [$€£(]{0,3} ?\d/,
);

/**
 * Whether the text says by how much a measure has grown: with a rate, with the amount of the growth or with that of an earlier
 * period. A ratio is so compared with that of an earlier period, or by points.
 */
export function isGrowth(m: Mention): boolean {
  const isSaid = GROWS.test(m.said) || says(EARLIER, m.said);
  const figures = ofOneKind(m);
  if (RATIOS.has(m.family)) return isSaid && figures.length > 1;
  return (
    ((isSaid || says(COMPARED, m.said)) && (figures.length > 1 || figures.some((f) => isRate(f) && !isShare(m, f)))) ||
    (m.figures.length > 0 && (isChangedInAWord(m) || isComparedWithItself(m)))
  );
}

/** Whether it is told in a word how the measure has changed: "flat", "improved to". */
const isChangedInAWord = ({ said, sentence, from, to }: Mention): boolean =>
  says(FLAT, said) ||
  says(MULTIPLIED, said) ||
  says(CHANGED_TO, sentence.slice(to, to + CHANGE_REACH)) ||
  says(RATE_BEFORE, sentence.slice(Math.max(0, from - CHANGE_REACH), from));
/** "More than 30% growth in adjusted EBITDA to $12 million": the rate stands before the name, and the amount behind it. */
const RATE_BEFORE = anyCase(
  /\d ?(?:%|percent) (?:[a-z-]+ ){0,2}(?:growth|increase|decrease|decline|improvement|rise|reduction) in (?:[\w-]+ ){0,3}$/,
);
/** "Adjusted EBITDA improved to a loss of $0.8 million": which way it went, in a word. */
const CHANGED_TO = anyCase(
  /^ (?:[a-z-]+ ){0,2}(?:improved|increased|grew|rose|climbed|expanded|doubled|tripled|quadrupled|halved|declined|decreased|fell|narrowed|widened|shrank)(?: [a-z-]+){0,3} to (?:an? )?(?:[a-z-]+ ){0,3}[$€£(]{1,3}\d/,
);
const CHANGE_REACH = 80;
/** "Cash flow of $234 million, more than doubling year over year": how it has changed, at the end of a clause or before what it is held against. */
const MULTIPLIED = anyCase(
  /\d[^;]{0,60}\b(?:doubl|tripl|quadrupl)(?:ed|ing)(?:[,.;]|$| (?:year|quarter|sequential|from|compared|versus|vs|over|since|that|the prior|last)\b)/,
);

/** "Net income of $3.9 million, or $0.95 per share": the one amount and its part are those of one period. */
function ofOneKind({ figures }: Mention): readonly Figure[] {
  const first = figures.findIndex(({ kind }) => kind === "per-share");
  return figures.filter(({ kind }, i) => i >= first || kind !== "amount");
}

/** "$2.06, unchanged from the prior-year period", "was unchanged at $2.06", "9.1%, the same as in the second quarter of last year". */
const FLAT = anyCase(
  /\b(?:unchanged|flat|level) (?:from|with|to|compared (?:to|with)|versus|vs\.?|year)\b|\b(?:unchanged|flat|stable|steady|little changed) at (?:approximately |about )?[$€£(]{0,2}\d|\b(?:was|were|remained|stayed|held) (?:(?:essentially|largely|roughly|relatively|broadly|nearly|virtually) )?(?:unchanged|flat|stable|steady)\b|\b(?:(?:the )?same as|similar to|consistent with|equal to|comparable (?:to|with)|in line with|on par with) (?:in |that (?:of|in) |for )?(?:the |its |our )?(?:[a-z]+ ){0,2}?(?:prior|previous|last|year[- ]ago|earlier|same|corresponding|comparable|q[1-4]|(?:first|second|third|fourth) quarter|(?:fiscal )?20\d\d)\b/,
);

/** "Adjusted net income was $2.0 million, compared to adjusted net loss of $1.0 million": the earlier period behind the same name. */
function isComparedWithItself({ family, basis, sentence, to }: Mention): boolean {
  const behind = sentence.slice(to, to + SAME_AGAIN);
  const words = find(AGAINST, behind);
  if (words === null) return false;
  const again = namedIn(behind.slice(words[0].length))[0];
  return again?.from === 0 && again.family === family && again.basis === basis;
}
const AGAINST =
  /^[^;]{0,120}?\d[^;]{0,60}?\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|(?:up|down|improved) from) (?:an? |the )?(?=\p{L})/iu;
/** How far behind a measure its name may stand again, its length along. */
const SAME_AGAIN = 240;

/** "Cash flow was $8.8 million or 18.5% of revenue": a part of revenue is no growth. */
const isShare = ({ said, sentence, from }: Mention, { text }: Figure): boolean => {
  const at = said.indexOf(text);
  if (at < 0) return false;
  // The part may be the next of the sentence's measures, with which what is said of this one ends.
  const behind = sentence.indexOf(text, from);
  return (
    AS_SHARE.test(said.slice(at + text.length)) || (behind >= 0 && AS_SHARE.test(sentence.slice(behind + text.length)))
  );
};
const AS_SHARE = /^ ?(?:%|percent)? (?:of|margin)\b/;

/** "A decline in revenue of $8 million", "revenue rose by $8 million": what stands behind such words is the change, and not what it came to. */
const CHANGE_OF = anyCase(
  /\b(?:increas\w+|decreas\w+|declin\w+|grew|growth|rose|rise|fell|reduc\w+|improv\w+|dropped)(?: (?:in|of) (?:[a-z-]+ ){1,8})?(?: ?(?:by|of))?(?: approximately| about| nearly| over)? ?[$\u20ac\u00a3(]{0,2}$/,
);
const CHANGE_BEFORE = 110;

/** Whether a mention gives an amount of its measure, and not only by how much it has changed. */
export const givesLevel = ({ sentence, figures }: Mention): boolean =>
  figures.some(({ text, measured }) => {
    const at = sentence.indexOf(text);
    return (
      measured !== undefined &&
      isOfMoney(measured.unit) &&
      !(at >= 0 && says(CHANGE_OF, sentence.slice(Math.max(0, at - CHANGE_BEFORE), at)))
    );
  });

/** Whether a reader of the mention learns how the measure has grown: by a rate, or by the amount of an earlier period. */
export function givesGrowth(m: Mention): boolean {
  if (m.figures.length > 0 && (isChangedInAWord(m) || isComparedBehind(m))) return true;
  if (RATIOS.has(m.family)) return m.figures.length > 1;
  const told = ofOneKind(m).filter((f) => !isShare(m, f) && !isHeldWithin(m, f));
  return told.length > 1 || told.some(isRate);
}

/** "A net loss of $30.1 million, and an adjusted net loss of $0.8 million, compared to adjusted net income": that is compared with the second. */
function isComparedBehind({ sentence, to, basis }: Mention): boolean {
  const compares = find(COMPARES, sentence.slice(to).replace(WHAT_IT_HOLDS, ""));
  return compares !== null && !namedIn(compares[0]).some((n) => n.basis !== basis);
}

/** "Including a loss from hedges of $4 million": what the amount holds is held against nothing. */
const WHAT_IT_HOLDS = /,? (?:including|inclusive of|net of) [^,;]{0,160}/i;

/** "Net income was $20 million, inclusive of a benefit of $9 million": what an amount holds, or what it is told after, is no amount of an earlier period. */
const isHeldWithin = ({ said }: Mention, { text, measured }: Figure): boolean => {
  const at = measured !== undefined && isOfMoney(measured.unit) ? said.indexOf(text) : -1;
  return at > 0 && says(HELD_BEFORE, said.slice(0, at));
};
const HELD_BEFORE = anyCase(
  /\d[^;]*\b(?:includ(?:ing|es|ed)|inclusive of|net of|after|of which|reflect(?:ing|s|ed)|despite)\b(?:(?!\b(?:compar\w+|versus|vs|against|from|up|down|prior|previous|last|increas\w+|decreas\w+)\b)[^;])*$/,
);

/** The first figure of each; what a share has earned is told by the one that says so, also where the amount of the whole leads up to it. */
export const idsOf = (mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ family, figures }) => {
    const ofShare = OF_SHARES.has(family) ? figures.find(({ kind }) => kind === "per-share") : undefined;
    return (ofShare ?? figures[0])?.id ?? [];
  });

/** The name as a message quotes it, on one line. */
export const quoted = (name: string): string => `"${name.replace(/\s+/g, " ").trim().replace(/ ?,$/, "")}"`;

/** A measure of the company's own in quotes; where its name is that of a measure under GAAP, and other words tell its basis, that is said. */
export const ownQuoted = ({ name }: Named): string =>
  namedIn(name)[0]?.basis === "GAAP" ? `${quoted(name)} on a basis of the company's own` : quoted(name);

/** What is left of a period's earnings, whole or per share. */
export const EARNED: ReadonlySet<Family> = new Set<Family>(["net-income", "eps"]);
