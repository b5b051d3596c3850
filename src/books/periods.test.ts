import { describe, expect, it } from "vitest";
import { plusDays } from "../calendar/date.ts";
import type { FiscalMonth } from "./books.ts";
import {
  comparativeCode,
  daysOf,
  isPeriodCode,
  monthOfDay,
  periodCodes,
  periodOf,
  precedingQuarter,
  quarterCodes,
  yearToDateCode,
} from "./periods.ts";

/** Months of 4, 4 and 5 weeks from a Sunday on; each row is a year and the number of its first and last month. */
const calendar = (...years: readonly (readonly [year: number, first: number, last: number])[]) => {
  const months: FiscalMonth[] = [];
  let start = "2005-01-02";
  for (const [year, first, last] of years)
    for (let n = first; n <= last; n++) {
      const end = plusDays(start, (n % 3 === 0 ? 35 : 28) - 1);
      months.push({
        month: `${year}-P${String(n).padStart(2, "0")}`,
        start,
        end,
        quarter: `${year}-Q${Math.ceil(n / 3)}`,
      });
      start = plusDays(end, 1);
    }
  return { months };
};

const namesOf = (company: ReturnType<typeof calendar>, code: string): string | undefined => {
  const found = periodOf(company, code);
  return found === undefined ? undefined : `${found.months[0]!.month} to ${found.months.at(-1)!.month}`;
};

describe("a code", () => {
  const company = calendar([2005, 1, 12], [2006, 1, 12], [2007, 1, 9]);

  it("names a stretch of whole fiscal months", () => {
    expect(namesOf(company, "2006-P07")).toBe("2006-P07 to 2006-P07");
    expect(namesOf(company, "2006-Q3")).toBe("2006-P07 to 2006-P09");
    expect(namesOf(company, "2006-6M")).toBe("2006-P01 to 2006-P06");
    expect(namesOf(company, "2006-9M")).toBe("2006-P01 to 2006-P09");
    expect(namesOf(company, "2006-FY")).toBe("2006-P01 to 2006-P12");
    expect(namesOf(company, "2007-Q2-LTM")).toBe("2006-P07 to 2007-P06");
    expect(periodOf(company, "2005-Q1")).toMatchObject({ kind: "quarter", start: "2005-01-02", end: "2005-04-02" });
    expect(daysOf(periodOf(company, "2005-FY")!)).toBe(364);
  });

  it("of a stretch that the months do not cover names nothing", () => {
    for (const code of ["2007-Q4", "2007-FY", "2004-Q4", "2005-Q3-LTM", "2008-P01", "2005-P13"])
      expect(periodOf(company, code)).toBeUndefined();
  });

  it("of a quarter that is cut off at an end of the months names nothing", () => {
    expect(periodOf(calendar([2006, 1, 12], [2007, 1, 8]), "2007-Q3")).toBeUndefined();
    expect(periodOf(calendar([2006, 8, 12], [2007, 1, 9]), "2006-Q3")).toBeUndefined();
    expect(periodOf(calendar([2006, 8, 12], [2007, 1, 9]), "2007-9M")).toBeDefined();
    expect(periodOf(calendar([2007, 1, 2]), "2007-Q1")).toBeUndefined();
    expect(periodOf(calendar([2007, 1, 3]), "2007-Q1")).toBeDefined();
  });

  it("of a quarter that is cut off is not held to one that is cut off itself", () => {
    const all = calendar([2006, 2, 12], [2007, 1, 12], [2008, 1, 1]);
    expect(periodOf(all, "2006-Q1")).toBeUndefined();
    expect(periodOf(all, "2006-FY")).toBeUndefined();
    expect(periodOf(all, "2008-Q1")).toBeUndefined();
    expect(periodOf(calendar([2006, 2, 12], [2007, 1, 2]), "2006-Q1")).toBeUndefined();
  });

  it("of a last quarter of four months is whole with all four", () => {
    const thirteen = (year: number, last: number): readonly FiscalMonth[] =>
      Array.from({ length: last }, (_, i): FiscalMonth => {
        const start = plusDays("2005-12-31", (year - 2006) * 364 + i * 28 + 1);
        const quarter = `${year}-Q${Math.min(4, Math.floor(i / 3) + 1)}`;
        return { month: `${year}-P${String(i + 1).padStart(2, "0")}`, start, end: plusDays(start, 27), quarter };
      });
    const until = (last: number) => ({ months: [...thirteen(2006, 13), ...thirteen(2007, last)] });
    expect(periodOf(until(12), "2007-Q4")).toBeUndefined();
    expect(periodOf(until(13), "2007-Q4")?.months.length).toBe(4);
  });

  it("has one of six forms", () => {
    for (const code of ["2007-P01", "2007-Q4", "2007-6M", "2007-9M", "2007-FY", "2007-Q1-LTM"])
      expect(isPeriodCode(code)).toBe(true);
    for (const code of [
      "",
      "2007",
      "2007-P00",
      "2007-P1",
      "2007-Q5",
      "2007-12M",
      "2007-3M",
      "2007-FY-LTM",
      "0000-FY",
      "2007-q1",
      " 2007-Q1",
    ])
      expect(isPeriodCode(code)).toBe(false);
  });

  it("has a comparative, a quarter one before it, a stretch its quarters, a quarter its year to date", () => {
    expect(comparativeCode("2007-Q3-LTM")).toBe("2006-Q3-LTM");
    expect(comparativeCode("2007-P01")).toBe("2006-P01");
    expect(comparativeCode("soon")).toBeUndefined();
    expect(precedingQuarter("2007-Q1")).toBe("2006-Q4");
    expect(precedingQuarter("2007-Q3")).toBe("2007-Q2");
    expect(precedingQuarter("2007-9M")).toBeUndefined();
    expect(quarterCodes("2007-Q1-LTM")).toEqual(["2006-Q2", "2006-Q3", "2006-Q4", "2007-Q1"]);
    expect(quarterCodes("2007-9M")).toEqual(["2007-Q1", "2007-Q2", "2007-Q3"]);
    expect(quarterCodes("2007-P01")).toEqual([]);
    expect(["2007-Q1", "2007-Q2", "2007-Q3", "2007-Q4", "2007-FY"].map(yearToDateCode)).toEqual([
      "2007-Q1",
      "2007-6M",
      "2007-9M",
      "2007-FY",
      undefined,
    ]);
  });

  it("stands in the list of all exactly where the months cover it", () => {
    const codes = periodCodes(calendar([2006, 1, 12], [2007, 1, 5]));
    expect(codes).toContain("2007-P05");
    expect(codes).toContain("2007-Q1-LTM");
    expect(codes).toContain("2006-FY");
    expect(codes).not.toContain("2007-Q2");
    expect(codes).not.toContain("2007-6M");
    expect(codes).not.toContain("2006-Q3-LTM");
  });
});

it("a day lies in one month, or in none", () => {
  const company = calendar([2005, 1, 12]);
  for (const month of company.months) {
    expect(monthOfDay(company, month.start)).toBe(month);
    expect(monthOfDay(company, month.end)).toBe(month);
  }
  expect(monthOfDay(company, "2005-01-01")).toBeUndefined();
  expect(monthOfDay(company, "2006-01-01")).toBeUndefined();
  expect(monthOfDay({ months: [] }, "2006-01-01")).toBeUndefined();
});
