import { describe, expect, it } from "vitest";
import type { Anchor } from "./anchor.ts";
import { anchorIndex, find, type Sought, samePrint, soughtOf } from "./find.ts";

const blank: Anchor = { print: "", label: "", column: "", table: "", sentence: "", period: "" };
const cell = (print: string, label: string, column: string, table = "Sales by Region ($ in millions)"): Anchor => ({
  ...blank,
  print,
  label,
  column,
  table,
});

const ANCHORS: readonly Anchor[] = [
  cell("$111.4", "Net sales / North", "Three Months Ended March 31, 2024"),
  cell("101.2", "Net sales / North", "Three Months Ended March 31, 2023"),
  cell("(540)", "Net income (loss)", "March 31, 2024", "Statement of Income"),
  cell("$111.4", "Net sales / North", "Three Months Ended March 31, 2024", "Sales by Desk"),
  { ...blank, print: "$223.3 million", sentence: "sales of the first quarter of 2024 were \u2026 , up 11 percent" },
  { ...blank, print: "7", sentence: "plants \u2026" },
  { ...blank, print: "7", sentence: "plants \u2026" },
];
const index = anchorIndex(ANCHORS);
const at = (sought: Sought) => find(index, sought);

describe("a figure is found", () => {
  it("by its print and the words that it takes to name it", () => {
    expect(at({ print: "101.2" })).toEqual({ kind: "found", figure: 1 });
    expect(at({ print: "$111.4", table: "Region" })).toEqual({ kind: "found", figure: 0 });
    expect(at({ print: "$111.4", table: "Region", label: "Net sales / North" })).toEqual({ kind: "found", figure: 0 });
    expect(at({ print: "101.2", label: "North", column: "Three Months 2023" })).toEqual({ kind: "found", figure: 1 });
  });

  it("whatever its words have for capitals, brackets and dashes", () => {
    expect(at({ print: "( 540 )", label: "NET INCOME/LOSS", column: "march 31 2024" })).toEqual({
      kind: "found",
      figure: 2,
    });
  });

  it("by the words right beside it, numbers apart", () => {
    expect(at({ print: "$223.3 million", sentence: "quarter of 2023 were \u2026, up" }).kind).toBe("found");
    expect(at({ print: "$223.3 million", sentence: "were ... up 9 percent" }).kind).toBe("found");
    expect(at({ print: "$223.3 million", sentence: "first quarter" }).kind).toBe("found");
    expect(at({ print: "$223.3 million", sentence: "first quarter \u2026" }).kind).toBe("elsewhere");
  });

  it("by its place among its like, where there are as many as there were", () => {
    expect(at({ print: "7", nth: { at: 2, of: 2 } })).toEqual({ kind: "found", figure: 6 });
    expect(at({ print: "7", nth: { at: 2, of: 3 } })).toEqual({ kind: "several", figures: [5, 6] });
  });
});

describe("a figure is not found", () => {
  it("where several fit, where it prints something else, where it stands elsewhere, or where it is not", () => {
    expect(at({ print: "111.4", label: "North" })).toEqual({ kind: "several", figures: [0, 3] });
    expect(at({ print: "111.5", label: "North", table: "Region", column: "2024" })).toEqual({
      kind: "changed",
      figures: [0],
    });
    expect(at({ print: "$111.4", label: "South" })).toEqual({ kind: "elsewhere", figures: [0, 3] });
    expect(at({ print: "9.9" })).toEqual({ kind: "none" });
  });

  it("by a part of a word, or by words out of order", () => {
    expect(at({ print: "101.2", label: "Nor" }).kind).toBe("elsewhere");
    expect(at({ print: "101.2", column: "2023 March" }).kind).toBe("elsewhere");
    expect(at({ print: "101.2", table: "Reg" }).kind).toBe("elsewhere");
  });
});

it("a print is the same with other spaces and dashes, and with a currency sign that is not asked for", () => {
  expect(samePrint("$ 371.2", "$371.2")).toBe(true);
  expect(samePrint("371.2", "$371.2")).toBe(true);
  expect(samePrint("-1", "\u22121")).toBe(true);
  for (const [sought, print] of [
    ["$371.2", "371.2"],
    ["$371.2", "\u20ac371.2"],
    ["540", "(540)"],
    ["12", "12%"],
    ["371.2", "371.20"],
  ] as const)
    expect(samePrint(sought, print)).toBe(false);
});

it("every figure is found again by the name that is made for it", () => {
  ANCHORS.forEach((_, i) => {
    expect(find(index, soughtOf(index, i))).toEqual({ kind: "found", figure: i });
  });
});
