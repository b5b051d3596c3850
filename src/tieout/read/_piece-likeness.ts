import type { Printed } from "../../text/printed.ts";
import { isNegative, pieceAmount } from "./_piece-amount.ts";

/** How much speaks for it, in bits, that two cells of a run stand in one row. */
export type Likeness = (a: number, b: number) => number;

/** What is printed in a cell, as far as the cells of its row share it. */
interface Print {
  /** Whether nothing but a dash is there. */
  readonly dash: boolean;
  readonly percent: boolean;
  readonly negative: boolean;
  /** Digits behind the point. */
  readonly places: number;
  /** The power of ten, with its fraction. */
  readonly size: number;
}

/**
 * What it says that two figures differ by less than so many powers of ten: how much likelier that is for neighbours in a row than for any
 * two figures of one table. Counted over the tables of releases, as what is said of signs and dashes.
 */
const SIZES: readonly (readonly [number, number])[] = [
  [0.05, 2],
  [0.1, 1.7],
  [0.2, 1],
  [0.3, 0],
  [0.75, -0.2],
  [1, -1.3],
  [1.5, -1.6],
];
const FAR = -2.1;
const BOTH_DASHES = 0.7;
const ONE_DASH = -0.2;
const BOTH_NEGATIVE = 0.8;
const BOTH_POSITIVE = 0.2;
const MIXED = -1.3;
/** What it costs that an amount stands beside a percentage, or figures of other decimals beside each other. */
const ALIEN = -9;
const PLACES = -4;

/** Weighs pairs of a run's cells. That two share their kind says nothing: the cells of a column do so too. */
export function likenessOf(cells: readonly Printed[]): Likeness {
  const prints = cells.map(({ text }) => printOf(text));
  return (i, j) => {
    const a = prints[i]!;
    const b = prints[j]!;
    // A lone dash may be of any kind.
    if (a.percent !== b.percent && !(a.dash && !a.percent) && !(b.dash && !b.percent)) return ALIEN;
    if (a.dash || b.dash) return a.dash && b.dash ? BOTH_DASHES : ONE_DASH;
    if (a.places !== b.places) return PLACES * Math.min(2, Math.abs(a.places - b.places));
    const apart = Math.abs(a.size - b.size);
    const size = SIZES.find(([most]) => apart < most)?.[1] ?? FAR;
    return size + (a.negative !== b.negative ? MIXED : a.negative ? BOTH_NEGATIVE : BOTH_POSITIVE);
  };
}

function printOf(text: string): Print {
  const { scaled, digits, places } = pieceAmount(text);
  return {
    dash: digits === 0,
    percent: text.includes("%"),
    negative: isNegative(text),
    places,
    size: scaled === 0 ? 0 : Math.log10(Math.abs(scaled)),
  };
}

/** Whether more than one row in fifteen mixes percentages with amounts, or amounts with amounts per share: then its cells came from several rows. */
export function areMixed(columns: readonly (readonly Printed[])[]): boolean {
  const prints = columns.map((column) => column.map(({ text }) => printOf(text)));
  const rows = prints[0]!.length;
  let mixed = 0;
  for (let r = 0; r < rows; r++) {
    const row = prints.map((column) => column[r]!).filter(({ dash }) => !dash);
    const [first] = row;
    if (row.some(({ percent, places }) => percent !== first!.percent || Math.abs(places - first!.places) > 1)) mixed++;
  }
  return mixed * MIXED_ROWS > rows;
}

const MIXED_ROWS = 15;
