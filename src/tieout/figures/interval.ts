import { between, type End, type Interval } from "../../exact/interval.ts";
import { absolute, add, decimal, divide, multiply, negate, type Rational, subtract } from "../../exact/rational.ts";
import { printedInterval, type RoundingMode } from "../../exact/rounding.ts";
import type { Hedge } from "../lex/token.ts";
import type { Figure, Measured } from "./figure.ts";

const closed = (at: Rational): End => ({ at, open: false });
const open = (at: Rational): End => ({ at, open: true });

/**
 * Every amount that the figure's print stands for, its hedge words included (domain TIE-01 and TIE-03). Words of size ("more
 * than") speak of the magnitude: "a loss of more than $5 million" lies below -5 million. The figure is a measurement.
 */
export function intervalOf(figure: Figure, mode: RoundingMode): Interval {
  const measured = figure.measured!;
  const { value, quantum, hedge } = measured;
  if (hedge === undefined) return printedInterval(value, quantum, mode);
  if (value.n >= 0n) return hedged(value, hedge, figure, measured);
  const size = hedged(negate(value), hedge, figure, measured);
  return { low: mirrored(size.high), high: mirrored(size.low) };
}

const mirrored = (end: End | null): End | null => (end === null ? null : { at: negate(end.at), open: end.open });

function hedged(size: Rational, hedge: Hedge, figure: Figure, { quantum }: Measured): Interval {
  switch (hedge.kind) {
    case "about":
      return { low: closed(subtract(size, quantum)), high: closed(add(size, quantum)) };
    case "more-than":
      return { low: open(size), high: open(add(size, lastDigit(size, quantum))) };
    case "nearly":
      return { low: closed(subtract(size, lastDigit(size, quantum))), high: open(size) };
    case "at-least":
      return { low: closed(size), high: null };
    case "at-most":
      return { low: null, high: closed(size) };
    case "less-than":
      return { low: null, high: open(size) };
    case "plus-or-minus": {
      const half = spreadOf(size, hedge, figure, quantum);
      return (
        between(closed(subtract(size, half)), closed(add(size, half))) ?? { low: closed(size), high: closed(size) }
      );
    }
  }
}

/** The place of the last digit that is not zero: 100 in 6,100. */
function lastDigit(size: Rational, quantum: Rational): Rational {
  let steps = divide(size, quantum).n;
  if (steps === 0n) return quantum;
  let step = quantum;
  const ten: Rational = { n: 10n, d: 1n };
  while (steps % 10n === 0n) {
    steps /= 10n;
    step = multiply(step, ten);
  }
  return step;
}

/** The half-width of "d plus or minus x": x percent of d, x points of a percentage, or x in d's own units or in its own scale. */
function spreadOf(size: Rational, hedge: Hedge, figure: Figure, quantum: Rational): Rational {
  const { spread } = hedge;
  if (spread === undefined) return quantum;
  const printed = decimal(spread.digits, -spread.places);
  const { token } = figure;
  const places = token.kind === "number" ? token.places : 0;
  const unit = multiply(quantum, decimal(1n, places));
  if (spread.percent && figure.kind !== "percent" && figure.kind !== "percentage-points")
    return multiply(absolute(size), decimal(spread.digits, -spread.places - 2));
  if (spread.scale > 0) return multiply(printed, decimal(1n, spread.scale));
  return multiply(printed, unit);
}
