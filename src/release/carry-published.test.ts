import { describe, expect, it } from "vitest";
import { readHistory } from "../books/history.ts";
import { gathered } from "../books/said.ts";
import { format } from "../exact/decimal.ts";
import { carriedHistory } from "./carry-published.ts";

const AS = { document: "2007-Q2 release", published: "2007-07-31" };

const figure = (measure: string, value: string | null, quantum: string, more: object = {}): object => ({
  figure: "F1",
  text: "…",
  measure,
  version: "v1",
  period: "2007-Q2",
  member: {},
  value,
  quantum,
  place: "releases/2007-q2/release.md:1:1",
  ...more,
});

const file = (figures: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ schema: "tickmark-facts/1", company: "Example", release: "2007-q2", facts: [], figures, ...more });

const rowsOf = (figures: readonly unknown[], more: object = {}): readonly string[] | string => {
  const made = carriedHistory(file(figures, more), "2007-q2", AS);
  return "trouble" in made ? made.trouble : made.csv.trimEnd().split("\n").slice(1);
};

describe("what a release has printed", () => {
  it("is published in the unit of the fact, with the step it was printed on", () => {
    expect(
      rowsOf([
        figure("revenue", "383200000", "100000"),
        figure("revenue-growth", "-0.12", "0.01", { period: "2007-6M" }),
        figure("revenue", "170600000", "100000", { member: { region: "Asia, Pacific" } }),
        figure("non-gaap-diluted-eps", "0.72", "0.01", { version: "v2006", member: { division: "A", region: "B" } }),
      ]),
    ).toEqual([
      "2007-Q2 release,2007-07-31,revenue,v1,2007-Q2,,383200000,100000",
      "2007-Q2 release,2007-07-31,revenue-growth,v1,2007-6M,,-0.12,0.01",
      '2007-Q2 release,2007-07-31,revenue,v1,2007-Q2,"region=Asia, Pacific",170600000,100000',
      "2007-Q2 release,2007-07-31,non-gaap-diluted-eps,v2006,2007-Q2,division=A;region=B,0.72,0.01",
    ]);
  });
  it("is read as history without a finding", () => {
    const made = carriedHistory(file([figure("revenue", "383200000", "100000")]), "2007-q2", AS);
    const { say, findings } = gathered();
    const bytes = new TextEncoder().encode("csv" in made ? made.csv : "");
    const none = { month: undefined, entity: undefined, account: undefined };
    const [fact, second] = readHistory({ path: "history/2007-q2.csv", bytes }, none, say);
    expect(findings()).toEqual([]);
    expect([fact?.measure, format(fact!.value), format(fact!.quantum), second]).toEqual([
      "revenue",
      "383200000",
      "100000",
      undefined,
    ]);
  });
  it("on several grids is published on the finest", () => {
    const billions = figure("revenue", "1100000000", "100000000");
    const millions = figure("revenue", "1126400000", "100000");
    for (const figures of [
      [billions, millions],
      [millions, billions],
      [millions, billions, millions],
    ])
      expect(rowsOf(figures)).toEqual(["2007-Q2 release,2007-07-31,revenue,v1,2007-Q2,,1126400000,100000"]);
  });
  it("is no fact where it is a plan or has no number, and these are counted", () => {
    const plan = figure("revenue-guidance-low", "1400000000", "1000000", { period: "2007-FY" });
    const facts = [{ measure: "revenue-guidance-low", version: "v1", period: "2007-FY", member: {}, basis: "plan" }];
    const made = carriedHistory(file([plan, figure("net-income-growth", null, "0.01")], { facts }), "2007-q2", AS);
    expect(made).toMatchObject({ count: 0, without: 2 });
  });
  it("under a name of its own is published as the fact of the books that it is", () => {
    const named = (measure: string, derived: object | undefined, period = "2007-Q2") => ({
      measure,
      version: "v1",
      period,
      member: {},
      basis: "organic",
      ...(derived === undefined ? {} : { derived }),
    });
    const of = (operation: string, measure: string, period = "2007-Q2") => ({ operation, measure, period, member: {} });
    const facts = [
      named("revenue-acquired-taken-away", of("negation", "revenue-acquired")),
      named("revenue-divested-in-base", of("same", "revenue-divested", "2006-Q2")),
      named("gross-profit-not-allocated", {}),
      named("revenue", undefined),
    ];
    const figures = [
      figure("revenue-acquired-taken-away", "-2400000", "100000"),
      figure("revenue-divested-in-base", "500000", "100000"),
      figure("gross-profit-not-allocated", "-24000", "1000"),
      figure("revenue", "383200000", "100000"),
    ];
    expect(rowsOf(figures, { facts })).toEqual([
      "2007-Q2 release,2007-07-31,revenue-acquired,v1,2007-Q2,,2400000,100000",
      "2007-Q2 release,2007-07-31,revenue-divested,v1,2006-Q2,,500000,100000",
      "2007-Q2 release,2007-07-31,revenue,v1,2007-Q2,,383200000,100000",
    ]);
    expect(carriedHistory(file(figures, { facts }), "2007-q2", AS)).toMatchObject({ count: 3, without: 1 });
  });
});

describe("a file that is no facts.json of this release", () => {
  it("is told as such, and nothing is taken from it", () => {
    for (const text of ["", "[]", "{", "null", '{"schema":"tickmark-tieout/1"}'])
      expect(carriedHistory(text, "2007-q2", AS)).toHaveProperty(
        "trouble",
        expect.stringContaining("no facts.json of a build"),
      );
    expect(rowsOf([], { release: "2007-q1" })).toBe('it is of the release "2007-q1", and not of "2007-q2"');
  });
  it("is told where a figure of it cannot be understood", () => {
    for (const wrong of [
      figure("revenue", "1e6", "100000"),
      figure("revenue", "1", "0"),
      figure("rev\nenue", "1", "1"),
      figure("revenue", "1", "1", { member: { region: "A;B" } }),
      figure("revenue", "1", "1", { version: undefined }),
      figure("revenue", "1", "1", { period: "2007-Q5" }),
      "revenue",
    ])
      expect(rowsOf([figure("revenue", "1", "1"), wrong])).toMatch(/^its figure 2 does not say/);
  });
});
