import { expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const LETTER =
  "Our year was a good one for all of our people, and adjusted EBITDA grew 12% to $12.1 million in a market that did not.";
const found = (...told: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}Net income grew 5% to $9.4 million.\n\n${told.join("\n\n")}\n`,
    new Set(["quotation-without-gaap", "gaap-measure-missing"]),
  );

it("what an officer writes below his title is a quotation without marks", () => {
  for (const title of ["## Comments by the CEO", "## Acme's CEO Jane Doe", "## Letter from our Chairman"])
    expect(found(title, LETTER)).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
  expect(found("## Results of the year", LETTER)).toEqual([]);
});

it("and ends where it is signed", () => {
  const signed = ["It was a year of work for all of us.", "Jane Doe, Northam"];
  expect(found("## Comments by the CEO", ...signed, LETTER)).toEqual([]);
  expect(found("## Comments by the CEO", signed[0]!, LETTER)).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
});
