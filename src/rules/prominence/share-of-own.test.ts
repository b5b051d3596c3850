import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (said: string): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. Cash provided by operating activities was $5.0 million.\n\n${said}\n\n${STATEMENT}`,
    "gaap-ratio-missing",
  );

describe("what was paid out as a part of a measure of the company's own", () => {
  it("stands with the same part of a measure under GAAP", () => {
    expect(found("Dividends were 48% of adjusted net income.")).toEqual([
      '"Dividends were 48% of adjusted net income" is a ratio of a measure of the company\'s own; the same part of net income or of cash from operating activities is not with it.',
    ]);
    expect(found("Dividends were 48% of adjusted net income and 61% of net income.")).toEqual([]);
    expect(found("We returned 90% of free cash flow to shareholders.")).toHaveLength(1);
    expect(found("We returned $8.1 million, or 34% of the Company’s free cash flow, to shareholders.")).toHaveLength(1);
    expect(found("Capital was $12.5 million, which represented 34% of adjusted EBITDAX.")).toHaveLength(1);
  });

  it("is what was spent again as well, where no part of cash from operating activities is with it", () => {
    expect(found("Our reinvestment rate for the quarter was just 34 percent.")).toHaveLength(1);
    expect(found("Our reinvestment rate was 34%, or 30% of cash provided by operating activities.")).toEqual([]);
  });

  it("is no policy, and no part of a measure under GAAP", () => {
    expect(found("Our policy is that dividends are 48% of adjusted net income.")).toEqual([]);
    expect(found("Dividends were 61% of net income.")).toEqual([]);
  });
});

describe("free cash flow as a part of earnings", () => {
  it("stands with what part of them cash from operating activities is", () => {
    expect(found("Free cash flow was $3.0 million, representing 75% of net income.")).toHaveLength(1);
    const both =
      "Cash provided by operating activities was 125% of net income. Free cash flow was $3.0 million, or 75% of net income.";
    expect(found(both)).toEqual([]);
  });
});
