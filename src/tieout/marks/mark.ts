import type { Sought } from "../anchor/find.ts";

/** What a person has decided about one draft and wants carried to the next: a waiver, a relation set right by hand, or a remark. */
export type Mark = Waiver | Correction | Remark;

/** Who decided it, when and why, and where that is written down. */
export interface Signed {
  /** Of a question and a comment what is asked or said. */
  readonly reason: string;
  readonly author: string;
  /** "2007-10-30". */
  readonly date: string;
  /** The file's name, and the line (from 1) that the mark starts on. */
  readonly file: string;
  readonly line: number;
  /** The file name of the one document it is about; of any, where it names none. */
  readonly document?: string;
}

/** A finding that is accepted as it stands. */
export interface Waiver extends Signed {
  readonly kind: "waiver";
  /** The code of the finding. */
  readonly code: string;
  /** The figure it names first; undefined for findings that name none. */
  readonly figure: Sought | undefined;
  /** The prints of the other figures it names, in order, where they are to stay as they were too. */
  readonly beside: readonly string[] | undefined;
  /** What stands at the place of a finding that names no figure, where several have the code. */
  readonly text: string | undefined;
  /** The words of the places where its fault stands, as `placeWords` has them; of a finding that a figure names, of the further ones alone. */
  readonly places: readonly string[] | undefined;
}

/** A relation forbidden, one added, or the one put in the place of the other. */
export interface Correction extends Signed {
  readonly kind: "correction";
  readonly forbid: Forbidden | undefined;
  readonly add: Added | undefined;
}

/** What is said of a figure without changing how it stands: it was agreed to something outside, is asked about, or commented on. */
export interface Remark extends Signed {
  readonly kind: "remark";
  readonly remark: "accept" | "question" | "comment";
  readonly figure: Sought;
}

export interface Forbidden {
  /** The rule ("T01") or the kind ("footing") of the relation, or the code of its finding ("total-does-not-foot"). */
  readonly relation: string;
  /** All of its figures, in any order. */
  readonly figures: readonly Sought[];
}

export interface Added {
  readonly form: AddedForm;
  /** The result last. */
  readonly figures: readonly Sought[];
  /** Which of the figures are taken away in a sum, by their place among `figures` from 0. */
  readonly minus: readonly number[];
}

/**
 * sum: a + b + ... = result. difference: a - b - ... = result. growth: current, comparative, growth printed.
 * ratio: numerator, denominator, ratio printed. equal: two prints of one amount.
 */
export type AddedForm = "sum" | "difference" | "growth" | "ratio" | "equal";

/** How many figures each form takes, the result counted; `most` is undefined where there may be any number. */
export const FORMS: Readonly<Record<AddedForm, { readonly least: number; readonly most: number | undefined }>> = {
  sum: { least: 2, most: undefined },
  difference: { least: 3, most: undefined },
  growth: { least: 3, most: 3 },
  ratio: { least: 3, most: 3 },
  equal: { least: 2, most: 2 },
};

/** What is wrong with a file of marks, and where: UTF-16 code units of its text. */
export interface MarkTrouble {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedMarks {
  /** Those that can be understood; the others are among the troubles. */
  readonly marks: readonly Mark[];
  readonly troubles: readonly MarkTrouble[];
}
