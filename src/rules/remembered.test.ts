import { expect, test } from "vitest";
import { remembered, rememberedText } from "./remembered.ts";

test("an answer for an object is found once", () => {
  let asked = 0;
  const lengthOf = remembered((words: readonly string[]) => {
    asked++;
    return words.length;
  });
  const words = ["net", "income"];
  expect([lengthOf(words), lengthOf(words), lengthOf(["net", "income"])]).toEqual([2, 2, 2]);
  expect(asked).toBe(2);
});

test("an answer for a text is found once, but for a long one, and no more of them are kept than there is room for", () => {
  const asked: string[] = [];
  const wordsOf = rememberedText((text: string) => {
    asked.push(text);
    return text.split(" ");
  });
  expect(wordsOf("net income")).toBe(wordsOf("net income"));
  expect(asked).toEqual(["net income"]);
  const long = "income ".repeat(300);
  expect(wordsOf(long)).toEqual(wordsOf(long));
  expect(asked.filter((text) => text === long)).toHaveLength(2);
  for (let i = 0; i < 5000; i++) wordsOf(`line ${i}`);
  wordsOf("net income");
  expect(asked.filter((text) => text === "net income")).toHaveLength(2);
});
