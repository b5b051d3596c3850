import { type End, type Interval, plus, point, shift, signOf, times } from "../../exact/interval.ts";
import {
  add,
  divide,
  equal,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  whole,
  ZERO,
} from "../../exact/rational.ts";
import type { RoundingMode } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { Form, Term } from "../relations/relation.ts";
import type { Judged } from "./judged.ts";
import { boxOf } from "./verdict.ts";

/** A sum of unknown amounts, each the one behind a figure, and what it may come to. */
export interface LinearRow {
  readonly judged: Judged;
  readonly sum: ReadonlyMap<number, Rational>;
  readonly within: Interval;
}

const MINUS_ONE = rational(-1n);
const NOTHING = point(ZERO);

/**
 * A relation as linear statements about unknown amounts (domain TIE-04). A sum says that its terms less its result are zero, an
 * equality that its left less its right is. A quotient whose result is printed says two things: its numerator less a bound
 * times its denominator is not below zero, and not above zero. What cannot be said so is left out, so that a system may be
 * refuted, never proved: a denominator that may be zero, growth over a loss, which houses compute in two ways.
 * With `allowing`, the steps of the grid that are customary beyond rounding are granted.
 */
export function rowsOf(
  judged: Judged,
  figures: readonly Figure[],
  mode: RoundingMode,
  { allowing }: { readonly allowing: boolean },
): readonly LinearRow[] {
  const { form, allowance } = judged.relation;
  if (form.kind === "said") return [];
  if (form.kind === "equal")
    return [
      {
        judged,
        sum: sumOf([
          [form.left, ONE],
          [form.right, MINUS_ONE],
        ]),
        within: NOTHING,
      },
    ];
  const granted = allowing ? allowance : 0;
  const { quantum } = figures[form.result]!.measured!;
  const play = granted === 0 ? NOTHING : around(multiply(whole(granted), quantum));
  if (form.kind === "sum") {
    const sum = sumOf([...pairs(form.terms), [form.result, MINUS_ONE]]);
    return sum.size === 0 ? [] : [{ judged, sum, within: play }];
  }
  return quotientRows(judged, form, plus(intervalOf(figures[form.result]!, mode), play), figures, mode);
}

type Quotient = Extract<Form, { kind: "quotient" }>;

function quotientRows(
  judged: Judged,
  form: Quotient,
  result: Interval,
  figures: readonly Figure[],
  mode: RoundingMode,
): readonly LinearRow[] {
  const side = signOf(boxOf(form.denominator, figures, mode));
  if (side === 0 || (side < 0 && equal(form.plus, MINUS_ONE))) return [];
  const { low, high } = shift(times(result, divide(ONE, form.times)), negate(form.plus));
  const row = (end: End, within: Interval): LinearRow => ({
    judged,
    sum: sumOf([
      ...pairs(form.numerator),
      ...form.denominator.map((t) => [t.figure, negate(multiply(t.times, end.at))] as const),
    ]),
    within,
  });
  const least = side > 0 ? low : high;
  const most = side > 0 ? high : low;
  return [
    ...(least === null ? [] : [row(least, { low: { at: ZERO, open: least.open }, high: null })]),
    ...(most === null ? [] : [row(most, { low: null, high: { at: ZERO, open: most.open } })]),
  ].filter(({ sum }) => sum.size > 0);
}

const around = (play: Rational): Interval => ({
  low: { at: negate(play), open: false },
  high: { at: play, open: false },
});

export const pairs = (terms: readonly Term[]): readonly (readonly [number, Rational])[] =>
  terms.map((t) => [t.figure, t.times]);

/** Adds up what is said of each figure, and leaves out what comes to nothing. */
export function sumOf(entries: Iterable<readonly [number, Rational]>): Map<number, Rational> {
  const sum = new Map<number, Rational>();
  for (const [figure, k] of entries) {
    const before = sum.get(figure);
    sum.set(figure, before === undefined ? k : add(before, k));
  }
  for (const [figure, k] of sum) if (k.n === 0n) sum.delete(figure);
  return sum;
}
