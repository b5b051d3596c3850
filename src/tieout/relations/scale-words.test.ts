import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const html = (body: string): readonly string[] =>
  checkRelease(new TextEncoder().encode(`<html><body>${body}</body></html>`), { name: "release.htm" }).findings.map(
    (f) => `${f.severity} ${f.code}`,
  );
const table = (caption: string, corner: string): string =>
  `<p>${caption}</p><table><tr><td>${corner}</td><td>2007</td><td>2006</td></tr><tr><td>Sales</td><td>371</td><td>330</td></tr>` +
  "<tr><td>Cost</td><td>171</td><td>150</td></tr><tr><td>Profit</td><td>200</td><td>180</td></tr></table>";

describe("the scale of a table", () => {
  it("said twice must be the same", () => {
    expect(html(table("Statements of income (in thousands)", "(in millions)"))).toEqual(["warning scale-differs"]);
    expect(html(table("Statements of income (in millions)", "(in millions)"))).toEqual([]);
  });

  it("of the shares alone is another matter", () => {
    expect(html(table("Statements of income (in millions)", "(shares in thousands)"))).toEqual([]);
  });
});

describe("the difference of two rates", () => {
  it("is in points, not in percent", () => {
    expect(told("Operating margin increased 2.0% from 18.6% to 20.6% in the quarter.")).toEqual([
      "note points-said-in-percent",
    ]);
  });

  it("may be said in percent where it is the growth of a rate", () => {
    expect(told("The interest rate increased 10.8% from 18.6% to 20.6% in the quarter.")).toEqual([]);
    expect(told("Operating margin increased 2.0 points from 18.6% to 20.6% in the quarter.")).toEqual([]);
  });
});
