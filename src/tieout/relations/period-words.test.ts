import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const names = (...quarters: string[]): string => quarters.map((q) => `Sales of the ${q} were good.`).join("\n\n");

describe("a quarter named beside its end", () => {
  it("is told with its days", () => {
    const text = "BOSTON, November 1, 2007 - Norlund reported its third quarter ended September 29, 2007.";
    expect(
      check(text)
        .relations.filter((r) => r.rule === "T43")
        .map((r) => r.text),
    ).toEqual([
      "third quarter ended September 29, 2007 is July 1, 2007 to Saturday, September 29, 2007: 91 days, in fiscal 2007",
    ]);
  });

  it("that the others contradict is a warning", () => {
    const text = names(
      "third quarter ended September 30, 2007",
      "third quarter ended September 30, 2006",
      "second quarter ended September 30, 2005",
    );
    expect(told(text)).toEqual(["warning quarter-differs"]);
  });

  it("of a fiscal year that the others share is right", () => {
    const text = names(
      "first quarter ended September 30, 2007",
      "first quarter ended September 30, 2006",
      "fourth quarter ended June 30, 2007",
    );
    expect(told(text)).toEqual([]);
  });
});
