import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

it("asks of which profit the growth is where no word before it says so", () => {
  const unsaid = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "growth-of-unsaid-measure");
  expect(unsaid("We had total gross profit growth of 18%.")).toEqual([]);
  expect(unsaid("We had operating profit growth of 18%, and net earnings growth of 9%.")).toEqual([]);
  expect(unsaid("We had total profit growth of 18%.")).toHaveLength(1);
  expect(unsaid("We had strong earnings growth of 18%.")).toHaveLength(1);
});

it("takes organic growth for a cause where a word parts it from the rate of another one", () => {
  const organic = (text: string): readonly string[] =>
    messagesOf(`${HEAD}Net sales rose 5.5% to $40.2 million, ${text}.\n\n${STATEMENT}`, "growth-basis-undefined");
  expect(organic("because of organic growth in the north")).toEqual([]);
  expect(organic("driven by 7% growth in pumps, including organic growth of the old lines")).toEqual([]);
  expect(organic("driven by 7% organic growth in pumps")).toHaveLength(1);
  expect(organic("driven by 7% growth in pumps and organic growth of 4% in valves")).toHaveLength(1);
});
