import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const MISSING = new Set(["gaap-measure-missing", "non-gaap-first"]);

describe("a measure under GAAP with one amount for both periods", () => {
  const own = "- Adjusted EBITDA of $12.1 million, compared to $11.4 million in the third quarter of 2024\n";

  it("is compared with the year before", () => {
    expect(
      wordsFound(`${HEAD}- Net income of $4.0 million for both third quarters of 2025 and 2024\n${own}`, MISSING),
    ).toEqual([]);
  });

  it("is not where it has the amount alone", () => {
    expect(wordsFound(`${HEAD}- Net income of $4.0 million for the third quarter\n${own}`, MISSING)).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
  });
});

describe("a word for the measure under GAAP", () => {
  it("answers for no result where it tells of what is to come", () => {
    const told = (second: string): readonly string[] =>
      wordsFound(
        `# Acme Adjusted EPS Exceeds Expectations\n\n## ${second}\n\nBOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) today reported earnings per share of $0.95 and adjusted EPS of $1.20 for its third quarter.\n`,
        new Set(["headline-without-gaap"]),
      );
    expect(told("Raises Full-Year EPS Outlook")).toEqual(["headline-without-gaap: Adjusted EPS"]);
    expect(told("EPS Doubles")).toEqual([]);
  });
});

describe("net debt", () => {
  const said = (words: string): string =>
    `${HEAD}## Liquidity\n\nOn September 30, 2025, Acme had net debt of $64.4 million${words}.\n`;

  it("is answered by the debt and the cash of its own sentence", () => {
    expect(wordsFound(said(", made up of $83.9 million of borrowings less $19.5 million of cash"), MISSING)).toEqual(
      [],
    );
  });

  it("is not by words that have no amount, nor by debt that was paid or raised", () => {
    const found = (text: string): readonly string[] => wordsFound(`${HEAD}## Liquidity\n\n${text}\n`, MISSING);
    const bare = ["gaap-measure-missing: net debt"];
    expect(found("The board comprised of nine lends notes on cash matters; net debt was $64 million.")).toEqual(bare);
    expect(found("Net debt was $64 million, comprised of $84 million of borrowings and $20 million of cash.")).toEqual(
      [],
    );
    expect(found("After we repaid $20 million of debt, net debt was $64 million.")).toEqual(bare);
    expect(found("We have $84.5 million of debt, and net debt was $64 million.")).toEqual([]);
  });

  it("is not by the cash alone", () => {
    expect(wordsFound(said(" and $19.5 million of cash"), MISSING)).toEqual(["gaap-measure-missing: net debt"]);
  });
});

describe("net cash", () => {
  it("is held against no debt, as who has it often has none", () => {
    const said = (name: string): readonly string[] =>
      wordsFound(`${HEAD}## Liquidity\n\nOn September 30, 2025, Acme had ${name} of $64.4 million.\n`, MISSING);
    expect(said("net cash")).toEqual([]);
    expect(said("a net cash position")).toEqual([]);
    expect(said("net debt")).toEqual(["gaap-measure-missing: net debt"]);
  });
});

describe("what the company's own is held against", () => {
  const said = (words: string): string =>
    `${HEAD}## Results\n\nNon-GAAP operating loss was $2.8 million in the third quarter of 2025, ${words}.\n`;

  it("is its own of the year before, whatever it is called", () => {
    expect(
      wordsFound(said("compared with operating loss of $5.0 million in the third quarter of 2024"), MISSING),
    ).toEqual(["gaap-measure-missing: Non-GAAP operating loss"]);
  });

  it("is the measure under GAAP in the same period, or where it says so", () => {
    for (const words of [
      "compared with operating loss of $5.0 million on a GAAP basis",
      "compared with operating loss of $5.0 million in the third quarter of 2025",
    ])
      expect(wordsFound(said(words), new Set(["gaap-measure-missing"]))).toEqual([]);
  });
});

describe("costs of the company's own", () => {
  it("are asked for those of the statements by the name that these have", () => {
    const said = (name: string): readonly string[] =>
      messagesOf(
        `${HEAD}## Results\n\nNon-GAAP ${name} expense was $11.5 million, compared with $10.7 million in the third quarter of 2024.\n\n${STATEMENT}`,
        "gaap-measure-missing",
      );
    expect(said("sales and marketing")).toEqual([
      'The text gives "Non-GAAP sales and marketing expense" and not sales and marketing expenses.',
    ]);
    expect(said("general and administrative")).toEqual([
      'The text gives "Non-GAAP general and administrative expense" and not general and administrative expenses.',
    ]);
  });
});

describe("organic growth", () => {
  const found = (text: string): readonly string[] =>
    wordsFound(`${HEAD}## Results\n\n${text}\n`, new Set(["gaap-measure-missing"]));

  it("is answered by the total growth of the company, and not by that of its market", () => {
    expect(found("Organic growth was 5%, and total growth was 7%.")).toEqual([]);
    expect(found("Organic growth was 5%, while we beat the market with total growth of 7%.")).toEqual([]);
    expect(found("Organic growth was 5%, while the market had total growth of 3%.")).toHaveLength(1);
    expect(found("Organic growth was 5%, and industry total growth was 3%.")).toHaveLength(1);
  });
});

describe("growth of revenue without the days", () => {
  it("is not said to stand beside revenue where that has a part of it alone", () => {
    const found = messagesOf(
      `${HEAD}- Same-day sales in Ohio were up 4% in the third quarter, where storms took 7% of sales\n`,
      "gaap-measure-missing",
    );
    expect(found.map((message) => / of which it has /.test(message))).toEqual([false]);
  });
});

describe("a quotation that owns up to a fall", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(`${HEAD}"${words}," said Jane Doe, chief executive.\n`, new Set(["quotation-without-gaap"]));

  it("tells how a measure of the company's own has come out, in words", () => {
    expect(said("While our adjusted earnings are below last year, we have a good plan")).toEqual([
      "quotation-without-gaap: adjusted earnings",
    ]);
    expect(said("While our net income and our adjusted earnings are below last year, we have a good plan")).toEqual([]);
    expect(said("Our adjusted earnings are what we are paid by, and our costs are below last year")).toEqual([]);
  });
});

it("is told of as a result where a part of it is said to have been returned", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(`${HEAD}"${words}," said Jane Doe, chief executive.\n`, new Set(["quotation-without-gaap"]));
  expect(said("It was a fine quarter for us all, and we returned 98% of our free cash flow to our owners")).toEqual([
    "quotation-without-gaap: free cash flow",
  ]);
  expect(said("It was a fine quarter for us all, and we plan to return 98% of our free cash flow by 2029")).toEqual([]);
  expect(said("It was a fine quarter for us all, and we are committed to returning 98% of our free cash flow")).toEqual(
    [],
  );
});

describe("a measure that its sentence answers in words", () => {
  const found = (said: string): readonly string[] => wordsFound(`${HEAD}## Results\n\n${said}\n`, MISSING);

  it("is so where both are told in turn", () => {
    const both = "$17.5 million net income and $20.6 million adjusted net income, up 28.7% and 23.7%";
    expect(found(`${both}, respectively.`)).toEqual([]);
    expect(found("Adjusted net income rose by 28.7% and 23.7%, respectively.")).toHaveLength(1);
  });

  it("is so where the bare word has the result before anything is left out of it", () => {
    const without = "$8.8 million excluding special items, was as planned.";
    expect(found(`Acme delivered earnings of $4.2 million, or ${without}`)).toEqual([]);
    expect(found("Acme delivered earnings excluding special items of $8.8 million.")).toHaveLength(1);
  });

  it("is so where the bare word on its own basis goes on about an operating loss", () => {
    const own = "Adjusted earnings were $2.9 million and $2.2 million a year earlier.";
    expect(found(`- Operating loss of $5.7 million, compared to a profit of $0.7 million. ${own}`)).toEqual([]);
    expect(found(`- Orders of $5.7 million, compared to $0.7 million. ${own}`)).toHaveLength(1);
  });
});

describe("a line that leads in to bullets", () => {
  it("heads nothing, so that what stands above it is still read with what stands below", () => {
    const said = (line: string): string =>
      `${HEAD}## Quarter\n\nNet income was $4.0 million, compared to $3.0 million.\n\nOrders rose.\n\n${line}\n\n- Higher interest of $0.2 million\n\nAdjusted EBITDA was $6.0 million, compared to $5.0 million.\n`;
    expect(wordsFound(said("Items that affect the comparison include:"), MISSING)).toEqual([]);
    expect(wordsFound(said("## Results of the Nine Months\n\nOrders grew by a tenth."), MISSING)).toHaveLength(1);
  });
});

it("what was paid on debt, net of what was raised, is no net debt", () => {
  const ordered = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}We made net debt ${words} of $17.0 million. Outstanding debt was $152.0 million, and net debt $88.8 million.\n`,
      "non-gaap-first",
    );
  expect(ordered("payments")).toEqual([]);
  expect(ordered("changes")).toHaveLength(1);
});

it("a margin or a change that a result reflects is no cause of it", () => {
  const told = (reflects: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income of $4.0 million was up $0.4 million. Adjusted EBITDA of $20.4 million, reflecting ${reflects}, was up $6.4 million.\n`,
      "gaap-measure-missing",
    ).filter((message) => message.includes("says why"));
  expect(told("a margin of 9.9 percent")).toEqual([]);
  expect(told("a 46% increase over 2024")).toEqual([]);
  expect(told("a 5% price increase over 2024")).toHaveLength(1);
  expect(told("an increase in prices")).toHaveLength(1);
});

describe("organic growth that a quotation gives", () => {
  const found = (before: string, rate: string, behind = ""): readonly string[] =>
    messagesOf(
      `${HEAD}${before}\n\n"Acme achieved organic revenue growth of ${rate}," said Jane Doe, chief executive.\n\n${behind}${STATEMENT}`,
      "quotation-without-gaap",
    );
  const told = "Net revenues were $40.2 million, up 17.4 percent.";

  it("is that as reported where the release has told it so before", () => {
    expect(found(told, "17.4 percent")).toEqual([]);
  });

  it("is another where it is of another rate, of too few digits, or told first", () => {
    expect(found(told, "17.2 percent")).toHaveLength(1);
    expect(found("Net revenues were $40.2 million, up 17 percent.", "17 percent")).toHaveLength(1);
    expect(found("Net revenues were $40.2 million.", "17.4 percent", `${told}\n\n`)).toHaveLength(1);
  });
});
