import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. ${said}\n\nThe plants ran well.\n\n${STATEMENT}${EBITDA}${tables.join("")}`,
    "reconciliation-missing",
  );

describe("a line that the company calls its own, and that no family of measures has", () => {
  it("is led to by nothing where no table has it", () => {
    expect(found("Non-GAAP interest expense was $0.8 million.")).toEqual([
      '"Non-GAAP interest expense" is given, and no table or sentence reconciles it with a measure under GAAP.',
    ]);
    expect(
      found("Adjusted working capital was 18.1% of revenue, up from adjusted working capital of 17%."),
    ).toHaveLength(1);
  });

  it("may be a yield, told by its change in basis points", () => {
    const said = "The adjusted loan yield increased 3 basis points.";
    expect(found(said)).toEqual([expect.stringMatching(/^"adjusted loan yield" is given/)]);
    expect(found(said, table("Yields", "Loan yield | 5.1% | 5.0%", "Adjusted loan yield | 5.0% | 4.9%"))).toEqual([]);
  });

  it("is in a table by its name, or in a column that is not under GAAP", () => {
    const said = "Non-GAAP interest expense was $0.8 million.";
    expect(
      found(said, table("Interest", "Interest expense | 1.0 | 0.9", "Non-GAAP interest expense | 0.8 | 0.7")),
    ).toEqual([]);
    const across =
      "## Results\n\n| ($ millions) | GAAP | Adjustments | Non-GAAP |\n|---|---|---|---|\n| Interest expense | 1.0 | (0.2) | 0.8 |\n\n";
    expect(found(said, across)).toEqual([]);
  });

  it("is in no table that adds it back to earnings, whatever its columns are called", () => {
    const led = (head: string): string =>
      `## Earnings\n\n| ($ millions) | ${head} Q3 2025 | ${head} Q3 2024 |\n|---|---|---|\n| Net income | 4.0 | 3.0 |\n| Interest expense | 1.0 | 0.9 |\n| EBITDA | 5.0 | 3.9 |\n\n`;
    const said = "Interest expense, excluding the effect of the exchange feature, was $0.8 million.";
    expect(found(said, led("Before tax"))).toHaveLength(1);
  });

  it("is none without a figure, of a segment, or to come", () => {
    expect(found("Adjusted working capital improved in the quarter.")).toEqual([]);
    expect(found("Adjusted working capital of the Pumps segment was $3.1 million.")).toEqual([]);
    expect(found("We expect that adjusted capital expenditures of $3.1 million will be enough.")).toEqual([]);
  });

  it("is a line of expense without some of it as well, whatever it is called", () => {
    const said = "The operations and maintenance expense, excluding merger costs, was $5.8 million.";
    const line = "operations and maintenance expense, excluding merger costs";
    expect(found(said)).toEqual([expect.stringMatching(new RegExp(`^"${line}" is given`, "i"))]);
    expect(found("Cash used (excluding the plant in Ohio) was $5.8 million.")).toHaveLength(1);
    const led = ["Operations and maintenance expense | 6.3 | 6.0", "Merger costs | (0.5) | (0.4)"];
    expect(
      found(said, table("Expense", ...led, "Operations and maintenance expense, excluding merger costs | 5.8 | 5.6")),
    ).toEqual([]);
    // What the caption of a statement is without, it is under GAAP.
    const caption = "Operations and maintenance expense (exclusive of depreciation) | 6.3 | 6.0";
    expect(
      found(
        said,
        table("Consolidated Statements of Operations", "Revenue | 9.0 | 8.0", caption, "Net income | 2.7 | 2.0"),
      ),
    ).toEqual([]);
    expect(
      found("Operations and maintenance expense, excluding merger costs of $0.5 million, was $5.8 million."),
    ).toEqual([]);
    expect(found("Operations and maintenance expense rose, excluding merger costs.")).toEqual([]);
  });

  it("may be what a return is computed on, which is in no statement", () => {
    const said = "Invested capital grew from $1.3 billion to $1.6 billion.";
    expect(found(said)).toEqual([expect.stringMatching(/^"Invested capital" is given/)]);
    expect(
      found(said, table("Return", "Equity | 1.2 | 1.0", "Debt | 0.4 | 0.3", "Invested capital | 1.6 | 1.3")),
    ).toEqual([]);
    expect(found("Our return on invested capital is computed from invested capital at the end of the year.")).toEqual(
      [],
    );
  });
});
