import { describe, expect, it } from "vitest";
import { checkDocument } from "../check.ts";
import type { Checked, CheckedDocument } from "./checked.ts";
import { csvHead, csvRows } from "./csv.ts";

const SALES = [
  "Sales by region ($ millions):\n",
  "\tMarch 31, 2024\tMarch 31, 2023\tMarch 31, 2022",
  "North\t120.4\t101.2\t91.7",
  "South, with the islands\t80.3\t70.1\t66.2",
  "=HYPERLINK(A1)\t31.6\t29.0\t24.9",
  "Total sales\t223.3\t200.3\t182.8\n",
].join("\n");

/** Cells as a reader of RFC 4180 takes them; none of ours holds a line break. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]!);

const rowsOf = (checked: Checked): string => csvRows(checked).join("");

const sheetOf = (...checked: Checked[]): Record<string, string>[] => {
  const [head, ...rows] = (csvHead + checked.map(rowsOf).join("")).split("\r\n").slice(0, -1).map(cellsOf);
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, row[i]!])));
};

const checkedOf = (source: string): CheckedDocument =>
  checkDocument(new TextEncoder().encode(source), { name: "sales.txt" }) as CheckedDocument;

const sales = checkedOf(SALES);

describe("the tie-out sheet", () => {
  it("has a row for each measurement, and as many cells in each as in the head", () => {
    const measured = sales.figures.filter(({ figure }) => figure.measured !== undefined);
    const lines = rowsOf(sales).split("\r\n").slice(0, -1);
    expect(lines.length).toBe(measured.length);
    for (const line of lines) expect(cellsOf(line).length).toBe(cellsOf(csvHead.trim()).length);
  });

  it("says where a figure stands, what it is, what the others leave for it, and how it stands", () => {
    const row = sheetOf(sales).find(({ text }) => text === "223.3")!;
    expect(row).toMatchObject({
      document: "sales.txt",
      label: "Total sales",
      table: "1",
      row: "5",
      column: "2",
      paragraph: "",
      line: "7",
      value: "223300000",
      unit: "USD",
      low: "223250000",
      high: "223350000",
      "implied low": "232150000",
      "implied high": "232450000",
      status: "contradicted",
      findings: "total-does-not-foot",
      mark: "",
    });
    expect(row["relations"]).toMatch(/^T01 unattainable: North \+ South, with the islands \+ =HYPERLINK\(A1\) = /);
  });

  it("quotes a comma and doubles a quotation mark", () => {
    const named = { ...sales, path: 'a "b", c.txt' };
    expect(rowsOf(named).startsWith('"a ""b"", c.txt",')).toBe(true);
    expect(sheetOf(named)[0]!["document"]).toBe('a "b", c.txt');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1", "\uff1d1"])(
    "lets no words run as a formula: %j",
    (path) => {
      expect(sheetOf({ ...sales, path })[0]!["document"]!.startsWith("'")).toBe(true);
    },
  );

  it("leaves the dash that is printed for zero as it is", () => {
    const zeros = checkedOf("Debt ($ millions):\n\n\t2024\t2023\t2022\nNotes\t-\t4.1\t3.0\nLoans\t1.0\t-\t2.0\n");
    const dashes = sheetOf(zeros).filter(({ text }) => text === "-");
    expect(dashes.map(({ value }) => value)).toEqual(["0", "0"]);
  });

  it("keeps labels that start like a formula as words", () => {
    expect(sheetOf(sales).find(({ text }) => text === "31.6")!["label"]).toBe("'=HYPERLINK(A1)");
  });

  it("leaves amounts below zero as numbers", () => {
    const loss = checkedOf("Results ($ millions):\n\n\t2024\t2023\t2022\nNet loss\t(5.3)\t(4.1)\t(3.0)\n");
    expect(sheetOf(loss).map(({ value, low, high }) => [value, low, high])).toContainEqual([
      "-5300000",
      "-5350000",
      "-5250000",
    ]);
  });

  it("rounds an end that has no finite decimal outward, since a spreadsheet takes 1/3 for a day", () => {
    const third = { n: 1n, d: 3n };
    const implied = { low: { at: third, open: false }, high: { at: third, open: false } };
    const [first] = sales.figures.filter(({ figure }) => figure.measured !== undefined);
    expect(sheetOf({ ...sales, figures: [{ ...first!, implied }], relations: [] })[0]).toMatchObject({
      "implied low": "0.333333333333",
      "implied high": "0.333333333334",
    });
  });

  it("says that a finding is waived, and why", () => {
    const findings = sales.findings.map((f) => ({ ...f, waived: { reason: "agreed, see the minutes" } }));
    expect(sheetOf({ ...sales, findings }).find(({ text }) => text === "223.3")!["mark"]).toBe(
      "waived: agreed, see the minutes",
    );
  });

  it("has a row for a document that cannot be read", () => {
    const refusal = { code: "no-text", message: "The page shows no text." };
    const refused = { kind: "refused", path: "scan.htm", sha256: null, format: null, encoding: null, refusal } as const;
    expect(sheetOf(sales, refused).at(-1)).toMatchObject({
      document: "scan.htm",
      status: "refused",
      findings: "no-text: The page shows no text.",
    });
  });

  it("comes in pieces of whole rows, however many there are", () => {
    const pieces = csvRows({ ...sales, figures: Array.from({ length: 200 }, () => sales.figures).flat() });
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece.startsWith("sales.txt,") && piece.endsWith("\r\n")).toBe(true);
  });

  it("tells no more than a screenful of relations of one figure, and says how many more there are", () => {
    const relations = Array.from({ length: 50 }, () => sales.relations[0]!);
    const row = sheetOf({ ...sales, relations }).find(({ text }) => text === "223.3")!;
    expect(row["relations"]!.endsWith("; and 30 more")).toBe(true);
  });
});
