import { commonDivisor } from "../exact/integer.ts";
import { type Rational, ZERO } from "../exact/rational.ts";

/**
 * The same sums and products as exact/rational.ts, in lowest terms as there, for the many that a close makes. Sums are reduced by what their denominators share
 * alone (Knuth, TAOCP 4.5.1). They are two because the tie-out's numbers are few and its file is bundled for browsers, where the plain way is the smaller one;
 * amounts that are added and never read are a Quotient (quotient.ts).
 */

const SMALL = 1n << 53n;

/** n/d in lowest terms; d is above zero. */
export function reduced(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const g = commonDivisor(n, d);
  return g === 1n ? { n, d } : { n: n / g, d: d / g };
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  return b.n === 0n ? a : summed(a, b.n, b.d);
}

export const opposite = (a: Rational): Rational => (a.n === 0n ? a : { n: -a.n, d: a.d });

export function minus(a: Rational, b: Rational): Rational {
  if (b.n === 0n) return a;
  return a.n === 0n ? { n: -b.n, d: b.d } : summed(a, -b.n, b.d);
}

function summed(a: Rational, n: bigint, d: bigint): Rational {
  if (a.d === d) return d === 1n ? { n: a.n + n, d } : reduced(a.n + n, d);
  const g = commonDivisor(a.d, d);
  if (g === 1n) return { n: a.n * d + n * a.d, d: a.d * d };
  const s = a.d / g;
  const t = a.n * (d / g) + n * s;
  const h = commonDivisor(t, g);
  return h === 1n ? { n: t, d: s * d } : { n: t / h, d: s * (d / h) };
}

export function times(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO;
  if (b.d === 1n && b.n === 1n) return a;
  if (a.d === 1n && a.n === 1n) return b;
  const d = a.d * b.d;
  if (d < SMALL) return reduced(a.n * b.n, d);
  const g = b.d === 1n ? 1n : commonDivisor(a.n, b.d);
  const h = a.d === 1n ? 1n : commonDivisor(b.n, a.d);
  if (g === 1n && h === 1n) return { n: a.n * b.n, d };
  return { n: (a.n / g) * (b.n / h), d: (a.d / h) * (b.d / g) };
}

/** a/b; b is not zero. */
export const over = (a: Rational, b: Rational): Rational =>
  times(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });

const lowest = (n: bigint, d: bigint): Rational => (n === 0n ? ZERO : reduced(n, d));

/** One denominator for all, found without reducing any sum on the way: only the total is brought to lowest terms. */
function together(numerators: ReadonlyMap<bigint, bigint>): Rational {
  let [n, d] = [0n, 1n];
  for (const of of [...numerators.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const part = numerators.get(of)!;
    if (part === 0n) continue;
    if (d % of !== 0n) {
      const wider = of / commonDivisor(d, of);
      n *= wider;
      d *= wider;
    }
    n += part * (d / of);
  }
  return lowest(n, d);
}

/** Those of one denominator are added as whole numbers, and the few denominators together at the end. */
export function sumOf(amounts: readonly Rational[]): Rational {
  if (amounts.length <= 8) return amounts.reduce(plus, ZERO);
  const numerators = new Map<bigint, bigint>();
  for (const { n, d } of amounts) numerators.set(d, (numerators.get(d) ?? 0n) + n);
  return together(numerators);
}
