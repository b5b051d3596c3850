import { describe, expect, it } from "vitest";
import { type Little, littleBooks, n, place } from "../../test/little-books.ts";
import type { Adjustment, Books, PlanRow } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { factBook } from "../measures/fact-book.ts";
import type { ReleaseTable } from "./release.ts";
import { openTables } from "./tables.ts";

const adjusted = (tag: string, category: string, placement: StatementLine, taxRate: string): Adjustment => ({
  ...{ tag, category, placement, jurisdiction: "US", taxRate: n(taxRate), definitions: ["v1"], reason: "As it says." },
  place: place("books/adjustments.csv"),
});

const guided = (issued: string, period: string, measure: string, low: string, high: string): PlanRow => ({
  ...{ scenario: "guidance", issued, period, measure, member: undefined, low: n(low), high: n(high) },
  place: place("books/plan.csv"),
});

const BOOKS: Little = {
  income: `
    month    | line                           | amount    | tag
    2006-P07 | revenue                        | 200000000 |
    2006-P07 | cost-of-sales                  | 90000000  |
    2007-P07 | revenue                        | 240000000 |
    2007-P07 | cost-of-sales                  | 100000000 |
    2007-P07 | cost-of-sales                  | 4000000   | plants
    2007-P08 | selling-general-administrative | 40000000  |
    2007-P08 | restructuring                  | 6000000   | plants
    2007-P09 | interest-income                | 1000000   |
    2007-P09 | interest-expense               | 3000000   |
    2007-P09 | income-tax                     | 20000000  |
    2007-P09 | income-tax                     | 2000000   | audits`,
  nci: `month | amount
    2007-P09 | 5000000`,
  balances: `
    month    | line           | amount
    2007-P09 | cash           | 300000000
    2007-P09 | inventories    | 50000000
    2007-P09 | goodwill       | 100000000
    2007-P09 | payables       | 40000000
    2007-P09 | long-term-debt | 110000000
    2007-P09 | common-stock   | 250000000
    2007-P09 | non-controlling-interests | 50000000`,
  flows: `
    month    | line                          | amount
    2007-P07 | net-income                    | 66000000
    2007-P08 | depreciation-and-amortisation | 9000000
    2007-P08 | change-in-inventories         | -5000000
    2007-P09 | capital-expenditure           | -30000000
    2007-P09 | dividends-paid                | -10000000`,
  books: {
    adjustments: [
      adjusted("plants", "Plant closures", "cost-of-sales", "0.4"),
      adjusted("plants", "Plant closures", "restructuring", "0.4"),
      adjusted("audits", "Tax audits", "income-tax", "0"),
    ],
    plan: [
      guided("2007-07-31", "2007-Q4", "revenue", "250000000", "260000000"),
      guided("2007-11-01", "2007-Q4", "revenue", "255000000", "265000000"),
      guided("2007-07-31", "2007-Q3", "operating-margin", "0.36", "0.4"),
    ],
  },
};

/** An entry of nothing in every month: without any, the books would not hold it. */
const silence = (books: Books): readonly GroupEntry[] =>
  littleBooks({
    income: `month | line | amount\n${books.company.months.map(({ month }) => `${month} | other-income | 0`).join("\n")}`,
  }).group.income;

function rowsOf(fields: string, columns = "columns: [{ period: this }], "): readonly string[] {
  const { books, group } = littleBooks(BOOKS);
  const facts = factBook({ books, group: { ...group, income: [...group.income, ...silence(books)] } }).value;
  const release = { path: "release.md", text: "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n" };
  const tables = { path: "tables.yaml", text: `tables: [{ table: t, ${columns}${fields} }]` };
  const { value, findings } = openTables({ books, facts, period: "2007-Q3", files: { release, tables } });
  expect(findings.map(({ message }) => message)).toEqual([]);
  return shown(value.table("t")!);
}

const shown = (table: ReleaseTable): readonly string[] =>
  table.rows.map(({ label, level, cells, kind }) => {
    const printed = cells.map((cell) =>
      cell.kind === "empty" ? "" : `${cell.figure.text}${cell.sign === "%" ? "%" : ""}`,
    );
    return [`${"  ".repeat(level)}${label}`, ...(kind === "section" ? [] : printed)].join(" | ");
  });

describe("statements", () => {
  it("of income go from revenue to what belongs to the parent, in several steps (S-X 5-03, ASC 810-10-50-1A)", () => {
    expect(rowsOf("statement: income")).toEqual([
      "Revenue | 240.0",
      "Cost of sales | 104.0",
      "Gross profit | 136.0",
      "Operating expenses",
      "  Selling, general and administrative | 40.0",
      "  Restructuring | 6.0",
      "Total operating expenses | 46.0",
      "Operating income | 90.0",
      "Interest income | 1.0",
      "Interest expense | 3.0",
      "Income before income taxes | 88.0",
      "Provision for income taxes | 22.0",
      "Net income | 66.0",
      "Less: net income attributable to non-controlling interests | 5.0",
      "Net income attributable to Little Instruments, Inc. | 61.0",
    ]);
  });

  it("of the financial position put what others own below the equity of the parent", () => {
    expect(rowsOf("statement: balance")).toEqual([
      "Assets",
      "  Cash and cash equivalents | 300.0",
      "  Inventories | 50.0",
      "Total current assets | 350.0",
      "  Goodwill | 100.0",
      "Total assets | 450.0",
      "Liabilities and equity",
      "  Accounts payable | 40.0",
      "Total current liabilities | 40.0",
      "  Long-term debt | 110.0",
      "Total liabilities | 150.0",
      "  Common stock | 250.0",
      "Shareholders' equity | 250.0",
      "  Non-controlling interests | 50.0",
      "Total equity | 300.0",
      "Total liabilities and equity | 450.0",
    ]);
  });

  it("of cash flows have inflows positive, and outflows in brackets", () => {
    expect(rowsOf("statement: cash-flow").slice(0, 5)).toEqual([
      "Operating activities",
      "  Net income | 66.0",
      "  Depreciation and amortisation | 9.0",
      "  Change in inventories | (5.0)",
      "Net cash provided by operating activities | 70.0",
    ]);
    expect(rowsOf("statement: cash-flow").at(-1)).toMatch(
      /^(Net change in cash \| 30\.0|Cash and cash equivalents at end)/,
    );
  });

  it("say with a dash that a line of another period has nothing in this one (REG-60)", () => {
    expect(rowsOf("statement: income", "columns: [{ period: this }, { period: year-ago }], ")[4]).toBe(
      "  Selling, general and administrative | 40.0 | —",
    );
  });
});

describe("reconciliations", () => {
  it("of net income take each category before tax and their tax in one line (C&DI 102.11)", () => {
    expect(rowsOf("reconciliation: non-gaap-net-income, per-share: none")).toEqual([
      "GAAP net income | 61.0",
      "  Plant closures | 10.0",
      "  Tax audits | 2.0",
      "  Tax effect of adjustments | (4.0)",
      "Non-GAAP net income | 69.0",
    ]);
  });

  it("of a margin show both amounts and both margins (C&DI 102.10)", () => {
    expect(rowsOf("reconciliation: non-gaap-operating-margin")).toEqual([
      "GAAP operating income | 90.0",
      "  Plant closures | 10.0",
      "Non-GAAP operating income | 100.0",
      "Revenue | 240.0",
      "GAAP operating margin | 37.5%",
      "Non-GAAP operating margin | 41.7%",
    ]);
  });

  it("of the tax rate take away what is tax itself, and the tax on the rest", () => {
    expect(rowsOf("reconciliation: non-gaap-effective-tax-rate")).toEqual([
      "GAAP income before income taxes | 88.0",
      "  Plant closures | 10.0",
      "Non-GAAP income before income taxes | 98.0",
      "GAAP provision for income taxes | 22.0",
      "  Tax effect of adjustments | 4.0",
      "  Tax audits | (2.0)",
      "Non-GAAP provision for income taxes | 24.0",
      "GAAP effective tax rate | 25.0%",
      "Non-GAAP effective tax rate | 24.5%",
    ]);
  });

  it("of EBITDA begin with net income (C&DI 103.02), and of free cash flow with cash from operations", () => {
    expect(rowsOf("reconciliation: adjusted-ebitda")).toEqual([
      "GAAP net income | 61.0",
      "  Non-controlling interests | 5.0",
      "  Provision for income taxes | 22.0",
      "  Interest expense | 3.0",
      "  Interest income | (1.0)",
      "EBIT | 90.0",
      "  Depreciation and amortisation | 9.0",
      "EBITDA | 99.0",
      "  Adjustments | 10.0",
      "Adjusted EBITDA | 109.0",
    ]);
    expect(rowsOf("reconciliation: free-cash-flow")).toEqual([
      "Net cash provided by operating activities | 70.0",
      "  Additions to property, plant and equipment | (30.0)",
      "Free cash flow | 40.0",
    ]);
  });

  it("of growth show what is compared, each in the column of its period", () => {
    expect(
      rowsOf("reconciliation: revenue-organic-growth", "columns: [{ period: this }, { period: year-ago }], "),
    ).toEqual([
      "Revenue | 240.0 | 200.0",
      "Comparable revenue | 240.0 | 200.0",
      "Growth as reported | 20.0% | ",
      "Organic growth of revenue | 20.0% | ",
    ]);
  });
});

describe("guidance", () => {
  it("shows each range with its midpoint, the range before, and what came of a period that is over (MEA-70)", () => {
    expect(rowsOf("guidance: true", "")).toEqual([
      "Third quarter of 2007",
      "  Operating margin | 36% | 40% | 38% |  |  | 38% | (1)",
      "Fourth quarter of 2007",
      "  Revenue | 255.0 | 265.0 | 260.0 | 250.0 | 260.0 |  | ",
    ]);
  });
});
