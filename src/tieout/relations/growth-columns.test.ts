import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { factRows } from "./fact-row.ts";
import { growthColumns } from "./growth-columns.ts";
import { namedBy } from "./relation.ts";

const TABLE = `
LARKFIELD MILLS
(in thousands)

| | Three Months Ended September 29, 2024 | Three Months Ended September 30, 2023 | Nine Months Ended September 29, 2024 | Nine Months Ended September 30, 2023 | Twelve Months Ended September 29, 2024 | Twelve Months Ended September 30, 2023 |
| --- | --- | --- | --- | --- | --- | --- |
| Revenue | 291,403 | 275,118 | 871,306 | 820,774 | 1,166,020 | 1,090,515 |
| Currency | (3,210) | | (9,877) | | (12,004) | |
| Comparable revenue | 288,193 | 275,118 | 861,429 | 820,774 | 1,154,016 | 1,090,515 |
| Growth as reported | 5.92% | | 6.16% | | 6.92% | |
| Organic growth | 4.75% | | 4.95% | | 5.82% | |
`;

function growths(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  return growthColumns(factRows(tables, figures), figures).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`;
  });
}

describe("a row of growth below two periods", () => {
  it("compares a row above it with the same of the year before, in each column of a period", () => {
    expect(growths(TABLE)).toEqual([
      "forced strong: 291,403 275,118 5.92",
      "forced strong: 871,306 820,774 6.16",
      "forced strong: 1,166,020 1,090,515 6.92",
      "forced strong: 288,193 275,118 4.75",
      "forced strong: 861,429 820,774 4.95",
      "forced strong: 1,154,016 1,090,515 5.82",
    ]);
  });

  it("cannot be in the one column where a digit was replaced", () => {
    expect(growths(TABLE.replace("4.75%", "4.57%"))).toContain("unattainable strong: 288,193 275,118 4.57");
  });

  it("has nothing to compare where the columns are not a year apart", () => {
    expect(growths(TABLE.replaceAll("2023", "2022"))).toEqual([]);
  });

  it("is not told by its label alone", () => {
    const other = TABLE.replace(/\d\.\d\d%/g, (rate) => `${9 - Number.parseInt(rate, 10)}.31%`);
    expect(other).toContain("| 4.31% |");
    expect(growths(other)).toEqual([]);
  });
});
