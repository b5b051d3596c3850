import { STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import { absolute, compare, ONE, type Rational, ZERO } from "../exact/rational.ts";
import { over, plus, sumOf, times } from "../ledger/fraction.ts";
import { inText } from "../ledger/ledger.ts";
import type { IntercompanySide } from "../warehouse/warehouse.ts";
import type { Closing } from "./closing.ts";
import type { Unmatched } from "./group.ts";
import type { Membership } from "./membership.ts";

/** A line of one entity's side, with the number of its month and what the account is. */
export interface SideLine {
  readonly side: IntercompanySide;
  readonly at: number;
  readonly line: StatementLine;
}

/** The two sides of one document between two entities in one currency. */
export interface Pair {
  readonly document: string;
  readonly currency: string;
  /** In the order of the entities' codes. */
  readonly sides: readonly [Side, Side];
}

export interface Side {
  readonly entity: string;
  readonly lines: readonly SideLine[];
  /** What the sides are matched by: intercompany balances, or all but cash where neither side has any; debit positive. */
  readonly total: Rational;
  /** How much of this side the other one matches, 0 to 1. */
  readonly matched: Rational;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly unmatched: readonly Unmatched[];
}

/** Dealings in shares: the owner books an investment, perhaps in its own currency, and they are answered where equity is eliminated. */
const UNPAIRED: ReadonlySet<StatementLine> = new Set([
  "investment-in-subsidiaries",
  "gain-on-disposal",
  "common-stock",
  "paid-in-capital",
  "treasury-stock",
]);

/** Pairs by seller, buyer, document and currency (REG-52a), of entities that both are the group's. */
export function pairsOf(
  closing: Closing,
  intercompany: readonly IntercompanySide[],
  members: ReadonlyMap<string, Membership | undefined>,
): Pairs {
  const { books, ledger } = closing;
  const numbers = new Map(ledger.months.map(({ month }, i) => [month, i]));
  const groups = new Map<string, { readonly low: string; readonly high: string; readonly lines: SideLine[] }>();
  for (const side of intercompany) {
    const at = numbers.get(side.month);
    const account = books.accounts.get(side.account);
    if (at === undefined || account === undefined || !books.entities.has(side.counterparty)) continue;
    // An entity that names itself deals with nobody: its balances within the group are told as such where they are eliminated.
    if (UNPAIRED.has(account.line) || side.entity === side.counterparty) continue;
    const [low, high] =
      side.entity < side.counterparty ? [side.entity, side.counterparty] : [side.counterparty, side.entity];
    const name = `${low}\u0000${high}\u0000${side.document}\u0000${side.currency}`;
    const line: SideLine = { side, at, line: account.line };
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { low, high, lines: [line] });
    else known.lines.push(line);
  }
  const pairs: Pair[] = [];
  const unmatched: Unmatched[] = [];
  for (const [, { low, high, lines }] of [...groups].sort(inText(([name]) => name))) {
    const { document, currency } = lines[0]!.side;
    if (!lines.every((line) => isInside(line, members))) continue;
    lines.sort(inOrder);
    const pair = paired(document, currency, [low, high], lines);
    pairs.push(pair);
    if (plus(pair.sides[0].total, pair.sides[1].total).n !== 0n || lines.some(({ at }) => at !== lines[0]!.at))
      unmatched.push(...openIn(closing, pair, lines));
  }
  return { pairs, unmatched };
}

const inOrder = (a: SideLine, b: SideLine): number =>
  a.at - b.at ||
  order(a.side.entity, b.side.entity) ||
  order(a.side.account, b.side.account) ||
  order(a.side.division, b.side.division) ||
  order(a.side.region, b.side.region);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A line before an acquisition or after a disposal is one with a stranger; so is one whose counterparty is not the group's in its month. */
function isInside(line: SideLine, members: ReadonlyMap<string, Membership | undefined>): boolean {
  const other = members.get(line.side.counterparty);
  return line.side.stage === "within" && other !== undefined && line.at >= other.first && line.at < other.end;
}

const isNoCash = ({ line }: SideLine): boolean => line !== "cash";
const isBalance = ({ line }: SideLine): boolean => STATEMENT_LINES[line].section === "intercompany";

function paired(
  document: string,
  currency: string,
  [low, high]: readonly [string, string],
  lines: readonly SideLine[],
): Pair {
  const counts = countedBy(lines);
  const [a, b]: [SideLine[], SideLine[]] = [[], []];
  let [totalA, totalB] = [ZERO, ZERO];
  for (const line of lines) {
    const { entity, amount } = line.side;
    const mine = entity === low;
    (mine ? a : b).push(line);
    if (!counts(line)) continue;
    if (mine) totalA = plus(totalA, amount);
    else totalB = plus(totalB, amount);
  }
  return {
    document,
    currency,
    sides: [
      { entity: low, lines: a, total: totalA, matched: matchedShare(totalA, totalB) },
      { entity: high, lines: b, total: totalB, matched: matchedShare(totalB, totalA) },
    ],
  };
}

/** Which lines a pair is matched by. */
const countedBy = (lines: readonly SideLine[]): ((line: SideLine) => boolean) =>
  lines.some(isBalance) ? isBalance : isNoCash;

function matchedShare(mine: Rational, other: Rational): Rational {
  // A document that comes to nothing on one side, an invoice and its payment, is matched where the other comes to nothing too.
  if (mine.n === 0n) return other.n === 0n ? ONE : ZERO;
  if (mine.n > 0n === other.n > 0n || other.n === 0n) return ZERO;
  const [a, b] = [absolute(mine), absolute(other)];
  return compare(b, a) >= 0 ? ONE : over(b, a);
}

/** The difference of the two sides at the end of every month that moves one of them; what stands open in transit is closed by the later side. */
function openIn({ rates }: Closing, { document, currency, sides }: Pair, lines: readonly SideLine[]): Unmatched[] {
  const by = countedBy(lines);
  const months = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b);
  const seller = sellerOf(sides).entity;
  const buyer = sides.find(({ entity }) => entity !== seller)!.entity;
  const open: Unmatched[] = [];
  for (const at of months) {
    const difference = sumOf(lines.filter((line) => line.at <= at && by(line)).map(({ side }) => side.amount));
    if (difference.n === 0n) continue;
    const month = lines.find((line) => line.at === at)!.side.month;
    const presentation = times(difference, rates.closing(currency, at).rate);
    open.push({ document, seller, buyer, currency, month, difference, presentation });
  }
  return open;
}

const RECEIVES: ReadonlySet<StatementLine> = new Set(["revenue", "interest-income", "other-income"]);

export const isReceipt = ({ line }: SideLine): boolean => RECEIVES.has(line);
export const isIncome = ({ line }: SideLine): boolean => STATEMENT_LINES[line].statement === "income";

/** The side that sold or lent: that with revenue or other income, else the one whose income lines stand in credit, else the creditor. */
export function sellerOf(sides: readonly [Side, Side]): Side {
  const [a, b] = sides;
  const receives = sides.map(({ lines }) => lines.some(isReceipt));
  if (receives[0] !== receives[1]) return receives[0] ? a : b;
  const credit = sides.map(({ lines }) => sumOf(lines.filter(isIncome).map(({ side }) => side.amount)));
  const order = compare(credit[0]!, credit[1]!);
  if (order !== 0) return order < 0 ? a : b;
  return compare(a.total, b.total) >= 0 ? a : b;
}
