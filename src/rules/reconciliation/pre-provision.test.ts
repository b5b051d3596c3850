import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

describe("revenue before provisions and taxes", () => {
  const adjusted = [
    "Pre-provision net revenue | 9.1 | 8.0",
    "Restructuring | 1.2 | 1.1",
    "Pre-provision net revenue, adjusted | 10.3 | 9.1",
  ];
  const found = (...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million. Pre-provision net revenue was $9.1 million.\n\n${STATEMENT}## Reconciliation of non-GAAP measures\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`,
      "reconciliation-missing",
    );

  it("is nobody's under GAAP, so that a reconciliation that begins with it leads to it no more than to what it comes to", () => {
    const told = [
      expect.stringMatching(
        /^"Pre-provision net revenue" is given, and no table or sentence reconciles it with net income/,
      ),
    ];
    expect(found(...adjusted)).toEqual(told);
    const income = ["Net income | 4.0 | 3.3", "Stock compensation | 1.2 | 1.1", "Net income, adjusted | 5.2 | 4.4"];
    expect(found(...income, ...adjusted)).toEqual(told);
  });

  it("is led to from net income, from the lines that it is made of, or back to these", () => {
    expect(found("Net income | 4.0 | 3.3", "Income tax | 2.0 | 2.1", "Provision | 3.1 | 2.6", ...adjusted)).toEqual([]);
    const lines = [
      "Net interest income | 14.0 | 13.3",
      "Non-interest income | 2.0 | 2.1",
      "Non-interest expense | 6.9 | 7.4",
    ];
    expect(found(...lines, ...adjusted)).toEqual([]);
    expect(
      found(...adjusted.slice(0, 1), "Provision | 3.1 | 2.6", "Income tax | 2.0 | 2.1", "Net income | 4.0 | 3.3"),
    ).toEqual([]);
  });
});
