import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const found = (said: string, ...tables: readonly string[]): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${tables.join("")}`, "reconciliation-missing");

describe("a passage that gives both measures and what lies between them", () => {
  const both = (item: string, own: string): string =>
    `Gross profit was $20.0 million, compared to $19.0 million. Adjusted gross profit, which excludes ${item} of inventory step-up, was ${own}.`;

  it("is the reconciliation itself", () => {
    expect(found(both("$1.4 million", "$21.4 million"))).toEqual([]);
    expect(found(both("$0.9 million", "$21.4 million"))).toHaveLength(1);
    expect(found("Adjusted gross profit, which excludes $1.4 million of step-up, was $21.4 million.")).toHaveLength(1);
  });

  it("may have two items, and none that is another measure's amount", () => {
    const two = "Gross profit was $20.0 million. Excluding step-up of $1.4 million and severance of $0.5 million, ";
    expect(found(`${two}adjusted gross profit was $21.9 million.`)).toEqual([]);
    const other = "Gross profit was $20.0 million and net income $4.0 million, including a gain. ";
    expect(found(`${other}Adjusted gross profit was $24.0 million.`)).toHaveLength(1);
  });

  it("is so of net debt where it gives the debt and the cash", () => {
    const debt = (cash: string): string =>
      `Total debt was $1.65 billion and cash was ${cash}, resulting in net debt of approximately $1.58 billion.`;
    expect(found(debt("$66 million"))).toEqual([]);
    expect(found(debt("$166 million"))).toHaveLength(1);
    expect(found(debt("$66 million").replace("Total", "Gross"))).toHaveLength(1);
  });

  it("gives points where it tells of ratios", () => {
    const ratios = table(
      "Underlying Combined Ratio",
      "Combined ratio | 93.4% | 96.0%",
      "Less: storms | 6.1% | 5.2%",
      "Less: prior years | (1.6)% | (0.4)%",
      "Underlying combined ratio | 88.9% | 91.2%",
    );
    const said = (points: string): string =>
      `The combined ratio was 93.4%. Without catastrophe losses of ${points} points, the combined ratio was 87.3%.`;
    expect(found(said("6.1"), ratios)).toEqual([]);
    expect(found(said("5.1"), ratios)).toHaveLength(1);
  });
});
