import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function checked(text: string, ...others: (readonly [name: string, text: string])[]): Report {
  return checkRelease(bytes(text), { name: "now.txt", with: others.map(([name, t]) => ({ name, bytes: bytes(t) })) });
}

const codes = (report: Report): readonly string[] => report.findings.map((f) => `${f.severity} ${f.code}`);
const ofKind = (report: Report, kind: string): readonly string[] =>
  report.relations.filter((r) => r.kind === kind).map((r) => `${r.verdict}: ${r.text}`);

const lead = (quarter: string, day: string, released: string): string =>
  `Marrowby Instruments Reports ${quarter} Quarter Results

LOWELL, Mass. - ${released} - Marrowby Instruments, Inc. (NASDAQ: MRBY) announced its results for the quarter ended ${day}.
`;

/** The third quarter of 2006 as it was first published. */
const LAST_YEAR = `${lead("Third", "September 30, 2006", "October 26, 2006")}
(In millions, except per share amounts)

                                     Three Months Ended      Nine Months Ended
                                     September 30, 2006      September 30, 2006
Revenues                                  $ 210.4                 $ 622.8
Cost of sales                               101.3                   300.2
Gross profit                                109.1                   322.6
Selling and administrative                   61.7                   184.9
Research and development                     18.2                    55.0
Operating income                             29.2                    82.7
`;

const now = (prior: string, more = ""): string => `${lead("Third", "September 30, 2007", "October 25, 2007")}
(In millions, except per share amounts)

                                   Three Months Ended                       Nine Months Ended
                          September 30, 2007   September 30, 2006   September 30, 2007   September 30, 2006
Revenues                       $ 233.1              $ 210.4              $ 690.2              $ 622.8
Cost of sales                    112.0                101.3                331.7                300.2
Gross profit                     121.1                109.1                358.5                322.6
Selling and administrative        66.3                 61.7                198.0                184.9
Research and development          19.9                 ${prior}                 59.8                 55.0
Operating income                  34.9                 29.2                100.7                 82.7
${more}`;

describe("a comparative", () => {
  it("is tied where it is what the earlier release printed", () => {
    const report = checked(now("18.2"), ["q3-2006.txt", LAST_YEAR]);
    const held = ofKind(report, "as published");
    expect(held).toHaveLength(12);
    expect(held).toContain(
      "consistent: Revenues for the 3 months to September 30, 2006 = 210.4 million in q3-2006.txt (table 1, row 3)",
    );
    expect(report.summary.errors).toBe(0);
  });

  it("that is not as first published is a warning with both amounts and the place of the other", () => {
    const report = checked(now("18.9"), ["q3-2006.txt", LAST_YEAR]);
    const finding = report.findings.find((f) => f.code === "comparative-changed");
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toContain(
      "18.9 million here, and 18.2 million as first published in q3-2006.txt (table 1, row 7)",
    );
    const named = report.figures.find((f) => f.id === finding?.figures[0]);
    expect(named?.text).toBe("18.9");
  });

  it("that was changed may be so where a word near it says so", () => {
    const said = "\nCertain prior year amounts were reclassified to conform to the current presentation.\n";
    const report = checked(now("18.9", said), ["q3-2006.txt", LAST_YEAR]);
    expect(codes(report)).toContain("note comparative-recast");
    expect(codes(report)).not.toContain("warning comparative-changed");
  });

  it("proves nothing where the document itself is given as evidence", () => {
    const report = checked(now("18.2"), ["again.txt", now("18.2")]);
    expect(ofKind(report, "as published")).toEqual([]);
  });
});

const PROSE_LAST_YEAR = `${lead("Third", "September 30, 2006", "October 26, 2006")}
Adjusted net income in the third quarter of 2006 was $37.1 million, or $0.69 per share. Revenues were $330.1 million.
`;

const grew = (percent: string): string => `${lead("Third", "September 30, 2007", "October 25, 2007")}
Adjusted net income for the third quarter was $45.7 million, or $0.83 per share, an increase of ${percent} percent over the third quarter of 2006.
`;

describe("growth whose base is printed elsewhere alone", () => {
  it("is tied where it follows from the base", () => {
    const report = checked(grew("23"), ["q3-2006.txt", PROSE_LAST_YEAR]);
    expect(ofKind(report, "growth base").some((r) => r.startsWith("forced"))).toBe(true);
    expect(codes(report)).not.toContain("warning growth-not-on-published-base");
    expect(report.figures.find((f) => f.text === "23")?.status).toBe("tied");
  });

  it("is asked whether its base was recast where it does not, with the base that it implies", () => {
    const report = checked(grew("28"), ["q3-2006.txt", PROSE_LAST_YEAR]);
    const finding = report.findings.find((f) => f.code === "growth-not-on-published-base");
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toContain("45.7 million here over 37.1 million (q3-2006.txt, paragraph 3");
    expect(finding?.message).toContain("28% implies a base of 35.525 to 35.882");
    expect(report.summary.errors).toBe(0);
  });

  it("may be a fall that is printed without its sign", () => {
    const report = checked(
      grew("10").replace("$45.7 million, or $0.83 per share, an increase", "$33.4 million, a decrease"),
      ["q3-2006.txt", PROSE_LAST_YEAR],
    );
    expect(ofKind(report, "growth base").map((r) => r.slice(0, 6))).toEqual(["forced"]);
  });
});

const half = (research: string): string => `${lead("Second", "June 30, 2007", "July 26, 2007")}
(In millions, except per share amounts)

                                  Three Months Ended     Six Months Ended
                                     June 30, 2007        June 30, 2007
Revenues                                $ 231.0              $ 457.2
Cost of sales                             111.1                219.7
Gross profit                              119.9                237.5
Selling and administrative                 66.0                131.7
Research and development                   20.0                 ${research}
Operating income                           33.9                 65.8
`;

describe("a year to date", () => {
  it("is what was published before and the quarter, within rounding", () => {
    const report = checked(now("18.2"), ["q2-2007.txt", half("39.9")]);
    const sums = ofKind(report, "year to date");
    expect(sums).toHaveLength(6);
    // 457.2 + 233.1 = 690.3 is printed 690.2: rounding allows it.
    expect(sums[0]).toBe(
      "attainable: Revenues for the 9 months to September 30, 2007: 457.2 million in q2-2007.txt (table 1, row 3) + 233.1 million in the quarter here = 690.2 million",
    );
    expect(codes(report).filter((c) => c.includes("year-to-date") || c.includes("quarters"))).toEqual([]);
  });

  it("that does not add is a warning", () => {
    const report = checked(now("18.2"), ["q2-2007.txt", half("38.9")]);
    expect(codes(report)).toContain("warning year-to-date-does-not-add");
  });
});

describe("a document given as evidence", () => {
  it("of another company is told of and not used", () => {
    const other = LAST_YEAR.replaceAll("Marrowby Instruments", "Quillfeather Foods").replace("MRBY", "QLF");
    const report = checked(now("18.9"), ["other.txt", other]);
    expect(codes(report)).toContain("warning other-issuer");
    expect(ofKind(report, "as published")).toEqual([]);
  });

  it("that cannot be read is told of", () => {
    const report = checkRelease(bytes(now("18.2")), { with: [{ name: "old.pdf", bytes: bytes("%PDF-1.4 ...") }] });
    expect(report.findings.find((f) => f.code === "evidence-not-read")?.message).toContain("old.pdf");
  });

  it("changes nothing where it speaks of other periods", () => {
    const other = LAST_YEAR.replaceAll("2006", "2001");
    const without = checked(now("18.9"));
    expect(checked(now("18.9"), ["q3-2001.txt", other])).toEqual(without);
  });
});
