import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...charts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${charts.join("")}`, "table-without-gaap");

describe("a chart behind the statements that is called after a measure of the company's own", () => {
  it.each([
    ["Adjusted Free Cash Flow", "Cash flow from operating activities"],
    ["Adjusted EBITDA", "Net income"],
    ["Free Cash Flow", "Net cash provided by operating activities"],
  ])("begins with it: %s", (title, gaap) => {
    expect(found(table(title, `${title} | 6.1 | 5.0`, `${gaap} | 4.0 | 4.0`))).toEqual([
      `Table 2 is called after "${title}" and has it above "${gaap}", the measure under GAAP.`,
    ]);
  });

  it("has the measure under GAAP first, or is a reconciliation", () => {
    expect(found(table("Adjusted EBITDA", "Net income | 4.0 | 4.0", "Adjusted EBITDA | 6.1 | 5.0"))).toEqual([]);
    expect(
      found(
        table(
          "Reconciliation of Adjusted EBITDA",
          "Adjusted EBITDA | 6.1 | 5.0",
          "Income tax | (2.1) | (1.0)",
          "Net income | 4.0 | 4.0",
        ),
      ),
    ).toEqual([]);
  });
});
