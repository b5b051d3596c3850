import { format } from "../exact/decimal.ts";
import { decimal, type Rational } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { Fact, FactUnit, Member, NoValue } from "../measures/fact.ts";
import { csvCell } from "../text/csv-cell.ts";
import { shown } from "../text/place.ts";
import { grouped } from "../text/thousands.ts";

/** How many places a number is shown with in a table: enough to recognise it, the exact one being in the JSON. */
const PLACES: Readonly<Record<FactUnit, number>> = {
  money: 2,
  ratio: 6,
  points: 6,
  "basis-points": 2,
  shares: 0,
  "per-share": 4,
  count: 0,
};

/** A number for people: rounded once, with thousands separators; "nil" and "not meaningful" in words. */
export function forPeople(value: Rational | NoValue, unit: FactUnit): string {
  if (typeof value === "string") return value === "nil" ? "nil" : "not meaningful";
  const places = PLACES[unit];
  const rounded = round(value, decimal(1n, -places), "halfExpand");
  const [integer = "", fraction = ""] = format(rounded).split(".");
  return grouped(places === 0 ? integer : `${integer}.${fraction.padEnd(places, "0")}`);
}

/** "division Bioprocess, region Europe"; "" for the whole group. */
export const memberCell = (member: Member): string =>
  Object.entries(member)
    .map(([dimension, name]) => `${dimension} ${name}`)
    .join(", ");

export const exactText = (value: Rational | NoValue): string => (typeof value === "string" ? value : format(value));

/** A fact as JSON prints it; numbers are exact decimals, or fractions where they have no finite decimal. */
export const factRecord = (fact: Fact): Readonly<Record<string, unknown>> => ({
  measure: fact.measure,
  title: fact.title,
  version: fact.version,
  basis: fact.basis,
  period: fact.period,
  start: fact.start ?? null,
  end: fact.end,
  member: fact.member,
  unit: fact.unit,
  currency: fact.currency ?? null,
  value: exactText(fact.value),
});

export const factsJson = (facts: readonly Fact[]): string =>
  facts.map((fact) => `${JSON.stringify(factRecord(fact))}\n`).join("");

const COLUMNS = ["measure", "period", "member", "value", "unit", "basis", "version"] as const;

const cells = (fact: Fact, value: string): readonly string[] => [
  fact.measure,
  fact.period,
  memberCell(fact.member),
  value,
  unitText(fact),
  fact.basis,
  fact.version,
];

/** "USD", "USD/share", "ratio". */
export function unitText({ unit, currency = "" }: Pick<Fact, "unit" | "currency">): string {
  if (unit === "money") return currency;
  return unit === "per-share" ? `${currency}/share` : unit;
}

/** One line a fact under a line of names; numbers to the right. */
export const factsTable = (facts: readonly Fact[]): string =>
  columned([COLUMNS, ...facts.map((fact) => cells(fact, forPeople(fact.value, fact.unit)))], [3]);

/** Rows in columns as wide as their widest cell, those of numbers to the right. */
export function columned(rows: readonly (readonly string[])[], numbers: readonly number[]): string {
  const safe = rows.map((row) => row.map(shown));
  const widths = (safe[0] ?? []).map((_name, at) => Math.max(...safe.map((row) => row[at]!.length)));
  const lines = safe.map((row) =>
    row.map((cell, at) => (numbers.includes(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join("  "),
  );
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** RFC 4180 with LF. Words that a spreadsheet would take for a formula get an apostrophe; numbers are exact and stay numbers. */
export function factsCsv(facts: readonly Fact[]): string {
  const rows = facts.map((fact) =>
    cells(fact, exactText(fact.value)).map((cell, at) => (at === 3 ? cell : csvCell(cell))),
  );
  return [COLUMNS, ...rows].map((row) => `${row.join(",")}\n`).join("");
}
