import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const regions = (...rows: readonly string[]): string =>
  `## Revenue by Geography\n\n| ($ millions) | Q3 2025 | Q3 2024 | % Growth |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const TABLE = regions(
  "Americas | 151.4 | 151.5 | - %",
  "Europe | 157.4 | 126.8 | 24%",
  "Asia/Pacific | 62.4 | 51.8 | 20%",
  "Total | 371.2 | 330.1 | 12%",
);
const CODE = new Set(["region-not-in-tables"]);
const found = (text: string, table = TABLE): readonly string[] =>
  wordsFound(`${HEAD}${text}\n\n${table}`, CODE).map((one) => one.slice("region-not-in-tables: ".length));

describe("a claim on a region", () => {
  it.each([
    ["Sales declined in North America.", "North America"],
    ["Revenue rose on strong demand in Asia.", "Asia"],
    ["Net sales by region are shown below. Latin America again grew at a double-digit rate.", "Latin America"],
    ["Sales in EMEA grew strongly.", "EMEA"],
    ["Sales in the United States declined.", "United States"],
    ["Sales in China grew strongly.", "China"],
  ])("is told of %s", (text, words) => {
    expect(found(text)).toEqual([words]);
  });

  it.each([
    "Sales in Europe and the Americas grew.",
    "Growth of sales was strongest in Asia/Pacific.",
    "The market in China grew strongly, and our sales with it.",
    "Sales in Asia/Pacific grew, driven by higher sales in China.",
    "We expect that sales in China will have grown.",
    "Orders of customers for sales in China increased.",
    "We opened a service centre in the United States.",
    "Sales in China grew 21% to $12.0 million.",
  ])("is not told of %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is not told where the tables have the region, or all that it consists of", () => {
    const text = "Sales in the Americas declined, and sales in the United States declined.";
    expect(found(text, regions("U.S. and Canada | 20.1 | 20.3 | (1)%", "Europe | 12.0 | 11.0 | 9%"))).toEqual([]);
    expect(
      found("Revenue in North America grew.", regions("United States | 20.1 | 20.0 | 1%", "Canada | 2 | 1 | 100%")),
    ).toEqual([]);
    expect(
      found(
        "Revenue in North America grew.",
        regions("Latin America | 20.1 | 20.0 | 1%", "Rest of North America | 2 | 1 | 100%"),
      ),
    ).toEqual([]);
  });

  it("is not told where the rest of the region has a row by a name of its own", () => {
    const rows = ["Americas | 20.1 | 20.0 | 1%", "Europe | 12.0 | 11.0 | 9%"];
    expect(found("Sales in EMEA grew strongly.", regions(...rows))).toEqual(["EMEA"]);
    expect(found("Sales in EMEA grew strongly.", regions(...rows, "Middle East & Africa | 2 | 1 | 100%"))).toEqual([]);
  });

  it("is not told where no table divides revenue by regions", () => {
    const one = regions("Americas | 151.4 | 151.5 | - %", "Service | 157.4 | 126.8 | 24%");
    expect(found("Sales declined in North America.", one)).toEqual([]);
    expect(found("Sales declined in North America.", TABLE.replaceAll("Revenue", "Employees"))).toEqual([]);
  });

  it("is named again at its own place where the nearest row does not bear it out", () => {
    const text =
      "Customers in North America buy less, with lower sales.\n\nThe quarter had growth in sales, offset by declines in North America.";
    expect(found(text)).toEqual(["North America", "declines in North America"]);
    const messages = messagesOf(`${HEAD}${text}\n\n${TABLE}`, "region-not-in-tables");
    expect(messages[1]).toContain('There it is 151.4 against 151.5, printed as "- %".');
    const borne = TABLE.replace("151.4 | 151.5 | - %", "141.4 | 151.5 | (7)%");
    expect(messagesOf(`${HEAD}${text}\n\n${borne}`, "region-not-in-tables")).toEqual([
      expect.stringContaining("It stands so in line 5 as well."),
    ]);
  });

  it("is told to be on a division where the regions are those of the company", () => {
    const text = "The Tools Division had growth of sales in Asia.\n\n";
    const divisions = regions("Tools | 200.1 | 199.0 | 1%", "Parts | 171.1 | 131.1 | 31%").replace(
      "Geography",
      "Division",
    );
    const messages = (table: string): readonly string[] => messagesOf(`${HEAD}${text}${table}`, "region-not-in-tables");
    expect(messages(`${TABLE}${divisions}`)).toEqual([
      expect.stringContaining('Its regions are not those of "Tools" alone.'),
    ]);
    expect(messages(TABLE)).toEqual([expect.not.stringContaining("Tools")]);
    const ofTools = TABLE.replace("Revenue by", "Tools Revenue by");
    expect(messages(`${ofTools}${divisions}`)).toEqual([expect.not.stringContaining("Its regions")]);
  });
});
