import type { Rational } from "../exact/rational.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import type { Quotient } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { Remeasured } from "../ledger/remeasure.ts";
import type { Closing, Subject } from "./closing.ts";
import type { AmountSeries, EntryNames, EntrySheet } from "./entry.ts";
import type { HistoricalCost } from "./historical-cost.ts";

/** What came into an entity's equity in one month other than by its result, in credit: paid-in capital, dividends, investments made. */
export interface EquityFlow {
  readonly line: LedgerLine;
  readonly functional: Quotient;
  readonly amount: Quotient;
  readonly rate: NamedRate;
}

/** Equity of one entity in the presentation currency, in credit; investments in subsidiaries in debit. */
export interface Equity {
  readonly paidIn: Quotient;
  readonly dividends: Quotient;
  /** With the results of the year to date. */
  readonly retained: Quotient;
  readonly other: Quotient;
  readonly investments: Quotient;
  readonly translation: Quotient;
}

/** One entity at the end of one month. */
export interface EntityMonth {
  /** Assets less liabilities without investments in subsidiaries, in the functional currency and presented. */
  readonly netAssets: Quotient;
  readonly presented: Quotient;
  /** The month's own result before anything is eliminated, income positive. */
  readonly incomeFunctional: Quotient;
  readonly income: Quotient;
  /** What the journals alone hold of the result, in the functional currency, income positive. */
  readonly booked: Quotient;
  /** Exchange differences of long-term intercompany balances, in credit (ASC 830-20-35-3b). */
  readonly longTermFunctional: Quotient;
  readonly longTerm: Quotient;
  readonly flows: readonly EquityFlow[];
  readonly equity: Equity;
  /** Remeasured into the presentation currency: nothing goes to cumulative translation. */
  readonly inflated: boolean;
}

/** An asset that the consolidation itself puts into an entity, kept in its functional currency: goodwill. */
export interface Pushed {
  readonly line: "goodwill" | "intangible-assets";
  readonly functional: Rational;
  readonly text: string;
}

export interface Translated {
  readonly subject: Subject;
  /** The entries of its equity and of its investments in other entities, but results and translation. */
  readonly equityEntries: readonly AmountSeries<EntryNames>[];
  /** By month; undefined outside of the membership. */
  readonly months: readonly (EntityMonth | undefined)[];
  readonly openingEquity: Equity;
  readonly openingNetAssets: Quotient;
  readonly remeasured: readonly Remeasured[];
}

/** Where the entries of all entities are written, one after the other; those of one entity's balances add to zero in every month before anything is eliminated. */
export interface Sheets {
  readonly income: EntrySheet;
  readonly balances: EntrySheet;
}

/** What the steps of one entity's translation share. */
export interface Translating {
  readonly closing: Closing;
  readonly subject: Subject;
  readonly remeasured: readonly Remeasured[];
  readonly cost: HistoricalCost;
  readonly pushed: readonly Pushed[];
  readonly sheets: Sheets;
}
