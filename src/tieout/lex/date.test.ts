import { expect, test } from "vitest";
import { lex } from "./lex.ts";

const dates = (text: string): readonly string[] =>
  lex(text, "prose").map((t) =>
    t.kind === "date" ? `${text.slice(t.from, t.to)}=${t.date ?? `${t.month}/${t.day}`}` : t.kind,
  );

test("a month first, with and without its year", () => {
  expect(dates("ended September 29, 2007.")).toEqual(["September 29, 2007=2007-09-29"]);
  expect(dates("until Sept. 29")).toEqual(["Sept. 29=9/29"]);
  expect(dates("Jun 30,\n2003")).toEqual(["Jun 30,\n2003=2003-06-30"]);
  expect(dates("DECEMBER 31")).toEqual(["DECEMBER 31=12/31"]);
  expect(dates("December 31,2024Revenue")).toEqual(["December 31,2024=2024-12-31"]);
});

test("a day first", () => {
  expect(dates("29 September 2007")).toEqual(["29 September 2007=2007-09-29"]);
  expect(dates("on the 1st of March 2024")).toEqual(["1st of March 2024=2024-03-01"]);
  expect(dates("31-Dec-24")).toEqual(["31-Dec-24=2024-12-31"]);
  expect(dates("30 septembre 2024")).toEqual(["30 septembre 2024=2024-09-30"]);
  expect(dates("30 de junio de 2024")).toEqual(["30 de junio de 2024=2024-06-30"]);
});

test("digits alone", () => {
  expect(dates("9/29/2007")).toEqual(["9/29/2007=2007-09-29"]);
  expect(dates("2007-09-29")).toEqual(["2007-09-29=2007-09-29"]);
  expect(dates("30.06.2024")).toEqual(["30.06.2024=2024-06-30"]);
  expect(dates("07.23.2025")).toEqual(["07.23.2025=2025-07-23"]);
  expect(dates("25/12/2024")).toEqual(["25/12/2024=2024-12-25"]);
});

test("a day that the calendar does not have is a date without a day", () => {
  expect(dates("February 30, 2024")).toEqual(["February 30, 2024=2/30"]);
});

test("the first day of a range takes the year of the last", () => {
  expect(dates("April 1 to June 30, 2024")).toEqual(["April 1=2024-04-01", "June 30, 2024=2024-06-30"]);
  expect(dates("October 1 through March 31, 2024")).toEqual(["October 1=2023-10-01", "March 31, 2024=2024-03-31"]);
  expect(dates("November 1-3, 2007")).toEqual(["November 1=2007-11-01", "3, 2007=2007-11-03"]);
});

test("a month and a year are a period, a verb is nothing", () => {
  expect(dates("March 2024, Sep-24 and end-December 24")).toEqual(["period", "period", "period"]);
  expect(dates("results may 5 times out of ten differ")).not.toContain("may 5=5/5");
});
