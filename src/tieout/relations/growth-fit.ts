import { divide, floor, ONE, rational, subtract } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { judge } from "../prove/verdict.ts";
import type { Fact } from "./fact-row.ts";
import type { Form, Relation } from "./relation.ts";

/** A printed growth rate held against two amounts of its table. */
export interface GrowthTest {
  readonly result: Fact;
  readonly current: Fact;
  readonly base: Fact;
  readonly holds: boolean;
  /** What it says for its row, in bits; `FAILS` where it cannot hold. */
  readonly bits: number;
}

/** What a row that is one of growth is called. */
export const GROWTH: RegExp = /\b(?:growth|change|increase|decrease|yoy)\b/;
export const FAILS = -8;
const STRONG = 14;
const MOST_BITS = 12;
const MINUS_ONE = rational(-1n);

const formOf = ({ result, current, base }: Pick<GrowthTest, "result" | "current" | "base">): Form => ({
  kind: "quotient",
  numerator: [{ figure: current.figure, times: ONE }],
  denominator: [{ figure: base.figure, times: ONE }],
  plus: MINUS_ONE,
  times: ONE,
  result: result.figure,
});

/** Undefined where nothing can be said. A base that may be nothing, or is below it, says nothing that all houses agree on. */
export function growthTest(
  result: Fact,
  current: Fact,
  base: Fact,
  figures: readonly Figure[],
): GrowthTest | undefined {
  if (figures[base.figure]!.measured!.value.n <= 0n) return undefined;
  const named = { result, current, base };
  const { verdict, computed } = judge(formOf(named), figures);
  if (verdict === "unverifiable") return undefined;
  if (verdict === "unattainable") return { ...named, holds: false, bits: FAILS };
  const { low, high } = computed.interval;
  if (low === null || high === null) return undefined;
  const wide = floor(divide(subtract(high.at, low.at), figures[result.figure]!.measured!.quantum));
  const bits = Math.max(0, result.bits + 1 - (wide === 0n ? 0 : wide.toString(2).length));
  return { ...named, holds: true, bits: Math.min(MOST_BITS, bits) };
}

/** The tests as relations, each believed for what the others say; `others` counts those that hold and say something. */
export function growthRelations<T extends GrowthTest>(
  tests: readonly T[],
  score: number,
  words: (test: T, others: number) => Pick<Relation, "text" | "evidence">,
): readonly Relation[] {
  const holding = tests.filter((t) => t.holds && t.bits > 0).length;
  return tests.map((t): Relation => {
    const others = holding - (t.holds && t.bits > 0 ? 1 : 0);
    const strong = others >= 2 && score - t.bits >= STRONG;
    const { text, evidence } = words(t, others);
    return {
      rule: "T06",
      kind: "growth",
      text,
      form: formOf(t),
      strength: strong ? "strong" : t.holds || others < 2 ? "weak" : "fair",
      evidence,
      bits: score,
      allowance: 1,
    };
  });
}
