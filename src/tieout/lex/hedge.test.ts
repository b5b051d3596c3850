import { expect, test } from "vitest";
import { lex } from "./lex.ts";

const hedges = (text: string): readonly string[] =>
  lex(text, "prose").flatMap((t) =>
    t.kind === "number" ? [t.hedge === undefined ? "-" : `${t.hedge.kind}: ${t.hedge.words}`] : [],
  );

test.each([
  ["approximately $95 million", "about: approximately"],
  ["c. 65% of sales", "about: c."],
  ["~$15 million", "about: ~"],
  ["more than 6,100 employees", "more-than: more than"],
  ["in excess of $1 billion", "more-than: in excess of"],
  ["over $2.2 million", "more-than: over"],
  ["nearly 14,000 customers", "nearly: nearly"],
  ["just under 12%", "nearly: just under"],
  ["at least 40%", "at-least: at least"],
  ["not less than 5%", "at-least: not less than"],
  ["up to $4 billion", "at-most: up to"],
  ["no more than 5%", "at-most: no more than"],
  ["as much as 7%", "at-most: as much as"],
  ["fewer than 20 stores", "less-than: fewer than"],
  ["below $3 million", "less-than: below"],
  ["400+ customers", "at-least: +"],
])("%s", (text, expected) => {
  expect(hedges(text)).toEqual([expected]);
});

test("plus or minus carries its half-width, and the half-width is a token too", () => {
  const [first, second] = lex("Revenue of $8.1 billion, plus or minus 2%", "prose");
  expect(first).toMatchObject({ hedge: { kind: "plus-or-minus", spread: { digits: 2n, places: 0, percent: true } } });
  expect(second).toMatchObject({ kind: "number", unit: "percent", hedge: undefined });
});

test("both numbers of a pair have the half-width that respectively gives them, in percent", () => {
  const [first, second] = lex("65.1% and 67.1%, respectively, plus or minus 50 basis points", "prose");
  const spread = { digits: 50n, places: 2, percent: true };
  expect(first).toMatchObject({ hedge: { spread } });
  expect(second).toMatchObject({ hedge: { spread } });
});

test("a comparison is no hedge", () => {
  expect(hedges("an increase of 12% over $330.1 million")).toEqual(["-", "-"]);
  expect(hedges("growth over $330.1 million")).toEqual(["-"]);
  expect(hedges("as described above 5")).toEqual(["-"]);
  expect(lex("higher sales over 2007", "prose")).toMatchObject([{ kind: "period" }]);
});
