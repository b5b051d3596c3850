import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";

const BODY = "\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported its results.\n";
const bare = (headline: string): readonly string[] => messagesOf(`# ${headline}${BODY}`, "headline-without-gaap");
const praised = (headline: string): readonly string[] => messagesOf(`# ${headline}${BODY}`, "praise-of-non-gaap");

describe("the end of a name that two measures share", () => {
  it.each([
    "Acme Reports Operating and Adjusted Operating Margin of 12% and 14%",
    "Acme Reports Gross Margin and Adjusted Gross Margin of 42% and 44%",
    "Acme Reports Net Income and Adjusted Net Income per Diluted Share of $2.10 and $2.50",
    "Acme Book Value and Tangible Book Value(1) per Share of $75.10 and $74.20",
    "Acme Book Value(1) and Tangible Book Value per Share of $75.10 and $74.20",
  ])("is said once, behind the second: %s", (headline) => {
    expect(bare(headline)).toEqual([]);
  });

  it("is not shared with what is the company's own as well, nor with other words", () => {
    expect(bare("Acme Reports Adjusted Net Income and Adjusted Net Income per Share of $9 million and $2")).not.toEqual(
      [],
    );
    expect(bare("Acme Reports Orders and Adjusted Operating Margin of 12% and 14%")).toHaveLength(1);
    expect(bare("Acme Reports Revenue and Tangible Book Value per Share of $91 million and $74.20")).toHaveLength(1);
  });

  it("brings the praise of the second to the first", () => {
    expect(praised("Record Book Value and Tangible Book Value per Share of $75.10 and $74.20")).toEqual([]);
    expect(praised("Record Tangible Book Value per Share of $74.20; Book Value per Share of $75.10")).toHaveLength(1);
  });
});
