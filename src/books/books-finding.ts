import type { FindingCode, Severity } from "../finding-code.ts";
import type { MonthName, SourcePlace } from "./books.ts";

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
  /** Journal lines that show it, for those who have the journals: their places then stand in the stead of a folder's. Nobody else is told. */
  readonly shownBy?: ShowingLines;
}

/** Journal lines by what they have in common. */
export interface ShowingLines {
  /** One entity, or several that deal with each other. */
  readonly entities: readonly string[];
  readonly month: MonthName;
  readonly account?: string;
  readonly document?: string;
  /** Of these only such as have two amounts in one currency. */
  readonly differing?: { readonly currency: string };
}

/** Every pass over the books gives its value and what there is to say about it; an error among the findings refuses the close. */
export interface Passed<T> {
  readonly value: T;
  readonly findings: readonly BooksFinding[];
}
