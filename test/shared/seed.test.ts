import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Day, ordinal, weekday } from "../../src/calendar/date.ts";
import { parse } from "../../src/exact/decimal.ts";
import { add, compare, equal, multiply, type Rational, subtract } from "../../src/exact/rational.ts";
import { checkRelease } from "../../src/tieout/check.ts";
import type { ReportFigure, ReportRelation } from "../../src/tieout/report/report.ts";

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

const printed = (id: string): string => report.figures.find((f) => f.id === id)!.text;

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

  const relations = table("seed-relations.tsv");
  const line = (id: string): Line => relations.find((r) => r["id"] === id)!;
  const idsOf = (source: string): readonly string[] => source.match(/F\d+/g)!.map((id) => byId.get(id)!.id);

  /** The relation of a kind that names just the figures. */
  const relationOf = (source: string, kind?: string): ReportRelation | undefined => {
    const ids = idsOf(source);
    return report.relations.find(
      (r) =>
        (kind === undefined || r.kind === kind) &&
        r.figures.length === ids.length &&
        ids.every((id) => r.figures.includes(id)),
    );
  };
  const verdictOf = (verdict: string): string => (verdict === "ATTAINABLE_ONLY" ? "attainable" : verdict.toLowerCase());
  const same = (printed: string | undefined, expected: string | undefined): void =>
    expect(equal(parse(printed!)!, parse(expected!)!), `${printed} is ${expected}`).toBe(true);

  for (const expectedLine of relations.slice(0, 33))
    (OPEN.has(expectedLine["id"]!) ? test.fails : test)(`${expectedLine["id"]} ${expectedLine["relation"]}`, () => {
      const found = relationOf(expectedLine["source"]!);
      expect(found, expectedLine["source"]).toBeDefined();
      expect(found!.verdict).toBe(verdictOf(expectedLine["verdict"]!));
      if (expectedLine["kind"] !== "footing" && expectedLine["kind"] !== "growth") return;
      same(found!.computed!.point, expectedLine["point"]);
      same(found!.computed!.low, expectedLine["lo"]);
      same(found!.computed!.high, expectedLine["hi"]);
    });

  test("R034 growth as reported less what currency brought is growth without currency", () => {
    // The table starts from the two amounts; the sentence prints the growth itself, and a relation of its own ties the two.
    expect(relationOf("F008 F010 F012", "growth bridge")?.verdict).toBe("consistent");
  });

  test("R035 the growth of the divisions gives that of the whole by rounding alone", () => {
    const found = relationOf("F013 F014 F102 F108 F012", "weighted growth")!;
    expect(found.verdict).toBe("attainable");
    same(found.computed!.point, line("R035")["point"]);
    same(found.computed!.high, line("R035")["hi"]);
    // The table's lower end takes both weights at their lowest; with the greater of them at its highest the mean is lower still.
    expect(compare(parse(found.computed!.low!)!, parse(line("R035")["lo"]!)!)).toBe(-1);
  });

  test("R036 two parts that grow 9 percent each are a whole that does", () => {
    const found = relationOf("F038 F039 F105 F111 F037", "weighted growth")!;
    // Stronger than the table says: no amounts at all would print otherwise.
    expect(found.verdict).toBe("forced");
    for (const [key, end] of [
      ["lo", found.computed!.low],
      ["hi", found.computed!.high],
    ] as const)
      same(end, line("R036")[key]);
  });

  test.each([
    ["R037", "F016 F017 F021 F022", "share count"],
    ["R038", "F040 F041 F046 F047", "share count"],
    ["R039", "F016 F017 F021 F022 F026 F027", "per share before tax"],
    ["R040", "F016 F017 F021 F022 F026 F027", "per share after tax"],
    ["R041", "F060 F059 F058", "points"],
    ["R060", "F016 F017 F021 F022", "bridge per share"],
    ["R061", "F040 F041 F046 F047", "bridge per share"],
  ])("%s", (id, source, kind) => {
    const found = relationOf(source, kind);
    expect(found?.verdict).toBe(verdictOf(line(id)["verdict"]!));
    same(found!.computed!.low, line(id)["lo"]);
    same(found!.computed!.high, line(id)["hi"]);
  });

  // What is derived is printed nowhere: no relation can be right or wrong about it. The figures it is derived from must give it.
  test.each(["R042", "R043", "R044", "R045", "R046", "R047"])("%s follows from its figures by difference", (id) => {
    const [a, b] = line(id)
      ["source"]!.split("-")
      .map((f) => byId.get(f)!) as [ReportFigure, ReportFigure];
    const ends = (x: string | undefined, y: string | undefined): Rational => subtract(parse(x!)!, parse(y!)!);
    expect(equal(ends(a.low, b.high), parse(line(id)["lo"]!)!)).toBe(true);
    expect(equal(ends(a.high, b.low), parse(line(id)["hi"]!)!)).toBe(true);
  });

  test.each(["R062", "R063"])("%s follows from its figures as a product", (id) => {
    const [a, b] = line(id)
      ["source"]!.split("*")
      .map((f) => byId.get(f)!) as [ReportFigure, ReportFigure];
    const ends = (x: string | undefined, y: string | undefined): Rational => multiply(parse(x!)!, parse(y!)!);
    expect(equal(ends(a.low, b.low), parse(line(id)["lo"]!)!)).toBe(true);
    expect(equal(ends(a.high, b.high), parse(line(id)["hi"]!)!)).toBe(true);
  });

  test("R048 to R051 growth without its base is proved by nothing", () => {
    expect(["F023", "F048"].map((id) => byId.get(id)!.status)).toEqual(["untied", "untied"]);
  });

  test("R065 to R068 days are told with their weekdays", () => {
    const texts = report.relations.map((r) => r.text).join("\n");
    for (const day of ["Thursday, November 1, 2007", "Saturday, September 29, 2007", "Monday, November 5, 2007"])
      expect(texts).toContain(day);
    expect(weekday("2006-09-30")).toBe(weekday("2007-09-29"));
  });

  test("R069 the replay stands open for 363,540 seconds, one hour more than its clocks say", () => {
    const found = relationOf("F123 F124 F125 F126", "replay window")!;
    expect(found.verdict).toBe("consistent");
    expect(found.text).toContain("363,540 seconds (100 h 59 min)");
  });

  test.each([
    ["R070", "F016", 91],
    ["R071", "F018", 91],
    ["R072", "F040", 272],
    ["R073", "F043", 273],
  ])("%s the period of %s has %i days", (_, id, days) => {
    const { start, end } = byId.get(id)!.period!;
    expect(ordinal(end as Day) - ordinal(start as Day) + 1).toBe(days);
  });

  test("what is said of it, and how seriously", () => {
    const said = report.findings.map((f) => `${f.severity} ${f.code} ${f.figures.map(printed).join(" ")}`).sort();
    expect(said).toEqual([
      "error phone-differs 880-225-3384 (800) 225 - 3384",
      "note attainable-only 21 62.4 51.8",
      "note attainable-only 8 135.2 194.9 15 4",
      "note hedge-differs 95 95",
      "note title-differs ",
      "warning contact-differs (978) 715 - 1567 978-715-1043",
      "warning part-missing ",
      "warning per-share-needs-tax 0.05 4.4 0.83 45.7 0.66 36.3",
    ]);
  });

  test("the message on stock compensation says both readings", () => {
    const { message } = report.findings.find((f) => f.code === "per-share-needs-tax")!;
    expect(message).toContain("0.0784 to 0.0814 per share; 0.05 is printed");
    expect(message).toContain("29.89% to 44.72%");
  });
});
