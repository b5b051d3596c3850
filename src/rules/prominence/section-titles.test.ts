import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const summary = (...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}## Results\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`,
    "table-without-gaap",
  );

it("a section that is titled by the measure under GAAP stands for it, as its lines go by who earns it", () => {
  const own = ["Adjusted EBITDA | | ", "Acme North | 7.1 | 6.0", "Total | 12.1 | 11.0"];
  expect(summary("Revenue | 40.2 | 38.1", "Net income | | ", "Acme Group | 3.3 | 3.0", ...own)).toEqual([]);
  expect(summary("Revenue | 40.2 | 38.1", "Loans | | ", "Acme Group | 3.3 | 3.0", ...own)).toHaveLength(1);
});

it("and none that the row itself stands in", () => {
  expect(
    summary("Revenue | 40.2 | 38.1", "Earnings per share | | ", "Adjusted earnings per share | 1.20 | 1.10"),
  ).toHaveLength(1);
});
