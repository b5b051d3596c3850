import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

/** Its relations of T30, without the name of the rule, and its findings. */
const said = (text: string): readonly string[] => saidOf(text, ["T30"]).map((line) => line.replace(/^T30 /, ""));

describe("a word of direction", () => {
  it("fits two amounts that moved so", () => {
    expect(said("Orders rose to $41.2 million, compared to $38.7 million in the prior year quarter.")).toEqual([
      "consistent: 41.2 38.7",
    ]);
    expect(said("Orders were $36.2 million, down from $38.7 million a year ago.")).toEqual(["consistent: 36.2 38.7"]);
    expect(said("The yield fell slightly in the quarter from 4.5% to 4.1%.")).toEqual(["consistent: 4.5 4.1"]);
  });

  it("cannot be right where both amounts say the opposite", () => {
    expect(said("Orders rose to $34.2 million, compared to $38.7 million in the prior year quarter.")).toEqual([
      "unattainable: 34.2 38.7",
      "error direction-differs",
    ]);
    expect(said("Orders were $63.2 million, down from $38.7 million a year ago.")).toEqual([
      "unattainable: 63.2 38.7",
      "error direction-differs",
    ]);
  });

  it("may speak of another base than the comparative beside it", () => {
    expect(said("Orders rose to $34.2 million, compared to $38.7 million in the prior quarter.")).toEqual([
      "attainable: 34.2 38.7",
      "warning direction-differs",
    ]);
  });

  it("says nothing of two amounts that print alike", () => {
    expect(said("Orders rose to $38.7 million from $38.7 million a year ago.")).toEqual([]);
  });

  it("says nothing of losses, which some call higher and others lower", () => {
    expect(said("The net loss increased to $3.1 million from $4.2 million a year ago.")).toEqual([]);
  });

  it("says nothing of what is expected", () => {
    expect(said("We expect orders to rise to $34.2 million from $38.7 million.")).toEqual([]);
  });
});

describe("what improved", () => {
  it("is more of a margin and less of an expense", () => {
    expect(said("The gross margin improved to 44.1% from 41.9% a year ago.")).toEqual(["consistent: 44.1 41.9"]);
    expect(said("The expense ratio improved to 24.1% from 26.9% a year ago.")).toEqual(["consistent: 24.1 26.9"]);
  });

  it("is a warning at most where it did not", () => {
    expect(said("The gross margin improved to 41.1% from 44.9% a year ago.")).toEqual([
      "attainable: 41.1 44.9",
      "warning direction-differs",
    ]);
  });

  it("is left open where the measure does not say which way is better", () => {
    expect(said("The absorption pace improved to 2.1 from 2.9 a year ago.")).toEqual([]);
  });
});
