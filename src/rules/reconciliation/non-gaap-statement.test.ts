import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

describe("columns of the company's own", () => {
  const columns = (title: string): string =>
    `## ${title}\n\n| ($ thousands) | GAAP Q3 2025 | Non-GAAP Q3 2025 |\n|---|---|---|\n| Revenue | 55,956 | 55,956 |\n| Gross profit | 26,159 | 27,598 |\n| Operating expense | 44,273 | 40,071 |\n| Operating loss | (18,114) | (12,473) |\n\n`;
  const found = (title: string): readonly string[] =>
    messagesOf(`${HEAD}${columns(title)}${STATEMENT}`, "non-gaap-income-statement");

  it("are a statement where they have its subtotals and its title", () => {
    expect(found("Revenue & Operating Income Statement")).toEqual([
      'Table 1 has a column of the company\'s own for 4 lines from "Revenue" to "Operating loss": most of an income statement that is not under GAAP.',
    ]);
    expect(found("Third Quarter Highlights")).toEqual([]);
  });
});
