import { describe, expect, it } from "vitest";
import { format } from "../../exact/decimal.ts";
import { lexDocument } from "../lex/lex.ts";
import { documentContext } from "../meaning/document-context.ts";
import { read } from "../read/read.ts";
import { type Figures, figuresOf } from "./document-figures.ts";
import type { Figure } from "./figure.ts";

function figures(markdown: string): Figures {
  const document = read(new TextEncoder().encode(markdown), { name: "a.md", ignoreTags: true });
  if (!("blocks" in document)) throw new Error(document.message);
  const lexed = lexDocument(document.blocks);
  return figuresOf(document, lexed, documentContext(lexed));
}

/** "410000 USD": value and unit, or the kind of what measures nothing. */
const shown = (f: Figure | undefined): string | undefined =>
  f === undefined ? undefined : f.measured === undefined ? f.kind : `${format(f.measured.value)} ${f.measured.unit}`;

const STATEMENT = `Consolidated Statements of Operations

(In thousands, except per share data)

|  | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023 | % Change |
|---|---|---|---|
| Net sales (1) | $ 4,100 | $ 3,950 | 4% |
| Impairment | (540) | — | NM |
| Net income per share | $ 0.41 | $ (0.39) | — % |
| Weighted average shares outstanding | 10,000 | 10,100 | (1)% |
`;

describe("figures of a table", () => {
  const { figures: all, tables } = figures(STATEMENT);
  const at = (row: number, column: number): Figure | undefined => {
    const index = tables[0]!.grid[row]![column];
    return index === undefined ? undefined : all[index];
  };
  it("have the caption's scale where it does not except them", () => {
    expect([1, 2, 3].map((c) => shown(at(1, c)))).toEqual(["4100000 USD", "3950000 USD", "0.04 ratio"]);
    expect([1, 2].map((c) => shown(at(3, c)))).toEqual(["0.41 USD/share", "-0.39 USD/share"]);
    expect([1, 2, 3].map((c) => shown(at(4, c)))).toEqual(["10000000 shares", "10100000 shares", "-0.01 ratio"]);
  });
  it("are zero on their neighbours' grid where a dash stands, and nothing where NM does", () => {
    expect(shown(at(2, 1))).toBe("-540000 USD");
    expect(shown(at(2, 2))).toBe("0 USD");
    expect(format(at(2, 2)!.measured!.quantum)).toBe("1000");
    expect(at(2, 3)).toBeUndefined();
    expect(shown(at(3, 3))).toBe("0 ratio");
  });
  it("know their label, their measure and their period", () => {
    expect(at(1, 1)).toMatchObject({
      label: "Net sales",
      period: { start: "2024-04-01", end: "2024-06-30" },
      where: { table: 1, row: 2, column: 2 },
    });
  });
  it("are numbered in reading order, heads and marks among them", () => {
    expect(all.map((f) => f.id)).toEqual(all.map((_, i) => `f${i + 1}`));
    expect(all.every((f, i) => i === 0 || all[i - 1]!.start <= f.start)).toBe(true);
    expect(all.find((f) => f.text === "1" || f.text === "(1)")?.kind).toBe("other");
    expect(all.slice(0, 2).map((f) => f.kind)).toEqual(["period", "date"]);
  });
});

describe("figures of a table by members", () => {
  it("have the caption's measure and the row's member", () => {
    const { figures: all, tables } = figures(
      "Revenue by geography ($ millions):\n\n|  | Q2 2024 | Q2 2023 |\n|---|---|---|\n| Harbor | 151.4 | 151.5 |\n| Upland | 62.4 | 51.8 |\n| Total | 213.8 | 203.3 |\n",
    );
    const [harbor, total] = [1, 3].map((r) => all[tables[0]!.grid[r]![1]!]!);
    expect(harbor).toMatchObject({ measure: "Revenue", member: "Harbor" });
    expect(total).toMatchObject({ measure: "Revenue", member: "Total" });
    expect(shown(harbor)).toBe("151400000 USD");
  });
});

describe("figures of a label", () => {
  it("share out the columns' periods", () => {
    const { figures: all } = figures(
      "(In millions)\n\n|  | June 30, 2024 | December 31, 2023 |\n|---|---|---|\n| Receivables, less allowances of $4 and $5 | 220 | 205 |\n| Total assets | 630 | 600 |\n",
    );
    expect(all.filter((f) => f.text === "4" || f.text === "5").map((f) => [shown(f), f.period?.end])).toEqual([
      ["4000000 USD", "2024-06-30"],
      ["5000000 USD", "2023-12-31"],
    ]);
  });
});

describe("figures of a sentence", () => {
  const of = (sentence: string): readonly (string | undefined)[] =>
    figures(`${sentence}\n`)
      .figures.filter((f) => f.measured !== undefined)
      .map(shown);
  it("count a loss once, whether words or a bracket say it, and carry it to the amount per share", () => {
    expect(of("The company had a net loss of $3.4 million, or $0.12 per share, in the quarter.")).toEqual([
      "-3400000 USD",
      "-0.12 USD/share",
    ]);
    expect(of("The company had a net loss of $(3.4) million in the quarter.")).toEqual(["-3400000 USD"]);
  });
  it("are hundredths of the currency where cents are printed", () => {
    expect(of("A dividend of 67 cents was paid, and earnings were 72 cents per diluted share.")).toEqual([
      "0.67 USD",
      "0.72 USD/share",
    ]);
  });
  it("keep percent, points and basis points apart", () => {
    expect(of("Sales rose 12 percent and the margin widened by 2 percentage points, or 200 basis points.")).toEqual([
      "0.12 ratio",
      "0.02 ratio",
      "200 bp",
    ]);
  });
});
