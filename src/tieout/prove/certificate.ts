import { gap, type Interval, intersect, plus, point, times } from "../../exact/interval.ts";
import { multiply, type Rational, ZERO } from "../../exact/rational.ts";
import type { Multipliers } from "./feasible.ts";
import { sumOf } from "./system.ts";

/** What rows say when each is taken so many times and all are added up. */
export interface AddedUp {
  /** The sum that is left, by figure. */
  readonly sum: ReadonlyMap<number, Rational>;
  /** What the rows allow it to be. */
  readonly allowed: Interval;
  /** What the prints leave for it. */
  readonly left: Interval;
  /** Whether nothing is both: then the rows cannot all hold. */
  readonly contradicts: boolean;
  readonly apart: Rational;
}

/**
 * Adds rows up, each so many times. This is all that a conflict rests on, however it was found: it takes no solver, and by hand
 * it comes to the same.
 */
export function addUp(multipliers: Multipliers, boxOf: (figure: number) => Interval): AddedUp {
  const entries: (readonly [number, Rational])[] = [];
  let allowed = point(ZERO);
  for (const [row, k] of multipliers) {
    for (const [figure, t] of row.sum) entries.push([figure, multiply(t, k)]);
    allowed = plus(allowed, times(row.within, k));
  }
  const sum = sumOf(entries);
  let left = point(ZERO);
  for (const [figure, k] of sum) left = plus(left, times(boxOf(figure), k));
  return { sum, allowed, left, contradicts: intersect(allowed, left) === undefined, apart: gap(allowed, left) };
}
