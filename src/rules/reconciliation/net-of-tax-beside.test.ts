import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const taxed = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${tables.join("")}`, "adjustment-net-of-tax");
const net = (...more: readonly string[]): string =>
  table(
    "Reconciliation of Adjusted Net Income",
    "Net income | 4.0 | 4.0",
    "Restructuring | 0.8 | 0.6",
    "Acquisition costs | 0.4 | 0.2",
    ...more,
    "Adjusted net income | 5.2 | 4.8",
  );
const tax = (first: string, last: string): string =>
  table(
    `Reconciliation of ${last}`,
    `${first} | 2.0 | 2.0`,
    "Restructuring | 0.3 | 0.2",
    "Acquisition costs | 0.1 | 0.1",
    `${last} | 2.4 | 2.3`,
  );

describe("the tax on adjustments that a table of its own has", () => {
  it.each([
    ["Income tax expense", "Adjusted income tax expense"],
    ["Provision for income taxes (GAAP)", "Non-GAAP provision for income taxes"],
    ["Income taxes", "Income taxes, as adjusted"],
  ])("has gone out of each line that leads to earnings: %s", (first, last) => {
    expect(taxed(net(), tax(first, last))).toEqual([
      'Table 2 leads to "Adjusted net income" by 2 lines and none for the tax on them, which table 3 has: each is shown after tax.',
    ]);
  });

  it("is a line of the way itself, or leads to no earnings", () => {
    expect(taxed(net("Tax on the adjustments | (0.4) | (0.3)"), tax("Income tax", "Adjusted income tax"))).toEqual([]);
    expect(taxed(tax("Income tax expense", "Adjusted income tax expense"))).toEqual([]);
    expect(taxed(net(), tax("Effective tax rate", "Adjusted effective tax rate"))).toEqual([]);
  });
});
