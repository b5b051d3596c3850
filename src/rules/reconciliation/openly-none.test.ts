import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const ABOUT = "## About Acme\n\nAcme makes tools.\n";
const found = (
  note: string,
  said = "For 2024, net income was $4.0 million and adjusted EBITDA $12.1 million.",
): readonly string[] => messagesOf(`${HEAD}${said}\n\n${note}\n\n${ABOUT}`, "reconciliation-missing");

describe("a text without statements that says itself that it has no reconciliation", () => {
  it("is told of at its first measure of a period that is over", () => {
    expect(found("A reconciliation of adjusted EBITDA is not included in this announcement.")).toEqual([
      '"adjusted EBITDA" is given for a period that is over, and the release says itself that it has no reconciliation.',
    ]);
    expect(found("Reconciliations of our non-GAAP measures are in our annual report on Form 20-F.")).toHaveLength(1);
  });

  it("is not told of where it says so of what is to come, where its tables follow, or of another measure", () => {
    expect(
      found("A reconciliation of adjusted EBITDA for the full year is not provided, as items cannot be predicted."),
    ).toEqual([]);
    expect(found("Reconciliations are in the accompanying tables and in our annual report.")).toEqual([]);
    expect(found("A reconciliation of free cash flow is not included in this announcement.")).toEqual([]);
    expect(
      found(
        "Reconciliations of our non-GAAP measures are in our annual report.",
        "We expect adjusted EBITDA of $12.1 million.",
      ),
    ).toEqual([]);
  });

  it("is not told of where it says so of what no rule knows, nor where it reconciles no measure", () => {
    expect(found("Acme does not provide a reconciliation of segment cash yield, a non-GAAP measure.")).toEqual([]);
    expect(found("We reconciled our bank accounts as the annual report says.")).toEqual([]);
    expect(found("Acme does not provide a reconciliation of these non-GAAP measures.")).toHaveLength(1);
    expect(found("Acme does not provide a reconciliation to the comparable measure.")).toHaveLength(1);
  });

  it("is left to the other findings where it has statements", () => {
    expect(found(`A reconciliation of adjusted EBITDA is not included in this announcement.\n\n${STATEMENT}`)).toEqual([
      expect.stringContaining("no table or sentence reconciles it"),
    ]);
  });
});
