import { describe, expect, it } from "vitest";
import { littleBooks } from "../../test/little-books.ts";
import { format } from "../exact/decimal.ts";
import { factBook } from "./fact-book.ts";

const { value: book, findings } = factBook(
  littleBooks({
    income: `
      month    | line                    | amount
      2006-P09 | revenue                 | 900
      2006-P09 | cost-of-sales           | 400
      2007-P03 | revenue                 | 500
      2007-P06 | revenue                 | 600
      2007-P09 | revenue                 | 1000
      2007-P09 | cost-of-sales           | 420
      2007-P09 | amortisation-of-intangibles | 30
      2007-P09 | interest-income         | 12
      2007-P09 | interest-expense        | 50
      2007-P09 | remeasurement           | -8
      2007-P09 | income-tax              | 150
      2007-P09 | discontinued-operations | -40
    `,
    nci: "month | amount\n 2007-P09 | 14",
    balances: `
      month    | line                        | amount
      2007-P03 | cash                        | 200
      2007-P06 | cash                        | 260
      2007-P08 | receivables                 | 700
      2007-P09 | cash                        | 310
      2007-P09 | short-term-investments      | 40
      2007-P09 | receivables                 | 500
      2007-P09 | property-plant-equipment    | 800
      2007-P09 | intercompany-receivable     | 5
      2007-P09 | payables                    | 225
      2007-P09 | long-term-debt              | 830
      2007-P09 | common-stock                | 700
      2007-P09 | treasury-stock              | -150
      2007-P09 | non-controlling-interests   | 50
    `,
    flows: `
      month    | line                          | amount
      2007-P03 | net-income                    | 200
      2007-P06 | net-income                    | 80
      2007-P06 | capital-expenditure           | -20
      2007-P09 | net-income                    | 314
      2007-P09 | depreciation-and-amortisation | 90
      2007-P09 | change-in-receivables         | -300
      2007-P09 | capital-expenditure           | -60
      2007-P09 | exchange-effect               | 6
    `,
  }),
);
const value = (measure: string, period = "2007-Q3"): string | undefined => {
  const found = book.fact(measure, period)?.value;
  return found === undefined || typeof found === "string" ? found : format(found);
};

describe("the income statement", () => {
  it("comes down from revenue to what is the parent's", () => {
    expect(value("gross-profit")).toBe("580");
    expect(value("operating-income")).toBe("550");
    expect(value("non-operating-income")).toBe("-46");
    expect(value("pre-tax-income")).toBe("504");
    expect(value("income-from-continuing-operations")).toBe("354");
    expect(value("net-income-including-nci")).toBe("314");
    expect(value("net-income")).toBe("300");
    expect(value("net-income-continuing")).toBe("340");
  });

  it("has margins and a tax rate of unrounded amounts (MEA-40, MEA-42)", () => {
    expect(value("gross-margin")).toBe("0.58");
    expect(value("effective-tax-rate")).toBe("25/84");
    // 58 % less 55.55... % of the year before.
    expect(value("gross-margin-change")).toBe("2200/9");
  });

  it("has no tax rate of a loss", () => {
    expect(value("effective-tax-rate", "2006-Q3")).toBe("nil");
    const loss = factBook(
      littleBooks({ income: "month | line | amount\n 2007-P01 | revenue | -5\n 2007-P01 | income-tax | 1" }),
    );
    expect(loss.value.fact("effective-tax-rate", "2007-P01")?.value).toBe("not-meaningful");
  });
});

describe("the balance sheet", () => {
  it("is that of the last day, never a sum over months", () => {
    expect(value("receivables")).toBe("500");
    expect(value("receivables", "2007-9M")).toBe("500");
    expect(book.fact("receivables", "2007-9M")).toMatchObject({ start: undefined, end: "2007-09-30" });
  });

  it("adds up on both sides", () => {
    expect(value("total-current-assets")).toBe("850");
    expect(value("balances-within-the-group")).toBe("5");
    expect(value("total-assets")).toBe("1655");
    expect(value("shareholders-equity")).toBe("550");
    expect(value("total-liabilities-and-equity")).toBe("1655");
    expect(value("working-capital")).toBe("625");
  });
});

describe("the cash flow statement", () => {
  it("has a quarter as the year to date less the half (MEA-62)", () => {
    const fact = book.fact("cash-from-operations", "2007-Q3");
    expect(value("cash-from-operations")).toBe("104");
    expect(value("cash-from-operations", "2007-9M")).toBe("384");
    expect(fact?.start).toBe("2007-07-01");
    const line = book.fact("net-income-in-cash-flow", "2007-Q3")?.working;
    expect(line).toMatchObject({ kind: "computed", text: "2007-9M - 2007-6M", operation: "difference" });
  });

  it("counts inflows as positive, so that free cash flow is a sum (MEA-60)", () => {
    expect(value("capital-expenditure")).toBe("-60");
    expect(value("free-cash-flow")).toBe("44");
  });

  it("comes with the effect of exchange rates to the change of cash (ASC 830-230-45-1)", () => {
    expect(findings).toEqual([]);
    expect(value("exchange-effect-on-cash")).toBe("6");
    expect(value("change-in-cash")).toBe("50");
  });

  it("that does not explain the cash of the balance sheet is an error", () => {
    const off = factBook(
      littleBooks({
        income: "month | line | amount\n 2007-P03 | revenue | 1\n 2007-P06 | revenue | 1",
        balances: "month | line | amount\n 2007-P03 | cash | 100\n 2007-P06 | cash | 130",
        flows: "month | line | amount\n 2007-P03 | net-income | 100\n 2007-P06 | net-income | 29.5",
      }),
    );
    expect(off.findings.map((finding) => finding.message)).toEqual([
      "In 2007-Q2 cash went from 100 to 130, by 30; the cash flow statement explains 29.5, 0.5 less.",
    ]);
  });
});

describe("EBITDA and leverage", () => {
  it("start from net income (MEA-50, C&DI 103.02)", () => {
    // 300 + 14 + 150 + 50 - 12 = 502, and 90 of depreciation and amortisation.
    expect(value("ebit")).toBe("502");
    expect(value("ebitda")).toBe("592");
    expect(value("ebitda-margin")).toBe("0.592");
  });

  it("hold net debt against twelve months, and receivables against a quarter's days (MEA-61)", () => {
    expect(value("net-debt")).toBe("480");
    // The last twelve months: the quarter's 592, and 1,100 of the two before it.
    expect(value("adjusted-ebitda", "2007-Q3-LTM")).toBe("1692");
    expect(value("leverage")).toBe("40/141");
    expect(value("days-sales-outstanding")).toBe("46");
  });
});
