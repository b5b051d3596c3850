import { machineInteger } from "../exact/integer.ts";
import { type Rational, ZERO } from "../exact/rational.ts";

/**
 * The same sums and products as exact/rational.ts, in lowest terms as there, for the many that a close makes: nearly all denominators are small, and
 * divisors of small numbers are found with machine integers. Sums are reduced by what their denominators share alone (Knuth, TAOCP 4.5.1).
 */

const SMALL = 1n << 53n;

/** The greatest common divisor; 1 or more unless both are zero. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) {
    const small = machineInteger(y);
    if (small !== undefined) {
      const other = machineInteger(x) ?? machineInteger(x % y) ?? 0;
      return BigInt(machineDivisor(small, other));
    }
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x < 0n ? -x : x;
}

function machineDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x < 0 ? -x : x;
}

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

/** Adds many amounts: those of one denominator as whole numbers, and the few denominators together only when the total is asked for. */
export class Tally {
  private numerators: Map<bigint, bigint> | undefined;
  // Amounts come in runs of one denominator: the run is added up here and filed when the next one begins.
  private run = 1n;
  private sum = 0n;
  // So do whole units at one rate: they are multiplied once, when the next rate begins.
  private units = 0n;
  private scale = 1n;
  private rate: Rational = ZERO;

  add({ n, d }: Rational): void {
    this.put(n, d);
  }

  /** n/d, whether or not it is in lowest terms. */
  put(n: bigint, d: bigint): void {
    if (d !== this.run) {
      if (this.sum !== 0n) this.file();
      this.run = d;
    }
    this.sum += n;
  }

  /** units/scale at a rate. */
  putRated(units: bigint, scale: bigint, rate: Rational): void {
    if (rate !== this.rate || scale !== this.scale) {
      this.multiply();
      this.rate = rate;
      this.scale = scale;
    }
    this.units += units;
  }

  total(): Rational {
    this.multiply();
    return this.numerators === undefined ? lowest(this.sum, this.run) : together(this.file());
  }

  private multiply(): void {
    if (this.units !== 0n) this.put(this.units * this.rate.n, this.scale * this.rate.d);
    this.units = 0n;
  }

  private file(): Map<bigint, bigint> {
    this.numerators ??= new Map();
    if (this.sum !== 0n) this.numerators.set(this.run, (this.numerators.get(this.run) ?? 0n) + this.sum);
    this.sum = 0n;
    return this.numerators;
  }
}

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

export function sumOf(amounts: readonly Rational[]): Rational {
  if (amounts.length <= 8) return amounts.reduce(plus, ZERO);
  const all = new Tally();
  for (const amount of amounts) all.add(amount);
  return all.total();
}

/** Do the amounts come to exactly zero? No sum on the way is brought to lowest terms. */
export function cancel(amounts: readonly Rational[]): boolean {
  let [n, d] = [0n, 1n];
  for (const each of amounts) {
    if (each.n === 0n) continue;
    if (each.d === d) n += each.n;
    else if (d % each.d === 0n) n += each.n * (d / each.d);
    else if (each.d % d === 0n) {
      n = n * (each.d / d) + each.n;
      d = each.d;
    } else {
      n = n * each.d + each.n * d;
      d *= each.d;
    }
  }
  return n === 0n;
}
