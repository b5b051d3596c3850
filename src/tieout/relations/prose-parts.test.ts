import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const liquidity = (whole: string, rest = ""): string =>
  `At quarter end liquidity was $${whole} million, consisting of cash of $256 million, $108 million of unused credit and $100 million of notes${rest}.`;

describe("what a whole consists of", () => {
  it("adds up to it", () => {
    expect(saidOf(liquidity("464"), ["T39"])).toEqual(["T39 consistent: 256 108 100 464"]);
  });

  it("is an error where one slip explains that it does not", () => {
    expect(saidOf(liquidity("446"), [])).toEqual(["error total-does-not-foot"]);
  });

  it("says nothing where none does: something else may belong to it", () => {
    expect(saidOf(liquidity("571"), ["T39"])).toEqual([]);
  });

  it("ends where something is compared, and counts no part of a part", () => {
    expect(saidOf(liquidity("464", ", compared to $398 million a year ago"), ["T39"])).toEqual([
      "T39 consistent: 256 108 100 464",
    ]);
    expect(saidOf(liquidity("464", " (of which $40 million are drawn)"), ["T39"])).toEqual([]);
  });
});
