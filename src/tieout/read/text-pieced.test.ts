import { expect, test } from "vitest";
import type { RawTable } from "./raw.ts";
import { readText } from "./text.ts";

const HEADS = ["(in thousands)", "Quarter Ended", "Year Ended", "May 31, 2024 May 31, 2023 May 31, 2024 May 31, 2023"];

const LABELS = [
  "Surplus by the books",
  "Rent of the old mill",
  "Awards in shares",
  "Flood damage",
  "Sale of the ferry",
  "Adjusted surplus",
];

const ROWS = [
  ["2,418", "(1,905)", "11,236", "6,447"],
  ["311", "287", "1,204", "1,166"],
  ["842", "795", "3,310", "3,042"],
  ["—", "36", "415", "36"],
  ["(129)", "—", "(1,880)", "(92)"],
  ["3,442", "(787)", "14,285", "10,599"],
];

/** Cells of a column from one row to another, each on a line of its own. */
const piece = (column: number, from: number, to: number, rows = ROWS): string =>
  rows
    .slice(from, to)
    .map((row) => row[column])
    .join("\n\n");

const source = (labels: readonly string[], ...pieces: readonly string[]): string =>
  [...HEADS, ...labels, ...pieces].join("\n\n");

const tablesOf = (text: string): readonly RawTable[] =>
  readText(text, { markdown: true }).filter((block): block is RawTable => block.kind === "raw-table");

const grids = (text: string): string[][] =>
  tablesOf(text).map(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text.text).join(" | ")));

const BODY = LABELS.map((label, r) => [label, ...ROWS[r]!].join(" | "));
const HEAD_ROWS = ["Quarter Ended | Year Ended", "May 31, 2024 | May 31, 2023 | May 31, 2024 | May 31, 2023"];

test("a row across the columns, the rest of two columns, and then two whole columns", () => {
  const text = source(
    LABELS,
    piece(0, 0, 1),
    piece(1, 0, 1),
    piece(0, 1, 6),
    piece(1, 1, 6),
    piece(2, 0, 6),
    piece(3, 0, 6),
  );
  expect(grids(text)).toEqual([[...HEAD_ROWS, ...BODY]]);
});

test("every label and every value is one of the source", () => {
  const text = source(
    LABELS,
    piece(0, 0, 4),
    piece(1, 0, 4),
    piece(0, 4, 6),
    piece(1, 4, 6),
    piece(2, 0, 6),
    piece(3, 0, 6),
  );
  const [table] = tablesOf(text);
  for (const row of table!.rows)
    for (const { text: cell } of row.cells) expect(text.startsWith(cell.text.slice(0, 4), cell.pieces[1])).toBe(true);
  expect(grids(text)).toEqual([[...HEAD_ROWS, ...BODY]]);
});

test("the last label stands behind the values of the columns on the right", () => {
  const text = [
    ...HEADS,
    ...LABELS.slice(0, 5),
    piece(0, 0, 5),
    piece(1, 0, 5),
    piece(2, 0, 6),
    piece(3, 0, 6),
    LABELS[5]!,
    piece(0, 5, 6),
    piece(1, 5, 6),
  ].join("\n\n");
  expect(grids(text)[0]!.slice(2)).toEqual(BODY);
});

test("what no sum proves stays as it is", () => {
  const rows = [...ROWS.slice(0, 5), ["3,601", "(803)", "14,958", "10,244"]];
  const cells = (column: number, from: number, to: number): string => piece(column, from, to, rows);
  const text = source(
    LABELS,
    cells(0, 0, 1),
    cells(1, 0, 1),
    cells(0, 1, 6),
    cells(1, 1, 6),
    cells(2, 0, 6),
    cells(3, 0, 6),
  );
  expect(grids(text)).toEqual([]);
});

test("one label too many, and a total that is none, leave the values without a table", () => {
  const pieces = [piece(0, 0, 1), piece(1, 0, 1), piece(0, 1, 6), piece(1, 1, 6), piece(2, 0, 6), piece(3, 0, 6)];
  expect(grids(source([...LABELS, "Members"], ...pieces))).toEqual([]);
  const moved = [
    "Surplus",
    "Rent of the old mill",
    "Total awards",
    "Flood damage",
    "Sale of the ferry",
    "Adjusted surplus",
  ];
  expect(grids(source(moved, ...pieces))).toEqual([]);
});

test("a label that another is the total of is the head of its section", () => {
  const labels = ["Running costs", "Wages", "Coal", "Lamp oil", "Total running costs"];
  const rows = [
    ["4,120", "3,988", "16,333", "15,870"],
    ["1,077", "1,214", "4,402", "4,519"],
    ["336", "301", "1,290", "1,188"],
    ["5,533", "5,503", "22,025", "21,577"],
  ];
  const cells = (column: number, from: number, to: number): string => piece(column, from, to, rows);
  const text = source(labels, ...[0, 1, 2, 3].map((column) => cells(column, 0, 4)));
  expect(grids(text)[0]!.slice(2)).toEqual([
    "Running costs",
    ...labels.slice(1).map((label, r) => [label, ...rows[r]!].join(" | ")),
  ]);
});
