import { placeOf } from "../../text/printed.ts";
import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import { at } from "./placed.ts";
import { isCalledSo, isOwn, type RuleRow, type RuleTable } from "./rule-table.ts";

/** Whether it goes from GAAP to non-GAAP from column to column, so that the order of its rows says nothing. */
export function isAcross({ reading: { meaning } }: RuleTable): boolean {
  const heads = meaning.columns.filter((c) => c.head !== "" && !RECAST.test(c.head));
  return heads.some((c) => c.basis === "GAAP") && heads.some((c) => c.basis === "non-GAAP");
}
/** Amounts of an earlier period that were adjusted for a change of principles are still those of the standards. */
const RECAST = anyCase(/\bretrospectively\b|\brecast\b|\bas restated\b/);

const CAPTIONS: readonly Pattern[] = [
  anyCase(/\b(?:revenues?|net sales|(?:gross )?rent(?:al)?s?(?: income)?|premiums earned)\b/),
  anyCase(/\bcosts? of (?:revenue|sales|goods|products|services)|\bproperty operating (?:costs|expenses)/),
  anyCase(/\bgross (?:profit|margin)/),
  anyCase(
    /\bresearch (?:and|&) development|\bselling|\bmarketing|\bgeneral (?:and|&) administrative|\bsg&a\b|\badministrative (?:costs|expenses)|\btrust expenses/,
  ),
  anyCase(/\boperating expenses?\b/),
  anyCase(/\boperating (?:income|loss|profit)|\b(?:income|loss) from operations/),
  anyCase(/\binterest (?:expense|income)|\bother (?:income|expense)|\bfinanc(?:e|ial|ing) (?:costs?|expenses?|income)/),
  anyCase(/\bbefore (?:provision for )?(?:income )?tax/),
  anyCase(/\b(?:income tax|provision for|tax expense)|\btax(?:es)?$/),
  anyCase(/\bnet (?:income|loss|earnings)\b/),
  anyCase(/\bper (?:\w+ ){0,3}share\b|\b(?:basic|diluted)\b/),
];
/** Whether a row is a line of an income statement. */
export const isCaption = ({ label }: RuleRow): boolean => CAPTIONS.some((caption) => caption.test(label));

/** So many rows, and so many of the eleven captions, are a whole income statement. The bound is ours. */
const FULL = 8;

/** How many of the captions of an income statement, or of another, some row has. */
const captionsIn = (rows: readonly RuleRow[], captions: readonly Pattern[] = CAPTIONS): number =>
  captions.filter((caption) => rows.some((r) => caption.test(r.label))).length;

/** By its title a statement of results, with columns of the company's own beside those under GAAP and most subtotals. */
export const isStatementAcross = (t: RuleTable): boolean =>
  isAcross(t) &&
  !isCalledSo(t) &&
  OF_RESULTS.test(t.title.slice(-120)) &&
  t.rows.some((r) => FROM.test(r.label)) &&
  captionsIn(t.rows) >= SUBTOTALS;
/** A title that says so. */
export const OF_RESULTS: Pattern = anyCase(
  /\b(?:income|operations|earnings|profit (?:and|&) loss|p&l)\b[^.|]{0,20}\bstatements?\b|\bstatements? of (?:\w+ ){0,2}(?:income|operations|earnings|profit)\b/,
);
/** From revenue to what is left, with what stands between them. */
const SUBTOTALS = 4;

export const isWhole = (rows: readonly RuleRow[]): boolean => rows.length >= FULL && captionsIn(rows) >= FULL;

/** A statement that Article 11 of Regulation S-X asks for, with columns of what was reported and of what is changed. */
const isProForma = ({ title, reading: { meaning } }: RuleTable): boolean =>
  /\bpro[ -]?forma condensed\b/.test(inSmall(title.slice(-200))) ||
  meaning.columns.some(({ head }) => /\bhistorical\b|\baccounting adjustments\b/.test(inSmall(head)));

/** A statement of operations that is not under GAAP by its title, and has no column that is. */
export const isOwnStatement: (t: RuleTable) => boolean = remembered(
  (t) =>
    OWN_TITLE.test(t.title.slice(-200)) &&
    !/\breconcil|\bcombined\b|\bacqui|\bmerger\b|\barticle 11\b/.test(inSmall(t.title.slice(-200))) &&
    !isProForma(t) &&
    !isAcross(t) &&
    isWhole(t.rows),
);

/** So many of the captions, from revenue to what a share earns, are most of an income statement (C&DI 102.10(c)). The bound is ours. */
const MOST = 6;
const FROM = CAPTIONS[0]!;
const DOWN_TO = [CAPTIONS[9]!, CAPTIONS[10]!];

/** A table of results each column of which is the company's own, with most of the lines of an income statement. */
export const isOwnSummary = (t: RuleTable): boolean => {
  const heads = t.reading.meaning.columns.filter((c) => c.head !== "");
  return (
    heads.length > 0 &&
    heads.every((c) => c.basis === "non-GAAP") &&
    !isCalledSo(t) &&
    !isProForma(t) &&
    t.kind !== "statement" &&
    // Where rows tell their basis themselves, the columns are those of a reconciliation.
    t.rows.every((r) => !/gaap|adjust|reported/.test(inSmall(r.label)) || r.named?.family === "ebitda") &&
    captionsIn(t.rows) >= MOST - 1 &&
    t.rows.some((r) => FROM.test(r.label)) &&
    t.rows.some((r) => DOWN_TO.some((caption) => caption.test(r.label)))
  );
};

/** Shares of what others own, line by line, that no statement of the standards has. */
const AT_SHARE = anyCase(
  /\bproportionate(?:ly)? (?:share|basis|consolidat\w+)|\bpro[- ]rata (?:share|basis)|\bat (?:our |the company['’]s )?share\b|\blook[- ]through\b/,
);

/** Lines of a balance sheet, by their captions. */
const BALANCE: readonly Pattern[] = [
  anyCase(/\b(?:investment propert|property, plant|real estate|propert(?:y|ies) (?:and|under))/),
  anyCase(/\bcash\b/),
  anyCase(/\breceivable|\bother assets/),
  anyCase(/\b(?:goodwill|intangible)/),
  anyCase(/\b(?:debt|mortgages?|borrowings|loans|notes)\b/),
  anyCase(/\b(?:payable|accrued)/),
  anyCase(/\bdeferred (?:tax|revenue)|\bother liabilities|\blease liabilit/),
  anyCase(/\bequity\b|\bnon-?controlling/),
  anyCase(/\bheld for sale/),
];

/** What a table at the company's share, in some of its columns or by its title, is most of the lines of; undefined where it is of a few. */
export function atShare({
  kind,
  rows,
  title,
  reading,
}: RuleTable): "an income statement" | "a balance sheet" | undefined {
  const heads = reading.meaning.columns.map((c) => c.head).join(" | ");
  if (kind === "statement" || rows.length < FULL || !(AT_SHARE.test(heads) || AT_SHARE.test(title.slice(-250))))
    return undefined;
  if (captionsIn(rows) >= MOST && rows.some((r) => FROM.test(r.label))) return "an income statement";
  return captionsIn(rows, BALANCE) >= MOST ? "a balance sheet" : undefined;
}

/** From revenue by most lines of an income statement down to what is left by the company's own count, and none of them under GAAP below that. */
export const isOwnDown = (t: RuleTable): boolean => {
  const last = t.rows.filter((r) => r.named?.family === "net-income" || r.named?.family === "eps");
  return (
    t.kind !== "statement" &&
    !isCalledSo(t) &&
    !isAcross(t) &&
    last.length > 0 &&
    last.every((r) => r.named!.basis === "non-GAAP") &&
    t.rows.slice(0, 2).some((r) => FROM.test(r.label)) &&
    captionsIn(t.rows) >= MOST
  );
};

export const ownStatements = ({ tables }: Disclosure): readonly RuleTable[] => tables.filter(isOwnStatement);
const OWN_TITLE = anyCase(
  /\bstatements? of (?:\w+ ){0,2}(?:operations|income|earnings)\b[^|]{0,40}\b(?:pro[ -]?forma|non-?gaap)\b|\b(?:pro[ -]?forma|non-?gaap|adjusted) (?!(?:financial |net |operating )?(?:measures?|information|disclosures?|definitions?|metrics|reconciliations?|items|matters|ebitda\w*|income|earnings|results)\b)(?:\w+ ){0,3}statements? of (?:\w+ ){0,2}(?:operations|income|earnings)\b/,
);

/** The title right above a table, if a passage is one; the first words of the table otherwise. */
export function titleAt(
  { block, rows, reading }: RuleTable,
  title: Pattern,
  { passages, tables }: Disclosure,
): { start: number; end: number } {
  // What stands above another table is that one's title.
  const since = Math.max(block - 4, tables.findLast((t) => t.block < block)?.block ?? 0);
  const above = passages.findLast((p) => p.block < block && p.block >= since && title.test(p.text));
  if (above !== undefined) return placeOf(above.printed, 0, above.text.length);
  const cell = reading.block.rows.flatMap((r) => r.cells).find((c) => c.cell.text.text.trim() !== "");
  return cell === undefined ? at(rows[0]!) : placeOf(cell.cell.text, 0, cell.cell.text.text.length);
}

/**
 * Whether a table goes on from net income to comprehensive income: what stands between the two is printed net of tax, each item or all of them, and what
 * is taken over into income is taken off there (ASC 220-10-45-11 and 45-17). Where it comes to a measure of the company's own it is none of these.
 */
export const leadsToComprehensive = (rows: readonly RuleRow[]): boolean =>
  rows.some(({ label }) => COMPREHENSIVE.test(label)) && !rows.some(isOwn);
const COMPREHENSIVE = anyCase(/^\W{0,3}(?:total |net )?(?:other )?comprehensive (?:income|loss|earnings|\(loss\))/);
