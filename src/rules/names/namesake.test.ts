import { describe, expect, it } from "vitest";
import { bareName, isNamesake, namesakesIn } from "./namesake.ts";

describe("the name of a measure without what makes it the company's own", () => {
  it.each([
    ["Operating return on average assets", "return on asset"],
    ["Annualized return on avg. common equity, as adjusted", "return on equity"],
    ["tangible book value", "book value"],
    ["Adjusted ROE", "roe"],
  ])("of %s is %s", (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });

  it("is none where nothing makes it so, or too little is left", () => {
    expect(bareName("Return on average assets")).toBeUndefined();
    expect(bareName("Adjusted margin")).toBeUndefined();
    expect(bareName("Operating margin")).toBeUndefined();
  });

  it("is that of another row which says no such word", () => {
    expect(isNamesake("Annualized return on average assets (GAAP)", "return on asset")).toBe(true);
    expect(isNamesake("Core return on average assets", "return on asset")).toBe(false);
    expect(isNamesake("Return on average equity", "return on asset")).toBe(false);
  });

  it("stands in a text with a figure behind it", () => {
    expect(namesakesIn("Book value per share rose to $20.10.", "book value")).toHaveLength(1);
    expect(namesakesIn("Tangible book value per share rose to $20.10.", "book value")).toEqual([]);
    expect(namesakesIn("Net income before taxes was $20.10.", "net income")).toEqual([]);
    expect(namesakesIn("Net income for the quarter was $20.10.", "net income")).toHaveLength(1);
    expect(namesakesIn("Book value is what is left of it.", "book value")).toEqual([]);
    expect(namesakesIn("The free cash flow was $20.10.", "free cash flow")).toEqual([]);
  });
});
