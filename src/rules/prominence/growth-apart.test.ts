import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const apart = (said: string): readonly string[] =>
  messagesOf(`${HEAD}Net income was $4.0 million.\n\n${said}\n\n${STATEMENT}`, "gaap-measure-missing").filter(
    (message) => message.includes("a change on a basis"),
  );

describe("growth on a basis of the company's own, of what has no name of revenue", () => {
  it("stands with the change as reported, in bullets and in prose", () => {
    expect(
      apart("- Valves worldwide, up 43% operationally, on strong demand\n- Gaskets, down 4% operationally"),
    ).toEqual([
      expect.stringMatching(
        /^"up 43% operationally" is a change on a basis of the company's own, and the change as reported is not with it\. It stands so in line \d+ as well\.$/,
      ),
    ]);
    expect(apart("Selling expenses increased 16% operationally in the quarter.")).toHaveLength(1);
    expect(apart("The midpoint of the range for revenues reflects a 31% operational decrease.")).toHaveLength(1);
  });

  it("is answered by another rate in its paragraph, and by one of sales beside it", () => {
    expect(apart("- Valves worldwide, up 39% in dollars and 43% operationally")).toEqual([]);
    expect(apart("Valves grew 39%. Without exchange rates that is an increase of 43% operationally.")).toEqual([]);
    expect(apart("- Sales of valves rose 39%\n- Valves up 43% operationally")).toEqual([]);
    expect(apart("- Valves up 43% operationally\n- Valves up 39% as reported")).toEqual([]);
  });

  it("is answered by a table of its section, one that its page has taken apart as well", () => {
    const table = "| | Q3 2025 | Change |\n|---|---|---|\n| Valves | 12.1 | 39% |\n";
    expect(apart(`## Sales by Product\n\n${table}\nValves were up 43% operationally.`)).toEqual([]);
    expect(apart("## Sales by Product\n\nValves\n\n12.1\n\n39%\n\nValves were up 43% operationally.")).toEqual([]);
  });

  it("is no count of orders, and nothing that is aimed at over years", () => {
    expect(apart("- Orders up 12% operationally")).toEqual([]);
    expect(apart("Operational costs increased by 12%.")).toEqual([]);
    expect(apart("Gross merchandise value was up 12% in constant currency.")).toEqual([]);
    expect(apart("The company aims for 6% annualized organic growth.")).toEqual([]);
  });
});

describe("an exception that leaves revenue out", () => {
  const exception =
    "We do not reconcile our guidance for measures under GAAP, other than revenues, since it would take unreasonable efforts: acquisition costs are not known, and may be significant.";
  const ahead = "We expect sales of valves to show a 31% operational decrease in 2026.";

  it("excuses no growth of it", () => {
    expect(apart(`${ahead}\n\n${exception}`)).toHaveLength(1);
    expect(apart(`${ahead}\n\n${exception.replace(", other than revenues,", "")}`)).toEqual([]);
  });
});
