import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  equal,
  floor,
  greatest,
  isCloser,
  least,
  multiply,
  negate,
  type Rational,
  rational,
  sign,
  subtract,
  tenTo,
  whole,
} from "./rational.ts";

const numerator = fc.oneof(fc.bigInt(-20n, 20n), fc.bigInt(-(10n ** 30n), 10n ** 30n));
const denominator = fc.oneof(fc.bigInt(1n, 12n), fc.constantFrom(10n, 100n, 1000n), fc.bigInt(1n, 10n ** 20n));
const anyRational = fc.tuple(numerator, denominator).map(([n, d]) => rational(n, d));

/** The other library's number of the same value; it is built from big integers only, for it guesses at binary numbers. */
const oracle = (r: Rational): Fraction => new Fraction(r.n, r.d);
const agrees = (ours: Rational, theirs: Fraction): void =>
  expect([ours.n, ours.d]).toEqual([theirs.s * theirs.n, theirs.d]);

describe("a fraction", () => {
  test("is kept in lowest terms with a positive denominator", () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(-6n, -4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(0n, -7n)).toEqual({ n: 0n, d: 1n });
  });

  test("has no denominator zero", () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(whole(1), whole(0))).toThrow(RangeError);
  });

  test("adds, subtracts, multiplies and divides as fraction.js does", () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        agrees(add(a, b), oracle(a).add(oracle(b)));
        agrees(subtract(a, b), oracle(a).sub(oracle(b)));
        agrees(multiply(a, b), oracle(a).mul(oracle(b)));
        if (b.n !== 0n) agrees(divide(a, b), oracle(a).div(oracle(b)));
      }),
    );
  });

  test("compares as fraction.js does", () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const c = oracle(a).compare(oracle(b));
        expect(compare(a, b)).toBe(c < 0 ? -1 : c > 0 ? 1 : 0);
        expect(equal(a, b)).toBe(c === 0);
        agrees(least(a, b), c <= 0 ? oracle(a) : oracle(b));
        agrees(greatest(a, b), c <= 0 ? oracle(b) : oracle(a));
      }),
    );
  });

  test("is equal to itself written over another denominator", () => {
    fc.assert(
      fc.property(anyRational, fc.bigInt(1n, 10n ** 12n), (a, k) => {
        expect(rational(a.n * k, a.d * k)).toEqual(a);
        expect(rational(a.n * -k, a.d * -k)).toEqual(a);
      }),
    );
  });

  test("has the sign, the opposite, the magnitude and the whole part that fraction.js gives it", () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(sign(a)).toBe(a.n === 0n ? 0 : Number(oracle(a).s));
        agrees(negate(a), oracle(a).neg());
        agrees(absolute(a), oracle(a).abs());
        agrees(whole(floor(a)), oracle(a).floor());
      }),
    );
  });
});

describe("two that are close", () => {
  test("lie less than the third apart, which the difference in its lowest terms says as well", () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, by) => {
        const apart = oracle(a).sub(oracle(b)).abs();
        expect(isCloser(a, b, by)).toBe(apart.compare(oracle(by)) < 0);
        expect(isCloser(a, b, absolute(subtract(a, b)))).toBe(false);
      }),
    );
  });
});

describe("a decimal", () => {
  test("is digits and a power of ten", () => {
    expect(decimal(3712n, 5)).toEqual(whole(371200000));
    expect(decimal(-66n, -2)).toEqual({ n: -33n, d: 50n });
    expect(decimal(0n, -9)).toEqual(whole(0));
  });

  test("may need a power of ten that no table holds", () => {
    expect(tenTo(0)).toBe(1n);
    expect(tenTo(63)).toBe(10n ** 63n);
    expect(tenTo(64)).toBe(10n ** 64n);
    expect(tenTo(100_000)).toBe(10n ** 100_000n);
  });
});
