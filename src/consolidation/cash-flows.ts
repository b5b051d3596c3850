import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, sumOf, times } from "../ledger/fraction.ts";
import { type Closing, roleOf, type Subject } from "./closing.ts";
import { type FlowNames, keptFlow, type Rated, ratedFlow } from "./entry.ts";
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
export function entityFlows(source: FlowSource, each: Translated): GroupFlow[] {
  const { closing } = source;
  const { subject } = each;
  const flows: GroupFlow[] = [];
  const accounts = plainAccounts(subject);
  const cash = cashOf(closing, each);
  for (let month = subject.member.first; month < subject.member.end; month++) {
    const rate = closing.rates.average(subject.currency, month);
    const name = closing.ledger.months[month]!.month;
    const rated = (units: bigint): Rated => ({ units: -units, scale: closing.ledger.scale, rate });
    for (const { names, moved } of accounts) {
      const units = moved[month]!;
      if (units !== 0n && names !== undefined) flows.push(ratedFlow(name, names, rated(units)));
    }
    for (const { account, counterparty, within } of subject.ledger.dealings) {
      const units = within.functional[month]!;
      const line = units === 0n ? undefined : dealingLine(source, subject, account, counterparty, month);
      if (line !== undefined) flows.push(ratedFlow(name, namesOf(subject, account, line), rated(units)));
    }
    flows.push(
      ...noCash(closing, each, month),
      ...exchange(closing, each, cash, month),
      ...boughtCash(closing, each, cash, month),
    );
  }
  return flows;
}

function flow(
  closing: Closing,
  month: number,
  subject: Subject,
  line: Line,
  amount: Rational,
  how: () => string,
): GroupFlow {
  const { entity } = subject.ledger.entity;
  return keptFlow({ month: closing.ledger.months[month]!.month, entity, line }, amount, how);
}

const namesOf = ({ ledger, currency }: Subject, { account }: Account, line: Line): FlowNames => ({
  entity: ledger.entity.entity,
  account,
  line,
  currency,
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
function noCash(closing: Closing, each: Translated, month: number): GroupFlow[] {
  const at = each.months[month]!;
  const average = closing.rates.average(each.subject.currency, month).rate;
  const amount = minus(times(at.booked, average), at.income);
  if (amount.n === 0n) return [];
  const how = (): string =>
    `${amountText(amount)} ${closing.books.company.presentation}: remeasurement in the result of the month`;
  return [flow(closing, month, each.subject, "other-non-cash", amount, how)];
}

const isCash = ({ account }: { readonly account: Account }): boolean => account.line === "cash";

/** Cash of one entity in its functional currency. */
export interface Cash {
  /** What was opened or bought with, then what stood at each month's end, remeasured; by month from -1 on. */
  readonly at: (month: number) => Rational;
  readonly moved: (month: number) => Rational;
}

export function cashOf({ ledger }: Closing, { subject, remeasured }: Translated): Cash {
  const lines = subject.ledger.lines.filter(isCash);
  const differences = remeasured.filter(({ line }) => isCash(line));
  let units = lines.reduce((sum, line) => sum + subject.opening(line).functional, 0n);
  const opened = sumOf([reduced(units, ledger.scale), ...differences.map((each) => each.opened)]);
  const [at, moved]: [Rational[], Rational[]] = [[], []];
  for (let month = subject.member.first; month < subject.member.end; month++) {
    const change = lines.reduce((sum, { within }) => sum + within.functional[month]!, 0n);
    units += change;
    moved[month] = reduced(change, ledger.scale);
    at[month] = differences.reduce((sum, each) => plus(sum, each.differences[month]!), reduced(units, ledger.scale));
  }
  return { at: (month) => at[month] ?? opened, moved: (month) => moved[month] ?? ZERO };
}

/** What a month's cash gained by rates: its balance at the end less the one before and the movements at the average rate. */
function exchange(closing: Closing, each: Translated, cash: Cash, month: number): GroupFlow[] {
  const { subject } = each;
  const [before, after] = [cash.at(month - 1), cash.at(month)];
  const start = month === subject.member.first ? subject.openingRate : subject.rateAt(month - 1);
  const end = subject.rateAt(month);
  const average = closing.rates.average(subject.currency, month).rate;
  const moved = times(cash.moved(month), average);
  const amount = minus(minus(times(after, end.rate), times(before, start.rate)), moved);
  if (amount.n === 0n) return [];
  const how = (): string =>
    `cash of ${amountText(after)}${atRate(subject.currency, end)} less ${amountText(before)}${atRate(subject.currency, start)} and movements at the average rate`;
  return [flow(closing, month, subject, "exchange-effect", amount, how)];
}

/** Cash that came with an acquisition, and went with a disposal. */
function boughtCash(closing: Closing, each: Translated, cash: Cash, month: number): GroupFlow[] {
  const { subject } = each;
  const { acquired, disposed, first } = subject.member;
  const flows: GroupFlow[] = [];
  const push = (line: Line, amount: Rational, rate: Subject["openingRate"], what: string): void => {
    if (amount.n === 0n) return;
    const how = (): string =>
      `${amountText(amount)}${atRate(subject.currency, rate)}: cash ${what} with ${subject.ledger.entity.entity}`;
    flows.push(flow(closing, month, subject, line, times(amount, rate.rate), how));
  };
  if (acquired !== undefined && month === first)
    push("acquisitions", cash.at(first - 1), subject.openingRate, "acquired");
  if (disposed !== undefined && month === disposed.month)
    push("disposals", opposite(cash.at(month)), subject.rateAt(month), "disposed of");
  return flows;
}

/** Cash of all entities at the end of each month, from the opening on (-1): what the flows must come to. */
export function groupCash(closing: Closing, translated: readonly Translated[]): (month: number) => Rational {
  const all = translated.map((each) => ({ subject: each.subject, cash: cashOf(closing, each) }));
  return (month) => {
    const amounts = all.flatMap(({ subject, cash }) => {
      const { member, openingRate } = subject;
      const opened = month === -1 && member.first === 0 && member.acquired === undefined;
      if (opened) return [times(cash.at(-1), openingRate.rate)];
      return month >= member.first && month < member.held ? [times(cash.at(month), subject.rateAt(month).rate)] : [];
    });
    return sumOf(amounts);
  };
}
