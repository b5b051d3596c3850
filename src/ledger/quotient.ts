import { commonDivisor } from "../exact/integer.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { reduced } from "./fraction.ts";

/**
 * Amounts that a close adds up, compares and keeps by the hundred thousand, and of which few are ever read: exact as a Rational is, but brought to lowest terms only when
 * someone asks. All amounts of one currency and month share a denominator, an object, so that nearly every sum is one addition of whole numbers; what two denominators
 * come to together is worked out once. The divisor of a Rational is called `d` and that of a Quotient `over`, so that neither can be taken for the other.
 */
export interface Quotient {
  readonly n: bigint;
  readonly over: Denominator;
}

/** What two denominators come to: the least common multiple, and what the numerators of each are to be multiplied by. */
interface Joined {
  readonly over: Denominator;
  readonly mine: bigint;
  readonly other: bigint;
}

/** Tables of what is known are emptied at this size: they save work, and no answer depends on them. */
const KEPT = 1 << 16;

/** A number above zero that amounts are divided by. Two of one value are nearly always one object, and always mean the same. */
export class Denominator {
  readonly value: bigint;
  private readonly joined = new Map<Denominator, Joined>();
  private readonly products = new Map<bigint, Denominator>();
  // What was asked for last is asked for again more often than not.
  private lastOther: Denominator | undefined;
  private lastJoined: Joined | undefined;

  constructor(value: bigint) {
    this.value = value;
  }

  times(factor: bigint): Denominator {
    return this.products.get(factor) ?? kept(this.products, factor, denominator(this.value * factor));
  }

  with(other: Denominator): Joined {
    if (other === this.lastOther) return this.lastJoined!;
    const joined = this.joined.get(other) ?? kept(this.joined, other, this.join(other));
    this.lastOther = other;
    this.lastJoined = joined;
    return joined;
  }

  private join(other: Denominator): Joined {
    const shared = commonDivisor(this.value, other.value);
    const mine = other.value / shared;
    return { over: denominator(this.value * mine), mine, other: this.value / shared };
  }
}

function kept<K, V>(known: Map<K, V>, key: K, made: V): V {
  if (known.size >= KEPT) known.clear();
  known.set(key, made);
  return made;
}

const denominators = new Map<bigint, Denominator>();

/** The denominator of a value above zero. */
export const denominator = (value: bigint): Denominator =>
  denominators.get(value) ?? kept(denominators, value, new Denominator(value));

const WHOLE = denominator(1n);
export const NOTHING: Quotient = { n: 0n, over: WHOLE };

export const quotient = ({ n, d }: Rational): Quotient =>
  n === 0n ? NOTHING : { n, over: d === 1n ? WHOLE : denominator(d) };

/** In lowest terms. */
export const lowest = ({ n, over }: Quotient): Rational => (n === 0n ? ZERO : reduced(n, over.value));

export function plus(a: Quotient, b: Quotient): Quotient {
  if (a.n === 0n) return b;
  return b.n === 0n ? a : added(a, b.n, b.over);
}

export function minus(a: Quotient, b: Quotient): Quotient {
  if (b.n === 0n) return a;
  return a.n === 0n ? { n: -b.n, over: b.over } : added(a, -b.n, b.over);
}

function added(a: Quotient, n: bigint, over: Denominator): Quotient {
  if (a.over === over) return { n: a.n + n, over };
  const joined = a.over.with(over);
  return { n: a.n * joined.mine + n * joined.other, over: joined.over };
}

export const opposite = (a: Quotient): Quotient => (a.n === 0n ? a : { n: -a.n, over: a.over });

/** A close has a few hundred rates, each of which is one object: found by that, no number is looked at. */
const rated = new Map<Rational, Map<Denominator, Denominator>>();
const MOST_RATES = 1 << 12;

function overAt(over: Denominator, rate: Rational): Denominator {
  let products = rated.get(rate);
  if (products === undefined) {
    if (rated.size >= MOST_RATES) rated.clear();
    products = new Map();
    rated.set(rate, products);
  }
  return products.get(over) ?? kept(products, over, over.times(rate.d));
}

/** An amount at a rate, or a part of it. */
export function times(a: Quotient, rate: Rational): Quotient {
  if (a.n === 0n || rate.n === 0n) return NOTHING;
  if (rate.d === 1n) return rate.n === 1n ? a : { n: a.n * rate.n, over: a.over };
  return { n: a.n * rate.n, over: overAt(a.over, rate) };
}

/** Adds many amounts: those of one denominator as whole numbers, and the few denominators together only when the total is asked for. */
export class Tally {
  private sums: Map<Denominator, bigint> | undefined;
  // Amounts come in runs of one denominator: the run is added up here, and filed when the next one begins. Of two denominators, as most tallies have, none is filed.
  private run = WHOLE;
  private sum = 0n;
  private otherRun = WHOLE;
  private otherSum = 0n;

  add({ n, over }: Quotient): void {
    if (n === 0n) return;
    if (over !== this.run) this.turn(over);
    this.sum += n;
  }

  total(): Quotient {
    if (this.sums === undefined) return plus(sumOver(this.sum, this.run), sumOver(this.otherSum, this.otherRun));
    const { sums } = this;
    file(sums, this.run, this.sum);
    file(sums, this.otherRun, this.otherSum);
    this.sum = 0n;
    this.otherSum = 0n;
    const overs = [...sums.keys()].sort((a, b) => (a.value < b.value ? -1 : 1));
    return overs.reduce((total, over) => plus(total, { n: sums.get(over)!, over }), NOTHING);
  }

  private turn(over: Denominator): void {
    const { run, sum, otherRun, otherSum } = this;
    const returns = over === otherRun;
    if (!returns && otherSum !== 0n) {
      this.sums ??= new Map();
      file(this.sums, otherRun, otherSum);
    }
    this.run = over;
    this.sum = returns ? otherSum : 0n;
    this.otherRun = run;
    this.otherSum = sum;
  }
}

const sumOver = (n: bigint, over: Denominator): Quotient => (n === 0n ? NOTHING : { n, over });

function file(sums: Map<Denominator, bigint>, over: Denominator, sum: bigint): void {
  if (sum !== 0n) sums.set(over, (sums.get(over) ?? 0n) + sum);
}

export function sumOf(amounts: readonly Quotient[]): Quotient {
  if (amounts.length <= 4) return amounts.reduce(plus, NOTHING);
  const all = new Tally();
  for (let i = 0; i < amounts.length; i++) all.add(amounts[i]!);
  return all.total();
}
