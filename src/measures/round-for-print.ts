import { format } from "../exact/decimal.ts";
import { absolute, divide, ONE, type Rational, rational, sign, subtract, tenTo } from "../exact/rational.ts";
import { type RoundingMode, round } from "../exact/rounding.ts";
import type { FactUnit, NoValue } from "./fact.ts";

/** How one figure is printed. */
export interface PrintGrid {
  /** The step of the grid in the unit that is printed: 0.1 of millions, 1 of percent, 0.5 of percent, 0.01 of dollars. Above zero. */
  readonly quantum: Rational;
  /** The power of ten that the printed unit is of the fact's: 6 for millions, -2 for percent of a ratio, 0 for a figure as it is. */
  readonly scale: number;
  readonly rounding: RoundingMode;
}

/** What a figure reads as; brackets, signs of currency and percent are the release's. */
export interface Printed {
  /** "dash" is a value that rounds to zero; "not-meaningful" and "nil" have no number. */
  readonly kind: "number" | "dash" | NoValue;
  /** "371.2", "-5.0", "—", "NM", "". Without thousands separators. */
  readonly text: string;
  /** Of the value before rounding: a dash keeps for the audit trail which side of zero it stood on (REG-60). Zero where there is no number. */
  readonly sign: -1 | 0 | 1;
  /** The printed number in the fact's own unit; undefined where there is none. */
  readonly value: Rational | undefined;
}

export const DASH = "—";
export const NOT_MEANINGFUL = "NM";

/** The value rounded once, straight from the exact amount to the grid it is printed on (D6): to round a rounded number again is an error (V19). */
export function roundForPrint(value: Rational | NoValue, grid: PrintGrid): Printed {
  if (value === "nil") return { kind: "nil", text: "", sign: 0, value: undefined };
  if (value === "not-meaningful") return { kind: "not-meaningful", text: NOT_MEANINGFUL, sign: 0, value: undefined };
  const rounded = round(scaled(value, grid.scale), grid.quantum, grid.rounding);
  const printed = scaled(rounded, -grid.scale);
  if (sign(rounded) === 0) return { kind: "dash", text: DASH, sign: sign(value), value: printed };
  return { kind: "number", text: withPlaces(rounded, placesOf(grid.quantum)), sign: sign(value), value: printed };
}

const scaled = (value: Rational, scale: number): Rational =>
  scale >= 0 ? divide(value, rational(tenTo(scale))) : divide(value, rational(1n, tenTo(-scale)));

/** How many decimals the grid needs: 0.5 has one, 5 has none. */
const placesOf = (quantum: Rational): number => format(quantum).split(".")[1]?.length ?? 0;

function withPlaces(value: Rational, places: number): string {
  const [integer = "", fraction = ""] = format(value).split(".");
  return places === 0 ? integer : `${integer}.${fraction.padEnd(places, "0")}`;
}

/** The grids that company-wide habits ask for; a table may print on others. */
export function usualGrid(unit: FactUnit, rounding: RoundingMode): PrintGrid {
  const tenth = rational(1n, 10n);
  switch (unit) {
    case "money":
      return { quantum: tenth, scale: 6, rounding };
    case "shares":
      return { quantum: tenth, scale: 6, rounding };
    case "per-share":
      return { quantum: rational(1n, 100n), scale: 0, rounding };
    case "ratio":
    case "points":
      return { quantum: ONE, scale: -2, rounding };
    case "basis-points":
      return { quantum: rational(10n), scale: 0, rounding };
    case "count":
      return { quantum: ONE, scale: 0, rounding };
  }
}

/** What a rate of growth is printed from (D5): the amounts as they are, or as they stand in the table beside it. */
export interface GrowthPrint {
  readonly basis: "unrounded" | "displayed";
  /** How the amounts are printed; read where the basis is "displayed". */
  readonly amounts: PrintGrid;
  /** How the rate is printed. */
  readonly rate: PrintGrid;
  /** A larger growth is not meaningful. */
  readonly cap?: Rational | undefined;
}

/** A rate of growth as it is printed: V3 and MEA-01 with the policy of REG-61. */
export function growthForPrint(current: Rational | NoValue, base: Rational | NoValue, how: GrowthPrint): Printed {
  const seen = (value: Rational | NoValue): Rational | NoValue =>
    how.basis === "displayed" ? (roundForPrint(value, how.amounts).value ?? value) : value;
  return roundForPrint(growthValue(seen(current), seen(base), how.cap), how.rate);
}

function growthValue(
  current: Rational | NoValue,
  base: Rational | NoValue,
  cap: Rational | undefined,
): Rational | NoValue {
  if (current === "nil" && base === "nil") return "nil";
  if (typeof base === "string" || current === "not-meaningful" || sign(base) <= 0) return "not-meaningful";
  const now = current === "nil" ? rational(0n) : current;
  if (sign(now) < 0) return "not-meaningful";
  const value = subtract(divide(now, base), ONE);
  return cap !== undefined && sign(subtract(absolute(value), cap)) > 0 ? "not-meaningful" : value;
}

/** A margin or another rate of two amounts as it is printed; over zero or less it is not meaningful. */
export function rateForPrint(above: Rational | NoValue, below: Rational | NoValue, how: GrowthPrint): Printed {
  const seen = (value: Rational | NoValue): Rational | NoValue =>
    how.basis === "displayed" ? (roundForPrint(value, how.amounts).value ?? value) : value;
  const [a, b] = [seen(above), seen(below)];
  if (a === "nil" || b === "nil") return roundForPrint("nil", how.rate);
  if (typeof a === "string" || typeof b === "string" || sign(b) <= 0) return roundForPrint("not-meaningful", how.rate);
  return roundForPrint(divide(a, b), how.rate);
}
