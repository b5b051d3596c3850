import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import { format, parse } from "./decimal.ts";
import { contains, type Interval } from "./interval.ts";
import { add, compare, decimal, divide, multiply, type Rational, rational, subtract, whole } from "./rational.ts";
import { printedInterval, type RoundingMode, round } from "./rounding.ts";

const MODES: readonly RoundingMode[] = [
  "ceil",
  "floor",
  "expand",
  "trunc",
  "halfCeil",
  "halfFloor",
  "halfExpand",
  "halfTrunc",
  "halfEven",
];

const mode = fc.constantFrom(...MODES);
const quantum = fc.oneof(
  fc.constantFrom("1", "0.1", "0.01", "0.5", "0.05", "0.25", "5", "100000", "1000000").map((text) => parse(text)!),
  fc.tuple(fc.bigInt(1n, 40n), fc.bigInt(1n, 40n)).map(([n, d]) => rational(n, d)),
);
/** Numbers of grid steps, with ties and near misses of ties among them. */
const steps = fc.oneof(
  fc.tuple(fc.bigInt(-30n, 30n), fc.constantFrom(1n, 2n, 4n)).map(([n, d]) => rational(n, d)),
  fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 10n ** 9n)).map(([n, d]) => rational(n, d)),
  fc
    .tuple(fc.bigInt(-30n, 30n), fc.constantFrom(1n, -1n))
    .map(([n, side]) => add(rational(2n * n + 1n, 2n), rational(side, 10n ** 15n))),
);

/** The interval as the field writes it: "[371.15, 371.25)". */
const written = (i: Interval): string =>
  `${i.low!.open ? "(" : "["}${format(i.low!.at)}, ${format(i.high!.at)}${i.high!.open ? ")" : "]"}`;
const printed = (text: string, q: string, m: RoundingMode): string =>
  written(printedInterval(parse(text)!, parse(q)!, m));
const rounded = (text: string, q: string, m: RoundingMode): string => format(round(parse(text)!, parse(q)!, m));

/** What the JavaScript engine prints. It takes decimal strings exactly, and rounds to 1, 2 or 5 units of the last place. */
function engine(value: string, places: number, increment: 1 | 2 | 5, m: RoundingMode): string {
  const options = {
    useGrouping: false,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    roundingIncrement: increment,
    roundingMode: m,
    signDisplay: "negative",
  };
  return new Intl.NumberFormat("en-US", options as Intl.NumberFormatOptions).format(value as unknown as number);
}

describe("rounding", () => {
  test("in every mode gives what Intl.NumberFormat prints", () => {
    const value = fc.oneof(
      fc.tuple(fc.bigInt(-4000n, 4000n), fc.constant(-3)),
      fc.tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.integer({ min: -12, max: 0 })),
    );
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(1 as const, 2 as const, 5 as const),
        mode,
        ([digits, exponent], places, increment, m) => {
          const x = decimal(digits, exponent);
          const ours = round(x, decimal(BigInt(increment), -places), m);
          expect(ours).toEqual(parse(engine(format(x), places, increment, m)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("up and down are the ceiling and the floor of fraction.js", () => {
    fc.assert(
      fc.property(steps, quantum, (s, q) => {
        const other = new Fraction(s.n, s.d);
        for (const [m, grid] of [["ceil", other.ceil()] as const, ["floor", other.floor()] as const])
          expect(round(multiply(s, q), q, m)).toEqual(multiply(whole(grid.s * grid.n), q));
      }),
    );
  });

  test("lands on the grid, and leaves a point of the grid where it is", () => {
    fc.assert(
      fc.property(steps, quantum, mode, (s, q, m) => {
        const there = round(multiply(s, q), q, m);
        expect(divide(there, q).d).toBe(1n);
        expect(round(there, q, m)).toEqual(there);
      }),
    );
  });

  test("half way between two points goes where each mode sends it", () => {
    const ties = ["-2.5", "-1.5", "-0.5", "0.5", "1.5", "2.5"];
    const all = (m: RoundingMode): string => ties.map((x) => rounded(x, "1", m)).join(" ");
    expect(all("halfExpand")).toBe("-3 -2 -1 1 2 3");
    expect(all("halfTrunc")).toBe("-2 -1 0 0 1 2");
    expect(all("halfEven")).toBe("-2 -2 0 0 2 2");
    expect(all("halfCeil")).toBe("-2 -1 0 1 2 3");
    expect(all("halfFloor")).toBe("-3 -2 -1 0 1 2");
    expect(all("expand")).toBe("-3 -2 -1 1 2 3");
    expect(all("trunc")).toBe("-2 -1 0 0 1 2");
    expect(all("ceil")).toBe("-2 -1 0 1 2 3");
    expect(all("floor")).toBe("-3 -2 -1 0 1 2");
  });

  test("1,250 thousand in millions is 1.3 away from zero, and 1.2 to even or truncated", () => {
    expect(rounded("1250000", "100000", "halfExpand")).toBe("1300000");
    expect(rounded("1250000", "100000", "halfEven")).toBe("1200000");
    expect(rounded("1250000", "100000", "trunc")).toBe("1200000");
  });

  test("twice is not rounding once: 1,249.6 thousand is 1.2 million, though 1,250 thousand would be 1.3", () => {
    const thousands = rounded("1249600", "1000", "halfExpand");
    expect(thousands).toBe("1250000");
    expect(rounded(thousands, "100000", "halfExpand")).toBe("1300000");
    expect(rounded("1249600", "100000", "halfExpand")).toBe("1200000");
  });
});

describe("a printed number stands for", () => {
  test.each([
    // mode, above zero, below zero, zero: TIE-01
    ["halfExpand", "[371.15, 371.25)", "(-371.25, -371.15]", "(-0.05, 0.05)"],
    ["halfEven", "[371.15, 371.25]", "[-371.25, -371.15]", "[-0.05, 0.05]"],
    ["trunc", "[371.2, 371.3)", "(-371.3, -371.2]", "(-0.1, 0.1)"],
    ["floor", "[371.2, 371.3)", "[-371.2, -371.1)", "[0, 0.1)"],
    ["ceil", "(371.1, 371.2]", "(-371.3, -371.2]", "(-0.1, 0]"],
    ["expand", "(371.1, 371.2]", "[-371.2, -371.1)", "[0, 0]"],
    ["halfCeil", "[371.15, 371.25)", "[-371.25, -371.15)", "[-0.05, 0.05)"],
    ["halfFloor", "(371.15, 371.25]", "(-371.25, -371.15]", "(-0.05, 0.05]"],
    ["halfTrunc", "(371.15, 371.25]", "[-371.25, -371.15)", "[-0.05, 0.05]"],
  ] as const)("all amounts that print so: %s", (m, above, below, zero) => {
    expect(printed("371.2", "0.1", m)).toBe(above);
    expect(printed("-371.2", "0.1", m)).toBe(below);
    expect(printed("0", "0.1", m)).toBe(zero);
  });

  test("an interval without its ends where the last digit is odd and ties go to even", () => {
    expect(printed("371.3", "0.1", "halfEven")).toBe("(371.25, 371.35)");
    expect(printed("-371.3", "0.1", "halfEven")).toBe("(-371.35, -371.25)");
  });

  test("8.5 on a grid of halves: 8.25 to 8.75, and 17 halves are odd", () => {
    expect(printed("8.5", "0.5", "halfExpand")).toBe("[8.25, 8.75)");
    expect(printed("8.5", "0.5", "halfEven")).toBe("(8.25, 8.75)");
  });

  test("an interval that holds whatever was rounded to it", () => {
    fc.assert(
      fc.property(steps, quantum, mode, (s, q, m) => {
        const x = multiply(s, q);
        expect(contains(printedInterval(round(x, q, m), q, m), x)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("nothing that prints otherwise: its points round to it, a closed end too, an open end and what lies beyond do not", () => {
    const near: Rational = rational(1n, 10n ** 20n);
    fc.assert(
      fc.property(fc.bigInt(-50n, 50n), quantum, mode, fc.bigInt(1n, 999n), (k, q, m, share) => {
        const d = multiply(whole(k), q);
        const { low, high } = printedInterval(d, q, m);
        const prints = (x: Rational): boolean => compare(round(x, q, m), d) === 0;
        expect(prints(low!.at)).toBe(!low!.open);
        expect(prints(high!.at)).toBe(!high!.open);
        expect(prints(subtract(low!.at, multiply(near, q)))).toBe(false);
        expect(prints(add(high!.at, multiply(near, q)))).toBe(false);
        const width = subtract(high!.at, low!.at);
        if (width.n > 0n) expect(prints(add(low!.at, multiply(width, rational(share, 1000n))))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
