import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "headline-without-gaap",
  "quotation-without-gaap",
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "table-without-gaap",
  "non-gaap-first",
]);

// No reconciliation comes to the amounts of the company's own here, so that the statement alone tells what is to be read with them.
const STATEMENT = table(
  "Consolidated Statements of Operations",
  "Revenue | 404.3 | 378.9",
  "Cost of revenue | 237.7 | 227.4",
  "Gross profit | 166.6 | 151.5",
  "Operating expenses | 127.9 | 116.3",
  "Operating income | 38.71 | 35.22",
  "Income before income taxes | 30.9 | 27.1",
  "Income tax expense | 7.4 | 7.0",
  "Net income | 23.5 | 20.1",
  "Diluted earnings per share | 0.61 | 0.53",
);
const found = (said: string): readonly string[] =>
  wordsFound(`${HEAD}## Third Quarter Results\n\n${said}\n\n${STATEMENT}`, CODES);
const EBITDA = "Adjusted EBITDA was $61.4 million";
const BARE = ["gaap-measure-missing: Adjusted EBITDA"];

describe("what the statement has of the measure under GAAP", () => {
  it("stands with the company's own by its amount, whatever it is called", () => {
    expect(found(`${EBITDA}.`)).toEqual(BARE);
    expect(found(`The bottom line came to $23.5 million. ${EBITDA}.`)).toEqual([]);
    expect(found(`- A bottom line of $23.5 million\n- ${EBITDA}`)).toEqual([]);
    expect(found(`"The bottom line came to $23.5 million, and ${EBITDA}," said Jane Doe, chief executive.`)).toEqual(
      [],
    );
  });

  it("is not what has another name, or another period's amount", () => {
    expect(found(`Revenue of Tools was $23.5 million. ${EBITDA}.`)).toEqual(BARE);
    expect(found(`A year ago the bottom line was $20.1 million. ${EBITDA}.`)).toEqual(BARE);
  });

  it("may have few digits beside the measure alone, or with the amount of another period", () => {
    const own = "Adjusted diluted earnings per share were $0.74";
    expect(found(`The quarter closed at $0.61 a share.\n\nDemand held.\n\n${own}.`)).toEqual([
      "gaap-measure-missing: Adjusted diluted earnings per share",
    ]);
    expect(found(`The quarter closed at $0.61 a share. ${own}.`)).toEqual([]);
    expect(found(`The quarter closed at $0.61 a share, after $0.53.\n\nDemand held.\n\n${own}, after $0.66.`)).toEqual(
      [],
    );
  });

  it("has its change where the measure's own is told", () => {
    const own = "adjusted operating income was $45.2 million, up 8.1%";
    const bare = ["gaap-measure-missing: adjusted operating income"];
    expect(found(`The shops earned $38.7 million, and ${own}.`)).toEqual(bare);
    expect(found(`What the shops earned rose 9.9% to $38.7 million, and ${own}.`)).toEqual([]);
    expect(found(`The shops earned $38.7 million, up from $35.2 million, and ${own}.`)).toEqual([]);
    // A rate of two digits is that of much else.
    expect(found(`Prices rose 9.9%, and ${own}.`)).toEqual(bare);
  });

  it("may have been taken for the company's own, where a name has the amounts of both", () => {
    const both = (rise: string, amount: string): string =>
      `Operating income rose ${rise}% to $${amount} million (8.1% to $45.2 million excluding restructuring).`;
    expect(found(both("9.9", "38.7"))).toEqual([]);
  });

  it("stands in a table by the amounts of two periods, or by many digits", () => {
    const key = (...rows: readonly string[]): readonly string[] => found(table("Key Figures", ...rows));
    const own = "Adjusted EBITDA | 61.4 | 56.0";
    expect(key("Revenue | 404.3 | 378.9", own)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(key("Left after tax | 23.5 | 20.1", own)).toEqual([]);
    expect(key("Orders taken | 23.5 | 29.7", own)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(key(own, "Left after tax | 23.5 | 20.1")).toEqual(["table-without-gaap: Adjusted EBITDA"]);
  });
});

describe("a ratio under GAAP that the statement has the parts of", () => {
  const own = "The adjusted EBITDA margin was 15.2%, after 14.8%.";
  const bare = ["gaap-ratio-missing: adjusted EBITDA margin"];

  it("stands with the company's own by its figures", () => {
    expect(found(own)).toEqual(bare);
    expect(found(`Of each dollar sold 5.8% was left after tax, after 5.3%. ${own}`)).toEqual([]);
    expect(found(`Of each dollar sold 6.8% was left after tax, after 6.3%. ${own}`)).toEqual(bare);
  });

  it("stands in the rows of a table by them, for as many periods", () => {
    const key = (...rows: readonly string[]): readonly string[] => found(table("Key Figures", ...rows));
    const margin = "Adjusted EBITDA margin | 15.2% | 14.8%";
    const rows = ["Revenue | 404.3 | 378.9", "Net income | 23.5 | 20.1"];
    expect(key(...rows, margin)).toEqual(["gaap-ratio-missing: Adjusted EBITDA margin"]);
    expect(key(...rows, "as a share of the above | 5.8% | 5.3%", margin)).toEqual([]);
    expect(key(...rows, "as a share of the above | 5.8% | n/a", margin)).toEqual([
      "gaap-ratio-missing: Adjusted EBITDA margin",
    ]);
  });
});
