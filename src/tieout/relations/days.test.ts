import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

describe("weeks", () => {
  it("that are counted end whole weeks apart", () => {
    expect(told("Results for the thirteen weeks ended November 2, 2024 and October 28, 2023 are shown.")).toEqual([]);
    expect(told("Results for the thirteen weeks ended November 2, 2024 and October 29, 2023 are shown.")).toEqual([
      "warning weeks-differ",
    ]);
  });

  it("say nothing of months", () => {
    expect(told("Results for the three months ended June 30, 2024 and June 30, 2023 are shown.")).toEqual([]);
  });
});

describe("days between two dates", () => {
  it("are as many as the calendar has", () => {
    const quarter = (count: string): readonly string[] =>
      told(`The quarter ran from July 1, 2007 to September 29, 2007 (${count}).`);
    expect(quarter("91 days")).toEqual([]);
    expect(quarter("13 weeks")).toEqual([]);
    expect(quarter("98 days")).toEqual(["warning days-differ"]);
    expect(quarter("14 weeks")).toEqual(["warning days-differ"]);
  });
});
