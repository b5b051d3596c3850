import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

const found = (said: string): readonly string[] =>
  (["gaap-measure-missing", "gaap-ratio-missing"] as const).flatMap((code) =>
    messagesOf(`${HEAD}${said}\n\n${STATEMENT}${EBITDA}`, code),
  );

describe("a figure that is none of the measure", () => {
  it("is the bound of a policy", () => {
    expect(found("Our policy is to keep net debt below 2.5 times adjusted EBITDA.")).toEqual([]);
    expect(found("Our policy held, and net debt was $9.1 million.")).toHaveLength(1);
    expect(found("By our policy of returning cash we paid more, and adjusted EBITDA was $12.1 million.")).toHaveLength(
      1,
    );
    expect(found("Our dividend policy provides for payouts, and adjusted EBITDA was $12.1 million.")).toHaveLength(1);
  });

  it("is how many times the earnings of what was bought its price is", () => {
    expect(found("The price was 8 times Fleetmark's 2024 adjusted EBITDA.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million.")).toHaveLength(1);
  });

  it("is what a lender asks for", () => {
    expect(found("Under our credit agreement the total leverage ratio was 1.4 times.")).toEqual([]);
    expect(found("The total leverage ratio was 1.4 times.")).toHaveLength(1);
    expect(found("In connection with our credit facility the total leverage ratio was 1.4 times.")).toHaveLength(1);
  });

  it("is a sum of which it is a part", () => {
    expect(found("The rule of 40, the sum of revenue growth and free cash flow margin, was 46%.")).toEqual([]);
    expect(found("The rule of 40 was 46%, with a free cash flow margin of 27%.")).toHaveLength(1);
    expect(found("The sum of these actions lifted adjusted EBITDA to $12.1 million.")).toHaveLength(1);
  });

  it("is the change of the next one, and its own where what comes next has grown too", () => {
    expect(found("Adjusted EBITDA was $12.1 million on growth in revenue of 5%.")).toHaveLength(1);
    expect(found("Lower adjusted EBITDA costs led to a $3.9 million improvement in net income.")).toEqual([]);
  });

  it("is a share of a dollar for revenue, and not a share of a billion", () => {
    expect(found("Adjusted revenue was $0.94 billion.")).toHaveLength(1);
    expect(found("Adjusted revenue rose, and a share earned $0.94.")).toEqual([]);
  });
});
