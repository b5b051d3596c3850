import { type Interval, minus, plus, point, quotient, shift, times } from "../../exact/interval.ts";
import { divide, multiply, negate, ONE, type Rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { Form, Term } from "../relations/relation.ts";

/** The interval that each figure is taken for. */
export type Boxes = (figure: number) => Interval;

/**
 * What one relation leaves for one of its figures when the figure's own print is set aside and the others keep theirs, half
 * away from zero. Undefined where it leaves everything, or the figure stands in it more than once.
 */
export const impliedBy = (form: Form, index: number, figures: readonly Figure[]): Interval | undefined =>
  impliedIn(form, index, (figure) => intervalOf(figures[figure]!, "halfExpand"));

/** The same where the others are in boxes of their own. */
export function impliedIn(form: Form, index: number, boxes: Boxes): Interval | undefined {
  if (form.kind === "said") return form.implied?.get(index);
  if (form.kind === "equal") return boxes(form.left === index ? form.right : form.left);
  if (form.kind === "sum") return impliedBySum(form, index, boxes);
  return impliedByQuotient(form, index, boxes);
}

type Sum = Extract<Form, { kind: "sum" }>;
type Quotient = Extract<Form, { kind: "quotient" }>;

const without = (terms: readonly Term[], index: number): readonly Term[] => terms.filter((t) => t.figure !== index);

function impliedBySum(form: Sum, index: number, boxes: Boxes): Interval | undefined {
  if (form.result === index) return sumBox(form.terms, boxes);
  const own = form.terms.filter((t) => t.figure === index);
  if (own.length !== 1) return undefined;
  const result = boxes(form.result);
  const rest = minus(result, sumBox(without(form.terms, index), boxes));
  return times(rest, divide(ONE, own[0]!.times));
}

function impliedByQuotient(form: Quotient, index: number, boxes: Boxes): Interval | undefined {
  const over = sumBox(form.numerator, boxes);
  const under = sumBox(form.denominator, boxes);
  if (form.result === index) {
    const box = quotient(over, under);
    return box === undefined ? undefined : times(shift(box, form.plus), form.times);
  }
  // result / times - plus is the bare ratio.
  const printed = boxes(form.result);
  const bare = shift(times(printed, divide(ONE, form.times)), negate(form.plus));
  const above = form.numerator.filter((t) => t.figure === index);
  const below = form.denominator.filter((t) => t.figure === index);
  if (above.length + below.length !== 1) return undefined;
  if (above.length === 1) {
    const whole = product(bare, under);
    if (whole === undefined) return undefined;
    const rest = form.numerator.length === 1 ? whole : minus(whole, sumBox(without(form.numerator, index), boxes));
    return times(rest, divide(ONE, above[0]!.times));
  }
  const whole = quotient(over, bare);
  if (whole === undefined) return undefined;
  const rest = form.denominator.length === 1 ? whole : minus(whole, sumBox(without(form.denominator, index), boxes));
  return times(rest, divide(ONE, below[0]!.times));
}

function sumBox(terms: readonly Term[], boxes: Boxes): Interval {
  let box = point(ZERO);
  for (const t of terms)
    box = plus(box, t.times.n === 1n && t.times.d === 1n ? boxes(t.figure) : times(boxes(t.figure), t.times));
  return box;
}

/** All x·y; undefined where an end is missing. */
function product(a: Interval, b: Interval): Interval | undefined {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return undefined;
  let low: { at: Rational; open: boolean } | undefined;
  let high: { at: Rational; open: boolean } | undefined;
  for (const x of [a.low, a.high])
    for (const y of [b.low, b.high]) {
      const at = multiply(x.at, y.at);
      const open = (x.open && y.at.n !== 0n) || (y.open && x.at.n !== 0n);
      if (low === undefined || isLower(at, open, low)) low = { at, open };
      if (high === undefined || isLower(negate(at), open, { at: negate(high.at), open: high.open }))
        high = { at, open };
    }
  return { low: low ?? null, high: high ?? null };
}

const isLower = (at: Rational, open: boolean, than: { at: Rational; open: boolean }): boolean => {
  const d = at.n * than.at.d - than.at.n * at.d;
  return d < 0n || (d === 0n && !open && than.open);
};
