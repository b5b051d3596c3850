import type { BooksFinding } from "../books/books-finding.ts";
import type { Control } from "./control.ts";
import type { CsvHead } from "./csv-head.ts";
import type { JournalFile } from "./journal-file.ts";
import type { ParquetShape } from "./parquet-source.ts";
import type { LazyHash } from "./raw-file.ts";
import type { Hashed, Stamp } from "./stamp.ts";

/** One file of journals as the warehouse has it. */
export interface Source {
  readonly file: JournalFile;
  /** Where its lines are: in the engine's memory, in a copy, or in the file itself (text for CSV, place for Parquet). Undefined where none of them is in the warehouse. */
  readonly held: Held | undefined;
  /** By which the engine knows it. */
  readonly number: number;
  readonly lines: number;
  /** Lines that lack what every line must have. They stay where they are, and no statement sees them. */
  readonly bad: number;
  readonly findings: readonly BooksFinding[];
  /** What is known of it from an earlier run, or is to be remembered; undefined where nothing is. */
  readonly memory: Memory | undefined;
}

export type Held =
  | { readonly kind: "table" }
  | { readonly kind: "copy"; readonly path: string }
  | { readonly kind: "text"; readonly columns: CsvHead["columns"] }
  | { readonly kind: "place"; readonly shape: ParquetShape };

/** What is remembered of a file in which there was nothing to find fault with; it grows as the warehouse is asked. */
export interface Memory {
  /** The file as it was when it was taken in. */
  readonly stamp: Stamp;
  readonly hash: LazyHash;
  readonly isSettled: boolean;
  copy: Hashed | null;
  groups: GroupsCopy | null;
  control: Control | null;
}

/** The groups of a file, as they were made under these deals. */
export interface GroupsCopy extends Hashed {
  readonly stage: string;
}
