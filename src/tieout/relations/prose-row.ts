import { ordinal } from "../../calendar/date.ts";
import type { Period } from "../../calendar/period.ts";
import { compare } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { isAlike } from "./list-keys.ts";
import { hasSteps } from "./prose-fit.ts";
import { type Hypothesis, hypothesesOf } from "./prose-hypothesis.ts";
import type { ProseCell, RowIndex } from "./prose-rows.ts";

/** Words this near choose a row without any other figure. */
const NEAR_NAME = 0.95;

/** The row that the one current figure of a group is printed in, by its words, its time and its print. */
export interface TiedRow {
  readonly reading: ProseReading;
  readonly hypothesis: Hypothesis;
}

/** Undefined where the group has several current figures, or where the words or the print leave a choice. */
export function tiedRow(group: ProseGroup, index: RowIndex, figures: readonly Figure[]): TiedRow | undefined {
  const [reading, ...more] = group.readings.filter((r) => r.role === "current");
  if (reading === undefined || more.length > 0 || reading.loose || reading.listed || reading.loss) return undefined;
  if (group.forward || group.tabular || group.slot !== undefined || !hasSteps(figures[reading.figure]!, 20))
    return undefined;
  const found = hypothesesOf(group, index, figures).filter(
    (h) =>
      h.name >= NEAR_NAME &&
      h.time === "same" &&
      h.alone &&
      h.tests.some((t) => t.reading === reading && t.holds !== undefined),
  );
  const [hypothesis] = found;
  return hypothesis === undefined ? undefined : { reading, hypothesis };
}

/** The cells of the row for earlier periods of the same length, under heads that differ in time alone. */
export function earlierCells({
  hypothesis: { row, current },
}: TiedRow): readonly (ProseCell & { readonly period: Period })[] {
  return row.cells.filter(
    (c): c is ProseCell & { readonly period: Period } =>
      c.period !== undefined &&
      current.period !== undefined &&
      c.kind === current.kind &&
      c.basis === current.basis &&
      c.columnKind === current.columnKind &&
      isAlike(c.period, current.period) &&
      c.period.end < current.period.end,
  );
}

/** Days by which the end of the same period a year before may differ. */
const SLACK = 12;

export const isYearBefore = (then: Period, now: Period): boolean =>
  Math.abs(ordinal(now.end) - ordinal(then.end) - 365) <= SLACK;

/** Whether every amount that a print stands for lies above every one of the other, and both above zero. */
export function isAbove(a: Figure, b: Figure): boolean {
  const [x, y] = [a.measured!, b.measured!];
  return x.unit === y.unit && y.value.n > 0n && compare(x.value, y.value) > 0;
}
