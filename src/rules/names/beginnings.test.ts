import { expect, it } from "vitest";
import { beginningsOf } from "../../../test/beginnings.ts";
import { BEGINNINGS } from "./_beginnings.ts";
import { NAMES } from "./family-names.ts";

const LOOKED_AT = 5;

it.each([
  ["net (?:sales|income)(?![a-z])", "net i|net s"],
  ["(?:u\\.?s\\.? )?gaap", "gaap|u.s g|u.s. |us ga|us. g"],
  ["ebit(?:da)?", "ebit"],
  ["[cn]?ffo\\b", "cffo|ffo|nffo"],
  ["(?:\\w+ )?debt", "*****|debt"],
  ["a{2,3}b", "aaab|aab"],
])("what the pattern %s begins with is %s", (pattern, beginnings) => {
  expect(beginningsOf([pattern], LOOKED_AT)).toBe(beginnings);
});

it("the names of each family begin as its patterns say", () => {
  const patterns = new Map<string, string[]>();
  for (const [family, words] of NAMES) patterns.set(family, [...(patterns.get(family) ?? []), words]);
  const worked = Object.keys(BEGINNINGS).map((family) => [family, beginningsOf(patterns.get(family) ?? [], LOOKED_AT)]);
  expect(BEGINNINGS).toEqual(Object.fromEntries(worked));
});
