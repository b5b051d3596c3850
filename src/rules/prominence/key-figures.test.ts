import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["gaap-ratio-missing", "table-without-gaap"]);

/** What the rules find of the ratios in a release with these key figures and reconciliations. */
const foundIn = (figures: readonly string[], ...reconciliations: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}## Third Quarter Highlights\n\n${table("Key Figures", "Net income | 4.0 | 4.0", ...figures)}${STATEMENT}${reconciliations.join("")}`,
    CODES,
  );

it("takes a ratio for that of the standards where its row says so", () => {
  const returns = (label: string): readonly string[] =>
    wordsFound(`${HEAD}| | Q3 2025 |\n|---|---|\n| ${label} | 12.1% |\n`, new Set(["gaap-ratio-missing"]));
  expect(returns("GAAP ROIC %")).toEqual([]);
  expect(returns("Adjusted ROIC %")).toHaveLength(1);
});

describe("a ratio that ends in a measure of the company's own that is led to by itself", () => {
  const TANGIBLE = table(
    "Reconciliation of Non-GAAP Measures",
    "Total stockholders' equity | 91.0 | 88.0",
    "Less: goodwill | (11.0) | (11.0)",
    "Tangible common equity | 80.0 | 77.0",
    "Total assets | 811.0 | 786.0",
    "Less: goodwill | (11.0) | (11.0)",
    "Tangible assets | 800.0 | 775.0",
  );
  const own = "Tangible common equity to tangible assets | 10.0% | 9.9%";

  it("is a ratio, and wants that of the standards", () => {
    expect(foundIn([own], TANGIBLE)).toEqual(["gaap-ratio-missing: Tangible common equity to tangible assets"]);
    expect(foundIn(["Equity to assets | 11.2% | 11.2%", own], TANGIBLE)).toEqual([]);
  });
});

describe("a return on what is tangible of equity", () => {
  const own = "Return on average tangible common equity | 20.1% | 20.8%";

  it("is held against the return on equity, and not against that on assets", () => {
    expect(foundIn(["Return on average assets | 2.0% | 2.1%", own])).toEqual([
      "gaap-ratio-missing: Return on average tangible common equity",
    ]);
    expect(foundIn(["Return on average equity | 17.6% | 18.2%", own])).toEqual([]);
  });
});

describe("costs as a part of revenue", () => {
  const ADJUSTED = table(
    "Reconciliation of Adjusted SG&A",
    "Selling, general and administrative | 9.0 | 8.5",
    "Severance | (1.0) | (0.5)",
    "Adjusted SG&A | 8.0 | 8.0",
  );
  const own = "Adjusted SG&A as a percentage of sales | 19.9% | 21.0%";

  it("are a ratio, and want that of the standards", () => {
    expect(foundIn([own], ADJUSTED)).toEqual(["gaap-ratio-missing: Adjusted SG&A as a percentage of sales"]);
    expect(foundIn(["SG&A as a percentage of sales | 22.4% | 22.3%", own], ADJUSTED)).toEqual([]);
  });

  it("have it where the text tells it with the period before", () => {
    const said =
      "SG&A was 22.4% of net sales compared to 22.3%. Adjusted SG&A as a percent of net sales rose to 19.9% from 21.0%.";
    const found = (text: string): readonly string[] =>
      wordsFound(`${HEAD}## Results\n\n${text}\n\n${STATEMENT}${ADJUSTED}`, CODES);
    expect(found(said)).toEqual([]);
    expect(found(said.replace(/^[^.]*\.4% [^.]*\.3%\. /, "SG&A was $9.0 million. "))).toEqual([
      "gaap-ratio-missing: Adjusted SG&A as a percent of net sales",
    ]);
  });
});

describe("results below a title that says that all of them are the company's own", () => {
  const own = (title: string, ...rows: readonly string[]): readonly string[] =>
    wordsFound(
      `${HEAD}## Third Quarter Highlights\n\n${table(title, "Net sales | 40.2 | 38.1", ...rows)}${STATEMENT}`,
      CODES,
    );

  it("are not those of the standards, though they have their names", () => {
    expect(own("Non-GAAP", "Operating income | 7.1 | 7.0")).toEqual(["table-without-gaap: Operating income"]);
    expect(own("Q3 2025 Adjusted Results", "Net income | 5.1 | 4.9")).toEqual(["table-without-gaap: Net income"]);
  });

  it("are read line by line where lines tell their basis, and where the title tells of more", () => {
    expect(own("Non-GAAP", "GAAP operating income | 6.0 | 6.0", "Adjusted operating income | 7.1 | 7.0")).toEqual([]);
    expect(own("GAAP and Non-GAAP Results", "Operating income | 6.0 | 6.0")).toEqual([]);
  });
});

describe("changes in a column", () => {
  const changed = (...rows: readonly string[]): string =>
    `## Own Figures\n\n| ($ millions) | Q3 2025 | Q3 2024 | % Change |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
  const ADJUSTED = "Adjusted EBITDA | 12.1 | 11.0 | 10%";
  const found = (...tables: readonly string[]): readonly string[] =>
    wordsFound(`${HEAD}## Third Quarter Highlights\n\n${tables.join("")}${STATEMENT}`, CODES);

  it("are given for the measures under GAAP as well", () => {
    const plain = table("Key Figures", "Orders | 51.2 | 49.0", "Net income | 4.0 | 4.0");
    expect(found(plain, changed(ADJUSTED))).toEqual(["table-without-gaap: Adjusted EBITDA"]);
    expect(found(changed("Net income | 4.0 | 4.0 | 0%"), changed(ADJUSTED))).toEqual([]);
    expect(found(plain, table("Own Figures", "Adjusted EBITDA | 12.1 | 11.0"))).toEqual([]);
  });
});

describe("a table of key figures below a headline that prints the measure under GAAP", () => {
  const below = (line: string, ...rows: readonly string[]): readonly string[] =>
    wordsFound(
      `# Acme Reports Results\n\n${line}\n\n${HEAD}${table("Highlights", "Revenue | 40.2 | 38.1", ...rows)}`,
      new Set(["table-without-gaap"]),
    );

  it("has it itself, and first", () => {
    const own = "Adjusted diluted EPS | 0.71 | 0.60";
    const line = "*Net sales up 7.4%; diluted earnings per share of $0.62*";
    expect(below(line, own)).toEqual(["table-without-gaap: Adjusted diluted EPS"]);
    expect(below(line, own, "Diluted EPS | 0.62 | 0.54")).toHaveLength(1);
    expect(below(line, "Diluted EPS | 0.62 | 0.54", own)).toEqual([]);
    expect(below("*Net income up 13% to $24.8 million*", "Adjusted EBITDA | 12.1 | 11.0")).toHaveLength(1);
  });

  it("needs it not where a row that its layout has torn off stands above it", () => {
    const torn = `${HEAD}## Highlights\n\nNet income $ 3.3 $ 3.0\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Adjusted EBITDA | 12.1 | 11.0 |\n`;
    expect(wordsFound(torn, new Set(["table-without-gaap"]))).toEqual([]);
  });
});
