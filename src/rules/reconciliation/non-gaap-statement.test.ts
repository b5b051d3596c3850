import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

describe("columns of the company's own", () => {
  const columns = (title: string): string =>
    `## ${title}\n\n| ($ thousands) | GAAP Q3 2025 | Non-GAAP Q3 2025 |\n|---|---|---|\n| Revenue | 55,956 | 55,956 |\n| Gross profit | 26,159 | 27,598 |\n| Operating expense | 44,273 | 40,071 |\n| Operating loss | (18,114) | (12,473) |\n\n`;
  const found = (title: string): readonly string[] =>
    messagesOf(`${HEAD}${columns(title)}${STATEMENT}`, "non-gaap-income-statement");

  it("are a statement where they have its subtotals and its title", () => {
    expect(found("Revenue & Operating Income Statement")).toEqual([
      'Table 1 has a column of the company\'s own for 4 lines from "Revenue" to "Operating loss": most of an income statement that is not under GAAP.',
    ]);
    expect(found("Third Quarter Highlights")).toEqual([]);
  });
});

describe("a sentence on a measure of the company's own right above a statement", () => {
  const PLAIN = "## Consolidated Statements of Operations\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
  const rows =
    "| Revenue | 40.2 | 38.1 |\n| Cost of revenue | 20.2 | 19.1 |\n| Gross profit | 20.0 | 19.0 |\n| Operating expenses | 14.0 | 13.0 |\n| Operating income | 6.0 | 6.0 |\n| Income before income taxes | 6.0 | 6.0 |\n| Income tax | 2.0 | 2.0 |\n| Net income | 4.0 | 4.0 |\n| Diluted earnings per share | 0.40 | 0.40 |\n\n";

  it("makes no statement of the company's own of it", () => {
    const found = (above: string): readonly string[] =>
      messagesOf(`${HEAD}${above}\n\n${PLAIN}${rows}`, "non-gaap-income-statement");
    expect(found("EBITDA was $11.1 million.")).toEqual([]);
    expect(found("## Non-GAAP Results\n\nEBITDA was $11.1 million.")).toEqual([]);
    expect(
      messagesOf(`${HEAD}${PLAIN.replace("Consolidated", "Non-GAAP")}${rows}`, "non-gaap-income-statement"),
    ).toHaveLength(1);
  });

  it("nor does what a long paragraph between the two is headed", () => {
    const long = "It leaves out what varies from company to company, and readers look at it. ".repeat(6);
    const found = (heading: string): readonly string[] =>
      messagesOf(`${HEAD}## ${heading}\n\n${long}\n\n${PLAIN}${rows}`, "non-gaap-income-statement");
    expect(found("Use of Non-GAAP Measures")).toEqual([]);
    expect(found("Adjusted EBITDA")).toEqual([]);
  });

  it("is none where Article 11 asks for it", () => {
    const proForma = (title: string): readonly string[] =>
      messagesOf(`${HEAD}${PLAIN.replace("Consolidated", title)}${rows}`, "non-gaap-income-statement");
    expect(proForma("Unaudited Pro Forma Condensed Consolidated")).toEqual([]);
    expect(proForma("Unaudited Pro Forma")).toHaveLength(1);
  });
});

describe("the last line of a statement of the company's own", () => {
  const own = (...ends: readonly [string, string]): string =>
    `## Non-GAAP Consolidated Statements of Operations\n\n| ($ thousands) | Q3 2025 | Q2 2025 |\n|---|---|---|\n| Revenue | 40,200 | 38,100 |\n| Cost of revenue | 20,200 | 19,100 |\n| Gross profit | 20,000 | 19,000 |\n| Operating expenses | 14,000 | 13,000 |\n| Operating income | 6,000 | 6,000 |\n| Income before income taxes | 6,000 | 6,000 |\n| Income tax | 2,000 | 2,000 |\n| Net income | ${ends.join(" | ")} |\n| Diluted earnings per share | 0.40 | 0.40 |\n\n`;
  const BRIDGE = table(
    "Reconciliation of Non-GAAP Net Income",
    "GAAP net income | 4,000 | 3,000",
    "Amortization | 512 | 497",
    "Non-GAAP net income | 4,512 | 3,497",
  );
  const found = (...parts: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${parts.join("")}`, "reconciliation-missing").filter((message) =>
      message.includes("is not under GAAP, and no reconciliation leads"),
    );
  const OF_NET = expect.stringContaining('"Net income"');

  it("is led to in each of its periods, or told of", () => {
    expect(found(own("4,512", "3,733"), BRIDGE)).toEqual([OF_NET]);
  });

  it("is nothing where the reconciliation comes to each, nor where there is none at all", () => {
    expect(found(own("4,512", "3,497"), BRIDGE)).not.toEqual([OF_NET]);
    expect(found(own("4,512", "3,733"))).not.toEqual([OF_NET]);
  });
});
