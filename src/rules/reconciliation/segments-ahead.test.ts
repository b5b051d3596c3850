import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const outlook = (title: string, ...rows: readonly string[]): string =>
  `## ${title}\n\n| ($ millions) | 2026 outlook |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const OWN = "Business segment operating profit is a non-GAAP measure.\n\n";

describe("what the segments are to earn together", () => {
  const found = (rows: readonly string[], said = OWN): readonly string[] =>
    messagesOf(`${HEAD}${outlook("2026 Outlook", ...rows)}${STATEMENT}${said}`, "outlook-without-gaap");
  const rows = ["Sales | 160 - 166", "Business segment operating profit | 20.1 - 20.3"];

  it("stands with what the company is to earn", () => {
    expect(found(rows)).toEqual([
      'The outlook gives "Business segment operating profit", and no amount for the operating income of the company.',
    ]);
    expect(found([...rows, "Consolidated operating income | 21.0 - 21.2"])).toEqual([]);
    expect(found(rows, "")).toEqual([]);
  });
});

describe("a reconciliation of an outlook", () => {
  const found = (title: string, ...rows: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}${STATEMENT}${OWN}${outlook(title, ...rows)}`, "reconciliation-starts-wrong");
  const item = "Severance | (0.3)";

  it("starts from the measure under GAAP, though its amounts are ranges", () => {
    const own = "Adjusted operating income | 21.0 - 21.3";
    const gaap = "Operating income | 20.7 - 21.0";
    expect(found("Reconciliation of the outlook", own, item, gaap)).toEqual([
      'The reconciliation of the outlook in table 2 starts from "Adjusted operating income" and comes to "Operating income".',
    ]);
    expect(found("Reconciliation of the outlook", gaap, item, own)).toEqual([]);
    // What nothing calls a reconciliation is a list.
    expect(found("2026 Outlook", own, "Capital expenditures | 2.0", gaap)).toEqual([]);
  });

  it("is one where its lines add up, whatever it is called", () => {
    const rows = ["Adjusted net income | 19.5", "Share-based pay | 5.7", "Amortization | 3.1", "Net income | 10.7"];
    expect(found("2026 Guidance", ...rows)).toHaveLength(1);
    expect(found("2026 Guidance", ...rows.toReversed())).toEqual([]);
    expect(found("2026 Guidance", rows[0]!, "Capital expenditures | 2.0", rows[3]!)).toEqual([]);
  });

  it("does not start from what the segments earn together, which is the company's own outside of their note", () => {
    expect(
      found("2026 Outlook", "Business segment operating profit | 21.0", item, "Consolidated operating income | 20.7"),
    ).toHaveLength(1);
    expect(
      found(
        "2026 Outlook",
        "Business segment operating profit | 21.0",
        "EPS | 2.10",
        "Consolidated operating income | 20.7",
      ),
    ).toEqual([]);
  });
});
