import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

/* What a finding says of further places has to be so in each of them. */

const IFRS = "The statements are prepared under IFRS. See our annual report on Form 20-F.\n";
const REST = "The plants ran well in each month of the period. ".repeat(5);

describe("further rows of tables of results", () => {
  const summary = (...rows: readonly string[]): string =>
    `${table("Highlights", "Revenue | 40.2 | 38.1", ...rows)}${REST}\n\n`;
  const OWN = "EBITDA | 12.1 | 11.0";
  const GAAP = "Net income | 4.0 | 4.0";

  it("are above the measure under GAAP or without one, each as it is", () => {
    const both = `${HEAD}## Results\n\n${summary(OWN, GAAP)}${summary(OWN)}${summary(OWN, GAAP)}`;
    expect(messagesOf(both, "table-without-gaap")).toEqual([
      'Table 1 has "EBITDA" above "Net income", the measure under GAAP. It stands so in line 29 as well. In line 20 it has no row for net income with it.',
    ]);
    const bare = `${HEAD}## Results\n\n${summary(OWN)}${summary(OWN, GAAP)}`;
    expect(messagesOf(bare, "table-without-gaap")).toEqual([
      'Table 1 has "EBITDA" and no row for net income. In line 19 it stands above one.',
    ]);
    expect(messagesOf(`${HEAD}## Results\n\n${summary(GAAP, OWN)}`, "table-without-gaap")).toEqual([]);
  });

  it("are told apart of a foreign issuer as well", () => {
    const text = `${HEAD}## Results\n\n${summary(OWN, GAAP)}${summary("Net debt | 30.1 | 29.0")}${IFRS}`;
    expect(messagesOf(text, "foreign-issuer-prominence")).toEqual([
      'Table 1 has "EBITDA" above "Net income", the measure under IFRS. Nothing alike under IFRS is with "Net debt" in line 20.',
    ]);
    const alike = `${HEAD}## Results\n\n${summary(OWN)}${summary("Net debt | 30.1 | 29.0")}${IFRS}`;
    expect(messagesOf(alike, "foreign-issuer-prominence")).toEqual([
      'Table 1 has "EBITDA" and no row for net income. So it is with "Net debt" in line 19.',
    ]);
  });
});

describe("further places of a foreign issuer", () => {
  it("have the amount without its growth, or nothing, each as it is", () => {
    const list = (more: string): string =>
      `${HEAD}## Highlights\n\n- EBITDA was $12.1 million, up 10%\n${more}\n${STATEMENT}${IFRS}`;
    const debt = (total: string): string => `- Net debt fell by $1.0 million to $30.1 million${total}\n`;
    expect(messagesOf(list(debt(", with total debt of $42.1 million")), "foreign-issuer-prominence")).toContain(
      'The list gives "EBITDA" and not net income, which stands in the tables. The amount under IFRS is there without its growth with "Net debt" in line 6.',
    );
    expect(messagesOf(list(debt("")), "foreign-issuer-prominence")).toEqual([
      'The list gives "EBITDA" and not net income, which stands in the tables. So it is with "Net debt" in line 6.',
    ]);
  });
});

describe("a line of the headline that its layout has cut", () => {
  const cut = (label: string): string =>
    `# Acme Reports\n\n| Over | 12 plants opened | in 2025 |\n|---|---|---|\n| ${label} | 17% | 12.1 million |\n\n${HEAD}${STATEMENT}`;

  it("is no row of a table", () => {
    expect(messagesOf(cut("Adjusted EBITDA up"), "table-without-gaap")).toEqual([]);
    expect(messagesOf(cut("Adjusted EBITDA"), "table-without-gaap")).toHaveLength(1);
  });

  it("is one of the headline", () => {
    expect(messagesOf(cut("Adjusted EBITDA up"), "headline-without-gaap")).toEqual([
      'The headline gives "Adjusted EBITDA" and not net income.',
    ]);
    expect(messagesOf(cut("Net income up"), "headline-without-gaap")).toEqual([]);
    const both = cut("Adjusted EBITDA up").replace("# Acme Reports", "# Acme Reports Net Income of $4.0 Million");
    expect(messagesOf(both, "headline-without-gaap")).toEqual([]);
  });

  it("may call it a record, without a word so of net income", () => {
    const record = cut("Adjusted EBITDA up").replace("| 12.1 million |", "| to a record 12.1 million |");
    expect(messagesOf(record, "praise-of-non-gaap")).toEqual([
      'The headline praises "Adjusted EBITDA" as a record, a streak or the like, and says nothing so of net income.',
    ]);
    expect(messagesOf(cut("Adjusted EBITDA up"), "praise-of-non-gaap")).toEqual([]);
    expect(messagesOf(record.replace("Adjusted EBITDA up", "Net income up"), "praise-of-non-gaap")).toEqual([]);
  });
});

describe("what a place has of the measure under GAAP", () => {
  const said = (then: string): readonly string[] =>
    messagesOf(
      `${HEAD}## Results\n\nAcme reported non-GAAP operating expenses of $12.1 million, compared to $11.0 million in 2024. ${then}\n\n${STATEMENT}`,
      "gaap-measure-missing",
    );

  it("is its amount, and not the rest of a change", () => {
    expect(said("Operating expenses were $14.0 million.")).toEqual([
      'The text gives "non-GAAP operating expenses" and not the growth of operating expenses, of which it has "Operating expenses" alone.',
    ]);
    expect(said("The remaining increase in operating expenses of $0.4 million was for payroll.")).toEqual([
      'The text gives "non-GAAP operating expenses" and not operating expenses, which stands in the tables.',
    ]);
  });
});

describe("the ratio under GAAP", () => {
  const list = (more: string): string =>
    `${HEAD}## Highlights\n\n- Revenue was $40.2 million\n- Adjusted EBITDA margin was 30.1%\n- Net income was $4.0 million\n\n## Nine months\n\n${REST}\n\n- Revenue was $120.2 million\n${more}\n${STATEMENT}`;

  it("has its amount behind it in the line that says so", () => {
    expect(messagesOf(list("- Adjusted EBITDA margin was 29.8%\n"), "gaap-ratio-missing")).toEqual([
      '"Adjusted EBITDA margin" is a ratio of the company\'s own, and there is not with it net income margin. It stands so in line 14 as well. In line 6 "Net income" itself comes behind it.',
    ]);
    expect(messagesOf(list("").replace("- Net income was $4.0 million\n", ""), "gaap-ratio-missing")).toEqual([
      '"Adjusted EBITDA margin" is a ratio of the company\'s own, and there is not with it net income margin.',
    ]);
  });
});
