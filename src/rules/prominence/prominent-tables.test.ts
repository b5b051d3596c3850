import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["table-without-gaap", "gaap-ratio-missing", "outlook-without-gaap"]);

/** What the rules find in tables: code and the words at the place. */
const foundIn = (text: string): readonly string[] => wordsFound(text, CODES);

const RESULTS = `${HEAD}## Third Quarter Highlights\n\n`;

it("has the ratio under GAAP in the column of percents of its amount", () => {
  const bridge = (net: string): readonly string[] =>
    messagesOf(
      `${HEAD}${STATEMENT}| Adjusted EBITDA | Q3 2025 | % of revenue |\n|---|---|---|\n| Net income | $4.0 | ${net} |\n| Depreciation | 8.1 | 20.1% |\n| Adjusted EBITDA | $12.1 | 30.1% |\n| Adjusted EBITDA margin | | 30.1% |\n`,
      "gaap-ratio-missing",
    );
  expect(bridge("10.0%")).toEqual([]);
  expect(bridge("")).toHaveLength(1);
});

describe("a summary below a sentence about reconciliations", () => {
  const rows = table("Key Figures", "Net sales | 40.2 | 37.1", "Adjusted EBITDA | 12.1 | 11.0");
  const told = "Refer to the reconciliation tables at the end of this release.";

  it("is a summary all the same", () => {
    expect(foundIn(`${RESULTS}${told}\n\n${rows}${STATEMENT}`)).toEqual(["table-without-gaap: Adjusted EBITDA"]);
  });
});

describe("a summary with counts between net income and a measure of the company's own", () => {
  const rows = (...more: readonly string[]): string =>
    table(
      "Key Figures",
      "Net income | 4.0 | 4.0",
      ...more,
      "Adjusted EBITDA | 12.1 | 11.0",
      "Adjusted EBITDA margin | 30.1% | 28.9%",
    );

  it("leads from the one to the other where its lines add up, and else nowhere", () => {
    expect(foundIn(`${RESULTS}${rows("Clubs | 30 | 29", "Members (thousands) | 88 | 84")}${STATEMENT}`)).toEqual([
      "gaap-ratio-missing: Adjusted EBITDA margin",
    ]);
    expect(
      foundIn(
        `${RESULTS}${rows("Net income margin | 10.0% | 10.5%", "Clubs | 30 | 29", "Members (thousands) | 88 | 84")}${STATEMENT}`,
      ),
    ).toEqual([]);
  });
});

describe("twelve months in a table of a quarter", () => {
  const rows = (...more: readonly string[]): string =>
    table("Key Figures", "Net income | 4.0 | 4.0", ...more, "LTM adjusted EBITDA | 48.1 | 44.0");

  it("are read with net income of twelve months", () => {
    expect(foundIn(`${RESULTS}${rows()}`)).toEqual(["table-without-gaap: LTM adjusted EBITDA"]);
    expect(foundIn(`${RESULTS}${rows("LTM net income | 16.2 | 15.0")}`)).toEqual([]);
  });
});

describe("revenue and debt on a basis of the company's own", () => {
  const rows = (...more: readonly string[]): string => table("Key Figures", ...more, "Orders | 51.2 | 49.0");

  it("want those of the statements in the same summary", () => {
    expect(foundIn(`${RESULTS}${rows("Organic sales growth | 1.4% | 2.8%")}`)).toEqual([
      "table-without-gaap: Organic sales growth",
    ]);
    expect(
      foundIn(`${RESULTS}${rows("Net sales growth | 1.7% | 2.2%", "Organic sales growth | 1.4% | 2.8%")}`),
    ).toEqual([]);
    expect(foundIn(`${RESULTS}${rows("Net debt | 40.2 | 37.1")}`)).toEqual(["table-without-gaap: Net debt"]);
    expect(foundIn(`${RESULTS}${rows("Total debt | 51.2 | 49.1", "Net debt | 40.2 | 37.1")}`)).toEqual([]);
  });
});

describe("a total of segments", () => {
  const rows = (section: string, a: string, b: string): string =>
    table("Segment Information", `${section} | |`, `Payments | ${a}`, `Print | ${a}`, `Total | ${b}`);

  it("is the company's, by the name of the section", () => {
    expect(foundIn(`${RESULTS}${rows("Adjusted EBITDA margin:", "23.3% | 21.4%", "21.8% | 20.4%")}`)).toEqual([
      "gaap-ratio-missing: Total",
    ]);
    expect(foundIn(`${RESULTS}${rows("Gross margin:", "23.3% | 21.4%", "21.8% | 20.4%")}`)).toEqual([]);
  });
});

describe("guidance beside what came", () => {
  const guided = (head: string, ...rows: readonly string[]): string =>
    `${HEAD}## 2026 Outlook\n\n| ($ millions) | ${head} |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
  const own = "Adjusted EBITDA | $240 - $250 | $257";

  it("is an outlook where that is of the year before", () => {
    expect(foundIn(guided("2026 Forecast | 2025 Actual", "Net sales | $1,900 - $2,000 | $1,900", own))).toEqual([
      "outlook-without-gaap: Adjusted EBITDA",
    ]);
    expect(
      foundIn(guided("2025 Forecast | 2025 Actual", "Net sales | $1,900 - $2,000 | $1,900", own)).filter((found) =>
        found.startsWith("outlook"),
      ),
    ).toEqual([]);
  });

  it("has a column of the company's own for it", () => {
    const sideways = (...heads: readonly string[]): string =>
      `${HEAD}## Third Quarter 2026 Guidance\n\n| $ million | Net Sales | ${heads.join(" | ")} |\n|---|---|---|${"---|".repeat(heads.length - 1)}\n| Reported | 1,300 - 1,320 |${" 160 - 180 |".repeat(heads.length)}\n| Q3 2025 Actuals | 1,273.7 |${" 163.0 |".repeat(heads.length)}\n`;
    expect(foundIn(sideways("Adjusted EBITDA"))).toEqual(["table-without-gaap: Q3 2025 Actuals"]);
    expect(foundIn(sideways("Net income", "Adjusted EBITDA"))).toEqual([]);
  });
});

describe("a row of the company's own in a summary", () => {
  const summary = (...rows: readonly string[]): readonly string[] =>
    messagesOf(`${RESULTS}${table("Key Figures", "Revenue | 40.2 | 37.1", ...rows)}${STATEMENT}`, "table-without-gaap");

  it("has that under GAAP right below it, where the row says no more than that it is as reported", () => {
    expect(summary("Net income excluding a fire | 4.4 | 4.0", "- As reported | 4.0 | 4.0")).toEqual([
      'Table 1 has "Net income excluding a fire" above "- As reported", the measure under GAAP.',
    ]);
    expect(summary("Net income excluding a fire | 4.4 | 4.0", "Members | 12 | 11")).toEqual([
      'Table 1 has "Net income excluding a fire" and no row for net income.',
    ]);
  });

  it("is no line of the statement whose depreciation stands apart", () => {
    expect(summary("Cost of revenue (exclusive of depreciation and amortization) | 9.1 | 8.8")).toEqual([]);
    expect(summary("Cost of revenue (exclusive of a fire) | 9.1 | 8.8")).toHaveLength(1);
  });

  it("is no growth of revenue where the columns are earnings", () => {
    const sideways = (first: string): readonly string[] =>
      messagesOf(
        `${RESULTS}## Growth\n\n| | ${first} | Net income |\n|---|---|---|\n| Growth (%) | 5 | 4 |\n| Constant currency growth (%) | 6 | 5 |\n\n${STATEMENT}`,
        "table-without-gaap",
      );
    expect(sideways("Operating income")).toEqual([]);
    expect(sideways("Net sales")).toHaveLength(1);
  });
});

describe("rows set off by a dash that say their basis alone", () => {
  const rows = (...more: readonly string[]): string => table("Key Figures", "Net sales | 40.2 | 37.1", ...more);

  it("are of the measure of their section, and of the row above them", () => {
    const below = rows(
      "Basic earnings per share | | ",
      "- Excluding unusual items | 0.41 | 0.38",
      "- As reported | 0.35 | 0.36",
    );
    expect(foundIn(`${RESULTS}${below}${STATEMENT}`)).toEqual(["table-without-gaap: - Excluding unusual items"]);
    const again = rows("Net income excluding unusual items | 4.1 | 3.8", "- As reported | 3.5 | 3.6");
    expect(foundIn(`${RESULTS}${again}${STATEMENT}`)).toEqual([
      "table-without-gaap: Net income excluding unusual items",
    ]);
  });

  it("stand well where the row as reported is the first", () => {
    const below = rows(
      "Basic earnings per share | | ",
      "- As reported | 0.35 | 0.36",
      "- Excluding unusual items | 0.41 | 0.38",
    );
    expect(foundIn(`${RESULTS}${below}${STATEMENT}`)).toEqual([]);
    const again = rows("Net income | 3.5 | 3.6", "- Excluding unusual items | 4.1 | 3.8");
    expect(foundIn(`${RESULTS}${again}${STATEMENT}`)).toEqual([]);
  });
});

describe("a table with a column of ratios", () => {
  const across = (...heads: readonly string[]): string =>
    `| ($ millions) | ${heads.join(" | ")} |\n|---|---|---|---|\n| Clubs | 30.1 | 9.0 | 29.9 |\n| Lessons | 10.1 | 3.1 | 30.7 |\n| Total company | 40.2 | 12.1 | 30.1 |\n\n`;

  it("is asked for the ratio under GAAP of the whole company", () => {
    const own = across("Net sales", "EBITDA", "EBITDA / sales %");
    expect(foundIn(`${RESULTS}${own}${STATEMENT}`)).toContain("gaap-ratio-missing: Total company");
    const gaap = across("Net sales", "Operating income", "Operating income / sales %");
    expect(foundIn(`${RESULTS}${gaap}${STATEMENT}`)).toEqual([]);
  });

  it("lends no ratio of a part that has a table below its own name", () => {
    const gaap = across("Net sales", "Operating income", "Operating income / sales %");
    const part = (title: string): string =>
      `### ${title}\n\n| ($ millions) | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net sales | 30.1 | 28.8 |\n| EBITDA / sales % | 29.9 | 29.1 |\n\n`;
    expect(foundIn(`${HEAD}${gaap}## Supplemental Data\n\n${part("Clubs")}${STATEMENT}`)).toEqual([]);
    expect(foundIn(`${HEAD}${gaap}## Supplemental Data\n\n${part("All activities")}${STATEMENT}`)).toEqual([
      "gaap-ratio-missing: EBITDA / sales %",
    ]);
  });
});

describe("a row that begins with the name of a part", () => {
  const parts = table(
    "Revenue by Product",
    "Pumps | 30.2 | 28.1",
    "Valves | 10.0 | 10.0",
    "Total revenue | 40.2 | 38.1",
  );
  const rows = (name: string): string =>
    table(
      "Key Figures",
      `${name} adjusted gross profit | 12.1 | 11.0`,
      `${name} adjusted gross margin percentage | 40% | 39%`,
    );

  it("is of that part alone", () => {
    expect(foundIn(`${RESULTS}${rows("Pumps")}${STATEMENT}${parts}`)).toEqual([]);
    expect(foundIn(`${RESULTS}${rows("Strong")}${STATEMENT}${parts}`)).toHaveLength(2);
  });
});

describe("gross margin in money", () => {
  const rows = (gaap: string): string =>
    table(
      "Reconciliation of Adjusted Gross Margin",
      "Revenue | $ 401.2 | $ 380.1",
      gaap,
      "Items in cost of sales | $ 6.3 | $ 3.8",
      "Adjusted gross margin | $ 206.3 | $ 193.8",
      "Adjusted gross margin as a percent of sales | 51.4% | 51.0%",
    );
  const found = (gaap: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${rows(gaap)}`, "gaap-ratio-missing");

  it("is no ratio under GAAP for one of the company's own", () => {
    expect(found("Gross margin - GAAP | $ 200.0 | $ 190.0")).toEqual([
      expect.stringContaining("and not gross margin under GAAP"),
    ]);
    expect(found("Gross margin - GAAP | 49.9% | 50.0%")).toEqual([]);
  });
});

describe("a summary behind the statements", () => {
  const rows = (title: string, ...more: readonly string[]): string =>
    table(title, "Revenue | 40.2 | 38.1", ...more, "Total adjusted gross margin percentage | 66% | 62%");
  const led = table(
    "Reconciliation of Adjusted Gross Margin",
    "Gross margin percentage | 47% | 45%",
    "Depreciation | 19% | 17%",
    "Adjusted gross margin percentage | 66% | 62%",
  );
  const found = (text: string): readonly string[] =>
    messagesOf(`${HEAD}Net income was $4.0 million.\n\n${STATEMENT}${text}${led}`, "gaap-ratio-missing");

  it("has the ratio under GAAP itself, wherever the reconciliation has it", () => {
    expect(found(rows("Supplemental Information"))).toEqual([
      expect.stringContaining("and not gross margin under GAAP"),
    ]);
    expect(found(rows("Supplemental Information", "Gross margin percentage | 47% | 45%"))).toEqual([]);
    expect(found(rows("Reconciliations of Supplemental Information"))).toEqual([]);
  });
});

describe("the total in a table of segments behind the statements", () => {
  const rows = ["Net sales | 40.2 | 38.1", "Adjusted EBITDA | 12.1 | 11.0", "Adjusted EBITDA margin | 30.1% | 28.9%"];
  const ofPart = ["Net sales | 20.2 | 19.1", "Adjusted EBITDA | 7.1 | 6.0", "Adjusted EBITDA margin | 35.1% | 31.4%"];
  const balance = table("Consolidated Balance Sheets", "Cash | 5.0 | 4.0", "Total assets | 80.0 | 78.0");
  const text = (section: string): string =>
    `${HEAD}${table("Key Figures", ...rows)}${STATEMENT}${balance}${table("Segment Results", `${section} | |`, ...rows, "Pumps | |", ...ofPart)}`;
  const lines = (code: "table-without-gaap" | "gaap-ratio-missing", section: string): number =>
    messagesOf(text(section), code).flatMap(
      (message) => /It stands so in ([^.]*) as well/.exec(message)?.[1]?.match(/\d+/g) ?? [],
    ).length;

  it("is named with that of the summary by the section it stands in, and a segment's is not", () => {
    for (const code of ["table-without-gaap", "gaap-ratio-missing"] as const) {
      expect(lines(code, "Consolidated")).toBe(1);
      expect(lines(code, "Valves")).toBe(0);
    }
  });
});

describe("rows that are no measures", () => {
  const found = (title: string, ...rows: readonly string[]): readonly string[] =>
    wordsFound(`${RESULTS}${table(title, ...rows)}${STATEMENT}`, new Set(["table-without-gaap"]));

  it("are parts of revenue that add up to it", () => {
    const parts = (dealers: string): readonly string[] =>
      found(
        "Revenue by channel",
        `Dealers | ${dealers} | 9.0`,
        "Sales excluding dealers | 30.0 | 29.1",
        "Total revenue | 40.2 | 38.1",
      );
    expect(parts("10.2")).toEqual([]);
    expect(parts("12.2")).toHaveLength(1);
  });

  it("are those of a sensitivity", () => {
    expect(found("What moves us", "1% change in prices on adjusted EPS | $0.05 | $0.04")).toEqual([]);
    expect(found("Sensitivities", "Adjusted EBITDA | 0.5 | 0.4")).toEqual([]);
    expect(found("What moves us", "Adjusted EBITDA | 0.5 | 0.4")).toHaveLength(1);
  });

  it("are what a table divides for a ratio, unless it is a list of key figures", () => {
    const rows = ["Net debt | 8.0 | 7.0", "Adjusted EBITDA | 4.0 | 3.5", "Net debt to adjusted EBITDA | 2.0x | 2.0x"];
    expect(found("Leverage", ...rows)).toEqual([]);
    expect(found("Key figures", "Revenue | 40.2 | 38.1", ...rows)).not.toEqual([]);
    expect(found("Leverage", ...rows.slice(0, 2), "Net debt to adjusted EBITDA | 3.0x | 3.0x")).not.toEqual([]);
  });

  it("are the lines of a list of contents that has no title", () => {
    const pages = ["Adjusted EBITDA | 5", "Free cash flow | 6", "Net debt | 7"];
    const listed = (...rows: readonly string[]): readonly string[] =>
      wordsFound(
        `${RESULTS}| In this release | |\n|---|---|\n${rows.map((r) => `| ${r} |\n`).join("")}\n${STATEMENT}`,
        new Set(["table-without-gaap"]),
      );
    expect(listed("Statements of operations | 4", ...pages)).toEqual([]);
    expect(listed("Tools | 4", ...pages)).not.toEqual([]);
  });
});

describe("a second table of a summary, for another period", () => {
  const columns = (ended: string): string => `| ($ millions) | ${ended} 2025 | ${ended} 2024 |\n|---|---|---|\n`;
  const both = (first: string, second: string): readonly string[] =>
    messagesOf(
      `${RESULTS}${columns("Three Months Ended September 30,")}${first}\n${columns("Nine Months Ended September 30,")}${second}\n${STATEMENT}`,
      "table-without-gaap",
    );
  const NET = "| Net income | 4.0 | 4.0 |\n";
  const OWN = "| Adjusted EBITDA | 12.1 | 11.0 |\n";

  it("has the company's own above net income as the first has", () => {
    expect(both(OWN + NET, OWN + NET)).toEqual([
      expect.stringMatching(
        /^Table 1 has "Adjusted EBITDA" above "Net income", .* It stands so in line \d+ as well\.$/,
      ),
    ]);
    expect(both(NET + OWN, OWN + NET)).toEqual([expect.stringMatching(/^Table 2 has "Adjusted EBITDA" above/)]);
  });

  it("is read with the first where it has no row of net income, and keeps the order itself", () => {
    expect(both(NET + OWN, OWN)).toEqual([]);
    expect(both(NET + OWN, NET + OWN)).toEqual([]);
  });
});

describe("a row by the share, in short", () => {
  const row = (label: string): readonly string[] =>
    messagesOf(
      `${RESULTS}${table("Key Figures", "Consolidated net income (Group share) | 4.0 | 3.9", `${label} | 6.42 | 6.01`)}${STATEMENT}`,
      "table-without-gaap",
    );

  it("asks for what a share has earned", () => {
    expect(row("Adjusted net income (Group share, ps, EUR)")).toEqual([
      'Table 1 has "Adjusted net income per share" and no row for earnings per share.',
    ]);
    expect(row("Adjusted net income (Group share)")).toEqual([]);
    expect(row("Adjusted net income (Group share, EUR)")).toEqual([]);
  });
});
