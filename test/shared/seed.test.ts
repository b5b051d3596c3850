import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/exact/decimal.ts";
import { add, equal, type Rational, subtract } from "../../src/exact/rational.ts";
import { checkRelease } from "../../src/tieout/check.ts";
import type { ReportFigure } from "../../src/tieout/report/report.ts";

const folder = new URL("../../../shared/seed/", import.meta.url);
const name = "000_c5689a0a2d98650a.txt";
const bytes = readFileSync(new URL(name, folder));
const source = bytes.toString("utf8");
const report = checkRelease(bytes, { name });

type Line = Readonly<Record<string, string>>;

function table(file: string): readonly Line[] {
  const [head, ...lines] = readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n");
  const keys = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [keys[i]!, cell])));
}

const expected = table("seed-figures.tsv");
const lineStarts = [0];
for (let i = source.indexOf("\n"); i >= 0; i = source.indexOf("\n", i + 1)) lineStarts.push(i + 1);

/** The figure that stands where the table says its token is printed. */
function figureAt(line: Line): ReportFigure | undefined {
  const from = lineStarts[Number(line["line"]) - 1]! + Number(line["col"]) - 1;
  const to = from + line["printed"]!.length + (line["printed"]!.match(/\$/g)?.length ?? 0);
  return report.figures.find((f) => f.start < to && f.end > from);
}

const byId = new Map(expected.map((line) => [line["id"]!, figureAt(line)]));

const kindOf = (line: Line): string => {
  const { token_kind: kind, unit, printed } = line as { token_kind: string; unit: string; printed: string };
  if (unit === "USD/share") return "per-share";
  if (unit === "USD") return "amount";
  if (unit === "ratio") return "percent";
  if (unit === "bps") return "basis-points";
  if (unit === "count") return "count";
  if (["qtr", "half", "nine", "cols", "year"].includes(kind) || /^20\d\d$/.test(printed)) return "period";
  if (["date", "time", "phone", "code"].includes(kind)) return kind;
  return unit === "name" ? "name" : "other";
};

/** The interval of the table is that of the display; hedges widen or shift it (TIE-03). */
function interval(line: Line): { low: Rational; high: Rational } {
  const value = parse(line["value"]!)!;
  const quantum = parse(line["quantum"]!)!;
  if (line["hedge"] === "approximately") return { low: subtract(value, quantum), high: add(value, quantum) };
  if (line["hedge"] === "more than") return { low: value, high: add(value, quantum) };
  return { low: parse(line["interval_lo"]!)!, high: parse(line["interval_hi"]!)! };
}

/** Known not to hold yet. A line that begins to hold turns its test red, so that it is taken off this list. */
const OPEN = new Set<string>([]);

describe("the seed (V1)", () => {
  test("all 139 tokens are found, each once", () => {
    const missing = expected.filter((line) => byId.get(line["id"]!) === undefined);
    expect(missing.map((line) => `${line["id"]} ${line["printed"]}`)).toEqual([]);
    expect(new Set([...byId.values()].map((f) => f?.id)).size).toBe(139);
  });

  for (const line of expected)
    (OPEN.has(line["id"]!) ? test.fails : test)(`${line["id"]} ${line["printed"]}`, () => {
      const figure = byId.get(line["id"]!)!;
      expect(figure.kind).toBe(kindOf(line));
      if (line["value"] === "") return;
      const { low, high } = interval(line);
      const scaled = (text: string | undefined): Rational => parse(text!)!;
      expect(equal(scaled(figure.value), parse(line["value"]!)!)).toBe(true);
      expect(figure.low).toBeDefined();
      expect(equal(scaled(figure.low), low), `low is ${figure.low}`).toBe(true);
      expect(equal(scaled(figure.high), high), `high is ${figure.high}`).toBe(true);
    });

  const relations = table("seed-relations.tsv").slice(0, 33);
  for (const line of relations)
    (OPEN.has(line["id"]!) ? test.fails : test)(`${line["id"]} ${line["relation"]}`, () => {
      const ids = line["source"]!.match(/F\d+/g)!.map((id) => byId.get(id)!.id);
      const found = report.relations.find(
        (r) => r.figures.length === ids.length && ids.every((id) => r.figures.includes(id)),
      );
      expect(found, line["source"]).toBeDefined();
      expect(found!.verdict).toBe(
        line["verdict"] === "ATTAINABLE_ONLY" ? "attainable" : line["verdict"]!.toLowerCase(),
      );
      if (line["kind"] !== "footing" && line["kind"] !== "growth") return;
      expect(equal(parse(found!.computed!.point!)!, parse(line["point"]!)!)).toBe(true);
      expect(equal(parse(found!.computed!.low!)!, parse(line["lo"]!)!)).toBe(true);
      expect(equal(parse(found!.computed!.high!)!, parse(line["hi"]!)!)).toBe(true);
    });

  test("there is no false error", () => {
    const toll = report.findings.filter((f) => f.severity === "error" && f.code !== "phone-differs");
    expect(toll).toEqual([]);
  });
});
