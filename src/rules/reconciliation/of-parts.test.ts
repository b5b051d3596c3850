import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const WHOLE = table(
  "Reconciliation of Adjusted Operating Income",
  "Operating income | 6.0 | 6.0",
  "Amortization | 1.1 | 0.9",
  "Adjusted operating income | 7.1 | 6.9",
);
const PARTS = table("Adjusted Operating Income by Segment", "Pumps | 45.9 | 41.4", "Valves | 3.2 | 3.5");

describe("what a segment has earned on a basis of its own", () => {
  const found = (said: string, more = ""): readonly string[] =>
    messagesOf(`${HEAD}${said}\n\n${STATEMENT}${WHOLE}${more}`, "reconciliation-missing");
  const gaap = "Operating income of the Pumps segment was $42.4 million.";
  const own = "Adjusted operating income of the Pumps segment was $45.9 million.";

  it("is reconciled where its measure under GAAP is told beside it", () => {
    expect(found(`${gaap} ${own}`)).toEqual([
      expect.stringContaining('"Adjusted operating income" is given of a part of the company'),
    ]);
    expect(found(`${gaap} ${own}`, PARTS)).toEqual([]);
  });

  it("is reconciled where nothing leads to that of the whole either", () => {
    const text = `${HEAD}${gaap} ${own}\n\nThe plants ran well.\n\n${STATEMENT}`;
    expect(messagesOf(text, "reconciliation-missing")).toEqual([expect.stringContaining("no table has the amount")]);
    expect(messagesOf(`${text}${PARTS}`, "reconciliation-missing")).toEqual([]);
  });

  it("may be the measure of ASC 280 where it is told alone", () => {
    expect(found(own)).toEqual([]);
  });
});
