import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkRelease } from "../../src/tieout/check.ts";

const folder = new URL("../../../shared/seed/", import.meta.url);
const seed = readFileSync(new URL("000_c5689a0a2d98650a.txt", folder));
const lines = readFileSync(new URL("seed-relations.tsv", folder), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));
const line = (id: string): readonly string[] => lines.find(([first]) => first === id)!;

/** The figures of domain.md 7.3 as they were first published, in sentences and tables of our own. */
const THIRD_2006 = `Millipore Reports Third Quarter 2006 Results

BILLERICA, Mass. - October 24, 2006 - Millipore Corporation (NYSE: MIL) gave its results for the quarter ended September 30, 2006.

Revenues in the third quarter of 2006 were $330.1 million. GAAP net income was $14.8 million, or $0.27 per share. Non-GAAP net income was $37.1 million, or $0.69 per share.

Revenues in the first nine months of 2006 were $872.3 million. GAAP net income for the first nine months was $78.5 million, or $1.45 per share. Non-GAAP net income for the first nine months was $115.8 million, or $2.14 per share.
`;
const THIRD_2006_TABLE = `# Millipore Reports Third Quarter 2006 Results

BILLERICA, Mass., October 24, 2006. Millipore Corporation (NYSE: MIL)

| ($ millions, except per share) | Three Months Ended September 30, 2006 | Nine Months Ended September 30, 2006 |
| --- | --- | --- |
| Revenues | 330.1 | 872.3 |
| GAAP net income | 14.8 | 78.5 |
| GAAP earnings per share | 0.27 | 1.45 |
| Non-GAAP net income | 37.1 | 115.8 |
| Non-GAAP earnings per share | 0.69 | 2.14 |
`;
const SECOND_2007 = `Millipore Reports Second Quarter 2007 Results

BILLERICA, Mass. - July 26, 2007 - Millipore Corporation (NYSE: MIL) gave its results for the quarter ended June 30, 2007.

For the three months ended June 30, 2007 revenues were $383.2 million, net income was $28.4 million, or $0.52 per share, and non-GAAP net income was $44.4 million. For the three months ended March 31, 2007 revenues were $372.0 million, net income was $26.7 million, or $0.49 per share, and non-GAAP net income was $40.5 million.
`;

const withBoth = (third: string) =>
  checkRelease(seed, {
    name: "seed.txt",
    with: [
      { name: third.startsWith("#") ? "q3-2006.md" : "q3-2006.txt", bytes: new TextEncoder().encode(third) },
      { name: "q2-2007.txt", bytes: new TextEncoder().encode(SECOND_2007) },
    ],
  });

describe.each([
  ["in sentences", THIRD_2006],
  ["in a table", THIRD_2006_TABLE],
])("the seed beside the earlier releases, their figures %s", (_form, third) => {
  const report = withBoth(third);
  const bases = report.relations.filter((r) => r.kind === "growth base");

  test.each(["R052", "R053", "R054", "R055"])("the recast base of %s is found, with its bounds", (id) => {
    const [, , , point, low, high] = line(id);
    const found = bases.find((r) => r.computed?.low === low && r.computed?.high === high);
    expect(found?.computed).toEqual({ point, low, high });
    expect(found?.verdict).toBe("unattainable");
  });

  test("it is asked about once for each growth, as a warning", () => {
    const asked = report.findings.filter((f) => f.code === "growth-not-on-published-base");
    expect(asked.map((f) => f.severity)).toEqual(["warning", "warning"]);
    expect(report.summary.errors).toBe(checkRelease(seed, { name: "seed.txt" }).summary.errors);
  });

  test("the comparatives agree", () => {
    const agree = report.relations.filter((r) => r.kind === "as published");
    expect(agree.map((r) => r.verdict)).not.toContain("unattainable");
    for (const text of ["14.8", "0.27", "78.5", "1.45"])
      expect(report.figures.find((f) => f.text === text)?.status).toBe("tied");
  });

  test("nine months need rounding to be the sum of the quarters, and nothing is said of it", () => {
    const sums = report.relations.filter((r) => r.kind === "year to date");
    const net = sums.find((r) => r.text.startsWith("net income"));
    // R057: the printed digits give 91.4, and 91.3 is printed.
    expect([net?.verdict, net?.computed?.point]).toEqual(["attainable", line("R057")[3]]);
    expect(sums.find((r) => r.text.startsWith("non-GAAP net income"))?.verdict).toBe("consistent");
    expect(sums.some((r) => r.text.includes("per share"))).toBe(false);
    expect(report.findings.map((f) => f.code)).not.toContain("year-to-date-does-not-add");
  });
});
