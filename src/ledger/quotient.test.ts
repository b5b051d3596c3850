import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply, type Rational, rational, subtract, ZERO } from "../exact/rational.ts";
import { denominator, lowest, minus, opposite, plus, quotient, sumOf, Tally, times } from "./quotient.ts";

const whole = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
/** Few denominators, as a close has them, and some of any size. */
const below = fc.oneof(fc.constantFrom(1n, 2n, 6n, 100n, 10_000n, 13_517n), whole);
const fraction = fc.tuple(whole, below).map(([n, d]): Rational => rational(n, d === 0n ? 100n : d));

describe("amounts over shared denominators", () => {
  it("come to what fractions in lowest terms come to", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, rate) => {
        const [x, y] = [quotient(a), quotient(b)];
        expect(lowest(plus(x, y))).toEqual(add(a, b));
        expect(lowest(minus(x, y))).toEqual(subtract(a, b));
        expect(lowest(opposite(x))).toEqual(subtract(ZERO, a));
        expect(lowest(times(plus(x, y), rate))).toEqual(multiply(add(a, b), rate));
        expect(lowest(minus(plus(x, y), y))).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  it("are nothing exactly where the fractions are, whatever they are written over", () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 12 }), (list) => {
        const sum = list.reduce(add, ZERO);
        expect(sumOf(list.map(quotient)).n === 0n).toBe(sum.n === 0n);
        expect(sumOf([...list, subtract(ZERO, sum)].map(quotient)).n).toBe(0n);
      }),
    );
  });

  it("add up in a tally as one by one, in any order", () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 30 }), (amounts) => {
        const total = new Tally();
        let expected = ZERO;
        for (const amount of amounts) {
          total.add(quotient(amount));
          expected = add(expected, amount);
        }
        expect(lowest(total.total())).toEqual(expected);
        expect(lowest(total.total())).toEqual(expected);
      }),
    );
  });

  it("share one object for one denominator", () => {
    expect(denominator(100n)).toBe(denominator(100n));
    expect(denominator(4n).times(25n)).toBe(denominator(100n));
    expect(denominator(4n).with(denominator(6n))).toEqual({ over: denominator(12n), mine: 3n, other: 2n });
  });
});
