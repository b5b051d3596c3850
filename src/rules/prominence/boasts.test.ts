import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (...bullets: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net sales were $40.2 million.\n\n## Highlights\n\n${bullets.map((one) => `- ${one}\n`).join("")}\n${STATEMENT}`,
    "gaap-measure-missing",
  );

describe("a bullet that boasts of a measure of the company's own in words", () => {
  it("stands with the measure under GAAP", () => {
    expect(found("Exceeded our guidance for adjusted EBITDA")).toEqual([
      'The list tells in words of "adjusted EBITDA" and not net income, which stands in the tables.',
    ]);
    expect(found("Generated positive free cash flow")).toHaveLength(1);
    expect(found("Free cash flow was positive")).toHaveLength(1);
    expect(found("Adjusted EBITDA exceeded the high end of our guidance")).toHaveLength(1);
  });

  it("may have it beside", () => {
    expect(found("Net income of $4.0 million", "Exceeded our guidance for adjusted EBITDA")).toEqual([]);
  });

  it("names it alone where nothing is said of how it came out, or is aimed at", () => {
    expect(found("See below for a definition of adjusted EBITDA")).toEqual([]);
    expect(found("Our strategy to achieve strong growth in free cash flow")).toEqual([]);
    expect(found("We invest to improve free cash flow over the cycle")).toEqual([]);
  });
});
