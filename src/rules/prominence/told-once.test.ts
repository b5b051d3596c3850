import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "headline-without-gaap",
  "quotation-without-gaap",
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "praise-of-non-gaap",
]);

const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);

const NET = "Net income was $9.4 million.\n\n";
const RESULTS = `${HEAD}## Third Quarter Highlights\n\n`;

describe("a sentence with several measures of the company's own", () => {
  const said = '," said Jane Doe, chief executive.\n';

  it("is told of once, with all of them", () => {
    const one = messagesOf(
      `${HEAD}${NET}"We grew adjusted EBITDA 12% and adjusted EPS 15%${said}`,
      "quotation-without-gaap",
    );
    expect(one).toEqual([
      'The quotation gives "adjusted EBITDA" and not net income, which stands elsewhere: "Net income". It gives "adjusted EPS" and not earnings per share.',
    ]);
    expect(foundIn(`${HEAD}${NET}"Adjusted EBITDA grew 12%. Our adjusted EPS grew 15%${said}`)).toEqual([
      "quotation-without-gaap: Adjusted EBITDA",
      "quotation-without-gaap: adjusted EPS",
    ]);
    expect(
      messagesOf(`${RESULTS}- Record adjusted EBITDA, adjusted EPS and orders\n- Net income\n`, "praise-of-non-gaap"),
    ).toEqual([
      'The list praises "adjusted EBITDA", "adjusted EPS" as a record, a streak or the like, and says nothing so of net income, earnings per share.',
    ]);
  });
});

describe("what is divided by a measure of the company's own", () => {
  it("gives no amount of it", () => {
    // It is a ratio of it, as what was paid out.
    expect(foundIn(`${RESULTS}- We paid out 73% of our AFFO per share\n`)).toEqual([
      "gaap-ratio-missing: paid out 73% of our AFFO",
    ]);
    expect(foundIn(`${RESULTS}- Freight fell as a percentage of adjusted EBITDA to 11.6%\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}- We achieved a 12% increase of our AFFO per share\n`)).toEqual([
      "gaap-measure-missing: AFFO per share",
    ]);
  });
});

describe("why a measure of the company's own has changed", () => {
  const own =
    "Adjusted EBITDA was $12.1 million, compared to $11.0 million. The increase was due to higher prices of pumps.\n";
  const net = "Net income was $9.4 million, compared to $8.1 million.";

  it("is told with why that under GAAP has, be it by what it holds", () => {
    expect(foundIn(`${RESULTS}${net}\n\n${own}`)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    expect(foundIn(`${RESULTS}${net} Included in net income of 2024 was a gain of $2.0 million.\n\n${own}`)).toEqual(
      [],
    );
  });

  it.each([
    "The change was driven in part by a loss on the sale of a plant.",
    "The increase is attributable mainly to fewer repairs.",
  ])("is told with why that under GAAP has: %s", (why) => {
    expect(foundIn(`${RESULTS}${net} ${why}\n\n${own}`)).toEqual([]);
  });

  it("is the cause of that measure, and not of the next one", () => {
    const both =
      "Adjusted EBITDA was $12.1 million, and revenue rose 5% to $40 million due to higher prices of pumps.\n";
    expect(foundIn(`${RESULTS}${net}\n\n${both}`)).toEqual([]);
  });

  it("is not told where the measure is itself the cause of something else", () => {
    const cash = "Cash grew by $4.2 million, due to strong free cash flow, in part offset by dividends.\n";
    expect(foundIn(`${RESULTS}${net}\n\n${cash}`)).toEqual([]);
    const flow = "Cash grew by $4.2 million. Strong free cash flow growth was driven by higher prices of pumps.\n";
    expect(foundIn(`${RESULTS}${net}\n\n${flow}`)).toEqual(["gaap-measure-missing: free cash flow"]);
  });

  it("is told of that under GAAP by what was its largest driver", () => {
    const costs = (why: string): string =>
      `${RESULTS}Operating expenses were $15.1 million, compared to $16.3 million. ${why}Adjusted operating expenses were $14.3 million, down 6%, due to the same.\n`;
    expect(foundIn(costs("Lower rent was the largest driver. "))).toEqual([]);
    expect(foundIn(costs(""))).toEqual(["gaap-measure-missing: Adjusted operating expenses"]);
  });

  it("is not told by whom the income is attributable to", () => {
    expect(
      foundIn(
        `${RESULTS}${net}\n\nAdjusted net income attributable to Acme was $9.9 million, compared to $8.4 million.\n`,
      ),
    ).toEqual([]);
  });

  it("is not told where the text says what drives it", () => {
    expect(
      foundIn(
        `${RESULTS}${net}\n\nFree cash flow, like our earnings, is driven by the market for pumps as a whole and may be impacted by what we invest so that our firm is able to grow.\n`,
      ),
    ).toEqual([]);
  });
});

describe("a segment that a sentence begins with", () => {
  it("has what the sentence goes on to tell, up to a word for the whole", () => {
    const net = "- Net loss of $9.4 million\n";
    expect(
      foundIn(`${RESULTS}${net}- Pumps segment revenue of $40.2 million, up 1%, and adjusted EBITDA margin of 16.5%\n`),
    ).toEqual([]);
    expect(
      foundIn(
        `${RESULTS}${net}- Pumps segment revenue of $40.2 million, up 1%, and consolidated adjusted EBITDA margin of 16.5%\n`,
      ),
    ).toEqual(["gaap-ratio-missing: adjusted EBITDA margin"]);
    expect(
      foundIn(
        `${RESULTS}${net}- Each segment delivered in what was a hard year for all makers of pumps, with an adjusted EBITDA margin of 16.5%\n`,
      ),
    ).toEqual(["gaap-ratio-missing: adjusted EBITDA margin"]);
  });
});

describe("a headline that guides", () => {
  const headline = "# Acme Raises Adjusted EBITDA Guidance to $50 Million\n\n";
  const exception =
    "We do not reconcile the outlook for adjusted EBITDA, since it would take unreasonable efforts: acquisition costs are not known";

  it("is excused by an exception below that says all it has to", () => {
    expect(foundIn(`${headline}${HEAD}${exception}.\n`)).toEqual(["headline-without-gaap: Adjusted EBITDA"]);
    expect(foundIn(`${headline}${HEAD}${exception}, and may be significant.\n`)).toEqual([]);
  });
});

describe("a quotation that aims at something", () => {
  const said = '," said Jane Doe, chief executive.\n';

  it("tells no result of it", () => {
    expect(foundIn(`${HEAD}"Our focus remains on growing free cash flow over time${said}`)).toEqual([]);
    expect(foundIn(`${HEAD}"Our focus on costs has paid off. We grew free cash flow${said}`)).toEqual([
      "quotation-without-gaap: free cash flow",
    ]);
  });

  it("is told that it names the measure under GAAP without its figures", () => {
    expect(messagesOf(`${HEAD}"Net income rose and adjusted EBITDA grew 12%${said}`, "quotation-without-gaap")).toEqual(
      ['The quotation gives "adjusted EBITDA" and not the figures of net income, which it names without any.'],
    );
  });
});

describe("the amounts of two periods", () => {
  it("may stand in two sentences", () => {
    const own = "- Adjusted EBITDA of $2.9 million, compared to $0.5 million\n";
    expect(
      foundIn(
        `${RESULTS}- Net loss of $0.6 million. This was better than plan, compared to net loss of $7.4 million\n${own}`,
      ),
    ).toEqual([]);
    expect(
      foundIn(`${RESULTS}- Net loss of $0.6 million. The bank asked for a net loss of $7.4 million at most\n${own}`),
    ).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });
});

describe("leverage as a lender defines it", () => {
  it("is no measure that the company has chosen", () => {
    const net = "- Net income of $9.4 million\n";
    expect(
      foundIn(`${RESULTS}${net}- Net debt-to-EBITDA ratio, as defined by our credit facility, of 2.80x\n`),
    ).toEqual([]);
    expect(foundIn(`${RESULTS}${net}- Net debt-to-EBITDA ratio, as defined below, of 2.80x\n`)).toEqual([
      "gaap-ratio-missing: Net debt-to-EBITDA",
    ]);
  });
});

describe("what is said of earnings in words", () => {
  const said = '," said Jane Doe, chief executive.\n';

  it("answers what is told of the company's own in words, and has the streak that leads up to it", () => {
    expect(
      foundIn(
        `${HEAD}"Non-GAAP operating income came in ahead of our plans and we enjoyed our fifth consecutive quarter of GAAP profitability${said}`,
      ),
    ).toEqual([]);
    expect(foundIn(`${HEAD}"Non-GAAP operating income rose for the fifth consecutive quarter${said}`)).toEqual([
      "quotation-without-gaap: Non-GAAP operating income",
      "praise-of-non-gaap: Non-GAAP operating income",
    ]);
  });

  it("is no outlook where something is hoped to add to it", () => {
    expect(
      foundIn(`${HEAD}"These steps are expected to be accretive to adjusted EBITDA margins in the future${said}`),
    ).toEqual([]);
    expect(foundIn(`${HEAD}"We expect adjusted EBITDA margins to expand in the future${said}`)).toEqual([
      "quotation-without-gaap: adjusted EBITDA margins",
    ]);
  });
});

describe("revenue of a period", () => {
  it("is that of the whole company", () => {
    const own = "Revenue Growth on a Constant Currency Basis of 0.2%";
    expect(foundIn(`# Acme Reports Results\n\nFirst Quarter Revenue Decline of 1.5%; ${own}\n\n${HEAD}`)).toEqual([]);
    expect(foundIn(`# Acme Reports Results\n\nDigital Revenue Decline of 1.5%; ${own}\n\n${HEAD}`)).toEqual([
      "headline-without-gaap: Revenue Growth",
    ]);
  });
});

describe("a list of what is expected", () => {
  const list = "- Adjusted EBITDA of $50 million to $55 million\n";

  it("is an outlook below a title that says so, and behind first words that do", () => {
    const codes: ReadonlySet<string> = new Set(["gaap-measure-missing", "outlook-without-gaap"]);
    expect(wordsFound(`${RESULTS}- Orders rose\n\n## Fourth Quarter Expectations\n\n${list}`, codes)).toEqual([
      "outlook-without-gaap: Adjusted EBITDA",
    ]);
    expect(
      wordsFound(
        `${RESULTS}- Orders rose\n- 2026 Outlook: revenue of $160 million. Adjusted EBITDA of $50 million.\n`,
        codes,
      ),
    ).toEqual(["outlook-without-gaap: Adjusted EBITDA"]);
    expect(wordsFound(`${RESULTS}- Orders rose\n\n## Results Above Expectations\n\n${list}`, codes)).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
  });
});

describe("a summary that its layout has torn", () => {
  it("tells nothing in words by its labels alone", () => {
    const headline = (line: string): string => `# Acme Reports Results\n\n${line}\n\n${HEAD}`;
    expect(foundIn(headline("Organic revenue growth"))).toEqual([]);
    expect(foundIn(headline("Organic revenue growth in all regions"))).toEqual([
      "headline-without-gaap: Organic revenue growth",
    ]);
  });

  it("has the measure under GAAP in the pieces above its table", () => {
    const codes: ReadonlySet<string> = new Set(["table-without-gaap"]);
    const table = "| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Core EPS | 1.21 | 1.10 |\n";
    const torn = (figures: string): string =>
      `${HEAD}## Results\n\nEarnings per share (EPS)\n\nEPS change\n\nThird Quarter\n\n${figures}${table}`;
    expect(wordsFound(torn("$0.95\n\n$0.90\n\n5%\n\n(3)%\n\n"), codes)).toEqual([]);
    expect(wordsFound(torn(""), codes)).toEqual(["table-without-gaap: Core EPS"]);
  });
});

describe("a figure", () => {
  it("is that of the measure under GAAP where another basis is told behind the second one", () => {
    expect(foundIn(`${RESULTS}Gross margin was 50%, or 52% on a non-GAAP basis.\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Net income of $4.0 million ($5.0 million on a non-GAAP basis)\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}Gross margin was between 50% and 52% on a non-GAAP basis.\n`)).toEqual([
      "gaap-ratio-missing: Gross margin",
    ]);
    expect(foundIn(`${RESULTS}- GAAP/non-GAAP EPS of $0.40/$0.50\n`)).toEqual([]);
  });

  it("is none of what it was paid with", () => {
    expect(foundIn(`${RESULTS}- Repaid $20.5 million of debt, funded by free cash flow\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Generated $20.5 million of free cash flow\n`)).toEqual([
      "gaap-measure-missing: free cash flow",
    ]);
  });

  it("explains its row in a note, and is no discussion there", () => {
    const said = "Constant currency revenue was $41.0 million and leaves out hedging of $1.0 million.\n";
    expect(foundIn(`${RESULTS}^1^ ${said}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${said}`)).toEqual(["gaap-measure-missing: Constant currency revenue"]);
  });
});

describe("a word of praise", () => {
  it("is said of what stands before a new clause", () => {
    expect(
      foundIn(
        `${RESULTS}- Net income of $9.4 million; a milestone of 1,000 orders while adjusted EBITDA was $12.1 million\n`,
      ),
    ).toEqual([]);
    expect(
      foundIn(`${RESULTS}- Net income of $9.4 million; a milestone in adjusted EBITDA of $12.1 million\n`),
    ).toEqual(["praise-of-non-gaap: adjusted EBITDA"]);
  });
});

describe("a bridge of a measure of the company's own", () => {
  it("is told of once, as a table without the measure under GAAP", () => {
    const table =
      "The table bridges FFO of both years:\n\n| ($ millions) | Amount |\n|---|---|\n| FFO of 2024 | 8.0 |\n| Higher rents | 0.3 |\n| Lower interest | 0.1 |\n| FFO of 2025 | 8.4 |\n";
    expect(messagesOf(`${HEAD}## Results\n\n${table}`, "table-without-gaap")).toHaveLength(1);
  });
});

describe("praise of a segment's measure", () => {
  it("is none of the company's", () => {
    const net = "- Net income of $9.4 million\n";
    expect(foundIn(`${RESULTS}${net}- Record Pumps segment adjusted EBITDA of $12.1 million\n`)).toEqual([]);
    expect(foundIn(`${RESULTS}${net}- Record adjusted EBITDA of $12.1 million\n`)).toEqual([
      "praise-of-non-gaap: adjusted EBITDA",
    ]);
  });
});

describe("the measure under GAAP in a paragraph before", () => {
  const net = "Net revenues were $11.5 million, up 2%, and net income was $4.0 million.";

  it("is read with the company's own across what explains them and the head of a page", () => {
    const own =
      "On an adjusted basis, net revenues were $12.0 million, up 3%, and adjusted net income was $5.0 million.\n";
    const why = "We believe that adjusted measures are useful to investors since they leave out what is unusual.";
    expect(foundIn(`${RESULTS}${net}\n\n${why}\n\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${net}\n\nNEWS RELEASE, NOVEMBER 4, 2025\n\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${net}\n\n- Orders rose.\n\n## Performance Review\n\n${own}`)).not.toEqual([]);
  });

  it("does not tell how much of its growth is organic", () => {
    expect(foundIn(`${RESULTS}${net}\n\nOrganic revenue growth was 1.5% in the quarter.\n`)).toEqual([
      "gaap-measure-missing: Organic revenue growth",
    ]);
  });
});

it("names in a sentence what another sentence has bare before", () => {
  const text = `${HEAD}## Third Quarter Results\n\nRevenue was $10.0 million.\n\n- Adjusted EBITDA margin rose to 20.6%\n- Pro forma operating margin was 14.1%; adjusted EBITDA margin in the first nine months was 19.8%\n`;
  expect(messagesOf(text, "gaap-ratio-missing")).toEqual([
    expect.stringMatching(/^"Adjusted EBITDA margin" is .* line 8 as well/),
    expect.stringMatching(/^"Pro forma operating margin" is .* "adjusted EBITDA margin" is a ratio/),
  ]);
  expect(messagesOf(text.replace("adjusted EBITDA margin in", "revenue growth in"), "gaap-ratio-missing")).toEqual([
    expect.not.stringContaining("as well"),
    expect.not.stringContaining("EBITDA"),
  ]);
});
