import type { Interval } from "./interval.ts";
import {
  addNudged,
  compareNudged,
  highest,
  isBelow,
  keeps,
  lowest,
  type Nudged,
  still,
  subtractNudged,
  timesNudged,
} from "./nudged.ts";
import { add, divide, multiply, negate, ONE, type Rational, ZERO } from "./rational.ts";

/** A sum of variables, each so many times; no entry is zero. */
export type Linear = ReadonlyMap<number, Rational>;

/**
 * Linear inequalities over exact fractions: the simplex method as solvers of linear arithmetic use it (Dutertre and de Moura,
 * 2006). Every variable has bounds; a row is a variable too, bound to be a sum of others. Bland's rule (always the variable of
 * the lowest number) keeps it from running in circles, and `budget` limits its work: each step takes from it the number of
 * coefficients that it touches, and where nothing is left the answer is "undecided". It is changed in place.
 */
export interface Simplex {
  /** What each variable may be; variables are numbered from 0. */
  readonly bounds: Interval[];
  readonly values: Nudged[];
  /** The basic variables, each as a sum of those that are not. */
  readonly rows: Map<number, Map<number, Rational>>;
  /** For each variable that is not basic, the basic ones whose sums it stands in. */
  readonly columns: Map<number, Set<number>>;
  /** Several may share one. */
  readonly budget: { left: number };
}

/**
 * Why there is no solution: variables with multipliers whose sum is nothing (the same terms cancel), although the low ends of
 * those multiplied by what is above zero, and the high ends of the others, add up to more than nothing.
 */
export type Refutation = ReadonlyMap<number, Rational>;

export type Outcome =
  | { readonly kind: "feasible" }
  | { readonly kind: "infeasible"; readonly refutation: Refutation }
  | { readonly kind: "undecided" };

/** The greatest value of a sum: `held` are the variables at whose bounds it cannot grow any more. */
export type Greatest =
  | { readonly kind: "bounded"; readonly value: Nudged; readonly held: readonly number[] }
  | { readonly kind: "unbounded" }
  | { readonly kind: "undecided" };

export const simplex = (budget: { left: number }): Simplex => ({
  bounds: [],
  values: [],
  rows: new Map(),
  columns: new Map(),
  budget,
});

/** A new variable that starts at a value within its bounds. */
export function addVariable(s: Simplex, bounds: Interval, start: Nudged): number {
  const v = s.bounds.length;
  s.bounds.push(bounds);
  s.values.push(start);
  s.columns.set(v, new Set());
  return v;
}

/** A new variable that is the given sum of others. It may lie outside its bounds until `restore` is called. */
export function addRow(s: Simplex, sum: Linear, bounds: Interval): number {
  const v = s.bounds.length;
  s.bounds.push(bounds);
  const row = basicForm(s, sum);
  s.values.push(standing(s, row));
  s.rows.set(v, row);
  for (const k of row.keys()) s.columns.get(k)!.add(v);
  return v;
}

/** The value of a sum where the variables stand now. */
export function standing(s: Simplex, sum: Linear): Nudged {
  let value = still(ZERO);
  for (const [v, times] of sum) value = addNudged(value, timesNudged(s.values[v]!, times));
  return value;
}

/** The same sum in variables that are not basic. */
function basicForm(s: Simplex, sum: Linear): Map<number, Rational> {
  const form = new Map<number, Rational>();
  for (const [v, times] of sum) {
    const row = s.rows.get(v);
    s.budget.left -= 1 + (row?.size ?? 0);
    if (row === undefined) addTo(form, v, times);
    else for (const [k, t] of row) addTo(form, k, multiply(t, times));
  }
  return form;
}

/** Adds to a coefficient, and takes it out where it becomes zero. */
function addTo(form: Map<number, Rational>, v: number, times: Rational): void {
  const before = form.get(v);
  const after = before === undefined ? times : add(before, times);
  if (after.n === 0n) form.delete(v);
  else form.set(v, after);
}

/** Moves the variables until all of them keep to their bounds, or shows that they cannot. */
export function restore(s: Simplex): Outcome {
  for (;;) {
    const out = lowestOf(s.rows.keys(), (v) => !keeps(s.values[v]!, s.bounds[v]!));
    if (out === undefined) return { kind: "feasible" };
    if (s.budget.left <= 0) return { kind: "undecided" };
    const below = isBelow(s.values[out]!, s.bounds[out]!.low);
    const row = s.rows.get(out)!;
    const canHelp = (v: number): boolean => hasRoom(s, v, row.get(v)!.n > 0n === below);
    const inn = lowestOf(row.keys(), canHelp);
    if (inn === undefined) return { kind: "infeasible", refutation: refutationOf(out, row, below) };
    const { low, high } = s.bounds[out]!;
    const goal = below ? lowest(low!) : highest(high!);
    const step = timesNudged(subtractNudged(goal, s.values[out]!), divide(ONE, row.get(inn)!));
    move(s, inn, step);
    pivot(s, out, inn);
  }
}

function lowestOf(variables: Iterable<number>, is: (v: number) => boolean): number | undefined {
  let found: number | undefined;
  for (const v of variables) if ((found === undefined || v < found) && is(v)) found = v;
  return found;
}

/** Whether a variable can still go up, or down. */
function hasRoom(s: Simplex, v: number, up: boolean): boolean {
  const end = up ? s.bounds[v]!.high : s.bounds[v]!.low;
  if (end === null) return true;
  return up ? compareNudged(s.values[v]!, highest(end)) < 0 : compareNudged(s.values[v]!, lowest(end)) > 0;
}

function refutationOf(out: number, row: Linear, below: boolean): Refutation {
  const multipliers = new Map<number, Rational>([[out, below ? ONE : negate(ONE)]]);
  for (const [v, times] of row) multipliers.set(v, below ? negate(times) : times);
  return multipliers;
}

/** Moves a variable that is not basic, and with it all whose sums it stands in. */
function move(s: Simplex, v: number, by: Nudged): void {
  s.budget.left -= 1 + s.columns.get(v)!.size;
  s.values[v] = addNudged(s.values[v]!, by);
  for (const b of s.columns.get(v)!) s.values[b] = addNudged(s.values[b]!, timesNudged(by, s.rows.get(b)!.get(v)!));
}

/** Lets `inn` become basic in the place of `out`. */
function pivot(s: Simplex, out: number, inn: number): void {
  const row = s.rows.get(out)!;
  const factor = divide(ONE, row.get(inn)!);
  const solved = new Map<number, Rational>([[out, factor]]);
  for (const [v, times] of row) if (v !== inn) solved.set(v, negate(multiply(times, factor)));
  const touched = s.columns.get(inn)!;
  s.budget.left -= s.rows.size + row.size * touched.size;
  s.rows.delete(out);
  for (const v of row.keys()) s.columns.get(v)!.delete(out);
  s.columns.delete(inn);
  s.columns.set(out, new Set());
  s.rows.set(inn, solved);
  for (const v of solved.keys()) s.columns.get(v)!.add(inn);
  for (const b of touched) {
    if (b === out) continue;
    const other = s.rows.get(b)!;
    const times = other.get(inn)!;
    other.delete(inn);
    for (const [v, t] of solved) {
      addTo(other, v, multiply(t, times));
      if (other.has(v)) s.columns.get(v)!.add(b);
      else s.columns.get(v)!.delete(b);
    }
  }
}

/** The greatest value that a sum can have. All variables keep to their bounds before and after; call `restore` first. */
export function maximize(s: Simplex, sum: Linear): Greatest {
  for (;;) {
    const form = basicForm(s, sum);
    const inn = lowestOf(form.keys(), (v) => hasRoom(s, v, form.get(v)!.n > 0n));
    if (inn === undefined) return { kind: "bounded", value: standing(s, form), held: [...form.keys()] };
    if (s.budget.left <= 0) return { kind: "undecided" };
    const up = form.get(inn)!.n > 0n;
    const limit = furthest(s, inn, up);
    if (limit === undefined) return { kind: "unbounded" };
    move(s, inn, up ? limit.step : timesNudged(limit.step, { n: -1n, d: 1n }));
    if (limit.by !== inn) pivot(s, limit.by, inn);
  }
}

/** How far a variable can go before it, or a basic variable with it, meets a bound; undefined where nothing stops it. */
function furthest(s: Simplex, v: number, up: boolean): { readonly step: Nudged; readonly by: number } | undefined {
  let best: { step: Nudged; by: number } | undefined;
  const offer = (by: number, rate: Rational): void => {
    const rises = rate.n > 0n === up;
    const end = rises ? s.bounds[by]!.high : s.bounds[by]!.low;
    if (end === null) return;
    const room = rises ? subtractNudged(highest(end), s.values[by]!) : subtractNudged(s.values[by]!, lowest(end));
    const step = timesNudged(room, divide(ONE, rate.n < 0n ? negate(rate) : rate));
    const c = best === undefined ? -1 : compareNudged(step, best.step);
    if (c < 0 || (c === 0 && by < best!.by)) best = { step, by };
  };
  offer(v, ONE);
  for (const b of s.columns.get(v)!) offer(b, s.rows.get(b)!.get(v)!);
  return best;
}
