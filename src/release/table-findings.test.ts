import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { littleBooks } from "../../test/little-books.ts";
import { add, equal, type Rational, ZERO } from "../exact/rational.ts";
import { factBook } from "../measures/fact-book.ts";
import { printFigure } from "./print.ts";
import type { ReleaseTable } from "./release.ts";
import type { TableSource } from "./table-source.ts";
import { openTables } from "./tables.ts";

const WHOLE = "2007-P07 | revenue | Americas | 100\n2007-P08 | revenue | Europe | 50\n2007-P09 | revenue | Europe | 50";

function open(text: string, rows = WHOLE): { readonly value: TableSource; readonly told: readonly string[] } {
  const { books, group } = littleBooks({ income: `month | line | region | amount\n${rows}` });
  const facts = factBook({ books, group }).value;
  const release = { path: "release.md", text: "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n" };
  const { value, findings } = openTables({
    books,
    facts,
    period: "2007-Q3",
    files: { release, tables: { path: "releases/2007-q3/tables.yaml", text } },
  });
  const told = findings.map(
    ({ code, places: [at], message, remedy }) => `${at?.line}:${at?.column} ${code} ${message} ${remedy}`,
  );
  return { value, told };
}

describe("what is wrong with a table is told where it stands", () => {
  const columns = "columns: [{ period: this }]";
  it.each([
    [
      `tables: [{ table: t, ${columns}, rows: [{ measure: revenus }] }]`,
      '1:69 measure-unknown There is no measure "revenus". The nearest is revenue; `tickmark facts` lists them all, and measures.yaml takes your own.',
    ],
    [
      `tables: [{ table: t, ${columns}, rows: [{ measure: revenue, member: Americs }] }]`,
      '1:86 member-unknown There is no division, region or category "Americs". The nearest is "Americas".',
    ],
    [
      "tables: [{ table: t, columns: [{ period: last }], members: region }]",
      '1:42 period-unknown "last" is no period. Write one of this, to-date, year, twelve-months or a code, with year-ago, previous or next before it.',
    ],
    [
      "tables: [{ table: t, columns: [{ period: this, growth: this }], members: region }]",
      '1:56 column-not-one This column is to show both "period" and "growth". Write one of period, growth, change, share, per-share, and the period behind it.',
    ],
    [
      `tables: [{ table: t, ${columns}, membres: region }]`,
      '1:51 setting-unknown Nothing reads a field "membres" of a table. Take it out, or write the name that is meant; the nearest is members.',
    ],
    [
      `tables: [{ table: t, ${columns} }]`,
      '1:19 table-without-rows The table "t" has no rows. Write one of rows, members, segments, statement, reconciliation, guidance.',
    ],
    [
      `tables: [{ table: t, ${columns}, members: region, statement: income }]`,
      '1:79 table-without-rows The table "t" has its rows from both "members" and "statement". Take one of the two out.',
    ],
    [
      "tables: [{ table: t, members: region }]",
      '1:19 table-without-rows The table "t" has no columns. Write "columns:" and below it "- period: this", and so on.',
    ],
    [
      "tables: [{ table: t, columns: [{ period: 2006-Q3 }], members: region }]",
      "1:32 column-without-figures No row has a figure in this column: the books hold nothing of its measures in 2006-Q3. Ask for a period that the books hold, or take the column out.",
    ],
    [
      "tables: [{ table: t, columns: [{ period: this }, { share: this }], measure: gross-profit, rows: [{ measure: gross-profit }] }]",
      '1:98 measure-unknown The column asks for a share of the total of "gross-profit", and there is no measure "gross-profit-mix". Take the row or the column out, or define gross-profit-mix in measures.yaml.',
    ],
    [
      `tables: [{ table: t, ${columns}, reconciliation: revenue-growth }]`,
      '1:67 measure-unknown "revenue-growth" is reconciled with nothing: it is no non-GAAP measure of the catalogue. The nearest that is one is revenue-organic-growth; measures of your own are put in rows.',
    ],
    [
      `tables: [{ table: t, ${columns}, statement: income, labels: { revenu: Sales } }]`,
      '1:80 setting-unknown No row, measure or category has the name "revenu", which "Sales" is to stand for. The nearest is revenue.',
    ],
    [
      `tables: [{ table: t, title: "{revenue}", ${columns}, members: region }]`,
      "1:30 binding-not-read {revenue} binds a figure, and the words of a table or a call hold the calendar and literals alone. Put the figure into a cell, or say it in the text of the release.",
    ],
    [
      `tables: [{ table: t, ${columns}, guidance: yes }]`,
      "1:32 column-not-one A table of guidance has columns of its own. Take the columns out.",
    ],
  ])("%s", (text, told) => {
    expect(open(text).told[0]).toBe(told);
  });

  it("tells a second table of a name, and keeps the first", () => {
    const { value, told } = open(`tables:
  - { table: t, title: One, ${columns}, members: region }
  - { table: t, title: Two, ${columns}, members: region }`);
    expect(told).toEqual(['3:5 table-doubled A second table "t" stands here. Give one of the two another name.']);
    expect(value.table("t")?.title).toBe("One");
  });

  it("names what it could not make, so that nobody calls it unknown", () => {
    const { value } = open("tables: [{ table: t, columns: [{ period: last }], members: region }]");
    expect(value.tableNames).toEqual(["t"]);
    expect(value.table("t")).toBeUndefined();
  });

  it("takes any text for tables.yaml without throwing", () => {
    const pieces = [
      "tables:",
      "\n",
      "  - ",
      "table: t",
      "columns:",
      "[{ period: this }]",
      "{",
      "}",
      "rows",
      ": ",
      "\u0000",
      "&a *a",
      "members: region",
      "9".repeat(50),
      "'",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const { value } = open(parts.join(""));
        for (const name of value.tableNames) value.table(name);
      }),
      { numRuns: 60 },
    );
  });
});

const printedValues = (table: ReleaseTable): readonly (readonly Rational[])[] =>
  table.rows.map(({ cells }) =>
    cells.map((cell) =>
      cell.kind === "empty" ? ZERO : (printFigure(cell.figure.fact, cell.figure.form).value ?? ZERO),
    ),
  );

describe("any split of revenue over members", () => {
  const amount = fc.bigInt({ min: 0n, max: 900_000n }).map(String);
  const regions = fc.array(amount, { minLength: 1, maxLength: 6 });
  const rowsOf = (amounts: readonly string[]): string =>
    ["2007-P07", "2007-P08", "2007-P09"]
      .flatMap((month, i) => amounts.map((one, j) => `${month} | revenue | Region ${j} | ${i === 0 ? one : "1"}`))
      .join("\n");

  it("foots with the total before rounding, and has the footnote exactly where the printed sum differs (REG-63)", () => {
    fc.assert(
      fc.property(regions, (amounts) => {
        const { value, told } = open(
          "tables: [{ table: t, columns: [{ period: this }], members: region }]",
          rowsOf(amounts),
        );
        expect(told).toEqual([]);
        const table = value.table("t")!;
        const printed = printedValues(table).map(([only = ZERO]) => only);
        const sum = printed.slice(0, -1).reduce(add, ZERO);
        expect(table.footnotes.length).toBe(equal(sum, printed.at(-1)!) ? 0 : 1);
      }),
      { numRuns: 40 },
    );
  });

  it("is told to leave something out once a member is taken from the rows", () => {
    fc.assert(
      fc.property(regions, fc.nat(), (amounts, which) => {
        const out = which % amounts.length;
        const lines = amounts.flatMap((_, j) => (j === out ? [] : [`{ measure: revenue, member: Region ${j} }`]));
        const rows = [...lines, "{ label: Total, measure: revenue, kind: total }"].join(", ");
        const { told } = open(`tables: [{ table: t, columns: [{ period: this }], rows: [${rows}] }]`, rowsOf(amounts));
        if (lines.length === 0) expect(told).toEqual([]);
        else expect(told[0]).toContain(`they leave out Region ${out} (`);
      }),
      { numRuns: 40 },
    );
  });
});
