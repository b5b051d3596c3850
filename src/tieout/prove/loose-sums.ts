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
  const bitsOfSums = (sums: readonly Sum[]): number => sums.reduce((bits, sum) => bits + sum.bits, 0);
  return clusters.flatMap((cluster) => {
    const { table } = cluster[0]!;
    const own = (sum: Sum): boolean => sum.table === table;
    const beside = clusters.filter((other) => other !== cluster);
    const score = bitsOfSums(exact) - LOOSE_BITS * beside.length;
    const ownScore = bitsOfSums(exact.filter(own)) - LOOSE_BITS * beside.filter(([first]) => own(first!)).length;
    if (cluster.every(({ judged }) => judged.relation.excused)) return [];
    const culprit = sharedOf(cluster);
    if (score < LEAST_BITS || ownScore < LEAST_OWN_BITS || culprit === undefined) return [];
    return [
      {
        sums: cluster.map(({ judged }) => judged),
        culprit,
        exact: exact.length,
        others: loose.length - cluster.length,
      },
    ];
  });
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

/** Sums that hang together by the figures they share. */
function clustersOf(sums: readonly Sum[]): readonly (readonly Sum[])[] {
  const clusters: { readonly figures: Set<number>; readonly sums: Sum[] }[] = [];
  for (const sum of sums) {
    const joined = clusters.filter(({ figures }) => sum.judged.figures.some((f) => figures.has(f)));
    const [first, ...rest] = joined;
    if (first === undefined) {
      clusters.push({ figures: new Set(sum.judged.figures), sums: [sum] });
      continue;
    }
    for (const { figures, sums: more } of [...rest, { figures: sum.judged.figures, sums: [sum] }]) {
      for (const f of figures) first.figures.add(f);
      first.sums.push(...more);
    }
    for (const one of rest) clusters.splice(clusters.indexOf(one), 1);
  }
  return clusters.map((cluster) => cluster.sums);
}

function sharedOf(cluster: readonly Sum[]): number | undefined {
  const [first, ...rest] = cluster;
  const shared = first!.judged.figures.filter((f) => rest.every(({ judged }) => judged.figures.includes(f)));
  return shared.at(-1);
}
