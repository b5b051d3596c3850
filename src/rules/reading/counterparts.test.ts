import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (said: string, ...more: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}## Third Quarter Results\n\n${said}\n\n${more.join("")}`, "gaap-measure-missing");

const led = (from: string, to: string): string =>
  table(
    `Reconciliation of ${to}`,
    `${from} | 4.0 | 4.0`,
    "Levies | 2.0 | 2.0",
    "Repairs | 6.1 | 5.0",
    `${to} | 12.1 | 11.0`,
  );
const EBITDA = "Adjusted EBITDA was $12.1 million.";
const OPERATING = "Adjusted operating income was $12.1 million.";

describe("what a release compares a measure of its own with", () => {
  it("is what its reconciliations begin with", () => {
    const liquid = led("Net cash provided by operating activities", "Adjusted EBITDA");
    expect(missing(EBITDA, liquid)).toEqual([
      'The text gives "Adjusted EBITDA" and not cash from operating activities, which stands in the tables.',
    ]);
    expect(missing(`Net cash provided by operating activities was $4 million. ${EBITDA}`, liquid)).toEqual([]);
    // Where another table begins with net income, the release does not say it of one alone.
    expect(
      missing(
        `Net cash provided by operating activities was $4 million. ${EBITDA}`,
        liquid,
        led("Net income", "Adjusted EBITDA"),
      ),
    ).toEqual(['The text gives "Adjusted EBITDA" and not net income, which stands in the tables.']);
  });

  it("is of its margin the same margin", () => {
    const ratio = (gaap: string): readonly string[] =>
      messagesOf(
        `${HEAD}- ${gaap} of 9.9%\n- Adjusted EBITDA margin of 30.1%\n\n${led("Net cash provided by operating activities", "Adjusted EBITDA")}`,
        "gaap-ratio-missing",
      );
    expect(ratio("Operating cash flow margin")).toEqual([]);
    expect(ratio("Tax rate")).toEqual([
      '"Adjusted EBITDA margin" is a ratio of the company\'s own, and there is not with it the margin of cash from operating activities.',
    ]);
  });

  it("is not net income where a reconciliation has the margin that everybody compares with", () => {
    const further = led("Net income", "Adjusted gross profit");
    const nearer = `## Reconciliation of Gross Margin\n\n| ($ millions) | Q3 2025 | | Q3 2024 | |\n|---|---|---|---|---|\n| Revenue | 40.2 | | 38.1 | |\n| Cost of sales | (20.2) | | (19.1) | |\n| Gross margin and gross margin percentage | 20.0 | 50% | 19.0 | 50% |\n| Depreciation | 6.1 | | 6.2 | |\n| Adjusted gross margin | 26.1 | 65% | 25.2 | 66% |\n`;
    const ratio = (more: string): readonly string[] =>
      messagesOf(`${HEAD}- Adjusted gross margin percentage of 65%\n\n${further}${more}`, "gaap-ratio-missing");
    expect(ratio("")).toEqual([expect.stringContaining("net income margin")]);
    expect(ratio(nearer)).toEqual([expect.not.stringContaining("net income margin")]);
  });

  it("is not operating income for what is to be led to from net income, and nothing but itself where the statements have it", () => {
    expect(missing(`Operating income was $4 million. ${EBITDA}`, led("Operating income", "Adjusted EBITDA"))).toEqual([
      'The text gives "Adjusted EBITDA" and not net income.',
    ]);
    expect(
      missing(`Net income was $4 million. ${OPERATING}`, STATEMENT, led("Net income", "Adjusted operating income")),
    ).toEqual(['The text gives "Adjusted operating income" and not operating income, which stands in the tables.']);
  });

  it("is no amount where the measure is one of a share", () => {
    const says = "## Non-GAAP Measures\n\nThe GAAP measure most directly comparable to adjusted EPS is net income.\n";
    expect(missing("Net income was $4 million. Adjusted EPS was $0.40.", says)).toEqual([
      'The text gives "Adjusted EPS" and not earnings per share.',
    ]);
  });

  it("is what a definition says", () => {
    const why = "## Non-GAAP Measures\n\nAdjusted operating income leaves out what storms cost.";
    const says = `${why} The most directly comparable GAAP measure is income before income taxes.\n`;
    expect(missing(OPERATING, says)).toEqual(['The text gives "Adjusted operating income" and not income before tax.']);
    expect(missing(`Income before income taxes was $4 million. ${OPERATING}`, says)).toEqual([]);
    expect(missing(`Income before income taxes was $4 million. ${OPERATING}`, `${why}\n`)).toHaveLength(1);
    expect(
      missing(
        `Income before income taxes was $4 million. ${OPERATING}`,
        "The GAAP measures most directly comparable to adjusted operating income and adjusted EBITDA are income before income taxes and net income.\n",
      ),
    ).toHaveLength(1);
  });
});
