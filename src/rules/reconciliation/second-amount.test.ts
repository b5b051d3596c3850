import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const FCF = table(
  "Free Cash Flow",
  "Cash provided by operating activities | 5.0 | 4.0",
  "Capital expenditures | (2.0) | (1.0)",
  "Free cash flow | 3.0 | 3.0",
);
const EPS = table(
  "Reconciliation of Adjusted Earnings per Share",
  "Diluted earnings per share | 0.71 | 0.69",
  "Restructuring | 0.07 | 0.03",
  "Adjusted diluted earnings per share | 0.78 | 0.72",
);
const found = (said: string, ...more: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. ${said}\n\nThe plants ran well.\n\n${STATEMENT}${EBITDA}${FCF}${EPS}${more.join("")}`,
    "reconciliation-missing",
  );

describe("a second amount of a measure, with one thing more left out", () => {
  it("is led to by nothing that leads to the first", () => {
    expect(found("Free cash flow was $3.0 million, or $3.7 million before payments for the lawsuit.")).toEqual([
      '"Free cash flow" is given a second time "before payments for the lawsuit" (3.7), and no table or sentence leads to that amount.',
    ]);
    expect(
      found("Adjusted diluted earnings per share were $0.78, or $0.86 excluding the loss from hail."),
    ).toHaveLength(1);
    expect(found("Free cash flow was $3.0 million.")).toEqual([]);
  });

  it("follows from what is left out in the same terms: an amount of millions is no part of a share", () => {
    expect(found("Free cash flow was $3.0 million, or $3.7 million before payments of $0.7 million.")).toEqual([]);
    const share = "Adjusted diluted earnings per share were $0.78, or $0.86 excluding a loss from hail of";
    expect(found(`${share} $0.08 per share.`)).toEqual([]);
    expect(found(`${share} $4.1 million.`)).toHaveLength(1);
  });

  it("may stand in a table, and an earlier period's amount is none", () => {
    const row = table("Without the Lawsuit", "Free cash flow | 3.0 | 3.0", "Before the lawsuit | 3.7 | 3.0");
    expect(found("Free cash flow was $3.0 million, or $3.7 million before the lawsuit.", row)).toEqual([]);
    expect(found("Free cash flow was $3.0 million, compared to $3.0 million before the merger.")).toEqual([]);
  });
});
