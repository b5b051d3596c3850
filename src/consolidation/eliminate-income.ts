import type { StatementLine } from "../books/statement-line.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { absolute, compare, ONE, type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, over, plus, sumOf, times } from "../ledger/fraction.ts";
import { inText } from "../ledger/ledger.ts";
import { denominator } from "../ledger/quotient.ts";
import type { Closing } from "./closing.ts";
import type { EntrySheet } from "./entry.ts";
import { shownIn } from "./income.ts";
import { isIncome, isReceipt, type Pair, type Side, type SideLine, sellerOf } from "./pairs.ts";

/** A dividend within the group, presented, positive: what the owner took up as income, and what left the payer's equity. */
export interface DividendWithin {
  readonly payer: string;
  readonly owner: string;
  readonly month: number;
  readonly takenUp: Rational;
  readonly paid: Rational;
}

export interface EliminatedIncome {
  readonly enter: (sheet: EntrySheet) => void;
  readonly dividends: readonly DividendWithin[];
}

/** Where eliminated amounts are added up: one cell for each line of the statement and its members. */
interface Cell {
  readonly month: number;
  readonly entity: string;
  readonly account: string;
  readonly line: StatementLine;
  readonly division: string;
  readonly region: string;
  readonly currency: string;
  readonly counterparty: string;
}

type Cells = Map<string, Cell & { functional: Rational }>;

/**
 * Revenue against cost, interest against interest, dividends against equity, on matched pairs (ASC 810-10-45-1). Both sides are taken out at the seller's amount
 * and the seller's average rate, so that no result comes of it; what the buyer holds in stock is taken out of the seller's cost of sales, and the
 * profit in it is for books/unrealised.csv.
 */
export function eliminateIncome(closing: Closing, pairs: readonly Pair[]): EliminatedIncome {
  const cells: Cells = new Map();
  const dividends: DividendWithin[] = [];
  for (const pair of pairs) {
    const seller = sellerOf(pair.sides);
    const buyer = pair.sides[0] === seller ? pair.sides[1] : pair.sides[0];
    const sold = soldLines(seller);
    if (sold.length === 0 && !buyer.lines.some(isDistribution)) continue;
    const paid = buyer.lines.filter(isDistribution);
    if (paid.length > 0) dividends.push(...dividendsOf(closing, cells, seller, buyer, sold, paid));
    else if (seller.matched.n !== 0n) eliminateSale(closing, cells, seller, buyer, sold);
  }
  return { enter: (sheet) => enterCells(closing, cells, sheet), dividends };
}

/** The seller's own cost of what it sold is no side of the sale. */
function soldLines({ lines }: Side): readonly SideLine[] {
  const receives = lines.filter(isReceipt);
  return receives.length > 0 ? receives : lines.filter(isIncome);
}

const isDistribution = ({ line }: SideLine): boolean => line === "dividends" || line === "retained-earnings";

const currencyOf = ({ books }: Closing, entity: string): string => books.entities.get(entity)!.currency;

interface Shown {
  readonly month: number;
  readonly currency: string;
  /** Where the amount is not to stand in the side's own line. */
  readonly costOfSales?: boolean;
}

function put(cells: Cells, { side, line: own }: SideLine, shown: Shown, functional: Rational): void {
  const { entity, division, region, counterparty } = side;
  const { month, currency, costOfSales = false } = shown;
  const [account, line] = costOfSales ? ["", "cost-of-sales" as const] : [side.account, own];
  const name = `${month}\u0000${entity}\u0000${account}\u0000${line}\u0000${division}\u0000${region}\u0000${currency}\u0000${counterparty}`;
  const known = cells.get(name);
  if (known !== undefined) known.functional = plus(known.functional, functional);
  else cells.set(name, { month, entity, account, line, division, region, currency, counterparty, functional });
}

function eliminateSale(closing: Closing, cells: Cells, seller: Side, buyer: Side, sold: readonly SideLine[]): void {
  const currency = currencyOf(closing, seller.entity);
  const expenses = buyer.lines.filter((line) => isIncome(line) && !isReceipt(line));
  const [revenue, expense] = [sold, expenses].map((lines) => sumOf(lines.map(({ side }) => side.amount))) as [
    Rational,
    Rational,
  ];
  const covered = coveredShare(revenue, expense, seller.matched, buyer.matched);
  for (const line of sold) {
    const goods = STATEMENT_LINES[line.line].section === "revenue";
    const share = goods ? seller.matched : times(seller.matched, covered);
    const functional = share === ONE ? line.side.functional : times(line.side.functional, share);
    if (functional.n === 0n) continue;
    const shown = { month: line.at, currency };
    put(cells, line, shown, opposite(functional));
    const charged = goods && covered !== ONE ? times(functional, covered) : functional;
    for (const each of charged.n === 0n ? [] : expenses)
      put(cells, each, shown, expenses.length === 1 ? charged : times(charged, over(each.side.amount, expense)));
    const stocked = charged === functional ? ZERO : minus(functional, charged);
    if (stocked.n !== 0n) put(cells, line, { ...shown, costOfSales: true }, stocked);
  }
}

/** Of what was sold, as far as it matches, the part that the buyer has in its expenses; the rest lies in its stock, or in another asset. */
function coveredShare(revenue: Rational, expense: Rational, sold: Rational, bought: Rational): Rational {
  if (sold === ONE && bought === ONE && revenue.n === -expense.n && revenue.d === expense.d) return ONE;
  if (revenue.n === 0n || revenue.n > 0n === expense.n > 0n) return ZERO;
  const [wanted, had] = [times(absolute(revenue), sold), times(absolute(expense), bought)];
  return compare(had, wanted) >= 0 ? ONE : over(had, wanted);
}

/** The owner's income is taken out; what left the payer's equity is answered where equity is eliminated. */
function dividendsOf(
  closing: Closing,
  cells: Cells,
  seller: Side,
  buyer: Side,
  sold: readonly SideLine[],
  paid: readonly SideLine[],
): DividendWithin[] {
  const { rates } = closing;
  const currency = currencyOf(closing, seller.entity);
  const within: DividendWithin[] = [];
  const names = { payer: buyer.entity, owner: seller.entity };
  for (const line of sold) {
    const functional = times(line.side.functional, seller.matched);
    if (functional.n === 0n) continue;
    put(cells, line, { month: line.at, currency }, opposite(functional));
    const takenUp = opposite(times(functional, rates.average(currency, line.at).rate));
    within.push({ ...names, month: line.at, takenUp, paid: ZERO });
  }
  for (const line of paid) {
    const rate = rates.ofFlow(currencyOf(closing, buyer.entity), line.at).rate;
    within.push({
      ...names,
      month: line.at,
      takenUp: ZERO,
      paid: times(times(line.side.functional, buyer.matched), rate),
    });
  }
  return within;
}

function enterCells({ books, rates }: Closing, cells: Cells, sheet: EntrySheet): void {
  for (const [, cell] of [...cells].sort(inText(([name]) => name))) {
    const { entity, account, division, region, currency, counterparty, functional, month } = cell;
    if (functional.n === 0n) continue;
    const line = shownIn(books, cell.line, entity, "");
    const members = { entity, account, line, division, region, tag: "" };
    const names = { ...members, kind: "elimination", currency, note: `: taken out with ${counterparty}` } as const;
    sheet.put(month, names, functional.n, denominator(functional.d), rates.average(currency, month));
  }
}
