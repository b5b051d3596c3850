import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

describe("a measure that has the same name beside it without the word that makes it the company's own", () => {
  const headline = (line: string): readonly string[] =>
    messagesOf(`# Acme Reports Third Quarter Results\n\n- ${line}\n\n${HEAD}${STATEMENT}`, "headline-without-gaap");

  it("is answered by it, whatever else the two are taken for", () => {
    expect(headline("Book value per share of $75.10 and tangible book value of $74.90")).toEqual([]);
    expect(headline("Tangible book value of $74.90")).toHaveLength(1);
    // That of the year before may be called by no such word, and is the company's own all the same.
    expect(headline("Tangible book value of $74.90, compared with book value of $70.10 a year ago")).toHaveLength(1);
    expect(headline("Book value in mind, and tangible book value of $74.90")).toHaveLength(1);
  });

  const ratios = (...rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${table("Key Figures", "Revenue | 40.2 | 38.1", ...rows)}`, "gaap-ratio-missing");

  it("is answered in a table by a row that is called so", () => {
    const own = "Annualized return on avg. common equity, as adjusted | 9.9% | 9.4%";
    expect(ratios("Annualized return on avg. shareholders' equity | 9.5% | 9.0%", own)).toEqual([]);
    expect(ratios("Core return on equity | 9.5% | 9.0%", own)).toHaveLength(1);
    expect(ratios("Return on average assets | 1.1% | 1.0%", own)).toHaveLength(1);
    // The same words of a measure that is nobody's under GAAP answer for nothing.
    expect(ratios("EBITDA margin | 9.5% | 9.0%", "Adjusted EBITDA margin | 9.9% | 9.4%")).toHaveLength(1);
  });
});

describe("a conversion of the flow of cash that the statements have", () => {
  const found = (...rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${table("Cash", "Revenue | 40.2 | 38.1", ...rows)}`, "gaap-ratio-missing");

  it("is a ratio under GAAP, and the one that others are read with", () => {
    const [stated, own] = ["Operating cash flow conversion % | 250% | 225%", "Free cash flow conversion | 200% | 175%"];
    expect(found(stated, own)).toEqual([]);
    expect(found(own)).toHaveLength(1);
    expect(found("Adjusted operating cash flow conversion | 250% | 225%")).toHaveLength(1);
  });
});

describe("margins that nobody has said to be of anything", () => {
  const quoted = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million.\n\n"${words}," said Jane Doe, chief executive.\n`,
      "quotation-without-gaap",
    );

  it("are none of what was named before them", () => {
    const [found, ...others] = quoted(
      "We attained five quarters of strong pro forma profitability and increased our margins by 440 basis points",
    );
    expect(others).toEqual([]);
    expect(found).toContain('"pro forma profitability" and not net income');
    expect(found).not.toContain("margin");
    expect(quoted("We increased our pro forma net income margin by 440 basis points")).toEqual([
      expect.stringContaining("net income margin"),
    ]);
  });
});

describe("growth of a segment as if it had been owned before", () => {
  const found = (words: string): readonly string[] =>
    messagesOf(`${HEAD}## Pumps Segment\n\n- ${words}\n`, "gaap-measure-missing");

  it("has none as reported to be read with", () => {
    expect(found("Net sales were $40 million, up 12% on a pro forma basis")).toEqual([]);
    expect(found("Net sales were $40 million, up 12% on an organic basis")).toHaveLength(1);
  });
});

describe("two margins whose change is told in one sentence", () => {
  const found = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}## Results\n\nAdjusted EBITDA margin was 30.1%, up 120 basis points. ${words}\n`,
      "gaap-ratio-missing",
    );

  it("both have their change there", () => {
    const both = "Net income margin and adjusted EBITDA margin improved by";
    expect(found(`${both} 0.8 and 1.2 percentage points, respectively.`)).toEqual([]);
    expect(
      found("Net income margin was 10.0%, and adjusted EBITDA margin improved by 1.2 percentage points."),
    ).toHaveLength(1);
  });
});

describe("what has not changed", () => {
  const found = (net: string): readonly string[] =>
    messagesOf(
      `${HEAD}${STATEMENT}## Results\n\n- Net income ${net}\n- Adjusted net income increased 4% to $5.1 million\n`,
      "gaap-measure-missing",
    );

  it("is told in a word", () => {
    expect(found("was unchanged at $4.0 million")).toEqual([]);
    expect(found("of $4.0 million was broadly stable")).toEqual([]);
    expect(found("was $4.0 million")).toHaveLength(1);
    expect(found("at an unchanged rate was $4.0 million")).toHaveLength(1);
  });
});

describe("a measure of a region", () => {
  const found = (words: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}## Results\n\n- ${words}\n`, "gaap-measure-missing");

  it("is that of a part of the company", () => {
    expect(found("North America adjusted operating income was $6.1 million")).toEqual([]);
    expect(found("Adjusted operating income was $6.1 million")).toHaveLength(1);
    expect(found("Growth in North America, while adjusted operating income was $6.1 million")).toHaveLength(1);
  });
});

describe("the leverage of who lends", () => {
  const found = (row: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${table("Key Figures", "Revenue | 40.2 | 38.1", row)}`, "gaap-ratio-missing");

  it("is held against debt to equity, and that of others against what is earned", () => {
    expect(found("Recourse leverage ratio | 2.5x | 2.2x")).toEqual([
      expect.stringContaining("the ratio of total debt to equity"),
    ]);
    expect(found("Net leverage ratio | 2.5x | 2.2x")).toEqual([
      expect.stringContaining("the ratio of total debt to net income"),
    ]);
  });
});
