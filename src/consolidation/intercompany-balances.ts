import type { BooksFinding } from "../books/books-finding.ts";
import { absolute, compare } from "../exact/rational.ts";
import { reduced, times } from "../ledger/fraction.ts";
import type { Dealing } from "../ledger/ledger.ts";
import { isIntercompany } from "./balances.ts";
import type { Closing, Subject } from "./closing.ts";
import { type EntryNames, ratedEntry } from "./entry.ts";
import type { GroupEntry } from "./group.ts";
import { amountText } from "./how.ts";
import type { Membership } from "./membership.ts";
import type { Translated } from "./translated.ts";

export interface EliminatedBalances {
  readonly entries: readonly GroupEntry[];
  readonly findings: readonly BooksFinding[];
}

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
): EliminatedBalances {
  const accounts = translated.flatMap(({ subject }) => accountsOf(closing, subject, members));
  const entries: GroupEntry[] = [];
  closing.ledger.months.forEach((_, month) => {
    const rest = new Map<string, bigint>();
    for (const account of accounts) {
      const units = account.within[month] ?? 0n;
      if (units === 0n) continue;
      rest.set(account.currency, (rest.get(account.currency) ?? 0n) + units);
      entries.push(eliminated(closing, account, month, units));
    }
    for (const [currency, units] of [...rest].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (units !== 0n) entries.push(putBack(closing, currency, month, units));
  });
  return { entries, findings: strayFindings(closing, accounts) };
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
    const sums = new Map<string, bigint>();
    const within: bigint[] = [];
    const stray: bigint[] = [];
    for (let month = first; month < Math.min(held, ledger.months.length); month++) {
      let [inside, outside] = [unitsOpened(subject, line), 0n];
      for (const dealing of dealings) {
        const { counterparty } = dealing;
        const sum = (sums.get(counterparty) ?? 0n) + movedIn(dealing, month, line.currency === subject.currency);
        sums.set(counterparty, sum);
        const other = counterparty === subject.ledger.entity.entity ? undefined : members.get(counterparty);
        if (other !== undefined && month >= other.first && month < other.held) inside += sum;
        else if (other === undefined) outside += sum;
      }
      within[month] = inside;
      stray[month] = outside;
    }
    const { account, line: of } = line.account;
    const { currency } = line;
    const names: EntryNames = { ...frame, entity: subject.ledger.entity.entity, account, line: of, currency };
    return { subject, account, names, currency, within, stray };
  });
}

const unitsOpened = (subject: Subject, line: Parameters<Subject["opening"]>[0]): bigint => {
  const { amount, functional } = subject.opening(line);
  return line.currency === subject.currency ? functional : amount;
};

const movedIn = ({ within }: Dealing, month: number, own: boolean): bigint =>
  (own ? within.functional : within.amount)[month] ?? 0n;

const frame = { division: "", region: "", tag: "", kind: "elimination" } as const;

function eliminated({ ledger, rates }: Closing, account: Account, month: number, units: bigint): GroupEntry {
  const rate = rates.closing(account.currency, month);
  return ratedEntry(
    ledger.months[month]!.month,
    account.names,
    { units: -units, scale: ledger.scale, rate },
    ": balance within the group",
  );
}

function putBack({ books, ledger, rates }: Closing, currency: string, month: number, units: bigint): GroupEntry {
  const line = units > 0n ? "intercompany-receivable" : "intercompany-payable";
  const names = {
    ...frame,
    entity: books.company.parent,
    account: "",
    line,
    currency,
  } as const;
  const rate = rates.closing(currency, month);
  return ratedEntry(
    ledger.months[month]!.month,
    names,
    { units, scale: ledger.scale, rate },
    `: balances within the group that have no other side in ${currency}`,
  );
}

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
