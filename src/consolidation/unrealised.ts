import type { Unrealised } from "../books/books.ts";
import { format } from "../exact/decimal.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, times } from "../ledger/fraction.ts";
import { inText } from "../ledger/ledger.ts";
import { type Quotient, quotient } from "../ledger/quotient.ts";
import { addTo, type Closing } from "./closing.ts";
import { AmountSeries, type EntryNames, type EntrySheet } from "./entry.ts";
import { amountText, atRate } from "./how.ts";
import { shownIn } from "./income.ts";
import type { Membership } from "./membership.ts";

/** Profit within the group that lies in stock, presented. */
export interface UnrealisedProfit {
  readonly enterIncome: (sheet: EntrySheet) => void;
  readonly enterBalances: (sheet: EntrySheet) => void;
  /** What stands deferred at a month's end, and what the month's result was lowered by, for one seller; by entity and month. */
  readonly standing: (seller: string, month: number) => Rational;
  readonly deferred: (seller: string, month: number) => Rational;
}

const cell = (seller: string, month: number): string => `${seller}\u0000${month}`;

/**
 * Profit of the seller in the buyer's stock is no profit of the group, whoever owns the seller (ASC 810-10-45-1, 810-10-45-18); it is taken at the rate of the month of
 * the sale (ASC 830-30-45-10) and comes back, at that rate, when it is no longer listed. Its change stands in cost of sales of the seller, in
 * which its non-controlling interests share.
 */
export function unrealisedProfit(
  closing: Closing,
  members: ReadonlyMap<string, Membership | undefined>,
): UnrealisedProfit {
  const { books, ledger } = closing;
  const numbers = new Map(ledger.months.map(({ month }, i) => [month, i]));
  const totals = new Map<string, Rational>();
  const stocks: Stock[] = [];
  const held = (entity: string, month: number): boolean => isHeld(members.get(entity), month);
  const rows = [...books.unrealised].sort(
    inText(
      (row) =>
        `${row.period}\u0000${row.seller}\u0000${row.buyer}\u0000${row.currency}\u0000${row.soldIn}\u0000${format(row.profit)}`,
    ),
  );
  for (const row of rows) {
    const month = numbers.get(row.period);
    if (month === undefined || !held(row.seller, month) || !held(row.buyer, month)) continue;
    const rate = closing.rates.averageOf(row.currency, row.soldIn);
    const amount = times(row.profit, rate.rate);
    addTo(totals, cell(row.seller, month), amount);
    const how = `${amountText(row.profit)}${atRate(row.currency, rate)}: profit of ${row.seller} in stock of ${row.buyer}, sold in ${row.soldIn}`;
    stocks.push({ row, month, amount, how });
  }
  const standing = (seller: string, month: number): Rational => totals.get(cell(seller, month)) ?? ZERO;
  const deferred = (seller: string, month: number): Rational =>
    minus(standing(seller, month), standing(seller, month - 1));
  return {
    enterIncome: (sheet) => enterChanges(closing, deferred, sheet),
    enterBalances: (sheet) => {
      for (const stock of stocks) enterStock(stock, sheet);
    },
    standing,
    deferred,
  };
}

const isHeld = (member: Membership | undefined, month: number): boolean =>
  member !== undefined && month >= member.first && month < member.held;

interface Stock {
  readonly row: Unrealised;
  readonly month: number;
  readonly amount: Rational;
  readonly how: string;
}

const frame = { account: "", division: "", region: "", tag: "", kind: "unrealised-profit", note: "" } as const;

function enterStock({ row, month, amount, how }: Stock, sheet: EntrySheet): void {
  const { buyer, seller, currency, profit } = row;
  const common = { ...frame, currency, how: () => how };
  const put = (names: EntryNames, own: Rational, presented: Rational): void => {
    const [inBooks, kept]: [Quotient[], Quotient[]] = [[], []];
    inBooks[month] = quotient(own);
    kept[month] = quotient(presented);
    sheet.enter([new AmountSeries(names, inBooks, undefined, kept)], month, month + 1);
  };
  put({ ...common, entity: buyer, line: "inventories" }, opposite(profit), opposite(amount));
  put({ ...common, entity: seller, line: "retained-earnings" }, profit, amount);
}

function enterChanges(
  { books, ledger }: Closing,
  deferred: (seller: string, month: number) => Rational,
  sheet: EntrySheet,
): void {
  const sellers = [...new Set(books.unrealised.map(({ seller }) => seller))].sort();
  const { presentation: currency } = books.company;
  ledger.months.forEach(({ month: name }, month) => {
    const note = `: unrealised profit in stock at the end of ${name} less that of the month before`;
    for (const entity of sellers) {
      const line = shownIn(books, "cost-of-sales", entity, "");
      sheet.putAmount(month, { ...frame, entity, line, currency, note }, quotient(deferred(entity, month)));
    }
  });
}
