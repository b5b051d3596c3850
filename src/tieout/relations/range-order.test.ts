import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const said = (text: string): readonly string[] => saidOf(text, ["T32", "T33", "T34"]);

describe("a range", () => {
  it("goes from its lower end to its higher", () => {
    expect(said("We expect sales of $410 million to $430 million.")).toEqual(["T32 consistent: 410 430"]);
    expect(said("We expect growth between 4% and 6%.")).toEqual(["T32 consistent: 4 6"]);
    expect(said("Earnings per share are projected at $1.20 – $1.30.")).toEqual(["T32 consistent: 1.20 1.30"]);
  });

  it("cannot be right where it is turned round", () => {
    expect(said("We expect sales in the range of $430 million to $410 million.")).toEqual([
      "T32 unattainable: 430 410",
      "error range-turned-round",
    ]);
    expect(said("We expect earnings per share between $1.40 and $1.30.")).toEqual([
      "T32 unattainable: 1.40 1.30",
      "error range-turned-round",
    ]);
  });

  it("is a doubt where its ends have two scales", () => {
    expect(said("We expect sales between $1.2 billion and $910 million.")).toEqual([
      "T32 attainable: 1.2 910",
      "warning range-turned-round",
    ]);
  });

  it("below zero is printed either way round", () => {
    expect(said("We expect a result per share of $(0.05) to $(0.10).")).toEqual([]);
    expect(said("We expect a result per share of $(0.10) to $(0.05).")).toEqual([]);
  });

  it("is none where a decrease is told, or a move", () => {
    expect(said("We expect sales to be down 8% to 5%.")).toEqual([]);
    expect(said("We cut debt from $430 million to $410 million.")).toEqual([]);
    expect(said("Orders increased $43 million to $41 million.")).toEqual([]);
  });
});
