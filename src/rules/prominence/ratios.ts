import { daysOf, type Period } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { isComparable } from "../names/comparable.ts";
import { type Family, RATES } from "../names/family.ts";
import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import { alsoIn, toldOnce } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isWholeMoney } from "../reading/mention.ts";
import { gaapMentions, isShown, quoted, RATIOS } from "../reading/own-measure.ts";
import { at, RESULTS, statementAt } from "../reading/placed.ts";
import { calledOf, isInWhole, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { hasGaapRow, isRead } from "./bare.ts";
import { areOfOnePeriod, hasStatedRatio, isRatioSaid } from "./by-statement.ts";
import { hasNamesakeRow } from "./namesake.ts";
import { isOfOnePart, isOfParts, ratiosSideways, summaries } from "./prominent-tables.ts";

/** The amounts that the ratios are of. */
export const AMOUNT_OF: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["ebitda-margin", "ebitda"],
  ["ebit-margin", "ebit"],
  ["net-margin", "net-income"],
  ["operating-margin", "operating-income"],
  ["gross-margin", "gross-profit"],
  ["free-cash-flow-margin", "free-cash-flow"],
]);

/** A row of ratios that its page has taken apart is so short. */
const TORN_LONGEST = 120;
/** So many passages beside it are of the same table. */
const TORN_NEAR = 3;

/** Further places behind the results of a ratio that the text gives bare: rows that their page has taken apart. */
export function ratioPlaces(family: Family, disclosure: Disclosure): readonly { readonly start: number }[] {
  const { passages, mentions } = disclosure;
  const isGaap = (n: { readonly basis: string; readonly family: Family }): boolean =>
    n.basis === "GAAP" && isHeldAgainst(family, n.family, disclosure);
  return mentions.filter(
    (m) =>
      m.basis === "non-GAAP" &&
      m.family === family &&
      m.part === "statements" &&
      m.sentence.length < TORN_LONGEST &&
      m.figures.length > 1 &&
      !passages.some(
        (p) => Math.abs(p.block - m.block) <= TORN_NEAR && p.sentences.some((s) => s.mentions.some(isGaap)),
      ),
  );
}

/** Whether the table gives the amount under GAAP with the same ratio, in the column of percents in which the company's own has it, or in one of parts of revenue. */
function isRatedBeside({ rows, reading }: RuleTable, own: RuleRow, family: Family): boolean {
  const amount = AMOUNT_OF.get(family);
  // By how much an amount has changed is no part of revenue.
  const kindOf = (column: number): string | undefined => reading.meaning.columns[column - 1]?.kind;
  const columnsOf = ({ figures }: RuleRow): readonly number[] =>
    figures.flatMap(({ where, measured }) =>
      where.kind === "table" && measured?.unit === "ratio" && !/change/.test(kindOf(where.column) ?? "")
        ? [where.column]
        : [],
    );
  const within = columnsOf(own);
  const isOfStores = family === "contribution-margin" || own.named?.learned !== undefined;
  return (
    (amount !== undefined || isOfStores) &&
    rows.some(
      (r) =>
        r.named?.basis === "GAAP" &&
        // What a store or a product contributes is led to from the income of operations as well.
        ((isOfStores && r.named.family === "operating-income") ||
          (amount !== undefined && isComparable(amount, r.named.family))) &&
        columnsOf(r).some((column) => within.includes(column) || kindOf(column) === "percent-of"),
    )
  );
}

/** "General and administrative expenses (% of adjusted revenue)". */
const OF_OWN = anyCase(/(?:%|\bpercent(?:age)?|\bratio) of (?:our |its )?(?:adjusted|non-?gaap) [a-z]+/);
const OF_GAAP = anyCase(/(?:%|\bpercent(?:age)?) of (?:our |its |total |net |gaap )?(?:net )?(?:revenues?|sales)\b/);

/** "Adjusted as a percentage of net revenues", below columns that each are another measure. */
const OWN_COLUMNS = anyCase(
  /^\W{0,3}(?:as )?(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying)(?: (?:basis|results|measures|amounts?|totals?))?,? ?\(?(?:as )?(?:an? )?(?:%|percent(?:age)?)(?: of)? (?:(?:total|net|our) )*(?:revenues?|sales)\b/,
);

/**
 * What is given as a part of a measure of the company's own, in the rows of key figures and of the outlook, and the parts of revenue that all own
 * measures of a table set on its side are, wherever it stands; each with the further tables that lack the same.
 */
export function shareFindings(disclosure: Disclosure): readonly Found[] {
  const { tables } = disclosure;
  const shown = tables.filter(
    (t) => ["headline", "results", "guidance"].includes(t.part) && isRead(t) && t.kind !== "statement",
  );
  const lacking = (all: readonly RuleTable[], pattern: Pattern): readonly RuleRow[] =>
    all
      .filter(({ rows }) => !rows.some((r) => OF_GAAP.test(r.label) && !OWN_COLUMNS.test(r.label)))
      .flatMap(({ rows }) => rows.find((r) => pattern.test(r.label)) ?? []);
  const ofOwn = toldOnce(disclosure, lacking(shown, OF_OWN), (row) => ({
    message: `${quoted(row.label)} is a part of a measure of the company's own; the part of the measure under GAAP is not with it.`,
    remedy: "Print the same ratio to the measure under GAAP beside it, no less prominently.",
    figures: row.figures.slice(0, 1).map((f) => f.id),
  }));
  const sideways = toldOnce(disclosure, lacking(tables, OWN_COLUMNS), (row) => ({
    message: `${quoted(row.label)} has ratios of the company's own alone; the same parts of revenue under GAAP are not with them.`,
    remedy: "Print a row of the same ratios under GAAP above it.",
    figures: row.figures.slice(0, 1).map((f) => f.id),
  }));
  return [...ofOwn, ...sideways];
}

/** Whether a row can be one of rates: "Normalized tax rate (113) (384)" has the amounts of the tax at such a rate. */
const isRatesRow = ({ figures }: RuleRow): boolean =>
  figures.some(({ text }) => /^\D*\d{0,2}(?:\.\d*)?\D*$|\b100(?:\.0+)?\b/.test(text));

/** "Operating cash flow conversion", with no word for an adjustment: a ratio of the flow of cash that the statements have, and the one that others are to be read with. */
const isOfStatedCash = ({ label }: RuleRow): boolean => OF_STATED_CASH.test(label);
const OF_STATED_CASH = anyCase(
  /^\W{0,3}(?:operating cash flow|cash flow from operat\w+(?: activities)?|cash provided by operating activities) conversion(?: (?:rate|ratio))?[\s\d(),*%]{0,8}$/,
);

/** The ratio of the company's own that a row is. */
const ratioOf = (row: RuleRow): readonly (readonly [RuleRow, Family])[] =>
  row.named?.basis === "non-GAAP" &&
  RATIOS.has(row.named.family) &&
  !isOfStatedCash(row) &&
  !/\b(?:maximum|minimum)\b|^\W{0,3}(?:u\.?s\.? )?gaap\b/.test(inSmall(row.label)) &&
  (isRatesRow(row) || !RATES.has(row.named.family)) &&
  // "Non-GAAP gross margin per ton" is an amount.
  !(/ per /.test(inSmall(row.label)) && isInMoney(row))
    ? [[row, row.named.family]]
    : [];

/**
 * Whether a table prints the ratio under GAAP of what the ratio of the company's own is of: for one of its periods, and on the same part of
 * the business. "Gross margin" in money is the amount, whatever it is called; a return is one in no unit, and its table may print no sign.
 */
const hasGaapRate = (table: RuleTable, own: RuleRow, family: Family, disclosure: Disclosure): boolean =>
  hasGaapRow(
    {
      ...table,
      rows: table.rows.filter(
        (r) => !(AMOUNT_OF.has(family) && isInMoney(r)) && areOfOnePeriod(r.figures, own.figures) && isAlike(r, own),
      ),
    },
    family,
    disclosure,
  );

/** What a row has of an outlook is asked for by the rules on outlooks, and here for no period of its own. */
const isToCome = ({ figures }: RuleRow, { context: { reportEnd } }: Disclosure): boolean =>
  reportEnd !== undefined &&
  figures.some(({ period }) => period !== undefined) &&
  figures.every(({ period }) => period === undefined || period.end > reportEnd);
const undated = (row: RuleRow): RuleRow => ({
  ...row,
  figures: row.figures.map((figure): Figure => ({ ...figure, period: undefined })),
});

/** "Incremental EBITDA margin", "acquired EBITDA margin": a ratio of so much of the business is answered by none of the whole. */
const NARROWED = anyCase(
  /\b(?:incremental|decremental|same[- ](?:store|branch|center|property|site)|acquired|legacy)\b/,
);
const isAlike = (gaap: RuleRow, own: RuleRow): boolean => {
  const word = NARROWED.exec(own.label)?.[0].toLowerCase();
  return word === undefined || gaap.label.toLowerCase().includes(word);
};
const isInMoney = ({ label, figures }: RuleRow): boolean =>
  // "- % of net sales" has the unit of its table where it prints no sign.
  !/%|\bpercent/.test(inSmall(label)) && figures.length > 0 && figures.every(isWholeMoney);

/** Whether a table prints that ratio, by its name or by the statements' figures. */
const hasRatio = (table: RuleTable, own: RuleRow, family: Family, disclosure: Disclosure): boolean =>
  hasGaapRate(table, own, family, disclosure) ||
  (!NARROWED.test(own.label) && hasStatedRatio(table, own, family, disclosure)) ||
  hasNamesakeRow(own, table) ||
  (family === "free-cash-flow-conversion" && table.rows.some(isOfStatedCash));

/** A summary behind the statements: its ratios are read like those of one above them. */
const isSupplement = ({ title, kind, block, reading }: RuleTable, disclosure: Disclosure): boolean =>
  block > statementAt(disclosure) &&
  kind === "figures" &&
  (reading.meaning.statement ?? "other") === "other" &&
  SUPPLEMENT.test(title.slice(-TITLE_NEAR)) &&
  !/\breconcil|\bnon-?gaap|\bsegments?\b/.test(inSmall(title));
const SUPPLEMENT = anyCase(
  /\b(?:supplement(?:al|ary) (?:financial |operating )*(?:information|data)|summary (?:financial |operating )*(?:information|data|results)|financial (?:summary|highlights)|selected (?:financial|operating) (?:information|data)|key (?:financial |operating |performance )*(?:figures|metrics|measures|indicators))\b/,
);
const TITLE_NEAR = 250;

/** "Pumps EBITDA margin", where another line of its table is "Pumps segment operating income". */
const isOfSegmentBeside = ({ label }: RuleRow, { rows }: RuleTable): boolean =>
  rows.some((r) => {
    const name = OF_SEGMENT.exec(r.label)?.[1];
    return name !== undefined && r.label !== label && label.startsWith(`${name} `);
  });
const OF_SEGMENT = /^(\p{Lu}[^|]{3,40}?) segment /u;

/** Whether a row of a table of segments has a figure in a column of all of them: that one is the company's. */
const hasColumnOfWhole = ({ figures }: RuleRow, { reading: { meaning } }: RuleTable): boolean => {
  const whole = meaning.columns.findIndex(({ head }) => OF_WHOLE.test(head));
  return whole >= 0 && figures.some(({ where }) => where.kind === "table" && where.column === whole + 1);
};
const OF_WHOLE = anyCase(/\b(?:total|consolidated)\b/);

/**
 * A ratio that a row gives for quarters and for longer periods is asked for with each: the margin of a quarter, told somewhere, is none of the year. Where a
 * period is not known, the row stays whole.
 */
function byLength([row, family]: readonly [RuleRow, Family]): readonly (readonly [RuleRow, Family])[] {
  const { figures } = row;
  if (figures.some(({ period }) => period?.start === undefined)) return [[row, family]];
  const lengths = [...new Set(figures.map(({ period }) => monthsOf(period!)))];
  return lengths.length !== 2
    ? [[row, family]]
    : lengths.map((months) => [{ ...row, figures: figures.filter((f) => monthsOf(f.period!) === months) }, family]);
}
const monthsOf = (period: Period): number => Math.round(daysOf(period) / DAYS_IN_MONTH);
const DAYS_IN_MONTH = 30;

interface RatioRow {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly family: Family;
  readonly others: RuleRow[];
}

/**
 * Ratios of the company's own in tables: in a summary of results that of GAAP is wanted in the summary, and elsewhere in the same
 * table, or shown anywhere else. Rows behind the results are named by what the text is told, where it has the ratio itself.
 */
export function tableRatioFindings(disclosure: Disclosure, told: Map<Family, RuleRow[]>): readonly Found[] {
  const { mentions, tables } = disclosure;
  const found = new Map<Family, RatioRow>();
  const add = (table: RuleTable, row: RuleRow, family: Family): void => {
    const known = found.get(family);
    if (known === undefined) found.set(family, { table, row, family, others: [] });
    else known.others.push(row);
  };
  // Among the measures of segments the total is the company's (C&DI 104.04).
  const ratiosOf = (table: RuleTable): ReturnType<typeof ratioOf> => {
    const all = table.rows
      .flatMap(ratioOf)
      .filter(([row]) => !isOfOnePart(row, disclosure) && !isOfSegmentBeside(row, table));
    return all.length > 0 && isOfParts(table, disclosure)
      ? all.filter(([row]) => isInWhole(row, table) || hasColumnOfWhole(row, table))
      : all;
  };
  const supplements = tables.filter((t) => isSupplement(t, disclosure)).map((t) => [t]);
  const shown = [...summaries(disclosure), ...supplements].map((summary) =>
    summary.filter(({ kind }) => kind === "figures"),
  );
  for (const summary of shown)
    for (const table of summary)
      for (const [row, family] of ratiosOf(table))
        if (!summary.some((t) => hasRatio(t, row, family, disclosure)) && !isRatedBeside(table, row, family))
          add(table, row, family);
  const inSummaries = new Set(shown.flat());
  // Of a ratio that a place before the statements lacks, the other tables that lack it are named with it.
  const again = (table: RuleTable, row: RuleRow, family: Family): void => {
    if (table.kind !== "figures" || (!RESULTS.has(table.part) && table.part !== "statements")) return;
    if (hasRatio(table, row, family, disclosure)) return;
    (told.get(family) ?? found.get(family)?.others)?.push(row);
  };
  for (const table of tables) {
    if (table.kind === "statement") continue;
    const rows = inSummaries.has(table) ? [] : ratiosOf(table);
    for (const [printed, family] of [
      ...rows.flatMap(byLength),
      ...ratiosSideways(table, disclosure).flatMap(ratioOf),
    ]) {
      const row = isToCome(printed, disclosure) ? undated(printed) : printed;
      if (
        tables.some((t) => hasRatio(t, row, family, disclosure)) ||
        (!NARROWED.test(row.label) &&
          (gaapMentions(family, mentions, disclosure).some(
            (m) => isShown(m) && areOfOnePeriod(m.figures, row.figures),
          ) ||
            isRatioSaid(family, row, disclosure)))
      ) {
        if (!isRatedBeside(table, row, family)) again(table, row, family);
        continue;
      }
      if (isRatedBeside(table, row, family)) continue;
      const inText = found.has(family) ? undefined : told.get(family);
      if (inText === undefined) add(table, row, family);
      else inText.push(row);
    }
  }
  return [...found.values()].map(({ table, row, family, others }) => {
    const { words } = heldAgainst(family, disclosure);
    return {
      ...at(row),
      message: `Table ${table.table} has ${quoted(calledOf(row))}, a ratio of the company's own, and not ${words} under GAAP.${alsoIn(disclosure, row, others)}`,
      remedy: `Print ${words} under GAAP beside it, no less prominently.`,
      figures: row.figures.slice(0, 1).map((f) => f.id),
    };
  });
}
