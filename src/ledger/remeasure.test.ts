import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText } from "../../test/ledger-text.ts";

const BOOKS: LedgerText = {
  entities: "US USD\nDE EUR",
  accounts: `
    loan intercompany-receivable no-money
    borrowed intercompany-payable no-money
    licence other-assets no-money`,
  rates: `
    EUR opening 1.25
    EUR 2007-P01 average=1.25 closing=1.20
    EUR 2007-P02 average=1.25 closing=1.50
    GBP opening 2.00
    GBP 2007-P01 average=2.00 closing=1.80
    GBP 2007-P02 average=2.00 closing=2.10`,
  journal: `
    A 2007-P01 DE receivables 100 GBP = 160
    A 2007-P01 DE revenue -160`,
};

/** ASC 830-10-45-17, 830-20-35-1. */
describe("remeasurement", () => {
  it("keeps a foreign-currency receivable at the quotient of the closing rates, the difference in income", () => {
    const { income, balance } = closedSketch(BOOKS);
    // 100 pounds are 150 euros at 1.80 to 1.20: a loss of 10 euros at the average of 1.25; then 140 euros at 2.10 to 1.50.
    expect(income("2007-P01", "remeasurement")).toBe("12.5");
    expect(income("2007-P02", "remeasurement")).toBe("12.5");
    expect(balance("2007-P01", "receivables")).toBe("180");
    expect(balance("2007-P02", "receivables")).toBe("210");
  });

  it("takes back what it has added when the receivable is paid, and leaves the journal's own difference", () => {
    const paid = `
      P 2007-P02 DE cash 145
      P 2007-P02 DE other-income 15
      P 2007-P02 DE receivables -100 GBP = -160`;
    const { income } = closedSketch({ ...BOOKS, journal: `${BOOKS.journal}${paid}` });
    expect(income("2007-P02", "remeasurement")).toBe("-12.5");
    expect(income("2007-P02", "other-income")).toBe("18.75");
  });

  it("leaves non-monetary balances as they are", () => {
    const journal = "A 2007-P01 DE licence 100 GBP = 160\nA 2007-P01 DE revenue -160";
    const { income, balance } = closedSketch({ ...BOOKS, journal });
    expect(income("2007-P01", "remeasurement")).toBe("0");
    expect(balance("2007-P01", "other-assets")).toBe("192");
  });

  it("adds nothing where the journals hold it already", () => {
    const { income, balance } = closedSketch({ ...BOOKS, company: { remeasurement: "books" } });
    expect(income("2007-P01", "remeasurement")).toBe("0");
    expect(balance("2007-P01", "receivables")).toBe("192");
  });
});

/** ASC 830-20-35-3b. */
describe("a loan within the group that nobody plans to settle", () => {
  it("leaves its differences in cumulative translation, and the group without a balance", () => {
    const journal = `
      L 2007-P01 US loan 100 EUR = 125 to=DE
      L 2007-P01 US cash -125
      L 2007-P01 DE cash 100
      L 2007-P01 DE borrowed -100 to=US`;
    const { income, balance, roll, findings } = closedSketch({ ...BOOKS, journal });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "remeasurement")).toBe("0");
    expect(roll("translation-adjustment", "US", "2007-P01")).toContain(
      "exchange differences of long-term intercompany balances: -5",
    );
    expect(balance("2007-P01", "intercompany-receivable")).toBe("0");
    expect(balance("2007-P01", "intercompany-payable")).toBe("0");
  });

  it("is an ordinary gain or loss where the account is monetary", () => {
    const journal = `
      L 2007-P01 US intercompany-receivable 100 EUR = 125 to=DE
      L 2007-P01 US cash -125
      L 2007-P01 DE cash 100
      L 2007-P01 DE intercompany-payable -100 to=US`;
    expect(closedSketch({ ...BOOKS, journal }).income("2007-P01", "remeasurement")).toBe("5");
  });
});
