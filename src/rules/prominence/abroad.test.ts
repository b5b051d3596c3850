import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";

const TOP =
  "# Acme AB (publ) publishes its report for the fourth quarter\n\nThe report is on the website of the company.\n\n";
const told = (...lines: readonly string[]): readonly string[] =>
  messagesOf(`${TOP}${lines.join("\n\n")}\n`, "foreign-issuer-prominence");
const SALES = "- Net sales increased by 3% to SEK 1,336 million (1,302)";

describe("the report of an issuer abroad", () => {
  it("has its results in one list, though a long bullet stands in the middle of it", () => {
    const long = `Profit after tax amounted to SEK 108 million (96). ${"The owners of preference shares have had their part. ".repeat(5)}`;
    expect(
      told("## FOURTH QUARTER 2024", SALES, `- EBITA increased by 5% to SEK 265 million (252)\n- ${long}`),
    ).toEqual(['"EBITA" comes before "Profit after tax", the measure under GAAP that it is to be read with.']);
  });

  it("calls its result of operations EBIT, where nothing leads to that from below", () => {
    const own = "- Comparable EBIT was EUR 4.2 (4.6) million";
    expect(told("## FOURTH QUARTER 2024", "- EBIT was EUR 0.6 (2.7) million", own)).toEqual([]);
    expect(told("## FOURTH QUARTER 2024", own, "- EBIT was EUR 0.6 (2.7) million")).toEqual([
      '"Comparable EBIT" comes before "EBIT", the measure under GAAP that it is to be read with.',
    ]);
  });

  it("gives the amount of the year before in brackets, and with it the change", () => {
    const own = "- Adjusted EBITDA increased by 5% to SEK 265 million (252)";
    expect(told("## FOURTH QUARTER 2024", "- Profit after tax was SEK 108 million (96)", own)).toEqual([]);
    expect(told("## FOURTH QUARTER 2024", "- Profit after tax was SEK 108 million", own)).toHaveLength(1);
  });

  it("gives the cash from operating activities of which it tells the conversion", () => {
    const conversion = "corresponding to a cash conversion of 109%";
    expect(
      told("## FOURTH QUARTER 2024", `- Cash flow from operating activities was SEK 302 million, ${conversion}`),
    ).toEqual([]);
    expect(told("## FOURTH QUARTER 2024", `- Inventories fell by SEK 12 million, ${conversion}`)).toHaveLength(1);
  });

  it("tells a part of a measure of its own apart from the ratios that lack another one", () => {
    const [message] = told(
      "## FOURTH QUARTER 2024",
      "Adjusted EBITDA margin was 12.1%. Capital returns were 50% of free cash flow.",
    );
    expect(message).toMatch(
      /^"Adjusted EBITDA margin" is .* net income margin\. The same part of the measure under GAAP is not with "[^"]* of free cash flow" in line 7\.$/,
    );
    const [alike] = told(
      "## FOURTH QUARTER 2024",
      "Adjusted EBITDA margin was 12.1%. Adjusted gross margin was 32.1%.",
    );
    expect(alike).toMatch(/ So it is with "Adjusted gross margin" in line 7\.$/);
  });

  it("names the further places of a habit, a ninth too", () => {
    const names = [
      "Adjusted EBITDA",
      "Adjusted EPS",
      "Adjusted net income",
      "Adjusted operating income",
      "Adjusted gross profit",
      "Adjusted operating expenses",
      "Free cash flow",
      "Net debt",
      "Adjusted cost of sales",
      "Adjusted research and development expenses",
    ];
    const list = names.map((name, i) => `- ${name} was SEK ${i + 11} million`).join("\n");
    const [message] = told("## FOURTH QUARTER 2024", list);
    for (const name of names) expect(message).toContain(`"${name}"`);
    expect(message).not.toContain("more");
  });
});
