import { describe, expect, test } from "vitest";
import { verbatim } from "../../text/printed.ts";
import type { RawBlock, RawTable } from "./raw.ts";
import { readLines, readText } from "./text.ts";

const read = (source: string, markdown = true): readonly RawBlock[] => readText(source, { markdown });

const tablesOf = (blocks: readonly RawBlock[]): readonly RawTable[] =>
  blocks.filter((block): block is RawTable => block.kind === "raw-table");

/** The rows of the only table, cells parted by bars. */
const grid = (source: string, markdown = true): string[] => {
  const tables = tablesOf(read(source, markdown));
  expect(tables).toHaveLength(1);
  return rows(tables[0]!);
};

const rows = (table: RawTable): string[] =>
  table.rows.map((row) => row.cells.map((cell) => cell.text.text).join(" | "));

const prose = (source: string): string[] =>
  read(source).map((block) =>
    block.kind === "raw-table"
      ? `table of ${block.rows.length}`
      : `${block.kind}${block.kind === "paragraph" && block.bullet ? "*" : ""}: ${block.text.text}`,
  );

describe("pipes and tabs", () => {
  test("cells with emphasis and escapes, a rule that makes heads, empty first cells", () => {
    const source =
      "|  | **2024** | 2023 |\n| --- | --- | --- |\n| **Sales**<br>net | \\$ 5 | 10 \\% |\n| a \\| b | 6 | 11\n";
    const [table] = tablesOf(read(source));
    expect(rows(table!)).toEqual(["2024 | 2023", "Sales net | $ 5 | 10 %", "a | b | 6 | 11"]);
    expect(table!.rows[0]!.cells.map((cell) => [cell.from, cell.head, cell.bold])).toEqual([
      [1, true, true],
      [2, true, false],
    ]);
  });

  test("heads that a converter packed to the left stand over the columns that repeat below them", () => {
    const [table] = tablesOf(
      read(
        "| | Three Months | Nine Months | | |\n| --- | --- | --- | --- | --- |\n| | 2025 | 2024 | 2025 | 2024 |\n| Sales | 208 | 119 | 519 | 357 |\n",
      ),
    );
    const reach = table!.rows[0]!.cells.map((cell) => [cell.text.text, cell.from, cell.to]);
    expect(reach).toEqual([
      ["Three Months", 1, 3],
      ["Nine Months", 3, 5],
    ]);
  });

  test("an amount above the rule makes no head", () => {
    const [table] = tablesOf(read("| Cash | 1,234 |\n| --- | --- |\n| Debt | 5,678 |\n"));
    expect(table!.rows[0]!.cells.some((cell) => cell.head)).toBe(false);
  });

  test("a single space between pipes says that the cell before reaches over it", () => {
    const [table] = tablesOf(
      read(
        "| (thousands) | Total | | |  | North | |\n| --- | --- | --- | --- | --- | --- | --- |\n| Rent | $ | 284 |  |  | $ | 257 |\n",
      ),
    );
    expect(table!.rows[0]!.cells.map((cell) => [cell.from, cell.to])).toEqual([
      [0, 1],
      [1, 4],
      [5, 7],
    ]);
  });

  test("rows of one cell are lines like any other", () => {
    const source =
      "| Cash paid for taxes.............. $ 147,999 $ — |\n| --- |\n| Cash received from customers — 113,107 |\n";
    expect(grid(source)).toEqual([
      "Cash paid for taxes | $ 147,999 | $ —",
      "Cash received from customers | — | 113,107",
    ]);
  });

  test("footnotes set as a table are paragraphs", () => {
    expect(
      prose(
        "| (1) | Before tax of 35 percent, as in the table above. |\n| --- | --- |\n| (2) | Excluding the plant sold in 2006. |\n",
      ),
    ).toEqual([
      "paragraph: (1) Before tax of 35 percent, as in the table above.",
      "paragraph: (2) Excluding the plant sold in 2006.",
    ]);
  });

  test("tabs: a head reaches over the empty fields behind it", () => {
    const source =
      "\tThree Months\t\tNine Months\t\n\t2007\t2006\t2007\t2006\nAmericas\t\\$ 151.4\t\\$ 151.5\t\\$ 484.7\t\\$ 381.5\n";
    const [table] = tablesOf(read(source, false));
    expect(rows(table!)[2]).toBe("Americas | $ 151.4 | $ 151.5 | $ 484.7 | $ 381.5");
    expect(table!.rows[0]!.cells.map((cell) => [cell.from, cell.to])).toEqual([
      [1, 3],
      [3, 5],
    ]);
  });
});

describe("prose", () => {
  test("heads, bullets, wrapped lines, broken words", () => {
    const source = [
      "---",
      "title: Harrow",
      "---",
      "## Outlook *(unaudited)*",
      "",
      "**Q1 2024 Financial Highlights**",
      "",
      "Harrow Instruments makes pumps and filters for laboratories in forty countries and forward-",
      "looking plans for more, as it told its owners at the last meeting in March, call 800-",
      "435-2336 for them.",
      "",
      "* Sales grew 12 percent",
      "• Costs fell",
      "",
      "NEW PRODUCTS",
    ].join("\n");
    expect(prose(source)).toEqual([
      "heading: Outlook (unaudited)",
      "heading: Q1 2024 Financial Highlights",
      "paragraph: Harrow Instruments makes pumps and filters for laboratories in forty countries and forward-looking plans for more, as it told its owners at the last meeting in March, call 800-435-2336 for them.",
      "paragraph*: Sales grew 12 percent",
      "paragraph*: Costs fell",
      "heading: NEW PRODUCTS",
    ]);
  });

  test("the lines of an address stay apart", () => {
    expect(prose("Jane Doe\nInvestor Relations\n978-555-0127\njane@harrow.example\n")).toEqual([
      "paragraph: Jane Doe",
      "paragraph: Investor Relations",
      "paragraph: 978-555-0127",
      "paragraph: jane@harrow.example",
    ]);
  });

  test("a sentence goes on over the blank line that a converter put into it", () => {
    const source =
      "The group earned $1,364 million, or $3.07 for each diluted share, compared to $1,324 million, $2.98 per\n\ndiluted share, last year.\n\nSales grew.\n";
    expect(prose(source)).toHaveLength(2);
  });

  test("page numbers that count up are left out, and so are page marks", () => {
    const page = (n: number): string => `${"Some words of a paragraph stand here.\n\n".repeat(9)}${n}\n\f`;
    const blocks = prose(`${page(1)}${page(2)}${page(3)}Page 4 of 15\n- 5 -\nEnd.\n`);
    expect(blocks.filter((block) => /\d/.test(block))).toEqual([]);
  });

  test("lines of a pre element keep the places they came with", () => {
    const source = "<pre>Sales   1,200   1,100\nCosts     900     850</pre>";
    const at = source.indexOf("Sales");
    const end = source.indexOf("\n");
    const blocks = readLines([verbatim(source, at, end), verbatim(source, end + 1, source.indexOf("</pre>"))]);
    const [table] = tablesOf(blocks);
    const [, value] = table!.rows[1]!.cells;
    expect(source.slice(value!.text.pieces[1]!, value!.text.pieces[2]!)).toBe("900");
  });

  test('"As of" on a line of its own is a head over its day', () => {
    const rows = ["Boats $ 140 $ 125", "Nets 36 41", "Sails 12 9"];
    const source = ["Balance sheet", "As of", "May 31, 2023", "As of", "May 31, 2024", ...rows].join("\n\n");
    const [table] = tablesOf(readText(source, { markdown: true }));
    expect(table!.rows.slice(0, 2).map((row) => row.cells.map(({ text }) => text.text))).toEqual([
      ["As of", "As of"],
      ["May 31, 2023", "May 31, 2024"],
    ]);
  });
});
