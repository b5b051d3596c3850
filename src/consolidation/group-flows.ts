import { add, negate } from "../exact/rational.ts";
import { inText } from "../ledger/ledger.ts";
import { minus, opposite, type Quotient, quotient } from "../ledger/quotient.ts";
import type { Acquired } from "./acquisition.ts";
import { cashOf, entityFlows, type FlowSource, groupCash } from "./cash-flows.ts";
import type { Disposed } from "./disposal.ts";
import { AmountSeries, type EntrySheet, entryHow, type FlowNames, FlowSheet } from "./entry.ts";
import { amountText } from "./how.ts";
import { bookedGain, derecognised } from "./investments.ts";
import type { Translated } from "./translated.ts";
import { isIfrs } from "./unrealised.ts";

export interface GroupFlowSource extends FlowSource {
  readonly translated: readonly Translated[];
  readonly income: EntrySheet;
  /** What all income of each entity comes to, by month, in debit. */
  readonly results: ReadonlyMap<string, readonly Quotient[]>;
  readonly disposals: readonly Disposed[];
  readonly acquisitions: ReadonlyMap<string, Acquired>;
}

/** The cash flow statement's lines (indirect): the result of each entity after elimination, what of it was no cash, and movements of balances. */
export function groupFlows(source: GroupFlowSource): FlowSheet {
  const { closing, translated } = source;
  const sheet = new FlowSheet(closing.ledger.months.map(({ month }) => month));
  const cash = new Map(translated.map((each) => [each, cashOf(closing, each)]));
  enterNetIncome(source, sheet);
  for (const each of translated) entityFlows(source, each, cash.get(each)!, sheet);
  enterDeferredProfit(source, sheet);
  for (const each of source.disposals) enterDisposed(source, each, sheet);
  for (const each of translated)
    enterBargain(source, each, source.acquisitions.get(each.subject.ledger.entity.entity), sheet);
  enterMissing(source, groupCash(translated, cash), sheet);
  return sheet;
}

/** Names of a flow of an entity and no one account, in words of its own. */
const named = (
  { closing }: GroupFlowSource,
  entity: string,
  line: FlowNames["line"],
  how: NonNullable<FlowNames["how"]>,
): FlowNames => ({ entity, account: "", line, currency: closing.books.company.presentation, how });

function enterNetIncome(source: GroupFlowSource, sheet: FlowSheet): void {
  const { months } = source.closing.ledger;
  const inOrder = months.map(({ month }, i) => [month, i] as const).sort(inText(([month]) => month));
  const order = inOrder.map(([, i]) => i);
  for (const [entity, totals] of [...source.results].sort(inText(([entity]) => entity))) {
    const names = named(source, entity, "net-income", () => `net income of ${entity} after elimination`);
    sheet.enter([new AmountSeries(names, totals.map(opposite))], 0, months.length, order);
  }
}

function enterDeferredProfit(source: GroupFlowSource, sheet: FlowSheet): void {
  const ofTax = isIfrs(source.closing.books) ? "deferred-taxes" : "change-in-taxes";
  source.income.forEach(
    (series, month) => {
      const { kind, entity } = series.names;
      const line = kind === "unrealised-profit" ? "change-in-inventories" : ofTax;
      const names = named(source, entity, line, () => entryHow(series, month));
      sheet.putAmount(month, names, series.amount(month));
    },
    ({ kind }) => kind === "unrealised-profit" || kind === "tax-on-unrealised-profit",
  );
}

/** The gain is no operating cash; what came in for the entity is investing, less the cash that went with it (ASC 230-10-45-12). */
function enterDisposed(source: GroupFlowSource, disposed: Disposed, sheet: FlowSheet): void {
  const { closing, investments, translated } = source;
  const { month, entity, gain } = disposed;
  const { presentation } = closing.books.company;
  const booked = bookedGain(closing, translated, entity, month);
  const gained = named(source, entity, "other-non-cash", () => `gain on the disposal of ${entity}`);
  const came = named(
    source,
    entity,
    "disposals",
    (_, amount) => `${amountText(amount)} ${presentation}: proceeds of ${entity}`,
  );
  sheet.putAmount(month, gained, quotient(negate(add(booked, gain))));
  sheet.putAmount(month, came, quotient(add(booked, derecognised(investments, entity, month))));
}

function enterBargain(
  source: GroupFlowSource,
  { subject }: Translated,
  acquired: Acquired | undefined,
  sheet: FlowSheet,
): void {
  if (acquired === undefined) return;
  const { entity } = subject.ledger.entity;
  const names = named(source, entity, "other-non-cash", () => `gain on the purchase of ${entity}`);
  sheet.putAmount(subject.member.first, names, quotient(negate(acquired.bargain)));
}

/** What the flows still lack to the change in cash: two sides of a settlement within the group at the rates of two currencies. */
function enterMissing(source: GroupFlowSource, cash: ReturnType<typeof groupCash>, sheet: FlowSheet): void {
  const { presentation, parent } = source.closing.books.company;
  const names = named(
    source,
    parent,
    "exchange-effect",
    (_, amount) => `${amountText(amount)} ${presentation}: settlements within the group at the rates of two currencies`,
  );
  let before = cash(-1);
  sheet.byMonth().forEach((total, month) => {
    const after = cash(month);
    sheet.putAmount(month, names, minus(minus(after, before), total));
    before = after;
  });
}
