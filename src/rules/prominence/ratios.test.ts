import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const QUARTERS = "| | Q3 2025 | Q3 2024 |\n|---|---|---|\n";
const found = (...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${parts.join("\n")}`, "gaap-ratio-missing");

describe("a ratio of the company's own in a table", () => {
  it.each([
    "Adjusted EBITDA % revenue",
    "Adjusted EBITDA % of net sales",
    "Adjusted EBITDA excluding the impact of tariff refunds margin",
    "Free cash flow % adj. EBITDA",
    "Distributable earnings return on average equity",
  ])("is read where its label is %s", (label) => {
    expect(
      found(`${STATEMENT}## Results\n\n${QUARTERS}| Revenue | 40.2 | 38.1 |\n| ${label} | 30.1% | 28.9% |\n`),
    ).toHaveLength(1);
  });

  it("is that of the row above it, though the page has set it as a table of its own", () => {
    const page = (row: string): string =>
      `${QUARTERS}| Revenue | 40.2 | 38.1 |\n| ${row} | 12.1 | 11.0 |\n\n| | | |\n|---|---|---|\n| % revenue | 30.1% | 28.9% |\n`;
    expect(found(STATEMENT, "## Trends\n", page("Adjusted EBITDA"))).toHaveLength(1);
    expect(found(STATEMENT, "## Trends\n", page("Net income"))).toEqual([]);
  });

  const margins = (heads: string, ...rows: readonly string[]): string =>
    `## Reconciliation of Net Income to Adjusted EBITDA\n\n| ${heads} |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
  const quarter = margins(
    "| Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024",
    "Net income | 4.0 | 4.0",
    "Net income margin | 10.0% | 10.5%",
    "Depreciation | 8.1 | 7.0",
    "Adjusted EBITDA | 12.1 | 11.0",
    "Adjusted EBITDA margin | 30.1% | 28.9%",
  );
  const nineMonths = (...rows: readonly string[]): string =>
    margins(
      "| Nine Months Ended September 30, 2025 | Nine Months Ended September 30, 2024",
      "Net income | 14.0 | 12.0",
      ...rows,
      "Depreciation | 22.3 | 21.4",
      "Adjusted EBITDA | 36.3 | 33.4",
      "Adjusted EBITDA margin | 30.3% | 29.1%",
    );

  it("is answered by that of GAAP for the same period, and by no other period's", () => {
    expect(found(STATEMENT, quarter, nineMonths())).toHaveLength(1);
    expect(found(STATEMENT, quarter, nineMonths("Net income margin | 11.7% | 10.4%"))).toEqual([]);
    expect(found(STATEMENT, quarter)).toEqual([]);
  });

  it("is asked for with each of two lengths of period that one row has", () => {
    const row = (heads: string, figures: string): string =>
      `## Reconciliation of Adjusted Operating Income\n\n| ($ millions) | ${heads} |\n|---|---|---|\n| Operating income | 60.1 | 170.4 |\n| Restructuring | 10.0 | 10.0 |\n| Adjusted operating income | 70.1 | 180.4 |\n| Adjusted operating margin | ${figures} |\n`;
    const both = row("Three Months Ended September 30, 2025 | Nine Months Ended September 30, 2025", "30.1% | 28.9%");
    const said = (words: string): readonly string[] => found(`Operating margin was 25.8% ${words}.\n`, STATEMENT, both);
    expect(said("for the three months ended September 30, 2025")).toHaveLength(1);
    expect(said("for the nine months ended September 30, 2025")).toHaveLength(1);
    expect(
      found(
        "Operating margin was 25.8% for the three months ended September 30, 2025. Operating margin was 27.3% for the nine months ended September 30, 2025.\n",
        STATEMENT,
        both,
      ),
    ).toEqual([]);
  });

  it("is named where a page has torn its row from the table", () => {
    const text = "- Adjusted return on equity of 16%, compared to 19%\n";
    const torn = (row: string): string => `${text}\n${STATEMENT}Twelve months\n\n2025 2024\n\n${row}\n\n`;
    const isNamed = expect.stringMatching(/It stands so in line \d+ as well/);
    expect(found(torn("Adjusted return on equity 16% 19%"))).toEqual([isNamed]);
    expect(found(torn("Adjusted return on equity 16% 19%\n\nReturn on equity 14% 15%"))).not.toContainEqual(isNamed);
  });

  it("of a part of the business is not answered by that of the whole", () => {
    const acquired = `${QUARTERS}| Acquired adjusted EBITDA margin | 14.5% | 12.2% |\n`;
    expect(found(STATEMENT, quarter, acquired)).toHaveLength(1);
    expect(found(STATEMENT, quarter, `${acquired}| Acquired net income margin | 4.5% | 2.2% |\n`)).toEqual([]);
  });

  it("is the company's in the column of all segments", () => {
    const parts = (heads: string): string =>
      `## Reconciliation of Segment Adjusted EBITDA\n\n| Q3 2025 | ${heads} |\n|---|---|---|---|\n| Revenue | 20.2 | 20.0 | 40.2 |\n| Adjusted EBITDA | 8.1 | 4.0 | 12.1 |\n| Adjusted EBITDA margin | 40.1% | 20.0% | 30.1% |\n`;
    expect(found(STATEMENT, parts("Pumps | Valves | Consolidated"))).toHaveLength(1);
    expect(found(STATEMENT, parts("Pumps | Valves | Hoses"))).toEqual([]);
  });

  it("is told of once for a row below several measures", () => {
    const turned = (...rows: readonly string[]): string =>
      `## Reconciliation of Adjusted Results\n\n| | Gross profit | Operating expenses | Net income |\n|---|---|---|---|\n| Reported | 20,013 | 14,012 | 4,011 |\n${rows.join("")}| Adjusted | 21,013 | 13,012 | 5,011 |\n| Adjusted as a percentage of revenues | 52.3% | 32.4% | 12.5% |\n`;
    expect(found(STATEMENT, turned())).toHaveLength(1);
    expect(found(STATEMENT, turned("| Reported as a percentage of revenues | 49.8% | 34.9% | 10.0% |\n"))).toEqual([]);
  });

  it("is none in a table of contents", () => {
    expect(
      found("## Contents\n\n| | Page |\n|---|---|\n| Results | 3 |\n| Adjusted EBITDA margin | 31 |\n", STATEMENT),
    ).toEqual([]);
  });

  it("of one segment is left to the margin of that segment", () => {
    const lines = (first: string): string =>
      `## Pumps\n\n${QUARTERS}| ${first} | 20.2 | 19.1 |\n| EBITDA | 8.1 | 7.0 |\n| EBITDA margin | 40.1% | 36.6% |\n`;
    expect(found(STATEMENT, lines("Segment revenue"))).toEqual([]);
    expect(found(STATEMENT, lines("Revenue"))).toHaveLength(1);
    const said = (part: string): string =>
      `- Operating margin for Pumps was 27.2%. Adjusted EBITDA margin for ${part} was 34.2%.\n`;
    expect(found(said("Pumps"), STATEMENT)).toEqual([]);
    expect(found(said("Valves"), STATEMENT)).toHaveLength(1);
  });
});

it("takes a name for one of a part though its short form stands in brackets in the midst of it", () => {
  const costs = (first: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million.\n\n- ${first}\n- Adjusted SG&A expenses as a percentage of gross profit of 65.0%\n`,
      "gaap-ratio-missing",
    );
  expect(
    costs('Selling, general and administrative ("SG&A") expenses as a percentage of gross profit of 70.0%'),
  ).toEqual([]);
  expect(costs('Selling, general and administrative ("SG&A") expenses of $14.0 million')).toHaveLength(1);
});
