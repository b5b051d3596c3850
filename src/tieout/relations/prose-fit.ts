import { machineInteger } from "../../exact/integer.ts";
import {
  absolute,
  compare,
  divide,
  floor,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  tenTo,
  whole,
  ZERO,
} from "../../exact/rational.ts";
import { round } from "../../exact/rounding.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import { bitsOf } from "./bits.ts";
import { type Form, namedBy, type Term } from "./relation.ts";
import { isSlip } from "./slip.ts";

const MINUS_ONE = rational(-1n);
const BASIS_POINTS = rational(10000n);

export const term = (figure: number, times: Rational = ONE): Term => ({ figure, times });

/**
 * That two figures print one amount. Where their signs differ, words on one side stand for the sign of the other ("a net loss
 * of 4.1" beside a row "Net loss" of 4.1), and sizes are compared.
 */
export function sameAmount(figures: readonly Figure[], left: number, right: number): Form {
  const a = figures[left]!.measured!.value;
  const b = figures[right]!.measured!.value;
  if (a.n < 0n === b.n < 0n) return { kind: "equal", left, right };
  // The coarser print is the result, which the finer one gives: the other way round it would only be attainable.
  const isCoarser = compare(figures[left]!.measured!.quantum, figures[right]!.measured!.quantum) > 0;
  const [from, to] = isCoarser ? [right, left] : [left, right];
  return { kind: "sum", terms: [term(from, MINUS_ONE)], result: to };
}

/** growth = current / prior - 1, or what the words of direction make of it: a decrease is printed without a sign. */
export function growthForm(
  current: number,
  prior: number,
  result: number,
  figures: readonly Figure[],
  direction: -1 | 0 | 1,
): Form {
  const falls = direction < 0 && figures[result]!.measured!.value.n >= 0n;
  return {
    kind: "quotient",
    numerator: [term(current)],
    denominator: [term(prior)],
    plus: MINUS_ONE,
    times: falls ? MINUS_ONE : ONE,
    result,
  };
}

/** change = current - prior, turned where the words say a decrease. */
export function changeForm(current: number, prior: number, result: number, direction: -1 | 0 | 1): Form {
  const by = direction < 0 ? MINUS_ONE : ONE;
  return { kind: "sum", terms: [term(current, by), term(prior, negate(by))], result };
}

/** basis points (or percentage points) = level - prior level. */
export function pointsForm(
  current: number,
  prior: number,
  result: number,
  figures: readonly Figure[],
  direction: -1 | 0 | 1,
): Form {
  const by = figures[result]!.kind === "basis-points" ? BASIS_POINTS : ONE;
  const times = direction < 0 ? negate(by) : by;
  return { kind: "sum", terms: [term(current, times), term(prior, negate(times))], result };
}

/** Whether the form can hold at all. */
export function fits(form: Form, figures: readonly Figure[]): boolean {
  const { verdict } = judge(form, figures);
  return verdict !== "unattainable" && verdict !== "unverifiable";
}

/**
 * Whether the form can hold once the figure's trailing zeros are taken for rounding: "approximately $923,000", or three zeros and
 * more without a word ("$1,250,000").
 */
export function fitsCoarse(form: Form, figure: number, figures: readonly Figure[]): boolean {
  const f = figures[figure]!;
  const measured = f.measured!;
  const steps = divide(absolute(measured.value), measured.quantum).n;
  let zeros = 0;
  for (let rest = steps; rest > 0n && rest % 10n === 0n; rest /= 10n) zeros++;
  if (zeros === 0 || (zeros < 3 && measured.hedge === undefined)) return false;
  const coarse: Figure = { ...f, measured: { ...measured, quantum: multiply(measured.quantum, whole(tenTo(zeros))) } };
  const some: Figure[] = [];
  for (const i of namedBy(form)) some[i] = i === figure ? coarse : figures[i]!;
  return fits(form, some);
}

/** Whether two figures print the same digits: then a scale that was read wrong is likelier than an error. */
export const sameDigits = (a: Figure, b: Figure): boolean => digitsOf(a.text) === digitsOf(b.text);

/** The digits without the zeros at either end. */
function digitsOf(text: string): string {
  const digits = text.replace(/[^0-9]/g, "");
  let to = digits.length;
  let from = 0;
  while (from < to && digits[from] === "0") from++;
  while (to > from && digits[to - 1] === "0") to--;
  return digits.slice(from, to);
}

/** Fewer steps than this a slip explains too easily. */
const LEAST_STEPS = 100;

/** Whether a figure is printed on so many steps that a slip in it would be told from chance. */
export function hasSteps({ measured }: Figure, least: number = LEAST_STEPS): boolean {
  const printed = machineInteger(floor(divide(absolute(measured!.value), measured!.quantum)));
  return printed !== undefined && printed >= least;
}

/** Whether one slip of a hand leads from what the form asks of the figure to what is printed, on three digits or more. */
export function isSlipped(
  form: Form,
  figure: number,
  figures: readonly Figure[],
  least: number = LEAST_STEPS,
): boolean {
  const { value, quantum } = figures[figure]!.measured!;
  const printed = machineInteger(floor(divide(absolute(value), quantum)));
  const meant = meantBy(form, figure, figures);
  if (printed === undefined || printed < least || meant === undefined) return false;
  const due = machineInteger(round(divide(absolute(meant), quantum), ONE, "halfExpand").n);
  return due !== undefined && isSlip(printed, due);
}

function meantBy(form: Form, figure: number, figures: readonly Figure[]): Rational | undefined {
  if (form.kind === "equal") return figures[form.left === figure ? form.right : form.left]!.measured!.value;
  if (form.kind === "sum" && form.terms.length === 1)
    return figures[form.result === figure ? form.terms[0]!.figure : form.result]!.measured!.value;
  return judge(form, figures).computed.point;
}

/** The bits that the digits of a print carry: what chance there is to meet it by accident. */
export function bitsOfPrint(figure: Figure): number {
  const { value, quantum } = figure.measured!;
  const steps = (value.n * quantum.d) / (value.d * quantum.n);
  let rest = steps < 0n ? -steps : steps;
  let zeros = 0;
  while (rest > 0n && rest % 10n === 0n) {
    rest /= 10n;
    zeros++;
  }
  const size = machineInteger(rest);
  // Trailing zeros may be a habit of rounding: they carry half of what other digits do.
  return size === undefined ? 53 : size === 0 ? 0 : bitsOf(size) + 1.6 * zeros;
}

export const isZero = (figure: Figure): boolean => figure.measured!.value.n === ZERO.n;

/** The size of a figure, only for finding what exact arithmetic then decides; undefined beyond exact integers. */
export function sizeOf({ n, d }: Rational): number | undefined {
  const over = machineInteger(n < 0n ? -n : n);
  const under = machineInteger(d);
  return over === undefined || under === undefined ? undefined : over / under;
}
