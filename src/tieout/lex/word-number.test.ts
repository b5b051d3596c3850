import { expect, test } from "vitest";
import { lex } from "./lex.ts";

const words = (text: string): readonly string[] =>
  lex(text, "prose").map((t) =>
    t.kind === "number"
      ? `${text.slice(t.from, t.to)}=${t.digits} ${t.scale} ${t.unit}`
      : `${t.kind} ${text.slice(t.from, t.to)}`,
  );

test("number words that measure", () => {
  expect(words("we closed six plants")).toEqual(["six=6 0 count"]);
  expect(words("four of five regions")).toEqual(["four=4 0 count", "five=5 0 count"]);
  expect(words("Twenty-five new stores")).toEqual(["Twenty-five=25 0 count"]);
  expect(words("one hundred and ten people")).toEqual(["one hundred and ten=110 0 count"]);
  expect(words("nearly one million members")).toEqual(["one=1 6 count"]);
  expect(words("rose five percent within three days")).toEqual(["five=5 0 percent", "three=3 0 days"]);
});

test("vague words and parts are other, pronouns and idioms nothing", () => {
  expect(words("in one or two financial quarters")).toEqual(["other one", "other two"]);
  expect(words("the last couple of years")).toEqual(["other couple"]);
  expect(words("two-thirds of sales")).toEqual(["other two-thirds"]);
  expect(words("one of the largest; this one; one-time; several; no one else; these two companies")).toEqual([]);
});
