import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}## Trends\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`,
    "gaap-ratio-missing",
  );

describe("a ratio that a row itself calls the company's own", () => {
  it("stands with the same words without that", () => {
    expect(found("Adjusted loss rate | 1.2% | 1.4%", "Adjusted funding cost ratio | 3.1% | 3.0%")).toEqual([
      expect.stringMatching(
        /^"Adjusted loss rate" is a ratio .* So it is with "Adjusted funding cost ratio" in line \d+\.$/,
      ),
    ]);
    expect(found("Loss rate | 1.9% | 2.2%", "Adjusted loss rate | 1.2% | 1.4%")).toEqual([]);
  });

  it("stands below that of the standards, however many words make it the company's own", () => {
    const own = "Adjusted non-GAAP upkeep as a percentage of net sales | 7.5% | 6.6%";
    expect(found("GAAP upkeep as a percentage of net sales | 8.5% | 8.1%", own)).toEqual([]);
    expect(found("GAAP repairs as a percentage of net sales | 8.5% | 8.1%", own)).toHaveLength(1);
  });

  it("is none where it counts people or places, or is an amount", () => {
    expect(found("Adjusted retention rate | 91.2% | 90.4%", "Adjusted occupancy rate | 81.0% | 80.1%")).toEqual([]);
    expect(found("Adjusted day rate | 91.2 | 90.4")).toEqual([]);
    expect(found("Loss rate | 1.9% | 2.2%")).toEqual([]);
  });

  it("is one that the release says is not under GAAP, by whatever name", () => {
    const told = (...more: readonly string[]): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million. Portfolio yield was 9.2%.\n\n${more.join("\n\n")}\n\n${STATEMENT}## Non-GAAP Measures\n\nPortfolio yield is a non-GAAP financial measure. We calculate it as adjusted income of the portfolio, divided by its average balance.\n`,
        "gaap-ratio-missing",
      );
    expect(told()).toHaveLength(1);
    expect(told("GAAP portfolio yield was 7.9%.")).toEqual([]);
  });
});
