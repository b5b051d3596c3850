import { describe, expect, it } from "vitest";
import type { FindingCode } from "../../finding.ts";
import { checkRelease } from "../check-release.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A release with its reconciliation for the third quarter of a year and of the year before. */
const release = (year: number, rows: readonly string[], more = ""): string =>
  `BOSTON, November 4, ${year} - Acme Inc. (NYSE: ACM) today reported its results.

## Reconciliation of Adjusted EBITDA

| ($ millions) | Three months ended September 30, ${year} | Three months ended September 30, ${year - 1} |
|---|---|---|
${rows.map((row) => `| ${row} |\n`).join("")}
${more}
`;

const THEN = release(2024, [
  "Net income | 4.0 | 3.1",
  "Income tax | 2.0 | 1.5",
  "Depreciation | 5.0 | 4.8",
  "Restructuring | 0.4 | 0.3",
  "Adjusted EBITDA | 11.4 | 9.7",
]);

const found = (code: FindingCode, text: string, then = THEN, name = "q3-2024.md") =>
  checkRelease(bytes(text), { name: "now.md", with: [{ name, bytes: bytes(then) }] }).findings.filter(
    (f) => f.code === code,
  );
const messages = (code: FindingCode, text: string, then = THEN): readonly string[] =>
  found(code, text, then).map(({ message }) => message);

const LITIGATION = [
  "Net income | 4.4 | 4.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 6.1 | 5.0",
  "Restructuring | 0.2 | 0.4",
  "Litigation | 1.2 | 0.9",
  "Adjusted EBITDA | 13.9 | 12.3",
];

describe("a list of adjustments", () => {
  it("that has one more for a period that was published without it is told with both places, at the new row", () => {
    const text = release(2025, LITIGATION);
    const [finding, ...more] = found("adjustment-list-differs", text);
    expect(more).toEqual([]);
    expect(finding?.message).toBe(
      '"Adjusted EBITDA" for the 3 months to September 30, 2024 is 12.3 million in table 1, row 7, and 11.4 million in q3-2024.md (table 1, row 6), ' +
        'both from "Net income" of 4.0 million. The reconciliation has "Litigation" (0.9 million, table 1, row 6), which that of q3-2024.md does not have. ' +
        "No word says that the measure has changed.",
    );
    expect(text.slice(finding!.start, finding!.end)).toBe("Litigation");
    expect(finding).toMatchObject({ about: "rules", severity: "warning" });
  });

  it("that has one less is told at the measure", () => {
    const rows = LITIGATION.filter((row) => !/^(?:Litigation|Restructuring|Adjusted)/.test(row));
    const text = release(2025, [...rows, "Adjusted EBITDA | 12.5 | 11.0"]);
    const [finding] = found("adjustment-list-differs", text);
    expect(finding?.message).toContain(
      '"Restructuring" (0.4 million, table 1, row 5) in q3-2024.md, which this one does not have',
    );
    expect(text.slice(finding!.start, finding!.end)).toBe("Adjusted EBITDA");
  });

  it("may have one more that was nothing in the earlier period", () => {
    const rows = LITIGATION.map((row) => row.replace("1.2 | 0.9", "1.2 | -").replace("12.3", "11.4"));
    expect(messages("adjustment-list-differs", release(2025, rows))).toEqual([]);
    expect(messages("own-measure-recast", release(2025, rows))).toEqual([]);
  });

  it("may call a row otherwise, or print it in two", () => {
    const rows = LITIGATION.filter((row) => !/^(?:Litigation|Restructuring|Adjusted)/.test(row));
    const renamed = [...rows, "Reorganisation of works | 0.2 | 0.4", "Adjusted EBITDA | 12.7 | 11.4"];
    expect(messages("adjustment-list-differs", release(2025, renamed))).toEqual([]);
    const parted = [...rows, "Severance | 0.1 | 0.3", "Leases | 0.1 | 0.1", "Adjusted EBITDA | 12.7 | 11.4"];
    expect(messages("adjustment-list-differs", release(2025, parted))).toEqual([]);
  });

  it.each([
    ["Adjusted EBITDA of earlier periods was recast to leave out the costs of litigation."],
    ["Beginning in 2025, adjusted EBITDA excludes litigation; prior period amounts are conformed."],
    ["We have changed our definition of adjusted EBITDA."],
  ])("may change where the release says so: %s", (said) => {
    expect(messages("adjustment-list-differs", release(2025, LITIGATION, said))).toEqual([]);
  });

  it("is not excused by a word about something else", () => {
    const said = "The company's invention has redefined the market. Fair values changed in the quarter.";
    expect(messages("adjustment-list-differs", release(2025, LITIGATION, said))).toHaveLength(1);
  });

  it("is not held against one that starts from another amount under GAAP, since that was changed itself", () => {
    const rows = LITIGATION.map((row) => row.replace("4.4 | 4.0", "4.4 | 4.1").replace("12.3", "12.4"));
    expect(messages("adjustment-list-differs", release(2025, rows))).toEqual([]);
  });

  it("is not held against a later release", () => {
    expect(messages("adjustment-list-differs", THEN, release(2025, LITIGATION))).toEqual([]);
  });
});

describe("an earlier amount of a measure", () => {
  it("that has changed with an adjustment of one name is told with both amounts of it", () => {
    const rows = LITIGATION.filter((row) => !/^(?:Litigation|Adjusted)/.test(row)).map((row) =>
      row.replace("6.1 | 5.0", "6.1 | 5.3"),
    );
    const text = release(2025, [...rows, "Adjusted EBITDA | 12.7 | 11.7"]);
    expect(messages("own-measure-recast", text)).toEqual([
      expect.stringContaining(
        '"Depreciation" is 5.3 million (table 1, row 4) here, and 5.0 million (table 1, row 4) in q3-2024.md.',
      ),
    ]);
    expect(messages("adjustment-list-differs", text)).toEqual([]);
  });

  it("is told where no reconciliation shows why, if the measure under GAAP is the same", () => {
    const table = (year: number, net: string, own: string): string =>
      release(year, [`Net income | ${net}`, `Revenue | 40.0 | 38.0`, `Adjusted net income | ${own}`]);
    const then = table(2024, "4.0 | 3.1", "5.0 | 4.0");
    expect(messages("own-measure-recast", table(2025, "4.4 | 4.0", "5.5 | 5.2"), then)).toEqual([
      expect.stringMatching(/^"Adjusted net income" for the 3 months to September 30, 2024 is 5\.2 million in table 1/),
    ]);
    expect(messages("own-measure-recast", table(2025, "4.4 | 4.0", "5.5 | 5.0"), then)).toEqual([]);
    expect(messages("own-measure-recast", table(2025, "4.4 | 4.2", "5.5 | 5.2"), then)).toEqual([]);
  });
});
