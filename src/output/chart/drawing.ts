import { divide, greatest, least, type Rational, rational, subtract, ZERO } from "../../exact/rational.ts";
import type { BoundFigure } from "../../release/release.ts";

/** A look that is told from others without its colour: colours count from 1, fills are plain, hatched, dotted, lined. */
export interface Look {
  readonly colour: number;
  readonly fill: "plain" | "hatched" | "dotted" | "lined";
}

export type Shape =
  | {
      readonly kind: "bar";
      readonly look: Look;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: "line"; readonly from: Point; readonly to: Point; readonly dashed: boolean }
  | DrawnText;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `at` is on the base line. */
export interface DrawnText {
  readonly kind: "text";
  readonly at: Point;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  readonly size: number;
  /** Read from below to above. */
  readonly turned: boolean;
  /** The figure that is printed; undefined of a label. */
  readonly figure: BoundFigure | undefined;
  /** Stands on a bar: its fill is cleared behind the text where it is not plain. */
  readonly on: Look | undefined;
}

/** A picture in units of its own, laid out before any format is thought of. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Whether every figure is printed in it. */
  readonly isWhole: boolean;
}

const FILLS: readonly Look["fill"][] = ["plain", "hatched", "dotted", "lined"];
export const COLOURS = 6;

/** The look of a series: up to twelve are told apart. */
export const lookOf = (series: number): Look => ({
  colour: (series % COLOURS) + 1,
  fill: FILLS[series % FILLS.length] ?? "plain",
});

/** The number behind a figure; what has none draws as nothing. */
export const amountOf = ({ fact }: BoundFigure): Rational => (typeof fact.value === "string" ? ZERO : fact.value);

/** Places amounts between the least and the greatest of them, zero always among them: from 0 to 1. */
export function scaleOf(amounts: readonly Rational[]): (amount: Rational) => number {
  const low = amounts.reduce(least, ZERO);
  const high = amounts.reduce(greatest, ZERO);
  const span = subtract(high, low);
  if (span.n === 0n) return () => 0;
  return (amount) => {
    const { n, d } = divide(subtract(amount, low), span);
    // A millionth of the picture is finer than any screen.
    return Number.parseInt(String((n * MILLION) / d), 10) / 1_000_000;
  };
}

const MILLION = 1_000_000n;
export const half = (amount: Rational): Rational => divide(amount, rational(2n));

export const SIZE = 12;
export const LEADING = 15;

/** What is printed of a figure in a picture: its text with the sign that a cell of a table would have. */
export const printOf = (figure: BoundFigure): string => {
  const { fact, form, text, from, to } = figure;
  return form.unit === "bare" && fact.unit === "ratio" && form.scale === -2 && to > from ? `${text}%` : text;
};
