import { expect, test } from "vitest";
import { searchFootings } from "./footing-search.ts";
import type { Hypothesis, Item, Lanes } from "./lanes.ts";

/** A table as a person writes it: a label, then whole numbers; "." where nothing stands, "--" a line that opens a group. */
function lanes(table: string): Lanes {
  const items: Item[] = [];
  let opens = true;
  for (const line of table.trim().split("\n")) {
    const cells = line.trim().split(/ {2,20}/);
    if (cells[0] === "--") {
      opens = true;
      continue;
    }
    const values = cells.slice(1).map((c) => (c === "." ? Number.NaN : Number(c.replaceAll(",", ""))));
    items.push({
      label: cells[0]!,
      values,
      quanta: values.map((v) => (Number.isNaN(v) ? 0 : 1)),
      total: /total/i.test(cells[0]!),
      result: /^(?:net|gross)/i.test(cells[0]!),
      contra: /^(?:less|cost)/i.test(cells[0]!),
      memo: false,
      ruleAbove: false,
      bold: false,
      opens,
    });
    opens = false;
  }
  return { items, count: Math.max(...items.map((i) => i.values.length)), across: false };
}

const said = (table: Lanes, h: Hypothesis): string =>
  `${h.terms.map((t) => `${t.sign < 0 ? "-" : "+"}${table.items[t.item]!.label}`).join(" ")} = ${table.items[h.target]!.label}`;

const footings = (table: string): readonly string[] => {
  const l = lanes(table);
  return searchFootings(l, "down").map((h) => said(l, h));
};

test("subtotals stand for their parts in the total below them", () => {
  const found = footings(`
    Cash            1,171  1,316
    Receivables       129    155
    Inventories        70     76
    Total current   1,370  1,547
    Equipment         523    603
    Other              61     54
    Total assets    1,954  2,204`);
  expect(found).toEqual([
    "+Cash +Receivables +Inventories = Total current",
    "+Total current +Equipment +Other = Total assets",
  ]);
});

test("what is taken away is found by its label and by the columns", () => {
  const found = footings(`
    Net revenues      11,506  11,492  12,967
    Cost of revenues   8,027   8,028   8,294
    Gross profit       3,479   3,464   4,673`);
  expect(found).toEqual(["+Net revenues -Cost of revenues = Gross profit"]);
});

test("a column that fails beside three that hold is told, and one slip explains it", () => {
  const l = lanes(`
    Americas  15,140  15,150  48,470  38,150
    Europe    15,740  12,680  45,320  34,730
    Asia       6,240   5,180  18,840  14,350
    Total     37,120  33,010  11,263  87,230`);
  const [h] = searchFootings(l, "down");
  expect(said(l, h!)).toBe("+Americas +Europe +Asia = Total");
  expect(h!.lanes.map((x) => x.state)).toEqual(["exact", "exact", "fails", "exact"]);
  expect(h!.lanes[2]!.slip).toBe(true);
});

test("two equal numbers beside zeros are no sum", () => {
  expect(
    footings(`
    Alpha  4,711  8,222
    Beta       0      0
    Gamma  4,711  8,222`),
  ).toEqual([]);
});

test("unrelated numbers foot nowhere", () => {
  expect(
    footings(`
    Alpha   4,711  8,222  3,333
    Beta    1,999  2,718  6,022
    Gamma   7,345  1,618  1,414
    Delta   9,109  5,772  1,732`),
  ).toEqual([]);
});

test("a total that prints what the column beside it prints was copied from there", () => {
  const l = lanes(`
    Payables         5,119  4,630
    Accrued          1,284  1,107
    Total current    6,403  6,403`);
  const [h] = searchFootings(l, "down");
  expect(h!.lanes.map((x) => [x.state, x.slip])).toEqual([
    ["exact", false],
    ["fails", true],
  ]);
});

test("one column alone is heard where its labels ask for the sum and one slip explains that it fails", () => {
  expect(
    footings(`
    Total debt, gross  2,791,418
    Unamortized costs     20,486
    Total debt         2,891,904`),
  ).toEqual(["+Total debt, gross +Unamortized costs = Total debt"]);
  expect(
    footings(`
    Total debt, gross  2,791,418
    Unamortized costs     20,486
    Total debt         3,376,552`),
  ).toEqual([]);
});
