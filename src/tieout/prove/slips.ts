import { machineInteger } from "../../exact/integer.ts";
import { contains, type Interval, intersect } from "../../exact/interval.ts";
import { add, compare, divide, equal, multiply, negate, type Rational, subtract, whole } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form } from "../relations/relation.ts";
import { impliedBy } from "./implied.ts";

/** What may have been meant where `printed` (a whole number of steps) stands, if the hand slipped once. */
export function slipsOf(printed: number): readonly number[] {
  const digits = Math.abs(printed).toString();
  const sign = printed < 0 ? "-" : "";
  const texts = new Set<string>();
  for (let i = 0; i < digits.length; i++) {
    const before = digits.slice(0, i);
    const behind = digits.slice(i + 1);
    for (let d = 0; d <= 9; d++) {
      texts.add(before + d + behind);
      texts.add(before + d + digits.slice(i));
    }
    texts.add(before + behind);
    if (i + 1 < digits.length) texts.add(before + digits[i + 1]! + digits[i]! + digits.slice(i + 2));
  }
  for (let d = 0; d <= 9; d++) texts.add(digits + d);
  const found = [-printed];
  for (const text of texts) {
    const n = machineInteger(BigInt(`${sign}${text === "" ? "0" : text}`));
    if (n !== undefined && n !== printed) found.push(n);
  }
  return found;
}

/** Whether what the others ask of this figure is one slip away from what is printed, or stands elsewhere in its row. */
export function slipExplains(form: Form, index: number, figures: readonly Figure[], row: readonly number[]): boolean {
  const meant = impliedBy(form, index, figures);
  return meant !== undefined && isSlipOf(meant, index, figures, row);
}

/** Whether the print of a figure is one slip away from what is meant, or what is meant stands elsewhere in its row. */
export function isSlipOf(meant: Interval, index: number, figures: readonly Figure[], row: readonly number[]): boolean {
  const { value, quantum } = figures[index]!.measured!;
  if (row.some((other) => other !== index && isMeant(figures, other, index, meant))) return true;
  const steps = divide(value, quantum);
  if (row.some((other) => other !== index && isCopy(figures, other, index, steps))) return true;
  const printed = steps.d === 1n ? machineInteger(steps.n) : undefined;
  return printed !== undefined && slipsOf(printed).some((n) => meets(meant, multiply(whole(n), quantum), quantum));
}

function isMeant(figures: readonly Figure[], other: number, index: number, meant: Interval): boolean {
  const a = figures[other]!.measured;
  const b = figures[index]!.measured!;
  return a !== undefined && a.unit === b.unit && a.value.n !== 0n && contains(meant, a.value);
}

/** Figures of fewer digits stand twice in a row by chance. */
const LEAST_COPIED = whole(100n);

/** Whether the figure prints what another of its row prints, and may have been copied from there in the place of its own. */
function isCopy(figures: readonly Figure[], other: number, index: number, steps: Rational): boolean {
  const a = figures[other]!.measured;
  const b = figures[index]!.measured!;
  if (a === undefined || a.unit !== b.unit || !equal(a.value, b.value)) return false;
  return compare(steps.n < 0n ? negate(steps) : steps, LEAST_COPIED) >= 0;
}

/** Whether a print of this value may stand for something in the interval. */
function meets(meant: Interval, value: Rational, quantum: Rational): boolean {
  const half = divide(quantum, whole(2n));
  const print = { low: { at: subtract(value, half), open: false }, high: { at: add(value, half), open: false } };
  return intersect(meant, print) !== undefined;
}
