import { between, type End } from "../../exact/interval.ts";
import {
  compare,
  divide,
  floor,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  whole,
} from "../../exact/rational.ts";

/** A bound that a relation gives a figure, and the figures whose prints it rests on. */
export interface Bound<From> {
  readonly end: End;
  readonly from: From;
  readonly rests: ReadonlySet<number>;
}

/** The two tightest bounds that different relations give one end, so that each relation can be told what the others say. */
export interface Bounds<From> {
  best: Bound<From> | undefined;
  second: Bound<From> | undefined;
}

export type Side = "low" | "high";

/** What is gained must come to one step in so many, or it is not passed on. */
const LEAST_GAIN = 1000n;
/** Bounds that are passed on lie on a grid of this part of a step, so that their digits stay few. */
const FINE = rational(1n, 1_000_000n);

/** Whether an end is tighter than another by so much that it is worth passing on. Most are not, and are told apart at once. */
export function gains(side: Side, end: End, over: End | null, quantum: Rational): boolean {
  if (over === null) return true;
  if (compare(end.at, over.at) !== (side === "low" ? 1 : -1)) return false;
  const gain = side === "low" ? subtract(end.at, over.at) : subtract(over.at, end.at);
  return gain.n * LEAST_GAIN * quantum.d >= quantum.n * gain.d;
}

/** The end on the fine grid, rounded outwards: all that kept to the old end keeps to the new one. */
export function settled(side: Side, end: End, quantum: Rational): End {
  const grid = multiply(quantum, FINE);
  const steps = divide(side === "low" ? end.at : negate(end.at), grid);
  if (steps.d === 1n) return end;
  const at = multiply(whole(floor(steps)), grid);
  return { at: side === "low" ? at : negate(at), open: true };
}

/** Puts a bound in its place among the two; false where it gains nothing on either. */
export function put<From>(bounds: Bounds<From>, bound: Bound<From>, side: Side, quantum: Rational): boolean {
  const beats = (other: Bound<From> | undefined): boolean =>
    other === undefined || gains(side, bound.end, other.end, quantum);
  const { best, second } = bounds;
  if (best === undefined || best.from === bound.from) {
    if (!beats(best)) return false;
    bounds.best = bound;
    return true;
  }
  if (beats(best)) {
    bounds.second = best;
    bounds.best = bound;
    return true;
  }
  if (!beats(second)) return false;
  bounds.second = bound;
  return true;
}

/** Whether anything is left between a new end and the other end as it is known. */
export const leavesSome = (side: Side, end: End, other: End | null): boolean =>
  (side === "low" ? between(end, other) : between(other, end)) !== undefined;
