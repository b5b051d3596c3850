import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, STATEMENT, table } from "../example-passages.ts";

const HEAD =
  "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported results for its third quarter ended September 30, 2025.\n\nNet income was $4.0 million. ";
const MARGIN = `${EBITDA.trimEnd()}\n| Adjusted EBITDA margin | 30.1% | 28.9% |\n\n`;
const found = (said: string, ...more: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${more.join("")}`, "reconciliation-missing").filter((one) =>
    one.includes("the quarter before"),
  );

describe("a measure that has come from that of the quarter before", () => {
  it.each([
    [
      "Adjusted EBITDA margin increased from 29.4% in the second quarter of 2025.",
      "amount of the quarter before (29.4 percent)",
    ],
    ["On a sequential basis, adjusted EBITDA increased by 10.5%.", "change on the quarter before (10.5 percent)"],
    ["Compared to the prior quarter, adjusted EBITDA grew 10.5%.", "change on the quarter before (10.5 percent)"],
  ])("is reconciled for that quarter too, or told of: %s", (said, told) => {
    expect(found(said, STATEMENT, MARGIN)).toEqual([expect.stringContaining(told)]);
  });

  it("is none where a reconciliation has that quarter", () => {
    const other = table(
      "Reconciliation of Adjusted EBITDA",
      "Net income | 4.0 | 3.9",
      "Depreciation | 8.1 | 7.0",
      "Adjusted EBITDA | 12.1 | 10.9",
    ).replace("Q3 2024", "Q2 2025");
    expect(found("On a sequential basis, adjusted EBITDA increased by 10.5%.", STATEMENT, MARGIN, other)).toEqual([]);
  });

  it("is none of the year before, and none of what another measure has grown by", () => {
    expect(
      found("Adjusted EBITDA margin increased from 28.9% in the third quarter of 2024.", STATEMENT, MARGIN),
    ).toEqual([]);
    expect(
      found(
        "On a sequential basis, orders increased by 10.5%, and adjusted EBITDA was $12.1 million.",
        STATEMENT,
        MARGIN,
      ),
    ).toEqual([]);
  });

  it("is looked for without statements where the text goes on behind its reconciliation", () => {
    const said =
      "On a sequential basis, adjusted EBITDA increased by 10.5%. The full report is available at www.acme.com.";
    expect(found(said, MARGIN)).toEqual([]);
    expect(
      found(said, MARGIN, "## About Acme\n\nAcme makes valves and gaskets for the water industry.\n\n"),
    ).toHaveLength(1);
  });
});
