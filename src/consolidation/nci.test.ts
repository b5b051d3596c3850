import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";

const FLAT = `
    EUR opening 1
    EUR 2007-P01 average=1 closing=1
    EUR 2007-P02 average=1 closing=1`;

const BOOKS: LedgerText = {
  entities: "US USD\nDE EUR",
  owned: "DE by US 80",
  opening: `
    US cash 1000
    US investment-in-subsidiaries 800
    US common-stock -1800
    DE cash 1000
    DE common-stock -1000 historical=-1000`,
  rates: FLAT,
  journal: `
    A 2007-P01 DE cash 310
    A 2007-P01 DE revenue -310`,
};

const nci = (text: LedgerText, month: string, entity = "") =>
  closedSketch(text).roll("non-controlling-interests", entity, month);

/** ASC 810-10-45-18 to -21. */
describe("non-controlling interests", () => {
  it("have their share of net assets at the opening, and of results", () => {
    const { balance, group } = closedSketch(BOOKS);
    expect(balance("2007-P01", "non-controlling-interests")).toBe("-262");
    expect(format(group.nciIncome.get("2007-P01")!)).toBe("62");
  });

  it("share losses as well, below nothing if need be", () => {
    const journal = "A 2007-P01 DE cash -2000\nA 2007-P01 DE other-operating 2000";
    expect(closedSketch({ ...BOOKS, journal }).balance("2007-P01", "non-controlling-interests")).toBe("200");
  });

  it("have their share of cumulative translation", () => {
    const rates = FLAT.replaceAll("closing=1", "closing=1.5");
    expect(nci({ ...BOOKS, rates }, "2007-P01")).toContain("share of translation: 131");
    expect(closedSketch({ ...BOOKS, rates }).balance("2007-P01", "translation-adjustment")).toBe("-524");
  });

  it("share a month by the days of each holding", () => {
    const owned = "DE by US 80 to=2007-01-10\nDE by US 60 from=2007-01-11";
    // 10 days of 20 % and 21 of 40 %: 310 over 31 days.
    expect(format(closedSketch({ ...BOOKS, owned }).group.nciIncome.get("2007-P01")!)).toBe("104");
  });

  it("go through all levels", () => {
    const { roll, balance, group } = closedSketch({
      entities: "US USD\nDE EUR\nFR EUR",
      owned: "DE by US 80\nFR by DE 75",
      opening: `
        US investment-in-subsidiaries 800
        US common-stock -800
        DE cash 700
        DE investment-in-subsidiaries 300 historical=300
        DE common-stock -1000 historical=-1000
        FR cash 400
        FR common-stock -400 historical=-400`,
      rates: FLAT,
      journal: `
        A 2007-P01 FR cash 100
        A 2007-P01 FR revenue -100
        D 2007-P01 FR dividends 60 to=DE
        D 2007-P01 FR cash -60
        D 2007-P01 DE cash 60
        D 2007-P01 DE other-income -60 to=FR
        E 2007-P01 FR dividends 20
        E 2007-P01 FR cash -20`,
    });
    expect(format(group.nciIncome.get("2007-P01")!)).toBe("40");
    // 20 % of DE's 760 and 40 % of FR's 420.
    expect(roll("non-controlling-interests", "DE", "2007-P01").at(-1)).toBe("closing: 152");
    expect(roll("non-controlling-interests", "FR", "2007-P01").at(-1)).toBe("closing: 168");
    expect(balance("2007-P01", "retained-earnings")).toBe("-60");
    expect(balance("2007-P01", "dividends")).toBe("0");
  });

  it("get dividends that name no entity of the group", () => {
    const journal = `
      D 2007-P01 DE dividends 80 to=US
      D 2007-P01 DE cash -80
      D 2007-P01 US cash 80
      D 2007-P01 US other-income -80 EUR = -80 to=DE
      E 2007-P01 DE dividends 20
      E 2007-P01 DE cash -20`;
    const { findings, flow } = closedSketch({ ...BOOKS, journal });
    expect(findings).toEqual([]);
    expect(nci({ ...BOOKS, journal }, "2007-P01")).toEqual(["opening: 200", "dividends: -20", "closing: 180"]);
    expect(flow("2007-P01", "minority-transactions")).toBe("-20");
    expect(flow("2007-P01", "dividends-paid")).toBe("0");
  });
});

/** ASC 810-10-45-22 to -24. */
describe("a change of ownership while control is kept", () => {
  const bought = `
    B 2007-P02 US investment-in-subsidiaries 150 to=DE
    B 2007-P02 US cash -150`;

  it("moves carrying amounts, and is an equity transaction", () => {
    const text = { ...BOOKS, owned: "DE by US 80 to=2007-01-31\nDE by US 90 from=2007-02-01", journal: bought };
    const { balance, income, flow } = closedSketch(text);
    expect(nci(text, "2007-P02")).toEqual([
      "opening: 200",
      "changes of ownership at carrying amounts: -100",
      "closing: 100",
    ]);
    expect(balance("2007-P02", "paid-in-capital")).toBe("50");
    expect(income("2007-P02", "gain-on-disposal")).toBe("0");
    expect(flow("2007-P02", "minority-transactions")).toBe("-150");
  });

  it("may go the other way", () => {
    const text = {
      ...BOOKS,
      owned: "DE by US 80 to=2007-01-31\nDE by US 60 from=2007-02-01",
      journal: bought.replaceAll("150", "X").replace("X", "-250").replace("-X", "250"),
    };
    expect(nci(text, "2007-P02").at(-1)).toBe("closing: 400");
    expect(closedSketch(text).balance("2007-P02", "paid-in-capital")).toBe("-50");
  });

  it("leaves goodwill of the parent alone with the parent's part", () => {
    const text: LedgerText = {
      entities: "US USD\nDE USD",
      owned: "DE by US 80 from=2007-01-01 to=2007-01-31\nDE by US 60 from=2007-02-01",
      deals: "DE acquired 2007-01-01 consideration=1000 net-assets=1000",
      opening: "US cash 2000\nUS common-stock -2000\nDE cash 1000\nDE common-stock -1000",
      journal: `
        B 2007-P01 US investment-in-subsidiaries 1000 to=DE
        B 2007-P01 US cash -1000
        C 2007-P02 US cash 300
        C 2007-P02 US investment-in-subsidiaries -300 to=DE`,
    };
    // Goodwill 1,000 + 200 - 1,000 is the parent's. It sells a quarter of its carrying amount of 1,000.
    expect(nci(text, "2007-P02")).toEqual([
      "opening: 200",
      "changes of ownership at carrying amounts: 250",
      "closing: 450",
    ]);
    expect(closedSketch(text).balance("2007-P02", "paid-in-capital")).toBe("-50");
  });

  it("by shares issued to strangers leaves both at their part of the new net assets", () => {
    const text = {
      ...BOOKS,
      owned: "DE by US 80 to=2007-01-31\nDE by US 60 from=2007-02-01",
      journal: "I 2007-P02 DE cash 600\nI 2007-P02 DE common-stock -600",
    };
    // 40 % of 1,600; the parent had 800, and has 960.
    expect(nci(text, "2007-P02").at(-1)).toBe("closing: 640");
    expect(closedSketch(text).balance("2007-P02", "paid-in-capital")).toBe("-160");
  });
});

describe("capital that an owner pays in", () => {
  it("leaves no trace in the group but the way between two rates, which is translation", () => {
    const { balance, roll, findings } = closedSketch({
      ...BOOKS,
      owned: "",
      opening: "US cash 1000\nUS common-stock -1000\nDE cash 1\nDE common-stock -1 historical=-1",
      rates: FLAT.replace("2007-P01 average=1 ", "2007-P01 average=1.25 "),
      journal: `
        C 2007-P01 US investment-in-subsidiaries 130 to=DE
        C 2007-P01 US cash -130
        C 2007-P01 DE cash 100 to=US
        C 2007-P01 DE common-stock -100 to=US`,
    });
    expect(findings).toEqual([]);
    expect(balance("2007-P01", "paid-in-capital")).toBe("0");
    expect(roll("translation-adjustment", "", "2007-P01")).toContain(
      "capital within the group, paid in at another rate than booked: -5",
    );
  });
});
