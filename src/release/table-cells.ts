import { ONE, type Rational, rational, ZERO } from "../exact/rational.ts";
import type { Fact, FactUnit } from "../measures/fact.ts";
import { SCALES } from "./form-words.ts";
import { inPercentBasis } from "./percent-basis.ts";
import { currencySign, printFigure, usualForm } from "./print.ts";
import type { BoundFigure, PrintForm, TableCell } from "./release.ts";
import { isOfMember } from "./table-ask.ts";
import type { ScaleWord } from "./table-file.ts";
import { type ColumnPlan, infoOf, type RowPlan, type TableDesk } from "./table-plan.ts";

/** How a table prints what its rows and columns say nothing of. */
export interface TableGrid {
  readonly unit: ScaleWord;
  readonly step: Rational | undefined;
  readonly rateStep: Rational | undefined;
  readonly negative: PrintForm["negative"];
}

/** A cell with its fact, as far as there is one, and what is printed of it as a number. */
export interface MadeCell {
  readonly cell: TableCell;
  readonly fact: Fact | undefined;
  readonly form: PrintForm | undefined;
  /** The printed number in the fact's own unit; undefined where none is printed. */
  readonly shown: Rational | undefined;
  /** Whether the books hold an amount of it; a zero that stands for none is not. */
  readonly isHeld: boolean;
}

const EMPTY: MadeCell = { cell: { kind: "empty" }, fact: undefined, form: undefined, shown: undefined, isHeld: false };
const TENTH = rational(1n, 10n);

/** The usual step of a scale: tenths of millions and billions, whole thousands and units. */
export const stepOfScale = (scale: number): Rational => (scale >= 6 ? TENTH : ONE);

/** The cell of a row in a column; `isSigned` where amounts of the row show their currency (REG-64). */
export function cellOf(
  desk: TableDesk,
  row: RowPlan,
  column: ColumnPlan,
  grid: TableGrid,
  isSigned: boolean,
): MadeCell {
  const asked = factOf(desk, row, column);
  const found = asked?.value === "nil" && isZero(desk, row, column, asked) ? zero(asked) : asked;
  if (found === undefined || found.value === "nil") return { ...EMPTY, fact: found };
  const fact = inPercentBasis(found, desk);
  const form = formOf(desk, fact.unit, row, column, grid);
  const { text, from, to, value } = printFigure(fact, form);
  const figure: BoundFigure = { id: "", fact, form, text, from, to, place: row.place };
  return {
    cell: { kind: "figure", figure, sign: signOf(fact, form, isSigned) },
    fact,
    form,
    shown: value,
    isHeld: asked?.value !== "nil",
  };
}

/** Undefined where the cell is empty, and where there is no such fact, which is told. */
function factOf(desk: TableDesk, row: RowPlan, column: ColumnPlan): Fact | undefined {
  const measure = row.measure === undefined ? undefined : column.measureFor(row.measure);
  const period = row.periodFor === undefined ? column.period : row.periodFor(column.period);
  if (measure === undefined || period === undefined) return undefined;
  if (column.isActual === true && row.isAhead === true) return undefined;
  if (row.factFor !== undefined) {
    const isShown = column.kind === "amount" || (column.kind === "change" && row.hasChanges === true);
    return isShown ? row.factFor(measure, period) : undefined;
  }
  if (infoOf(desk, measure) === undefined) {
    tellNoSuch(desk, row, column, measure);
    return undefined;
  }
  const fact = desk.facts.fact(measure, period, row.member);
  if (fact === undefined) isOfMember(desk, measure, row.member, row.place);
  return fact;
}

function isZero(desk: TableDesk, row: RowPlan, column: ColumnPlan, { measure, period, unit }: Fact): boolean {
  if (row.hasZeros !== true || column.kind !== "amount" || (unit !== "money" && unit !== "per-share")) return false;
  return row.factFor !== undefined || infoOf(desk, measure)?.periods.includes(period) === true;
}

/** No entry stands in the line: its amount is nothing, which a dash says (REG-60). */
const zero = (fact: Fact): Fact => ({
  ...fact,
  value: ZERO,
  working: { kind: "computed", text: `${fact.working.text}: nothing`, operation: "sum", value: ZERO, parts: [] },
});

function tellNoSuch(desk: TableDesk, row: RowPlan, column: ColumnPlan, measure: string): void {
  const of = `"${row.measure}"`;
  const asked = { growth: "growth", change: "a change", share: "a share of the total", amount: "a figure" }[
    column.kind
  ];
  desk.say(
    "measure-unknown",
    row.place,
    `The column asks for ${asked} of ${of}, and there is no measure "${measure}".`,
    `Take the row or the column out, or define ${measure} in measures.yaml.`,
  );
}

function formOf(desk: TableDesk, unit: FactUnit, row: RowPlan, column: ColumnPlan, grid: TableGrid): PrintForm {
  const usual = usualForm(unit, desk.books.company.rounding);
  const form: PrintForm = { ...usual, unit: "bare", negative: grid.negative };
  const isOwn = row.measure !== undefined && infoOf(desk, row.measure)?.unit === unit;
  const rowStep = isOwn ? row.step : undefined;
  const columnStep = column.kind === "amount" && unit !== "money" && unit !== "shares" ? undefined : column.step;
  switch (unit) {
    case "money":
    case "shares": {
      const scale = SCALES.get(row.unit ?? grid.unit) ?? usual.scale;
      const tableStep = row.unit === undefined ? grid.step : undefined;
      return { ...form, scale, quantum: rowStep ?? columnStep ?? tableStep ?? stepOfScale(scale) };
    }
    case "count": {
      const scale = SCALES.get(row.unit ?? "units") ?? 0;
      return { ...form, scale, quantum: rowStep ?? stepOfScale(scale) };
    }
    case "ratio": {
      const isTimes = row.unit === "units";
      return isTimes
        ? { ...form, scale: 0, quantum: rowStep ?? TENTH }
        : { ...form, quantum: rowStep ?? columnStep ?? grid.rateStep ?? form.quantum };
    }
    case "points":
      return { ...form, quantum: rowStep ?? columnStep ?? grid.rateStep ?? form.quantum };
    case "basis-points":
      // Nothing in a cell says that tens are meant.
      return { ...form, quantum: rowStep ?? columnStep ?? ONE };
    default:
      return { ...form, quantum: rowStep ?? columnStep ?? form.quantum };
  }
}

/** The sign of a cell: the currency where it is asked for, the unit of rates always; what is not meaningful has none. */
function signOf(fact: Fact, form: PrintForm, isSigned: boolean): string {
  if (typeof fact.value === "string") return "";
  switch (fact.unit) {
    case "money":
    case "per-share":
      return isSigned ? currencySign(fact.currency ?? "").trim() : "";
    case "ratio":
      // What one rate is more than another is in points: a percentage would read as growth (REG-62).
      return fact.measure.endsWith("-variance") ? " pts" : form.scale === -2 ? "%" : "x";
    case "points":
      return " pts";
    case "basis-points":
      return " bps";
    case "shares":
    case "count":
      return "";
  }
}
