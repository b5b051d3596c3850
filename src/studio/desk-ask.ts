import type { AddedForm, Remark } from "../tieout/marks/mark.ts";
import type { Evidence } from "../viewer/evidence.ts";
import type { SignedFigure, SignOff } from "./chain.ts";
import type { MarkTroubleView, MarkView, SignOffView } from "./desk-view.ts";
import type { Deed } from "./write-mark.ts";

/** Everything that an answer about one document hangs on: plain data, so that it can be handed to a worker. */
export interface DeskWork {
  /** Another text for every other document, marks and earlier draft: whoever has checked them once need not again. Sign-offs check nothing. */
  readonly key: string;
  /** Another text for every other content of this record. */
  readonly revision: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The text of the file of marks, and its name. */
  readonly marks: { readonly name: string; readonly text: string };
  /** The lines of the chain that are relied on. */
  readonly signOffs: readonly SignOff[];
  /** The earlier draft that it is laid beside. */
  readonly earlier: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** What the desk asks about a document. */
export type DeskAsk =
  | { readonly kind: "view"; readonly work: DeskWork }
  /** What the figures with these ids are signed for. */
  | { readonly kind: "sign"; readonly work: DeskWork; readonly figures: readonly string[] }
  /** What is pointed at on the page, in the words of a mark. */
  | { readonly kind: "deed"; readonly work: DeskWork; readonly deed: PointedDeed };

/** What a mark is to do, its figures, finding or relation named by the ids of the report. */
export type PointedDeed =
  | { readonly kind: "remark"; readonly remark: Remark["remark"]; readonly figure: string }
  /** The finding's place in the report's list from 0. */
  | { readonly kind: "waive"; readonly finding: number }
  | { readonly kind: "forbid"; readonly relation: string }
  | {
      readonly kind: "add";
      readonly form: AddedForm;
      readonly figures: readonly string[];
      readonly minus: readonly number[];
    };

export type DeskReply<A extends DeskAsk> = A extends { readonly kind: "view" }
  ? CheckedView
  : A extends { readonly kind: "sign" }
    ? readonly (SignedFigure | undefined)[]
    : Deed | { readonly why: string };

/** What a check says of one document. */
export interface CheckedView {
  readonly evidence: Evidence;
  /** The document made safe to show. */
  readonly html: string;
  /** The earlier draft made safe to show, where there is one. */
  readonly earlierHtml: string | undefined;
  readonly marks: readonly MarkView[];
  readonly markTroubles: readonly MarkTroubleView[];
  readonly signOffs: readonly SignOffView[];
}
