import { describe, expect, it } from "vitest";
import { messagesOf } from "../../test/ruled.ts";
import { HEAD, STATEMENT } from "./_passages.ts";

describe("growth of what no table has", () => {
  const found = (said: string): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${said}\n\n${STATEMENT}`, "growth-on-unprinted-base");
  const cloud = "Cloud revenue was $15.1 million, up 7.1%.";

  it("is told once, with the count of the others", () => {
    expect(found(`${cloud} Tools revenue was $25.3 million, down 2.2%.`)).toEqual([
      '"revenue" is given with growth of 7.1 percent; no table has the amount (15.1), and what it grew from is not printed. 1 more such place follows.',
    ]);
  });

  it("is not where the earlier amount is printed, beside it or elsewhere", () => {
    expect(found("Cloud revenue was $15.1 million, up 7.1% compared to sales of $14.1 million.")).toEqual([]);
    expect(found(`${cloud} A year ago it was $14.1 million.`)).toEqual([]);
    expect(found("Tools revenue was $25.3 million, down 2.2%. A year ago it was $25.9 million.")).toEqual([]);
  });

  it("is not where tables have none of the amounts, so that they may have been misread", () => {
    const text = `${HEAD}Revenue was $41.2 million, up 5.5%. ${cloud}\n\n${STATEMENT}`;
    expect(messagesOf(text, "growth-on-unprinted-base")).toEqual([]);
  });
});
