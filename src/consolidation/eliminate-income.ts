import type { StatementLine } from "../books/statement-line.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { ONE, type Rational, ZERO } from "../exact/rational.ts";
import { over } from "../ledger/fraction.ts";
import { inText } from "../ledger/ledger.ts";
import { lowest, minus, NOTHING, opposite, plus, type Quotient, times } from "../ledger/quotient.ts";
import type { Closing } from "./closing.ts";
import { AmountSeries, type EntrySheet, UnitSeries } from "./entry.ts";
import { shownIn } from "./income.ts";
import { isIncome, isReceipt, type Pair, type Side, type SideLine, sellerOf, unitsIn } from "./pairs.ts";

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
  readonly account: string;
  readonly line: StatementLine;
  readonly division: string;
  readonly region: string;
  readonly currency: string;
  /** By month. */
  readonly functional: (Quotient | undefined)[];
}

/** By entity, then counterparty. */
type Cells = Map<string, Map<string, Cell[]>>;

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

function put(cells: Cells, { side, line: own }: SideLine, shown: Shown, functional: Quotient): void {
  const { entity, division, region, counterparty } = side;
  const { month, currency, costOfSales = false } = shown;
  const account = costOfSales ? "" : side.account;
  const line = costOfSales ? "cost-of-sales" : own;
  const known = cellsOf(cells, entity, counterparty);
  for (let i = 0; i < known.length; i++) {
    const cell = known[i]!;
    if (cell.account !== account || cell.line !== line || cell.currency !== currency) continue;
    if (cell.division !== division || cell.region !== region) continue;
    cell.functional[month] = plus(cell.functional[month] ?? NOTHING, functional);
    return;
  }
  const fresh: Cell = { account, line, division, region, currency, functional: [] };
  fresh.functional[month] = functional;
  known.push(fresh);
}

function cellsOf(cells: Cells, entity: string, counterparty: string): Cell[] {
  let ofEntity = cells.get(entity);
  if (ofEntity === undefined) {
    ofEntity = new Map();
    cells.set(entity, ofEntity);
  }
  let known = ofEntity.get(counterparty);
  if (known === undefined) {
    known = [];
    ofEntity.set(counterparty, known);
  }
  return known;
}

const functionalOf = ({ ledger }: Closing, { side }: SideLine): Quotient => ({
  n: ledger.unitsOf(side.functional),
  over: ledger.units,
});

function eliminateSale(closing: Closing, cells: Cells, seller: Side, buyer: Side, sold: readonly SideLine[]): void {
  const currency = currencyOf(closing, seller.entity);
  const expenses = buyer.lines.filter((line) => isIncome(line) && !isReceipt(line));
  const expense = unitsIn(expenses);
  const covered = coveredShare(unitsIn(sold), expense, seller.matched, buyer.matched);
  for (let i = 0; i < sold.length; i++) {
    const line = sold[i]!;
    const goods = STATEMENT_LINES[line.line].section === "revenue";
    const functional = times(times(functionalOf(closing, line), seller.matched), goods ? ONE : covered);
    if (functional.n === 0n) continue;
    const shown = { month: line.at, currency };
    put(cells, line, shown, opposite(functional));
    const charged = goods ? times(functional, covered) : functional;
    for (let k = 0; charged.n !== 0n && k < expenses.length; k++) {
      const each = expenses[k]!;
      put(cells, each, shown, expenses.length === 1 ? charged : times(charged, partOf(each.units, expense)));
    }
    const stocked = minus(functional, charged);
    if (stocked.n !== 0n) put(cells, line, { ...shown, costOfSales: true }, stocked);
  }
}

/** n/d, which is not zero. */
const partOf = (n: bigint, d: bigint): Rational => over({ n, d: 1n }, { n: d, d: 1n });

/** Of what was sold, as far as it matches, the part that the buyer has in its expenses; the rest lies in its stock, or in another asset. */
function coveredShare(revenue: bigint, expense: bigint, sold: Rational, bought: Rational): Rational {
  if (revenue === 0n || revenue > 0n === expense > 0n) return ZERO;
  if (sold === ONE && bought === ONE && revenue === -expense) return ONE;
  // Without signs, and over one denominator.
  const wanted = (revenue < 0n ? -revenue : revenue) * sold.n * bought.d;
  const had = (expense < 0n ? -expense : expense) * bought.n * sold.d;
  return had >= wanted ? ONE : partOf(had, wanted);
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
    const functional = opposite(times(functionalOf(closing, line), seller.matched));
    if (functional.n === 0n) continue;
    put(cells, line, { month: line.at, currency }, functional);
    const takenUp = lowest(times(functional, rates.average(currency, line.at).rate));
    within.push({ ...names, month: line.at, takenUp, paid: ZERO });
  }
  for (const line of paid) {
    const rate = rates.ofFlow(currencyOf(closing, buyer.entity), line.at).rate;
    within.push({
      ...names,
      month: line.at,
      takenUp: ZERO,
      paid: lowest(times(times(functionalOf(closing, line), buyer.matched), rate)),
    });
  }
  return within;
}

/** By month, in the order of its number as text; then by all that a cell is told by. */
function enterCells({ books, rates, ledger }: Closing, cells: Cells, sheet: EntrySheet): void {
  const rows = [...cells].flatMap(([entity, others]) =>
    [...others].flatMap(([counterparty, known]) =>
      known.map(({ account, line: own, division, region, currency, functional }) => {
        const line = shownIn(books, own, entity, "");
        const [kind, note] = ["elimination", `: taken out with ${counterparty}`] as const;
        const names = { entity, account, line, division, region, tag: "", kind, currency, note };
        const order = [entity, account, own, division, region, currency, counterparty].join("\u0000");
        return { order, names, functional };
      }),
    ),
  );
  rows.sort(inText(({ order }) => order));
  const order = ledger.months.map((_, month) => month).sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
  const series = rows.map(({ names, functional }) => {
    const { currency } = names;
    // A rate is asked for where there is an amount alone: one that is asked for and missing refuses the close.
    functional.forEach((amount, month) => {
      if (amount !== undefined && amount.n !== 0n) rates.average(currency, month);
    });
    const averages = rates.averages(currency);
    // Whole units, but where the sides of a pair differ.
    return functional.every((amount) => amount === undefined || amount.over === ledger.units)
      ? new UnitSeries(
          names,
          functional.map((amount) => amount?.n),
          ledger.units,
          averages,
        )
      : new AmountSeries(names, functional, averages);
  });
  sheet.enter(series, 0, ledger.months.length, order);
}
