import { format } from "../../exact/decimal.ts";
import type { Interval } from "../../exact/interval.ts";
import { compare, divide, equal, multiply, type Rational, rational, tenTo, whole } from "../../exact/rational.ts";
import { round } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";

/** Amounts in the words of a figure's own print: in its scale, with its grouping, a place or two finer where needed. */
export interface Print {
  readonly factor: Rational;
  readonly places: number;
  /** Behind a number: "%", " bp", or nothing. */
  readonly sign: string;
  /** Said once: "USD millions", "per share"; empty where there is nothing to say. */
  readonly unit: string;
}

export function printOf(figure: Figure): Print {
  const { token } = figure;
  const places = token.kind === "number" ? token.places : 0;
  const measured = figure.measured!;
  const factor = multiply(measured.quantum, whole(tenTo(places)));
  const sign =
    figure.kind === "percent"
      ? "%"
      : figure.kind === "percentage-points"
        ? " points"
        : figure.kind === "basis-points"
          ? " bp"
          : "";
  return { factor, places, sign, unit: unitOf(figure, factor) };
}

const SCALES: readonly (readonly [bigint, string])[] = [
  [1_000_000_000_000n, "trillions"],
  [1_000_000_000n, "billions"],
  [1_000_000n, "millions"],
  [1_000n, "thousands"],
];

function unitOf(figure: Figure, factor: Rational): string {
  const { unit } = figure.measured!;
  if (unit === "ratio" || unit === "bp") return "";
  const scale = SCALES.find(([n]) => compare(factor, whole(n)) === 0)?.[1];
  return scale === undefined ? unit : `${unit} ${scale}`;
}

const finestOf = (print: Print): Rational => rational(1n, tenTo(print.places + 2));

/** A value in the print's scale: exact where two more places suffice, else rounded to them. */
export function worded(value: Rational, print: Print): string {
  const inPrint = round(divide(value, print.factor), finestOf(print), "halfExpand");
  const text = format(inPrint);
  const [head, tail = ""] = text.split(".") as [string, string?];
  const grouped = head.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const kept = tail.length >= print.places ? tail : tail.padEnd(print.places, "0");
  return `${grouped}${kept === "" ? "" : `.${kept}`}${print.sign}`;
}

export function wordedRange({ low, high }: Interval, print: Print): string {
  if (low === null && high === null) return "anything";
  if (low === null) return `at most ${worded(high!.at, print)}`;
  if (high === null) return `at least ${worded(low.at, print)}`;
  if (equal(low.at, high.at)) return worded(low.at, print);
  return `${worded(low.at, print)} to ${worded(high.at, print)}`;
}
