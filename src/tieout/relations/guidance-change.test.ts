import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";

const said = (text: string): readonly string[] => saidOf(text, ["T32", "T33", "T34"]);

describe("guidance", () => {
  const moved = (word: string, from: string, to: string): readonly string[] =>
    said(`We are ${word} our sales guidance from ${from} million to a range of ${to} million.`).filter(
      (r) => !r.startsWith("T32"),
    );

  it("that is raised rises at both ends, or at one", () => {
    expect(moved("raising", "$410 million to $430", "$420 million to $440")).toEqual([
      "T34 consistent: 410 430 420 440",
    ]);
    expect(moved("raising", "$410 million to $430", "$420 million to $430")).toEqual([
      "T34 consistent: 410 430 420 430",
    ]);
  });

  it("that is raised cannot fall at both", () => {
    expect(moved("raising", "$410 million to $430", "$400 million to $420")).toEqual([
      "T34 unattainable: 410 430 400 420",
      "error guidance-moves-otherwise",
    ]);
  });

  it("that is raised at one end and lowered at the other is a doubt", () => {
    expect(moved("raising", "$410 million to $430", "$420 million to $425")).toEqual([
      "T34 attainable: 410 430 420 425",
      "warning guidance-moves-otherwise",
    ]);
  });

  it("that is narrowed has less between its ends", () => {
    expect(moved("narrowing", "$410 million to $430", "$415 million to $425")).toEqual([
      "T34 consistent: 410 430 415 425",
    ]);
    expect(moved("narrowing", "$410 million to $430", "$405 million to $435")).toContain(
      "error guidance-moves-otherwise",
    );
  });

  it("may name the new range first", () => {
    expect(
      said(
        "We are lowering our outlook to $400 million to $420 million, from a previous range of $410 million to $430 million.",
      ),
    ).toContain("T34 consistent: 400 420 410 430");
  });
});
