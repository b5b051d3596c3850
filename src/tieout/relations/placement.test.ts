import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";

const release = (
  wages: string,
): string => `Orrin Foundry today reported results for the third quarter ended September 30, 2024.

Reconciliation (in thousands):

| | Three Months Ended September 30, 2024 | Three Months Ended June 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- | --- |
| Gross profit | 40,118 | 39,207 | 35,446 |
| Share grants (a) | 1,204 | 1,187 | 1,093 |
| Adjusted gross profit | 41,322 | 40,394 | 36,539 |
| Share grants in overhead | 7,415 | 7,306 | 6,882 |

| | Three Months Ended September 30, 2024 | Three Months Ended June 30, 2024 | Three Months Ended September 30, 2023 |
| --- | --- | --- | --- |
| (a) Share grants in overhead and elsewhere are included in the following lines: | | | |
| Casting | 1,204 | 1,187 | 1,093 |
| Wages | ${wages} | 2,911 | 2,704 |
| Offices | 4,447 | 4,395 | 4,178 |
`;

const check = (wages: string) => checkRelease(new TextEncoder().encode(release(wages)), { name: "release.md" });
const T21 = (wages: string): readonly string[] => {
  const report = check(wages);
  const print = new Map(report.figures.map((f) => [f.id, f.text]));
  return report.relations
    .filter((r) => r.rule === "T21")
    .map((r) => `${r.strength} ${r.verdict}: ${r.figures.map((f) => print.get(f)).join(" ")}`);
};

describe("an amount that a heading hands out to lines", () => {
  it("is what they come to, all of them or some, in each column", () => {
    expect(T21("2,968")).toContain("strong consistent: 2,968 4,447 7,415");
    expect(T21("2,968")).toContain("strong consistent: 2,911 4,395 7,306");
    expect(T21("2,968")).toContain("strong forced: 1,204 1,204");
  });

  it("is an error where one slip explains that they do not", () => {
    expect(check("2,698").findings.map((f) => `${f.severity} ${f.code}`)).toEqual(["error total-does-not-foot"]);
  });

  it("says nothing where nothing explains it", () => {
    expect(check("3,512").findings).toEqual([]);
  });
});
