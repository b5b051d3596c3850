import type { SourcePlace } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { absolute, compare, type Rational, ZERO } from "../exact/rational.ts";
import { minus, plus, reduced, sumOf, times } from "../ledger/fraction.ts";
import type { Acquired } from "./acquisition.ts";
import { isIntercompany } from "./balances.ts";
import type { Closing } from "./closing.ts";
import type { Disposed } from "./disposal.ts";
import type { Unmatched } from "./group.ts";
import { amountText } from "./how.ts";
import { derecognised, type InvestmentMove, investedIn } from "./investments.ts";
import type { Translated } from "./translated.ts";

const file = (path: string): SourcePlace => ({ path, line: undefined, column: undefined });

const above = ({ books }: Closing, amount: Rational): boolean =>
  compare(absolute(amount), books.company.intercompanyTolerance) > 0;

/**
 * Entities of the group that book month by month, and have no line in a month that others have lines in: journals that were never sent balance too. One
 * that had none in the two months before does not book month by month.
 */
export function silentFindings({ ledger }: Closing, translated: readonly Translated[]): BooksFinding[] {
  const { months } = ledger;
  const moved = translated.map(({ subject }) => {
    const all = subject.ledger.lines.flatMap(({ within, before, after }) => [within, before, after]);
    return months.map((_, i) => all.some((units) => units !== undefined && (units.functional[i] ?? 0n) !== 0n));
  });
  return translated.flatMap(({ subject }, e): BooksFinding[] => {
    const [mine, { first, held }] = [moved[e]!, subject.member];
    const silent = months.flatMap(({ month }, i) => {
      const regular = i >= 2 && mine[i - 1] && mine[i - 2];
      const between = i >= 1 && mine[i - 1] && mine[i + 1];
      const others = moved.some((of) => of[i]);
      return i >= first && i < held && !mine[i] && (regular || between) && others ? [month] : [];
    });
    if (silent.length === 0) return [];
    const { entity } = subject.ledger.entity;
    return [
      {
        code: "month-without-lines",
        about: "books",
        severity: "warning",
        message: `${entity} has journal lines in the months before, and none in ${silent.join(", ")}, which other entities have.`,
        remedy: `See whether the journals of ${entity} are complete.`,
        places: [file("books/journals")],
      },
    ];
  });
}

/** One finding for each pair, currency and month: an error where all that is open in the month comes to more than the tolerance (REG-52a). */
export function unmatchedFindings(closing: Closing, unmatched: readonly Unmatched[]): BooksFinding[] {
  const { intercompanyTolerance, presentation } = closing.books.company;
  const months = new Map<string, Rational>();
  const pairs = new Map<string, Unmatched[]>();
  for (const each of unmatched) {
    months.set(each.month, plus(months.get(each.month) ?? ZERO, absolute(each.presentation)));
    const name = `${each.month}\u0000${each.seller}\u0000${each.buyer}\u0000${each.currency}`;
    const known = pairs.get(name);
    if (known === undefined) pairs.set(name, [each]);
    else known.push(each);
  }
  return [...pairs.values()].map((open): BooksFinding => {
    const [{ month, seller, buyer, currency }] = open as [Unmatched];
    const [difference, presented] = [
      sumOf(open.map((each) => each.difference)),
      sumOf(open.map((each) => each.presentation)),
    ];
    const named = open
      .slice(0, 4)
      .map((each) => `${each.document} (${amountText(each.difference)} ${currency})`)
      .join(", ");
    const more = open.length > 4 ? ` and ${open.length - 4} more` : "";
    const all = months.get(month)!;
    return {
      code: "intercompany-unmatched",
      about: "books",
      severity: above(closing, all) ? "error" : "warning",
      message: `At the end of ${month} the sides of ${seller} and ${buyer} differ by ${amountText(difference)} ${currency} (${amountText(presented)} ${presentation}) in ${named}${more}; 0 was expected. All that is open in the month comes to ${amountText(all)} ${presentation}, the tolerance is ${amountText(intercompanyTolerance)}.`,
      remedy: `Book the side that is missing, with the same document and currency, and ${seller} or ${buyer} as counterparty.`,
      places: [file("books/journals")],
      shownBy: { entities: [seller, buyer], month, document: open[0]!.document },
    };
  });
}

/** Opening balances within the group that do not cancel currency by currency. */
export function openingFindings(closing: Closing, translated: readonly Translated[]): BooksFinding[] {
  const rest = new Map<string, bigint>();
  for (const { subject } of translated) {
    if (subject.member.first !== 0 || subject.member.acquired !== undefined) continue;
    for (const line of subject.ledger.lines)
      if (isIntercompany(line)) rest.set(line.currency, (rest.get(line.currency) ?? 0n) + line.opening.amount);
  }
  const open = [...rest].filter(([, units]) => units !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  if (open.length === 0) return [];
  const amounts = open.map(([currency, units]) => ({ currency, amount: reduced(units, closing.ledger.scale) }));
  const presented = sumOf(
    amounts.map(({ currency, amount }) => times(amount, closing.rates.closing(currency, -1).rate)),
  );
  const said = amounts.map(({ currency, amount }) => `${amountText(amount)} ${currency}`).join(", ");
  return [
    {
      code: "intercompany-opening-differs",
      about: "books",
      severity: above(closing, presented) ? "error" : "warning",
      message: `The opening balances within the group do not cancel: receivables less payables come to ${said}, together ${amountText(presented)} ${closing.books.company.presentation}; 0 was expected in each currency.`,
      remedy: "State both sides of each balance in books/opening.csv in the currency that it is owed in.",
      places: [file("books/opening.csv")],
    },
  ];
}

/** What a deal says beside what the owners' books say of it. */
export function acquisitionFindings(
  closing: Closing,
  acquired: Acquired,
  entity: string,
  moves: readonly InvestmentMove[],
): BooksFinding[] {
  const { deal, adjustment } = acquired;
  const { presentation } = closing.books.company;
  const paid = investedIn(moves, entity, "acquisition");
  const findings: BooksFinding[] = [];
  const difference = minus(paid, deal.consideration);
  if (difference.n !== 0n)
    findings.push({
      code: "deal-differs-from-books",
      about: "books",
      severity: above(closing, difference) ? "error" : "warning",
      message: `The acquisition of ${entity} has a consideration of ${amountText(deal.consideration)} ${presentation}, and the investment accounts with ${entity} as counterparty moved by ${amountText(paid)} until then. The difference of ${amountText(difference)} stands in retained earnings.`,
      remedy: `Book the consideration on an account of investments in subsidiaries with the counterparty ${entity}, or correct it in books/deals.csv.`,
      places: [deal.place],
    });
  if (above(closing, adjustment))
    findings.push({
      code: "fair-value-not-in-books",
      about: "books",
      severity: "note",
      message: `The identifiable net assets of ${entity} are ${amountText(deal.netAssets)} ${presentation} in books/deals.csv; its books hold ${amountText(minus(deal.netAssets, adjustment))} on ${deal.date}. The difference of ${amountText(adjustment)} stands in intangible assets and is not amortised.`,
      remedy: `Book fair values in the books of ${entity} before ${deal.date}, on the accounts that they belong to.`,
      places: [deal.place],
    });
  return findings;
}

/** `booked` is the gain that the owners' books show with the entity as counterparty, presented, income positive. */
export function disposalFindings(
  closing: Closing,
  disposed: Disposed,
  moves: readonly InvestmentMove[],
  booked: Rational,
): BooksFinding[] {
  const deal = closing.books.deals.find(({ entity, kind }) => entity === disposed.entity && kind === "disposed");
  if (deal === undefined) return [];
  const { presentation } = closing.books.company;
  const out = derecognised(moves, disposed.entity, disposed.month);
  const difference = minus(plus(out, booked), deal.consideration);
  if (difference.n === 0n) return [];
  return [
    {
      code: "deal-differs-from-books",
      about: "books",
      severity: above(closing, difference) ? "error" : "warning",
      message: `The disposal of ${deal.entity} has a consideration of ${amountText(deal.consideration)} ${presentation}; in its month the owners' books take ${amountText(out)} out of investments and show a gain of ${amountText(booked)} with ${deal.entity} as counterparty, together ${amountText(plus(out, booked))}.`,
      remedy: `Book the proceeds against investments and gain on disposal, both with the counterparty ${deal.entity}, or correct books/deals.csv.`,
      places: [deal.place],
    },
  ];
}
