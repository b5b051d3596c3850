import type { Account, Books, MonthName } from "../books/books.ts";
import { STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import { ONE, type Rational } from "../exact/rational.ts";
import { over, plus, reduced, times } from "../ledger/fraction.ts";
import type { EntityLedger, Ledger, LedgerLine } from "../ledger/ledger.ts";
import { type Quotient, sumOf } from "../ledger/quotient.ts";
import type { NamedRate, RateList, RateTable } from "../ledger/rate-table.ts";
import { type Remeasured, remeasure } from "../ledger/remeasure.ts";
import type { Membership } from "./membership.ts";

/** What every step of the close is given. */
export interface Closing {
  readonly books: Books;
  readonly ledger: Ledger;
  readonly rates: RateTable;
}

/** One entity as the group has it: from when, until when, at which rates, with which balances to begin with. */
export interface Subject {
  readonly ledger: EntityLedger;
  readonly currency: string;
  readonly member: Membership;
  /** The rate of the opening balances: closing of the day before the first month, or that of the acquisition. */
  readonly openingRate: NamedRate;
  /** The rates of its months' results: one list for all entities of a currency. */
  readonly averages: RateList;
  /** The rates of the balances at its months' ends: closing, but that of the day in the month of a disposal. One list for all of a currency but those disposed of. */
  readonly closings: RateList;
  /** In units: the opening balance, or what had been built up until the acquisition. */
  readonly opening: (line: LedgerLine) => { readonly amount: bigint; readonly functional: bigint };
  /** Balances of other currencies as they are kept at each month's end; none where the journals hold the remeasurement. */
  readonly remeasured: readonly Remeasured[];
  /** The opening balance in the presentation currency at its historical rates. */
  readonly historical: (line: LedgerLine) => Rational;
  /** The month from which the entity is remeasured into the presentation currency; past the last where it never is. */
  readonly inflated: number;
}

export function subjectOf(closing: Closing, ledger: EntityLedger, member: Membership): Subject {
  const { rates, books } = closing;
  const { scale, units, months } = closing.ledger;
  const { currency, inflationFrom } = ledger.entity;
  const { acquired, first, end } = member;
  const opening =
    acquired === undefined ? ({ opening }: LedgerLine) => opening : (line: LedgerLine) => builtUp(line, first);
  const opens = ledger.lines.some(({ opening: { amount, functional } }) => functional !== 0n || amount !== 0n);
  const atOpening = (): NamedRate => (opens ? rates.closing(currency, -1) : NOTHING_OPENED);
  const openingRate = acquired === undefined ? atOpening() : rates.ofFlow(currency, first, acquired.deal.date);
  const translated = (line: LedgerLine): Rational => times(reduced(opening(line).functional, scale), openingRate.rate);
  const crossOfDay =
    acquired === undefined
      ? undefined
      : (of: string): Rational => over(rates.ofFlow(of, first, acquired.deal.date).rate, openingRate.rate);
  const from = inflationFrom === undefined ? -1 : months.findIndex(({ month }) => month >= inflationFrom);
  return {
    ledger,
    currency,
    member,
    openingRate,
    ...ratesOf(closing, currency, member),
    opening,
    remeasured: remeasure(
      ledger.lines,
      currency,
      { first, end, opening, crossOfDay },
      { rates, units, policy: books.company.remeasurement },
    ),
    historical: (line) =>
      acquired !== undefined || currency === books.company.presentation || line.historical === undefined
        ? translated(line)
        : line.historical,
    inflated: from < 0 || currency === books.company.presentation ? months.length : from,
  };
}

/** Rates are asked for in the months of the membership alone: one that is asked for and missing refuses the close. */
function ratesOf(
  { rates }: Closing,
  currency: string,
  { first, end, disposed }: Membership,
): Pick<Subject, "averages" | "closings"> {
  const closes = disposed === undefined ? end : disposed.month;
  for (let month = first; month < end; month++) rates.average(currency, month);
  for (let month = first; month < closes; month++) rates.closing(currency, month);
  const [averages, closings] = [rates.averages(currency), rates.closings(currency)];
  if (disposed === undefined) return { averages, closings };
  const own = closings.slice(0, closes);
  own[disposed.month] = rates.ofFlow(currency, disposed.month, disposed.deal.date);
  return { averages, closings: own };
}

/** What the balances of other currencies had gained since they were booked, when the entity was acquired: part of what was bought; functional currency, in debit. */
export const gainedBefore = ({ remeasured }: Subject): Quotient => sumOf(remeasured.map(({ opened }) => opened));

/** Where nothing is opened with, no rate is asked for: none need be there. */
const NOTHING_OPENED: NamedRate = { rate: ONE, text: "", place: undefined };

function builtUp(line: LedgerLine, until: number): { readonly amount: bigint; readonly functional: bigint } {
  let { amount, functional } = line.opening;
  for (let month = 0; month <= until; month++) {
    amount += line.before?.amount[month] ?? 0n;
    functional += line.before?.functional[month] ?? 0n;
  }
  return { amount, functional };
}

/** What a line is to translation: income, a balance at the closing rate, or one kept at historical rates. */
export type Role = "income" | "closing" | "paid-in" | "dividends" | "retained" | "other-equity" | "investment";

export const roleOf = ({ account }: { readonly account: Account }): Role => ROLES[account.line];

function roleOfLine(line: StatementLine): Role {
  switch (line) {
    case "common-stock":
    case "paid-in-capital":
    case "treasury-stock":
      return "paid-in";
    case "dividends":
      return "dividends";
    case "retained-earnings":
      return "retained";
    case "translation-adjustment":
    case "non-controlling-interests":
      return "other-equity";
    case "investment-in-subsidiaries":
      return "investment";
    default:
      return STATEMENT_LINES[line].statement === "income" ? "income" : "closing";
  }
}

// A close asks for it some ten thousand times.
const ROLES = Object.fromEntries(
  (Object.keys(STATEMENT_LINES) as StatementLine[]).map((line) => [line, roleOfLine(line)]),
) as Readonly<Record<StatementLine, Role>>;

/** The number of a month of the ledger, from zero. */
export const monthNumber = ({ ledger }: Closing, name: MonthName): number =>
  ledger.months.findIndex(({ month }) => month === name);

export const addTo = <K>(map: Map<K, Rational>, key: K, amount: Rational): void => {
  const known = map.get(key);
  map.set(key, known === undefined ? amount : plus(known, amount));
};
