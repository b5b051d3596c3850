import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const statement = (last: string): string =>
  `## Consolidated Statements of Operations\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net revenue | $ 40.2 | $ 38.1 |\n| Cost of revenue | 20.2 | 19.1 |\n| Gross profit | 20.0 | 19.0 |\n| Operating expenses | 14.0 | 13.0 |\n| Operating income | 6.0 | 6.0 |\n| Income tax | 2.0 | 2.0 |\n| Net income | $ 4.0 | $ 4.0 |\n${last}\n`;
const SHOWN =
  "## Selected measures\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Non-GAAP operating income | $ 7.0 | $ 6.5 |\n| % of net revenue | 17.4% | 17.1% |\n\n";

describe("rows of a statement in percent", () => {
  const found = (last: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n${statement(last)}${SHOWN}`, "gaap-ratio-missing");

  it("are margins under GAAP where their section says of what they are a part", () => {
    expect(found("| Percentage of total net revenue: | | |\n| Operating income | 14.9% | 15.7% |\n")).toEqual([]);
    expect(found("| Tax by country: | | |\n| Operating income | 14.9% | 15.7% |\n")).toHaveLength(1);
  });
});

describe("a ratio of a segment", () => {
  const bridge = (line: string): string =>
    `## Reconciliation of Pumps EBITDA\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| ${line} | $ 3.0 | $ 2.9 |\n| Depreciation | 1.0 | 1.0 |\n| Pumps EBITDA | $ 4.0 | $ 3.9 |\n| Pumps EBITDA margin | 22.1% | 21.0% |\n\n`;
  const found = (line: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n${statement("")}${bridge(line)}`, "gaap-ratio-missing");

  it("is that of the segment where another line of its table says so", () => {
    expect(found("Pumps segment operating income")).toEqual([]);
    expect(found("Operating income")).toHaveLength(1);
  });
});

describe("a section that is called by a basis", () => {
  const summary = (section: string): string =>
    `## Results\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net revenue | $ 40.2 | $ 38.1 |\n| Operating income | 6.0 | 6.0 |\n| ${section} | | |\n| Operating income | 7.0 | 6.5 |\n\n`;
  const found = (section: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n${summary(section)}${statement("")}`, "reconciliation-missing");

  it("lends it to its rows, whatever mark it bears", () => {
    const told = '"Non-GAAP Operating income" is given, and no table or sentence reconciles it with operating income.';
    expect(found("Non-GAAP")).toEqual([told]);
    expect(found("Non-GAAP (3)")).toEqual([told]);
    expect(found("Tools (3)")).toEqual([]);
  });
});

describe("lines that lead to a name which nobody knows", () => {
  const own =
    "## Reconciliation of Gross Profit to Adjusted Contribution\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | $ 40.2 | $ 38.1 |\n| Cost of revenue | 20.2 | 19.1 |\n| Gross profit | 20.0 | 19.0 |\n| Delivery costs | 3.1 | 3.0 |\n| Adjusted contribution | $ 23.1 | $ 22.0 |\n\n";

  it("are no statement, and teach the name", () => {
    const said = `${HEAD}- Revenue of $40.2 million\n- Adjusted contribution of $23.1 million\n\n`;
    expect(messagesOf(`${said}${statement("")}${own}`, "gaap-measure-missing")).toEqual([
      'The list gives "Adjusted contribution" and not gross profit, which stands in the tables.',
    ]);
  });
});

describe("rows in cents below net income", () => {
  const found = (...figures: readonly [string, string]): readonly string[] =>
    messagesOf(
      `${HEAD}## Results\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income: | | |\n| Basic | ${figures[0]} | ${figures[0]} |\n| Diluted | ${figures[1]} | ${figures[1]} |\n| Adjusted earnings per share | $ 2.53 | $ 1.94 |\n\n${statement("")}`,
      "table-without-gaap",
    );

  it("are what a share earns", () => {
    expect(found("$ 2.20", "$ 2.16")).toEqual([]);
    expect(found("4,020", "4,016")).toHaveLength(1);
  });
});

describe("a label that the width of its page has broken at the word for its basis", () => {
  const rows = (...lines: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million.\n\n${statement("")}## Reconciliation of Adjusted EBITDA\n\n| (in millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income | $ 4.0 | $ 4.0 |\n| Depreciation | 8.1 | 7.0 |\n| Adjusted | | |\n${lines.map((line) => `| ${line} |\n`).join("")}\n`,
      "gaap-ratio-missing",
    );
  const OWN = "Adjusted EBITDA margin | 30.1% | 28.9%";

  it("is no section for the rows below, one of which says the word itself", () => {
    expect(rows("EBITDA | 12.1 | 11.0", "Net income margin | 10.0% | 10.5%", OWN)).toEqual([]);
    expect(rows("EBITDA | 12.1 | 11.0", OWN)).toHaveLength(1);
  });

  it("is one where none does", () => {
    expect(rows("EBITDA | 12.1 | 11.0", "Net income margin | 12.0% | 12.5%")).toHaveLength(1);
  });
});
