import { daysOf, samePeriod } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, inSmall } from "../pattern.ts";
import { heldAgainst, mayAnswer } from "../reading/counterparts.ts";
import { digitsPrinted } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isRate, type Mention } from "../reading/mention.ts";
import { RATIOS } from "../reading/own-measure.ts";
import type { Passage, Sentence } from "../reading/passage.ts";
import type { Place } from "../reading/place.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { amountOf, isYear, printsStated, type Stated, statedFor, tellingDigits } from "../reading/stated.ts";
import { isOfTrailing } from "../reading/trailing-period.ts";

/** A figure of so many digits is printed twice by no chance, and one of fewer is with another of its line. */
const DIGITS_ALONE = 3;
const DIGITS_TOGETHER = 4;
const DIGITS_GROWN = 5;
/** Right beside the measure of the company's own fewer are. */
const DIGITS_BESIDE = 2;

/** What a sentence prints of what the statements have. */
interface Met {
  readonly figure: Figure;
  readonly stated: Stated;
  /** Whether it has been taken for one of the measure itself, so that it tells only together with another. */
  readonly isTaken: boolean;
  /** Whether it may be of the period that the measure is told of: that of an earlier one alone answers for nothing. */
  readonly isCurrent: boolean;
}

/**
 * Whether a place prints what the statements say that the counterpart of a measure was, whatever it calls it: its amount in some period, and where
 * growth is told, how it has changed. It is asked last, of what would be told to be missing.
 */
export function isAnsweredByStatement(
  own: Mention,
  place: Place,
  isOfGrowth: boolean,
  disclosure: Disclosure,
  until: number = Number.POSITIVE_INFINITY,
): boolean {
  if (own.ahead || own.family === "revenue") return false;
  const all = statedOf(own, disclosure);
  // What half a year has brought is none of what twelve months have.
  const stated = all.length > 0 && !RATIOS.has(own.family) && isOfTrailing(own) ? all.filter(isOfYear) : all;
  if (stated.length === 0) return false;
  const isTelling = place.kind === "headline" || place.kind === "quotation";
  const end = place.kind === "text" ? place.until : own.block;
  const isIn = ({ block }: Passage): boolean =>
    place.blocks.has(block) || (!isTelling && block >= place.since && block < end);
  const isChange = isOfGrowth || isChangeAlone(own);
  return disclosure.passages.filter(isIn).some((passage) =>
    passage.sentences.some((sentence, i) => {
      if (sentence.figures.length === 0) return false;
      const met = metIn(sentence, own, stated, disclosure).filter(
        ({ figure: { start } }) =>
          start < until && !(place.kind === "headline" && passage.bullet && !own.bullet && start > own.start),
      );
      return met.length > 0 && isEnough(met, own.figures[0], sentence, isChange, isBeside(own, passage, i));
    }),
  );
}

const isOfYear = ({ period }: Stated): boolean => period !== undefined && daysOf(period) > YEAR_LEAST;
const YEAR_LEAST = 350;

/** What is stated of the counterpart; of an amount that is told as a part of revenue alone, that part as well. */
function statedOf({ family, figures }: Mention, disclosure: Disclosure): readonly Stated[] {
  const margin = MARGINS.get(family);
  const all = statedFor(family, disclosure);
  return margin !== undefined && figures.length > 0 && figures.every(isRate)
    ? [...all, ...statedFor(margin, disclosure)]
    : all;
}

/** "Improved by $3.4 million": the change is all that is told. */
const isChangeAlone = ({ said, figures }: Mention): boolean =>
  figures[0] !== undefined &&
  /\bby (?:approximately |about )?[$€£]?$/.test(inSmall(said.slice(0, said.indexOf(figures[0].text))));

/** Whether a sentence is that of the measure, the one next to it, or that of the next bullet. */
function isBeside(own: Mention, { block, bullet, sentences }: Passage, at: number): boolean {
  if (block !== own.block) return bullet && own.bullet && Math.abs(block - own.block) === 1;
  return sentences.slice(Math.max(0, at - 1), at + 2).some(({ text }) => text === own.sentence);
}

const metIn = (
  sentence: Sentence,
  own: Pick<Mention, "family" | "figures">,
  stated: readonly Stated[],
  disclosure: Disclosure,
): readonly Met[] =>
  sentence.figures.flatMap((figure) => {
    const { measured } = figure;
    if (measured === undefined || isYear(figure)) return [];
    // "15.2%; by the bottom line it was 5.8%": what no name parts from a measure is taken for its own.
    const isTaken = own.figures.includes(figure);
    if (!isTaken && !mayBeOf(figure, sentence, own.family, disclosure)) return [];
    const found = stated.find((one) => printsStated(measured, one));
    if (found === undefined) return [];
    return [{ figure, stated: found, isTaken, isCurrent: isCurrent(found, own.figures, stated, disclosure) }];
  });

function isCurrent(
  { period }: Stated,
  figures: readonly Figure[],
  all: readonly Stated[],
  { context: { reportEnd } }: Disclosure,
): boolean {
  if (period === undefined || figures.some((f) => f.period !== undefined && samePeriod(f.period, period))) return true;
  return reportEnd === undefined
    ? all.every((other) => other.period === undefined || other.period.end <= period.end)
    : period.end === reportEnd;
}

/** Whether what a figure is called, if anything, can be the counterpart; a part of revenue stands behind the name of either. */
function mayBeOf(figure: Figure, { mentions, text }: Sentence, own: Family, disclosure: Disclosure): boolean {
  const owners = mentions.filter((m) => m.figures.includes(figure));
  return owners.every(({ basis, family }) => {
    if (basis !== "GAAP") return false;
    if (mayAnswer(own, family) || (isRate(figure) && amountOf(family) === own)) return true;
    if (!isRate(figure) || !RATIOS.has(own)) return false;
    const of = amountOf(heldAgainst(own, disclosure).family);
    return (
      of === family ||
      (family === "revenue" &&
        (mentions.some((m) => m.basis === "GAAP" && m.family === of) ||
          OF_SALES.test(text.slice(text.indexOf(figure.text) + figure.text.length))))
    );
  });
}
const OF_SALES = anyCase(/^ ?(?:%|percent) of (?:(?:our|its|the|total|net) )*(?:sales|revenues?)\b/);

const digitsOf = (met: readonly Met[]): number =>
  [...new Set(met.map(({ figure }) => digitsPrinted(figure)))].join("").length;

/** Whether what a sentence prints is no chance, and tells as much of the counterpart as is wanted. */
function isEnough(
  met: readonly Met[],
  first: Figure | undefined,
  { text }: Sentence,
  isChange: boolean,
  isNear: boolean,
): boolean {
  const levels = met.filter(({ stated }) => stated.kind === "level");
  const grown = levels.filter((level) => met.some((m) => m.stated.kind !== "level" && m.stated.at === level.stated.at));
  // "Rose 28.1% to $730.0 million (24.1% to $733.5 million as adjusted)": an amount with its own growth is no chance, whichever name has taken them.
  if (grown.length > 0 && digitsOf(met) >= DIGITS_GROWN) return true;
  const others = levels.filter(({ figure }) => figure !== first);
  const columns = new Set(others.map(({ stated }) => stated.at));
  if (columns.size > 1 && digitsOf(others) >= DIGITS_TOGETHER) return true;
  const untaken = levels.filter((m) => m.isCurrent && !m.isTaken);
  if (!isChange) return untaken.some(({ figure }) => tellingDigits(figure) >= (isNear ? DIGITS_BESIDE : DIGITS_ALONE));
  if (untaken.some(({ figure }) => tellingDigits(figure) >= DIGITS_ALONE && isHeldAgainst(figure, text))) return true;
  // Rates of growth lie close together, so that one of few digits, or one far away, is that of much else.
  const changes = met.filter(({ stated, isTaken }) => stated.kind !== "level" && !isTaken);
  const isTold = ({ figure }: Met): boolean => tellingDigits(figure) >= (isRate(figure) ? DIGITS_ALONE : DIGITS_BESIDE);
  return (
    changes.length > 0 && ((isNear && changes.some(isTold)) || (levels.length > 0 && digitsOf(met) >= DIGITS_TOGETHER))
  );
}

/** "$24.56, up from $23.36", "$0.61, unchanged from last year": what is told right behind an amount. */
const isHeldAgainst = (figure: Figure, text: string): boolean =>
  HELD_AGAINST.test(text.slice(text.indexOf(figure.text) + figure.text.length));
const HELD_AGAINST = anyCase(
  /^(?: [mb]illion)?[^.;\d$€£]{0,60}\b(?:compared (?:to|with)|versus|vs\.?|against|from|after|unchanged|flat|same as|level with)\b[^.;]{0,60}(?:\d|year|quarter|period)/,
);

/** The rows of a table that print, in two columns or in digits enough, what the statements have of the counterpart of a measure for these periods. */
export const statedRows = (family: Family, rows: readonly RuleRow[], disclosure: Disclosure): readonly RuleRow[] => {
  const stated = statedFor(family, disclosure).filter(({ kind }) => kind === "level");
  if (stated.length === 0) return [];
  const of = amountOf(heldAgainst(family, disclosure).family);
  return rows.filter(({ named, figures }) => {
    const isOther = named !== undefined && !mayAnswer(family, named.family) && named.family !== of;
    if (named?.basis === "non-GAAP" || isOther) return false;
    const met = figures.flatMap((figure): readonly Met[] => {
      const { measured, period } = figure;
      const found =
        measured === undefined
          ? undefined
          : stated.find(
              (one) =>
                printsStated(measured, one) &&
                (period === undefined || one.period === undefined || samePeriod(period, one.period)),
            );
      return found === undefined ? [] : [{ figure, stated: found, isTaken: false, isCurrent: true }];
    });
    return new Set(met.map(({ stated: { at } }) => at)).size > 1
      ? digitsOf(met) >= DIGITS_TOGETHER
      : met.some(({ figure }) => tellingDigits(figure) >= DIGITS_TOGETHER);
  });
};

/** Whether one period is that of both, as far as the figures tell their periods. */
export const areOfOnePeriod = (a: readonly Figure[], b: readonly Figure[]): boolean => {
  const ofB = b.flatMap(({ period }) => period ?? []);
  const ofA = ofB.length === 0 ? [] : a.flatMap(({ period }) => period ?? []);
  return ofA.length === 0 || ofA.some((one) => ofB.some((other) => samePeriod(one, other)));
};

/** Whether a row of a table prints the ratio under GAAP, as the statements have its parts, for as many periods as that of the company's own has. */
export const hasStatedRatio = ({ rows }: RuleTable, own: RuleRow, family: Family, disclosure: Disclosure): boolean =>
  statedRows(family, rows, disclosure).some(
    ({ figures }) =>
      areOfOnePeriod(figures, own.figures) &&
      figures.filter(isRate).length >= own.figures.filter(({ measured }) => measured).length,
  );

/** Whether a sentence of the results prints it for a period of the row's, under whatever name. */
export const isRatioSaid = (family: Family, { figures }: RuleRow, disclosure: Disclosure): boolean => {
  const periods = figures.flatMap(({ period }) => period ?? []);
  const stated = statedFor(family, disclosure).filter(
    ({ kind, period }) =>
      kind === "level" &&
      (period === undefined || periods.length === 0 || periods.some((one) => samePeriod(one, period))),
  );
  return (
    stated.length > 0 &&
    disclosure.passages.some(
      ({ part, sentences }) =>
        RESULTS.has(part) &&
        sentences.some((sentence) => {
          const met = metIn(sentence, { family, figures: [] }, stated, disclosure).filter((m) => isRate(m.figure));
          return met.length > 0 && isEnough(met, undefined, sentence, false, false);
        }),
    )
  );
};
