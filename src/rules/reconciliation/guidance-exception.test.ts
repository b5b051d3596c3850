import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const OUTLOOK = `${HEAD}## Outlook\n\nWe expect adjusted EBITDA of $50 million to $55 million.\n\n`;
const WITHHELD =
  "A reconciliation of forward-looking non-GAAP measures is not available without unreasonable effort, since acquisition costs are not known and may be significant.";

describe("the exception for guidance", () => {
  it("may stand in a paragraph that warns as well", () => {
    const warned =
      "Forward-looking statements are subject to risks and uncertainties, and results may differ materially.";
    const found = (words: string): readonly string[] => messagesOf(`${OUTLOOK}${words}\n`, "outlook-without-gaap");
    expect(found(`${warned} ${WITHHELD}`)).toEqual([]);
    expect(found(warned)).toHaveLength(1);
    expect(found(`${warned} We cannot predict the effects of non-GAAP guidance.`)).toHaveLength(1);
  });

  it("may name what its measures would be reconciled to, below the title of the outlook", () => {
    const found = (words: string): readonly string[] => messagesOf(`${OUTLOOK}${words}\n`, "outlook-without-gaap");
    const due = "without unreasonable efforts, as gains on sales cannot be predicted and may be material.";
    expect(found(`We are not able to reconcile this measure to net income ${due}`)).toEqual([]);
    expect(found(`We are not able to reconcile free cash flow to cash from operating activities ${due}`)).toHaveLength(
      1,
    );
  });

  it("may say that what is lacking is guidance under GAAP, for items that cannot reasonably be quantified", () => {
    const found = (words: string): readonly string[] => messagesOf(`${OUTLOOK}${words}\n`, "outlook-without-gaap");
    const due = "due to items that cannot be reasonably quantified. These include acquisition costs.";
    expect(found(`* The company is not able to provide comparable GAAP guidance ${due}`)).toEqual([]);
    expect(found(`* The company is able to provide comparable GAAP guidance, for all items.`)).toHaveLength(1);
  });

  it("may be told of an expected range, with no word for an outlook", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(
        `${HEAD}## Outlook\n\n"We raise our adjusted EPS guidance to $2.10," said Jane Doe, chief executive.\n\n## Non-GAAP Measures\n\n${words}\n`,
        "quotation-without-gaap",
      );
    const due =
      "provide an expected range of GAAP EPS, as acquisition costs cannot be told without unreasonable efforts and may be material.";
    expect(found(`Acme does not ${due}`)).toEqual([]);
    expect(found(`Acme does ${due}`)).toHaveLength(1);
  });

  it("is for all measures where it points at them, whatever it names that they are led from", () => {
    const found = (words: string): readonly string[] => messagesOf(`${OUTLOOK}${words}\n`, "outlook-without-gaap");
    const due =
      "takes unreasonable efforts and cannot be done, as gains on sales cannot be predicted and may be material.";
    expect(found(`Reconciling these measures to GAAP EPS and cash conversion ${due}`)).toEqual([]);
    expect(found(`Reconciling this cash conversion to GAAP EPS ${due}`)).toHaveLength(1);
  });

  it("does not say how significant they are where it speaks of actual results", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${OUTLOOK}${words}\n`, "guidance-exception-incomplete");
    const due =
      "We cannot reconcile non-GAAP guidance without unreasonable efforts, as acquisition costs are not known";
    expect(found(`${due}. Actual results will vary, and the variations may be material.`)).toHaveLength(1);
    expect(found(`${due}, and these may be material.`)).toEqual([]);
  });

  it("is claimed, and not in full, for what looks ahead by its nature", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${OUTLOOK}${words}\n`, "guidance-exception-incomplete");
    const due = "a reconciliation of adjusted EBITDA to GAAP is not available";
    expect(found(`Due to its forward-looking nature, ${due}.`)).toHaveLength(1);
    expect(
      found(
        `Due to its forward-looking nature, ${due} without unreasonable efforts: acquisition costs may be significant.`,
      ),
    ).toEqual([]);
  });

  it("names the items where it points at those that are listed elsewhere", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${OUTLOOK}${words}\n`, "guidance-exception-incomplete");
    const due =
      "A reconciliation of this guidance to GAAP is not available without unreasonable efforts due to the complexity of the charges excluded from these non-GAAP measures, which could be significant.";
    expect(found(`Our guidance leaves out charges as outlined below. ${due}`)).toEqual([]);
    expect(found(due)).toHaveLength(1);
  });
});

describe("the exception in a footnote", () => {
  const bullets = (mark: string, note: string): readonly string[] =>
    messagesOf(
      `${HEAD}## Outlook\n\n- Adjusted EPS of $1.40 to $1.50(1)\n- Adjusted EBITDA of $50 million to $55 million${mark}\n\n${note}\n\n## Consolidated Statements of Operations\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Net income | 4.0 | 4.0 |\n`,
      "guidance-not-reconciled",
    );
  const note =
    "(1) No reconciliation of the forecasted range for adjusted EPS to EPS is included, as restructuring cannot be quantified without unreasonable efforts and may be significant.";

  it("is for all that bears its mark, whichever measures it names", () => {
    expect(bullets("(1)", note)).toEqual([]);
    expect(bullets("(2)", note)).toEqual([expect.stringContaining('"Adjusted EBITDA"')]);
    expect(bullets("", note)).toHaveLength(1);
  });

  it("is heard where a page has parted a word of it", () => {
    expect(bullets("(1)", note.replace("unreasonable", "unreaso nable"))).toEqual([]);
    expect(bullets("(1)", note.replace("without unreasonable efforts", "with a table"))).toHaveLength(2);
  });
});

describe("an exception for expenses that were listed right before", () => {
  const found = (before: string, said: string): readonly string[] =>
    messagesOf(`${OUTLOOK}${before}\n\n${said}\n`, "guidance-exception-incomplete");
  const leaves =
    "Adjusted EBITDA excludes restructuring, acquisition costs and impairment of goodwill from net income.";
  const due =
    "cannot be estimated without unreasonable efforts and may be significant, so that adjusted EBITDA guidance is not reconciled.";

  it("names them by pointing at them", () => {
    expect(found(leaves, `Some of these types of expenses ${due}`)).toEqual([]);
    expect(found("Adjusted EBITDA is a measure.", `Some of these types of expenses ${due}`)).toHaveLength(1);
    expect(found(leaves, `Much ${due}`)).toHaveLength(1);
  });
});

describe("an exception for what the release itself leads to", () => {
  const text = (title: string, head: string): string =>
    `${HEAD}## Outlook\n\nWe expect adjusted EPS of $1.40 to $1.50. Our non-GAAP guidance cannot be reconciled without unreasonable efforts: restructuring is not known, and may be significant.\n\n## ${title}\n\n| ($ per share) | ${head} |\n|---|---|\n| EPS | $1.10 - $1.20 |\n| Restructuring | 0.30 |\n| Adjusted EPS | $1.40 - $1.50 |\n`;

  it("lets nothing stand before the measure under GAAP, for which the release guides further down", () => {
    expect(messagesOf(text("Reconciliation of the full-year outlook", "Year"), "outlook-without-gaap")).toEqual([
      'The outlook gives "adjusted EPS" before earnings per share in table 1, the measure under GAAP.',
    ]);
    expect(messagesOf(text("Reconciliation", "Three months ended June 30, 2025"), "outlook-without-gaap")).toEqual([]);
  });

  it("is claimed for no place of a measure that a table leads to, but for the measure", () => {
    const due =
      "We cannot reconcile adjusted EPS of 2027 without unreasonable effort, since restructuring is not known.\n\n";
    const [outlook, ...bridge] = text("Reconciliation of the full-year outlook", "Year").split("## Reconciliation");
    const led = `${outlook!.split(" Our non-GAAP")[0]!}\n\n${due}## Reconciliation${bridge.join("")}`;
    expect(messagesOf(led, "guidance-exception-incomplete")).toEqual([
      'Guidance is given on a basis of the company\'s own ("adjusted EPS") without a reconciliation, and the release does not say how significant it probably is.',
    ]);
    const [bare] = messagesOf(led.split("## Reconciliation")[0]!, "guidance-exception-incomplete");
    expect(bare).toContain("It stands so in line 5 as well.");
  });
});

describe("an exception beside a table that leads to all that is guided for", () => {
  const found = (of: string, ...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}## Outlook\n\nWe expect core adjusted EPS of $7.40 to $7.65. We do not provide a reconciliation of ${of} guidance.\n\n## Guidance\n\n| | Low | High |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`,
      "guidance-exception-incomplete",
    );
  const led = [
    "Net income per share | $4.90 | $5.15",
    "Total adjustments | 2.50 | 2.50",
    "Core adjusted EPS | $7.40 | $7.65",
  ];

  it("is asked for nothing more, as there is a reconciliation", () => {
    expect(found("adjusted EPS", ...led)).toEqual([]);
    expect(found("adjusted EPS", led[2]!)).toHaveLength(1);
    expect(found("long-term adjusted EPS", ...led)).toHaveLength(1);
  });
});

describe("the exception for an amount", () => {
  const found = (words: string): readonly string[] =>
    messagesOf(
      `${HEAD}## Outlook\n\nWe expect ongoing earnings of $3.95 to $4.05 per share. ${words}\n`,
      "outlook-without-gaap",
    );

  it("is one for a share's part of it", () => {
    const cannot = "is not able to forecast without unreasonable effort the impairments that it leaves out of";
    const since = "and that may be significant, and gives no GAAP guidance.";
    expect(found(`Acme ${cannot} ongoing earnings ${since}`)).toEqual([]);
    expect(found(`Acme ${cannot} free cash flow ${since}`)).toHaveLength(1);
  });
});

describe("what an exception does not say", () => {
  const said = (words: string): readonly string[] =>
    messagesOf(`${HEAD}## Non-GAAP Measures\n\n${words}\n`, "guidance-exception-incomplete");
  const GIVEN = "Our earnings guidance is only provided on a non-GAAP basis.";
  const DUE =
    "It is not feasible to provide GAAP guidance because the items excluded, other than amortization expense, are difficult to predict.";

  it("is told of all its parts, whatever the paragraph says of what has been and of what can be predicted", () => {
    const limits =
      "They are limited in value because they exclude charges that have a material effect on our reported results.";
    expect(said(`${limits} ${GIVEN} ${DUE}`)).toEqual([
      expect.stringContaining(
        "that one would take unreasonable efforts, nor which information is not available, nor how significant it probably is",
      ),
    ]);
  });

  it("is told of no more than is missing", () => {
    const which = DUE.replace("the items excluded, other than amortization expense,", "restructuring charges");
    expect(said(`${GIVEN} ${which} They may be material.`)).toEqual([
      expect.stringMatching(/does not say that one would take unreasonable efforts\./),
    ]);
  });

  it("is told of a release that gives no guidance at all, and says so", () => {
    expect(said(`${GIVEN} ${DUE}`)).toEqual([
      expect.stringContaining("The release says that its guidance is on a basis of the company's own, gives none"),
    ]);
    for (const given of ["We expect revenue of $50 million in 2026.", "Capital spending is projected at $5 million."])
      expect(said(`${given}\n\n${GIVEN} ${DUE}`)).toEqual([expect.stringMatching(/^Guidance is given/)]);
  });
});
