import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const income = (...lines: readonly string[]): string =>
  table(
    "Consolidated Statements of Income",
    "Interest income | 61.2 | 58.1",
    "Interest expense | 20.0 | 19.2",
    ...lines,
    "Noninterest expense | 32.6 | 31.2",
    "Income before income taxes | 8.6 | 7.7",
    "Income tax | 1.6 | 1.5",
    "Net income | 7.0 | 6.2",
  );
const PLAIN = "Net interest income | 41.2 | 38.9";
const told = (text: string): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${income(PLAIN)}`, "gaap-measure-missing");

describe("net interest income on a tax-equivalent basis alone", () => {
  it.each([
    "Net interest income (FTE) was $41.9 million, an increase of 4% from the quarter before.",
    "Net interest income on a tax-equivalent basis rose to $41.9 million.",
    "Taxable-equivalent net interest income came to $41.9 million, and the net interest margin to 3.41%.",
  ])("is told without that of the statements: %s", (text) => {
    expect(told(text)).toEqual([expect.stringMatching(/ and not net interest income as reported\.$/)]);
  });

  it.each([
    "Net interest income was $41.2 million. On a tax-equivalent basis it was $41.9 million.",
    "Net interest income was $41.2 million, and net interest income (FTE) $41.9 million.\n\nNet interest income (FTE) was $41.9 million.",
    "The net interest margin (FTE) was 3.41%.",
  ])("is not asked for where both are told, or the margin alone: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  const tabled = (...lines: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${income(...lines)}`, "table-without-gaap");

  it("stands in an income statement that has no line of the standards", () => {
    expect(tabled("Net interest income (TE) | 41.9 | 39.6")).toEqual([
      expect.stringMatching(/^Table 1 has "Net interest income \(TE\)" and no row for net interest income/),
    ]);
    expect(
      tabled("Net interest income (TE) | 41.9 | 39.6", "Taxable-equivalent adjustment | 0.7 | 0.7", PLAIN),
    ).toEqual([]);
    expect(tabled(PLAIN)).toEqual([]);
  });
});

describe("the margin on a tax-equivalent basis alone", () => {
  const ratios = (...lines: readonly string[]): string =>
    table("Selected Ratios", "Return on average assets | 1.04% | 0.98%", ...lines);
  const margin = (text: string, ...lines: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${text}\n\n${income(PLAIN)}\n\n${ratios(...lines)}`, "gaap-ratio-missing").filter((one) =>
      /tax-equivalent basis/.test(one),
    );
  const OWN = "The net interest margin on a tax-equivalent basis was 3.20%, up 3 basis points.";
  const ROWS = ["Net interest margin | 3.19% | 3.16%", "Net interest margin - FTE | 3.20% | 3.17%"];

  it("wants the other where the release has both", () => {
    expect(margin(OWN, ...ROWS)).toHaveLength(1);
    expect(margin(`The net interest margin was 3.19%. ${OWN}`, ...ROWS)).toEqual([]);
  });

  it("is the only one that most banks know", () => {
    expect(margin(OWN, ROWS[1]!)).toEqual([]);
  });
});

describe("a table with both amounts of net interest income", () => {
  const ahead = (...lines: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}${income(PLAIN)}\n\n${table("Selected Data", ...lines, "Net income | 7.0 | 6.2")}`,
      "table-without-gaap",
    );

  it("has that of the statements first", () => {
    expect(ahead("Net interest income - FTE | 41.9 | 39.5", PLAIN)).toHaveLength(1);
    expect(ahead(PLAIN, "Net interest income - FTE | 41.9 | 39.5")).toEqual([]);
  });
});

describe("interest income and revenue on a tax-equivalent basis", () => {
  it("are told without the lines of the statements", () => {
    expect(told("Interest income on a tax-equivalent basis rose by 4% to $61.9 million.")).toEqual([
      'The text gives "Interest income on a tax-equivalent basis" and not interest income as reported.',
    ]);
    expect(told("Total revenue (FTE) was $51.9 million.")).toEqual([
      'The text gives "Total revenue (FTE)" and not revenue as reported.',
    ]);
  });

  it("are answered by these in their section, and by net interest income not", () => {
    const own = "Interest income on a tax-equivalent basis rose by 4% to $61.9 million.";
    expect(told(`Interest income was $61.2 million. ${own}`)).toEqual([]);
    expect(told(`Net interest income was $41.2 million. ${own}`)).toHaveLength(1);
    expect(told("Total revenue was $51.2 million, and total revenue (FTE) $51.9 million.")).toEqual([]);
  });
});
