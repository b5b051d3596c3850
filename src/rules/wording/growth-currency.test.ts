import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const METHOD =
  "## Non-GAAP measures\n\nConstant currency growth translates the amounts of this quarter at the exchange rates of last year.\n\n";
const SAID = "Revenue grew 6 percent, and 4 percent in constant currency.";
const RATES =
  "## Growth\n\n| | Q3 2025 | Q3 2024 | Change | Change in constant currency |\n|---|---|---|---|---|\n| Revenue | 40.2 | 38.1 | 6% | 4% |\n\n";
const growth = (said: string, ...more: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${more.join("")}${METHOD}`, "growth-basis-undefined");

describe("growth without currency", () => {
  it("is not led to by a column of its rates, but by amounts or by what currency has done", () => {
    expect(growth(SAID, RATES)).toEqual([
      'Growth is given with "constant currency"; nothing reconciles it with growth as reported, as no table has the amounts so adjusted.',
    ]);
    expect(growth(SAID, RATES, table("Revenue", "Revenue in constant currency | 39.6 | 38.1"))).toEqual([]);
    expect(growth(SAID, RATES, table("Revenue", "Currency impact | 2% | 1%"))).toEqual([]);
    expect(growth(SAID, RATES, "(1) Revenue had a favorable impact of exchange rates of $0.6 million.\n")).toEqual([]);
  });

  it("is not that of sales in a table that leads other measures to theirs", () => {
    const others = (heads: string): string =>
      `## Reconciliation of Growth\n\n| | ${heads} |\n|---|---|---|\n| Reported | 8% | 9% |\n| Currency impact | (1)% | (2)% |\n| Currency-neutral | 7% | 7% |\n\n`;
    expect(growth(SAID, others("Operating income | Net income"))).toHaveLength(1);
    expect(growth(SAID, others("Revenue | Net income"))).toEqual([]);
  });

  it("of orders may stand beside their rates", () => {
    expect(growth("Orders grew 6 percent, and 4 percent in constant currency.", RATES)).toEqual([]);
  });
});

describe("what growth without currency is", () => {
  const found = (told: string): readonly string[] =>
    messagesOf(`${HEAD}${SAID}\n\n## Non-GAAP measures\n\n${told}\n`, "growth-basis-undefined");

  it("is said by the rates that are assumed or applied, or by what the growth is", () => {
    expect(found("Constant currency assumes the exchange rates of last year.")).toEqual([]);
    expect(found("We apply the exchange rates of last year to the results of this one.")).toEqual([]);
    expect(found("Constant currency growth is the change at the exchange rates of last year.")).toEqual([]);
    expect(found("Constant currency growth is useful to investors.")).toHaveLength(1);
  });
});
