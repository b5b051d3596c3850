import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { anyCase } from "../pattern.ts";
import { isCounterpart, mayAnswer } from "../reading/counterparts.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { foots } from "../reading/foots.ts";
import { isAmountOf as isOfMeasured, waysTo } from "../reading/led.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { givesGrowth } from "../reading/own-measure.ts";
import type { Passage, Sentence } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import type { RuleRow } from "../reading/rule-table.ts";
import { rememberedBy } from "../remembered.ts";

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

/** A key that amounts have in common that are printed alike: a release gives one again and again, and it is led to from the same. */
function keyOf({ text, measured }: Figure): string {
  if (measured === undefined) return text;
  const { unit, value, quantum } = measured;
  return `${text} ${unit} ${value.n}/${value.d} ${quantum.n}/${quantum.d}`;
}

/** By the amounts of a measure: where among them one stands that the release leads to, and what from. */
const ledOf = rememberedBy<Disclosure, readonly { readonly at: number; readonly from: Figure }[]>();

/** What a reconciliation of the release begins with in the columns in which it comes to these amounts, each amount once. */
export function startsOf(family: Family, figures: readonly Figure[], disclosure: Disclosure): readonly Start[] {
  const key = [family, ...figures.map(keyOf)].join("|");
  const found = ledOf(disclosure, key, () => ledIn(family, figures, disclosure));
  return found.map(({ at, from }) => ({ own: figures[at]!, from }));
}

function ledIn(family: Family, figures: readonly Figure[], disclosure: Disclosure) {
  const ways = waysTo([family], figures, disclosure).filter((way) => isCounterpart(family, way));
  const met = ways.flatMap(({ ends }) =>
    ends.flatMap(({ from, to }) => figures.flatMap((own, at) => (isAmountOf(own, to) ? [{ at, from }] : []))),
  );
  return [...new Map(met.map((end) => [`${end.at} ${keyOf(end.from)}`, end])).values()].slice(0, MOST);
}
/** No measure is led to from more amounts than these. */
const MOST = 24;

/** An amount where a passage prints it. */
interface Printed {
  readonly figure: Figure;
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly mention: Mention | undefined;
  readonly hasGrown: boolean;
}

/** Where a release prints an amount, in its passages and in its tables; of each only what is printed in enough digits. */
interface Places {
  readonly prose: readonly Printed[];
  readonly rows: readonly { readonly block: number; readonly row: RuleRow }[];
}

const placesKnown = rememberedBy<Disclosure, Places>();
const placesOf = (amount: Figure, disclosure: Disclosure): Places =>
  placesKnown(disclosure, keyOf(amount), () => placesIn(amount, disclosure));

function placesIn(amount: Figure, { passages, tables }: Disclosure): Places {
  const prose = passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) => {
      const met = sentence.figures.filter((figure) => isFair(figure) && isAmountOf(figure, amount));
      if (met.length === 0) return [];
      const isChanged = sentence.figures.some(isRate) || CHANGES.test(sentence.text);
      return met.map((figure): Printed => {
        const mention = sentence.mentions.find((m) => m.figures.includes(figure));
        const hasGrown = mention === undefined ? isChanged : givesGrowth(mention);
        return { figure, passage, sentence, mention, hasGrown };
      });
    }),
  );
  const rows = tables
    .filter((t) => t.kind !== "reconciliation")
    .flatMap(({ block, rows }) =>
      rows
        .filter(({ figures }) => figures.some((figure) => isSure(figure) && isAmountOf(figure, amount)))
        .map((row) => ({ block, row })),
    );
  return { prose, rows };
}

/**
 * Whether a place prints what the amount of a measure is led to from: the counterpart of a measure is the one that its reconciliation begins
 * with, by whatever name the trade has for it. Where growth is told, that of the counterpart is wanted.
 */
export function isAnsweredByAmount(own: Mention, place: Place, isOfGrowth: boolean, disclosure: Disclosure): boolean {
  const starts = startsOf(own.family, own.figures, disclosure).filter((s) => isFair(s.own));
  const isTelling = place.kind === "headline" || place.kind === "quotation";
  const until = place.kind === "text" ? place.until : own.block;
  const isWithin = (block: number): boolean => !isTelling && block >= place.since && block < until;
  const isRowWithin = ({ from }: Start): boolean =>
    placesOf(from, disclosure).rows.some(({ block, row }) => isWithin(block) && isNamedSo(row.named, own.family));
  if (!own.ahead && starts.some((s) => isSure(s.own) && isRowWithin(s))) return true;
  const met = starts.flatMap((s) =>
    placesOf(s.from, disclosure).prose.filter(({ figure, passage: { block, bullet }, sentence, mention }) => {
      if (!place.blocks.has(block) && !isWithin(block)) return false;
      const isNear = sentence.text === own.sentence || (bullet && own.bullet && block === own.block - 1);
      if (!isNear && !(isSure(figure) && isSure(s.own))) return false;
      // "Operating income rose to $730.0 million ($733.5 million as adjusted)": one name may have taken the amounts of both.
      const isTaken = own.figures.includes(figure);
      if (isTaken && (figure === s.own || figure.start > s.own.start)) return false;
      // What is called by another name is another amount that happens to be the same.
      if (!isTaken && mention !== undefined && !isNamedSo(mention, own.family)) return false;
      return !(place.kind === "headline" && bullet && !own.bullet && figure.start > own.start);
    }),
  );
  const isOfSeveral = new Set(met.map(({ figure }) => digitsPrinted(figure))).size > 1;
  return met.some(({ hasGrown }) => !isOfGrowth || hasGrown || isOfSeveral);
}

/** That the amount is told with another period's, or with how it has changed. */
const CHANGES = anyCase(
  /\b(?:compar\w+|versus|vs|up|down|from|increas\w+|decreas\w+|improve\w*|higher|lower|grew|fell|rose)\b/,
);

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
const AS_REPORTED = anyCase(/(?<!non[-\u2010\u2011 ]?)\b(?:gaap|ifrs)\b|\bas reported\b/);
