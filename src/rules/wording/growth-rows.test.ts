import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

describe("rows of growth without currency, for several periods", () => {
  const tableOf = (...rows: readonly string[]): string =>
    `## Supplemental figures\n\n| ($ millions) | Q1 2025 | Q2 2025 | Q3 2025 |\n|---|---|---|---|\n${rows.map((r) => `| ${r} |`).join("\n")}\n\n`;
  const found = (...tables: readonly string[]): readonly string[] =>
    messagesOf(`${HEAD}Revenue was $40.2 million.\n\n${STATEMENT}${tables.join("")}`, "growth-basis-undefined");
  const lamps = ["Lamps | 15.1 | 15.4 | 16.2", "Lamps - Y/Y growth, excluding F/X | 7 % | 8 % | 9 %"];
  const chairs = ["Chairs | 24.1 | 24.4 | 24.0", "Chairs - Y/Y growth, excluding F/X | 2 % | 3 % | 1 %"];

  it("are told once, with the lines of the others", () => {
    const [one, ...more] = found(tableOf(...lamps, ...chairs));
    expect(more).toEqual([]);
    expect(one).toMatch(
      /^"Lamps - Y\/Y growth, excluding F\/X" is given for several periods; .* stands so in line \d+ as well\.$/,
    );
    expect(
      found(tableOf("Chairs | 24.1 | 24.4 | 24.0", "Growth at constant exchange rates | 2 % | 3 % | 1 %")),
    ).toHaveLength(1);
  });

  it("are led to by the effect between a line and its growth, and by that on another line not", () => {
    const effect = "F/X impact - favorable (unfavorable) | 0.2 | (0.1) | 0.3";
    expect(found(tableOf(lamps[0]!, effect, lamps[1]!))).toEqual([]);
    expect(found(tableOf(...lamps, effect))).toEqual([]);
    expect(found(tableOf(lamps[0]!, effect, lamps[1]!, ...chairs))[0]).toContain('"Chairs');
  });

  it("are led to by the amounts without it, and by another table that has the line", () => {
    expect(found(tableOf(...lamps, "Lamps, excluding F/X | 15.0 | 15.5 | 16.0"))).toEqual([]);
    const other =
      "## Sales by product\n\n| ($ millions) | Q3 2025 | Currency effect | Q3 2024 |\n|---|---|---|---|\n| Lamps | 16.2 | 0.3 | 14.6 |\n\n";
    expect(found(tableOf(...lamps), other)).toEqual([]);
    expect(found(tableOf(...lamps, ...chairs), other)[0]).toContain('"Chairs');
    expect(
      found(tableOf(...lamps), "Reconciliation of revenue to revenue in constant currency\n\n16.2\n\n0.3\n\n15.9\n\n"),
    ).toEqual([]);
  });

  it("are no measures under GAAP of what is counted or ordered, nor where a quarter and the year to date alone are given", () => {
    expect(
      found(tableOf("Orders | 24.1 | 24.4 | 24.0", "Orders - growth in constant currency | 2 % | 3 % | 1 %")),
    ).toEqual([]);
    expect(found(tableOf("Lamps | 15.1 | 15.4 | 16.2", "Lamps - growth | 7 % | 8 % | 9 %"))).toEqual([]);
    expect(
      found(
        "## Supplemental figures\n\n| ($ millions) | Q2 2025 | Q3 2025 |\n|---|---|---|\n| Lamps | 15.4 | 16.2 |\n| Growth in constant currency | 8 % | 9 % |\n\n",
      ),
    ).toEqual([]);
  });
});
