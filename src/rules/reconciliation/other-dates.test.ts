import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const TABLE =
  "## Reconciliation of the net leverage ratio\n\n| ($ millions) | September 30, 2025 | June 30, 2025 |\n|---|---|---|\n| Total debt | 90.5 | 99.0 |\n| Cash | (10.2) | (7.6) |\n| Net debt | 80.3 | 91.4 |\n| Adjusted EBITDA | 20.9 | 22.7 |\n| Net leverage ratio | 3.85x | 4.02x |\n";
const found = (said: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${TABLE}`, "reconciliation-missing").filter(
    (message) => message.includes("another date"),
  );

describe("what is owed, held against another date", () => {
  it("is led to for that date as well", () => {
    const told = (name: string, other: string): unknown =>
      `"${name}" is held against that of another date (${other}), and no reconciliation of it has that date.`;
    expect(
      found(
        "We reduced our net leverage ratio to 3.85x, compared to 4.02x at the end of June and 4.31x at year-end 2024.",
      ),
    ).toEqual([told("net leverage ratio", "4.31")]);
    expect(found("Net debt was $80.3 million, compared to $97.1 million as of December 31, 2024.")).toEqual([
      told("Net debt", "97.1"),
    ]);
  });

  it("is nothing where a table has the date, or where the figure is of no date", () => {
    expect(found("The net leverage ratio was 3.85x, compared to 4.02x at the end of June.")).toEqual([]);
    expect(found("Net debt was $80.3 million, compared to $91.4 million as of June 30, 2025.")).toEqual([]);
    expect(found("The net leverage ratio was 3.85x, below our aim and 4.50x that lenders ask for.")).toEqual([]);
  });
});
