import type { Interval } from "../../exact/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { impliedBy } from "../prove/implied.ts";
import { type Judgement, judge } from "../prove/verdict.ts";
import { type Form, namedBy, type Relation, type Trouble } from "../relations/relation.ts";

/** A figure of a relation across documents: of the checked document, where it has an index there, or of another. */
export interface Party {
  readonly figure: Figure;
  readonly index: number | undefined;
}

export interface Claim extends Pick<Relation, "rule" | "kind" | "text" | "strength" | "evidence" | "bits"> {
  /** Its figures are named by their place among the parties; the result is one of the checked document. */
  readonly form: Exclude<Form, { kind: "said" }>;
  readonly parties: readonly Party[];
}

export const judgeClaim = ({ form, parties }: Claim): Judgement =>
  judge(
    form,
    parties.map((p) => p.figure),
  );

/**
 * The claim as a relation of the checked document: it names that document's figures alone, and what the others leave for them
 * is worked out here, where the others are known.
 */
export function relationOf(claim: Claim, judgement: Judgement, trouble: Trouble | undefined): Relation {
  const { form, parties, ...said } = claim;
  const all = parties.map((p) => p.figure);
  const figures: number[] = [];
  const implied = new Map<number, Interval>();
  for (const k of namedBy(form)) {
    const { index } = parties[k]!;
    if (index === undefined) continue;
    figures.push(index);
    const left = impliedBy(form, k, all);
    if (left !== undefined) implied.set(index, left);
  }
  const result = figures.pop()!;
  const { verdict, computed } = judgement;
  return {
    rule: said.rule,
    kind: said.kind,
    text: said.text,
    form: { kind: "said", figures: [...figures.sort((a, b) => a - b), result], verdict, trouble, computed, implied },
    strength: said.strength,
    evidence: said.evidence,
    bits: said.bits,
    allowance: 0,
  };
}
