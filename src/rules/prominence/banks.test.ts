import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const table = (...rows: readonly string[]): string =>
  `| ($ thousands) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const ratios = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "gaap-ratio-missing");
const missing = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "gaap-measure-missing");

const KEY = table("Net income | 8,100 | 7,400", "Efficiency ratio (2) | 55.2% | 56.1%");

describe("a bank's efficiency ratio under its bare name", () => {
  it.each([
    "(2) Efficiency ratio is noninterest expense, excluding amortization of intangibles, divided by total revenue.\n",
    "(2) Noninterest expense divided by the sum of tax-equivalent net interest income and noninterest income.\n",
    "(2) Non-GAAP financial measure; see the tables at the end.\n",
    "We define our efficiency ratio as noninterest expense over net interest income (FTE) and noninterest income.\n",
  ])("is the bank's own where the release makes it so: %s", (note) => {
    expect(ratios(`${KEY}${note}`)).toHaveLength(1);
  });

  it.each([
    "(2) Efficiency ratio is noninterest expense divided by the sum of net interest income and noninterest income.\n",
    "(2) Noninterest expense over net interest income before the provision and noninterest income.\n",
    "(2) Annualized.\n",
    "The adjusted efficiency ratio excludes merger expenses from noninterest expense.\n",
  ])("is that of the statement where nothing says otherwise: %s", (note) => {
    expect(ratios(`${KEY}${note}`)).toEqual([]);
  });

  it("is answered by costs over revenue", () => {
    const both = table("Noninterest expense to total revenue | 58.0% | 59.0%", "Efficiency ratio (2) | 55.2% | 56.1%");
    expect(ratios(`${both}(2) Non-GAAP financial measure.\n`)).toEqual([]);
  });

  it("is the bank's own where the rows above adjust its costs, and not below other results", () => {
    const led = table(
      "Noninterest expense | 400 | 390",
      "Less: amortization of intangibles | (10) | (10)",
      "Total revenue | 800 | 790",
      "Efficiency ratio | 48.8% | 48.1%",
    );
    const summary = table(
      "Noninterest expense | 400 | 390",
      "Adjusted earnings per share | 2.10 | 2.00",
      "Net income | 90 | 80",
      "Efficiency ratio | 50.0% | 49.4%",
    );
    expect(ratios(led)).toHaveLength(1);
    expect(ratios(summary).filter((said) => said.includes("fficiency"))).toEqual([]);
  });
});

describe("net interest income as if none of it were free of tax", () => {
  const own = "Net interest income (TE) was $295.2 million, up 3% from the second quarter.\n\n";
  it("is not told alone in a section", () => {
    expect(missing(`## Net Interest Income\n\n${own}`)).toHaveLength(1);
    expect(
      missing("## Net Interest Income\n\nTaxable-equivalent net interest income totaled $12.1 million.\n"),
    ).toHaveLength(1);
  });
  it.each([
    `Net interest income was $293.0 million.\n\n${own}`,
    "Net interest income on an FTE basis was $295.2 million, and net interest income $293.0 million as reported.\n",
    "The net interest margin (TE) was 3.56%.\n",
  ])("keeps company with that of the statement, or gives no amount: %s", (text) => {
    expect(missing(`## Net Interest Income\n\n${text}`)).toEqual([]);
  });

  it("is no divisor alone", () => {
    const own = "Noninterest income as a percentage of total revenue (TE) | 26.8% | 26.1%";
    expect(ratios(table("Net income | 8 | 7", own))).toHaveLength(1);
    expect(ratios(table("Noninterest income as a percentage of total revenue | 27.0% | 26.3%", own))).toEqual([]);
    expect(ratios(table("Noninterest income as a percentage of total revenue | 27.0% | 26.3%"))).toEqual([]);
  });
});

describe("the leverage among the ratios that a regulator asks of a bank", () => {
  it("is capital by assets, and no debt by earnings", () => {
    const net = "Net income | 8,100 | 7,400";
    expect(ratios(table(net, "CET1 | 12.1% | 11.9%", "Leverage ratio | 9.8% | 9.7%"))).toEqual([]);
    expect(ratios(table(net, "Leverage ratio | 9.8% | 9.7%"))).toHaveLength(1);
    expect(ratios(table(net, "CET1 | 12.1% | 11.9%", "Net debt to EBITDA | 2.8 | 2.7"))).toHaveLength(1);
  });
});
