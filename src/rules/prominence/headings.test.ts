import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const CODES = new Set(["headline-without-gaap", "gaap-measure-missing", "non-gaap-in-bold"]);
const TEXT = "Net income was $9.4 million, and adjusted EBITDA was $12.1 million.\n\n";
const under = (heading: string, text = `Sales grew in all regions.\n\n${TEXT}`): readonly string[] =>
  wordsFound(`${HEAD}${heading}\n\n${text}`, CODES);

describe("a heading of a section", () => {
  it("with an amount of the company's own, or its growth, has the measure under GAAP too", () => {
    expect(
      messagesOf(`${HEAD}## Adjusted EBITDA of $12.1 Million\n\nSales grew.\n\n${TEXT}`, "headline-without-gaap"),
    ).toEqual(['The heading gives "Adjusted EBITDA" and not net income.']);
    // The text below has the amount under GAAP and not its growth, of which the rule on the text tells.
    expect(under("**Adjusted EBITDA up 12.4%**")).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    const grown = "Sales grew.\n\nNet income grew 9% to $9.4 million, and adjusted EBITDA 12.4%.\n\n";
    expect(under("**Adjusted EBITDA up 12.4%**", grown)).toEqual(["headline-without-gaap: Adjusted EBITDA"]);
  });

  it("may have it first, or right behind", () => {
    expect(under("## Net Income of $9.4 Million and Adjusted EBITDA of $12.1 Million")).toEqual([]);
    expect(under("## Adjusted EBITDA of $12.1 Million", TEXT)).toEqual([]);
    expect(under("## Net Income of $9.4 Million\n\nIt grew.\n\n## Adjusted EBITDA of $12.1 Million")).toEqual([]);
  });

  it("is asked for no amount where it prints none, nor as the caption of a table that has both", () => {
    expect(under("## Adjusted EBITDA")).toEqual([]);
    const both = table("Adjusted EBITDA of $12.1 million", "Net income | 9.4 | 8.1", "Adjusted EBITDA | 12.1 | 11.0");
    expect(wordsFound(`${HEAD}${both}`, CODES)).toEqual([]);
  });

  it("is no row that its layout has torn off", () => {
    expect(under("**Adjusted EBITDA $ 12.1 $ 11.0**")).toEqual([]);
  });

  it("is told of once, where the section has nothing under GAAP at all", () => {
    expect(under("## Adjusted EBITDA of $12.1 Million", "Adjusted EBITDA grew on prices.\n")).toHaveLength(1);
  });
});
