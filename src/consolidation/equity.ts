import type { StatementLine } from "../books/statement-line.ts";
import type { LedgerLine } from "../ledger/ledger.ts";
import { minus, NOTHING, opposite, plus, type Quotient, quotient, times } from "../ledger/quotient.ts";
import { opensYear } from "../ledger/trial-balance.ts";
import { type Closing, gainedBefore, type Role, roleOf } from "./closing.ts";
import { AmountSeries, type EntryNames, entryNames } from "./entry.ts";
import type { EntryKind } from "./group.ts";
import { rateText } from "./how.ts";
import type { Equity, EquityFlow, Translating } from "./translated.ts";

export interface EquityBook {
  /** Cumulative translation at the opening is what is missing to zero (docs/workspace.md). */
  readonly opening: (presented: Quotient) => Equity;
  readonly flows: (month: number) => readonly EquityFlow[];
  readonly close: (before: Equity, month: number, result: Quotient, presented: Quotient) => Equity;
  /** Writes the entries, when all months are closed, and gives those of the books and of what was paid in. */
  readonly enter: () => readonly AmountSeries<EntryNames>[];
}

const FIELD: Readonly<Partial<Record<Role, "paidIn" | "dividends" | "retained" | "other">>> = {
  "paid-in": "paidIn",
  dividends: "dividends",
  retained: "retained",
  // Income that an acquired entity had made before is part of what was bought.
  income: "retained",
  "other-equity": "other",
};

const contributionOf = ({ pushed, subject }: Translating): Quotient =>
  pushed.reduce((sum, { functional }) => plus(sum, times(quotient(functional), subject.openingRate.rate)), NOTHING);

/** Equity of one entity at historical rates, with the roll of retained earnings (ASC 830-30-45-3, 830-10-45-18). */
export function equityOf(work: Translating): EquityBook {
  const { subject, closing } = work;
  const { units: over, months } = closing.ledger;
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
    const moved: EquityFlow[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const units = line.within.functional[month]!;
      if (units === 0n) continue;
      const functional = { n: -units, over };
      moved.push({ line, functional, amount: times(functional, rate.rate), rate });
    }
    return moved;
  };
  return {
    flows,
    opening: (presented) => openingOf(work, presented),
    close: (before, month, result, presented) => {
      // Field by field: records that are spread were a tenth of this.
      const { paidIn, dividends, retained, other, investments } = before;
      const at = { paidIn, dividends, retained, other, investments, translation: NOTHING };
      if (opensYear(months, month) && month > member.first) {
        at.retained = plus(at.retained, at.dividends);
        at.dividends = NOTHING;
      }
      const moved = flows(month);
      for (let i = 0; i < moved.length; i++) {
        const { line, amount } = moved[i]!;
        const role = roleOf(line);
        const field = FIELD[role];
        if (role === "investment") at.investments = minus(at.investments, amount);
        else if (field !== undefined) at[field] = plus(at[field], amount);
      }
      at.retained = plus(at.retained, result);
      at.translation = missing(at, presented);
      states[month] = at;
      return at;
    },
    enter: () => [...enterLines(work, lines), enterRoll(work, states, lines)],
  };
}

function openingOf(work: Translating, presented: Quotient): Equity {
  const { subject } = work;
  const start = {
    paidIn: contributionOf(work),
    dividends: NOTHING,
    retained: NOTHING,
    other: NOTHING,
    investments: NOTHING,
  };
  for (const line of subject.ledger.lines) {
    const role = roleOf(line);
    const field = FIELD[role];
    if (role === "investment") start.investments = plus(start.investments, quotient(subject.historical(line)));
    else if (field !== undefined) start[field] = minus(start[field], quotient(subject.historical(line)));
  }
  start.retained = plus(start.retained, times(gainedBefore(subject), subject.openingRate.rate));
  return { ...start, translation: missing(start, presented) };
}

type Amounts = Omit<Equity, "translation">;

const missing = (at: Amounts, presented: Quotient): Quotient =>
  minus(plus(presented, at.investments), plus(plus(at.paidIn, at.dividends), plus(at.other, at.retained)));

/** The accounts of equity and investments as the books have them, at the rates that each movement had. */
function enterLines(work: Translating, lines: readonly LedgerLine[]): readonly AmountSeries<EntryNames>[] {
  const { subject, sheets } = work;
  const series = lines.map((line) => seriesOf(work, line));
  sheets.balances.enterBySeries(series, subject.member.first, subject.member.held);
  return series;
}

function seriesOf({ subject, closing }: Translating, line: LedgerLine): AmountSeries<EntryNames> {
  const { units: over, months } = closing.ledger;
  const { currency, member } = subject;
  const { entity } = subject.ledger.entity;
  const { account, line: of } = line.account;
  const note = (month: number): string => ` at the rate of each movement${lastRate(closing, line, currency, month)}`;
  const names = entryNames({ entity, account, line: of, kind: "translated", currency, note });
  const isYearly = roleOf(line) === "dividends";
  let functional: Quotient = { n: subject.opening(line).functional, over };
  let amount = quotient(subject.historical(line));
  const [inBooks, presented]: [Quotient[], Quotient[]] = [[], []];
  for (let month = member.first; month < member.held; month++) {
    if (isYearly && opensYear(months, month) && month > member.first) {
      functional = { n: 0n, over };
      amount = NOTHING;
    }
    const units = line.within.functional[month]!;
    if (units !== 0n) {
      amount = plus(amount, times({ n: units, over }, closing.rates.ofFlow(currency, month).rate));
      functional = { n: functional.n + units, over };
    }
    inBooks[month] = functional;
    presented[month] = amount;
  }
  return new AmountSeries(names, inBooks, undefined, presented);
}

function lastRate(closing: Closing, line: LedgerLine, currency: string, month: number): string {
  const { rate, text } = closing.rates.ofFlow(currency, month);
  return line.within.functional[month] === 0n || text === "" ? "" : `, of the month at ${rateText(rate)} (${text})`;
}

/**
 * What the roll adds: results carried in retained earnings beside what their accounts hold, goodwill's other side, cumulative translation. Gives the second, which is
 * part of what was paid in.
 */
function enterRoll(
  work: Translating,
  states: readonly Equity[],
  lines: readonly LedgerLine[],
): AmountSeries<EntryNames> {
  const { subject, closing, sheets } = work;
  const { units: over } = closing.ledger;
  const accounts = lines.filter((line) => roleOf(line) === "retained");
  let held = accounts.reduce((sum, line) => minus(sum, quotient(subject.historical(line))), NOTHING);
  const contributed = opposite(contributionOf(work));
  const [retained, paidIn, translation]: [Quotient[], Quotient[], Quotient[]] = [[], [], []];
  for (let month = subject.member.first; month < subject.member.held; month++) {
    for (let i = 0; i < accounts.length; i++) {
      const units = accounts[i]!.within.functional[month]!;
      if (units !== 0n)
        held = minus(held, times({ n: units, over }, closing.rates.ofFlow(subject.currency, month).rate));
    }
    const at = states[month]!;
    retained[month] = minus(held, at.retained);
    paidIn[month] = contributed;
    translation[month] = opposite(at.translation);
  }
  const { entity } = subject.ledger.entity;
  const currency = closing.books.company.presentation;
  const named = (line: StatementLine, kind: EntryKind, note: string): EntryNames =>
    entryNames({ entity, account: "", line, kind, currency, note });
  const goodwill = ": other side of goodwill and fair values at the acquisition";
  const series = [
    new AmountSeries(
      named("retained-earnings", "translated", ": results since the opening, less dividends of closed years"),
      retained,
    ),
    new AmountSeries(named("paid-in-capital", "goodwill", goodwill), paidIn),
    new AmountSeries(
      named("translation-adjustment", "translation-adjustment", ": what translation leaves (ASC 830-30-45-12)"),
      translation,
    ),
  ] as const;
  sheets.balances.enter(series, subject.member.first, subject.member.held);
  return series[1];
}
