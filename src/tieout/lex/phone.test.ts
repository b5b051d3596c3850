import { expect, test } from "vitest";
import { lex } from "./lex.ts";

const phones = (text: string): readonly string[] =>
  lex(text, "prose").map((t) => (t.kind === "phone" ? text.slice(t.from, t.to) : t.kind));

test.each([
  "(978) 715 - 1527",
  "978-555-0127",
  "978.555.0127",
  "425/555-0139",
  "1-800-555-0100 ext. 5",
  "+1 (555) 010-9999",
  "1 (888) 555-0177",
  "+44 (0) 7593 555 719",
  "+33 1 42 85 76 12",
  "1-800-FLOWERS",
])("%s is one phone", (phone) => {
  expect(phones(`Reach us at ${phone}, or by mail`)).toEqual([phone]);
});

test("two numbers side by side stay two", () => {
  expect(phones("+44 (0) 7593 506 719 (312) 555-0159")).toEqual(["+44 (0) 7593 506 719", "(312) 555-0159"]);
});

test("digits that only spaces set apart need a word that announces a call", () => {
  expect(phones("by dialing 212 555 0100")).toEqual(["212 555 0100"]);
  expect(phones("sales of 212 555 0100")).not.toContain("212 555 0100");
});

test("amounts and ranges are no phones", () => {
  expect(phones("between 215-315 and $800-642")).toEqual(["number", "number", "number", "number"]);
  expect(phones("growth of +22.3%")).toEqual(["number"]);
});
