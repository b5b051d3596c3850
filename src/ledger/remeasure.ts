import type { Company } from "../books/books.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { Rational } from "../exact/rational.ts";
import type { LedgerLine } from "./ledger.ts";
import { type Denominator, minus, NOTHING, type Quotient, times } from "./quotient.ts";
import type { RateTable } from "./rate-table.ts";

/** What a balance in another currency than the functional one differs from the books by, at the end of each month. */
export interface Remeasured {
  readonly line: LedgerLine;
  /** In the functional currency, debit positive, since the opening; by month. */
  readonly differences: readonly Quotient[];
  /** What it differed by before the first month: zero but where an entity was acquired, whose gains and losses until then are no result of the group. */
  readonly opened: Quotient;
  /** What the difference changed by in each month. */
  readonly moved: readonly Quotient[];
  /** An intercompany balance that is not to be settled: its differences belong to cumulative translation (ASC 830-20-35-3b). */
  readonly longTerm: boolean;
  /** How the balance of a month was made, in one line. */
  readonly how: (month: number) => string;
}

/** Which stretch of months an entity's balances are kept for, and what stood there before. */
export interface Stretch {
  readonly first: number;
  /** Past the last. */
  readonly end: number;
  readonly opening: (line: LedgerLine) => { readonly amount: bigint; readonly functional: bigint };
  /** Units of the functional currency for one of another on the day of an acquisition; undefined where there was none. */
  readonly crossOfDay: ((currency: string) => Rational) | undefined;
}

/** An intercompany account that is not monetary holds balances whose settlement nobody plans. */
export const isLongTerm = (line: LedgerLine): boolean =>
  STATEMENT_LINES[line.account.line].section === "intercompany" &&
  line.account.line !== "investment-in-subsidiaries" &&
  !line.account.monetary;

const isRemeasured = (line: LedgerLine, functional: string): boolean =>
  line.currency !== functional &&
  STATEMENT_LINES[line.account.line].statement === "balance" &&
  (line.account.monetary || isLongTerm(line));

/**
 * Monetary balances of other currencies at the closing rate of every month (ASC 830-10-45-17, 830-20-35-1): the balance in its currency times
 * the quotient of the two closing rates, less what the journals hold. Nothing where the journals hold the remeasurement already.
 */
export function remeasure(
  lines: readonly LedgerLine[],
  functional: string,
  stretch: Stretch,
  {
    rates,
    units,
    policy,
  }: { readonly rates: RateTable; readonly units: Denominator; readonly policy: Company["remeasurement"] },
): readonly Remeasured[] {
  if (policy === "books") return [];
  return lines
    .filter((line) => isRemeasured(line, functional))
    .map((line) => differencesOf(line, functional, stretch, rates, units));
}

function differencesOf(
  line: LedgerLine,
  functional: string,
  stretch: Stretch,
  rates: RateTable,
  over: Denominator,
): Remeasured {
  let { amount, functional: booked } = stretch.opening(line);
  const opened =
    stretch.crossOfDay === undefined || amount === 0n
      ? NOTHING
      : minus(times({ n: amount, over }, stretch.crossOfDay(line.currency)), { n: booked, over });
  const differences: Quotient[] = [];
  const moved: Quotient[] = [];
  const amounts: bigint[] = [];
  for (let month = stretch.first; month < stretch.end; month++) {
    amount += line.within.amount[month]!;
    booked += line.within.functional[month]!;
    amounts[month] = amount;
    const kept = amount === 0n ? NOTHING : times({ n: amount, over }, rates.cross(line.currency, functional, month));
    const difference = minus(kept, { n: booked, over });
    differences[month] = difference;
    moved[month] = minus(difference, month === stretch.first ? opened : differences[month - 1]!);
  }
  const how = (month: number): string => {
    const [from, to] = [rates.closing(line.currency, month), rates.closing(functional, month)];
    const named = [from, to].map(({ text }) => text).find((text) => text !== "") ?? "";
    return `${line.currency} balance of account ${line.account.account} at ${named}`;
  };
  return {
    line,
    differences,
    opened,
    moved,
    longTerm: isLongTerm(line),
    how: (month) => (amounts[month] === undefined ? "" : how(month)),
  };
}
