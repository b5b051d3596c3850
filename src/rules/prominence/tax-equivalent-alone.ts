import { anyCase, inSmall } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { passageAt } from "../reading/by-block.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney, type Mention } from "../reading/mention.ts";
import { isShown, quoted } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import { isCalledSo, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import {
  EQUIVALENT,
  equivalentsSaid,
  isEquivalent,
  OTHERS_NAMED,
  PLAIN,
  saysEquivalent,
} from "../reconciliation/tax-equivalent.ts";
import type { Found } from "../rule.ts";

const REMEDY = "Give net interest income as the statement has it as well, and first.";

/** Net interest income as if it were all taxed, in a section whose words and tables have not the amount of the statement. */
export function equivalentWithoutGaap(disclosure: Disclosure): readonly Found[] {
  const all = equivalentsSaid(disclosure).filter(({ block }) => {
    const place = disclosure.places.find((one) => one.blocks.has(block));
    return place !== undefined && (place.kind === "list" || place.kind === "text") && !hasPlain(place, disclosure);
  });
  const found = toldOnce(disclosure, all, ({ words, figures }) => ({
    message: `The text gives ${quoted(words)} and not net interest income as reported.`,
    remedy: REMEDY,
    figures,
  }));
  return [...found, ...othersOfEquivalent(disclosure)];
}

/** Interest income and revenue as if all were taxed, likewise; of each of the two the release may give the line of the statement in its section. */
function othersOfEquivalent(disclosure: Disclosure): readonly Found[] {
  const said = equivalentsSaid(disclosure, OTHERS_NAMED);
  return [/interest income/i, /revenue/i].flatMap((line) => {
    const words = line.test("revenue") ? "revenue" : "interest income";
    const all = said.filter(({ words: name, block }) => {
      if (!line.test(name) || passageAt(block, disclosure)?.part !== "results") return false;
      const place = disclosure.places.find(({ blocks }) => blocks.has(block)) ?? aroundOf(block);
      return !hasLine(place, line, disclosure);
    });
    return toldOnce(disclosure, all, (one) => ({
      message: `The text gives ${quoted(one.words)} and not ${words} as reported.`,
      remedy: `Give ${words} as the statement has it as well, and first.`,
      figures: one.figures,
    }));
  });
}

type Within = Pick<Place, "since" | "until" | "blocks">;

/** A paragraph that names no measure which releases share is of no place: it is read with those around it. */
const aroundOf = (block: number): Within => ({
  since: block - NEAR_BY,
  until: block + NEAR_BY,
  blocks: new Set([block]),
});
const NEAR_BY = 3;

/** Whether a section has that line with an amount and without such words, in a sentence or in a row. */
function hasLine({ since, until, blocks }: Within, line: RegExp, { passages, tables }: Disclosure): boolean {
  const isIn = ({ block }: { readonly block: number }): boolean =>
    blocks.has(block) || (block >= since && block < until);
  const isPlain = (text: string): boolean =>
    [...text.matchAll(new RegExp(line, "gi"))].some(
      ({ 0: words, index }) =>
        !/\b(?:net|non-?) ?$/.test(inSmall(text.slice(0, index))) &&
        !saysEquivalent(around(text, { from: index, to: index + words.length })),
    );
  return (
    passages.some((p) => isIn(p) && p.sentences.some((s) => s.figures.some(isMoney) && isPlain(s.text))) ||
    tables.some(
      (t) => isIn(t) && t.kind !== "statement" && t.rows.some((r) => r.figures.some(isMoney) && isPlain(r.label)),
    )
  );
}

/**
 * The margin on such an income, where neither the place nor the section it belongs to has that on the income of the statement. Most banks know one margin
 * alone, by custom the tax-equivalent one; asked for is the other where a table of the release has both.
 */
export function marginsOfEquivalent(disclosure: Disclosure): readonly Found[] {
  if (!disclosure.tables.some(hasBothMargins)) return [];
  const all = disclosure.places.flatMap((place) => {
    const margins = place.mentions.filter((m) => m.family === "net-interest-margin" && isShown(m));
    const [first] = margins;
    if (first === undefined || place.kind === "headline" || margins.some((m) => !isOfEquivalent(m))) return [];
    return hasPlainMargin(place, disclosure) ? [] : margins;
  });
  return toldOnce(disclosure, all, ({ name, figures }) => ({
    message: `${quoted(name)} is told on a tax-equivalent basis, a ratio of the company's own, and there is not with it the margin on net interest income as reported.`,
    remedy: "Print the margin on net interest income as reported beside it, no less prominently.",
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
const isOfEquivalent = ({ sentence, from, to, basis }: Mention): boolean =>
  basis === "GAAP" && saysEquivalent(around(sentence, { from, to }));

const hasPlainMargin = ({ since, until, blocks }: Place, { mentions, tables }: Disclosure): boolean => {
  const isIn = ({ block }: { readonly block: number }): boolean =>
    blocks.has(block) || (block >= since && block < until);
  return (
    mentions.some((m) => m.family === "net-interest-margin" && isShown(m) && isIn(m) && !isOfEquivalent(m)) ||
    tables.some((t) => isIn(t) && t.rows.some((r) => PLAIN_MARGIN.test(r.label) && r.figures.length > 0))
  );
};
const hasBothMargins = ({ rows }: RuleTable): boolean => {
  const margins = rows.filter((r) => r.figures.length > 0 && MARGIN.test(r.label));
  return margins.some((r) => saysEquivalent(r.label)) && margins.some((r) => PLAIN_MARGIN.test(r.label));
};
const MARGIN = anyCase(/^\W{0,3}net interest margin\b/);
const PLAIN_MARGIN = anyCase(
  /^\W{0,3}net interest margin(?![^|]{0,40}(?:[- ]equivalent|\bf?teb?\b)|, (?:adjusted|core))/,
);

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
    const at = isOfResults(t) ? t.rows.findIndex(isEquivalent) : -1;
    const row = t.rows[at];
    const plain = t.rows.findIndex(({ label }) => PLAIN.test(label));
    // A statement that leads from the one to the other by a line of its own shows both.
    return row === undefined || (plain >= 0 && plain !== at + 1)
      ? []
      : [{ ...row, table: t.table, plain: t.rows[plain] }];
  });
  return toldOnce(disclosure, all, ({ table, label, plain, figures }) => ({
    message:
      plain === undefined
        ? `Table ${table} has ${quoted(label)} and no row for net interest income.`
        : `Table ${table} has ${quoted(label)} above ${quoted(plain.label)}, the measure under GAAP.`,
    remedy: REMEDY,
    figures: figures.slice(0, 1).map((f) => f.id),
  }));
}
/** A table of results has net income, or leads from what interest costs to what is left. */
const isOfResults = (table: RuleTable): boolean =>
  table.rows.some(isEquivalent) && !isCalledSo(table) && hasResults(table);
const hasResults = ({ rows }: RuleTable): boolean =>
  (rows.some(({ named }) => named?.family === "net-income" && named.basis === "GAAP") ||
    (rows.some(({ label }) => /^\W{0,3}(?:total )?interest expense\b/.test(inSmall(label))) &&
      rows.some(({ label }) => /^\W{0,3}net (?:income|earnings)\b/.test(inSmall(label))))) &&
  !rows.slice(0, rows.findIndex(isEquivalent)).some(({ label }) => /\bearning assets\b/.test(inSmall(label)));

/** "Noninterest income as a percentage of total revenue (TE)", "fee income to revenue (FTE)". */
const OF_EQUIVALENT = anyCase(
  new RegExp(
    String.raw`(?:%|\bpercent(?:age)?|\bratio) of (?:total |net |operating )*revenues?,? (?:\(|on an? |[-\u2013\u2014] )?${EQUIVALENT}|\b(?:to|\/) (?:total |net |operating )*revenues?,? (?:\(|on an? |[-\u2013\u2014] )?${EQUIVALENT}`,
  ),
);
const OF_REVENUE = anyCase(/(?:(?:%|\bpercent(?:age)?|\bratio) of|\bto|\/) (?:total |net |operating )*revenues?\b/);

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
  /revenue/.test(inSmall(label)) && named?.family !== "efficiency-ratio" && OF_EQUIVALENT.test(label);
