import { comparableTo, isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import {
  EARNED,
  gaapMentions,
  givesGrowth,
  isGrowth,
  isOfPart,
  isPaired,
  isShown,
  measureOf,
  quoted,
  RATIOS,
} from "../reading/own-measure.ts";
import type { Place, PlaceKind } from "../reading/place.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { PRAISE } from "./praise.ts";

/** Whether a table prints the measure under GAAP, as a row of its own. */
export const hasGaapRow = (table: RuleTable, family: Family): boolean =>
  table.rows.some((r) => r.named?.basis === "GAAP" && isComparable(family, r.named.family));

/** A rate or a multiple that is rounded to a word. */
const IN_WORDS =
  /\b(?:(?:single|double|triple)[- ]digits?|(?:doubl|tripl|quadrupl)(?:ed|ing)|(?:two|three|four)[- ]?fold)\b/i;
/** What is said of a result that somebody is glad of. */
const GLAD =
  /\b(?:achiev\w+|deliver\w+|generat\w+|grew|grow(?:ing)?|growth|strong(?:er|ly)?|improv\w+|expan\w+|consecutive|increas\w+|exceed\w*|highest|higher|rose|ahead of|(?:upper|high) end|robust|solid|healthy|momentum|surpass\w*|accelerat\w+|outperform\w*|positive)\b/i;
/** How far from the name it may stand. */
const GLAD_NEAR = 70;

/** Headlines and quotations tell of a result without its amount: "strong growth of adjusted EBITDA". */
const TELLING: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["headline", "quotation"]);

const isToldInWords = (m: Mention, kind: PlaceKind): boolean =>
  IN_WORDS.test(nearName(m)) || (TELLING.has(kind) && isGlad(m));

/** What is said of an outlook, with or without its amount. */
const GUIDES =
  /\b(?:maintain\w*|reaffirm\w*|affirm\w*|reiterat\w+|confirm\w*|rais(?:es?|ed|ing)|lower(?:s|ed|ing)|narrow\w*|tighten\w*|unchanged|expect\w*|anticipat\w*|on track|target\w*)\b/i;

/** "Value as we drive organic growth, improve margins and deliver free cash flow": what is worked for, and no result. */
const AIMED_AT =
  /\bas we (?:continue to |work to |look to |seek to )?(?:drive|deliver|improve|generate|grow|expand|increase|accelerate|achieve|strengthen|focus|execute)\b[^.;]*$/i;

const isGlad = (m: Mention): boolean => {
  const near = nearName(m);
  if (AIMED_AT.test(m.sentence.slice(0, m.from))) return false;
  if (m.family === "revenue") return !m.ahead && GLAD.test(near);
  return GUIDES.test(near) || GLAD.test(near) || PRAISE.test(near);
};

const nearName = (m: Mention): string => m.sentence.slice(Math.max(0, m.from - GLAD_NEAR), m.to + GLAD_NEAR);

/** Whether a place tells of a measure of the company's own how it has come out: by its figure, or in words that say as much. */
export const isOwn = (m: Mention, { kind }: Place): boolean =>
  m.basis === "non-GAAP" && (m.figures.length > 0 || (kind !== "text" && isToldInWords(m, kind)));

export interface Bare {
  readonly own: Mention;
  readonly place: Place;
  /** What the place has of the measure under GAAP: its amount, where growth is wanted. */
  readonly partly: Mention | undefined;
  /** The same measure in further places of the same kind. */
  readonly others: readonly Mention[];
}

/**
 * The measures of the company's own, in each kind of place, that have not the comparable measure under GAAP there, as much of it as
 * of their own: an amount to an amount, growth to growth. The first place has the others with it.
 */
export function bareMentions(disclosure: Disclosure, kinds: readonly PlaceKind[]): readonly Bare[] {
  const found = new Map<string, { first: Omit<Bare, "others">; others: Mention[] }>();
  for (const place of disclosure.places) {
    if (!kinds.includes(place.kind)) continue;
    for (const own of place.mentions) {
      if (!isOwn(own, place) || (place.segment && own.family !== "revenue")) continue;
      const key = `${place.kind} ${RATIOS.has(own.family) ? own.family : measureOf(own)} ${own.ahead}`;
      const known = found.get(key);
      const bare = bareIn(own, place, disclosure);
      if (bare === undefined) continue;
      if (known === undefined) found.set(key, { first: bare, others: [] });
      else known.others.push(own);
    }
  }
  return [...found.values()].map(({ first, others }) => ({ ...first, others }));
}

function bareIn(own: Mention, place: Place, disclosure: Disclosure): Omit<Bare, "others"> | undefined {
  if (isOfPart(own) || isPaired(own)) return undefined;
  if (own.family === "revenue" && isSaidAsReported(own, place, disclosure)) return undefined;
  if (own.figures.length === 0) return isNamedBeside(own, place) ? undefined : { own, place, partly: undefined };
  const wanted = isGrowth(own);
  const gaap = companions(own, place, disclosure);
  if (gaap === true || gaap.some((m) => !wanted || isCompared(m, disclosure)) || areBothPeriods(gaap)) return undefined;
  return { own, place, partly: gaap[0] };
}

const EARNINGS: ReadonlySet<Family> = new Set<Family>(["net-income", "eps", "ebit", "ebitda", "ffo", "ffo-per-share"]);

/** What has no amount itself asks for no more than a word for the measure under GAAP. */
const isNamedBeside = (own: Mention, { kind, mentions }: Place): boolean =>
  mentions.some(
    (m) =>
      m.basis === "GAAP" &&
      isAsHigh(m, own, kind) &&
      !isOfPart(m) &&
      (isComparable(own.family, m.family) || (EARNINGS.has(own.family) && EARNED.has(m.family))),
  );

/** Whether one stands as high as the other: a bullet below the headline gives nothing to what of the headline is above it. */
const isAsHigh = (gaap: Mention, own: Mention, kind: PlaceKind): boolean =>
  kind !== "headline" || own.bullet || !gaap.bullet || gaap.start < own.start;

/** Growth of revenue as reported is often told in a word: "flat on a reported basis". */
const isSaidAsReported = (own: Mention, { kind, blocks }: Place, { passages }: Disclosure): boolean =>
  passages.some(
    (p) =>
      (TELLING.has(kind) ? blocks.has(p.block) : Math.abs(p.block - own.block) <= NEAR_BY) && AS_REPORTED.test(p.text),
  );
const AS_REPORTED =
  /\b(?:as[- ]reported|reported (?:basis|terms|growth|(?:net )?(?:sales|revenues?)|currency|rates)|actual[- ](?:currency|rates|basis|days?|growth))\b/i;

/** So many passages on both sides are before a reader's eyes. */
const NEAR_BY = 4;

/** "Net loss was $3.7 million, compared to a net loss of $2.5 million": no rate is asked where the amounts of both periods stand. */
const areBothPeriods = (gaap: readonly Mention[]): boolean =>
  gaap.some((m, i) => {
    const next = gaap[i + 1];
    return next?.sentence === m.sentence && next.block === m.block && next.family === m.family;
  });

/**
 * Whether its sentence tells how the measure has changed, or the next one does: "This compares to a net loss of $1.9 million". Sentences are
 * parted at "vs." before a name, since figures take the nearest name of their sentence: what is compared then stands in the next one.
 */
function isCompared(m: Mention, { passages }: Disclosure): boolean {
  if (givesGrowth(m) || /\bvs\.$/i.test(m.sentence)) return true;
  const sentences = passages.find(({ block }) => block === m.block)?.sentences ?? [];
  const at = sentences.findIndex(({ text }) => text === m.sentence);
  return /^(?:this|that|it|which) compare[sd]\b/i.test(sentences[at + 1]?.text ?? "");
}

/** The measure under GAAP where a reader of the place has it before his eyes; true where a table has it. */
function companions(own: Mention, place: Place, disclosure: Disclosure): readonly Mention[] | true {
  const { mentions, tables } = disclosure;
  const gaap = gaapMentions(own.family, mentions).filter((m) => m.ahead === own.ahead);
  const here = gaap.filter((m) => place.blocks.has(m.block) && isAsHigh(m, own, place.kind));
  if (TELLING.has(place.kind)) return own.family === "revenue" ? here.filter(isOfWhole) : here;
  // Growth without one thing or another is that of a part more often than not, and its own paragraph has the growth as reported.
  if (place.kind === "text" && own.family === "revenue") return here;
  // A paragraph that has the amount under GAAP, and compares its own alone, is not mended by another one.
  if (place.kind === "text" && isGrowth(own) && here.length > 0 && !here.some((m) => isCompared(m, disclosure)))
    return here;
  // What a section tells is read together; a list is read before what stands below it.
  const until = place.kind === "text" ? place.until : own.block;
  const within = (block: number): boolean => block >= place.since && block < until;
  const isAcross = (block: number): boolean => block < place.since && block >= place.since - ACROSS;
  if (!own.ahead && tables.some((t) => within(t.block) && isRead(t) && hasGaapRow(t, own.family))) return true;
  // What another section or a bullet elsewhere tells of it is another place.
  return gaap.filter(
    (m) => place.blocks.has(m.block) || within(m.block) || (m.part === "results" && isAcross(m.block)),
  );
}

/** "Digital sales increased 26%" is no growth of the company's. */
const OF_PART =
  /\b(?:digital|e-?commerce|online|retail|wholesale|product|service|subscription|software|hardware|domestic|international|regional|segment|store|same-store|[A-Z]\w+(?:[’']s)?) $/;
const isOfWhole = ({ sentence, from }: Mention): boolean =>
  !OF_PART.test(
    sentence.slice(Math.max(0, from - 30), from).replace(/\b(?:Our|Net|Total|Reported|The|In|GAAP|Q[1-4]) $/, ""),
  );

/** What stands right above the title of a place is still before the reader's eyes: the head of a printed page may part the two. */
export const ACROSS = 1;

/** A table in which a reader sees results; a reconciliation comes behind. */
export const isRead = (t: RuleTable): boolean => t.kind !== "reconciliation";

/** Where else the measure under GAAP is, in words; nothing is said of a place where the release may have it in words that no name tells. */
export function elsewhere({ own, partly }: Bare, { mentions, tables }: Disclosure): string {
  const { words } = comparableTo(own.family);
  if (partly !== undefined) return `the growth of ${words}, of which it has ${quoted(partly.name)} alone`;
  if (own.ahead) return `${words} for the period to come`;
  const gaap = mentions.filter((m) => m.basis === "GAAP" && isComparable(own.family, m.family));
  // "ROE of 16%" beside "adjusted ROE of 16%" is the same measure under a shorter name.
  const other = gaap.filter((m) => m.figures[0] === undefined || m.figures[0].text !== own.figures[0]?.text);
  const later = other.find(isShown) ?? other.find((m) => !m.ahead && m.figures.length > 0);
  if (later !== undefined) return `${words}, which stands elsewhere: ${quoted(later.name)}`;
  return tables.some((t) => hasGaapRow(t, own.family)) ? `${words}, which stands in the tables` : words;
}

/** A table that is called a reconciliation, or stands below what is called so. */
const CALLED_RECONCILIATION =
  /\breconcil\w*|\bcalculation of\b|\bnon-?gaap (?:financial )?(?:measures|information|adjustments)\b/i;

/**
 * Tables of results, above the statements: highlights and key figures. What adds up like a reconciliation, and is called none, is a
 * table of results as well.
 */
export function highlightTables({ tables }: Disclosure): readonly RuleTable[] {
  const statement = tables.find((t) => t.kind === "statement")?.block ?? Number.POSITIVE_INFINITY;
  const isHighlights = (t: RuleTable): boolean =>
    t.kind === "figures" || (t.kind === "reconciliation" && !CALLED_RECONCILIATION.test(t.title));
  return tables.filter((t) => t.block < statement && ["headline", "results"].includes(t.part) && isHighlights(t));
}
