import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "non-gaap-first",
  "table-without-gaap",
]);

const foundIn = (text: string): readonly string[] => wordsFound(`${HEAD}${text}\n`, CODES);

describe("what a share has earned, told with the bare word", () => {
  it.each([
    "Earnings of $0.95 per share on a GAAP basis compare with $0.91. On an ongoing basis, earnings were $1.20 per share.",
    "Earnings were $0.95 per share. Excluding special items, earnings were $1.20 per share.",
    "Earnings rose 4% to $0.95 per share. Core earnings rose 12% to $1.20 per share.",
  ])("stands for earnings per share: %s", (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it("is the company's own where the words before it say so, and an item's effect is none", () => {
    expect(
      foundIn("Ongoing earnings were $1.20 per share. The storm cost a loss of $0.05 per share on sales."),
    ).toEqual(["gaap-measure-missing: Ongoing earnings"]);
  });
});

describe("a rate behind the part of a share", () => {
  const own = "Distributable earnings rose 9% to $12.4 million.";

  it("is told of the whole as well", () => {
    expect(foundIn(`Net income was $9.4 million, or $0.38 per share, up 12%. ${own}`)).toEqual([]);
  });

  it("is not there without the rate", () => {
    expect(foundIn(`Net income was $9.4 million, or $0.38 per share. ${own}`)).toEqual([
      "gaap-measure-missing: Distributable earnings",
    ]);
  });
});

describe("net income without some items, before net income as reported", () => {
  it("comes before the measure under GAAP, though both have one name", () => {
    const own = "Excluding the charges, net income was $12.1 million.";
    expect(foundIn(`${own} Reported net income was $9.4 million.`)).toEqual(["non-gaap-first: net income"]);
    expect(foundIn(`Reported net income was $9.4 million. ${own}`)).toEqual([]);
  });
});

describe("the head of the first column of figures", () => {
  const row = "| Operating margin | 21.4% | 19.9% | 8.1% | 6.0% |\n";

  it("is said of that column, and not of the table", () => {
    const [rule, years] = ["|---|---|---|---|---|\n", "| | 2025 | 2024 | 2025 | 2024 |\n"];
    expect(foundIn(`| | Non-GAAP | | GAAP | |\n${rule}${years}${row}`)).toEqual([
      "table-without-gaap: Operating margin",
    ]);
    expect(foundIn(`| | GAAP | | Non-GAAP | |\n${rule}${years}${row}`)).toEqual([]);
    expect(foundIn(`| Non-GAAP | 2025 | 2024 | 2023 | 2022 |\n${rule}${row}`)).toEqual([
      "gaap-ratio-missing: Operating margin",
    ]);
  });
});
