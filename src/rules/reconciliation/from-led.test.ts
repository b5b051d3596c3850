import { expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const QUARTERS =
  "## Reconciliation of Adjusted EBITDA\n\n| ($ millions) | Q3 2025 | Q2 2025 | Q1 2025 | Q4 2024 | Q3 2024 |\n|---|---|---|---|---|---|\n| Net income | 4.0 | 3.8 | 3.1 | 3.3 | 4.0 |\n| Income tax | 2.0 | 1.9 | 1.5 | 1.6 | 2.0 |\n| Depreciation | 6.1 | 5.9 | 5.8 | 5.2 | 5.0 |\n| Adjusted EBITDA | 12.1 | 11.6 | 10.4 | 10.1 | 11.0 |\n\n";
const found = (said: string): readonly string[] =>
  wordsFound(
    `${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${QUARTERS}`,
    new Set(["reconciliation-missing"]),
  );

it("needs no reconciliation of what quarters that have one add up to", () => {
  expect(found("Adjusted EBITDA of twelve months was $44.2 million.")).toEqual([]);
  expect(found("Adjusted EBITDA of twelve months was $49.2 million.")).toEqual([
    "reconciliation-missing: Adjusted EBITDA",
  ]);
});

it("nor of what two of its amounts differ by", () => {
  expect(found("Adjusted EBITDA, at $1.7 million more than in March, was a record.")).toEqual([]);
  expect(found("Adjusted EBITDA, at $2.9 million more than in March, was a record.")).toEqual([
    "reconciliation-missing: Adjusted EBITDA",
  ]);
});
