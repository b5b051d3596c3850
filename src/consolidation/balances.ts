import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { minus, NOTHING, plus, type Quotient, quotient, times } from "../ledger/quotient.ts";
import { gainedBefore, roleOf } from "./closing.ts";
import type { EntryNames } from "./entry.ts";
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

/** What the close adds to one line's balances, with the names and the words of all its months. */
interface Made {
  readonly names: EntryNames;
  readonly differences: readonly Quotient[];
}

interface Running {
  readonly account: Account;
  readonly names: EntryNames;
  readonly namesAtCost: EntryNames;
  readonly lines: readonly LedgerLine[];
  units: bigint;
}

/** Assets and liabilities of one entity but its investments in subsidiaries, at the closing rate of each month (ASC 830-30-45-3a). */
export function translateBalances(work: Translating): TranslatedBalances {
  const { subject, closing, pushed } = work;
  const { member } = subject;
  const { units: over } = closing.ledger;
  const running = accountsOf(work);
  const made = madeOf(work);
  const extra = pushed.reduce((sum, { functional }) => plus(sum, quotient(functional)), NOTHING);
  const netUnits = running.reduce((sum, { units }) => sum + units, 0n);
  const opened = plus(plus({ n: netUnits, over }, extra), gainedBefore(subject));
  const opening = { netAssets: opened, presented: openingPresented(work, running, opened) };
  const months: NetAssets[] = [];
  for (let month = member.first; month < member.end; month++) {
    const rate = subject.rateAt(month);
    const { functional: booked, kept: atCost } = moveOn(work, running, month);
    const functional = work.remeasured.reduce(
      (sum, { differences }) => plus(sum, differences[month]!),
      plus(booked, month >= subject.inflated ? NOTHING : extra),
    );
    const kept = month >= subject.inflated ? plus(atCost, pushedCost(work, month)) : atCost;
    if (month < member.held) emitMade(work, made, month);
    months[month] = { netAssets: functional, presented: plus(times(functional, rate.rate), kept) };
  }
  return { opening, months };
}

/** The accounts at the end of a month: what they come to in the functional currency, and, of those at historical rates, in the presentation currency. */
function moveOn(
  work: Translating,
  running: readonly Running[],
  month: number,
): { functional: Quotient; kept: Quotient } {
  const { subject, closing, sheets } = work;
  const { units: over } = closing.ledger;
  const rate = subject.rateAt(month);
  const isHeld = month < subject.member.held;
  let units = 0n;
  let kept = NOTHING;
  for (const at of running) {
    for (const line of at.lines) at.units += line.within.functional[month]!;
    if (!work.cost.keeps(at.account, month)) {
      units += at.units;
      if (isHeld && at.units !== 0n) sheets.balances.put(month, at.names, at.units, over, rate);
      continue;
    }
    const amount = quotient(work.cost.balance(at.account, month));
    kept = plus(kept, amount);
    if (isHeld && (amount.n !== 0n || at.units !== 0n))
      sheets.balances.put(month, at.namesAtCost, at.units, over, rate, amount);
  }
  return { functional: { n: units, over }, kept };
}

function accountsOf({ subject }: Translating): Running[] {
  const by = new Map<string, Running & { readonly lines: LedgerLine[] }>();
  for (const line of subject.ledger.lines) {
    if (roleOf(line) !== "closing") continue;
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    let known = by.get(account);
    if (known === undefined) {
      const names = { ...frame, entity, account, line: of, kind: "translated", currency: subject.currency } as const;
      const namesAtCost = { ...names, note: " at historical rates" };
      known = { account: line.account, names: { ...names, note: "" }, namesAtCost, lines: [], units: 0n };
      by.set(account, known);
    }
    known.lines.push(line);
    known.units += subject.opening(line).functional;
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

const frame = { division: "", region: "", tag: "" } as const;

const madeOf = ({ subject, remeasured }: Translating): readonly Made[] =>
  remeasured.map(({ line, differences, how }) => {
    const { account, line: of } = line.account;
    const { entity } = subject.ledger.entity;
    const names: EntryNames = {
      ...frame,
      entity,
      currency: subject.currency,
      account,
      line: of,
      kind: "remeasurement",
      note: (month) => `: ${how(month)}, less what the books hold`,
    };
    return { names, differences };
  });

/** What the close adds to the books' balances: remeasurement of other currencies, and goodwill. */
function emitMade(work: Translating, made: readonly Made[], month: number): void {
  const { subject, pushed, sheets } = work;
  const rate = subject.rateAt(month);
  for (const { names, differences } of made) {
    const { n, over } = differences[month]!;
    if (n !== 0n) sheets.balances.put(month, names, n, over, rate);
  }
  if (pushed.length === 0) return;
  const { entity } = subject.ledger.entity;
  const fixed = pushedRate(work, month);
  for (const { line, functional, text } of pushed) {
    const { n, over } = quotient(functional);
    const names = { ...frame, entity, currency: subject.currency, account: "", line, kind: "goodwill" } as const;
    sheets.balances.put(month, { ...names, note: `: ${text}` }, n, over, fixed);
  }
}

function pushedRate({ closing, subject }: Translating, month: number) {
  if (month < subject.inflated) return subject.rateAt(month);
  return subject.inflated <= subject.member.first
    ? subject.openingRate
    : closing.rates.closing(subject.currency, subject.inflated - 1);
}

/** Is the line one of the intercompany balances, which elimination takes out? */
export const isIntercompany = ({ account }: LedgerLine): boolean =>
  STATEMENT_LINES[account.line].section === "intercompany" && account.line !== "investment-in-subsidiaries";
