import type { Finding } from "../../finding.ts";
import { type AnchorIndex, find } from "../anchor/find.ts";
import type { Figure } from "../figures/figure.ts";
import { notFound, openQuestion, voidMark } from "./_void.ts";
import type { Remark } from "./mark.ts";

/** What is to be said of remarks: questions that stand open, and remarks on figures that are not there as they were. */
export function remarkFindings(
  remarks: readonly Remark[],
  figures: readonly Figure[],
  index: AnchorIndex,
): readonly Finding[] {
  return remarks.flatMap((mark): readonly Finding[] => {
    const found = find(index, mark.figure);
    if (found.kind !== "found") {
      const { why, figures: about } = notFound(mark.figure, found, index);
      return [voidMark(mark, why, about, figures)];
    }
    return mark.remark === "question" ? [openQuestion(mark, found.figure, figures)] : [];
  });
}
