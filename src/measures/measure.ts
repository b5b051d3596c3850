import type { Books, MonthName } from "../books/books.ts";
import type { FiscalPeriod } from "../books/periods.ts";
import type { Group } from "../consolidation/group.ts";
import type { Ledger } from "./_ledger.ts";
import type { Fact, FactBasis, FactUnit, Member, Working } from "./fact.ts";
import type { MemberNames } from "./member.ts";

/** What one fact is asked for by. */
export interface Ask {
  readonly span: FiscalPeriod;
  readonly member: Member;
  /** The version of the non-GAAP definitions: that in force, or the one behind an "@". */
  readonly definition: string;
  readonly desk: Desk;
}

/** What a measure can look things up in. */
export interface Desk {
  readonly books: Books;
  readonly group: Group;
  readonly ledger: Ledger;
  readonly names: MemberNames;
  readonly measures: ReadonlyMap<string, Measure>;
  /** The versions of the non-GAAP definitions that anything knows of. */
  readonly definitions: ReadonlySet<string>;
  /** The average rate of a currency in a month, as a leaf; undefined where the books have none. One for the presentation currency. */
  readonly averageRate: (currency: string, month: MonthName) => Working | undefined;
  /** The stretch of a code, looked up once. */
  readonly period: (code: string) => FiscalPeriod | undefined;
  /** "measure" or "measure@version". */
  readonly fact: (measure: string, period: string, member: Member) => Fact | undefined;
}

/**
 * Which members a measure has: the group alone; divisions and regions as well; the lines of a reconciliation; or a list of its own.
 */
export type MemberKind = "group" | "parts" | "categories" | readonly Member[];

/**
 * Which periods a measure is there for: those the books hold; those whose comparative period they hold as well; or whatever period the calendar has.
 */
export type Reach = "books" | "comparative" | "calendar";

export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly basis: FactBasis;
  readonly unit: FactUnit;
  /** "definition" where the version is that of the non-GAAP definitions. */
  readonly version: "v1" | "definition" | (string & {});
  readonly text: string;
  readonly members: MemberKind;
  readonly reach: Reach;
  /** Of a day, not of a stretch of days. */
  readonly instant: boolean;
  readonly make: (ask: Ask) => Working;
}

/** What most measures have in common: GAAP money of the whole group over a stretch that the books hold. */
export function measure(
  name: string,
  title: string,
  text: string,
  make: (ask: Ask) => Working,
  other: Partial<Measure> = {},
): Measure {
  return {
    name,
    title,
    text,
    make,
    basis: "GAAP",
    unit: "money",
    version: "v1",
    members: "group",
    reach: "books",
    instant: false,
    ...other,
  };
}
