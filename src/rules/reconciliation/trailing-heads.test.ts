import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { AFTER_TAX, HEAD, STATEMENT } from "../example-passages.ts";

const found = (head: string, ...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${AFTER_TAX}## Free cash flow conversion\n\n| ($ millions) | ${head} |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`,
    "reconciliation-missing",
  ).filter((message) => message.includes("for twelve months"));

describe("what something is divided by over twelve months", () => {
  const HEADS = "Trailing twelve months ended September 30, 2025";
  const FLOW = ["Cash from operating activities | 30.5", "Capital expenditures | (5.1)", "Free cash flow | 25.4"];
  const ROW = "Adjusted net income (1) | 21.8";

  it("is led to for them, and not for its quarters alone", () => {
    expect(found(HEADS, ...FLOW, ROW, "Free cash flow conversion | 117%")).toEqual([
      expect.stringMatching(/^Table 3 gives "Adjusted net income" for twelve months \(21\.8\)/),
    ]);
  });

  it("is nothing where its lines stand above it, or where the column is of the quarter", () => {
    const led = ["Net income | 18.2", "Restructuring, net of tax | 3.6"];
    expect(found(HEADS, ...FLOW, ...led, ROW)).toEqual([]);
    expect(found("Three months ended September 30, 2025", ...FLOW, ROW)).toEqual([]);
  });
});
