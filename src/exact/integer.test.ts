import fc from "fast-check";
import { expect, test } from "vitest";
import { commonDivisor } from "./integer.ts";

/** Euclid's own steps. */
const plainly = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : plainly(b, a % b));

const number = fc.oneof(
  fc.bigInt(-9n, 9n),
  fc.bigInt(-(2n ** 54n), 2n ** 54n),
  fc.bigInt(-(2n ** 120n), 2n ** 120n),
  fc.bigInt(-(2n ** 900n), 2n ** 900n),
);

test("the greatest common divisor of large numbers is that of Euclid's steps", () => {
  fc.assert(
    fc.property(number, number, number, (a, b, shared) => {
      expect(commonDivisor(a, b)).toBe(plainly(a, b));
      expect(commonDivisor(a * shared, b * shared)).toBe(plainly(a * shared, b * shared));
    }),
    { numRuns: 2000 },
  );
});

test("neighbours of the Fibonacci numbers, whose quotients are all one, and of powers of two", () => {
  let [a, b] = [1n, 1n];
  for (let i = 0; i < 700; i++) {
    [a, b] = [b, a + b];
    for (const [x, y] of [
      [a, b],
      [a * 12n, b * 30n],
      [2n ** BigInt(i), a],
      [2n ** BigInt(i) - 1n, 2n ** BigInt(i)],
    ] as const)
      expect(commonDivisor(x, y)).toBe(plainly(x, y));
  }
});

test("zero has every divisor", () => {
  expect(commonDivisor(0n, 0n)).toBe(0n);
  expect(commonDivisor(0n, -(2n ** 80n))).toBe(2n ** 80n);
});
