import { describe, expect, it } from "vitest";
import { type Little, littleBooks, n, place, shareRows } from "../../test/little-books.ts";
import type { Adjustment } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { factBook } from "./fact-book.ts";

/** What a fact of little books comes to, as text. */
function asked(little: Little): (measure: string, period: string) => string | undefined {
  const { value: book } = factBook(littleBooks(little));
  return (measure, period) => {
    const fact = book.fact(measure, period);
    return fact === undefined ? undefined : typeof fact.value === "string" ? fact.value : format(fact.value);
  };
}

/** Revenue of one month is all the income there is, so that it is net income as well. */
const earning = (...months: readonly (readonly [month: string, amount: string])[]): string =>
  `month | line | amount\n${months.map(([month, amount]) => `${month} | revenue | ${amount}`).join("\n")}`;

const withShares = (table: string): Pick<Little, "books"> => ({ books: { shares: shareRows(table) } });

describe("basic shares", () => {
  it("weigh each number by the days that it was outstanding (ASC 260-10-45-10)", () => {
    const value = asked({
      income: earning(["2007-P09", "920"]),
      ...withShares(`
        kind        | date       | shares
        outstanding | 2007-01-01 | 1000
        issue       | 2007-07-31 | 92
        buy-back    | 2007-09-30 | 46
      `),
    });
    // 92 days: 30 of 1,000, 61 of 1,092, one of 1,046.
    expect(value("basic-shares", "2007-Q3")).toBe(format(n(`${30 * 1000 + 61 * 1092 + 1046}/92`)));
  });

  it("are restated in every period for a split that came later (ASC 260-10-55-12)", () => {
    const value = asked({
      income: earning(["2007-P01", "400"], ["2007-P06", "600"]),
      ...withShares(`
        kind        | date       | shares
        outstanding | 2007-01-01 | 100
        split       | 2007-04-15 | 2
        issue       | 2007-06-01 | 30
      `),
    });
    expect(value("basic-shares", "2007-Q1")).toBe("200");
    expect(value("basic-eps", "2007-Q1")).toBe("2");
    // 91 days of 200 and 30 days of 30 more.
    expect(value("basic-shares", "2007-Q2")).toBe(format(n(`${91 * 200 + 30 * 30}/91`)));
  });

  it("are counted in new shares on the day of a split, the number outstanding of that day too", () => {
    const value = asked({
      income: earning(["2007-P06", "600"]),
      ...withShares(`
        kind        | date       | shares
        outstanding | 2007-01-01 | 100
        outstanding | 2007-04-15 | 210
        split       | 2007-04-15 | 2
      `),
    });
    // 14 days of 100 old shares, which are 200 new ones, and 77 of 210 that are new already.
    expect(value("basic-shares", "2007-Q2")).toBe(format(n(`${14 * 200 + 77 * 210}/91`)));
  });

  it("start anew from each count of them", () => {
    const value = asked({
      income: earning(["2007-P03", "400"]),
      ...withShares(`
        kind        | date       | shares
        outstanding | 2006-01-01 | 100
        issue       | 2006-06-01 | 50
        outstanding | 2007-01-31 | 180
        issue       | 2007-01-31 | 20
        buy-back    | 2007-03-02 | 90
      `),
    });
    // 30 days of 150, 30 of 200, 30 of 110.
    expect(value("basic-shares", "2007-Q1")).toBe(format(n("460/3")));
  });

  it("are soon weighed where a company buys its shares back on every day", () => {
    const rows = Array.from({ length: 4000 }, (_, i) => `buy-back | 2007-0${1 + (i % 3)}-${10 + (i % 19)} | 1`);
    const value = asked({
      income: earning(["2007-P03", "400"]),
      ...withShares(["kind | date | shares", "outstanding | 2006-01-01 | 90000", ...rows].join("\n")),
    });
    expect(value("basic-shares", "2007-Q2")).toBe("nil");
    expect(value("basic-shares", "2007-Q1")).toMatch(/^\d+(\.\d+|\/\d+)$/);
  });

  it("are nil, and earnings per share with them, before the register begins", () => {
    const value = asked({
      income: earning(["2007-P01", "400"]),
      ...withShares("kind | date | shares\n outstanding | 2007-02-01 | 100"),
    });
    expect(value("basic-shares", "2007-Q1")).toBe("nil");
    expect(value("diluted-eps", "2007-Q1")).toBe("nil");
  });

  it("that are not there have no growth and no change", () => {
    const value = asked({
      income: earning(["2006-P01", "300"], ["2007-P01", "400"]),
      ...withShares("kind | date | shares\n outstanding | 2006-06-01 | 100"),
    });
    expect(value("basic-eps", "2007-P01")).toBe("4");
    expect(value("basic-eps-change", "2007-P01")).toBe("nil");
    expect(value("basic-eps-growth", "2007-P01")).toBe("not-meaningful");
    expect(value("net-income-growth", "2007-P01")).toBe(format(n("1/3")));
  });
});

const OPTIONS = `
  kind        | name   | date       | from       | to         | shares | price
  outstanding |        | 2006-01-01 |            |            | 1000   |
  option      | grants |            | 2006-01-01 |            | 100    | 20
`;

describe("options (ASC 260-10-45-23, treasury stock method)", () => {
  it("in the money add what their proceeds do not buy back", () => {
    const value = asked({
      income: earning(["2007-P03", "1020"]),
      ...withShares(`${OPTIONS}\n price | | | 2007-01-01 | 2007-03-31 | | 25`),
    });
    expect(value("diluted-shares", "2007-Q1")).toBe("1020");
    expect(value("basic-eps", "2007-Q1")).toBe("1.02");
    expect(value("diluted-eps", "2007-Q1")).toBe("1");
  });

  it("out of the money add nothing", () => {
    const value = asked({
      income: earning(["2007-P03", "1000"]),
      ...withShares(`${OPTIONS}\n price | | | 2007-01-01 | 2007-03-31 | | 19.99`),
    });
    expect(value("diluted-shares", "2007-Q1")).toBe("1000");
    expect(value("diluted-eps", "2007-Q1")).toBe("1");
  });

  it("of part of a period count for its days", () => {
    const value = asked({
      income: earning(["2007-P03", "1000"]),
      ...withShares(`
        kind        | name   | date       | from       | to         | shares | price
        outstanding |        | 2006-01-01 |            |            | 1000   |
        option      | grants |            | 2007-03-14 |            | 100    | 20
        price       |        |            | 2007-01-01 | 2007-03-31 |        | 25
      `),
    });
    // 18 of 90 days.
    expect(value("diluted-shares", "2007-Q1")).toBe("1004");
  });

  it("need a market price", () => {
    const little = littleBooks({ income: earning(["2007-P03", "1000"]), ...withShares(OPTIONS) });
    const { value: book, findings } = factBook(little);
    expect(book.fact("diluted-eps", "2007-Q1")?.value).toBe("nil");
    expect(findings.map((finding) => finding.code)).toContain("market-price-missing");
  });
});

describe("convertibles", () => {
  const NOTES = `
    kind        | name  | date       | from       | to         | shares | price | principal | interest | tax rate | settlement
    outstanding |       | 2006-01-01 |            |            | 1000   |       |           |          |          |
    option      | stock options |    | 2006-01-01 |            | 100    | 20    |           |          |          |
    convertible | cheap notes |      | 2006-01-01 |            | 200    |       | 5000      | 400      | 0.4      | shares
    convertible | dear notes  |      | 2006-01-01 |            | 50     |       | 5000      | 500      | 0.4      | shares
    price       |       |            | 2007-01-01 | 2007-03-31 |        | 25    |           |          |          |
  `;

  it("come in from most to least dilutive, until one would raise earnings per share (ASC 260-10-45-18)", () => {
    const value = asked({ income: earning(["2007-P03", "1020"]), ...withShares(NOTES) });
    // Options: 0 over 20. Cheap notes: 400 * 0.6 / 4 = 60 over 200, 0.30 each. Dear notes: 500 * 0.6 / 4 = 75 over 50, 1.50 each.
    // 1,020 / 1,020 = 1.00; (1,020 + 60) / 1,220 = 0.885; the dear notes at 1.50 are antidilutive.
    expect(value("diluted-shares", "2007-Q1")).toBe("1220");
    expect(value("dilutive-interest", "2007-Q1")).toBe("60");
    expect(value("diluted-eps", "2007-Q1")).toBe(format(n("1080/1220")));
  });

  it("that stay out alone may stay out behind others, whatever the order of the rows", () => {
    const turned = NOTES.trim().split("\n");
    const rows = [turned[0], ...turned.slice(1).reverse()].join("\n");
    const value = asked({ income: earning(["2007-P03", "1020"]), ...withShares(rows) });
    expect(value("diluted-shares", "2007-Q1")).toBe("1220");
  });

  it("settled net add only what they are worth above their principal (ASC 260-10-45-45)", () => {
    const table = (price: string): string => `
      kind        | name  | date       | from       | to         | shares | price | principal | interest | tax rate | settlement
      outstanding |       | 2006-01-01 |            |            | 1000   |       |           |          |          |
      convertible | notes |            | 2006-01-01 |            | 11.0485 |      | 1000      | 37.5     | 0.35     | net
      price       |       |            | 2007-01-01 | 2007-03-31 |        | ${price} |        |          |          |
    `;
    const below = asked({ income: earning(["2007-P03", "1000"]), ...withShares(table("90.50")) });
    expect(below("diluted-shares", "2007-Q1")).toBe("1000");
    const above = asked({ income: earning(["2007-P03", "1000"]), ...withShares(table("100")) });
    expect(above("diluted-shares", "2007-Q1")).toBe("1001.0485");
    expect(above("dilutive-interest", "2007-Q1")).toBe("nil");
  });
});

describe("a loss quarter and the year to date", () => {
  const shares = withShares(`${OPTIONS}
    price | | | 2007-01-01 | 2007-03-31 | | 25
    price | | | 2007-04-01 | 2007-06-30 | | 40`);

  it("a loss lets no potential shares in (ASC 260-10-45-19)", () => {
    const value = asked({ income: earning(["2007-P03", "-100"]), ...shares });
    expect(value("diluted-shares", "2007-Q1")).toBe("1000");
    expect(value("diluted-eps", "2007-Q1")).toBe("-0.1");
  });

  it("the control number is income from continuing operations, even where net income is positive", () => {
    const value = asked({
      income: `
        month    | line                    | amount
        2007-P03 | revenue                 | -100
        2007-P03 | discontinued-operations | 300
      `,
      ...shares,
    });
    expect(value("net-income", "2007-Q1")).toBe("200");
    expect(value("diluted-shares", "2007-Q1")).toBe("1000");
    expect(value("diluted-eps", "2007-Q1")).toBe("0.2");
    expect(value("diluted-eps-continuing", "2007-Q1")).toBe("-0.1");
    expect(value("diluted-eps-discontinued", "2007-Q1")).toBe("0.3");
  });

  it("to date, income takes in the shares that the loss quarter left out (ASC 260-10-55-3A, 55-3B)", () => {
    const value = asked({ income: earning(["2007-P03", "-100"], ["2007-P06", "500"]), ...shares });
    // 20 shares in the 90 days of the first quarter, 50 in the 91 of the second.
    expect(value("diluted-shares", "2007-Q2")).toBe("1050");
    expect(value("diluted-shares", "2007-6M")).toBe(format(n(`${1000 * 181 + 20 * 90 + 50 * 91}/181`)));
    // Reckoned for the half year as one window the mean price would be about 32.54, and the shares others.
    expect(value("diluted-shares", "2007-6M")).not.toBe(format(n("2077/2")));
  });

  it("to date, a loss takes none in, though a quarter had income", () => {
    const value = asked({ income: earning(["2007-P03", "-900"], ["2007-P06", "500"]), ...shares });
    expect(value("diluted-shares", "2007-Q2")).toBe("1050");
    expect(value("diluted-shares", "2007-6M")).toBe("1000");
  });

  it("quarters need not add up to the year to date (domain REG-50f)", () => {
    const value = asked({ income: earning(["2007-P03", "100"], ["2007-P06", "500"]), ...shares });
    const quarters = n(value("diluted-eps", "2007-Q1") ?? "");
    expect(value("diluted-eps", "2007-6M")).not.toBe(format(quarters));
    expect(value("net-income", "2007-6M")).toBe("600");
  });
});

describe("non-GAAP earnings per share beside a GAAP loss (domain REG-50h)", () => {
  const restructuring: Adjustment = {
    tag: "plant",
    category: "Restructuring",
    placement: "restructuring",
    jurisdiction: "US",
    taxRate: n("0"),
    definitions: ["v1"],
    reason: "closing of a plant",
    place: place("books/adjustments.csv", 2),
  };
  const value = asked({
    income: `
      month    | line          | amount | tag
      2007-P03 | revenue       | 920
      2007-P03 | restructuring | 1020   | plant
    `,
    books: {
      shares: shareRows(`${OPTIONS}\n price | | | 2007-01-01 | 2007-03-31 | | 25`),
      adjustments: [restructuring],
    },
  });

  it("have a share count of their own", () => {
    expect(value("net-income", "2007-Q1")).toBe("-100");
    expect(value("diluted-shares", "2007-Q1")).toBe("1000");
    expect(value("non-gaap-net-income", "2007-Q1")).toBe("920");
    expect(value("non-gaap-diluted-shares", "2007-Q1")).toBe("1020");
    expect(value("non-gaap-diluted-eps", "2007-Q1")).toBe(format(n("920/1020")));
  });

  it("show what the other share count does as a line, so that the reconciliation adds up", () => {
    // -0.10 + 1.00 (1,020 over 1,020) leaves 0.0019607...
    expect(value("share-count-effect-per-share", "2007-Q1")).toBe(format(n("1/510")));
  });
});

describe("the average market price of a quarter", () => {
  it("takes of each day the shortest row that speaks of it", () => {
    const value = asked({
      income: earning(["2007-P06", "5000"]),
      ...withShares(`
        kind        | name  | date       | from       | to         | shares | price
        outstanding |       | 2007-01-01 |            |            | 1000   |
        option      | Plan  |            | 2006-01-01 |            | 100    | 20
        price       |       |            | 2007-04-01 | 2007-06-30 |        | 40
        price       |       |            | 2007-04-01 | 2007-04-30 |        | 50
      `),
    });
    // 30 days at 50 and 61 at 40 are 43.296703 on average; the options add 100 - 2,000 / that.
    expect(value("diluted-shares", "2007-Q2")).toBe(format(n(`${1100 * 3940 - 2000 * 91}/3940`)));
  });
});

describe("dividends of preferred stock (ASC 260-10-45-11)", () => {
  const value = asked({
    income: earning(["2007-P03", "500"], ["2007-P06", "80"], ["2007-P09", "500"]),
    ...withShares(`
      kind        | name      | date       | from       | to         | shares | price | dividends
      outstanding |           | 2007-01-01 |            |            | 1000   |       |
      preferred   | Series A  |            | 2006-01-01 | 2007-07-31 |        |       | 400
      option      | 2005 plan |            | 2006-01-01 |            | 100    | 20    |
      price       |           |            | 2007-01-01 | 2007-12-31 |        | 25    |
    `),
  });

  it("go out of income before it is shared, whatever was declared", () => {
    expect(value("preferred-dividends", "2007-Q1")).toBe("100");
    expect(value("basic-eps", "2007-Q1")).toBe("0.4");
    expect(value("diluted-eps", "2007-Q1")).toBe(format(n("400/1020")));
  });

  it("make a loss of a profit that they exceed, and a loss lets no potential shares in", () => {
    expect(value("basic-eps", "2007-Q2")).toBe("-0.02");
    expect(value("diluted-shares", "2007-Q2")).toBe("1000");
    expect(value("diluted-eps", "2007-Q2")).toBe("-0.02");
  });

  it("are borne for the days that the stock was there", () => {
    expect(value("preferred-dividends", "2007-Q3")).toBe(format(n(`${100 * 31}/92`)));
    expect(value("basic-eps-continuing", "2007-Q3")).toBe(format(n(`${500 * 92 - 3100}/92000`)));
    expect(value("preferred-dividends", "2007-Q4")).not.toBe("0");
  });
});
