import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["non-gaap-first", "outlook-without-gaap"]);
const foundIn = (text: string): readonly string[] => wordsFound(`${HEAD}${text}\n`, CODES);
const guided = (text: string): readonly string[] => foundIn(`## Outlook\n\n${text}`);
const FIRST = ["non-gaap-first: organic sales growth"];

describe("growth that is guided for", () => {
  it("stands behind growth as reported in its sentence and in its paragraph", () => {
    expect(guided("For 2026, we expect organic sales growth of 3% and reported sales to decline 1%.")).toEqual(FIRST);
    expect(guided("For 2026, we expect reported sales to decline 1% and organic sales growth of 3%.")).toEqual([]);
    const raised =
      "We are raising our organic sales growth outlook to 5%. We also have raised our reported sales to 2%.";
    expect(foundIn(`"${raised}" said Jane Doe, chief executive.`)).toEqual(FIRST);
  });

  it("stands behind it in bullets that are seen together", () => {
    expect(guided("- Organic sales growth of 3%\n- Reported sales growth of 1%")).toEqual([
      "non-gaap-first: Organic sales growth",
    ]);
    expect(guided("- Reported sales growth of 1%\n- Organic sales growth of 3%")).toEqual([]);
    expect(guided("- Reported sales growth of 1%\n- Organic sales growth of 3% for the first quarter")).toEqual([]);
  });

  it("may come first where growth as reported was given before, or is of another period", () => {
    const both = "We expect organic sales growth of 3% and reported sales to decline 1%.";
    expect(guided(`We expect net sales growth of 1%.\n\n${both}`)).toEqual([]);
    expect(
      guided("For the fourth quarter, we expect organic sales growth of 3%. For the full year, sales are to grow 1%."),
    ).not.toContain(FIRST[0]);
  });
});

describe("growth that is guided for without the basis", () => {
  it("has growth as reported for its own period", () => {
    const year = "For the full year, we expect sales growth of 4% and organic sales growth of 5%.";
    expect(guided(`${year}\n\nFor the fourth quarter, we expect organic sales growth of 3%.`)).toEqual([
      "outlook-without-gaap: organic sales growth",
    ]);
    expect(guided(`${year}\n\nWe expect organic sales growth of 3% in Europe.`)).toEqual([]);
  });
});

describe("a table of the outlook", () => {
  const table = (...rows: readonly string[]): string =>
    `| ($ millions) | 2026 Guidance |\n|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
  it("has the measure under GAAP above that of the company's own", () => {
    expect(guided(table("Revenue | $70 - $73", "Adjusted EBITDA | $12 - $14", "Net income | $3 - $5"))).toEqual([
      "outlook-without-gaap: Adjusted EBITDA",
    ]);
    expect(guided(table("Revenue | $70 - $73", "Net income | $3 - $5", "Adjusted EBITDA | $12 - $14"))).toEqual([]);
  });

  it("has revenue above what the release itself says is its own and leads to from revenue, by one word", () => {
    const told = `We present non-GAAP measures such as billings and free cash flow.\n\n${STATEMENT}## Reconciliation of GAAP revenue to billings\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Consumer incentives | 10.3 | 9.6 |\n| Billings | 50.5 | 47.7 |\n`;
    const outlook = (...rows: readonly string[]): readonly string[] => guided(`${table(...rows)}\n${told}`);
    expect(outlook("Billings | $105 - $109", "Revenue | $70 - $73")).toEqual(["outlook-without-gaap: Billings"]);
    expect(outlook("Revenue | $70 - $73", "Billings | $105 - $109")).toEqual([]);
    const rates = (reported: string): readonly string[] =>
      guided(table("Organic sales growth | 3% - 4%", `${reported} | 1% - 2%`));
    expect(rates("Net sales growth")).toEqual(["outlook-without-gaap: Organic sales growth"]);
    expect(rates("Same-store sales growth")).toEqual([]);
    expect(guided(table("Billings | $105 - $109", "Revenue | $70 - $73"))).toEqual([]);
  });
});

describe("growth that a bullet guides for and a table further behind has as reported", () => {
  const bullets =
    "## Outlook\n\n- Organic sales growth of approximately 3%\n- Capital expenditures of $2.0 million\n\n";
  const later = (row: string): string =>
    `## Results\n\nNet sales were $40.2 million in the quarter.\n\n## Outlook for 2026\n\n| | Full Year 2026 |\n|---|---|\n| ${row} | 2% |\n| Organic sales growth | 3% |\n`;

  it("comes before it, unless a sentence above has told of it", () => {
    expect(foundIn(`${bullets}${later("Net sales growth")}`)).toEqual(["non-gaap-first: Organic sales growth"]);
    const told = "We expect net sales growth of 2% in 2026.\n\n";
    expect(foundIn(`${told}${bullets}${later("Net sales growth")}`)).toEqual([]);
    expect(foundIn(`${bullets}${later("Capital expenditures growth")}`)).not.toContain(
      "non-gaap-first: Organic sales growth",
    );
  });
});
