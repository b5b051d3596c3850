import type { Printed } from "../../text/printed.ts";
import { type PieceAmount, pieceAmount } from "./_piece-amount.ts";

/** What sums say about a grid. */
export interface Proof {
  /**
   * Rows that a sum runs through: a row is what the rows right above it add up to, or the first of them less the rest, to the last digit
   * in two columns and more, and in no more than one column not. A cell in a wrong column, or a column moved by a row, breaks the sums
   * it is in; that two columns add up over the same rows by chance happens once in some ten thousand grids.
   */
  readonly exact: readonly boolean[];
  /** Rows that such a sum gives. */
  readonly totals: readonly boolean[];
  /** Whether two sums and more that hold in every column, to what rounding allows, run through all rows. */
  readonly whole: boolean;
}

export function proofOf(columns: readonly (readonly Printed[])[]): Proof {
  const amounts = columns.map((column) => column.map(({ text }) => pieceAmount(text)));
  const rows = columns[0]!.length;
  const about: boolean[] = new Array(rows).fill(false);
  const sums: Sum[] = [];
  let loose = 0;
  for (let first = 0; first + FEWEST <= rows; first++) {
    const running = amounts.map((column): Running => {
      const { scaled, unit } = column[first]!;
      return { up: scaled, down: scaled, parts: 0, unit };
    });
    for (let total = first + 1; total < rows && total - first <= MOST; total++) {
      if (total - first >= FEWEST - 1) {
        const broken = brokenIn(amounts, running, total);
        if (broken !== undefined) sums.push({ first, total, broken });
        if (holdsAbout(amounts, running, total)) {
          if (!about[total]) loose++;
          about.fill(true, first, total + 1);
        }
      }
      for (const [c, sum] of running.entries()) addTo(sum, amounts[c]![total]!);
    }
  }
  return { ...exactOf(sums, columns.length, rows), whole: loose > 1 && !about.includes(false) };
}

interface Sum {
  readonly first: number;
  readonly total: number;
  /** The column in which it does not hold; -1 for none. */
  readonly broken: number;
}

/** A column may break a sum where it holds in more: one that holds in none stands as it should not. */
function exactOf(sums: readonly Sum[], width: number, rows: number): Pick<Proof, "exact" | "totals"> {
  const credit: number[] = new Array(width).fill(0);
  const best = new Map<number, Sum>();
  for (const sum of sums) if (best.get(sum.total)?.broken !== -1) best.set(sum.total, sum);
  for (const { broken } of best.values()) for (let c = 0; c < width; c++) credit[c]! += c === broken ? -1 : 1;
  const exact: boolean[] = new Array(rows).fill(false);
  const totals: boolean[] = new Array(rows).fill(false);
  for (const { first, total, broken } of sums) {
    if (broken >= 0 && credit[broken]! < 1) continue;
    exact.fill(true, first, total + 1);
    totals[total] = true;
  }
  return { exact, totals };
}

interface Running {
  up: number;
  down: number;
  /** How many of the rows below the first are no zeros. */
  parts: number;
  /** The coarsest step that one of them is printed in. */
  unit: number;
}

/** Two rows and their sum. */
const FEWEST = 3;
const MOST = 30;
/** Digits that tell: what one or two digits add up to, others do as well. */
const TELLING = 3;
/** A misprinted sum is mostly off by less than this part of it. */
const NEAR = 4;

function addTo(sum: Running, { scaled, unit }: PieceAmount): void {
  sum.up += scaled;
  sum.down -= scaled;
  if (scaled !== 0) sum.parts++;
  if (unit > sum.unit) sum.unit = unit;
}

type Amounts = readonly (readonly PieceAmount[])[];

/** The column in which a sum does not hold, -1 where it holds in all; undefined where it holds in too few. All columns add up in one way. */
function brokenIn(amounts: Amounts, sums: readonly Running[], total: number): number | undefined {
  for (const way of ["up", "down"] as const) {
    let exact = 0;
    const broken: number[] = [];
    for (const [c, sum] of sums.entries()) {
      const { scaled, digits } = amounts[c]![total]!;
      const off = Math.abs(sum[way] - scaled);
      if (off * NEAR > Math.abs(scaled)) broken.push(c, c);
      else if (off > 0) broken.push(c);
      else if (sum.parts > 0 && digits >= TELLING) exact++;
    }
    if (exact >= 2 && broken.length <= (sums.length > 2 ? 1 : 0)) return broken[0] ?? -1;
  }
  return undefined;
}

function holdsAbout(amounts: Amounts, sums: readonly Running[], total: number): boolean {
  let telling = 0;
  let ups = true;
  let downs = true;
  for (const [c, { up, down, parts, unit }] of sums.entries()) {
    const { scaled, digits } = amounts[c]![total]!;
    const room = (parts + 2) * unit;
    ups &&= 2 * Math.abs(up - scaled) <= room;
    downs &&= 2 * Math.abs(down - scaled) <= room;
    if (parts > 0 && digits > 1) telling++;
  }
  return telling >= 2 && (ups || downs);
}
