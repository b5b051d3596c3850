import type { Figure } from "../figures/figure.ts";
import type { ProseGroup } from "../meaning/prose-meaning.ts";
import { earlierCells, isAbove, isYearBefore, tiedRow } from "./prose-row.ts";
import type { RowIndex } from "./prose-rows.ts";
import type { Relation } from "./relation.ts";
import { doubtful, holding, type Saying } from "./saying.ts";
import type { WholeSentence } from "./sentence-atoms.ts";

/**
 * "Revenue rose to $371.2 million" (T30), where the sentence does not say from what: the row that prints the amount says what it
 * was a year before. What it is compared with is not said, so a break is a warning; that the word fits proves no digit.
 */
export function directionsByRow(
  groups: readonly ProseGroup[],
  sentences: readonly WholeSentence[],
  index: RowIndex,
  figures: readonly Figure[],
): readonly Relation[] {
  const elsewhere = comparedOtherwise(sentences);
  return groups.flatMap((group) => {
    const now = group.readings.find((r) => r.role === "current");
    const lead = now?.lead;
    if ((lead !== "more" && lead !== "less") || elsewhere.has(now!.figure)) return [];
    if (
      now!.back === "quarter" ||
      group.readings.some((r) => r.role === "prior" || r.back === "quarter" || r.back === "year-end")
    )
      return [];
    const tied = tiedRow(group, index, figures);
    const { current, row } = tied?.hypothesis ?? {};
    if (tied === undefined || current?.period?.start === undefined) return [];
    const then = earlierCells(tied).find((c) => isYearBefore(c.period, current.period!));
    if (then === undefined) return [];
    const [a, b] = [figures[current.figure]!, figures[then.figure]!];
    const [rises, falls] = [isAbove(a, b), isAbove(b, a)];
    if (!rises && !falls) return [];
    const saying: Saying = {
      rule: "T30",
      kind: "direction",
      text: `${row!.label} went ${lead === "more" ? "up" : "down"} to ${figures[tied.reading.figure]!.text} (table ${row!.table})`,
      evidence: "a word of direction before the amount, and the row that prints it",
      strength: "weak",
      figures: [then.figure, tied.reading.figure],
    };
    if (rises === (lead === "more")) return [holding(saying)];
    return [
      doubtful(saying, {
        code: "direction-differs",
        severity: "warning",
        message: `${saying.text}, by the words; a year before the row prints ${b.text}, which is ${rises ? "less" : "more"}.`,
        remedy: "Check both amounts and the word of direction, or say what the amount is compared with.",
      }),
    ];
  });
}

/** The figures of sentences that compare with another time than a year before, or say that they do not. */
function comparedOtherwise(sentences: readonly WholeSentence[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { text, atoms } of sentences)
    if (OTHERWISE.test(text)) for (const a of atoms) if (a.kind === "figure") found.add(a.figure);
  return found;
}

const OTHERWISE =
  /\bsequential|\bquarter[- ]over[- ]quarter|\bq\/q\b|\b(?:prior|previous|preceding|last) quarter|\byear[- ]end\b|\bsince\b|\bfrom the (?:first|second|third|fourth)\b/i;
