import type { Family } from "./family.ts";

/** A name that the release itself gives to a measure of its own. */
export interface LearnedName {
  /** As first printed, without footnote marks. */
  readonly name: string;
  readonly family: Family;
  /** Whether a table leads from a line of the standards to it. */
  readonly reconciled: boolean;
  /** Whether a sentence says what it is. */
  readonly defined: boolean;
  /** Whether the release calls it a measure that is not of the standards. */
  readonly listed: boolean;
}

export type MeasureBasis = "GAAP" | "non-GAAP";

/** A measure's name where it stands in a text. */
export interface Named {
  readonly family: Family;
  readonly basis: MeasureBasis;
  /** As printed. */
  readonly name: string;
  /** UTF-16 code units of the text. */
  readonly from: number;
  readonly to: number;
  /** What the release itself says of the name. */
  readonly learned?: LearnedName;
}
