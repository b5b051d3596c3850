import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...text: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${text.join("\n\n")}\n\n${STATEMENT}`, "gaap-ratio-missing");

describe("a coverage of dividends or interest", () => {
  const said = "Dividend coverage in the third quarter was 3.1x.";
  const told = "Dividend coverage means cash available for dividends divided by dividends declared.";

  it("is the company's own where the release says that a measure of its own covers them", () => {
    expect(found(said, told)).toEqual([
      expect.stringContaining('"Dividend coverage" is a ratio of a measure of the company\'s own'),
    ]);
    expect(found("Interest coverage was 4.2 times, on adjusted EBITDA of the last year.")).toHaveLength(1);
    expect(found("Free cash flow was $12.4 million, a dividend coverage of 3.1x.")).toHaveLength(1);
    expect(found(table("Key Figures", "Cash available for dividend coverage | 3.1x | 3.0x"))).toHaveLength(1);
  });

  it("is none where a measure under GAAP covers them, there as well or alone, or nothing is said", () => {
    expect(found(said)).toEqual([]);
    expect(found(said, "Dividend coverage means net income divided by dividends declared.")).toEqual([]);
    expect(found(said, told, "Dividend coverage by net income was 1.6x.")).toEqual([]);
  });

  it("is none where a lender asks for it, and no number of times that anything else came", () => {
    expect(found("Under our credit agreement interest coverage by adjusted EBITDA was 4.2 times.")).toEqual([]);
    expect(found("Dividend coverage by free cash flow is what we look at.")).toEqual([]);
  });
});
