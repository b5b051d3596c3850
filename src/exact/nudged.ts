import type { End, Interval } from "./interval.ts";
import { add, compare, multiply, negate, type Rational, ZERO } from "./rational.ts";

/**
 * A number a little beside another: `at` plus `by` times an amount that is above zero and smaller than every number there is.
 * "Above 3" is so "at least 3 + 1 little", and strict bounds need no tolerance.
 */
export interface Nudged {
  readonly at: Rational;
  readonly by: Rational;
}

const UP: Rational = { n: 1n, d: 1n };
const DOWN: Rational = { n: -1n, d: 1n };

export const still = (at: Rational): Nudged => ({ at, by: ZERO });
export const lowest = ({ at, open }: End): Nudged => ({ at, by: open ? UP : ZERO });
export const highest = ({ at, open }: End): Nudged => ({ at, by: open ? DOWN : ZERO });

export const addNudged = (a: Nudged, b: Nudged): Nudged => ({ at: add(a.at, b.at), by: add(a.by, b.by) });
export const subtractNudged = (a: Nudged, b: Nudged): Nudged => ({
  at: add(a.at, negate(b.at)),
  by: add(a.by, negate(b.by)),
});
export const timesNudged = (a: Nudged, k: Rational): Nudged => ({
  at: multiply(a.at, k),
  by: a.by.n === 0n ? ZERO : multiply(a.by, k),
});

/** -1 where a < b, 0 where they are equal, 1 where a > b. */
export const compareNudged = (a: Nudged, b: Nudged): -1 | 0 | 1 => compare(a.at, b.at) || compare(a.by, b.by);

export const isBelow = (value: Nudged, low: End | null): boolean =>
  low !== null && compareNudged(value, lowest(low)) < 0;
export const isAbove = (value: Nudged, high: End | null): boolean =>
  high !== null && compareNudged(value, highest(high)) > 0;

/** Whether a value lies in an interval. */
export const keeps = (value: Nudged, { low, high }: Interval): boolean => !isBelow(value, low) && !isAbove(value, high);
