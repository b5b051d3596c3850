import { expect, test } from "vitest";
import { scaleOfLetter, scaleOfWord } from "./scale.ts";

test("scale words of English, German, French and Spanish", () => {
  expect(["thousand", "million", "bn", "mrd", "milliards", "millones"].map(scaleOfWord)).toEqual([3, 6, 9, 9, 9, 6]);
  expect(scaleOfWord("mile")).toBeUndefined();
});

test("single letters are asked for apart, for they need to be glued to a number", () => {
  expect(["k", "m", "b", "t"].map(scaleOfLetter)).toEqual([3, 6, 9, 12]);
  expect(scaleOfWord("m")).toBeUndefined();
  expect(scaleOfLetter("g")).toBeUndefined();
});
