import type { BooksFinding } from "../books/books-finding.ts";
import { format } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import type { BoundFigure, PrintForm } from "../release/release.ts";
import type { PrintedRelease, Range } from "./output.ts";

/** One figure recomputed from its unrounded fact, beside what an output prints. */
export interface ProofLine {
  readonly figure: string;
  readonly measure: string;
  readonly period: string;
  readonly output: string;
  /** The unrounded fact, exact. */
  readonly value: string;
  readonly expected: string;
  readonly printed: string;
  readonly equal: boolean;
}

export interface BookProof {
  readonly lines: readonly ProofLine[];
  readonly findings: readonly BooksFinding[];
}

/**
 * The book proof: what each output prints, cut out of its text again, must be the digits that the unrounded fact rounds to, once and by the company's
 * policy (domain D3). The digits are worked out here in whole steps of the grid, by other means than those that printed them.
 */
export function bookProof(outputs: readonly PrintedRelease[]): BookProof {
  const lines: ProofLine[] = [];
  const findings: BooksFinding[] = [];
  for (const output of outputs)
    for (const [id, figure] of output.bound) {
      const ranges = output.figures.get(id) ?? [];
      if (ranges.length === 0) findings.push(notPrinted(figure, output.name));
      for (const range of ranges) {
        const line = proved(output, figure, range);
        if (line === undefined) continue;
        lines.push(line);
        if (!line.equal) findings.push(notEqual(figure, line));
      }
    }
  return { lines, findings };
}

/** Undefined for what has no digits: a dash and NM say that there is no number, number words are read by people. */
function proved(output: PrintedRelease, figure: BoundFigure, { start, end }: Range): ProofLine | undefined {
  const { fact, form } = figure;
  if (typeof fact.value === "string" || form.words) return undefined;
  const expected = digitsOf(fact.value, form);
  const printed = output.text.slice(start, end);
  if (/^0*(?:\.0*)?$/.test(expected) && !/\d/.test(printed)) return undefined;
  const isBelow = fact.value.n < 0n && !/^[0.,]*$/.test(expected);
  const equal = printed === expected && (form.absolute || isBelow === hasSign(output.text, start, end));
  const { measure, period } = fact;
  return {
    figure: figure.id,
    measure,
    period,
    output: output.name,
    value: format(fact.value),
    expected: `${isBelow && !form.absolute ? "-" : ""}${expected}`,
    printed,
    equal,
  };
}

/** The digits of the fact's size on the grid of the form, grouped by thousands. */
function digitsOf(value: Rational, { quantum, scale, rounding }: PrintForm): string {
  const size = value.n < 0n ? -value.n : value.n;
  // value / 10^scale / quantum, as one fraction: its whole part are the steps, the rest decides the rounding.
  const up = 10n ** BigInt(Math.max(0, -scale));
  const down = 10n ** BigInt(Math.max(0, scale));
  const above = size * up * quantum.d;
  const below = value.d * down * quantum.n;
  let steps = above / below;
  const twice = 2n * (above - steps * below);
  if (rounding === "halfExpand" && twice >= below) steps += 1n;
  if (rounding === "halfEven" && (twice > below || (twice === below && steps % 2n === 1n))) steps += 1n;
  return inDigits(steps, quantum);
}

function inDigits(steps: bigint, quantum: Rational): string {
  let places = 0;
  while ((10n ** BigInt(places) * quantum.n) % quantum.d !== 0n) places++;
  const scaled = (steps * quantum.n * 10n ** BigInt(places)) / quantum.d;
  const digits = scaled.toString().padStart(places + 1, "0");
  const [integer, fraction] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const groups: string[] = [];
  for (let end = integer.length; end > 0; end -= 3) groups.unshift(integer.slice(Math.max(0, end - 3), end));
  return places === 0 ? groups.join(",") : `${groups.join(",")}.${fraction}`;
}

/** Whether a minus or an opening bracket stands before the digits, with at most a currency sign, markup and blanks between. */
function hasSign(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 400), start).replace(/<[^>]*>/g, "");
  if (/[-\u2212]\s*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})?\s*$/.test(before)) return true;
  if (!/\(\s*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})?\s*$/.test(before)) return false;
  return /^\s*(?:%|percent|million|billion|thousand)?\s*\)/.test(text.slice(end, end + 400).replace(/<[^>]*>/g, ""));
}

const notPrinted = ({ fact, place, id }: BoundFigure, output: string): BooksFinding => ({
  code: "figure-not-printed",
  about: "books",
  severity: "error",
  message: `${output} does not print ${fact.measure} of ${fact.period} (${id}), which the release binds here.`,
  remedy: "This is a mistake of Tickmark's own; please report it.",
  places: [place],
});

const notEqual = ({ place }: BoundFigure, line: ProofLine): BooksFinding => ({
  code: "print-differs-from-books",
  about: "books",
  severity: "error",
  message: `${line.output} prints ${line.printed} for ${line.measure} of ${line.period}; from the books it is ${line.value}, which prints as ${line.expected}.`,
  remedy: "Do not send this output out. This is a mistake of Tickmark's own; please report it.",
  places: [place],
});
