import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${tables.join("")}`,
    new Set(["reconciliation-missing"]),
  );

describe("a reconciliation whose captions nobody knows", () => {
  const own = "Adjusted EBITDA was $12.1 million, compared to $11.0 million.";
  const rows = ["Harbour take | 4.0 | 4.0", "Levies | 2.0 | 2.0", "Wear of cranes | 6.1 | 5.0"];
  const bridge = (...ends: readonly string[]): string => table("Reconciliation of Results", ...rows, ...ends);

  it("leads to the amount that its lines come to", () => {
    expect(found(own, bridge("Quay take | 12.1 | 11.0"))).toEqual([]);
  });

  it("leads to no amount that they do not come to", () => {
    expect(found(own, bridge("Quay take | 13.4 | 12.6"))).toEqual(["reconciliation-missing: Adjusted EBITDA"]);
    expect(found(own, table("Key Figures", "Harbour take | 4.0 | 4.0", "Quay take | 12.1 | 11.0"))).toEqual([
      "reconciliation-missing: Adjusted EBITDA",
    ]);
  });

  it("leads to it through subtotals, and with a total of its adjustments", () => {
    expect(found(own, bridge("Middle take | 12.1 | 11.0"))).toEqual([]);
    const total = ["Levies | 2.0 | 2.0", "Wear of cranes | 6.1 | 5.0", "Total adjustments | 8.1 | 7.0"];
    expect(found(own, table("Reconciliation of Results", rows[0]!, ...total, "Quay take | 12.1 | 11.0"))).toEqual([]);
  });

  it("leads to the margin that the amount is of revenue", () => {
    const margin = (rate: string): readonly string[] =>
      found(`Adjusted EBITDA margin was ${rate}.`, bridge("Quay take | 12.1 | 11.0"));
    expect(margin("30.1%")).toEqual([]);
    expect(margin("33.4%")).toEqual(["reconciliation-missing: Adjusted EBITDA margin"]);
  });
});

describe("the parts of a company", () => {
  it("add up to the whole of it, and lead to nothing", () => {
    expect(
      found(
        "Adjusted EBITDA was $12.1 million.",
        table(
          "Reconciliation of Results by Segment",
          "Cranes | 9.0 | 8.0",
          "Ropes | 3.1 | 3.0",
          "Total take | 12.1 | 11.0",
        ),
      ),
    ).toEqual(["reconciliation-missing: Adjusted EBITDA"]);
  });
});

describe("what a share earns", () => {
  const rows = ["Harbour take | 4.0 | 4.0", "Closing of a yard | 1.1 | 0.9", "Quay take | 5.1 | 4.9"];
  const stated = STATEMENT.replace(/\n\n$/, "\n| Harbour take per share | $0.41 | $0.40 |\n\n");
  const said = (...more: readonly string[]): readonly string[] =>
    wordsFound(
      `${HEAD}Earnings per share were $0.41 and adjusted earnings per share $0.52.\n\n${stated}${table("Reconciliation of Results", ...rows, ...more)}`,
      new Set(["reconciliation-missing"]),
    );

  it("is led to from what it earns as stated", () => {
    expect(said("Harbour take per share | $0.41 | $0.40", "Quay take per share | $0.52 | $0.49")).toEqual([]);
  });

  it("is not by its amount alone", () => {
    expect(said("Quay take per share | $0.52 | $0.49")).toEqual([
      "reconciliation-missing: adjusted earnings per share",
    ]);
  });
});
