import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "headline-without-gaap",
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "praise-of-non-gaap",
]);

const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);

const RESULTS = `${HEAD}## Third Quarter Results\n\n`;
const OWN = "Adjusted EBITDA was $20.1 million, compared to $17.9 million a year ago.\n";

describe("a measure of the company's own beside that of the year before", () => {
  it("wants the measure under GAAP with that of the year before", () => {
    expect(foundIn(`${RESULTS}Net income was $5.2 million. ${OWN}`)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it("is not had by what its amount holds, and is told by a word for how often it has grown", () => {
    const held = "Net income was $5.2 million, inclusive of a tax benefit of $3.1 million. ";
    expect(foundIn(`${RESULTS}${held}${OWN}`)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    const both = "Net income was $5.2 million, including a gain of $3.1 million, compared to $4.0 million. ";
    expect(foundIn(`${RESULTS}${both}${OWN}`)).toEqual([]);
    const cash = "Net cash provided by operating activities was $9.0 million, with free cash flow of $5.1 million";
    expect(foundIn(`${RESULTS}${cash}, more than doubling year over year.\n`)).toEqual([
      "gaap-measure-missing: free cash flow",
    ]);
    expect(foundIn(`${RESULTS}${cash}.\n`)).toEqual([]);
  });

  it("is of the same twelve months where it is of twelve months itself", () => {
    const cash = "Net cash provided by operating activities was $6.9 million for the first half. ";
    const own = "Free cash flow, on a trailing twelve-month basis, was $12.8 million.\n";
    expect(foundIn(`${RESULTS}${cash}${own}`)).toEqual(["gaap-measure-missing: Free cash flow"]);
  });

  it("has it by an amount in brackets, and not by a year or the mark of a note", () => {
    const said = (gaap: string): readonly string[] =>
      foundIn(`${RESULTS}Net income was ${gaap}. Adjusted EBITDA was $12.1 million, up 34%.\n`);
    for (const both of [
      "SEK 108 million (96)",
      "SEK 1,336 million (1,302)",
      "EUR 10.8 (9.6) million",
      "EUR 10.8 (10) million",
    ])
      expect(said(both)).toEqual([]);
    for (const alone of ["$4.0 million (2025)", "$4 million (2025)", "$4.0 million (10)"])
      expect(said(alone)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
  });

  it.each([
    ["in its sentence", "Net income was $5.2 million, compared to $4.1 million a year ago. "],
    ["under another name", "Net income was $5.2 million vs. a net loss of $4.1 million a year ago. "],
    ["in the next sentence", "Net income was $5.2 million. This compares to a net loss of $4.1 million a year ago. "],
    ["by what it fell, in the next sentence", "Net income was $5.2 million. This was a decline of $1.1 million. "],
  ])("has it %s", (_, gaap) => {
    expect(foundIn(`${RESULTS}${gaap}${OWN}`)).toEqual([]);
  });

  it("is told in no word by an item that the amount holds", () => {
    expect(
      foundIn(`${RESULTS}Net income was $5.2 million, including a loss on hedges of $1.1 million. ${OWN}`),
    ).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    expect(foundIn(`${RESULTS}Net income was $5.2 million, including a loss, up from $4.1 million. ${OWN}`)).toEqual(
      [],
    );
  });

  it("has its rate before its name", () => {
    const own = "- Delivered more than 12% growth in Adjusted EBITDA to $20.1 million\n";
    expect(foundIn(`${RESULTS}- Net income of $5.2 million\n${own}`)).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
    expect(foundIn(`${RESULTS}- Net income of $5.2 million, up 3%\n${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}- 3% growth in net income to $5.2 million\n${own}`)).toEqual([]);
  });

  it("wants it in the bullet that has the amount under GAAP, whatever the paragraphs above tell", () => {
    const above = "Net income was $5.2 million, up 3% on demand for tools in all of the regions that we sell in.\n\n";
    const own = "adjusted net income of $6.4 million, up 12%\n";
    expect(foundIn(`${RESULTS}${above}- Net income of $5.2 million; ${own}`)).toEqual([
      "gaap-measure-missing: adjusted net income",
    ]);
    expect(foundIn(`${RESULTS}${above}- Net income of $5.2 million, up 3%; ${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}- Net income grew 3%\n- Net income of $5.2 million; ${own}`)).toEqual([]);
  });

  it("wants more than words on what the amount under GAAP is", () => {
    expect(foundIn(`${RESULTS}Net income was $5.2 million. This was a decline. ${OWN}`)).toEqual([
      "gaap-measure-missing: Adjusted EBITDA",
    ]);
  });

  it("has it not by an amount of what is included", () => {
    const own = "Adjusted EBITDA rose 12% to $12.1 million.\n";
    const net = "Net income was $4.0 million, including a loss from hedges of $4.7 million.";
    expect(foundIn(`${RESULTS}${net} ${own}`)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
    expect(
      foundIn(
        `${RESULTS}Net income was $4.0 million, including a loss of $4.7 million, compared to $3.8 million. ${own}`,
      ),
    ).toEqual([]);
  });

  it("is asked for growth that stands before the name", () => {
    const net = "Net income was $4.0 million.";
    expect(foundIn(`${RESULTS}${net} We saw more than 30% growth in adjusted EBITDA to $12.1 million.\n`)).toHaveLength(
      1,
    );
    expect(foundIn(`${RESULTS}${net} Adjusted EBITDA was $12.1 million.\n`)).toEqual([]);
  });

  it("has it where both are parts of sales", () => {
    const own = "Adjusted SG&A was 36.2%, a 39-basis point increase.\n";
    expect(foundIn(`${RESULTS}SG&A was 39.4% of net sales compared to 38.0%. ${own}`)).toEqual([]);
    expect(foundIn(`${RESULTS}SG&A was 39.4% of net sales. ${own}`)).toEqual(["gaap-measure-missing: Adjusted SG&A"]);
  });

  it("wants it where the year before is named by itself", () => {
    const list = "- Diluted EPS of $0.46; adjusted diluted EPS of $0.36; adjusted prior year $0.49\n";
    expect(foundIn(`${RESULTS}${list}`)).toEqual(["gaap-measure-missing: adjusted diluted EPS"]);
  });

  it("wants it where its own name stands again for the year before", () => {
    const own = "adjusted net income was $2.0 million, compared to an adjusted net loss of $1.0 million a year ago.\n";
    expect(foundIn(`${RESULTS}The net loss was $3.0 million, and ${own}`)).toEqual([
      "gaap-measure-missing: adjusted net income",
    ]);
    const both = "The net loss was $3.0 million, compared to $4.0 million. In the quarter, ";
    expect(foundIn(`${RESULTS}${both}${own}`)).toEqual([]);
    const next = "Net income for the comparable 2024 period was $4.0 million. In the quarter, ";
    expect(foundIn(`${RESULTS}The net loss was $3.0 million. ${next}${own}`)).toEqual([]);
  });

  it("wants it of what is unchanged, and takes the amount for no growth of its share", () => {
    const list = (gaap: string): readonly string[] =>
      foundIn(`${RESULTS}- ${gaap}; adjusted diluted EPS was $0.52, unchanged from the year before\n`);
    expect(list("Net income of $3.9 million, or $0.38 per diluted share")).toEqual([
      "gaap-measure-missing: adjusted diluted EPS",
    ]);
    expect(list("Net income per diluted share of $0.38, flat with the year before")).toEqual([]);
    expect(list("Net income per diluted share of $0.38, consistent with Q3 of last year")).toEqual([]);
    expect(list("Net income per diluted share of $0.38, the same as in the prior-year quarter")).toEqual([]);
    expect(list("Net income per diluted share of $0.38, in line with our plan")).toHaveLength(1);
    expect(list("Diluted EPS decreased 5% to $0.38")).toEqual([]);
  });

  it("is no fault where it is compared with the measure under GAAP", () => {
    const above = "GAAP net loss was $0.3 million, compared to net income of $0.2 million in the second quarter.\n\n";
    const own =
      "Pro forma net income was $0.2 million, compared with net income of $0.2 million in the second quarter and a pro forma net loss of $0.6 million a year ago.\n";
    expect(foundIn(`${RESULTS}${above}${own}`)).toEqual([]);
  });

  it("has the share of a net loss however it is said", () => {
    const text =
      "GAAP net loss was $36.7 million, or a loss per share of $0.88. Adjusted net loss was $10.0 million, with adjusted loss per share of $0.24.\n";
    expect(foundIn(`${RESULTS}${text}`)).toEqual([]);
  });

  it("is no comparison where the figures are its parts, or its share of revenue", () => {
    for (const parts of [
      "Adjusted EBITDA was $20.1 million, inclusive of $17.9 million from the base business.\n",
      "Adjusted EBITDA was $20.1 million or 18.5% of revenue.\n",
    ])
      expect(foundIn(`${RESULTS}Net income was $5.2 million or 4.8% of revenue. ${parts}`)).toEqual([]);
  });
});

describe("a record in a series", () => {
  it("is said of every measure that follows", () => {
    expect(foundIn(`${HEAD}We achieved record net revenue, gross profit and adjusted EBITDA.\n`)).toContain(
      "praise-of-non-gaap: adjusted EBITDA",
    );
  });

  it("ends where the series does", () => {
    expect(
      foundIn(
        `${HEAD}We achieved record net revenue of $40.2 million; net income was $3.3 million and adjusted EBITDA $5.1 million.\n`,
      ),
    ).not.toContain("praise-of-non-gaap: adjusted EBITDA");
  });
});

describe("a headline", () => {
  const TITLE = "# Example Inc. Reports Third Quarter Results\n\n## Positive Adjusted EBITDA of $2.1 Million\n\n";

  it("is not given the measure under GAAP by a bullet below it", () => {
    expect(foundIn(`${TITLE}- Net loss of $3.4 million\n- Adjusted EBITDA of $2.1 million\n`)[0]).toBe(
      "headline-without-gaap: Adjusted EBITDA",
    );
  });
});

describe("a section of results on the company's own basis", () => {
  const OWN_LIST = "## Summary of Non-GAAP Results\n\n- Adjusted operating income was $4.7 million\n";

  it("is read with the section under GAAP right above it, and with no other", () => {
    const costs = ["Rent", "Postage", "Energy", "Travel", "Training", "Audit"].map(
      (c, i) => `- ${c} was $${i + 2}.5 million\n`,
    );
    const gaap = (title: string): string =>
      `${HEAD}## ${title}\n\n- Operating loss was $4.2 million\n${costs.join("")}\n${OWN_LIST}`;
    expect(foundIn(gaap("Summary of GAAP Results"))).toEqual([]);
    expect(foundIn(gaap("Summary of Results"))).toEqual(["gaap-measure-missing: Adjusted operating income"]);
  });
});

describe("a quotation", () => {
  const said = (words: string): string =>
    `${HEAD}"I am confident in our value ${words}," said Jane Doe, chief executive.\n`;

  it("tells no result by what is worked for", () => {
    const quoted = (words: string): readonly string[] => wordsFound(said(words), new Set(["quotation-without-gaap"]));
    expect(quoted("as we improve margins and deliver free cash flow")).toEqual([]);
    expect(quoted("as we delivered strong free cash flow")).toEqual(["quotation-without-gaap: free cash flow"]);
  });
});

describe("a list without an end", () => {
  const list = (bullet: (i: number) => string): string =>
    `${RESULTS}${Array.from({ length: 1000 }, (_, i) => `- ${bullet(i + 1)}\n`).join("")}`;

  it("is read no longer than a reader waits, though each of its bullets is held against all others", () => {
    expect(foundIn(list((i) => `Net income was $${i}.4 million and adjusted net income rose 3%`))).toEqual([
      "gaap-measure-missing: adjusted net income",
    ]);
    expect(
      foundIn(list((i) => `Adjusted earnings were $${i} million, up 3%, while earnings were $5 million for excluding`)),
    ).toEqual(["gaap-measure-missing: Adjusted earnings"]);
  }, 60_000);
});
