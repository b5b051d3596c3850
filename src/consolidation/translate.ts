import { minus, NOTHING, plus, type Quotient } from "../ledger/quotient.ts";
import { type TranslatedBalances, translateBalances } from "./balances.ts";
import type { Closing, Subject } from "./closing.ts";
import { type EquityBook, equityOf } from "./equity.ts";
import { historicalCost } from "./historical-cost.ts";
import { type TranslatedIncome, translateIncome } from "./income.ts";
import type { EntityMonth, Equity, EquityFlow, Pushed, Sheets, Translated, Translating } from "./translated.ts";

const flowsOf = (flows: readonly EquityFlow[]): Quotient =>
  flows.reduce((sum, { amount }) => plus(sum, amount), NOTHING);

/** One entity into the presentation currency, month by month (ASC 830-30-45-3, -4); its entries go into the sheets. */
export function translate(closing: Closing, subject: Subject, pushed: readonly Pushed[], sheets: Sheets): Translated {
  const { remeasured } = subject;
  const cost = historicalCost(closing, subject);
  const work: Translating = { closing, subject, remeasured, cost, pushed, sheets };
  const income = translateIncome(work);
  const balances = translateBalances(work);
  const equity = equityOf(work);
  const { months, openingEquity } = rolledMonths(work, { income, balances, equity });
  return {
    subject,
    equityEntries: equity.enter(),
    months,
    openingEquity,
    openingNetAssets: balances.opening.netAssets,
    remeasured,
  };
}

interface Parts {
  readonly income: TranslatedIncome;
  readonly balances: TranslatedBalances;
  readonly equity: EquityBook;
}

interface Rolled {
  readonly months: readonly EntityMonth[];
  readonly openingEquity: Equity;
}

/** Equity from month to month: what the balances come to, less what is known of equity, is translation; in an inflated month it is income. */
function rolledMonths({ subject }: Translating, { income, balances, equity }: Parts): Rolled {
  const { member } = subject;
  const months: EntityMonth[] = [];
  const openingEquity = equity.opening(balances.opening.presented);
  let before = { presented: balances.opening.presented, equity: openingEquity };
  for (let month = member.first; month < member.end; month++) {
    const { netAssets, presented } = balances.months[month]!;
    const { functional, amount, booked } = income.months[month]!;
    const flows = equity.flows(month);
    const longTerm = income.longTerm(month);
    const inflated = month >= subject.inflated;
    const result = inflated
      ? minus(minus(minus(presented, before.presented), flowsOf(flows)), longTerm.amount)
      : amount;
    const gain = minus(result, amount);
    if (gain.n !== 0n) income.enterGain(month, gain);
    const at = equity.close(before.equity, month, result, presented);
    months[month] = {
      netAssets,
      presented,
      incomeFunctional: functional,
      income: result,
      booked,
      longTermFunctional: longTerm.functional,
      longTerm: longTerm.amount,
      flows,
      equity: at,
      inflated,
    };
    before = { presented, equity: at };
  }
  return { months, openingEquity };
}
