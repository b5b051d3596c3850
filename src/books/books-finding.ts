import type { FindingCode, Severity } from "../finding-code.ts";
import type { SourcePlace } from "./books.ts";

/** What a preparer must act on in the books: the same record as a finding on a release, but for places in files instead of figures. */
export interface BooksFinding {
  readonly code: FindingCode;
  readonly about: "books";
  readonly severity: Severity;
  /** What stands there and what was expected, with both numbers, in the words of the files. */
  readonly message: string;
  readonly remedy: string;
  /** The first is the one to look at; empty only where no file can be named. */
  readonly places: readonly SourcePlace[];
}

/** Every pass over the books gives its value and what there is to say about it; an error among the findings refuses the close. */
export interface Passed<T> {
  readonly value: T;
  readonly findings: readonly BooksFinding[];
}
