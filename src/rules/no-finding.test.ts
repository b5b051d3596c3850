import { describe, expect, it } from "vitest";
import { messagesOf } from "../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "./example-passages.ts";

describe("what stands in a table of sums", () => {
  const parts = (last: string): string =>
    table(
      "Revenue by channel",
      "Large clients | 18.0 | 17.0",
      "Small clients | 6.0 | 6.0",
      "Business revenue | 24.0 | 23.0",
      "Consumer revenue | 16.2 | 15.1",
      last,
    );

  it("teaches no measure of the company's own where it is a part of the total", () => {
    expect(messagesOf(`${HEAD}${STATEMENT}${parts("Total revenue | 40.2 | 38.1")}`, "table-without-gaap")).toEqual([]);
  });

  it("is not what a reconciliation starts from, where each section works out another ratio", () => {
    const ratios = (between: string): string =>
      `## Reconciliation of Non-GAAP Measures\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Adjusted return: | | |\n| Adjusted net income | 5.1 | 4.9 |\n${between}| Net income | 4.0 | 4.0 |\n| Amortization | 0.2 | 0.3 |\n\n`;
    const found = (text: string): readonly string[] =>
      messagesOf(`${HEAD}${STATEMENT}${text}`, "reconciliation-starts-wrong");
    const other =
      "| Average assets | 400.0 | 390.0 |\n| Return on average assets, as adjusted | 5.10% | 5.03% |\n| Tangible return: | | |\n";
    expect(found(ratios(other))).toEqual([]);
    expect(found(ratios("| Less: restructuring | (1.1) | (0.9) |\n"))).toHaveLength(1);
  });

  it("is shown before tax where the tax on it stands right above its sum", () => {
    const led = (tax: string): string =>
      table(
        "Reconciliation of Operating Net Income",
        "Net income | 4.0 | 4.0",
        "Restructuring | 1.1 | 0.9",
        tax,
        "Adjustments, net of tax | 0.8 | 0.7",
        "Adjusted net income | 4.8 | 4.7",
      );
    const found = (tax: string): readonly string[] =>
      messagesOf(`${HEAD}${STATEMENT}${led(tax)}`, "adjustment-net-of-tax");
    expect(found("Less: net tax benefit associated with the adjustments | (0.3) | (0.2)")).toEqual([]);
    expect(found("Other | (0.3) | (0.2)")).toHaveLength(1);
  });
});

describe("what guidance leaves unreconciled", () => {
  const OUTLOOK = `${HEAD}## Outlook\n\nWe expect adjusted EBITDA of $50 million to $55 million.\n\n`;
  const found = (words: string): readonly string[] =>
    messagesOf(`${OUTLOOK}${words}\n`, "guidance-exception-incomplete");
  const due = (items: string): string =>
    `A reconciliation of this guidance to GAAP is not available without unreasonable effort due to the complexity of ${items}, which may have a significant impact.`;

  it("is told by pointing at the items that stand above", () => {
    expect(
      found(`We exclude what is outside of our business. ${due("the reconciling items described above")}`),
    ).toEqual([]);
    expect(found(due("some things"))).toHaveLength(1);
  });

  it("is not excused by an exception for something else", () => {
    const outlook = (of: string): readonly string[] =>
      messagesOf(
        `${OUTLOOK}We are unable to provide a reconciliation of forward-looking non-GAAP ${of} without unreasonable effort because acquisition costs are unpredictable and may be significant.\n`,
        "outlook-without-gaap",
      );
    expect(outlook("measures")).toEqual([]);
    expect(outlook("to GAAP financial measures")).toEqual([]);
    expect(outlook("capital spending")).toHaveLength(1);
  });

  it("needs no exception where a sentence sums it up", () => {
    const bare = "We do not reconcile our non-GAAP guidance to GAAP, as we are unable to without unreasonable effort.";
    const sum =
      "Adjusted EBITDA guidance consists of expected net income of $20 million, plus expected interest of $12 million and depreciation of $20 million.";
    expect(found(bare)).toHaveLength(1);
    expect(found(`${sum}\n\n${bare}`)).toEqual([]);
  });

  it("is the dividend, where a payout is told as a part of a measure", () => {
    const told = (words: string): readonly string[] =>
      messagesOf(`${HEAD}## Outlook\n\n- We expect ${words} for the full year.\n`, "outlook-without-gaap");
    expect(told("a payout ratio based on distributable earnings per share of 90% to 100%")).toEqual([]);
    expect(told("distributable earnings per share of $2.10 to $2.20")).toHaveLength(1);
  });
});

describe("words that put no label and define no measure", () => {
  const label = (words: string): readonly string[] =>
    messagesOf(`${HEAD}${words}\n\n${STATEMENT}`, "label-non-recurring");

  it("are those of a change in the standards, and of a tax rate", () => {
    expect(label("Distributable earnings exclude one-time events pursuant to changes in GAAP.")).toEqual([]);
    expect(label("Distributable earnings exclude one-time events.")).toHaveLength(1);
    expect(label("The tax effect of the adjustments is at our tax rate, excluding any non-recurring items.")).toEqual(
      [],
    );
  });

  it("are those of what a program is to save in a year", () => {
    const found = (of: string): readonly string[] =>
      messagesOf(
        `${HEAD}We are on the way to an annual run-rate ${of} of $75 million.\n\n${STATEMENT}`,
        "measure-not-defined",
      );
    expect(found("of synergies")).toEqual([]);
    expect(found("of turnover")).toHaveLength(1);
  });
});

describe("an amount beside a name that is not the amount of it", () => {
  it("is by how much something has moved it", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${HEAD}Net income was $4.0 million. ${words}\n\n${STATEMENT}`, "gaap-measure-missing");
    expect(found("Losses on bonds reduced tangible book value per share (non-GAAP) by $1.14.")).toEqual([]);
    expect(found("Tangible book value per share (non-GAAP) was $21.14.")).toHaveLength(1);
  });

  it("may be told again under another name", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(
        `${HEAD}${words} Tangible book value per share (non-GAAP) was $21.14.\n\n${STATEMENT}`,
        "gaap-measure-missing",
      );
    expect(found("Total equity was $24.7 million, or $32.60 per share.")).toEqual([]);
    expect(found("Total equity was $24.7 million.")).toHaveLength(1);
  });

  it("is the rate of what stands before the next name", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${HEAD}Revenue was $40.2 million, up 5.5%. ${words}\n\n${STATEMENT}`, "growth-on-unprinted-base");
    expect(found("Volumes declined by 0.8% and counter sales revenue increased by 1.3%.")).toEqual([
      expect.stringContaining("a change of 1.3 percent"),
    ]);
    expect(found("Same store volumes declined by 0.8% and counter sales revenue increased by 1.3%.")).toEqual([]);
  });

  it("is what an event was paid for", () => {
    const found = (words: string): readonly string[] =>
      messagesOf(`${HEAD}Net income was $4.0 million. ${words}\n\n${STATEMENT}`, "reconciliation-missing");
    expect(found("The quarter had $42 million of one-time cash costs associated with the integration.")).toEqual([]);
    expect(found("Cash costs were $42 million.")).toHaveLength(1);
  });
});
