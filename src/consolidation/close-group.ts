import type { Books, MonthName } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { monthsWithRates } from "../books/rate-cover.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { minus, opposite, plus, reduced, times } from "../ledger/fraction.ts";
import { ledgerOf } from "../ledger/ledger.ts";
import { rateTable } from "../ledger/rate-table.ts";
import { closedInBooks, differingFromItself, outOfBalance } from "../ledger/trial-balance.ts";
import type { IntercompanySide, Movement } from "../warehouse/warehouse.ts";
import { type Acquired, acquiredBy } from "./acquisition.ts";
import { type Closing, subjectOf } from "./closing.ts";
import { type Disposed, disposalOf } from "./disposal.ts";
import { eliminateEquity, eliminateInvestments, keptAfterDisposal, maker, nciEntries } from "./eliminate-equity.ts";
import { type DividendWithin, type EliminatedIncome, eliminateIncome } from "./eliminate-income.ts";
import {
  acquisitionFindings,
  disposalFindings,
  openingFindings,
  silentFindings,
  unmatchedFindings,
} from "./findings.ts";
import type { Group, GroupEntry, RateUse } from "./group.ts";
import { groupFlows } from "./group-flows.ts";
import { rollForwards } from "./group-roll.ts";
import { type EliminatedBalances, eliminateBalances } from "./intercompany-balances.ts";
import {
  contributionDifference,
  type EquityMove,
  equityMoves,
  type InvestmentMove,
  investmentMoves,
} from "./investments.ts";
import { type Membership, membershipOf } from "./membership.ts";
import { type NciMonth, nciOf } from "./nci.ts";
import { type OwnershipBook, ownershipBook } from "./ownership.ts";
import { pairsOf } from "./pairs.ts";
import { prove } from "./prove.ts";
import { translate } from "./translate.ts";
import type { Translated } from "./translated.ts";
import { type UnrealisedProfit, unrealisedProfit } from "./unrealised.ts";

export interface GroupBooks {
  readonly books: Books;
  readonly movements: readonly Movement[];
  readonly intercompany: readonly IntercompanySide[];
}

/**
 * The group's accounts from the books of its entities. Undefined where a trial balance does not add to zero, a rate is missing or a name is not
 * declared: no amount could be relied on then. Any other error stands beside the accounts, so that they can be looked at.
 */
export function closeGroup({ books: all, movements, intercompany }: GroupBooks): Passed<Group | undefined> {
  const books = withoutMonthsToCome(all, movements);
  const { value: ledger, findings: undeclared } = ledgerOf(books, movements, intercompany);
  const refused = [...undeclared, ...outOfBalance(ledger)];
  const closing: Closing = { books, ledger, rates: rateTable(books) };
  const { group, findings } = consolidated(closing, intercompany);
  refused.push(...closing.rates.missing());
  if (refused.length > 0) return { value: undefined, findings: refused };
  return { value: group, findings: [...findings, ...prove(group)] };
}

/** Months at the end that have neither a line nor a rate are months to come: nothing of them can be closed. */
function withoutMonthsToCome(books: Books, movements: readonly Movement[]): Books {
  const { months } = books.company;
  const moved = new Set(movements.map(({ month }) => month));
  const booked = months.findLastIndex(({ month }) => moved.has(month)) + 1;
  const end = Math.max(booked, monthsWithRates(months, books.rates));
  return end >= months.length ? books : { ...books, company: { ...books.company, months: months.slice(0, end) } };
}

interface Entities {
  readonly members: ReadonlyMap<string, Membership | undefined>;
  readonly ownership: OwnershipBook;
  readonly translated: readonly Translated[];
  readonly acquisitions: ReadonlyMap<string, Acquired>;
}

function entitiesOf(closing: Closing): Entities {
  const { books, ledger } = closing;
  const ownership = ownershipBook(books);
  const members = new Map<string, Membership | undefined>();
  const acquisitions = new Map<string, Acquired>();
  const translated: Translated[] = [];
  for (const [code, entity] of ledger.entities) {
    const member = entity.lines.length === 0 ? undefined : membershipOf(books, code);
    members.set(code, member);
    if (member === undefined) continue;
    const subject = subjectOf(closing, entity, member);
    const acquired = acquiredBy(closing, subject, ownership);
    if (acquired !== undefined) acquisitions.set(code, acquired);
    translated.push(translate(closing, subject, acquired?.pushed ?? []));
  }
  return { members, ownership, translated, acquisitions };
}

/** What the entities have with each other and with their owners, worked out before any of it is entered. */
interface Steps {
  readonly unmatched: Group["unmatched"];
  readonly sales: EliminatedIncome;
  readonly profit: UnrealisedProfit;
  readonly within: EliminatedBalances;
  readonly investments: readonly InvestmentMove[];
  readonly equity: readonly EquityMove[];
  readonly nci: ReadonlyMap<string, readonly (NciMonth | undefined)[]>;
  readonly disposals: readonly Disposed[];
  /** By month; see contributionDifference. */
  readonly contributions: (month: number) => Rational;
}

function stepsOf(closing: Closing, entities: Entities, intercompany: readonly IntercompanySide[]): Steps {
  const { members, translated } = entities;
  const { pairs, unmatched } = pairsOf(closing, intercompany, members);
  const sales = eliminateIncome(closing, pairs);
  const profit = unrealisedProfit(closing, members);
  const investments = investmentMoves(closing, translated, members);
  const equity = translated.flatMap((each) => equityMoves(closing, each));
  const nci = nciOfAll(closing, entities, { investments, equity, dividends: sales.dividends, profit });
  return {
    unmatched,
    sales,
    profit,
    within: eliminateBalances(closing, translated, members),
    investments,
    equity,
    nci,
    disposals: translated.flatMap((each) => disposalOf(closing, each, nci.get(codeOf(each)) ?? [], investments) ?? []),
    contributions: (month) => contributionDifference(investments, equity, month),
  };
}

const incomeOf = (closing: Closing, { translated, acquisitions }: Entities, steps: Steps): readonly GroupEntry[] => [
  ...translated.flatMap((each) => each.income),
  ...steps.sales.entries,
  ...steps.profit.income,
  ...steps.disposals.flatMap(({ entries }) => entries),
  ...translated.flatMap((each) => bargainEntry(closing, each, acquisitions.get(codeOf(each)))),
];

function balancesOf(closing: Closing, { translated, members }: Entities, steps: Steps): readonly GroupEntry[] {
  const nciOfOne = (each: Translated) => steps.nci.get(codeOf(each)) ?? [];
  return [
    ...translated.flatMap((each) => each.balances),
    ...steps.within.entries,
    ...steps.profit.balances,
    ...eliminateEquity(closing, translated),
    ...eliminateInvestments(closing, translated, steps.investments, members),
    ...translated.flatMap((each) => nciEntries(closing, each, nciOfOne(each))),
    ...translated.flatMap((each) => keptAfterDisposal(closing, each, nciOfOne(each))),
    ...rateDifferences(closing, steps.sales.dividends, steps.contributions),
  ];
}

function consolidated(
  closing: Closing,
  intercompany: readonly IntercompanySide[],
): { group: Group; findings: BooksFinding[] } {
  const entities = entitiesOf(closing);
  const steps = stepsOf(closing, entities, intercompany);
  const income = incomeOf(closing, entities, steps);
  const balances = balancesOf(closing, entities, steps);
  const { months } = closing.ledger;
  const nciIncome = (month: number): Rational =>
    [...steps.nci.values()].reduce((sum, of) => plus(sum, of[month]?.income ?? ZERO), ZERO);
  const { dividends } = steps.sales;
  const group: Group = {
    presentation: closing.books.company.presentation,
    months: months.map(({ month }) => month),
    income,
    balances,
    flows: groupFlows({ closing, ...entities, ...steps, income }),
    nciIncome: new Map(months.map(({ month }, i): [MonthName, Rational] => [month, nciIncome(i)])),
    rollForwards: rollForwards({ closing, ...entities, ...steps, dividends, income, balances, nciIncome }),
    unmatched: steps.unmatched,
    rates: ratesUsed(closing),
  };
  return { group, findings: findingsOf(closing, entities, steps) };
}

function findingsOf(closing: Closing, { translated, acquisitions }: Entities, steps: Steps): BooksFinding[] {
  const { investments, disposals } = steps;
  return [
    ...differingFromItself(closing.ledger),
    ...closedInBooks(closing.ledger),
    ...silentFindings(closing, translated),
    ...openingFindings(closing, translated),
    ...steps.within.findings,
    ...unmatchedFindings(closing, steps.unmatched),
    ...[...acquisitions].flatMap(([entity, acquired]) => acquisitionFindings(closing, acquired, entity, investments)),
    ...disposals.flatMap((each) => disposalFindings(closing, each, investments, bookedGain(closing, translated, each))),
  ];
}

const codeOf = ({ subject }: Translated): string => subject.ledger.entity.entity;

interface Dealings {
  readonly investments: readonly InvestmentMove[];
  readonly equity: readonly EquityMove[];
  readonly dividends: readonly DividendWithin[];
  readonly profit: UnrealisedProfit;
}

function nciOfAll(
  closing: Closing,
  { translated, ownership, acquisitions }: Entities,
  { investments, equity, dividends, profit }: Dealings,
): ReadonlyMap<string, readonly (NciMonth | undefined)[]> {
  const all = new Map<string, readonly (NciMonth | undefined)[]>();
  for (const each of translated) {
    const code = codeOf(each);
    if (!ownership.isShared(code)) continue;
    const taken = dividends.filter(({ owner }) => owner === code);
    const months = nciOf({
      closing,
      translated: each,
      ownership,
      acquired: acquisitions.get(code),
      investments,
      equity: equity.filter(({ entity }) => entity === code),
      takenUp: (month) => taken.filter((one) => one.month === month).reduce((sum, one) => plus(sum, one.takenUp), ZERO),
      deferred: (month) => profit.deferred(code, month),
      standing: (month) => profit.standing(code, month),
    });
    all.set(code, months);
  }
  return all;
}

/** A consideration below net assets is a gain of the month (ASC 805-30-25-2). */
function bargainEntry(closing: Closing, each: Translated, acquired: Acquired | undefined): GroupEntry[] {
  if (acquired === undefined) return [];
  const { first } = each.subject.member;
  return maker(closing)(
    first,
    codeOf(each),
    "other-income",
    "goodwill",
    acquired.bargain,
    `net assets of ${codeOf(each)} above what was given for them`,
  );
}

/** What dividends and capital within the group leave where their two sides are presented at two rates: translation, until now in other equity. */
function rateDifferences(
  closing: Closing,
  dividends: readonly DividendWithin[],
  contributions: (month: number) => Rational,
): GroupEntry[] {
  const make = maker(closing);
  const { parent } = closing.books.company;
  const [texts, kind] = [
    ["dividends within the group at two rates", "capital within the group at two rates"],
    "translation-adjustment",
  ] as const;
  let [ofDividends, ofCapital] = [ZERO, ZERO];
  return closing.ledger.months.flatMap((_, month) => {
    for (const each of dividends)
      if (each.month === month) ofDividends = plus(ofDividends, minus(each.takenUp, each.paid));
    ofCapital = plus(ofCapital, contributions(month));
    return [
      ...make(month, parent, "retained-earnings", kind, opposite(ofDividends), texts[0]),
      ...make(month, parent, "paid-in-capital", kind, ofCapital, texts[1]),
      ...make(month, parent, "translation-adjustment", kind, ofDividends, texts[0]),
      ...make(month, parent, "translation-adjustment", kind, opposite(ofCapital), texts[1]),
    ];
  });
}

function bookedGain(
  { rates, ledger }: Closing,
  translated: readonly Translated[],
  { entity, month }: Disposed,
): Rational {
  let booked = ZERO;
  for (const { subject } of translated)
    for (const { account, counterparty, functional } of subject.ledger.income)
      if (account.line === "gain-on-disposal" && counterparty === entity)
        booked = minus(
          booked,
          times(reduced(functional[month]!, ledger.scale), rates.average(subject.currency, month).rate),
        );
  return booked;
}

function ratesUsed({ books, ledger, rates }: Closing): RateUse[] {
  const { presentation, months } = books.company;
  const currencies = new Set([...ledger.entities.values()].map(({ entity }) => entity.currency));
  currencies.delete(presentation);
  return [...currencies].sort().flatMap((currency) =>
    months.map(({ month }, i) => {
      const [average, closing] = [rates.average(currency, i), rates.closing(currency, i)];
      const place = average.place ?? { path: "books/rates.csv", line: undefined, column: undefined };
      return { currency, month, average: average.rate, closing: closing.rate, place };
    }),
  );
}
