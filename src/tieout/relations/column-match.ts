import type { FactRow } from "./fact-row.ts";

/** Which columns of two tables stand for one another, told by the values they share where their heads do not say. */
export interface ColumnMatch {
  /** The column of the later table for a column of the earlier one; `sure` where they share enough to outweigh their heads. */
  readonly partner: (earlier: number, later: number, column: number) => Partner | undefined;
}

export interface Partner {
  readonly column: number;
  readonly sure: boolean;
  /** Whether it would stand, and as surely, without one of the values that the two share. */
  readonly firm: boolean;
}

export interface Sighting {
  readonly row: FactRow;
  /** The position in the row's cells. */
  readonly cell: number;
}

/** A value that is printed more often than this tells nothing of where it belongs. */
export const MOST_SIGHTINGS = 8;
const LEAST_VOTES = 2;
const LEAST_BITS = 20;
const SURE_VOTES = 3;
const SURE_BITS = 36;

/** Where each value is printed, those too frequent left out. */
export function sightings(rows: readonly FactRow[]): readonly (readonly Sighting[])[] {
  const bySize = new Map<string, Sighting[]>();
  for (const row of rows)
    row.cells.forEach(({ size }, cell) => {
      if (size === "") return;
      const list = bySize.get(size);
      if (list === undefined) bySize.set(size, [{ row, cell }]);
      else if (list.length <= MOST_SIGHTINGS) list.push({ row, cell });
    });
  return [...bySize.values()].filter((list) => list.length > 1 && list.length <= MOST_SIGHTINGS);
}

interface Vote {
  readonly earlier: number;
  readonly later: number;
  readonly count: number;
  readonly bits: number;
}

/** More tables or columns than this are not told apart by one code. */
const MOST = 1 << 20;
const code = (a: number, b: number): number => a * MOST + b;

/** Lets shared values vote: two columns that share several, and no other column as many, are one. */
export function matchColumns(seen: readonly (readonly Sighting[])[]): ColumnMatch {
  const votes = new Map<number, Map<number, Vote>>();
  for (const list of seen)
    for (let j = 1; j < list.length; j++)
      for (let i = 0; i < j; i++) {
        const [a, b] = [list[i]!, list[j]!];
        if (a.row.table === b.row.table) continue;
        const tables = code(a.row.table, b.row.table);
        let counts = votes.get(tables);
        if (counts === undefined) {
          counts = new Map();
          votes.set(tables, counts);
        }
        const { column: earlier, bits } = a.row.cells[a.cell]!;
        const { column: later } = b.row.cells[b.cell]!;
        const vote = counts.get(code(earlier, later));
        counts.set(code(earlier, later), {
          earlier,
          later,
          count: (vote?.count ?? 0) + 1,
          bits: (vote?.bits ?? 0) + bits,
        });
      }
  const partners = new Map<number, ReadonlyMap<number, Partner>>();
  for (const [tables, counts] of votes) partners.set(tables, elected([...counts.values()]));
  return { partner: (earlier, later, column) => partners.get(code(earlier, later))?.get(column) };
}

interface Best {
  readonly count: number;
  readonly times: number;
}

function elected(votes: readonly Vote[]): ReadonlyMap<number, Partner> {
  const left = new Map<number, Best>();
  const right = new Map<number, Best>();
  for (const { earlier, later, count } of votes) {
    left.set(earlier, better(left.get(earlier), count));
    right.set(later, better(right.get(later), count));
  }
  const isAlone = (best: Best, count: number): boolean => best.count === count && best.times === 1;
  const found = new Map<number, Partner>();
  for (const { earlier, later, count, bits } of votes) {
    if (count < LEAST_VOTES || bits < LEAST_BITS) continue;
    if (!isAlone(left.get(earlier)!, count) || !isAlone(right.get(later)!, count)) continue;
    const sure = count >= SURE_VOTES && bits >= SURE_BITS;
    found.set(earlier, { column: later, sure, firm: count > (sure ? SURE_VOTES : LEAST_VOTES) });
  }
  return inOrder(votes, found);
}

/** Columns of one order: where several stand the same distance apart in the two tables, those with fewer votes do too. */
function inOrder(votes: readonly Vote[], found: ReadonlyMap<number, Partner>): ReadonlyMap<number, Partner> {
  const distances = new Map<number, number>();
  for (const [earlier, { column, sure }] of found)
    if (sure) distances.set(column - earlier, (distances.get(column - earlier) ?? 0) + 1);
  const taken = new Set([...found.values()].map((p) => p.column));
  const all = new Map<number, Partner>();
  for (const [earlier, partner] of found) {
    const alike = (distances.get(partner.column - earlier) ?? 0) - (partner.sure ? 1 : 0);
    all.set(earlier, alike >= 2 ? { ...partner, firm: true } : partner);
  }
  for (const { earlier, later } of votes)
    if (!all.has(earlier) && !taken.has(later) && (distances.get(later - earlier) ?? 0) >= 2) {
      all.set(earlier, { column: later, sure: false, firm: false });
      taken.add(later);
    }
  return all;
}

function better(best: Best | undefined, count: number): Best {
  if (best === undefined || count > best.count) return { count, times: 1 };
  return count === best.count ? { count, times: best.times + 1 } : best;
}
