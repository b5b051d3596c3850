import type { Period } from "../../calendar/period.ts";
import type { Rational } from "../../exact/rational.ts";
import type { Hedge, Token } from "../lex/token.ts";
import type { Basis } from "../meaning/table.ts";
import type { FigureKind, MeasureKind } from "./kind.ts";

export type { FigureKind, MeasureKind };

/** A number-like token of the document with all that is known of it. */
export interface Figure {
  /** "f12"; figures are numbered from 1 in reading order. */
  readonly id: string;
  readonly kind: FigureKind;
  /** As printed. */
  readonly text: string;
  /** UTF-16 code units of the source. */
  readonly start: number;
  readonly end: number;
  /** Whether a tag or an entity stands inside the token, so that the source from start to end is not the text. */
  readonly split: boolean;
  /** There for the kinds of MeasureKind, and for no other. */
  readonly measured: Measured | undefined;
  readonly token: Token;
  readonly where: TablePlace | ProsePlace;
  /** The author's words for it: row labels from the outermost section, joined by " / "; in prose the words that name it. */
  readonly label: string;
  readonly measure: string;
  readonly member: string;
  readonly basis: Basis;
  readonly period: Period | undefined;
}

export interface Measured {
  /** In base units, with its sign: $371.2 million is 371200000, 12 percent 12/100, 200 basis points 200. */
  readonly value: Rational;
  /** The step of the grid it is printed on, in base units (domain TIE-02); above zero. */
  readonly quantum: Rational;
  /** "USD", "USD/share", "ratio", "bp", "shares", "count", "days"; an amount of unknown currency has "currency". */
  readonly unit: string;
  readonly hedge: Hedge | undefined;
}

/** Counted from 1 as the report has them: tables in the document, rows and columns in the table, label columns counted. */
export interface TablePlace {
  readonly kind: "table";
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Paragraphs and headings count together from 1; `from` and `to` are the token's place in the paragraph's text. */
export interface ProsePlace {
  readonly kind: "prose";
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}
