import { describe, expect, test } from "vitest";
import type { RawBlock, RawTable } from "./raw.ts";
import { readText } from "./text.ts";

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

describe("space-aligned tables", () => {
  const wire = `
                        Harrow Instruments Inc.
                 Consolidated Statements of Operations
                           (in thousands)

                                              Nine Months
                        Three Months Ended       Ended
                         Sep 30,  Sep 30,  Sep 30, Sep 30,
                          2006     2005     2006    2005
    Net sales            $11,506  $11,492  $34,958 $34,589
    Cost of sales          8,027    8,028   21,468  21,871
       Gross profit        3,479    3,464   13,490  12,718
    Operating expenses:
       Selling, general and
        administrative     1,654    1,673    5,284   5,778
    Loss (gain) on sale
     of land (Note 1)         (1)       1      ---    (900)
`;

  test("heads of several lines, dates that stand close together, and labels that wrap", () => {
    expect(grid(wire)).toEqual([
      "Nine Months",
      "Three Months Ended | Ended",
      "Sep 30, | Sep 30, | Sep 30, | Sep 30,",
      "2006 | 2005 | 2006 | 2005",
      "Net sales | $11,506 | $11,492 | $34,958 | $34,589",
      "Cost of sales | 8,027 | 8,028 | 21,468 | 21,871",
      "Gross profit | 3,479 | 3,464 | 13,490 | 12,718",
      "Operating expenses:",
      "Selling, general and administrative | 1,654 | 1,673 | 5,284 | 5,778",
      "Loss (gain) on sale of land (Note 1) | (1) | 1 | --- | (900)",
    ]);
  });

  test("the titles above are headings, and the heads stand over the columns they speak of", () => {
    const blocks = read(wire);
    expect(blocks.slice(0, 2).map((block) => block.kind)).toEqual(["heading", "heading"]);
    const [months, , , years, sales] = tablesOf(blocks)[0]!.rows.map((row) => row.cells);
    const columns = sales!.slice(1);
    expect(years!.map((cell) => [cell.from, cell.to])).toEqual(columns.map((cell) => [cell.from, cell.to]));
    expect([months![0]!.from, months![0]!.to]).toEqual([columns[2]!.from, columns[3]!.to]);
  });

  test("a ruler stands above the next row, and says over which columns a head reaches", () => {
    const fenced = [
      "```",
      "                     Three months       Year",
      "                   ----------------  -----------",
      "                     2024     2023      2024",
      "                   -------  -------  -----------",
      "Rent                 100.5     90.5       400.0",
      "Fees                  10.0      9.5        40.0",
      "                   -------  -------  -----------",
      "  Total revenue      110.5    100.0       440.0",
      "                   =======  =======  ===========",
      "```",
    ].join("\n");
    const [table] = tablesOf(read(fenced));
    const [heads, years, rent, , total] = table!.rows;
    expect(heads!.cells.map((cell) => [cell.from, cell.to])).toEqual([
      [rent!.cells[1]!.from, rent!.cells[2]!.to],
      [rent!.cells[3]!.from, rent!.cells[3]!.to],
    ]);
    expect(years!.cells.every((cell) => cell.head)).toBe(true);
    expect(table!.rows.map((row) => row.ruleAbove)).toEqual([false, true, true, false, true]);
    expect(total!.cells[0]!.indent).toBeGreaterThan(rent!.cells[0]!.indent);
  });

  test("a unit under its value, or a word beside the second line of a label, joins the row", () => {
    const source = [
      "Gross margin          24.5 %    24.0 %      (790)",
      "                                            bps",
      "Selling costs           9.9 %     9.8 %     1,010",
      "Net sales             100.0 %   100.0 %     2,000",
    ].join("\n");
    expect(grid(source)[0]).toBe("Gross margin | 24.5 % | 24.0 % | (790) bps");
  });

  test("a number at the end of a label's line makes no column", () => {
    const source = [
      "Class A shares, $.01 par value, 60,000,000",
      " shares authorized, 24,000,886 issued           240       240",
      "Retained earnings                             7,449    58,272",
      "Paid-in capital                             296,137   293,272",
    ].join("\n");
    expect(grid(source)[0]).toBe(
      "Class A shares, $.01 par value, 60,000,000 shares authorized, 24,000,886 issued | 240 | 240",
    );
  });

  test("a bracket and its sign may stand far from the number they belong to", () => {
    const source = "Operating income   $  13,640   ($      57,344)\nNet income         $  11,249   (       8,120)\n";
    expect(grid(source)).toEqual(["Operating income | $ 13,640 | ($ 57,344)", "Net income | $ 11,249 | ( 8,120)"]);
  });

  test("the tags of old filings print nothing", () => {
    const source = [
      "<TABLE>",
      "<CAPTION>",
      "                 2006      2005",
      "               --------  --------",
      "<S>            <C>       <C>",
      "Net sales        11,506    11,492",
      "Cost of sales     8,027     8,028",
      "</TABLE>",
    ].join("\n");
    expect(grid(source, false)).toEqual([
      "2006 | 2005",
      "Net sales | 11,506 | 11,492",
      "Cost of sales | 8,027 | 8,028",
    ]);
    expect(read(source, false)).toHaveLength(1);
  });

  test("a label of several long lines belongs to the values on its last", () => {
    const source = [
      "2023 2024",
      "Cash $ 24,048 $ 24,493",
      "",
      "Class A, Class B, and Class C stock and paid-in capital, $0.001 par value per share: 300,000 shares authorized",
      "(Class A 180,000, Class B 60,000, Class C 60,000); 12,460 (Class A 5,899, Class B 870, Class C 5,691) and 12,381 (Class A",
      "5,879, Class B 867, Class C 5,635) shares issued and outstanding 76,534 77,913",
      "Retained earnings 211,247 219,770",
    ].join("\n");
    const lines = grid(source);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^Class A, Class B, .* shares issued and outstanding \| 76,534 \| 77,913$/);
  });

  test("other heads begin another table", () => {
    const source = [
      "              2024    2023",
      "Sales        1,200   1,100",
      "Profit         120     110",
      "",
      "           March 31,   March 31,",
      "              2024        2023",
      "Cash           300         250",
      "Debt           500         550",
    ].join("\n");
    expect(tablesOf(read(source)).map((table) => table.rows.length)).toEqual([3, 4]);
  });
});

describe("rows without columns", () => {
  const runOn = `
**Quarter Ended March 31,**

**2023** **2024**

Revenues $ 69,787 $ 80,539

Cost of revenues (1,225) $ (2,305)
Operating margin 25 % 32 %

**Net income** $ 15,051 $ 23,662
`;

  test("a label and values with single spaces make a row; the ordinal is the column", () => {
    const [table] = tablesOf(read(runOn));
    expect(rows(table!)).toEqual([
      "Quarter Ended March 31,",
      "2023 | 2024",
      "Revenues | $ 69,787 | $ 80,539",
      "Cost of revenues | (1,225) | $ (2,305)",
      "Operating margin | 25 % | 32 %",
      "Net income | $ 15,051 | $ 23,662",
    ]);
    expect(table!.rows[2]!.cells.map((cell) => cell.from)).toEqual([0, 1, 2]);
    expect(table!.rows[0]!.cells[0]).toMatchObject({ from: 1, to: 3 });
    expect(table!.rows[5]!.cells[0]!.bold).toBe(true);
  });

  test("a missing percentage is seen by its sort, and a row that lacks an amount stands by itself", () => {
    const source = [
      "2023 2024 % Change",
      "Sales 100 110 10 %",
      "Costs 90 95 6 %",
      "Tax 5 6",
      "Fees 7 8 14 %",
      "Other 3 4 % 33 %",
    ].join("\n");
    const [table] = tablesOf(read(source));
    expect(table!.rows[3]!.cells.map((cell) => cell.from)).toEqual([0, 1, 2]);
    const short = ["2022 2023 2024", "Sales 100 110 120", "Costs 90 95 99", "Hedges 84 72", "Profit 10 15 21"].join(
      "\n",
    );
    expect(tablesOf(read(short)).map((table) => table.rows.length)).toEqual([3, 1, 1]);
  });

  test("dots that lead the eye are no part of the label", () => {
    const source = "Net income........................ $ 75,495 $ 1,291\nInterest expense....... 20,530 20,537";
    expect(grid(source)).toEqual(["Net income | $ 75,495 | $ 1,291", "Interest expense | 20,530 | 20,537"]);
  });

  test("sentences with numbers are no table", () => {
    const source = [
      "Revenue for the quarter grew by 12%",
      "Net income of the group increased to 4.5",
      "The company expects sales of about 900",
      "Operating cash flow went from 56 to 95",
    ].join("\n\n");
    expect(tablesOf(read(source))).toHaveLength(0);
    expect(tablesOf(read("- Revenue 12 13\n- Costs 14 15\n- Margin 1 2\n"))).toHaveLength(0);
  });

  test("a paragraph set flush on both sides is no table", () => {
    const source = [
      "Net  income  for  the  quarter  was  $1,364  million,  $3.07  per  diluted  share,  against  $1,324",
      "million,  $2.98  per  diluted  share,  in  the  year  before.  The  charge  was  $93  million,  or  $0.15",
      "per  share,  for  the  closing  of  two  plants,  and  the  tax  benefit  came  to  $53  million  or  $0.12",
    ].join("\n");
    expect(tablesOf(read(source))).toHaveLength(0);
  });
});

describe("tables that lost their shape", () => {
  test("one cell a line: signs and brackets on lines of their own", () => {
    const source = [
      "Dec. 31,",
      "2024",
      "Dec. 31,",
      "2023",
      "Fees",
      "$",
      "686,230",
      "$",
      "202,723",
      "Net loss",
      "(114,261",
      ")",
      "(1,113",
      ")",
      "Rent",
      "-",
      "35",
    ].join("\n\n");
    expect(grid(source)).toEqual([
      "Dec. 31, | Dec. 31,",
      "2024 | 2023",
      "Fees | $ 686,230 | $ 202,723",
      "Net loss | (114,261) | (1,113)",
      "Rent | - | 35",
    ]);
  });

  test("a second set of values under one label is a total without a label", () => {
    const source = ["Fixed assets", "461", "598", "2,263", "5,558", "Deposits", "12", "14", "Cash", "5", "6"].join(
      "\n\n",
    );
    expect(grid(source)).toEqual(["Fixed assets | 461 | 598", "2,263 | 5,558", "Deposits | 12 | 14", "Cash | 5 | 6"]);
  });

  test("one long line: the last value of a row touches the next label", () => {
    const source =
      "For the years ended December 31, 2024 2023 Revenue $1,589,324 $1,460,604Cost of goods sold 166,809 144,950Gross profit 1,422,515 1,315,654 Expenses: Research (1)  (63,910)   (60,752)Other income   6,002    -  Loss per share - basic ($0.01) ($0.01)";
    expect(grid(source)).toEqual(
      [
        "For the years ended December 31, 2024",
        "2024 | 2023",
        "Revenue | $1,589,324 | $1,460,604",
        "Cost of goods sold | 166,809 | 144,950",
        "Gross profit | 1,422,515 | 1,315,654",
        "Expenses:",
        "Research (1) | (63,910) | (60,752)",
        "Other income | 6,002 | -",
        "Loss per share - basic | ($0.01) | ($0.01)",
      ].map((row, i) => (i === 0 ? "For the years ended December 31," : row)),
    );
  });

  test("columns one after the other, broken by blank lines in the same places", () => {
    const labels =
      "Net sales\nMembership fees\nTotal revenue\n\nMerchandise costs\nSelling costs\nOperating income\n\nInterest\nTax";
    const first = "53,437    $\n1,000\n54,437\n\n47,769\n4,917\n1,751\n\n(34)\n406";
    const second = "49,417\n946\n50,363\n\n43,952\n4,718\n1,693\n\n(39)\n351";
    const source = `(in millions)\n\n${labels}\n\nNovember 20, 2022\n\nNovember 21, 2021\n\n$\n\n${first}\n\n${second}\n`;
    expect(grid(source)).toEqual([
      "November 20, 2022 | November 21, 2021",
      "Net sales | $ 53,437 | 49,417",
      "Membership fees | 1,000 | 946",
      "Total revenue | 54,437 | 50,363",
      "Merchandise costs | 47,769 | 43,952",
      "Selling costs | 4,917 | 4,718",
      "Operating income | 1,751 | 1,693",
      "Interest | (34) | (39)",
      "Tax | 406 | 351",
    ]);
  });

  test("where the counts fit nothing, the lines stay what they are", () => {
    const source = "Sales\nCosts\nProfit\nTax\n\n12\n\n13\n\n14\n\n15\n\n16\n\n17\n\n18\n";
    expect(tablesOf(read(source))).toHaveLength(0);
    expect(read(source).filter((block) => block.kind === "paragraph" && /^\d+$/.test(block.text.text))).toHaveLength(7);
  });
});

test("a bullet in a line of its own stands before the text of the next, a blank line between them or not", () => {
  const listed = (source: string): unknown =>
    read(source, false).map((block) => (block.kind === "paragraph" ? [block.bullet, block.text.text] : block.kind));
  const items = [
    [true, "Net sales were $40.2 million"],
    [true, "Net income was $4.0 million"],
  ];
  expect(listed("•\nNet sales were $40.2 million\n\n•\nNet income was $4.0 million\n")).toEqual(items);
  expect(listed("•\n\nNet sales were $40.2 million\n\n•\n\nNet income was $4.0 million\n")).toEqual(items);
  expect(listed("•\n")).toEqual([]);
});
