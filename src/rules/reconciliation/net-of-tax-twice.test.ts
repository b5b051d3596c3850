import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${tables.join("")}`, "adjustment-net-of-tax");
const earnings = (retired: string, ...more: readonly string[]): string =>
  table(
    "Reconciliation of Adjusted Net Income",
    "Net income | 40.0 | 40.0",
    "Restructuring | 12.0 | 10.0",
    `Loss on retirement of debt | ${retired} | 0.0`,
    ...more,
    "Adjusted net income | 61.0 | 50.0",
    "Diluted earnings per share | 0.40 | 0.40",
    "Restructuring | 0.12 | 0.10",
    "Loss on retirement of debt | 0.09 | -",
    "Adjusted diluted earnings per share | 0.61 | 0.50",
  );
const ebitda = table(
  "Reconciliation of Adjusted EBITDA",
  "Net income | 40.0 | 40.0",
  "Income tax | 20.0 | 20.0",
  "Restructuring | 12.0 | 10.0",
  "Loss on retirement of debt | 11.0 | 0.0",
  "Adjusted EBITDA | 83.0 | 70.0",
);

it("shows an adjustment after tax where a table that tax is no part of has more of it", () => {
  expect(found(earnings("9.0"), ebitda)).toEqual([
    'Table 2 shows "Loss on retirement of debt" with 9.0, and table 3 with 11.0 before tax: the tax on it has gone out of it, and is no line of the reconciliation. It stands so in line 25 as well.',
  ]);
});

it("shows it before tax where both have the same, and where the tax is a line", () => {
  expect(found(earnings("11.0"), ebitda)).toEqual([]);
  const taxed = found(earnings("9.0", "Tax effect of the adjustments | (0.5) | 0.0"), ebitda);
  expect(taxed).not.toContainEqual(expect.stringContaining("before tax"));
});

it("is not told from amounts so far apart that tax does not explain them", () => {
  expect(found(earnings("3.0"), ebitda)).toEqual([]);
  expect(found(earnings("10.9"), ebitda)).toEqual([]);
  expect(found(earnings("14.0"), ebitda)).toEqual([]);
});

it("is not told from an amount that the other table has for some period as well", () => {
  expect(found(earnings("9.0"), ebitda.replace("11.0 | 0.0", "11.0 | 9.0"))).toEqual([]);
});

it("takes debt that is converted to equity for an adjustment, and for no ratio", () => {
  const converted = (label: string): string =>
    table(
      "Reconciliation of Adjusted Net Income",
      "Net income | 40.0 | 40.0",
      "Impairment, net of tax | 12.0 | 10.0",
      `${label} | 9.0 | 0.0`,
      "Adjusted net income | 61.0 | 50.0",
    ).replace("## Reconciliation of Adjusted Net Income", "");
  expect(found(converted("Loss on conversion of debt to equity"))).toHaveLength(1);
});
