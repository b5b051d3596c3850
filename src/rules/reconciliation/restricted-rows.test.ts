import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, SAID_BOTH, STATEMENT, table } from "../example-passages.ts";

const found = (...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${SAID_BOTH}${STATEMENT}${EBITDA}${tables.join("")}`, "reconciliation-missing").filter((m) =>
    m.includes("a part of the business"),
  );

describe("a measure of a part of the business", () => {
  const rows = [
    "Revenue | 2.1 | 1.9",
    "Same branch Adjusted EBITDA | 0.7 | 0.8",
    "Acquired Adjusted EBITDA | 0.4 | 0.2",
  ];

  it("is not led to by what leads to that of the whole", () => {
    expect(found(table("Incremental Margins", ...rows))).toEqual([
      expect.stringMatching(
        /^Table 3 gives "Same branch Adjusted EBITDA", "Acquired Adjusted EBITDA", of a part of the business alone/,
      ),
    ]);
    expect(found(table("Incremental Margins", rows[0]!, "Adjusted EBITDA | 12.1 | 11.0"))).toEqual([]);
  });

  it("is led to where a table has the part", () => {
    const led = (words: string): string =>
      table(
        `Reconciliation of ${words} Adjusted EBITDA`,
        `${words} operating income | 0.5 | 0.5`,
        "Depreciation | 0.2 | 0.3",
        `${words} Adjusted EBITDA | 0.7 | 0.8`,
      );
    expect(found(table("Margins", rows[0]!, rows[1]!), led("Same branch"))).toEqual([]);
    expect(found(table("Margins", rows[0]!, rows[1]!), led("Pumps"))).toHaveLength(1);
  });
});
