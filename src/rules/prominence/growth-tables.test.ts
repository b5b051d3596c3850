import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const RATES = ["Valves | 12% | 13% | 19%", "Gaskets | 10% | 9% | 16%", "Total growth | 11% | 11% | 18%"];
const grown = (title: string, rows: readonly string[] = RATES): string =>
  `${title}\n\n| | Q3 2025 | Q2 2025 | Q3 2024 |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n`;
const CONSTANT = "Revenue constant currency growth rates by product were as follows:";
const told = (code: "gaap-ratio-missing" | "growth-basis-undefined", ...parts: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${parts.join("")}${STATEMENT}`, code).filter((one) =>
    /of the company's own alone|by the title of its table/.test(one),
  );
const alone = (...parts: readonly string[]): readonly string[] => told("gaap-ratio-missing", ...parts);

describe("a table of nothing but growth on a basis of the company's own", () => {
  it.each([CONSTANT, "Organic revenue growth by product:", "Growth in constant currency was as follows:"])(
    "has the growth as reported of its lines nowhere: %s",
    (title) => {
      expect(alone(grown(title))).toEqual([
        'Table 1 gives growth on a basis of the company\'s own alone, for "Valves" and 1 more, and the growth as reported stands in no table and in no sentence.',
      ]);
    },
  );

  it("is answered by another table, by a sentence and by a column of its own", () => {
    expect(alone(grown(CONSTANT), grown("Revenue growth by product:"))).toEqual([]);
    expect(alone("Sales of Valves grew 14% as reported.\n\n", grown(CONSTANT))).toEqual([]);
    expect(alone(grown(CONSTANT).replace("Q2 2025", "Q3 2025 as reported"))).toEqual([]);
  });

  it("is none of orders, nor one of growth as the statements have it, nor one with amounts", () => {
    expect(alone(grown("Constant currency growth of orders by product:"))).toEqual([]);
    expect(alone(grown("Revenue growth by product:"))).toEqual([]);
    expect(alone(grown(CONSTANT, ["Valves | 12.1 | 13.0 | 19.2", "Gaskets | 10% | 9% | 16%"]))).toEqual([]);
  });

  it("is led to by the effect of exchange rates on its lines, or told of", () => {
    expect(told("growth-basis-undefined", grown(CONSTANT))).toEqual([
      expect.stringMatching(
        /^"Valves", growth without currency by the title of its table, is given for several periods/,
      ),
    ]);
    const effect =
      "Sales by product\n\n| ($ millions) | Q3 2025 | Currency effect | Q3 2024 |\n|---|---|---|---|\n| Valves | 16.2 | 0.3 | 14.6 |\n| Gaskets | 12.2 | 0.2 | 11.6 |\n\n";
    expect(told("growth-basis-undefined", grown(CONSTANT, RATES.slice(0, 2)), effect)).toEqual([]);
    expect(told("growth-basis-undefined", grown("Revenue growth by product:"))).toEqual([]);
  });
});
