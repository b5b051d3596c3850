import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const ORDERS = table("Orders", "Orders | 51.2 | 49.0");
const missing = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${ORDERS}${STATEMENT}${tables.join("")}`, "reconciliation-missing");

const AMOUNTS = ["Net income | 4.0 | 4.0", "Restructuring | 1.1 | 0.9", "Adjusted net income | 5.1 | 4.9"];
const ADJUSTED_EPS = "Adjusted EPS | 0.51 | 0.49";

describe("what a share earns by the company's own count", () => {
  const said = "Diluted EPS was $0.40, and adjusted EPS $0.51.";
  const found = (...rows: readonly string[]): readonly string[] =>
    missing(said, table("Reconciliation of Adjusted Net Income", ...rows));

  it("is not led to by its total alone", () => {
    expect(found(...AMOUNTS, ADJUSTED_EPS)).toEqual([
      '"Adjusted EPS" is divided out of "Adjusted net income", and not led to from what a share earns under GAAP, which the table does not have. The measure is given in line 3 as well.',
    ]);
  });

  it("is led to by a line of the standards beside it, or by lines of its own", () => {
    expect(found(...AMOUNTS, "Diluted EPS | 0.40 | 0.40", ADJUSTED_EPS)).toEqual([]);
    expect(found("Diluted EPS | 0.40 | 0.40", "Restructuring | 0.11 | 0.09", ADJUSTED_EPS)).toEqual([]);
  });
});

describe("a table that has both measures", () => {
  const said = "Net income was $4.0 million. Adjusted EBITDA was $12.1 million.";
  const early = (...rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${said}\n\n${table("Key figures", ...rows)}${STATEMENT}`, "reconciliation-missing");

  it("is no reconciliation among the key figures, where its lines lead nowhere", () => {
    expect(early("Net income | 4.0 | 4.0", "Orders | 51.2 | 49.0", "Adjusted EBITDA | 12.1 | 11.0")).toHaveLength(1);
  });

  it("is one where they add up", () => {
    expect(
      early("Net income | 4.0 | 4.0", "Taxes and depreciation | 8.1 | 7.0", "Adjusted EBITDA | 12.1 | 11.0"),
    ).toEqual([]);
  });
});

describe("columns on both bases before the statements", () => {
  const both = (above: string, heads: string, row: string): readonly string[] =>
    messagesOf(
      `${HEAD}Diluted EPS was $0.40, and adjusted EPS $0.51.\n\n${above}## Highlights\n\n| | ${heads} |\n|---|${"---|".repeat(heads.split("|").length)}\n| Revenue | 40.2 | - | 40.2 |\n| ${row} |\n\n${STATEMENT}`,
      "reconciliation-missing",
    );
  const denied =
    "(1) The company is not able to provide a reconciliation of its forecast without unreasonable effort.\n\n";

  it("compare the two, and lead from the one to the other by what stands between", () => {
    const compared = both("", "GAAP Q3 2025 | GAAP change | Non-GAAP Q3 2025", "Diluted EPS | 0.40 | 2% | 0.51");
    expect(compared).toEqual([
      '"adjusted EPS" is given, and no table or sentence reconciles it with earnings per share.',
    ]);
    expect(both("", "GAAP | Adjustments | Non-GAAP", "Diluted EPS | 0.40 | 0.11 | 0.51")).toEqual([]);
    expect(both("", "GAAP | Restructuring | Non-GAAP", "Diluted EPS | 0.40 | 0.11 | 0.51")).toEqual([]);
  });

  it("are not called a reconciliation by a note that denies one of the forecast", () => {
    const heads = "GAAP Q3 2025 | GAAP change | Non-GAAP Q3 2025";
    expect(both(denied, heads, "Diluted EPS | 0.40 | 2% | 0.51")).toHaveLength(1);
    expect(both("Reconciliation of Adjusted EPS\n\n", heads, "Diluted EPS | 0.40 | 2% | 0.51")).toEqual([]);
  });
});

describe("a section that is called Non-GAAP", () => {
  it("lends its name to its rows, and to none behind a row under GAAP", () => {
    const rows = [
      "Non-GAAP | |",
      "Operating income | 7.0 | 6.5",
      "GAAP operating income | 6.0 | 6.0",
      "Net income | 4.0 | 4.0",
    ];
    const said = "Operating income was $6.0 million, and non-GAAP operating income $7.0 million.";
    expect(missing(said, table("Selected data", ...rows))).toHaveLength(1);
  });
});

describe("a line that is taken off", () => {
  const said =
    "Book value per share was $46.60, and excluding accumulated other comprehensive income book value per share was $49.15.";
  const rows = (item: string): readonly string[] => [
    "Book value per share | 46.60 | 43.10",
    item,
    "Book value per share, excluding accumulated other comprehensive income | 49.15 | 46.30",
  ];

  it("is no result of its own, whatever it names", () => {
    const item = "accumulated other comprehensive loss per share | (2.55) | (3.20)";
    expect(missing(said, table("Book value", ...rows(`Less: ${item}`)))).toEqual([]);
    expect(missing(said, table("Book value", ...rows("Net income | 4.0 | 4.0")))).toHaveLength(1);
  });
});

describe("a rate of tax without special items", () => {
  const said = "The effective tax rate, excluding special items, was 30.7%, and as reported 33.3%.";
  const found = (last: string): readonly string[] =>
    messagesOf(
      `${HEAD}${said}\n\n${STATEMENT}## Reconciliation\n\n| ($ millions) | Income before tax | Income tax | Net income |\n|---|---|---|---|\n| As reported | 6.0 | (2.0) | 4.0 |\n| Closures | 1.5 | (0.3) | 1.2 |\n| ${last} | 7.5 | (2.3) | 5.2 |\n\n`,
      "reconciliation-missing",
    );

  it("follows from the columns that lead down to a row without them", () => {
    expect(found("Excluding special items")).toEqual([]);
    expect(found("Closures and what is left")).toHaveLength(1);
  });
});
