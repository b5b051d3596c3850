import { describe, expect, it } from "vitest";
import { saidOf } from "../../../test/sentence.ts";
import { checkRelease } from "../check.ts";

const TABLE = `
Results (in thousands):

| | Three Months Ended September 30, 2024 | Three Months Ended September 30, 2023 | Nine Months Ended September 30, 2024 | Nine Months Ended September 30, 2023 |
| --- | --- | --- | --- | --- |
| Foundry sales | 41,206 | 36,518 | 117,940 | 109,377 |
| Haulage expenses | 8,417 | 7,933 | 24,689 | 23,172 |
| Wages | 12,305 | 11,874 | 35,216 | 34,508 |
`;

interface Said {
  /** The errors by their codes, with the figures they name. */
  readonly errors: readonly string[];
  /** The prints of the sentences that are tied, and those that agree with cells of the table, with these. */
  readonly tied: readonly string[];
  readonly agreeing: readonly string[];
}

/** What is said of a release with these sentences. */
function said(text: string): Said {
  const source = `Orrin Foundry today reported results for the third quarter ended September 30, 2024.\n\n${text}\n${TABLE}`;
  const report = checkRelease(new TextEncoder().encode(source), { name: "release.md" });
  const print = new Map(report.figures.map((f) => [f.id, f.text]));
  return {
    errors: report.findings
      .filter((f) => f.severity === "error")
      .map((f) => `${f.code} ${f.figures.map((id) => print.get(id)).join(" ")}`),
    agreeing: report.relations
      .filter((r) => r.kind === "prose-table" && r.verdict !== "unattainable")
      .map((r) => r.figures.map((f) => print.get(f)).join(" ")),
    tied: report.figures.filter((f) => "paragraph" in f.where && f.status === "tied").map((f) => f.text),
  };
}

describe("the values of a list", () => {
  const quarters = (a: string, b: string): string =>
    `Haulage expenses were $${a} million and $${b} million for the three months ended September 30, 2024 and 2023, respectively.`;

  it("belong to the periods behind it, in order", () => {
    expect(said(quarters("8.417", "7.933"))).toMatchObject({ errors: [], tied: ["8.417", "7.933"] });
    expect(said(quarters("8.417", "7.393")).errors).toEqual(["text-differs-from-table 7,933 7.393"]);
  });

  it("are not told apart by their order where it is turned round: then both are wrong", () => {
    expect(said(quarters("7.933", "8.417")).tied).toEqual([]);
  });

  it("belong to the periods in front of it as well, and without 'respectively' where they are as many", () => {
    const text =
      "Wages for the three and nine months ended September 30, 2024 were $12.305 million and $35.216 million.";
    expect(said(text)).toMatchObject({ errors: [], tied: ["12.305", "35.216"] });
    expect(said(text.replace("35.216", "35.261")).errors).toEqual(["text-differs-from-table 35,216 35.261"]);
  });

  it("belong to the names in front of it, and a second list goes on in their order", () => {
    const text =
      "Haulage expenses and wages for the nine months ended September 30, 2024 were $24.689 million and $35.216 million, " +
      "respectively, compared to $23.172 million and $34.508 million, respectively, a year ago.";
    expect(said(text)).toMatchObject({ errors: [], tied: ["24.689", "35.216", "23.172", "34.508"] });
    expect(said(text.replace("34.508", "34.580")).errors).toEqual(["text-differs-from-table 34,508 34.580"]);
  });

  it("may be growth rates of several periods", () => {
    const text =
      "Foundry sales for the three and nine months ended September 30, 2024 increased by 12.84% and 7.83%, respectively.";
    expect(said(text).agreeing).toEqual(["41,206 36,518 12.84", "117,940 109,377 7.83"]);
  });

  it("add to the total that is printed behind them", () => {
    const text = (total: string): string =>
      `Payments to holders of class A, class B and class C shares were $1.21 million, $173 thousand and $1.14 million, respectively, totaling $${total} million.`;
    expect(saidOf(text("2.52"), ["T01"])).toEqual(["T01 consistent: 1.21 173 1.14 2.52"]);
    expect(saidOf(text("2.25"), ["T01"])).toContain("error total-does-not-foot");
  });
});

describe("'respectively'", () => {
  it("of three values and two periods is a finding", () => {
    const text =
      "Rent was $4 million, $5 million and $6 million for the years ended December 31, 2023 and 2022, respectively.";
    expect(saidOf(text, [])).toEqual(["warning list-does-not-pair"]);
  });

  it("of as many, or of values that other words explain, is none", () => {
    const two = "Rent was $4 million and $5 million for the years ended December 31, 2023 and 2022, respectively.";
    expect(saidOf(two, [])).toEqual([]);
    const many =
      "Rent, tolls and fuel for the years ended December 31, 2023 and 2022 were $4 million, $5 million and $6 million, respectively.";
    expect(saidOf(many, [])).toEqual([]);
  });
});
