import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const wrong = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${tables.join("")}`, "reconciliation-starts-wrong");
const notFromNet = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}${tables.join("")}`, "ebitda-not-from-net-income");

it("is not that from net income where a line below gives net income as a part of revenue", () => {
  const rows = ["Operating income | 6.0 | 6.0", "Depreciation | 6.1 | 5.0", "Adjusted EBITDA | 12.1 | 11.0"];
  const part = "Net income as a % of revenue | 10.0% | 10.5%";
  expect(notFromNet(table("Reconciliation of Adjusted EBITDA", ...rows, part))).toHaveLength(1);
  const net = ["Net income | 4.0 | 4.0", "Income tax | 2.0 | 2.0", "Depreciation | 6.1 | 5.0"];
  expect(notFromNet(table("Reconciliation of Adjusted EBITDA", ...net, "Adjusted EBITDA | 12.1 | 11.0", part))).toEqual(
    [],
  );
});

it("is from net income where the table goes on from the measure line by line down to that", () => {
  const rows = ["Revenue | 20.0 | 19.0", "Operating costs | (7.9) | (8.0)", "EBITDA | 12.1 | 11.0"];
  const further = ["Interest | (4.0) | (4.0)", "Change in fair value | (2.1) | (1.0)", "Taxes | (2.0) | (2.0)"];
  const net = "Net income | 4.0 | 4.0";
  expect(notFromNet(table("Key Figures", ...rows, ...further, net))).toEqual([]);
  expect(notFromNet(table("Key Figures", ...rows))).toHaveLength(1);
  expect(notFromNet(table("Key Figures", ...rows, "Loans | (40.0) | (40.0)", "Cash | 21.7 | 20.0", net))).toHaveLength(
    1,
  );
});

describe("the direction of a reconciliation", () => {
  it("is that of lines that add up, whatever the table is called", () => {
    const rows = (taken: string): string =>
      table(
        "Results",
        "Adjusted operating income | 7.0 | 7.5",
        `One-off costs | ${taken}`,
        "Operating income | 6.0 | 6.0",
      );
    expect(wrong(rows("(1.0) | (1.5)"))).toHaveLength(1);
    expect(wrong(rows("51.2 | 49.0"))).toEqual([]);
  });

  it("is not asked of key figures or of a measure that lines lead to from above", () => {
    const figures = ["EBITDA | 12.1 | 11.0", "Orders | 51.2 | 49.0", "Net income | 4.0 | 4.0"];
    expect(wrong(table("Key figures", ...figures))).toEqual([]);
    expect(
      wrong(
        table(
          "Results",
          "Services | 40.1 | 38.0",
          "Costs | (28.0) | (27.0)",
          "EBITDA | 12.1 | 11.0",
          "Charges | (8.1) | (7.0)",
          "Net income | 4.0 | 4.0",
        ),
      ),
    ).toEqual([]);
  });

  it("is told as what it is of a subtotal in a statement of results", () => {
    const end = [
      "Adjusted operating income | 7.0 | 7.5",
      "One-off costs | (1.0) | (1.5)",
      "Operating income | 6.0 | 6.0",
    ];
    const begin = ["Revenue | 40.2 | 38.1", "Cost of revenue | 20.2 | 19.1", "Gross profit | 20.0 | 19.0"];
    const run = ["Selling expenses | (13.0) | (11.5)"];
    const said = (...rows: readonly string[]): readonly string[] =>
      wrong(table("Results of the year", ...rows, ...end));
    expect(said(...begin, ...run)).toEqual([
      'Table 2, a statement of results, has "Adjusted operating income" first and comes from it to "Operating income".',
    ]);
    expect(said()).toEqual([expect.stringContaining("The reconciliation in table 2 starts from")]);
    expect(said(begin[0]!)).toEqual([expect.stringContaining("The reconciliation in table 2 starts from")]);
    expect(wrong(table("Results of the year", ...begin, ...run, ...end.toReversed()))).toEqual([]);
  });

  it("is that of the statements first for an item at the company's share too", () => {
    const [own, less, stated] = [
      "Fair value change at proportionate share | 10.0 | 9.0",
      "Less: joint ventures | (4.0) | (3.0)",
      "Fair value change per financial statements | 6.0 | 6.0",
    ];
    expect(wrong(table("Fair value", own, less, stated))).toHaveLength(1);
    expect(wrong(table("Fair value", stated, less, own))).toEqual([]);
  });
});

describe("EBITDA", () => {
  const ebitda = "EBITDA | 12.1 | 11.0";

  it("is not led to by revenue less costs", () => {
    const down = table("Results", "Revenue | 40.2 | 38.1", "Costs | (28.1) | (27.1)", ebitda);
    expect(notFromNet(down)).toEqual([
      '"EBITDA" in table 2 is come to from "Revenue"; nothing reconciles it from net income.',
    ]);
    expect(
      notFromNet(down, table("Reconciliation of EBITDA", "Net income | 4.0 | 4.0", "Other | 8.1 | 7.0", ebitda)),
    ).toEqual([]);
  });

  it("is not led to by lines that only say what was left of revenue", () => {
    const parts = (line: string): string =>
      `## Segments\n\n| | Pumps | Head Office |\n|---|---|---|\n| Revenue | 40.2 | - |\n| ${line} | 6.0 | (1.0) |\n| EBITDA | 12.1 | (1.0) |\n`;
    expect(notFromNet(parts("Operating income"))).toEqual([]);
    expect(notFromNet(parts("Salaries"))).toHaveLength(1);
  });

  it("is led to from operating income in a table that nothing calls a reconciliation", () => {
    const rows = (taken: string): string =>
      table("EBITDA", "Operating income | 6.0 | 6.0", `Depreciation | ${taken}`, ebitda);
    expect(notFromNet(rows("6.1 | 5.0"))).toEqual([
      '"EBITDA" in table 2 is reconciled from "Operating income"; nothing reconciles it from net income.',
    ]);
    expect(notFromNet(rows("51.2 | 49.0"))).toEqual([]);
    const said = "Net income was $4.0 million, and EBITDA $12.1 million.\n\n";
    expect(messagesOf(`${HEAD}${said}${STATEMENT}${rows("6.1 | 5.0")}`, "reconciliation-missing")).toEqual([]);
  });

  it("is led to from the whole of net income", () => {
    const from = (start: string): readonly string[] =>
      notFromNet(table("Reconciliation of EBITDA", `${start} | 4.0 | 4.0`, "Depreciation | 8.1 | 7.0", ebitda));
    expect(from("Net income allocated to common stockholders")).toHaveLength(1);
    expect(from("Net income")).toEqual([]);
  });

  it("is led to from net income in guidance as well, and where it is guided for by its margin", () => {
    const past = table("Reconciliation of EBITDA", "Net income | 4.0 | 4.0", "Other | 8.1 | 7.0", ebitda);
    const ahead = (from: string): string =>
      table(
        "Reconciliation of Guidance for Adjusted EBITDA Margin",
        `${from} | 0.2% | 0.8%`,
        "Depreciation | 5.1% | 5.1%",
        "Share-based compensation | 1.2% | 1.1%",
        "Adjusted EBITDA margin | 6.5% | 7.0%",
      );
    expect(notFromNet(past, ahead("Operating margin"))).toEqual([
      'The guidance for "Adjusted EBITDA margin" in table 3 is reconciled from "Operating margin", and not from net income.',
    ]);
    expect(notFromNet(past, ahead("Net income margin"))).toEqual([]);
  });
});

describe("free cash flow", () => {
  const ebitda = table(
    "Reconciliation of adjusted EBITDA",
    "Net income | 4.0 | 4.0",
    "Other | 8.1 | 7.0",
    "Adjusted EBITDA | 12.1 | 11.0",
  );
  const flow = (first: string): string =>
    table(
      "Cash",
      `${first} | 12.1 | 11.0`,
      "Interest paid | (2.0) | (2.0)",
      "Capital expenditures | (3.0) | (2.5)",
      "Free cash flow | 7.1 | 6.5",
    );

  it("is led to from cash from operating activities, and not from adjusted EBITDA", () => {
    expect(wrong(`${ebitda}${flow("Adjusted EBITDA")}`)).toEqual([
      'Table 3 leads from "Adjusted EBITDA" to "Free cash flow", and no table leads to the second of them from cash from operating activities.',
    ]);
    expect(wrong(`${ebitda}${flow("Net cash provided by operating activities")}`)).toEqual([]);
    const also = table(
      "Free cash flow",
      "Net cash provided by operating activities | 9.1 | 8.5",
      "Capital expenditures | (2.0) | (2.0)",
      "Free cash flow | 7.1 | 6.5",
    );
    expect(wrong(`${ebitda}${flow("Adjusted EBITDA")}${also}`)).toEqual([]);
  });
});
