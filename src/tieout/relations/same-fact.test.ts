import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { matchColumns, sightings } from "./column-match.ts";
import { factRows } from "./fact-row.ts";
import { namedBy } from "./relation.ts";
import { sameFacts } from "./same-fact.ts";

const HEAD = `| | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 | Nine Months Ended September 30, 2024 |
| --- | --- | --- | --- |`;

const SUMMARY = `
LARKFIELD MILLS
SELECTED FIGURES
(in thousands)

${HEAD}
| Net income | 36,312 | 41,806 | 98,557 |
| Capital expenditures | 12,448 | 10,973 | 31,206 |

The tables below are unaudited.

CONSOLIDATED STATEMENTS OF CASH FLOWS
(in thousands)

${HEAD}
| Net income | 36,312 | 41,806 | 98,557 |
| Depreciation | 9,118 | 8,904 | 27,411 |
| Capital expenditures | (12,448) | (10,973) | (31,206) |
`;

/** The pairs of prints that are held to be one fact, with verdict and strength. */
function pairs(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  const rows = factRows(tables, figures);
  const seen = sightings(rows);
  return sameFacts(rows, seen, matchColumns(seen), figures).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`;
  });
}

describe("one fact in two tables", () => {
  it("is held together for its name and the other columns, though only one caption names the statement", () => {
    expect(pairs(SUMMARY)).toContain("consistent strong: 36,312 36,312");
  });

  it("may print with the sign turned", () => {
    expect(pairs(SUMMARY)).toContain("forced strong: 12,448 12,448");
  });

  it("is an error where one slip tells the two prints apart", () => {
    const slipped = SUMMARY.replace("| Net income | 36,312", "| Net income | 36,132");
    expect(pairs(slipped)).toContain("unattainable strong: 36,132 36,312");
  });

  it("is a doubt where the two prints have nothing to do with one another", () => {
    const other = SUMMARY.replace("| Net income | 36,312", "| Net income | 58,907");
    expect(pairs(other)).toContain("unattainable fair: 58,907 36,312");
  });

  it("is an error where two other places agree against it", () => {
    const again = `
RECONCILIATION
(in thousands)

${HEAD}
| Net income | 36,312 | 41,806 | 98,557 |
| Taxes | 7,204 | 8,311 | 20,156 |
`;
    const other = `${SUMMARY.replace("| Net income | 36,312", "| Net income | 58,907")}${again}`;
    expect(pairs(other)).toContain("unattainable strong: 58,907 36,312");
  });

  it("is not told by the name of a region, which stands for a measure of its own under each heading", () => {
    const region = (heading: string, first: string): string => `
LARKFIELD MILLS
REGIONS
(in thousands)

${HEAD}
| ${heading}: | | | |
| Northern Region | ${first} | 41,806 | 98,557 |
| Southern Region | 22,070 | 20,118 | 64,731 |
`;
    const both = (first: string): readonly string[] =>
      pairs(`${region("Revenues", first)}\n\nThe tables are unaudited.\n${region("Orders", "36,312")}`);
    expect(both("58,907").filter((p) => p.includes("58,907"))).toEqual(["unattainable weak: 58,907 36,312"]);
  });

  it("closes a balance sheet: assets against liabilities and equity", () => {
    const sheet = `
LARKFIELD MILLS
CONSOLIDATED BALANCE SHEETS
(in thousands)

| | June 30, 2024 | June 30, 2023 |
| --- | --- | --- |
| Total assets | 189,632 | 190,237 |
| Liabilities | 8,030 | 7,914 |
| Shareholders' equity | 181,602 | 182,323 |
| Total liabilities and shareholders' equity | 189,623 | 190,237 |
`;
    expect(pairs(sheet)).toEqual(["unattainable strong: 189,632 189,623", "consistent weak: 190,237 190,237"]);
  });
});
