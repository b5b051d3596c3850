import { add, compare, divide, multiply, negate, type Rational, sign, ZERO } from "./rational.ts";

/** One end of an interval; `open` where the number itself does not belong to it. */
export interface End {
  readonly at: Rational;
  readonly open: boolean;
}

/** All numbers between two ends. An end that is null is unbounded. An interval is never empty: what could be is undefined. */
export interface Interval {
  readonly low: End | null;
  readonly high: End | null;
}

export const point = (at: Rational): Interval => ({ low: { at, open: false }, high: { at, open: false } });
export const EVERYTHING: Interval = { low: null, high: null };

/** The interval of the two ends, or undefined where nothing lies between them. */
export function between(low: End | null, high: End | null): Interval | undefined {
  if (low !== null && high !== null) {
    const c = compare(low.at, high.at);
    if (c > 0 || (c === 0 && (low.open || high.open))) return undefined;
  }
  return { low, high };
}

const higherLow = (a: End | null, b: End | null): End | null => {
  if (a === null || b === null) return a ?? b;
  const c = compare(a.at, b.at);
  return c === 0 ? { at: a.at, open: a.open || b.open } : c > 0 ? a : b;
};

const lowerHigh = (a: End | null, b: End | null): End | null => {
  if (a === null || b === null) return a ?? b;
  const c = compare(a.at, b.at);
  return c === 0 ? { at: a.at, open: a.open || b.open } : c < 0 ? a : b;
};

/** What belongs to both, or undefined where nothing does. */
export const intersect = (a: Interval, b: Interval): Interval | undefined =>
  between(higherLow(a.low, b.low), lowerHigh(a.high, b.high));

export function contains(i: Interval, x: Rational): boolean {
  if (i.low !== null) {
    const c = compare(x, i.low.at);
    if (c < 0 || (c === 0 && i.low.open)) return false;
  }
  if (i.high !== null) {
    const c = compare(x, i.high.at);
    if (c > 0 || (c === 0 && i.high.open)) return false;
  }
  return true;
}

/** Whether every number of `inner` belongs to `outer`. */
export function within(inner: Interval, outer: Interval): boolean {
  if (outer.low !== null) {
    if (inner.low === null) return false;
    const c = compare(inner.low.at, outer.low.at);
    if (c < 0 || (c === 0 && outer.low.open && !inner.low.open)) return false;
  }
  if (outer.high !== null) {
    if (inner.high === null) return false;
    const c = compare(inner.high.at, outer.high.at);
    if (c > 0 || (c === 0 && outer.high.open && !inner.high.open)) return false;
  }
  return true;
}

const sum = (a: End | null, b: End | null): End | null =>
  a === null || b === null ? null : { at: add(a.at, b.at), open: a.open || b.open };

export const plus = (a: Interval, b: Interval): Interval => ({ low: sum(a.low, b.low), high: sum(a.high, b.high) });

const opposite = (e: End | null): End | null => (e === null ? null : { at: negate(e.at), open: e.open });

/** The interval of all k·x. */
export function times(i: Interval, k: Rational): Interval {
  if (k.n === 0n) return point(ZERO);
  // Most sums take each of their terms once, or away once: no fraction need be brought to lowest terms.
  if (k.d === 1n && k.n === 1n) return i;
  if (k.d === 1n && k.n === -1n) return { low: opposite(i.high), high: opposite(i.low) };
  const end = (e: End | null): End | null => (e === null ? null : { at: multiply(e.at, k), open: e.open });
  return k.n > 0n ? { low: end(i.low), high: end(i.high) } : { low: end(i.high), high: end(i.low) };
}

export const minus = (a: Interval, b: Interval): Interval => plus(a, times(b, { n: -1n, d: 1n }));
export const shift = (i: Interval, by: Rational): Interval => plus(i, point(by));

/** -1 or 1 where every number of the interval lies below or above zero; 0 where zero belongs to it or it touches zero. */
export function signOf(i: Interval): -1 | 0 | 1 {
  if (i.low !== null && sign(i.low.at) > 0) return 1;
  if (i.high !== null && sign(i.high.at) < 0) return -1;
  return 0;
}

/**
 * The interval of all x/y with x in `a` and y in `b`, or undefined where zero is not strictly outside `b` or an end is
 * missing: a quotient is asked of printed figures, which are bounded.
 */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return undefined;
  const s = signOf(b);
  if (s === 0) return undefined;
  if (s < 0) return quotient(times(a, { n: -1n, d: 1n }), times(b, { n: -1n, d: 1n }));
  const over = (x: End, y: End): End => ({ at: divide(x.at, y.at), open: x.at.n === 0n ? x.open : x.open || y.open });
  return {
    low: sign(a.low.at) >= 0 ? over(a.low, b.high) : over(a.low, b.low),
    high: sign(a.high.at) >= 0 ? over(a.high, b.low) : over(a.high, b.high),
  };
}

/** How far apart two intervals lie; zero where they meet or touch. */
export function gap(a: Interval, b: Interval): Rational {
  const over = (low: End | null, high: End | null): Rational =>
    low === null || high === null || compare(low.at, high.at) <= 0 ? ZERO : add(low.at, negate(high.at));
  const up = over(a.low, b.high);
  return up.n > 0n ? up : over(b.low, a.high);
}
