import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";

/** The findings and weighed growths of a table whose last cells are the growth without currency in three and in nine months. */
function said(quarter: string, year: string): { relations: readonly string[]; findings: readonly string[] } {
  const source = `Halvorsen today reported results for the third quarter ended September 30, 2024.

Sales by line ($ millions):

| | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 | % Change | % Change, Constant Currency | Nine Months Ended September 30, 2024 | Nine Months Ended September 30, 2023 | % Change | % Change, Constant Currency |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| Process | 210.5 | 194.9 | 8.0% | 4.2% | 651.6 | 525.5 | 24.0% | 9.0% |
| Laboratory | 160.7 | 135.2 | 18.9% | 15.1% | 474.7 | 346.8 | 36.9% | 9.3% |
| Total | 371.2 | 330.1 | 12.5% | ${quarter} | 1,126.3 | 872.3 | 29.1% | ${year} |
`;
  const report = checkRelease(new TextEncoder().encode(source), { name: "release.md" });
  const print = new Map(report.figures.map((f) => [f.id, f.text]));
  const weighed = report.relations.filter((r) => r.rule === "T23");
  return {
    relations: weighed.map((r) => `${r.verdict} ${r.figures.map((id) => print.get(id)).join(" ")}`),
    findings: report.findings.map((f) => `${f.severity} ${f.code} ${print.get(f.figures[0]!)}`),
  };
}

describe("growth without currency in a column", () => {
  it("of the parts gives that of the total, weighed by the amounts of the period before", () => {
    expect(said("8.7%", "9.1%")).toEqual({
      relations: ["consistent 194.9 4.2 135.2 15.1 8.7", "consistent 525.5 9.0 346.8 9.3 9.1"],
      findings: [],
    });
  });

  it("is refuted where another total of its table agrees with its parts, and left alone where none does", () => {
    expect(said("7.8%", "9.1%").findings).toEqual(["warning growth-cannot-be 7.8"]);
    expect(said("7.8%", "1.9%").findings).toEqual([]);
  });

  it("may be weighed a little otherwise by the house", () => {
    expect(said("8.5%", "9.1%").findings).toEqual([]);
  });
});
