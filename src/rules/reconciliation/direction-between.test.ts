import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const wrong = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${EBITDA}${tables.join("")}`, "reconciliation-starts-wrong");

describe("a reconciliation between measures of the company's own", () => {
  const own = "Adjusted EBITDA | 12.1 | 11.0";
  const item = "Tariff refunds | (1.1) | (0.5)";
  const less = "Adjusted EBITDA excluding tariff refunds | 11.0 | 10.5";

  it("does not begin with the measure under GAAP, though another table leads to its first line", () => {
    expect(wrong(table("Adjusted EBITDA Reconciliation", own, item, less, "Revenue | 40.2 | 38.1"))).toEqual([
      'Table 3 leads from "Adjusted EBITDA" to "Adjusted EBITDA excluding tariff refunds", and not from net income.',
    ]);
  });

  it("is none where nothing calls it so, where it begins under GAAP, or where it goes on with another", () => {
    expect(wrong(table("Effect of refunds", own, item, less))).toEqual([]);
    const whole = ["Net income | 4.0 | 4.0", "Income tax | 2.0 | 2.0", "Depreciation | 6.1 | 5.0", own, item, less];
    expect(wrong(table("Adjusted EBITDA Reconciliation", ...whole))).toEqual([]);
    expect(wrong(table("Reconciliation of Adjusted EBITDA (continued)", own, item, less))).toEqual([]);
  });

  it("is told by its title where what is left out stands in a column", () => {
    const columns = (title: string, ...more: readonly string[]): string =>
      `## ${title}\n\n| ($ millions) | Acme Consolidated | Mill | Acme Consolidated excluding Mill |\n|---|---|---|---|\n| Revenue | 40.2 | 5.5 | 34.7 |\n${more.map((row) => `| ${row} |\n`).join("")}| Adjusted EBITDA | 12.1 | (1.1) | 13.2 |\n\n`;
    expect(wrong(columns("Reconciliation of Adjusted Acme to Adjusted Acme excluding Mill"))).toEqual([
      'Table 3 leads from "Adjusted EBITDA" to the same with more left out, and not from net income.',
    ]);
    const title = "Reconciliation of Adjusted Acme to Adjusted Acme excluding Mill";
    expect(wrong(columns(title, "Net income | 4.0 | (2.0) | 6.0", "Taxes | 8.1 | 0.9 | 7.2"))).toEqual([]);
    expect(wrong(columns("Acme and Acme excluding Mill"))).toEqual([]);
  });
});

describe("a reconciliation of revenue", () => {
  const [own, part, gaap] = [
    "Revenues, including discontinued operations | 46.2 | 43.1",
    "Revenues of discontinued operations | (6.0) | (5.0)",
    "Revenues | 40.2 | 38.1",
  ];
  const NAMED =
    "Revenues, including discontinued operations, is a non-GAAP financial measure. The table below is a reconciliation of revenues to revenues, including discontinued operations:\n\n";
  const said = (...rows: readonly string[]): readonly string[] =>
    wrong(`${NAMED}${table("Reconciliation of Revenues, Including Discontinued Operations", ...rows)}`);

  it("begins with what the statement calls so", () => {
    expect(said(own!, part!, gaap!)).toEqual([
      'The reconciliation in table 3 starts from "Revenues, including discontinued operations" and comes to "Revenues".',
    ]);
    expect(said(gaap!, "Revenues of discontinued operations | 6.0 | 5.0", own!)).toEqual([]);
    expect(said(own!, "Revenues of mills | 31.0 | 30.0", gaap!)).toEqual([]);
  });
});
