import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { factRows } from "./fact-row.ts";
import { namedBy } from "./relation.ts";
import { yearToDateRows } from "./year-to-date.ts";

const QUARTERS = `
LARKFIELD MILLS
QUARTERLY RESULTS
(in thousands, except per share data)

| | Three months ended March 31, 2024 | Three months ended June 30, 2024 | Three months ended September 30, 2024 |
| --- | --- | --- | --- |
| Net sales | 263,812 | 271,950 | 280,417 |
| Cost of sales | 150,204 | 155,331 | 159,806 |
| Research and development | 31,008 | 32,415 | 33,127 |
| Operating income | 52,231 | 54,007 | 57,318 |
| Earnings per share | 0.52 | 0.55 | 0.58 |
| Average basic shares outstanding | 81,204 | 81,377 | 81,590 |
`;

const NINE = `
RESULTS OF OPERATIONS
(in thousands, except per share data)

| | Nine months ended September 30, 2024 |
| --- | --- |
| Net sales | 816,179 |
| Cost of sales | 465,341 |
| Research and development | 96,550 |
| Operating income | 163,556 |
| Earnings per share | 1.64 |
| Average basic shares outstanding | 81,390 |
`;

const TRAILING = `
LARKFIELD MILLS
ADJUSTED EBITDA
(in thousands)

| | Year ended December 31, 2023 | Six months ended June 30, 2024 | Six months ended June 30, 2023 | Twelve months ended June 30, 2024 |
| --- | --- | --- | --- | --- |
| Net income | 88,204 | 47,318 | 41,025 | 94,497 |
| Interest expense | 12,410 | 6,388 | 6,105 | 12,693 |
| Depreciation | 30,117 | 15,840 | 14,733 | 31,224 |
| Restructuring | 4,021 | 1,190 | 2,307 | 2,904 |
`;

const DERIVED = `
LARKFIELD MILLS
FREE CASH FLOW
(in thousands)

| | Nine months ended September 30, 2024 | Six months ended June 30, 2024 | Three months ended September 30, 2024 |
| --- | --- | --- | --- |
| Cash from operations | 140,318 | 85,204 | 55,114 |
| Capital expenditures | 41,207 | 30,118 | 11,089 |
| Free cash flow | 99,111 | 55,086 | 44,025 |
`;

function sums(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  return yearToDateRows(factRows(tables, figures), figures, new Set()).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${r.rule} ${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`;
  });
}

describe("the year to date", () => {
  it("is the sum of the quarters of another table for what flows, and says nothing of amounts per share and averages", () => {
    expect(sums(QUARTERS + NINE)).toEqual([
      "T13 consistent strong: 263,812 271,950 280,417 816,179",
      "T13 consistent strong: 150,204 155,331 159,806 465,341",
      "T13 consistent strong: 31,008 32,415 33,127 96,550",
      "T13 consistent strong: 52,231 54,007 57,318 163,556",
    ]);
  });

  it("cannot be where two digits of a quarter were exchanged", () => {
    expect(sums(QUARTERS.replace("32,415", "34,215") + NINE)).toContain(
      "T13 unattainable strong: 31,008 34,215 33,127 96,550",
    );
  });

  it("is not held against quarters that no slip explains", () => {
    const found = sums(QUARTERS + NINE.replace("96,550", "108,773"));
    expect(found).toHaveLength(3);
    expect(found.every((r) => r.includes("consistent"))).toBe(true);
  });

  it("is no sum of quarters that do not join", () => {
    expect(sums(QUARTERS.replace("June 30, 2024", "June 30, 2023") + NINE)).toEqual([]);
  });
});

describe("the last twelve months", () => {
  it("are the year, with the year to date in place of that before", () => {
    expect(sums(TRAILING)).toContain("T15 consistent strong: 88,204 47,318 41,025 94,497");
    expect(sums(TRAILING.replace("31,224", "31,244"))).toContain(
      "T15 unattainable strong: 30,117 15,840 14,733 31,244",
    );
  });
});

describe("a quarter that is derived", () => {
  it("is the year to date less the year to date before", () => {
    expect(sums(DERIVED)).toContain("T14 consistent strong: 41,207 30,118 11,089");
    expect(sums(DERIVED.replace("11,089", "11,809"))).toContain("T14 unattainable strong: 41,207 30,118 11,809");
  });
});
