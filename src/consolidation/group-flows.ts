import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, Tally, times } from "../ledger/fraction.ts";
import { inText } from "../ledger/ledger.ts";
import type { Acquired } from "./acquisition.ts";
import { entityFlows, type FlowSource, groupCash } from "./cash-flows.ts";
import type { Closing } from "./closing.ts";
import type { Disposed } from "./disposal.ts";
import { addAmount, totalsBy } from "./entry.ts";
import type { GroupEntry, GroupFlow } from "./group.ts";
import { amountText } from "./how.ts";
import { derecognised } from "./investments.ts";
import type { Translated } from "./translated.ts";

export interface GroupFlowSource extends FlowSource {
  readonly translated: readonly Translated[];
  readonly income: readonly GroupEntry[];
  readonly disposals: readonly Disposed[];
  readonly acquisitions: ReadonlyMap<string, Acquired>;
}

/** The cash flow statement's lines (indirect): the result of each entity after elimination, what of it was no cash, and movements of balances. */
export function groupFlows(source: GroupFlowSource): GroupFlow[] {
  const { closing, translated } = source;
  const flows = [
    ...netIncome(source.income),
    ...translated.flatMap((each) => entityFlows(source, each)),
    ...deferredProfit(source.income),
    ...source.disposals.flatMap((each) => disposed(source, each)),
    ...translated.flatMap((each) => bargain(closing, each, source.acquisitions.get(each.subject.ledger.entity.entity))),
  ];
  return [...flows, ...missing(source, flows)];
}

function netIncome(income: readonly GroupEntry[]): GroupFlow[] {
  const entities = new Map<string, Map<string, Tally>>();
  for (const entry of income) {
    const { entity, month } = entry;
    let months = entities.get(entity);
    if (months === undefined) {
      months = new Map();
      entities.set(entity, months);
    }
    let total = months.get(month);
    if (total === undefined) {
      total = new Tally();
      months.set(month, total);
    }
    addAmount(total, entry);
  }
  return [...entities].sort(inText(([entity]) => entity)).flatMap(([entity, months]) => {
    const how = `net income of ${entity} after elimination`;
    return [...months].sort(inText(([month]) => month)).flatMap(([month, total]): GroupFlow[] => {
      const amount = opposite(total.total());
      return amount.n === 0n ? [] : [{ month, entity, account: "", line: "net-income", amount, how }];
    });
  });
}

const deferredProfit = (income: readonly GroupEntry[]): GroupFlow[] =>
  income
    .filter(({ kind }) => kind === "unrealised-profit")
    .map(({ month, entity, amount, how }) => ({
      month,
      entity,
      account: "",
      line: "change-in-inventories",
      amount,
      how,
    }));

/** The gain is no operating cash; what came in for the entity is investing, less the cash that went with it (ASC 230-10-45-12). */
function disposed(
  { closing, investments, translated }: GroupFlowSource,
  { month, entity, gain }: Disposed,
): GroupFlow[] {
  let booked = ZERO;
  for (const { subject } of translated)
    for (const { account, counterparty, functional } of subject.ledger.income)
      if (account.line === "gain-on-disposal" && counterparty === entity)
        booked = minus(
          booked,
          times(reduced(functional[month]!, closing.ledger.scale), closing.rates.average(subject.currency, month).rate),
        );
  const name = closing.ledger.months[month]!.month;
  const proceeds = plus(booked, derecognised(investments, entity, month));
  const frame = { month: name, entity, account: "" };
  const { presentation } = closing.books.company;
  const flows: GroupFlow[] = [
    {
      ...frame,
      line: "other-non-cash",
      amount: opposite(plus(booked, gain)),
      how: `gain on the disposal of ${entity}`,
    },
    {
      ...frame,
      line: "disposals",
      amount: proceeds,
      how: `${amountText(proceeds)} ${presentation}: proceeds of ${entity}`,
    },
  ];
  return flows.filter(({ amount }) => amount.n !== 0n);
}

function bargain(closing: Closing, { subject }: Translated, acquired: Acquired | undefined): GroupFlow[] {
  if (acquired === undefined || acquired.bargain.n === 0n) return [];
  const month = closing.ledger.months[subject.member.first]!.month;
  const { entity } = subject.ledger.entity;
  return [
    {
      month,
      entity,
      account: "",
      line: "other-non-cash",
      amount: opposite(acquired.bargain),
      how: `gain on the purchase of ${entity}`,
    },
  ];
}

/** What the flows still lack to the change in cash: two sides of a settlement within the group at the rates of two currencies. */
function missing({ closing, translated }: GroupFlowSource, flows: readonly GroupFlow[]): GroupFlow[] {
  const totals = totalsBy(flows, ({ month }) => month);
  const cash = groupCash(closing, translated);
  let before = cash(-1);
  return closing.ledger.months.flatMap(({ month }, i): GroupFlow[] => {
    const after = cash(i);
    const due: Rational = minus(minus(after, before), totals(month));
    before = after;
    if (due.n === 0n) return [];
    const how = `${amountText(due)} ${closing.books.company.presentation}: settlements within the group at the rates of two currencies`;
    return [{ month, entity: closing.books.company.parent, account: "", line: "exchange-effect", amount: due, how }];
  });
}
