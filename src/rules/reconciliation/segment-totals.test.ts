import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${table("Segment information", ...rows)}`,
    "reconciliation-missing",
  );

describe("the total of what segments have earned on a basis of the company's own", () => {
  const PARTS = ["Pumps | 12.1 | 11.0", "Valves | 7.2 | 6.4"];
  const told = [
    expect.stringMatching(/^Table 2 gives the total of "Adjusted segment operating income", and nothing leads from it/),
  ];

  it("is led on to income under GAAP", () => {
    expect(found("Adjusted segment operating income | | ", ...PARTS, "Total Company | 19.3 | 17.4")).toEqual(told);
    expect(found(...PARTS, "Total adjusted segment operating income | 19.3 | 17.4")).toEqual([
      expect.stringContaining('the total of "adjusted segment operating income"'),
    ]);
  });

  it("is nothing where lines go on from it, or where the measure is that of ASC 280 by no name of the company's own", () => {
    const led = ["Unallocated costs | (13.3) | (11.4)", "Operating income | 6.0 | 6.0"];
    expect(found(...PARTS, "Total adjusted segment operating income | 19.3 | 17.4", ...led)).toEqual([]);
    expect(found("Segment operating income | | ", ...PARTS, "Total Company | 19.3 | 17.4")).toEqual([]);
  });
});
