import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { over, plus, reduced, times } from "../ledger/fraction.ts";
import { type Closing, roleOf, type Subject } from "./closing.ts";

/** Non-monetary balances of a highly inflationary entity at historical rates, in the presentation currency. */
export interface HistoricalCost {
  /** The month from which the account is kept at historical rates; past the last where it never is. */
  readonly keptFrom: (account: Account) => number;
  readonly balance: (account: Account, month: number) => Rational;
  /** The rate of an expense that uses up a balance, in the month; undefined where it takes the average. */
  readonly expenseRate: (account: Account, month: number) => Rational | undefined;
}

interface Kept {
  readonly account: Account;
  /** In units of the functional currency, by month: all that moved. */
  readonly moved: readonly bigint[];
  functional: bigint;
  presented: Rational;
  readonly balances: Rational[];
  readonly rates: Rational[];
}

const NONE: HistoricalCost = {
  keptFrom: () => Number.POSITIVE_INFINITY,
  balance: () => ZERO,
  expenseRate: () => undefined,
};

/**
 * From the month on that the economy counts as highly inflationary (ASC 830-10-45-11), non-monetary balances stay at what they were at the close
 * before (830-10-45-10); what comes in takes the rate of its month, what goes out the average historical rate of the balance. What an expense
 * with `historical of` uses up is taken out after the month's other movements, at the average that these leave.
 */
export function historicalCost(closing: Closing, subject: Subject): HistoricalCost {
  const { inflated, member } = subject;
  if (inflated >= member.end) return NONE;
  const start = Math.max(inflated, member.first);
  const kept = keptAccounts(closing, subject, start);
  const { lenders, written } = wearOf([...kept.values()].map(({ account }) => account));
  const used = expensesOf(closing, subject);
  // An account that lends its rate stands before those that take it.
  const order = [...kept.values()].sort((a, b) => depth(a, lenders) - depth(b, lenders));
  for (let month = start; month < member.end; month++) {
    const arriving = closing.rates.ofFlow(subject.currency, month).rate;
    for (const at of order) {
      const lender = kept.get(lenders.get(at.account.account) ?? "");
      const taken =
        lender === undefined && !written.has(at.account.account) ? (used.get(at.account.account)?.[month] ?? 0n) : 0n;
      move(at, at.moved[month]! + taken, lender?.rates[month] ?? arriving, closing.ledger.scale);
      const rate = lender?.rates[month] ?? averageRate(at, arriving, closing.ledger.scale);
      at.rates[month] = rate;
      move(at, -taken, rate, closing.ledger.scale);
      at.balances[month] = at.presented;
    }
  }
  return {
    keptFrom: ({ account }) => (kept.has(account) ? start : Number.POSITIVE_INFINITY),
    balance: (account, month) => kept.get(account.account)?.balances[month] ?? ZERO,
    expenseRate: (account, month) =>
      account.historicalOf === undefined || month < start ? undefined : kept.get(account.historicalOf)?.rates[month],
  };
}

/**
 * Which account each account of what was written off takes its rate from, and the accounts that are written off in another. An account on the other side of its line
 * (accumulated depreciation among assets) that names none takes the rate of the asset where the line has only one.
 */
function wearOf(accounts: readonly Account[]): { lenders: ReadonlyMap<string, string>; written: ReadonlySet<string> } {
  const lenders = new Map<string, string>();
  const written = new Set<string>();
  for (const { account, historicalOf, line, side } of accounts) {
    const assets = accounts.filter((other) => other.line === line && other.side !== side && isOnItsSide(other));
    const wears = historicalOf === undefined && assets.length > 0;
    const lender = historicalOf ?? (wears && assets.length === 1 ? assets[0]!.account : undefined);
    if (lender !== undefined) lenders.set(account, lender);
    for (const asset of wears ? assets.map((each) => each.account) : [historicalOf ?? ""]) written.add(asset);
  }
  return { lenders, written };
}

const isOnItsSide = ({ line, side }: Account): boolean =>
  side === (STATEMENT_LINES[line].section.endsWith("liability") ? "credit" : "debit");

function depth({ account }: Kept, lenders: ReadonlyMap<string, string>): number {
  let steps = 0;
  for (let of = lenders.get(account.account); of !== undefined && steps <= lenders.size; steps++) of = lenders.get(of);
  return steps;
}

const averageRate = ({ functional, presented }: Kept, otherwise: Rational, scale: bigint): Rational =>
  functional === 0n ? otherwise : over(presented, reduced(functional, scale));

/** Adds to the balance at the rate given; takes from it at its average, and what it does not hold at the rate given. */
function move(at: Kept, moved: bigint, rate: Rational, scale: bigint): void {
  if (moved === 0n) return;
  const sameSide = at.functional === 0n || moved > 0n === at.functional > 0n;
  const crosses = !sameSide && (moved < 0n ? -moved > at.functional : moved > -at.functional);
  if (sameSide) at.presented = plus(at.presented, times(reduced(moved, scale), rate));
  else if (crosses) at.presented = times(reduced(at.functional + moved, scale), rate);
  else at.presented = plus(at.presented, times(reduced(moved, scale), averageRate(at, rate, scale)));
  at.functional += moved;
}

function keptAccounts({ ledger, rates }: Closing, subject: Subject, start: number): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  const months = ledger.months.length;
  for (const line of subject.ledger.lines) {
    if (roleOf(line) !== "closing" || line.account.monetary) continue;
    const code = line.account.account;
    const known = kept.get(code);
    const moved = known === undefined ? new Array<bigint>(months).fill(0n) : [...known.moved];
    let functional = subject.opening(line).functional;
    for (let month = subject.member.first; month < start; month++) functional += line.within.functional[month]!;
    for (let month = start; month < months; month++) moved[month] = moved[month]! + line.within.functional[month]!;
    const presented =
      start === subject.member.first
        ? subject.historical(line)
        : times(reduced(functional, ledger.scale), rates.closing(subject.currency, start - 1).rate);
    kept.set(code, {
      account: line.account,
      moved,
      functional: functional + (known?.functional ?? 0n),
      presented: plus(presented, known?.presented ?? ZERO),
      balances: [],
      rates: [],
    });
  }
  return kept;
}

/** What expenses with `historical of` took out of each balance: in units, by month. */
function expensesOf({ books, ledger }: Closing, subject: Subject): ReadonlyMap<string, readonly bigint[]> {
  const used = new Map<string, bigint[]>();
  for (const { account, functional } of subject.ledger.income) {
    if (account.historicalOf === undefined || !books.accounts.has(account.historicalOf)) continue;
    const by = used.get(account.historicalOf) ?? new Array<bigint>(ledger.months.length).fill(0n);
    functional.forEach((units, month) => {
      by[month] = by[month]! + units;
    });
    used.set(account.historicalOf, by);
  }
  return used;
}
