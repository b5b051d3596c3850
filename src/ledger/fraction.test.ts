import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, divide, multiply, type Rational, rational, subtract, ZERO } from "../exact/rational.ts";
import { minus, over, plus, reduced, sumOf, times } from "./fraction.ts";

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

  it("bring to lowest terms", () => {
    expect(reduced(-50n, 100n)).toEqual({ n: -1n, d: 2n });
  });
});
