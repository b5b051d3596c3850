import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { minus, NOTHING, plus, type Quotient, quotient, times } from "../ledger/quotient.ts";
import type { NamedRate, RateList } from "../ledger/rate-table.ts";
import { gainedBefore, roleOf } from "./closing.ts";
import { AmountSeries, type ByMonth, type EntryNames, entryNames, type Series, UnitSeries } from "./entry.ts";
import type { Translating } from "./translated.ts";

export interface NetAssets {
  readonly netAssets: Quotient;
  readonly presented: Quotient;
}

export interface TranslatedBalances {
  readonly opening: NetAssets;
  /** By month. */
  readonly months: readonly NetAssets[];
}

interface Running {
  readonly account: Account;
  readonly names: EntryNames;
  readonly lines: readonly LedgerLine[];
  /** In units of the functional currency, with which the account was opened. */
  opened: bigint;
}

/** Assets and liabilities of one entity but its investments in subsidiaries, at the closing rate of each month (ASC 830-30-45-3a). */
export function translateBalances(work: Translating): TranslatedBalances {
  const { subject, closing, pushed, sheets } = work;
  const { first, held, end } = subject.member;
  const { units: over } = closing.ledger;
  const running = accountsOf(work);
  const extra = pushed.reduce((sum, { functional }) => plus(sum, quotient(functional)), NOTHING);
  const netUnits = running.reduce((sum, { opened }) => sum + opened, 0n);
  const opened = plus(plus({ n: netUnits, over }, extra), gainedBefore(subject));
  const opening = { netAssets: opened, presented: openingPresented(work, running, opened) };
  const rates = subject.closings;
  const booked = bookedBalances(work, running, rates);
  sheets.balances.enter([...booked.series, ...madeOf(work, rates), ...pushedSeries(work)], first, held);
  const months: NetAssets[] = [];
  for (let month = first; month < end; month++) {
    let functional = plus({ n: booked.units[month]!, over }, month >= subject.inflated ? NOTHING : extra);
    for (let i = 0; i < work.remeasured.length; i++)
      functional = plus(functional, work.remeasured[i]!.differences[month]!);
    const atCost = booked.atCost[month] ?? NOTHING;
    const kept = month >= subject.inflated ? plus(atCost, pushedCost(work, month)) : atCost;
    months[month] = { netAssets: functional, presented: plus(times(functional, rates[month]!.rate), kept) };
  }
  return { opening, months };
}

/** What the accounts come to by month: in units at the closing rate, and, of those at historical rates, in the presentation currency. */
interface Booked {
  readonly series: readonly Series<EntryNames>[];
  readonly units: readonly bigint[];
  readonly atCost: ByMonth<Quotient>;
}

function bookedBalances(work: Translating, running: readonly Running[], rates: RateList): Booked {
  const { subject, closing, cost } = work;
  const { units: over, months } = closing.ledger;
  const { first, end } = subject.member;
  const all = months.map(() => 0n);
  const atCost: Quotient[] = [];
  const series = running.flatMap(({ account, names, lines, opened }): Series<EntryNames>[] => {
    const atRate: bigint[] = [];
    const keptFrom = Math.min(cost.keptFrom(account), end);
    let units = opened;
    const moved = (month: number): bigint => {
      for (let i = 0; i < lines.length; i++) units += lines[i]!.within.functional[month]!;
      return units;
    };
    for (let month = first; month < keptFrom; month++) {
      const at = moved(month);
      atRate[month] = at;
      if (at !== 0n) all[month] = all[month]! + at;
    }
    const closingRate = new UnitSeries(names, atRate, over, rates);
    if (keptFrom === end) return [closingRate];
    const [functional, kept]: [Quotient[], Quotient[]] = [[], []];
    for (let month = Math.max(first, keptFrom); month < end; month++) {
      functional[month] = { n: moved(month), over };
      kept[month] = quotient(cost.balance(account, month));
      atCost[month] = plus(atCost[month] ?? NOTHING, kept[month]!);
    }
    return [closingRate, new AmountSeries({ ...names, note: " at historical rates" }, functional, undefined, kept)];
  });
  return { series, units: all, atCost };
}

function accountsOf({ subject }: Translating): Running[] {
  const by = new Map<string, Running & { readonly lines: LedgerLine[] }>();
  for (const line of subject.ledger.lines) {
    if (roleOf(line) !== "closing") continue;
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    let known = by.get(account);
    if (known === undefined) {
      const { currency } = subject;
      const names = entryNames({ entity, account, line: of, kind: "translated", currency, note: "" });
      known = { account: line.account, names, lines: [], opened: 0n };
      by.set(account, known);
    }
    known.lines.push(line);
    known.opened += subject.opening(line).functional;
  }
  return [...by.values()];
}

/** Opening net assets at the opening rate; what is kept at historical rates from the first month on, at those. */
function openingPresented(work: Translating, running: readonly Running[], netAssets: Quotient): Quotient {
  const { subject, closing } = work;
  const atRateOfOpening = times(netAssets, subject.openingRate.rate);
  if (subject.inflated > subject.member.first) return atRateOfOpening;
  let presented = atRateOfOpening;
  for (const { account, lines } of running) {
    if (account.monetary) continue;
    for (const line of lines) {
      const functional = { n: subject.opening(line).functional, over: closing.ledger.units };
      presented = plus(presented, quotient(subject.historical(line)));
      presented = minus(presented, times(functional, subject.openingRate.rate));
    }
  }
  return presented;
}

/** Goodwill of a highly inflationary entity stays at what it was translated at before the change. */
function pushedCost(work: Translating, month: number): Quotient {
  const { rate } = pushedRate(work, month);
  return work.pushed.reduce((sum, { functional }) => plus(sum, times(quotient(functional), rate)), NOTHING);
}

/** What remeasurement of other currencies adds to the books' balances. */
const madeOf = ({ subject, remeasured }: Translating, rates: RateList): readonly Series<EntryNames>[] =>
  remeasured.map(({ line, differences, how }) => {
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    const note = (month: number): string => `: ${how(month)}, less what the books hold`;
    const { currency } = subject;
    const names = entryNames({ entity, account, line: of, kind: "remeasurement", currency, note });
    return new AmountSeries(names, differences, rates);
  });

/** Goodwill, and what else the close itself puts into an entity. */
function pushedSeries(work: Translating): readonly Series<EntryNames>[] {
  const { subject, pushed } = work;
  if (pushed.length === 0) return [];
  const { entity } = subject.ledger.entity;
  const rates: NamedRate[] = [];
  for (let month = subject.member.first; month < subject.member.held; month++) rates[month] = pushedRate(work, month);
  return pushed.map(({ line, functional, text }) => {
    const { currency } = subject;
    const names = entryNames({ entity, account: "", line, kind: "goodwill", currency, note: `: ${text}` });
    const amount = quotient(functional);
    return new AmountSeries(
      names,
      rates.map(() => amount),
      rates,
    );
  });
}

function pushedRate({ closing, subject }: Translating, month: number): NamedRate {
  if (month < subject.inflated) return subject.closings[month]!;
  return subject.inflated <= subject.member.first
    ? subject.openingRate
    : closing.rates.closing(subject.currency, subject.inflated - 1);
}

/** Is the line one of the intercompany balances, which elimination takes out? */
export const isIntercompany = ({ account }: LedgerLine): boolean =>
  STATEMENT_LINES[account.line].section === "intercompany" && account.line !== "investment-in-subsidiaries";
