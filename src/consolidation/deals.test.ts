import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";

const DEAL: LedgerText = {
  months: ["2006-P12", "2007-P01", "2007-P02"],
  entities: "US USD\nDE EUR",
  owned: "DE by US 75 from=2007-01-11",
  deals: "DE acquired 2007-01-11 consideration=900 net-assets=975 nci=300",
  opening: `
    US cash 5000
    US common-stock -5000
    DE cash 500
    DE receivables 100
    DE common-stock -600`,
  rates: `
    EUR opening 1.20
    EUR 2006-P12 average=1.22 closing=1.24
    EUR 2007-01-11 historical=1.30
    EUR 2007-P01 average=1.31 closing=1.32
    EUR 2007-02-20 historical=1.34
    EUR 2007-P02 average=1.33 closing=1.35`,
  journal: `
    Z1 2006-P12 DE cash 100 stage=before
    Z1 2006-P12 DE revenue -100 stage=before
    Z2 2007-P01 DE cash 50 stage=before
    Z2 2007-P01 DE revenue -50 stage=before
    S1 2007-P01 DE cash 200
    S1 2007-P01 DE revenue -200
    B1 2007-P01 US investment-in-subsidiaries 900 to=DE
    B1 2007-P01 US cash -900`,
};

/** ASC 805-10-25-6, 805-30-30-1, 830-30-45-11. */
describe("an acquisition", () => {
  const { income, balance, flow, roll, group, findings } = closedSketch(DEAL);

  it("has nothing to say where books and deal agree", () => {
    expect(findings).toEqual([]);
  });

  it("counts results from its day on, and nothing of the months before", () => {
    expect(income("2006-P12", "revenue")).toBe("0");
    expect(balance("2006-P12", "receivables")).toBe("0");
    expect(income("2007-P01", "revenue")).toBe("-262");
  });

  it("has goodwill of consideration and non-controlling interests above net assets, retranslated in its currency", () => {
    // 900 + 300 - 975 = 225 dollars at 1.30.
    expect(format(group.balances.find(({ line }) => line === "goodwill")!.functional)).toBe("2250/13");
    expect(balance("2007-P01", "goodwill")).toBe("2970/13");
  });

  it("starts cumulative translation at nothing", () => {
    expect(roll("translation-adjustment", "DE", "2007-P01")[0]).toBe("opening: 0");
  });

  it("shows what was paid less the cash that came with it", () => {
    // 900 less 650 at 1.30.
    expect(flow("2007-P01", "acquisitions")).toBe("-55");
  });

  it("leaves the group's equity as it was but for non-controlling interests", () => {
    expect(balance("2007-P01", "paid-in-capital")).toBe("0");
    expect(balance("2007-P01", "investment-in-subsidiaries")).toBe("0");
    expect(roll("retained-earnings", "", "2007-P01")).toEqual([
      "opening: 0",
      "net income attributable to the parent: 196.5",
      "closing: 196.5",
    ]);
    expect(roll("non-controlling-interests", "DE", "2007-P01").slice(0, 3)).toEqual([
      "opening: 0",
      "acquired: 300",
      "share of net income, by the days of each holding: 65.5",
    ]);
  });

  it("takes the share of net assets for non-controlling interests where no fair value is stated", () => {
    const deals = "DE acquired 2007-01-11 consideration=900 net-assets=975";
    const { roll } = closedSketch({ ...DEAL, deals });
    expect(roll("non-controlling-interests", "DE", "2007-P01")).toContain("acquired: 243.75");
  });

  it("keeps what the books lack to fair value in intangible assets, with a note", () => {
    const deals = "DE acquired 2007-01-11 consideration=900 net-assets=1040 nci=300";
    const { balance, findings } = closedSketch({ ...DEAL, deals });
    expect(balance("2007-P01", "intangible-assets")).toBe("66");
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["fair-value-not-in-books note"]);
  });

  it("replaces goodwill that the entity's books hold", () => {
    const opening = DEAL.opening!.replace("DE receivables 100", "DE goodwill 100");
    const deals = "DE acquired 2007-01-11 consideration=900 net-assets=845 nci=300";
    expect(closedSketch({ ...DEAL, opening, deals }).balance("2007-P01", "goodwill")).toBe("4686/13");
  });

  it("is a gain where less was given than net assets (ASC 805-30-25-2)", () => {
    const deals = "DE acquired 2007-01-11 consideration=900 net-assets=975 nci=25";
    const { income, balance, roll, flow } = closedSketch({ ...DEAL, deals });
    expect(income("2007-P01", "other-income")).toBe("-50");
    expect(balance("2007-P01", "goodwill")).toBe("0");
    expect(flow("2007-P01", "other-non-cash")).toBe("-50");
    expect(roll("retained-earnings", "", "2007-P01").length).toBe(3);
  });

  it("says what the owner's books lack to the consideration", () => {
    const { findings, roll } = closedSketch({ ...DEAL, journal: DEAL.journal!.replaceAll("900", "890") });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["deal-differs-from-books error"]);
    expect(findings[0]!.message).toContain("900.00 USD");
    expect(findings[0]!.message).toContain("moved by 890.00 until then");
    expect(roll("retained-earnings", "", "2007-P01")).toContain(
      "acquisitions: what the books paid beyond the deal: 10",
    );
  });
});

const SOLD: LedgerText = {
  ...DEAL,
  deals: `${DEAL.deals}\nDE disposed 2007-02-20 consideration=1000`,
  journal: `${DEAL.journal}
    S3 2007-P02 DE receivables 100
    S3 2007-P02 DE revenue -100
    B2 2007-P02 US cash 1000
    B2 2007-P02 US investment-in-subsidiaries -900 to=DE
    B2 2007-P02 US gain-on-disposal -100 to=DE
    S4 2007-P02 DE receivables 100 stage=after
    S4 2007-P02 DE revenue -100 stage=after`,
};

/** ASC 810-10-40-5, 830-30-40-1. */
describe("a disposal", () => {
  const { income, balance, flow, roll, group, findings } = closedSketch(SOLD);

  it("counts results until its day, and leaves no balance of the entity", () => {
    expect(findings).toEqual([]);
    expect(income("2007-P02", "revenue")).toBe("-133");
    expect(balance("2007-P02", "receivables")).toBe("0");
    expect(balance("2007-P02", "goodwill")).toBe("0");
    expect(balance("2007-P02", "non-controlling-interests")).toBe("0");
  });

  it("has a gain of consideration and non-controlling interests less net assets, and the cumulative translation", () => {
    expect(roll("translation-adjustment", "", "2007-P02").at(-1)).toBe("closing: 0");
    expect(roll("non-controlling-interests", "", "2007-P02").at(-1)).toBe("closing: 0");
    // All that the parent made of DE, from 900 paid to 1,000 received, has been its result: 196.50, and now the rest.
    expect(roll("retained-earnings", "", "2007-P02")).toEqual([
      "opening: 196.5",
      "net income attributable to the parent: -96.5",
      "closing: 100",
    ]);
  });

  it("shows the proceeds less the cash that went, and takes the gain out of operating cash", () => {
    // 1,000 less 850 at 1.34.
    expect(flow("2007-P02", "disposals")).toBe("-139");
    const flows = group.flows.filter(({ month }) => month === "2007-P02");
    const [loss] = flows.filter(({ line }) => line === "other-non-cash");
    expect(format(loss!.amount)).toBe(income("2007-P02", "gain-on-disposal"));
  });

  it("says what the owner's books lack to the consideration", () => {
    const deals = SOLD.deals!.replace("consideration=1000", "consideration=1100");
    const { findings } = closedSketch({ ...SOLD, deals });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["deal-differs-from-books error"]);
  });

  it("that is discontinued has its results of all months, and the gain, in one line (ASC 205-20-45-3)", () => {
    const { income, group } = closedSketch({ ...SOLD, deals: `${SOLD.deals} discontinued` });
    expect(income("2007-P01", "revenue")).toBe("0");
    expect(income("2007-P01", "discontinued-operations")).toBe("-262");
    expect(income("2007-P02", "gain-on-disposal")).toBe("0");
    expect(group.income[0]).toMatchObject({ line: "discontinued-operations", kind: "discontinued" });
    expect(group.income[0]!.how).toBe("-200.00 EUR at 1.31 (average 2007-P01); Revenue");
  });

  it("gives the same group gain when the owner books all of the proceeds as a gain", () => {
    const journal = SOLD.journal!.replace(/.*investment-in-subsidiaries -900 to=DE\n/, "").replace(
      "-100 to=DE",
      "-1000 to=DE",
    );
    expect(closedSketch({ ...SOLD, journal }).income("2007-P02", "gain-on-disposal")).toBe(
      income("2007-P02", "gain-on-disposal"),
    );
  });
});

describe("a deal on the last day of a month", () => {
  const last = (text: LedgerText, from: string, to: string): LedgerText => ({
    ...text,
    owned: text.owned!.replaceAll(from, to),
    deals: text.deals!.replaceAll(from, to),
    rates: text.rates!.replace(new RegExp(`.*${from}.*\\n`), ""),
  });

  it("that disposes of an entity takes its net assets out at the closing rate where no historical rate is given", () => {
    const { group, findings, flow } = closedSketch(last(SOLD, "2007-02-20", "2007-02-28"));
    expect(findings).toEqual([]);
    // Cash of 850 at 1.35, and not at the average of 1.33, left with the entity.
    expect(flow("2007-P02", "disposals")).toBe("-147.5");
    const translation = group.rollForwards.find(
      ({ of, entity, month }) => of === "translation-adjustment" && entity === "DE" && month === "2007-P02",
    );
    expect(translation?.residual).toEqual({ n: 0n, d: 1n });
  });

  it("that acquires an entity takes its net assets in at the closing rate, which leaves no translation in the month", () => {
    const journal = DEAL.journal!.replace(/.*S1.*\n/g, "");
    const { balance, roll, findings, flow } = closedSketch(last({ ...DEAL, journal }, "2007-01-11", "2007-01-31"));
    expect(findings.map(({ severity }) => severity)).toEqual(["note"]);
    expect(balance("2007-P01", "goodwill")).toBe("225");
    expect(roll("translation-adjustment", "DE", "2007-P01").at(-1)).toBe("closing: 0");
    // 900 less 650 at 1.32.
    expect(flow("2007-P01", "acquisitions")).toBe("-42");
  });

  it("still takes the historical rate of its day, or of its month, where there is one", () => {
    const of = (period: string): LedgerText => {
      const text = last(SOLD, "2007-02-20", "2007-02-28");
      return { ...text, rates: `${text.rates}\n EUR ${period} historical=1.36` };
    };
    for (const period of ["2007-02-28", "2007-P02"])
      expect(closedSketch(of(period)).flow("2007-P02", "disposals")).toBe("-156");
  });
});

describe("a wholly owned entity whose ownership ends with its disposal in the middle of a month", () => {
  const { flow, income, roll } = closedSketch({
    entities: "US USD\nDE USD",
    owned: "DE by US 100 to=2007-02-15",
    deals: "DE disposed 2007-02-15 consideration=600",
    opening: `
      US cash 5000
      US investment-in-subsidiaries 500
      US common-stock -5500
      DE cash 500
      DE common-stock -500`,
    journal: `
      C1 2007-02 DE cash 40
      C1 2007-02 DE paid-in-capital -40
      B1 2007-02 US cash 600
      B1 2007-02 US investment-in-subsidiaries -500 to=DE
      B1 2007-02 US gain-on-disposal -100 to=DE`.replaceAll("2007-02 ", "2007-P02 "),
  });

  it("has no outside owners on the days of the month that are left", () => {
    expect(roll("non-controlling-interests", "DE", "2007-P02").at(-1)).toBe("closing: 0");
    expect(flow("2007-P02", "minority-transactions")).toBe("0");
    // 600 less net assets of 540.
    expect(income("2007-P02", "gain-on-disposal")).toBe("-60");
  });
});

/** ASC 805-10-25-6: results count from the day on. */
describe("an acquired entity with debt in another currency", () => {
  const text: LedgerText = {
    entities: "US USD\nDE EUR",
    owned: "DE by US 80 from=2007-01-15",
    deals: "DE acquired 2007-01-15 consideration=700 net-assets=875",
    rates: `
      EUR opening 1.00
      EUR 2007-01-15 historical=1.25
      EUR 2007-P01 average=1.25 closing=1.25
      EUR 2007-P02 average=1.30 closing=1.60`,
    opening: `
      US cash 5000
      US common-stock -5000
      DE cash 1500
      DE long-term-debt -1000 USD = -1000
      DE common-stock -500`,
    journal: `
      B1 2007-P01 US cash -700
      B1 2007-P01 US investment-in-subsidiaries 700 to=DE`,
  };
  const { income, balance, findings, roll } = closedSketch(text);

  it("has no gain of the group in what its debt had lost or gained until the day", () => {
    // 1,000 dollars of debt are 800 euros on the day: net assets of 700 euros, 875 dollars, as the deal has it.
    expect(findings).toEqual([]);
    expect(income("2007-P01", "remeasurement")).toBe("0");
    expect(balance("2007-P01", "intangible-assets")).toBe("0");
    expect(roll("translation-adjustment", "DE", "2007-P01")).toEqual(["opening: 0", "closing: 0"]);
    expect(roll("non-controlling-interests", "DE", "2007-P01").at(-1)).toBe("closing: 175");
  });

  it("has what the rates do to it from then on", () => {
    // From 800 to 625 euros, at the average of 1.30.
    expect(income("2007-P02", "remeasurement")).toBe("-227.5");
    expect(balance("2007-P02", "long-term-debt")).toBe("-1000");
  });

  it("keeps to it where the economy is highly inflationary", () => {
    const entities = "US USD\nDE EUR inflation=2007-P01";
    const { income, findings } = closedSketch({ ...text, entities });
    expect(findings).toEqual([]);
    expect(income("2007-P01", "remeasurement")).toBe("0");
    // Cash of 1,500 euros from 1.25 to 1.60; debt is in dollars.
    expect(income("2007-P02", "remeasurement")).toBe("-525");
  });
});
