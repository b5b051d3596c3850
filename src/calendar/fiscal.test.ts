import { describe, expect, it } from "vitest";
import {
  type CalendarEvidence,
  comparative,
  endOfQuarter,
  type FiscalCalendar,
  fiscalCalendar,
  fiscalYearOf,
  monthsToQuarter,
  preceding,
  quarterOf,
  startOfMonths,
} from "./fiscal.ts";

const NOTHING: CalendarEvidence = { durations: [], instants: [], named: [], calls: [], weeks: false };

/** A calendar from the ends of durations, each with its months. */
const calendarOf = (
  durations: readonly (readonly [string, number])[],
  instants: readonly string[] = [],
): FiscalCalendar =>
  fiscalCalendar(
    { ...NOTHING, durations: durations.map(([end, months]) => ({ end, months, year: months === 12 })), instants },
    durations[0]?.[0],
  );

describe("a calendar of months", () => {
  const calendar = calendarOf([
    ["2023-06-30", 3],
    ["2023-06-30", 6],
  ]);
  it("starts a duration on the first day of its first month", () => {
    expect(calendar.basis).toBe("months");
    expect(startOfMonths(calendar, "2023-06-30", 3)).toBe("2023-04-01");
    expect(startOfMonths(calendar, "2023-06-30", 6)).toBe("2023-01-01");
  });
  it("ends a February period on the 29th in a leap year", () => {
    expect(comparative(calendar, { start: "2024-12-01", end: "2025-02-28" })).toEqual({
      start: "2023-12-01",
      end: "2024-02-29",
    });
  });
  it("knows the quarter before", () => {
    expect(preceding(calendar, { start: "2023-04-01", end: "2023-06-30" })).toEqual({
      start: "2023-01-01",
      end: "2023-03-31",
    });
  });
});

describe("quarters that end on a Saturday while the year ends with December", () => {
  const calendar = calendarOf([
    ["2007-09-29", 3],
    ["2006-09-30", 3],
    ["2007-09-29", 9],
    ["2006-09-30", 9],
  ]);
  it("takes thirteen weeks for a quarter whose start is not printed", () => {
    expect(calendar.basis).toBe("weeks");
    expect(startOfMonths(calendar, "2007-09-29", 3)).toBe("2007-07-01");
    expect(startOfMonths(calendar, "2006-09-30", 3)).toBe("2006-07-02");
  });
  it("starts the year to date on the first of January", () => {
    expect(startOfMonths(calendar, "2007-09-29", 9)).toBe("2007-01-01");
    expect(startOfMonths(calendar, "2006-09-30", 9)).toBe("2006-01-01");
  });
  it("finds the third quarter by its number", () => {
    expect(monthsToQuarter(calendar, 2007, 3, 3)).toEqual({ start: "2007-07-01", end: "2007-09-29" });
  });
});

describe("a 52/53-week year", () => {
  it("starts the day after the year end that a balance sheet prints", () => {
    const calendar = calendarOf(
      [
        ["2025-06-28", 3],
        ["2025-06-28", 6],
        ["2024-06-29", 6],
      ],
      ["2025-06-28", "2024-12-28"],
    );
    expect(startOfMonths(calendar, "2025-06-28", 6)).toBe("2024-12-29");
    expect(startOfMonths(calendar, "2024-06-29", 6)).toBe("2023-12-31");
  });
  it("starts after a first quarter of fourteen weeks where its end is printed", () => {
    const calendar = calendarOf([
      ["2023-07-01", 3],
      ["2023-04-08", 3],
      ["2023-07-01", 6],
    ]);
    expect(startOfMonths(calendar, "2023-07-01", 3)).toBe("2023-04-09");
  });
  it("names a retailer's year by the year in which it starts, once the document does", () => {
    const calendar = fiscalCalendar(
      {
        ...NOTHING,
        durations: [{ end: "2025-05-04", months: 3, year: false }],
        instants: ["2025-05-04", "2025-02-02"],
        named: [{ end: "2025-05-04", quarter: 1, year: 2025 }],
      },
      "2025-05-04",
    );
    expect(calendar.yearEndMonth).toBe(1);
    expect(fiscalYearOf(calendar, "2025-05-04")).toBe(2025);
    expect(endOfQuarter(calendar, 2024, 4)).toBe("2025-02-02");
    expect(quarterOf(calendar, "2025-05-04")).toBe(1);
  });
  it("does not guess the end of a quarter that nothing shows", () => {
    const calendar = calendarOf([["2025-06-28", 3]]);
    expect(endOfQuarter(calendar, 2025, 4)).toBeUndefined();
  });
});
