import { LEADING_RESULTS } from "../names/family.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { waysLed } from "../reading/led.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import type { Found } from "../rule.ts";

/** What the segments have earned on a basis of the company's own, as a section or a line calls it. */
const OF_SEGMENTS = anyCase(
  /\b(?:adjusted|non[-\u2010\u2011 ]?gaap|core|underlying) (?:[a-z]+ )?segments? (?:[a-z]+ )?(?:profit|income|loss|earnings|ebitd?a|contribution|oibda)\b|\bsegments? (?:adjusted|core|underlying) (?:[a-z]+ )?(?:profit|income|loss|earnings|ebitd?a|contribution|oibda)\b/,
);
const WHOLE = anyCase(/^\W{0,3}(?:total|consolidated)\b/);
/** An amount of fewer digits is printed elsewhere by chance. */
const DIGITS = 3;

/**
 * The total of what the segments have earned on a basis of the company's own, where no other table has the amount and no line of its own leads on: apart from
 * the reconciliation that ASC 280 asks for the total is a measure that is not under GAAP (C&DI 104.04). One finding for all of them.
 */
export function segmentTotalsUnled(disclosure: Disclosure): readonly Found[] {
  const shown = disclosure.tables
    .filter((t) => t.kind !== "guidance")
    .flatMap((t) =>
      totalsIn(t).flatMap(({ row, name }) => (isLedOn(row, t, disclosure) ? [] : [{ ...row, name, table: t.table }])),
    );
  if (shown.length === 0 || !isComplete(disclosure)) return [];
  return toldOnce(disclosure, shown, ({ name, table, figures }) => ({
    message: `Table ${table} gives the total of ${quoted(name)}, and nothing leads from it to income under GAAP, nor to it from there.`,
    remedy:
      "Reconcile the total with income under GAAP, as ASC 280 asks for the measures of segments, or leave it out.",
    figures: figures
      .filter(isMoney)
      .slice(0, 1)
      .map((f) => f.id),
  }));
}

/** The rows that are such a total, by their own label or by that of their section. */
const totalsIn = ({
  rows,
  reading: { meaning },
}: RuleTable): readonly { readonly row: RuleRow; readonly name: string }[] =>
  rows.flatMap((row) => {
    const { label, path } = meaning.rows[row.row]!;
    if (!WHOLE.test(label)) return [];
    const section = path.at(-1) ?? "";
    const name = OF_SEGMENTS.exec(label)?.[0] ?? (PLAIN.test(label) ? OF_SEGMENTS.exec(section)?.[0] : undefined);
    const isTold = row.figures.some((f) => isMoney(f) && digitsOf(f).length >= DIGITS);
    return name === undefined || !isTold ? [] : [{ row, name }];
  });
/** "Total Company": a total that names nothing but the whole. */
const PLAIN = anyCase(
  /^\W{0,3}(?:total|consolidated)(?: (?:company|segments?|consolidated|group|reportable segments?))?\W{0,4}$/,
);

/** Whether lines below go on from the total, sums of the tables come to it or begin with it, or another table has its amount. */
function isLedOn(row: RuleRow, table: RuleTable, disclosure: Disclosure): boolean {
  if (waysLed(disclosure).some(({ from, to }) => from === row || to === row)) return true;
  const amounts = row.figures.filter((f) => isMoney(f) && digitsOf(f).length >= DIGITS);
  const isIt = (r: RuleRow): boolean =>
    r.figures.some((f) => amounts.some(({ measured }) => isSameAmount(f, measured!)));
  if (disclosure.tables.some((t) => t !== table && t.rows.some(isIt))) return true;
  return table.rows.some((r) => r.row > row.row && r.named?.basis === "GAAP" && LEADING_RESULTS.has(r.named.family));
}
