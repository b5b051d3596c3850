import fc from "fast-check";
import { expect, it } from "vitest";
import { endOfMonth, fromOrdinal, monthOf, ordinal, weekday } from "./date.ts";
import { lastWeekday, nearestWeekday } from "./proposed-end.ts";

const SATURDAY = 6;

// Period ends of one company, all printed in its filings (domain REG-52e).
it.each([
  ["2005-03-31", "2005-04-02"],
  ["2005-09-30", "2005-10-01"],
  ["2006-06-30", "2006-07-01"],
  ["2006-09-30", "2006-09-30"],
  ["2007-06-30", "2007-06-30"],
  ["2007-09-30", "2007-09-29"],
  ["2008-06-30", "2008-06-28"],
  ["2009-09-30", "2009-10-03"],
])("the Saturday nearest to %s is %s", (monthEnd, end) => {
  expect(nearestWeekday(monthEnd, SATURDAY)).toBe(end);
});

it("both rules propose 27 June 2009, though the company's quarter ended on 4 July", () => {
  expect(nearestWeekday("2009-06-30", SATURDAY)).toBe("2009-06-27");
  expect(lastWeekday("2009-06-30", SATURDAY)).toBe("2009-06-27");
});

it("a proposed end has its weekday, and lies where its rule says", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: 0, max: 6 }), (days, day) => {
      const monthEnd = endOfMonth(fromOrdinal(days));
      const last = lastWeekday(monthEnd, day);
      const nearest = nearestWeekday(monthEnd, day);
      expect([weekday(last), weekday(nearest)]).toEqual([day, day]);
      expect(monthOf(last)).toBe(monthOf(monthEnd));
      expect(ordinal(monthEnd) - ordinal(last)).toBeLessThan(7);
      expect(Math.abs(ordinal(monthEnd) - ordinal(nearest))).toBeLessThanOrEqual(3);
    }),
  );
});
