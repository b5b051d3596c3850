import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText } from "../../test/ledger-text.ts";

const ANKARA: LedgerText = {
  months: ["2007-P01", "2007-P02", "2007-P03"],
  entities: `
    US USD
    TR TRY inflation=2007-P02`,
  accounts: `
    plant property-plant-equipment
    wear property-plant-equipment of=plant
    depreciation other-operating of=wear
    stock-used cost-of-sales of=inventories`,
  opening: `
    TR cash 1000
    TR plant 2000
    TR inventories 500
    TR common-stock -3500 historical=-400`,
  rates: `
    TRY opening 0.10
    TRY 2007-P01 average=0.09 closing=0.08
    TRY 2007-P02 average=0.07 closing=0.05
    TRY 2007-P03 average=0.04 closing=0.02`,
  journal: `
    A 2007-P02 TR cash 300
    A 2007-P02 TR revenue -300
    B 2007-P02 TR inventories 100
    B 2007-P02 TR cash -100
    C 2007-P02 TR stock-used 200
    C 2007-P02 TR inventories -200
    D 2007-P02 TR depreciation 50
    D 2007-P02 TR wear -50
    E 2007-P03 TR depreciation 50
    E 2007-P03 TR wear -50
    F 2007-P03 TR plant 1000
    F 2007-P03 TR cash -1000`,
};

/** ASC 830-10-45-11, 830-10-45-17, 830-10-45-10. */
describe("an entity in a highly inflationary economy", () => {
  const { income, balance, roll, group } = closedSketch(ANKARA);

  it("is translated like any other before, and keeps the cumulative translation of the change", () => {
    // 3,500 at 0.10 less 400, then 3,500 at 0.08 less 400.
    expect(roll("translation-adjustment", "TR", "2007-P01").at(-1)).toBe("closing: -120");
    expect(roll("translation-adjustment", "TR", "2007-P02")).toEqual(["opening: -120", "closing: -120"]);
    expect(balance("2007-P03", "translation-adjustment")).toBe("120");
  });

  it("keeps non-monetary balances at what they were translated at the change, and additions at their own rate", () => {
    // Plant 2,000 at 0.08 less depreciation 50 at 0.08; then 1,000 at 0.04 come in and 50 go at 200/3,000.
    expect(balance("2007-P02", "property-plant-equipment")).toBe("156");
    expect(balance("2007-P03", "property-plant-equipment")).toBe("578/3");
    // 500 at 0.08 and 100 at 0.07 are 600 at 47/600, of which 400 are left.
    expect(balance("2007-P02", "inventories")).toBe("94/3");
  });

  it("takes expenses that use up a balance at that balance's historical rate", () => {
    expect(income("2007-P02", "cost-of-sales")).toBe("47/3");
    expect(income("2007-P02", "other-operating")).toBe("4");
    expect(income("2007-P02", "revenue")).toBe("-21");
    expect(group.income.find(({ account }) => account === "stock-used")!.how).toBe(
      "200.00 TRY at 0.07833333… (historical, of account inventories)",
    );
  });

  it("has what its money lost in income", () => {
    // 1,000 from 0.08 to 0.05, and 300 less 100 from 0.07 to 0.05.
    expect(income("2007-P02", "remeasurement")).toBe("34");
    // 1,200 from 0.05 to 0.02, and 1,000 out from 0.04 to 0.02.
    expect(income("2007-P03", "remeasurement")).toBe("16");
  });

  it("wears an asset at the asset's rate where wear stands on the other side of the line and names nothing", () => {
    const accounts = ANKARA.accounts!.replace(
      "wear property-plant-equipment of=plant",
      "wear property-plant-equipment credit",
    );
    const { balance, income } = closedSketch({ ...ANKARA, accounts: accounts.replace("of=wear", "of=plant") });
    expect(balance("2007-P03", "property-plant-equipment")).toBe("578/3");
    expect(income("2007-P02", "other-operating")).toBe("4");
  });

  it("takes non-monetary balances from opening.csv where it was so from the first month on", () => {
    const { balance, roll } = closedSketch({
      ...ANKARA,
      entities: "US USD\nTR TRY inflation=2006-P05",
      opening: `
        TR cash 1000
        TR plant 2000 historical=300
        TR inventories 500 historical=60
        TR common-stock -3500 historical=-400`,
      journal: "",
    });
    expect(balance("2007-P01", "property-plant-equipment")).toBe("300");
    expect(roll("translation-adjustment", "TR", "2007-P01")).toEqual(["opening: 60", "closing: 60"]);
  });

  it("leaves nothing between result and change in cash but what cash itself lost", () => {
    const { flow } = closedSketch(ANKARA);
    expect(flow("2007-P02", "exchange-effect")).toBe("-34");
  });
});
