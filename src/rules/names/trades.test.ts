import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";

const release = (...lines: readonly string[]): string =>
  [
    "# Acme Reports Third Quarter Results",
    "BOSTON, November 4, 2025 - Acme Inc. (NYSE: ACM) reported its results.",
    ...lines,
  ].join("\n\n");

describe("what a bank earns before it provides for losses", () => {
  const missing = (text: string): readonly string[] => messagesOf(release(text), "gaap-measure-missing");

  it("is read with what it earns before tax, or after it", () => {
    expect(missing("- Net income of $61.2 million; pre-provision net revenue of $84.9 million")).toEqual([]);
    expect(missing("- Income before tax of $74.4 million and PPNR of $84.9 million")).toEqual([]);
    expect(missing("- Revenue of $186.1 million and pre-provision net revenue of $84.9 million")).toHaveLength(1);
  });
});

describe("letters for a name that ends in them", () => {
  const first = (text: string): readonly string[] => messagesOf(release(text), "non-gaap-first");
  const told = 'Earnings available for distribution ("EAD"), a non-GAAP measure, leave out gains and losses.';

  it("stand for it from there on", () => {
    expect(first(`EAD was $47.2 million, and net income was $56.4 million.\n\n${told}`)).toHaveLength(1);
    expect(first(`Net income was $56.4 million, and EAD was $47.2 million.\n\n${told}`)).toEqual([]);
    // A word in capitals behind a name is its other sign.
    expect(first("OPERATING EBITDA (LOSS)\n\nThe loss was $0.12 per share, and net income $1.0 million.")).toEqual([]);
  });
});

describe("what is printed in cents", () => {
  const quoted = (words: string): readonly string[] => {
    const text = `Net income was $9.0 million, or $2.01 per share.\n\n"${words}," said Jane Doe, chief executive.`;
    return messagesOf(release(text), "quotation-without-gaap");
  };

  it("is what a share has earned", () => {
    expect(quoted("Net income was $2.01 and adjusted net income was $2.27 per diluted share")).toEqual([]);
    expect(quoted("Earnings of $1.58 per share, and core earnings of $1.66, show our discipline")).toEqual([]);
    expect(quoted("Revenue was $2.01 million and adjusted net income was $2.27 per diluted share")).toHaveLength(1);
    expect(quoted("Net income was $9.01 million and adjusted net income was $2.27 per share")).toHaveLength(1);
  });

  it("has its basis before it, where the amount under GAAP stands before that", () => {
    expect(quoted("We earned net investment income of $0.49 per share, and on an adjusted basis $0.47")).toEqual([]);
    expect(quoted("We earned net investment income of $0.47 per share on an adjusted basis")).toHaveLength(1);
  });
});

describe("equity without what others leave in it", () => {
  const missing = (text: string): readonly string[] => messagesOf(release(text), "gaap-measure-missing");

  it("is the company's own", () => {
    expect(missing("Common stockholders' equity, excluding AOCI, was $6.1 billion.")).toHaveLength(1);
    expect(missing("Total equity was $3.8 billion, and equity excluding AOCI $6.1 billion.")).toEqual([]);
    expect(missing("Total equity, excluding noncontrolling interests, was $3.8 billion.")).toEqual([]);
  });
});

describe("the cause of a change of both", () => {
  const caused = (text: string): readonly string[] => messagesOf(release(text), "gaap-measure-missing");
  const said = "Net income was $366.2 million, up 7%. Core earnings were $384.8 million, up 9%.";

  it("is told of the measure under GAAP as well", () => {
    expect(caused(`${said} The increase in both was driven by new rates.`)).toEqual([]);
    expect(caused(`${said} The increase was driven by new rates.`)).toHaveLength(1);
  });
});

describe("what shares have of funds from operations", () => {
  const table = (...rows: readonly string[]): string =>
    ["Reconciliation of FFO", ["| | 2025 | 2024 |", "|---|---|---|", ...rows.map((r) => `| ${r} |`)].join("\n")].join(
      "\n\n",
    );
  const missing = (...rows: readonly string[]): readonly string[] =>
    messagesOf(
      release(
        "Net income was $0.21 and FFO $0.46 per diluted share; FAD was $96.0 million, and net income $48.9 million.",
        "FFO, and funds available for distribution (FAD), are defined below, and are useful to investors.",
        "Consolidated Statements of Income",
        "| | 2025 | 2024 |\n|---|---|---|\n| Revenue | 467.6 | 411.7 |\n| Net income | 48.9 | 39.1 |\n| Net income per share | 0.21 | 0.17 |",
        table(...rows),
      ),
      "reconciliation-missing",
    );
  const led = [
    "Net income | 48.9 | 39.1",
    "Net income per share | 0.21 | 0.17",
    "Depreciation | 58.2 | 57.2",
    "FFO attributable to common stockholders | 107.1 | 96.3",
    "FFO attributable to common stockholders per share | 0.46 | 0.43",
  ];

  it("has its row where the holders are named before the share", () => {
    expect(missing(...led, "Capital expenditures | (11.1) | (10.3)", "FAD | 96.0 | 86.0")).toEqual([]);
  });
});

describe("debt that is so many times net income", () => {
  const ratios = (text: string): readonly string[] => messagesOf(release(text), "gaap-ratio-missing");

  it("is the ratio under GAAP that net debt to EBITDA is read with", () => {
    expect(ratios(`- Net debt to adjusted EBITDA of 0.8x, compared with total debt of 3.0 times net income`)).toEqual(
      [],
    );
    expect(ratios(`- Net debt to adjusted EBITDA of 0.8x, compared with total debt of $3.0 million`)).toHaveLength(1);
  });

  it("is that ratio without a sign for times as well", () => {
    expect(ratios("- Debt to net income was 3.0, and net debt to adjusted EBITDA 0.8")).toEqual([]);
    expect(ratios("- Debt to net income was stable, and net debt to adjusted EBITDA 0.8")).toHaveLength(1);
  });
});

describe("a measure of one building", () => {
  const guided = (text: string): readonly string[] =>
    messagesOf(release(`## Outlook\n\n${text}`), "outlook-without-gaap");

  it("is what it brings in once it is let, and none of the company's", () => {
    expect(guided("The tower is expected to yield stabilized net operating income of $7.1 million.")).toEqual([]);
    expect(guided("We expect net operating income of $71 million.")).toHaveLength(1);
  });
});

describe("assets that others have left with a manager", () => {
  const undefinedIn = (text: string): readonly string[] => messagesOf(release(text), "growth-basis-undefined");

  it("grow organically by what flows in", () => {
    expect(undefinedIn("- Net inflows of $6.1 billion, or organic growth of 6%")).toEqual([]);
    expect(undefinedIn("- Organic growth in net new assets was 6%")).toEqual([]);
    expect(
      undefinedIn("- Net inflows of $6.1 billion, revenue of $412 million, and organic growth of 6%"),
    ).toHaveLength(1);
  });
});

describe("both bases of one measure", () => {
  const quoted = (text: string): readonly string[] =>
    messagesOf(release(`"${text}," said Jane Doe, chief executive.`), "quotation-without-gaap");

  it("may each be said to be ours", () => {
    expect(quoted("Both our GAAP and our adjusted earnings per share grew more than 9%")).toEqual([]);
    expect(quoted("Our adjusted earnings per share grew more than 9%")).toHaveLength(1);
  });
});

describe("the ratios of an insurer", () => {
  const said = "The net underlying loss and loss adjustment expense ratio is a non-GAAP measure.";
  const text = (own: string): string =>
    release(
      `- The loss and loss adjustment expense ratio was 55.2%. ${own} was 50.1%. The expense ratio was 31.0%.`,
      said,
    );

  it("are each read with their own kind, whatever names of losses and of expenses are in them", () => {
    const own = "The net underlying loss and loss adjustment expense ratio";
    for (const code of ["gaap-measure-missing", "gaap-ratio-missing", "non-gaap-first"] as const)
      expect(messagesOf(text(own), code)).toEqual([]);
  });

  it("are asked for where the one under GAAP is not told", () => {
    const alone = release("- The net underlying loss and loss adjustment expense ratio was 50.1%.", said);
    expect(messagesOf(alone, "gaap-ratio-missing")).toEqual([expect.stringContaining("the loss ratio")]);
  });
});

describe("the equity of a bank in part of its assets", () => {
  const missing = (text: string): readonly string[] => messagesOf(release(text), "gaap-ratio-missing");

  it("is told behind its amount as well", () => {
    const own = "Tangible common equity was 8.5% of tangible assets.";
    expect(missing(`Shareholders' equity was $368.7 million, or 10.4% of total assets. ${own}`)).toEqual([]);
    expect(missing(`Shareholders' equity was $368.7 million. ${own}`)).toHaveLength(1);
  });
});

describe("a ratio below a title that is called after a measure", () => {
  const missing = (...lines: readonly string[]): readonly string[] =>
    messagesOf(
      [
        "# Acme Bancorp Reports Third Quarter Results",
        "- Efficiency ratio of 58.2% and adjusted efficiency ratio of 57.0%",
        "BOSTON, November 4, 2025 - Acme Bancorp (NYSE: ACM) today reported its results for the third quarter of the year.",
        ...lines,
      ].join("\n\n"),
      "gaap-ratio-missing",
    );
  const own = "The adjusted efficiency ratio was 57.0%, compared to 57.8% a year earlier.";

  it("is not answered by the headline", () => {
    expect(missing("## Noninterest Expense", `Noninterest expense was $32.6 million. ${own}`)).toHaveLength(1);
    expect(missing("## Noninterest Expense", `The efficiency ratio was 58.2%. ${own}`)).toEqual([]);
  });

  it("is answered by the section of another measure right above it, and by the headline where no title parts them", () => {
    const above = ["## Noninterest Income", "The efficiency ratio was 58.2%.", "## Noninterest Expense", own];
    expect(missing(...above)).toEqual([]);
    expect(missing(own)).toEqual([]);
  });
});

describe("the part of its debt that a lender's owner answers for", () => {
  it("is a ratio of its own, which the ratio of all debt goes with", () => {
    const missing = (text: string): readonly string[] => messagesOf(release(text), "gaap-ratio-missing");
    expect(missing("- Our recourse debt to equity ratio was 2.1x.")).toHaveLength(1);
    expect(missing("- Our debt to equity ratio was 9.4x, and our recourse debt to equity ratio was 2.1x.")).toEqual([]);
  });
});
