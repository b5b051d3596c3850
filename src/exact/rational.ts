import { commonDivisor } from "./integer.ts";

/** A fraction on big integers, always in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** The fraction n/d in lowest terms. Throws a RangeError where d is zero: that is a mistake of the caller's. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError("a fraction with the denominator zero");
  const g = commonDivisor(n, d);
  const s = d < 0n ? -g : g;
  return s === 1n ? { n, d } : { n: n / s, d: d / s };
}

/** The whole number n as a fraction. */
export const whole = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });

// The powers that printed numbers need are kept; a table without an end would let one absurd number fill the memory.
const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, k) => 10n ** BigInt(k));

/** 10 to the power k as a big integer; k is a whole number from zero up. */
export const tenTo = (k: number): bigint => POWERS[k] ?? 10n ** BigInt(k);

/** digits times 10^exponent, exactly. */
export function decimal(digits: bigint, exponent: number): Rational {
  return exponent >= 0 ? { n: digits * tenTo(exponent), d: 1n } : rational(digits, tenTo(-exponent));
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return a.d === 1n ? { n: a.n + b.n, d: 1n } : rational(a.n + b.n, a.d);
  const n = a.n * b.d + b.n * a.d;
  // A whole number leaves the other's terms the lowest.
  return a.d === 1n || b.d === 1n ? { n, d: a.d * b.d } : rational(n, a.d * b.d);
}

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);

/** a/b. Throws a RangeError where b is zero: ask `sign` first. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** -1, 0 or 1. */
export const sign = (a: Rational): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);

/** -1 where a < b, 0 where they are equal, 1 where a > b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const l = a.d === b.d ? a.n : a.n * b.d;
  const r = a.d === b.d ? b.n : b.n * a.d;
  return l < r ? -1 : l > r ? 1 : 0;
}

/** Whether a and b lie less than `by` apart. Their difference need not be in its lowest terms for that, so no divisor is looked for. */
export function isCloser(a: Rational, b: Rational, by: Rational): boolean {
  const apart = a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
  return compare(absolute(apart), by) < 0;
}

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** The largest whole number that is not above a. */
export function floor(a: Rational): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}
