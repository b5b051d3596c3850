import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const EARNINGS = ["Net income | 16.1 | 15.0", "Depreciation | 36.0 | 30.0", "Adjusted EBITDA | 52.1 | 45.0"];
const found = (said: string, ...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${table("Reconciliation of the net leverage ratio", ...EARNINGS, ...rows)}`,
    "reconciliation-missing",
  ).filter((message) => message.includes("begins with it"));

describe("net debt in the table that divides it", () => {
  const RATIO = "Net debt to adjusted EBITDA | 1.5x | 2.0x";

  it("is led to from what is owed, though the earnings in the same table are led to", () => {
    expect(found("Net debt was $80.3 million.", "Net debt | 80.3 | 91.4", RATIO)).toEqual([
      expect.stringMatching(
        /^"Net debt" is given, and the table that divides it .* It stands so in line \d+ as well\.$/,
      ),
    ]);
  });

  it("is nothing where its lines stand above it, or a sentence takes the cash off", () => {
    const lines = ["Total debt | 90.5 | 99.0", "Cash | (10.2) | (7.6)", "Net debt | 80.3 | 91.4", RATIO];
    expect(found("", ...lines)).toEqual([]);
    const said = "Total debt was $90.5 million and cash was $10.2 million.";
    expect(found(said, "Net debt | 80.3 | 91.4", RATIO)).toEqual([]);
  });
});
