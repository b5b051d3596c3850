import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const told = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${tables.join("")}`, "reconciliation-missing");
const LED = ["Net income | 4.0 | 4.0", "Restructuring | 1.1 | 0.9", "Adjusted net income | 5.1 | 4.9"];
const bridge = (...rows: readonly string[]): string =>
  table("Reconciliation of Adjusted Net Income and Adjusted EPS", ...rows);

describe("what a share earns by the company's own count", () => {
  it("is not led to where its table only divides for it", () => {
    expect(told(bridge(...LED, "Weighted average shares | 10.0 | 10.0", "Adjusted EPS | 0.51 | 0.49"))).toEqual([
      expect.stringMatching(/^"Adjusted EPS" is divided out of "Adjusted net income", and not led to/),
    ]);
  });

  it("is not where the numerator is all that the table names by the share", () => {
    const numerator = "Numerator for diluted income per share | 5.1 | 4.9";
    expect(told(bridge(...LED, numerator, "Adjusted EPS | 0.51 | 0.49"))).toHaveLength(1);
  });

  it("is led to from earnings per share under GAAP, there or in another reconciliation", () => {
    const gaap = "Diluted earnings per share | 0.40 | 0.40";
    const shares = [gaap, "Restructuring per share | 0.11 | 0.09", "Adjusted EPS | 0.51 | 0.49"];
    expect(told(bridge(...LED, ...shares))).toEqual([]);
    const divided = bridge(...LED, "Adjusted EPS | 0.51 | 0.49");
    expect(told(divided, table("Reconciliation of Adjusted EPS", ...shares))).toEqual([]);
  });
});
