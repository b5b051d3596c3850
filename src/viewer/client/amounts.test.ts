import { describe, expect, it } from "vitest";
import { worded } from "./amounts.ts";

describe("an amount in words", () => {
  it.each([
    ["371200000", "USD", "371,200,000 USD"],
    ["-2554000000", "USD", "−2,554,000,000 USD"],
    ["0.66", "USD/share", "0.66 USD/share"],
    ["1234.5678", "EUR", "1,234.5678 EUR"],
    ["0.12", "ratio", "12%"],
    ["-0.005", "ratio", "−0.5%"],
    ["1.11", "ratio", "111%"],
    ["0", "ratio", "0%"],
    ["200", "bp", "200 basis points"],
    ["6100", "count", "6,100"],
  ])("of %s %s", (value, unit, words) => {
    expect(worded(value, unit)).toBe(words);
  });

  it("of a fraction is cut off behind six digits, small ones as well, and says so", () => {
    expect(worded("2827/4929", "USD/share")).toBe("≈ 0.573544 USD/share");
    expect(worded("1/70000", "USD")).toBe("≈ 0.0000142857 USD");
    expect(worded("10000000/3", "USD")).toBe("≈ 3,333,333 USD");
  });

  it("of what it does not know stays as it is", () => {
    expect(worded("1/0", "USD")).toBe("1/0 USD");
  });
});
