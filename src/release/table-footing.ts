import { absolute, add, equal, negate, type Rational, rational, sign, subtract, ZERO } from "../exact/rational.ts";
import type { Fact, Member } from "../measures/fact.ts";
import { printFigure, usualForm } from "./print.ts";
import { orderedNames } from "./table-ask.ts";
import type { MadeCell } from "./table-cells.ts";
import type { Dimension } from "./table-file.ts";
import type { ColumnPlan, Footing, RowPlan, TableDesk } from "./table-plan.ts";
import { isSummed } from "./table-rounding.ts";

/** What footings are held against. */
export interface FootedTable {
  readonly rows: readonly RowPlan[];
  readonly columns: readonly ColumnPlan[];
  readonly cells: readonly (readonly MadeCell[])[];
}

type Terms = Footing["terms"];

/**
 * Holds each total against the rows above it, unrounded and in each column; what does not add is told once a total. Gives the footings in the reading that
 * holds, for the printed sums to be held against.
 */
export function footed(desk: TableDesk, table: FootedTable, footings: readonly Footing[]): readonly Footing[] {
  return footings.map((footing) => {
    const readings: readonly Terms[] = [footing.terms, ...footing.otherwise];
    const holds = readings.find((terms) => firstOff(table, footing, terms) === undefined);
    if (holds !== undefined) return { ...footing, terms: holds };
    const column = firstOff(table, footing, footing.terms);
    if (column !== undefined) tellOff(desk, table, footing, column);
    return footing;
  });
}

/** The first column in which the rows do not add to the total. */
function firstOff(table: FootedTable, footing: Footing, terms: Terms): number | undefined {
  const column = (table.cells[footing.total] ?? []).findIndex((cell, i) => {
    if (!isSummed(cell) || (footing.isOfAmounts === true && table.columns[i]?.kind !== "amount")) return false;
    const value = numberOf(cell);
    const parts = terms.map(({ row }) => table.cells[row]?.[i]);
    if (value === undefined || parts.some((part) => part?.fact?.value === "not-meaningful")) return false;
    if (parts.every((part) => part?.fact === undefined)) return false;
    return !equal(sumOf(table, terms, i), value);
  });
  return column < 0 ? undefined : column;
}

/** An amount that is nil is none, which the rows must add to as well; only what is not meaningful is not held. */
function numberOf(cell: MadeCell | undefined): Rational | undefined {
  const value = cell?.fact?.value;
  return value === undefined || value === "not-meaningful" ? undefined : value === "nil" ? ZERO : value;
}

const sumOf = (table: FootedTable, terms: Terms, column: number): Rational =>
  terms.reduce((sum, term) => {
    const value = numberOf(table.cells[term.row]?.[column]) ?? ZERO;
    return add(sum, term.sign > 0 ? value : negate(value));
  }, ZERO);

function tellOff(desk: TableDesk, table: FootedTable, footing: Footing, column: number): void {
  const total = table.rows[footing.total]!;
  const cell = table.cells[footing.total]![column]!;
  const fact = cell.fact!;
  const value = numberOf(cell)!;
  const sum = sumOf(table, footing.terms, column);
  const gap = subtract(value, sum);
  const amounts = `The ${footing.terms.length === 1 ? "row" : `${footing.terms.length} rows`} above "${total.label}" ${footing.terms.length === 1 ? "comes" : "add"} to ${said(sum, fact)} in ${fact.period}, and "${total.label}" is ${said(value, fact)}`;
  const out = leftOut(desk, table, footing, column);
  if (out !== undefined) {
    const names = out.names.map(({ name, value: out }) => `${name} (${said(out, fact)})`).join(", ");
    const rest = subtract(gap, out.sum);
    const none = `${said(absolute(rest), fact)} ${sign(rest) < 0 ? "less" : "more"} belongs to no ${out.dimension}`;
    const what = [...(names === "" ? [] : [`they leave out ${names}`]), ...(sign(rest) === 0 ? [] : [none])];
    const remedy =
      sign(rest) === 0
        ? "Add a row for what is left out."
        : `Add a row for what is left out; "unallocated: Corporate" gives one to what has no ${out.dimension}.`;
    desk.say("members-left-out", total.place, `${amounts}: ${what.join(", and ")}.`, remedy);
    return;
  }
  desk.say(
    "total-differs-from-lines",
    total.place,
    `${amounts}, which is ${said(absolute(gap), fact)} ${sign(gap) > 0 ? "more" : "less"}. Both are unrounded.`,
    'Add the rows that are missing, write "less: yes" in those that are taken away, or "foots: no" where it is no sum of them.',
  );
}

interface LeftOut {
  readonly dimension: Dimension;
  readonly names: readonly { readonly name: string; readonly value: Rational }[];
  readonly sum: Rational;
}

/** The members that the rows leave out, where they are those of one measure by division or region. */
function leftOut(desk: TableDesk, table: FootedTable, footing: Footing, column: number): LeftOut | undefined {
  const fact = table.cells[footing.total]?.[column]?.fact;
  if (fact === undefined) return undefined;
  const rows = footing.terms.map(({ row }) => table.cells[row]?.[column]?.fact);
  const dimension = (["division", "region"] as const).find((one) =>
    rows.every(
      (row) => row?.measure === fact.measure && row.member[one] !== undefined && fact.member[one] === undefined,
    ),
  );
  if (dimension === undefined || rows.length === 0) return undefined;
  const there = new Set(rows.map((row) => row?.member[dimension]));
  const names = orderedNames(desk, dimension, [])
    .filter((name) => !there.has(name))
    .flatMap((name) => {
      const member: Member = { ...fact.member, [dimension]: name };
      const value = desk.facts.fact(`${fact.measure}`, fact.period, member)?.value;
      return value === undefined || typeof value === "string" || sign(value) === 0 ? [] : [{ name, value }];
    });
  return { dimension, names, sum: names.reduce((sum, { value }) => add(sum, value), ZERO) };
}

/** An amount in full: what is missing may be less than a table prints. */
export function said(value: Rational, fact: Pick<Fact, "unit" | "currency">): string {
  const usual = usualForm(fact.unit, "halfExpand");
  const isMoney = fact.unit === "money" || fact.unit === "shares";
  const form = isMoney
    ? { ...usual, scale: 0, quantum: rational(1n, 100n) }
    : { ...usual, quantum: rational(1n, 10_000n) };
  return printFigure({ value, unit: fact.unit, currency: fact.currency }, form).text;
}
