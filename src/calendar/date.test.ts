import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Day,
  day,
  dayOfMonth,
  daysInMonth,
  endOfMonth,
  fromOrdinal,
  isEndOfMonth,
  isLeapYear,
  monthOf,
  ordinal,
  plusDays,
  plusMonths,
  weekday,
  yearOf,
} from "./date.ts";

/** The engine's own date at noon, out of reach of any zone; years below 100 need the setter. */
function engine(d: Day): Date {
  const there = new Date(Date.UTC(2000, 0, 1, 12));
  there.setUTCFullYear(yearOf(d), monthOf(d) - 1, dayOfMonth(d));
  return there;
}
const written = (there: Date): Day => there.toISOString().slice(0, 10);
const engineOrdinal = (d: Day): number => Math.floor(engine(d).getTime() / 86_400_000);

const FIRST = engineOrdinal("0001-01-01");
const LAST = engineOrdinal("9999-12-31");
const anyDay = fc.integer({ min: FIRST, max: LAST }).map((days) => written(new Date(days * 86_400_000)));
const fewMonths = fc.integer({ min: -1200, max: 1200 });
const recent = fc
  .integer({ min: ordinal("1900-01-01"), max: ordinal("2100-12-31") })
  .map((days) => written(new Date(days * 86_400_000)));

describe("a day", () => {
  test("is one of the calendar, or there is none", () => {
    expect(day(2007, 9, 29)).toBe("2007-09-29");
    expect(day(2008, 2, 29)).toBe("2008-02-29");
    expect(day(476, 9, 4)).toBe("0476-09-04");
    for (const [y, m, d] of [
      [2007, 2, 29],
      [1900, 2, 29],
      [2007, 9, 31],
      [2007, 13, 1],
      [2007, 0, 1],
      [2007, 1, 0],
      [0, 1, 1],
      [10_000, 1, 1],
    ] as const)
      expect(day(y, m, d)).toBeUndefined();
  });

  test("keeps year, month and day, and orders as text", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(day(yearOf(a), monthOf(a), dayOfMonth(a))).toBe(a);
        expect(a < b).toBe(ordinal(a) < ordinal(b));
      }),
    );
  });

  test("is as many days after 1970-01-01 as the engine counts, and comes back from the count", () => {
    expect(ordinal("1970-01-01")).toBe(0);
    expect([FIRST, LAST]).toEqual([ordinal("0001-01-01"), ordinal("9999-12-31")]);
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(ordinal(d)).toBe(engineOrdinal(d));
        expect(fromOrdinal(ordinal(d))).toBe(d);
      }),
      { numRuns: 2000 },
    );
  });

  test("comes back from its count on every day of two centuries, the turns of months, leap years and centuries among them", () => {
    for (let days = ordinal("1899-12-01"); days <= ordinal("2101-02-01"); days++) {
      const d = fromOrdinal(days);
      if (ordinal(d) !== days || written(new Date(days * 86_400_000)) !== d) expect.fail(`${d} is not day ${days}`);
    }
  });

  test("falls on the weekday that the engine gives", () => {
    expect(weekday("2007-11-01")).toBe(4);
    expect(weekday("1969-12-31")).toBe(3);
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(weekday(d)).toBe(engine(d).getUTCDay());
      }),
    );
  });

  test("a number of days later is that many days later: 13 weeks on from 2007-07-01 is 2007-09-30", () => {
    expect(plusDays("2007-07-01", 91)).toBe("2007-09-30");
    expect(plusDays("2008-03-01", -1)).toBe("2008-02-29");
    fc.assert(
      fc.property(recent, fc.integer({ min: -40_000, max: 40_000 }), (d, n) => {
        expect(ordinal(plusDays(d, n)) - ordinal(d)).toBe(n);
        expect(plusDays(plusDays(d, n), -n)).toBe(d);
      }),
    );
  });
});

describe("a month", () => {
  test("has the days that the engine finds before the first of the next", () => {
    for (const year of [1600, 1900, 2000, 2007, 2008, 2100])
      for (let month = 1; month <= 12; month++)
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    expect([1600, 1900, 2000, 2007, 2008].filter(isLeapYear)).toEqual([1600, 2000, 2008]);
    expect(daysInMonth(2007, 13)).toBe(0);
  });

  test("later keeps the day where the month has it", () => {
    expect(plusMonths("2007-01-31", 1)).toBe("2007-02-28");
    expect(plusMonths("2007-09-29", -12)).toBe("2006-09-29");
    expect(plusMonths("2008-02-29", -12)).toBe("2007-02-28");
    expect(plusMonths("2007-12-31", 2)).toBe("2008-02-29");
    expect(plusMonths("2008-01-15", -1)).toBe("2007-12-15");
    fc.assert(
      fc.property(recent, fewMonths, (d, n) => {
        const there = plusMonths(d, n);
        expect(yearOf(there) * 12 + monthOf(there)).toBe(yearOf(d) * 12 + monthOf(d) + n);
        expect(dayOfMonth(there)).toBe(Math.min(dayOfMonth(d), daysInMonth(yearOf(there), monthOf(there))));
      }),
    );
  });

  test("ends on its last day", () => {
    expect(endOfMonth("2007-09-29")).toBe("2007-09-30");
    expect(endOfMonth("2007-11-30", 3)).toBe("2008-02-29");
    expect(endOfMonth("2008-01-31", -1)).toBe("2007-12-31");
    fc.assert(
      fc.property(recent, fewMonths, (d, n) => {
        const end = endOfMonth(d, n);
        expect(isEndOfMonth(end)).toBe(true);
        expect(end.slice(0, 7)).toBe(plusMonths(d, n).slice(0, 7));
        expect(dayOfMonth(plusDays(end, 1))).toBe(1);
      }),
    );
    expect(isEndOfMonth("2008-02-28")).toBe(false);
  });
});
