import { type Rational, rational, ZERO } from "../exact/rational.ts";

/**
 * The same answers as `add`, `multiply` and `divide`, for fractions with hundreds of digits: a group of thirty currencies quoted the other way round has
 * the product of thirty rates under its revenue. What costs there is to reduce, so it is done once, and of numbers as small as can be.
 */
const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** All of them added up: over the least common denominator, and reduced at the end. */
export function total(values: readonly Rational[]): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const { n, d } of values) byDenominator.set(d, (byDenominator.get(d) ?? 0n) + n);
  if (byDenominator.size === 0) return ZERO;
  let common = 1n;
  for (const d of byDenominator.keys()) if (common % d !== 0n) common *= d / gcd(common, d);
  let n = 0n;
  for (const [d, part] of byDenominator) n += part * (common / d);
  return rational(n, common);
}

/** a times b; both are in lowest terms, so that only crosswise factors can cancel. */
export function times(a: Rational, b: Rational): Rational {
  const g = gcd(a.n, b.d);
  const h = gcd(b.n, a.d);
  if (g === 0n || h === 0n) return ZERO;
  return { n: (a.n / g) * (b.n / h), d: (a.d / h) * (b.d / g) };
}

/** a over b, which is not zero. */
export const over = (a: Rational, b: Rational): Rational =>
  times(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
