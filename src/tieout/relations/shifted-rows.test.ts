import { expect, test } from "vitest";
import type { MeasureKind } from "../figures/figure.ts";
import type { Cell } from "./cells.ts";
import { shiftedRows } from "./shifted-rows.ts";

const KINDS: Readonly<Record<string, MeasureKind>> = { a: "amount", p: "percent" };
/** A letter a cell: an amount, a percentage, nothing. */
const gridOf = (...rows: readonly string[]): readonly (readonly (Cell | undefined)[])[] =>
  rows.map((row, r) =>
    [...row].map((letter, c) => {
      const kind = KINDS[letter];
      return kind === undefined ? undefined : { figure: r * 10 + c, kind, unit: "USD", size: 1, width: 1 };
    }),
  );

test("a row with amounts where the others have percentages is shifted", () => {
  expect([...shiftedRows(gridOf("aapp", "aapp", "ppaa", "aapp"))]).toEqual([2]);
});

test("a row that fills other columns than all the rest is shifted", () => {
  expect([...shiftedRows(gridOf("..aaaa", "aaaa..", "..aaaa", "..aaaa"))]).toEqual([1]);
});

test("a row with a blank is not, nor a table of one kind", () => {
  expect([...shiftedRows(gridOf("aaaa", "a.aa", "aaaa"))]).toEqual([]);
  expect([...shiftedRows(gridOf("aap", "aap", "a.p"))]).toEqual([]);
});

test("a row of percentages throughout is a row of its own kind", () => {
  expect([...shiftedRows(gridOf("aaap", "aaap", "pppp", "aaap"))]).toEqual([]);
});
