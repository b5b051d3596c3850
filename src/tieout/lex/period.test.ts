import { expect, test } from "vitest";
import { lex } from "./lex.ts";

const periods = (text: string): readonly string[] =>
  lex(text, "prose").map((t) => {
    if (t.kind !== "period") return t.kind;
    const { lengths, nth, year, fiscal, ended } = t.phrase;
    const parts = [
      text.slice(t.from, t.to),
      lengths.map((l) => `${l.count} ${l.unit}`).join(" + "),
      nth === undefined ? "" : `no. ${nth}`,
      year === undefined ? "" : String(year),
      fiscal ? "fiscal" : "",
      ended ? "ended" : "",
    ];
    return parts.filter((part) => part !== "").join("; ");
  });

test("lengths that end on a date stop before the date", () => {
  expect(periods("Three Months Ended")).toEqual(["Three Months Ended; 3 month; ended"]);
  expect(periods("its third quarter ended September 29, 2007")).toEqual([
    "third quarter ended; 1 quarter; no. 3; ended",
    "date",
  ]);
  expect(periods("thirteen (13) weeks ended May 4, 2024")[0]).toBe("thirteen (13) weeks ended; 13 week; ended");
  expect(periods("the years ended December 31")[0]).toBe("years ended; 1 year; ended");
  expect(periods("6 months to 30 June 2024")[0]).toBe("6 months to; 6 month; ended");
});

test("two lengths in one phrase", () => {
  expect(periods("three and nine months ended")).toEqual(["three and nine months ended; 3 month + 9 month; ended"]);
  expect(periods("three- and six-month periods ended")).toEqual([
    "three- and six-month periods ended; 3 month + 6 month; ended",
  ]);
  expect(periods("fourth quarter and full year ended")).toEqual([
    "fourth quarter and full year ended; 1 quarter + 1 year; no. 4; ended",
  ]);
});

test("quarters and halves with their year", () => {
  expect(periods("third quarter of 2006")).toEqual(["third quarter of 2006; 1 quarter; no. 3; 2006"]);
  expect(periods("third-quarter 2024")).toEqual(["third-quarter 2024; 1 quarter; no. 3; 2024"]);
  expect(periods("second quarter of fiscal year 2025")).toEqual([
    "second quarter of fiscal year 2025; 1 quarter; no. 2; 2025; fiscal",
  ]);
  expect(periods("first nine months of 2007")).toEqual(["first nine months of 2007; 9 month; no. 1; 2007"]);
  expect(periods("first half of the year")).toEqual(["first half of the year; 1 half; no. 1"]);
  expect(periods("second-half of 2007")).toEqual(["second-half of 2007; 1 half; no. 2; 2007"]);
  expect(periods("the 2024 fourth quarter")).toEqual(["2024 fourth quarter; 1 quarter; no. 4; 2024"]);
});

test("letters and digits", () => {
  expect(periods("Q3 2024")).toEqual(["Q3 2024; 1 quarter; no. 3; 2024"]);
  expect(periods("3Q24")).toEqual(["3Q24; 1 quarter; no. 3; 2024"]);
  expect(periods("Q3’24")).toEqual(["Q3’24; 1 quarter; no. 3; 2024"]);
  expect(periods("Q3 FY25")).toEqual(["Q3 FY25; 1 quarter; no. 3; 2025; fiscal"]);
  expect(periods("H1 2024 and 1H24")).toEqual(["H1 2024; 1 half; no. 1; 2024", "1H24; 1 half; no. 1; 2024"]);
  expect(periods("9M 2024")).toEqual(["9M 2024; 9 month; no. 1; 2024"]);
  expect(periods("H100 chips for T1D")).toEqual(["name", "name"]);
});

test("years", () => {
  expect(periods("full year 2024")).toEqual(["full year 2024; 1 year; 2024"]);
  expect(periods("fiscal 2024 and FY2025")).toEqual([
    "fiscal 2024; 1 year; 2024; fiscal",
    "FY2025; 1 year; 2025; fiscal",
  ]);
  expect(periods("2007 compared to 2006")).toEqual(["2007; 2007", "2006; 2006"]);
  expect(periods("trailing twelve months, 52-week")).toEqual(["trailing twelve months; 12 month", "52-week; 52 week"]);
});

test("joined phrases share their year", () => {
  expect(periods("fourth quarter and full year 2024")).toEqual([
    "fourth quarter; 1 quarter; no. 4; 2024",
    "full year 2024; 1 year; 2024",
  ]);
});

test("ordinals of other nouns, and quarters without an end, are nothing", () => {
  expect(periods("third parties in the quarter, the first time, a year ago")).toEqual([]);
  expect(periods("eleven years to go")).toEqual(["number"]);
});
