import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (text: string): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${STATEMENT}`, "gaap-measure-missing").filter((one) => one.includes("held against"));

describe("net income that is held against the company's own of the year before", () => {
  it("leaves out that of the year before as reported", () => {
    expect(found("Net profit was $159 million, compared with adjusted net profit of $140 million in 3Q24.")).toEqual([
      '"Net profit" is held against "adjusted net profit" of an earlier period, and net income of that period is not with it.',
    ]);
    expect(
      found("- Net profit of $159 million, versus adjusted net profit of $140 million in the prior-year quarter"),
    ).toHaveLength(1);
  });

  it("is nothing where that stands there too, where growth is that of the one measure, and where both are of one period", () => {
    const held = "Net profit was $159 million, compared with adjusted net profit of $140 million";
    expect(found(`${held} and reported net profit of $130 million in 3Q24.`)).toEqual([]);
    expect(found(`${held} in 3Q24. Net profit of 3Q24 was $130 million.`)).toEqual([]);
    expect(found(`${held.replace("million,", "million, up 22%,")} in 3Q24.`)).toEqual([]);
    const own = "adjusted net profit was $160 million, compared with adjusted net profit of $140 million in 3Q24";
    expect(found(`Net profit was $159 million, and ${own}.`)).toEqual([]);
    expect(found(`${held}, which leaves out severance.`)).toEqual([]);
    expect(found(`${held.replace(",", " in the third quarter of 2025,")} in the third quarter of 2025.`)).toEqual([]);
    expect(found(`${held} in 2025.`)).toEqual([]);
  });

  it("is nothing where the company's own is what was aimed at", () => {
    expect(
      found("Net profit was $159 million, versus our adjusted net profit target of $140 million for 2025."),
    ).toEqual([]);
    expect(
      found("Net profit was $159 million, versus our adjusted net profit target of $140 million for 2024."),
    ).toEqual([]);
  });
});
