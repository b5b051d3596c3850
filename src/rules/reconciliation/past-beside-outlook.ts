import { monthOf, yearOf } from "../../calendar/date.ts";
import { daysOf, samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Named } from "../names/named.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { isOfPart, quoted, RATIOS } from "../reading/own-measure.ts";
import { isAcross, isOwnStatement } from "../reading/own-statement.ts";
import { isOwn, outlookRows, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { GUIDES } from "../reading/table-title.ts";
import { yearsIn } from "../reading/years.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";

/** What a measure of the company's own came to, in a table of the outlook: a result of a period that is over, whatever stands beside it. */
interface Came {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly amount: Figure;
}

/** The head of a column in which what was guided before stands, and not what came: "As of January 27, 2026" is when it was said. */
const GUIDED = anyCase(
  /\b(?:as of|guidance|outlook|forecast|expect\w*|estimat\w*|project\w*|targets?|prior|previous(?:ly)?|low|high|mid-?point|range)\b/,
);

const cameBesideOutlook = remembered((disclosure: Disclosure): readonly Came[] =>
  cameIn(disclosure, (row) => isOwn(row) && !RATIOS.has(row.named!.family) && !/\bsegment/.test(inSmall(row.label))),
);

/**
 * Whether a table is one of the outlook, by its title, or by the heads of some of its columns: "Guidance of June 9" names a day that is over, by which
 * the whole table may be taken for one of results.
 */
const isOfOutlook = ({ kind, part, reading: { meaning } }: RuleTable): boolean =>
  kind === "guidance" ||
  (kind === "figures" && part === "guidance" && meaning.columns.some((c) => GUIDES.test(c.head)));

const cameIn = ({ tables, context }: Disclosure, isIt: (row: RuleRow) => boolean): readonly Came[] =>
  tables.filter(isOfOutlook).flatMap((table) =>
    table.rows.flatMap((row): readonly Came[] => {
      const amount = isIt(row)
        ? row.figures.find((f) => hasCome(f, context) && !GUIDED.test(headOf(f, table)))
        : undefined;
      return amount === undefined ? [] : [{ table, row, amount }];
    }),
  );

const hasCome = (f: Figure, { reportEnd }: Disclosure["context"]): boolean =>
  isMoney(f) && f.period !== undefined && reportEnd !== undefined && f.period.end <= reportEnd;

const headOf = ({ where }: Figure, { reading: { meaning } }: RuleTable): string =>
  where.kind === "table" ? (meaning.columns[where.column - 1]?.head ?? "") : "";

/** Quarters of the year that add up to it. */
const QUARTERS = 4;

/** Such amounts of a period that no reconciliation of the measure has, which leads to it for others. One finding for all of them. */
export function unledBesideOutlook(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = cameBesideOutlook(disclosure)
    .filter((came) => isReconciled(came.row.named!, disclosure) && isUnled(came, disclosure))
    .map(asShown);
  const spent = cameIn(disclosure, ({ label }) => NET_SPENDING.test(label))
    .filter((came) => isSpendingUnled(came, disclosure))
    .map(asShown);
  return [
    ...toldOnce(disclosure, shown, ({ label, table, amount }) => ({
      message: `Table ${table} gives ${quoted(label)} beside its outlook for a period that is over (${amount.text}), and no reconciliation of it has that period.`,
      remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
      figures: [amount.id],
    })),
    ...toldOnce(disclosure, unledBases(disclosure), ({ own, year, figures }) => ({
      message: `The outlook is held against ${quoted(own.name)} of ${year} (${own.figures[0]!.text}), and no reconciliation of it has that year.`,
      remedy: "Reconcile each period that is shown, or leave out what is not reconciled.",
      figures,
    })),
    ...toldOnce(disclosure, spent, ({ label, table, amount }) => ({
      message: `Table ${table} gives ${quoted(label)} beside its outlook for a period that is over (${amount.text}), and nothing leads to it from capital expenditures as the statement of cash flows has them.`,
      remedy: "Give capital expenditures and what is taken off them, or leave out the net amount.",
      figures: [amount.id],
    })),
  ];
}

const asShown = ({ table, row, amount }: Came): RuleRow & { readonly table: number; readonly amount: Figure } => ({
  ...row,
  table: table.table,
  amount,
});

/** "Capital expenditures, net of grants": what others have paid is no part of the line of the statement, which has what was spent. */
const NET_SPENDING = anyCase(
  /^\W{0,4}(?:total )?(?:capital (?:expenditures?|spending)|capex)(?: ?\(\w{1,2}\))?,? \(?(?:net of|after|less) [^|\d]{0,60}\b(?:grants?|reimbursements?|contributions?|subsid(?:y|ies)|incentives?|allowances?)\b/,
);
const SPENDING = anyCase(
  /\bcapital expenditures?\b|\bcapex\b|\bpurchases? of property\b|\b(?:additions?|payments?) (?:to|for|of) property\b/,
);

/** Whether no other table has the net amount, nor any what was spent in its period. */
const isSpendingUnled = ({ table, amount }: Came, { tables }: Disclosure): boolean =>
  !tables.some((t) =>
    t.rows.some(
      (r) =>
        (t !== table && NET_SPENDING.test(r.label)) ||
        (SPENDING.test(r.label) &&
          !NET_SPENDING.test(r.label) &&
          r.figures.some((f) => f.period === undefined || samePeriod(f.period, amount.period!))),
    ),
  );

function isUnled({ table, row, amount }: Came, { tables }: Disclosure): boolean {
  const group = groupOf(row.named!.family);
  const led = tables
    .filter((t) => t !== table && t.kind !== "guidance" && !isOwnStatement(t))
    .flatMap((t) =>
      t.rows.filter((r) => r.named !== undefined && (isOwn(r) || isAcross(t)) && group.includes(r.named.family)),
    )
    .flatMap((r) => r.figures);
  // Where the heads of the reconciliations are not known to be periods, nothing tells which of them they have.
  if (led.length === 0 || led.some((f) => f.measured !== undefined && f.period === undefined)) return false;
  const { start = "", end } = amount.period!;
  const within = new Set(
    led.flatMap(({ period }) =>
      period?.start !== undefined && period.start >= start && period.end <= end ? period.end : [],
    ),
  );
  return (
    within.size < QUARTERS &&
    !led.some((f) => (f.period !== undefined && samePeriod(f.period, amount.period!)) || f.text === amount.text)
  );
}

/** Such amounts of a period of which the release gives the measure under GAAP nowhere, in a table or in words. One finding for all of them. */
export function bareBesideOutlook(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const shown = cameBesideOutlook(disclosure)
    .filter((came) => isBare(came, disclosure))
    .map(asShown);
  return toldOnce(disclosure, shown, ({ label, named, table, amount }) => ({
    message: `Table ${table} gives ${quoted(label)} beside its outlook for a period that is over (${amount.text}), and the release has ${heldAgainst(named!.family, disclosure).words} of that period nowhere.`,
    remedy: `Give ${heldAgainst(named!.family, disclosure).words} of that period a row above it.`,
    figures: [amount.id],
  }));
}

function isBare({ table, row, amount }: Came, disclosure: Disclosure): boolean {
  const period = amount.period!;
  const isIt = isCounterpart(row.named!, disclosure);
  // The row of the measure under GAAP has an amount of the period as a rule, whether or not it can be read.
  if (outlookRows(table).some(({ named }) => isIt(named))) return false;
  const figures = figuresOf(isIt, disclosure);
  if (figures.length === 0 || figures.some((f) => f.period === undefined || samePeriod(f.period, period))) return false;
  return !isSaidOfYear(isIt, `${period.end}`.slice(0, 4), disclosure);
}

type IsIt = (named: RuleRow["named"]) => boolean;

/** Whether what is named is the measure under GAAP that one of the company's own is held against. */
const isCounterpart =
  ({ family }: Named, disclosure: Disclosure): IsIt =>
  (n) =>
    n?.basis === "GAAP" && isHeldAgainst(family, n.family, disclosure);

/** What all tables print of it. */
const figuresOf = (isIt: IsIt, { tables }: Disclosure): readonly Figure[] =>
  tables.flatMap((t) => t.rows.filter((r) => isIt(r.named)).flatMap((r) => r.figures));

/** Whether a sentence on a year gives it. */
const isSaidOfYear = (isIt: IsIt, year: string, { mentions }: Disclosure): boolean =>
  mentions.some((m) => isIt(m) && m.figures.length > 0 && yearsIn(m.sentence).includes(year) && isOfYear(m.sentence));

/** A sentence on a quarter names the year as well. */
const isOfYear = (sentence: string): boolean => !/\bquarter\b|\bthree months\b|\bq[1-4]\b/.test(inSmall(sentence));

/** What the outlook of a measure is held against in the text: what it came to in a year that is over, which no exception for what is to come excuses. */
interface Base {
  readonly own: Mention;
  readonly year: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly string[];
}

/** "Up 8% from our full year 2024 adjusted EPS of $1.90": what leads up to the name, and what says of which year it is. */
const AGAINST = anyCase(
  /\b(?:compar\w+ (?:to|with)|versus|vs\.?|from|over|against|relative to|than)\b((?:[^.;]|\.\d){0,70})$/d,
);
const BEFORE = 110;
const BEHIND = 60;

const basesSaid = remembered(({ mentions, context: { reportEnd } }: Disclosure): readonly Base[] => {
  const now = reportEnd === undefined ? undefined : `${yearOf(reportEnd)}`;
  if (now === undefined) return [];
  return mentions.flatMap((own): readonly Base[] => {
    const { basis, family, part, ahead, figures, sentence, from, to, start, end } = own;
    if (basis !== "non-GAAP" || figures.length === 0 || !(part === "guidance" || ahead)) return [];
    if (family === "revenue" || RATIOS.has(family) || isOfPart(own)) return [];
    const [amount] = figures;
    const led = AGAINST.exec(sentence.slice(Math.max(0, from - BEFORE), from))?.[1];
    if (led === undefined || !isMoney(amount!) || GUIDED.test(led) || !isOfYear(led)) return [];
    const behind = sentence.slice(to, to + BEHIND);
    const [year] = yearsIn(`${led} ${GUIDED.test(behind) || !isOfYear(behind) ? "" : behind}`);
    return year === undefined || year >= now ? [] : [{ own, year, start, end, figures: [amount!.id] }];
  });
});

/** Whether an amount is of the whole of a year that is called by its number, or of a day at its end; a fiscal year may end in the next one. */
const isOfWholeYear = ({ period }: Figure, year: string): boolean => {
  if (period === undefined) return false;
  const early = yearOf(period.end) - (monthOf(period.end) < MID_YEAR ? 1 : 0);
  const isNamed = year === `${yearOf(period.end)}` || year === `${early}`;
  return isNamed && (period.start === undefined || daysOf(period) > YEAR_SHORTEST);
};
const MID_YEAR = 7;
/** A year of 52 weeks has 364 days. */
const YEAR_SHORTEST = 350;

/** Whether the tables that are known by their periods have none of that year; where one is not known, nobody can tell. */
const isYearMissing = (figures: readonly Figure[], { year }: Base): boolean =>
  figures.length > 0 && !figures.some((f) => f.period === undefined || isOfWholeYear(f, year));

function isBaseUnled(base: Base, disclosure: Disclosure): boolean {
  const { own } = base;
  const group = groupOf(own.family);
  const led = disclosure.tables
    .filter((t) => t.kind !== "guidance" && !isOwnStatement(t))
    .flatMap((t) => t.rows.filter((r) => r.named !== undefined && isOwn(r) && group.includes(r.named.family)))
    .flatMap((r) => r.figures);
  return (
    isReconciled(own, disclosure) && isYearMissing(led, base) && !led.some(({ text }) => text === own.figures[0]!.text)
  );
}

/** Such amounts of a year that no reconciliation of the measure has. */
export const unledBases: (disclosure: Disclosure) => readonly Base[] = remembered((disclosure) =>
  basesSaid(disclosure).filter((base) => isBaseUnled(base, disclosure)),
);

/** Such amounts of a year of which the release gives the measure under GAAP nowhere, or not with them. One finding for all of each. */
export function basesWithoutGaap(disclosure: Disclosure): readonly Found[] {
  const isWhole = isComplete(disclosure);
  const shown = basesSaid(disclosure).filter((base) => {
    if (!isWhole) return false;
    const isIt = isCounterpart(base.own, disclosure);
    return isYearMissing(figuresOf(isIt, disclosure), base) && !isSaidOfYear(isIt, base.year, disclosure);
  });
  const alone = basesSaid(disclosure).filter((base) => !shown.includes(base) && isBaseAlone(base, disclosure));
  const toldOf = (some: readonly Base[], lacks: (words: string) => string): readonly Found[] =>
    toldOnce(disclosure, some, ({ own, year, figures }) => {
      const { words } = heldAgainst(own.family, disclosure);
      return {
        message: `The outlook is held against ${quoted(own.name)} of ${year} (${own.figures[0]!.text}), and ${lacks(words)}.`,
        remedy: `Give ${words} of that year there as well.`,
        figures,
      };
    });
  return [
    ...toldOf(shown, (words) => `the release has ${words} of that year nowhere`),
    ...toldOf(alone, (words) => `${words} of that year is not with it`),
  ];
}

/** So many passages on both sides of what the outlook is held against are before a reader's eyes. */
const BESIDE = 5;

/** Whether neither the paragraphs and tables around it nor any of the outlook name the measure under GAAP with an amount. */
function isBaseAlone({ own }: Base, disclosure: Disclosure): boolean {
  const isIt = isCounterpart(own, disclosure);
  const isBeside = ({ block, part }: { readonly block: number; readonly part: string }): boolean =>
    part === "guidance" || Math.abs(block - own.block) <= BESIDE;
  return (
    !disclosure.mentions.some((m) => isIt(m) && m.figures.length > 0 && isBeside(m)) &&
    !disclosure.tables.some((t) => isBeside(t) && outlookRows(t).some(({ named }) => isIt(named)))
  );
}
