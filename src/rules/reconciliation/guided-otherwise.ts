import type { Named } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { idsOf, ownQuoted, quoted } from "../reading/own-measure.ts";
import { isAcross } from "../reading/own-statement.ts";
import type { Passage } from "../reading/passage.ts";
import { at, TELLING } from "../reading/placed.ts";
import { namedRows, outlookRows, type RuleTable } from "../reading/rule-table.ts";
import { isOfTerm, isTableOfTerm, type Term, termAhead } from "../reading/term-ahead.ts";
import { type Unlisted, unlisted } from "../reading/unlisted.ts";
import { remembered, rememberedBy } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { isAheadAlone } from "./guidance-bridges.ts";
import { isOutlook } from "./outlook-table.ts";

/** How far from a measure, in passages, the words may stand that lead to it from what is reported. */
const NEAR = 3;
/** What lies between growth as reported and growth on another basis, with its amount; a year is none. */
const EFFECT = anyCase(
  /\b(?:headwinds?|tailwinds?|impacts?|effects?|reported|contributions?|benefits?|translation|includ\w+)\b[^.;]{0,80}(?<!\d)(?!(?:19|20)\d\d(?!\d))\d|\badd(?:s|ing)? (?:about |approximately |around |roughly )?(?:\d|(?:one|two|three|four|five|half) )[^.;]{0,20}points?\b|\d[^.;]{0,80}\b(?:headwinds?|tailwinds?|impacts?|effects?|reported|contributions?)\b/,
);
/** Words of one that looks ahead; "exceeded our guidance" is past. */
const TELLS =
  /\b(?:we|company|management|[A-Z][\w.&]+) (?:now |currently |still |continues? to )?(?:expects?|anticipates?|projects?|forecasts?|estimates?|targets?)\b|\b(?:is|are) (?:now |currently |still )?(?:expecting|anticipating|projecting|forecasting|targeting)\b|\b(?:is|are) (?:expected|anticipated|projected|forecast) to\b|\bto be (?:between|approximately|in the range)\b/;
/** "a mid-single digit percentage point decline". */
const IN_WORDS = anyCase(/\b(?:single|double)[- ]digits?\b/);

/** Ends of a range are no figures by themselves. */
const AMOUNT = anyCase(/[$€£] ?\d|\d ?(?:%|percent\b|million\b|billion\b|cents\b|basis points\b)/);

/** "We guide for revenue in local currency and not in dollars because exchange rates may vary": why growth as reported is not guided for. */
const GUIDED_WITHOUT_RATES = anyCase(
  /\b(?:guidance|outlook|guides?)\b[^.]{0,90}\b(?:local|constant)[- ]currenc(?:[^.]|\.(?=\w|\S{0,12} [a-z])){0,90}?\b(?:because|since|as|due to)\b[^.]{0,60}\b(?:exchange|currenc)/,
);

/** Growth of revenue on a basis of the company's own that is guided for, where nothing leads to it from growth as reported. */
export function guidedGrowth(disclosure: Disclosure, ahead: readonly RuleTable[]): readonly Found[] {
  const tabled = ahead.filter((t) => namedRows(t).some((n) => n.family === "revenue" && n.basis === "non-GAAP"));
  if (disclosure.passages.some(({ text }) => GUIDED_WITHOUT_RATES.test(text))) return [];
  // An outlook that only lists the growth leads to it from nothing.
  const leading = tabled.filter((t) => !isOutlook(t, disclosure.context) || growthRowsIn(t).length === 0);
  const hasGrowth = leading.some((t) => t.reading.meaning.rows.some(({ label }) => ON_OWN_BASIS.test(label)));
  const rows = hasGrowth || leading.some(isAcross) ? [] : growthRows(disclosure);
  return [
    ...(leading.length > 0 ? [] : growthAhead(disclosure)).map(({ first, all }) =>
      guidedFound(ownQuoted(first), first, [], alsoIn(disclosure, first, all)),
    ),
    ...rows.map((row) => guidedFound(quoted(row.named.name), row, [])),
  ];
}

/** What makes growth one on a basis of the company's own; that of the same stores is a count of trade by its own words. */
const ON_OWN_BASIS = anyCase(/\borganic|\bconstant\b|\bcurrenc|\bex(?:cluding|-)|\blocal\b/);
const PERCENT = /\d ?%/;
/** What is counted, contracted or lent has no growth under GAAP. */
const COUNTED = anyCase(
  /\b(?:acv|arr|rpo|bookings?|orders?|backlog|volumes?|customers?|subscribers?|users?|units?|loans?|deposits?)\b/,
);

/** Rows of an outlook that give growth of revenue on a basis of the company's own in percent, where no row has that as reported or what lies between. */
function growthRowsIn(table: RuleTable): readonly RowAsked[] {
  const labels = table.reading.meaning.rows;
  const rows = outlookRows(table).filter(
    ({ named, row }) => named.family === "revenue" && PERCENT.test(cellsOf(table, row)),
  );
  const own = rows.filter(
    ({ named, row }) =>
      named.basis === "non-GAAP" && ON_OWN_BASIS.test(labels[row]!.label) && !COUNTED.test(labels[row]!.label),
  );
  const isBetween = ({ label }: { readonly label: string }): boolean => LIES_BETWEEN.test(label);
  return rows.some(({ named }) => named.basis === "GAAP") || labels.some(isBetween) ? [] : own;
}
const LIES_BETWEEN = anyCase(
  /\b(?:impacts?|effects?|headwinds?|tailwinds?|contributions?|benefits?)\b|^\W{0,4}(?:acquisitions?|divestitures?|foreign|currency|fx)\b/,
);
type RowAsked = ReturnType<typeof outlookRows>[number];

/** The same of all tables that are an outlook; one of each name. */
const growthRows = remembered((disclosure: Disclosure): readonly RowAsked[] => {
  const all = disclosure.tables.filter((t) => isOutlook(t, disclosure.context)).flatMap(growthRowsIn);
  const nameOf = ({ named }: RowAsked): string => named.name.toLowerCase();
  const told = new Set(growthAhead(disclosure).map(({ first }) => first.name.toLowerCase()));
  return all.filter(
    (row, i) => !told.has(nameOf(row)) && all.findIndex((other) => nameOf(other) === nameOf(row)) === i,
  );
});

/** Growth of one name that is guided for, with all its places. */
interface GrowthAhead {
  readonly first: Mention;
  readonly all: readonly Mention[];
}

/** Growth of revenue on a basis of the company's own that is guided for, with no word of growth as reported near it. */
const growthAhead = remembered((disclosure: Disclosure): readonly GrowthAhead[] => {
  const { mentions, passages } = disclosure;
  const own = mentions.filter((m) => {
    if (m.family !== "revenue" || m.basis !== "non-GAAP") return false;
    const place = passages.findIndex((p) => p.block === m.block);
    if (!(m.ahead && (m.figures.length > 0 || IN_WORDS.test(m.said)) && isTelling(m)) && !isTornRow(m, passages, place))
      return false;
    return !passages
      .slice(Math.max(0, place - NEAR), place + NEAR + 1)
      .some((p) => p.part === passages[place]!.part && EFFECT.test(p.text));
  });
  // One finding for each, by the words that it is called.
  const nameOf = (m: Mention): string => m.name.toLowerCase();
  return own
    .filter((m, i) => own.findIndex((other) => nameOf(other) === nameOf(m)) === i)
    .map((first) => ({ first, all: own.filter((other) => nameOf(other) === nameOf(first)) }));
});

/** Revenue as reported in the outlook: its growth, its amount alone, or nothing. */
type Reported = "growth" | "amount" | "nothing";

/**
 * Growth on a basis of the company's own that an outlook gives without growth as reported. A line of an outlook that its page has taken
 * apart counts with its name alone.
 */
export function growthAheadAlone(disclosure: Disclosure): readonly Found[] {
  const reported = reportedAhead(disclosure);
  const rows = reported === "growth" ? [] : growthRows(disclosure);
  const tabled = rows.map(
    ({ named, start, end }): Found => ({
      start,
      end,
      message: `The outlook gives ${quoted(named.name)}, and no growth of revenue as reported beside it.`,
      remedy: GIVE_GROWTH,
      figures: [],
    }),
  );
  const said = growthAhead(disclosure).flatMap(({ all }) => {
    // Growth as reported for the year is none for a quarter.
    const bare = reported === "growth" ? all.filter((m) => isAloneInTerm(m, disclosure)) : all;
    const [first] = bare;
    if (first === undefined) return [];
    const term = reported === "growth" ? termAhead(first, disclosure) : undefined;
    return [
      {
        ...at(first),
        message: `The outlook gives ${ownQuoted(first)}, and ${unsaid(reported, term)}.${alsoIn(disclosure, first, bare)}`,
        remedy: GIVE_GROWTH,
        figures: idsOf([first]),
      },
    ];
  });
  return [...said, ...tabled];
}
const GIVE_GROWTH = "Give the growth of revenue as reported as well, and first.";

const unsaid = (reported: Reported, term: Term | undefined): string =>
  term !== undefined
    ? `no growth of revenue as reported for the ${term}`
    : reported === "amount"
      ? "not the growth of revenue as reported, of which it has the amount alone"
      : "neither revenue as reported nor its growth";

/** Whether revenue as reported is given for another period alone: an amount for the same one lets a reader tell its growth. */
const isAloneInTerm = (m: Mention, disclosure: Disclosure): boolean => {
  const term = termAhead(m, disclosure);
  return term !== undefined && reportedAhead(disclosure, term) === "nothing";
};

const reportedAhead = (disclosure: Disclosure, term?: Term): Reported =>
  reportedIn(disclosure, term, () => findReported(disclosure, term));
const reportedIn = rememberedBy<Disclosure, Reported>();

function findReported(disclosure: Disclosure, term: Term | undefined): Reported {
  const { mentions, tables, passages } = disclosure;
  const isRevenue = ({ family, basis }: Named): boolean => family === "revenue" && basis === "GAAP";
  const revenue = mentions.filter((m) => isRevenue(m) && !IS_BOUGHT.test(m.sentence.slice(0, m.from)));
  const said = revenue.filter(
    (m) => m.ahead && (m.part === "guidance" || m.figures.length > 0) && isOfTerm(m, term, disclosure),
  );
  // A page that has taken the lines of its outlook apart has taken that of revenue apart with them.
  const torn = revenue.filter((m) =>
    isTornRow(
      m,
      passages,
      passages.findIndex((p) => p.block === m.block),
    ),
  );
  const rows = tables
    .filter((t) => t.kind === "guidance" || t.part === "guidance")
    .filter((t) => isTableOfTerm(t, term))
    .flatMap((t) => outlookRows(t).flatMap(({ named, row }) => (isRevenue(named) ? [cellsOf(t, row)] : [])));
  if (said.some((m) => m.figures.some(isRate) || IN_WORDS.test(m.said)) || rows.some((cells) => /\d ?%/.test(cells)))
    return "growth";
  return said.length + rows.length + torn.length > 0 ? "amount" : "nothing";
}

/** "To acquire businesses totaling $150 million of revenue": what others have earned is not guided for. */
const IS_BOUGHT = anyCase(
  /\b(?:acquir(?:e|es|ed|ing)|acquisitions?(?: of)?|buy|purchase) [^.;]{0,80}\b(?:with|of|totall?ing|generating) [^.;]{0,40}$/,
);

const cellsOf = ({ reading: { block } }: RuleTable, row: number): string =>
  block.rows[row]!.cells.map(({ cell }) => cell.text.text).join(" ");

const isTelling = (m: Mention): boolean => m.part === "guidance" || (TELLING.has(m.part) && TELLS.test(m.sentence));

/** A row of an outlook whose table a page's layout has taken apart: a short line below a title of guidance, lines of figures behind it. */
function isTornRow(m: Mention, passages: readonly Passage[], at: number): boolean {
  if (m.sentence.length > 60 || m.figures.length > 0) return false;
  const above = passages.slice(Math.max(0, at - 6), at);
  const behind = passages.slice(at + 1, at + 12);
  return (
    above.some((p) => p.part === "guidance") &&
    behind.filter((p) => /^[^\p{L}]*\d[^\p{L}]*%[^\p{L}]*$/u.test(p.text)).length > 0
  );
}

/**
 * A row of revenue on a basis of the company's own, in a table of the outlook, above the row of revenue under GAAP, or where revenue under GAAP is given for
 * the time to come in a table further behind alone.
 */
export const revenueRowsAhead = (disclosure: Disclosure): readonly RowAhead[] =>
  disclosure.tables
    .filter((t) => isOutlook(t, disclosure.context))
    .flatMap((table) => {
      const rows = outlookRows(table).filter(({ named }) => named.family === "revenue");
      const own = rows[0];
      if (own === undefined || own.named.basis !== "non-GAAP") return [];
      const labels = table.reading.meaning.rows;
      const gaap = rows.find(({ named, row }) => named.basis === "GAAP" && AS_REPORTED.test(labels[row]!.label));
      if (gaap !== undefined) return [rowAhead(own, gaap, table)];
      // Growth is asked for growth.
      const amount = rows.find(({ named, row }) => named.basis === "non-GAAP" && !PERCENT.test(cellsOf(table, row)));
      return amount === undefined ? [] : behind(amount, table, disclosure);
    });

const rowAhead = ({ named, start, end }: RowAsked, gaap: RowAsked, { table }: RuleTable): RowAhead => ({
  named,
  start,
  end,
  gaap: { start: gaap.start, words: `${gaap.named.name} in table ${table}` },
});

/** The row with that under GAAP in what leads to the outlook at the end, where nothing else gives it for the time to come. */
function behind(own: RowAsked, table: RuleTable, { tables, mentions, context }: Disclosure): readonly RowAhead[] {
  if (mentions.some((m) => m.family === "revenue" && m.basis === "GAAP" && m.ahead && m.figures.length > 0)) return [];
  const all = tables.flatMap((t) =>
    t !== table && (isOutlook(t, context) || isAheadAlone(t, context))
      ? outlookRows(t).flatMap((row) =>
          row.named.family === "revenue" &&
          row.named.basis === "GAAP" &&
          AS_REPORTED.test(t.reading.meaning.rows[row.row]!.label)
            ? [{ t, row }]
            : [],
        )
      : [],
  );
  const [first] = all;
  return first === undefined || first.row.start < own.start ? [] : [rowAhead(own, first.row, first.t)];
}

/** The whole of revenue, and not that of the same stores or of subscriptions. */
const AS_REPORTED = anyCase(
  /^\W{0,4}(?:(?:total|net|gaap|reported|consolidated|company|group) ){0,3}(?:revenues?|sales)\b/,
);

interface RowAhead {
  readonly named: Named;
  readonly start: number;
  readonly end: number;
  readonly gaap: { readonly start: number; readonly words: string };
}

/** Cash costs and the like that are guided for. */
export function guidedUnlisted(
  disclosure: Disclosure,
  ahead: readonly RuleTable[],
  isExcepted: (words: string) => boolean,
): readonly Found[] {
  const isIn = (name: string): boolean =>
    ahead.some((t) =>
      [...(/\breconcil/.test(inSmall(t.title)) ? [t.title] : []), ...t.rows.map((r) => r.label)].some((words) =>
        words.toLowerCase().includes(name),
      ),
    );
  const all = unlisted(disclosure).filter((u) => isGuided(u) && !isExcepted(u.name) && !isIn(u.name.toLowerCase()));
  // One finding for each, by the words that it is called.
  return all
    .filter((u, i) => all.findIndex((other) => other.name.toLowerCase() === u.name.toLowerCase()) === i)
    .map((u) => {
      const more = all.filter((other) => other.name.toLowerCase() === u.name.toLowerCase());
      return guidedFound(quoted(u.name), u, [], alsoIn(disclosure, u, more));
    });
}

function isGuided({ passage, sentence: { text } }: Unlisted): boolean {
  if (!TELLING.has(passage.part) || (passage.part !== "guidance" && !TELLS.test(text))) return false;
  return AMOUNT.test(text) || IN_WORDS.test(text);
}

/** That a measure, quoted by its words, is guided for without what the rules ask for with it. */
export const guidedFound = (
  words: string,
  { start, end }: { readonly start: number; readonly end: number },
  figures: readonly string[],
  also = "",
): Found => ({
  start,
  end,
  message: `${words} is guided for, and nothing reconciles it or says why it cannot be reconciled.${also}`,
  remedy: "Reconcile the guidance, or rely on the exception for unreasonable efforts in all its parts.",
  figures,
});
