import type { SourcePlace } from "../books/books.ts";
import type { Day } from "../calendar/date.ts";
import type { EntryKind } from "../consolidation/group.ts";
import type { Rational } from "../exact/rational.ts";

/** Which part of the group a fact is of; an empty record is the whole. */
export interface Member {
  readonly division?: string;
  readonly region?: string;
  readonly category?: string;
}

export type FactUnit = "money" | "ratio" | "points" | "basis-points" | "shares" | "per-share" | "count";

export type FactBasis = "GAAP" | "non-GAAP" | "constant-currency" | "organic" | "operating" | "plan";

/** Why there is no number: `nil` where nothing is there, `not-meaningful` where a growth rate would mislead (REG-61). */
export type NoValue = "nil" | "not-meaningful";

/** One figure of the group, unrounded, with how it was made. */
export interface Fact {
  /** "revenue", "net-income-growth": a name of the catalogue or of measures.yaml. */
  readonly measure: string;
  readonly title: string;
  /** The version of the measure's definition. */
  readonly version: string;
  readonly basis: FactBasis;
  /** The code that it was asked for by: "2007-Q3", "2007-9M". */
  readonly period: string;
  /** First day; undefined for a balance. */
  readonly start: Day | undefined;
  readonly end: Day;
  readonly member: Member;
  readonly unit: FactUnit;
  /** Of money and per-share amounts. */
  readonly currency: string | undefined;
  readonly value: Rational | NoValue;
  readonly working: Working;
  /** There where a release made it of other facts, and no measure of the catalogue is that: nobody can ask for it by its names, only by its working. */
  readonly isDerived?: true;
}

/**
 * "difference" is the first part less all others, "growth" the first over the second less one; "same" passes on its one part, "least" and "greatest"
 * the smallest and largest; "none" has no value, for the reason that its text gives.
 */
export type Operation =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "negation"
  | "growth"
  | "same"
  | "least"
  | "greatest"
  | "none";

/** How a number was made: a tree whose leaves are entries of the ledger or rows of the workspace. */
export type Working =
  | {
      /** A sum of the group's entries: amounts turned so that income, assets and inflows read as they are printed. */
      readonly kind: "entries";
      readonly text: string;
      readonly value: Rational;
      readonly entries: readonly {
        readonly month: string;
        readonly entity: string;
        readonly account: string;
        readonly division: string;
        readonly region: string;
        readonly tag: string;
        readonly entry: EntryKind | "flow";
        readonly how: string;
        readonly value: Rational;
      }[];
    }
  | { readonly kind: "input"; readonly text: string; readonly value: Rational; readonly place: SourcePlace }
  | { readonly kind: "constant"; readonly text: string; readonly value: Rational }
  | {
      /** `text` says the operation in words or as a formula; `parts` in its order. */
      readonly kind: "computed";
      readonly text: string;
      /** What makes the value of the parts, so that whoever distrusts it can do it again. */
      readonly operation?: Operation;
      readonly value: Rational | NoValue;
      readonly parts: readonly Working[];
    }
  | {
      /** Another fact: its own working is asked for by its names. */
      readonly kind: "fact";
      readonly text: string;
      readonly value: Rational | NoValue;
      readonly measure: string;
      readonly period: string;
      readonly member: Member;
    };
