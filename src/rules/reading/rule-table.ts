import { placeOf } from "../../text/printed.ts";
import type { TableReading } from "../../tieout/figures/document-figures.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { DocumentContext } from "../../tieout/meaning/document-context.ts";
import { basisOf } from "../../tieout/meaning/lexicon.ts";
import { isComparable } from "../names/comparable.ts";
import { type Family, RATES, SHARE_OF } from "../names/family.ts";
import { type Learned, NOTHING_LEARNED } from "../names/learned.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { MARGINS } from "../names/parts.ts";
import type { RuleInput } from "../rule-input.ts";
import { isEarningsRow } from "./bare-earnings.ts";
import { foots, linesBetween } from "./foots.ts";
import { onBasisOf, ownWord } from "./own-titled.ts";
import type { Part } from "./part.ts";
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

const RECONCILES = /\breconcil\w*|\b(?:gaap|ifrs) to (?:non|adjusted)|\bcalculation of (?:adjusted|non|free|ebitda)/i;
/** Whether its title says that it leads from one measure to the other. */
export const isCalledSo = ({ title }: RuleTable): boolean => RECONCILES.test(title);
const NON_GAAP = /\bnon[-\u2010\u2011 ]?gaap\b/i;

/** The tables of a document with what the rules ask of them. */
export function ruleTables(
  { lexed, figures, tables, context }: RuleInput,
  parts: readonly Part[],
): readonly RuleTable[] {
  let next = 0;
  return lexed.flatMap((block, i) => {
    if (block.kind !== "table") return [];
    const reading = tables[next++]!;
    const title = titleOf(reading, lexed, i);
    const named = rowsOf(reading, figures);
    const ownBy = ownWord(reading, lexed[i - 1], named);
    const found = named.map((row) => onBasisOf(ownBy, row));
    const [part, learned] = [parts[i]!, NOTHING_LEARNED];
    const kind = kindOf(reading, title, found, part, context);
    const rows = kind === "statement" ? found.map(asLine) : found;
    return [{ table: reading.table, block: i, part, kind, title, reading, rows, learned, ownBy }];
  });
}

/** A table with its rows named by what the release has taught as well; the rows of a statement are lines of the standards. */
export function renamed(table: RuleTable, learned: Learned): RuleTable {
  if (learned.pattern === undefined && learned.captions.size === 0) return table;
  const isStatement = table.kind === "statement";
  const rows = table.rows.map((row): RuleRow => {
    const path = table.reading.meaning.rows[row.row]?.path ?? [];
    const again = AS_MARGIN.test(row.label) ? undefined : rowNamed(row.label, path, learned);
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

function rowsOf(reading: TableReading, figures: readonly Figure[]): readonly RuleRow[] {
  const { block, meaning, grid } = reading;
  const labels = labelsOf(reading);
  let before: Named | undefined;
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

/** What a row names, where its amounts can be that: money is no rate, and "% of sales" is one of the row above. */
function nameOf(
  label: string,
  path: readonly string[],
  before: Named | undefined,
  figures: readonly Figure[],
): Named | undefined {
  const own =
    (AS_MARGIN.test(label) ? undefined : rowNamed(label, path)) ??
    shareNamed(label, before) ??
    onOtherBasis(label, before);
  const named = own && inShares(own, path, figures);
  return named !== undefined && RATES.has(named.family) && isMoney(figures) ? undefined : named;
}

const SHARE_SECTION =
  /^\W{0,4}(?:amounts? |earnings |data )?per (?:\w+ ){0,4}?(?:share|unit)s?\b(?: data| amounts?)?\W{0,4}$/i;

/** "Net income" below "Per diluted share:" is what a share earns, where it is printed in cents. */
function inShares(named: Named, path: readonly string[], figures: readonly Figure[]): Named {
  const family = SHARE_OF.get(named.family);
  if (family === undefined || !SHARE_SECTION.test(path.at(-1) ?? "")) return named;
  return figures.some((f) => /\.\d\d\)?$/.test(f.text)) ? { ...named, family } : named;
}

/** Whether the figures are amounts, and some so large that it would be no percentage that has lost its sign. */
const isMoney = (figures: readonly Figure[]): boolean =>
  figures.every(({ measured }) => measured === undefined || /^[A-Z]{3}$/.test(measured.unit)) &&
  figures.some(({ text, measured }) => measured !== undefined && /\d{3}/.test(text));

const BASIS_LINE = /^(?:adjusted|non-?gaap|core|comparable|underlying)$/i;

/**
 * The labels of the rows. "Adjusted" on one line and "EBITDA" on the next are one label that a page's width has broken; a section that
 * is called "Non-GAAP" lends its name to its rows, up to the next section or a row that says it is under GAAP.
 */
function labelsOf({ meaning }: TableReading): readonly string[] {
  let section = "";
  return meaning.rows.map(({ kind, label, path }) => {
    if (kind === "section") section = BASIS_LINE.test(label) ? label : "";
    else if (kind === "data" && UNDER_GAAP.test(label)) section = "";
    return kind === "data" && section !== "" && path.at(-1) === section ? `${section} ${label}` : label;
  });
}

const UNDER_GAAP = /(?:^|[^-\w])(?:u\.?s\.? )?gaap\b|\bas reported\b|^reported\b/i;

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

/** What a row's label names: "Adjusted EBITDA", "Diluted" under "Net income per share", "Non-GAAP" under the same. */
function rowNamed(label: string, path: readonly string[], learned?: Learned): Named | undefined {
  if (ADJUSTS.test(label) || OF_OTHERS.test(label) || COUNTS_SHARES.test(label)) return undefined;
  const own = namedIn(label, learned)[0];
  if (own?.basis === "non-GAAP" && ADDS.test(label)) return undefined;
  if (own === undefined && isEarningsRow(label, path))
    return { family: "net-income", basis: "GAAP", name: label, from: 0, to: label.length };
  if (own !== undefined)
    return own.from < 40 ? onBasisAbove(inMargins(inPercent(label, ofShare(label, own)), path), path) : undefined;
  const alone = label.replace(MARKED, "");
  const isBasis = BASIS_ROW.test(alone);
  if (
    !isBasis &&
    !TOTAL.test(alone) &&
    !/^(?:basic|diluted)\b(?! (?:weighted|average|shares|number))|^(?:three|six|nine|twelve) months ended\b|^(?:quarter|year)s? ended\b/i.test(
      alone,
    )
  )
    return undefined;
  const named = path.toReversed().flatMap((section) => namedIn(section, learned).slice(0, 1))[0];
  if (named === undefined) return undefined;
  if (TOTAL.test(alone)) return { ...named, name: `${label} ${named.name}` };
  return isBasis ? onBasis(alone, named) : named;
}

/** A measure on the basis that a row says. */
const onBasis = (said: string, named: Named): Named => ({
  ...named,
  basis: UNDER_GAAP.test(said) ? "GAAP" : "non-GAAP",
  name: `${said} ${named.name}`,
});

/** The dash or point that sets off a row as one of those below a section, or as another of the row above. */
const MARKED = /^\s{0,3}[-\u2010-\u2015\u2022\u00b7]{1,2}\s{0,3}/;

/** "- As reported", right below "Net income excluding special items": the same measure on the other basis. */
function onOtherBasis(label: string, before: Named | undefined): Named | undefined {
  const said = label.replace(MARKED, "");
  if (before === undefined || said === label || !BASIS_ROW.test(said)) return undefined;
  const other = onBasis(said, before);
  return other.basis === before.basis ? undefined : other;
}

/** "Weighted average shares used in non-GAAP earnings per share calculation". */
const COUNTS_SHARES =
  /\bweighted[- ]average (?:[\w-]+ ){0,5}(?:shares|units)\b|\b(?:shares|units) used (?:in|to|for)\b/i;

/** A line of what is left out, whatever measure it says that it is left out of. */
const ADJUSTS =
  /^\W{0,4}(?:(?:less|add|plus|total)[:,]? )?(?:(?:the )?(?:income |related )?tax (?:effects?|impacts?)|(?:the )?(?:impacts?|effects?) (?:of|on)|(?:total |net )?(?:non-?gaap |reconciling |pre-?tax )?adjustments?(?: to| for| excluded from)?)\b/i;

/** "Add: adjusted revenue impact": what is added to a measure is none. */
const ADDS = /^\W{0,4}(?:add|plus|adjust)(?: back)?:/i;

/** What others have earned, of which the company takes its share. */
const OF_OTHERS =
  /\bnet (?:income|loss|earnings|profit|\(loss\))[^|]{0,20} (?:from|of|in) (?:the |its |our )?(?:equity[- ](?:accounted|method)|associates?\b|joint ventures?|affiliates?\b|unconsolidated)/i;

/** "Adjusted operating earnings %", "Adjusted EBITDA (% of sales)", "EBIT / sales %": what is printed as a part is the margin, whatever it is a part of. */
function inPercent(label: string, own: Named): Named {
  const margin = MARGINS.get(own.family);
  const behind = margin === undefined ? null : PERCENT_BEHIND.exec(label.slice(own.to));
  return margin === undefined || behind === null
    ? own
    : { ...own, family: margin, name: `${own.name}${behind[0]}`, to: own.to + behind[0].length };
}
/** The measure of each column's head, in a table set on its side. */
export const namedHeads = ({ reading: { meaning }, learned }: RuleTable): readonly (Named | undefined)[] =>
  meaning.columns.map(({ head }) => {
    const [own] = namedIn(head, learned);
    return own && inPercent(head, own);
  });
const PERCENT_BEHIND =
  /^(?:,? ?(?:\(|\/ ?|as )?(?:an? )?(?:%|percent(?:age)?|margin %)(?: of (?:(?:total|net) )*(?:revenues?|sales))?\)?| ?\/ ?(?:(?:total|net) )*(?:revenues?|sales)(?: ?\(?%\)?)?)(?=[\s\d(),*†‡]{0,8}$)/i;

/** "Operating income 6.0%" below "Percentage of total net revenue:" is the margin. */
const PART_SECTION =
  /^\W{0,4}(?:as an? )?(?:%|percent(?:age)?s?)(?: of)? (?:(?:total|net|our) )*(?:revenues?|sales)\W{0,4}$/i;

/** "Comparable adjusted EBITDA" below "Adjusted EBITDA margin:" is the margin of it. */
function inMargins(own: Named, path: readonly string[]): Named {
  const margin = MARGINS.get(own.family);
  const section = path.at(-1) ?? "";
  if (margin === undefined || !(PART_SECTION.test(section) || namedIn(section).some((n) => n.family === margin)))
    return own;
  return { ...own, family: margin, name: `${own.name} margin` };
}

/** "Earnings excluding special items per common share": what is left out stands between the measure and the share that it is given by. */
function ofShare(label: string, own: Named): Named {
  const share = own.basis === "non-GAAP" ? SHARE_OF.get(own.family) : undefined;
  if (share === undefined || !EXCLUDES_PER_SHARE.test(label.slice(own.to))) return own;
  return { ...own, family: share, name: `${own.name} per share` };
}
const EXCLUDES_PER_SHARE =
  /^ (?:excluding|before|adjusted for|exclusive of) [^|$%\d]{3,90}? per (?:\w+ ){0,2}(?:share|unit)\b/i;

/** "Diluted earnings per share" below "Net earnings on a non-GAAP basis" is on that basis as well. */
const onBasisAbove = (own: Named, path: readonly string[]): Named =>
  own.basis === "GAAP" && EARNED.has(own.family) && /\bon (?:an? )?non-?gaap basis\W*$/i.test(path.at(-1) ?? "")
    ? { ...own, basis: "non-GAAP", name: `${own.name} on a non-GAAP basis` }
    : own;
const EARNED: ReadonlySet<Family> = new Set<Family>(["net-income", "eps"]);

/** Whether a row is of the whole company in a table of its parts. */
export const isOfWhole = ({ label }: RuleRow): boolean => /\b(?:total|consolidated)\b/i.test(label);

/** A row as a message calls it: "Total" by what its section is called, "Three months ended ..." below "Same store NOI" as well. */
export const calledOf = ({ label, named }: RuleRow): string =>
  named === undefined || label.includes(named.name) ? label : named.name;

/** The company's own line below those of its parts, which are named by the section that they stand in. */
const TOTAL = /^(?:consolidated |company )?total(?: company| consolidated)?$|^consolidated$/i;

/** A row that says its basis alone: its section says of what. */
const BASIS_ROW =
  /^(?:(?:u\.?s\.? )?gaap|as reported|reported|(?:as )?adjusted|non-?gaap|core|underlying|(?:excluding|before) (?:[a-z][\w-]{1,16} ){0,3}(?:items|charges|adjustments))(?:[,:]? (?:\(?(?:basic|diluted|non-?gaap|gaap|see notes?)\)?))?[\s\d(),*]{0,6}$/i;

/** "% of net sales", "Margin %", right below an amount. */
const AS_MARGIN =
  /^\W{0,4}(?:as an? )?(?:%|percent(?:age)?|margin)(?: %| margin)?(?: of (?:(?:total|net) )*(?:revenues?|sales))?\W{0,4}$/i;

/** "Per share" and "- per diluted share" are the part of the row above. */
function shareNamed(label: string, before: Named | undefined): Named | undefined {
  if (before === undefined) return undefined;
  const margin = MARGINS.get(before.family);
  if (margin !== undefined && AS_MARGIN.test(label))
    return { ...before, family: margin, name: `${before.name} ${label}` };
  const family = SHARE_OF.get(before.family);
  if (family === undefined) return undefined;
  const match = /^\W{0,4}(?:amount )?(?:per (?:\w+ ){0,4}?(?:share|unit)s?\b|\/ ?share\b)/i.exec(label);
  return match === null ? undefined : { ...before, family, name: `${before.name} ${match[0].replace(/^\W+/, "")}` };
}

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
    if (!leadsToOwn && !rows.some((r) => r.named?.basis === "non-GAAP" && !(isTitled && isLine(r.label))))
      return "statement";
  }
  if (GUIDES.test(title) && !isPast(rows, reportEnd)) return "guidance";
  if (RECONCILES.test(title) || (heads.includes("GAAP") && heads.includes("non-GAAP"))) return "reconciliation";
  if (bridges(rows, part)) return "reconciliation";
  return NON_GAAP.test(title) && !["headline", "results"].includes(part) ? "reconciliation" : "figures";
}

/** "Reconciliation of GAAP revenue to billings": the title says which row it comes to. */
function isTitledEnd({ label, named }: RuleRow, title: string): boolean {
  const end = LEADS_TO.exec(title)?.[1]?.toLowerCase();
  return end !== undefined && named?.basis !== "GAAP" && label.toLowerCase().startsWith(end);
}
const LEADS_TO =
  /\breconciliations? of (?:[\w-]+ ){0,3}?(?:gaap|ifrs) (?:[\w-]+ ){1,6}?to ([a-z][\w-]*(?: [\w-]+){0,4})(?=\W{0,3}$| ?\([^()]{3,60}\)\W{0,3}$)/i;

const CALLS_ITSELF_OWN = /^(?:non[-\u2010\u2011 ]?gaap|adjusted) [a-z]/i;

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
  columns.some(({ basis, head }) => basis === "non-GAAP" && (basisOf(head) === "non-GAAP" || OWN_TITLE.test(title)));
const OWN_TITLE =
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|pro[ -]?forma|underlying|core|proportionate)\b[^.]{0,80}$/i;

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
