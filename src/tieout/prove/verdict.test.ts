import { describe, expect, it } from "vitest";
import { decimal, ONE, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form } from "../relations/relation.ts";
import { judge } from "./verdict.ts";

const MINUS_ONE = rational(-1n);

/** A figure that prints these digits with so many decimals, in units of ten to the power `scale`. */
function printed(digits: bigint, places: number, scale = 0, hedge?: "about"): Figure {
  const measured = {
    value: decimal(digits, scale - places),
    quantum: decimal(1n, scale - places),
    unit: "USD",
    hedge: hedge === undefined ? undefined : { kind: hedge, spread: undefined },
  };
  return { token: { kind: "number", places }, kind: "amount", measured } as unknown as Figure;
}

const term = (figure: number, times: Rational = ONE) => ({ figure, times });

const quotient = (numerator: readonly [number, Rational?][], plus: Rational, result: number): Form => ({
  kind: "quotient",
  numerator: numerator.map(([figure, times]) => term(figure, times)),
  denominator: [term(1)],
  plus,
  times: ONE,
  result,
});

/** The verdict on a growth from the second figure to the first, printed with so many decimals of a percent. */
const growth = (current: Figure, base: Figure, percent: Figure): string =>
  judge(quotient([[0]], MINUS_ONE, 2), [current, base, percent]).verdict;

const percent = (digits: bigint, places: number): Figure => printed(digits, places, -2);

describe("a growth rate", () => {
  it("of the same printed amounts may print as one of two neighbours, and as no other (V4)", () => {
    const fall = (n: bigint): string => growth(printed(41n, 2), printed(173n, 2), percent(-n, 0));
    expect([75n, 76n, 77n, 78n].map(fall)).toEqual(["unattainable", "consistent", "attainable", "unattainable"]);
  });

  it("of sales that fall from 303.5 to 293.6 is 3.2 or 3.3 percent, and not 3.1 (V5)", () => {
    const fall = (n: bigint): string => growth(printed(2936n, 1, 6), printed(3035n, 1, 6), percent(-n, 1));
    expect([31n, 32n, 33n, 34n].map(fall)).toEqual(["unattainable", "attainable", "consistent", "unattainable"]);
  });
});

describe("a sum", () => {
  it("of two rounded parts may be off by one, and not by two (V6)", () => {
    const sum: Form = { kind: "sum", terms: [term(0), term(1)], result: 2 };
    const total = (n: bigint): string => judge(sum, [printed(2777n, 0), printed(897n, 0), printed(n, 0)]).verdict;
    expect([3672n, 3673n, 3674n, 3675n, 3676n].map(total)).toEqual([
      "unattainable",
      "attainable",
      "consistent",
      "attainable",
      "unattainable",
    ]);
  });
});

describe("an expense per share", () => {
  const expense = printed(44n, 1, 6);
  // What income of 36.3 million and 0.66 a share say of the number of shares.
  const shares = printed(551n, 1, 6);
  const each = printed(5n, 2);

  it("of 4.4 million cannot be 0.05 before tax (V7)", () => {
    expect(judge(quotient([[0]], ZERO, 2), [expense, shares, each]).verdict).toBe("unattainable");
  });

  it("may be 0.05 after a tax effect of about 1.3 million (V7)", () => {
    const afterTax = quotient([[0], [3, MINUS_ONE]], ZERO, 2);
    expect(judge(afterTax, [expense, shares, each, printed(13n, 1, 6, "about")]).verdict).toBe("attainable");
  });
});
