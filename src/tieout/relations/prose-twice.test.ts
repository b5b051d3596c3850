import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

/** A document that says some facts twice, and so can be believed to mean one fact by one name. */
const twice = (again: string): string => `Net sales were $41.2 million and rising. Gross margin was 38.25 percent.

Free cash flow was $12.64 million. Operating cash flow was $17.31 million.

Highlights: net sales were $41.2 million. The quarter's operating cash flow came to $17.31 million. ${again}`;

describe("one fact named twice by the same words", () => {
  it("is printed alike, though nothing else of the sentences agrees", () => {
    expect(saidOf(twice("Free cash flow was $12.64 million."), ["T28"])).toContain("T28 consistent: 12.64 12.64");
  });

  it("is an error where a slip leads from the one print to the other", () => {
    expect(saidOf(twice("Free cash flow was $12.46 million."), [])).toEqual(["error text-differs-from-text"]);
  });

  it("says nothing where the two differ by more than a slip: they may be two facts", () => {
    expect(saidOf(twice("Free cash flow was $31.9 million."), [])).toEqual([]);
  });

  it("says nothing in a document whose names stand for several amounts", () => {
    const text = `Net sales were $41.2 million. Operating cash flow was $17.31 million.

Net sales were $93.8 million. Operating cash flow was $64.90 million. Free cash flow was $12.64 million.

Free cash flow was $12.46 million.`;
    expect(saidOf(text, [])).toEqual([]);
  });
});
