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

describe("further measures that are divided", () => {
  const ffo = table(
    "Reconciliation of Net Income to FFO and Core FFO",
    "Net income | 4.0 | 4.0",
    "Depreciation of real estate | 1.1 | 0.9",
    "FFO | 5.1 | 4.9",
    "Deal costs | 1.0 | 1.0",
    "Core FFO | 6.1 | 5.9",
    "FFO per share | 0.51 | 0.49",
    "Core FFO per share | 0.61 | 0.59",
  );
  const found = (said: string, ahead = ""): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million.\n\n${said}\n\n${STATEMENT}${ffo}${ahead}`,
      "reconciliation-missing",
    );

  it("are named by themselves, and one that is not divided is not", () => {
    const [message] = found("Core FFO per share was $0.61.\n\nFFO per share was $0.51.\n\nAFFO per share was $0.70.");
    expect(message).toMatch(
      /The measure is given in line 7 as well\. So it is with "Core FFO per share" in line 5 and line \d+\.$/,
    );
    expect(message).not.toContain("line 9");
  });

  it("are not told of where a bridge of the outlook leads to their amount", () => {
    const ahead = (first: string): string =>
      `${table("Loans by year of maturity", "2027 | 1.0 | 1.2", "2028 | 2.0 | 2.2")}Reconciliation of the Projected Range of Net Income to FFO (unaudited, all amounts shown are per diluted share)\n\n| | 2025 Actual | 2026 Projected |\n|---|---|---|\n| ${first} | $0.40 | $0.42 |\n| Depreciation | 0.11 | 0.13 |\n| Gains | - | (0.01) |\n| FFO | $0.51 | $0.54 |\n`;
    const said = "FFO per share was $0.51.";
    expect(found(said)[0]).toContain("The measure is given in line 5 as well.");
    expect(found(said, ahead("Net income"))[0]).toMatch(/^"FFO per share" is divided out of "FFO"/);
    expect(found(said, ahead("Net income"))[0]).not.toContain("line 5");
    expect(found(said, ahead("Price"))[0]).toContain("The measure is given in line 5 as well.");
  });
});
