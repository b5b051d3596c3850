import type { Piece } from "./source-text.ts";

/** What a figure is asked for by. */
export interface FigureAsk {
  /** "revenue", "non-gaap-diluted-eps@v2006". */
  readonly measure: Piece;
  /** Relative words and codes as they stand: "year-ago", "to-date"; "2006-9M". None is the quarter of the release. */
  readonly period: readonly Piece[];
  readonly member: readonly MemberPart[];
}

export interface MemberPart {
  readonly kind: "division" | "region" | "category";
  readonly name: Piece;
}

/** The calendar of the release in words. */
export type CalendarName = "date" | "dateline" | "quarter" | "year" | "period-start" | "period-end" | "weeks";

/** What stands between braces. Nothing of it is executed; what its names mean is looked up when the release is made. */
export type Binding =
  /** `{revenue year-ago region="Asia/Pacific" | millions 0.1}` */
  | { readonly kind: "figure"; readonly ask: FigureAsk; readonly form: readonly Piece[] }
  /** `{word revenue-growth: grew, declined, was flat}`: one figure against zero, or two against each other. */
  | {
      readonly kind: "word";
      readonly asks: readonly FigureAsk[];
      readonly form: readonly Piece[];
      /** For above, below and the same. */
      readonly words: readonly [Piece, Piece, Piece];
    }
  /** `{plural plants-closed: plant, plants}` */
  | {
      readonly kind: "plural";
      readonly ask: FigureAsk;
      readonly form: readonly Piece[];
      readonly words: readonly [Piece, Piece];
    }
  /** `{quarter of to-date}`, `{Quarter}`. */
  | {
      readonly kind: "calendar";
      readonly name: CalendarName;
      /** Whether the name is written with a capital, and what it prints begins with one. */
      readonly isCapital: boolean;
      readonly place: Piece;
      readonly period: readonly Piece[];
      readonly form: readonly Piece[];
    }
  /** `{literal "S&P 500": the name of an index}` */
  | { readonly kind: "literal"; readonly text: Piece; readonly reason: Piece };

/** Why a binding cannot be read; `from` and `to` are offsets between its braces. */
export interface BindingTrouble {
  readonly code: "binding-not-read" | "period-unknown";
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly remedy: string;
}

export type BindingRead = { readonly binding: Binding } | { readonly trouble: BindingTrouble };
