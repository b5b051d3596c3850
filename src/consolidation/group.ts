import type { MonthName, SourcePlace } from "../books/books.ts";
import type { CashFlowLine, StatementLine } from "../books/statement-line.ts";
import type { Rational } from "../exact/rational.ts";

/** What made an entry of the group's accounts. */
export type EntryKind =
  | "translated"
  | "remeasurement"
  | "elimination"
  | "unrealised-profit"
  | "tax-on-unrealised-profit"
  | "goodwill"
  | "translation-adjustment"
  | "non-controlling-interests"
  | "disposal"
  | "discontinued";

/**
 * An amount of the group in the presentation currency, debit positive: what a month moved in an income line, or what stood at a month's
 * last day in a balance line (and nothing else: balances are never added over months). An entry may be multiplied out only when it is read, so it is
 * read by the names of its fields and never spread.
 */
export interface GroupEntry {
  readonly month: MonthName;
  readonly entity: string;
  /** "" where the close itself made the entry. */
  readonly account: string;
  readonly line: StatementLine;
  readonly division: string;
  readonly region: string;
  readonly tag: string;
  readonly kind: EntryKind;
  readonly amount: Rational;
  /** The same in the functional currency of the entity, and that currency; what constant currency is computed from. */
  readonly functional: Rational;
  readonly currency: string;
  /** How the amount was made, in one line: "1,234.50 EUR at 1.3706 (average 2007-P07)". */
  readonly how: string;
}

/** A flow of cash of one month in the presentation currency, inflow positive, after elimination. */
export interface GroupFlow {
  readonly month: MonthName;
  readonly entity: string;
  readonly account: string;
  readonly line: CashFlowLine | "net-income" | "exchange-effect";
  readonly amount: Rational;
  readonly how: string;
}

/** A roll-forward that closes to the cent, or says by how much it does not: opening + movements = closing. */
export interface RollForward {
  readonly of: "translation-adjustment" | "non-controlling-interests" | "retained-earnings";
  /** "" where it is the group's. */
  readonly entity: string;
  readonly month: MonthName;
  readonly opening: Rational;
  readonly movements: readonly { readonly text: string; readonly amount: Rational }[];
  readonly closing: Rational;
  /** closing less opening less movements: zero in a close that stands. */
  readonly residual: Rational;
}

/** Two entities' sides of one document that do not match in its currency. */
export interface Unmatched {
  readonly document: string;
  readonly seller: string;
  readonly buyer: string;
  readonly currency: string;
  readonly month: MonthName;
  readonly difference: Rational;
  /** The difference in the presentation currency at the closing rate of the month. */
  readonly presentation: Rational;
}

export interface RateUse {
  readonly currency: string;
  readonly month: MonthName;
  readonly average: Rational;
  readonly closing: Rational;
  readonly place: SourcePlace;
}

/** The group's accounts of every month, in the presentation currency. */
export interface Group {
  readonly presentation: string;
  readonly months: readonly MonthName[];
  /** Movements of income lines. Net income of a month is less their sum. */
  readonly income: readonly GroupEntry[];
  /** Balances at each month's last day; with equity they add to zero in every month. */
  readonly balances: readonly GroupEntry[];
  readonly flows: readonly GroupFlow[];
  /** Net income that belongs to non-controlling interests, by month; income positive. */
  readonly nciIncome: ReadonlyMap<MonthName, Rational>;
  readonly rollForwards: readonly RollForward[];
  readonly unmatched: readonly Unmatched[];
  readonly rates: readonly RateUse[];
}
