import {
  contains,
  EVERYTHING,
  gap,
  type Interval,
  intersect,
  plus as plusInterval,
  point,
  quotient,
  shift,
  times as timesInterval,
  within,
} from "../../exact/interval.ts";
import { add, divide, equal, multiply, negate, ONE, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { RoundingMode } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { Form, Term, Verdict } from "../relations/relation.ts";

/** What the operands say of the result: the value of the printed numbers themselves, and all that their intervals allow. */
export interface Computed {
  readonly point: Rational | undefined;
  readonly interval: Interval;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly computed: Computed;
  /** How far the allowed interval and the printed one lie apart, in units of the result; zero unless unattainable. */
  readonly apart: Rational;
}

/** Nothing is computed where no arithmetic decides. */
const UNMEASURED: Judgement = {
  verdict: "unverifiable",
  computed: { point: undefined, interval: EVERYTHING },
  apart: ZERO,
};
const MINUS_ONE = rational(-1n);
const RANK: Readonly<Record<Verdict, number>> = {
  forced: 4,
  consistent: 3,
  attainable: 2,
  unverifiable: 1,
  unattainable: 0,
};

/**
 * Tests one relation alone (domain TIE-04, text proof D4): under half away from zero, and where that cannot be, under half to
 * even. What is unattainable is so under both.
 */
export function judge(form: Form, figures: readonly Figure[]): Judgement {
  if (form.kind === "said")
    return { ...UNMEASURED, verdict: form.verdict, computed: form.computed ?? UNMEASURED.computed };
  const first = judgeUnder(form, figures, "halfExpand");
  if (first.verdict !== "unattainable") return first;
  const second = judgeUnder(form, figures, "halfEven");
  return second.verdict === "unattainable" ? first : { ...second, verdict: "attainable" };
}

function judgeUnder(form: Arithmetic, figures: readonly Figure[], mode: RoundingMode): Judgement {
  if (form.kind === "equal") return judgeEqual(figures[form.left]!, figures[form.right]!, mode);
  const result = figures[form.result]!;
  const printed = intervalOf(result, mode);
  if (form.kind === "sum") {
    const computed = { point: pointOf(form.terms, figures), interval: boxOf(form.terms, figures, mode) };
    return verdictOn(computed, printed);
  }
  const computed = ratio(form, figures, mode, form.times);
  if (computed === undefined) return UNMEASURED;
  const plain = verdictOn(computed, printed);
  const base = pointOf(form.denominator, figures);
  if (!equal(form.plus, MINUS_ONE) || base.n > 0n) return plain;
  // Houses differ on growth over a loss: C/P - 1, or (C - P)/|P|. Only what fails both cannot be.
  const turned = ratio(form, figures, mode, negate(form.times))!;
  const other = verdictOn(turned, printed);
  return RANK[other.verdict] > RANK[plain.verdict] ? other : plain;
}

function verdictOn(computed: Computed, printed: Interval): Judgement {
  const { point: at, interval } = computed;
  const verdict: Verdict = within(interval, printed)
    ? "forced"
    : at !== undefined && contains(printed, at)
      ? "consistent"
      : intersect(interval, printed) !== undefined
        ? "attainable"
        : "unattainable";
  return { verdict, computed, apart: verdict === "unattainable" ? gap(interval, printed) : ZERO };
}

/** One fact printed twice: on one grid the digits must agree; on two, the finer print must round to the coarser. */
function judgeEqual(left: Figure, right: Figure, mode: RoundingMode): Judgement {
  const a = left.measured!;
  const b = right.measured!;
  const ia = intervalOf(left, mode);
  const ib = intervalOf(right, mode);
  const computed = { point: a.value, interval: ia };
  const unhedged = a.hedge === undefined && b.hedge === undefined;
  if (unhedged && equal(a.quantum, b.quantum)) {
    const same = equal(a.value, b.value);
    const apart = same ? ZERO : gap(ia, ib);
    return { verdict: same ? "consistent" : "unattainable", computed, apart };
  }
  const finer = !equal(a.quantum, b.quantum) && (within(ia, ib) || within(ib, ia));
  const verdict: Verdict = finer ? "forced" : intersect(ia, ib) !== undefined ? "consistent" : "unattainable";
  return { verdict, computed, apart: verdict === "unattainable" ? gap(ia, ib) : ZERO };
}

export function pointOf(terms: readonly Term[], figures: readonly Figure[]): Rational {
  let sum = ZERO;
  for (const t of terms) sum = add(sum, multiply(t.times, figures[t.figure]!.measured!.value));
  return sum;
}

export function boxOf(terms: readonly Term[], figures: readonly Figure[], mode: RoundingMode): Interval {
  let box = point(ZERO);
  for (const t of terms) {
    const one = intervalOf(figures[t.figure]!, mode);
    box = plusInterval(box, equal(t.times, ONE) ? one : timesInterval(one, t.times));
  }
  return box;
}

type Arithmetic = Exclude<Form, { kind: "said" }>;
type Quotient = Extract<Form, { kind: "quotient" }>;

function ratio(form: Quotient, figures: readonly Figure[], mode: RoundingMode, times: Rational): Computed | undefined {
  const box = quotient(boxOf(form.numerator, figures, mode), boxOf(form.denominator, figures, mode));
  if (box === undefined) return undefined;
  const over = divide(pointOf(form.numerator, figures), pointOf(form.denominator, figures));
  return {
    point: multiply(add(over, form.plus), times),
    interval: timesInterval(shift(box, form.plus), times),
  };
}
