import { describe, expect, it } from "vitest";
import { type Little, littleBooks } from "../../test/little-books.ts";
import type { Books } from "../books/books.ts";
import type { GroupEntry } from "../consolidation/group.ts";
import { factBook } from "../measures/fact-book.ts";
import type { ReleaseTable } from "./release.ts";
import type { TableSource } from "./table-source.ts";
import { openTables } from "./tables.ts";

const REGIONS = `
  month    | line          | region   | division | amount
  2006-P07 | revenue       | Americas | Process  | 151480000
  2006-P07 | revenue       | Europe   | Process  | 126820000
  2006-P08 | revenue       | Asia     | Lab      | 51770000
  2007-P07 | revenue       | Americas | Process  | 151380000
  2007-P07 | revenue       | Europe   | Lab      | 157410000
  2007-P08 | revenue       | Asia     | Lab      | 62420000
  2006-P07 | cost-of-sales |          | Process  | 171000000
  2007-P07 | cost-of-sales |          | Process  | 180000000
  2007-P08 | research-and-development | |         | 30000000
  2007-P08 | income-tax    |          |          | 40000000
`;

interface Opened {
  readonly value: TableSource;
  /** "line:column code message remedy" */
  readonly told: readonly string[];
}

function open(tables: string, little: Little = { income: REGIONS }): Opened {
  const { books, group } = littleBooks(little);
  const facts = factBook({ books, group: { ...group, income: [...group.income, ...silence(books)] } }).value;
  const text = "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n";
  const files = { release: { path: "release.md", text }, tables: { path: "tables.yaml", text: tables } };
  const { value, findings } = openTables({ books, facts, period: "2007-Q3", files });
  const told = findings.map(
    ({ code, places: [at], message, remedy }) => `${at?.line}:${at?.column} ${code} ${message} ${remedy}`,
  );
  return { value, told };
}

/** An entry of nothing in every month: without any, the books would not hold it. */
const silence = (books: Books): readonly GroupEntry[] =>
  littleBooks({
    income: `month | line | amount\n${books.company.months.map(({ month }) => `${month} | other-income | 0`).join("\n")}`,
  }).group.income;

/** A table as it would be typed: heads, then rows with their cells. */
function shown(table: ReleaseTable | undefined): readonly string[] {
  if (table === undefined) return ["not made"];
  return [
    ...table.head.map((row) => row.map(({ text, span }) => (span > 1 ? `${text} x${span}` : text)).join(" | ")),
    ...table.rows.map(({ label, level, kind, cells }) => {
      const printed = cells.map((cell) =>
        cell.kind === "empty"
          ? ""
          : cell.sign.startsWith("%") || cell.sign.startsWith(" ")
            ? `${cell.figure.text}${cell.sign}`
            : `${cell.sign}${cell.figure.text}`,
      );
      return [`${"  ".repeat(level)}${label}`, ...(kind === "section" ? [] : printed)].join(" | ");
    }),
  ];
}

const TWO = "columns: [{ period: this }, { period: year-ago }, { growth: this }]";

describe("a table of members", () => {
  const { value, told } = open(`
tables:
  - table: regions
    title: Revenue by Region
    ${TWO}
    members: region
    order: [Americas, Europe]
    footnotes: 'As {literal "ISO 3166": a standard} has them.'
`);
  const table = value.table("regions");

  it("has a row for each region and the total, with the sign of the currency on the first and the total alone (REG-64)", () => {
    expect(told).toEqual([]);
    expect(shown(table)).toEqual([
      "Three Months Ended x3",
      "September 30, 2007 | September 30, 2006 | % Growth",
      "Americas | $151.4 | $151.5 | —%",
      "Europe | 157.4 | 126.8 | 24%",
      "Asia | 62.4 | 51.8 | 21%",
      "Total | $371.2 | $330.1 | 12%",
    ]);
    expect(table?.unitText).toBe("($ in millions)");
    expect(table?.columns.map(({ kind, period }) => `${kind} ${period}`)).toEqual([
      "amount 2007-Q3",
      "amount 2006-Q3",
      "growth 2007-Q3",
    ]);
  });

  it("says of percentages that the digits do not give them, and nothing of sums that add (REG-63)", () => {
    // 62.4 over 51.8 is 20.46 percent, and 330.07 is 151.48, 126.82 and 51.77.
    expect(table?.footnotes).toEqual(["Percentages are computed from unrounded amounts.", "As ISO 3166 has them."]);
  });
});

describe("rounding footnotes", () => {
  const footnotes = (amounts: readonly string[], columns: string): readonly string[] | undefined => {
    const lines = amounts.map((amount, i) => `2007-P07 | revenue | Region ${i} | ${amount}`);
    const income = `month | line | region | amount\n${lines.join("\n")}`;
    const opened = open(`tables: [{ table: t, ${columns}, members: region }]`, { income });
    expect(opened.told).toEqual([]);
    return opened.value.table("t")?.footnotes;
  };

  it("are not there where what is displayed adds", () => {
    expect(footnotes(["100000", "200000"], "columns: [{ period: this }]")).toEqual([]);
  });

  it("say that amounts may not add where the displayed ones do not", () => {
    expect(footnotes(["140000", "140000"], "columns: [{ period: this }]")).toEqual([
      "Amounts may not add due to rounding.",
    ]);
  });

  it("say both where shares of the total do not come from what is displayed either", () => {
    expect(footnotes(["140000", "140000"], "columns: [{ period: this }, { share: this }]")).toEqual([
      "Amounts may not add due to rounding; percentages are computed from unrounded amounts.",
    ]);
    expect(footnotes(["140000", "260000"], "columns: [{ period: this }, { share: this }]")).toEqual([
      "Percentages are computed from unrounded amounts.",
    ]);
  });
});

describe("what a cell prints", () => {
  const rows = (income: string, row: string, columns = TWO): readonly string[] =>
    shown(open(`tables: [{ table: t, ${columns}, rows: [${row}] }]`, { income }).value.table("t")).slice(2);

  it("is a dash for what rounds to zero, nothing for what is not there, and NM for what would mislead (REG-60, REG-61)", () => {
    const income = `month | line | amount\n2007-P07 | revenue | 20000\n2006-P07 | restructuring | 0.04\n2007-P07 | income-tax | 90000000\n2006-P07 | income-tax | -90000000`;
    expect(rows(income, "{ measure: revenue }, { measure: income-tax }")).toEqual([
      "Revenue | $— |  | NM",
      "Provision for income taxes | 90.0 | (90.0) | NM",
    ]);
  });

  it("has brackets around what is below zero, and the percent sign outside", () => {
    const income = "month | line | amount\n2007-P07 | revenue | 98000000\n2006-P07 | revenue | 100000000";
    expect(rows(income, "{ measure: revenue }")).toEqual(["Revenue | $98.0 | $100.0 | (2)%"]);
    expect(rows(income, "{ measure: revenue }", "columns: [{ period: this }, { change: this }]")).toEqual([
      "Revenue | $98.0 | $(2.0)",
    ]);
  });

  it("leaves rates and amounts per share out of the scale, and shows changes of margins in basis points", () => {
    const income = `month | line | amount
      2007-P07 | revenue | 100000000
      2007-P07 | cost-of-sales | 45000000
      2006-P07 | revenue | 100000000
      2006-P07 | cost-of-sales | 47000000`;
    const columns = "unit: thousands, columns: [{ period: this }, { growth: this }, { change: this }]";
    expect(rows(income, "{ measure: revenue }, { measure: gross-margin, step: 0.1 }", columns)).toEqual([
      "Revenue | $100,000 | —% | $—",
      "Gross margin | 55.0% |  | 200 bps",
    ]);
  });
});

describe("totals of rows that are spelled out", () => {
  const told = (rows: string): readonly string[] => open(`tables:\n  - table: t\n    ${TWO}\n    rows:\n${rows}`).told;

  it("may leave nothing out of what they are the total of", () => {
    const rows = `      - { label: Americas, measure: revenue, member: Americas }
      - { label: Asia, measure: revenue, member: Asia }
      - { label: All, measure: revenue, kind: total }
`;
    expect(told(rows)).toEqual([
      '7:18 members-left-out The 2 rows above "All" add to $213,800,000.00 in 2007-Q3, and "All" is $371,210,000.00: they leave out Europe ($157,410,000.00). Add a row for what is left out.',
    ]);
  });

  it("may take rows away, and run on", () => {
    const rows = `      - { measure: revenue }
      - { measure: cost-of-sales, less: yes }
      - { measure: gross-profit, kind: subtotal }
      - { measure: operating-expenses, less: yes }
      - { measure: operating-income, kind: total }
`;
    expect(told(rows)).toEqual([]);
  });

  it("are told with both numbers where the rows do not add to them, unrounded", () => {
    const rows = `      - { measure: revenue }
      - { measure: cost-of-sales }
      - { measure: gross-profit, kind: total }
`;
    expect(told(rows)).toEqual([
      '7:9 total-differs-from-lines The 2 rows above "Gross profit" add to $551,210,000.00 in 2007-Q3, and "Gross profit" is $191,210,000.00, which is $360,000,000.00 less. Both are unrounded. Add the rows that are missing, write "less: yes" in those that are taken away, or "foots: no" where it is no sum of them.',
    ]);
    expect(told(rows.replace("kind: total", "kind: total, foots: no"))).toEqual([]);
  });

  it("have a line for what belongs to no member, where one is asked for", () => {
    const tables = (more: string): string =>
      `tables: [{ table: t, columns: [{ period: this }], members: region, measure: gross-profit${more} }]`;
    expect(open(tables("")).told[0]).toContain("$180,000,000.00 less belongs to no region.");
    const { value, told } = open(tables(", unallocated: Not allocated"));
    expect(told).toEqual([]);
    expect(shown(value.table("t")).slice(-2)).toEqual(["Not allocated | (180.0)", "Total | $191.2"]);
  });
});

describe("segments", () => {
  it("show each measure of each division, then of the group", () => {
    const { value } = open(
      "tables: [{ table: t, columns: [{ period: this }], segments: division, measures: [revenue, gross-margin] }]",
    );
    expect(shown(value.table("t"))).toEqual([
      "Three Months Ended",
      "September 30, 2007",
      "Revenue",
      "  Lab | $219.8",
      "  Process | 151.4",
      "Total revenue | $371.2",
      "Gross margin",
      "  Lab | 100%",
      "  Process | (19)%",
      "Total company | 52%",
    ]);
  });
});

describe("heads", () => {
  const heads = (columns: string, more = "members: region"): readonly string[] =>
    shown(open(`tables: [{ table: t, ${columns}, ${more} }]`).value.table("t"));

  it("name what stretches have in common above their last days, unless the writer has written others", () => {
    expect(
      heads(
        "columns: [{ period: this }, { growth: this }, { period: to-date }, { period: this, head: 'Q{literal \"3\": the quarter}' }]",
      ).slice(0, 2),
    ).toEqual([
      "Three Months Ended x2 | Nine Months Ended | ",
      "September 30, 2007 | % Growth | September 30, 2007 | Q3",
    ]);
    expect(
      heads(
        "columns: [{ head: Third Quarter, columns: [{ period: this, head: '{year}' }, { period: year-ago, head: '{year year-ago}' }] }]",
      ).slice(0, 2),
    ).toEqual(["Third Quarter x2", "2007 | 2006"]);
  });

  it("say of statements that nobody has audited them, and of a column that somebody has (REG-65)", () => {
    expect(heads("columns: [{ period: this }, { period: year-ago }]", "statement: income").slice(0, 3)).toEqual([
      "(unaudited) x2",
      "Three Months Ended x2",
      "September 30, 2007 | September 30, 2006",
    ]);
    expect(
      heads("columns: [{ period: this }, { period: year-ago, audited: yes }]", "statement: income").slice(0, 2),
    ).toEqual(["Three Months Ended x2", "September 30, 2007 (unaudited) | September 30, 2006"]);
  });
});

describe("a statement of income", () => {
  it("has the lines with an amount, its subtotals, and costs that are taken away", () => {
    const { value, told } = open(
      `tables: [{ table: t, columns: [{ period: this }], statement: income, labels: { income-tax: Tax } }]`,
    );
    expect(told).toEqual([]);
    expect(shown(value.table("t")).slice(3)).toEqual([
      "Revenue | $371.2",
      "Cost of sales | 180.0",
      "Gross profit | 191.2",
      "Research and development | 30.0",
      "Operating income | 161.2",
      "Tax | 40.0",
      "Net income | $121.2",
    ]);
  });
});
