import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const INSURER = table(
  "Consolidated Statements of Income",
  "Premiums earned | 77.2 | 69.3",
  "Net investment income | 7.1 | 6.9",
  "Total revenues | 84.3 | 76.2",
  "Losses and loss adjustment expenses | 48.3 | 40.6",
  "Underwriting expenses | 24.6 | 21.7",
  "Income before income taxes | 11.4 | 13.9",
  "Income tax | 2.2 | 2.8",
  "Net income | 9.2 | 11.1",
);
const RESULT = [
  "Premiums earned | 77.2 | 69.3",
  "Losses | 48.3 | 40.6",
  "Expenses | 24.6 | 21.7",
  "Underwriting profit (pre-tax) | 4.3 | 7.0",
];
const found = (title: string, rows: readonly string[], ...more: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $9.2 million.\n\n${table(title, ...rows)}${INSURER}${more.join("")}`,
    "reconciliation-missing",
  );

describe("what an insurer is left with of its premiums", () => {
  it("is led to by no table that does not have what was earned", () => {
    expect(found("Insurance Results", RESULT)).toEqual([
      '"Underwriting profit (pre-tax)" is given, and no table or sentence reconciles it with income before tax.',
    ]);
  });

  it("is led to where a table has both, or a sentence says how", () => {
    const both = table(
      "Underwriting Result",
      "Income before income taxes | 11.4 | 13.9",
      "Net investment income | (7.1) | (6.9)",
      "Underwriting income | 4.3 | 7.0",
    );
    expect(found("Insurance Results", RESULT, both)).toEqual([]);
    expect(
      found("Insurance Results", [
        ...RESULT,
        "Net investment income | 7.1 | 6.9",
        "Income before income taxes | 11.4 | 13.9",
      ]),
    ).toEqual([]);
  });

  it("is asked for in a sentence as well", () => {
    const said = "Underwriting profit of $4.3 million was below that of last year.\n\n";
    expect(found("Premiums", ["Premiums earned | 77.2 | 69.3"], said)).toEqual([]);
    expect(
      messagesOf(`${HEAD}${said}Net income was $9.2 million.\n\n${INSURER}`, "reconciliation-missing"),
    ).toHaveLength(1);
    const bySegment = "By segment, underwriting profit of $4.3 million was below that of last year.\n\n";
    expect(messagesOf(`${HEAD}${bySegment}${INSURER}`, "reconciliation-missing")).toEqual([]);
  });

  it("is a segment's own measure", () => {
    expect(found("Segment Results", RESULT)).toEqual([]);
    expect(found("Insurance Results", RESULT, "Underwriting profit is the measure of our segments.\n")).toEqual([]);
  });

  it("is no cost and no ratio of underwriting", () => {
    expect(
      found("Insurance Results", [
        "Underwriting expenses | 24.6 | 21.7",
        "Net underwriting expense ratio | 31.8% | 31.3%",
      ]),
    ).toEqual([]);
  });
});
