import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { factRows } from "./fact-row.ts";
import { growthRows } from "./growth-rows.ts";
import { namedBy } from "./relation.ts";

const TABLE = `
LARKFIELD MILLS
THREE MONTHS ENDED SEPTEMBER 30
(in thousands)

| | Orders | Net sales | Gross profit | Operating income |
| --- | --- | --- | --- | --- |
| 2024 as reported | 291,403 | 263,812 | 113,608 | 52,231 |
| 2023 as reported | 275,118 | 251,480 | 104,390 | 49,870 |
| Percentage change | 5.9% | 4.9% | 8.8% | 4.7% |
`;

function growths(source: string): readonly string[] {
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const { figures, tables } = figuresOf(document, lexed, documentContext(lexed));
  return growthRows(factRows(tables, figures), figures).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${judge(r.form, figures).verdict} ${r.strength}: ${prints.join(" ")}`;
  });
}

describe("a row of growth", () => {
  it("compares the two rows above it in every column", () => {
    expect(growths(TABLE)).toEqual([
      "forced strong: 291,403 275,118 5.9",
      "forced strong: 263,812 251,480 4.9",
      "forced strong: 113,608 104,390 8.8",
      "forced strong: 52,231 49,870 4.7",
    ]);
  });

  it("cannot be in the one column where a digit was replaced", () => {
    expect(growths(TABLE.replace("4.9%", "6.9%"))).toContain("unattainable strong: 263,812 251,480 6.9");
  });

  it("is not told by its label alone", () => {
    expect(growths(TABLE.replace("5.9%", "3.1%").replace("4.9%", "7.2%"))).toEqual([]);
  });
});
