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
const rest = (heads: string, end = "Adjusted EBITDA | 12.1 | 11.0"): string =>
  `| ${heads} |\n|---|---|---|\n| Depreciation | 5.1 | 4.6 |\n| Restructuring | 1.0 | 0.4 |\n| ${end} |\n\n`;

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
  expect(missing(FIRST, rest("($ millions) | Q3 2025 | Q3 2024", "Total expenses | 6.1 | 5.0"))).toHaveLength(1);
});

it("what has lines of a statement below a title of reconciliations is the first page of one, and a statement is none", () => {
  const page = (title: string): string =>
    table(
      title,
      "Revenue | 40.2 | 38.1",
      "Cost of revenue | 20.2 | 19.1",
      "Gross profit | 20.0 | 19.0",
      "Operating expenses | 14.0 | 13.0",
      "Operating income | 6.0 | 6.0",
      "Income tax | 2.0 | 2.0",
      "Net income | 4.0 | 4.0",
      "Income tax | 2.0 | 2.0",
    );
  const next = rest("($ millions) | Q3 2025 | Q3 2024");
  const bare = page("").replace(/^## \n\n/, "");
  const first = table(
    "Non-GAAP Measures",
    "Operating income | 6.0 | 6.0",
    "Other | 1.0 | 1.0",
    "Non-GAAP income | 7.0 | 7.0",
  );
  expect(missing(first, bare, next)).toEqual([]);
  expect(missing(page("Consolidated Statements of Operations"), next)).toHaveLength(1);
});
