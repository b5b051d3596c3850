import { absolute, isCloser } from "../../exact/rational.ts";
import type { Figure, Measured } from "../../tieout/figures/figure.ts";
import { judge } from "../../tieout/prove/verdict.ts";

/** Whether a figure prints the amount, whatever its sign: on the grid of that amount or on a finer one. */
export const isSameAmount = ({ measured }: Pick<Figure, "measured">, { value, quantum, unit }: Measured): boolean =>
  measured !== undefined && measured.unit === unit && isCloser(absolute(measured.value), absolute(value), quantum);

/** Whether no amount whatever prints as both do. */
export const isApart = (a: Figure, b: Figure): boolean =>
  judge({ kind: "equal", left: 0, right: 1 }, [a, b]).verdict === "unattainable";
