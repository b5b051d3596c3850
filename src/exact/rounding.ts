import type { Interval } from "./interval.ts";
import {
  absolute,
  add,
  compare,
  divide,
  floor,
  multiply,
  negate,
  type Rational,
  sign,
  subtract,
  whole,
} from "./rational.ts";

/** The rounding modes by their `Intl.NumberFormat` names. */
export type RoundingMode =
  | "ceil"
  | "floor"
  | "expand"
  | "trunc"
  | "halfCeil"
  | "halfFloor"
  | "halfExpand"
  | "halfTrunc"
  | "halfEven";

const HALF: Rational = { n: 1n, d: 2n };

/** `value` rounded to the nearest point of the grid 0, ±quantum, ±2·quantum, ... ; the quantum is above zero. */
export function round(value: Rational, quantum: Rational, mode: RoundingMode): Rational {
  const steps = divide(value, quantum);
  return multiply(whole(roundToWhole(steps, mode)), quantum);
}

function roundToWhole(x: Rational, mode: RoundingMode): bigint {
  const down = floor(x);
  const rest = subtract(x, whole(down));
  if (rest.n === 0n) return down;
  const up = down + 1n;
  const negative = sign(x) < 0;
  switch (mode) {
    case "floor":
      return down;
    case "ceil":
      return up;
    case "trunc":
      return negative ? up : down;
    case "expand":
      return negative ? down : up;
    default: {
      const half = compare(rest, HALF);
      if (half !== 0) return half < 0 ? down : up;
      return tie(mode, negative, down, up);
    }
  }
}

function tie(mode: RoundingMode, negative: boolean, down: bigint, up: bigint): bigint {
  switch (mode) {
    case "halfCeil":
      return up;
    case "halfFloor":
      return down;
    case "halfTrunc":
      return negative ? up : down;
    case "halfEven":
      return down % 2n === 0n ? down : up;
    default:
      return negative ? down : up;
  }
}

/**
 * Every amount that prints as `printed` on the grid of `quantum` (domain TIE-01). Both ends are always there; each is open or
 * closed as the mode has it. `printed` is a point of the grid.
 */
export function printedInterval(printed: Rational, quantum: Rational, mode: RoundingMode): Interval {
  const half = multiply(quantum, HALF);
  const ends = (low: Rational, lowOpen: boolean, high: Rational, highOpen: boolean): Interval => ({
    low: { at: low, open: lowOpen },
    high: { at: high, open: highOpen },
  });
  const around = (lowOpen: boolean, highOpen: boolean): Interval =>
    ends(subtract(printed, half), lowOpen, add(printed, half), highOpen);
  const s = sign(printed);
  switch (mode) {
    case "floor":
      return ends(printed, false, add(printed, quantum), true);
    case "ceil":
      return ends(subtract(printed, quantum), true, printed, false);
    case "trunc":
      if (s === 0) return ends(negate(quantum), true, quantum, true);
      return s > 0
        ? ends(printed, false, add(printed, quantum), true)
        : ends(subtract(printed, quantum), true, printed, false);
    case "expand":
      if (s === 0) return ends(printed, false, printed, false);
      return s > 0
        ? ends(subtract(printed, quantum), true, printed, false)
        : ends(printed, false, add(printed, quantum), true);
    case "halfCeil":
      return around(false, true);
    case "halfFloor":
      return around(true, false);
    case "halfTrunc":
      return s === 0 ? around(false, false) : s > 0 ? around(true, false) : around(false, true);
    case "halfEven": {
      const odd = floor(divide(absolute(printed), quantum)) % 2n !== 0n;
      return around(odd, odd);
    }
    default:
      return s === 0 ? around(true, true) : s > 0 ? around(false, true) : around(true, false);
  }
}
