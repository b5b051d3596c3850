import { machineInteger } from "../../exact/integer.ts";
import { absolute, compare, divide, equal, multiply, negate, subtract, whole } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { slipExplains } from "../prove/slips.ts";
import type { ColumnMatch, Partner } from "./column-match.ts";
import type { Fact, FactRow, Likeness } from "./fact-row.ts";
import { hasSteps } from "./prose-fit.ts";
import type { Form } from "./relation.ts";
import { isSlip } from "./slip.ts";

/** Two rows that may print one fact, and how their figures compare. */
export interface FactPair {
  readonly earlier: FactRow;
  readonly later: FactRow;
  readonly likeness: Likeness;
  /** -1 where one of them prints with the sign turned: an expense, and what is added back. */
  readonly sign: 1 | -1;
  readonly matches: readonly Match[];
}

export interface Match {
  readonly left: Fact;
  readonly right: Fact;
  /** Whether the two columns are still known to be one without this very figure. */
  readonly firm: boolean;
  readonly same: boolean;
  /** What the agreement is worth; 0 where it is none, or repeats the column before. */
  readonly bits: number;
  /** Whether one slip, or a look into the column beside it, explains that they differ. */
  readonly slip: boolean;
}

/** Holds two rows together column by column. Undefined where they have no column in common that agrees. */
export function factPair(
  earlier: FactRow,
  later: FactRow,
  likeness: Likeness,
  columns: ColumnMatch,
  figures: readonly Figure[],
): FactPair | undefined {
  const cells = pairedCells(earlier, later, columns, figures);
  if (cells.length === 0) return undefined;
  const agreeing = (sign: 1 | -1): number =>
    cells.filter(([a, b]) => a.size !== "" && isSame(a, b, sign, figures)).length;
  const plain = agreeing(1);
  const turned = agreeing(-1);
  const sign = turned > plain ? -1 : 1;
  const told = new Set<string>();
  const matches = cells.map(([left, right, firm]): Match => {
    const same = isSame(left, right, sign, figures);
    const fresh = same && !told.has(left.size);
    told.add(left.size);
    return {
      left,
      right,
      firm,
      same,
      bits: fresh && left.size !== "" ? Math.min(left.bits, right.bits) : 0,
      slip: !same && (isSlipped(left, right, sign, figures) || isStale(left, right, earlier, later)),
    };
  });
  const holds = matches.filter((m) => m.same).length;
  const fails = matches.length - holds;
  if (fails > holds / 2 && !(fails === 1 && (likeness === "same" || likeness === "closes"))) return undefined;
  return { earlier, later, likeness, sign, matches };
}

/** The cells that stand for one period each; in one table, those of one column. */
function pairedCells(
  earlier: FactRow,
  later: FactRow,
  columns: ColumnMatch,
  figures: readonly Figure[],
): readonly (readonly [Fact, Fact, boolean])[] {
  const inOne = earlier.source === later.source;
  const pairs: [Fact, Fact, boolean][] = [];
  const used = new Set<Fact>();
  for (const a of earlier.cells) {
    const voted = inOne ? undefined : columns.partner(earlier.table, later.table, a.column);
    const may = later.cells.filter((b) => a.kind === b.kind && !used.has(b) && isOnePlace(a, b, voted, inOne, figures));
    const b = may.length === 1 ? may[0]! : may.find((m) => m.column === voted?.column);
    if (b === undefined) continue;
    // Where two columns of the earlier row would do, neither is sure.
    const rivals = earlier.cells.filter(
      (o) => o !== a && o.kind === b.kind && o.period === a.period && a.period !== "",
    );
    if (!inOne && rivals.length > 0 && b.column !== voted?.column) continue;
    used.add(b);
    const byPeriod = inOne || (a.period !== "" && a.period === b.period && may.length === 1 && rivals.length === 0);
    pairs.push([a, b, byPeriod || voted?.firm === true]);
  }
  return pairs;
}

function isOnePlace(a: Fact, b: Fact, voted: Partner | undefined, inOne: boolean, figures: readonly Figure[]): boolean {
  if (inOne) return a.column === b.column;
  const left = figures[a.figure]!.basis;
  const right = figures[b.figure]!.basis;
  if (left !== right && left !== "unknown" && right !== "unknown") return false;
  if (b.column === voted?.column && voted.sure) return true;
  return a.period !== "" && b.period !== "" ? a.period === b.period : b.column === voted?.column;
}

/** Whether the finer print rounds to the coarser one. */
function isSame(a: Fact, b: Fact, sign: 1 | -1, figures: readonly Figure[]): boolean {
  const left = figures[a.figure]!.measured!;
  const right = figures[b.figure]!.measured!;
  const value = sign === 1 ? left.value : negate(left.value);
  if (equal(left.quantum, right.quantum)) return equal(value, right.value);
  const apart = multiply(subtract(value, right.value), whole(2n));
  const widest = compare(left.quantum, right.quantum) < 0 ? right.quantum : left.quantum;
  return compare(absolute(apart), widest) <= 0;
}

function isSlipped(a: Fact, b: Fact, sign: 1 | -1, figures: readonly Figure[]): boolean {
  const left = figures[a.figure]!.measured!;
  const right = figures[b.figure]!.measured!;
  if (!equal(left.quantum, right.quantum)) return sign === 1 && isSlippedApart(a.figure, b.figure, figures);
  const from = divide(sign === 1 ? left.value : negate(left.value), left.quantum);
  const to = divide(right.value, right.quantum);
  const printed = from.d === 1n ? machineInteger(from.n) : undefined;
  const meant = to.d === 1n ? machineInteger(to.n) : undefined;
  return printed !== undefined && meant !== undefined && isSlip(printed, meant);
}

/** The same of two prints on different grids: some slip in one of them makes it a print of what the other stands for. */
function isSlippedApart(left: number, right: number, figures: readonly Figure[]): boolean {
  const form: Form = { kind: "equal", left, right };
  return [left, right].some((f) => hasSteps(figures[f]!) && slipExplains(form, f, figures, []));
}

/** Whether one of the two is what the other's row prints in another column. */
const isStale = (left: Fact, right: Fact, earlier: FactRow, later: FactRow): boolean =>
  (right.size !== "" && earlier.cells.some((c) => c !== left && c.size === right.size)) ||
  (left.size !== "" && later.cells.some((c) => c !== right && c.size === left.size));
