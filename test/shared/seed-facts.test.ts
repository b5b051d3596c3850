// The facts of examples/millipore-2007-q3, held against every measured value of the release that the books were made for, and against the figures
// of the releases before it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { format, parse } from "../../src/exact/decimal.ts";
import { add, compare, divide, type Rational, subtract } from "../../src/exact/rational.ts";
import { round } from "../../src/exact/rounding.ts";
import type { Member } from "../../src/measures/fact.ts";
import { memberOf } from "../../src/measures/member.ts";
import { type ClosedBooks, closeBooks } from "../../src/node/close-books.ts";

const books = new URL("../../examples/millipore-2007-q3/", import.meta.url).pathname;
const table = new URL("../../../shared/seed/seed-figures.tsv", import.meta.url);

type Line = Readonly<Record<string, string>>;

const [head, ...rest] = readFileSync(table, "utf8").trimEnd().split("\n");
const names = head!.split("\t");
const lines: readonly Line[] = rest.map((line) =>
  Object.fromEntries(line.split("\t").map((cell, i) => [names[i]!, cell])),
);
const measured = lines.filter((line) => line["value"] !== "");

/** The measure that a concept of the table is, by its basis where one concept has two. */
const MEASURES: Readonly<Record<string, string>> = {
  Revenues: "revenue",
  RevenueGrowth: "revenue-growth",
  RevenueGrowthExFx: "revenue-constant-currency-growth",
  RevenueGrowthOrganic: "revenue-organic-growth",
  FxImpactOnGrowth: "revenue-fx-points",
  NetIncome: "net-income",
  "NetIncome non-GAAP": "non-gaap-net-income",
  // The release says neither "net income" nor "per share"; only net income grew by what is printed.
  "earnings growth non-GAAP": "non-gaap-net-income-growth",
  EPS: "diluted-eps",
  "EPS non-GAAP": "non-gaap-diluted-eps",
  "OperatingMargin non-GAAP": "non-gaap-operating-margin",
  "OperatingMargin change non-GAAP": "non-gaap-operating-margin-change",
  CashFromOperations: "cash-from-operations",
  StockBasedCompensation: "item",
  "StockBasedCompensation per share": "item-after-tax-per-share",
  employees: "employees",
  countries: "countries",
  "product launches": "product-launches",
  "product launches (expected)": "product-launches",
  "manufacturing plants closed (future perfect)": "plants-closed",
};

const REGIONS = ["Americas", "Europe", "Asia/Pacific"];
const DIVISIONS = ["Bioprocess", "Bioscience"];

function memberFor(line: Line): Member {
  const name = line["member"]!;
  if (line["concept"]!.startsWith("StockBased")) return { category: "Stock compensation" };
  if (line["concept"]!.startsWith("product launches")) return { division: "Bioprocess" };
  if (REGIONS.includes(name)) return { region: name };
  return DIVISIONS.includes(name) ? { division: name } : {};
}

/** "Q3-2007" is "2007-Q3"; what is said of the day of the release, or expected of the year, the release of that quarter says. */
function periodFor(line: Line): string {
  const shown = /^(?!FY-2007)(Q3|9M|FY)-(\d{4})$/.exec(line["period"]!);
  return shown === null ? "2007-Q3" : `${shown[2]}-${shown[1]}`;
}

const fraction = (text: string): Rational => {
  const [above, below] = text.split("/");
  return divide(parse(above!)!, parse(below ?? "1")!);
};

const shown = (value: Rational | string | undefined): string =>
  value === undefined ? "no such fact" : typeof value === "string" ? value : format(value);

let closed: ClosedBooks;
beforeAll(async () => {
  closed = await closeBooks(books);
});
afterAll(async () => closed?.release());

/** The fact rounded to the quantum, as text; or why there is none. */
function printed(measure: string, period: string, member: Member, quantum: Rational): string {
  const value = closed.facts?.fact(measure, period, member)?.value;
  if (value === undefined || typeof value === "string") return `${measure} of ${period}: ${shown(value)}`;
  return format(round(value, quantum, closed.books!.company.rounding));
}

describe("the reconstruction of Millipore's third quarter of 2007", () => {
  test("closes without a finding that stops it", () => {
    expect(closed.findings.filter((finding) => finding.severity !== "note")).toEqual([]);
  });

  test("83 values of the release are measured", () => {
    expect(measured).toHaveLength(83);
  });

  test.each(measured.map((line) => [line["id"]!, line["printed"]!, line["concept"]!, line] as const))(
    "%s prints %s, %s",
    (_id, _printed, concept, line) => {
      const name = concept.replaceAll('"', "");
      const measure = line["basis"]!.startsWith("non-GAAP")
        ? (MEASURES[`${name} non-GAAP`] ?? MEASURES[name])
        : MEASURES[name];
      const quantum = fraction(line["quantum"]!);
      const expected = format(round(fraction(line["value"]!), quantum, "halfExpand"));
      expect(printed(measure!, periodFor(line), memberFor(line), quantum)).toBe(expected);
    },
  );

  test("the figures of earlier releases come out under the definition of their time", () => {
    const { history } = closed.books!;
    expect(history.length).toBeGreaterThan(25);
    const names = closed.facts!.names;
    const now = history.map((row) => {
      const measure = row.definition === "v1" ? row.measure : `${row.measure}@${row.definition}`;
      return `${row.measure} ${row.period} ${printed(measure, row.period, memberOf(names, row.member)!, row.quantum)}`;
    });
    expect(now).toEqual(history.map((row) => `${row.measure} ${row.period} ${format(row.value)}`));
  });

  test("the balance sheet balances, and every roll-forward closes", () => {
    const { group, facts } = closed;
    expect(group!.rollForwards.length).toBeGreaterThan(0);
    expect(group!.rollForwards.filter(({ residual }) => residual.n !== 0n)).toEqual([]);
    for (const period of ["2006-Q2", "2006-Q3", "2007-Q3"]) {
      const [assets, others] = ["total-assets", "total-liabilities-and-equity"].map(
        (name) => facts!.fact(name, period)?.value,
      );
      expect(assets, period).toEqual(others);
    }
  });

  /** What domain.md 7.2 says the books must come to, in $ millions or as a ratio: measure, period, member, at least, below. */
  type Pin = readonly [pin: string, measure: string, period: string, low: string, high: string, member: Member];
  const PINS: readonly Pin[] = [
    ["P1", "revenue-growth", "2007-Q3", "0.2050", "0.2068", { region: "Asia/Pacific" }],
    ["P2", "revenue-growth", "2007-9M", "0.295", "0.305", { region: "Europe" }],
    ["P3", "revenue-growth-at-prior-rates", "2007-Q3", "0.080", "0.085", {}],
    ["P4", "revenue-fx-points", "2007-Q3", "0.0392", "0.045", {}],
    ["P5", "diluted-shares", "2007-Q3", "54671000", "55455000", {}],
    ["P5", "diluted-shares", "2007-9M", "54805000", "55011000", {}],
    ["P5", "diluted-shares", "2006-Q3", "53636000", "56038000", {}],
    ["P5", "diluted-shares", "2006-9M", "53918000", "54360000", {}],
    ["P6", "item-after-tax-per-share", "2007-Q3", "0.045", "0.055", { category: "Stock compensation" }],
    ["P7", "non-gaap-operating-income", "2007-Q3", "76270000", "76660000", {}],
    ["P7", "non-gaap-operating-income", "2006-Q3", "61220000", "61570000", {}],
    ["P9", "non-gaap-net-income", "2006-Q3", "35530000", "35880000", {}],
    ["P9", "non-gaap-net-income", "2006-9M", "110170000", "111190000", {}],
    ["P11", "revenue", "2007-6M", "755000000", "755200000", {}],
    ["P11", "revenue", "2006-6M", "542100000", "542300000", {}],
    ["P11", "net-income", "2007-6M", "54900000", "55100000", {}],
    ["P11", "revenue", "2007-Q1", "371750000", "372050000", {}],
  ];

  const amount = (measure: string, period: string, member: Member = {}): Rational => {
    const value = closed.facts!.fact(measure, period, member)?.value;
    if (value === undefined || typeof value === "string") throw new Error(`${measure} of ${period}: ${shown(value)}`);
    return value;
  };
  const lies = (value: Rational, low: string, high: string): boolean =>
    compare(value, parse(low)!) >= 0 && compare(value, parse(high)!) < 0;

  test.each(PINS)("%s: %s of %s lies from %s to below %s", (_pin, measure, period, low, high, member) => {
    const value = amount(measure, period, member);
    expect(lies(value, low, high), format(value)).toBe(true);
  });

  test("P8 and P10: the adjustments after tax, and what acquisitions brought", () => {
    const adjusted = (period: string): Rational =>
      subtract(amount("non-gaap-net-income", period), amount("net-income", period));
    expect(lies(adjusted("2007-Q3"), "9300000", "9500000")).toBe(true);
    expect(lies(adjusted("2007-9M"), "39200000", "39400000")).toBe(true);
    const points = divide(amount("revenue-acquired", "2007-9M"), amount("revenue", "2006-9M"));
    expect(lies(points, "0.151", "0.171"), format(points)).toBe(true);
  });

  test("the base of Asia/Pacific 50 thousand higher would print 20 percent (V2)", async () => {
    const copy = mkdtempSync(join(tmpdir(), "seed-facts-"));
    try {
      cpSync(books, copy, { recursive: true });
      rmSync(join(copy, "books/journals/totals.csv"));
      raise(join(copy, "books/journals/2006/2006-P09.csv"));
      const other = await closeBooks(copy);
      const value = other.facts!.fact("revenue-growth", "2007-Q3", { region: "Asia/Pacific" })!.value as Rational;
      await other.release();
      expect(format(round(value, parse("0.01")!, "halfExpand"))).toBe("0.2");
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

/** Adds 50,000 dollars to what the parent sold to Asia in the month: one line of revenue, and the line of receivables of its document. */
function raise(path: string): void {
  const added = parse("50000")!;
  const lines = readFileSync(path, "utf8").split("\n");
  const columns = lines[0]!.split(",");
  const at = (name: string): number => columns.indexOf(name);
  const changed = lines.map((line) => {
    const cells = line.split(",");
    if (cells[at("document")] !== "MUS0609-S1") return line;
    const isSale = cells[at("division")] === "Bioprocess" && cells[at("region")] === "Asia/Pacific";
    if (!isSale && cells[at("account")] !== "1100") return line;
    for (const name of ["amount", "functional"]) {
      const value = parse(cells[at(name)]!)!;
      cells[at(name)] = format(isSale ? subtract(value, added) : add(value, added));
    }
    return cells.join(",");
  });
  expect(changed.filter((line, i) => line !== lines[i])).toHaveLength(2);
  writeFileSync(path, changed.join("\n"));
}
