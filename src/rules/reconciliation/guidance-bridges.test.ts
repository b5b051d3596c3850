import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

describe("an outlook that is a table of a share's part", () => {
  const found = (head: string, ...rows: readonly string[]): readonly string[] =>
    messagesOf(
      `${HEAD}## Outlook\n\nWe expect FFO of $2.42 to $2.46 per share.\n\n| ${head} | Low | High |\n|---|---|---|\n${rows.map((r) => `| ${r} |\n`).join("")}\n${STATEMENT}`,
      "guidance-not-reconciled",
    );
  const led = (from: string, to: string): readonly string[] => [from, "Depreciation | 1.87 | 1.87", to];

  it("leads to it, though its lines do not say so again", () => {
    expect(found("Per diluted share", ...led("Net income | 0.55 | 0.59", "FFO | 2.42 | 2.46"))).toEqual([]);
    expect(found("Per diluted share", "FFO | 2.42 | 2.46")).toHaveLength(1);
  });

  it("is none where its amounts are whole", () => {
    expect(found("$ millions, not per share", ...led("Net income | 55 | 59", "FFO | 242 | 246"))).toHaveLength(1);
  });
});

describe("a bridge to what is to come", () => {
  const found = (
    code: "guidance-not-reconciled" | "outlook-without-gaap",
    head: string,
    first: string,
  ): readonly string[] =>
    messagesOf(
      `${HEAD}"We update our adjusted EPS outlook to $2.46," said Jane Doe, chief executive.\n\n${STATEMENT}## Adjusted EPS\n\n| | ${head} |\n|---|---|\n| ${first} | $2.10 |\n| Amortization | 0.36 |\n| Adjusted EPS | $2.46 |\n`,
      code,
    );

  it("is one by what its head or its first line says of it", () => {
    expect(found("guidance-not-reconciled", "2026 Expectations", "EPS (GAAP)")).toEqual([]);
    expect(found("guidance-not-reconciled", "Amount", "EPS guidance (GAAP)")).toEqual([]);
    expect(found("guidance-not-reconciled", "Amount", "Price")).toHaveLength(1);
  });
});

describe("an outlook in ranges", () => {
  it("is no statement, though its lines are those of one", () => {
    const rows = [
      "Net income | $270 to $300",
      "Adjusted EBITDA | $1,130 to $1,180",
      "Net cash provided by operating activities | $620 to $680",
      "Capital expenditures | $310 to $350",
    ];
    const led =
      "| ($ millions) | Low | High |\n|---|---|---|\n| Net income | 270 | 300 |\n| Interest, taxes and depreciation | 860 | 880 |\n| Adjusted EBITDA | 1,130 | 1,180 |\n";
    const text = (...lines: readonly string[]): string =>
      `${HEAD}## 2026 Outlook\n\n| ($ millions) | 2026 Outlook |\n|---|---|\n${lines.map((r) => `| ${r} |\n`).join("")}\n${STATEMENT}## Reconciliation of Outlook\n\n${led}`;
    expect(messagesOf(text(...rows), "outlook-without-gaap")).toEqual([]);
    expect(messagesOf(text(...rows.slice(1)), "outlook-without-gaap")).toHaveLength(1);
  });
});

describe("guidance under GAAP", () => {
  const found = (...lines: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}## Outlook\n\n${lines.join("\n\n")}\n\n${STATEMENT}`, "guidance-not-reconciled");

  it("may be held against what came by the company's own count", () => {
    const said = "We expect diluted EPS of $1.20 to $1.33, an increase of 26% to 40%";
    expect(found(`${said} from adjusted diluted EPS of $0.95 in 2024.`)).toEqual([]);
    expect(found(`${said}, and adjusted diluted EPS of $1.35.`)).toHaveLength(1);
  });

  it("may be told with what the company's own leaves out, in a sentence behind both", () => {
    const both = "We expect EPS of $0.47 to $0.63 and non-GAAP EPS of $0.61 to $0.71.";
    const without = (items: string): string => `${both} Our non-GAAP EPS estimates exclude ${items}.`;
    expect(found(without("$0.08 to $0.14 per share, primarily related to closures and amortization"))).toEqual([]);
    expect(found(without("items primarily related to closures and amortization"))).toHaveLength(1);
    expect(found(without("$0.08 to $0.14 per share"))).toHaveLength(1);
  });

  it("may have a footnote that sizes what the company's own leaves out", () => {
    const both = "- Net income of $36 million to $40 million\n- Adjusted EBITDA of $96 million to $102 million (1)";
    const note = (items: string): string => `(1) Excludes estimated ${items}.`;
    expect(
      found(both, note("interest of $11 million, income taxes of $13 million and depreciation of $38 million")),
    ).toEqual([]);
    expect(found(both, note("interest, income taxes and depreciation"))).toHaveLength(1);
    const unmarked = both.replace(" (1)", "");
    expect(found(unmarked, note("interest of $11 million and depreciation of $38 million"))).toHaveLength(1);
  });
});

it("guidance whose note leaves items out of all of it has no line under GAAP", () => {
  const found = (note: string, net = "Net income"): readonly string[] =>
    messagesOf(
      `${HEAD}## Outlook\n\n| ($ millions) | 2026 Guidance |\n|---|---|\n| Sales | 205 - 216 |\n| EBITDA | 29 - 30 |\n| ${net} | 11 - 12 |\n\n${note}\n`,
      "outlook-without-gaap",
    );
  const all = "The company's guidance excludes non-core items.";
  expect(found(all)).toEqual([expect.stringContaining("no amount for net income")]);
  expect(found("The company's guidance includes all items.")).toEqual([expect.stringContaining("before net income")]);
  expect(found(all, "Net income (IFRS)")).toEqual([expect.stringContaining("before net income")]);
});

it("guidance for what property earns is answered by guidance for what a share is to earn", () => {
  const found = (...bullets: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}## Outlook\n\n${bullets.map((one) => `- ${one}\n`).join("")}`, "outlook-without-gaap");
  const own = "Same-property NOI growth of 5% to 6%";
  expect(found("Net earnings per diluted share of $0.22 to $0.27", own)).toEqual([]);
  expect(found("Revenue of $22 million to $27 million", own)).toHaveLength(1);
  expect(found("FFO per share of $0.22 to $0.27", own)).toHaveLength(1);
});
