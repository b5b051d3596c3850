import { describe, expect, it } from "vitest";
import { parse } from "../exact/decimal.ts";
import type { Fact, NoValue } from "../measures/fact.ts";
import { factsCsv, factsJson, factsTable, forPeople } from "./fact-forms.ts";

const exact = (text: string) => parse(text)!;

const fact = (measure: string, value: string, other: Partial<Fact> = {}): Fact => {
  const number = value === "nil" || value === "not-meaningful" ? (value as NoValue) : exact(value);
  return {
    measure,
    title: "Growth of revenue",
    version: "v1",
    basis: "GAAP",
    period: "2007-Q3",
    start: "2007-07-01",
    end: "2007-09-29",
    member: {},
    unit: "ratio",
    currency: undefined,
    value: number,
    working: { kind: "constant", text: "", value: exact("0") },
    ...other,
  };
};

describe("facts for people", () => {
  it("are rounded once and grouped by thousands", () => {
    expect(forPeople(exact("371230000.005"), "money")).toBe("371,230,000.01");
    expect(forPeople(exact("-1234.5"), "money")).toBe("-1,234.50");
    expect(forPeople(exact("4116/33007"), "ratio")).toBe("0.124701");
    expect(forPeople("not-meaningful", "ratio")).toBe("not meaningful");
  });

  it("stand in columns, numbers to the right", () => {
    const table = factsTable([
      fact("revenue", "371230000", { unit: "money", currency: "USD" }),
      fact("revenue-growth", "1/8", { member: { region: "Europe" } }),
    ]);
    expect(table.split("\n")).toEqual([
      "measure         period   member                  value  unit   basis  version",
      "revenue         2007-Q3                 371,230,000.00  USD    GAAP   v1",
      "revenue-growth  2007-Q3  region Europe        0.125000  ratio  GAAP   v1",
      "",
    ]);
  });
});

describe("facts for programs", () => {
  it("are exact in JSON, fractions where no decimal is", () => {
    const [line] = factsJson([fact("revenue-growth", "4116/33007")]).split("\n");
    expect(JSON.parse(line!)).toMatchObject({ measure: "revenue-growth", value: "4116/33007", currency: null });
  });

  it("hold no formulas in CSV, and keep minus signs of numbers", () => {
    const rows = factsCsv([fact("x", "-0.5", { member: { division: "=cmd|'/c calc'!A1" } }), fact("y", "nil")]);
    expect(rows.split("\n").slice(1)).toEqual([
      "x,2007-Q3,division =cmd|'/c calc'!A1,-0.5,ratio,GAAP,v1",
      "y,2007-Q3,,nil,ratio,GAAP,v1",
      "",
    ]);
    expect(factsCsv([fact("=1+1", "1")])).toContain("\n'=1+1,");
  });
});
