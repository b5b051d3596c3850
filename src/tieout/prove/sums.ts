import { type End, type Interval, times } from "../../exact/interval.ts";
import { add, divide, type Rational, rational, subtract, ZERO } from "../../exact/rational.ts";
import type { Form } from "../relations/relation.ts";
import type { Boxes } from "./implied.ts";
import { pairs, sumOf } from "./system.ts";

const MINUS_ONE = rational(-1n);

/** Ends added up so that one of them can be taken out again: the open and the missing ones are counted. */
interface EndSum {
  at: Rational;
  open: number;
  missing: number;
}

/**
 * What a sum leaves for each of the figures it names, the others in their boxes, in the order of the figures: all are added up
 * once, and each is taken out again. Undefined for a figure that cancels out.
 */
export function impliedByWholeSum(
  form: Extract<Form, { kind: "sum" }>,
  figures: readonly number[],
  boxes: Boxes,
): readonly (Interval | undefined)[] {
  const sum = sumOf([...pairs(form.terms), [form.result, MINUS_ONE]]);
  const low: EndSum = { at: ZERO, open: 0, missing: 0 };
  const high: EndSum = { at: ZERO, open: 0, missing: 0 };
  const parts = new Map<number, Interval>();
  for (const [figure, k] of sum) {
    const part = times(boxes(figure), k);
    parts.set(figure, part);
    take(low, part.low);
    take(high, part.high);
  }
  return figures.map((figure) => {
    const part = parts.get(figure);
    if (part === undefined) return undefined;
    const rest = { low: without(low, part.low), high: without(high, part.high) };
    return times(rest, divide(MINUS_ONE, sum.get(figure)!));
  });
}

function take(sum: EndSum, end: End | null): void {
  if (end === null) sum.missing++;
  else {
    sum.at = add(sum.at, end.at);
    if (end.open) sum.open++;
  }
}

function without(sum: EndSum, end: End | null): End | null {
  if (sum.missing - (end === null ? 1 : 0) > 0) return null;
  if (end === null) return { at: sum.at, open: sum.open > 0 };
  return { at: subtract(sum.at, end.at), open: sum.open - (end.open ? 1 : 0) > 0 };
}
