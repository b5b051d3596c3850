import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { EQUIVALENT, equivalentsSaid, isEquivalent, PLAIN, saysEquivalent } from "../reconciliation/tax-equivalent.ts";
import type { Found } from "../rule.ts";

const REMEDY = "Give net interest income as the statement has it as well, and first.";

/** Net interest income as if it were all taxed, in a section whose words and tables have not the amount of the statement. */
export function equivalentWithoutGaap(disclosure: Disclosure): readonly Found[] {
  const all = equivalentsSaid(disclosure).filter(({ block }) => {
    const place = disclosure.places.find((one) => one.blocks.has(block));
    return place !== undefined && (place.kind === "list" || place.kind === "text") && !hasPlain(place, disclosure);
  });
  return toldOnce(disclosure, all, ({ words, figures }) => ({
    message: `The text gives ${quoted(words)} and not net interest income as reported.`,
    remedy: REMEDY,
    figures,
  }));
}

/** Whether a section has the amount of the statement, under its bare name or beside the adjustment that leads to it. */
function hasPlain({ since, until, blocks }: Place, { passages, tables }: Disclosure): boolean {
  const isIn = ({ block }: { readonly block: number }): boolean =>
    blocks.has(block) || (block >= since && block < until);
  return (
    passages.some(
      (p) =>
        isIn(p) &&
        p.sentences.some(({ text, mentions }) =>
          mentions.some(
            (m) => m.family === "net-interest-income" && m.figures.some(isMoney) && !saysEquivalent(around(text, m)),
          ),
        ),
    ) || tables.some((t) => isIn(t) && t.rows.some(({ label }) => PLAIN.test(label)))
  );
}
/** The words of its own clause beside a name: so near stand those that say it is tax-equivalent. */
const around = (text: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  `${text
    .slice(Math.max(0, from - NEAR), from)
    .split(/[,;\d]/)
    .at(-1)} ${text.slice(to, to + NEAR).split(/[;\d]/)[0]}`;
const NEAR = 45;

/** A statement or a summary of results whose net interest income is the tax-equivalent one alone; the table of average balances has no other. */
export function statementsOfEquivalent(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap((t) => {
    const row = isOfResults(t) ? t.rows.find(isEquivalent) : undefined;
    return row === undefined || t.rows.some(({ label }) => PLAIN.test(label)) ? [] : [{ ...row, table: t.table }];
  });
  return toldOnce(disclosure, all, ({ table, label, figures }) => ({
    message: `Table ${table} has ${quoted(label)} and no row for net interest income.`,
    remedy: REMEDY,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
/** A table of results has net income, or leads from what interest costs to what is left. */
const isOfResults = ({ rows, kind }: RuleTable): boolean =>
  kind !== "reconciliation" &&
  (rows.some(({ named }) => named?.family === "net-income" && named.basis === "GAAP") ||
    (rows.some(({ label }) => /^\W{0,3}(?:total )?interest expense\b/i.test(label)) &&
      rows.some(({ label }) => /^\W{0,3}net (?:income|earnings)\b/i.test(label)))) &&
  !rows.some(({ label }) => /\bearning assets\b/i.test(label));

/** "Noninterest income as a percentage of total revenue (TE)", "fee income to revenue (FTE)". */
const OF_EQUIVALENT = new RegExp(
  String.raw`(?:%|\bpercent(?:age)?|\bratio) of (?:total |net |operating )*revenues?,? (?:\(|on an? |[-\u2013\u2014] )?${EQUIVALENT}|\b(?:to|\/) (?:total |net |operating )*revenues?,? (?:\(|on an? |[-\u2013\u2014] )?${EQUIVALENT}`,
  "i",
);
const OF_REVENUE = /(?:(?:%|\bpercent(?:age)?|\bratio) of|\bto|\/) (?:total |net |operating )*revenues?\b/i;

/** What is given as a part of revenue as if none of it were free of tax, in a table that has not the part of revenue as reported. */
export function partsOfEquivalent(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.tables.flatMap((t) => {
    const rows = t.rows.filter(isPartOfEquivalent);
    return rows.length === 0 || t.rows.some((r) => OF_REVENUE.test(r.label) && !isPartOfEquivalent(r))
      ? []
      : rows.map((row) => ({ ...row, table: t.table }));
  });
  return toldOnce(disclosure, all, ({ table, label, figures }) => ({
    message: `Table ${table} has ${quoted(label)}, a part of a measure of the company's own; the part of revenue as reported is not with it.`,
    remedy: "Print the same ratio to revenue as reported beside it, no less prominently.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
const isPartOfEquivalent = ({ label, named }: RuleRow): boolean =>
  /revenue/i.test(label) && named?.family !== "efficiency-ratio" && OF_EQUIVALENT.test(label);
