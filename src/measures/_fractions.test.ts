import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, divide, multiply, type Rational, rational, ZERO } from "../exact/rational.ts";
import { over, times, total } from "./_fractions.ts";

const fraction = fc
  .tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 1_000_000n))
  .map(([n, d]): Rational => rational(n, d));

describe("large fractions", () => {
  it("add up as fractions do, in lowest terms", () => {
    fc.assert(
      fc.property(fc.array(fraction), (all) => {
        expect(total(all)).toEqual(all.reduce(add, ZERO));
      }),
    );
  });

  it("multiply and divide as fractions do, in lowest terms", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(times(a, b)).toEqual(multiply(a, b));
        if (b.n !== 0n) expect(over(a, b)).toEqual(divide(a, b));
      }),
    );
    expect(times(ZERO, rational(3n, 4n))).toEqual(ZERO);
    expect(over(ZERO, rational(-3n, 4n))).toEqual(ZERO);
  });
});
