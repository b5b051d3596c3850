import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}`, "gaap-like-label");

describe("a reconciliation that ends in a caption of the statements", () => {
  const bridge = (last: string, first = "GAAP operating income", amounts = "7.2 | 6.9"): string =>
    table(
      "Reconciliation of Operating Results",
      `${first} | 6.0 | 6.0`,
      "Restructuring | 1.2 | 0.9",
      `${last} | ${amounts}`,
    );

  it("is told where its first line is that of the statements by its own words", () => {
    for (const first of ["GAAP operating income", "Operating income, as reported"])
      expect(found(`${STATEMENT}${bridge("Operating income", first)}`)).toEqual([
        expect.stringContaining(`The lines from "${first}" lead to "Operating income"`),
      ]);
  });

  it("is not told where the last line says what it is, or the lines lead to no other amount", () => {
    expect(found(`${STATEMENT}${bridge("Adjusted operating income")}`)).toEqual([]);
    expect(found(`${STATEMENT}${bridge("Operating income, excluding restructuring")}`)).toEqual([]);
    expect(found(`${STATEMENT}${bridge("Operating income", "GAAP operating income", "9.9 | 9.8")}`)).toEqual([]);
    expect(found(`${STATEMENT}${bridge("Non-GAAP: | | |\n| Operating income")}`)).toEqual([]);
    expect(found(`${STATEMENT}${bridge("Net income")}`)).toEqual([]);
  });
});

describe("a caption that a sentence gives another content", () => {
  const said = (text: string): readonly string[] => found(`${text}\n\n${STATEMENT}`);

  it.each([
    "Net revenue, which is net sales less freight billed to customers, was $38.1 million.",
    "Operating profit, which we compute before restructuring charges, was $7.2 million.",
  ])("is told of %s", (text) => {
    expect(said(text)).toHaveLength(1);
  });

  it.each([
    "Net sales, which is gross sales less returns and allowances, was $40.2 million.",
    "Gross profit, which is revenue less the cost of revenue, was $20.0 million.",
    "Adjusted operating profit, which we compute before restructuring charges, was $7.2 million.",
    "Operating profit, a non-GAAP measure, which we compute before restructuring charges, was $7.2 million.",
    "Operating profit, which includes restructuring charges, was $6.0 million.",
  ])("is not told of %s", (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("a definition of EBITDA", () => {
  const said = (text: string): readonly string[] =>
    messagesOf(`${HEAD}## Non-GAAP Measures\n\n${text}\n`, "ebitda-leaves-out-more");
  const LETTERS = "net income before interest, taxes, depreciation, amortization";

  it.each([
    `EBITDA is defined as ${LETTERS} and stock-based compensation.`,
    `EBITDA is ${LETTERS} and stock compensation.`,
    `We define "EBITDA" as ${LETTERS}, and restructuring charges.`,
    `EBITDA represents ${LETTERS}, impairment of goodwill, and gains on sales.`,
  ])("is told of %s", (text) => {
    expect(said(text)).toHaveLength(1);
  });

  it.each([
    `EBITDA is defined as ${LETTERS} of acquisition intangibles.`,
    `Adjusted EBITDA is defined as ${LETTERS} and stock-based compensation.`,
    `We define EBITDA as ${LETTERS}, and Adjusted EBITDA as EBITDA before stock-based compensation.`,
    `EBITDA is ${LETTERS}, without adding back restructuring charges.`,
    `EBITDA is ${LETTERS}, and includes restructuring charges and share-based compensation.`,
    `EBITDA is ${LETTERS}, and restructuring charges are then added to reach Adjusted EBITDA.`,
    `EBITDA is ${LETTERS}. It is further adjusted for stock-based compensation.`,
    `EBITDA is ${LETTERS} and restructuring charges, as our credit agreement defines it.`,
  ])("is not told of %s", (text) => {
    expect(said(text)).toEqual([]);
  });
});
