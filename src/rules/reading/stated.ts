import { ordinal } from "../../calendar/date.ts";
import { type Period, samePeriod } from "../../calendar/period.ts";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  sign,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, type Pattern } from "../pattern.ts";
import { rememberedBy } from "../remembered.ts";
import { heldAgainst, isHeldAgainst } from "./counterparts.ts";
import { digitsTelling } from "./digits.ts";
import type { Disclosure } from "./disclosure.ts";
import { isOfMoney } from "./mention.ts";
import { isOwnStatement } from "./own-statement.ts";
import { printsStatement, type RuleRow, type RuleTable } from "./rule-table.ts";
import { isRoundedTo } from "./same-amount.ts";

/**
 * What the statements and reconciliations say that the counterpart of a measure was: its amount in a period, by how much that has changed or grown, or
 * the ratio of two of their rows. By such figures a place is known to have it, whatever words it has it under.
 */
export interface Stated {
  readonly kind: "level" | "change" | "growth";
  readonly value: Rational;
  /** How far the value may be from the true one, as the rows that it is computed from are rounded. */
  readonly within: Rational;
  readonly unit: string;
  /** That of a level, where it is known. */
  readonly period: Period | undefined;
  /** Levels of one column have the same. */
  readonly at: string;
}

/** What is divided and what by, of the ratios under GAAP that statements have the parts of; revenue is the divisor of all margins. */
interface Parts {
  readonly of: (row: RuleRow) => boolean;
  readonly by: (row: RuleRow) => boolean;
}

const isGaap =
  (family: Family) =>
  ({ named }: RuleRow): boolean =>
    named?.basis === "GAAP" && named.family === family;
const labelled =
  (label: Pattern) =>
  (row: RuleRow): boolean =>
    label.test(row.label);

const TAX = anyCase(
  /^(?:less:? )?(?:(?:total )?(?:provision|benefit|\(?benefit\)?|expense)[a-z() ]{0,30} )?(?:income )?tax(?:es)?(?: \(?(?:expense|provision|benefit)\b[^|]{0,30})?$/,
);
const ASSETS = anyCase(/^total assets$/);

const AMOUNT_OF: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ...[...MARGINS].map(([amount, margin]) => [margin, amount] as const),
  ["tax-rate", "pre-tax-income"],
  ["equity-ratio", "equity"],
  ["debt-ratio", "debt"],
]);

/** The amount under GAAP that a ratio is named with, or that it is a part of. */
export const amountOf = (ratio: Family): Family | undefined => AMOUNT_OF.get(ratio);

function partsOf(own: Family, gaap: Family): Parts | undefined {
  if (own === "free-cash-flow-conversion") return { of: isGaap("operating-cash-flow"), by: isGaap("net-income") };
  if (gaap === "tax-rate") return { of: labelled(TAX), by: isGaap("pre-tax-income") };
  if (gaap === "equity-ratio") return { of: isGaap("equity"), by: labelled(ASSETS) };
  if (gaap === "debt-ratio") return { of: isGaap("debt"), by: isGaap("net-income") };
  const amount = amountOf(gaap);
  return amount === undefined ? undefined : { of: isGaap(amount), by: isGaap("revenue") };
}

/** No table has more columns that are held against one another. */
const MOST_COLUMNS = 8;
/** No more rows of a release are one line of its statements. */
const MOST_ROWS = 40;

const factsKnown = rememberedBy<Disclosure, readonly Stated[]>();

/** All that the tables say so of the counterpart of a measure of the company's own. */
export const statedFor = (own: Family, disclosure: Disclosure): readonly Stated[] =>
  factsKnown(disclosure, own, () => {
    const { family } = heldAgainst(own, disclosure);
    const parts = partsOf(own, family);
    const levels =
      parts === undefined
        ? rowsIn(
            disclosure,
            ({ named }) => named?.basis === "GAAP" && isHeldAgainst(own, named.family, disclosure),
          ).map(levelsOf)
        : ratiosOf(parts, disclosure);
    return distinct(levels.flatMap((row) => [...row, ...changesOf(row)]));
  });

/** A result of one part of the company is not that of the whole. */
const OF_PARTS = anyCase(/\bsegments?\b|\bcovenants?\b/);
const isAsked = (t: RuleTable): boolean =>
  printsStatement(t) || (t.kind === "reconciliation" && !isOwnStatement(t) && !OF_PARTS.test(t.title));

const rowsIn = ({ tables }: Disclosure, isIt: (row: RuleRow) => boolean): readonly RuleRow[] =>
  tables
    .filter(isAsked)
    .flatMap(({ rows }) => rows.filter((r) => isIt(r) && !OF_BOTH_SIDES.test(r.label)))
    .slice(0, MOST_ROWS);
/** The last line of a balance sheet ends in the word equity, and is none. */
const OF_BOTH_SIDES = anyCase(/\bliabilities\b[^|]{0,60}\bequity\b/);

const keyOf = ({ period, where }: Figure): string =>
  period === undefined
    ? where.kind === "table"
      ? `column ${where.table} ${where.column}`
      : "prose"
    : `${period.start ?? ""} ${period.end}`;

function levelsOf({ figures }: RuleRow): readonly Stated[] {
  return figures
    .flatMap((figure): readonly Stated[] => {
      const { measured, period } = figure;
      if (measured === undefined || !isOfMoney(measured.unit) || sign(measured.value) === 0) return [];
      const { value, quantum, unit } = measured;
      return [{ kind: "level", value, within: half(quantum), unit, period, at: keyOf(figure) }];
    })
    .slice(0, MOST_COLUMNS);
}
const half = (quantum: Rational): Rational => multiply(quantum, rational(1n, 2n));

/** The ratios of the amounts of two rows for one period, or of one column. */
function ratiosOf({ of, by }: Parts, disclosure: Disclosure): readonly (readonly Stated[])[] {
  const divisors = rowsIn(disclosure, by).flatMap(levelsOf);
  return rowsIn(disclosure, of).map((row) =>
    levelsOf(row).flatMap((part): readonly Stated[] => {
      const whole = divisors.find((d) => d.unit === part.unit && isAtOnce(d, part));
      if (whole === undefined) return [];
      const value = divide(part.value, whole.value);
      const size = absolute(whole.value);
      const within = divide(add(part.within, multiply(absolute(value), whole.within)), size);
      return [{ ...part, value, within, unit: "ratio" }];
    }),
  );
}
const isAtOnce = (a: Stated, b: Stated): boolean =>
  a.period !== undefined && b.period !== undefined ? samePeriod(a.period, b.period) : a.at === b.at;

/** In days: periods of one length differ by no more. */
const LENGTH_WITHIN = 12;
const lengthOf = ({ start, end }: Period): number => (start === undefined ? 0 : ordinal(end) - ordinal(start));
const areAlike = (a: Stated, b: Stated): boolean =>
  a.period === undefined ||
  b.period === undefined ||
  Math.abs(lengthOf(a.period) - lengthOf(b.period)) <= LENGTH_WITHIN;

/** By how much each level has changed from each other one of its row, and by what rate an amount has grown. */
const changesOf = (levels: readonly Stated[]): readonly Stated[] =>
  levels.flatMap((now) =>
    levels.flatMap((then): readonly Stated[] => {
      if (now === then || now.at === then.at || now.unit !== then.unit || !areAlike(now, then)) return [];
      const value = subtract(now.value, then.value);
      if (sign(value) === 0) return [];
      const within = add(now.within, then.within);
      const change: Stated = { ...now, kind: "change", value, within };
      if (now.unit === "ratio") return [change, inBasisPoints(change)];
      const base = absolute(then.value);
      return [
        change,
        { ...change, kind: "growth", value: divide(value, base), within: divide(within, base), unit: "ratio" },
      ];
    }),
  );
const BASIS_POINTS = rational(10_000n);
const inBasisPoints = (change: Stated): Stated => ({
  ...change,
  value: multiply(change.value, BASIS_POINTS),
  within: multiply(change.within, BASIS_POINTS),
  unit: "bp",
});

const distinct = (all: readonly Stated[]): readonly Stated[] => [
  ...new Map(all.map((one) => [`${one.kind} ${one.unit} ${one.at} ${one.value.n}/${one.value.d}`, one])).values(),
];

/**
 * Whether a printed figure is what is stated, rounded as it is printed there, whatever the sign of either: words tell it as often as brackets. Where
 * the rows are rounded so roughly that several figures could be meant, none is.
 */
export function printsStated(printed: Measured, stated: Stated): boolean {
  const { quantum, unit } = printed;
  const isAlike = unit === stated.unit || (isByShare(stated) && `${unit}/share` === stated.unit);
  if (!isAlike || compare(stated.within, quantum) > 0) return false;
  return isRoundedTo(stated.value, printed, spread(stated));
}
/** In prose nothing may say of a share's part but the cents that it is printed in. */
const isByShare = ({ unit }: Stated): boolean => unit.endsWith("/share");
/** A level is printed as it is rounded; what is computed may be off by as much as its rows are. */
const spread = ({ kind, unit, within }: Stated): Rational => (kind === "level" && unit !== "ratio" ? ZERO : within);

/** How many digits of a figure tell it from others. */
export const tellingDigits = (figure: Figure): number => digitsTelling(figure).length;
/** Whether a figure may be a year. */
export const isYear = ({ text }: Figure): boolean => /^(?:19|20)\d\d$/.test(text);
