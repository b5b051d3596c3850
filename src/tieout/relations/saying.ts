import type { Interval } from "../../exact/interval.ts";
import type { Relation, Said, Trouble, Verdict } from "./relation.ts";

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

/** It is so, and something must be said of it all the same. */
export const noted = (saying: Saying, trouble: Trouble): Relation => relation(saying, "consistent", trouble);

/** It cannot be so. */
export const broken = (saying: Saying, trouble: Trouble): Relation => relation(saying, "unattainable", trouble);

/** It may be so, and deserves a look. */
export const doubtful = (saying: Saying, trouble: Trouble): Relation => relation(saying, "attainable", trouble);

/** What arithmetic says that no form has: the verdict, what is computed, and what is left for each figure. */
export interface Reckoning {
  readonly verdict: Verdict;
  readonly computed: NonNullable<Said["computed"]>;
  readonly implied?: ReadonlyMap<number, Interval>;
}

/** It was reckoned by the relation's own arithmetic. */
export function reckoned(saying: Saying, reckoning: Reckoning, trouble?: Trouble): Relation {
  const made = relation(saying, reckoning.verdict, trouble);
  const { computed, implied } = reckoning;
  const form = { ...(made.form as Said), computed, ...(implied === undefined ? {} : { implied }) };
  return { ...made, form };
}

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
