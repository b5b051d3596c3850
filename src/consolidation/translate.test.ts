import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText, ledgerText } from "../../test/ledger-text.ts";
import { closeGroup } from "./close-group.ts";

const GERMANY: LedgerText = {
  entities: `
    US USD
    DE EUR`,
  opening: `
    DE cash 1000
    DE common-stock -1000 historical=-1200`,
  rates: `
    EUR opening 1.30
    EUR 2007-P01 average=1.31 closing=1.32
    EUR 2007-P02 average=1.33 closing=1.35`,
  journal: `
    A 2007-P01 DE cash 100
    A 2007-P01 DE revenue -100
    B 2007-P02 DE receivables 50
    B 2007-P02 DE revenue -50`,
};

/** ASC 830-30-45-3, 830-10-55-10. */
describe("translation", () => {
  it("brings income in at its month's average rate and balances at the closing rate", () => {
    const { income, balance } = closedSketch(GERMANY);
    expect(income("2007-P01", "revenue")).toBe("-131");
    expect(income("2007-P02", "revenue")).toBe("-66.5");
    expect(balance("2007-P01", "cash")).toBe("1452");
    expect(balance("2007-P02", "cash")).toBe("1485");
  });

  it("keeps capital at the rate of the month that it came in, and takes a historical rate where there is one", () => {
    const paid = `
      C 2007-P01 DE cash 10
      C 2007-P01 DE common-stock -10`;
    const books = { ...GERMANY, journal: paid };
    expect(closedSketch(books).balance("2007-P02", "common-stock", "DE")).toBe("0");
    const capital = (rates: string): string => {
      const { group } = closedSketch({ ...books, rates: `${GERMANY.rates}\n${rates}` });
      return group.balances.find(
        (entry) => entry.account === "common-stock" && entry.kind === "translated" && entry.month === "2007-P02",
      )!.how;
    };
    expect(capital("")).toBe("-1,010.00 EUR at the rate of each movement");
    const first = (rates: string): unknown => {
      const { group } = closedSketch({ ...books, rates: `${GERMANY.rates}\n${rates}` });
      return group.balances.find((entry) => entry.account === "common-stock" && entry.kind === "translated")!.amount;
    };
    expect(first("")).toEqual({ n: -12131n, d: 10n });
    expect(first("EUR 2007-01-20 historical=1.40")).toEqual({ n: -1214n, d: 1n });
    expect(first("EUR 2007-01-20 historical=1.40\nEUR 2007-P01 historical=1.50")).toEqual({ n: -1215n, d: 1n });
  });

  it("leaves the difference of a subsidiary at the closing rate in cumulative translation", () => {
    // 1,100 at 1.32 less 1,200 at historical rates less 131 of income.
    expect(closedSketch(GERMANY).balance("2007-P01", "translation-adjustment")).toBe("-121");
  });

  it("says how each amount was made", () => {
    const { group } = closedSketch(GERMANY);
    expect(group.income[0]!.how).toBe("-100.00 EUR at 1.31 (average 2007-P01)");
    expect(group.balances[0]!.how).toBe("1,100.00 EUR at 1.32 (closing 2007-P01)");
  });

  it("carries the year's result and dividends into retained earnings, and changes no total by it", () => {
    const { balance, roll } = closedSketch({
      months: ["2006-P12", "2007-P01"],
      entities: "US USD",
      opening: `
        US cash 100
        US common-stock -100`,
      journal: `
        A 2006-P12 US cash 40
        A 2006-P12 US revenue -40
        D 2006-P12 US dividends 15
        D 2006-P12 US cash -15`,
    });
    expect([balance("2006-P12", "retained-earnings"), balance("2006-P12", "dividends")]).toEqual(["-40", "15"]);
    expect([balance("2007-P01", "retained-earnings"), balance("2007-P01", "dividends")]).toEqual(["-25", "0"]);
    expect(roll("retained-earnings", "", "2007-P01")).toEqual([
      "opening: 40",
      "dividends of the closed year: -15",
      "closing: 25",
    ]);
  });
});

/** REG-51c. */
describe("the roll-forward of cumulative translation", () => {
  it("has opening net assets by the change of the closing rate, and income from the average to the closing rate", () => {
    expect(closedSketch(GERMANY).roll("translation-adjustment", "DE", "2007-P01")).toEqual([
      "opening: 100",
      "opening net assets, by the change of the closing rate: 20",
      "net income, from the average to the closing rate: 1",
      "closing: 121",
    ]);
  });

  it("has movements of equity from their own rate to the closing one", () => {
    const paid = `
      C 2007-P01 DE cash 10
      C 2007-P01 DE common-stock -10`;
    const { roll } = closedSketch({
      ...GERMANY,
      journal: paid,
      rates: `${GERMANY.rates}\nEUR 2007-P01 historical=1.30`,
    });
    expect(roll("translation-adjustment", "DE", "2007-P01")).toContain(
      "movements of equity and investments, from their own to the closing rate: 0.2",
    );
  });
});

describe("what cannot be closed", () => {
  it("is refused where a rate is missing, with the months that lack it", () => {
    const lacking = { ...GERMANY, rates: "EUR opening 1.30\nEUR 2007-P01 average=1.31 closing=1.32" };
    const { value, findings } = closeGroup(ledgerText(lacking));
    expect(value).toBeUndefined();
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "rate-missing: books/rates.csv has no average rate of EUR for 2007-P02 and no closing rate of EUR for 2007-P02; amounts of EUR in these months cannot be brought into another currency.",
    ]);
    const row = ledgerText(lacking).books.rates.find(({ period }) => period === "2007-P01");
    expect(findings[0]?.places).toEqual([row?.place]);
  });

  it("is no month to come: one at the end that has neither a rate nor a line is left to the future", () => {
    const months = ["2007-P01", "2007-P02", "2007-P03"];
    const open = closedSketch({ ...GERMANY, months });
    const shut = closedSketch(GERMANY);
    expect(open.findings).toEqual([]);
    expect(open.group.months).toEqual(["2007-P01", "2007-P02"]);
    const last = (sketch: typeof shut): string => sketch.balance("2007-P02", "translation-adjustment");
    expect(last(open)).toBe(last(shut));
    const late = closeGroup(
      ledgerText({ ...GERMANY, months, journal: "Z 2007-P03 DE cash 1\nZ 2007-P03 DE revenue -1" }),
    );
    expect(late.findings.map(({ code }) => code)).toEqual(["rate-missing"]);
  });

  it("asks for no opening rate where nothing is opened with", () => {
    const rates = GERMANY.rates!.replace("EUR opening 1.30", "");
    const { value, findings } = closeGroup(ledgerText({ ...GERMANY, rates, opening: "" }));
    expect(findings).toEqual([]);
    expect(value!.rollForwards.every(({ residual }) => residual.n === 0n)).toBe(true);
  });

  it("is refused where a trial balance does not add to zero", () => {
    const { value, findings } = closeGroup(ledgerText({ ...GERMANY, journal: "A 2007-P01 DE cash 100" }));
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(["trial-balance-does-not-foot"]);
  });

  it("is refused where the ledger names what the books do not declare", () => {
    const little = ledgerText(GERMANY);
    const stray = { ...little.movements[0]!, account: "9999" };
    const { value, findings } = closeGroup({ ...little, movements: [...little.movements, stray] });
    expect(value).toBeUndefined();
    expect(findings[0]!.message).toContain("the account 9999 in 1 of its rows");
  });
});
