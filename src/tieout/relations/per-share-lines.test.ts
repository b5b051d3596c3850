import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";

const BRIDGE = `
RECONCILIATION OF NET INCOME
(in thousands, except per share amounts)

| | June 30, 2024 | June 30, 2023 |
| --- | --- | --- |
| GAAP net income | $ 41,640 | $ 38,212 |
| Restructuring | 5,204 | 8,730 |
| Amortization | 9,112 | 9,345 |
| Bridge loan fees | - | 120 |
| Tax effect | (3,310) | (4,225) |
| Non-GAAP net income | $ 52,646 | $ 52,182 |
| Per diluted share: | | |
| GAAP diluted earnings per share | $ 0.81 | $ 0.73 |
| Restructuring | 0.10 | 0.17 |
| Amortization | 0.18 | 0.18 |
| Bridge loan fees | - | - |
| Tax effect | (0.06) | (0.08) |
| Non-GAAP diluted earnings per share | $ 1.03 | $ 0.99 |
| Weighted average diluted shares | 51,302 | 52,541 |
`;

/** The relations per share of a line, as "verdict strength", by the print of the line. */
const perShare = (source: string, label: string): readonly string[] => {
  const { figures, relations } = checkRelease(new TextEncoder().encode(source), { name: "release.md" });
  return relations
    .filter(({ kind }) => kind === "per-share")
    .flatMap(({ figures: named, verdict, strength }) => {
      const result = figures.find(({ id }) => id === named.at(-1))!;
      return (result.label ?? "").split(" / ").at(-1)!.startsWith(label)
        ? [`${result.text} ${verdict} ${strength}`]
        : [];
    });
};

describe("the lines of a reconciliation per share", () => {
  it("are the amounts of the same names over the shares", () => {
    expect(perShare(BRIDGE, "Restructuring")).toEqual(["0.10 forced strong", "0.17 forced strong"]);
    expect(perShare(BRIDGE, "Tax effect")).toEqual(["0.06 forced strong", "0.08 forced strong"]);
  });

  it("are so where they round to nothing", () => {
    expect(perShare(BRIDGE, "Bridge loan fees")).toEqual(["- forced strong", "- forced strong"]);
  });

  it("show the one that does not follow", () => {
    const slipped = BRIDGE.replace("0.18 | 0.18", "0.18 | 0.81");
    expect(perShare(slipped, "Amortization")).toEqual(["0.18 forced strong", "0.81 unattainable strong"]);
  });

  it("say nothing where several do not follow, for they are made otherwise", () => {
    const taxed = BRIDGE.replace("| 0.10 | 0.17 |", "| 0.08 | 0.13 |");
    expect(perShare(taxed, "Restructuring")).toEqual([]);
  });
});

const STATEMENT = `
STATEMENTS OF INCOME
(in thousands, except per share amounts)

| | June 30, 2024 | June 30, 2023 |
| --- | --- | --- |
| Net income | $ 41,640 | $ 38,212 |
| Earnings per share: | | |
| Basic | $ 0.83 | $ 0.75 |
| Diluted | 0.81 | 0.73 |
| Weighted average shares outstanding: | | |
| Basic | 50,118 | 51,204 |
| Diluted | 51,302 | 52,541 |
`;

describe("basic and diluted earnings per share", () => {
  it("speak for each other where there are only two columns", () => {
    expect(perShare(STATEMENT, "Basic")).toEqual(["0.83 forced strong", "0.75 forced strong"]);
    expect(perShare(STATEMENT.replace("0.83", "0.38"), "Basic")).toContain("0.38 unattainable strong");
  });

  it("are only fairly believed where one of them stands alone", () => {
    const alone = STATEMENT.replace(/\| Basic.*\n/g, "");
    expect(perShare(alone, "Diluted")).toEqual(["0.81 forced fair", "0.73 forced fair"]);
  });
});
