import { STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import { ONE, type Rational, ZERO } from "../exact/rational.ts";
import { reduced, times } from "../ledger/fraction.ts";
import { inOrder } from "../ledger/ledger.ts";
import { sorted } from "../ledger/sorted.ts";
import type { IntercompanySide } from "../warehouse/warehouse.ts";
import type { Closing } from "./closing.ts";
import type { Unmatched } from "./group.ts";
import type { Membership } from "./membership.ts";

/** A line of one entity's side, with the number of its month and what the account is. */
export interface SideLine {
  readonly side: IntercompanySide;
  readonly at: number;
  readonly line: StatementLine;
  /** In units of the ledger's scale, in the currency of the document. */
  readonly units: bigint;
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
  /** What the sides are matched by: intercompany balances, or all but cash where neither side has any; in units, debit positive. */
  readonly total: bigint;
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
  const pairs: Pair[] = [];
  const unmatched: Unmatched[] = [];
  for (const { low, high, lines } of documentsOf(closing, intercompany)) {
    const { document, currency } = lines[0]!.side;
    if (!areInside(lines, members)) continue;
    sorted(lines, lineOrder);
    const pair = paired(document, currency, [low, high], lines);
    pairs.push(pair);
    if (pair.sides[0].total + pair.sides[1].total !== 0n || lines.some(({ at }) => at !== lines[0]!.at))
      unmatched.push(...openIn(closing, pair, lines));
  }
  return { pairs, unmatched };
}

/** The lines of one document between two entities in one currency. */
interface Document {
  readonly low: string;
  readonly high: string;
  readonly lines: SideLine[];
}

/** By the two entities, in the order of their codes, then document, then currency. */
function documentsOf({ books, ledger }: Closing, intercompany: readonly IntercompanySide[]): Document[] {
  const numbers = new Map(ledger.months.map(({ month }, i) => [month, i]));
  const lows = new Map<string, Map<string, Map<string, Document[]>>>();
  let last: Document | undefined;
  for (let i = 0; i < intercompany.length; i++) {
    const side = intercompany[i]!;
    const at = numbers.get(side.month);
    const account = books.accounts.get(side.account);
    if (at === undefined || account === undefined || !books.entities.has(side.counterparty)) continue;
    // An entity that names itself deals with nobody: its balances within the group are told as such where they are eliminated.
    if (UNPAIRED.has(account.line) || side.entity === side.counterparty) continue;
    const isLow = side.entity < side.counterparty;
    const low = isLow ? side.entity : side.counterparty;
    const high = isLow ? side.counterparty : side.entity;
    // Lines of one document come together for the most part.
    if (last === undefined || last.low !== low || last.high !== high || !isOf(last, side))
      last = documentAt(mapAt(mapAt(lows, low), high), low, high, side);
    last.lines.push({ side, at, line: account.line, units: ledger.unitsOf(side.amount) });
  }
  const byCurrency = (a: Document, b: Document): number =>
    inOrder(a.lines[0]!.side.currency, b.lines[0]!.side.currency);
  const all: Document[] = [];
  for (const highs of inTurn(lows))
    for (const documents of inTurn(highs))
      for (const known of inTurn(documents)) all.push(...sorted(known, byCurrency));
  return all;
}

const isOf = ({ lines }: Document, { document, currency }: IntercompanySide): boolean => {
  const { side } = lines[0]!;
  return side.document === document && side.currency === currency;
};

/** Where a line of two entities belongs: a document and a currency have one list. */
function documentAt(documents: Map<string, Document[]>, low: string, high: string, side: IntercompanySide): Document {
  let known = documents.get(side.document);
  if (known === undefined) {
    known = [];
    documents.set(side.document, known);
  }
  for (let i = 0; i < known.length; i++) if (isOf(known[i]!, side)) return known[i]!;
  const fresh: Document = { low, high, lines: [] };
  known.push(fresh);
  return fresh;
}

function mapAt<T>(maps: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const known = maps.get(name);
  if (known !== undefined) return known;
  const fresh = new Map<string, T>();
  maps.set(name, fresh);
  return fresh;
}

/** In the order of their names, in which most come already. */
function inTurn<T>(map: ReadonlyMap<string, T>): readonly T[] {
  const names = [...map.keys()];
  for (let i = 1; i < names.length; i++)
    if (names[i - 1]! > names[i]!) return names.sort().map((name) => map.get(name)!);
  return [...map.values()];
}

const lineOrder = (a: SideLine, b: SideLine): number =>
  a.at - b.at ||
  inOrder(a.side.entity, b.side.entity) ||
  inOrder(a.side.account, b.side.account) ||
  inOrder(a.side.division, b.side.division) ||
  inOrder(a.side.region, b.side.region);

/** A line before an acquisition or after a disposal is one with a stranger; so is one whose counterparty is not the group's in its month. */
function areInside(lines: readonly SideLine[], members: ReadonlyMap<string, Membership | undefined>): boolean {
  for (let i = 0; i < lines.length; i++) {
    const { side, at } = lines[i]!;
    const other = members.get(side.counterparty);
    if (side.stage !== "within" || other === undefined || at < other.first || at >= other.end) return false;
  }
  return true;
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
  const a: SideLine[] = [];
  const b: SideLine[] = [];
  let totalA = 0n;
  let totalB = 0n;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const mine = line.side.entity === low;
    (mine ? a : b).push(line);
    if (!counts(line)) continue;
    if (mine) totalA += line.units;
    else totalB += line.units;
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

function matchedShare(mine: bigint, other: bigint): Rational {
  // A document that comes to nothing on one side, an invoice and its payment, is matched where the other comes to nothing too.
  if (mine === 0n) return other === 0n ? ONE : ZERO;
  if (mine > 0n === other > 0n || other === 0n) return ZERO;
  const a = mine > 0n ? mine : -mine;
  const b = mine > 0n ? -other : other;
  return b >= a ? ONE : reduced(b, a);
}

/** The difference of the two sides at the end of every month that moves one of them; what stands open in transit is closed by the later side. */
function openIn(
  { rates, ledger }: Closing,
  { document, currency, sides }: Pair,
  lines: readonly SideLine[],
): Unmatched[] {
  const by = countedBy(lines);
  const months = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b);
  const seller = sellerOf(sides).entity;
  const buyer = sides.find(({ entity }) => entity !== seller)!.entity;
  const open: Unmatched[] = [];
  for (const at of months) {
    const units = unitsIn(lines.filter((line) => line.at <= at && by(line)));
    if (units === 0n) continue;
    const difference = reduced(units, ledger.scale);
    const month = lines.find((line) => line.at === at)!.side.month;
    const presentation = times(difference, rates.closing(currency, at).rate);
    open.push({ document, seller, buyer, currency, month, difference, presentation });
  }
  return open;
}

export function unitsIn(lines: readonly SideLine[]): bigint {
  let sum = 0n;
  for (let i = 0; i < lines.length; i++) sum += lines[i]!.units;
  return sum;
}

const RECEIVES: ReadonlySet<StatementLine> = new Set(["revenue", "interest-income", "other-income"]);

export const isReceipt = ({ line }: SideLine): boolean => RECEIVES.has(line);
export const isIncome = ({ line }: SideLine): boolean => STATEMENT_LINES[line].statement === "income";

/** The side that sold or lent: that with revenue or other income, else the one whose income lines stand in credit, else the creditor. */
export function sellerOf(sides: readonly [Side, Side]): Side {
  const [a, b] = sides;
  const receives = a.lines.some(isReceipt);
  if (receives !== b.lines.some(isReceipt)) return receives ? a : b;
  const [ofA, ofB] = [unitsIn(a.lines.filter(isIncome)), unitsIn(b.lines.filter(isIncome))];
  if (ofA !== ofB) return ofA < ofB ? a : b;
  return a.total >= b.total ? a : b;
}
