import { absolute, compare, subtract } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";

/** Whether a figure prints the amount, whatever its sign: on the grid of that amount or on a finer one. */
export function isSameAmount({ measured }: Figure, { value, quantum, unit }: Measured): boolean {
  if (measured === undefined || measured.unit !== unit) return false;
  const apart = subtract(absolute(measured.value), absolute(value));
  return compare(absolute(apart), quantum) < 0;
}
