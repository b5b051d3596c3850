import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Interval } from "../../exact/interval.ts";
import { add, divide, multiply, type Rational, rational, ZERO } from "../../exact/rational.ts";
import { weightedMean } from "./weighted-mean.ts";

const from = (low: Rational, high: Rational, open = false): Interval => ({
  low: { at: low, open: false },
  high: { at: high, open },
});
const of = (low: bigint, high: bigint, d: bigint, open = true): Interval =>
  from(rational(low, d), rational(high, d), open);

describe("the mean of rates at weights", () => {
  it("is greatest with heavy weights on the greater rates, and least with light ones", () => {
    const parts = [
      { weight: of(9n, 11n, 1n, false), rate: of(1n, 1n, 10n, false) },
      { weight: of(9n, 11n, 1n, false), rate: of(3n, 3n, 10n, false) },
    ];
    expect(weightedMean(parts)).toEqual(from(rational(19n, 100n), rational(21n, 100n)));
  });

  it("is one rate where all rates are, whatever the weights, with the ends of the rates", () => {
    const rate = of(17n, 19n, 200n);
    expect(
      weightedMean([
        { weight: of(5n, 6n, 1n), rate },
        { weight: of(1n, 9n, 1n), rate },
      ]),
    ).toEqual(rate);
  });

  it("is unknown where a weight may be zero or an end is missing", () => {
    const rate = of(1n, 2n, 10n);
    expect(weightedMean([{ weight: of(0n, 1n, 1n), rate }])).toBeUndefined();
    expect(weightedMean([{ weight: of(1n, 2n, 1n), rate: { low: rate.low, high: null } }])).toBeUndefined();
    expect(weightedMean([])).toBeUndefined();
  });

  it("holds every mean of weights and rates within their intervals", () => {
    const part = fc.record({
      weight: fc.tuple(fc.bigInt(1n, 50n), fc.bigInt(0n, 9n), fc.bigInt(0n, 9n)),
      rate: fc.tuple(fc.bigInt(-50n, 50n), fc.bigInt(0n, 9n), fc.bigInt(0n, 9n)),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (all) => {
        const box = weightedMean(
          all.map(({ weight: [w, more], rate: [r, up] }) => ({
            weight: of(w, w + more, 1n, false),
            rate: of(r, r + up, 1n, false),
          })),
        )!;
        let over = ZERO;
        let under = ZERO;
        for (const {
          weight: [w, more, a],
          rate: [r, up, b],
        } of all) {
          const weight = rational(w + (more * a) / 9n);
          over = add(over, multiply(weight, rational(r + (up * b) / 9n)));
          under = add(under, weight);
        }
        expect(contains(box, divide(over, under))).toBe(true);
      }),
    );
  });
});
