import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (title: string, ...more: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${table(
      title,
      "Revenue | 40.2 | 38.1",
      "Cost of revenue (exclusive of amortization shown separately below) | 20.2 | 19.1",
      "Operating costs and expenses (exclusive of items shown separately below) | 9.0 | 8.0",
      "Research and development | 1.0 | 1.0",
      "Selling and marketing | 1.0 | 1.0",
      "General and administrative | 1.0 | 1.0",
      "Amortization | 1.0 | 1.0",
      "Income before interest income and income taxes | 7.0 | 7.0",
      "Interest income | 0.5 | 0.5",
      "Income before income taxes | 6.5 | 6.5",
      "Income tax expense | 2.5 | 2.5",
      "Net income | 4.0 | 4.0",
      ...more,
    )}`,
    "reconciliation-missing",
  );

describe("a statement of the standards", () => {
  it("is one with a subtotal before interest and taxes, and with costs without what has a line below them", () => {
    expect(missing("Consolidated Statements of Operations")).toEqual([
      '"Adjusted EBITDA" is given, and no table or sentence reconciles it with net income.',
    ]);
  });

  it("is printed where a line of the company's own stands below its last", () => {
    expect(missing("Consolidated Statements of Operations", "Comparable EPS | 0.41 | 0.40")).not.toEqual([]);
  });

  it("is none by a title that does not say so", () => {
    expect(missing("Key figures of the quarter")).toEqual([]);
  });
});

describe("expenses whose name has more than one word", () => {
  it("are led to by no line that only begins as they do", () => {
    const said = "Adjusted general and administrative expenses were $8.1 million, compared to $7.7 million.\n\n";
    const statement = (line: string): string =>
      table(
        "Consolidated Statements of Operations",
        "Revenue | 40.2 | 38.1",
        `${line} | 9.0 | 9.0`,
        "Net income | 4.0 | 4.0",
      );
    const found = (line: string): readonly string[] =>
      messagesOf(`${HEAD}${said}${statement(line)}`, "reconciliation-missing");
    expect(found("General and administrative expenses")).toHaveLength(1);
    expect(found("Operating expenses")).toHaveLength(1);
  });
});

describe("tables with nothing between them", () => {
  const head = "| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
  const rows = (...all: readonly string[]): string => `${head}${all.map((row) => `| ${row} |\n`).join("")}\n`;
  const first = rows("Net income | 4.0 | 4.0", "Closures | 1.1 | 0.9", "Adjusted net income | 5.1 | 4.9");
  const second =
    "| ($ millions) | Operating expenses | Operating income |\n|---|---|---|\n| GAAP amount | 14.0 | 6.0 |\n| Closures | (1.4) | 1.4 |\n| Non-GAAP amount | 12.6 | 7.4 |\n\n";
  const found = (between: string): readonly string[] =>
    messagesOf(
      `${HEAD}Operating income was $6.0 million, and non-GAAP operating income $7.4 million.\n\nReconciliations of GAAP to non-GAAP Measures\n\n${first}${between}${second}${STATEMENT}`,
      "reconciliation-missing",
    );

  it("stand under one heading where it calls them reconciliations", () => {
    expect(found("")).toEqual([]);
    expect(found("## Closures\n\n")).toHaveLength(1);
  });
});

describe("a statement below a section on other measures", () => {
  it("is titled by its own words, whatever stands above them", () => {
    const long = "They leave out what varies from company to company, and readers look at them. ".repeat(6);
    const below = (heading: string, text: string): readonly string[] =>
      missing(`${heading}\n\n${text}\n\n## Consolidated Statements of Operations`);
    const plain = missing("Consolidated Statements of Operations");
    expect(plain).toHaveLength(1);
    expect(below("Non-GAAP Financial Measures", long)).toEqual(plain);
    expect(below("Measures", "Management looks at non-GAAP measures to compare periods.")).toEqual(plain);
    expect(missing("Non-GAAP Consolidated Statements of Operations")).not.toEqual(plain);
  });
});
