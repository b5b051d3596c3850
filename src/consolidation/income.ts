import type { Account, Books } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, times } from "../ledger/fraction.ts";
import type { IncomeCell } from "../ledger/ledger.ts";
import type { Remeasured } from "../ledger/remeasure.ts";
import { monthNumber, type Subject } from "./closing.ts";
import { atRated, type EntryNames, type Note, ratedEntry } from "./entry.ts";
import type { EntryKind, GroupEntry } from "./group.ts";
import { amountText } from "./how.ts";
import { isDiscontinued } from "./membership.ts";
import type { Translating } from "./translated.ts";

export interface Both {
  /** In credit: income positive. */
  readonly functional: Rational;
  readonly amount: Rational;
}

export interface TranslatedIncome {
  readonly entries: readonly GroupEntry[];
  /** The month's result, in credit; by month. */
  readonly months: readonly (Both & { readonly booked: Rational })[];
  /** Differences of long-term intercompany balances, which are no result. */
  readonly longTerm: (month: number) => Both;
  /** The entry for what a highly inflationary entity gains (in credit) by remeasurement into the presentation currency. */
  readonly remeasurementGain: (month: number, gain: Rational) => GroupEntry;
}

interface Group {
  readonly account: Account;
  readonly names: EntryNames;
  readonly functional: readonly bigint[];
}

/** Where an income line is shown: results of an entity in discontinued operations, and the gain on its disposal, stand together (ASC 205-20-45-3). */
export function shownIn(books: Books, line: StatementLine, entity: string, counterparty: string): StatementLine {
  const gain = line === "gain-on-disposal" && isDiscontinued(books, counterparty);
  return gain || isDiscontinued(books, entity) ? "discontinued-operations" : line;
}

/** Cells of one account and one set of members, whoever the counterparty was. */
function grouped({ subject, closing }: Translating): Group[] {
  const groups = new Map<string, Group & { functional: bigint[] }>();
  const { entity } = subject.ledger.entity;
  for (const cell of subject.ledger.income) {
    const line = shownIn(closing.books, cell.account.line, entity, cell.counterparty);
    const name = `${cell.account.account}\u0000${cell.division}\u0000${cell.region}\u0000${cell.tag}\u0000${line}`;
    const known = groups.get(name);
    if (known === undefined)
      groups.set(name, {
        account: cell.account,
        names: namesOf(cell, line, subject),
        functional: [...cell.functional],
      });
    else
      cell.functional.forEach((units, month) => {
        known.functional[month] = known.functional[month]! + units;
      });
  }
  return [...groups.values()];
}

const namesOf = (cell: IncomeCell, line: StatementLine, { ledger, currency }: Subject): EntryNames => ({
  entity: ledger.entity.entity,
  account: cell.account.account,
  line,
  division: cell.division,
  region: cell.region,
  tag: cell.tag,
  kind: line === cell.account.line ? "translated" : "discontinued",
  currency,
});

/** Income of one entity at the average rate of each month (ASC 830-30-45-3b, 830-10-55-10), and what remeasurement adds to it. */
export function translateIncome(work: Translating): TranslatedIncome {
  const { subject, closing } = work;
  const { member } = subject;
  const groups = grouped(work);
  const made = madeOf(work);
  const entries: GroupEntry[] = [];
  const months: (Both & { readonly booked: Rational })[] = [];
  for (let month = member.first; month < member.end; month++) {
    let units = 0n;
    let all = 0n;
    let apart = ZERO;
    for (const group of groups) {
      const moved = group.functional[month]!;
      if (moved === 0n) continue;
      all += moved;
      const own = work.cost.expenseRate(group.account, month);
      if (own === undefined) units += moved;
      else apart = plus(apart, times(reduced(moved, closing.ledger.scale), own));
      entries.push(incomeEntry(work, group, month, own));
    }
    const average = closing.rates.average(subject.currency, month).rate;
    const gained = remeasuredIn(work, month, false);
    emitMade(entries, work, made, month);
    const ordinary = minus(gained, reduced(units, closing.ledger.scale));
    const booked = reduced(-all, closing.ledger.scale);
    months[month] = {
      booked,
      functional: plus(gained, booked),
      amount: minus(times(ordinary, average), apart),
    };
  }
  return {
    entries,
    months,
    longTerm: (month) => {
      const functional = month >= subject.inflated ? ZERO : remeasuredIn(work, month, true);
      return { functional, amount: times(functional, closing.rates.average(subject.currency, month).rate) };
    },
    remeasurementGain: (month, gain) => gainEntry(work, month, gain),
  };
}

function incomeEntry(work: Translating, group: Group, month: number, own: Rational | undefined): GroupEntry {
  const { subject, closing } = work;
  const rate =
    own === undefined
      ? closing.rates.average(subject.currency, month)
      : { rate: own, text: `historical, of account ${group.account.historicalOf}`, place: undefined };
  const rated = { units: group.functional[month]!, scale: closing.ledger.scale, rate };
  const note = group.names.kind === "discontinued" ? `; ${STATEMENT_LINES[group.account.line].title}` : "";
  return ratedEntry(closing.ledger.months[month]!.month, group.names, rated, note);
}

/** What remeasurement of foreign-currency balances added in the month, in debit of the balances: a gain where it is positive. */
function remeasuredIn({ remeasured, subject }: Translating, month: number, longTerm: boolean): Rational {
  let sum = ZERO;
  for (const each of remeasured) {
    const apart = each.longTerm && month < subject.inflated;
    if (apart === longTerm) sum = plus(sum, each.moved[month]!);
  }
  return sum;
}

const framed = (work: Translating) => ({
  entity: work.subject.ledger.entity.entity,
  account: "",
  line: shownIn(work.closing.books, "remeasurement", work.subject.ledger.entity.entity, ""),
  division: "",
  region: "",
  tag: "",
  kind: "remeasurement" as EntryKind,
});

/** What remeasurement moves of one line, with the names and the words of all its months. */
interface Made {
  readonly names: EntryNames;
  readonly note: Note;
  readonly of: Remeasured;
}

function madeOf(work: Translating): readonly Made[] {
  if (work.remeasured.length === 0) return [];
  const names = { ...framed(work), currency: work.subject.currency };
  return work.remeasured.map((of) => ({
    names,
    note: (month) =>
      `: ${of.how(monthNumber(work.closing, month))}, less the same at the month before and what the books moved`,
    of,
  }));
}

function emitMade(
  entries: GroupEntry[],
  { subject, closing }: Translating,
  made: readonly Made[],
  month: number,
): void {
  const average = closing.rates.average(subject.currency, month);
  for (const { names, note, of } of made) {
    if (of.longTerm && month < subject.inflated) continue;
    const functional = opposite(of.moved[month]!);
    if (functional.n !== 0n)
      entries.push(ratedEntry(closing.ledger.months[month]!.month, names, atRated(functional, average), note));
  }
}

function gainEntry(work: Translating, month: number, gain: Rational): GroupEntry {
  const { presentation } = work.closing.books.company;
  const amount = opposite(gain);
  return {
    ...framed(work),
    month: work.closing.ledger.months[month]!.month,
    amount,
    functional: amount,
    currency: presentation,
    how: `${amountText(amount)} ${presentation}: what monetary balances in ${work.subject.currency} gained or lost, highly inflationary (ASC 830-10-45-11)`,
  };
}
