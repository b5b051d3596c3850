import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const said = "Net income was $4.0 million, adjusted EBITDA $12.1 million and free cash flow $3.0 million.\n\n";
const found = (definitions: string): readonly string[] =>
  messagesOf(`${HEAD}${said}${STATEMENT}${definitions}`, "usefulness-unsaid");
const EBITDA = "We define adjusted EBITDA as net income before depreciation. It helps investors to see the trend.";
const CASH = "We define free cash flow as cash from operations less capital expenditures.";

describe("why a measure is useful", () => {
  it("is said of none: all are named", () => {
    expect(found("")).toEqual([
      '"adjusted EBITDA" is given, and the release does not say why management thinks that it is useful to investors, nor why "free cash flow" would be.',
    ]);
  });

  it("is said of one, and of the other what management does with it", () => {
    const definitions = `## Definitions of measures\n\n${EBITDA}\n\n${CASH} We use it to plan.\n`;
    expect(found(definitions)).toEqual([
      '"free cash flow" is defined, and the release does not say of it why it is useful to investors, apart from management. It is defined in line 21.',
    ]);
    expect(found(definitions.replace("We use it to plan", "It tells analysts what we can spend"))).toEqual([]);
    expect(found(definitions.replace("We use it to plan", "It makes periods more meaningful to compare"))).toEqual([]);
  });

  it("is not said by an officer who is glad of it", () => {
    const quoted =
      '"Free cash flow gives us and our investors an important insight into what we can do," said Jane Doe, chief executive.';
    expect(found(`## Comment\n\n${quoted}\n`)).toHaveLength(1);
    expect(found(`## Comment\n\n${quoted}\n`)[0]).toContain(
      '"adjusted EBITDA" is given, and the release does not say why',
    );
  });

  it("is said of one by name, in the paragraph that defines the other as well", () => {
    const useful = (what: string): string =>
      `## Definitions of measures\n\nAdjusted EBITDA is net income before depreciation. Free cash flow is cash from operations less capital expenditures. Management believes that ${what} to investors.\n`;
    expect(found(useful("adjusted EBITDA is useful"))).toEqual([
      expect.stringContaining('"free cash flow" is given, and the release does not say of it, as it does of others'),
    ]);
    expect(found(useful("adjusted EBITDA and free cash flow are useful"))).toEqual([]);
    expect(found(useful("these measures, adjusted EBITDA above all, are useful"))).toEqual([]);
    expect(
      found(`${useful("adjusted EBITDA is useful")}\nIt also helps investors to see what we can spend.\n`),
    ).toEqual([]);
  });

  it("is said of all at once", () => {
    const all = "These non-GAAP measures are useful to investors since they show the trend.";
    expect(found(`## Definitions of measures\n\n${CASH} We use it to plan.\n\n${all}\n`)).toEqual([]);
    const guidance = "We do not reconcile forward-looking non-GAAP measures, which would confuse investors.";
    expect(
      found(`## Definitions of measures\n\n${EBITDA}\n\n${CASH} We use it to plan.\n\n${guidance}\n`),
    ).toHaveLength(1);
  });

  it("is said of all results on one basis", () => {
    const all = (basis: string): string =>
      `## Definitions of measures\n\n${basis} leave out amortization. We believe that investors can judge the business better by them.\n`;
    const told = (basis: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million, and core net income $5.0 million.\n\n${STATEMENT}${all(basis)}`,
        "usefulness-unsaid",
      );
    expect(told("Core results")).toEqual([]);
    expect(told("Notes on EBITDA")).toHaveLength(1);
  });

  it("is said of adjusted funds from operations apart from those of the association", () => {
    const text = `${HEAD}Net income was $4.0 million, FFO $6.0 million and AFFO $7.0 million.\n\n${STATEMENT}## Definitions of measures\n\nWe use FFO, since analysts compare it.\n\nWe use AFFO to plan.\n`;
    expect(messagesOf(text, "usefulness-unsaid")).toEqual([expect.stringContaining('"AFFO"')]);
  });

  it("names the line that defines the measure, and none that only calls it one or defines another", () => {
    const notes =
      "This release has adjusted EBITDA, which the SEC has defined as a measure of the company's own.\n\nEBITDA is defined as net income before taxes.\n\nWe define adjusted EBITDA as EBITDA without charges.";
    const text = `${HEAD}Net income was $4.0 million, and adjusted EBITDA margin 30.1%.\n\n${STATEMENT}## Definitions of measures\n\n${notes}\n`;
    expect(messagesOf(text, "usefulness-unsaid")).toEqual([expect.stringContaining("It is defined in line 23.")]);
  });

  it("is said of all measures by what they are without", () => {
    const because = (what: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million, and adjusted EBITDA $12.1 million.\n\n${STATEMENT}The Company believes that ${what} free cash flow help investors to judge its operations.\n`,
        "usefulness-unsaid",
      );
    expect(because("results without amortization and")).toEqual([]);
    expect(because("orders and")).toHaveLength(1);
  });

  it("is said below a title whatever dashes that has", () => {
    const below = (title: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million, and adjusted EBITDA $12.1 million.\n\n${STATEMENT}Cautionary Note on Forward-Looking Statements\n\nActual results may vary.\n\n${title}\n\nInvestors find adjusted EBITDA useful, since it shows the trend.\n`,
        "usefulness-unsaid",
      );
    expect(below("Non--GAAP Financial Measures")).toEqual([]);
    expect(below("Further Cautionary Notes")).toHaveLength(1);
  });
});
