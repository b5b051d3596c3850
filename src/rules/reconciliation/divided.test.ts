import { expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...tables: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${EBITDA}${tables.join("")}`,
    new Set(["reconciliation-missing"]),
  );
const leverage = (earnings: string): string =>
  table(
    "Net Leverage",
    "Total debt | 120.4 | 118.2",
    `Adjusted EBITDA, last twelve months | ${earnings}`,
    "Net leverage | 2.5x | 2.6x",
  );

it("asks for the twelve months that debt is divided by", () => {
  expect(found(leverage("47.3 | 45.9"))).toEqual(["reconciliation-missing: Adjusted EBITDA, last twelve months"]);
});

it("does not where a reconciliation comes to them, or quarters add up to them", () => {
  expect(found(leverage("12.1 | 11.0"))).toEqual([]);
  // Who reconciles one of the dates has the others to reconcile as well.
  expect(found(leverage("12.1 | 45.9"))).toEqual(["reconciliation-missing: Adjusted EBITDA, last twelve months"]);
  const quarters = "| ($ millions) | Q4 | Q3 | Q2 | Q1 |\n|---|---|---|---|---|\n";
  const rows = [
    "Net income | 4.0 | 4.0 | 4.0 | 4.0",
    "Depreciation | 8.1 | 7.5 | 7.9 | 7.8",
    "Adjusted EBITDA | 12.1 | 11.5 | 11.9 | 11.8",
  ];
  const bridge = `Reconciliation of Adjusted EBITDA by Quarter\n\n${quarters}${rows.map((row) => `| ${row} |\n`).join("")}\n`;
  expect(found(bridge, leverage("47.3 | 11.5"))).toEqual([]);
});

it("takes cash off debt in whatever order the table has them", () => {
  const said = (end: string): readonly string[] =>
    wordsFound(
      `${HEAD}Net debt was $100.4 million.\n\n${STATEMENT}${table("Liquidity", "Cash and cash equivalents | 20.0 | 18.0", "Bank debt | 90.4 | 88.2", "Notes | 30.0 | 30.0", "Total outstanding indebtedness | 120.4 | 118.2", `Net debt | ${end}`)}`,
      new Set(["reconciliation-missing"]),
    );
  expect(said("100.4 | 100.2")).toEqual([]);
  expect(said("83.7 | 84.9")).toEqual(["reconciliation-missing: Net debt"]);
});

it("names the ratio in the text, and the notes that give the quarters without what leads to each", () => {
  const note =
    "(1) The sum of Adjusted EBITDA of $11.3 million, $11.6 million, $12.3 million and $12.1 million in the four quarters to date.\n";
  const told = messagesOf(
    `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\nNet leverage was 2.5x.\n\n${STATEMENT}${EBITDA}${leverage("47.3 | 45.9")}${note}`,
    "reconciliation-missing",
  );
  expect(told).toEqual([
    expect.stringMatching(
      /for other periods\. The ratio that comes of it is given in line \d+\. The quarters that make it up are given in line \d+ without what leads to each\.$/,
    ),
  ]);
});

it("asks for the twelve months that cash flow is divided by", () => {
  const conversion = table(
    "Free Cash Flow Conversion",
    "Cash provided by operating activities | 60.0 | 58.0",
    "Capital expenditures | (12.7) | (12.1)",
    "Free cash flow | 47.3 | 45.9",
    "Adjusted EBITDA, last twelve months | 47.9 | 46.2",
    "Free cash flow conversion | 99% | 99%",
  );
  expect(found(conversion)).toEqual(["reconciliation-missing: Adjusted EBITDA, last twelve months"]);
  expect(found(conversion.replace("47.9 | 46.2", "12.1 | 11.0"))).toEqual([]);
});
