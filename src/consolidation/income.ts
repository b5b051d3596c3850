import type { Account, Books } from "../books/books.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { IncomeCell } from "../ledger/ledger.ts";
import { minus, NOTHING, opposite, plus, type Quotient, times } from "../ledger/quotient.ts";
import type { RateList } from "../ledger/rate-table.ts";
import type { Subject } from "./closing.ts";
import { AmountSeries, type ByMonth, type EntryNames, UnitSeries } from "./entry.ts";
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
function grouped({ subject, closing }: Translating): Iterable<Group> {
  const groups = new Map<string, Group>();
  const { entity } = subject.ledger.entity;
  for (const cell of subject.ledger.income) {
    const line = shownIn(closing.books, cell.account.line, entity, cell.counterparty);
    const name = `${cell.account.account}\u0000${cell.division}\u0000${cell.region}\u0000${cell.tag}\u0000${line}`;
    const known = groups.get(name);
    const functional = known?.functional.map((units, month) => units + cell.functional[month]!) ?? cell.functional;
    groups.set(name, { account: cell.account, names: known?.names ?? namesOf(cell, line, subject), functional });
  }
  return groups.values();
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
  note: line === cell.account.line ? "" : `; ${STATEMENT_LINES[cell.account.line].title}`,
});

/** Income of one entity at the average rate of each month (ASC 830-30-45-3b, 830-10-55-10), and what remeasurement adds to it. */
export function translateIncome(work: Translating): TranslatedIncome {
  const { subject, closing, sheets } = work;
  const { first, end } = subject.member;
  const { units: over } = closing.ledger;
  const { averages } = subject;
  const booking = bookedIncome(work, averages);
  sheets.income.enter([...booking.series, ...madeOf(work, averages)], first, end);
  const months: (Both & { readonly booked: Quotient })[] = [];
  for (let month = first; month < end; month++) {
    const gained = remeasuredIn(work, month, false);
    const booked = { n: -booking.all[month]!, over };
    const atAverage = times(minus(gained, { n: booking.atAverage[month]!, over }), averages[month]!.rate);
    months[month] = {
      booked,
      functional: plus(gained, booked),
      amount: minus(atAverage, booking.apart[month] ?? NOTHING),
    };
  }
  return {
    months,
    longTerm: (month) => {
      const functional = month >= subject.inflated ? NOTHING : remeasuredIn(work, month, true);
      return { functional, amount: times(functional, averages[month]!.rate) };
    },
    enterGain: (month, gain) => enterGain(work, month, gain),
  };
}

/** What the journals hold by month: all of it in units, of that the units at the average rate, and what is presented at historical ones. */
interface Booked {
  readonly series: readonly UnitSeries<EntryNames>[];
  readonly all: readonly bigint[];
  readonly atAverage: readonly bigint[];
  readonly apart: ByMonth<Quotient>;
}

function bookedIncome(work: Translating, averages: RateList): Booked {
  const { subject, closing } = work;
  const { units: over, months } = closing.ledger;
  const { first, end } = subject.member;
  const none = months.map(() => 0n);
  const [all, atAverage] = [[...none], [...none]];
  const apart: Quotient[] = [];
  const series = Array.from(grouped(work), ({ account, names, functional }) => {
    const rates = account.historicalOf === undefined ? averages : ratesOf(work, account, averages);
    for (let month = first; month < end; month++) {
      const moved = functional[month]!;
      if (moved === 0n) continue;
      all[month] = all[month]! + moved;
      const rate = rates[month]!;
      if (rate === averages[month]) atAverage[month] = atAverage[month]! + moved;
      else apart[month] = plus(apart[month] ?? NOTHING, times({ n: moved, over }, rate.rate));
    }
    return new UnitSeries(names, functional, over, rates);
  });
  return { series, all, atAverage, apart };
}

/** The rates of an expense that uses up a balance, where that is kept at historical ones. */
const ratesOf = ({ cost }: Translating, account: Account, averages: RateList): RateList =>
  averages.map((average, month) => {
    const own = cost.expenseRate(account, month);
    return own === undefined
      ? average
      : { rate: own, text: `historical, of account ${account.historicalOf}`, place: undefined };
  });

/** What remeasurement of foreign-currency balances added in the month, in debit of the balances: a gain where it is positive. */
function remeasuredIn({ remeasured, subject }: Translating, month: number, longTerm: boolean): Quotient {
  let sum = NOTHING;
  for (let i = 0; i < remeasured.length; i++) {
    const each = remeasured[i]!;
    const apart = each.longTerm && month < subject.inflated;
    if (apart === longTerm) sum = plus(sum, each.moved[month]!);
  }
  return sum;
}

const framed = ({ subject, closing }: Pick<Translating, "subject" | "closing">) =>
  ({
    entity: subject.ledger.entity.entity,
    account: "",
    line: shownIn(closing.books, "remeasurement", subject.ledger.entity.entity, ""),
    division: "",
    region: "",
    tag: "",
    kind: "remeasurement",
  }) as const;

/** What remeasurement moves of each line, but differences that are no result. */
function madeOf({ subject, closing, remeasured }: Translating, averages: RateList): AmountSeries<EntryNames>[] {
  if (remeasured.length === 0) return [];
  const common = { ...framed({ subject, closing }), currency: subject.currency };
  return remeasured.map((of) => {
    const note = (month: number): string =>
      `: ${of.how(month)}, less the same at the month before and what the books moved`;
    const moved = of.moved.map((each, month) => (of.longTerm && month < subject.inflated ? NOTHING : opposite(each)));
    return new AmountSeries({ ...common, note }, moved, averages);
  });
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
