import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million, unchanged. ${said}\n\n${STATEMENT}${EBITDA}${tables.join("")}`,
    "reconciliation-missing",
  );

describe("growth of a measure of the company's own on a second basis", () => {
  it("is led to by nothing that leads to the measure on the first", () => {
    expect(found("Adjusted EBITDA rose 10%, and 12% excluding the launch in Norway.")).toEqual([
      'Growth of "Adjusted EBITDA" is given "excluding the launch in Norway", and no table or sentence leads to the measure on that basis.',
    ]);
    expect(found("On a constant currency basis, adjusted EBITDA increased 12%.")).toHaveLength(1);
    expect(found("Adjusted EBITDA rose 10%.")).toEqual([]);
    // What the name leaves out is told by the tables, what stands behind the second rate by nothing.
    expect(
      found(
        "Adjusted EBITDA excluding depreciation rose 10%, or 4% excluding a one-time benefit from tariff refunds, on more orders.",
      ),
    ).toHaveLength(1);
    expect(found("Adjusted EBITDA rose 10%, or 4% excluding one-time benefits.")).toEqual([]);
  });

  it("is led to by the amount that is left out, and by amounts at the rates of the year before", () => {
    const norway = "Excluding the launch in Norway, adjusted EBITDA rose 12%.";
    expect(found(norway)).toHaveLength(1);
    expect(found(`${norway} The launch in Norway cost $0.3 million.`)).toEqual([]);
    expect(
      found(
        norway,
        table(
          "Adjusted EBITDA without Norway",
          "Adjusted EBITDA | 12.1 | 11.0",
          "Norway | 0.3 | -",
          "Adjusted EBITDA without Norway | 12.4 | 11.0",
        ),
      ),
    ).toEqual([]);
    expect(
      found(
        "On a constant currency basis, adjusted EBITDA increased 12%.",
        table("Constant Currency", "Adjusted EBITDA | 12.1 | 11.0", "Translation | 0.2 | -"),
      ),
    ).toEqual([]);
  });

  it("is not led to by a net loss, which is no item that could be left out", () => {
    const flood = "Excluding the flood in Ohio, adjusted EBITDA grew 8%.";
    expect(found(`Acme had a net loss of $3.0 million. ${flood}`)).toHaveLength(1);
    expect(found(`Acme had a loss of $3.0 million in Ohio. ${flood}`)).toEqual([]);
  });

  it("is not led to by what leads to sales at the rates of the year before", () => {
    const said = "On a constant currency basis, adjusted EBITDA increased 12%.";
    expect(
      found(said, table("Constant Currency Sales", "Net sales | 40.2 | 38.1", "Translation | 0.2 | -")),
    ).toHaveLength(1);
    expect(found(`${said} Exchange rates reduced adjusted EBITDA by $0.2 million.`)).toEqual([]);
  });

  it("is not led to by a column of growth, nor by what was lost on balances in other currencies", () => {
    const said = "On a constant currency basis, adjusted EBITDA increased 12%.";
    const lost = EBITDA.replace("| Depreciation |", "| Foreign exchange losses | - | - |\n| Depreciation |");
    const told = (text: string, bridge: string): readonly string[] =>
      messagesOf(
        `${HEAD}Net income was $4.0 million, unchanged. ${text}\n\n${STATEMENT}${bridge}`,
        "reconciliation-missing",
      );
    expect(told(said, lost)).toHaveLength(1);
    expect(told("Excluding foreign exchange, adjusted EBITDA increased 12%.", lost)).toEqual([]);
    expect(
      told(said, EBITDA.replace("| Depreciation |", "| Impact of exchange rates | - | - |\n| Depreciation |")),
    ).toEqual([]);
    const key =
      "## Key Figures\n\n| ($ millions) | Q3 2025 | Q3 2024 | Change in constant currency |\n|---|---|---|---|\n| Net income | 4.0 | 4.0 | 1% |\n| Adjusted EBITDA | 12.1 | 11.0 | 12% |\n\n";
    expect(messagesOf(`${HEAD}${said}\n\n${key}${STATEMENT}${EBITDA}`, "reconciliation-missing")).toHaveLength(1);
  });

  it("is none where the words say again what the measure is", () => {
    expect(found("Adjusted EBITDA, excluding special items, rose 10%.")).toEqual([]);
    expect(found("Excluding depreciation, adjusted EBITDA rose 10%.")).toEqual([]);
  });

  it("is told of by words right behind the name, and behind a line of the statements", () => {
    expect(found("Adjusted EBITDA excluding the launch in Norway rose 12%.")).toHaveLength(1);
    expect(found("When excluding the launch in Norway, adjusted EBITDA rose 12%.")).toHaveLength(1);
    expect(found("Adjusted EBITDA excluding depreciation rose 10%.")).toEqual([]);
  });

  it("of a line of the statements is led to where all that it leaves out is printed", () => {
    const grew = "Operating expenses were $14.0 million, up 8%. They were higher for many reasons.";
    const led = (last: string): string =>
      table(
        "Reconciliation of operating expenses",
        "Operating expenses | 14.0 | 13.0",
        "Exchange effect | 0.4 | -",
        ...(last === "" ? [] : [last]),
        "Operating expenses excluding the exchange effect | 14.4 | 13.0",
      );
    const both = `${grew}\n\nOperating expenses grew 14% excluding currency and payroll levies.`;
    expect(found(both, led(""))).toEqual([
      'Growth of "Operating expenses" is given "excluding currency and payroll levies", and no table or sentence leads to the measure on that basis.',
    ]);
    expect(found(both, led("Payroll levies | 0.0 | -"))).toEqual([]);
    // 14.4 over 13.0 is growth of 11%: the table is that of the very measure.
    expect(found(both.replace("14%", "11%"), led(""))).toEqual([]);
    const columns =
      "## Growth\n\n| Q3 2025 | As reported | Payroll levies | Without both |\n|---|---|---|---|\n| Operating expenses | 8% | 3% | 11% |\n\n";
    expect(found(both, led(""), columns)).toEqual([]);
    expect(found(`${both} These levies led to charges of $0.4 million.`, led(""))).toEqual([]);
  });
});
