import type { Day } from "../calendar/date.ts";
import type { Rational } from "../exact/rational.ts";
import type { CashFlowLine, StatementLine } from "./statement-line.ts";

/** Where something stands in a file of the workspace; `path` is relative to the workspace, with forward slashes. */
export interface SourcePlace {
  readonly path: string;
  /** From 1; undefined where the whole file is meant. */
  readonly line: number | undefined;
  /** From 1, in UTF-16 code units. */
  readonly column: number | undefined;
}

/** A fiscal month: "2007-P07". Orders as text. */
export type MonthName = string;
/** A fiscal quarter: "2007-Q3". */
export type QuarterName = string;

export interface FiscalMonth {
  readonly month: MonthName;
  readonly start: Day;
  readonly end: Day;
  readonly quarter: QuarterName;
}

export interface Company {
  readonly name: string;
  readonly exchange: string | undefined;
  readonly ticker: string | undefined;
  /** ISO 4217. */
  readonly presentation: string;
  readonly parent: string;
  readonly rounding: "halfExpand" | "halfEven" | "trunc";
  readonly percentBasis: "unrounded" | "displayed";
  readonly constantCurrency: "current-at-prior-rates" | "prior-at-current-rates";
  readonly organic: OrganicStrategy;
  /** The accounting standards of the group, where they differ: whose rate tax on profit in stock is deferred at. */
  readonly framework: "us-gaap" | "ifrs";
  /** Growth beyond this ratio is not meaningful; undefined where there is no cap. */
  readonly growthCap: Rational | undefined;
  readonly intercompanyTolerance: Rational;
  readonly remeasurement: "compute" | "books";
  readonly definition: string;
  /** Ascending, without a gap. */
  readonly months: readonly FiscalMonth[];
  readonly people: readonly Person[];
  readonly text: ReadonlyMap<string, string>;
}

/** The strategies of MEA-30; docs/measures.md says what each takes out. */
export type OrganicStrategy =
  | "named-deals"
  | "all-deals"
  | "not-in-base-period"
  | "twelve-months"
  | "whole-quarter"
  | "points-bridge";

export interface Person {
  readonly name: string;
  readonly title: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

export interface Entity {
  readonly entity: string;
  readonly name: string;
  /** Functional currency. */
  readonly currency: string;
  readonly country: string;
  readonly region: string;
  readonly inflationFrom: MonthName | undefined;
  /** The rate that its profit is taxed at, 0 to 1; undefined where the books name none. */
  readonly taxRate: Rational | undefined;
  readonly place: SourcePlace;
}

/** The percentages of all rows of an entity on one day are what the group's entities own of it; both days are included. */
export interface Ownership {
  readonly entity: string;
  readonly parent: string;
  /** 0 to 1. */
  readonly share: Rational;
  readonly from: Day;
  readonly to: Day | undefined;
  readonly place: SourcePlace;
}

export interface Deal {
  readonly entity: string;
  readonly kind: "acquired" | "disposed";
  readonly date: Day;
  /** Presentation currency. */
  readonly consideration: Rational;
  /** Identifiable net assets at fair value, presentation currency. */
  readonly netAssets: Rational;
  /** Fair value of non-controlling interests at the closing, presentation currency; undefined: their share of net assets. */
  readonly nci: Rational | undefined;
  readonly discontinued: boolean;
  readonly place: SourcePlace;
}

export interface Account {
  readonly account: string;
  readonly name: string;
  readonly line: StatementLine;
  readonly side: "debit" | "credit";
  readonly monetary: boolean;
  readonly cashFlow: CashFlowLine | undefined;
  /** The balance account whose historical rate this expense takes in a highly inflationary entity. */
  readonly historicalOf: string | undefined;
  readonly place: SourcePlace;
}

/** Debit positive. */
export interface Opening {
  readonly entity: string;
  readonly account: string;
  readonly currency: string;
  readonly amount: Rational;
  readonly functional: Rational;
  /** Presentation currency. */
  readonly historical: Rational | undefined;
  readonly place: SourcePlace;
}

export type RateKind = "average" | "closing" | "historical";

/** `rate` is always units of the presentation currency for one unit of `currency`, exactly (a quote the other way round is inverted). */
export interface Rate {
  readonly currency: string;
  /** A fiscal month, a day, or "opening". */
  readonly period: MonthName | Day | "opening";
  readonly kind: RateKind;
  readonly rate: Rational;
  readonly place: SourcePlace;
}

export type ShareRow =
  | {
      readonly kind: "outstanding" | "issue" | "buy-back" | "split";
      readonly date: Day;
      readonly shares: Rational;
      readonly place: SourcePlace;
    }
  | {
      readonly kind: "option";
      readonly name: string;
      readonly from: Day;
      readonly to: Day | undefined;
      readonly shares: Rational;
      readonly price: Rational;
      readonly place: SourcePlace;
    }
  | {
      readonly kind: "convertible";
      readonly name: string;
      readonly from: Day;
      readonly to: Day | undefined;
      readonly shares: Rational;
      readonly principal: Rational;
      /** Of a whole year, before tax. */
      readonly interest: Rational;
      readonly taxRate: Rational;
      readonly settlement: "shares" | "net";
      readonly place: SourcePlace;
    }
  | {
      readonly kind: "preferred";
      readonly name: string;
      readonly from: Day;
      readonly to: Day | undefined;
      /** Of a whole year, in the presentation currency. */
      readonly dividends: Rational;
      readonly place: SourcePlace;
    }
  | {
      readonly kind: "price";
      readonly from: Day;
      readonly to: Day;
      readonly price: Rational;
      readonly place: SourcePlace;
    };

/** One non-GAAP item: its amounts are the ledger's lines with the tag in the placement. */
export interface Adjustment {
  readonly tag: string;
  readonly category: string;
  readonly placement: StatementLine;
  readonly jurisdiction: string;
  /** 0 to 1. */
  readonly taxRate: Rational;
  /** The versions of the non-GAAP definitions that take it out. */
  readonly definitions: readonly string[];
  readonly reason: string;
  readonly place: SourcePlace;
}

export interface Unrealised {
  readonly period: MonthName;
  readonly seller: string;
  readonly buyer: string;
  readonly currency: string;
  readonly profit: Rational;
  readonly soldIn: MonthName;
  readonly place: SourcePlace;
}

export interface RegisterRow {
  readonly register: string;
  readonly asOf: Day;
  readonly member: string | undefined;
  readonly value: Rational;
  readonly note: string;
  readonly place: SourcePlace;
}

export interface PlanRow {
  readonly scenario: "plan" | "guidance";
  readonly issued: Day;
  readonly period: string;
  readonly measure: string;
  readonly member: string | undefined;
  readonly low: Rational;
  readonly high: Rational;
  readonly place: SourcePlace;
}

export interface OwnMeasure {
  readonly measure: string;
  readonly title: string;
  readonly version: string;
  readonly unit: "money" | "ratio" | "shares" | "per-share" | "count";
  readonly formula: string;
  readonly text: string;
  /** Of the first character of the formula. */
  readonly place: SourcePlace;
}

/** A fact as a release published it. */
export interface PublishedFact {
  readonly document: string;
  readonly published: Day;
  readonly measure: string;
  readonly definition: string;
  readonly period: string;
  readonly member: string | undefined;
  readonly value: Rational;
  readonly quantum: Rational;
  readonly place: SourcePlace;
}

export interface Recast {
  readonly measure: string;
  readonly period: string;
  readonly member: string | undefined;
  readonly reason: "recast" | "restated" | "reclassified" | "definition";
  readonly document: string;
  readonly note: string;
  readonly place: SourcePlace;
}

/** The workspace but for its journals, as it was read: whatever could not be is a finding, and left out here. */
export interface Books {
  readonly company: Company;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly ownership: readonly Ownership[];
  readonly deals: readonly Deal[];
  readonly accounts: ReadonlyMap<string, Account>;
  readonly opening: readonly Opening[];
  readonly rates: readonly Rate[];
  readonly shares: readonly ShareRow[];
  readonly adjustments: readonly Adjustment[];
  readonly unrealised: readonly Unrealised[];
  readonly registers: readonly RegisterRow[];
  readonly plan: readonly PlanRow[];
  readonly ownMeasures: readonly OwnMeasure[];
  readonly history: readonly PublishedFact[];
  readonly recasts: readonly Recast[];
}
