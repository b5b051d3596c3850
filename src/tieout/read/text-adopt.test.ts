import { expect, test } from "vitest";
import { read } from "./read.ts";

/** The blocks of a Markdown source: headings and paragraphs by their text, tables row by row. */
function shown(source: string): (string | string[])[] {
  const document = read(new TextEncoder().encode(source), { name: "a.md", ignoreTags: true });
  if ("code" in document) throw new Error(document.message);
  return document.blocks.map((block) =>
    block.kind === "table"
      ? block.rows.map((row) => row.cells.map((cell) => `${cell.column}:${cell.text.text}`).join(" "))
      : block.text.text,
  );
}

const ROWS = "| Boats | 140 | 125 |\n| --- | --- | --- |\n| Nets | 36 | 41 |\n";

test("headings that name days are the heads of the columns right below, with sections between", () => {
  expect(shown(`# Balance\n\n# As of May 31, 2023\n\n# As of May 31, 2024 (unaudited)\n\n# Assets\n\n${ROWS}`)).toEqual(
    [
      "Balance",
      "Assets",
      ["2:As of May 31, 2023 3:As of May 31, 2024 (unaudited)", "1:Boats 2:140 3:125", "1:Nets 2:36 3:41"],
    ],
  );
});

test("one heading more or fewer than columns is none of them", () => {
  expect(shown(`# As of May 31, 2024\n\n${ROWS}`)[0]).toBe("As of May 31, 2024");
  expect(shown(`# May 31, 2022\n\n# May 31, 2023\n\n# May 31, 2024\n\n${ROWS}`)).toHaveLength(4);
});

test("a table of heads alone is the head of the table below it", () => {
  const heads = "|  | Quarter Ended May 31, |  |\n| --- | --- | --- |\n|  | 2023 | 2024 |\n";
  expect(shown(`${heads}\n# Fishing\n\n${ROWS}`)).toEqual([
    "Fishing",
    ["2:Quarter Ended May 31,", "2:2023 3:2024", "1:Boats 2:140 3:125", "1:Nets 2:36 3:41"],
  ]);
});

test("a heading above a row of figures is its label", () => {
  const row = "| 176 | 166 |\n| --- | --- |\n";
  expect(shown(`${ROWS}\n# Boats and nets\n\n${row}`)).toEqual([
    ["1:Boats 2:140 3:125", "1:Nets 2:36 3:41", "1:Boats and nets 2:176 3:166"],
  ]);
  expect(shown(`${ROWS}\n# Boats and nets\n\n| 176 | 166 | 3 |\n| --- | --- | --- |\n`)).toHaveLength(3);
});
