import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { EBITDA, HEAD, STATEMENT, table } from "../example-passages.ts";

const missing = (said: string, ...rows: readonly string[]): readonly string[] =>
  messagesOf(
    `${HEAD}Net income was $4.0 million. ${said}\n\n${STATEMENT}${EBITDA}${table("Further Measures, Adjusted", ...rows)}`,
    "reconciliation-missing",
  );

describe("a table with a measure on both bases", () => {
  it("is taken to lead from one to the other where another line stands in it, in whatever order", () => {
    const said = "Adjusted gross profit was $9.0 million.";
    const both = ["Adjusted gross profit | 9.0 | 8.1", "Gross profit | 8.2 | 7.6"];
    expect(missing(said, ...both, "Inventory write-down | (0.8) | (0.5)")).toEqual([]);
    expect(missing(said, ...both)).toHaveLength(1);
    expect(missing(said, both[0]!, "Inventory write-down | (0.8) | (0.5)")).toHaveLength(1);
  });

  it("is so where the word for one basis is in a turn that nobody knows, but for what is given per share", () => {
    const rows = (name: string): readonly string[] => [
      `${name} | 9.0 | 8.1`,
      "Inventory write-down | (0.8) | (0.5)",
      `${name}, with all of the above | 8.2 | 7.6`,
    ];
    expect(missing("Adjusted gross profit was $9.0 million.", ...rows("Gross profit"))).toEqual([]);
    expect(missing("Adjusted earnings per share were $0.90.", ...rows("Adjusted earnings per share"))).toHaveLength(1);
  });

  it("is not where the two stand right below each other among figures that count", () => {
    const said = "CASM was 11.89 cents, and CASM-ex 8.67 cents.";
    const release = (title: string, ...rows: readonly string[]): readonly string[] =>
      messagesOf(`${HEAD}${said}\n\n${STATEMENT}${table(title, ...rows)}`, "reconciliation-missing");
    const [casm, without] = ["CASM (cents) | 11.89 | 12.10", "CASM-ex (cents) | 8.67 | 8.59"];
    expect(release("Operating statistics", "Load factor | 84.1% | 83.6%", casm, without)).toHaveLength(1);
    const ratios = [
      "Debt | 5.0 | 6.0",
      "Net debt | 4.0 | 5.0",
      "Equity | 9.0 | 8.0",
      "Debt to capital | 35.7% | 42.9%",
    ];
    expect(
      messagesOf(
        `${HEAD}Net debt to capital was 30.8%.\n\n${STATEMENT}${table("Debt", ...ratios, "Net debt to capital | 30.8% | 38.5%")}`,
        "reconciliation-missing",
      ),
    ).toEqual([]);
    expect(release("Operating statistics", casm, "Fuel (cents) | 3.22 | 3.51", without)).toEqual([]);
  });

  it("is not where a margin stands right below that under GAAP, and no amount that either is computed from", () => {
    const margins = [
      "Orders | 9.0 | 8.0",
      "Operating margin | 15.0% | 14.0%",
      "Adjusted operating margin | 22.0% | 21.0%",
    ];
    expect(
      messagesOf(
        `${HEAD}Adjusted operating margin was 22.0%.\n\n${STATEMENT}${table("Key ratios", ...margins)}`,
        "reconciliation-missing",
      ),
    ).toHaveLength(1);
  });

  it("is not where it is read as leading from the line that stands twice to another measure", () => {
    const lines = [
      "Net income | 4.0 | 4.0",
      "Net income of minorities, before tax | 0.1 | 0.1",
      "Depreciation | 8.0 | 7.0",
    ];
    const said = "Adjusted net income was $5.1 million.";
    expect(missing(said, ...lines, "Adjusted EBITDA | 12.1 | 11.1")).toHaveLength(1);
  });
});
