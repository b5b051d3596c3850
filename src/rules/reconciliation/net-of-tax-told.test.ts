import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const SAID = "- Pre-tax closure charges of $1.6 million, or $0.12 per share, for our plant in Ohio\n\n";
const bridge = (...lines: readonly string[]): string =>
  `## Reconciliation of net income and earnings per share\n\n| (millions, but per share) | Net income Q3 2025 | Net income Q3 2024 | Earnings per share Q3 2025 | Earnings per share Q3 2024 |\n|---|---|---|---|---|\n| GAAP | $ 4.0 | $ 4.0 | $ 0.40 | $ 0.40 |\n${lines.map((line) => `| ${line} |\n`).join("")}| Non-GAAP | $ 5.2 | $ 4.0 | $ 0.52 | $ 0.40 |\n\n`;
const found = (said: string, ...lines: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Results included the following:\n\n${said}${STATEMENT}${bridge(...lines)}`,
    "adjustment-net-of-tax",
  );

describe("a charge that the text gives before tax, with what it is for a share", () => {
  it("has lost the tax in the line that has less for the same amount per share", () => {
    expect(found(SAID, "Charges | 1.2 | — | 0.12 | —")).toEqual([
      'Table 2 shows "Charges" after tax: its amount is 1.2, and the text has 1.6 before tax for the same amount per share; the tax on it is no line of the reconciliation.',
    ]);
  });

  it("has its tax in a line of its own, or is in the line in full", () => {
    expect(found(SAID, "Charges | 1.6 | — | 0.16 | —", "Tax on the charges | (0.4) | — | (0.04) | —")).toEqual([]);
    expect(found(SAID, "Charges | 1.2 | — | 0.12 | —", "Tax on the charges | — | — | — | —")).toEqual([]);
    expect(found(SAID, "Charges | 1.6 | — | 0.12 | —")).toEqual([]);
  });

  it("is another one where the amount per share is another, or no tax leaves so little", () => {
    expect(found(SAID, "Charges | 1.2 | — | 0.13 | —")).toEqual([]);
    expect(found(SAID, "Charges | 0.2 | — | 0.12 | —")).toEqual([]);
  });

  it("is not said to be before tax", () => {
    expect(found(SAID.replace("Pre-tax closure", "Closure"), "Charges | 1.2 | — | 0.12 | —")).toEqual([]);
  });
});
