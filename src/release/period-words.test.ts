import { describe, expect, it } from "vitest";
import { whole } from "../exact/rational.ts";
import { COUNTING, numberInWords } from "./number-words.ts";
import { periodOfWords } from "./period-words.ts";

const named = (words: string, quarter = "2007-Q3"): string => {
  const found = periodOfWords(
    words.split(" ").filter((word) => word !== ""),
    quarter,
  );
  return "code" in found ? found.code : found.wrong;
};

describe("words for periods", () => {
  it.each([
    ["", "2007-Q3"],
    ["this", "2007-Q3"],
    ["to-date", "2007-9M"],
    ["year", "2007-FY"],
    ["twelve-months", "2007-Q3-LTM"],
    ["year-ago", "2006-Q3"],
    ["year-ago to-date", "2006-9M"],
    ["year-ago year", "2006-FY"],
    ["previous", "2007-Q2"],
    ["previous to-date", "2007-6M"],
    ["year-ago previous", "2006-Q2"],
    ["next", "2007-Q4"],
    ["next year", "2008-FY"],
    ["2005-9M", "2005-9M"],
    ["year-ago 2005-9M", "2004-9M"],
  ])('"%s" in a release of the third quarter of 2007 is %s', (words, code) => {
    expect(named(words)).toBe(code);
  });

  it("cross the year at its ends", () => {
    expect(named("previous", "2007-Q1")).toBe("2006-Q4");
    expect(named("previous to-date", "2007-Q1")).toBe("2006-FY");
    expect(named("next", "2007-Q4")).toBe("2008-Q1");
    expect(named("to-date", "2007-Q4")).toBe("2007-FY");
    expect(named("to-date", "2007-Q1")).toBe("2007-Q1");
  });

  it("that do not go together say why", () => {
    expect(named("this year")).toBe('"this" and "year" name two periods, where a figure is of one');
    expect(named("previous next")).toBe('"previous" and "next" take each other back');
    expect(named("year-ago year-ago")).toBe('"year-ago" stands twice');
    expect(named("previous 2005-Q1")).toBe(
      '"previous" is counted from the quarter of the release, and "2005-Q1" is a code',
    );
    expect(named("soon")).toBe('"soon" is no period');
    expect(named("year-ago", "0001-Q1")).toBe('no period is meant by "year-ago" in a release of 0001-Q1');
  });
});

describe("numbers in words", () => {
  it("are written as they are said", () => {
    const said = (n: number): string => numberInWords(whole(n));
    expect([0, 6, 13, 20, 21, 99].map(said)).toEqual([
      "zero",
      "six",
      "thirteen",
      "twenty",
      "twenty-one",
      "ninety-nine",
    ]);
    expect([100, 105, 342].map(said)).toEqual(["one hundred", "one hundred five", "three hundred forty-two"]);
    expect(said(6100)).toBe("six thousand one hundred");
    expect(said(999_999)).toBe("nine hundred ninety-nine thousand nine hundred ninety-nine");
    expect(numberInWords(whole(1_000_000))).toBe("");
  });
  it("count as figures from two to ninety-nine", () => {
    expect([COUNTING.has("one"), COUNTING.has("two"), COUNTING.has("ninety-nine"), COUNTING.size]).toEqual([
      false,
      true,
      true,
      98,
    ]);
  });
});
