import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, table } from "../example-passages.ts";

const CODES: ReadonlySet<string> = new Set(["headline-without-gaap", "gaap-measure-missing", "table-without-gaap"]);
const found = (text: string): readonly string[] => wordsFound(text, CODES);

const RESULTS = `${HEAD}## Third Quarter Results\n\n`;

describe("earnings by the bare word", () => {
  const own = "Earnings excluding identified items were $8.1 billion";
  const bare = [`gaap-measure-missing: Earnings`];

  it("are those under GAAP in the text", () => {
    expect(found(`${RESULTS}${own}.\n`)).toEqual(bare);
    expect(found(`${RESULTS}Third-quarter earnings were $7.5 billion. ${own}.\n`)).toEqual([]);
    expect(found(`${RESULTS}- Earnings of $7.5 billion for the quarter\n- ${own}\n`)).toEqual([]);
    expect(found(`# Acme Earned $7.5 Billion\n\nEarnings were $7.5 billion. ${own}.\n\n${HEAD}`)).toEqual([]);
  });

  it("have their growth with them where the measure has", () => {
    expect(found(`${RESULTS}Third-quarter earnings were $7.5 billion. ${own}, up 6%.\n`)).toEqual(bare);
    expect(found(`${RESULTS}Third-quarter earnings were $7.5 billion, versus $7.1 billion. ${own}, up 6%.\n`)).toEqual(
      [],
    );
  });

  it("are another measure where words of the company's own stand with them", () => {
    expect(found(`${RESULTS}Retained earnings were $7.5 billion. ${own}.\n`)).toEqual(bare);
    expect(found(`${RESULTS}Earnings were $7.9 billion excluding storms. ${own}.\n`)).toEqual(bare);
    expect(found(`${RESULTS}Earnings were $7.50 per share. ${own}.\n`)).toEqual(bare);
  });

  it("are those of a part or of others behind any other word", () => {
    for (const one of [
      "Upstream earnings were $5.4 billion",
      "Fuel earnings were $1.5 billion",
      "Our peer's earnings of $9 million beat",
    ])
      expect(found(`${RESULTS}${one}. ${own}.\n`)).toEqual(bare);
    expect(
      found(`# Chemical Products earnings of $0.5 billion; adjusted net income of $8.1 billion\n\n${HEAD}`),
    ).toEqual(["headline-without-gaap: adjusted net income"]);
    expect(found(`${RESULTS}Acme posted record earnings of $7.5 billion. ${own}.\n`)).toEqual([]);
  });

  it("are the total below what the parts of a company have earned", () => {
    const summary = (section: string): readonly string[] =>
      found(
        `${HEAD}${table(
          "Results",
          `${section} | | `,
          "Cranes | 1,512 | 1,210",
          "Ropes | 2,000 | 2,000",
          "Total (1)(2) | 3,512 | 3,210",
          "Adjusted earnings | 3,712 | 3,410",
        )}`,
      );
    expect(summary("Earnings by business segment")).toEqual([]);
    expect(summary("Orders by business segment")).toEqual(["table-without-gaap: Adjusted earnings"]);
  });
});
