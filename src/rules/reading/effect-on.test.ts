import { expect, it } from "vitest";
import { namedIn } from "../names/lexicon.ts";
import { isEffectOn } from "./effect-on.ts";

it("by how much something moved two measures is an amount of neither, whatever rates it is told at", () => {
  const moves = (rest: string): boolean => {
    const sentence = `Losses on holdings negatively impacted diluted EPS by $(0.02) based on a U.S. tax rate of 25%${rest}`;
    return isEffectOn(namedIn(sentence).findLast(({ basis }) => basis === "non-GAAP")!, sentence);
  };
  expect(moves(" and non-GAAP diluted EPS by $(0.03).")).toBe(true);
  expect(moves("; non-GAAP diluted EPS by our own count was $2.12.")).toBe(false);
  expect(moves(" and non-GAAP diluted EPS was $2.12.")).toBe(false);
});
