import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";

const HEAD =
  "# Acme Reports First Quarter 2026 Results\n\nBOSTON, May 4, 2026 - Acme Inc. (NYSE: ACM) today reported its results for the quarter ended March 31, 2026.\n\nNet income was $4.0 million.\n\n";
const HEADS =
  "| ($ millions) | Three Months Ended March 31, 2026 | Three Months Ended March 31, 2025 |\n|---|---|---|\n";
const STATEMENT = `## Consolidated Statements of Operations\n\n${HEADS}| Revenue | 40.2 | 38.1 |\n| Cost of revenue | 20.2 | 19.1 |\n| Gross profit | 20.0 | 19.0 |\n| Operating expenses | 14.0 | 13.0 |\n| Operating income | 6.0 | 6.0 |\n| Income tax | 2.0 | 2.0 |\n| Net income | 4.0 | 4.0 |\n\n`;
const bridge = (heads: string, ...rows: readonly string[]): string =>
  `## Reconciliation of Adjusted EBITDA\n\n${heads}${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const QUARTERS = bridge(HEADS, "Net income | 4.0 | 4.0", "Depreciation | 8.1 | 7.0", "Adjusted EBITDA | 12.1 | 11.0");
const YEAR = bridge(
  "| ($ millions) | Year Ended December 31, 2025 |\n|---|---|\n",
  "Net income | 17.5",
  "Depreciation | 30.1",
  "Adjusted EBITDA | 47.6",
);
const outlook = (...rows: readonly string[]): string =>
  `## 2026 Financial Outlook\n\n| ($ millions) | Year Ending December 31, 2026 Guidance Range | Year Ended December 31, 2025 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const OWN = outlook("Revenue | $160 - $164 | 152.1", "Adjusted EBITDA | $50 - $55 | 47.6");

const missing = (...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${parts.join("")}`, "reconciliation-missing");
const bare = (...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${parts.join("")}`, "table-without-gaap");

describe("what came, in a column beside the outlook", () => {
  it("is reconciled for its period as well", () => {
    expect(missing(OWN, STATEMENT, QUARTERS)).toEqual([
      'Table 1 gives "Adjusted EBITDA" beside its outlook for a period that is over (47.6), and no reconciliation of it has that period.',
    ]);
    expect(missing(OWN, STATEMENT, QUARTERS, YEAR)).toEqual([]);
  });

  it("is none where the heads are the days on which the outlook was given", () => {
    const days = OWN.replace("Year Ended December 31, 2025", "As of January 27, 2026");
    expect(missing(days, STATEMENT, QUARTERS)).toEqual([]);
  });

  it("has the measure under GAAP of its period somewhere", () => {
    expect(bare(OWN, STATEMENT, QUARTERS)).toEqual([
      expect.stringContaining("(47.6), and the release has net income of that period nowhere"),
    ]);
    expect(bare(OWN, STATEMENT, QUARTERS, YEAR)).toEqual([]);
    const both = outlook("Net income | $18 - $20 | 17.5", "Adjusted EBITDA | $50 - $55 | 47.6");
    expect(bare(both, STATEMENT, QUARTERS)).toEqual([]);
    expect(bare("Net income for the year 2025 was $17.5 million.\n\n", OWN, STATEMENT, QUARTERS)).toEqual([]);
  });

  it("is what was spent, where what others have paid is taken off it", () => {
    const net = outlook("Revenue | $160 - $164 | 152.1", "Capital expenditures, net of grants | $22 - $25 | 29.6");
    expect(missing(net, STATEMENT)).toEqual([
      expect.stringContaining("(29.6), and nothing leads to it from capital expenditures"),
    ]);
    const gross = net.replace("| Capital", "| Capital expenditures | $30 - $35 | 38.2 |\n| Capital");
    expect(missing(gross, STATEMENT)).toEqual([]);
  });

  it("is told of in an outlook whose heads name a day that is over", () => {
    const heads =
      "| ($ millions) | Fiscal 2026 Guidance of March 9 | Updated Fiscal 2026 Guidance | Year Ended December 31, 2025 Actual |\n|---|---|---|---|\n";
    const dated = `## 2026 Outlook\n\n${heads}| Revenue | 160 | 161 | 152.1 |\n| Adjusted EBITDA | 50.0 | 51.0 | 47.6 |\n\n`;
    expect(missing(dated, STATEMENT, QUARTERS)).toHaveLength(1);
    expect(missing(dated, STATEMENT, QUARTERS, YEAR)).toEqual([]);
  });

  it("is no amount that was guided for before", () => {
    const before = OWN.replace("Year Ended December 31, 2025", "Prior Guidance, Year Ended December 31, 2025");
    expect(missing(before, STATEMENT, QUARTERS)).toEqual([]);
  });
});

describe("the change on the quarter before", () => {
  const said = (change: string): string => `Adjusted EBITDA was $12.1 million, ${change}.\n\n`;
  it("asks for a reconciliation that has that quarter", () => {
    expect(missing(said("up 10% year-over-year and down 7% sequentially"), STATEMENT, QUARTERS)).toEqual([
      '"Adjusted EBITDA" is given with its change on the quarter before (7 percent), and no reconciliation of it has that quarter.',
    ]);
    expect(missing(said("a sequential decline of 7%"), STATEMENT, QUARTERS)).toHaveLength(1);
    expect(missing(said("while volumes were down 7% sequentially"), STATEMENT, QUARTERS)).toEqual([]);
    expect(missing(said("down 7% from the prior quarter"), STATEMENT, QUARTERS)).toHaveLength(1);
    const amount = missing("Adjusted EBITDA increased $1.2 million sequentially.\n\n", STATEMENT, QUARTERS);
    expect(amount).toEqual([expect.stringContaining("the quarter before (1.2), and no reconciliation")]);
  });

  it("does not where several columns are read as the year that stands above them: one of them may be that quarter", () => {
    const year = "| Fiscal 2026 ($ millions) | Dec. Q | Mar. Q | June Q | FY 2026 |\n|---|---|---|---|---|\n";
    const rows = bridge(
      year,
      "Net income | 5.0 | 4.0 | 3.0 | 12.0",
      "Depreciation | 8.0 | 8.1 | 8.0 | 24.1",
      "Adjusted EBITDA | 13.0 | 12.1 | 11.0 | 36.1",
    );
    expect(missing(said("down 7% sequentially"), STATEMENT, rows, QUARTERS)).toEqual([]);
  });

  it("does not where a table has that quarter, or the change is on another period", () => {
    const before = bridge(
      HEADS.replaceAll("March 31, 2025", "December 31, 2025"),
      "Net income | 4.0 | 5.0",
      "Depreciation | 8.1 | 8.0",
      "Adjusted EBITDA | 12.1 | 13.0",
    );
    expect(missing(said("down 7% sequentially"), STATEMENT, before)).toEqual([]);
    expect(missing(said("up 10% from the prior quarter of last year"), STATEMENT, QUARTERS)).toEqual([]);
    expect(missing(said("up 10% year-over-year"), STATEMENT, QUARTERS)).toEqual([]);
  });
});
