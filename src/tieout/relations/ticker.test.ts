import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const release = (first: string, second: string): string =>
  `BOSTON - Norlund Corporation ${first} today reported results.\n\nAbout Norlund\n\nNorlund ${second} makes instruments.\n`;

describe("a listing", () => {
  it("with another symbol or another exchange for the same firm is a warning", () => {
    expect(told(release("(NYSE:NRL)", "(NYSE: NLR)"))).toEqual(["warning ticker-differs"]);
    expect(told(release("(NYSE: NRL)", "(NASDAQ: NRL)"))).toEqual(["warning ticker-differs"]);
  });

  it("written with or without a space, or with the tier of the market, is the same", () => {
    expect(told(release("(NYSE:NRL)", "(NYSE: NRL)"))).toEqual([]);
    expect(told(release("(Nasdaq: NRLD)", "(NASDAQ Global Select Market: NRLD)"))).toEqual([]);
  });

  it("of another firm is no concern", () => {
    expect(told(release("(NYSE: NRL)", "and Quist Holdings Inc. (NYSE: QST)"))).toEqual([]);
  });
});
