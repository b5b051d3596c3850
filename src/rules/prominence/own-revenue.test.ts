import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const summary = (...rows: readonly string[]): string =>
  table("Summary of Operating Results", ...rows, "Losses and expenses | 30.2 | 29.1", "Income tax | 2.0 | 2.0");
const DEFINED =
  "## Non-GAAP measures\n\nUnderwriting revenue is a non-GAAP financial measure defined as total revenue, excluding net investment income. Management believes that it is useful to investors.\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Total revenue | 40.2 | 38.1 |\n| Net investment income | (4.0) | (3.0) |\n| Underwriting revenue | 36.2 | 35.1 |\n\n";
const found = (text: string, statement = STATEMENT): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${text}${statement}${DEFINED}`, "table-without-gaap").filter(
    (one) => one.includes("down to net income"),
  );
const OWN = "Total underwriting revenue | 36.2 | 35.1";
const NET = "| Net income | 4.0 | 4.0 |\n| Restructuring | 1.0 | 0.5 |\n| Adjusted net income | 5.0 | 4.5 |\n\n";
const down = (...rows: readonly string[]): string => `${summary(...rows).trimEnd()}\n${NET}`;

describe("revenue of the company's own in a summary that goes down to net income", () => {
  it("stands with revenue as reported", () => {
    expect(found(down(OWN))).toEqual([
      'Table 1 goes from "Total underwriting revenue" down to net income, and has no row for revenue as reported.',
    ]);
  });

  it("may have it in a row of its own", () => {
    expect(found(down("Revenue | 40.2 | 38.1", OWN))).toEqual([]);
  });

  it("is no summary without earnings, and none where no statement prints revenue", () => {
    expect(found(summary(OWN))).toEqual([]);
    expect(found(down(OWN), "")).toEqual([]);
    expect(found(down("Same-store sales growth | 3% | 2%"))).toEqual([]);
  });
});

describe("revenue less what is collected for others", () => {
  const told = (text: string): readonly string[] =>
    messagesOf(
      `${HEAD}${text}\n\n${STATEMENT}${table("Consolidated Statements of Operations", "Net sales | 214.6 | 199.8", "Cost of sales | 100.1 | 95.0", "Gross profit | 114.5 | 104.8", "Net income | 4.0 | 4.0")}`,
      "gaap-measure-missing",
    );

  it("is revenue as reported where the statements print it so", () => {
    expect(told("Net sales, excluding sales tax, were $214.6 million.")).toEqual([]);
    expect(told("Net sales, excluding the divested business, were $212.0 million.")).toHaveLength(1);
  });
});
