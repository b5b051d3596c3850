import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const release = (day: string): string =>
  `BOSTON, November 1, 2007 - Norlund reported its quarter ended September 29, 2007.\n\nThe meeting of shareholders is on ${day}.\n`;

describe("a weekday", () => {
  it("that the calendar gives is checked", () => {
    const report = check(release("Thursday, December 6, 2007"));
    expect(report.findings).toEqual([]);
    expect(report.figures.find((f) => f.text === "December 6, 2007")).toMatchObject({ checked: true });
  });

  it("of another day is an error that says what the calendar has", () => {
    const [finding] = check(release("Friday, December 6, 2007")).findings;
    expect(finding).toMatchObject({ code: "weekday-differs", severity: "error" });
    expect(finding!.message).toBe('"Friday" stands beside December 6, 2007; December 6, 2007 is a Thursday.');
    expect(finding!.remedy).toContain("Friday, December 7, 2007");
  });

  it("may be short, or stand behind the date", () => {
    expect(told(release("Thu., December 6, 2007"))).toEqual([]);
    expect(told(release("Tues, December 6, 2007"))).toEqual(["error weekday-differs"]);
    expect(told(release("December 6, 2007 (Wednesday)"))).toEqual(["error weekday-differs"]);
  });

  it("beside a date without its year is held against the year of the release", () => {
    expect(told(release("Thursday, December 6"))).toEqual([]);
    expect(told(release("Friday, December 6"))).toEqual(["warning weekday-differs"]);
    expect(told(release("Thursday, January 17"))).toEqual([]);
  });

  it("of the next date is not taken for that of the date before it", () => {
    expect(told(release("December 6, 2007, Friday, December 7, 2007"))).toEqual([]);
  });
});

describe("a day", () => {
  it("that no calendar has is an error", () => {
    expect(told(release("June 31, 2008"))).toEqual(["error no-such-day"]);
    expect(told(release("February 29, 2007"))).toEqual(["error no-such-day"]);
    expect(told(release("November 31"))).toEqual(["error no-such-day"]);
  });

  it("of a leap year exists, and so does 29 February without its year", () => {
    expect(told(release("February 29, 2008"))).toEqual([]);
    expect(told(release("February 29"))).toEqual([]);
  });
});
