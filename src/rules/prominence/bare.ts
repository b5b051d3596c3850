import { comparableTo } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { mentionsAt, passageAt } from "../reading/by-block.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import { digitsTelling } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import {
  EARNED,
  gaapMentions,
  givesLevel,
  isGrowth,
  isOfPart,
  isPaired,
  isShown,
  measureOf,
  quoted,
  RATIOS,
} from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import { type Place, type PlaceKind, UNDER_GAAP } from "../reading/place.ts";
import { statementAt } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { areOfOtherTerms, termAhead } from "../reading/term-ahead.ts";
import { isOfTrailing } from "../reading/trailing-period.ts";
import { remembered } from "../remembered.ts";
import { isAnsweredInWords, isGrowthAsReported, operatingBefore } from "./answered.ts";
import { isAnsweredByAmount } from "./by-amount.ts";
import { isAnsweredByStatement } from "./by-statement.ts";
import { areBothPeriods, isCompared, isHeldAgainstIt } from "./compared.ts";
import { isBesideNamesake } from "./namesake.ts";
import { isOfSamePart, partOfRevenue } from "./parts-of-revenue.ts";
import { isToldInWords, TELLING } from "./told-in-words.ts";

const isUnder = ({ named }: RuleRow, family: Family, disclosure: Disclosure): boolean =>
  named?.basis === "GAAP" && isHeldAgainst(family, named.family, disclosure);

/** Whether a table prints the measure under GAAP, as a row of its own. */
export const hasGaapRow = (table: RuleTable, family: Family, disclosure: Disclosure): boolean =>
  table.rows.some((r) => isUnder(r, family, disclosure));

/** Whether a place tells of a measure of the company's own how it has come out: by its figure, or in words that say as much. */
export const isOwn = (m: Mention, { kind }: Place): boolean =>
  m.basis === "non-GAAP" && (m.figures.length > 0 || (kind !== "text" && isToldInWords(m, kind)));

export interface Bare {
  readonly own: Mention;
  readonly place: Place;
  /** What the place has of the measure under GAAP: its amount, where growth is wanted. */
  readonly partly: Mention | undefined;
  /** Whether it names the measure under GAAP, and nothing of how that has changed. */
  readonly isUncompared: boolean;
  /** Whether the sentence names the measure under GAAP, without a figure. */
  readonly named: boolean;
  /** The same measure in further places of the same kind, and what lacks it there. */
  readonly again: readonly BareHere[];
}

/** A measure that its own place gives bare, whatever other places do. */
type BareHere = Omit<Bare, "again">;

/** What no segment has under ASC 280: its growth on another basis, and what is left for shareholders or owed by the company as a whole. */
const OF_COMPANY: ReadonlySet<Family> = new Set<Family>([
  "revenue",
  "eps",
  "net-debt",
  "leverage",
  "ffo",
  "ffo-per-share",
  "book-value-per-share",
  "tangible-book-value-per-share",
  "return-on-equity",
]);

/**
 * The measures of the company's own, in each kind of place, that have not the comparable measure under GAAP there, as much of it as
 * of their own: an amount to an amount, growth to growth. The first place has the others with it.
 */
export function bareMentions(disclosure: Disclosure, kinds: readonly PlaceKind[]): readonly Bare[] {
  const found = new Map<string, { first: BareHere; again: BareHere[] }>();
  for (const place of disclosure.places) {
    if (!kinds.includes(place.kind)) continue;
    for (const own of place.mentions) {
      if (!isOwn(own, place) || (place.segment && (!OF_COMPANY.has(own.family) || isAsIfOwned(own)))) continue;
      const key = `${place.kind} ${RATIOS.has(own.family) ? own.family : measureOf(own)} ${own.ahead}`;
      const known = found.get(key);
      const bare = bareIn(own, place, disclosure);
      if (bare === undefined) continue;
      if (known === undefined) found.set(key, { first: bare, again: [] });
      else known.again.push(bare);
    }
  }
  return [...found.values()].map(({ first, again }) => ({ ...first, again }));
}

/** "Sales of the segment were $40 million, up 12% on a pro forma basis": as if it had been owned before; of what was bought no growth is reported. */
const isAsIfOwned = ({ family, sentence }: Mention): boolean => family === "revenue" && AS_IF_OWNED.test(sentence);
const AS_IF_OWNED = anyCase(/\bpro[- ]?forma\b/);

function bareIn(own: Mention, place: Place, disclosure: Disclosure): BareHere | undefined {
  // The revenue of a part is that of ASC 280; its growth without one thing or another is not, where an officer or the headline cites it.
  const isGrowthOfPart = own.family === "revenue" && TELLING.has(place.kind);
  if ((!isGrowthOfPart && isOfPart(own)) || isPaired(own)) return undefined;
  if (own.family === "revenue" && (isSaidAsReported(own, place, disclosure) || isAsStated(own, disclosure)))
    return undefined;
  if (own.family === "unit-cost" && !hasCostOfSales(disclosure)) return undefined;
  // Who has more cash than debt has often no debt at all that it could be held against.
  if (own.family === "net-debt" && /\bnet cash\b/.test(inSmall(own.name))) return undefined;
  if (isAnsweredInWords(own, place) || isGrowthAsReported(own, disclosure.mentions)) return undefined;
  if (own.figures.length === 0)
    return isNamedBeside(own, place, disclosure) || isAnsweredByStatement(own, place, false, disclosure)
      ? undefined
      : { own, place, partly: undefined, isUncompared: false, named: false };
  const wanted = isGrowth(own);
  const gaap = companions(own, place, disclosure);
  if (gaap === true || gaap.some((m) => !wanted || isCompared(m, disclosure)) || areBothPeriods(gaap)) return undefined;
  if (gaap.length === 0 && isBesideNamesake(own, place, wanted, disclosure)) return undefined;
  if (isAnsweredByAmount(own, place, wanted, disclosure) || isAnsweredByStatement(own, place, wanted, disclosure))
    return undefined;
  // The rest of a change is no amount of the measure that a place could be said to have alone.
  const given = gaap.filter(isGiven);
  const partly = given.find(givesMoney) ?? (own.family === "revenue" ? undefined : given[0]);
  return { own, place, partly, isUncompared: given.length > 0, named: isNamedInSentence(own, place, disclosure) };
}

/** "Net sales, excluding sales taxes, were $214.6 million": what the statements print as revenue is revenue as reported, whatever is said of it. */
function isAsStated({ figures: [figure] }: Mention, { tables }: Disclosure): boolean {
  if (figure === undefined || !isMoney(figure) || digitsTelling(figure).length < DIGITS) return false;
  return tables.some(
    ({ kind, rows }) =>
      kind === "statement" &&
      rows.some(
        ({ named, figures }) =>
          named?.family === "revenue" &&
          named.basis === "GAAP" &&
          figures.some((f) => isSameAmount(f, figure.measured!)),
      ),
  );
}
/** Amounts of fewer digits are those of some line or other by chance. */
const DIGITS = 3;

const isGiven = remembered((m: Mention): boolean => givesLevel(m) || !m.figures.some(isMoney));

/** "Hurricanes took 7% of sales" names sales, and gives no amount of them. */
const givesMoney = ({ figures }: Mention): boolean => figures.some(isMoney);

const EARNINGS: ReadonlySet<Family> = new Set<Family>(["net-income", "eps", "ebit", "ebitda", "ffo", "ffo-per-share"]);

/** What has no amount itself asks for no more than a word for the measure under GAAP. */
const isNamedBeside = (own: Mention, { kind, mentions }: Place, disclosure: Disclosure): boolean =>
  mentions.some(
    (m) =>
      m.basis === "GAAP" &&
      m.ahead === own.ahead &&
      isAsHigh(m, own, kind) &&
      !isOfPart(m) &&
      (isHeldAgainst(own.family, m.family, disclosure) ||
        (EARNED.has(m.family) && (EARNINGS.has(own.family) || isProfit(m)))),
  );

/** Who produces oil or ore and states its costs line by line has no cost of sales that a cost per unit could be held against. */
export const hasCostOfSales: (disclosure: Disclosure) => boolean = remembered((disclosure: Disclosure): boolean => {
  const { mentions, tables } = disclosure;
  const { family } = comparableTo("unit-cost");
  return (
    mentions.some((m) => m.basis === "GAAP" && m.family === family) ||
    tables.some((t) => hasGaapRow(t, "unit-cost", disclosure))
  );
});

/** "GAAP profitability" is said of earnings as a whole, whichever of them is meant. */
const isProfit = ({ name }: Mention): boolean => /\bprofitability$/.test(inSmall(name));

const isNamedInSentence = (own: Mention, { mentions }: Place, disclosure: Disclosure): boolean =>
  mentionsAt(own.block, mentions).some(
    (m) =>
      m.basis === "GAAP" &&
      m.sentence === own.sentence &&
      m.figures.length === 0 &&
      m.ahead === own.ahead &&
      isHeldAgainst(own.family, m.family, disclosure) &&
      !isOfPart(m) &&
      (m.family !== "revenue" || isOfAll(m)),
  );

/** Whether one stands as high as the other: a bullet below the headline gives nothing to what of the headline is above it. */
const isAsHigh = (gaap: Mention, own: Mention, kind: PlaceKind): boolean =>
  kind !== "headline" || own.bullet || !gaap.bullet || gaap.start < own.start;

/** Growth of revenue as reported is often told in a word: "flat on a reported basis". */
const isSaidAsReported = (own: Mention, { kind, blocks, since, until }: Place, { passages }: Disclosure): boolean =>
  passages.some(
    (p) =>
      (TELLING.has(kind)
        ? blocks.has(p.block)
        : p.block >= since - ACROSS && p.block < until && Math.abs(p.block - own.block) <= NEAR_BY) &&
      saysAsReported(p),
  );
/** Growth of the market or of the orders is no growth of revenue as reported. */
const AS_REPORTED = anyCase(
  /\b(?:as[- ]reported|reported (?:basis|terms|growth|declines?|decreases?|increases?|rise|(?:net )?(?:sales|revenues?)|currency|rates)|\d ?(?:%|percent) reported|(?<!\b(?:market|industry|sector|category|orders?|bookings?|backlog)(?:[’']s)? (?:(?!(?:with|and|by|as|while|but)\b)[\w-]+ ){0,3})total growth (?:of|was|at) (?:approximately |about )?\d{1,3}|\d ?(?:%|percent) (?:total|overall) (?:(?:revenue|sales) )?growth|actual[- ](?:currency|rates|basis|days?|growth))\b/,
);

export const saysAsReported: (passage: Passage) => boolean = remembered(({ text }: Passage): boolean =>
  AS_REPORTED.test(text),
);

/** So many passages on both sides are before a reader's eyes. */
const NEAR_BY = 4;

/** The measure under GAAP where a reader of the place has it before his eyes; true where a table has it. */
function companions(own: Mention, place: Place, disclosure: Disclosure): readonly Mention[] | true {
  const { mentions, tables } = disclosure;
  // What is guided for the year stands for nothing that is guided for a quarter, nor does a quarter for the twelve months up to its end.
  const isTrailing = !RATIOS.has(own.family) && isOfTrailing(own);
  const gaap = [...gaapMentions(own.family, mentions, disclosure), ...operatingBefore(own, mentions)].filter(
    (m) =>
      m.ahead === own.ahead &&
      isOfSamePart(own, m) &&
      !areOfOtherTerms(own, m, disclosure) &&
      (!isTrailing || isOfTrailing(m) || m.sentence === own.sentence),
  );
  const here = gaap.filter((m) => place.blocks.has(m.block) && isAsHigh(m, own, place.kind));
  if (TELLING.has(place.kind))
    return own.family === "revenue"
      ? here.filter((m) => isOfAll(m) && (m.sentence === own.sentence || !isInPart(m)))
      : here;
  // Growth without one thing or another is that of a part more often than not, and its own paragraph has the growth as reported.
  // Below a title that says so of it, the section under GAAP right before is read with this one.
  const isTwin = UNDER_GAAP.test(passageAt(place.since, disclosure)?.text ?? "") && place.under !== place.since;
  if (place.kind === "text" && own.family === "revenue" && !isAdjusted(own) && !isTwin) return here;
  // "Revenue of Tools was $12 million, up 7% in constant currency": a bullet that gives the amount and the one growth is mended by no other one.
  const inBlock = own.family === "revenue" && isGrowth(own) ? here.filter((m) => m.block === own.block) : [];
  if (inBlock.length > 0 && !inBlock.some((m) => isCompared(m, disclosure))) return inBlock;
  // A paragraph that has the amount under GAAP, and compares its own alone, is not mended by another one, nor is a list one of whose bullets does so.
  const current = here.filter((m) => !isHeldAgainstIt(m));
  const isBeside = place.kind === "text" || (place.kind === "list" && current.some((m) => m.block === own.block));
  if (isBeside && isGrowth(own) && current.length > 0 && !here.some((m) => isCompared(m, disclosure))) return here;
  // What a section tells is read together; a list is read before what stands below it.
  const until = place.kind === "text" ? place.until : own.block;
  const within = (block: number): boolean => block >= place.since && block < until;
  const isAcross = (block: number): boolean => block < place.since && block >= place.since - ACROSS;
  if (
    !own.ahead &&
    !isTrailing &&
    tables.some((t) => within(t.block) && isRead(t) && hasGaapRow(t, own.family, disclosure))
  )
    return true;
  // What another section or a bullet elsewhere tells of it is another place.
  // What a ratio is to be read with is not asked of the headline where a title, though called after a measure, stands between.
  const isAbove = (m: Mention): boolean =>
    place.kind === "text" && RATIOS.has(own.family) && place.under !== undefined && m.part === "headline";
  return gaap.filter(
    (m) => place.blocks.has(m.block) || (within(m.block) && !isAbove(m)) || (m.part === "results" && isAcross(m.block)),
  );
}

/** "Pro forma net revenues were $11.5 million": the whole of it on another basis, and no growth without one thing or another. */
const isAdjusted = ({ sentence, from, to, learned }: Mention): boolean =>
  learned === undefined &&
  /\b(?:pro[- ]?forma|non-?gaap|adjusted)\b/.test(inSmall(sentence.slice(Math.max(0, from - ADJUSTED_BEFORE), to))) &&
  !/\b(?:organic\w*|constant|currenc(?:y|ies)|excluding|acquisitions?|acquired)\b/.test(inSmall(sentence));
const ADJUSTED_BEFORE = 30;

/** "Digital sales increased 26%" is no growth of the company's. */
const OF_PART =
  /\b(?:digital|e-?commerce|online|retail|wholesale|product|service|subscription|software|hardware|domestic|international|regional|segment|store|same-store|U\.S\.|U\.K\.|[A-Z]\w+(?:[’']s)?) $/;
export const isOfAll: (m: Mention) => boolean = remembered(
  ({ sentence, from }: Mention): boolean =>
    !OF_PART.test(sentence.slice(Math.max(0, from - 30), from).replace(OF_ALL, "")),
);
/** "Net sales of cutting tools", "revenue in North America". */
const IN_PART =
  /^ (?:(?:of|from) (?:our |the |its )?(?!(?:the|our|its|an?|approximately|about|over|nearly|almost|more|first|second|third|fourth|full|fiscal|three|six|nine|twelve|quarter|year|company|group|all|operations|record)\b)[A-Za-z]|in (?:the )?(?!(?:Q[1-4]|H[12]|First|Second|Third|Fourth|Fiscal|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z])/;
const isInPart = remembered(({ sentence, to }: Mention): boolean => IN_PART.test(sentence.slice(to)));
/** "First Quarter revenue", "Fiscal 2026 sales" are those of the whole in a period. */
const OF_ALL =
  /(?:\b(?:Our|Net|Total|Reported|Consolidated|Company|The|In|GAAP|Q[1-4]|(?:First|Second|Third|Fourth|Fiscal|Full)[- ](?:Quarter|Year)|Quarter|Quarterly|Annual|Fiscal|Record|20\d\d) )+$/;

/** What stands right above the title of a place is still before the reader's eyes: the head of a printed page may part the two. */
export const ACROSS = 1;

/** A table in which a reader sees results; a reconciliation comes behind. */
export const isRead = (t: RuleTable): boolean => t.kind !== "reconciliation";

/** The measure under GAAP in words; who gives the costs of administration alone has no line for selling with them. */
function wordsFor({ family, name }: Mention, disclosure: Disclosure): string {
  const { words } = heldAgainst(family, disclosure);
  return family.startsWith("selling-and-administrative") && !/sell|s\s?g\s?&\s?a/.test(inSmall(name))
    ? words.replace("selling, general", "general")
    : words;
}

/** Where else the measure under GAAP is, in words; nothing is said of a place where the release may have it in words that no name tells. */
export function elsewhere({ own, partly, isUncompared, named }: Bare, disclosure: Disclosure): string {
  const { mentions, tables } = disclosure;
  const words = wordsFor(own, disclosure);
  const part = partOfRevenue(own);
  if (!RATIOS.has(own.family) && isOfTrailing(own)) return `${words} of the same twelve months`;
  if (part !== undefined) return `the ${part} revenue as reported`;
  if (partly === undefined && named) return `the figures of ${words}, which it names without any`;
  if (partly !== undefined) return `the growth of ${words}, of which it has ${quoted(partly.name)} alone`;
  if (isUncompared) return `the growth of ${words}`;
  if (own.ahead)
    return `${words} for the ${isOfOtherTerm(own, disclosure) ? termAhead(own, disclosure) : "period"} to come`;
  const gaap = mentions.filter(
    (m) => m.basis === "GAAP" && isHeldAgainst(own.family, m.family, disclosure) && isGiven(m),
  );
  // "ROE of 16%" beside "adjusted ROE of 16%" is the same measure under a shorter name.
  const other = gaap.filter((m) => m.figures[0] === undefined || m.figures[0].text !== own.figures[0]?.text);
  const later = other.find(isShown) ?? other.find((m) => !m.ahead && m.figures.length > 0);
  if (later !== undefined) return `${words}, which stands elsewhere: ${quoted(later.name)}`;
  const isTabled = tables.some((t) =>
    t.rows.some(
      (r) => isUnder(r, own.family, disclosure) && (r.named?.family !== "debt" || /\btotal\b/.test(inSmall(r.label))),
    ),
  );
  return isTabled ? `${words}, which stands in the tables` : words;
}

/** Whether the release guides for the measure under GAAP, and for a period that is not alike. */
const isOfOtherTerm = (own: Mention, disclosure: Disclosure): boolean =>
  gaapMentions(own.family, disclosure.mentions, disclosure).some((m) => m.ahead && areOfOtherTerms(own, m, disclosure));

/** A table that is called a reconciliation, or stands below what is called so. */
const CALLED_RECONCILIATION = anyCase(
  /\breconcil\w*|\bcalculation of\b|\bnon-?gaap (?:financial )?(?:measures|information|adjustments)\b/,
);

/**
 * Tables of results, above the statements: highlights and key figures. What adds up like a reconciliation, and is called none, is a
 * table of results as well.
 */
export function highlightTables(disclosure: Disclosure): readonly RuleTable[] {
  const statement = statementAt(disclosure);
  const isHighlights = (t: RuleTable): boolean =>
    t.kind === "figures" || (t.kind === "reconciliation" && !CALLED_RECONCILIATION.test(t.title));
  return disclosure.tables.filter(
    (t) => t.block < statement && ["headline", "results"].includes(t.part) && isHighlights(t),
  );
}
