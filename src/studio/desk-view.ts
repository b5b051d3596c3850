import type { Evidence } from "../viewer/evidence.ts";

/** What the desk holds: what `GET /api/desk` answers. */
export interface DeskView {
  readonly schema: "tickmark-desk/1";
  readonly documents: readonly DeskEntry[];
  /** Today, for the date of a mark. */
  readonly day: string;
}

export interface DeskEntry {
  /** "d3"; it stays the same while the studio runs. */
  readonly id: string;
  readonly name: string;
  /** Where the file is; null where it was dropped into the browser and is kept in memory alone. */
  readonly path: string | null;
}

/** One document, all that the client shows of it: what `GET /api/documents/d3` answers. */
export interface DocumentView {
  readonly schema: "tickmark-desk/1";
  readonly entry: DeskEntry;
  /** Sent back with every act, so that nobody signs or marks what has changed under their hands. */
  readonly revision: string;
  /** Compared with what `GET /api/documents/d3/stamp` answers: the page is old once they differ. */
  readonly stamp: string;
  readonly evidence: Evidence;
  readonly html: string;
  readonly marks: readonly MarkView[];
  readonly markTroubles: readonly MarkTroubleView[];
  readonly signOffs: readonly SignOffView[];
  readonly chain: ChainView;
  readonly earlier: EarlierView;
}

export type MarkKind = "accept" | "question" | "comment" | "waive" | "forbid" | "add" | "replace";

export interface MarkView {
  readonly kind: MarkKind;
  /** The line of its file, by which it is taken out. */
  readonly line: number;
  /** The ids of its figures, those that are found. */
  readonly figures: readonly string[];
  /** The code of the finding it waives, or the relation it forbids or adds. */
  readonly about: string;
  readonly text: string;
  readonly author: string;
  readonly date: string;
  /** Why it is not in force, or has nothing to do; null where neither. */
  readonly trouble: string | null;
}

/** What of the file of marks cannot be understood. */
export interface MarkTroubleView {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export interface SignOffView {
  /** The line of its file. */
  readonly n: number;
  readonly kind: "in-force" | "void" | "withdrawn";
  readonly by: string;
  readonly at: string;
  readonly note: string;
  /** The id of the figure it is about now; null where that is not found, or it is about the whole document. */
  readonly figure: string | null;
  /** What was signed, in words: "$371.2 (Total, Three Months Ended ...)"; empty for the whole document. */
  readonly words: string;
  /** The file name of the draft that was signed. */
  readonly document: string;
  readonly why: string;
}

export interface ChainView {
  readonly lines: number;
  /** The hash of the last line; 64 zeros where there is none. */
  readonly last: string;
  readonly break: { readonly line: number; readonly why: string } | null;
}

export interface EarlierView {
  /** What the document can be laid beside: other documents of the desk ("d2"), and itself as it was ("d3@1"). */
  readonly choices: readonly { readonly id: string; readonly words: string }[];
  readonly chosen: string | null;
  /** The earlier draft made safe to show. */
  readonly html: string | null;
}

/** What a request that is refused answers. */
export interface DeskTrouble {
  readonly error: { readonly code: string; readonly message: string };
}
