import { contains, type Interval } from "../../exact/interval.ts";
import { addNudged, highest, keeps, lowest, type Nudged, still, timesNudged } from "../../exact/nudged.ts";
import { add, divide, type Rational, whole, ZERO } from "../../exact/rational.ts";
import type { RoundingMode } from "../../exact/rounding.ts";
import { addRow, addVariable, type Refutation, restore, type Simplex, simplex } from "../../exact/simplex.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { LinearRow } from "./system.ts";

/** Beyond this many rows in one simplex, the answer is "undecided". */
const MOST_ROWS = 400;
/** Rows enter so many at a time: a few of them often settle, or refute, what hundreds ask. */
const ROWS_AT_ONCE = 50;

/** How often a row is taken to refute: rows with their multipliers, as `sumUp` adds them. */
export type Multipliers = ReadonlyMap<LinearRow, Rational>;

export type Answer =
  | { readonly kind: "feasible" }
  | { readonly kind: "refuted"; readonly multipliers: Multipliers }
  | { readonly kind: "undecided" };

/** Rows in a simplex, with the amounts behind the figures that they name. */
export interface Solver {
  readonly simplex: Simplex;
  /** The simplex variable of a figure, and the row of a simplex variable. */
  readonly variables: Map<number, number>;
  readonly rows: Map<number, LinearRow>;
  readonly boxOf: (figure: number) => Interval;
}

export const solverOf = (boxOf: (figure: number) => Interval, budget: { left: number }): Solver => ({
  simplex: simplex(budget),
  variables: new Map(),
  rows: new Map(),
  boxOf,
});

/** The boxes that prints stand for, each worked out once. */
export function boxesOf(figures: readonly Figure[], mode: RoundingMode): (figure: number) => Interval {
  const boxes = new Map<number, Interval>();
  return (figure) => {
    let box = boxes.get(figure);
    if (box === undefined) {
      box = intervalOf(figures[figure]!, mode);
      boxes.set(figure, box);
    }
    return box;
  };
}

/**
 * Whether any amounts within the boxes satisfy all of the rows. Every amount starts at its printed value; only the rows that do
 * not hold there enter the simplex, then those that its answer breaks, until none is left.
 */
export function feasible(rows: readonly LinearRow[], figures: readonly Figure[], solver: Solver): Answer {
  const start = (figure: number): Nudged => startOf(figures[figure]!.measured!.value, solver.boxOf(figure));
  const standing = (figure: number): Nudged => {
    const variable = solver.variables.get(figure);
    return variable === undefined ? start(figure) : solver.simplex.values[variable]!;
  };
  let waiting = rows;
  for (;;) {
    const broken = waiting.filter((row) => !keeps(comesTo(row, standing), row.within));
    if (broken.length === 0) return { kind: "feasible" };
    const next = broken.slice(0, ROWS_AT_ONCE);
    if (solver.rows.size + next.length > MOST_ROWS) return { kind: "undecided" };
    for (const row of next) enter(solver, row, start);
    const outcome = restore(solver.simplex);
    if (outcome.kind === "undecided") return outcome;
    if (outcome.kind === "infeasible")
      return { kind: "refuted", multipliers: multipliersOf(solver, outcome.refutation) };
    const entered = new Set(next);
    waiting = waiting.filter((row) => !entered.has(row));
    solver.simplex.budget.left -= waiting.length;
  }
}

/** Lets a row into the simplex, and the figures that are new to it. */
export function enter(solver: Solver, row: LinearRow, start: (figure: number) => Nudged): void {
  const sum = new Map<number, Rational>();
  for (const [figure, times] of row.sum) sum.set(know(solver, figure, start), times);
  solver.rows.set(addRow(solver.simplex, sum, row.within), row);
}

/** The variable of a figure, a new one where it had none. */
export function know(
  { simplex: s, variables, boxOf }: Solver,
  figure: number,
  start: (figure: number) => Nudged,
): number {
  const known = variables.get(figure);
  if (known !== undefined) return known;
  const variable = addVariable(s, boxOf(figure), start(figure));
  variables.set(figure, variable);
  return variable;
}

/** The printed value where the box has it, else a place in the box. */
export function startOf(value: Rational, box: Interval): Nudged {
  const { low, high } = box;
  if (contains(box, value)) return still(value);
  if (low === null || high === null) return low === null ? highest(high!) : lowest(low);
  const middle = divide(add(low.at, high.at), whole(2n));
  return still(middle);
}

function comesTo(row: LinearRow, standing: (figure: number) => Nudged): Nudged {
  let sum = still(ZERO);
  for (const [figure, times] of row.sum) sum = addNudged(sum, timesNudged(standing(figure), times));
  return sum;
}

function multipliersOf(solver: Solver, refutation: Refutation): Multipliers {
  const multipliers = new Map<LinearRow, Rational>();
  for (const [variable, times] of refutation) {
    const row = solver.rows.get(variable);
    if (row !== undefined) multipliers.set(row, times);
  }
  return multipliers;
}
