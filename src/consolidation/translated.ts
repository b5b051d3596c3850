import type { Rational } from "../exact/rational.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { Remeasured } from "../ledger/remeasure.ts";
import type { Closing, Subject } from "./closing.ts";
import type { GroupEntry } from "./group.ts";
import type { HistoricalCost } from "./historical-cost.ts";

/** What came into an entity's equity in one month other than by its result, in credit: paid-in capital, dividends, investments made. */
export interface EquityFlow {
  readonly line: LedgerLine;
  readonly functional: Rational;
  readonly amount: Rational;
  readonly rate: NamedRate;
}

/** Equity of one entity in the presentation currency, in credit; investments in subsidiaries in debit. */
export interface Equity {
  readonly paidIn: Rational;
  readonly dividends: Rational;
  /** With the results of the year to date. */
  readonly retained: Rational;
  readonly other: Rational;
  readonly investments: Rational;
  readonly translation: Rational;
}

/** One entity at the end of one month. */
export interface EntityMonth {
  /** Assets less liabilities without investments in subsidiaries, in the functional currency and presented. */
  readonly netAssets: Rational;
  readonly presented: Rational;
  /** The month's own result before anything is eliminated, income positive. */
  readonly incomeFunctional: Rational;
  readonly income: Rational;
  /** What the journals alone hold of the result, in the functional currency, income positive. */
  readonly booked: Rational;
  /** Exchange differences of long-term intercompany balances, in credit (ASC 830-20-35-3b). */
  readonly longTermFunctional: Rational;
  readonly longTerm: Rational;
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
  readonly income: readonly GroupEntry[];
  /** They add to zero in every month, cumulative translation among them; nothing is eliminated yet. */
  readonly balances: readonly GroupEntry[];
  /** Those of the balances that are equity, or investments in other entities. */
  readonly equityEntries: readonly GroupEntry[];
  /** By month; undefined outside of the membership. */
  readonly months: readonly (EntityMonth | undefined)[];
  readonly openingEquity: Equity;
  readonly openingNetAssets: Rational;
  readonly remeasured: readonly Remeasured[];
}

/** What the steps of one entity's translation share. */
export interface Translating {
  readonly closing: Closing;
  readonly subject: Subject;
  readonly remeasured: readonly Remeasured[];
  readonly cost: HistoricalCost;
  readonly pushed: readonly Pushed[];
}
