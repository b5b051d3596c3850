import type { Period } from "../../calendar/period.ts";
import type { MeasureKind } from "../figures/kind.ts";
import type { ScaleStatement } from "./scale.ts";

/** What kind of statement a table is; "other" for notes, summaries and all the rest. */
export type StatementKind = "balance" | "income" | "cash" | "equity" | "other";

export type Basis = "GAAP" | "non-GAAP" | "constant-currency" | "organic" | "adjustment" | "unknown";

/** What the heads, the labels and the caption of a table say about its cells. Rows and columns are indexed from 0 here. */
export interface TableMeaning {
  /** The caption: title lines above the table or in its first rows, joined. */
  readonly caption: string;
  /** How many rows at the top are heads (title rows included). */
  readonly headRows: number;
  /** How many columns at the left hold labels: 1 as a rule, 0 where there are none. */
  readonly labelColumns: number;
  /** The statement that it is or belongs to, by its caption or its rows. */
  readonly statement?: StatementKind;
  /** From the caption and its exceptions. A power of ten; 0 where nothing is said. */
  readonly scale: number;
  /** The statement that the scale comes from, share counts apart; undefined where nothing says. */
  readonly scaleStatement?: ScaleStatement | undefined;
  /** Whether the table says its scale itself; else it stands for the document's or an earlier table's. */
  readonly scaleStated?: boolean;
  /** ISO 4217 code, or undefined where nothing says. "$" alone has been resolved to the issuer's dollar. */
  readonly currency: string | undefined;
  readonly columns: readonly ColumnMeaning[];
  readonly rows: readonly RowMeaning[];
}

export interface ColumnMeaning {
  readonly kind: "label" | "amount" | "change" | "percent-change" | "percent-of" | "note" | "other";
  /** The words of its heads, from the top down, joined by a space. */
  readonly head: string;
  readonly period: Period | undefined;
  readonly basis: Basis;
  /** For change and percent-change: the columns (current, comparative) that it compares, where that is clear. */
  readonly compares: readonly [number, number] | undefined;
  /** Whether the head says that it adds the others ("Total", "Consolidated"). */
  readonly total: boolean;
  /** What a head says of the unit, over the row ("%", "per share"), and a scale of its own. */
  readonly kindOfCells: MeasureKind | undefined;
  readonly scale: number | undefined;
}

export interface RowMeaning {
  readonly kind: "head" | "section" | "data" | "blank";
  /** Its own label without footnote marks and leaders. */
  readonly label: string;
  /** The labels of the sections and shallower rows it stands under, from the outermost. */
  readonly path: readonly string[];
  /** Depth by indentation and sections, 0 the shallowest. */
  readonly level: number;
  /** Whether the label calls it a total or a subtotal ("Total ...", "Net income", "Gross profit"): a cue only. */
  readonly total: boolean;
  /** Whether the label says that it is taken away ("less", "cost of", "expenses", "provision for"): a cue only. */
  readonly contra: boolean;
  readonly ruleAbove: boolean;
  readonly bold: boolean;
  /** What the label says its cells count; undefined leaves it to the cell and the column. */
  readonly kindOfCells: MeasureKind | undefined;
  /** A scale of its own ("(in millions)", "shares in thousands"). */
  readonly scale: number | undefined;
  readonly basis: Basis;
  /** Where rows carry the period ("Balance at March 31, 2023", a row a quarter). */
  readonly period: Period | undefined;
  /** Whether its cells are closes at the start or at the end of the column's period ("Cash at beginning of year"). */
  readonly moment?: "start" | "end";
  /** The columns in force at this row, where heads changed half-way down the table; else those of the table. */
  readonly columns?: readonly ColumnMeaning[];
}
