import {
  between,
  type End,
  EVERYTHING,
  type Interval,
  intersect,
  shift,
  signOf,
  times as timesInterval,
} from "../../exact/interval.ts";
import type { Nudged } from "../../exact/nudged.ts";
import { divide, equal, multiply, negate, ONE, type Rational, rational, ZERO } from "../../exact/rational.ts";
import { addRow, type Greatest, type Linear, maximize, restore, standing } from "../../exact/simplex.ts";
import type { Figure } from "../figures/figure.ts";
import type { Form } from "../relations/relation.ts";
import { boxesOf, enter, know, type Solver, solverOf, startOf } from "./feasible.ts";
import type { Judged } from "./judged.ts";
import type { Told } from "./propagate.ts";
import { type LinearRow, pairs, rowsOf, sumOf } from "./system.ts";
import { boxOf } from "./verdict.ts";

/** Exactly what relations leave for one figure whose own print is set aside, and the relations that stop it at either end. */
export type Range =
  | { readonly kind: "range"; readonly interval: Interval; readonly boundBy: readonly Judged[] }
  /** Some of the relations contradict one another, whatever this figure is. */
  | { readonly kind: "contradiction"; readonly among: readonly Judged[] }
  /** The work would go beyond the budget. */
  | { readonly kind: "undecided" };

/** What is asked of which figure. */
export interface Question {
  readonly figure: number;
  readonly relations: readonly Judged[];
  readonly figures: readonly Figure[];
  /** What is known of the other figures without the print of this one. */
  readonly told: Told;
  /** What the answer may cost, in coefficients touched. */
  readonly budget: { left: number };
}

const MINUS_ONE = rational(-1n);
const MOST_ROWS = 1500;
/** Each step of Dinkelbach's method squares what is missing; a handful is usual. */
const MOST_STEPS = 60;
const UNDECIDED: Range = { kind: "undecided" };

type Quotient = Extract<Form, { kind: "quotient" }>;

/** The others by their prints alone. */
export const byPrint = (figures: readonly Figure[]): Told => ({
  boxes: boxesOf(figures, "halfExpand"),
  reasons: () => [],
});

/**
 * The exact range of one figure under the given relations, rounding half away from zero. Its own print is set aside, but for the
 * sign where it is divided by. Sums and ratios of known print are exact together; a ratio that is itself asked for is taken over
 * all amounts that the others allow, and other ratios are what `told` knows of them.
 */
export function rangeOf(question: Question): Range {
  const { figure, relations, figures } = question;
  const ratios = relations.filter((j) => j.relation.form.kind === "quotient" && j.relation.form.result === figure);
  const rows = relations.flatMap((j) =>
    ratios.includes(j) ? [] : rowsOf(j, figures, "halfExpand", { allowing: false }),
  );
  if (rows.length > MOST_ROWS) return UNDECIDED;
  const system: System = { ...question, rows };
  const ranges = ratios.map((ratio) => ofRatio(ratio, ratio.relation.form as Quotient, system));
  if (rows.some(({ sum }) => sum.has(figure))) ranges.push(ofSum(system));
  return together(ranges);
}

interface System extends Question {
  readonly rows: readonly LinearRow[];
}

function together(ranges: readonly Range[]): Range {
  let interval = EVERYTHING;
  const boundBy: Judged[] = [];
  for (const range of ranges) {
    if (range.kind !== "range") return range;
    const both = intersect(interval, range.interval);
    if (both === undefined) return { kind: "contradiction", among: [...boundBy, ...range.boundBy] };
    interval = both;
    boundBy.push(...range.boundBy);
  }
  return { kind: "range", interval, boundBy: [...new Set(boundBy)] };
}

/** What the figure may be with its print set aside: everything, but for the sign where others are divided by it. */
function freed(figure: number, rows: readonly LinearRow[], figures: readonly Figure[]): Interval {
  const divides = rows.some(
    ({ judged: { relation } }) =>
      relation.form.kind === "quotient" && relation.form.denominator.some((t) => t.figure === figure),
  );
  const { value } = figures[figure]!.measured!;
  if (!divides || value.n === 0n) return EVERYTHING;
  const zero = { at: ZERO, open: true };
  return value.n > 0n ? { low: zero, high: null } : { low: null, high: zero };
}

/** All rows in a simplex, the figure free, and the figures named known to it. */
function prepared(system: System, named: Iterable<number>, ends: (interval: Interval) => Interval): Solver {
  const { figure, rows, figures, told, budget } = system;
  const free = freed(figure, rows, figures);
  const solver = solverOf((f) => ends(f === figure ? free : told.boxes(f)), budget);
  const start = (f: number): Nudged => startOf(figures[f]!.measured!.value, solver.boxOf(f));
  for (const row of rows) enter(solver, { ...row, within: ends(row.within) }, start);
  for (const f of named) know(solver, f, start);
  return solver;
}

const asTheyAre = (interval: Interval): Interval => interval;
const closed = ({ low, high }: Interval): Interval => ({ low: shut(low), high: shut(high) });
const shut = (end: End | null): End | null => (end === null ? null : { at: end.at, open: false });

function ofSum(system: System): Range {
  const { figure } = system;
  const solver = prepared(system, [figure], asTheyAre);
  const trouble = settled(solver, system);
  if (trouble !== undefined) return trouble;
  const sum = inVariables(new Map([[figure, ONE]]), solver);
  const high = maximize(solver.simplex, sum);
  const low = maximize(solver.simplex, scaled(sum, MINUS_ONE));
  if (high.kind === "undecided" || low.kind === "undecided") return UNDECIDED;
  const interval = between(mirrored(endOf(low)), endOf(high));
  // The simplex has found amounts, so that something lies between.
  return interval === undefined ? UNDECIDED : { kind: "range", interval, boundBy: heldBy([high, low], solver, system) };
}

const endOf = (greatest: Greatest): End | null =>
  greatest.kind === "bounded" ? { at: greatest.value.at, open: greatest.value.by.n !== 0n } : null;

const mirrored = (end: End | null): End | null => (end === null ? null : { at: negate(end.at), open: end.open });

const heldBy = (ends: readonly Greatest[], solver: Solver, system: System): readonly Judged[] =>
  reasonsFor(
    ends.flatMap((end) => (end.kind === "bounded" ? end.held : [])),
    solver,
    system,
  );

/** The relations behind variables of the simplex: those whose rows they are, or whose word on their figures. */
function reasonsFor(held: Iterable<number>, { rows, variables }: Solver, { told }: System): readonly Judged[] {
  const figureOf = new Map([...variables].map(([figure, variable]) => [variable, figure]));
  return [...held].flatMap((variable) => {
    const row = rows.get(variable);
    if (row !== undefined) return [row.judged];
    const figure = figureOf.get(variable);
    return figure === undefined ? [] : told.reasons(figure);
  });
}

/** Lets the amounts settle where all rows hold; what is returned is why they cannot. */
function settled(solver: Solver, system: System): Exclude<Range, { kind: "range" }> | undefined {
  const outcome = restore(solver.simplex);
  if (outcome.kind === "feasible") return undefined;
  if (outcome.kind === "undecided") return { kind: "undecided" };
  return { kind: "contradiction", among: reasonsFor(outcome.refutation.keys(), solver, system) };
}

const scaled = (sum: Linear, k: Rational): Linear => new Map([...sum].map(([v, t]) => [v, multiply(t, k)]));

const inVariables = (sum: Linear, { variables }: Solver): Linear =>
  new Map([...sum].map(([figure, t]) => [variables.get(figure)!, t]));

interface Ratio {
  readonly over: Linear;
  readonly under: Linear;
}

/** The range of a quotient over all amounts that the rows allow: the highest and the lowest ratio, then in the result's own terms. */
function ofRatio(ratio: Judged, form: Quotient, system: System): Range {
  const { figures } = system;
  const side = signOf(boxOf(form.denominator, figures, "halfExpand"));
  if (side === 0 || (side < 0 && equal(form.plus, MINUS_ONE)))
    return { kind: "range", interval: EVERYTHING, boundBy: [] };
  const turn = side < 0 ? MINUS_ONE : ONE;
  const over = scaled(sumOf(pairs(form.numerator)), turn);
  const under = scaled(sumOf(pairs(form.denominator)), turn);
  const high = highest({ over, under }, system);
  const low = highest({ over: scaled(over, MINUS_ONE), under }, system);
  for (const end of [high, low]) if (end.kind !== "end") return end;
  if (high.kind !== "end" || low.kind !== "end") return UNDECIDED;
  const bare = between(mirrored(low.end), high.end);
  if (bare === undefined) return UNDECIDED;
  const interval = timesInterval(shift(bare, form.plus), form.times);
  return { kind: "range", interval, boundBy: [ratio, ...high.boundBy, ...low.boundBy] };
}

type HighEnd =
  | { readonly kind: "end"; readonly end: End | null; readonly boundBy: readonly Judged[] }
  | Exclude<Range, { kind: "range" }>;

/**
 * The highest ratio, by Dinkelbach's method: from the ratio of some allowed amounts, again and again to the one of the amounts at
 * which the numerator most exceeds that ratio times the denominator. The steps are exact and end at the highest itself.
 */
function highest({ over, under }: Ratio, system: System): HighEnd {
  const named = [...over.keys(), ...under.keys()];
  const solver = prepared(system, named, closed);
  const trouble = settled(solver, system);
  if (trouble !== undefined) return trouble;
  const top = inVariables(over, solver);
  const bottom = inVariables(under, solver);
  const reached = (): Rational => divide(standing(solver.simplex, top).at, standing(solver.simplex, bottom).at);
  let best = reached();
  for (let step = 0; step < MOST_STEPS; step++) {
    const excess = maximize(solver.simplex, sumOf([...top, ...scaled(bottom, negate(best))]));
    if (excess.kind === "undecided") return { kind: "undecided" };
    if (excess.kind === "unbounded") return { kind: "end", end: null, boundBy: [] };
    if (excess.value.at.n === 0n) {
      const end = { at: best, open: !isReached({ over, under }, best, system) };
      return { kind: "end", end, boundBy: heldBy([excess], solver, system) };
    }
    best = reached();
  }
  return { kind: "undecided" };
}

/** Whether the ratio is that of amounts which keep to the open ends as well. */
function isReached({ over, under }: Ratio, best: Rational, system: System): boolean {
  const solver = prepared(system, [...over.keys(), ...under.keys()], asTheyAre);
  const excess = sumOf([...over, ...scaled(under, negate(best))]);
  if (excess.size === 0) return true;
  addRow(solver.simplex, inVariables(excess, solver), { low: { at: ZERO, open: false }, high: null });
  return restore(solver.simplex).kind !== "infeasible";
}
