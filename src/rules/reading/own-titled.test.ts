import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, WHY } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "non-gaap-first",
  "quotation-without-gaap",
]);

const foundIn = (text: string): readonly string[] => wordsFound(`${HEAD}${text}\n`, CODES);

describe("a title that says of all results below it that they are the company's own", () => {
  it("heads results, and explains no measures", () => {
    expect(foundIn("## Non-GAAP Highlights\n\n- Adjusted EBITDA of $12.1 million")).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
    expect(
      foundIn("## Non-GAAP Highlights\n\nAdjusted EBITDA leaves out pay in shares. It is net income before interest."),
    ).toEqual([]);
  });

  it("makes plain names of results the company's own", () => {
    expect(foundIn("## Adjusted Results\n\nNet income for the quarter was $12.1 million.")).toEqual([
      "gaap-measure-missing: Net income",
    ]);
    const [gaap, own] = ["## GAAP Results\n\n- Net income of $9.4", "## Non-GAAP Results\n\n- Net income of $12.1"];
    expect(foundIn(`${gaap} million\n\n${own} million`)).toEqual([]);
    expect(foundIn("## Adjusted Results\n\nReported net income for the quarter was $9.4 million.")).toEqual([]);
  });

  it("may be a label before the name", () => {
    const [gaap, own] = ["GAAP results: net loss of $9.4 million.", "Non-GAAP results: net income of $2.1 million."];
    expect(foundIn(`${gaap}\n\n${own}`)).toEqual([]);
    expect(foundIn(`${own}\n\n${gaap}`)).toEqual(["non-gaap-first: net income"]);
  });
});

describe("a section of a table", () => {
  it("says the basis of what a share earns below it", () => {
    const table = (section: string): string =>
      `EPS was $0.95 and non-GAAP EPS $1.20.\n\n${WHY}${STATEMENT}## Reconciliation\n\n| ($ millions, except per share) | Q3 2025 |\n|---|---|\n| Net income on GAAP basis | 9.5 |\n| Restructuring | 2.5 |\n| Net income on non-GAAP basis | 12.0 |\n| Net income on GAAP basis | |\n| Diluted earnings per share | $0.95 |\n| ${section} | |\n| Diluted earnings per share | $1.20 |\n`;
    const found = (text: string): readonly string[] =>
      wordsFound(`${HEAD}${text}`, new Set(["reconciliation-missing"]));
    expect(found(table("Net income on non-GAAP basis"))).toEqual([]);
    expect(found(table("Pro rata"))).toEqual(["reconciliation-missing: non-GAAP EPS"]);
  });
});

describe("bullets below a title of the company's own measures", () => {
  const title = "## Non-GAAP Financial Measures\n\n";

  it("tell results where they give an amount, and what a measure leaves out where they say so", () => {
    expect(foundIn(`${title}- Free cash flow of $3.0 million, up 14%`)).toEqual([
      "gaap-measure-missing: Free cash flow",
    ]);
    expect(foundIn(`${title}- Adjusted EBITDA excludes pay in shares of $3.0 million`)).toEqual([]);
  });
});

describe("names in the short hand of bullets", () => {
  it("go on behind the point of a shortened word", () => {
    expect(foundIn("- Revenue of $40.2 million\n- Adj. EPS: $1.02, up 12%")).toEqual([
      "gaap-measure-missing: Adj. EPS",
    ]);
    expect(foundIn("- Revenue of $40.2 million\n- EPS: $0.88, up 3%\n- Adj. EPS: $1.02, up 12%")).toEqual([]);
  });

  it("may be a margin on a basis that is said behind it, or leverage without a verb", () => {
    const said = ', and backlog is high," said Jane Doe, chief executive.';
    expect(foundIn(`"Margins on an adjusted basis came in at 14.6%${said}`)).toEqual([
      "quotation-without-gaap: Margins",
    ]);
    expect(foundIn(`"Margins came in at 14.6%${said}`)).toEqual([]);
    expect(foundIn(`"We are on track to deliver 5.6% in core margins${said}`)).toEqual([
      "quotation-without-gaap: core margins",
    ]);
    expect(foundIn(`"In constant currency, revenue grew 12%${said}`)).toEqual(["quotation-without-gaap: revenue"]);
    expect(foundIn("Cash was $3.0 million and leverage 3.1x at the end of the year.")).toEqual([
      "gaap-ratio-missing: leverage",
    ]);
  });
});
