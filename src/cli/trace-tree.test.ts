import { describe, expect, it } from "vitest";
import { parse } from "../exact/decimal.ts";
import type { Fact, Working } from "../measures/fact.ts";
import type { JournalLine } from "../warehouse/warehouse.ts";
import { type TraceSource, traceJson, traceOf, traceText } from "./trace-tree.ts";

const exact = (text: string) => parse(text)!;

const fact = (measure: string, working: Working): Fact => ({
  measure,
  title: measure,
  version: "v1",
  basis: "GAAP",
  period: "2007-P07",
  start: "2007-07-01",
  end: "2007-07-28",
  member: {},
  unit: "money",
  currency: "USD",
  value: working.value,
  working,
});

const entry = (entity: string, value: string) => ({
  month: "2007-P07",
  entity,
  account: "4000",
  division: "",
  region: "",
  tag: "",
  entry: "translated" as const,
  how: `${value} USD`,
  value: exact(value),
});

const REVENUE = fact("revenue", {
  kind: "entries",
  text: "Revenue",
  value: exact("60"),
  entries: [entry("A", "10"), entry("B", "30"), entry("C", "20")],
});

const line = (number: string): JournalLine => ({
  path: "books/journals/july.csv",
  fileLine: 7,
  document: "INV-1",
  number,
  date: "2007-07-03",
  month: "2007-P07",
  entity: "B",
  account: "4000",
  division: "",
  region: "",
  counterparty: "",
  currency: "USD",
  amount: exact("-30"),
  functional: exact("-30"),
  tag: "",
});

const source = (other: Partial<TraceSource> = {}): TraceSource => ({
  fact: () => REVENUE,
  lines: async () => [],
  monthsOf: (_account, month) => [month],
  mostEntries: 10,
  mostLines: 3,
  ...other,
});

describe("a trace", () => {
  it("shows the largest entries and adds up the others", async () => {
    const text = traceText(await traceOf(REVENUE, source({ mostEntries: 1 })));
    expect(text).toContain("├─ 2007-P07 B 4000 translated: 30 USD = 30\n");
    expect(text).toContain("└─ 2 smaller entries = 30\n");
  });

  it("goes down to journal lines, and says that there are more", async () => {
    const lines = async (_choice: unknown, most: number) => ["1", "2", "3", "4", "5"].slice(0, most).map(line);
    const text = traceText(await traceOf(REVENUE, source({ lines, mostLines: 2 })));
    expect(text).toContain("2007-07-03 INV-1/2 USD -30 [books/journals/july.csv:7] = -30");
    expect(text).not.toContain("INV-1/3");
    expect(text).toContain("and further lines");
  });

  it("follows a fact into the facts that it is made of", async () => {
    const part: Working = {
      kind: "fact",
      text: "r",
      value: exact("60"),
      measure: "revenue",
      period: "2007-P07",
      member: {},
    };
    const doubled = fact("doubled", { kind: "computed", text: "two times", value: exact("120"), parts: [part] });
    const tree = JSON.parse(traceJson(await traceOf(doubled, source())));
    expect(tree.from[0].from[0].from[0].text).toBe("Revenue");
    expect(tree.value).toBe("120");
  });

  it("ends where a fact would be made of itself", async () => {
    const self: Working = { kind: "fact", text: "itself", value: "nil", measure: "x", period: "2007-P07", member: {} };
    const circle = fact("x", { kind: "computed", text: "in a circle", value: "nil", parts: [self] });
    const text = traceText(await traceOf(circle, source({ fact: () => circle })));
    expect(text.split("\n").length).toBeLessThan(10);
  });
});
