import { comparableTo, isComparable } from "./comparable.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import type { Mention } from "./mention.ts";
import { gaapMentions, givesGrowth, isGrowth, isOfPart, isShown, quoted } from "./own-measure.ts";
import type { Place, PlaceKind } from "./place.ts";
import type { RuleTable } from "./rule-table.ts";

/** Whether a table prints the measure under GAAP, as a row of its own. */
export const hasGaapRow = (table: RuleTable, family: Family): boolean =>
  table.rows.some((r) => r.named?.basis === "GAAP" && isComparable(family, r.named.family));

/** A rate that an officer rounds to a word. */
const IN_WORDS = /\b(?:double|triple)[- ]digits?\b/i;

export const isOwn = (m: Mention): boolean =>
  m.basis === "non-GAAP" && (m.figures.length > 0 || (m.part === "quotation" && IN_WORDS.test(m.sentence)));

export interface Bare {
  readonly own: Mention;
  readonly place: Place;
  /** What the place has of the measure under GAAP: its amount, where growth is wanted. */
  readonly partly: Mention | undefined;
}

/**
 * The first mention of each measure of the company's own in each kind of place that has not the comparable measure under GAAP there,
 * as much of it as of its own: an amount to an amount, growth to growth.
 */
export function bareMentions(disclosure: Disclosure, kinds: readonly PlaceKind[]): readonly Bare[] {
  const seen = new Set<string>();
  return disclosure.places
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((place) =>
      place.mentions.filter(isOwn).flatMap((own): readonly Bare[] => {
        const key = `${own.family} ${own.ahead}`;
        if (seen.has(key) || isOfPart(own) || (own.family === "net-debt" && place.kind === "text")) return [];
        if (own.family === "revenue" && place.kind === "list" && isSaidAsReported(own, disclosure)) return [];
        const wanted = isGrowth(own) && own.family !== "revenue" && place.kind !== "text";
        if (!wanted && isBeside(own, place, disclosure)) return [];
        const gaap = companions(own, place, disclosure);
        if (gaap === true || gaap.some((m) => !wanted || givesGrowth(m)) || areBothPeriods(gaap)) return [];
        seen.add(key);
        return [{ own, place, partly: gaap[0] }];
      }),
    );
}

/** Growth of revenue as reported is often told in a word: "flat on a reported basis". */
const isSaidAsReported = (own: Mention, { passages }: Disclosure): boolean =>
  passages.some((p) => Math.abs(p.block - own.block) <= NEAR_BY && AS_REPORTED.test(p.text));
const AS_REPORTED =
  /\b(?:as[- ]reported|reported (?:basis|terms|growth|(?:net )?(?:sales|revenues?)|currency|rates)|actual[- ](?:currency|rates|basis|days?|growth))\b/i;

/** So many passages on both sides are before a reader's eyes. */
const NEAR_BY = 4;

/** "Net loss was $3.7 million, compared to a net loss of $2.5 million": no rate is asked where the amounts of both periods stand. */
const areBothPeriods = (gaap: readonly Mention[]): boolean =>
  gaap.some((m, i) => {
    const next = gaap[i + 1];
    return /loss/i.test(m.name) && next?.sentence === m.sentence && next.block === m.block && next.family === m.family;
  });

/** The short look for the measure under GAAP, which ends at the first: a list may have the two of them without number. */
const isBeside = (own: Mention, place: Place, { mentions }: Disclosure): boolean =>
  gaapMentions(own.family, mentions).some(
    (m) => m.ahead === own.ahead && (place.kind === "text" ? isShown(m) : place.blocks.has(m.block)),
  );

/** The measure under GAAP where a reader of the place has it before his eyes; true where a table has it. */
function companions(own: Mention, place: Place, { mentions, tables }: Disclosure): readonly Mention[] | true {
  const gaap = gaapMentions(own.family, mentions).filter((m) => m.ahead === own.ahead);
  const near = gaap.filter((m) => place.blocks.has(m.block));
  if (place.kind === "headline" || place.kind === "quotation") return near;
  const above = gaap.filter((m) => m.block >= place.since && m.block < own.block);
  const across = gaap.filter((m) => m.part === "results" && m.block < place.since && m.block >= place.since - ACROSS);
  const tabled = tables.some(
    (t) =>
      t.block >= (place.kind === "text" ? 0 : place.since) &&
      t.block < own.block &&
      isRead(t) &&
      hasGaapRow(t, own.family),
  );
  if (tabled && !own.ahead) return true;
  return place.kind === "text" ? gaap.filter(isShown) : [...near, ...above, ...across];
}

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
  if (tables.some((t) => hasGaapRow(t, own.family))) return `${words}, which stands in the tables`;
  return gaap.length > 0 ? words : `${words}, which is printed nowhere`;
}

/** Tables of results, above the statements: highlights and key figures. */
export function highlightTables({ tables }: Disclosure): readonly RuleTable[] {
  const statement = tables.find((t) => t.kind === "statement")?.block ?? Number.POSITIVE_INFINITY;
  return tables.filter((t) => t.kind === "figures" && t.block < statement && ["headline", "results"].includes(t.part));
}
