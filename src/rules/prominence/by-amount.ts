import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { isCounterpart, mayAnswer } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots } from "../reading/foots.ts";
import { digitsPrinted, isAmountOf as isOfMeasured, waysTo } from "../reading/led.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { givesGrowth } from "../reading/own-measure.ts";
import type { Place } from "../reading/place.ts";
import type { RuleRow } from "../reading/rule-table.ts";

/** So many digits are printed twice by no chance. */
const DIGITS = 3;
const isSure = (figure: Figure): boolean => digitsPrinted(figure).length >= DIGITS;

const isAmountOf = (amount: Figure, printed: Figure): boolean =>
  amount.measured !== undefined && printed.measured !== undefined && isOfMeasured(amount, printed);

/** In the sentence of the measure itself, and in the bullet right above it, fewer are. */
const isFair = (figure: Figure): boolean => digitsPrinted(figure).length >= DIGITS - 1;

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
      ends.flatMap(({ from, to }) => figures.flatMap((own) => (isAmountOf(own, to) ? [{ own, from }] : []))),
    );

/**
 * Whether a place prints what the amount of a measure is led to from: the counterpart of a measure is the one that its reconciliation begins
 * with, by whatever name the trade has for it. Where growth is told, that of the counterpart is wanted.
 */
export function isAnsweredByAmount(own: Mention, place: Place, isOfGrowth: boolean, disclosure: Disclosure): boolean {
  const starts = startsOf(own.family, own.figures, disclosure);
  if (starts.length === 0) return false;
  const isTelling = place.kind === "headline" || place.kind === "quotation";
  const until = place.kind === "text" ? place.until : own.block;
  const isWithin = (block: number): boolean => !isTelling && block >= place.since && block < until;
  const isStart = (figure: Figure): boolean =>
    isSure(figure) && starts.some((s) => isSure(s.own) && isAmountOf(figure, s.from));
  const isNearStart = (figure: Figure): boolean =>
    isFair(figure) && starts.some((s) => isFair(s.own) && isAmountOf(figure, s.from));
  const tables = own.ahead ? [] : disclosure.tables.filter((t) => t.kind !== "reconciliation" && isWithin(t.block));
  if (tables.some(({ rows }) => rows.some((row) => isNamedSo(row.named, own.family) && row.figures.some(isStart))))
    return true;
  const met = disclosure.passages
    .filter(({ block }) => place.blocks.has(block) || isWithin(block))
    .flatMap(({ block, bullet, sentences }) =>
      sentences.flatMap((s) =>
        s.figures
          .filter(s.text === own.sentence || (bullet && own.bullet && block === own.block - 1) ? isNearStart : isStart)
          .flatMap((figure) => {
            const mention = s.mentions.find((m) => m.figures.includes(figure));
            // What is called by another name is another amount that happens to be the same.
            if (own.figures.includes(figure) || (mention !== undefined && !isNamedSo(mention, own.family))) return [];
            if (place.kind === "headline" && bullet && !own.bullet && figure.start > own.start) return [];
            const isChanged = s.figures.some(isRate) || CHANGES.test(s.text);
            return [{ figure, hasGrown: mention === undefined ? isChanged : givesGrowth(mention) }];
          }),
      ),
    );
  const isOfSeveral = new Set(met.map(({ figure }) => digitsPrinted(figure))).size > 1;
  return met.some(({ hasGrown }) => !isOfGrowth || hasGrown || isOfSeveral);
}

/** That the amount is told with another period's, or with how it has changed. */
const CHANGES =
  /\b(?:compar\w+|versus|vs|up|down|from|increas\w+|decreas\w+|improve\w*|higher|lower|grew|fell|rose)\b/i;

const columnOf = ({ where }: Figure): number => (where.kind === "table" ? where.column : 0);

/** Whether rows of a table print, in the columns of a row of the company's own, what the release leads to its amounts from; or lead to them themselves, from one that they call as reported. */
export function isLedInTable(
  own: RuleRow,
  family: Family,
  before: readonly RuleRow[],
  disclosure: Disclosure,
): boolean {
  const starts = startsOf(family, own.figures, disclosure);
  return before.some((row, i) => {
    if (!isNamedSo(row.named, family)) return false;
    const met = row.figures.filter((f) => starts.some((s) => columnOf(s.own) === columnOf(f) && isAmountOf(f, s.from)));
    if ([...new Set(met.map(digitsPrinted))].join("").length >= DIGITS) return true;
    const lines = before.slice(i + 1);
    return AS_REPORTED.test(row.label) && lines.length > 0 && foots(row, own, lines);
  });
}
/** "Total costs and other deductions (GAAP)". */
const AS_REPORTED = /(?<!non[-\u2010\u2011 ]?)\b(?:gaap|ifrs)\b|\bas reported\b/i;
