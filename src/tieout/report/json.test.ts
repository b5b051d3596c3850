import { describe, expect, it } from "vitest";
import { checkDocument } from "../check.ts";
import { jsonLine } from "./json.ts";
import { write } from "./write.ts";

const checkedOf = (source: string) => checkDocument(new TextEncoder().encode(source), { name: "sales.txt" });

const TABLE = [
  "Sales by region ($ millions):\n",
  "\tMarch 31, 2024\tMarch 31, 2023",
  "North\t120.4\t101.2",
  "South \u2014 \u201cthe islands\u201d\t80.3\t70.1",
  "Total sales\t223.3\t171.3\n\n",
].join("\n");

describe("the report as JSON in pieces", () => {
  it.each([
    ["a document with an error", TABLE],
    ["a document without a figure", "Nothing is printed here.\n"],
    ["a document that is refused", ""],
  ])("reads as the report of %s does", (_name, source) => {
    const checked = checkedOf(source);
    expect(jsonLine(checked).join("")).toBe(`${JSON.stringify(write(checked))}\n`);
  });

  it("comes in several pieces, none of them long, where the report is long", () => {
    const checked = checkedOf(TABLE.repeat(100));
    const pieces = jsonLine(checked);
    expect(pieces.join("")).toBe(`${JSON.stringify(write(checked))}\n`);
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200_000);
  });
});
