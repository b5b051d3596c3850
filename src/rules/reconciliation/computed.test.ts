import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${tables.join("")}`, "reconciliation-missing");

describe("a ratio below the lines that it is computed from", () => {
  const said = "Net interest margin was 3.5%, and core net interest margin 3.4%.";
  const end = ["Average earning assets | 811.0 | 786.0", "Core net interest margin | 3.4% | 3.2%"];

  it("is reconciled where these lead from a line of the standards to what is divided", () => {
    const led = ["Net interest income | 29.0 | 26.0", "Less: accretion | (1.4) | (0.8)", "Core interest | 27.6 | 25.2"];
    expect(missing(said, table("Core Net Interest Margin", ...led, ...end))).toEqual([]);
    expect(missing(said, table("Core Net Interest Margin", ...end))).toHaveLength(1);
  });
});

describe("the tangible book value of a share", () => {
  const said = "Book value per share was $18.20, and tangible book value per share $16.00.";
  const end = ["Shares | 5.0 | 5.0", "Tangible book value per share | $16.00 | $15.40"];

  it("is reconciled by its computation from equity", () => {
    const led = [
      "Total stockholders' equity | 91.0 | 88.0",
      "Less: goodwill | (11.0) | (11.0)",
      "What is left | 80.0 | 77.0",
    ];
    expect(missing(said, table("Tangible Book Value", ...led, ...end))).toEqual([]);
    expect(missing(said, table("Tangible Book Value", "What is left | 80.0 | 77.0", ...end))).toHaveLength(1);
  });
});

describe("lines that add up from net income to earnings before something", () => {
  const said = "Income before tax was $6.0 million, and adjusted pre-tax income $6.8 million.";
  const adjusted = (tax: string): string =>
    table(
      "Adjusted Pre-Tax Income",
      "Net income | 4.0 | 4.0",
      tax,
      "Provision | 0.8 | 0.9",
      "Adjusted pre-tax income | 6.8 | 6.9",
    );

  it("are a way, though another measure of the standards is nearer", () => {
    expect(missing(said, adjusted("Income tax | 2.0 | 2.0"))).toEqual([]);
    expect(missing(said, adjusted("Loans | 1.1 | 1.3"))).toHaveLength(1);
  });
});

describe("what is left of funds from operations, by the share", () => {
  const said = "FFO was $1.92 per diluted share, and AFFO was $1.80 per diluted share.";
  const rows = [
    "Net income per diluted share | $1.06 | $0.94",
    "Depreciation | 0.86 | 0.82",
    "FFO per diluted share | $1.92 | $1.76",
  ];

  it("is not reconciled by what leads to the one before it", () => {
    expect(missing(said, table("Reconciliation of FFO", ...rows))).toEqual([
      '"AFFO per diluted share" is given, and no table or sentence reconciles it with earnings per share.',
    ]);
    expect(
      missing(
        said,
        table(
          "Reconciliation of FFO",
          ...rows,
          "Straight-line rent | (0.12) | (0.12)",
          "AFFO per diluted share | $1.80 | $1.64",
        ),
      ),
    ).toEqual([]);
  });
});

describe("operating income where no statement has a line of that name", () => {
  const INSURER = table(
    "Consolidated Statements of Income",
    "Premiums earned | 40.2 | 38.1",
    "Losses and expenses | 34.2 | 32.1",
    "Income before income taxes | 6.0 | 6.0",
    "Income tax | 2.0 | 2.0",
    "Net income | 4.0 | 4.0",
  );
  const WAY = table(
    "Reconciliation of Operating Income",
    "Net income | 4.0 | 4.0",
    "Realized losses | 1.1 | 0.9",
    "Tax on the losses | (0.2) | (0.2)",
    "Operating income | 4.9 | 4.7",
  );
  const found = (...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}## Third Quarter Highlights\n\n${table("Key Figures", ...rows)}${INSURER}${WAY}`,
      "table-without-gaap",
    );

  it("is what is left of net income, and is read with it", () => {
    expect(found("Net income | 4.0 | 4.0", "Operating income | 4.9 | 4.7")).toEqual([]);
    expect(found("Premiums earned | 40.2 | 38.1", "Operating income | 4.9 | 4.7")).toEqual([
      'Table 1 has "Operating income" and no row for net income.',
    ]);
  });
});

describe("a share's part that a table only divides for", () => {
  const said =
    "Net income was $4.0 million, or $0.20 per diluted share, and adjusted net income $6.4 million, or $0.32 per diluted share.";
  const whole = ["Net income | 4.0 | 4.0", "Severance | 2.4 | 2.0", "Adjusted net income | 6.4 | 6.0"];
  const own = "Adjusted net income per diluted share | 0.32 | 0.30";
  const shares = (of: string): string => `Shares used in ${of}net income per diluted share | 20.0 | 20.0`;
  const title = "Reconciliation of net income and net income per share to adjusted net income and adjusted EPS";

  it("is not led to by lines of the whole, by the title, or by a count of shares", () => {
    for (const rows of [
      [own, shares("")],
      [shares(""), own],
      [shares("adjusted "), own],
    ])
      expect(missing(said, table(title, ...whole, ...rows))).toEqual([
        expect.stringContaining('"Adjusted net income per diluted share" is divided out of "Adjusted net income"'),
      ]);
  });

  it("is led to where the same table has it under GAAP, by whatever caption, or a line without figures names that", () => {
    const stated = "Net income per diluted share, as reported | 0.20 | 0.20";
    expect(missing(said, table(title, ...whole, stated, own, shares("")))).toEqual([]);
    expect(missing(said, table(title, ...whole), table("Per share", stated, "Severance | 0.12 | 0.10", own))).toEqual(
      [],
    );
    expect(missing(said, table(title, ...whole, "Net income per diluted share | | ", shares(""), own))).toEqual([]);
  });

  it("is led to where rows with no more than a basis stand in cents below the whole amounts", () => {
    const alone = ["Diluted shares | 20.0 | 20.0", "Non-GAAP | 0.32 | 0.30"];
    const stated = STATEMENT.replace("| Net income | 4.0 | 4.0 |", "$&\n| Diluted earnings per share | 0.21 | 0.19 |");
    const bridge = (...rows: readonly string[]): readonly string[] =>
      messagesOf(
        `${HEAD}${said.replace("0.20", "0.21")}\n\n${stated}${table("Reconciliation", ...whole, ...rows)}`,
        "reconciliation-missing",
      );
    expect(bridge("GAAP | 0.21 | 0.19", ...alone)).toEqual([]);
    expect(bridge(...alone)).toHaveLength(1);
  });
});

describe("a ratio of net debt", () => {
  const debt = [
    "Total principal amount of debt | 90.0 | 92.0",
    "Less: cash and cash equivalents | (4.6) | (6.0)",
    "Net debt | 85.4 | 86.0",
  ];

  it("to a line of the standards is reconciled where net debt is", () => {
    const said = "The debt-to-CFFO ratio was 11.3, and the net debt-to-CFFO ratio 10.7.";
    expect(missing(said, table("Net Debt", ...debt))).toEqual([]);
    expect(missing(said)).toHaveLength(1);
  });

  it("to EBITDA is computed where a table comes to net debt and divides it", () => {
    const early = (...rows: readonly string[]): readonly string[] =>
      messagesOf(
        `${HEAD}Net debt to adjusted EBITDA was 3.8 times.\n\n${table("Liquidity", ...rows)}${STATEMENT}${EBITDA}`,
        "reconciliation-missing",
      );
    const end = ["Last twelve months adjusted EBITDA | 12.1 | 11.0", "Net debt to adjusted EBITDA | 7.1x | 7.8x"];
    expect(early(...debt, ...end)).toEqual([]);
    expect(early(...end)).toHaveLength(1);
  });
});

describe("a payout of adjusted net income", () => {
  const said = "Net income was $4.0 million. The payout was 18% of adjusted net income and 23% of net income.";

  it("is reconciled where adjusted net income is", () => {
    const led = ["Net income | 4.0 | 4.0", "Restructuring | 1.1 | 0.9", "Adjusted net income | 5.1 | 4.9"];
    expect(missing(said, table("Reconciliation of Adjusted Net Income", ...led))).toEqual([]);
    expect(missing(said)).toHaveLength(1);
  });
});

describe("a return on capital before the statements", () => {
  it("is computed where its lines stand, from earnings and what they were earned with", () => {
    const found = (...rows: readonly string[]): readonly string[] =>
      messagesOf(
        `${HEAD}Return on invested capital was 13.4%.\n\n${table("Return on Invested Capital", ...rows)}${STATEMENT}${EBITDA}`,
        "reconciliation-missing",
      );
    const end = ["Average invested capital | 30.1 | 30.0", "Return on invested capital | 13.4% | 13.3%"];
    expect(found("Net income | 4.0 | 4.0", "Average debt | 10.1 | 10.0", ...end)).toEqual([]);
    expect(found(...end)).toHaveLength(1);
  });
});

describe("what a share earns below a section that is not under GAAP", () => {
  it("is not led to by a section that names it beside the whole", () => {
    const rows = [
      "NON-GAAP NET INCOME & DILUTED EPS | | ",
      "GAAP net income | 4.0 | 4.0",
      "Restructuring, net of tax | 1.1 | 0.9",
      "Non-GAAP net income | 5.1 | 4.9",
      "Non-GAAP diluted EPS | 0.51 | 0.49",
    ];
    const said = "Net income was $4.0 million, or $0.40 per share. Non-GAAP diluted EPS was $0.51.";
    expect(missing(said, table("Reconciliations of non-GAAP measures", ...rows))).toEqual([
      expect.stringMatching(/^"Non-GAAP diluted EPS" is divided out of "Non-GAAP net income", and not led to/),
    ]);
  });
});

describe("net debt below the principal of what is owed", () => {
  const said = "Total debt was $96.7 million, and net debt $87.2 million.";
  const rows = (from: string): readonly string[] => [
    `${from} | 96.7 | 29.6`,
    "Issuance costs | (2.0) | (0.3)",
    "Cash and cash equivalents | (7.5) | (6.9)",
    "Net debt | 87.2 | 22.4",
  ];
  const bare = (...lines: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${said}\n\n${table("Net Debt", ...lines)}${STATEMENT}`, "table-without-gaap");

  it("is led to by the lines between, of which cash is one", () => {
    expect(missing(said, table("Net Debt", ...rows("Principal amount of what is owed")))).toEqual([]);
    expect(bare(...rows("Outstanding principal"))).toEqual([]);
  });

  it("is not where they do not come to it, or nothing says what is owed", () => {
    expect(bare(...rows("Outstanding principal").map((r) => r.replace("96.7 | 29.6", "91.7 | 24.6")))).toHaveLength(1);
    expect(missing(said, table("Net Debt", ...rows("Opening position")))).toHaveLength(1);
  });
});
