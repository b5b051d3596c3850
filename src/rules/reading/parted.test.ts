import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (...texts: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. Adjusted EBITDA was $12.1 million.\n\n${STATEMENT}${texts.join("")}`,
    "reconciliation-missing",
  );
const TITLE = "Reconciliation of Non-GAAP Measures";
const FIRST = table(TITLE, "Net income | 4.0 | 4.0", "Income tax | 2.0 | 2.0");
const MORE = table(TITLE, "Net income | 4.0 | 4.0", "Income tax | 2.0 | 2.0", "EBITDA | 6.0 | 6.0");
const rest = (heads: string, end = "Adjusted EBITDA"): string =>
  `| ${heads} |\n|---|---|---|\n| Depreciation | 5.1 | 4.6 |\n| Restructuring | 1.0 | 0.4 |\n| ${end} | 12.1 | 11.0 |\n\n`;

it("a reconciliation that the end of a page has parted is one, whether its heads and its title are printed again or not", () => {
  const heads = "($ millions) | Q3 2025 | Q3 2024";
  expect(missing(FIRST, rest(heads))).toEqual([]);
  expect(missing(FIRST, rest(" |  | "))).toEqual([]);
  expect(missing(FIRST, "12\n\n", `## ${TITLE}\n\n`, rest(heads))).toEqual([]);
  expect(missing(FIRST, `${TITLE} (continued)\n\n`, rest(heads))).toEqual([]);
  expect(missing(MORE, "- 7 -\n\n", rest(heads))).toEqual([]);
});

it("and two tables are two where something is said between them, the columns are others, or the second leads to another measure", () => {
  expect(missing(FIRST, "Debt by its years\n\n", rest("($ millions) | Q3 2025 | Q3 2024"))).toHaveLength(1);
  expect(missing(MORE, rest("($ millions) | Nine months 2025 | Nine months 2024"))).toHaveLength(1);
  expect(missing(FIRST, rest("($ millions) | Q3 2025 | Q3 2024", "Total expenses"))).toHaveLength(1);
});
