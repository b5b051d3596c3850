import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (text: string): readonly string[] => wordsFound(text, new Set(["table-without-gaap"]));

describe("a summary of results", () => {
  const rows = (revenue: string, ...more: readonly string[]): string =>
    table("Pumps", `Revenue | ${revenue}`, "Operating income | 3.0 | 2.9", ...more, "Adjusted EBITDA | 5.1 | 4.8");

  it("is that of a part where its revenue is none of the statements", () => {
    expect(found(`${HEAD}${rows("20.2 | 18.1")}${STATEMENT}`)).toEqual([]);
  });

  it("is that of the company where one of its amounts of revenue is that of a statement", () => {
    expect(found(`${HEAD}${rows("40.2 | 37.9")}${STATEMENT}`)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(found(`${HEAD}${rows("40.2 | 37.9", "Net income | 4.0 | 4.0")}${STATEMENT}`)).toEqual([]);
  });

  it("is that of the company where its revenue is more than any of the statements", () => {
    expect(found(`${HEAD}${rows("60.2 | 57.9")}${STATEMENT}`)).toHaveLength(1);
  });

  it("is that of the company where it prints no revenue", () => {
    expect(found(`${HEAD}${table("Pumps", "Adjusted EBITDA | 5.1 | 4.8")}${STATEMENT}`)).toHaveLength(1);
  });
});

describe("a table of contents", () => {
  const contents = (head: string, ...rows: readonly string[]): string =>
    `## ${head}\n\n| Section | Page |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
  const codes = new Set(["table-without-gaap", "reconciliation-missing", "reconciliation-starts-wrong"]);

  it("gives no measure that its lines name", () => {
    const text = contents("Table of Contents", "Statements | 2", "Adjusted EBITDA | 3", "Free cash flow | 3");
    expect(wordsFound(`${HEAD}${text}${STATEMENT}`, codes)).toEqual([]);
  });

  it("is none where its figures are no pages in their order", () => {
    const text = contents("Table of Contents", "Statements | 4", "Adjusted EBITDA | 3", "Free cash flow | 3");
    expect(wordsFound(`${HEAD}${text}${STATEMENT}`, codes)).not.toEqual([]);
  });
});
