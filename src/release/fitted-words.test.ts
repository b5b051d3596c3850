import { expect, it } from "vitest";
import { whole } from "../exact/rational.ts";
import { fittedWords } from "./_fitted-words.ts";
import { usualForm } from "./print.ts";
import type { BoundFigure } from "./release.ts";

const figure = (text: string): BoundFigure => ({
  id: "",
  fact: {
    measure: "revenue",
    title: "Revenue",
    version: "v1",
    basis: "GAAP",
    period: "2007-Q3",
    start: undefined,
    end: "2007-09-29",
    member: {},
    unit: "money",
    currency: "USD",
    value: whole(1),
    working: { kind: "constant", text: "", value: whole(1) },
  },
  form: usualForm("money", "halfExpand"),
  text,
  from: 0,
  to: 0,
  place: { path: "release.md", line: 1, column: 1 },
});

const articleOf = (printed: string): string => {
  const [text] = fittedWords([
    { kind: "text", text: "It is a ", strong: false, emphasis: false },
    { kind: "figure", figure: figure(printed) },
  ]);
  return text?.kind === "text" ? text.text.slice(6).trim() : "";
};

it("a figure has the article of its sound", () => {
  const an = [
    "8 percent",
    "$8.1 million",
    "80%",
    "8,000",
    "11 percent",
    "$18.5 million",
    "11,400",
    "eleven",
    "eighty",
    "approximately $4 million",
  ];
  const a = [
    "9 percent",
    "$118.5 million",
    "1.8 million",
    "CHF 5.0 million",
    "six",
    "one",
    "110",
    "180 basis points",
    "\u22125 percent",
  ];
  expect(an.filter((one) => articleOf(one) !== "an")).toEqual([]);
  expect(a.filter((one) => articleOf(one) !== "a")).toEqual([]);
});

const fitted = (before: string, printed: string): string => {
  const [text] = fittedWords([
    { kind: "text", text: before, strong: false, emphasis: false },
    { kind: "figure", figure: figure(printed) },
  ]);
  return text?.kind === "text" ? text.text : "";
};

it("words that are no article are left alone", () => {
  for (const text of ["Class A ", "In China ", "vitamin-a ", "a, ", "a"]) expect(fitted(text, "8 percent")).toBe(text);
});

it("an article is one at the beginning of a sentence as well", () => {
  expect(fitted("A ", "8 percent")).toBe("An ");
  expect(fitted("It ended. An ", "9 percent")).toBe("It ended. A ");
  expect(fitted("It was (a ", "8 percent")).toBe("It was (an ");
});
