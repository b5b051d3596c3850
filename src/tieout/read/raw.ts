import type { Printed } from "../../text/printed.ts";
import type { Heading, Paragraph } from "../document.ts";

/**
 * A table as a reader finds it, before `arrange` mends it. `from` and `to` give each cell's horizontal extent in whatever
 * the source has: grid columns in HTML, character columns in space-aligned text, field numbers between pipes or tabs.
 * Only overlap is ever asked of them.
 */
export interface RawTable {
  readonly kind: "raw-table";
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly ruleAbove: boolean;
}

export interface RawCell {
  readonly from: number;
  /** The end, itself outside. */
  readonly to: number;
  readonly text: Printed;
  readonly head: boolean;
  readonly bold: boolean;
  readonly indent: number;
}

export type RawBlock = Heading | Paragraph | RawTable;
