import type { Interval } from "../../exact/interval.ts";
import { equal, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { addUp } from "./certificate.ts";
import { type Answer, boxesOf, feasible, type Multipliers, solverOf } from "./feasible.ts";
import { groupsOf } from "./groups.ts";
import type { Judged } from "./judged.ts";
import { type LinearRow, rowsOf } from "./system.ts";

/** Relations that each pass alone and cannot all hold; with any one of them left out, nothing contradicts. */
export interface Conflict {
  readonly relations: readonly Judged[];
  /** Shows it under rounding half away from zero. */
  readonly multipliers: Multipliers;
}

/** What all the conflicts of one document may cost, in coefficients touched: far more than real releases need. */
const BUDGET = 1_000_000;
const MOST_CONFLICTS = 20;

interface Work {
  readonly figures: readonly Figure[];
  readonly boxes: Readonly<Record<Mode, (figure: number) => Interval>>;
  readonly budget: { left: number };
}

type Mode = "halfExpand" | "halfEven";

/**
 * Strong relations that cannot hold together, though each holds alone (domain TIE-05, text proof D5). No figure of `named`, of
 * which something is already said, stands in any of them, and none in two. Refuted means refuted under half away from zero and
 * under half to even. Nothing is said where the work would go beyond the budget.
 */
export function conflictsOf(
  judged: readonly Judged[],
  figures: readonly Figure[],
  named: ReadonlySet<number>,
): readonly Conflict[] {
  const sound = judged.filter((j) => isSound(j) && !j.figures.some((f) => named.has(f)));
  const strong = bearing(withoutRivals(sound, figures), figures);
  const work: Work = {
    figures,
    boxes: { halfExpand: boxesOf(figures, "halfExpand"), halfEven: boxesOf(figures, "halfEven") },
    budget: { left: BUDGET },
  };
  const conflicts: Conflict[] = [];
  for (const group of groupsOf(strong)) {
    if (group.length < 2 || !group.some((j) => isRestless(j, figures))) continue;
    conflicts.push(...conflictsIn(group, work, MOST_CONFLICTS - conflicts.length));
  }
  return conflicts;
}

/** The conflicts of one group that have no figure in common. */
function conflictsIn(group: readonly Judged[], work: Work, most: number): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  let rest = group;
  for (let tries = 0; tries < most; tries++) {
    const conflict = conflictIn(rest, work);
    if (conflict === undefined) break;
    const rivals = wider(conflict.relations);
    if (rivals.size > 0) {
      rest = rest.filter((j) => !rivals.has(j));
      continue;
    }
    conflicts.push(conflict);
    const used = new Set(conflict.relations.flatMap((j) => j.figures));
    rest = rest.filter((j) => !j.figures.some((f) => used.has(f)));
  }
  return conflicts;
}

/**
 * Those that name all the figures of another one and more: the two are readings of one sum, and what they cannot hold together
 * says that the wider one is none.
 */
function wider(relations: readonly Judged[]): ReadonlySet<Judged> {
  const isWider = (a: Judged, b: Judged): boolean =>
    a.figures.length > b.figures.length && b.figures.every((f) => a.figures.includes(f));
  return new Set(relations.filter((a) => relations.some((b) => isWider(a, b))));
}

const isSound = ({ relation, judgement }: Judged): boolean =>
  relation.strength === "strong" &&
  relation.form.kind !== "said" &&
  judgement.verdict !== "unattainable" &&
  judgement.verdict !== "unverifiable";

/**
 * Without growth, margins and the like of which one pair of operands has two that differ (as reported, and without currency):
 * one of them is of other amounts, and passes by chance.
 */
function withoutRivals(judged: readonly Judged[], figures: readonly Figure[]): readonly Judged[] {
  const results = new Map<string, Set<string>>();
  const keyOf = ({ relation: { form } }: Judged): string | undefined =>
    form.kind === "quotient"
      ? [form.numerator, form.denominator].map((terms) => terms.map((t) => t.figure).join(" ")).join("/")
      : undefined;
  const printOf = (j: Judged): string => {
    const { value, unit } = figures[j.figures.at(-1)!]!.measured!;
    return `${value.n}/${value.d} ${unit}`;
  };
  for (const j of judged) {
    const key = keyOf(j);
    if (key !== undefined) results.set(key, (results.get(key) ?? new Set()).add(printOf(j)));
  }
  return judged.filter((j) => (results.get(keyOf(j) ?? "")?.size ?? 1) < 2);
}

/**
 * Without those that bind nothing: where the operands are forced to print as the result does, and the result stands in no
 * other relation, whatever the others leave for the operands is well.
 */
function bearing(judged: readonly Judged[], figures: readonly Figure[]): readonly Judged[] {
  const uses = new Map<number, number>();
  for (const j of judged) for (const f of j.figures) uses.set(f, (uses.get(f) ?? 0) + 1);
  return judged.filter((j) => j.judgement.verdict !== "forced" || uses.get(freeFigure(j, figures)) !== 1);
}

/** The figure that a forced relation leaves to the others: its result, or the coarser of two prints. */
function freeFigure({ relation: { form }, figures: named }: Judged, figures: readonly Figure[]): number {
  if (form.kind !== "equal") return named.at(-1)!;
  const quantum = (f: number): Rational => figures[f]!.measured!.quantum;
  const [left, right] = [quantum(form.left), quantum(form.right)];
  return left.n * right.d > right.n * left.d ? form.left : form.right;
}

/** Whether the printed numbers themselves do not satisfy it. Where all of a group are satisfied by them, nothing can conflict. */
function isRestless({ relation: { form }, judgement, figures: named }: Judged, figures: readonly Figure[]): boolean {
  const { verdict, computed } = judgement;
  if (verdict === "attainable" || named.some((f) => figures[f]!.measured!.hedge !== undefined)) return true;
  if (form.kind === "quotient") return false;
  const result = figures[form.kind === "equal" ? form.right : named.at(-1)!]!.measured!.value;
  return computed.point === undefined || !equal(computed.point, result);
}

function conflictIn(group: readonly Judged[], work: Work): Conflict | undefined {
  const first = answer(group, "halfExpand", work);
  if (first.kind !== "refuted") return undefined;
  const core = relationsOf(first.multipliers, group);
  const second = answer(core, "halfEven", work);
  if (second.kind === "refuted") return proved(shrunk(core, work), work);
  const other = answer(group, "halfEven", work);
  if (other.kind !== "refuted") return undefined;
  const either = new Set([...core, ...relationsOf(other.multipliers, group)]);
  return proved(shrunk([...either], work), work);
}

/** The relations that are taken, in the order of the group. */
function relationsOf(multipliers: Multipliers, group: readonly Judged[]): readonly Judged[] {
  const taken = new Set([...multipliers.keys()].map((row) => row.judged));
  return group.filter((j) => taken.has(j));
}

function answer(relations: readonly Judged[], mode: Mode, { figures, boxes, budget }: Work): Answer {
  const rows = relations.flatMap((j): readonly LinearRow[] => rowsOf(j, figures, mode, { allowing: true }));
  return feasible(rows, figures, solverOf(boxes[mode], budget));
}

const isRefuted = (relations: readonly Judged[], work: Work): boolean =>
  (["halfExpand", "halfEven"] as const).every((mode) => answer(relations, mode, work).kind === "refuted");

/** Leaves out one relation after the other, and keeps it out where the others conflict without it. */
function shrunk(core: readonly Judged[], work: Work): readonly Judged[] {
  let left = core;
  for (const j of core) {
    const without = left.filter((other) => other !== j);
    if (isRefuted(without, work)) left = without;
  }
  return left;
}

/** The conflict with its multipliers, once they have been added up. */
function proved(relations: readonly Judged[], work: Work): Conflict | undefined {
  const found = answer(relations, "halfExpand", work);
  if (found.kind !== "refuted") return undefined;
  if (!addUp(found.multipliers, work.boxes.halfExpand).contradicts) return undefined;
  return { relations, multipliers: found.multipliers };
}
