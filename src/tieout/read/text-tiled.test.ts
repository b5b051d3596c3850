import { expect, test } from "vitest";
import type { RawTable } from "./raw.ts";
import { readText } from "./text.ts";

const tablesOf = (source: string): readonly RawTable[] =>
  readText(source, { markdown: true }).filter((block): block is RawTable => block.kind === "raw-table");

/** The rows of the only table, cells parted by bars. */
const grid = (source: string): string[] => {
  const tables = tablesOf(source);
  expect(tables).toHaveLength(1);
  return tables[0]!.rows.map((row) => row.cells.map((cell) => cell.text.text).join(" | "));
};

const LABELS = `INCOME

Rents
Parking fees
Total income

COSTS
Upkeep
Wages
Surplus of the year

NET INCOME PER SHARE:
Basic
Diluted
`;

test("groups of rows across some columns, and the groups of the last column behind them", () => {
  const source = `(in thousands, except per share data)

${LABELS}
12 Weeks Ended

36 Weeks Ended

May 7, 2023   May 8, 2022   May 7, 2023   May 8, 2022

$

48,210    $
1,310
49,520

46,115    $
1,207
47,322

140,880    $
3,905
144,785

30,400
11,020
8,100

29,800
10,090
7,432

90,100
32,000
22,685

131,200
3,640
134,840

85,000
30,100
19,740

2.10    $
2.08    $

1.98
1.96

6.01
5.95

5.22
5.18

$
`;
  expect(grid(source)).toEqual([
    "12 Weeks Ended | 36 Weeks Ended",
    "May 7, 2023 | May 8, 2022 | May 7, 2023 | May 8, 2022",
    "INCOME",
    "Rents | $ 48,210 | 46,115 | 140,880 | 131,200",
    "Parking fees | 1,310 | 1,207 | 3,905 | 3,640",
    "Total income | 49,520 | 47,322 | 144,785 | 134,840",
    "COSTS",
    "Upkeep | 30,400 | 29,800 | 90,100 | 85,000",
    "Wages | 11,020 | 10,090 | 32,000 | 30,100",
    "Surplus of the year | 8,100 | 7,432 | 22,685 | 19,740",
    "NET INCOME PER SHARE:",
    "Basic | 2.10 | 1.98 | 6.01 | 5.22",
    "Diluted | 2.08 | 1.96 | 5.95 | 5.18",
  ]);
});

const column = (...cells: string[]): string => cells.join("\n");

test("heads that come again stand over their own columns, and a total may go without a label", () => {
  const heads = "Three Months Ended\nJune 30,\n\n2023\n\n2022\n\nSix Months Ended\nJune 30,\n\n2023\n\n2022";
  const labels = "Harbour Inc.\nStatement of fees\n\nFees\nDues\nSum of both\n\nOf which:\n\nMooring\nCranes";
  const values = [
    column("61", "42", "103"),
    column("58", "40", "98"),
    column("120", "85", "205"),
    column("117", "79", "196"),
    column("21", "9", "8", "38"),
    column("20", "7", "6", "33"),
    column("44", "15", "17", "76"),
    column("41", "16", "14", "71"),
  ];
  const three = labels.replace("Cranes", "Cranes\nLocks");
  expect(grid(`${three}\n\n${heads}\n\n(In millions)\n\n${values.join("\n\n")}\n`)).toEqual([
    "(In millions)",
    "Three Months Ended | Six Months Ended",
    "June 30, | June 30,",
    "2023 | 2022 | 2023 | 2022",
    "Fees | 61 | 58 | 120 | 117",
    "Dues | 42 | 40 | 85 | 79",
    "Sum of both | 103 | 98 | 205 | 196",
    "Of which:",
    "Mooring | 21 | 20 | 44 | 41",
    "Cranes | 9 | 7 | 15 | 16",
    "Locks | 8 | 6 | 17 | 14",
    "38 | 33 | 76 | 71",
  ]);
});

test("a section that is called as its rows are takes no values where the groups say so", () => {
  const source = `(in millions)

Sales by region

North
South
Isles and
Lowlands
Total

Profit by region

North
South
Isles and
Lowlands
Office costs
Total

12/31/2022

12/25/2021

${column("310", "220", "91", "621")}

${column("41", "32", "8", "(11)", "70")}

${column("290", "210", "85", "585")}

${column("39", "30", "7", "(10)", "66")}
`.replaceAll("region\n\nNorth", "region\nNorth");
  expect(grid(source)).toEqual([
    "12/31/2022 | 12/25/2021",
    "Sales by region",
    "North | 310 | 290",
    "South | 220 | 210",
    "Isles and Lowlands | 91 | 85",
    "Total | 621 | 585",
    "Profit by region",
    "North | 41 | 39",
    "South | 32 | 30",
    "Isles and Lowlands | 8 | 7",
    "Office costs | (11) | (10)",
    "Total | 70 | 66",
  ]);
});

test("labels that are too many are set beside no row", () => {
  const labels = "Rents\nFees\nGrants\nTotal\nCosts\nSurplus";
  const values = `${column("310", "220", "91", "621")}\n\n${column("290", "210", "85", "585")}`;
  expect(grid(`${labels}\n\n2022\n\n2021\n\n${values}\n`).slice(-4)).toEqual([
    "310 | 290",
    "220 | 210",
    "91 | 85",
    "621 | 585",
  ]);
});

test("a label in capitals that may as well be a row leaves no choice open, and no label stands", () => {
  const source = `EARNINGS

Rents
Fees

OUTLAYS

Wages
Heat

2022

2021

${column("31", "22", "12")}

${column("17", "11")}

${column("29", "20", "10")}

${column("15", "10")}
`;
  for (const table of tablesOf(source))
    for (const row of table.rows)
      expect(row.cells.some((cell) => cell.text.text === "EARNINGS") && row.cells.length > 1).toBe(false);
});

test("single values come down the columns, or across in the first row where only that fits", () => {
  const spaced = (...cells: string[]): string => cells.join("\n\n");
  const labels = spaced("(In millions)", "Sales", "Fees", "Costs", "Rate", "2022", "2021");
  const down = spaced("52,000", "310", "4,100", "12.5%", "48,000", "290", "3,900", "11.9%");
  const first = spaced("52,000", "48,000", "310", "4,100", "12.5%", "290", "3,900", "11.9%");
  const rows = ["2022 | 2021", "Sales | 52,000 | 48,000", "Fees | 310 | 290", "Costs | 4,100 | 3,900"];
  expect(grid(`${labels}\n\n${down}\n`).slice(0, 4)).toEqual(rows);
  expect(grid(`${labels}\n\n${first}\n`).slice(0, 4)).toEqual(rows);
});

test("every character of a cell stands where its place says", () => {
  const source = `Rents\nFees\nGrants\nTotal\n\n2022\n\n2021\n\n${column("310", "220", "91", "621")}\n\n${column("290", "210", "85", "585")}\n`;
  for (const row of tablesOf(source)[0]!.rows)
    for (const { text } of row.cells) expect(source.slice(text.pieces[1], text.pieces[2])).toBe(text.text);
});

test("many such runs are read to their end, however little their cells say", () => {
  const heads = Array.from({ length: 8 }, (_, i) => `December 31, ${2010 + i}`).join("\n\n");
  const labels = Array.from({ length: 30 }, (_, i) => `Fee ${"xyz"[i % 3]}`).join("\n\n");
  const cells = Array.from({ length: 240 }, (_, i) => "1".repeat(1 + ((i * i * 7 + i * 3) % 6))).join("\n\n");
  const end =
    "A sentence that is long enough to be one stands between the tables, and so the next of them starts anew here.";
  const text = `(in millions)\n\n${labels}\n\n${heads}\n\n${cells}\n\n${end}\n\n`.repeat(60);
  // What goes with the square of the runs outlasts the time that the test has.
  expect(readText(text, { markdown: true }).length).toBeGreaterThan(59);
}, 60_000);
