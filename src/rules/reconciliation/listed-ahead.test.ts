import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (...bullets: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}${STATEMENT}## Outlook\n\n${bullets.map((one) => `- ${one}\n`).join("")}`,
    "guidance-not-reconciled",
  );

it("guidance in bullets that add up is led to as by the lines of a table", () => {
  const cash = "Cash from operating activities of $100 million to $110 million";
  const own = "Free cash flow of $70 million to $80 million";
  expect(found(cash, "Capital expenditures of $30 million", own)).toEqual([]);
  expect(found(cash, "Capital expenditures of $45 million", own)).toHaveLength(1);
  expect(found("Capital expenditures of $30 million", own)).toHaveLength(1);
});

describe("what an outlook tells besides its guidance", () => {
  it.each([
    [
      "a part of the measure that is paid out",
      "A dividend payout ratio of 90% to 100% based on distributable earnings per share",
    ],
    ["what has come", "In the year before free cash flow was $9 million"],
    ["what was delivered", "We delivered free cash flow of $9 million in the year before"],
    ["what drives it", "Free cash flow is expected to benefit from $10 million less of capital expenditures"],
    ["what something else does to it", "Tariffs are expected to reduce adjusted EPS by $0.10"],
  ])("is no guidance where it is %s", (_, bullet) => {
    expect(found(bullet)).toEqual([]);
  });

  it.each([
    "Distributable earnings per share of $0.90 to $1.00",
    "Free cash flow is expected to be $9 million",
    "Free cash flow was raised to $9 million from $8 million",
    "We expect to reduce adjusted operating expenses by $10 million",
  ])("is guidance where it is so: %s", (bullet) => {
    expect(found(bullet)).toHaveLength(1);
  });
});
