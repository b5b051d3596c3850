import type { BooksFinding } from "../books/books-finding.ts";
import { absolute, compare } from "../exact/rational.ts";
import { reduced, times } from "../ledger/fraction.ts";
import type { Dealing } from "../ledger/ledger.ts";
import type { RateList } from "../ledger/rate-table.ts";
import { isIntercompany } from "./balances.ts";
import type { Closing, Subject } from "./closing.ts";
import { type ByMonth, type EntryNames, type EntrySheet, entryNames, UnitSeries } from "./entry.ts";
import { amountText } from "./how.ts";
import type { Membership } from "./membership.ts";
import type { Translated } from "./translated.ts";

interface Account {
  readonly subject: Subject;
  readonly account: string;
  readonly names: EntryNames;
  readonly currency: string;
  /** In units of `currency`, at each month's end, with entities that are the group's then. */
  readonly within: readonly bigint[];
  /** With anyone else, or with nobody named. */
  readonly stray: readonly bigint[];
}

/**
 * Balances between entities of the group at the closing rate of each month (ASC 810-10-45-1). They are taken out by currency; what the two sides of a currency do
 * not match is put back, with the parent, so that it can be seen. Opening balances name no counterparty and count as balances within the group.
 */
export function eliminateBalances(
  closing: Closing,
  translated: readonly Translated[],
  members: ReadonlyMap<string, Membership | undefined>,
  sheet: EntrySheet,
): readonly BooksFinding[] {
  const { ledger, rates, books } = closing;
  const accounts = translated.flatMap(({ subject }) => accountsOf(closing, subject, members));
  const rest = new Map<string, bigint[]>();
  // A rate is asked for where there is a balance alone: one that is asked for and missing refuses the close.
  const closingRates = (currency: string, units: ByMonth<bigint>): RateList => {
    units.forEach((at, month) => {
      if (at !== undefined && at !== 0n) rates.closing(currency, month);
    });
    return rates.closings(currency);
  };
  const series = accounts.map(({ within, names }) => {
    const sums = rest.get(names.currency) ?? ledger.months.map(() => 0n);
    rest.set(names.currency, sums);
    within.forEach((units, month) => {
      sums[month] = sums[month]! + units;
    });
    return new UnitSeries(names, within, ledger.units, closingRates(names.currency, within), true);
  });
  const back = [...rest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, sums]) =>
      [true, false].map((isOwed) => {
        const units = sums.map((sum) => (sum > 0n === isOwed ? sum : 0n));
        const names = namesPutBack(books.company.parent, currency, isOwed);
        return new UnitSeries(names, units, ledger.units, closingRates(currency, units));
      }),
    );
  sheet.enter([...series, ...back], 0, ledger.months.length);
  return strayFindings(closing, accounts);
}

function accountsOf(
  { ledger }: Closing,
  subject: Subject,
  members: ReadonlyMap<string, Membership | undefined>,
): Account[] {
  const { first, held } = subject.member;
  return subject.ledger.lines.filter(isIntercompany).map((line) => {
    const dealings = subject.ledger.dealings.filter(
      ({ account, currency }) => account.account === line.account.account && currency === line.currency,
    );
    const others = dealings.map(({ counterparty }) =>
      counterparty === subject.ledger.entity.entity ? undefined : members.get(counterparty),
    );
    const sums = dealings.map(() => 0n);
    const within: bigint[] = [];
    const stray: bigint[] = [];
    const opened = unitsOpened(subject, line);
    for (let month = first; month < Math.min(held, ledger.months.length); month++) {
      let [inside, outside] = [opened, 0n];
      dealings.forEach((dealing, i) => {
        const sum = sums[i]! + movedIn(dealing, month, line.currency === subject.currency);
        sums[i] = sum;
        const other = others[i];
        if (other === undefined) outside += sum;
        else if (month >= other.first && month < other.held) inside += sum;
      });
      within[month] = inside;
      stray[month] = outside;
    }
    const { account, line: of } = line.account;
    const { currency } = line;
    const note = ": balance within the group";
    const { entity } = subject.ledger.entity;
    const names = entryNames({ entity, account, line: of, kind: "elimination", currency, note });
    return { subject, account, names, currency, within, stray };
  });
}

const unitsOpened = (subject: Subject, line: Parameters<Subject["opening"]>[0]): bigint => {
  const { amount, functional } = subject.opening(line);
  return line.currency === subject.currency ? functional : amount;
};

const movedIn = ({ within }: Dealing, month: number, own: boolean): bigint =>
  (own ? within.functional : within.amount)[month] ?? 0n;

const namesPutBack = (parent: string, currency: string, isOwed: boolean): EntryNames =>
  entryNames({
    entity: parent,
    account: "",
    line: isOwed ? "intercompany-receivable" : "intercompany-payable",
    kind: "elimination",
    currency,
    note: `: balances within the group that have no other side in ${currency}`,
  });

/** Intercompany accounts whose lines name no other entity of the group: nothing can be eliminated with anyone. */
function strayFindings({ books, ledger, rates }: Closing, accounts: readonly Account[]): BooksFinding[] {
  return accounts.flatMap((account): BooksFinding[] => {
    const month = account.stray.findIndex((units) => units !== undefined && units !== 0n);
    if (month < 0) return [];
    const amount = reduced(account.stray[month]!, ledger.scale);
    const presented = times(amount, rates.closing(account.currency, month).rate);
    const above = compare(absolute(presented), books.company.intercompanyTolerance) > 0;
    return [
      {
        code: "intercompany-without-counterparty",
        about: "books",
        severity: above ? "error" : "warning",
        message: `Account ${account.account} of ${account.subject.ledger.entity.entity} stands among the balances within the group, and at the end of ${ledger.months[month]!.month} ${amountText(amount)} ${account.currency} of it name no other entity of the group as counterparty.`,
        remedy:
          "Name the other entity in the column counterparty of these lines, or book them on an account of receivables or payables.",
        places: [{ path: "books/journals", line: undefined, column: undefined }],
      },
    ];
  });
}
