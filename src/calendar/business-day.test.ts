import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { form8kDue, isBusinessDay } from "./business-day.ts";
import { fromOrdinal, ordinal, plusDays, weekday } from "./date.ts";

describe("business days", () => {
  it.each([
    ["2007-11-12", "Veterans Day of a year in which it is a Sunday, kept on Monday"],
    ["2021-12-31", "New Year's Day of a year in which it is a Saturday, kept on the Friday before"],
    ["2021-06-18", "Juneteenth, a Saturday in the year it became a holiday"],
    ["2024-01-15", "Martin Luther King's birthday"],
    ["2024-02-19", "Washington's birthday"],
    ["2024-05-27", "Memorial Day"],
    ["2027-05-31", "Memorial Day on the last day of May"],
    ["2025-11-27", "Thanksgiving"],
    ["2025-11-29", "a Saturday"],
  ])("%s is none: %s", (on) => {
    expect(isBusinessDay(on)).toBe(false);
  });

  it.each([
    ["2020-06-19", "before Juneteenth was a holiday"],
    ["1985-01-21", "before there was a day of Martin Luther King"],
    ["2025-11-28", "the day behind Thanksgiving"],
    ["2022-01-03", "the Monday behind a New Year's Day on Saturday"],
  ])("%s is one: %s", (on) => {
    expect(isBusinessDay(on)).toBe(true);
  });
});

describe("the day on which Form 8-K is due (V10)", () => {
  it.each([
    ["2007-11-01", "2007-11-07"],
    // Saturday and Sunday: the count starts with Monday, and Monday is one of the four.
    ["2007-11-03", "2007-11-08"],
    ["2007-11-04", "2007-11-08"],
    // A holiday counts as Saturday does: Thanksgiving, then Friday, Monday, Tuesday, Wednesday.
    ["2025-11-27", "2025-12-03"],
    ["2025-11-05", "2025-11-12"],
  ])("of an event on %s is %s", (event, due) => {
    expect(form8kDue(event)).toBe(due);
  });

  test("is a business day four such days on, whatever the event's day", () => {
    fc.assert(
      fc.property(fc.integer({ min: ordinal("1980-01-01"), max: ordinal("2100-01-01") }), (n) => {
        const event = fromOrdinal(n);
        const due = form8kDue(event);
        const between = Array.from({ length: ordinal(due) - n }, (_, i) => plusDays(event, i + 1));
        expect(between.filter(isBusinessDay)).toHaveLength(4);
        expect(isBusinessDay(due)).toBe(true);
        expect([0, 6]).not.toContain(weekday(due));
      }),
    );
  });
});
