import type { MonthName } from "../books/books.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, sumOf, times } from "../ledger/fraction.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { opensYear } from "../ledger/trial-balance.ts";
import { type Closing, gainedBefore, monthNumber, type Role, roleOf } from "./closing.ts";
import { AS_IT_IS, atRated, type EntryNames, keptEntry, ratedEntry } from "./entry.ts";
import type { GroupEntry } from "./group.ts";
import { rateText } from "./how.ts";
import type { Equity, EquityFlow, Translating } from "./translated.ts";

export interface EquityBook {
  /** Cumulative translation at the opening is what is missing to zero (docs/workspace.md). */
  readonly opening: (presented: Rational) => Equity;
  readonly flows: (month: number) => readonly EquityFlow[];
  readonly close: (before: Equity, month: number, result: Rational, presented: Rational) => Equity;
  readonly entries: () => readonly GroupEntry[];
}

const FIELD: Readonly<Partial<Record<Role, "paidIn" | "dividends" | "retained" | "other">>> = {
  "paid-in": "paidIn",
  dividends: "dividends",
  retained: "retained",
  // Income that an acquired entity had made before is part of what was bought.
  income: "retained",
  "other-equity": "other",
};

const contributionOf = ({ pushed, subject }: Translating): Rational =>
  pushed.reduce((sum, { functional }) => plus(sum, times(functional, subject.openingRate.rate)), ZERO);

/** Equity of one entity at historical rates, with the roll of retained earnings (ASC 830-30-45-3, 830-10-45-18). */
export function equityOf(work: Translating): EquityBook {
  const { subject, closing } = work;
  const { scale, months } = closing.ledger;
  const { member } = subject;
  const lines = subject.ledger.lines.filter((line) => !["closing", "income"].includes(roleOf(line)));
  const states: Equity[] = [];
  const known: EquityFlow[][] = [];
  const flows = (month: number): EquityFlow[] => {
    known[month] ??= flowsIn(month);
    return known[month];
  };
  const flowsIn = (month: number): EquityFlow[] => {
    const rate = closing.rates.ofFlow(subject.currency, month);
    return lines.flatMap((line) => {
      const units = line.within.functional[month]!;
      if (units === 0n) return [];
      const functional = reduced(-units, scale);
      return [{ line, functional, amount: times(functional, rate.rate), rate }];
    });
  };
  return {
    flows,
    opening: (presented) => openingOf(work, presented),
    close: (before, month, result, presented) => {
      const at = { ...before };
      if (opensYear(months, month) && month > member.first) {
        at.retained = plus(at.retained, at.dividends);
        at.dividends = ZERO;
      }
      for (const { line, amount } of flows(month)) {
        const role = roleOf(line);
        const field = FIELD[role];
        if (role === "investment") at.investments = minus(at.investments, amount);
        else if (field !== undefined) at[field] = plus(at[field], amount);
      }
      at.retained = plus(at.retained, result);
      const state = { ...at, translation: missing(at, presented) };
      states[month] = state;
      return state;
    },
    entries: () => [...linesKept(work, lines), ...rolled(work, states, lines)],
  };
}

function openingOf(work: Translating, presented: Rational): Equity {
  const { subject } = work;
  const start = { paidIn: contributionOf(work), dividends: ZERO, retained: ZERO, other: ZERO, investments: ZERO };
  for (const line of subject.ledger.lines) {
    const role = roleOf(line);
    const field = FIELD[role];
    if (role === "investment") start.investments = plus(start.investments, subject.historical(line));
    else if (field !== undefined) start[field] = minus(start[field], subject.historical(line));
  }
  start.retained = plus(start.retained, times(gainedBefore(subject), subject.openingRate.rate));
  return { ...start, translation: missing(start, presented) };
}

type Amounts = Omit<Equity, "translation">;

const missing = (at: Amounts, presented: Rational): Rational =>
  minus(plus(presented, at.investments), sumOf([at.paidIn, at.dividends, at.retained, at.other]));

const framed = (work: Translating) => ({
  entity: work.subject.ledger.entity.entity,
  division: "",
  region: "",
  tag: "",
});

/** The accounts of equity and investments as the books have them, at the rates that each movement had. */
function linesKept(work: Translating, lines: readonly LedgerLine[]): GroupEntry[] {
  const { subject, closing } = work;
  const { scale, months } = closing.ledger;
  const { currency } = subject;
  const entries: GroupEntry[] = [];
  for (const line of lines) {
    let units = subject.opening(line).functional;
    let amount = subject.historical(line);
    const { account, line: of } = line.account;
    const names = { ...framed(work), account, line: of, kind: "translated", currency } as const;
    const note = (name: MonthName): string => ` at the rate of each movement${lastRate(closing, line, currency, name)}`;
    for (let month = subject.member.first; month < subject.member.held; month++) {
      if (roleOf(line) === "dividends" && opensYear(months, month) && month > subject.member.first) {
        units = 0n;
        amount = ZERO;
      }
      const moved = line.within.functional[month]!;
      const rate = closing.rates.ofFlow(currency, month);
      if (moved !== 0n) amount = plus(amount, times(reduced(moved, scale), rate.rate));
      units += moved;
      if (units === 0n && amount.n === 0n) continue;
      entries.push(keptEntry(months[month]!.month, names, { units, scale }, amount, note));
    }
  }
  return entries;
}

function lastRate(closing: Closing, line: LedgerLine, currency: string, name: MonthName): string {
  const month = monthNumber(closing, name);
  const { rate, text } = closing.rates.ofFlow(currency, month);
  return line.within.functional[month] === 0n || text === "" ? "" : `, of the month at ${rateText(rate)} (${text})`;
}

/** What the roll adds: results carried in retained earnings beside what their accounts hold, goodwill's other side, cumulative translation. */
function rolled(work: Translating, states: readonly Equity[], lines: readonly LedgerLine[]): GroupEntry[] {
  const { subject, closing } = work;
  const { scale, months } = closing.ledger;
  const entries: GroupEntry[] = [];
  const accounts = lines.filter((line) => roleOf(line) === "retained");
  let held = accounts.reduce((sum, line) => minus(sum, subject.historical(line)), ZERO);
  const contributed = contributionOf(work);
  const common = { ...framed(work), account: "", currency: closing.books.company.presentation };
  const retained: EntryNames = { ...common, line: "retained-earnings", kind: "translated" };
  const paidIn: EntryNames = { ...common, line: "paid-in-capital", kind: "goodwill" };
  const translation: EntryNames = { ...common, line: "translation-adjustment", kind: "translation-adjustment" };
  for (let month = subject.member.first; month < subject.member.held; month++) {
    const rate = closing.rates.ofFlow(subject.currency, month).rate;
    for (const line of accounts) held = minus(held, times(reduced(line.within.functional[month]!, scale), rate));
    const at = states[month]!;
    const push = (names: EntryNames, credit: Rational, text: string): void => {
      if (credit.n !== 0n)
        entries.push(ratedEntry(months[month]!.month, names, atRated(opposite(credit), AS_IT_IS), text));
    };
    push(retained, minus(at.retained, held), ": results since the opening, less dividends of closed years");
    push(paidIn, contributed, ": other side of goodwill and fair values at the acquisition");
    push(translation, at.translation, ": what translation leaves (ASC 830-30-45-12)");
  }
  return entries;
}
