import { equal, type Rational } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { bitsOf } from "../relations/bits.ts";
import { holds, isBelieved, type Judged } from "./judged.ts";

/** Sums that need rounding to hold, where the release else foots on its printed digits. They share a figure, if they are several. */
export interface LooseSums {
  readonly sums: readonly Judged[];
  /** The index of the figure that all of them share; the total of the one, where there is one. */
  readonly culprit: number;
  /** How many other sums of the same step foot on their printed digits. */
  readonly exact: number;
  /** How many others do not, and hold by rounding as these do. */
  readonly others: number;
}

/** Bits in favour of forced footing, over all tables that print on one step, from which a sum that is off by rounding is a slip. */
const LEAST_BITS = 3;
/** The same over the other sums of the sum's own table, for tables come out of different systems: they must not speak against it. */
const LEAST_OWN_BITS = 0;
/** What each other sum that needs rounding takes away: as likely as not where nothing is forced, one in fifty where it is. */
const LOOSE_BITS = 4;

interface Sum {
  readonly judged: Judged;
  readonly table: number;
  readonly exact: boolean;
  readonly bits: number;
}

/**
 * Amounts that are rounded one by one add up on their digits in three sums of four where they are two, and in about every second where
 * they are many. Where all sums of a release do, its amounts are made to; one that does not is then no rounding (TIE-03, forced footing).
 */
export function looseSums(judged: readonly Judged[], figures: readonly Figure[]): readonly LooseSums[] {
  const grids = new Map<string, Sum[]>();
  for (const j of judged) {
    const found = sumOf(j, figures);
    if (found === undefined) continue;
    const on = grids.get(found.grid);
    if (on === undefined) grids.set(found.grid, [found.sum]);
    else on.push(found.sum);
  }
  return [...grids.values()].flatMap((sums) => looseOn(sums, figures));
}

function looseOn(all: readonly Sum[], figures: readonly Figure[]): readonly LooseSums[] {
  const loose = all.filter(({ exact }) => !exact);
  if (loose.length === 0) return [];
  const clusters = clustersOf(loose);
  const exact = differing(
    all.filter((sum) => sum.exact),
    figures,
  );
  const bits = bitsByTable(exact);
  const looseIn = new Map<number, number>();
  for (const [{ table }] of clusters) looseIn.set(table, (looseIn.get(table) ?? 0) + 1);
  const allBits = exact.reduce((sum, one) => sum + one.bits, 0);
  return clusters.flatMap((cluster) => {
    if (cluster.every(({ judged }) => judged.relation.excused)) return [];
    const [{ table }] = cluster;
    const score = allBits - LOOSE_BITS * (clusters.length - 1);
    const ownScore = (bits.get(table) ?? 0) - LOOSE_BITS * (looseIn.get(table)! - 1);
    const culprit = sharedOf(cluster);
    if (score < LEAST_BITS || ownScore < LEAST_OWN_BITS || culprit === undefined) return [];
    const sums = cluster.map(({ judged }) => judged);
    return [{ sums, culprit, exact: exact.length, others: loose.length - cluster.length }];
  });
}

function bitsByTable(exact: readonly Sum[]): ReadonlyMap<number, number> {
  const bits = new Map<number, number>();
  for (const sum of exact) bits.set(sum.table, (bits.get(sum.table) ?? 0) + sum.bits);
  return bits;
}

/** A sum of one table whose parts and total are printed on one step, and that step. */
function sumOf(judged: Judged, figures: readonly Figure[]): { readonly grid: string; readonly sum: Sum } | undefined {
  const { relation, judgement } = judged;
  const exact = holds(judged);
  if (relation.form.kind !== "sum" || !isBelieved(judged) || !(exact || judgement.verdict === "attainable"))
    return undefined;
  const { where, measured } = figures[relation.form.result]!;
  const { quantum, unit } = measured!;
  if (where.kind !== "table" || !judged.figures.every((f) => isOn(figures[f]!, quantum))) return undefined;
  const parts = relation.form.terms.filter(({ figure }) => figures[figure]!.measured!.value.n !== 0n).length;
  return {
    grid: `${relation.kind} ${unit} ${quantum.n}/${quantum.d}`,
    sum: { judged, table: where.table, exact, bits: bitsOfExact(parts) },
  };
}

/** By how many parts a sum has: what it says for forced footing that it is exact, in bits (3/4, 2/3, 115/192 and 11/20 are by chance). */
const EXACT_BITS = [0, 0, 0.42, 0.58, 0.74, 0.86];

/** Of many parts the chance is near to that of a normal distribution, the root of 6 / (pi (parts + 1)). */
const bitsOfExact = (parts: number): number => EXACT_BITS[parts] ?? (bitsOf(parts + 1) - 0.93) / 2;

const isOn = ({ measured }: Figure, quantum: Rational): boolean => equal(measured!.quantum, quantum);

/** Columns that are printed again prove nothing a second time. */
function differing(sums: readonly Sum[], figures: readonly Figure[]): readonly Sum[] {
  const seen = new Set<string>();
  return sums.filter(({ judged }) => {
    const key = judged.figures
      .map((f) => figures[f]!.measured!.value)
      .map(({ n, d }) => `${n < 0n ? -n : n}/${d}`)
      .sort()
      .join(" ");
    return !seen.has(key) && seen.add(key);
  });
}

/** Sums of one table that share a figure, or are joined by others that do. */
type Cluster = readonly [Sum, ...Sum[]];

/** Sums that hang together by the figures they share, in the order of their first. */
function clustersOf(sums: readonly Sum[]): readonly Cluster[] {
  // For each figure the first sum that has it, and for each sum an earlier one that it hangs together with: itself, where it is the first.
  const firstWith = new Map<number, number>();
  const before = sums.map((_, i) => i);
  const headOf = (i: number): number => {
    let at = i;
    while (before[at] !== at) {
      before[at] = before[before[at]!]!;
      at = before[at]!;
    }
    return at;
  };
  sums.forEach(({ judged }, i) => {
    for (const f of judged.figures) {
      const other = firstWith.get(f);
      if (other === undefined) firstWith.set(f, i);
      else {
        const [one, two] = [headOf(i), headOf(other)];
        before[Math.max(one, two)] = Math.min(one, two);
      }
    }
  });
  const clusters = new Map<number, [Sum, ...Sum[]]>();
  sums.forEach((sum, i) => {
    const cluster = clusters.get(headOf(i));
    if (cluster === undefined) clusters.set(headOf(i), [sum]);
    else cluster.push(sum);
  });
  return [...clusters.values()];
}

/** The last figure that stands in every sum of the cluster. */
function sharedOf(cluster: Cluster): number | undefined {
  const [first, ...rest] = cluster;
  const inAll = new Set(first.judged.figures);
  for (const { judged } of rest) {
    const here = new Set(judged.figures);
    for (const f of inAll) if (!here.has(f)) inAll.delete(f);
  }
  return first.judged.figures.filter((f) => inAll.has(f)).at(-1);
}
