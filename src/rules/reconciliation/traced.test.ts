import { describe, expect, it } from "vitest";
import { wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  wordsFound(
    `${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${tables.join("")}`,
    new Set(["reconciliation-missing"]),
  );

describe("a reconciliation whose sum is lost", () => {
  const own = "Adjusted EBITDA was $12.1 million, compared to $11.0 million.";
  const bridge = (first: string, end: string): string =>
    table("Reconciliation of Results", first, "Levies | 2.0 | 2.0", "Wear of cranes | 4.9 | 3.7", end);

  it("is traced by the amount that it comes to, from an amount of the statements", () => {
    expect(found(own, bridge("Harbour take | 20.2 | 19.1", "Quay take | 12.1 | 11.0"))).toEqual([]);
  });

  it("is none where it begins with no amount of the statements, or comes to another one", () => {
    const missing = ["reconciliation-missing: Adjusted EBITDA"];
    expect(found(own, bridge("Harbour take | 5.7 | 6.3", "Quay take | 12.1 | 11.0"))).toEqual(missing);
    expect(found(own, bridge("Harbour take | 20.2 | 19.1", "Quay take | 13.4 | 12.6"))).toEqual(missing);
  });

  it("is not traced by an item on the way to another measure, but by what ends a section", () => {
    const said = (...rows: readonly string[]): readonly string[] =>
      wordsFound(
        `${HEAD}Net income was $40.5 million. Adjusted EBITDA was $61.3 million.\n\n${table("Consolidated Statements of Operations", "Revenue | 240.2 | 238.1", "Operating expenses | 199.7 | 200.5", "Net income | 40.5 | 37.6")}${table("Reconciliation of Adjusted Net Income", "Net income | 40.5 | 37.6", "Wear of docks | 21.3 | 20.1", "Sale of cranes | 61.3 | 60.2", ...rows)}`,
        new Set(["reconciliation-missing"]),
      );
    expect(said("Adjusted net income | 123.1 | 117.9")).toEqual(["reconciliation-missing: Adjusted EBITDA"]);
    expect(said("**Of the shares** | |", "Adjusted net income | 123.1 | 117.9")).toEqual([]);
    expect(said("Quay margin | 31.2% | 30.0%")).toEqual([]);
  });

  it("traces nothing that a share earns", () => {
    expect(
      found(
        "Adjusted EPS was $1.21, compared to $1.10.",
        bridge("Harbour take | 20.2 | 19.1", "Quay take per share | 1.21 | 1.10"),
      ),
    ).toEqual(["reconciliation-missing: Adjusted EPS"]);
  });
});
