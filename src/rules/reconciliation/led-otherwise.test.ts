import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const HEADS = "| ($ thousands) | Q3 2025 | Q2 2025 | Q1 2025 | Q3 2024 |\n|---|---|---|---|---|\n";
const found = (shown: string): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n## Financial Highlights\n\n${HEADS}| Net income | 4,000 | 3,911 | 3,822 | 3,300 |\n| ${shown} |\n\n${STATEMENT}## Reconciliation of Adjusted Net Income\n\n${HEADS}| Net income | 4,000 | 3,911 | 3,822 | 3,300 |\n| Gain on sale, net of its costs | 107 | 104 | 101 | 97 |\n| Adjusted net income | 4,107 | 4,015 | 3,923 | 3,397 |\n`,
    "reconciliation-missing",
  );

describe("an amount in a table of results that its reconciliation gives otherwise", () => {
  it("is one that nothing leads to", () => {
    expect(found("Adjusted net income (1) | 4,107 | 4,015 | 3,932 | 3,397")).toEqual([
      'Table 1 gives "Adjusted net income" as 3,932, and the reconciliation of table 3 comes to 3,923 for the same period: nothing leads to the amount that is shown.',
    ]);
  });

  it("is none where they agree, where hardly a column does, and where the row is called otherwise", () => {
    expect(found("Adjusted net income (1) | 4,107 | 4,015 | 3,923 | 3,397")).toEqual([]);
    expect(found("Adjusted net income (1) | 4,115 | 4,022 | 3,932 | 3,397")).toEqual([]);
    expect(found("Adjusted net income before tax | 4,107 | 4,015 | 3,932 | 3,397")).toEqual([]);
  });
});
