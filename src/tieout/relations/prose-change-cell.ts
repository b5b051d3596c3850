import type { Figure } from "../figures/figure.ts";
import type { ProseReading } from "../meaning/prose-meaning.ts";
import { sameAmount } from "./prose-fit.ts";
import type { ProseCell } from "./prose-rows.ts";
import { timeAgreement } from "./prose-time.ts";
import type { Form } from "./relation.ts";

/**
 * That a figure of the text prints the very growth, change, or change in points that a cell of the row prints, in a column that
 * compares the current cell with what the text compares it with: besides what the two amounts give, the percent of the prose is
 * the percent of the table.
 */
export function changeForms(r: ProseReading, current: ProseCell, figures: readonly Figure[]): readonly Form[] {
  if (r.role !== "growth" && r.role !== "change" && r.role !== "points") return [];
  const wanted = r.role === "growth" ? "percent-change" : "change";
  return current.at.cells.flatMap((cell): readonly Form[] => {
    if (cell.columnKind !== wanted || cell.kind !== r.kind || cell.compares?.[0] !== current.column) return [];
    if (special(r.basis) !== special(cell.basis)) return [];
    const base = current.at.cells.find((c) => c.column === cell.compares![1]);
    const apart = timeAgreement(base?.period, r.against) === "different";
    return apart ? [] : [sameAmount(figures, r.figure, cell.figure)];
  });
}

/** Growth without currency, or without acquisitions, is another growth. */
const special = (basis: ProseCell["basis"]): string =>
  basis === "constant-currency" || basis === "organic" ? basis : "";
