import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (text: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${text}`, "reconciliation-missing");
const NOT_RECONCILED = /no table or sentence reconciles it/;

describe("a reconciliation that a heading has parted from its last line", () => {
  const CASH = [
    "Cash provided by operating activities | 5.0 | 4.0",
    "Capital expenditures | (1.5) | (0.7)",
    "Purchase of software | (0.5) | (0.3)",
  ];
  const END = "---\n\n## Free Cash Flow\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| | 3.0 | 3.0 |\n\n";
  const said = "Non-GAAP free cash flow was $3.0 million.\n\n";

  it("leads to the measure that its title names, which is the same with and without the words for its basis", () => {
    expect(missing(`${said}${STATEMENT}${table("Reconciliation of Cash to Free Cash Flow", ...CASH)}${END}`)).toEqual(
      [],
    );
  });

  it("is none where its title names another measure, or the line above it no measure of its kind", () => {
    const [one] = missing(`${said}${STATEMENT}${table("Reconciliation of Cash and Restricted Cash", ...CASH)}`);
    expect(one).toMatch(NOT_RECONCILED);
    const torn = (line: string): readonly string[] =>
      missing(
        `Non-GAAP research and development was $4.5 million.\n\n${STATEMENT}${line}\n\n| Share-based compensation | 0.4 | 0.3 |\n|---|---|---|\n| Acquisition costs | 0.1 | 0.1 |\n| Non-GAAP R&D | 4.5 | 4.1 |\n`,
      );
    expect(torn("GAAP R&D")).toEqual([]);
    expect(torn("GAAP gross profit")).toHaveLength(1);
  });
});

describe("a ratio of net debt to earnings", () => {
  const debt = table("Net debt", "Total debt | 30.0 | 31.0", "Cash | (6.0) | (5.0)", "Net debt | 24.0 | 26.0");
  const told = (more: string): readonly string[] =>
    missing(`Net debt to trailing adjusted EBITDA stood at 2.0 times.\n\n${STATEMENT}${debt}${more}`);

  it("is led to by no table of net debt alone", () => {
    expect(told("")).toEqual([expect.stringMatching(NOT_RECONCILED)]);
  });

  it("is led to where the earnings that it is divided by are", () => {
    // Those of a quarter are none of twelve months.
    expect(told(EBITDA)).toEqual([expect.stringContaining("for parts of a year alone")]);
    expect(told(EBITDA.replaceAll("Q3 2025", "FY 2025").replaceAll("Q3 2024", "FY 2024"))).toEqual([]);
  });
});

describe("growth without an item", () => {
  const told = (was: string): readonly string[] =>
    missing(
      `## Results\n\n${was} Excluding the closing of the plant, operating expenses fell 11%.\n\n${STATEMENT}${EBITDA}`,
    );

  it("is led to by the amounts of both periods and that of the item", () => {
    expect(
      told("Operating expenses were $14.0 million, compared to $19.0 million, which included a $3.3 million charge."),
    ).toEqual([]);
  });

  it("is not by the amount of one period, nor by an item without an amount", () => {
    expect(told("Operating expenses were $14.0 million, which included a $3.3 million charge.")).toHaveLength(1);
    expect(
      told("Operating expenses were $14.0 million, compared to $19.0 million, which included a charge."),
    ).toHaveLength(1);
  });
});

describe("a measure without an item that was told before it", () => {
  const told = (item: string): readonly string[] =>
    missing(
      `Adjusted EBITDA ${item}. Excluding this gain, adjusted EBITDA would have been $9.1 million.\n\n${STATEMENT}${EBITDA}`,
    );

  it("is led to by the item's amount, and not by its name", () => {
    expect(told("included a gain of $3.0 million on a plant")).toEqual([]);
    expect(told("included a gain on a plant")).toHaveLength(1);
  });
});

describe("further lines of a measure that is not reconciled", () => {
  it("are those that are not reconciled either", () => {
    const text = `Same-store NOI was $7.0 million.\n\nNOI was $8.0 million.\n\nSame-store NOI was up 4%.\n\n${STATEMENT}${table(
      "Reconciliation of Net Operating Income",
      "Net income | 4.0 | 4.0",
      "Interest | 4.0 | 3.0",
      "NOI | 8.0 | 7.0",
    )}`;
    expect(missing(text)).toEqual([
      '"Same-store NOI" is given, and no table or sentence reconciles it with net income. It stands so in line 7 as well.',
    ]);
  });
});

describe("another document for reconciliations", () => {
  const said = (of: string): string =>
    `${HEAD}Net income was $4.0 million. Free cash flow was $3.0 million.\n\nA reconciliation of ${of} is on our website.\n\n${STATEMENT}${EBITDA}`;

  it("serves the measures that it is named for", () => {
    expect(messagesOf(said("adjusted EBITDA"), "reconciliation-elsewhere")).toEqual([]);
    expect(messagesOf(said("adjusted EBITDA"), "reconciliation-missing")).toHaveLength(1);
    expect(messagesOf(said("free cash flow"), "reconciliation-elsewhere")).toHaveLength(1);
    expect(messagesOf(said("these measures"), "reconciliation-elsewhere")).toHaveLength(1);
    const too = said("these measures").replace("on our website", "in the tables below as well as on our website");
    expect(messagesOf(too, "reconciliation-elsewhere")).toEqual([]);
    const itself = said("these measures").replace(
      /A reconciliation of .* website\./,
      "This press release, which includes the reconciliation of non-GAAP measures, is available on our website.",
    );
    expect(messagesOf(itself, "reconciliation-elsewhere")).toEqual([]);
    expect(messagesOf(too, "reconciliation-missing")).toHaveLength(1);
    expect(messagesOf(said("these measures"), "reconciliation-missing")).toEqual([]);
  });
});

describe("a table below words on reconciliations that name a measure", () => {
  const found = (title: string, ...rows: readonly string[]): readonly string[] =>
    missing(`Adjusted net income was $5.1 million.\n\n${STATEMENT}${table(title, ...rows)}`);
  const customers = ["North", "South", "East", "West", "Homes", "Offices", "Schools", "Farms"].map(
    (of) => `Customers, ${of} | 41 | 40`,
  );

  it("leads to the measure where its lines tell their basis, and not where they are about something else", () => {
    const title = "Reconciliation of Net Income to Adjusted Net Income";
    expect(found(title, "GAAP | 4.0 | 4.0", "Restructuring | 1.1 | 0.9", "Non-GAAP | 5.1 | 4.9")).toEqual([]);
    expect(found(title, "Net income | 4.0 | 4.0", "Restructuring | 1.1 | 0.9", "Total | 5.1 | 4.9")).toEqual([]);
    expect(found(`${title} and numbers of customers`, ...customers)).toEqual([expect.stringMatching(NOT_RECONCILED)]);
  });
});

describe("a table whose title names several measures", () => {
  const title = "Reconciliation of Adjusted Net Income and Adjusted Free Cash Flow";
  const lines = ["Net income | 4.0 | 4.0", "Restructuring | 1.1 | 0.9"];
  const said = "Adjusted free cash flow was $3.0 million. Cash provided by operating activities was $5.0 million.\n\n";
  const found = (...rows: readonly string[]): readonly string[] =>
    missing(`${said}${STATEMENT}${table(title, ...lines, ...rows)}`);

  it("leads to none that its lines do not come to, where they come to another", () => {
    expect(found("Adjusted net income | 5.1 | 4.9")).toEqual([expect.stringMatching(NOT_RECONCILED)]);
    expect(found("Adjusted net income | 5.1 | 4.9", "Shares for adjusted earnings | 9.0 | 9.0")).toHaveLength(1);
  });

  it("may lead to it by a line that is called by its basis alone", () => {
    expect(found("Adjusted net income | 5.1 | 4.9", "Cash as reported | 5.0 | 4.0", "As adjusted | 3.0 | 3.0")).toEqual(
      [],
    );
    expect(
      found("Adjusted net income | 5.1 | 4.9", "Cash used | (2.0) | (1.0)", "Adjusted free cash flow | 3.0 | 3.0"),
    ).toEqual([]);
  });
});
