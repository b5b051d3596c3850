import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

describe("a release of a European issuer", () => {
  const said = (name: string): string =>
    `${HEAD}Net income was $4.0 million, and ${name} $12.1 million. The statements are prepared under IFRS.\n\n`;
  const found = (text: string): readonly string[] => messagesOf(text, "reconciliation-missing");
  const about = "## About Acme\n\nAcme makes tools.\n\n";
  const glossary = "## Glossary\n\nEBITDA is defined as operating income before depreciation.\n";

  it("reconciles its measures, where it defines them but leaves the statements to another document", () => {
    expect(found(`${said("EBITDA")}${about}${glossary}`)).toEqual([
      '"EBITDA" is given, and no table or sentence reconciles it with net income.',
    ]);
    expect(found(`${said("EBITDA")}${about}`)).toEqual([]);
    expect(found(`${said("operating income")}${about}${glossary}`)).toEqual([]);
  });
});

describe("a reconciliation that starts from the company's own measure", () => {
  const rows = (last: string): string =>
    table(
      "Selected quarterly data",
      "Adjusted EBITDA | 12.1 | 11.0",
      "Less: Depreciation | 6.1 | 5.0",
      "Income tax | 2.0 | 2.0",
      `${last} | 4.0 | 4.0`,
    );

  it("is told by the income or loss that it comes to, however its brackets stand", () => {
    const found = (text: string): readonly string[] => messagesOf(text, "reconciliation-starts-wrong");
    expect(found(`${HEAD}${STATEMENT}${rows("Net (loss) income")}`)).toHaveLength(1);
    expect(found(`${HEAD}${STATEMENT}${rows("Cash at the end")}`)).toEqual([]);
  });
});

describe("a measure by a word of the company's own", () => {
  const said = "Net income per diluted share was $0.40, and non-GAAP economic earnings per share $0.53.\n\n";
  const found = (rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${said}${STATEMENT}${table("Per share", ...rows)}`, "reconciliation-missing");

  it("is reconciled where a row has the word before another name of it", () => {
    expect(found(["Diluted EPS | 0.40 | 0.39", "Amortization | 0.13 | 0.10", "Economic EPS | 0.53 | 0.49"])).toEqual(
      [],
    );
    expect(found(["Diluted EPS | 0.40 | 0.39", "Economic value | 5.3 | 4.9"])).toHaveLength(1);
  });
});

describe("a return of the company's own", () => {
  const said = "Net income was $4.0 million, and return on invested capital 15.3%.\n\n";
  const found = (...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}${said}${STATEMENT}${table("Return on Invested Capital", ...rows, "Return on invested capital | 15.3% | 16.1%")}`,
      "reconciliation-missing",
    );

  it("is reconciled by a table that computes it from a line of the statements", () => {
    const divisor = "Average invested capital | 32.7 | 31.0";
    expect(found("Operating income | 6.0 | 6.0", "Tax on it | 1.0 | 1.0", divisor)).toEqual([]);
    expect(found("Average price | 32.7 | 31.0", "Units | 3.3 | 3.1")).toHaveLength(1);
  });
});

describe("an own rate of tax", () => {
  it("is reconciled by a table that computes it from income before tax and the tax", () => {
    const said = "Net income was $4.0 million, and the adjusted tax rate 30.0%.\n\n";
    const found = (first: string): readonly string[] =>
      messagesOf(
        `${HEAD}${said}${STATEMENT}${table("Adjusted tax rate", first, "Adjustments | 1.0 | 1.0", "Tax on adjusted income | 2.1 | 2.0", "Adjusted tax rate | 30.0% | 29.0%")}`,
        "reconciliation-missing",
      );
    expect(found("Income before income taxes | 6.0 | 6.0")).toEqual([]);
    expect(found("Orders | 6.0 | 6.0")).toHaveLength(1);
  });
});

describe("a reconciliation that a page has parted in two tables", () => {
  const rows = (...lines: readonly string[]): string =>
    `| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${lines.map((line) => `| ${line} |\n`).join("")}\n`;
  const found = (first: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million, and adjusted earnings were $4.9 million.\n\n${STATEMENT}## Reconciliation\n\n${rows(first, "Merger costs | 1.0 | 0.5")}${rows("Total adjustments | 1.0 | 0.5", "Tax effect | (0.2) | (0.1)", "Minorities, effect | 0.1 | 0.1", "Adjusted earnings | 4.9 | 4.5")}`,
      "reconciliation-missing",
    );

  it("is one", () => {
    expect(found("Net income | 4.0 | 4.0")).toEqual([]);
    expect(found("Operating expenses | 4.0 | 4.0")).toHaveLength(1);
  });
});

describe("a text without statements", () => {
  const found = (...lines: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million. Adjusted net income was $5.1 million, and adjusted earnings per share were $0.51.\n\n${table(
        "Reconciliation of Adjusted Net Income",
        "Net income | 4.0 | 4.0",
        "Restructuring | 1.1 | 0.9",
        "Adjusted net income | 5.1 | 4.9",
        ...lines,
      )}`,
      "reconciliation-missing",
    );

  it("is asked for a share's part of the amount that it reconciles, and for no other measure", () => {
    expect(found("Adjusted earnings per share | 0.51 | 0.49")).toEqual([
      expect.stringContaining('"adjusted earnings per share" is given'),
    ]);
    expect(found("Earnings per share | 0.40 | 0.40", "Adjusted earnings per share | 0.51 | 0.49")).toEqual([]);
  });
});
