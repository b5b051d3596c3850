import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format, parse } from "./decimal.ts";
import { decimal, rational, whole } from "./rational.ts";

const anyRational = fc
  .tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.bigInt(1n, 10n ** 12n))
  .map(([n, d]) => rational(n, d));
const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: -30, max: 30 }))
  .map(([n, e]) => decimal(n, e));

describe("a number is written", () => {
  test.each([
    [whole(0), "0"],
    [whole(371_200_000), "371200000"],
    [whole(-1000), "-1000"],
    [decimal(1250n, -2), "12.5"],
    [decimal(-5n, -2), "-0.05"],
    [rational(1n, 8n), "0.125"],
    [rational(-3n, 2n), "-1.5"],
    [rational(820n, 6603n), "820/6603"],
    [rational(-1n, 3n), "-1/3"],
    [rational(1n, 15n), "1/15"],
  ])("without an exponent and without needless zeros: %o is %s", (value, text) => {
    expect(format(value)).toBe(text);
  });

  test("as a decimal wherever it has a finite one", () => {
    fc.assert(
      fc.property(anyDecimal, (r) => {
        expect(format(r)).toMatch(/^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/);
      }),
    );
  });

  test("so that reading it gives the number back", () => {
    fc.assert(
      fc.property(fc.oneof(anyRational, anyDecimal), (r) => {
        expect(parse(format(r))).toEqual(r);
      }),
    );
  });
});

describe("reading a number", () => {
  test("knows a leading point and trailing zeros", () => {
    expect(parse(".53")).toEqual(rational(53n, 100n));
    expect(parse("-12.50")).toEqual(rational(-25n, 2n));
    expect(parse("007")).toEqual(whole(7));
  });

  test.each([
    "",
    "-",
    ".",
    "-.",
    "1,000",
    "1e3",
    "+1",
    " 1",
    "1 ",
    "1/0",
    "1/-2",
    "1.5/2",
    "/",
    "1/",
    "1/2/3",
    "--1",
    "1.2.3",
    "NaN",
  ])("gives nothing for %j", (text) => {
    expect(parse(text)).toBeUndefined();
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("0", "7", ".", "-", "/", " ") }), (text) => void parse(text)),
    );
    expect(parse("/".repeat(1_000_000))).toBeUndefined();
    expect(parse("-".repeat(1_000_000))).toBeUndefined();
  });
});
