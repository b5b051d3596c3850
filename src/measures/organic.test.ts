import { describe, expect, it } from "vitest";
import { calendarMonths, deal, type Little, littleBooks, n } from "../../test/little-books.ts";
import type { FiscalMonth, OrganicStrategy } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { type FactBook, factBook } from "./fact-book.ts";

const opened = (little: Little): FactBook => factBook(littleBooks(little)).value;

function text(book: FactBook, measure: string, period = "2007-Q3"): string | undefined {
  const value = book.fact(measure, period)?.value;
  return value === undefined || typeof value === "string" ? value : format(value);
}

const over = (a: number | string, b: number | string): string => format(n(`${a}/${b}`));

/** A business acquired on 14 July 2006, strictly inside the base quarter: its lines of July 2006 are of 18 days. */
const SEROLOGICALS: Little = {
  company: { months: calendarMonths(2005, 2006, 2007) },
  income: `
    month    | entity | line    | amount
    2006-P01 | US     | revenue | 600
    2006-P07 | US     | revenue | 100
    2006-P08 | US     | revenue | 100
    2006-P09 | US     | revenue | 100
    2006-P07 | SER    | revenue | 36
    2006-P08 | SER    | revenue | 60
    2006-P09 | SER    | revenue | 60
    2006-P12 | US     | revenue | 300
    2006-P12 | SER    | revenue | 180
    2007-P01 | US     | revenue | 660
    2007-P01 | SER    | revenue | 400
    2007-P07 | US     | revenue | 110
    2007-P08 | US     | revenue | 110
    2007-P09 | US     | revenue | 110
    2007-P07 | SER    | revenue | 62
    2007-P08 | SER    | revenue | 66
    2007-P09 | SER    | revenue | 66
    2007-P12 | US     | revenue | 315
    2007-P12 | SER    | revenue | 210
  `,
  books: { deals: [deal("SER", "acquired", "2006-07-14")] },
};

describe("one deal inside the base quarter, by each strategy of MEA-30", () => {
  const book = opened(SEROLOGICALS);
  const by = (strategy: OrganicStrategy, period?: string): string | undefined =>
    text(book, `revenue-organic-growth-by-${strategy}`, period);

  it("reported growth is 524 over 456", () => {
    expect(text(book, "revenue-growth")).toBe(over(68, 456));
  });

  it("named deals and all deals take the business out of both quarters", () => {
    expect(by("named-deals")).toBe("0.1");
    expect(by("all-deals")).toBe("0.1");
  });

  it("not in the base period takes out the stub alone: 13 of 31 days of July, 26 of 62 (MEA-32)", () => {
    expect(text(book, "revenue-acquired")).toBe("26");
    expect(by("not-in-base-period")).toBe(over(42, 456));
    expect(text(book, "revenue-organic-growth")).toBe(over(42, 456));
  });

  it("says of the stub that its month was split by days", () => {
    const told = JSON.stringify(book.fact("revenue-acquired", "2007-Q3")?.working, (_k, v) =>
      typeof v === "bigint" ? v.toString() : v,
    );
    expect(told).toContain("SER, acquired 2006-07-14: 2007-P07, 13 of 31 days, as its lines are by month");
  });

  it("twelve months takes out the days up to the anniversary", () => {
    expect(by("twelve-months")).toBe(over(42, 456));
  });

  it("whole quarter takes the business out until it was there for a whole quarter of the year before", () => {
    expect(by("whole-quarter")).toBe("0.1");
    // The fourth quarter of 2006 had it from its first day, so 2007's compares as it is.
    expect(by("whole-quarter", "2007-Q4")).toBe(over(45, 480));
    expect(by("all-deals", "2007-Q4")).toBe(over(45, 480));
    // A year that the deal lies in is cut by quarters in the one, and as a whole in the other.
    expect(by("whole-quarter", "2007-FY")).toBe(over(660 + 330 + 525 - 1380, 1380));
    expect(by("all-deals", "2007-FY")).toBe(over(1305 - 1200, 1200));
  });

  it("the points bridge gives each cause over the one base", () => {
    expect(text(book, "revenue-acquisition-points")).toBe(over(26, 456));
    expect(by("points-bridge")).toBe(over(42, 456));
  });

  it("takes out all of it where the whole base lies before the deal", () => {
    // The first nine months: 400 of January and the stub of July.
    expect(text(book, "revenue-acquired", "2007-9M")).toBe("426");
    expect(text(book, "revenue-organic-growth", "2007-9M")).toBe(over(660 + 524 - 26 - 1056, 1056));
  });

  it("knows nothing of a deal that closed on the first day of the base", () => {
    const lapped = opened({ ...SEROLOGICALS, books: { deals: [deal("SER", "acquired", "2006-07-01")] } });
    for (const strategy of ["all-deals", "not-in-base-period", "whole-quarter", "points-bridge"])
      expect(text(lapped, `revenue-organic-growth-by-${strategy}`)).toBe(over(68, 456));
  });
});

describe("named deals", () => {
  it("are those that company.yaml names", () => {
    const two: Little = {
      ...SEROLOGICALS,
      income: `${SEROLOGICALS.income?.trimEnd()}\n 2007-P09 | NEW | revenue | 20`,
      books: { deals: [deal("SER", "acquired", "2006-07-14"), deal("NEW", "acquired", "2007-08-20")] },
    };
    const named = opened({ ...two, company: { ...two.company, text: new Map([["organic-deals", "SER"]]) } });
    expect(text(named, "revenue-organic-growth-by-named-deals")).toBe(over(50, 300));
    expect(text(named, "revenue-organic-growth-by-all-deals")).toBe("0.1");
  });
});

describe("the stub", () => {
  it("is what lines tagged as such come to, where there are any", () => {
    const tagged = opened({
      ...SEROLOGICALS,
      income:
        SEROLOGICALS.income
          ?.replace(/amount\n/, "amount | tag\n")
          .replace(
            /2007-P07 \| SER {4}\| revenue \| 62/,
            "2007-P07 | SER | revenue | 30 | SER-stub\n2007-P07 | SER | revenue | 32 |",
          ) ?? "",
    });
    expect(text(tagged, "revenue-acquired")).toBe("30");
    expect(text(tagged, "revenue-organic-growth")).toBe(over(38, 456));
  });

  it("is found by the deal's tag where the business was merged into another entity", () => {
    const merged = opened({
      ...SEROLOGICALS,
      income:
        SEROLOGICALS.income
          ?.replace(/amount\n/, "amount | tag\n")
          .replaceAll(/SER {4}\| revenue \| (\d+)/g, "US | revenue | $1 | SER") ?? "",
    });
    expect(text(merged, "revenue-acquired")).toBe("26");
  });

  it("is counted by the place of days in the fiscal month, an anniversary by the calendar", () => {
    const months = calendarMonths(2006, 2007).map((month): FiscalMonth => {
      if (month.month === "2006-P06") return { ...month, end: "2006-07-01" };
      return month.month === "2006-P07" ? { ...month, start: "2006-07-02" } : month;
    });
    const book = opened({ ...SEROLOGICALS, company: { months } });
    // 2 to 13 July 2006 have no counterpart: the first 12 of July 2007's 31 days.
    expect(text(book, "revenue-acquired")).toBe("24");
    expect(text(book, "revenue-organic-growth-by-twelve-months")).toBe(over(42, 456));
  });
});

describe("a business that was sold (MEA-33)", () => {
  const SOLD: Little = {
    income: `
      month    | entity | line    | amount
      2006-P07 | US     | revenue | 300
      2006-P07 | OLD    | revenue | 31
      2006-P08 | OLD    | revenue | 31
      2006-P09 | OLD    | revenue | 30
      2007-P07 | OLD    | revenue | 31
      2007-P08 | OLD    | revenue | 10
      2007-P09 | US     | revenue | 330
    `,
    books: { deals: [deal("OLD", "disposed", "2007-08-10")] },
  };
  const book = opened(SOLD);

  it("comes out of the base for the days that it was no longer there", () => {
    // 11 to 31 August and all of September 2006.
    expect(text(book, "revenue-divested")).toBe("51");
    expect(text(book, "revenue-organic-growth")).toBe(over(371 - 341, 341));
  });

  it("comes out of both periods where all deals do", () => {
    expect(text(book, "revenue-organic-growth-by-all-deals")).toBe("0.1");
    expect(text(book, "revenue-organic-growth-by-whole-quarter")).toBe("0.1");
  });

  it("comes out of the twelve months before the deal", () => {
    expect(text(book, "revenue-organic-growth-by-twelve-months")).toBe(over(371 - 341, 341));
  });

  it("is points of growth over the whole base in a points bridge, which is another number", () => {
    // (371 - 392 + 51) / 392: the rows add to reported growth.
    expect(text(book, "revenue-organic-growth-by-points-bridge")).toBe(over(30, 392));
    expect(text(book, "revenue-divestiture-points")).toBe(over(-51, 392));
  });
});

describe("currency and deals together (MEA-31)", () => {
  const book = opened({
    company: { organic: "not-in-base-period" },
    income: `
      month    | entity | line    | amount | currency
      2006-P07 | US     | revenue | 100    | USD
      2006-P07 | DE     | revenue | 100    | EUR
      2007-P07 | US     | revenue | 110    | USD
      2007-P07 | DE     | revenue | 120    | EUR
      2007-P07 | NEU    | revenue | 40     | EUR
    `,
    rates: `
      currency | month    | average
      EUR      | 2006-P07 | 1.25
      EUR      | 2007-P07 | 1.50
    `,
    books: { deals: [deal("NEU", "acquired", "2007-07-01")] },
  });

  it("takes the acquisition out at this year's rates, then currency on the rest", () => {
    // C = 110 + 180 + 60 = 350; A = 60; F on the rest = 120 * 0.25 = 30; P = 225.
    expect(text(book, "revenue-acquired", "2007-P07")).toBe("60");
    expect(text(book, "revenue-organic-fx-impact", "2007-P07")).toBe("30");
    expect(text(book, "revenue-organic", "2007-P07")).toBe("260");
    expect(text(book, "revenue-organic-growth", "2007-P07")).toBe(over(35, 225));
  });

  it("in the other order currency would take ten of the acquisition's sixty", () => {
    expect(text(book, "revenue-fx-impact", "2007-P07")).toBe("40");
  });

  it("adds up in points: organic, acquisitions and currency are reported growth", () => {
    const points = [
      "revenue-acquisition-points",
      "revenue-organic-fx-points",
      "revenue-organic-growth-by-points-bridge",
    ];
    const total = points
      .map((name) => n(text(book, name, "2007-P07") ?? ""))
      .reduce((a, b) => n(`${a.n * b.d + b.n * a.d}/${a.d * b.d}`));
    expect(format(total)).toBe(text(book, "revenue-growth", "2007-P07"));
  });

  it("divides by the base at current rates where the company restates the base", () => {
    const restated = opened({
      company: { constantCurrency: "prior-at-current-rates" },
      income: `
        month    | entity | line    | amount | currency
        2006-P07 | DE     | revenue | 100    | EUR
        2006-P07 | US     | revenue | 100    | USD
        2007-P07 | DE     | revenue | 120    | EUR
        2007-P07 | US     | revenue | 130    | USD
        2007-P07 | NEU    | revenue | 40     | EUR
      `,
      rates: "currency | month | average\n EUR | 2006-P07 | 1.25\n EUR | 2007-P07 | 1.50",
      books: { deals: [deal("NEU", "acquired", "2007-07-01")] },
    });
    expect(text(restated, "revenue-organic-growth", "2007-P07")).toBe(over(180 + 130 - 250, 250));
  });
});

describe("periods of unequal length", () => {
  it("compare by the day (MEA-34)", () => {
    const book = opened({
      income: "month | line | amount\n 2006-P02 | revenue | 280\n 2008-P02 | revenue | 1\n 2007-P02 | revenue | 308",
      company: {
        months: calendarMonths(2006, 2007, 2008).map((month) =>
          month.month === "2007-P02"
            ? { ...month, end: "2007-03-02" }
            : month.month === "2007-P03"
              ? { ...month, start: "2007-03-03" }
              : month,
        ),
      },
    });
    // 308 in 30 days against 280 in 28.
    expect(text(book, "revenue-per-day-growth", "2007-P02")).toBe(over(308 * 28 - 280 * 30, 280 * 30));
  });

  it("leave the 53rd week out of the year that has it (REG-52f)", () => {
    const months = calendarMonths(2006, 2007).map(
      (month): FiscalMonth => (month.month === "2007-P12" ? { ...month, end: "2008-01-07" } : month),
    );
    const book = opened({
      company: { months },
      income: "month | line | amount\n 2006-P10 | revenue | 300\n 2007-P10 | revenue | 200\n 2007-P12 | revenue | 152",
    });
    // 38 days in the month: 7 of them come to 28.
    expect(text(book, "revenue-extra-week", "2007-Q4")).toBe("28");
    expect(text(book, "revenue-growth-without-extra-week", "2007-Q4")).toBe(over(24, 300));
    expect(book.fact("revenue-extra-week", "2007-Q3")?.value).toBe("nil");
  });

  it("leave it out of organic growth as well, on whichever side it is", () => {
    const long = (year: string) =>
      calendarMonths(2005, 2006, 2007).map((month): FiscalMonth => {
        const next = `${+year + 1}-01`;
        if (month.month === `${year}-P12`) return { ...month, end: `${next}-07` };
        return month.start === `${next}-01` ? { ...month, start: `${next}-08` } : month;
      });
    const income = `
      month    | entity | line    | amount
      2006-P10 | US     | revenue | 300
      2006-P12 | US     | revenue | 152
      2007-P10 | US     | revenue | 340
      2007-P12 | US     | revenue | 152
      2007-P12 | NEW    | revenue | 38
    `;
    const books = { deals: [deal("NEW", "acquired", "2007-12-01")] };
    const now = opened({ company: { months: long("2007") }, income, books });
    expect(text(now, "revenue-organic-growth", "2007-Q4")).toBe(over(492 - 452, 452));
    expect(text(now, "revenue-organic-growth-without-extra-week", "2007-Q4")).toBe(over(492 - 28 - 452, 452));
    const then = opened({ company: { months: long("2006") }, income, books });
    expect(text(then, "revenue-organic-growth-without-extra-week", "2007-Q4")).toBe(over(492 - 424, 424));
    expect(text(then, "revenue-extra-week", "2007-Q4")).toBe("-28");
    expect(text(then, "revenue-growth-without-extra-week", "2007-Q4")).toBe(over(530 - 424, 424));
  });

  it("are not told apart by weeks where they differ by less than one", () => {
    const months = calendarMonths(2006, 2007).map(
      (month): FiscalMonth => (month.month === "2007-P12" ? { ...month, end: "2008-01-06" } : month),
    );
    const book = opened({
      company: { months },
      income: "month | line | amount\n 2006-P12 | revenue | 310\n 2007-P12 | revenue | 370",
    });
    expect(book.fact("revenue-extra-week", "2007-Q4")?.value).toBe("nil");
  });
});
