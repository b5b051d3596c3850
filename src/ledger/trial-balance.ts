import type { Books, FiscalMonth, MonthName } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { format } from "../exact/decimal.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import type { Movement } from "../warehouse/warehouse.ts";
import { reduced } from "./fraction.ts";
import { type EntityLedger, type Ledger, type LedgerLine, ledgerOf, type Units } from "./ledger.ts";

/** opening + movement = closing, debit positive. */
export interface TrialAmounts {
  readonly opening: Rational;
  readonly movement: Rational;
  readonly closing: Rational;
}

/**
 * One account of one entity in one transaction currency. Income accounts show the fiscal year to date: in the first month of a year they open at
 * nothing, and what they had come to stands in the opening of retained earnings; dividends likewise.
 */
export interface TrialBalanceRow {
  readonly entity: string;
  readonly month: MonthName;
  /** "" where the year's result is carried forward and the entity uses no account of retained earnings. */
  readonly account: string;
  readonly currency: string;
  /** In `currency`. */
  readonly amount: TrialAmounts;
  /** In the functional currency of the entity. */
  readonly functional: TrialAmounts;
}

export const yearOfMonth = (month: MonthName): string => month.slice(0, 4);

/** Is this the first month of its fiscal year among the months of the company? The very first one is not: nothing precedes it. */
export const opensYear = (months: readonly FiscalMonth[], month: number): boolean =>
  month > 0 && yearOfMonth(months[month]!.month) !== yearOfMonth(months[month - 1]!.month);

/** Accounts that start at nothing in each fiscal year. */
export const closesIntoRetained = ({ account }: LedgerLine): boolean =>
  STATEMENT_LINES[account.line].statement === "income" || account.line === "dividends";

/** The trial balance of every entity and month, all its journal lines included, whether or not they are the group's. */
export function trialBalance(books: Books, movements: readonly Movement[]): Passed<readonly TrialBalanceRow[]> {
  const { value: ledger, findings } = ledgerOf(books, movements);
  const rows: TrialBalanceRow[] = [];
  for (const entity of ledger.entities.values()) rows.push(...rowsOf(entity, ledger));
  return { value: rows, findings: [...findings, ...outOfBalance(ledger)] };
}

interface Running {
  readonly account: string;
  readonly currency: string;
  readonly line: LedgerLine | undefined;
  amount: bigint;
  functional: bigint;
}

function rowsOf({ entity, lines }: EntityLedger, { months, scale }: Ledger): TrialBalanceRow[] {
  const running: Running[] = lines.map((line) => ({
    account: line.account.account,
    currency: line.currency,
    line,
    ...line.opening,
  }));
  const rows: TrialBalanceRow[] = [];
  months.forEach(({ month }, i) => {
    if (opensYear(months, i)) carryForward(running, entity.currency);
    for (const at of running) {
      const moved = movedIn(at.line, i);
      if (at.amount === 0n && at.functional === 0n && moved.amount === 0n && moved.functional === 0n) continue;
      const amount = amounts(at.amount, moved.amount, scale);
      const functional = amounts(at.functional, moved.functional, scale);
      rows.push({ entity: entity.entity, month, account: at.account, currency: at.currency, amount, functional });
      at.amount += moved.amount;
      at.functional += moved.functional;
    }
  });
  return rows;
}

function carryForward(running: Running[], currency: string): void {
  let result = 0n;
  for (const at of running) {
    if (at.line === undefined || !closesIntoRetained(at.line)) continue;
    result += at.functional;
    at.amount = 0n;
    at.functional = 0n;
  }
  if (result === 0n) return;
  const kept =
    running.find((at) => at.line?.account.line === "retained-earnings" && at.currency === currency) ??
    running.find((at) => at.account === "");
  if (kept === undefined) {
    running.push({ account: "", currency, line: undefined, amount: result, functional: result });
    return;
  }
  kept.amount += result;
  kept.functional += result;
}

function movedIn(line: LedgerLine | undefined, month: number): { amount: bigint; functional: bigint } {
  const moved = { amount: 0n, functional: 0n };
  for (const units of [line?.before, line?.within, line?.after]) {
    if (units === undefined) continue;
    moved.amount += units.amount[month]!;
    moved.functional += units.functional[month]!;
  }
  return moved;
}

const amounts = (opening: bigint, movement: bigint, scale: bigint): TrialAmounts => ({
  opening: opening === 0n ? ZERO : reduced(opening, scale),
  movement: movement === 0n ? ZERO : reduced(movement, scale),
  closing: reduced(opening + movement, scale),
});

/** Entities and months whose journal lines, or whose opening balances, do not add to zero in the functional currency. */
export function outOfBalance(ledger: Ledger): readonly BooksFinding[] {
  const findings: BooksFinding[] = [];
  for (const { entity, lines } of ledger.entities.values()) {
    const opening = lines.reduce((total, line) => total + line.opening.functional, 0n);
    if (opening !== 0n)
      findings.push(
        unbalanced(entity.entity, entity.currency, "the opening", reduced(opening, ledger.scale), lines, undefined),
      );
    const totals = ledger.months.map(() => 0n);
    for (const { within, before, after } of lines) {
      addTo(totals, within);
      if (before !== undefined) addTo(totals, before);
      if (after !== undefined) addTo(totals, after);
    }
    totals.forEach((total, i) => {
      if (total === 0n) return;
      const { month } = ledger.months[i]!;
      findings.push(unbalanced(entity.entity, entity.currency, month, reduced(total, ledger.scale), lines, i));
    });
  }
  return findings;
}

function addTo(totals: bigint[], { functional }: Units): void {
  for (let month = 0; month < totals.length; month++) {
    const moved = functional[month]!;
    if (moved !== 0n) totals[month] = totals[month]! + moved;
  }
}

/** Accounts whose lines in the functional currency come to one amount in `amount` and to another in `functional`: one of the two is wrong. */
export function differingFromItself(ledger: Ledger): readonly BooksFinding[] {
  const findings: BooksFinding[] = [];
  for (const { entity, lines } of ledger.entities.values())
    for (const line of lines) {
      if (line.currency !== entity.currency) continue;
      const stages = [line.within, line.before, line.after].flatMap((units) =>
        units === undefined || units.amount === units.functional ? [] : units,
      );
      if (stages.length === 0) continue;
      const at = stages.map(({ amount, functional }) => amount.findIndex((units, i) => units !== functional[i]));
      const month = Math.min(...at.filter((i) => i >= 0));
      if (month === Number.POSITIVE_INFINITY) continue;
      const { amount, functional } = movedIn(line, month);
      const said = [amount, functional].map((units) => format(reduced(units, ledger.scale)));
      findings.push({
        code: "journal-line-differs-from-itself",
        about: "books",
        severity: "error",
        message: `The lines of ${entity.entity} on account ${line.account.account} in ${ledger.months[month]!.month} that are in ${line.currency}, its functional currency, come to ${said[0]} in "amount" and to ${said[1]} in "functional"; the same was expected.`,
        remedy: "Write the same amount in both, or the currency that the amount is in.",
        places: [{ path: "books/journals", line: undefined, column: undefined }],
        shownBy: {
          entities: [entity.entity],
          month: ledger.months[month]!.month,
          account: line.account.account,
          differing: { currency: line.currency },
        },
      });
    }
  return findings;
}

/**
 * Entities whose journals close the year themselves: every income account has come back to nothing since the year began, in a month that moves retained
 * earnings; or retained earnings are moved, in a month of the next year, by just what the year had come to. The first leaves a year without revenue and result,
 * the second takes the result of the year out of the next.
 */
export function closedInBooks(ledger: Ledger): readonly BooksFinding[] {
  return [...ledger.entities.values()].flatMap((entity) => closedOf(entity, ledger));
}

function closedOf({ entity, lines }: EntityLedger, { months, scale }: Ledger): BooksFinding[] {
  const kept = lines.filter(({ account }) => account.line === "retained-earnings");
  if (!kept.some(({ within, before, after }) => [within, before, after].some(isUsed))) return [];
  const earned = lines.filter(({ account }) => STATEMENT_LINES[account.line].statement === "income");
  const findings: BooksFinding[] = [];
  let sums = new Map<string, bigint>();
  let yearBefore = { name: "", result: 0n };
  months.forEach(({ month }, i) => {
    if (opensYear(months, i)) {
      yearBefore = { name: yearOfMonth(months[i - 1]!.month), result: total(sums) };
      sums = new Map();
    }
    const hadIncome = [...sums.values()].some((sum) => sum !== 0n);
    for (const line of earned) {
      const { account } = line.account;
      sums.set(account, (sums.get(account) ?? 0n) + movedIn(line, i).functional);
    }
    const carried = kept.reduce((sum, line) => sum + movedIn(line, i).functional, 0n);
    if (carried === 0n) return;
    const isClosed = hadIncome && [...sums.values()].every((sum) => sum === 0n);
    const ofYear = !isClosed && carried === yearBefore.result ? yearBefore.name : undefined;
    if (!isClosed && ofYear === undefined) return;
    const moving = kept.find((line) => movedIn(line, i).functional !== 0n) ?? kept[0]!;
    findings.push(closedTwice(entity, month, ofYear, reduced(-carried, scale), moving.account.account));
  });
  return findings;
}

const total = (sums: ReadonlyMap<string, bigint>): bigint => [...sums.values()].reduce((sum, each) => sum + each, 0n);

const isUsed = (units: Units | undefined): boolean => units?.functional.some((amount) => amount !== 0n) ?? false;

/** `ofYear` is the fiscal year before that of the month, where it is that one's result which was carried. */
function closedTwice(
  { entity, currency }: EntityLedger["entity"],
  month: MonthName,
  ofYear: string | undefined,
  result: Rational,
  account: string,
): BooksFinding {
  const amount = `${format(result)} ${currency}`;
  return {
    code: "year-closed-in-books",
    about: "books",
    severity: "error",
    message:
      ofYear === undefined
        ? `The journals of ${entity} bring every account of income and expense back to nothing in ${month} and ${amount} into retained earnings (account ${account}): its fiscal year up to there has no revenue and no result.`
        : `The journals of ${entity} bring ${amount} into retained earnings (account ${account}) in ${month}, which is all that its fiscal year ${ofYear} came to: the close has carried it there already, and the income of the new year lacks as much.`,
    remedy:
      "Take the closing entries out of the journals; the result is carried into retained earnings where a fiscal year ends.",
    places: [{ path: "books/journals", line: undefined, column: undefined }],
    shownBy: { entities: [entity], month, account },
  };
}

function unbalanced(
  entity: string,
  currency: string,
  when: string,
  difference: Rational,
  lines: readonly LedgerLine[],
  month: number | undefined,
): BooksFinding {
  const moved = [...new Set(lines.filter((line) => isMoved(line, month)).map(({ account }) => account.account))];
  const named = `${moved.slice(0, 8).join(", ")}${moved.length > 8 ? ` and ${moved.length - 8} more` : ""}`;
  const path = month === undefined ? "books/opening.csv" : "books/journals";
  return {
    code: "trial-balance-does-not-foot",
    about: "books",
    severity: "error",
    message: `The trial balance of ${entity} does not add to zero in ${when}: its amounts come to ${format(difference)} ${currency}, 0 was expected. Accounts that moved: ${named}.`,
    remedy: `Find the ${currency} ${format(difference)} that has no other side among the lines of ${entity} in ${when}, and add or correct it.`,
    places: [{ path, line: undefined, column: undefined }],
  };
}

function isMoved(line: LedgerLine, month: number | undefined): boolean {
  return month === undefined ? line.opening.functional !== 0n : movedIn(line, month).functional !== 0n;
}
