import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";

const TABLE = `
Sales by line ($ millions):

| | Three Months Ended September 29, 2007 | Three Months Ended September 30, 2006 |
| --- | --- | --- |
| Process | 210.5 | 194.9 |
| Laboratory | 160.7 | 135.2 |
| Total | 371.2 | 330.1 |
`;

/** What is said of a document with these sentences, as "rule verdict: prints" of the rules asked for, and its findings. */
function said(text: string, rules: readonly string[]): { relations: readonly string[]; findings: readonly string[] } {
  const source = `Halvorsen today reported results for the third quarter ended September 29, 2007.\n\n${text}\n${TABLE}`;
  const report = checkRelease(new TextEncoder().encode(source), { name: "release.md" });
  const print = new Map(report.figures.map((f) => [f.id, f.text]));
  const prints = (ids: readonly string[]): string => ids.map((id) => print.get(id)).join(" ");
  return {
    relations: report.relations
      .filter((r) => rules.includes(r.rule))
      .map((r) => `${r.rule} ${r.verdict}: ${prints(r.figures)}`),
    findings: report.findings.map((f) => `${f.severity} ${f.code}: ${prints(f.figures)}`),
  };
}

describe("growth without currency", () => {
  const parts = (whole: number, a: number, b: number): string =>
    `Excluding currency, revenue growth in the third quarter was ${whole} percent, which included ${a} percent growth in its ` +
    `Process Division and ${b} percent growth in its Laboratory Division.`;

  it("of the parts gives that of the whole, weighed by the amounts of the year before", () => {
    expect(said(parts(9, 4, 15), ["T23"])).toEqual({
      relations: ["T23 consistent: 4 15 194.9 135.2 9"],
      findings: [],
    });
  });

  it("may be right by rounding alone, and then a note says so", () => {
    expect(said(parts(8, 4, 15), ["T23"])).toEqual({
      relations: ["T23 attainable: 4 15 194.9 135.2 8"],
      findings: ["note attainable-only: 8 135.2 194.9 15 4"],
    });
  });

  it("is not held against a whole that may be weighed otherwise", () => {
    expect(said(parts(12, 4, 15), ["T23"]).findings).toEqual([]);
  });

  it("of some parts says nothing of the whole", () => {
    const text = parts(9, 4, 15).replace("Laboratory", "Services");
    expect(said(text, ["T23"]).relations).toEqual([]);
  });

  it("names a part behind 'growth from its'", () => {
    const text = parts(9, 9, 9).replace("growth in its Process", "growth from its Process");
    expect(said(text, ["T23"]).relations).toEqual(["T23 forced: 9 9 194.9 135.2 9"]);
  });

  it("is growth as reported less what currency brought", () => {
    const text =
      "Revenues grew 12 percent. Changes in foreign exchange rates increased total revenue growth by approximately 4 percent. " +
      "Excluding currency rate changes, revenue growth was 8 percent.";
    expect(said(text, ["T22"]).relations).toEqual(["T22 consistent: 12 4 8"]);
    expect(said(text.replace("8 percent", "5 percent"), ["T22"]).relations).toEqual([]);
    const falls = text.replace("increased total", "decreased total").replace("8 percent", "16 percent");
    expect(said(falls, ["T22"]).relations).toEqual(["T22 consistent: 12 4 16"]);
  });
});

describe("a hedge", () => {
  const twice = (a: string, b: string): string =>
    `Cash flow from operations was ${a} million in the third quarter. The company generated ${b} million in cash flow from ` +
    "operations in the third quarter.";

  it("that one sentence has and another has not is a note", () => {
    expect(said(twice("$95", "approximately $95"), []).findings).toEqual(["note hedge-differs: 95 95"]);
  });

  it("that both have, or neither, is none", () => {
    expect(said(twice("$95", "$95"), []).findings).toEqual([]);
    expect(said(twice("about $95", "approximately $95"), []).findings).toEqual([]);
  });
});

describe("one number of shares", () => {
  const incomes = (adjusted: string): string =>
    "On a GAAP basis, the company reported third quarter net income of $36.3 million, or $0.66 per share. Non-GAAP net income in the " +
    `third quarter was $45.7 million, or ${adjusted} per share.`;
  const expense = (each: string, words = ""): string =>
    `${incomes("$0.83")} Stock-based compensation expense in the third quarter of 2007 was $4.4 million, or ${each} per share${words}.`;

  it("serves net income with and without adjustments", () => {
    expect(said(incomes("$0.83"), ["T12", "T20"])).toEqual({
      relations: ["T12 consistent: 36.3 0.66 45.7 0.83", "T20 forced: 36.3 0.66 45.7 0.83"],
      findings: [],
    });
    expect(said(incomes("$0.38"), ["T12"])).toEqual({
      relations: ["T12 unattainable: 36.3 0.66 45.7 0.38"],
      findings: ["warning per-share-cannot-be: 0.38 45.7 0.66 36.3"],
    });
  });

  it("says whether an expense is printed per share before or after tax", () => {
    expect(said(expense("$0.08"), ["T11"])).toEqual({
      relations: ["T11 forced: 36.3 0.66 45.7 0.83 4.4 0.08"],
      findings: [],
    });
    expect(said(expense("$0.05"), ["T11"])).toEqual({
      relations: ["T11 unattainable: 36.3 0.66 45.7 0.83 4.4 0.05", "T11 attainable: 36.3 0.66 45.7 0.83 4.4 0.05"],
      findings: ["warning per-share-needs-tax: 0.05 4.4 0.83 45.7 0.66 36.3"],
    });
  });

  it("asks for nothing where the sentence speaks of tax, or no rate of tax would do", () => {
    expect(said(expense("$0.05", " after tax"), ["T11"]).findings).toEqual([]);
    expect(said(expense("$0.01"), ["T11"])).toEqual({ relations: [], findings: [] });
  });
});
