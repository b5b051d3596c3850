import { comparableTo } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots, linesBetween } from "../reading/foots.ts";
import { quoted } from "../reading/own-measure.ts";
import { isAcross, titleAt } from "../reading/own-statement.ts";
import { isCalledSo, isOwn, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { groupOf, isReconciled } from "./reconciled.ts";

const TITLED = anyCase(/\bbridge\b|\breconcil/);
/** A part of a measure, or what it is by the share, is no end of a way of amounts. */
const IN_PART = anyCase(/%|margin|\bper\b/);

/** A way down the lines of a table, from one measure of the company's own to another. */
interface Between {
  readonly table: RuleTable;
  readonly first: RuleRow;
  readonly last: RuleRow;
  readonly lines: readonly RuleRow[];
}

/** What leads from one measure of the company's own to another: down its lines, or by the words of its title. */
export function leadsBetweenOwn(table: RuleTable, disclosure: Disclosure): readonly Found[] {
  const named = table.rows.filter((r) => r.named !== undefined && !IN_PART.test(r.label));
  // Sales stand below for a margin, and above for nothing that they lead to.
  const amounts = named.filter((r) => r.named!.family !== "revenue");
  if (amounts.some((r) => r.named!.basis === "GAAP")) return [];
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first !== undefined && last !== undefined && first === table.rows[0] && isOwn(first) && isOwn(last)) {
    const lines = linesBetween(table, first, last).filter((r) => r.named === undefined);
    if (lines.length > 0) {
      const isOfOneKind = groupOf(first.named!.family).includes(last.named!.family);
      return (isOfOneKind ? startsAgain : goesOn)({ table, first, last, lines }, disclosure);
    }
  }
  return titledBetweenOwn(table, amounts, disclosure);
}

/**
 * From a measure to the same one with more left out, in a table that is called a reconciliation: another one leads to the first from a measure under GAAP
 * as a rule, and this one does not begin there (C&DI 102.10(b)).
 */
function startsAgain({ table, first, last, lines }: Between, disclosure: Disclosure): readonly Found[] {
  if (!isCalledSo(table) || isContinued(table, disclosure) || !foots(first, last, lines)) return [];
  const { words } = comparableTo(first.named!.family);
  return [foundBetween(table, first, last, `and not from ${words}`, words, disclosure)];
}

/** Whether a table goes on with the one before it: no title of its own stands between the two, or its title says so. */
function isContinued({ title, block }: RuleTable, { tables }: Disclosure): boolean {
  const before = tables.findLast((t) => t.block < block);
  return /\bcontinued\b|\bcont['’]?d\b/.test(inSmall(title)) || (before !== undefined && before.title === title);
}

/**
 * From one measure of the company's own to another, where nothing leads to the first of them from one under GAAP, or where the second is one of
 * cash, the first is none, and no table has cash from operating activities with it.
 */
function goesOn({ table, first, last, lines }: Between, disclosure: Disclosure): readonly Found[] {
  // What nothing calls a way is one where the lines add up.
  if (table.kind === "figures" && !/\bbridge\b/.test(inSmall(table.title)) && !foots(first, last, lines)) return [];
  const { family, words } = comparableTo(last.named!.family);
  const isLed = isReconciled(first.named!, disclosure);
  // What is left of earnings is led to from earnings; of cash it is not.
  if (isLed && (family !== "operating-cash-flow" || comparableTo(first.named!.family).family === family)) return [];
  if (isLed && isTabledWith(last.named!.family, family, disclosure)) return [];
  const lacking = isLed
    ? `and no table leads to the second of them from ${words}`
    : "and nothing leads to the first of them from a measure under GAAP";
  return [foundBetween(table, first, last, lacking, words, disclosure)];
}

/** "Reconciliation of adjusted results to adjusted results excluding a business": the whole, what is taken off and what is left, side by side. */
const OF_OWN_TO_OWN = anyCase(
  /\breconciliations? of (?:(?:total|consolidated|segment) )*(?:adjusted|non-?gaap|core|underlying)\b[^.|]{0,80}\bto (?:(?:total|consolidated|segment) )*(?:adjusted|non-?gaap|core|underlying)\b/,
);

/** A table whose title says that it leads from measures of the company's own to others, and which has none under GAAP. */
function titledBetweenOwn(table: RuleTable, amounts: readonly RuleRow[], disclosure: Disclosure): readonly Found[] {
  const first = amounts[0];
  if (first === undefined || !isCalledSo(table) || isAcross(table) || !OF_OWN_TO_OWN.test(table.title)) return [];
  const { words } = comparableTo(first.named!.family);
  return [foundBetween(table, first, undefined, `and not from ${words}`, words, disclosure)];
}

const foundBetween = (
  table: RuleTable,
  first: RuleRow,
  last: RuleRow | undefined,
  lacking: string,
  words: string,
  disclosure: Disclosure,
): Found => ({
  ...titleAt(table, TITLED, disclosure),
  message: `Table ${table.table} leads from ${quoted(first.label)} ${last === undefined ? "to the same with more left out" : `to ${quoted(last.label)}`}, ${lacking}.`,
  remedy: `Start from ${words} and come to the measure of the company's own.`,
  figures: [first, ...(last === undefined ? [] : [last])].flatMap((r) => r.figures.slice(0, 1).map((f) => f.id)),
});

/** Whether some table has both a measure of the company's own and that under GAAP as rows. */
const isTabledWith = (own: Family, gaap: Family, { tables }: Disclosure): boolean =>
  tables.some(
    ({ rows }) =>
      rows.some((r) => isOwn(r) && r.named?.family === own) &&
      rows.some((r) => r.named?.basis === "GAAP" && r.named.family === gaap),
  );
