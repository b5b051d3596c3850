import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${parts.join("")}`, "reconciliation-missing");

describe("debt over assets as it would be after a transaction", () => {
  const SAID = "The loan-to-value stood at 34.0%, or 31.5% following the disposals that are secured.";
  const told =
    '"loan-to-value" is given as it would be after a transaction (31.5), and no table computes it from debt.';

  it("is computed, or told of", () => {
    expect(found(SAID)).toEqual([told]);
    expect(found("We have a LTV of 31.5% (incl. duties) following the disposals.")).toEqual([
      told.replace("loan-to-value", "LTV"),
    ]);
  });

  it("is told of in the rows of a table as well", () => {
    const rows = table("Debt", "LTV | 34.0% | 33.0%", "LTV (after secured disposals) | 31.5% | ");
    expect(found("", rows)).toEqual([told.replace("loan-to-value", "LTV (after secured disposals)")]);
  });

  it("is nothing where a table computes it, nor where no transaction is taken as done, nor of what is to come", () => {
    const rows = table("Pro forma", "Net debt | 63.0 | 60.0", "Property | 200.0 | 190.0", "LTV | 31.5% | 31.6%");
    expect(found(SAID, rows)).toEqual([]);
    expect(found("The loan-to-value stood at 34.0% at the end of the year.")).toEqual([]);
    expect(found("We expect a loan-to-value of 31.5% following the disposals.")).toEqual([]);
  });
});
