import type { Books } from "../books/books.ts";
import type { Passed } from "../books/books-finding.ts";
import type { FactBook } from "../measures/fact-book.ts";
import type { Chart, Event, ReleaseTable } from "./release.ts";

/** One file of a release; `path` is relative to the workspace, with forward slashes: "releases/2007-q3/tables.yaml". */
export interface ReleaseFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a release's folder, and company.yaml where it is at hand: with it, findings about its texts have a line. */
export interface ReleaseFiles {
  readonly release: ReleaseFile;
  readonly tables?: ReleaseFile | undefined;
  readonly call?: ReleaseFile | undefined;
  readonly marks?: ReleaseFile | undefined;
  readonly company?: ReleaseFile | undefined;
}

/** What tables, charts and the call are made from. */
export interface TableAsk {
  readonly books: Books;
  readonly facts: FactBook;
  /** The quarter that the release is of, which relative periods are counted from. */
  readonly period: string;
  readonly files: ReleaseFiles;
}

/**
 * What the text of a release asks for by its directives. The ids of figures are left "": the release numbers them in its own order. A point of a chart whose
 * figure is the very record of a table's cell keeps being one figure with it.
 */
export interface TableSource {
  /** Undefined where no table has the name, and where the table could not be made, which is told then. */
  readonly table: (name: string) => ReleaseTable | undefined;
  readonly chart: (name: string) => Chart | undefined;
  /** The call; undefined where there is no call.yaml. */
  readonly call: () => Event | undefined;
  /** Every name that is declared, also of what could not be made: a name outside of these is unknown. */
  readonly tableNames: readonly string[];
  readonly chartNames: readonly string[];
}

/** Reads tables.yaml and call.yaml. Findings are those of the files; that no table has a name is told by whoever asks. */
export type OpenTables = (ask: TableAsk) => Passed<TableSource>;
