import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

const trend = (title: string, row: string): string =>
  `## ${title}\n\n| ($ millions) | Q3 2025 | Q2 2025 | Q3 2024 |\n|---|---|---|---|\n| ${row} |\n\n`;
const BRIDGE = EBITDA.replace(/\| \(\$ millions\) \|[^\n]*/, "| ($ millions) | Q3 2025 | Q3 2024 |");
const found = (...behind: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${BRIDGE}${behind.join("")}`,
    "reconciliation-missing",
  );

it("tells of periods that only a list behind the statements gives, and names each table", () => {
  const first = trend("Quarterly Trends and Results", "Adjusted EBITDA | 12.1 | 11.6 | 11.0");
  const second = trend("Results in Charts", "Adjusted EBITDA | 12.1 | 11.6 | 11.0");
  expect(found(first, second)).toEqual([
    expect.stringMatching(/gives "Adjusted EBITDA" for a period .* It stands so in line \d+ as well\.$/),
  ]);
});

it("does not where they give the periods that are reconciled, or lead to the others", () => {
  expect(found(trend("Quarterly Trends and Results", "Adjusted EBITDA | 12.1 | | 11.0"))).toEqual([]);
  const own =
    "Net income | 4.0 | 3.8 | 3.6 |\n| Depreciation | 8.1 | 7.8 | 7.4 |\n| Adjusted EBITDA | 12.1 | 11.6 | 11.0";
  expect(
    found(trend("Quarterly Results", own), trend("Results in Charts", "Adjusted EBITDA | 12.1 | 11.6 | 11.0")),
  ).toEqual([]);
});
