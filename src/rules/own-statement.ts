import type { Disclosure } from "./disclosure.ts";
import type { RuleRow, RuleTable } from "./rule-table.ts";

/** Whether it goes from GAAP to non-GAAP from column to column, so that the order of its rows says nothing. */
export const isAcross = ({ reading: { meaning } }: RuleTable): boolean =>
  meaning.columns.some((c) => c.basis === "GAAP") && meaning.columns.some((c) => c.basis === "non-GAAP");

const CAPTIONS: readonly RegExp[] = [
  /\b(?:revenues?|net sales)\b/i,
  /\bcosts? of (?:revenue|sales|goods|products|services)/i,
  /\bgross (?:profit|margin)/i,
  /\bresearch (?:and|&) development|\bselling|\bmarketing|\bgeneral (?:and|&) administrative|\bSG&A\b/i,
  /\boperating expenses\b/i,
  /\boperating (?:income|loss|profit)|\b(?:income|loss) from operations/i,
  /\binterest (?:expense|income)|\bother (?:income|expense)/i,
  /\bbefore (?:provision for )?(?:income )?tax/i,
  /\b(?:income tax|provision for|tax expense)/i,
  /\bnet (?:income|loss|earnings)\b/i,
  /\bper (?:\w+ ){0,3}share\b|\b(?:basic|diluted)\b/i,
];
/** So many rows, and so many of the eleven captions, are a whole income statement. The bound is ours. */
const FULL = 8;

export const isWhole = (rows: readonly RuleRow[]): boolean =>
  rows.length >= FULL && CAPTIONS.filter((caption) => rows.some((r) => caption.test(r.label))).length >= FULL;

/** A statement of operations that is not under GAAP by its title, and has no column that is. */
export const isOwnStatement = (t: RuleTable): boolean =>
  OWN_TITLE.test(t.title.slice(-200)) &&
  !/\breconcil|\bcombined\b|\bacqui|\bmerger\b|\barticle 11\b/i.test(t.title.slice(-200)) &&
  !isAcross(t) &&
  isWhole(t.rows);

export const ownStatements = ({ tables }: Disclosure): readonly RuleTable[] => tables.filter(isOwnStatement);
const OWN_TITLE =
  /\bstatements? of (?:\w+ ){0,2}(?:operations|income|earnings)\b[^|]{0,40}\b(?:pro[ -]?forma|non-?gaap)\b|\b(?:pro[ -]?forma|non-?gaap|adjusted) (?:\w+ ){0,3}statements? of (?:\w+ ){0,2}(?:operations|income|earnings)\b/i;
