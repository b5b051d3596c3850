import type { Interval } from "../../exact/interval.ts";
import type { Rational } from "../../exact/rational.ts";
import type { FindingCode, Severity } from "../../finding.ts";

/**
 * A statement about printed figures that can be tested. Figures are named by their index in the list of figures. Operands
 * come in reading order and the result last.
 */
export interface Relation {
  /** "T01" to "T64": the catalogue of the tie-out. */
  readonly rule: string;
  /** "footing", "cross-footing", "growth", "change", "mix", "margin", "per-share", "equality", ... */
  readonly kind: string;
  /** In words and in the author's own labels: "Americas + Europe + Asia/Pacific = Total". */
  readonly text: string;
  readonly form: Form;
  /** What makes it believable, apart from whether it holds. */
  readonly strength: "strong" | "fair" | "weak";
  /** In words: "the label, a rule above and three other columns". */
  readonly evidence: string;
  /** The same evidence in bits, for ordering; higher is better. */
  readonly bits: number;
  /**
   * How many grid steps of the result beyond what is attainable are customary (forced footing, plugs to 100 %): up to there a
   * break is a warning, never an error.
   */
  readonly allowance: number;
  /** There where a note below its table says that amounts may not add up: that it holds by rounding alone is then no slip. */
  readonly excused?: true;
  /** There where a person has added it, with a name to it: it is then never too weak to be an error. */
  readonly byHand?: true;
}

/** `times` is exact; a figure may stand in several terms. */
export interface Term {
  readonly figure: number;
  readonly times: Rational;
}

/**
 * sum:      result = sum of terms + plus
 * quotient: result = (sum of numerator) / (sum of denominator) + plus, times `times` (growth: plus -1; basis points: times 10000)
 * equal:    two prints of one fact, perhaps on different grids
 * said:     what the relation's own file decided, because no arithmetic does: a weekday, a phone in two forms, a replay window
 */
export type Form =
  | { readonly kind: "sum"; readonly terms: readonly Term[]; readonly result: number }
  | {
      readonly kind: "quotient";
      readonly numerator: readonly Term[];
      readonly denominator: readonly Term[];
      readonly plus: Rational;
      readonly times: Rational;
      readonly result: number;
    }
  | { readonly kind: "equal"; readonly left: number; readonly right: number }
  | Said;

/** `trouble` is there where something must be said. */
export interface Said {
  readonly kind: "said";
  /**
   * Tokens of any kind, in reading order; where the verdict is unattainable the likeliest culprit is the last. Names, titles and
   * what is missing have no token: then there are none, and only the trouble is reported.
   */
  readonly figures: readonly number[];
  readonly verdict: Verdict;
  readonly trouble: Trouble | undefined;
  /**
   * There where the relation is arithmetic after all, but with figures of other documents among its operands, or of a shape that
   * no other form has (a weighed mean, a number of shares in common): what the operands say the last figure is, or that number,
   * and what the relation leaves for each of its figures when the figure's own print is set aside.
   */
  readonly computed?: { readonly point: Rational | undefined; readonly interval: Interval };
  readonly implied?: ReadonlyMap<number, Interval>;
}

/** A finding, but for the names of its figures. */
export interface Trouble {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  /** Code units of the source that the message means, where it is not the last of the figures. */
  readonly at?: { readonly start: number; readonly end: number };
}

export type Verdict = "forced" | "consistent" | "attainable" | "unattainable" | "unverifiable";

/** The figures of a relation by their index, each once: operands in reading order, the result last. */
export function namedBy(form: Form): readonly number[] {
  if (form.kind === "equal") return [form.left, form.right];
  if (form.kind === "said") return form.figures;
  const terms = form.kind === "sum" ? form.terms : [...form.numerator, ...form.denominator];
  const operands = new Set(terms.map((term) => term.figure));
  operands.delete(form.result);
  return [...[...operands].sort((a, b) => a - b), form.result];
}
