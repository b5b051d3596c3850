import type { SourcePlace } from "../books/books.ts";
import type { Day } from "../calendar/date.ts";
import type { Rational } from "../exact/rational.ts";
import type { RoundingMode } from "../exact/rounding.ts";
import type { Fact } from "../measures/fact.ts";

/*
 * A release as it is written, free of any format: what outputs print is decided here, how it looks is theirs. Every number in it is a bound figure,
 * a day or a literal with a reason; text between them holds none.
 */

/** How one figure is printed. */
export interface PrintForm {
  /** The step of the grid in the printed unit: 0.1 of millions, 1 of percent. Above zero. */
  readonly quantum: Rational;
  /** The power of ten that the printed unit is of the fact's: 6 for millions, -2 for percent of a ratio. */
  readonly scale: number;
  readonly rounding: RoundingMode;
  /** What the unit is shown by: "$371.2 million" and "12 percent"; "12%"; the number alone, as in a cell. */
  readonly unit: "word" | "sign" | "bare";
  /** Prints "approximately" where the figure is not exactly what is printed. */
  readonly about: boolean;
  /** Prints the size alone: "declined 5 percent". */
  readonly absolute: boolean;
  /** Prints the number in words: "six". */
  readonly words: boolean;
  /** How less than zero is shown. */
  readonly negative: "minus" | "brackets";
}

/** A fact printed at one place. */
export interface BoundFigure {
  /** "F12": in the order of the release, tables included. Unique in it. */
  readonly id: string;
  readonly fact: Fact;
  readonly form: PrintForm;
  /** All that is printed: "$371.2 million", "(5.1)", "—", "NM". */
  readonly text: string;
  /** Where the digits stand in `text`: from the first digit or leading point to the last digit; equal where there are none. */
  readonly from: number;
  readonly to: number;
  /** Where the binding stands: in release.md, or the cell's row and column in tables.yaml. */
  readonly place: SourcePlace;
}

export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly strong: boolean; readonly emphasis: boolean }
  | {
      readonly kind: "figure";
      readonly figure: BoundFigure;
      /** Set off as the words around it are; not there where it is not. */
      readonly strong?: boolean;
      readonly emphasis?: boolean;
    }
  /** A day, a period, a name with digits: printed from the calendar or as typed, with the reason why it is no figure. */
  | {
      readonly kind: "literal";
      readonly text: string;
      readonly reason: string;
      readonly place: SourcePlace;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
    }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "break" };

export interface Heading {
  readonly kind: "heading";
  /** 1 is the headline, of which there is one. */
  readonly level: 1 | 2 | 3;
  readonly content: readonly Inline[];
  readonly place: SourcePlace;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** "quotation" is set off as somebody's words; "small" is the legal part. */
  readonly role: "subhead" | "text" | "quotation" | "small";
  readonly content: readonly Inline[];
  readonly place: SourcePlace;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly (readonly Inline[])[];
  readonly place: SourcePlace;
}

/** Cells are as many as the columns; the label stands apart. */
export interface TableRow {
  readonly label: string;
  /** How far the label is set in, from 0. */
  readonly level: number;
  readonly kind: "section" | "line" | "subtotal" | "total";
  readonly cells: readonly TableCell[];
}

export type TableCell =
  | {
      readonly kind: "figure";
      readonly figure: BoundFigure /** The sign or unit of this cell: "$" on first and total rows. */;
      readonly sign: string;
    }
  | { readonly kind: "empty" };

export interface HeadCell {
  readonly text: string;
  /** How many columns it spans; the cells of a row of heads cover all columns. */
  readonly span: number;
}

export interface ReleaseTable {
  readonly kind: "table";
  readonly name: string;
  readonly title: string;
  /** "($ millions, except per share)"; "" where heads say it. */
  readonly unitText: string;
  /** Rows of heads from above; the last has a cell for each column. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The rounding footnote stands here exactly when the display does not foot; then what the writer added. */
  readonly footnotes: readonly string[];
  readonly place: SourcePlace;
}

export interface TableColumn {
  readonly kind: "amount" | "growth" | "change" | "share";
  readonly period: string;
}

/** A chart says nothing that its table does not say: the same figures stand behind it. */
export interface Chart {
  readonly kind: "chart";
  readonly name: string;
  readonly form: "bars" | "waterfall" | "stacked";
  readonly title: string;
  /** Said to those who cannot see it: one sentence. */
  readonly description: string;
  readonly unitText: string;
  readonly series: readonly ChartSeries[];
  readonly place: SourcePlace;
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly {
    readonly label: string;
    readonly figure: BoundFigure /** In a waterfall, a bar that stands on the ground; in stacked bars, what they add up to, printed above them. */;
    readonly total: boolean;
  }[];
}

/** A call or a webcast, its moments in a named zone. */
export interface Event {
  readonly kind: "event";
  readonly title: string;
  readonly lines: readonly (readonly Inline[])[];
  readonly place: SourcePlace;
}

export interface Contacts {
  readonly kind: "contacts";
  readonly people: readonly {
    readonly name: string;
    readonly title: string | undefined;
    readonly phone: string | undefined;
    readonly email: string | undefined;
  }[];
}

export type Block = Heading | Paragraph | List | ReleaseTable | Chart | Event | Contacts;

export interface Release {
  readonly company: string;
  readonly title: string;
  readonly period: string;
  /** The day it goes out. */
  readonly date: Day;
  readonly blocks: readonly Block[];
  /** Every figure, in the order of the release. */
  readonly figures: readonly BoundFigure[];
}
