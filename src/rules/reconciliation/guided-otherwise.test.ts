import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (outlook: string, more = ""): readonly string[] =>
  messagesOf(`${HEAD}${STATEMENT}## Outlook\n\n${outlook}\n\n${more}`, "guidance-not-reconciled");
const EXCEPTION =
  "## Non-GAAP measures\n\nWe do not reconcile forward-looking non-GAAP measures, since it would take unreasonable efforts: acquisitions are not known, and may be significant.\n";

it("is led to by a note that gives the items with their amounts, below a table that guides for both", () => {
  const ranges =
    "| Outlook | Q4 2025 |\n|---|---|\n| GAAP operating income | $28 million to $35 million |\n| Core operating income | $36 million to $42 million |\n\n";
  const note =
    "Core operating income excludes anticipated adjustments of $2 million for amortization and $6 million to $5 million for restructuring.";
  expect(found(`${ranges}${note}`)).toEqual([]);
  expect(found(`${ranges}Core operating income excludes amortization and restructuring.`)).toHaveLength(1);
});

it("is led to by a note that sizes what all its measures leave out, where it guides for both", () => {
  const ranges = (gaap: string): string =>
    `| Outlook | Q4 2025 |\n|---|---|\n| Revenue | $160 million |\n${gaap}| Non-GAAP EPS | $1.31 to $1.36 |\n\n`;
  const gaap = "| GAAP EPS | $0.96 to $1.01 |\n";
  const note =
    "Estimated non-GAAP amounts above reflect adjustments for amortization of about $11 million and share-based pay of about $155 million.";
  expect(found(`${ranges(gaap)}${note}`)).toEqual([]);
  expect(found(`${ranges("")}${note}`)).toHaveLength(1);
  expect(
    found(`${ranges(gaap)}Estimated non-GAAP amounts above reflect adjustments for amortization and share-based pay.`),
  ).toHaveLength(1);
});

it("is led to by no summary of an outlook, though a line that is no measure stands between", () => {
  const lines = (between: string): string =>
    `| Outlook | Full year 2026 |\n|---|---|\n| GAAP EPS | $0.96 to $1.01 |\n${between}| Adjusted EPS | $1.31 to $1.36 |\n\n`;
  expect(found(lines("| Operating cash flow | ~ 90 |\n| Segment margin rate | ~ 11.7% |\n"))).toHaveLength(1);
  expect(found(lines("| Amortization | 0.35 |\n"))).toEqual([]);
});

it("is led to by a table that says over its labels alone that it is of what is to come", () => {
  const lines = (title: string): string =>
    `| ${title} | Scenario 1 | Scenario 2 |\n|---|---|---|\n| Net income | 59.0 | 62.0 |\n| Taxes and interest | 40.0 | 40.5 |\n| Depreciation | 71.0 | 71.0 |\n| Adjusted EBITDA | 170.0 | 173.5 |\n\n`;
  const said =
    "We expect net income of $59 million to $62 million and adjusted EBITDA of $170 million to $173.5 million.";
  const told = (title: string): readonly string[] =>
    found(said, `## Non-GAAP measures\n\n${"The tables are of non-GAAP measures.\n\n".repeat(5)}${lines(title)}`);
  expect(told("2026 Projected")).toEqual([]);
  expect(told("Cases")).toHaveLength(1);
});

it("is led to by a sentence that says what the difference is made of, with its amount", () => {
  const said = "We expect EPS of $0.96 to $1.01 and adjusted EPS of $1.31 to $1.36 for the full year.";
  expect(found(`${said} The difference is amortization of about $0.35 per share after tax.`)).toEqual([]);
  expect(found(`${said} The difference is amortization.`)).toHaveLength(1);
  const within = said.replace(/\.$/, "");
  expect(found(`${within}, the difference being amortization of about $0.35 per share.`)).toEqual([]);
  expect(found(`${within}, the difference being amortization.`)).toHaveLength(1);
});

describe("growth on another basis", () => {
  it("is guided for like any measure of the company's own", () => {
    const said = "We expect organic revenue growth of 4% to 6% for the full year.";
    expect(found(said)).toEqual([
      '"organic revenue growth" is guided for, and nothing reconciles it or says why it cannot be reconciled.',
    ]);
    expect(found(said, EXCEPTION)).toEqual([]);
    expect(found(said.replace("organic revenue growth", "revenue growth"))).toEqual([]);
  });

  it("says why growth as reported is not guided for", () => {
    const said = "We expect revenue growth of 3% to 6% in local currency for the full year.";
    expect(found(said)).toHaveLength(1);
    const why = "We give guidance in local currency and not in dollars because exchange rates may vary.";
    expect(found(said, `## Non-GAAP measures\n\n${why}\n`)).toEqual([]);
  });

  it("may be led to in the words beside it", () => {
    const said = "We expect constant currency revenue growth of 4% to 6%";
    expect(found(`${said}. Exchange rates are a headwind of 2%.`)).toEqual([]);
    expect(found(`${said}, and reported growth of 2% to 4%.`)).toEqual([]);
    expect(found(`${said}. Stores will open.`)).toHaveLength(1);
  });

  it("is found in an outlook that its page has taken apart", () => {
    expect(found("Guidance for Q2 2026\n\nOrganic FX-Neutral Y/Y Growth\n\nGuidance\n\n1% - 4%\n")).toHaveLength(1);
  });
});

describe("growth on another basis, as all that an outlook tells of revenue", () => {
  const lacking = (outlook: string): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}## Outlook\n\n${outlook}\n`, "outlook-without-gaap");
  const said = "We expect organic revenue growth of 4% to 6% for the full year.";

  it("wants revenue as reported", () => {
    expect(lacking(said)).toEqual([
      'The outlook gives "organic revenue growth", and neither revenue as reported nor its growth.',
    ]);
    expect(lacking("We expect organic revenue growth in the mid-single digits.")).toHaveLength(1);
    expect(lacking("We expect revenue to grow 4% to 6% in constant currency.")).toHaveLength(1);
  });

  it("wants its growth where it has the amount", () => {
    expect(lacking(`We expect revenue of $160 million to $164 million. ${said}`)).toEqual([
      'The outlook gives "organic revenue growth", and not the growth of revenue as reported, of which it has the amount alone.',
    ]);
    expect(lacking(`We expect revenue to grow 5% to 7% to $160 million. ${said}`)).toEqual([]);
    expect(lacking(`| | 2026 |\n|---|---|\n| Revenue growth | 5% - 7% |\n\n${said}`)).toEqual([]);
  });

  it("has the amount in a line that its page has taken apart, and none in what others earn", () => {
    const torn = (first: string): string =>
      `Guidance for Q2 2026\n\n${first}\n\nOrganic FX-Neutral Y/Y Growth\n\nGuidance\n\n$2.47 - $2.54\n\n1% - 4%\n`;
    expect(lacking(torn("Revenue"))).toEqual([expect.stringContaining("of which it has the amount alone")]);
    expect(lacking(torn("Orders"))).toEqual([expect.stringContaining("neither revenue as reported nor its growth")]);
    const bought = "We plan to acquire businesses totaling $150 million of revenue.";
    expect(lacking(`${said} ${bought}`)).toEqual([
      expect.stringContaining("neither revenue as reported nor its growth"),
    ]);
    expect(lacking(`${said} We plan for a total of $150 million of revenue.`)).toEqual([
      expect.stringContaining("of which it has the amount alone"),
    ]);
  });

  it("is let off by an exception that is claimed for it", () => {
    expect(messagesOf(`${HEAD}${STATEMENT}## Outlook\n\n${said}\n\n${EXCEPTION}`, "outlook-without-gaap")).toEqual([]);
  });
});

describe("cash costs and cash burn", () => {
  it("are guided for", () => {
    const said = "We expect cash burn of $60 million to $70 million.";
    expect(found(said)).toHaveLength(1);
    expect(found(said, EXCEPTION)).toEqual([]);
    expect(found("We expect cash costs per ton to fall by a mid-single digit percentage.")).toEqual([
      '"cash costs per ton" is guided for, and nothing reconciles it or says why it cannot be reconciled.',
    ]);
  });

  it("are not where the text looks back, or has no amount", () => {
    const past = `${HEAD}Cash costs per ton fell by 25%, and exceeded our guidance.\n\n${STATEMENT}`;
    expect(messagesOf(past, "guidance-not-reconciled")).toEqual([]);
    expect(found("We expect to lower cash costs.")).toEqual([]);
  });

  it("are no ratio of a measure that stands before them", () => {
    const said = "We expect adjusted operating income as a percentage of adjusted sales of 14.0%.";
    expect(found(said)).toEqual([expect.stringContaining('"adjusted operating income" is guided for')]);
    expect(found("General expenses (% of adjusted revenue) of 5.6% to 5.9%.")).toEqual([
      '"% of adjusted revenue" is guided for, and nothing reconciles it or says why it cannot be reconciled.',
    ]);
  });
});

describe("words on the exception", () => {
  const LACKING =
    "We do not reconcile non-GAAP guidance, since acquisition costs are not known, and may be significant.\n";
  const incomplete = (outlook: string): readonly string[] =>
    messagesOf(
      `${HEAD}${STATEMENT}## Outlook\n\n${outlook}\n\n## Other\n\n${LACKING}`,
      "guidance-exception-incomplete",
    );

  it("name the measures that they serve, with their lines", () => {
    expect(incomplete("We expect adjusted EBITDA of $50 million to $55 million.")).toEqual([
      'Guidance is given on a basis of the company\'s own ("adjusted EBITDA") without a reconciliation, and the release does not say that one would take unreasonable efforts. It stands so in line 17 as well.',
    ]);
  });

  it("leave out what the sentence before tells, and count no shares", () => {
    const rows =
      "| ($ per share) | Full Year 2026 |\n|---|---|\n| Non-GAAP EPS | $2.30 to $2.55 |\n| Weighted average shares used in non-GAAP earnings per share calculation | 80.1 |\n";
    const said =
      "Non-GAAP guidance excludes acquisition costs. A reconciliation of non-GAAP guidance is not available without unreasonable efforts, due to the variability of the charges excluded from these measures.\n";
    const text = `${HEAD}${STATEMENT}## Outlook\n\n${rows}\n## Other\n\n${said}`;
    expect(messagesOf(text, "guidance-exception-incomplete")).toEqual([
      'Guidance is given on a basis of the company\'s own ("Non-GAAP EPS") without a reconciliation, and the release does not say how significant it probably is. It stands so in line 19 as well.',
    ]);
  });

  it("are no exception where nothing is guided for", () => {
    expect(incomplete("We expect revenue of $160 million.")).toEqual([]);
  });
});

describe("an outlook that gives a measure of the company's own before that under GAAP", () => {
  const said = (headline: string): readonly string[] =>
    messagesOf(
      `${HEAD}${headline}## Outlook\n\n- Net income is expected to be $23 million to $42 million\n- Adjusted EBITDA is expected to be $250 million to $265 million\n`,
      "outlook-without-gaap",
    );

  it("is told of the place where it does, and not of where the order is right", () => {
    expect(said("")).toEqual([]);
    expect(
      said("- Increasing the full-year adjusted EBITDA guidance range to $250 million to $265 million\n\n"),
    ).toEqual(['The outlook gives "adjusted EBITDA" before "Net income", the measure under GAAP.']);
  });
});

describe("a return that is guided for", () => {
  const found = (...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}${STATEMENT}## Outlook\n\nWe expect adjusted return on equity of 17.5% in 2026.\n\n## Adjusted Return on Equity Forecast\n\n| ($ millions) | 2026 Forecast |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`,
      "guidance-not-reconciled",
    );
  const end = "Adjusted return on equity | 17.5%";

  it("is reconciled where a table computes it from net income", () => {
    expect(found("Net income | 550", "Tax on one-off items | 5", "Average equity | 3,165", end)).toEqual([]);
    expect(found("Trucks | 550", end)).toHaveLength(1);
  });
});

it("is led to by what a flow of cash is given after, with its amount", () => {
  const cash = "We expect net cash provided by operating activities of $67 million and free cash flow of $31 million";
  expect(found(`${cash}, after capital expenditures of $36 million.`)).toEqual([]);
  expect(found(`${cash}, after capital expenditures.`)).toHaveLength(1);
});

it("is led to by the points that deals and currency add to growth", () => {
  const growth = "We expect revenue growth of 5% to 6% and organic growth of 3% to 4%";
  expect(found(`${growth}, with acquisitions and currency adding about two points.`)).toEqual([]);
  expect(found(`${growth}, with acquisitions and currency adding to it.`)).toHaveLength(1);
});

it("is not given by a table of results below a heading, though guidance is told of above that", () => {
  const text = (heading: string): string =>
    `${HEAD}- Guidance for sales is unchanged\n\n${heading}${"```\n"}${" ".repeat(24)}Q3 2025   Q3 2024\n${" ".repeat(24)}-------   -------\nNet income${" ".repeat(18)}4.0       4.0\nAdjusted EBITDA${" ".repeat(12)}12.1      11.0\n${"```\n"}\n${STATEMENT}`;
  expect(messagesOf(text(""), "guidance-not-reconciled")).toHaveLength(1);
  expect(messagesOf(text("## Summary of results\n\n"), "guidance-not-reconciled")).toEqual([]);
});

describe("growth in a row of an outlook", () => {
  const outlook = (...rows: readonly string[]): string =>
    `| | Full year 2026 outlook |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
  const bare = (...rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}## Outlook\n\n${outlook(...rows)}\n`, "outlook-without-gaap");
  const organic = "Organic revenue growth | 0.75% to 2.25%";

  it("stands with growth as reported, and something leads to it", () => {
    expect(bare(organic)).toEqual([
      'The outlook gives "Organic revenue growth", and no growth of revenue as reported beside it.',
    ]);
    expect(found(outlook(organic))).toEqual([expect.stringContaining('"Organic revenue growth" is guided for')]);
  });

  it("is led to by growth as reported and what lies between, and by an exception", () => {
    const rows = ["Revenue growth | 3% to 4%", "Impact of acquisitions | 2%", organic];
    expect(bare(...rows)).toEqual([]);
    expect(found(outlook(...rows))).toEqual([]);
    expect(found(outlook(organic), EXCEPTION)).toEqual([]);
  });

  it("is none of what is counted or contracted", () => {
    expect(bare("ACV organic growth | 2.0% to 3.0%")).toEqual([]);
    expect(found(outlook("ACV organic growth | 2.0% to 3.0%"))).toEqual([]);
  });
});

it("has revenue on a basis of the company's own behind that under GAAP, though a table at the end leads to it", () => {
  const own = "Revenues, including discontinued operations";
  const row = (gaap: string): string =>
    `## Outlook\n\n| | Full year 2026 outlook |\n|---|---|\n${gaap}| ${own} | $460 million |\n\n`;
  const said = `## Non-GAAP measures\n\n${own}, is a non-GAAP financial measure.\n\n`;
  const led = `## Reconciliation of ${own} - 2026 Outlook\n\n| | Low |\n|---|---|\n| Revenues | 400 |\n| Revenues of discontinued operations | 60 |\n| ${own} | 460 |\n\n`;
  const late = (gaap: string): readonly string[] =>
    messagesOf(`${HEAD}${row(gaap)}${STATEMENT}${said}${led}`, "outlook-without-gaap");
  expect(late("")).toEqual([expect.stringMatching(/^The outlook gives "Revenues" .* before Revenues in table 3/)]);
  expect(late("| Revenues | $400 million |\n")).toEqual([]);
});
