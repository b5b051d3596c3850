import { monthsOf } from "../../calendar/fiscal.ts";
import type { Period } from "../../calendar/period.ts";
import type { Figure } from "../figures/figure.ts";
import { plainDay } from "../relations/said-wording.ts";

/** "table 2, row 4", "paragraph 7". */
export const placeWords = ({ where }: Figure): string =>
  where.kind === "table" ? `table ${where.table}, row ${where.row}` : `paragraph ${where.paragraph}`;

/** "q3.htm (table 2, row 4)". */
export const sourceWords = (name: string, figure: Figure): string => `${name} (${placeWords(figure)})`;

/** "for the 3 months to September 30, 2006", "at September 30, 2006". */
export function periodWords(period: Period): string {
  if (period.start === undefined) return `at ${plainDay(period.end)}`;
  const months = monthsOf(period);
  return months === 0
    ? `from ${plainDay(period.start)} to ${plainDay(period.end)}`
    : `for the ${months === 1 ? "month" : `${months} months`} to ${plainDay(period.end)}`;
}

const SCALES: readonly (readonly [number, string])[] = [
  [12, "trillion"],
  [9, "billion"],
  [6, "million"],
  [3, "thousand"],
];

/** A figure as printed, with its sign, the words of its scale and a percent sign: "(14.8) million", "28%". */
export function printWords(figure: Figure): string {
  const { token, kind, measured } = figure;
  const negative = measured !== undefined && measured.value.n < 0n;
  const print = negative && !figure.text.startsWith("(") ? `(${figure.text})` : figure.text;
  if (kind === "percent") return `${print}%`;
  const step = measured?.quantum;
  if (token.kind !== "number" || step === undefined || kind !== "amount" || step.d !== 1n) return print;
  const power = step.n.toString().length - 1 + token.places;
  const scale = SCALES.find(([p]) => p === power)?.[1];
  return scale === undefined ? print : `${print} ${scale}`;
}
