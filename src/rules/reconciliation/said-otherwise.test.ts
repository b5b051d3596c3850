import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const LED = table(
  "Reconciliation of Non-GAAP Measures",
  "Operating income | 5,100 | 4,800",
  "Stock-based compensation | 961 | 840",
  "Adjusted operating income | 6,061 | 5,640",
);
const found = (said: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${LED}`, "reconciliation-missing").filter(
    (message) => message.includes("comes to"),
  );

describe("an amount that the text gives and its reconciliation gives otherwise", () => {
  it("is told of, where the other amount of the sentence is that of the row", () => {
    expect(found("Adjusted operating income was $6,106 million compared to $5,640 million a year ago.")).toEqual([
      '"Adjusted operating income" is given as 6,106, and its reconciliation comes to 6,061: nothing leads to the amount that is told.',
    ]);
  });

  it("is nothing where the table has both amounts, or what they are rounded from", () => {
    expect(found("Adjusted operating income was $6,061 million compared to $5,640 million a year ago.")).toEqual([]);
    expect(found("Adjusted operating income was $6.06 billion compared to $5,640 million a year ago.")).toEqual([]);
  });

  it("is nothing where it is of another period: far from that of the row, or given beside it", () => {
    expect(found("Adjusted operating income was $7,300 million compared to $5,640 million a year ago.")).toEqual([]);
    expect(
      found(
        "Adjusted operating income was $6,106 million compared to $5,640 million a year ago. In the other half year adjusted operating income was $6,061 million.",
      ),
    ).toEqual([]);
  });
});
