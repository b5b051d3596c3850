import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT } from "../example-passages.ts";

const found = (title: string, ...bullets: readonly string[]): readonly string[] =>
  messagesOf(
    `# Acme Reports Third Quarter 2025 Results\n\n${HEAD}Net income was $4.0 million.\n\n## ${title}\n\n${bullets.map((one) => `- ${one}\n`).join("")}\n${STATEMENT}${EBITDA}`,
    "outlook-without-gaap",
  );
const OUTLOOK = "2026 Full Year Financial Guidance";
const REVENUE = "Revenue to range from $164 million to $168 million";

describe("a measure of the company's own that an outlook gives by its sign alone", () => {
  it.each(["Positive adjusted EBITDA", "Negative full-year free cash flow", "We expect positive adjusted EBITDA"])(
    "is guided for: %s",
    (line) => {
      expect(found(OUTLOOK, REVENUE, line)).toEqual([expect.stringMatching(/^The outlook gives "[a-zA-Z ]+", and no/)]);
    },
  );

  it("is answered by the measure under GAAP", () => {
    expect(found(OUTLOOK, REVENUE, "Net income of $3 million to $5 million", "Positive adjusted EBITDA")).toEqual([]);
  });

  it("is no guidance where it is a result, comes at no time, or is what something else leads to", () => {
    expect(found("Highlights of the quarter", "Positive adjusted EBITDA")).toEqual([]);
    expect(found(OUTLOOK, REVENUE, "Positive adjusted EBITDA over time")).toEqual([]);
    expect(found(OUTLOOK, REVENUE, "Price increases with a positive effect on adjusted EBITDA")).toEqual([]);
  });
});
