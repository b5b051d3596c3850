import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set([
  "quotation-without-gaap",
  "gaap-measure-missing",
  "gaap-ratio-missing",
  "table-without-gaap",
]);
const found = (text: string): readonly string[] => wordsFound(`${HEAD}${text}`, CODES);
const rows = (...all: readonly string[]): readonly string[] => found(table("Key Figures", ...all));

describe("a ratio of debt", () => {
  it.each([
    ["Debt-to-CFFO ratio", "Net debt-to-CFFO ratio"],
    ["Debt to cash from operations", "Net debt to cash from operations"],
    ["Debt / net income", "Adjusted debt / adjusted EBITDA"],
  ])("has %s above %s", (gaap, own) => {
    expect(rows(`${gaap} | 1.0x | 0.9x`, `${own} | 0.8x | 0.7x`)).toEqual([]);
    expect(rows("Order book | 1.0x | 0.9x", `${own} | 0.8x | 0.7x`)).toHaveLength(1);
  });

  it("is asked for as a ratio in the text", () => {
    expect(messagesOf(`${HEAD}- Net debt to operating cash flow was 1.9x\n`, "gaap-ratio-missing")).toEqual([
      '"Net debt to operating cash flow" is a ratio of the company\'s own, and there is not with it the ratio of total debt.',
    ]);
    expect(found("- Debt to operating cash flow was 2.1x\n- Net debt to operating cash flow was 1.9x\n")).toEqual([]);
  });

  it("is made of the debt and the cash that its sentence has", () => {
    const net = "Net debt was $56.2 million";
    expect(found(`${net}, comprised of $83.9 million of outstanding borrowings and $27.7 million of cash.\n`)).toEqual(
      [],
    );
    expect(found("Borrowings were $83.9 million, and net debt was $56.2 million.\n")).toEqual([]);
    expect(
      found("Amounts outstanding under debt agreements were $83.9 million. Net debt was $56.2 million.\n"),
    ).toEqual([]);
    expect(found(`${net}, comprised of amounts of two banks.\n`)).toEqual(["gaap-measure-missing: Net debt"]);
  });
});

describe("what a trust can distribute", () => {
  it("is held against what it has earned, whole or by the share", () => {
    const own = "Distributable earnings were $12.1 million, or $0.45 per share.";
    expect(found(`Earnings per share were $0.40. ${own}\n`)).toEqual([]);
    expect(found(`Book value per share was $9.40. ${own}\n`)).toHaveLength(1);
  });
});

describe("a loss right before a measure that has grown", () => {
  const own = "Adjusted EBITDA of $16.3 million, down 36%";
  const bare = ["gaap-measure-missing: Adjusted EBITDA"];

  it("may have tripled, and is compared by its amounts where no rate can be", () => {
    expect(found(`- Net loss of $102.1 million\n- ${own}\n`)).toEqual(bare);
    expect(found(`- Net loss of $102.1 million\n- ${own} from $25.4 million\n`)).toEqual(bare);
    expect(found("Net loss was $1.2 million, and adjusted EBITDA was $12.1 million, up 9%.\n")).toEqual([
      "gaap-measure-missing: adjusted EBITDA",
    ]);
    expect(found(`- Net loss of $102.1 million, compared to $35.0 million\n- ${own}\n`)).toEqual([]);
  });

  it("is compared where a word says which way it went", () => {
    expect(found(`- Net loss widened to $102.1 million\n- ${own}\n`)).toEqual([]);
    expect(found(`- Net loss narrowed to $102.1 million\n- ${own}\n`)).toEqual([]);
  });
});

describe("a company that has no line of operating income", () => {
  const statement = (...more: readonly string[]): string =>
    table(
      "Consolidated Statements of Income",
      "Premiums earned | 139.2 | 119.7",
      "Losses | 100.0 | 100.0",
      ...more,
      "Net income | 39.2 | 19.7",
    );
  const said = "Adjusted operating income was $42.2 million.\n\n";

  it("holds its own operating income against net income", () => {
    expect(found(`Net income was $39.2 million. ${said}${statement()}`)).toEqual([]);
    expect(messagesOf(`${HEAD}${said}${statement()}`, "gaap-measure-missing")).toEqual([
      'The text gives "Adjusted operating income" and not net income, which stands in the tables.',
    ]);
  });

  it("is none where the statement has one by another name", () => {
    const operating = statement("Result of operations | 45.1 | 22.3");
    expect(found(`Net income was $39.2 million. ${said}${operating}`)).toEqual([
      "gaap-measure-missing: Adjusted operating income",
    ]);
  });
});

describe("a summary", () => {
  it("has the total under GAAP that its lines lead to a measure from", () => {
    const costs = (total: string): readonly string[] =>
      rows(
        "Wages | 351.2 | 321.0",
        "Repairs | 71.2 | 71.0",
        total,
        "Less: purchases | 20.1 | 18.1",
        "Adjusted operating costs | 402.3 | 373.9",
      );
    expect(costs("Total costs (GAAP) | 422.4 | 392.0")).toEqual([]);
    expect(costs("Total of the two | 422.4 | 392.0")).toEqual(["table-without-gaap: Adjusted operating costs"]);
  });

  it("has the margin under GAAP in a column of parts of revenue", () => {
    const summary = (head: string): readonly string[] =>
      found(
        `## Reconciliation\n\n| ($ millions) | Q3 2025 | ${head} |\n|---|---|---|\n| Net loss from continuing operations | (147.2) | (19.5)% |\n| Interest | 337.4 | 44.7% |\n| Adjusted EBITDA | 190.2 | 25.2% |\n| Adjusted EBITDA margin | 25.2% | |\n`,
      );
    expect(summary("% of revenue")).toEqual([]);
    expect(summary("% change")).toEqual(["gaap-ratio-missing: Adjusted EBITDA margin"]);
  });
});

describe("a margin that a table has in money", () => {
  const led = table(
    "Reconciliation of Restaurant Level Operating Margin",
    "Income from operations | 477.2 | 473.4",
    "Depreciation | 237.4 | 210.9",
    "Restaurant level operating margin | 714.6 | 684.3",
  );
  it("is the part of revenue in the text, and held against the margin under GAAP", () => {
    expect(found(`- Operating margin was 15.9%\n- Restaurant level operating margin was 24.5%\n\n${led}`)).toEqual([]);
    expect(found(`- Restaurant level operating margin was 24.5%\n\n${led}`)).toEqual([
      "gaap-ratio-missing: Restaurant level operating margin",
    ]);
  });
});

describe("a column of changes", () => {
  it("has no margin in it, however it is told by how much amounts and margins have changed", () => {
    const summary = (...more: readonly string[]): readonly string[] =>
      found(
        `## Results\n\n| ($ millions) | Q3 2025 | Q3 2024 | Change |\n|---|---|---|---|\n| Net income | 195.6 | 210.8 | (7)% |\n${more.join("")}| EBITDA | 316.6 | 333.8 | (5)% |\n| EBITDA margin % | 60.4% | 66.9% | (6.5)% |\n`,
      );
    expect(summary()).toEqual(["gaap-ratio-missing: EBITDA margin %"]);
    expect(summary("| Net income margin % | 37.3% | 42.2% | (4.9)% |\n")).toEqual([]);
  });
});

describe("names of the measure under GAAP", () => {
  it("may say that its activities are continuing", () => {
    const own = "Free cash flow | 120.2 | 91.0";
    expect(rows("Cash provided by (used in) continuing operating activities | 151.2 | 121.0", own)).toEqual([]);
    expect(rows("Cash provided by (used in) investing activities | 151.2 | 121.0", own)).toEqual([
      "table-without-gaap: Free cash flow",
    ]);
  });

  it("may be the total of what grew", () => {
    expect(found("Total growth was 10%. Organic revenue growth was 3%.\n")).toEqual([]);
    expect(found("Growth of orders was 10%. Organic revenue growth was 3%.\n")).toHaveLength(1);
  });
});

describe("what a depositary share has earned, and a share", () => {
  const both = "Diluted earnings per ADS was $8.75 and diluted earnings per share was $1.09";
  const own = "Non-GAAP diluted earnings per ADS was $4.36, a decrease of 71%.\n";

  it("are amounts of one period, and no growth", () => {
    expect(found(`- ${both}. ${own}`)).toEqual(["gaap-measure-missing: Non-GAAP diluted earnings per ADS"]);
    expect(found(`- Diluted earnings per ADS was $8.75, a decrease of 3%. ${own}`)).toEqual([]);
  });
});

describe("total debts over EBITDA", () => {
  it("are a ratio, whether one debt or several are told of", () => {
    expect(found("The ratio of total debts to adjusted EBITDA was 1.4 times.\n")).toEqual([
      "gaap-ratio-missing: total debts to adjusted EBITDA",
    ]);
  });
});

describe("earnings told by whose they are", () => {
  it("are net income", () => {
    const own = "Adjusted earnings | 422.1 | 391.0";
    expect(rows("Earnings available to common shareholders | 402.2 | 381.0", own)).toEqual([]);
    expect(rows("Earnings available to lenders | 402.2 | 381.0", own)).toEqual([
      "table-without-gaap: Adjusted earnings",
    ]);
  });
});

describe("debt and a payout in words", () => {
  const text = (said: string, code: "gaap-measure-missing" | "gaap-ratio-missing"): readonly string[] =>
    messagesOf(`# Acme Reports Results\n\n${HEAD}${said}\n`, code);

  it("are what net debt and a payout of adjusted net income are read with", () => {
    const debt = "Net debt was $2.5 billion, on debt of $3.1 billion";
    expect(text(`${debt} and cash of $0.6 billion.`, "gaap-measure-missing")).toEqual([]);
    expect(text("Net debt was $2.5 billion, on cash of $0.6 billion.", "gaap-measure-missing")).toHaveLength(1);
    const payout = "The payout was 18% of adjusted net income";
    expect(text(`${payout} and 23% of net income.`, "gaap-ratio-missing")).toEqual([]);
    expect(text(`${payout} and 23% of cash.`, "gaap-ratio-missing")).toHaveLength(1);
  });
});

describe("one measure under GAAP for several of the company's own", () => {
  const rows = (first: string): string =>
    table("Key Figures", `${first} | 5.0 | 4.0`, "Adjusted EBITDA | 4.0 | 4.0", "Free cash flow | 3.0 | 3.0");
  const said = (than: string): string =>
    `## Non-GAAP measures\n\nThe GAAP measure ${than} adjusted EBITDA and free cash flow is net cash provided by operating activities.\n`;
  const bare = (first: string, more: string): readonly string[] =>
    wordsFound(
      `${HEAD}## Third Quarter Highlights\n\n${rows(first)}${STATEMENT}${more}`,
      new Set(["table-without-gaap"]),
    );

  it("is what a sentence says that it is, and stands for each of them", () => {
    const cash = "Net cash provided by operating activities";
    expect(bare(cash, said("most directly comparable to"))).toEqual([]);
    expect(bare(cash, said("beside"))).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(bare("Orders", said("most directly comparable to"))).toHaveLength(2);
  });
});
