import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "non-gaap-first",
  "outlook-without-gaap",
  "growth-basis-undefined",
]);
const foundIn = (words: string): readonly string[] => wordsFound(`${HEAD}## Results\n\n${words}\n`, CODES);

describe("an amount that is not the measure's own", () => {
  it("is the effect of something else on it", () => {
    expect(foundIn("Currency lowered sales by $2.9 million and adjusted EPS by $0.01.")).toEqual([]);
    expect(foundIn("Each 1% of the dollar changes adjusted EPS by some $0.03.")).toEqual([]);
    expect(foundIn("The purchase of Borealis is expected to add $0.05 to $0.08 to adjusted EPS.")).toEqual([]);
    // What the company does itself is a result.
    expect(foundIn("We lowered adjusted operating expenses by $4.0 million.")).toEqual([
      "gaap-measure-missing: adjusted operating expenses",
    ]);
    expect(foundIn("Lowered adjusted operating expenses by $4.0 million.")).toHaveLength(1);
  });

  it("is what others expect", () => {
    expect(foundIn("Analysts had expected adjusted EPS of $0.90 on average.")).toEqual([]);
    expect(foundIn("Adjusted EPS was $0.95, as analysts had expected.")).toEqual([
      "gaap-measure-missing: Adjusted EPS",
    ]);
  });

  it("is earned by a company that is bought, or owned with others", () => {
    const bought = "On November 1 we agreed to acquire Borealis Inc. for $120 million.";
    expect(foundIn(`${bought} Borealis had EBITDA of $15 million in 2024.`)).toEqual([]);
    expect(foundIn(`${bought} The price is eight times Borealis' EBITDA of $15 million.`)).toEqual([]);
    expect(foundIn("EBITDA of our joint venture was $10 million.")).toEqual([]);
    expect(foundIn(`${bought} Our adjusted EBITDA was $15 million.`)).toEqual([
      "gaap-measure-missing: adjusted EBITDA",
    ]);
  });

  it("is counted by store or by day", () => {
    const foundIn = (words: string): readonly string[] =>
      wordsFound(`${HEAD}## Results\n\n${words}\n\n${STATEMENT}`, CODES);
    expect(foundIn("Same-store sales rose 2.1% excluding the effect of the calendar.")).toEqual([]);
    expect(foundIn("Average daily sales rose 5.1%, adjusted for the one fewer selling day.")).toEqual([]);
    expect(foundIn("Sales rose 2.1% excluding the effect of the calendar.")).not.toEqual([]);
  });

  it("is tested by a lender", () => {
    const tested = "against a maximum of 4.5 times.";
    expect(foundIn(`The leverage ratio under that agreement was 2.1 times, ${tested}`)).toEqual([]);
    expect(foundIn("The leverage ratio was 2.1 times, as defined in our credit agreement.")).toEqual([]);
    expect(foundIn("The leverage ratio was 2.1 times.")).toEqual(["gaap-ratio-missing: leverage ratio"]);
  });

  it("is what guidance is held against, or paid out", () => {
    const outlook = "We expect EPS of $1.44, a 6% increase, and a 3% increase over adjusted EPS.";
    expect(foundIn(outlook)).toEqual([]);
    expect(foundIn("We expect a 3% increase in adjusted EPS.")).toEqual(["outlook-without-gaap: adjusted EPS"]);
    const found = (words: string): readonly string[] =>
      wordsFound(`${HEAD}"${words}," said Jane Doe, chief executive.\n`, new Set(["praise-of-non-gaap"]));
    expect(
      found("We grew adjusted EPS 8%, returned a record $1.5 billion, and reached a new high of 14 bookings"),
    ).toEqual([]);
    expect(found("We grew adjusted EPS 8%, and reached a new high")).toHaveLength(1);
  });

  it("is aimed at", () => {
    expect(foundIn("We remain committed to keeping our net leverage ratio below 2.0 times.")).toEqual([]);
    expect(foundIn("By 2029 the company aims at an adjusted EBITDA margin of 20%.")).toEqual([
      "outlook-without-gaap: adjusted EBITDA margin",
    ]);
  });
});

describe("the measure under GAAP", () => {
  it("is named by its basis alone", () => {
    expect(foundIn("The adjusted tax rate was 23.5%; the reported rate was 22.8%.")).toEqual([]);
    expect(foundIn("Adjusted gross margin of 43.0% (GAAP: 41.2%) rose again.")).toEqual([]);
    expect(foundIn("Adjusted gross margin of 43.0% (non-GAAP: 41.2% a year ago) rose again.")).toHaveLength(1);
    expect(foundIn("The adjusted tax rate was 23.5%, and we reported 8% more orders.")).toHaveLength(1);
  });

  it("comes behind, where the company's own is held against it and not against another period", () => {
    expect(foundIn("Adjusted EPS was $0.95, compared to GAAP EPS of $0.84.")).toEqual(["non-gaap-first: Adjusted EPS"]);
    expect(foundIn("Adjusted EPS was $0.95, compared to GAAP EPS of $0.84 in 2024; EPS was $0.90.")).toEqual([]);
  });

  it("is not named by who speaks", () => {
    const said = (who: string): readonly string[] =>
      wordsFound(
        `${HEAD}"On an adjusted basis we did well," said ${who}, chief executive.\n`,
        new Set(["quotation-without-gaap"]),
      );
    expect(said("Ann Roe")).toEqual([]);
    expect(said("our officer, of an ROE of 12%")).toHaveLength(1);
  });

  it("is a part of the sum that net debt is", () => {
    expect(foundIn("Net debt was $410 million, the result of debt of $520 million less cash of $110 million.")).toEqual(
      [],
    );
    expect(foundIn("Net debt was $410 million; total debt was $520 million.")).toEqual(["non-gaap-first: Net debt"]);
  });
});

it("lets growth without currency be defined in the sentence behind it", () => {
  const grew = "Net sales increased 9%, and 4% in constant currency, on higher volume in all regions.";
  expect(foundIn(`${grew} Constant currency means that sales are translated at the rates of the prior year.`)).toEqual(
    [],
  );
  expect(wordsFound(`${HEAD}## Results\n\n${grew}\n\nMargins held up well.\n\n${STATEMENT}`, CODES)).toEqual([
    "growth-basis-undefined: constant currency",
  ]);
});
