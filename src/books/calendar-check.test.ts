import { expect, it } from "vitest";
import { plusDays } from "../calendar/date.ts";
import type { FiscalMonth } from "./books.ts";
import { calendarFindings } from "./calendar-check.ts";

/** One row a quarter, from the day behind the end before. */
function rows(first: string, ends: readonly (readonly [quarter: string, end: string])[]): readonly FiscalMonth[] {
  let start = first;
  return ends.map(([quarter, end], i) => {
    const row = { month: `2008-P${String(i + 1).padStart(2, "0")}`, start, end, quarter };
    start = plusDays(end, 1);
    return row;
  });
}

// The quarters of a company that ends its year on 31 December and its quarters on Saturdays (domain V12).
const MONTHS = rows("2008-01-01", [
  ["2008-Q1", "2008-03-29"],
  ["2008-Q2", "2008-06-28"],
  ["2008-Q3", "2008-09-27"],
  ["2008-Q4", "2008-12-31"],
  ["2009-Q1", "2009-04-04"],
  ["2009-Q2", "2009-07-04"],
  ["2009-Q3", "2009-10-03"],
  ["2009-Q4", "2009-12-31"],
]);

it("a quarter of 89 days beside one of 95 is told of: six fewer days", () => {
  const told = calendarFindings({ months: MONTHS }).filter((f) => f.code === "quarter-days-differ");
  expect(told.map((f) => f.message)).toContain("2009-Q4 has 89 days, and 2008-Q4 had 95: six fewer days.");
  expect(told.map((f) => f.severity)).toEqual(told.map(() => "note"));
});

it("a quarter that ends on 4 July is accepted, though the rules propose 27 June, and is told of", () => {
  const told = calendarFindings({ months: MONTHS }).filter((f) => f.code === "quarter-end-unusual");
  // The thirteen weeks before it end as late; the other six ends are what a rule proposes.
  expect(told.map((f) => f.message)).toEqual([
    "2009-Q1 ends on 2009-04-04; the rules for years of 52 or 53 weeks propose 2009-03-28.",
    "2009-Q2 ends on 2009-07-04; the rules for years of 52 or 53 weeks propose 2009-06-27.",
  ]);
});

it("quarters of whole months say nothing, in leap years too", () => {
  const months = rows("2007-01-01", [
    ["2007-Q1", "2007-03-31"],
    ["2007-Q2", "2007-06-30"],
    ["2007-Q3", "2007-09-30"],
    ["2007-Q4", "2007-12-31"],
    ["2008-Q1", "2008-03-31"],
    ["2008-Q2", "2008-06-30"],
  ]);
  expect(calendarFindings({ months })).toEqual([]);
});
