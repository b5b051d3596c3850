import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const bridge = (heads: string, ...rows: readonly string[]): string =>
  `## Reconciliation of Adjusted EBITDA\n\n| ($ millions) | ${heads} |\n|---|${"---|".repeat(heads.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const QUARTERS = bridge(
  "Three months ended September 30, 2025 | Three months ended September 30, 2024",
  "Net income | 4.0 | 4.0",
  "Depreciation | 8.1 | 7.0",
  "Adjusted EBITDA | 12.1 | 11.0",
);
const NET_DEBT =
  "## Net Debt\n\n| ($ millions) | September 30, 2025 | December 31, 2024 |\n|---|---|---|\n| Total debt | 90.5 | 92.5 |\n| Cash | (10.2) | (12.2) |\n| Net debt | 80.3 | 80.3 |\n\n";
const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. ${said}\n\nThe plants ran well.\n\n${STATEMENT}${tables.join("")}${NET_DEBT}`,
    "reconciliation-missing",
  );
const RATIO = "The ratio of net debt to adjusted EBITDA was 1.7 times.";

describe("debt over the earnings of twelve months", () => {
  it("is led to by no earnings of a quarter", () => {
    expect(found(RATIO, QUARTERS)).toEqual([
      '"net debt to adjusted EBITDA" is given, and the reconciliations lead to the earnings that debt is divided by for parts of a year alone, and not for twelve months.',
    ]);
  });

  it("is led to by those of a year, or of a quarter that is taken four times", () => {
    const year = bridge(
      "Twelve months ended September 30, 2025",
      "Net income | 16.1",
      "Depreciation | 31.0",
      "Adjusted EBITDA | 47.1",
    );
    expect(found(RATIO, QUARTERS, year)).toEqual([]);
    expect(found("Net debt to annualized adjusted EBITDA was 1.7 times.", QUARTERS)).toEqual([]);
    expect(found(`${RATIO} Adjusted EBITDA of the last twelve months was $47.1 million.`, QUARTERS, year)).toEqual([]);
  });

  it("is the lender's, where his agreement has it so", () => {
    expect(found("The covenant on net debt to adjusted EBITDA stood at 1.7 times.", QUARTERS)).toEqual([]);
  });
});
