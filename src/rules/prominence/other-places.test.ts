import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const AT = "| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
const tableOf = (title: string, ...rows: readonly string[]): string =>
  `## ${title}\n\n${AT}${rows.map((row) => `| ${row} |\n`).join("")}\n`;

it("names a table of results behind the statements with the summary that lacks the same measure", () => {
  const told = (...behind: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}${tableOf("Highlights", "Revenue | 40.2 | 38.1", "Free cash flow | 3.0 | 3.1")}${STATEMENT}${tableOf("Results in Charts", ...behind)}`,
      "table-without-gaap",
    );
  expect(told("Free cash flow | 3.0 | 3.1")).toEqual([
    expect.stringMatching(/no row for cash from operating activities\. It stands so in line \d+ as well\.$/),
  ]);
  expect(told("Cash from operating activities | 5.0 | 4.2", "Free cash flow | 3.0 | 3.1")).toEqual([
    expect.stringMatching(/no row for cash from operating activities\.$/),
  ]);
});

it("names a table of figures that has a ratio of the company's own alone with the text that has it so", () => {
  const told = (...behind: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}- Adjusted gross margin of 31.4%\n\n${STATEMENT}${tableOf("Results in Charts", ...behind)}${tableOf("Reconciliation of Adjusted Gross Margin", "Gross profit | 12.0 | 11.0", "Gross margin | 29.9% | 28.9%", "Severance | 0.6 | 0.5", "Adjusted gross profit | 12.6 | 11.5", "Adjusted gross margin | 31.4% | 30.2%")}`,
      "gaap-ratio-missing",
    );
  expect(told("Adjusted gross margin | 31.4% | 30.2%")).toEqual([
    expect.stringMatching(/It stands so in line \d+ as well\.$/),
  ]);
  expect(told("Gross margin | 29.9% | 28.9%", "Adjusted gross margin | 31.4% | 30.2%")).toEqual([
    expect.not.stringMatching(/It stands so/),
  ]);
});
