import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, divide, multiply, type Rational, rational, subtract, ZERO } from "../exact/rational.ts";
import { cancel, minus, over, plus, reduced, sumOf, Tally, times } from "./fraction.ts";

const large = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const whole = fc.oneof(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), large);
const fraction = fc.tuple(whole, whole).map(([n, d]): Rational => rational(n, d === 0n ? 100n : d));

describe("the fast sums and products", () => {
  it("are those of exact/rational, in lowest terms", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(plus(a, b)).toEqual(add(a, b));
        expect(minus(a, b)).toEqual(subtract(a, b));
        expect(times(a, b)).toEqual(multiply(a, b));
        if (b.n !== 0n) expect(over(a, b)).toEqual(divide(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it("add up a list as one by one", () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 30 }), (list) => {
        expect(sumOf(list)).toEqual(list.reduce(add, ZERO));
      }),
    );
  });

  it("say of a list whether it comes to nothing", () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 12 }), (list) => {
        const sum = list.reduce(add, ZERO);
        expect(cancel(list)).toBe(sum.n === 0n);
        expect(cancel([...list, { n: -sum.n, d: sum.d }])).toBe(true);
      }),
    );
  });

  it("add whole units at rates as their products one by one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(whole, fc.constantFrom(0, 1, 2)), { maxLength: 30 }),
        fc.tuple(fraction, fraction, fraction),
        (list, rates) => {
          const total = new Tally();
          for (const [units, at] of list) total.putRated(units, 100n, rates[at]!);
          const each = list.map(([units, at]) => multiply(rational(units, 100n), rates[at]!));
          expect(total.total()).toEqual(each.reduce(add, ZERO));
        },
      ),
    );
  });

  it("take amounts that are not in lowest terms", () => {
    const total = new Tally();
    total.put(50n, 100n);
    total.put(1n, 3n);
    total.put(-2n, 6n);
    expect(total.total()).toEqual({ n: 1n, d: 2n });
    expect(reduced(-50n, 100n)).toEqual({ n: -1n, d: 2n });
  });
});
