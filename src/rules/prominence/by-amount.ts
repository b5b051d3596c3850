import type { Figure } from "../../tieout/figures/figure.ts";
import { comparableTo, isComparable } from "../names/comparable.ts";
import { type Family, isOwnFamily } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { linesBetween } from "../reading/foots.ts";
import { digitsPrinted, isAmountOf, isReconciliation, type Way, waysTo } from "../reading/led.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { givesGrowth } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import type { RuleRow } from "../reading/rule-table.ts";

/** Results under GAAP that a reconciliation may begin with, whatever measure it comes to. */
const RESULTS: ReadonlySet<Family> = new Set<Family>([
  "net-income",
  "eps",
  "pre-tax-income",
  "operating-income",
  "operating-cash-flow",
]);
/** Measures that are to be led to from net income (C&DI 103.02): what is led to them from a line above it is not what they are read with. */
const FROM_NET_INCOME: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit"]);
const ABOVE_NET: ReadonlySet<Family> = new Set<Family>(["operating-income", "pre-tax-income"]);

/** Whether a release may hold one measure against the other: sales are led down to much and answer for sales alone, and no earnings answer for a flow of cash (C&DI 102.07). */
function mayAnswer(own: Family, gaap: Family): boolean {
  if (isComparable(own, gaap) || isOwnFamily(gaap)) return true;
  if (comparableTo(own).family === "operating-cash-flow") return false;
  return RESULTS.has(gaap) && !(FROM_NET_INCOME.has(own) && ABOVE_NET.has(gaap));
}

/** Whether the first row of a way is what the measure at its end is compared with; a subtotal on the way that everybody compares it with comes before it. */
function isCounterpart(own: Family, { table, from, to }: Way): boolean {
  if (!isReconciliation(table) || !(from.named === undefined || mayAnswer(own, from.named.family))) return false;
  return (
    (from.named !== undefined && isComparable(own, from.named.family)) ||
    !linesBetween(table, from, to).some(({ named }) => named?.basis === "GAAP" && isComparable(own, named.family))
  );
}

/** So many digits are printed twice by no chance. */
const DIGITS = 3;
const isSure = (figure: Figure): boolean => digitsPrinted(figure).length >= DIGITS;

/** Whether what an amount is called, if anything, can be what the measure is led to from. */
const isNamedSo = (named: Named | undefined, own: Family): boolean =>
  named === undefined || (named.basis === "GAAP" && mayAnswer(own, named.family));

/** An amount of a measure of the company's own, and the one that the release itself leads to it from. */
interface Start {
  readonly own: Figure;
  readonly from: Figure;
}

/** What a reconciliation of the release begins with in the columns in which it comes to these amounts. */
export const startsOf = (family: Family, figures: readonly Figure[], disclosure: Disclosure): readonly Start[] =>
  waysTo([family], figures, disclosure)
    .filter((way) => isCounterpart(family, way))
    .flatMap(({ ends }) =>
      ends.flatMap(({ from, to }) =>
        figures.flatMap((own) => (own.measured !== undefined && isAmountOf(own, to) ? [{ own, from }] : [])),
      ),
    );

/**
 * Whether a place prints what the amount of a measure is led to from: the counterpart of a measure is the one that its reconciliation begins
 * with, by whatever name the trade has for it. Where growth is told, that of the counterpart is wanted.
 */
export function isAnsweredByAmount(own: Mention, place: Place, isOfGrowth: boolean, disclosure: Disclosure): boolean {
  const starts = startsOf(own.family, own.figures, disclosure).filter((s) => isSure(s.own) && isSure(s.from));
  if (starts.length === 0) return false;
  const isTelling = place.kind === "headline" || place.kind === "quotation";
  const until = place.kind === "text" ? place.until : own.block;
  const isWithin = (block: number): boolean => !isTelling && block >= place.since && block < until;
  const isStart = (figure: Figure): boolean =>
    isSure(figure) && figure.measured !== undefined && starts.some(({ from }) => isAmountOf(figure, from));
  const tables = own.ahead ? [] : disclosure.tables.filter((t) => t.kind !== "reconciliation" && isWithin(t.block));
  if (tables.some(({ rows }) => rows.some((row) => isNamedSo(row.named, own.family) && row.figures.some(isStart))))
    return true;
  const met = disclosure.passages
    .filter(({ block }) => place.blocks.has(block) || isWithin(block))
    .flatMap(({ bullet, sentences }) =>
      sentences.flatMap((s) =>
        s.figures.filter(isStart).flatMap((figure) => {
          const mention = s.mentions.find((m) => m.figures.includes(figure));
          // What is called by another name is another amount that happens to be the same.
          if (own.figures.includes(figure) || (mention !== undefined && !isNamedSo(mention, own.family))) return [];
          if (place.kind === "headline" && bullet && !own.bullet && figure.start > own.start) return [];
          return [{ figure, hasGrown: mention === undefined ? s.figures.some(isRate) : givesGrowth(mention) }];
        }),
      ),
    );
  const isOfSeveral = new Set(met.map(({ figure }) => digitsPrinted(figure))).size > 1;
  return met.some(({ hasGrown }) => !isOfGrowth || hasGrown || isOfSeveral);
}

const columnOf = ({ where }: Figure): number => (where.kind === "table" ? where.column : 0);

/** Whether rows of a table print, in the columns of a row of the company's own, what the release leads to its amounts from. */
export function startRow(
  own: RuleRow,
  family: Family,
  rows: readonly RuleRow[],
  disclosure: Disclosure,
): RuleRow | undefined {
  const starts = startsOf(family, own.figures, disclosure);
  if (starts.length === 0) return undefined;
  return rows.find((row) => {
    if (row === own || !isNamedSo(row.named, family)) return false;
    const met = row.figures.filter((f) =>
      starts.some((s) => columnOf(s.own) === columnOf(f) && f.measured !== undefined && isAmountOf(f, s.from)),
    );
    return [...new Set(met.map(digitsPrinted))].join("").length >= DIGITS;
  });
}
