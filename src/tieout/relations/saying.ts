import type { Relation, Trouble, Verdict } from "./relation.ts";

/** What a relation rests on that no arithmetic decides. */
export interface Saying {
  readonly rule: string;
  readonly kind: string;
  readonly text: string;
  readonly evidence: string;
  /** Weak where the tokens named must not count as proved or refuted by it. */
  readonly strength?: Relation["strength"];
  /** Tokens in any order; those of something that has none are left out. */
  readonly figures: readonly (number | undefined)[];
  /** The likeliest culprit, which then comes last. */
  readonly culprit?: number | undefined;
}

const BITS = 10;

/** It is so. */
export const holding = (saying: Saying): Relation => relation(saying, "consistent", undefined);

/** It cannot be so. */
export const broken = (saying: Saying, trouble: Trouble): Relation => relation(saying, "unattainable", trouble);

/** It may be so, and deserves a look. */
export const doubtful = (saying: Saying, trouble: Trouble): Relation => relation(saying, "attainable", trouble);

function relation(saying: Saying, verdict: Verdict, trouble: Trouble | undefined): Relation {
  const { rule, kind, text, evidence, strength = "strong", culprit } = saying;
  const named = new Set(saying.figures.filter((f) => f !== undefined));
  if (culprit !== undefined) named.delete(culprit);
  const ordered = [...named].sort((a, b) => a - b);
  const figures = culprit === undefined ? ordered : [...ordered, culprit];
  return {
    rule,
    kind,
    text,
    form: { kind: "said", figures, verdict, trouble },
    strength,
    evidence,
    bits: BITS,
    allowance: 0,
  };
}
