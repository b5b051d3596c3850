import { describe, expect, it } from "vitest";
import { littleFacts, littleRelease, wordsOf } from "../../test/little-release.ts";

/** 100.44 over 90.05 grows by 11.5 percent; 100.4 over 90.1 by 11.4. Cost of 49.96 leaves a margin of 50.3; 50.0 of 100.4 one of 50.2. */
const income = `
  month    | line          | amount
  2006-P07 | revenue       | 90050000
  2006-P07 | cost-of-sales | 49960000
  2006-P08 | income-tax    | 0
  2006-P09 | income-tax    | 0
  2007-P07 | revenue       | 100440000
  2007-P07 | cost-of-sales | 49960000
  2007-P08 | income-tax    | 0
  2007-P09 | income-tax    | 0
`;
const printed = (percentBasis: "unrounded" | "displayed"): readonly string[] =>
  wordsOf(
    littleRelease(
      "{revenue} over {revenue year-ago}: {revenue-growth | 0.01}; {gross-margin | 0.01}; {gross-margin-change | 1}",
      {
        ready: littleFacts({ income, company: { percentBasis } }),
      },
    ).release,
  );

describe("rates", () => {
  it("are made from unrounded amounts", () => {
    expect(printed("unrounded")).toEqual([
      "$100.4 million over $90.1 million: 11.54 percent; 50.26 percent; 574 basis points",
    ]);
  });
  it("are made from displayed amounts where the company says so", () => {
    expect(printed("displayed")).toEqual([
      "$100.4 million over $90.1 million: 11.43 percent; 50.30 percent; 579 basis points",
    ]);
  });
});
