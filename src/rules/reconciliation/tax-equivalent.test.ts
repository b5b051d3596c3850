import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const BANK = table(
  "Consolidated Statements of Income",
  "Interest income | 61.2 | 58.1",
  "Interest expense | 20.0 | 19.2",
  "Net interest income | 41.2 | 38.9",
  "Noninterest expense | 32.6 | 31.2",
  "Income before income taxes | 8.6 | 7.7",
  "Income tax | 1.6 | 1.5",
  "Net income | 7.0 | 6.2",
);
const found = (text: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${BANK}${tables.join("")}`, "reconciliation-missing");

describe("net interest income as if it were all taxed", () => {
  it.each([
    "Net interest income on a fully taxable-equivalent basis was $41.9 million.",
    "Net interest income (FTE) rose to $41.9 million.",
    "Tax-equivalent net interest income was $41.9 million.",
  ])("is led to by nothing where no adjustment is given: %s", (text) => {
    expect(found(text)).toEqual([
      expect.stringMatching(/^"[^"]+" is given, and no table or sentence reconciles it with net interest income\.$/),
    ]);
  });

  it("is told once, with the rows that have it", () => {
    const average = table("Average Balances", "Loans (TE) | 55.1 | 50.2", "Net interest income (TE) | 41.9 | 39.6");
    expect(found("Net interest income (TE) was $41.9 million.", average)).toEqual([
      expect.stringContaining("It stands so in line 22 as well."),
    ]);
  });

  it.each([
    table("Average Balances", "Net interest income (FTE) | 41.9 | 39.6", "Less: FTE adjustment | 0.7 | 0.7"),
    table("Key Figures", "Net interest income | 41.2 | 38.9", "Taxable-equivalent effect | 0.7 | 0.7"),
    table(
      "Key Figures",
      "Net interest income | 41.2 | 38.9",
      "Free of tax | 0.7 | 0.7",
      "Net interest income (FTE) | 41.9 | 39.6",
    ),
    "(1) The tax-equivalent adjustment was $0.7 million in both quarters.\n",
  ])("is led to by the adjustment, in a line or in words: %#", (where) => {
    expect(found("Net interest income (FTE) was $41.9 million.", where)).toEqual([]);
  });

  it("has no amount where only the margin is given on that basis", () => {
    expect(found("The net interest margin on a tax-equivalent basis was 3.62%.")).toEqual([]);
    expect(found("Net interest income was $41.2 million, and the margin (FTE) was 3.62%.")).toEqual([]);
  });
});

describe("what is tangible, among the key figures behind the statements of a bank", () => {
  const FIGURES = table(
    "Selected Financial Data",
    "Book value per share | 24.10 | 22.80",
    "Tangible book value per share | 19.35 | 18.00",
    "Return on average equity | 11.9% | 11.3%",
    "Return on average tangible equity | 15.0% | 14.6%",
    "Employees | 410 | 402",
  );
  it("is led to by no row of book value beside it", () => {
    expect(found("Net income was $7.0 million.", FIGURES)).toEqual([
      '"Tangible book value per share" is given, and no table or sentence reconciles it with book value per share.',
      '"Return on average tangible equity" is given, and no table or sentence reconciles it with return on equity.',
    ]);
  });

  it("is led to by lines that take off goodwill", () => {
    const led = table(
      "Reconciliation of Non-GAAP Measures",
      "Total equity | 368.7 | 349.0",
      "Less: goodwill | (72.6) | (73.5)",
      "Tangible common equity | 296.1 | 275.5",
      "Book value per share | 24.10 | 22.80",
      "Tangible book value per share | 19.35 | 18.00",
      "Net income | 7.0 | 6.2",
      "Average tangible common equity | 290.0 | 270.0",
      "Return on average tangible equity | 15.0% | 14.6%",
    );
    expect(found("Net income was $7.0 million.", FIGURES, led)).toEqual([]);
  });
});
