import { linesTold, toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleTable } from "../reading/rule-table.ts";
import { equivalentIn, isEquivalent, isPlain } from "../reconciliation/tax-equivalent.ts";
import type { Found } from "../rule.ts";
import { highlightTables } from "./bare.ts";

/** Net interest income that is told in dollars, on no basis but that of the statements. */
const PLAIN_TOLD =
  /(?<!\b(?:equivalent|F?TEB?)\)?(?: basis,?)? )\bnet interest income\b(?!,? (?:margin|\(?(?:on an? )?(?:fully[- ])?tax|\(?(?:on an? )?F?TEB?\b))/i;

/** The prose of a bank that tells of its net interest income as if all of it were taxed, and nowhere of that of the statements. */
export function equivalentToldAlone(disclosure: Disclosure): readonly Found[] {
  const shown = equivalentIn(disclosure);
  if (shown.length === 0) return [];
  const isTold = sentencesOf(disclosure, (p) => RESULTS.has(p.part)).some(
    ({ sentence: { text, figures } }) =>
      text.toLowerCase().includes("net interest income") && figures.some(isMoney) && PLAIN_TOLD.test(text),
  );
  if (isTold) return [];
  return toldOnce(disclosure, shown, ({ words, figures }) => ({
    message: `The text gives ${quoted(words)} and not net interest income as the statements have it.`,
    remedy: "Give net interest income under GAAP there as well, before that on a tax-equivalent basis.",
    figures,
  }));
}

/** A summary or an income statement of a bank that has the line on that basis alone. */
export function equivalentTabledAlone(disclosure: Disclosure): readonly Found[] {
  const summaries = new Set(highlightTables(disclosure));
  const bare = disclosure.tables.flatMap((t) => {
    if (!summaries.has(t) && !isIncomeStatement(t)) return [];
    const row = t.rows.some(({ label }) => isPlain(label)) ? undefined : t.rows.find(isEquivalent);
    return row === undefined ? [] : [{ table: t.table, row }];
  });
  const [first] = bare;
  if (first === undefined) return [];
  const also = linesTold(
    disclosure,
    first.row,
    bare.slice(1).map(({ row }) => row),
  );
  return [
    {
      start: first.row.start,
      end: first.row.end,
      message: `Table ${first.table} has ${quoted(first.row.label)} and no row for net interest income as the statements have it.${also === "" ? "" : ` It stands so in ${also} as well.`}`,
      remedy: "Give net interest income under GAAP a row above it.",
      figures: first.row.figures.slice(0, 1).map((f) => f.id),
    },
  ];
}

/** From what interest costs to what is left of the income. */
const isIncomeStatement = ({ rows }: RuleTable): boolean =>
  rows.some(({ label }) => /^\W{0,3}(?:total )?interest expense\b/i.test(label)) &&
  rows.some(({ label }) => /^\W{0,3}net (?:income|earnings)\b/i.test(label));
