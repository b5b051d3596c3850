import { absolute, add, isCloser, multiply, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { judge } from "../../tieout/prove/verdict.ts";

/** Whether a figure prints the amount, whatever its sign: on the grid of that amount or on a finer one. */
export const isSameAmount = ({ measured }: Pick<Figure, "measured">, { value, quantum, unit }: Measured): boolean =>
  measured !== undefined && measured.unit === unit && isCloser(absolute(measured.value), absolute(value), quantum);

/** Whether a printed amount is another one rounded as it is printed, whatever the sign of either, where that one may itself be off by so much. */
export const isRoundedTo = (exact: Rational, { value, quantum }: Measured, within: Rational = ZERO): boolean =>
  isCloser(absolute(exact), absolute(value), add(multiply(quantum, JUST_OVER_HALF), within));
const JUST_OVER_HALF = rational(51n, 100n);

/** Whether no amount whatever prints as both do. */
export const isApart = (a: Figure, b: Figure): boolean =>
  judge({ kind: "equal", left: 0, right: 1 }, [a, b]).verdict === "unattainable";
