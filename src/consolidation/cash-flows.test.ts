import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText, money } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";
import { minus, sumOf } from "../ledger/fraction.ts";

const BOOKS: LedgerText = {
  entities: "US USD\nDE EUR",
  opening: `
    DE cash 1000
    DE common-stock -1000 historical=-1300`,
  rates: `
    EUR opening 1.30
    EUR 2007-P01 average=1.31 closing=1.32
    EUR 2007-P02 average=1.33 closing=1.35`,
  journal: `
    A 2007-P01 DE receivables 300
    A 2007-P01 DE revenue -300
    B 2007-P01 DE property-plant-equipment 120
    B 2007-P01 DE cash -120
    C 2007-P02 DE cash 300
    C 2007-P02 DE receivables -300
    D 2007-P02 DE cash 50
    D 2007-P02 DE common-stock -50`,
};

/** ASC 230-10-45-28, 830-230-45-1. */
describe("cash flows", () => {
  const { flow, balance, group } = closedSketch(BOOKS);

  it("have movements of balances at the average rate of their month, whatever rate the balance is kept at", () => {
    expect(flow("2007-P01", "net-income")).toBe("393");
    expect(flow("2007-P01", "change-in-receivables")).toBe("-393");
    expect(flow("2007-P01", "capital-expenditure")).toBe("-157.2");
    expect(flow("2007-P02", "change-in-receivables")).toBe("399");
    expect(flow("2007-P02", "shares-issued")).toBe("66.5");
  });

  it("have what cash gained by rates on a line of its own", () => {
    // 1,000 from 1.30 to 1.32, and 120 out at 1.31.
    expect(flow("2007-P01", "exchange-effect")).toBe("18.8");
  });

  it("come to the change in cash", () => {
    for (const [month, before] of [
      ["2007-P01", "1300"],
      ["2007-P02", balance("2007-P01", "cash")],
    ] as const) {
      const flows = sumOf(group.flows.filter((each) => each.month === month).map(({ amount }) => amount));
      expect(format(flows)).toBe(format(minus(money(balance(month, "cash")), money(before))));
    }
  });

  it("have no exchange effect where all is in the presentation currency", () => {
    const { group } = closedSketch({
      entities: "US USD\nUK USD",
      journal: `
        A 2007-P01 US cash 10
        A 2007-P01 US revenue -10
        B 2007-P01 UK cash 5
        B 2007-P01 UK long-term-debt -5
        C 2007-P01 UK intercompany-receivable 3 to=US
        C 2007-P01 UK revenue -3 to=US
        C 2007-P01 US other-operating 3 to=UK
        C 2007-P01 US intercompany-payable -3 to=UK`,
    });
    expect(group.flows.filter(({ line }) => line === "exchange-effect")).toEqual([]);
  });

  it("take a gain of remeasurement back, which is no cash", () => {
    const rates = `${BOOKS.rates}
      GBP opening 2.0
      GBP 2007-P01 average=2.0 closing=2.2
      GBP 2007-P02 average=2.0 closing=2.2`;
    const journal = "A 2007-P01 DE receivables 60 GBP = 90\nA 2007-P01 DE revenue -90";
    const { flow, income } = closedSketch({ ...BOOKS, rates, journal });
    // 60 pounds are 100 euros at 2.2 to 1.32.
    expect(income("2007-P01", "remeasurement")).toBe("-13.1");
    expect(flow("2007-P01", "other-non-cash")).toBe("-13.1");
  });
});
