import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const said = (text: string): readonly string[] => saidOf(text, ["T32", "T33", "T34"]);

describe("a midpoint", () => {
  it("is half the sum of both ends", () => {
    expect(said("We expect $410 million to $430 million, with a midpoint of $420 million.")).toContain(
      "T33 forced: 410 430 420",
    );
    expect(said("We expect $1.20 to $1.25 per share, or $1.23 at the midpoint.")).toContain(
      "T33 consistent: 1.20 1.25 1.23",
    );
  });

  it("cannot be another amount", () => {
    expect(said("We expect $410 million to $430 million, with a midpoint of $440 million.")).toEqual([
      "T32 consistent: 410 430",
      "T33 unattainable: 410 430 440",
      "error midpoint-cannot-be",
    ]);
  });

  it("at which something else comes to an amount is not held to the range", () => {
    expect(said("We expect a margin of 20% to 22%, growth of 3% at the midpoint.")).toEqual(["T32 consistent: 20 22"]);
  });
});
