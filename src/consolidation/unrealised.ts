import type { Unrealised } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
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
  /** Entities without a rate of tax where others have one. */
  readonly findings: readonly BooksFinding[];
  /** What stands deferred at a month's end, and what the month's result was lowered by, less the tax on it, for one seller; by entity and month. */
  readonly standing: (seller: string, month: number) => Rational;
  readonly deferred: (seller: string, month: number) => Rational;
}

const cell = (seller: string, month: number): string => `${seller}\u0000${month}`;

/**
 * Profit of the seller in the buyer's stock is no profit of the group, whoever owns the seller (ASC 810-10-45-1, 810-10-45-18); it is taken at the rate of the month of
 * the sale (ASC 830-30-45-10) and comes back, at that rate, when it is no longer listed. Its change stands in cost of sales of the seller, in
 * which its non-controlling interests share. Where entities name rates of tax, so does the tax on it: what the seller paid is deferred as prepaid (ASC 740-10-25-3e,
 * 810-10-45-8); under IFRS the buyer's rate is taken, in whose tax base the difference lies (IFRS 10 B86c, IAS 12.47).
 */
export function unrealisedProfit(
  closing: Closing,
  members: ReadonlyMap<string, Membership | undefined>,
): UnrealisedProfit {
  const { books, ledger } = closing;
  const numbers = new Map(ledger.months.map(({ month }, i) => [month, i]));
  const totals = new Map<string, Rational>();
  const taxes = new Map<string, Rational>();
  const { rateOf, findings } = taxRates(closing);
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
    const of = `profit of ${row.seller} in stock of ${row.buyer}, sold in ${row.soldIn}`;
    const how = `${amountText(row.profit)}${atRate(row.currency, rate)}: ${of}`;
    const taxRate = rateOf(row);
    addTo(taxes, cell(row.seller, month), times(amount, taxRate));
    const percent = amountText(times(taxRate, { n: 100n, d: 1n }));
    const taxHow = `${amountText(times(row.profit, taxRate))}${atRate(row.currency, rate)}: tax at ${percent} % on ${of}`;
    stocks.push({ row, month, amount, taxRate, how, taxHow });
  }
  const before = at(totals);
  const tax = at(taxes);
  const standing = (seller: string, month: number): Rational => minus(before(seller, month), tax(seller, month));
  return {
    enterIncome: (sheet) => enterChanges(closing, { profit: changeOf(before), tax: changeOf(tax) }, sheet),
    enterBalances: (sheet) => {
      for (const stock of stocks) enterStock(stock, sheet);
      for (const stock of stocks) enterTax(closing, stock, sheet);
    },
    findings: findings(),
    standing,
    deferred: changeOf(standing),
  };
}

/** What stands for a seller at a month's end. */
type Standing = (seller: string, month: number) => Rational;

const at =
  (sums: ReadonlyMap<string, Rational>): Standing =>
  (seller, month) =>
    sums.get(cell(seller, month)) ?? ZERO;

const changeOf =
  (standing: Standing): Standing =>
  (seller, month) =>
    minus(standing(seller, month), standing(seller, month - 1));

const isHeld = (member: Membership | undefined, month: number): boolean =>
  member !== undefined && month >= member.first && month < member.held;

interface Stock {
  readonly row: Unrealised;
  readonly month: number;
  readonly amount: Rational;
  /** 0 to 1; nothing where the books name no rates of tax. */
  readonly taxRate: Rational;
  readonly how: string;
  readonly taxHow: string;
}

const frame = { account: "", division: "", region: "", tag: "", kind: "unrealised-profit", note: "" } as const;

function enterStock({ row, month, amount, how }: Stock, sheet: EntrySheet): void {
  const { buyer, seller, currency, profit } = row;
  const common = { ...frame, currency, how: () => how };
  put(sheet, month, { ...common, entity: buyer, line: "inventories" }, opposite(profit), opposite(amount));
  put(sheet, month, { ...common, entity: seller, line: "retained-earnings" }, profit, amount);
}

/** Prepaid by the seller, or a deferred tax asset of the buyer; the seller's result has it, as it has the profit. */
function enterTax({ books }: Closing, { row, month, amount, taxRate, taxHow }: Stock, sheet: EntrySheet): void {
  if (taxRate.n === 0n) return;
  const { buyer, seller, currency, profit } = row;
  const [own, presented] = [times(profit, taxRate), times(amount, taxRate)];
  const common = { ...frame, kind: "tax-on-unrealised-profit", currency, how: () => taxHow } as const;
  const asset = isIfrs(books)
    ? ({ entity: buyer, line: "deferred-tax-assets" } as const)
    : ({ entity: seller, line: "other-current-assets" } as const);
  put(sheet, month, { ...common, ...asset }, own, presented);
  put(sheet, month, { ...common, entity: seller, line: "retained-earnings" }, opposite(own), opposite(presented));
}

function put(sheet: EntrySheet, month: number, names: EntryNames, own: Rational, presented: Rational): void {
  const [inBooks, kept]: [Quotient[], Quotient[]] = [[], []];
  inBooks[month] = quotient(own);
  kept[month] = quotient(presented);
  sheet.enter([new AmountSeries(names, inBooks, undefined, kept)], month, month + 1);
}

export const isIfrs = ({ company }: Closing["books"]): boolean => company.framework === "ifrs";

/** The rate that tax on a row is deferred at: nothing where no entity names one. An entity that lacks it where others have it is told. */
function taxRates({ books }: Closing): {
  rateOf: (row: Unrealised) => Rational;
  findings: () => readonly BooksFinding[];
} {
  const isOn = [...books.entities.values()].some(({ taxRate }) => taxRate !== undefined);
  const lacking = new Map<string, Unrealised>();
  const taxed = (row: Unrealised): string => (isIfrs(books) ? row.buyer : row.seller);
  return {
    rateOf: (row) => {
      if (!isOn) return ZERO;
      const rate = books.entities.get(taxed(row))?.taxRate;
      if (rate === undefined && !lacking.has(taxed(row))) lacking.set(taxed(row), row);
      return rate ?? ZERO;
    },
    findings: () =>
      [...lacking].map(([entity, row]) => ({
        code: "tax-rate-missing",
        about: "books",
        severity: "error",
        message: `Tax on the profit of ${row.seller} in stock of ${row.buyer} is deferred at the rate of the ${isIfrs(books) ? "buyer" : "seller"}, and books/entities.csv has no income tax rate of ${entity}, though it has one of others.`,
        remedy: `Write the rate of ${entity} in the column "income tax rate", 0 where it pays none; without any rate no tax is deferred.`,
        places: [row.place],
      })),
  };
}

function enterChanges(
  { books, ledger }: Closing,
  changes: { readonly profit: Standing; readonly tax: Standing },
  sheet: EntrySheet,
): void {
  const sellers = [...new Set(books.unrealised.map(({ seller }) => seller))].sort();
  const { presentation: currency } = books.company;
  ledger.months.forEach(({ month: name }, month) => {
    const note = `: unrealised profit in stock at the end of ${name} less that of the month before`;
    for (const entity of sellers) {
      const line = shownIn(books, "cost-of-sales", entity, "");
      sheet.putAmount(month, { ...frame, entity, line, currency, note }, quotient(changes.profit(entity, month)));
      const tax = {
        ...frame,
        entity,
        line: shownIn(books, "income-tax", entity, ""),
        currency,
        kind: "tax-on-unrealised-profit",
        note: `: tax on unrealised profit in stock at the end of ${name} less that of the month before`,
      } as const;
      sheet.putAmount(month, tax, quotient(opposite(changes.tax(entity, month))));
    }
  });
}
