import { expect, test } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const CODES = new Set(["gaap-measure-missing", "gaap-ratio-missing"]);

/** A release that has a table of its segments, and this below. */
const below = (text: string): string => `# Quillon Mills Reports Third Quarter 2025 Results

NORTHAM, October 21, 2025 - Quillon Mills (NYSE: QMX) today reported its results for the third quarter of 2025. Net income was $9.1 million, compared to $8.4 million a year ago.

## Segment Information

| ($ millions) | Q3 2025 | Q3 2024 |
|---|---|---|
| Spinning | 81.2 | 79.9 |
| Weaving | 42.0 | 40.6 |
| Total sales | 123.2 | 120.5 |

${text}
`;

test("what tells the quarter of the whole company below a table of segments is a discussion of results", () => {
  const text =
    "### Third quarter\n\nSales of $123.2 million were 2% higher than a year ago, as demand for cotton yarn recovered in most of the markets that the mills serve. Adjusted EBITDA of $21.3 million was 6% higher than last year.";
  expect(wordsFound(below(text), CODES)).toEqual(["gaap-measure-missing: Adjusted EBITDA"]);
});

test("what stands there below the name of a segment is the segment's, and a note to the table no discussion", () => {
  const text =
    "Sales of $81.2 million were 2% higher than a year ago, as demand for cotton yarn recovered in most of the markets. Adjusted EBITDA of $15.0 million was 6% higher than last year.";
  expect(wordsFound(below(`### Spinning\n\n${text}`), CODES)).toEqual([]);
  expect(
    wordsFound(
      below(
        "### Nine months\n\n(1) Includes sales to related parties of $2.0 million, which were 4% higher than in the year before; adjusted EBITDA of $21.3 million includes the costs of them.",
      ),
      CODES,
    ),
  ).toEqual([]);
});

test("a bullet of tangible book value below a title of own measures tells a result", () => {
  const told = (bullet: string): string => `# Harrow Bancorp Reports Third Quarter 2025 Results

NORTHAM, October 21, 2025 - Harrow Bancorp (NASDAQ: HRWB) today reported net income of $9.1 million for the third quarter of 2025.

## Supplemental Measures

* ${bullet}
`;
  const codes = new Set(["non-gaap-first"]);
  const book = "Book value per share increased 3% to $24.10, compared to $23.40";
  const tangible = "Tangible book value per share increased 4% to $21.30, compared to $20.50";
  expect(wordsFound(told(`${tangible}. ${book}.`), codes)).toEqual(["non-gaap-first: Tangible book value per share"]);
  expect(wordsFound(told(`${book}. ${tangible}.`), codes)).toEqual([]);
});

test("lines of units and of the period leave what stands below them to the title above them", () => {
  const reconciled = (...lines: readonly string[]): readonly string[] =>
    wordsFound(
      `${below("")}## RECONCILIATION OF ADJUSTED EBITDA

${lines.map((line) => `## ${line}\n\n`).join("")}| | 2025 | 2024 |
|---|---|---|
| Net income | 9.1 | 8.4 |
| Depreciation | 12.2 | 11.6 |
| Adjusted EBITDA | 21.3 | 20.0 |

The new count of the looms has brought adjusted EBITDA of $0.7 million.
`,
      new Set([...CODES, "reconciliation-missing"]),
    );
  expect(reconciled("(UNAUDITED, IN MILLIONS)", "Three Months Ended September 30, 2025 and 2024")).toEqual([]);
  expect(reconciled("Three months in the mills")).not.toEqual([]);
});

test("what an officer is told to have said with that, in marks, is a quotation, and a term in marks is none", () => {
  const said = (words: string): readonly string[] =>
    wordsFound(`${HEAD}Net income was $9.1 million.\n\n${words}\n`, new Set(["quotation-without-gaap"]));
  expect(said("Ms. Doe continued that “we delivered strong adjusted EBITDA of $21.3 million.”")).toEqual([
    "quotation-without-gaap: adjusted EBITDA",
  ]);
  expect(said("Adjusted EBITDA of $21.3 million is a measure that “Quillon” has used for years.")).toEqual([]);
});

test("a paragraph on alternative performance measures, or on those beside IFRS, defines and tells no result", () => {
  const told = (kind: string, what: string): readonly string[] =>
    wordsFound(`${HEAD}${kind} measures are told of here: adjusted EBITDA was $21.3 million. They ${what}.\n`, CODES);
  for (const kind of ["Alternative performance", "Non-IFRS", "Non-IFRS financial"])
    for (const what of ["are not defined by the standards", "are not recognised there", "should not be read alone"])
      expect(told(kind, what)).toEqual([]);
  expect(told("Alternative performance", "rose in all regions")).toEqual(["gaap-measure-missing: adjusted EBITDA"]);
});

test("below a title of terms or of notes on measures stands what they mean", () => {
  const told = (title: string): readonly string[] =>
    wordsFound(`${HEAD}## ${title}\n\nWe had adjusted EPS of $1.21.\n`, CODES);
  for (const title of ["Frequently used terms", "Notes on measures", "Note to our measures", "Notes to the measures"])
    expect(told(title)).toEqual([]);
  expect(told("Notes on kites")).toEqual(["gaap-measure-missing: adjusted EPS"]);
});

test("a note that sends its reader to a section of own measures heads none", () => {
  const said = (note: string): readonly string[] =>
    wordsFound(
      `${HEAD}Net income was $9.1 million.\n\n${note}\n\n"We delivered strong adjusted EBITDA of $21.3 million," said Jane Doe.\n`,
      new Set(["quotation-without-gaap"]),
    );
  for (const note of [
    "1 See “Use of Non-GAAP Measures”",
    "(1) Refer to Non-GAAP Financial Measures",
    "* Please see Use of Non-GAAP Measures",
  ])
    expect(said(note)).toEqual(["quotation-without-gaap: adjusted EBITDA"]);
  expect(said("Use of Non-GAAP Measures")).toEqual([]);
});

test("one sentence that tells an amount below the title of a balance sheet is a discussion of results", () => {
  const said = "## Balance Sheet and Liquidity\n\nFree cash flow was $3.1 million in the quarter.";
  expect(wordsFound(below(said), CODES)).toEqual(["gaap-measure-missing: Free cash flow"]);
  expect(wordsFound(below("## Balance Sheet\n\nFree cash flow, see note 3."), CODES)).toEqual([]);
});

test("an officer who is quoted below contacts that a page prints beside its text speaks of results", () => {
  const contacts = "Media Contacts\n\nInvestor Relations: Ana Roe, ana.roe@quillon.example\n\n";
  const said =
    "“Adjusted EBITDA rose 6% to $21.3 million as demand for cotton yarn recovered in most of the markets that our mills serve, and we have kept our costs in check,” said Ana Roe, chief executive.";
  const found = (text: string): readonly string[] =>
    wordsFound(`${HEAD}${text}\n`, new Set(["quotation-without-gaap"]));
  expect(found(`${contacts}${said}`)).toEqual(["quotation-without-gaap: Adjusted EBITDA"]);
  expect(found(`${contacts}Adjusted EBITDA desk: “Ana Roe,” said of adjusted EBITDA of $21.3 million.`)).toEqual([]);
});

test("an outlook stays one where its title says aside that it is forward-looking", () => {
  const rows = "| | 2025 |\n|---|---|\n| Adjusted EBITDA | $50 million to $55 million |";
  const found = (title: string): readonly string[] =>
    wordsFound(`${HEAD}Net income was $4.0 million.\n\n## ${title}\n\n${rows}\n`, new Set(["outlook-without-gaap"]));
  expect(found("Outlook for 2025 (forward-looking statement)")).toHaveLength(1);
  expect(found("Cautionary statement (safe harbor)")).toEqual([]);
});
