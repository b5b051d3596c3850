import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...text: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${text.join("\n\n")}\n\n${STATEMENT}`, "gaap-ratio-missing");

describe("a payout ratio", () => {
  const said = "The dividend payout ratio was 62%.";
  const key = (row: string): string => table("Key Figures", "Dividends | 2.5 | 2.2", row);

  it("is the company's own where the release divides by what is", () => {
    const told = "The payout ratio means dividends divided by funds from operations.";
    expect(found(said, told)).toEqual([
      expect.stringContaining('"dividend payout ratio" is a ratio of a measure of the company\'s own'),
    ]);
    expect(found(key("Payout ratio | 62% | 60%"), told)).toHaveLength(1);
    expect(found("The payout ratio was 62% of funds from operations.")).toHaveLength(1);
    expect(found(key("Payout ratio (% of FFO) | 62% | 60%"))).toHaveLength(1);
  });

  it("is nothing where the release divides by net income, there as well or alone, or does not say", () => {
    expect(found(said, "The payout ratio means dividends divided by net income.")).toEqual([]);
    expect(
      found(
        said,
        "The payout ratio of free cash flow was 45%; the payout ratio means dividends divided by net income.",
      ),
    ).not.toContainEqual(expect.stringContaining("dividend payout ratio"));
    expect(found(said)).toEqual([]);
    // What stands behind a comma or an "and" is another measure.
    expect(found("The dividend payout ratio was 62% and core costs fell by 3%.")).toEqual([]);
  });

  it("is looked for no longer than a reader waits", () => {
    expect(found(`${"cash ".repeat(60_000)}was paid.`)).toEqual([]);
  }, 60_000);
});

describe("a payout ratio of the year to come", () => {
  const ahead = (words: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n## Outlook\n\n${words}\n`, "outlook-without-gaap");

  it("is the company's own by what its range is of, and no amount of that", () => {
    expect(
      ahead("We expect a dividend payout ratio of 90% to 100% of basic distributable earnings per share."),
    ).toEqual([expect.stringContaining("no amount for the payout ratio of net income")]);
    expect(ahead("We expect a dividend payout ratio of 90% to 100% of basic earnings per share.")).toEqual([]);
  });
});
