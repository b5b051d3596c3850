// The facts of examples/millipore-2007-q3, held against every measured value of the release that the books were made for, and against the figures
// of the releases before it.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { format, parse } from "../../src/exact/decimal.ts";
import { divide, type Rational } from "../../src/exact/rational.ts";
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
});
