import type { BooksFinding } from "../books/books-finding.ts";
import type { JournalFile } from "./journal-file.ts";
import type { ParquetShape } from "./parquet-source.ts";
import type { Summary } from "./summary.ts";

/** One file of journals as the warehouse has it. */
export interface Source {
  readonly file: JournalFile;
  /** Undefined where no line of the file is in the warehouse. */
  readonly summary: Summary | undefined;
  readonly findings: readonly BooksFinding[];
  /** Where its lines are: in the engine's memory under a number, in a sorted copy, or in the file itself. */
  readonly held: Held | undefined;
  /** Known where anything is remembered. */
  readonly sha256: string | undefined;
}

export type Held =
  | { readonly kind: "table"; readonly number: number }
  | { readonly kind: "copy"; readonly path: string }
  | { readonly kind: "place"; readonly shape: ParquetShape };
