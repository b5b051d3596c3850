import { describe, expect, it } from "vitest";
import { isTradingDay } from "./trading-day.ts";

describe("trading days", () => {
  it.each([
    ["2024-03-29", "Good Friday"],
    ["2025-04-18", "Good Friday"],
    ["2038-04-23", "Good Friday of a late Easter"],
    ["2025-11-27", "Thanksgiving"],
    ["2025-11-29", "a Saturday"],
    ["2022-06-20", "Juneteenth, kept on Monday"],
    ["2026-07-03", "Independence Day, kept on Friday"],
    ["2023-01-02", "New Year's Day, kept on Monday"],
    ["2025-01-09", "a day of mourning"],
  ])("%s is none: %s", (on) => {
    expect(isTradingDay(on)).toBe(false);
  });

  it.each([
    ["2025-11-11", "Veterans Day"],
    ["2025-10-13", "Columbus Day"],
    ["2025-11-28", "the day behind Thanksgiving"],
    ["2021-12-31", "the Friday before a New Year's Day on Saturday"],
    ["2021-06-18", "before the exchanges kept Juneteenth"],
    ["2025-04-21", "Easter Monday"],
  ])("%s is one: %s", (on) => {
    expect(isTradingDay(on)).toBe(true);
  });
});
