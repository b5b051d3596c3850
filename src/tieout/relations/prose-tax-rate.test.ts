import { describe, expect, it } from "vitest";
import { figuresOf } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { proseMeaning } from "../meaning/prose-meaning.ts";
import { judge } from "../prove/verdict.ts";
import { read } from "../read/read.ts";
import { rowIndex } from "./prose-rows.ts";
import { proseTaxRates } from "./prose-tax-rate.ts";
import { namedBy } from "./relation.ts";

const TABLE = `
LARKFIELD MILLS
CONSOLIDATED STATEMENTS OF OPERATIONS
(in thousands)

| | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- |
| Income before income taxes | 48,127 | 55,613 |
| Income tax expense | (11,815) | (13,807) |
| Net income | 36,312 | 41,806 |
`;

function rates(text: string): readonly string[] {
  const source = `Larkfield Mills today reported results for the third quarter ended September 30, 2024.\n\n${text}\n${TABLE}`;
  const document = read(new TextEncoder().encode(source), { name: "release.md", ignoreTags: false });
  if (!("blocks" in document)) throw new Error("refused");
  const lexed = lexDocument(document.blocks);
  const context = documentContext(lexed);
  const { figures, tables, texts } = figuresOf(document, lexed, context);
  return proseTaxRates(proseMeaning(texts, figures, context), rowIndex(tables, figures), figures).map((r) => {
    const prints = namedBy(r.form).map((f) => figures[f]!.text);
    return `${r.strength} ${judge(r.form, figures).verdict}: ${prints.join(" ")}`;
  });
}

describe("a tax rate in a sentence", () => {
  it("is tax over income before tax in the column of its period", () => {
    expect(
      rates(
        "The effective tax rate was 24.5% in the third quarter of 2024, compared to 24.8% in the third quarter of 2023.",
      ),
    ).toEqual(["fair consistent: 48,127 11,815 24.5", "fair forced: 55,613 13,807 24.8"]);
  });

  it("breaks where the rate beside it agrees and one slip explains it", () => {
    expect(
      rates(
        "The effective tax rate was 42.5% in the third quarter of 2024, compared to 24.8% in the third quarter of 2023.",
      ),
    ).toContain("fair unattainable: 48,127 11,815 42.5");
  });

  it("says nothing where it stands alone and differs, or is the rate of the law", () => {
    expect(rates("The effective tax rate was 26.1% in the third quarter of 2024.")).toEqual([]);
    expect(rates("The statutory tax rate was 24.5% in the third quarter of 2024.")).toEqual([]);
  });
});
