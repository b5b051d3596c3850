import type { Account, Books } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { IncomeCell } from "../ledger/ledger.ts";
import { minus, NOTHING, opposite, plus, type Quotient, times } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import type { Remeasured } from "../ledger/remeasure.ts";
import type { Subject } from "./closing.ts";
import type { EntryNames } from "./entry.ts";
import { isDiscontinued } from "./membership.ts";
import type { Translating } from "./translated.ts";

export interface Both {
  /** In credit: income positive. */
  readonly functional: Quotient;
  readonly amount: Quotient;
}

export interface TranslatedIncome {
  /** The month's result, in credit; by month. */
  readonly months: readonly (Both & { readonly booked: Quotient })[];
  /** Differences of long-term intercompany balances, which are no result. */
  readonly longTerm: (month: number) => Both;
  /** Enters what a highly inflationary entity gains (in credit) by remeasurement into the presentation currency. */
  readonly enterGain: (month: number, gain: Quotient) => void;
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
  note: line === cell.account.line ? "" : `; ${STATEMENT_LINES[cell.account.line].title}`,
  currency,
});

/** Income of one entity at the average rate of each month (ASC 830-30-45-3b, 830-10-55-10), and what remeasurement adds to it. */
export function translateIncome(work: Translating): TranslatedIncome {
  const { subject, closing } = work;
  const { member } = subject;
  const { units: over } = closing.ledger;
  const groups = grouped(work);
  const made = madeOf(work);
  const months: (Both & { readonly booked: Quotient })[] = [];
  for (let month = member.first; month < member.end; month++) {
    const average = closing.rates.average(subject.currency, month);
    const { all, units, apart } = enter(work, groups, month, average);
    const gained = remeasuredIn(work, month, false);
    emitMade(work, made, month, average);
    const booked = { n: -all, over };
    months[month] = {
      booked,
      functional: plus(gained, booked),
      amount: minus(times(minus(gained, { n: units, over }), average.rate), apart),
    };
  }
  return {
    months,
    longTerm: (month) => {
      const functional = month >= subject.inflated ? NOTHING : remeasuredIn(work, month, true);
      return { functional, amount: times(functional, closing.rates.average(subject.currency, month).rate) };
    },
    enterGain: (month, gain) => enterGain(work, month, gain),
  };
}

/** Enters what the journals hold; `all` of it in units, of that `units` at the average rate, and `apart` what is presented at historical ones. */
function enter(work: Translating, groups: readonly Group[], month: number, average: NamedRate) {
  const { closing, cost, sheets } = work;
  const { units: over } = closing.ledger;
  let all = 0n;
  let units = 0n;
  let apart = NOTHING;
  for (const { account, names, functional } of groups) {
    const moved = functional[month]!;
    if (moved === 0n) continue;
    all += moved;
    const own = cost.expenseRate(account, month);
    if (own === undefined) units += moved;
    else apart = plus(apart, times({ n: moved, over }, own));
    const rate: NamedRate =
      own === undefined
        ? average
        : { rate: own, text: `historical, of account ${account.historicalOf}`, place: undefined };
    sheets.income.put(month, names, moved, over, rate);
  }
  return { all, units, apart };
}

/** What remeasurement of foreign-currency balances added in the month, in debit of the balances: a gain where it is positive. */
function remeasuredIn({ remeasured, subject }: Translating, month: number, longTerm: boolean): Quotient {
  let sum = NOTHING;
  for (const each of remeasured) {
    const apart = each.longTerm && month < subject.inflated;
    if (apart === longTerm) sum = plus(sum, each.moved[month]!);
  }
  return sum;
}

const framed = (work: Translating) =>
  ({
    entity: work.subject.ledger.entity.entity,
    account: "",
    line: shownIn(work.closing.books, "remeasurement", work.subject.ledger.entity.entity, ""),
    division: "",
    region: "",
    tag: "",
    kind: "remeasurement",
  }) as const;

/** What remeasurement moves of one line, with the names of all its months. */
interface Made {
  readonly names: EntryNames;
  readonly of: Remeasured;
}

function madeOf(work: Translating): readonly Made[] {
  if (work.remeasured.length === 0) return [];
  const names = { ...framed(work), currency: work.subject.currency };
  return work.remeasured.map((of) => ({
    names: {
      ...names,
      note: (month) => `: ${of.how(month)}, less the same at the month before and what the books moved`,
    },
    of,
  }));
}

function emitMade({ subject, sheets }: Translating, made: readonly Made[], month: number, average: NamedRate): void {
  for (const { names, of } of made) {
    if (of.longTerm && month < subject.inflated) continue;
    const { n, over } = of.moved[month]!;
    if (n !== 0n) sheets.income.put(month, names, -n, over, average);
  }
}

function enterGain(work: Translating, month: number, gain: Quotient): void {
  const { presentation } = work.closing.books.company;
  const names: EntryNames = {
    ...framed(work),
    currency: presentation,
    note: `: what monetary balances in ${work.subject.currency} gained or lost, highly inflationary (ASC 830-10-45-11)`,
  };
  work.sheets.income.putAmount(month, names, opposite(gain));
}
