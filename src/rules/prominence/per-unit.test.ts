import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const found = (said: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}`, "gaap-ratio-missing");

describe("a measure of the company's own by the unit", () => {
  const own = "Adjusted EBITDA was $12.1 million, or $14.54 per ton sold.";

  it("stands with that under GAAP by the same unit", () => {
    expect(found(own)).toEqual([
      '"Adjusted EBITDA" per ton is a ratio of the company\'s own, and net income per ton is given nowhere.',
    ]);
    expect(found("Net income was $4.81 per ton, and adjusted EBITDA $14.54 per ton.")).toEqual([]);
    expect(found(`${own} Net income was $4.0 million, or $4.81 per metric ton.`)).toEqual([]);
    expect(found(`${own} Net income was $4.0 million, or $9.81 per room.`)).toHaveLength(1);
  });

  it("is none by the share, the year or the amount of another", () => {
    expect(found("Adjusted EBITDA was $12.1 million, twice per year.")).toEqual([]);
    expect(found("Adjusted EBITDA was $12.1 million.")).toEqual([]);
    expect(found("Revenue was $40.2 million, or $48.20 per ton.")).toEqual([]);
  });

  it("is none where the unit is that of a price, a cost or another amount", () => {
    const said = "Adjusted EBITDA was $12.1 million";
    expect(found(`${said}, and the average price was $3.20 per gallon.`)).toEqual([]);
    expect(found(`${said} as the cost of fuel fell to $2.10 per gallon.`)).toEqual([]);
    expect(found(`${said}, with spending of $900 per home.`)).toEqual([]);
    expect(found("Adjusted EBITDA per ton declined 17% to $19.17.")).toHaveLength(1);
  });

  it("is by one unit under two names", () => {
    expect(found("Net income was $4.81 per oz, and adjusted EBITDA was $14.54 per ounce.")).toEqual([]);
    expect(found("Net income was $4.81 per tonne, and adjusted EBITDA was $14.54 per ton.")).toEqual([]);
  });

  it("has its counterpart in a row of a table as well", () => {
    const table = "## By the ton\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Net income per ton | 4.81 | 4.62 |\n\n";
    expect(messagesOf(`${HEAD}${own}\n\n${STATEMENT}${table}`, "gaap-ratio-missing")).toEqual([]);
  });

  it("is one in a row that nothing in the text names, whatever kind of table has it", () => {
    const table = (rows: string): string =>
      `${HEAD}Net income was $4.0 million.\n\n${STATEMENT}## By the ton\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n${rows}\n`;
    const own = "| Adjusted EBITDA per ton | $14.54 | $13.11 |\n";
    expect(messagesOf(table(own), "gaap-ratio-missing")).toHaveLength(1);
    expect(messagesOf(table(`${own}| Net income per ton | $4.81 | $4.62 |\n`), "gaap-ratio-missing")).toEqual([]);
    const margin = "| Non-GAAP coal margin per ton | $15.64 | $16.41 |\n";
    expect(messagesOf(table(margin), "gaap-ratio-missing")).toHaveLength(1);
    expect(messagesOf(table(`${margin}| GAAP coal margin per ton | $3.10 | $3.40 |\n`), "gaap-ratio-missing")).toEqual(
      [],
    );
    expect(messagesOf(table("| Revenue per ton | $48.20 | $46.10 |\n"), "gaap-ratio-missing")).toEqual([]);
  });

  it("is a cost as well, which the cost of sales as a whole does not answer", () => {
    const cost = "Cost of revenue was $20.2 million. Cash cost of revenue was $92.53 per short ton";
    expect(found(`${cost}.`)).toEqual([
      '"Cash cost of revenue" per ton is a ratio of the company\'s own, and cost of sales per ton is given nowhere.',
    ]);
    expect(found(`${cost}, and cost of revenue $99.10 per short ton.`)).toEqual([]);
  });

  it("is the same where its amount is printed again under another name", () => {
    const rows =
      "## By the ton\n\n| | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Non-GAAP revenue per ton | $118.71 | $124.39 |\n\n";
    const [message] = messagesOf(
      `${HEAD}Net realized pricing was $118.71 per ton.\n\n${STATEMENT}${rows}`,
      "gaap-ratio-missing",
    );
    expect(message).toMatch(/^"Non-GAAP revenue per ton" is a ratio .* It stands so in line \d+ as well\.$/);
  });
});
