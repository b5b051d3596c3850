import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Little, littleBooks, n } from "../../test/little-books.ts";
import { format } from "../exact/decimal.ts";
import { add, equal, multiply, ONE, type Rational, rational, subtract } from "../exact/rational.ts";
import type { Member } from "./fact.ts";
import { type FactBook, factBook } from "./fact-book.ts";

const opened = (little: Little): FactBook => factBook(littleBooks(little)).value;

function number(book: FactBook, measure: string, member: Member = {}, period = "2007-Q3"): Rational {
  const value = book.fact(measure, period, member)?.value;
  if (value === undefined || typeof value === "string") throw new Error(`${measure}: ${value}`);
  return value;
}

const text = (book: FactBook, measure: string, member: Member = {}, period = "2007-Q3"): string =>
  format(number(book, measure, member, period));

/** Two currencies that grow at different speeds, and a month whose rate moved otherwise than the quarter's mean. */
const TWO: Little = {
  income: `
    month    | line    | amount | currency | division
    2006-P07 | revenue | 100    | EUR      | Bioscience
    2006-P08 | revenue | 100    | EUR      | Bioscience
    2006-P07 | revenue | 10000  | JPY      | Bioprocess
    2006-P09 | revenue | 50     | USD      | Bioprocess
    2007-P07 | revenue | 150    | EUR      | Bioscience
    2007-P08 | revenue | 150    | EUR      | Bioscience
    2007-P07 | revenue | 11000  | JPY      | Bioprocess
    2007-P09 | revenue | 50     | USD      | Bioprocess
  `,
  rates: `
    currency | month    | average
    EUR      | 2006-P07 | 1.25
    EUR      | 2006-P08 | 1.30
    EUR      | 2007-P07 | 1.50
    EUR      | 2007-P08 | 1.40
    JPY      | 2006-P07 | 0.010
    JPY      | 2007-P07 | 0.008
  `,
};

describe("constant currency by both methods", () => {
  const book = opened(TWO);

  it("puts this year's amounts at last year's rates of the same months (MEA-10, MEA-12)", () => {
    // 150 * 1.25 + 150 * 1.30 + 11,000 * 0.010 + 50 = 542.50; base 125 + 130 + 100 + 50 = 405.
    expect(text(book, "revenue-at-prior-rates")).toBe("542.5");
    expect(text(book, "revenue-growth-at-prior-rates")).toBe(format(n("275/810")));
  });

  it("puts last year's amounts at this year's rates (MEA-11)", () => {
    // 100 * 1.50 + 100 * 1.40 + 10,000 * 0.008 + 50 = 420; revenue 225 + 210 + 88 + 50 = 573.
    expect(text(book, "revenue-base-at-current-rates")).toBe("420");
    expect(text(book, "revenue-growth-at-current-rates")).toBe(format(n("153/420")));
  });

  it("gives two answers as soon as currencies grow at different rates, and the company's is one of them", () => {
    expect(text(book, "revenue-constant-currency-growth")).toBe(text(book, "revenue-growth-at-prior-rates"));
    const other = opened({ ...TWO, company: { constantCurrency: "prior-at-current-rates" } });
    expect(text(other, "revenue-constant-currency-growth")).toBe(text(other, "revenue-growth-at-current-rates"));
    expect(text(other, "revenue-constant-currency-growth")).not.toBe(text(book, "revenue-constant-currency-growth"));
  });

  it("says what currency did in money and in points", () => {
    expect(text(book, "revenue-fx-impact")).toBe("30.5");
    expect(text(book, "revenue-fx-points")).toBe(format(n("61/810")));
    const other = opened({ ...TWO, company: { constantCurrency: "prior-at-current-rates" } });
    expect(text(other, "revenue-fx-impact")).toBe("15");
  });

  it("is nil as a whole where one rate of last year is missing, and says so", () => {
    const { value, findings } = factBook(
      littleBooks({
        income: `
          month    | line    | amount | currency
          2006-P07 | revenue | 100    | USD
          2007-P07 | revenue | 100    | USD
          2007-P07 | revenue | 100    | CHF
        `,
        rates: "currency | month | average\n CHF | 2007-P07 | 0.9",
      }),
    );
    expect(value.fact("revenue-at-prior-rates", "2007-P07")?.value).toBe("nil");
    for (const name of [
      "constant-currency-growth",
      "fx-impact",
      "fx-points",
      "organic-growth",
      "organic-growth-by-points-bridge",
    ])
      expect([name, value.fact(`revenue-${name}`, "2007-P07")?.value]).toEqual([name, "nil"]);
    expect(value.fact("gross-profit-at-prior-rates", "2007-P07")?.value).toBe("nil");
    expect(value.fact("revenue-growth-at-current-rates", "2007-P07")?.value).toEqual(n("0.9"));
    expect(findings.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([
      "constant-currency-rate-missing: Income in CHF has no average rate of the year before: 2006-P07. Constant currency and organic growth of these months are nil.",
    ]);
  });

  it("of revenue that is no longer there is less all of it, as reported growth is", () => {
    const gone = opened({
      income:
        "month | line | amount | currency | region\n 2006-P07 | revenue | 100 | EUR | Europe\n 2007-P07 | revenue | 5 | USD | Americas",
      rates: "currency | month | average\n EUR | 2006-P07 | 1.25\n EUR | 2007-P07 | 1.5",
    });
    expect(text(gone, "revenue-growth", { region: "Europe" }, "2007-P07")).toBe("-1");
    expect(text(gone, "revenue-constant-currency-growth", { region: "Europe" }, "2007-P07")).toBe("-1");
  });

  it("reaches down to operating income line by line", () => {
    const costs = opened({
      ...TWO,
      income: `${TWO.income}
        2006-P07 | cost-of-sales | 60 | EUR | Bioscience
        2007-P07 | cost-of-sales | 90 | EUR | Bioscience
      `.replace(/\n\s*\n/g, "\n"),
    });
    expect(text(costs, "gross-profit-at-prior-rates")).toBe("430");
    expect(text(costs, "operating-income-at-prior-rates")).toBe("430");
  });
});

describe("the identities of constant currency", () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const rate = fc.integer({ min: 1, max: 100_000 });
  const cell = fc.record({ before: amount, now: amount, old: rate, current: rate });
  const books = fc.record({ EUR: cell, JPY: cell });

  const made = (
    cells: { EUR: Cell; JPY: Cell },
    constantCurrency: "current-at-prior-rates" | "prior-at-current-rates",
  ) =>
    opened({
      company: { constantCurrency },
      income: `month | line | amount | currency | division\n${Object.entries(cells)
        .map(([c, x]) => `2006-P07 | revenue | ${x.before} | ${c} | ${c}\n2007-P07 | revenue | ${x.now} | ${c} | ${c}`)
        .join("\n")}`,
      rates: `currency | month | average\n${Object.entries(cells)
        .map(([c, x]) => `${c} | 2006-P07 | ${x.old}/1000\n${c} | 2007-P07 | ${x.current}/1000`)
        .join("\n")}`,
    });
  type Cell = { before: number; now: number; old: number; current: number };
  const at = (book: FactBook, measure: string, member: Member = {}): Rational =>
    number(book, measure, member, "2007-P07");

  it("growth is constant currency growth and the points of currency, exactly, in method A (MEA-13)", () => {
    fc.assert(
      fc.property(books, (cells) => {
        const book = made(cells, "current-at-prior-rates");
        const together = add(at(book, "revenue-constant-currency-growth"), at(book, "revenue-fx-points"));
        expect(equal(together, at(book, "revenue-growth"))).toBe(true);
        const without = subtract(at(book, "revenue"), at(book, "revenue-fx-impact"));
        expect(equal(without, at(book, "revenue-at-prior-rates"))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it("growth factors multiply in method B: 1 + g = (1 + CC) * (restated base / base)", () => {
    fc.assert(
      fc.property(books, (cells) => {
        const book = made(cells, "prior-at-current-rates");
        const base = number(book, "revenue", {}, "2006-P07");
        const factor = multiply(
          add(ONE, at(book, "revenue-constant-currency-growth")),
          multiply(at(book, "revenue-base-at-current-rates"), rational(base.d, base.n)),
        );
        expect(equal(factor, add(ONE, at(book, "revenue-growth")))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it("the growth of the parts times their weights is that of the group, by either method (MEA-16)", () => {
    fc.assert(
      fc.property(books, fc.boolean(), (cells, isA) => {
        const book = made(cells, isA ? "current-at-prior-rates" : "prior-at-current-rates");
        const weighted = ["EUR", "JPY"]
          .map((division) =>
            multiply(
              at(book, "revenue-constant-currency-growth", { division }),
              at(book, "revenue-constant-currency-weight", { division }),
            ),
          )
          .reduce(add);
        expect(equal(weighted, at(book, "revenue-constant-currency-growth"))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
