import { expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const CODES = new Set(["gaap-measure-missing", "reconciliation-missing"]);
const found = (how: string): readonly string[] =>
  wordsFound(`${HEAD}Pro forma net sales, ${how} as if we had owned it from the start, were $219.0 million.\n`, CODES);

it("pro forma amounts that the Commission's rules or the standards ask for are no measure of the company's own", () => {
  expect(found("prepared under Article 11 of Regulation S-X")).toEqual([]);
  expect(found("prepared in accordance with Regulation S-X Article 11")).toEqual([]);
  expect(found("told as required by ASC 805")).toEqual([]);
});

it("and those are that follow no such rule, or say that they do not", () => {
  const asked = ["gaap-measure-missing: Pro forma net sales"];
  expect(found("prepared by management")).toEqual(expect.arrayContaining(asked));
  expect(found("not prepared in accordance with Article 11 of Regulation S-X")).toEqual(expect.arrayContaining(asked));
});
