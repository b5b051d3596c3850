import { describe, expect, it } from "vitest";
import { type LedgerText, ledgerText, money } from "../../test/ledger-text.ts";
import { format } from "../exact/decimal.ts";
import { sumOf } from "../ledger/fraction.ts";
import { closeGroup } from "./close-group.ts";
import type { Group } from "./group.ts";

function closed(text: LedgerText): Group {
  const { value, findings } = closeGroup(ledgerText(text));
  expect(findings.map(({ message }) => message)).toEqual([]);
  return value!;
}

const balance = (group: Group, month: string, line: string): string =>
  format(
    sumOf(group.balances.filter((entry) => entry.month === month && entry.line === line).map(({ amount }) => amount)),
  );
const income = (group: Group, month: string, line: string): string =>
  format(
    sumOf(group.income.filter((entry) => entry.month === month && entry.line === line).map(({ amount }) => amount)),
  );

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

describe("translation (ASC 830-30-45)", () => {
  it("brings income in at the month's average and balances at the closing rate", () => {
    const group = closed(GERMANY);
    expect(income(group, "2007-P01", "revenue")).toBe("-131");
    expect(income(group, "2007-P02", "revenue")).toBe("-66.5");
    expect(balance(group, "2007-P01", "cash")).toBe("1452");
    expect(balance(group, "2007-P02", "cash")).toBe("1485");
  });

  it("leaves the difference of a subsidiary at the closing rate in cumulative translation", () => {
    const group = closed(GERMANY);
    // 1,100 at 1.32 less 1,200 historical less 131 of income.
    expect(balance(group, "2007-P01", "translation-adjustment")).toBe("-121");
    const roll = group.rollForwards.find(
      ({ of, month, entity }) => of === "translation-adjustment" && month === "2007-P01" && entity === "DE",
    )!;
    expect(format(roll.opening)).toBe("100");
    expect(roll.movements.map(({ amount }) => format(amount))).toEqual(["20", "1"]);
    expect(format(roll.closing)).toBe("121");
    expect(roll.residual).toEqual(money("0"));
  });

  it("says how each amount was made", () => {
    const group = closed(GERMANY);
    expect(group.income[0]!.how).toBe("-100.00 EUR at 1.31 (average 2007-P01)");
  });
});
