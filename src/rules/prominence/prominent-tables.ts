import type { Family } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { standardsOf } from "../profile.ts";
import { alsoIn, intoFirst, linesTold, toldOnce } from "../reading/also.ts";
import { heldAgainst, isHeldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isOfPartByRevenue } from "../reading/of-part.ts";
import { quoted, RATIOS } from "../reading/own-measure.ts";
import type { Passage } from "../reading/passage.ts";
import { at, RESULTS, statementAt } from "../reading/placed.ts";
import {
  calledOf,
  hasReconcilingLine,
  isCalledSo,
  isInWhole,
  isOfWhole,
  namedHeads,
  type RuleRow,
  type RuleTable,
} from "../reading/rule-table.ts";
import { TRAILING } from "../reading/trailing-period.ts";
import { isNetDebtComputed } from "../reconciliation/computed.ts";
import { waysOf } from "../reconciliation/ways.ts";
import { remembered } from "../remembered.ts";
import type { Found } from "../rule.ts";
import { hasGaapRow, highlightTables, isRead } from "./bare.ts";
import { isLedInTable } from "./by-amount.ts";
import { areOfOnePeriod, statedRows } from "./by-statement.ts";
import { GOES_ON } from "./cut-headlines.ts";
import { isDivided, isPartOfWhole, isSensitivity } from "./no-measures.ts";

/** A table that was taken apart leaves its labels and figures in paragraphs above the next one. */
const NEAR_TABLE = 8;
const LABEL_LONGEST = 200;
const namesGaap = ({ text, bullet }: Passage, family: Family, disclosure: Disclosure): boolean =>
  text.length < LABEL_LONGEST &&
  !text.trim().endsWith(".") &&
  !bullet &&
  /\d/.test(text) &&
  namedIn(text).some((n) => n.basis === "GAAP" && isHeldAgainst(family, n.family, disclosure));

/** Whether the measure under GAAP stands so above a table. */
const isSaidAbove = (table: RuleTable, family: Family, disclosure: Disclosure): boolean =>
  disclosure.passages.some(
    (p) =>
      p.block < table.block &&
      p.block > table.block - NEAR_TABLE &&
      // A line of the headline that prints the measure under GAAP is another place, and no row of the table.
      (p.part !== "headline" || table.part === "headline") &&
      namesGaap(p, family, disclosure),
  ) ||
  tornAbove(table, disclosure).some((p) =>
    namedIn(p.text).some((n) => n.basis === "GAAP" && isHeldAgainst(family, n.family, disclosure)),
  );

/** Whether a section of the table above the row is titled by the measure under GAAP, whose lines go by the names of those who earn it. */
const hasSectionAbove = (
  { row, named }: RuleRow,
  { reading: { meaning }, learned }: RuleTable,
  disclosure: Disclosure,
): boolean =>
  meaning.rows.some(
    ({ kind, label }, at) =>
      kind === "section" &&
      at < row &&
      // The row's own section names the row, whatever its basis.
      meaning.rows.slice(at + 1, row).some((next) => next.kind === "section") &&
      label.length < LABEL_LONGEST &&
      namedIn(label, learned).some((n) => n.basis === "GAAP" && isHeldAgainst(named!.family, n.family, disclosure)),
  );

/** Pieces of a summary that the source's layout has torn: so short, and so many of them figures alone. */
const TORN_LONGEST = 100;
const TORN_FIGURES = 4;
const TORN_MOST = 60;

/** The pieces right above a table, where they are those of a torn summary. */
function tornAbove({ block }: RuleTable, { passages }: Disclosure): readonly Passage[] {
  const above = passages.filter((p) => p.block < block && p.block >= block - TORN_MOST).toReversed();
  const end = above.findIndex(
    (p) => p.text.length > TORN_LONGEST || p.bullet || /\p{L}{3}[^\n]*\.$/u.test(p.text.trim()),
  );
  const pieces = end < 0 ? above : above.slice(0, end);
  const figures = pieces.filter((p) => /\d/.test(p.text) && !/\p{L}{3}/u.test(p.text));
  return figures.length < TORN_FIGURES ? [] : pieces;
}

/** Headings, page numbers and notes between two tables are no text of its own: both are one summary. */
const BETWEEN_LONGEST = 150;
function isJoined(above: RuleTable, below: RuleTable, disclosure: Disclosure): boolean {
  return longIn(disclosure).every((block) => block < above.block || block > below.block);
}

/** The blocks that have so much text. */
const longIn = remembered(({ passages }: Disclosure) =>
  passages.filter((p) => p.text.length >= BETWEEN_LONGEST).map(({ block }) => block),
);

/** The tables of results in the summaries that a reader sees as one, each in reading order. */
export function summaries(disclosure: Disclosure): readonly (readonly RuleTable[])[] {
  const all: RuleTable[][] = [];
  for (const table of highlightTables(disclosure)) {
    const open = all.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && isJoined(last, table, disclosure)) open.push(table);
    else all.push([table]);
  }
  return all;
}

/** Whether a row is of the twelve months before, in a table of quarters: no amount of a quarter stands for it. */
const isTrailing = ({ label }: RuleRow): boolean => TRAILING.test(label);

/** A block of statement lines right above a summary is before the reader's eyes as well. */
export function linesAbove([first]: readonly RuleTable[], disclosure: Disclosure): RuleTable | undefined {
  const above = first && disclosure.tables.findLast((t) => t.block < first.block);
  return above !== undefined && isRead(above) && isJoined(above, first!, disclosure) ? above : undefined;
}

interface Shown {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly family: Family;
  readonly gaap: RuleRow | undefined;
  /** Further rows of which the same is so, and those of which the other is: without the measure under GAAP, or above it. */
  readonly others: RuleRow[];
  readonly otherwise: RuleRow[];
}

/** The rows of a summary that the row of the measure under GAAP does not come before. */
function rowsAhead(
  summary: readonly RuleTable[],
  disclosure: Disclosure,
  isLine: (row: RuleRow) => boolean,
  found: Map<string, Shown>,
  isBehind = false,
): void {
  const all = summary.flatMap((table) => table.rows.map((row) => ({ table, row })));
  const before = linesAbove(summary, disclosure);
  all.forEach(({ table, row }, i) => {
    const { named } = row;
    if (named?.basis !== "non-GAAP" || GOES_ON.test(row.label) || isOfOnePart(row, disclosure)) return;
    if (RATIOS.has(named.family) || (named.family === "noi" && isLine(row))) return;
    // Of a segment ASC 280 has a measure of profit; the total of all of them is the company's (C&DI 104.04).
    if (isOfParts(table, disclosure) && isBehind && !isInWhole(row, table)) return;
    const isGaap = (r: RuleRow): boolean =>
      r.named?.basis === "GAAP" &&
      isHeldAgainst(named.family, r.named.family, disclosure) &&
      isTrailing(r) === isTrailing(row);
    const above = all.slice(0, i).filter((r) => isGaap(r.row));
    // A second table has the same rows for another period: what stands above in the first is of that one's.
    const isAgain = above.every((r) => r.table !== table && !areOfOnePeriod(r.row.figures, row.figures));
    if (before?.rows.some(isGaap) || (above.length > 0 && !(isAgain && table.rows.some(isGaap)))) return;
    if (isSaidAbove(table, named.family, disclosure) || hasSectionAbove(row, table, disclosure)) return;
    const below = all[i + 1]?.row;
    const gaap =
      (above.length > 0 ? table.rows : all.map((r) => r.row)).find(isGaap) ??
      (below !== undefined && isAsReported(below) ? below : undefined);
    const rowsBefore = table.rows.slice(0, table.rows.indexOf(row));
    if (gaap === undefined && isLedInTable(row, named.family, rowsBefore, disclosure)) return;
    // From what is owed, by whatever name and in how many lines, such a table leads down to it.
    if (gaap === undefined && summary.some((t) => isNetDebtComputed(named.family, t))) return;
    if (
      statedRows(named.family, above.length > 0 ? rowsBefore : all.slice(0, i).map((r) => r.row), disclosure).length > 0
    )
      return;
    // A table that leads from one measure to another may begin with a subtotal; which of them it must begin with is another rule's.
    if (gaap === undefined && table.kind === "reconciliation" && (isCalledSo(table) || waysOf(table, true).size > 0))
      return;
    if (named.family === "revenue" && (isOfColumns(table) || isPartOfWhole(row, gaap, table))) return;
    if (isSensitivity(row, table) || (gaap === undefined && isDivided(row, table))) return;
    if (named.family === "cost-of-sales" && AS_CAPTIONED.test(row.label)) return;
    const key = `${named.family}${isTrailing(row) ? " trailing" : ""}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { table, row, family: named.family, gaap, others: [], otherwise: [] });
    else ((known.gaap === undefined) === (gaap === undefined) ? known.others : known.otherwise).push(row);
  });
}

/** "Cost of revenue (exclusive of depreciation and amortization)": so a statement calls its own line, where its depreciation stands apart. */
const AS_CAPTIONED = anyCase(
  /^costs? of [a-z ]{3,30}(?:\(\w\))?,? ?\(?(?:excluding|exclusive of|excl\.) (?:(?:the )?(?:depreciation|amorti[sz]ation)\b|items shown separately)/,
);

/** "Constant currency growth" in a table whose columns are earnings: the row is the growth of each of them, and not of revenue. */
const isOfColumns = ({ reading, learned }: RuleTable): boolean => {
  const heads = reading.meaning.columns.flatMap(({ head }) => namedIn(head, learned));
  return heads.length > 1 && heads.every(({ family }) => family !== "revenue");
};

/** "As reported", right below a row of the company's own: the same measure under GAAP, without its name. */
const isAsReported = ({ label }: RuleRow): boolean =>
  /^\W{0,4}(?:as |gaap |on a )?(?:reported|gaap)(?: basis)?\W{0,4}$/.test(inSmall(label));

const PLAIN_NOI = anyCase(/^(?:total )?net (?:property )?operating income\b(?! before| excluding)/);

export function tableFindings(disclosure: Disclosure): readonly Found[] {
  const found = new Map<string, Shown>();
  // Of property companies that keep IFRS, net operating income is a line of the statements.
  const isIfrs = standardsOf(disclosure.source) === "IFRS";
  const isLine = ({ label }: RuleRow): boolean => isIfrs && PLAIN_NOI.test(label);
  for (const summary of summaries(disclosure)) {
    const ofCompany = summary.filter((t) => !isOfPartByRevenue(t, disclosure));
    if (ofCompany.length > 0) rowsAhead(ofCompany, disclosure, isLine, found);
  }
  if (found.size > 0) rowsBehind(found, disclosure, isLine);
  return [...found.values()].map(({ table, row, family, gaap, others, otherwise }) => {
    const { words } = heldAgainst(family, disclosure);
    const fact =
      gaap === undefined
        ? `has ${quoted(calledOf(row))} and no row for ${words}`
        : `has ${quoted(calledOf(row))} above ${quoted(gaap.label)}, the measure under GAAP`;
    const there = linesTold(disclosure, row, otherwise);
    const elsewhere =
      there === ""
        ? ""
        : ` In ${there} it ${gaap === undefined ? "stands above one" : `has no row for ${words} with it`}.`;
    return {
      ...at(row),
      message: `Table ${table.table} ${fact}.${alsoIn(disclosure, row, others)}${elsewhere}`,
      remedy: `Give ${words} a row above it.`,
      figures: row.figures.slice(0, 1).map((f) => f.id),
    };
  });
}

/** What the tables of results behind the statements have in the same way is named with what the summaries have. */
function rowsBehind(found: Map<string, Shown>, disclosure: Disclosure, isLine: (row: RuleRow) => boolean): void {
  const statement = statementAt(disclosure);
  const behind = disclosure.tables.filter(
    (t) =>
      t.block > statement &&
      t.kind === "figures" &&
      (RESULTS.has(t.part) || t.part === "statements") &&
      !isOfPartByRevenue(t, disclosure) &&
      !hasReconcilingLine(t),
  );
  const all = new Map<string, Shown>();
  for (const table of behind) rowsAhead([table], disclosure, isLine, all, true);
  for (const [key, { row, gaap, others, otherwise }] of all) {
    const known = found.get(key);
    if (known === undefined) continue;
    const isAlike = (known.gaap === undefined) === (gaap === undefined);
    known.others.push(...(isAlike ? [row, ...others] : otherwise));
    known.otherwise.push(...(isAlike ? otherwise : [row, ...others]));
  }
}

/** What came, in a table of guidance. */
const CAME = anyCase(/\bactuals?\b/);

interface Sideways {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Tables set on their side, each column another measure: a column of the company's own, and none of the measure under GAAP. Of a
 * table of segments the total is the company's, of a table of guidance the row of what came.
 */
export function sidewaysFindings(disclosure: Disclosure): readonly Found[] {
  const guided = disclosure.tables.filter((t) => t.kind === "guidance");
  const found = new Map<Family, Sideways[]>();
  for (const table of [...summaries(disclosure).flat(), ...guided]) {
    if (isCalledSo(table)) continue;
    const turned = turnedOf(table);
    if (turned === undefined) continue;
    const { row, measures } = turned;
    for (const { basis, family, name } of measures) {
      if (basis !== "non-GAAP" || family === "revenue" || family === "net-debt" || RATIOS.has(family)) continue;
      const isIt = (n: Named | undefined): boolean =>
        n?.basis === "GAAP" && isHeldAgainst(family, n.family, disclosure);
      if (measures.some(isIt) || table.rows.some(({ named }) => isIt(named))) continue;
      if (isSaidAbove(table, family, disclosure)) continue;
      const known = found.get(family);
      const shown = { table, row, name, ...at(row) };
      if (known === undefined) found.set(family, [shown]);
      else if (known.at(-1)!.table !== table) known.push(shown);
    }
  }
  return [...found].flatMap(([family, all]) => {
    const { words } = heldAgainst(family, disclosure);
    return toldOnce(disclosure, all, ({ table, row, name }) => ({
      message: `Table ${table.table} has a column of ${quoted(name)} for ${quoted(row.label)}, and none of ${words}.`,
      remedy: `Give ${words} a column before it.`,
      figures: row.figures.slice(0, 1).map((f) => f.id),
    }));
  });
}

/** What the tables that add up to the whole company call its parts. */
const partNames = remembered(({ tables }: Disclosure): readonly string[] =>
  tables
    .filter(({ rows }) => rows.some(isOfWhole))
    .flatMap(({ rows }) => rows.filter((r) => r.named === undefined && !isOfWhole(r)).map(({ label }) => label))
    .filter((label) => /^\p{Lu}.{3}/u.test(label)),
);

/** "Pumps adjusted gross margin": a row that begins with the name of a part is that part's. */
export const isOfOnePart = ({ label, named }: RuleRow, disclosure: Disclosure): boolean =>
  named !== undefined && partNames(disclosure).some((name) => name.length <= named.from && label.startsWith(name));

/** Whether a table is of segments, or of one, as its title or its lines of the standards say, or stands right below the name of one. */
export const isOfParts = ({ title, rows }: RuleTable, disclosure: Disclosure): boolean =>
  OF_OTHERS.test(title) ||
  rows.some(({ label }) => SEGMENT_LINE.test(label)) ||
  partNames(disclosure).some((name) => title.endsWith(name));
const SEGMENT_LINE = anyCase(/^segment (?:net )?(?:revenues?|sales|operating (?:income|profit|margin))\b/);
/** Tables of ratios that are a segment's, or that a lender has asked for. */
const OF_OTHERS = anyCase(/\b(?:segments?|covenants?|credit agreement)\b/);

/**
 * Ratios of the company's own that are columns of such a table, and that of GAAP none: each as a row of its name, with the figures of
 * the company as a whole.
 */
export function ratiosSideways(table: RuleTable, disclosure: Disclosure): readonly RuleRow[] {
  const turned = turnedOf(table);
  if (turned === undefined) return [];
  const { row, heads, measures } = turned;
  const found = new Map<Family, RuleRow>();
  heads.forEach((named, i) => {
    if (named?.basis !== "non-GAAP" || !RATIOS.has(named.family) || found.has(named.family)) return;
    if (measures.some((n) => n.basis === "GAAP" && isHeldAgainst(named.family, n.family, disclosure))) return;
    const figures = row.figures.filter(({ where }) => where.kind === "table" && where.column === i + 1);
    if (figures.length > 0) found.set(named.family, { ...row, label: named.name, named, figures });
  });
  return [...found.values()];
}

/** What the columns of such a table measure, column by column and in all, with the row of the company as a whole; none of a table whose columns are not of several measures. */
function turnedOf(
  table: RuleTable,
):
  | { readonly row: RuleRow; readonly heads: readonly (Named | undefined)[]; readonly measures: readonly Named[] }
  | undefined {
  const heads = namedHeads(table);
  const measures = heads.flatMap((named) => named ?? []);
  const row = new Set(measures.map(({ family }) => family)).size < 2 ? undefined : rowSideways(table);
  return row && { row, heads, measures };
}

/** The row of such a table that is of the company as a whole. */
function rowSideways({ kind, rows, title }: RuleTable): RuleRow | undefined {
  if (kind === "guidance") return rows.find(({ label }) => CAME.test(label));
  const whole = rows.find(isOfWhole);
  return whole ?? (OF_SEGMENTS.test(title) ? undefined : rows.find(({ named }) => named === undefined));
}
const OF_SEGMENTS = anyCase(/\bsegments?\b|\bdivisions?\b|\bregions?\b|\bby (?:business|product|geograph)/);

/** A summary with a column for each basis, that of the company's own on the left. */
export function columnFindings(disclosure: Disclosure): readonly Found[] {
  return summaries(disclosure)
    .flat()
    .flatMap(({ table, rows, reading }) => {
      // Heads that name measures are those of a summary set on its side, each column another measure.
      const heads = reading.meaning.columns.map(({ basis, head }) => (namedIn(head).length > 0 ? undefined : basis));
      const own = heads.indexOf("non-GAAP");
      const [row] = rows;
      if (own < 0 || heads.indexOf("GAAP") < own || row === undefined) return [];
      return [
        {
          ...at(row),
          message: `Table ${table} has its column that is not under GAAP before that under GAAP.`,
          remedy: "Put the column under GAAP first.",
          figures: row.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    });
}

const BRIDGE = anyCase(/\bbridg(?:es?|ing)\b/);

/** A bridge from a measure of the company's own in one period to the same in another, where no table does so for the measure under GAAP. */
export function bridgeFindings(disclosure: Disclosure): readonly Found[] {
  const { tables } = disclosure;
  const bridges = tables.filter((t) => ["headline", "results"].includes(t.part) && BRIDGE.test(t.title.slice(-300)));
  return bridges
    .flatMap(({ table, rows }) => {
      const named = rows.flatMap((r) => (r.named === undefined ? [] : [{ row: r, named: r.named }]));
      const first = named[0];
      const last = named.at(-1);
      if (first === undefined || last === undefined || last.row.row - first.row.row < 2) return [];
      const { family } = first.named;
      if (named.some((n) => n.named.basis === "GAAP") || last.named.family !== family) return [];
      if (bridges.some((t) => hasGaapRow(t, family, disclosure))) return [];
      return [
        {
          ...at(first.row),
          message: `Table ${table} leads from ${quoted(first.named.name)} of one period to that of another; no table does so for ${heldAgainst(family, disclosure).words}.`,
          remedy: `Analyse the change of ${heldAgainst(family, disclosure).words} as prominently, and first.`,
          figures: first.row.figures.slice(0, 1).map((f) => f.id),
        },
      ];
    })
    .reduce<readonly Found[]>(intoFirst, []);
}
