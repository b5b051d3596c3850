import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { plus, reduced, times } from "../ledger/fraction.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { type Closing, gainedBefore, monthNumber, roleOf } from "./closing.ts";
import { atRated, type EntryNames, keptEntry, type Note, ratedEntry } from "./entry.ts";
import type { GroupEntry } from "./group.ts";
import type { Translating } from "./translated.ts";

export interface NetAssets {
  readonly netAssets: Rational;
  readonly presented: Rational;
}

export interface TranslatedBalances {
  readonly entries: readonly GroupEntry[];
  readonly opening: NetAssets;
  /** By month. */
  readonly months: readonly NetAssets[];
}

/** What the close adds to one line's balances, with the names and the words of all its months. */
interface Made {
  readonly names: EntryNames;
  readonly note: Note;
  readonly differences: readonly Rational[];
}

interface Running {
  readonly account: Account;
  readonly names: EntryNames;
  readonly lines: readonly LedgerLine[];
  units: bigint;
}

/** Assets and liabilities of one entity but its investments in subsidiaries, at the closing rate of each month (ASC 830-30-45-3a). */
export function translateBalances(work: Translating): TranslatedBalances {
  const { subject, closing, pushed } = work;
  const { member } = subject;
  const { scale } = closing.ledger;
  const running = accountsOf(work);
  const made = madeOf(work);
  const extra = pushed.reduce((sum, { functional }) => plus(sum, functional), ZERO);
  const netUnits = running.reduce((sum, { units }) => sum + units, 0n);
  const opened = plus(plus(reduced(netUnits, scale), extra), gainedBefore(subject));
  const opening = { netAssets: opened, presented: openingPresented(work, running, opened) };
  const entries: GroupEntry[] = [];
  const months: NetAssets[] = [];
  for (let month = member.first; month < member.end; month++) {
    const rate = subject.rateAt(month);
    let units = 0n;
    let kept = ZERO;
    for (const at of running) {
      for (const line of at.lines) at.units += line.within.functional[month]!;
      const historical = work.cost.keeps(at.account, month);
      if (historical) kept = plus(kept, work.cost.balance(at.account, month));
      else units += at.units;
      if (month < member.held) emit(entries, work, at, month, historical);
    }
    let functional = plus(reduced(units, scale), month >= subject.inflated ? ZERO : extra);
    for (const { differences } of work.remeasured) functional = plus(functional, differences[month]!);
    if (month >= subject.inflated) kept = plus(kept, pushedCost(work, month));
    if (month < member.held) emitMade(entries, work, made, month);
    months[month] = { netAssets: functional, presented: plus(times(functional, rate.rate), kept) };
  }
  return { entries, opening, months };
}

function accountsOf({ subject }: Translating): Running[] {
  const by = new Map<string, Running & { readonly lines: LedgerLine[] }>();
  for (const line of subject.ledger.lines) {
    if (roleOf(line) !== "closing") continue;
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    const names: EntryNames = { ...frame, entity, account, line: of, kind: "translated", currency: subject.currency };
    const known = by.get(account) ?? { account: line.account, names, lines: [], units: 0n };
    by.set(account, known);
    known.lines.push(line);
    known.units += subject.opening(line).functional;
  }
  return [...by.values()];
}

/** Opening net assets at the opening rate; what is kept at historical rates from the first month on, at those. */
function openingPresented(work: Translating, running: readonly Running[], netAssets: Rational): Rational {
  const { subject, closing } = work;
  const atRateOfOpening = times(netAssets, subject.openingRate.rate);
  if (subject.inflated > subject.member.first) return atRateOfOpening;
  let presented = atRateOfOpening;
  for (const { account, lines } of running) {
    if (account.monetary) continue;
    for (const line of lines) {
      const functional = reduced(subject.opening(line).functional, closing.ledger.scale);
      presented = plus(presented, subject.historical(line));
      presented = plus(presented, times(functional, { n: -subject.openingRate.rate.n, d: subject.openingRate.rate.d }));
    }
  }
  return presented;
}

/** Goodwill of a highly inflationary entity stays at what it was translated at before the change. */
function pushedCost({ subject, closing, pushed }: Translating, month: number): Rational {
  const { inflated, member } = subject;
  if (month < inflated) return ZERO;
  const rate = inflated <= member.first ? subject.openingRate : closing.rates.closing(subject.currency, inflated - 1);
  return pushed.reduce((sum, { functional }) => plus(sum, times(functional, rate.rate)), ZERO);
}

const frame = { division: "", region: "", tag: "" } as const;

function emit(entries: GroupEntry[], work: Translating, at: Running, month: number, historical: boolean): void {
  const { subject, closing } = work;
  const name = closing.ledger.months[month]!.month;
  if (!historical) {
    const rated = { units: at.units, scale: closing.ledger.scale, rate: subject.rateAt(month) };
    if (at.units !== 0n) entries.push(ratedEntry(name, at.names, rated));
    return;
  }
  const amount = work.cost.balance(at.account, month);
  if (amount.n === 0n && at.units === 0n) return;
  const held = { units: at.units, scale: closing.ledger.scale };
  entries.push(keptEntry(name, at.names, held, amount, " at historical rates"));
}

const madeOf = ({ subject, closing, remeasured }: Translating): readonly Made[] =>
  remeasured.map(({ line, differences, how }) => {
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    return {
      names: { ...frame, entity, currency: subject.currency, account, line: of, kind: "remeasurement" },
      note: (month) => `: ${how(monthNumber(closing, month))}, less what the books hold`,
      differences,
    };
  });

/** What the close adds to the books' balances: remeasurement of other currencies, and goodwill. */
function emitMade(entries: GroupEntry[], work: Translating, made: readonly Made[], month: number): void {
  const { subject, closing, pushed } = work;
  const rate = subject.rateAt(month);
  const name = closing.ledger.months[month]!.month;
  for (const { names, note, differences } of made) {
    const functional = differences[month]!;
    if (functional.n !== 0n) entries.push(ratedEntry(name, names, atRated(functional, rate), note));
  }
  if (pushed.length === 0) return;
  const frameAt = {
    ...frame,
    entity: subject.ledger.entity.entity,
    currency: subject.currency,
  };
  const fixed = pushedRate(closing, work, month);
  for (const { line, functional, text } of pushed)
    entries.push(
      ratedEntry(name, { ...frameAt, account: "", line, kind: "goodwill" }, atRated(functional, fixed), `: ${text}`),
    );
}

function pushedRate(closing: Closing, { subject }: Translating, month: number) {
  if (month < subject.inflated) return subject.rateAt(month);
  return subject.inflated <= subject.member.first
    ? subject.openingRate
    : closing.rates.closing(subject.currency, subject.inflated - 1);
}

/** Is the line one of the intercompany balances, which elimination takes out? */
export const isIntercompany = ({ account }: LedgerLine): boolean =>
  STATEMENT_LINES[account.line].section === "intercompany" && account.line !== "investment-in-subsidiaries";
