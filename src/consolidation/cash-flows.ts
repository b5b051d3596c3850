import type { Account } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { lowest, minus, NOTHING, opposite, plus, type Quotient, sumOf, Tally, times } from "../ledger/quotient.ts";
import type { NamedRate, RateList } from "../ledger/rate-table.ts";
import { type Closing, roleOf, type Subject } from "./closing.ts";
import { AmountSeries, type ByMonth, type FlowNames, type FlowSheet, UnitSeries } from "./entry.ts";
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
  const { first, end } = subject.member;
  const { units: over } = closing.ledger;
  const { averages } = subject;
  const moved = [...plainAccounts(subject), ...dealings(source, subject)];
  const series = [
    ...moved.map(({ names, moved }) => new UnitSeries(names, moved, over, averages, true)),
    noCash(closing, each, averages),
    exchange(each, cash, averages),
    ...boughtCash(each, cash),
  ];
  sheet.enter(series, first, end);
}

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
  readonly names: FlowNames;
  /** In units of the functional currency, by month. */
  readonly moved: ByMonth<bigint>;
}

/** Assets and liabilities that have a line in the cash flow statement, but cash and what stands within the group, by account. */
function plainAccounts(subject: Subject): readonly Moved[] {
  const by = new Map<string, Moved>();
  for (const { account, within } of subject.ledger.lines) {
    if (account.cashFlow === undefined || roleOf({ account }) !== "closing" || account.line === "cash") continue;
    if (STATEMENT_LINES[account.line].section === "intercompany") continue;
    const known = by.get(account.account);
    const moved = known?.moved.map((units, month) => units! + within.functional[month]!) ?? within.functional;
    by.set(account.account, { names: known?.names ?? namesOf(subject, account, account.cashFlow), moved });
  }
  return [...by.values()];
}

/** What moved with each counterparty, apart for each line that it stands in. */
function dealings(source: FlowSource, subject: Subject): readonly Moved[] {
  const { first, end } = subject.member;
  return subject.ledger.dealings.flatMap(({ account, counterparty, within }) => {
    const lines = new Map<Line, { readonly names: FlowNames; readonly moved: bigint[] }>();
    for (let month = first; month < end; month++) {
      const units = within.functional[month]!;
      const line = units === 0n ? undefined : dealingLine(source, subject, account, counterparty, month);
      if (line === undefined) continue;
      const known = lines.get(line) ?? { names: namesOf(subject, account, line), moved: [] };
      known.moved[month] = units;
      lines.set(line, known);
    }
    return [...lines.values()];
  });
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
function noCash(closing: Closing, { subject, months }: Translated, averages: RateList): AmountSeries<FlowNames> {
  const { presentation } = closing.books.company;
  const names = ownNames(
    subject,
    "other-non-cash",
    (_, amount) => `${amountText(amount)} ${presentation}: remeasurement in the result of the month`,
  );
  const amounts = months.map((at, month) => at && minus(times(at.booked, averages[month]!.rate), at.income));
  return new AmountSeries(names, amounts);
}

const isCash = ({ account }: { readonly account: Account }): boolean => account.line === "cash";

/** Cash of one entity in its functional currency. */
export interface Cash {
  /** What was opened or bought with, then what stood at each month's end, remeasured; by month from -1 on. */
  readonly at: (month: number) => Quotient;
  /** The same in the presentation currency. */
  readonly presented: (month: number) => Quotient;
  readonly moved: (month: number) => Quotient;
}

export function cashOf({ ledger: { units: over } }: Closing, { subject, remeasured }: Translated): Cash {
  const lines = subject.ledger.lines.filter(isCash);
  const differences = remeasured.filter(({ line }) => isCash(line));
  let units = lines.reduce((sum, line) => sum + subject.opening(line).functional, 0n);
  const opened = sumOf([{ n: units, over }, ...differences.map((each) => each.opened)]);
  const openedPresented = times(opened, subject.openingRate.rate);
  const [at, presented, moved]: [Quotient[], Quotient[], Quotient[]] = [[], [], []];
  for (let month = subject.member.first; month < subject.member.end; month++) {
    let change = 0n;
    for (let i = 0; i < lines.length; i++) change += lines[i]!.within.functional[month]!;
    units += change;
    moved[month] = { n: change, over };
    let stood: Quotient = { n: units, over };
    for (let i = 0; i < differences.length; i++) stood = plus(stood, differences[i]!.differences[month]!);
    at[month] = stood;
    presented[month] = times(stood, subject.closings[month]!.rate);
  }
  return {
    at: (month) => at[month] ?? opened,
    presented: (month) => presented[month] ?? openedPresented,
    moved: (month) => moved[month] ?? NOTHING,
  };
}

/** What a month's cash gained by rates: its balance at the end less the one before and the movements at the average rate. */
function exchange({ subject }: Translated, cash: Cash, averages: RateList): AmountSeries<FlowNames> {
  const { first, end } = subject.member;
  const start = (month: number): NamedRate => (month === first ? subject.openingRate : subject.closings[month - 1]!);
  const said = (month: number, rate: NamedRate): string =>
    `${amountText(lowest(cash.at(month)))}${atRate(subject.currency, rate)}`;
  const names = ownNames(
    subject,
    "exchange-effect",
    (month) =>
      `cash of ${said(month, subject.closings[month]!)} less ${said(month - 1, start(month))} and movements at the average rate`,
  );
  const amounts: Quotient[] = [];
  for (let month = first; month < end; month++) {
    const moved = times(cash.moved(month), averages[month]!.rate);
    amounts[month] = minus(minus(cash.presented(month), cash.presented(month - 1)), moved);
  }
  return new AmountSeries(names, amounts);
}

/** Cash that came with an acquisition, and went with a disposal. */
function boughtCash({ subject }: Translated, cash: Cash): AmountSeries<FlowNames>[] {
  const { acquired, disposed, first } = subject.member;
  const series: AmountSeries<FlowNames>[] = [];
  const put = (month: number, line: Line, amount: Quotient, rate: NamedRate, what: string): void => {
    const how = (): string =>
      `${amountText(lowest(amount))}${atRate(subject.currency, rate)}: cash ${what} with ${subject.ledger.entity.entity}`;
    const amounts: Quotient[] = [];
    amounts[month] = times(amount, rate.rate);
    series.push(new AmountSeries(ownNames(subject, line, how), amounts));
  };
  if (acquired !== undefined) put(first, "acquisitions", cash.at(first - 1), subject.openingRate, "acquired");
  if (disposed !== undefined) {
    const { month } = disposed;
    put(month, "disposals", opposite(cash.at(month)), subject.closings[month]!, "disposed of");
  }
  return series;
}

/** Cash of all entities at the end of each month, from the opening on (-1): what the flows must come to. */
export function groupCash(
  translated: readonly Translated[],
  cash: ReadonlyMap<Translated, Cash>,
): (month: number) => Quotient {
  return (month) => {
    const total = new Tally();
    for (const each of translated) {
      const { member } = each.subject;
      const opened = month === -1 && member.first === 0 && member.acquired === undefined;
      if (opened || (month >= member.first && month < member.held)) total.add(cash.get(each)!.presented(month));
    }
    return total.total();
  };
}
