import type { Block, Cell, Heading, Paragraph, Row, Table } from "../document.ts";
import type { Token } from "./token.ts";

/** A document with the tokens of each of its texts, in the order of its blocks. */
export type LexedBlock = LexedText | LexedTable;

export interface LexedText {
  readonly kind: "text";
  readonly block: Heading | Paragraph;
  readonly tokens: readonly Token[];
}

export interface LexedTable {
  readonly kind: "table";
  readonly block: Table;
  /** Row by row, with the tokens of each cell beside it. */
  readonly rows: readonly LexedRow[];
}

export interface LexedRow {
  readonly row: Row;
  readonly cells: readonly LexedCell[];
}

export interface LexedCell {
  readonly cell: Cell;
  readonly tokens: readonly Token[];
}

export type { Block };
