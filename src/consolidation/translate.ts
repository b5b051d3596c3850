import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, plus } from "../ledger/fraction.ts";
import { remeasure } from "../ledger/remeasure.ts";
import { translateBalances } from "./balances.ts";
import type { Closing, Subject } from "./closing.ts";
import { equityOf } from "./equity.ts";
import type { GroupEntry } from "./group.ts";
import { historicalCost } from "./historical-cost.ts";
import { translateIncome } from "./income.ts";
import type { EntityMonth, EquityFlow, Pushed, Translated, Translating } from "./translated.ts";

const flowsOf = (flows: readonly EquityFlow[]): Rational => flows.reduce((sum, { amount }) => plus(sum, amount), ZERO);

/** One entity into the presentation currency, month by month (ASC 830-30-45-3, -4). */
export function translate(closing: Closing, subject: Subject, pushed: readonly Pushed[]): Translated {
  const { member, ledger, currency } = subject;
  const { scale } = closing.ledger;
  const remeasured = remeasure(
    ledger.lines,
    currency,
    { first: member.first, end: member.end, opening: subject.opening },
    { rates: closing.rates, scale, policy: closing.books.company.remeasurement },
  );
  const cost = historicalCost(closing, subject);
  const work: Translating = { closing, subject, remeasured, cost, pushed };
  const income = translateIncome(work);
  const balances = translateBalances(work);
  const equity = equityOf(work);
  const months: EntityMonth[] = [];
  const openingEquity = equity.opening(balances.opening.presented);
  let before = { presented: balances.opening.presented, equity: openingEquity };
  const gains: GroupEntry[] = [];
  for (let month = member.first; month < member.end; month++) {
    const { netAssets, presented } = balances.months[month]!;
    const flows = equity.flows(month);
    const inflated = month >= subject.inflated;
    const other = income.months[month]!;
    let result = other.amount;
    if (inflated) {
      const due = minus(minus(presented, before.presented), flowsOf(flows));
      const gain = minus(minus(due, result), income.longTerm(month).amount);
      result = plus(result, gain);
      if (gain.n !== 0n) gains.push(income.remeasurementGain(month, gain));
    }
    const longTerm = income.longTerm(month);
    const at = equity.close(before.equity, month, result, presented);
    months[month] = {
      netAssets,
      presented,
      incomeFunctional: other.functional,
      income: result,
      booked: other.booked,
      longTermFunctional: longTerm.functional,
      longTerm: longTerm.amount,
      flows,
      equity: at,
      inflated,
    };
    before = { presented, equity: at };
  }
  const equityEntries = equity.entries();
  return {
    subject,
    income: [...income.entries, ...gains],
    balances: [...balances.entries, ...equityEntries],
    equityEntries,
    months,
    openingEquity,
    openingNetAssets: balances.opening.netAssets,
    remeasured,
  };
}
