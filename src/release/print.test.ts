import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../exact/decimal.ts";
import { absolute, divide, equal, multiply, type Rational, rational, tenTo } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { FactUnit, NoValue } from "../measures/fact.ts";
import { printFigure, usualForm } from "./print.ts";
import type { PrintForm } from "./release.ts";

const n = (text: string): Rational => parse(text)!;

function print(unit: FactUnit, value: Rational | NoValue, other: Partial<PrintForm> = {}, currency = "USD"): string {
  return printFigure({ unit, value, currency }, { ...usualForm(unit, "halfExpand"), ...other }).text;
}

describe("a figure prints", () => {
  it("as its unit asks for", () => {
    expect(print("money", n("371243000"))).toBe("$371.2 million");
    expect(print("money", n("1234567000"))).toBe("$1,234.6 million");
    expect(print("per-share", n("0.66"))).toBe("$0.66");
    expect(print("ratio", n("0.1248"))).toBe("12 percent");
    expect(print("points", n("0.02"))).toBe("2 percentage points");
    expect(print("basis-points", n("203"))).toBe("200 basis points");
    expect(print("shares", n("55012345"))).toBe("55.0 million");
    expect(print("count", n("6100"))).toBe("6,100");
  });
  it("with a sign in place of the word", () => {
    expect(print("ratio", n("0.1248"), { unit: "sign" })).toBe("12%");
    expect(print("money", n("371243000"), { unit: "sign" })).toBe("$371.2M");
    expect(print("basis-points", n("203"), { unit: "sign" })).toBe("200 bps");
  });
  it("in the singular where it is one", () => {
    expect(print("points", n("0.01"))).toBe("1 percentage point");
    expect(print("basis-points", n("-1"), { quantum: n("1") })).toBe("\u22121 basis point");
    expect(print("ratio", n("1.5"), { scale: 0, quantum: n("0.1") })).toBe("1.5 times");
  });
  it("below zero with a minus sign, or in brackets around the number", () => {
    expect(print("money", n("-5100000"))).toBe("\u2212$5.1 million");
    expect(print("money", n("-5100000"), { negative: "brackets" })).toBe("$(5.1) million");
    expect(print("ratio", n("-0.02"), { negative: "brackets", unit: "sign" })).toBe("(2)%");
    expect(print("money", n("-5100000"), { negative: "brackets", unit: "bare" })).toBe("(5.1)");
    expect(print("money", n("-5100000"), { absolute: true })).toBe("$5.1 million");
    expect(print("count", n("-6"), { words: true })).toBe("minus six");
  });
  it("zero as a dash where it stands alone, and with its decimals in a sentence", () => {
    expect(print("money", n("10000"), { unit: "bare" })).toBe("—");
    expect(print("money", n("-10000"))).toBe("$0.0 million");
    expect(print("ratio", n("0.001"))).toBe("0 percent");
    expect(print("count", n("0"), { words: true })).toBe("zero");
  });
  it("nothing where there is no number, and NM where it would mislead", () => {
    expect(print("money", "nil")).toBe("");
    expect(print("ratio", "not-meaningful")).toBe("NM");
  });
  it("with the sign of its currency, or its code", () => {
    expect(print("money", n("5000000"), {}, "EUR")).toBe("€5.0 million");
    expect(print("money", n("5000000"), {}, "GBP")).toBe("£5.0 million");
    expect(print("money", n("5000000"), { quantum: n("1") }, "JPY")).toBe("¥5 million");
    expect(print("money", n("-5000000"), {}, "CHF")).toBe("\u2212CHF 5.0 million");
  });
  it("as approximate where it is not exactly what is printed", () => {
    expect(print("money", n("95044000"), { quantum: n("1"), about: true })).toBe("approximately $95 million");
    expect(print("money", n("95000000"), { quantum: n("1"), about: true })).toBe("$95 million");
  });
  it("rounded once: what would be a half after another rounding is none (V19)", () => {
    expect(print("money", n("1250000"))).toBe("$1.3 million");
    expect(print("money", n("1250000"), { rounding: "halfEven" })).toBe("$1.2 million");
    expect(print("money", n("1250000"), { rounding: "trunc" })).toBe("$1.2 million");
    expect(print("money", n("1249600"))).toBe("$1.2 million");
  });
  it("half a step away from zero, to the even digit, or cut off, as the company rounds", () => {
    expect(print("money", n("371250000"))).toBe("$371.3 million");
    expect(print("money", n("371250000"), { rounding: "halfEven" })).toBe("$371.2 million");
    expect(print("money", n("371299999"), { rounding: "trunc" })).toBe("$371.2 million");
  });
});

const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => rational(digits, tenTo(places)));
const form = fc.record({
  quantum: fc.constantFrom("0.01", "0.1", "0.5", "1", "10").map(n),
  scale: fc.constantFrom(0, 3, 6, 9),
  rounding: fc.constantFrom("halfExpand" as const, "halfEven" as const, "trunc" as const),
  unit: fc.constantFrom("word" as const, "sign" as const, "bare" as const),
  about: fc.boolean(),
  absolute: fc.boolean(),
  words: fc.constant(false),
  negative: fc.constantFrom("minus" as const, "brackets" as const),
});

describe("the digits of any figure", () => {
  it("stand where it says, and are the value rounded once", () => {
    fc.assert(
      fc.property(value, form, (exact, how) => {
        const {
          text,
          from,
          to,
          kind,
          value: back,
        } = printFigure({ unit: "money", value: exact, currency: "USD" }, how);
        const rounded = round(divide(exact, rational(tenTo(how.scale))), how.quantum, how.rounding);
        expect(equal(absolute(back!), absolute(multiply(rounded, rational(tenTo(how.scale)))))).toBe(true);
        if (from === to) {
          expect([kind, text]).toEqual(["dash", "—"]);
          return;
        }
        const digits = text.slice(from, to);
        expect(digits).toMatch(/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/);
        expect(`${text.slice(0, from)}${text.slice(to)}`).not.toMatch(/\d/);
        expect(equal(parse(digits.replaceAll(",", ""))!, absolute(rounded))).toBe(true);
      }),
    );
  });
});
