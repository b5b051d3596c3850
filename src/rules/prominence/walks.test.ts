import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const walk = (measure: string, ...lines: readonly string[]): string =>
  `## Bridge\n\n| ($ millions) | Amount |\n|---|---|\n| ${measure} for the third quarter of 2024 | 11.0 |\n${lines.map((line) => `| ${line} |\n`).join("")}| ${measure} for the third quarter of 2025 | 12.1 |\n\n`;
const LINES = ["Increase due to price | 0.9", "Volume | 0.4", "Wages | (0.2)"];
const found = (text: string): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million and adjusted EBITDA $12.1 million.\n\n${text}${STATEMENT}`,
    "gaap-measure-missing",
  ).filter((message) => message.includes("line by line"));

describe("a table that explains the change of a measure of the company's own", () => {
  it("stands with one for the measure under GAAP, or with words that tell of its cause", () => {
    expect(found(walk("Adjusted EBITDA", ...LINES))).toEqual([
      expect.stringMatching(
        /^Table 1 explains line by line how "Adjusted EBITDA.*" has changed, and nothing in the release why net income has\.$/,
      ),
    ]);
    expect(found(walk("Net income", ...LINES) + walk("Adjusted EBITDA", ...LINES))).toEqual([]);
    expect(found(`Net income was $4.0 million, due to higher prices.\n\n${walk("Adjusted EBITDA", ...LINES)}`)).toEqual(
      [],
    );
  });

  it("is none that lists several measures, or one of few lines", () => {
    expect(found(walk("Adjusted EBITDA", ...LINES, "Free cash flow | 3.0"))).toEqual([]);
    expect(found(walk("Adjusted EBITDA", "Increase due to price | 1.1"))).toEqual([]);
  });
});
