import type { Books, SourcePlace } from "../books/books.ts";
import type { Say } from "../books/said.ts";
import type { Rational } from "../exact/rational.ts";
import type { Fact, Member } from "../measures/fact.ts";
import type { FactBook, MeasureInfo } from "../measures/fact-book.ts";
import type { TableColumn, TableRow } from "./release.ts";
import type { ScaleWord } from "./table-file.ts";

/** What tables and charts are made from, and where findings go. */
export interface TableDesk {
  readonly books: Books;
  readonly facts: FactBook;
  /** The quarter of the release. */
  readonly quarter: string;
  readonly infos: ReadonlyMap<string, MeasureInfo>;
  readonly say: Say;
}

/** A column before its cells are made. */
export interface ColumnPlan {
  readonly kind: TableColumn["kind"];
  /** A code; "" where each row has a period of its own. */
  readonly period: string;
  /** The measure that stands in the column for a row of `measure`; undefined where the cell is empty. */
  readonly measureFor: (measure: string) => string | undefined;
  /** The head as it was written. */
  readonly head: string | undefined;
  /** What stands there where nothing was written; undefined for the last day of the period. */
  readonly usualHead: string | undefined;
  readonly step: Rational | undefined;
  readonly isAudited: boolean;
  /** Whether it shows what came, which is empty in rows of periods that lie ahead. */
  readonly isActual?: boolean;
  readonly place: SourcePlace;
}

/** A head over several columns, the last of them included; the text is undefined where it is to be made of their periods. */
export interface HeadGroup {
  readonly head: string | undefined;
  readonly first: number;
  readonly last: number;
}

export interface ColumnsPlan {
  readonly columns: readonly ColumnPlan[];
  readonly groups: readonly HeadGroup[];
}

/** A row before its cells are made. */
export interface RowPlan {
  readonly label: string;
  readonly level: number;
  readonly kind: TableRow["kind"];
  /** Undefined in sections. */
  readonly measure: string | undefined;
  readonly member: Member;
  /** The period of a cell, where it is not that of the column. */
  readonly periodFor?: (columnPeriod: string) => string | undefined;
  /** A fact that no measure has, such as what belongs to no member: shown in columns of amounts, and of changes where the row has them. */
  readonly hasChanges?: boolean;
  readonly factFor?: (measure: string, period: string) => Fact | undefined;
  /** Whether what is not there in a period that the books hold is an amount of zero, as in a statement that has the line for other periods. */
  readonly hasZeros?: boolean;
  /** Whether its period lies behind the quarter of the release. */
  readonly isAhead?: boolean;
  readonly unit?: ScaleWord | undefined;
  readonly step?: Rational | undefined;
  readonly place: SourcePlace;
}

/** A total or subtotal and the rows that it is the sum of, by their indices. */
export interface Footing {
  readonly total: number;
  /** Whether it holds of amounts alone, for a row of it has no change. */
  readonly isOfAmounts?: boolean;
  readonly terms: readonly { readonly row: number; readonly sign: 1 | -1 }[];
  /** Other readings of the rows above, one of which must hold where the first does not: a running total beside one of its own lines. */
  readonly otherwise: readonly (readonly { readonly row: number; readonly sign: 1 | -1 }[])[];
}

export interface RowsPlan {
  readonly rows: readonly RowPlan[];
  readonly footings: readonly Footing[];
}

/** "non-gaap-net-income@v2006" with a suffix: "non-gaap-net-income-growth@v2006". */
export function suffixed(measure: string, suffix: string): string {
  const [name = "", version] = measure.split("@");
  return version === undefined ? `${name}${suffix}` : `${name}${suffix}@${version}`;
}

export const infoOf = (desk: TableDesk, measure: string): MeasureInfo | undefined =>
  desk.infos.get(measure.split("@")[0] ?? "");
