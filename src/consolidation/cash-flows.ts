import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { lowest, minus, NOTHING, opposite, plus, type Quotient, sumOf, Tally, times } from "../ledger/quotient.ts";
import type { NamedRate } from "../ledger/rate-table.ts";
import { type Closing, roleOf, type Subject } from "./closing.ts";
import type { FlowNames, FlowSheet } from "./entry.ts";
import type { GroupFlow } from "./group.ts";
import { amountText, atRate } from "./how.ts";
import type { EquityMove, InvestmentMove } from "./investments.ts";
import type { Membership } from "./membership.ts";
import type { OwnershipBook } from "./ownership.ts";
import type { Translated } from "./translated.ts";

/** What the flows of all entities are made from. */
export interface FlowSource {
  readonly closing: Closing;
  readonly members: ReadonlyMap<string, Membership | undefined>;
  readonly ownership: OwnershipBook;
  readonly investments: readonly InvestmentMove[];
  readonly equity: readonly EquityMove[];
}

type Line = GroupFlow["line"];

/**
 * Movements of one entity's balances at the average rate of each month, inflow positive (ASC 830-230-45-1, 230-10-45-28): those of the accounts with a
 * line in the cash flow statement, but what stands between entities of the group; and what of the result was no cash.
 */
export function entityFlows(source: FlowSource, each: Translated, cash: Cash, sheet: FlowSheet): void {
  const { closing } = source;
  const { subject } = each;
  const { units: over } = closing.ledger;
  const accounts = plainAccounts(subject);
  const enterOthers = [noCash(closing, each), exchange(closing, each, cash), boughtCash(each, cash)];
  for (let month = subject.member.first; month < subject.member.end; month++) {
    const rate = closing.rates.average(subject.currency, month);
    for (const { names, moved } of accounts) {
      const units = moved[month]!;
      if (units !== 0n && names !== undefined) sheet.put(month, names, -units, over, rate);
    }
    for (const { account, counterparty, within } of subject.ledger.dealings) {
      const units = within.functional[month]!;
      const line = units === 0n ? undefined : dealingLine(source, subject, account, counterparty, month);
      if (line !== undefined) sheet.put(month, namesOf(subject, account, line), -units, over, rate);
    }
    for (const enter of enterOthers) enter(month, sheet);
  }
}

/** Enters what a month has of one kind. */
type Enter = (month: number, sheet: FlowSheet) => void;

const namesOf = ({ ledger, currency }: Subject, { account }: Account, line: Line): FlowNames => ({
  entity: ledger.entity.entity,
  account,
  line,
  currency,
});

/** Names of a flow of no one account, in words of its own. */
const ownNames = ({ ledger, currency }: Subject, line: Line, how: NonNullable<FlowNames["how"]>): FlowNames => ({
  entity: ledger.entity.entity,
  account: "",
  line,
  currency,
  how,
});

interface Moved {
  /** Undefined where the account has no line in the cash flow statement. */
  readonly names: FlowNames | undefined;
  readonly moved: bigint[];
}

/** Assets and liabilities but cash and what stands within the group, by account. */
function plainAccounts(subject: Subject): readonly Moved[] {
  const by = new Map<string, Moved>();
  for (const { account, within } of subject.ledger.lines) {
    if (roleOf({ account }) !== "closing" || account.line === "cash") continue;
    if (STATEMENT_LINES[account.line].section === "intercompany") continue;
    const known = by.get(account.account);
    const names = account.cashFlow === undefined ? undefined : namesOf(subject, account, account.cashFlow);
    if (known === undefined) by.set(account.account, { names, moved: [...within.functional] });
    else
      within.functional.forEach((units, month) => {
        known.moved[month] = known.moved[month]! + units;
      });
  }
  return [...by.values()];
}

/** The line that a dealing with a counterparty stands in; undefined where both sides of it are the group's. */
function dealingLine(
  { closing, members, ownership, investments, equity }: FlowSource,
  { ledger, member }: Subject,
  account: Account,
  counterparty: string,
  month: number,
): Line | undefined {
  const { entity } = ledger.entity;
  const other = members.get(counterparty);
  const inside = other !== undefined && month >= other.first && month < other.end;
  if (roleOf({ account }) === "investment") {
    const move = investments.find(
      (each) => each.owner === entity && each.entity === counterparty && each.month === month,
    );
    if (move?.kind === "disposal") return undefined;
    if (move?.kind === "acquisition" || !inside) return account.cashFlow ?? "acquisitions";
    const answered = equity.some(
      (each) =>
        each.entity === counterparty && each.counterparty === entity && each.month === month && each.role === "paid-in",
    );
    return answered ? undefined : "minority-transactions";
  }
  if (inside) return undefined;
  const shared =
    ownership.directlyOutside(entity, closing.ledger.months[Math.min(month, member.end - 1)]!.end).n !== 0n;
  return shared && STATEMENT_LINES[account.line].section === "equity" ? "minority-transactions" : account.cashFlow;
}

/** Gains and losses of remeasurement, and expenses at historical rates, are results without cash. */
function noCash(closing: Closing, { subject, months }: Translated): Enter {
  const { presentation } = closing.books.company;
  const names = ownNames(
    subject,
    "other-non-cash",
    (_, amount) => `${amountText(amount)} ${presentation}: remeasurement in the result of the month`,
  );
  return (month, sheet) => {
    const { booked, income } = months[month]!;
    const average = closing.rates.average(subject.currency, month).rate;
    sheet.putAmount(month, names, minus(times(booked, average), income));
  };
}

const isCash = ({ account }: { readonly account: Account }): boolean => account.line === "cash";

/** Cash of one entity in its functional currency. */
export interface Cash {
  /** What was opened or bought with, then what stood at each month's end, remeasured; by month from -1 on. */
  readonly at: (month: number) => Quotient;
  readonly moved: (month: number) => Quotient;
}

export function cashOf({ ledger: { units: over } }: Closing, { subject, remeasured }: Translated): Cash {
  const lines = subject.ledger.lines.filter(isCash);
  const differences = remeasured.filter(({ line }) => isCash(line));
  let units = lines.reduce((sum, line) => sum + subject.opening(line).functional, 0n);
  const opened = sumOf([{ n: units, over }, ...differences.map((each) => each.opened)]);
  const [at, moved]: [Quotient[], Quotient[]] = [[], []];
  for (let month = subject.member.first; month < subject.member.end; month++) {
    const change = lines.reduce((sum, { within }) => sum + within.functional[month]!, 0n);
    units += change;
    moved[month] = { n: change, over };
    at[month] = differences.reduce((sum, each) => plus(sum, each.differences[month]!), { n: units, over });
  }
  return { at: (month) => at[month] ?? opened, moved: (month) => moved[month] ?? NOTHING };
}

/** What a month's cash gained by rates: its balance at the end less the one before and the movements at the average rate. */
function exchange(closing: Closing, { subject }: Translated, cash: Cash): Enter {
  const { first } = subject.member;
  const start = (month: number): NamedRate => (month === first ? subject.openingRate : subject.rateAt(month - 1));
  const said = (month: number, rate: NamedRate): string =>
    `${amountText(lowest(cash.at(month)))}${atRate(subject.currency, rate)}`;
  const names = ownNames(
    subject,
    "exchange-effect",
    (month) =>
      `cash of ${said(month, subject.rateAt(month))} less ${said(month - 1, start(month))} and movements at the average rate`,
  );
  return (month, sheet) => {
    const stood = times(cash.at(month), subject.rateAt(month).rate);
    const before = times(cash.at(month - 1), start(month).rate);
    const moved = times(cash.moved(month), closing.rates.average(subject.currency, month).rate);
    sheet.putAmount(month, names, minus(minus(stood, before), moved));
  };
}

/** Cash that came with an acquisition, and went with a disposal. */
function boughtCash({ subject }: Translated, cash: Cash): Enter {
  const { acquired, disposed, first } = subject.member;
  return (month, sheet) => {
    const put = (line: Line, amount: Quotient, rate: NamedRate, what: string): void => {
      const how = (): string =>
        `${amountText(lowest(amount))}${atRate(subject.currency, rate)}: cash ${what} with ${subject.ledger.entity.entity}`;
      sheet.putAmount(month, ownNames(subject, line, how), times(amount, rate.rate));
    };
    if (acquired !== undefined && month === first)
      put("acquisitions", cash.at(first - 1), subject.openingRate, "acquired");
    if (disposed !== undefined && month === disposed.month)
      put("disposals", opposite(cash.at(month)), subject.rateAt(month), "disposed of");
  };
}

/** Cash of all entities at the end of each month, from the opening on (-1): what the flows must come to. */
export function groupCash(
  translated: readonly Translated[],
  cash: ReadonlyMap<Translated, Cash>,
): (month: number) => Quotient {
  return (month) => {
    const total = new Tally();
    for (const each of translated) {
      const { member, openingRate, rateAt } = each.subject;
      const at = cash.get(each)!;
      const opened = month === -1 && member.first === 0 && member.acquired === undefined;
      if (opened) total.add(times(at.at(-1), openingRate.rate));
      else if (month >= member.first && month < member.held) total.add(times(at.at(month), rateAt(month).rate));
    }
    return total.total();
  };
}
