import type { Printed } from "../text/printed.ts";

/** What a reader makes of the bytes. Blocks stand in reading order. */
export interface Document {
  readonly format: Format;
  /** The encoding by its WHATWG name: "utf-8", "windows-1252", "utf-16le". */
  readonly encoding: string;
  /** The decoded source, a byte order mark kept. All places are UTF-16 code units of it. */
  readonly source: string;
  readonly blocks: readonly Block[];
  /**
   * Where the print of a page changes, ascending: pairs of a place in the source and what is printed from there on, twice the size in
   * twentieths of a point, and one more where it is bold. What stands before the first is of the usual size. None of a text, whose marks are in its source.
   */
  readonly type?: readonly number[] | undefined;
}

export type Format = "html" | "text" | "markdown" | "ixbrl";

export type Block = Heading | Paragraph | Table;

/** A line that announces what follows: markup says so, or a short line of its own in bold or capitals. */
export interface Heading {
  readonly kind: "heading";
  readonly text: Printed;
  /** 1 is the highest. */
  readonly level: number;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** White space folded to single spaces; the lines of a wrapped paragraph joined. */
  readonly text: Printed;
  /** Whether a bullet or a list number stands before it (the bullet itself is not in `text`). */
  readonly bullet: boolean;
}

/**
 * A grid as printed. Spacer columns and empty rows are left out; a currency sign, a bracket or a percent sign that stood in a
 * cell of its own has joined its number. Cells of a row ascend by column and do not overlap; an empty place has no cell.
 */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
  /** How many columns, labels included. Columns count from 1. */
  readonly columns: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Whether a rule (a line, a border, dashes) stands between this row's figures and the row above. */
  readonly ruleAbove: boolean;
}

export interface Cell {
  /** The first column it stands in, from 1. */
  readonly column: number;
  /** How many columns it covers. */
  readonly span: number;
  readonly text: Printed;
  /** Marked as a head by the markup (th, thead, above a markdown rule). */
  readonly head: boolean;
  readonly bold: boolean;
  /** Indentation in steps that grow with the print (spaces, or ems of padding); only an order, within one table. */
  readonly indent: number;
}
