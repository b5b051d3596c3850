import { equal } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { Relation } from "./relation.ts";
import { noted } from "./saying.ts";

/**
 * One fact printed alike in two sentences, "approximately" before it in only one of them (T28): whoever knows the amount need not
 * hedge it, and whoever does not should not drop the hedge. Undefined where both agree, or the fact is not believed to be one.
 */
export function hedgeDiffers({ form, strength, text }: Relation, figures: readonly Figure[]): Relation | undefined {
  if (strength === "weak" || form.kind !== "equal") return undefined;
  const left = figures[form.left]!;
  const right = figures[form.right]!;
  const [a, b] = [left.measured!, right.measured!];
  if (isAbout(left) === isAbout(right) || !equal(a.value, b.value) || !equal(a.quantum, b.quantum)) return undefined;
  // Other words than these say which way the amount lies, and are tested by arithmetic.
  if ((a.hedge ?? b.hedge)?.kind !== "about" || (a.hedge !== undefined && b.hedge !== undefined)) return undefined;
  const [plain, hedged] = isAbout(left) ? [form.right, form.left] : [form.left, form.right];
  return noted(
    {
      rule: "T28",
      kind: "hedge",
      text: `${text}: ${left.text} in both sentences, hedged in one`,
      evidence: "one measure, one period, one print",
      strength: "weak",
      figures: [plain, hedged],
      culprit: plain,
    },
    {
      code: "hedge-differs",
      severity: "note",
      message: `${figures[plain]!.text} is printed without a word like "approximately" here, and with one in another sentence that says the same.`,
      remedy: "Hedge the amount in both sentences or in neither.",
    },
  );
}

const isAbout = ({ measured }: Figure): boolean => measured!.hedge?.kind === "about";
