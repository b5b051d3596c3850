import { expect, test } from "vitest";
import type { Printed } from "../../text/printed.ts";
import { proofOf } from "./_piece-proof.ts";

const columns = (...rows: readonly string[]): Printed[][] => {
  const cells = rows.map((row) => row.split(" "));
  return cells[0]!.map((_, c) => cells.map((row) => ({ text: row[c]!, pieces: [0, 0, row[c]!.length] })));
};

test("a sum in two columns proves the rows it runs through", () => {
  const { exact, totals } = proofOf(columns("19 23", "140 155", "(12) (4)", "128 151", "88 91"));
  expect(exact).toEqual([false, true, true, true, false]);
  expect(totals).toEqual([false, false, false, true, false]);
});

test("revenue less its costs is a sum too", () => {
  expect(proofOf(columns("940 871", "512 498", "428 373")).exact).toEqual([true, true, true]);
});

test("a sum in one of two columns proves nothing, and in two of three it does", () => {
  expect(proofOf(columns("940 871", "512 498", "428 375")).exact).toEqual([false, false, false]);
  const three = [
    "940 871 1,016",
    "512 498 702",
    "428 373 324",
    "(60) 12 (9)",
    "(41) 5 (17)",
    "327 390 298",
    "(32) 110 (30)",
    "295 500 268",
  ];
  expect(proofOf(columns(...three)).exact).toEqual(three.map(() => true));
  // The third column holds once and breaks once, which is no more than chance.
  expect(proofOf(columns(...three.slice(0, 3))).exact).toEqual([false, false, false]);
});

test("sums that hold to what rounding allows prove a grid as a whole, all rows or none", () => {
  expect(proofOf(columns("14 29", "9 18", "23 46", "(6) (13)", "17 33")).whole).toBe(true);
  expect(proofOf(columns("14 29", "9 18", "23 46", "(6) (13)", "17 33", "40 2")).whole).toBe(false);
});

test("amounts of other decimals are set under one point", () => {
  expect(proofOf(columns("1.5 20", "0.25 3", "1.75 23")).exact).toEqual([false, false, false]);
  expect(proofOf(columns("10.5 200", "0.25 35", "10.75 235")).exact).toEqual([true, true, true]);
});
