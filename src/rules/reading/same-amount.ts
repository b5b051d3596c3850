import { absolute, compare } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";

/** Whether a figure prints the amount, whatever its sign: on the grid of that amount or on a finer one. */
export function isSameAmount({ measured }: Figure, { value, quantum, unit }: Measured): boolean {
  if (measured === undefined || measured.unit !== unit) return false;
  const [a, b] = [absolute(measured.value), absolute(value)];
  // All amounts of a release are asked so: to compare the difference it need not be in its lowest terms.
  const apart = a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
  return compare(absolute(apart), quantum) < 0;
}
