import { expect, it } from "vitest";
import { find, findAll, says } from "./pattern.ts";

it("a text of a letter or two is not asked, and any longer one is", () => {
  const asked: string[] = [];
  const pattern = new (class extends RegExp {
    override exec(text: string): RegExpExecArray | null {
      asked.push(text);
      return super.exec(text);
    }
  })("ebit");
  expect(["", ".", "to", "ebit"].map((text) => says(pattern, text))).toEqual([false, false, false, true]);
  expect(["", "of", "an ebit"].map((text) => find(pattern, text)?.index)).toEqual([undefined, undefined, 3]);
  expect(asked).toEqual(["ebit", "an ebit"]);
});

it("all that a pattern finds is found in their order, and nothing in a short text", () => {
  expect(findAll(/\d/g, "1 or 2").map(([digit]) => digit)).toEqual(["1", "2"]);
  expect(findAll(/\d/g, "12")).toEqual([]);
});
