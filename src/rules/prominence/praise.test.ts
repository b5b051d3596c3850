import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const praised = (said: string): readonly string[] =>
  wordsFound(`${HEAD}- Net income of $9.4 million\n- ${said}\n`, new Set(["praise-of-non-gaap"]));

describe("praise behind a measure of the company's own", () => {
  it("is heard across an amount with decimals", () => {
    expect(praised("Adjusted EBITDA of $14.2 million, an all-time quarterly high")).toHaveLength(1);
    expect(praised("Adjusted EBITDA of $14.2 million. An all-time high was the count of visitors")).toEqual([]);
  });

  it("is of costs that they are at their lowest, and of growth on another basis the word right before it", () => {
    expect(praised("The lowest level of adjusted SG&A in ten years")).toHaveLength(1);
    expect(praised("The lowest level of inventories behind adjusted SG&A of $4.2 million")).toEqual([]);
    expect(
      praised("Operating expenses of $14.0 million, the lowest ever, and our lowest adjusted operating expenses"),
    ).toEqual([]);
    expect(praised("Industry-leading organic sales growth of 5.8%")).toHaveLength(1);
    expect(praised("Record orders, and organic sales growth of 5.8%")).toEqual([]);
  });

  it("is a new high that it reaches, marks or represents", () => {
    expect(praised("Adjusted EBITDA of $14.2 million grew even faster, and reached a new high")).toHaveLength(1);
    expect(praised("Adjusted EBITDA of $14.2 million represents another all-time high")).toHaveLength(1);
    expect(praised("Adjusted EBITDA of $14.2 million reached the high end of our range")).toEqual([]);
    expect(praised("Adjusted EBITDA was $14.2 million, and revenue reached a new high")).toEqual([]);
  });

  it("is that it reached a historic level, or that records were set in it", () => {
    expect(praised("Adjusted EBITDA reached historic highs at $14.2 million")).toHaveLength(1);
    expect(praised("Our adjusted EBITDA of $14.2 million set a new quarterly record")).toHaveLength(1);
    expect(praised("Our adjusted EBITDA of $14.2 million set the date of a new quarterly payment")).toEqual([]);
    expect(praised("Adjusted EBITDA of $14.2 million surpassed the prior record by 8%")).toHaveLength(1);
    expect(praised("Adjusted EBITDA of $14.2 million, in line with record-low inventories")).toEqual([]);
    expect(praised("Adjusted EBITDA of $14.2 million, with record volumes")).toEqual([]);
    expect(praised("We set several records in adjusted EBITDA, of $14.2 million")).toHaveLength(1);
    expect(praised("Our records of adjusted EBITDA, of $14.2 million, are kept in two places")).toEqual([]);
  });

  it("is the nearer of two words, and is said of what is attributable to the owners as well", () => {
    expect(praised("The best loss ratio and highest adjusted EBITDA since 2015, $14.2 million")).toHaveLength(1);
    expect(praised("The best loss ratio since 2015, and adjusted EBITDA of $14.2 million")).toEqual([]);
    expect(
      praised("Adjusted net income attributable to Acme was a record $14.2 million; net income was $9.4 million"),
    ).toHaveLength(1);
    expect(
      praised("Adjusted net income attributable to Acme was $14.2 million, and bookings were a record $90 million"),
    ).toEqual([]);
  });
});

describe("praise behind two measures that a word joins", () => {
  const both = "Gross margin of 58.1% and non-GAAP gross margin of 61.2%";
  const streak = "rose for the fourth quarter in a row";

  it("is said of both of them", () => {
    expect(praised(`${both} ${streak}`)).toEqual([]);
    expect(praised(`Gross margin was 58.1%, and non-GAAP gross margin of 61.2% ${streak}`)).toHaveLength(1);
    expect(praised(`Gross margin of 58.1% and record non-GAAP gross margin of 61.2%`)).toHaveLength(1);
  });
});

describe("a good word", () => {
  const quoted = (said: string): string =>
    messagesOf(`${HEAD}"${said}," said Jane Doe, chief executive.\n`, "quotation-without-gaap").join(" ");

  it("is told of where the quotation has nothing under GAAP", () => {
    expect(quoted("We had robust adjusted EBITDA of $12.1 million")).toContain('"robust" is said of it alone.');
    expect(quoted("Adjusted EBITDA of $12.1 million was strong")).not.toContain("alone");
    expect(quoted("Adjusted EBITDA was strong, at $12.1 million")).toContain('"strong" is said of it alone.');
    expect(quoted("We had a robust market and adjusted EBITDA of $12.1 million")).not.toContain("alone");
  });
});

describe("a word that praises", () => {
  it("is not that debt or shares are outstanding", () => {
    expect(praised("At quarter-end $9.1 million of debt outstanding, and net debt of $8.3 million")).toEqual([]);
    expect(praised("With 4.1 million outstanding shares, adjusted EBITDA of $14.2 million")).toEqual([]);
    expect(praised("Outstanding adjusted EBITDA of $14.2 million")).toHaveLength(1);
  });
});

it("what a measure has allowed the company to do tells of it as of a result", () => {
  const told = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}"Our free cash flow ${words} debt," said Jane Doe, chief executive.\n`,
      "quotation-without-gaap",
    );
  expect(told("has allowed us to repay")).toHaveLength(1);
  expect(told("is what we look at in our policy on")).toEqual([]);
});

describe("praise behind the marks and the operations that a name goes on with", () => {
  it("is said of the measure all the same", () => {
    const of = (behind: string): readonly string[] => praised(`Adjusted EBITDA ${behind}`);
    expect(
      of("from continuing operations (2) rose by approximately $3.2 million to a record $14.2 million"),
    ).toHaveLength(1);
    expect(of("from continuing operations (2) rose by approximately $3.2 million, as did the count of stores")).toEqual(
      [],
    );
    expect(of("before special items was a record $14.2 million")).toHaveLength(1);
    expect(of("excluding severance costs reached a record")).toHaveLength(1);
    expect(of("before special items was $14.2 million, and orders were a record")).toEqual([]);
    expect(of("was up before a record number of stores was opened")).toEqual([]);
  });
});

describe("words that praise nothing", () => {
  const praised = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "praise-of-non-gaap");

  it("are those of who holds shares on a day, and of what a company has done before", () => {
    const dividend = "The board declared a dividend, paid from free cash flow, ";
    expect(praised(`${dividend}to holders of record on August 8, 2025.`)).toEqual([]);
    expect(praised(`${dividend}with a record date of August 8, 2025.`)).toEqual([]);
    expect(praised("We have a long track record of adjusted EBITDA growth, and grew it by 12% again.")).toEqual([]);
    expect(praised("Free cash flow of $12.1 million rose to a record.")).toHaveLength(1);
    expect(praised("It was a quarter of record adjusted EBITDA of $12.1 million.")).toHaveLength(1);
  });

  it("are said of a backlog, and not of the amount that is told beside it", () => {
    expect(praised("We closed the quarter with a record backlog and Adjusted EBITDA of $47.3 million.")).toEqual([]);
    expect(praised("We had record orders of $1.2 billion, and adjusted EBITDA was $47.3 million.")).toEqual([]);
    expect(praised("We had record revenue and adjusted EBITDA of $47.3 million.")).toHaveLength(1);
    expect(praised("We had a record backlog and record adjusted EBITDA of $47.3 million.")).toHaveLength(1);
  });
});
