import { describe, expect, it } from "vitest";
import { type Little, littleBooks } from "../../test/little-books.ts";
import type { Books } from "../books/books.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { factBook } from "../measures/fact-book.ts";
import type { Chart } from "./release.ts";
import type { TableSource } from "./table-source.ts";
import { openTables } from "./tables.ts";

const BOOKS: Little = {
  income: `
    month    | line          | region   | division | amount   | tag
    2006-P07 | revenue       | Americas | Lab      | 60000000 |
    2006-P08 | revenue       | Europe   | Lab      | 40000000 |
    2007-P01 | revenue       | Americas | Lab      | 55000000 |
    2007-P04 | revenue       | Americas | Lab      | 58000000 |
    2007-P07 | revenue       | Americas | Lab      | 50000000 |
    2007-P08 | revenue       | Europe   | Lab      | 70000000 |
    2007-P09 | restructuring |          |          | 9000000  | sites`,
  books: {
    adjustments: [
      {
        tag: "sites",
        category: "Restructuring",
        placement: "restructuring",
        jurisdiction: "US",
        taxRate: { n: 1n, d: 3n },
        definitions: ["v1"],
        reason: "Sites were closed.",
        place: { path: "books/adjustments.csv", line: 2, column: 1 },
      },
    ],
  },
};

/** An entry of nothing in every month: without any, the books would not hold it. */
const silence = (books: Books): readonly GroupEntry[] =>
  littleBooks({
    income: `month | line | amount\n${books.company.months.map(({ month }) => `${month} | other-income | 0`).join("\n")}`,
  }).group.income;

function open(text: string): { readonly value: TableSource; readonly told: readonly string[] } {
  const { books, group } = littleBooks(BOOKS);
  const facts = factBook({ books, group: { ...group, income: [...group.income, ...silence(books)] } }).value;
  const release = { path: "release.md", text: "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n" };
  const files = { release, tables: { path: "tables.yaml", text } };
  const { value, findings } = openTables({ books, facts, period: "2007-Q3", files });
  return { value, told: findings.map(({ code, message }) => `${code} ${message}`) };
}

const bars = (chart: Chart | undefined): readonly string[] =>
  (chart?.series ?? []).map(
    ({ name, points }) =>
      `${name}: ${points.map(({ label, figure, total }) => `${label} ${figure.text}${total ? "!" : ""}`).join(", ")}`,
  );

describe("bars over quarters", () => {
  const { value, told } = open("charts: [{ chart: c, form: bars, title: T, members: region, quarters: 3 }]");
  const chart = value.chart("c");

  it("have a series for each region, up to the quarter of the release", () => {
    expect(told).toEqual([]);
    expect(bars(chart)).toEqual(["Americas: Q1 2007 55.0, Q2 2007 58.0, Q3 2007 50.0", "Europe: Q3 2007 70.0"]);
    expect(chart?.unitText).toBe("($ in millions)");
  });

  it("are said in a sentence that holds no figure", () => {
    expect(chart?.description).toBe(
      "Revenue by region from the first quarter of 2007 to the third quarter of 2007: between the first and the last Americas fell and Europe stayed as it was.",
    );
  });

  it("show the very figures of a table where they are printed alike", () => {
    const { value } = open(`tables: [{ table: t, columns: [{ period: this }], members: region }]
charts: [{ chart: c, form: bars, members: region, periods: [this] }, { chart: d, form: bars, step: 1, members: region, periods: [this] }]`);
    const cell = value.table("t")?.rows[0]?.cells[0];
    const figure = cell?.kind === "figure" ? cell.figure : undefined;
    expect(figure).toBeDefined();
    expect(value.chart("c")?.series[0]?.points[0]?.figure).toBe(figure);
    expect(value.chart("d")?.series[0]?.points[0]?.figure).not.toBe(figure);
  });
});

describe("waterfalls", () => {
  it("lead from a GAAP measure to its non-GAAP one", () => {
    const { value, told } = open("charts: [{ chart: c, form: waterfall, title: Bridge, bridge: non-gaap-net-income }]");
    expect(told).toEqual([]);
    expect(bars(value.chart("c"))).toEqual([
      "Bridge: GAAP net income 111.0!, Restructuring 9.0, Tax effect of adjustments (3.0), Non-GAAP net income 117.0!",
    ]);
    expect(value.chart("c")?.description).toBe(
      "From GAAP net income to non-GAAP net income: restructuring adds to it; tax effect of adjustments takes from it.",
    );
  });

  it("lead from growth as reported to organic growth in points, and from one revenue to the next in money", () => {
    const { value } = open(`charts:
  - { chart: points, form: waterfall, title: P, bridge: revenue-organic-growth }
  - { chart: money, form: waterfall, title: M, bridge: revenue-organic }`);
    expect(bars(value.chart("points"))).toEqual(["P: Growth as reported 20%!, Organic growth 20%!"]);
    expect(bars(value.chart("money"))).toEqual([
      "M: Third quarter 2006 100.0!, Organic growth 20.0, Third quarter 2007 120.0!",
    ]);
  });

  it("must come to the bars that stand on the ground, unrounded", () => {
    const steps = (last: string): readonly string[] =>
      open(`charts:
  - chart: c
    form: waterfall
    steps:
      - { measure: revenue, period: year-ago }
      - { measure: revenue-change }
      - { measure: ${last} }`).told;
    expect(steps("revenue")).toEqual([]);
    expect(steps("net-income")).toEqual([
      'total-differs-from-lines The bars up to "Net income" come to $120,000,000.00, and it is $111,000,000.00. Both are unrounded.',
    ]);
  });
});

describe("charts that cannot be made", () => {
  it.each([
    ["form: bars, series: [{ measure: revenu }]", 'measure-unknown There is no measure "revenu".'],
    [
      "form: bars, periods: [2009-Q3]",
      'period-unknown The calendar of the company has no 2009-Q3, which "2009-Q3" is.',
    ],
    ["form: waterfall", 'table-without-rows The waterfall "c" has neither a bridge nor steps.'],
    ["form: waterfall, bridge: revenue", 'measure-unknown No bridge leads to "revenue".'],
    [
      "form: bars, series: [{ measure: revenue }, { measure: gross-margin }]",
      'table-units-differ "revenue" is of the unit money and "gross-margin" of ratio; a chart has one axis.',
    ],
  ])("%s", (fields, told) => {
    const opened = open(`charts: [{ chart: c, ${fields} }]`);
    expect(opened.told).toEqual([told]);
    expect(opened.value.chart("c")).toBeUndefined();
    expect(opened.value.chartNames).toEqual(["c"]);
  });
});
