import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, times } from "../ledger/fraction.ts";
import { type Closing, roleOf, type Subject } from "./closing.ts";
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
  for (let month = subject.member.first; month < subject.member.end; month++) {
    const rate = closing.rates.average(subject.currency, month);
    const push = (account: string, line: Line, functional: Rational): void => {
      if (functional.n === 0n) return;
      const how = `${amountText(functional)}${atRate(subject.currency, rate)}`;
      flows.push(flow(closing, month, subject, account, line, times(functional, rate.rate), how));
    };
    for (const { account, moved } of accounts) {
      const units = moved[month]!;
      if (units !== 0n && account.cashFlow !== undefined)
        push(account.account, account.cashFlow, reduced(-units, closing.ledger.scale));
    }
    for (const { account, counterparty, within } of subject.ledger.dealings) {
      const units = within.functional[month]!;
      const line = units === 0n ? undefined : dealingLine(source, subject, account, counterparty, month);
      if (line !== undefined) push(account.account, line, reduced(-units, closing.ledger.scale));
    }
    flows.push(...noCash(closing, each, month), ...exchange(closing, each, month), ...boughtCash(closing, each, month));
  }
  return flows;
}

function flow(
  closing: Closing,
  month: number,
  subject: Subject,
  account: string,
  line: Line,
  amount: Rational,
  how: string,
): GroupFlow {
  return {
    month: closing.ledger.months[month]!.month,
    entity: subject.ledger.entity.entity,
    account,
    line,
    amount,
    how,
  };
}

interface Moved {
  readonly account: Account;
  readonly moved: bigint[];
}

/** Assets and liabilities but cash and what stands within the group, by account. */
function plainAccounts({ ledger }: Subject): readonly Moved[] {
  const by = new Map<string, Moved>();
  for (const { account, within } of ledger.lines) {
    if (roleOf({ account }) !== "closing" || account.line === "cash") continue;
    if (STATEMENT_LINES[account.line].section === "intercompany") continue;
    const known = by.get(account.account);
    if (known === undefined) by.set(account.account, { account, moved: [...within.functional] });
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
  const how = `${amountText(amount)} ${closing.books.company.presentation}: remeasurement in the result of the month`;
  return [flow(closing, month, each.subject, "", "other-non-cash", amount, how)];
}

const isCash = ({ account }: { readonly account: Account }): boolean => account.line === "cash";

/** Cash of one entity at the end of a month, remeasured, in the functional currency; what was opened or bought with for the month before the first. */
function cashAt({ ledger }: Closing, { subject, remeasured }: Translated, month: number): Rational {
  let units = 0n;
  for (const line of subject.ledger.lines) {
    if (!isCash(line)) continue;
    units += subject.opening(line).functional;
    for (let at = subject.member.first; at <= month; at++) units += line.within.functional[at]!;
  }
  let cash = reduced(units, ledger.scale);
  for (const { line, differences } of remeasured)
    if (isCash(line) && month >= subject.member.first) cash = plus(cash, differences[month]!);
  return cash;
}

function movedCash({ ledger }: Closing, { subject }: Translated, month: number): Rational {
  const units = subject.ledger.lines.filter(isCash).reduce((sum, { within }) => sum + within.functional[month]!, 0n);
  return reduced(units, ledger.scale);
}

/** What a month's cash gained by rates: its balance at the end less the one before and the movements at the average rate. */
function exchange(closing: Closing, each: Translated, month: number): GroupFlow[] {
  const { subject } = each;
  const [before, after] = [cashAt(closing, each, month - 1), cashAt(closing, each, month)];
  const start = month === subject.member.first ? subject.openingRate : subject.rateAt(month - 1);
  const end = subject.rateAt(month);
  const average = closing.rates.average(subject.currency, month).rate;
  const moved = times(movedCash(closing, each, month), average);
  const amount = minus(minus(times(after, end.rate), times(before, start.rate)), moved);
  if (amount.n === 0n) return [];
  const how = `cash of ${amountText(after)}${atRate(subject.currency, end)} less ${amountText(before)}${atRate(subject.currency, start)} and movements at the average rate`;
  return [flow(closing, month, subject, "", "exchange-effect", amount, how)];
}

/** Cash that came with an acquisition, and went with a disposal. */
function boughtCash(closing: Closing, each: Translated, month: number): GroupFlow[] {
  const { subject } = each;
  const { acquired, disposed, first } = subject.member;
  const flows: GroupFlow[] = [];
  const push = (line: Line, cash: Rational, rate: Subject["openingRate"], what: string): void => {
    if (cash.n === 0n) return;
    const how = `${amountText(cash)}${atRate(subject.currency, rate)}: cash ${what} with ${subject.ledger.entity.entity}`;
    flows.push(flow(closing, month, subject, "", line, times(cash, rate.rate), how));
  };
  if (acquired !== undefined && month === first)
    push("acquisitions", cashAt(closing, each, first - 1), subject.openingRate, "acquired");
  if (disposed !== undefined && month === disposed.month)
    push("disposals", opposite(cashAt(closing, each, month)), subject.rateAt(month), "disposed of");
  return flows;
}

/** Cash of all entities at the end of each month, from the opening on (-1): what the flows must come to. */
export function groupCash(closing: Closing, translated: readonly Translated[]): (month: number) => Rational {
  return (month) => {
    let cash = ZERO;
    for (const each of translated) {
      const { member, openingRate } = each.subject;
      if (month === -1 && member.first === 0 && member.acquired === undefined)
        cash = plus(cash, times(cashAt(closing, each, -1), openingRate.rate));
      else if (month >= member.first && month < member.held)
        cash = plus(cash, times(cashAt(closing, each, month), each.subject.rateAt(month).rate));
    }
    return cash;
  };
}
