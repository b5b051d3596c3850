import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";

const BOOKS: LedgerText = {
  entities: "US USD\nDE EUR",
  opening: `
    US cash 1000
    US common-stock -1000
    DE cash 1000
    DE common-stock -1000 historical=-1200`,
  rates: `
    EUR opening 1.30
    EUR 2007-P01 average=1.31 closing=1.32
    EUR 2007-P02 average=1.33 closing=1.35`,
};

const SERVICE = `
  S 2007-P01 DE intercompany-receivable 100 to=US
  S 2007-P01 DE revenue -100 to=US division=Services region=Europe
  S 2007-P01 US selling-general-administrative 132 to=DE division=Head
  S 2007-P01 US intercompany-payable -132 to=DE`.replaceAll(/US (\S+) (-?)132/g, "US $1 $2100 EUR = $2132");

/** ASC 810-10-45-1, REG-52a. */
describe("a sale within the group", () => {
  it("is taken out of revenue and of the buyer's expense at the seller's amount, each in its division", () => {
    const { group, findings, income } = closedSketch({ ...BOOKS, journal: SERVICE });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "revenue")).toBe("0");
    // What is left is the way of the euro from the average to the day that US booked at.
    expect(income("2007-P01", "selling-general-administrative")).toBe("1");
    const out = group.income.filter(({ kind }) => kind === "elimination");
    expect(out.map((each) => `${each.entity} ${each.line} ${each.division} ${format(each.amount)}`)).toEqual([
      "DE revenue Services 131",
      "US selling-general-administrative Head -131",
    ]);
    expect(out[0]!.how).toBe("100.00 EUR at 1.31 (average 2007-P01): taken out with US");
  });

  it("is taken out of the seller's cost as far as the buyer has it in stock", () => {
    const journal = `
      S 2007-P01 DE intercompany-receivable 100 to=US
      S 2007-P01 DE revenue -100 to=US division=Goods
      S 2007-P01 US inventories 75 EUR = 99 to=DE
      S 2007-P01 US other-operating 25 EUR = 33 to=DE
      S 2007-P01 US intercompany-payable -100 EUR = -132 to=DE`;
    const { income, findings } = closedSketch({ ...BOOKS, journal });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "revenue")).toBe("0");
    expect(income("2007-P01", "cost-of-sales", "DE")).toBe("-98.25");
    expect(income("2007-P01", "other-operating")).toBe("0.25");
  });

  it("leaves receivable and payable out at the closing rate, also when it has moved", () => {
    const { balance } = closedSketch({ ...BOOKS, journal: SERVICE });
    for (const month of ["2007-P01", "2007-P02"]) {
      expect(balance(month, "intercompany-receivable")).toBe("0");
      expect(balance(month, "intercompany-payable")).toBe("0");
    }
  });

  it("takes a credit note out as it took the sale", () => {
    const note = SERVICE.replaceAll("S 2007-P01", "N 2007-P02").replaceAll(/ (-?)(100|132)/g, (_, minus, n) =>
      minus === "" ? ` -${n}` : ` ${n}`,
    );
    const { income } = closedSketch({ ...BOOKS, journal: `${SERVICE}\n${note}` });
    expect(income("2007-P02", "revenue")).toBe("0");
    expect(income("2007-P02", "selling-general-administrative")).toBe("1");
  });

  it("takes interest out on both sides", () => {
    const journal = `
      I 2007-P01 US intercompany-receivable 10 to=DE
      I 2007-P01 US interest-income -10 to=DE
      I 2007-P01 DE interest-expense 10 USD = 8 to=US
      I 2007-P01 DE intercompany-payable -10 USD = -8 to=US`;
    const { income, findings } = closedSketch({ ...BOOKS, rates: `${BOOKS.rates}`, journal });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "interest-income")).toBe("0");
    expect(income("2007-P01", "interest-expense")).toBe("0.48");
  });
});

describe("a pair that does not match", () => {
  const short = SERVICE.replaceAll("100 EUR = 132", "90 EUR = 118.80").replaceAll(
    "-100 EUR = -132",
    "-90 EUR = -118.80",
  );

  it("is shown with both sides, and is an error above the tolerance", () => {
    const journal = SERVICE.replaceAll("100 EUR = ", "90 EUR = ");
    const { group, findings } = closedSketch({ ...BOOKS, journal });
    expect(group.unmatched).toEqual([
      {
        document: "S",
        seller: "DE",
        buyer: "US",
        currency: "EUR",
        month: "2007-P01",
        difference: { n: 10n, d: 1n },
        presentation: { n: 66n, d: 5n },
      },
    ]);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["intercompany-unmatched error"]);
    expect(findings[0]!.message).toBe(
      "At the end of 2007-P01 the sides of DE and US differ by 10.00 EUR (13.20 USD) in S (10.00 EUR); 0 was expected. All that is open in the month comes to 13.20 USD, the tolerance is 1.00.",
    );
  });

  it("is a warning within the tolerance", () => {
    const { findings } = closedSketch({
      ...BOOKS,
      journal: short,
      company: { intercompanyTolerance: { n: 20n, d: 1n } },
    });
    expect(findings.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("is taken out only as far as it matches, and the rest stands where it can be seen", () => {
    const { income, balance } = closedSketch({ ...BOOKS, journal: short });
    expect(income("2007-P01", "revenue")).toBe("-13.1");
    expect(balance("2007-P01", "intercompany-receivable")).toBe("13.2");
    expect(balance("2007-P02", "intercompany-receivable")).toBe("13.5");
    expect(balance("2007-P01", "intercompany-payable")).toBe("0");
  });

  it("in transit is open until the other side comes", () => {
    const late = SERVICE.replaceAll("S 2007-P01 US", "S 2007-P02 US");
    const { group, income } = closedSketch({ ...BOOKS, journal: late });
    expect(group.unmatched.map(({ month, difference }) => `${month} ${format(difference)}`)).toEqual(["2007-P01 100"]);
    expect(income("2007-P01", "revenue")).toBe("0");
  });

  it("has to name a counterparty on accounts of balances within the group", () => {
    const { findings } = closedSketch({ ...BOOKS, journal: SERVICE.replaceAll(" to=US", "").replaceAll(" to=DE", "") });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "intercompany-without-counterparty error",
      "intercompany-without-counterparty error",
    ]);
  });

  it("is no dealing where an entity names itself as counterparty, and is told", () => {
    const journal = `
      Z 2007-P01 US intercompany-receivable 100 to=US
      Z 2007-P01 US cash -100 to=US`;
    const { findings, balance } = closedSketch({ ...BOOKS, journal });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "intercompany-without-counterparty error",
    ]);
    expect(balance("2007-P01", "intercompany-receivable")).toBe("100");
  });

  it("at the opening is told by currency", () => {
    const opening = `${BOOKS.opening}
      US intercompany-receivable 50
      US retained-earnings -50
      DE intercompany-payable -40 USD = -30
      DE retained-earnings 30 historical=36`;
    const { findings, balance } = closedSketch({ ...BOOKS, opening });
    expect(findings[0]).toMatchObject({ code: "intercompany-opening-differs", severity: "error" });
    expect(findings[0]!.message).toContain("receivables less payables come to 10.00 USD");
    expect(balance("2007-P01", "intercompany-receivable")).toBe("10");
  });
});

/** ASC 830-30-45-10, 810-10-45-1. */
describe("unrealised profit", () => {
  const journal = SERVICE;
  const unrealised = `
    2007-P01 DE sells US 30 EUR sold=2007-P01
    2007-P02 DE sells US 10 EUR sold=2007-P01`;

  it("is taken out of stock at the rate of the sale, and comes back at that rate", () => {
    const { income, balance, flow } = closedSketch({ ...BOOKS, journal, unrealised });
    expect(balance("2007-P01", "inventories")).toBe("-39.3");
    expect(balance("2007-P02", "inventories")).toBe("-13.1");
    expect(income("2007-P01", "cost-of-sales")).toBe("39.3");
    expect(income("2007-P02", "cost-of-sales")).toBe("-26.2");
    expect(flow("2007-P02", "change-in-inventories")).toBe("-26.2");
  });

  it("is taken out in full, and shared by the seller's outside owners", () => {
    const { group, income } = closedSketch({ ...BOOKS, owned: "DE by US 60", journal, unrealised });
    expect(income("2007-P01", "cost-of-sales")).toBe("39.3");
    // 40 % of 131 less 39.3.
    expect(format(group.nciIncome.get("2007-P01")!)).toBe("36.68");
  });

  /** ASC 740-10-25-3e, 810-10-45-8: 25 % of 39.3 is 9.825, and of 13.1 is 3.275. */
  it("defers what the seller is taxed, with others' share of it, until the goods are sold", () => {
    const entities = "US USD tax=0.4\nDE EUR tax=0.25";
    const { group, income, balance, flow, findings } = closedSketch({
      ...BOOKS,
      entities,
      owned: "DE by US 60",
      journal,
      unrealised,
    });
    expect(findings).toEqual([]);
    const [first, second] = ["2007-P01", "2007-P02"] as const;
    expect([income(first, "income-tax"), income(second, "income-tax")]).toEqual(["-9.825", "6.55"]);
    expect([balance(first, "other-current-assets"), balance(second, "other-current-assets")]).toEqual([
      "9.825",
      "3.275",
    ]);
    expect([flow(first, "change-in-taxes"), flow(second, "change-in-taxes")]).toEqual(["-9.825", "6.55"]);
    // 40 % of 131 less 39.3 and its tax of 9.825.
    expect(format(group.nciIncome.get(first)!)).toBe("40.61");
    expect(group.rollForwards.every(({ residual }) => residual.n === 0n)).toBe(true);
    const tax = group.balances.find(({ line }) => line === "other-current-assets")!;
    expect(tax.how).toContain("7.50 EUR at 1.31");
    expect(tax.how).toContain("tax at 25.00 % on profit of DE in stock of US, sold in 2007-P01");
    expect([tax.entity, tax.kind]).toEqual(["DE", "tax-on-unrealised-profit"]);
  });

  /** IFRS 10 B86c, IAS 12.47: 40 % of 39.3 and of 13.1. */
  it("takes the buyer's rate under IFRS, as a deferred tax asset of the buyer", () => {
    const entities = "US USD tax=0.4\nDE EUR";
    const { group, income, balance, flow, findings } = closedSketch({
      ...BOOKS,
      entities,
      framework: "ifrs",
      journal,
      unrealised,
    });
    expect(findings).toEqual([]);
    expect([income("2007-P01", "income-tax"), income("2007-P02", "income-tax")]).toEqual(["-15.72", "10.48"]);
    expect([balance("2007-P01", "deferred-tax-assets"), balance("2007-P02", "deferred-tax-assets")]).toEqual([
      "15.72",
      "5.24",
    ]);
    expect(flow("2007-P02", "deferred-taxes")).toBe("10.48");
    expect(group.balances.find(({ line }) => line === "deferred-tax-assets")!.entity).toBe("US");
  });

  it("asks for the rate of the entity that is taxed, where others have one", () => {
    const { findings } = closedSketch({ ...BOOKS, entities: "US USD tax=0.4\nDE EUR", journal, unrealised });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([["tax-rate-missing", "error"]]);
    expect(findings[0]!.message).toContain("books/entities.csv has no income tax rate of DE");
  });
});

/** ASC 810-10-45-1. */
describe("a dividend within the group", () => {
  const journal = `
    D 2007-P01 DE dividends 100 to=US
    D 2007-P01 DE intercompany-payable -100 to=US
    D 2007-P01 US intercompany-receivable 100 EUR = 130 to=DE
    D 2007-P01 US other-income -100 EUR = -130 to=DE`;

  it("is no income and no dividend of the group; its two rates differ in cumulative translation", () => {
    const { income, balance, roll, findings } = closedSketch({ ...BOOKS, journal });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "other-income")).toBe("0");
    expect(balance("2007-P01", "dividends")).toBe("0");
    // 131 left DE at the average, 130 were taken up.
    expect(roll("translation-adjustment", "", "2007-P01")).toContain(
      "dividends within the group, taken up at another rate than paid: -1",
    );
    // US gains 2 by the receivable.
    expect(roll("retained-earnings", "", "2007-P01")).toEqual([
      "opening: 1200",
      "net income attributable to the parent: 2",
      "closing: 1202",
    ]);
  });

  it("that no owner took up is told in the roll of retained earnings", () => {
    const alone = "D 2007-P01 DE dividends 100 to=US\nD 2007-P01 DE cash -100";
    const { roll } = closedSketch({ ...BOOKS, journal: alone });
    expect(roll("retained-earnings", "", "2007-P01")).toContain(
      "dividends of entities beyond what owners took up: -131",
    );
  });
});
