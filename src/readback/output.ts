import type { BoundFigure } from "../release/release.ts";

/** Where something stands in an output: UTF-16 code units, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A release as one output prints it. */
export interface PrintedRelease {
  /** "release.html". */
  readonly name: string;
  readonly text: string;
  /** Where the digits of each figure stand in `text`, by the figure's id; a figure that is printed twice has two places. */
  readonly figures: ReadonlyMap<string, readonly Range[]>;
  readonly bound: ReadonlyMap<string, BoundFigure>;
}
