import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const DATES = "September 30, 2025 | June 30, 2025 | September 30, 2024";
const debt = (row: string): string =>
  `## Net debt\n\n| ($ millions) | ${DATES} |\n|---|---|---|---|\n| Total debt | 90.5 | 91.5 | 92.5 |\n| Cash | 10.2 | 11.2 | 12.2 |\n| Net debt | 80.3 | 80.3 | 80.3 |\n| ${row} |\n\n`;
const bridge = (heads: string, ...rows: readonly string[]): string =>
  `## Reconciliation of Adjusted EBITDA\n\n| ($ millions) | ${heads} |\n|---|${"---|".repeat(heads.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const found = (...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${parts.join("")}`, "reconciliation-missing");

describe("a measure over twelve months for several dates", () => {
  const ROW = "TTM Adjusted EBITDA | 52.1 | 50.4 | 47.7";
  const one = bridge(
    "Twelve months ended September 30, 2025",
    "Net income | 16.1",
    "Depreciation | 36.0",
    "Adjusted EBITDA | 52.1",
  );

  it("is reconciled for each of them", () => {
    expect(found(debt(ROW), one)).toEqual([
      'Table 2 gives "TTM Adjusted EBITDA" for several dates, and the reconciliations lead to it for one of them and not for others (50.4).',
    ]);
    const all = bridge(
      "Twelve months ended September 30, 2025 | Twelve months ended June 30, 2025 | Twelve months ended September 30, 2024",
      "Net income | 16.1 | 15.4 | 14.7",
      "Depreciation | 36.0 | 35.0 | 33.0",
      "Adjusted EBITDA | 52.1 | 50.4 | 47.7",
    );
    expect(found(debt(ROW), all)).toEqual([]);
  });

  it("is nothing where its own table leads to it, and nothing where it is of one date", () => {
    const own = bridge(
      DATES,
      "Net income | 16.1 | 15.4 | 14.7",
      "Depreciation | 36.0 | 35.0 | 33.0",
      "TTM Adjusted EBITDA | 52.1 | 50.4 | 47.7",
    );
    expect(found(own, one)).toEqual([]);
    expect(found(debt("TTM Adjusted EBITDA | 52.1 | | "), one)).toEqual([]);
  });
});
