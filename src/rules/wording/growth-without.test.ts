import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (text: string): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${STATEMENT}`, "growth-basis-undefined");

describe("growth without something", () => {
  it("asks for the amount of what is left out, once for a thing, with its other places", () => {
    const text =
      "Revenue fell 2.3%, and grew 4.1% excluding the wholesale business.\n\nIn Europe, sales ex-wholesale grew 6.0%.\n\nSales rose 5.0% without the hurricanes.";
    expect(found(text)).toEqual([
      expect.stringContaining(
        "no table and no sentence has the amount that is left out. It stands so in line 5 as well.",
      ),
      expect.stringContaining("without the hurricanes"),
    ]);
  });

  it("has it in a sentence, in a row, or in a table of adjusted revenue", () => {
    const text = "Revenue fell 2.3%, and grew 4.1% excluding the wholesale business.";
    expect(found(`${text} Wholesale had sales of $2.5 million.`)).toEqual([]);
    expect(found(`${text}\n\n${table("Revenue by line", "Wholesale | 2.5 | 5.0")}`)).toEqual([]);
    expect(
      found(
        `${text}\n\n${table("Reconciliation", "Revenue | 40.2 | 38.1", "Sold lines | 2.5 | 5.0", "Adjusted revenue | 37.7 | 33.1")}`,
      ),
    ).toEqual([]);
  });

  it("is none where tax is left out, or a cost", () => {
    expect(found("Revenue, excluding sales tax, grew 4.1%.")).toEqual([]);
    expect(found("Expenses excluding depreciation grew 4.1%.")).toEqual([]);
  });
});

it("is diluted where a section of a table says so", () => {
  const unsaid = (rows: string): readonly string[] =>
    messagesOf(`${HEAD}EPS was $0.40 in the quarter.\n\n| | Q3 2025 |\n|---|---|\n${rows}`, "share-basis-unsaid");
  expect(unsaid("| Earnings per share: | |\n| GAAP | $0.40 |\n")).toHaveLength(1);
  expect(unsaid("| Diluted earnings per share: | |\n| GAAP | $0.40 |\n")).toEqual([]);
});

it("is not told of organic growth that is but a cause of other growth", () => {
  expect(found("Revenue rose 5.5% to $40.2 million, driven by organic growth in the tools business.")).toEqual([]);
  expect(found("Revenue rose 5.5% to $40.2 million, driven by organic growth of 4%.")).toHaveLength(1);
  expect(
    found(
      "Revenue was $40.2 million, and organic revenue growth 4%.\n\nThe board met in the third quarter and said that it was content with what it saw there.",
    ),
  ).toHaveLength(1);
});
