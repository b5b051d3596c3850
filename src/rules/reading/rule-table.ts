import { placeOf } from "../../text/printed.ts";
import type { TableReading } from "../../tieout/figures/document-figures.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { DocumentContext } from "../../tieout/meaning/document-context.ts";
import { basisOf } from "../../tieout/meaning/lexicon.ts";
import { isComparable } from "../names/comparable.ts";
import { RATES } from "../names/family.ts";
import { type Learned, NOTHING_LEARNED } from "../names/learned.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import type { RuleInput } from "../rule-input.ts";
import { foots, linesBetween } from "./foots.ts";
import { onBasisOf, ownWord } from "./own-titled.ts";
import type { Part } from "./part.ts";
import { AS_MARGIN, inPercent, inShares, nameOf, rowNamed, UNDER_GAAP } from "./row-name.ts";
import { isLine, isTitledStatement } from "./statement-title.ts";
import { GUIDES, titleOf } from "./table-title.ts";

export type TableKind = "statement" | "reconciliation" | "guidance" | "figures";

/** A row with figures. */
export interface RuleRow {
  /** From 0. */
  readonly row: number;
  /** Its own label, with the sections it stands under before it. */
  readonly label: string;
  /** The measure that its label begins with or is, if the lexicon knows it. */
  readonly named: Named | undefined;
  readonly figures: readonly Figure[];
  readonly bold: boolean;
  readonly start: number;
  readonly end: number;
}

/** Whether a row is a measure of the company's own; growth of revenue has rules of its own. */
export const isOwn = ({ named }: RuleRow): boolean => named?.basis === "non-GAAP" && named.family !== "revenue";

export interface RuleTable {
  /** Counted from 1, as the report has it. */
  readonly table: number;
  readonly block: number;
  readonly part: Part;
  readonly kind: TableKind;
  /** The caption and the texts shortly before the table. */
  readonly title: string;
  readonly reading: TableReading;
  readonly rows: readonly RuleRow[];
  /** What the release has taught of names, by which its rows are named. */
  readonly learned: Learned;
  /** The word by which a title says that all results below it are the company's own: "Non-GAAP". */
  readonly ownBy: string | undefined;
}

const RECONCILES = anyCase(
  /\breconcil\w*|\b(?:gaap|ifrs) to (?:non|adjusted)|\bcalculation of (?:adjusted|non|free|ebitda)/,
);
/** Whether its title says that it leads from one measure to the other. */
export const isCalledSo = ({ title }: RuleTable): boolean => RECONCILES.test(title);
const NON_GAAP = anyCase(/\bnon[-\u2010\u2011 ]?gaap\b/);

/** The tables of a document with what the rules ask of them. */
export function ruleTables(
  { lexed, figures, tables, context }: RuleInput,
  parts: readonly Part[],
): readonly RuleTable[] {
  let next = 0;
  let above = "";
  let last: { readonly block: number; readonly named: Named | undefined } | undefined;
  return lexed.flatMap((block, i) => {
    if (block.kind !== "table") return [];
    const reading = tables[next++]!;
    const own = titleOf(reading, lexed, i);
    // One heading may stand above several reconciliations, with nothing between them; what a page has parted goes on with another one's lines.
    const goesOn = own === "" && lexed[i - 1]?.kind === "table" && RECONCILES.test(above) && hasBothEnds(reading);
    const title = goesOn ? above : own;
    above = title;
    // "% of revenue" that the page has set as a table of its own is the part of the row above it.
    const all = rowsOf(reading, figures, last?.block === i - 1 ? last.named : undefined);
    const named = isContents(reading, title, all) ? [] : withoutRegulatory(all);
    last = { block: i, named: named.at(-1)?.named };
    const ownBy = ownWord(reading, lexed[i - 1], named);
    const found = named.map((row) => onBasisOf(ownBy, row));
    const [part, learned] = [parts[i]!, NOTHING_LEARNED];
    const kind = kindOf(reading, title, found, part, context);
    const rows = kind === "statement" ? found.map(asLine) : found;
    return [{ table: reading.table, block: i, part, kind, title, reading, rows, learned, ownBy }];
  });
}

/** Whether a table is one of contents: its only figures are pages, each as high as the one before or higher. What a line there names is no measure that is given. */
function isContents({ meaning: { columns } }: TableReading, title: string, rows: readonly RuleRow[]): boolean {
  const isTitled = PAGES.test([title, ...columns.map(({ head }) => head)].join(" "));
  if (rows.length < CONTENTS_LEAST || !(isTitled || listsParts(rows))) return false;
  const pages = rows.map(({ figures }) =>
    figures.length === 1 && PAGE.test(figures[0]!.text) ? Number(figures[0]!.text) : 0,
  );
  return pages.every((page, i) => page > 0 && page >= (pages[i - 1] ?? 0));
}
const CONTENTS_LEAST = 2;
/** Whether so many lines, and some of them by the titles of parts that every release has, may be those of a list of contents without a title. */
const listsParts = (rows: readonly RuleRow[]): boolean =>
  rows.length >= UNTITLED_LEAST && rows.some(({ label }) => says(PART_TITLE, label));
const UNTITLED_LEAST = 4;
const PART_TITLE = anyCase(
  /^\W{0,4}(?:(?:condensed|consolidated|unaudited|interim) )*(?:balance sheets?|(?:income )?statements? of|income statements?|reconciliations? of|non-?gaap (?:financial )?(?:measures?|reconciliations?)|(?:financial |quarterly )?highlights|outlook|guidance|supplement\w*|glossary|definitions)\b/,
);
const PAGES = anyCase(/\b(?:contents|pages?|index)\b/);
const PAGE = /^\d{1,3}$/;

/** Whether lines of a table say that they are under GAAP, and later ones that they are not. */
function hasBothEnds({ meaning: { rows } }: TableReading): boolean {
  const first = rows.findIndex(({ label }) => /(?:^|[^-\w])gaap\b|\bas reported\b/.test(inSmall(label)));
  return (
    first >= 0 &&
    rows.slice(first + 1).some(({ label }) => /\bnon-?gaap\b|\bas adjusted\b|^excluding\b/.test(inSmall(label)))
  );
}

/** A table with its rows named by what the release has taught as well; the rows of a statement are lines of the standards. */
export function renamed(table: RuleTable, learned: Learned): RuleTable {
  if (learned.pattern === undefined && learned.captions.size === 0) return table;
  const isStatement = table.kind === "statement";
  const rows = table.rows.map((row): RuleRow => {
    const path = table.reading.meaning.rows[row.row]?.path ?? [];
    const again = AS_MARGIN.test(row.label) ? undefined : rowNamed(row.label, path, learned, row.figures);
    const named = again === undefined ? row.named : inShares(again, path, row.figures);
    return isStatement && named?.basis === "non-GAAP" ? row : onBasisOf(table.ownBy, { ...row, named });
  });
  return {
    ...table,
    rows,
    learned,
    kind: table.kind === "figures" && bridges(rows, table.part) ? "reconciliation" : table.kind,
  };
}

function rowsOf(reading: TableReading, figures: readonly Figure[], above: Named | undefined): readonly RuleRow[] {
  const { block, meaning, grid } = reading;
  const labels = labelsOf(reading);
  let before = above;
  return block.rows.flatMap(({ cells }, row) => {
    const { path, bold, kind } = meaning.rows[row]!;
    const label = labels[row]!;
    const printed = (grid[row] ?? []).flatMap((i) => (i === undefined ? [] : [figures[i]!]));
    const cell = cells[0]?.cell;
    if (kind !== "data" || printed.length === 0 || cell === undefined || cell.text.text === "") return [];
    const place = placeOf(cell.text, 0, cell.text.text.length);
    const named = nameOf(label, path, before, printed);
    before = named;
    return [{ row, label, named, figures: printed, bold: bold || cell.bold, ...place }];
  });
}

const BASIS_LINE = anyCase(
  /^(adjusted|non-?gaap|core|comparable|underlying)(?: (?:basis|results|measures))?(?: ?\(\w{1,2}\)| ?[*†‡¹²³]{1,3})?:?$/d,
);

/**
 * The labels of the rows. "Adjusted" on one line and "EBITDA" on the next are one label that a page's width has broken; a section that
 * is called "Non-GAAP" lends its name to its rows, up to the next section or a row that says it is under GAAP.
 */
function labelsOf({ meaning }: TableReading): readonly string[] {
  let section = "";
  let basis = "";
  return meaning.rows.map(({ kind, label, path }, at) => {
    if (kind === "section") [section, basis] = [label, BASIS_LINE.exec(label)?.[1] ?? ""];
    else if (kind === "data" && UNDER_GAAP.test(label)) basis = "";
    if (kind !== "data" || basis === "" || path.at(-1) !== section) return label;
    const lent = `${basis} ${label}`;
    if (isBroken(meaning.rows.slice(at + 1), section, basis)) basis = "";
    return lent;
  });
}

/** Whether a row further down in what looks like a section says the same word itself: the line was the beginning of one label, and no section. */
const isBroken = (below: TableReading["meaning"]["rows"], section: string, basis: string): boolean =>
  below.some(
    ({ kind, label, path }) =>
      kind === "data" && path.at(-1) === section && label.toLowerCase().startsWith(`${basis.toLowerCase()} `),
  );

/** The measures of all rows, those too of which the amounts are no single figures: "$2.15 - $2.40". */
export const namedRows = ({ reading: { meaning }, learned }: RuleTable): readonly Named[] =>
  meaning.rows.flatMap(({ label, path, kind }) => (kind === "data" ? (rowNamed(label, path, learned) ?? []) : []));

/** What each line names, in their order; undefined is one that names no measure. */
export const linesOf = ({ reading: { meaning }, learned }: RuleTable): readonly (Named | undefined)[] =>
  meaning.rows.flatMap(({ label, path, kind }) => (kind === "data" ? [rowNamed(label, path, learned)] : []));

/** The lines of an outlook that name a measure, with their places, those too whose amounts are ranges. */
export function outlookRows({ reading: { block, meaning }, learned }: RuleTable): readonly {
  readonly row: number;
  readonly named: Named;
  readonly start: number;
  readonly end: number;
}[] {
  return block.rows.flatMap(({ cells }, row) => {
    const { label, path, kind } = meaning.rows[row]!;
    const named = kind === "data" ? rowNamed(label, path, learned) : undefined;
    const text = cells[0]?.cell.text;
    if (named === undefined || text === undefined || text.text === "") return [];
    return [{ row, named, ...placeOf(text, 0, text.text.length) }];
  });
}

/** The measure of each column's head, in a table set on its side. */
export const namedHeads = ({ reading: { meaning }, learned }: RuleTable): readonly (Named | undefined)[] =>
  meaning.columns.map(({ head }) => {
    const [own] = namedIn(head, learned);
    return own && inPercent(head, own);
  });
/** Whether a row is of the whole company in a table of its parts. */
export const isOfWhole = ({ label }: RuleRow): boolean => /\b(?:total|consolidated)\b/.test(inSmall(label));

/** The same by the section it stands in: "Consolidated" above "Net sales" and "Adjusted EBITDA", as "Pumps" stands above those of a segment. */
export const isInWhole = (row: RuleRow, { reading: { meaning } }: RuleTable): boolean =>
  isOfWhole(row) || SECTION_OF_WHOLE.test(meaning.rows[row.row]?.path.at(-1) ?? "");
const SECTION_OF_WHOLE = anyCase(
  /^\W{0,3}(?:(?:total|consolidated)(?: (?:company|group|segments?|consolidated|results|operations))?|(?:company|group) totals?|the company)\W{0,4}$/,
);

/** A row as a message calls it: "Total" by what its section is called, "Three months ended ..." below "Same store NOI" as well. */
export const calledOf = ({ label, named }: RuleRow): string =>
  named === undefined || label.includes(named.name) ? label : named.name;

function kindOf(
  { meaning }: TableReading,
  title: string,
  rows: readonly RuleRow[],
  part: Part,
  { reportEnd }: DocumentContext,
): TableKind {
  const heads = meaning.columns.map((c) => c.basis);
  if (meaning.statement !== undefined && meaning.statement !== "other" && !isCalledOwn(meaning, title)) {
    const isTitled = isTitledStatement(title, rows.length);
    // "Gross profit", "plus: delivery costs", "adjusted contribution": lines of a statement that lead to a name which nobody knows yet.
    const leadsToOwn =
      RECONCILES.test(title) && rows.some((r) => CALLS_ITSELF_OWN.test(r.label) || isTitledEnd(r, title));
    // An outlook in ranges has not one amount, and what its lines alone look like makes no statement of it.
    const isNone = rows.length === 0 || leadsToOwn;
    if (!isNone && !rows.some((r) => r.named?.basis === "non-GAAP" && !(isTitled && isLine(r.label))))
      return "statement";
  }
  if (GUIDES.test(title) && !isPast(rows, reportEnd)) return "guidance";
  if (RECONCILES.test(title) || (heads.includes("GAAP") && heads.includes("non-GAAP"))) return "reconciliation";
  if (bridges(rows, part)) return "reconciliation";
  return NON_GAAP.test(title) && !["headline", "results"].includes(part) ? "reconciliation" : "figures";
}

/**
 * Among the ratios that a regulator asks of a bank its leverage is one more of them, of capital to assets and in percent: what no regulator asks is debt by
 * earnings, which is so many times.
 */
const withoutRegulatory = (rows: readonly RuleRow[]): readonly RuleRow[] =>
  rows.some((r) => r.named?.family === "leverage") && rows.some((r) => OF_REGULATOR.test(r.label))
    ? rows.map((r) => (r.named?.family === "leverage" && !BY_EARNINGS.test(r.label) ? { ...r, named: undefined } : r))
    : rows;
const OF_REGULATOR = anyCase(/\b(?:tier (?:1|one|i)|cet ?-?1|risk[- ](?:based|weighted))\b/);
const BY_EARNINGS = anyCase(/\bebit|\bnet (?:debt|leverage)|\bdebt\b/);

/** "Reconciliation of GAAP revenue to billings": the title says which row it comes to. */
function isTitledEnd({ label, named }: RuleRow, title: string): boolean {
  const end = LEADS_TO.exec(title)?.[1]?.toLowerCase();
  return end !== undefined && named?.basis !== "GAAP" && label.toLowerCase().startsWith(end);
}
const LEADS_TO = anyCase(
  /\breconciliations? of (?:[\w-]+ ){0,3}?(?:gaap|ifrs) (?:[\w-]+ ){1,6}?to ([a-z][\w-]*(?: [\w-]+){0,4})(?=\W{0,3}$| ?\([^()]{3,60}\)\W{0,3}$)/d,
);

const CALLS_ITSELF_OWN = anyCase(/^(?:non[-\u2010\u2011 ]?gaap|adjusted) [a-z]/);

/** A row of a statement: whatever its caption says that it is before or without, it is a line of the standards. */
const asLine = (row: RuleRow): RuleRow => (row.named?.basis === "non-GAAP" ? { ...row, named: undefined } : row);

/** Whether a table is a statement of the standards, though a line of the company's own is printed below its last. */
export const printsStatement = ({ kind, title, rows, reading: { meaning } }: RuleTable): boolean =>
  kind === "statement" ||
  (meaning.statement !== undefined &&
    meaning.statement !== "other" &&
    !isCalledOwn(meaning, title) &&
    isTitledStatement(title, rows.length));

/**
 * Whether a table's own heads, or the last words above it, say that it is not under GAAP. A sentence on a measure of the company's own that
 * happens to stand above a statement makes the statement none.
 */
const isCalledOwn = ({ columns }: TableReading["meaning"], title: string): boolean =>
  columns.some(
    ({ basis, head }) =>
      basis === "non-GAAP" && (basisOf(head) === "non-GAAP" || OWN_TITLE.test(title.replace(UNITS_BEHIND, ""))),
  );
/** "(in thousands, except per share data) (unaudited)". */
const UNITS_BEHIND = /(?:\s{0,3}\([^()]{0,90}\)){1,3}\s{0,3}$/;
const OWN_TITLE = anyCase(
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|pro[ -]?forma|underlying|core|proportionate)\b[^.]{0,80}$/,
);

/** Whether a table is of several periods, all of which have come: results, though the text above speaks of guidance that was met. */
export function isPast(rows: readonly RuleRow[], reportEnd: DocumentContext["reportEnd"]): boolean {
  if (reportEnd === undefined) return false;
  const ends = new Set(rows.flatMap((r) => r.figures.flatMap((f) => f.period?.end ?? [])));
  return ends.size > 1 && [...ends].every((end) => end <= reportEnd);
}

/**
 * A measure, some lines without one, then the company's own of its kind: a reconciliation, whatever stands above it. Among the results a
 * summary of key figures has all of these as well, and leads nowhere: there the lines must add up.
 */
export function bridges(rows: readonly RuleRow[], part: Part): boolean {
  const isAmongResults = part === "headline" || part === "results";
  const own = rows.filter((r) => r.named?.basis === "non-GAAP" && r.named.family !== "revenue");
  return own.some((to) => {
    const from = rows.find((r) => r.named?.basis === "GAAP" && isComparable(to.named!.family, r.named.family));
    if (from === undefined) return false;
    const between = linesBetween({ rows }, from, to);
    const left = between.filter((r) => r.named === undefined);
    // A margin below an amount is no line of the way.
    if (left.length === 0 || between.some((r) => r.named?.basis === "GAAP" && !RATES.has(r.named.family))) return false;
    return !isAmongResults || foots(from, to, left);
  });
}

/** Whether a line of a table of figures says that it leads from one measure to another. */
export const hasReconcilingLine = ({ reading: { meaning } }: RuleTable): boolean =>
  meaning.rows.some(({ label }) => /reconcil/.test(inSmall(label)));
