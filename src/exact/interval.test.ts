import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format, parse } from "./decimal.ts";
import {
  between,
  contains,
  type End,
  EVERYTHING,
  gap,
  type Interval,
  intersect,
  minus,
  plus,
  point,
  quotient,
  shift,
  signOf,
  times,
  within,
} from "./interval.ts";
import { add, compare, divide, multiply, type Rational, rational, subtract, whole } from "./rational.ts";
import { printedInterval } from "./rounding.ts";

const small = fc
  .tuple(fc.oneof(fc.bigInt(-3n, 3n), fc.bigInt(-24n, 24n)), fc.constantFrom(1n, 1n, 2n, 3n, 10n))
  .map(([n, d]) => rational(n, d));
const bounded = fc.tuple(small, small, fc.boolean(), fc.boolean()).map(([a, b, lowOpen, highOpen]) => {
  const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
  return between({ at: low, open: lowOpen }, { at: high, open: highOpen }) ?? point(low);
});
const any = fc.tuple(bounded, fc.constantFrom("both", "both", "both", "low", "high", "none")).map(
  ([i, ends]): Interval => ({
    low: ends === "high" || ends === "none" ? null : i.low,
    high: ends === "low" || ends === "none" ? null : i.high,
  }),
);

/** A share of the way from 0 to 1; the ends themselves are asked for often. */
const share = fc.oneof(
  fc.constantFrom(rational(0n), rational(1n)),
  fc.bigInt(1n, 99n).map((n) => rational(n, 100n)),
);

/** Some point of a bounded interval, at a share of the way; an open end is missed by a hair. */
function at(i: Interval, way: Rational): Rational {
  const low = i.low!;
  const width = subtract(i.high!.at, low.at);
  const hair = rational(1n, 10n ** 9n);
  const atLow = low.open && way.n === 0n ? hair : way;
  const inside = i.high!.open && compare(atLow, whole(1)) === 0 ? subtract(whole(1), hair) : atLow;
  return add(low.at, multiply(width, inside));
}

const written = (i: Interval | undefined): string =>
  i === undefined
    ? "nothing"
    : `${i.low === null || i.low.open ? "(" : "["}${i.low === null ? "-inf" : format(i.low.at)}, ${
        i.high === null ? "inf" : format(i.high.at)
      }${i.high === null || i.high.open ? ")" : "]"}`;

/** The interval that the text says. */
function read(text: string): Interval {
  const [a, b] = text.slice(1, -1).split(", ");
  const end = (number: string, open: boolean): End | null =>
    number.endsWith("inf") ? null : { at: parse(number)!, open };
  return between(end(a!, text.startsWith("(")), end(b!, text.endsWith(")")))!;
}

const NEAR = rational(1n, 1_000n);

describe("an interval", () => {
  test("is never empty", () => {
    const one = { at: whole(1), open: false };
    expect(between({ at: whole(2), open: false }, one)).toBeUndefined();
    expect(between({ at: whole(1), open: true }, one)).toBeUndefined();
    expect(between(one, one)).toEqual(point(whole(1)));
    expect(between(null, one)).toEqual({ low: null, high: one });
  });

  test("holds its closed ends and not its open ones", () => {
    const i = read("[371.15, 371.25)");
    expect(contains(i, parse("371.15")!)).toBe(true);
    expect(contains(i, parse("371.25")!)).toBe(false);
    expect(contains(i, parse("371.2")!)).toBe(true);
    expect(contains(i, parse("371.1499999")!)).toBe(false);
    expect(contains(EVERYTHING, parse("-1")!)).toBe(true);
  });

  test("meets another in exactly the numbers that both hold", () => {
    fc.assert(
      fc.property(any, any, small, (a, b, x) => {
        const both = intersect(a, b);
        for (const y of [x, ...[a.low, a.high, b.low, b.high].flatMap((e) => (e === null ? [] : [e.at]))])
          expect(both !== undefined && contains(both, y)).toBe(contains(a, y) && contains(b, y));
      }),
    );
  });

  test.each([
    ["[1, 3]", "[3, 4]", "[3, 3]"],
    ["[1, 3)", "[3, 4]", "nothing"],
    ["(1, 3]", "[1, 3)", "(1, 3)"],
    ["[1, 3)", "(1, 3]", "(1, 3)"],
    ["(-inf, 2)", "[1, inf)", "[1, 2)"],
    ["[1, 2]", "[3, 4]", "nothing"],
  ])("%s meets %s in %s", (a, b, both) => {
    expect(written(intersect(read(a), read(b)))).toBe(both);
  });

  test("lies within another where meeting it takes nothing away", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(within(a, b)).toBe(written(intersect(a, b)) === written(a));
        expect(within(a, a)).toBe(true);
      }),
    );
  });

  test("is as far from another as their nearest points", () => {
    expect(format(gap(read("[1204, 1204.6]"), read("[1204.85, 1204.95)")))).toBe("0.25");
    expect(format(gap(read("[3, 4]"), read("(-inf, 1]")))).toBe("2");
    expect(format(gap(read("[1, 3)"), read("[3, 4]")))).toBe("0");
    expect(format(gap(EVERYTHING, read("[3, 4]")))).toBe("0");
    fc.assert(
      fc.property(any, any, (a, b) => {
        const g = gap(a, b);
        expect(g).toEqual(gap(b, a));
        if (intersect(a, b) !== undefined) expect(g.n).toBe(0n);
        else
          expect(intersect(closed(shift(a, g)), closed(b)) ?? intersect(closed(a), closed(shift(b, g)))).toBeDefined();
      }),
    );
  });

  test("has a sign only where it is clear of zero", () => {
    expect(signOf(read("[0.05, 1]"))).toBe(1);
    expect(signOf(read("(-2, -1)"))).toBe(-1);
    expect(signOf(read("(0, 1)"))).toBe(0);
    expect(signOf(read("(-1, 0)"))).toBe(0);
    expect(signOf(read("[-1, 1]"))).toBe(0);
    expect(signOf(read("[1, inf)"))).toBe(1);
    expect(signOf(read("(-inf, 5]"))).toBe(0);
  });
});

const closed = (i: Interval): Interval => ({
  low: i.low && { at: i.low.at, open: false },
  high: i.high && { at: i.high.at, open: false },
});

describe("arithmetic on intervals", () => {
  test("holds every sum, difference and multiple of points", () => {
    fc.assert(
      fc.property(bounded, bounded, share, share, small, (a, b, i, j, k) => {
        const [x, y] = [at(a, i), at(b, j)];
        expect(contains(plus(a, b), add(x, y))).toBe(true);
        expect(contains(minus(a, b), subtract(x, y))).toBe(true);
        expect(contains(times(a, k), multiply(x, k))).toBe(true);
        expect(contains(shift(a, k), add(x, k))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("gives no more: an end is closed exactly where two points add up to it, and nothing is missing near an open one", () => {
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        const sum = plus(a, b);
        expect(sum.low).toEqual({ at: add(a.low!.at, b.low!.at), open: a.low!.open || b.low!.open });
        expect(sum.high).toEqual({ at: add(a.high!.at, b.high!.at), open: a.high!.open || b.high!.open });
        expect(written(minus(a, b))).toBe(written(plus(a, times(b, whole(-1)))));
        expect(times(times(a, rational(-2n, 3n)), rational(-3n, 2n))).toEqual(a);
      }),
    );
  });

  test("leaves an unbounded end unbounded", () => {
    expect(written(plus(read("[1, inf)"), read("(2, 3)")))).toBe("(3, inf)");
    expect(written(minus(read("[1, 2]"), read("[1, inf)")))).toBe("(-inf, 1]");
    expect(written(times(read("(1, inf)"), whole(-2)))).toBe("(-inf, -2)");
    expect(written(times(EVERYTHING, whole(0)))).toBe("[0, 0]");
  });

  test("2,777 and 897 print a total of 3,673, 3,674 or 3,675, and never 3,672", () => {
    const grid = (n: number): Interval => printedInterval(whole(n), whole(1), "halfExpand");
    const sum = plus(grid(2777), grid(897));
    const possible = [3671, 3672, 3673, 3674, 3675, 3676].filter((n) => intersect(sum, grid(n)) !== undefined);
    expect(possible).toEqual([3673, 3674, 3675]);
  });
});

describe("a quotient", () => {
  test("of 293.6 over 303.5 is a fall of 3.230 to 3.294 percent: 3.2 and 3.3 can be printed, 3.1 cannot", () => {
    const q = parse("0.1")!;
    const millions = (text: string): Interval => printedInterval(parse(text)!, q, "halfExpand");
    const growth = times(shift(quotient(millions("293.6"), millions("303.5"))!, whole(-1)), whole(100));
    expect(compare(growth.low!.at, parse("-3.2945")!)).toBe(1);
    expect(compare(growth.low!.at, parse("-3.2935")!)).toBe(-1);
    expect(compare(growth.high!.at, parse("-3.2305")!)).toBe(1);
    expect(compare(growth.high!.at, parse("-3.2295")!)).toBe(-1);
    const possible = ["-3.4", "-3.3", "-3.2", "-3.1"].filter(
      (text) => intersect(growth, printedInterval(parse(text)!, q, "halfExpand")) !== undefined,
    );
    expect(possible).toEqual(["-3.3", "-3.2"]);
  });

  test.each([
    ["[1, 2]", "[4, 5]", "[0.2, 0.5]"],
    ["[1, 2)", "[4, 5)", "(0.2, 0.5)"],
    ["[-2, 3]", "[4, 5]", "[-0.5, 0.75]"],
    ["[-3, -2]", "[4, 5]", "[-0.75, -0.4]"],
    ["[1, 2]", "[-5, -4]", "[-0.5, -0.2]"],
    ["[-2, 3]", "[-5, -4]", "[-0.75, 0.5]"],
    // Zero over anything is zero: an open end below does not take it away.
    ["[0, 1]", "(4, 5)", "[0, 0.25)"],
    ["[-1, 0]", "(4, 5)", "(-0.25, 0]"],
    ["(0, 1]", "[4, 5]", "(0, 0.25]"],
    ["[0, 0]", "(4, 5)", "[0, 0]"],
    ["[0, 0]", "(-5, -4)", "[0, 0]"],
  ])("of %s over %s is %s", (a, b, result) => {
    expect(written(quotient(read(a), read(b)))).toBe(result);
  });

  test.each([
    ["[1, 2]", "[0, 1]"],
    ["[1, 2]", "(0, 1]"],
    ["[1, 2]", "[-1, 0)"],
    ["[1, 2]", "[-1, 1]"],
    ["[0, 0]", "[0, 0]"],
    ["[1, inf)", "[1, 2]"],
    ["[1, 2]", "[1, inf)"],
  ])("of %s over %s is not given", (a, b) => {
    expect(quotient(read(a), read(b))).toBeUndefined();
  });

  test("holds the quotient of every two points, and each end is met, or come near to where it is open", () => {
    fc.assert(
      fc.property(bounded, bounded, share, share, (a, b, i, j) => {
        fc.pre(signOf(b) !== 0);
        const q = quotient(a, b)!;
        expect(contains(q, divide(at(a, i), at(b, j)))).toBe(true);
        const corners = [rational(0n), rational(1n)].flatMap((x) =>
          [rational(0n), rational(1n)].map((y) => divide(at(a, x), at(b, y))),
        );
        for (const end of [q.low!, q.high!]) {
          const distances = corners.map((c) => subtract(c, end.at)).map((d) => (d.n < 0n ? { n: -d.n, d: d.d } : d));
          const met = distances.some((d) => d.n === 0n);
          expect(met).toBe(!end.open);
          expect(distances.some((d) => compare(d, NEAR) < 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
