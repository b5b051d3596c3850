import { describe, expect, test } from "vitest";
import { readText } from "./text.ts";
import { isContact } from "./text-contact.ts";

describe("a line of contact details", () => {
  test.each([
    "(978) 555 - 1567",
    "978-555-1567",
    "908.555.7281",
    "+1-617-555-7503",
    "(646) 555-8734          (312) 555-7559",
    "jane_doe@halvorsen.example",
    "Media@Halvorsen.example 212.555.1226",
  ])("%s", (line) => expect(isContact(line)).toBe(true));

  test.each([
    "(978) (715) - 1,567",
    "Net sales (132) 715 1,567",
    "151.4 130.5 - 1,567",
    "2,978-715-1567.5",
    "2 @ $15",
    "",
  ])("%s is none", (line) => expect(isContact(line)).toBe(false));
});

test("people with a telephone each are no table", () => {
  const block = (name: string, phones: string): string =>
    `${name}\nDirector, Investor Relations\nHalvorsen Corporation\n${phones}\n${name.toLowerCase()}@halvorsen.example\n`;
  const source = `${block("Marlow", "(978) 555 - 1527\n(800) 555 - 3384")}\n${block("Hall", "(978) 555 - 1567")}`;
  const blocks = readText(source, { markdown: false });
  expect(blocks.filter((b) => b.kind === "raw-table")).toEqual([]);
  expect(blocks.some((b) => b.kind === "paragraph" && b.text.text === "(978) 555 - 1567")).toBe(true);
});

test("amounts below one another stay the columns they are", () => {
  const source = "Americas\nEurope\nAsia\nTotal\n\n151\n126\n62\n339\n\n148\n120\n51\n319\n";
  expect(readText(source, { markdown: false }).some((b) => b.kind === "raw-table")).toBe(true);
});
