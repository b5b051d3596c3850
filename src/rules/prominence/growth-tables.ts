import { keyOf } from "../names/learned.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";
import { COUNTED } from "./growth-apart.ts";

const BASIS = "(?:constant[- ](?:currency|exchange[- ]rates?)|currency[- ]neutral|fx[- ]neutral|organic)";
/** "Constant currency growth rates by region were as follows", "Organic revenue growth": what all rates below it are. */
const GROWTH_ON_BASIS = anyCase(
  new RegExp(
    String.raw`\b${BASIS} (?:(?:net|total|sales|revenues?) ){0,2}(?:growth|change)\b|\b(?:growth|change)(?: rates?)? (?:in|at|on an?) (?:${BASIS}|constant currencies)\b`,
  ),
);
/** What says of a row, a column or the whole that the change is that under GAAP as well. */
const AS_REPORTED = anyCase(
  /\bas[- ](?:reported|stated)\b|\breported\b|\bnominal\b|\bactual\b|(?:^|[^-])\bgaap\b|\bifrs\b/,
);
const LEAST = 2;
/** Of the whole many places tell; what is asked for is the growth of each line. */
const TOTAL = anyCase(/^\W{0,4}(?:total|consolidated|group)\b/);
const SHORTEST = 4;

/**
 * Tables of nothing but growth on a basis of the company's own, whose lines have no growth as reported in any other table and in no sentence (C&DI
 * 102.10(a)(3)): by its title alone a reader knows that the rates are not those of the statements. One finding for all of them.
 */
export function growthTables(disclosure: Disclosure): readonly Found[] {
  const own = disclosure.tables.filter(isOfGrowth);
  if (own.length === 0) return [];
  const all = own.flatMap((t) => {
    const lines = t.rows.filter(({ label }) => !TOTAL.test(label));
    const [first] = lines;
    // Where one line is answered the others may be so by words that are not theirs.
    return first === undefined || lines.length < LEAST || lines.some((row) => isGiven(row, own, disclosure))
      ? []
      : [{ ...first, table: t.table, more: lines.length - 1 }];
  });
  return toldOnce(disclosure, all, ({ table, label, more, figures }) => ({
    message: `Table ${table} gives growth on a basis of the company's own alone, for ${quoted(label)} and ${more} more, and the growth as reported stands in no table and in no sentence.`,
    remedy: "Print the growth as reported beside it, no less prominently.",
    figures: figures.slice(0, 1).map(({ id }) => id),
  }));
}

/** Whether a title or the heads say of all figures of a table that they are growth on such a basis. */
export function isOfGrowth({ kind, rows, reading: { meaning } }: RuleTable): boolean {
  if (kind !== "figures" || !rows.every(({ figures }) => figures.every(isRate))) return false;
  const words = [meaning.caption, ...meaning.columns.map(({ head }) => head)].join(" ");
  if (!says(GROWTH_ON_BASIS, words) || says(COUNTED, words)) return false;
  return ![words, ...rows.map(({ label }) => label)].some((one) => says(AS_REPORTED, one));
}

const MARKS = /\s*(?:\(\w{1,2}\)|[*†‡¹²³]{1,3})\s*$/u;
const nameOf = ({ label }: RuleRow): string => label.replace(MARKS, "").trim();

/** Whether another table has a rate for the same line, or a sentence that tells of results has one near its name. */
function isGiven(row: RuleRow, own: readonly RuleTable[], { tables, passages }: Disclosure): boolean {
  const name = nameOf(row);
  const key = keyOf(name);
  if (key.length < SHORTEST) return true;
  const isOf = (r: RuleRow): boolean => r.figures.some(isRate) && keyOf(nameOf(r)) === key;
  if (tables.some((t) => !own.includes(t) && t.rows.some(isOf))) return true;
  const small = inSmall(name);
  return passages.some(
    ({ part, text }) =>
      RESULTS.has(part) && /\d ?(?:%|percent)/.test(text) && inSmall(text).includes(small) && isNear(text, name),
  );
}

/** "Europe grew 12%", "12% in Europe": in the letters of the row's own label. */
function isNear(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWord = !/[\p{L}\d]/u.test(text[at - 1] ?? " ") && !/[\p{L}\d]/u.test(text[at + name.length] ?? " ");
    if (isWord && /\d ?(?:%|percent)/.test(text.slice(Math.max(0, at - NEAR), at + name.length + NEAR))) return true;
  }
  return false;
}
const NEAR = 80;
