/**
 * A list of items with the same lanes of evidence: the rows of a table with its columns, or its columns with its rows. What
 * adds up in several lanes is believed; what then fails in one is an error there.
 */
export interface Lanes {
  readonly items: readonly Item[];
  readonly count: number;
  /** Whether a lane is a row of the print (sums across) and not a column: figures of one row are taken for one another. */
  readonly across: boolean;
}

export interface Item {
  readonly label: string;
  /** By lane, whole numbers of one step; NaN where nothing stands. */
  readonly values: readonly number[];
  /** By lane, the width of the grid that the value is printed on; 0 where nothing stands. */
  readonly quanta: readonly number[];
  /** Cues: the label calls it a total, a result (net, gross, profit), something taken away, or a part "of which". */
  readonly total: boolean;
  readonly result: boolean;
  readonly contra: boolean;
  readonly memo: boolean;
  readonly ruleAbove: boolean;
  readonly bold: boolean;
  /** Whether a heading or a gap stands before it. */
  readonly opens: boolean;
}

export interface Hypothesis {
  /** Indices of items, with +1 or -1; in the order of the print. */
  readonly terms: readonly { readonly item: number; readonly sign: 1 | -1 }[];
  readonly target: number;
  /** Bits of evidence less the price of the description. */
  readonly score: number;
  readonly natural: boolean;
  readonly lanes: readonly LaneState[];
  readonly skipped: readonly number[];
  readonly direction: "down" | "up";
}

export interface LaneState {
  readonly lane: number;
  readonly state: "exact" | "holds" | "fails" | "nil";
  /** target less the sum, in steps. */
  readonly rest: number;
  /** Whether one slip in one figure of a failing lane repairs it. */
  readonly slip: boolean;
  /** What the lane adds to the score. */
  readonly bits: number;
}
