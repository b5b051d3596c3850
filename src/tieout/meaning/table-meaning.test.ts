import { describe, expect, it } from "vitest";
import type { Period } from "../../calendar/period.ts";
import { figuresOf, type TableReading } from "../figures/document-figures.ts";
import { lexDocument } from "../lex/lex.ts";
import { read } from "../read/read.ts";
import { documentContext } from "./document-context.ts";
import { periodAt } from "./table-meaning.ts";

/** The tables of a page, as print. */
function tables(html: string): readonly TableReading[] {
  const document = read(new TextEncoder().encode(`<html><body>${html}</body></html>`), {
    name: "a.html",
    ignoreTags: true,
  });
  if (!("blocks" in document)) throw new Error(document.message);
  const lexed = lexDocument(document.blocks);
  return figuresOf(document, lexed, documentContext(lexed)).tables;
}

const cell = (text: string): string => {
  const span = /^(\d+)\*/.exec(text);
  return `<td${span === null ? "" : ` colspan="${span[1]}"`}>${span === null ? text : text.slice(span[0].length)}</td>`;
};

/** A table of lines whose cells stand between bars; "2*" before a cell makes it span two columns. */
const table = (...lines: readonly string[]): string =>
  `<table>${lines
    .map(
      (line) =>
        `<tr>${line
          .split("|")
          .map((c) => cell(c.trim()))
          .join("")}</tr>`,
    )
    .join("")}</table>`;

const first = (html: string): TableReading => tables(html)[0]!;

const shown = (p: Period | undefined): string | undefined =>
  p === undefined ? undefined : `${p.start ?? ""}..${p.end}`;
const periods = (t: TableReading): readonly (string | undefined)[] =>
  t.meaning.columns.filter((c) => c.kind !== "label").map((c) => shown(c.period));
const row = (t: TableReading, label: string): number => t.meaning.rows.findIndex((r) => r.label === label);

const SALES = [
  "Harbor sales | 410 | 395 | 1,210 | 1,150",
  "Upland sales | 220 | 205 | 640 | 610",
  "Total sales | 630 | 600 | 1,850 | 1,760",
];

describe("heads over columns", () => {
  it("that are a year alone go on with the period before them, as long as they are one", () => {
    const rows = ["Harbor sales | 410 | 395", "Upland sales | 220 | 205"];
    expect(periods(first(table("| Quarter Ended May 31, 2023 | 2024", ...rows)))).toEqual([
      "2023-03-01..2023-05-31",
      "2024-03-01..2024-05-31",
    ]);
    const wide = first(
      table("| Quarter Ended December 31, 2023 | 2023 | 2022", ...SALES.map((row) => row.slice(0, -8))),
    );
    expect(periods(wide)).toEqual(["2023-10-01..2023-12-31", "2023-01-01..2023-12-31", "2022-01-01..2022-12-31"]);
  });

  it("that name a quarter leave the day above to the year that it ends", () => {
    const t = first(
      `<p>(in millions)</p>${table("| 4*Year Ended December 31,", "| Q4 2023 | Q3 2023 | 2023 | 2022", ...SALES)}`,
    );
    expect(periods(t)).toEqual([
      "2023-10-01..2023-12-31",
      "2023-07-01..2023-09-30",
      "2023-01-01..2023-12-31",
      "2022-01-01..2022-12-31",
    ]);
  });

  it("of length, day and year are one period", () => {
    const t = first(
      `<p>Consolidated Statements of Income</p><p>(in millions)</p>${table("| 2*Three Months Ended June 30, | 2*Six Months Ended June 30,", "| 2023 | 2022 | 2023 | 2022", ...SALES)}`,
    );
    expect(periods(t)).toEqual([
      "2023-04-01..2023-06-30",
      "2022-04-01..2022-06-30",
      "2023-01-01..2023-06-30",
      "2022-01-01..2022-06-30",
    ]);
    expect(t.meaning).toMatchObject({ scale: 6, headRows: 2, labelColumns: 1, statement: "income", currency: "USD" });
  });

  it("are closes where two different quarters' ends stand side by side", () => {
    const t = first(
      table(
        "| March 31, 2025 | December 31, 2024",
        "Cash | $ 410 | $ 395",
        "Receivables | 220 | 205",
        "Total assets | $ 630 | $ 600",
      ),
    );
    expect(periods(t)).toEqual(["..2025-03-31", "..2024-12-31"]);
  });

  it("take their length from the caption", () => {
    const t = first(
      `<p>Statements of Operations for the nine months ended September 30, 2024 and 2023</p>${table("| 2024 | 2023", "Sales | 410 | 395", "Costs | 220 | 205", "Margin | 190 | 190")}`,
    );
    expect(periods(t)).toEqual(["2024-01-01..2024-09-30", "2023-01-01..2023-09-30"]);
  });

  it("name a change and the columns it compares", () => {
    const t = first(
      table(
        "| Q1 2025 | Q4 2024 | Q1 2024 | Q/Q | Y/Y",
        "Sales | $ 110 | $ 100 | $ 88 | 10% | 25%",
        "Income | 22 | 20 | 11 | 10% | 100%",
      ),
    );
    expect(t.meaning.columns.map((c) => c.kind)).toEqual([
      "label",
      "amount",
      "amount",
      "amount",
      "percent-change",
      "percent-change",
    ]);
    expect(t.meaning.columns[4]!.compares).toEqual([1, 2]);
    expect(t.meaning.columns[5]!.compares).toEqual([1, 3]);
    expect(shown(t.meaning.columns[5]!.period)).toBe("2025-01-01..2025-03-31");
  });

  it("set growth without currency against the amounts at old rates", () => {
    const t = first(
      table(
        "| Q2 2024 | Q2 2023 | Constant currency | % Change | Constant currency % change",
        "Harbor | 110 | 100 | 108 | 10% | 8%",
        "Upland | 55 | 50 | 54 | 10% | 8%",
      ),
    );
    expect([t.meaning.columns[4]!.compares, t.meaning.columns[5]!.compares]).toEqual([
      [1, 2],
      [3, 2],
    ]);
  });

  it("that change half-way down hold for the rows below", () => {
    const t = first(
      table(
        "| Three months ended June 30, 2024 | Three months ended June 30, 2023",
        "Sales | 410 | 395",
        "Costs | 220 | 205",
        "| June 30, 2024 | December 31, 2023",
        "Cash | 90 | 80",
        "Debt | 70 | 60",
      ),
    );
    expect(shown(periodAt(t.meaning, 1, 1))).toBe("2024-04-01..2024-06-30");
    expect(shown(periodAt(t.meaning, 5, 2))).toBe("..2023-12-31");
  });

  it("may be a lone row that names the time of the rows below", () => {
    const t = first(
      table(
        "| Harbor | Upland | Total",
        "Three months ended June 30, 2024",
        "Sales | 410 | 220 | 630",
        "Six months ended June 30, 2024",
        "Sales | 800 | 430 | 1,230",
      ),
    );
    expect(shown(periodAt(t.meaning, 2, 1))).toBe("2024-04-01..2024-06-30");
    expect(shown(periodAt(t.meaning, 4, 3))).toBe("2024-01-01..2024-06-30");
    expect(t.meaning.columns[3]!.total).toBe(true);
  });

  it("hold one quarter a column though they stand in one cell", () => {
    const t = first(table("| 3*Q1’25 Q2’25 Q3’25", "Sales | 410 | 395 | 380", "Costs | 220 | 205 | 190"));
    expect(periods(t)).toEqual(["2025-01-01..2025-03-31", "2025-04-01..2025-06-30", "2025-07-01..2025-09-30"]);
  });

  it("name a basis", () => {
    const t = first(table("| GAAP | Adjustments | Non-GAAP", "Income | 410 | 20 | 430", "Tax | 90 | 5 | 95"));
    expect(t.meaning.columns.slice(1).map((c) => c.basis)).toEqual(["GAAP", "adjustment", "non-GAAP"]);
  });
});

describe("labels of rows", () => {
  const assets = (): TableReading =>
    first(
      table(
        "| March 31, 2025 | December 31, 2024",
        "Current assets:",
        "Cash | $ 410 | $ 395",
        "Receivables, less allowances of $4 and $5 | 220 | 205",
        "Total current assets | 630 | 600",
        "Plant | 70 | 60",
        "Total assets | $ 700 | $ 660",
      ),
    );

  it("stand under their section until its total", () => {
    const { rows } = assets().meaning;
    expect(rows.map((r) => [r.kind, r.path.join(" / ")])).toEqual([
      ["head", ""],
      ["section", ""],
      ["data", "Current assets"],
      ["data", "Current assets"],
      ["data", "Current assets"],
      ["data", ""],
      ["data", ""],
    ]);
    expect(rows.map((r) => r.total)).toEqual([false, false, false, false, true, false, true]);
  });

  it("wrapped over two rows are one", () => {
    const t = first(
      table("| 2025 | 2024", "Income before taxes and", "extraordinary items | 410 | 395", "Taxes | 90 | 80"),
    );
    expect(row(t, "Income before taxes and extraordinary items")).toBe(2);
    expect(t.meaning.rows[1]!.kind).toBe("blank");
  });

  it("say per share, shares and percent, unless the cells are money", () => {
    const t = first(
      `<p>(in thousands, except per share data)</p>${table("| 2024 | 2023", "Gross margin | $ 4,100 | $ 3,950", "Gross margin percentage | 41.0 % | 39.5 %", "Net income per share: | |", "Basic | $ 0.41 | $ 0.39", "Weighted average shares outstanding: | |", "Basic | 10,000 | 10,100")}`,
    );
    expect(t.meaning.rows.map((r) => r.kindOfCells)).toEqual([
      undefined,
      "percent",
      "percent",
      undefined,
      "per-share",
      undefined,
      "shares",
    ]);
  });

  it("name the close at a balance's day, and the flows between two of them", () => {
    const t = first(
      table(
        "| Shares | Capital",
        "Balance at January 1, 2024 | 100 | 4,100",
        "Issued | 5 | 210",
        "Balance at March 31, 2024 | 105 | 4,310",
      ),
    );
    expect(shown(periodAt(t.meaning, 1, 2))).toBe("..2023-12-31");
    expect(shown(periodAt(t.meaning, 2, 2))).toBe("2024-01-01..2024-03-31");
    expect(shown(periodAt(t.meaning, 3, 2))).toBe("..2024-03-31");
  });

  it("set the opening cash to the close before the period", () => {
    const t = first(
      table(
        "| Six months ended June 30, 2024 | Six months ended June 30, 2023",
        "Increase in cash | 20 | 10",
        "Cash at beginning of period | 90 | 80",
        "Cash at end of period | 110 | 90",
      ),
    );
    expect(shown(periodAt(t.meaning, 2, 1))).toBe("..2023-12-31");
    expect(shown(periodAt(t.meaning, 3, 1))).toBe("..2024-06-30");
  });
});

describe("a table that does not say everything itself", () => {
  it("goes on with the table before over a page break", () => {
    const [, second] = tables(
      `<p>(in thousands)</p>${table("| June 30, 2024 | December 31, 2023", "Cash | 410 | 395", "Total assets | 630 | 600")}<p>4</p>${table("Payables | 220 | 205", "Total liabilities | 240 | 225")}`,
    );
    expect(periods(second!)).toEqual(["..2024-06-30", "..2023-12-31"]);
    expect(second!.meaning.scale).toBe(3);
  });

  it("has the scale with which its amounts stand in sentences", () => {
    const t = first(
      `<p>Sales were $1,256 million, costs $851 million and cash flow $583 million in the fourth quarter of 2024, as the harbor was busy all year long.</p>${table("| Q4 2024 | Q4 2023", "Sales | 1,256 | 1,218", "Costs | 851 | 790", "Cash flow | 583 | 260")}`,
    );
    expect(t.meaning.scale).toBe(6);
    expect(t.meaning.scaleStated).toBe(false);
  });
});
