import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const guide = (low: string, high: string): string =>
  `The company expects revenue of $402 million to $414 million for the year, which implies $${low} million to $${high} million for the fourth quarter.`;

describe("what guidance for the year implies for its last quarter", () => {
  it("is as wide as the guidance", () => {
    expect(saidOf(guide("101", "113"), ["T35"])).toEqual(["T35 consistent: 402 414 101 113"]);
  });

  it("is a warning where it is not", () => {
    expect(saidOf(guide("101", "131"), [])).toEqual(["warning relation-cannot-hold"]);
  });
});
