import fc from "fast-check";
import { expect, test } from "vitest";
import { lex, type Place } from "./lex.ts";

/** Pieces that releases are made of, and the signs that break readers. */
const piece = fc.constantFrom(
  ..."1 2 0 9 5 20 2024 . , - – — ( ) $ € % million m bn k Q H FY third quarter of three months ended and to June 30 / : @ www. http:// one or two couple + ~ [ ] not per share x 1/2 ½ ² \\ ' ’ 10-K Note ID year full fiscal plus minus Z £ bps points ٣ # 8:00 p.m. (800) 1-800- 007 99.1".split(
    " ",
  ),
);
const text = fc.oneof(
  fc
    .array(fc.tuple(piece, fc.constantFrom("", "", " ", "  ", "\n")), { maxLength: 16 })
    .map((all) => all.flat().join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const place = fc.constantFrom<Place>("prose", "cell");

/** What is wrong with the tokens of the text, or an empty string. */
function fault(s: string, where: Place): string {
  let at = 0;
  for (const token of lex(s, where)) {
    const outer = token.kind === "number" ? token.outer : token;
    if (/\p{Nd}/u.test(s.slice(at, token.from))) return `a digit before ${token.from}`;
    if (token.to <= token.from || token.to > s.length) return `an extent from ${token.from} to ${token.to}`;
    if (outer.from < at || outer.from > token.from || outer.to < token.to) return `the outer extent at ${token.from}`;
    at = outer.to;
  }
  return /\p{Nd}/u.test(s.slice(at)) ? "a digit behind the last token" : "";
}

test("no digit stands outside a token; tokens and what belongs to them ascend and are apart", () => {
  fc.assert(
    fc.property(text, place, (s, where) => {
      expect(fault(s, where)).toBe("");
    }),
    { numRuns: 3000 },
  );
});

test("a plain number reads back as it was written", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(2), fc.boolean(), (n, places, bracketed) => {
      const digits = String(n).padStart(places + 1, "0");
      const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, ",");
      const written = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
      const [token, ...rest] = lex(bracketed ? `$ (${written})` : `$ ${written}`, "cell");
      expect(rest).toEqual([]);
      expect(token).toMatchObject({ kind: "number", digits: BigInt(n), places, negative: bracketed, currency: "$" });
    }),
  );
});

const PARTS = [
  "1",
  "1 ",
  "1,",
  "1,234,",
  "1.2.",
  "((1",
  " ",
  "$",
  "one ",
  "three and ",
  "@",
  "a@1",
  "Q3-",
  "June 1 ",
  "1 (",
  "1-",
];

// No clock is read: work that grows with the square of such a text outlasts the time that a test has, many times over.
test.each(PARTS)("a long text that repeats %j is read to its end", (part) => {
  const s = part.repeat(Math.ceil(500_000 / part.length));
  expect(fault(s, "prose")).toBe("");
  expect(fault(s, "cell")).toBe("");
});
