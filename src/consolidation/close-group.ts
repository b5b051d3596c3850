import type { Books, MonthName } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { monthsWithRates } from "../books/rate-cover.ts";
import type { Rational } from "../exact/rational.ts";
import { ledgerOf } from "../ledger/ledger.ts";
import { lowest, minus, NOTHING, opposite, plus, type Quotient, quotient } from "../ledger/quotient.ts";
import { rateTable } from "../ledger/rate-table.ts";
import { closedInBooks, differingFromItself, outOfBalance } from "../ledger/trial-balance.ts";
import type { IntercompanySide, Movement } from "../warehouse/warehouse.ts";
import { type Acquired, acquiredBy } from "./acquisition.ts";
import { type Closing, subjectOf } from "./closing.ts";
import { type Disposed, disposalOf, enterDisposal } from "./disposal.ts";
import { eliminateEquity, eliminateInvestments, keptAfterDisposal, maker, nciEntries } from "./eliminate-equity.ts";
import { type DividendWithin, type EliminatedIncome, eliminateIncome } from "./eliminate-income.ts";
import { EntrySheet, type FlowSheet } from "./entry.ts";
import {
  acquisitionFindings,
  disposalFindings,
  openingFindings,
  silentFindings,
  unmatchedFindings,
} from "./findings.ts";
import type { Group, GroupEntry, GroupFlow, RateUse } from "./group.ts";
import { groupFlows } from "./group-flows.ts";
import { isRolling, rollForwards } from "./group-roll.ts";
import { eliminateBalances } from "./intercompany-balances.ts";
import {
  bookedGain,
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
import type { Rolled } from "./roll-forward.ts";
import { translate } from "./translate.ts";
import type { Sheets, Translated } from "./translated.ts";
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
  return { value: group, findings };
}

/** Months at the end that have neither a line nor a rate are months to come: nothing of them can be closed. */
function withoutMonthsToCome(books: Books, movements: readonly Movement[]): Books {
  const { months } = books.company;
  const rated = monthsWithRates(months, books.rates);
  if (rated >= months.length) return books;
  const moved = new Set(movements.map(({ month }) => month));
  const end = Math.max(months.findLastIndex(({ month }) => moved.has(month)) + 1, rated);
  return end >= months.length ? books : { ...books, company: { ...books.company, months: months.slice(0, end) } };
}

interface Entities {
  readonly members: ReadonlyMap<string, Membership | undefined>;
  readonly ownership: OwnershipBook;
  readonly translated: readonly Translated[];
  readonly acquisitions: ReadonlyMap<string, Acquired>;
  /** With the entries of all of them. */
  readonly sheets: Sheets;
}

function entitiesOf(closing: Closing): Entities {
  const names = closing.ledger.months.map(({ month }) => month);
  const sheets: Sheets = { income: new EntrySheet(names), balances: new EntrySheet(names) };
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
    translated.push(translate(closing, subject, acquired?.pushed ?? [], sheets));
  }
  return { members, ownership, translated, acquisitions, sheets };
}

/** What the entities have with each other and with their owners, worked out before any of it is entered. */
interface Steps {
  readonly unmatched: Group["unmatched"];
  readonly sales: EliminatedIncome;
  readonly profit: UnrealisedProfit;
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
    investments,
    equity,
    nci,
    disposals: translated.flatMap((each) => disposalOf(each, nci.get(codeOf(each)) ?? [], investments) ?? []),
    contributions: (month) => contributionDifference(investments, equity, month),
  };
}

function enterIncome(closing: Closing, { translated, acquisitions, sheets: { income } }: Entities, steps: Steps): void {
  steps.sales.enter(income);
  steps.profit.enterIncome(income);
  for (const each of steps.disposals) enterDisposal(closing, each, income);
  for (const each of translated) enterBargain(closing, each, acquisitions.get(codeOf(each)), income);
}

function enterBalances(
  closing: Closing,
  { translated, members, sheets: { balances } }: Entities,
  steps: Steps,
): readonly BooksFinding[] {
  const nciOfOne = (each: Translated) => steps.nci.get(codeOf(each)) ?? [];
  const findings = eliminateBalances(closing, translated, members, balances);
  steps.profit.enterBalances(balances);
  eliminateEquity(closing, translated, balances);
  eliminateInvestments(closing, translated, steps.investments, members, balances);
  for (const each of translated) nciEntries(closing, each, nciOfOne(each), balances);
  for (const each of translated) keptAfterDisposal(closing, each, nciOfOne(each), balances);
  enterRateDifferences(closing, steps.sales.dividends, steps.contributions, balances);
  return findings;
}

function consolidated(
  closing: Closing,
  intercompany: readonly IntercompanySide[],
): { group: Group; findings: readonly BooksFinding[] } {
  const entities = entitiesOf(closing);
  const steps = stepsOf(closing, entities, intercompany);
  const { income, balances } = entities.sheets;
  enterIncome(closing, entities, steps);
  const stray = enterBalances(closing, entities, steps);
  const nciIncome = (month: number): Quotient =>
    [...steps.nci.values()].reduce((sum, of) => plus(sum, of[month]?.income ?? NOTHING), NOTHING);
  const { dividends } = steps.sales;
  const results = income.totals(({ entity }) => entity);
  const standing = balances.totals(({ line }) => (isRolling(line) ? line : "other"));
  const flows = groupFlows({ closing, ...entities, ...steps, income, results });
  const rolls = rollForwards({ closing, ...entities, ...steps, dividends, results, standing, nciIncome });
  const group = groupOf(closing, steps, { income, balances, flows, rolls, nciIncome });
  const findings = [...findingsOf(closing, entities, steps, stray), ...prove(group, standing, rolls)];
  return { group, findings };
}

interface Parts extends Sheets {
  readonly flows: FlowSheet;
  readonly rolls: readonly Rolled[];
  readonly nciIncome: (month: number) => Quotient;
}

/** Entries are made out of the sheets when somebody asks for them. */
function groupOf(closing: Closing, { unmatched }: Steps, { income, balances, flows, rolls, nciIncome }: Parts): Group {
  const { months } = closing.ledger;
  const made: { income?: readonly GroupEntry[]; balances?: readonly GroupEntry[]; flows?: readonly GroupFlow[] } = {};
  return {
    presentation: closing.books.company.presentation,
    months: months.map(({ month }) => month),
    get income() {
      made.income ??= income.entries();
      return made.income;
    },
    get balances() {
      made.balances ??= balances.entries();
      return made.balances;
    },
    get flows() {
      made.flows ??= flows.flows();
      return made.flows;
    },
    nciIncome: new Map(months.map(({ month }, i): [MonthName, Rational] => [month, lowest(nciIncome(i))])),
    rollForwards: rolls,
    unmatched,
    rates: ratesUsed(closing),
  };
}

function findingsOf(
  closing: Closing,
  { translated, acquisitions }: Entities,
  steps: Steps,
  stray: readonly BooksFinding[],
): BooksFinding[] {
  const { investments, disposals } = steps;
  return [
    ...differingFromItself(closing.ledger),
    ...closedInBooks(closing.ledger),
    ...silentFindings(closing, translated),
    ...openingFindings(closing, translated),
    ...stray,
    ...steps.profit.findings,
    ...unmatchedFindings(closing, steps.unmatched),
    ...[...acquisitions].flatMap(([entity, acquired]) => acquisitionFindings(closing, acquired, entity, investments)),
    ...disposals.flatMap((each) =>
      disposalFindings(closing, each, investments, bookedGain(closing, translated, each.entity, each.month)),
    ),
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
      takenUp: (month) =>
        taken.filter((one) => one.month === month).reduce((sum, one) => plus(sum, quotient(one.takenUp)), NOTHING),
      deferred: (month) => quotient(profit.deferred(code, month)),
      standing: (month) => quotient(profit.standing(code, month)),
    });
    all.set(code, months);
  }
  return all;
}

/** A consideration below net assets is a gain of the month (ASC 805-30-25-2). */
function enterBargain(closing: Closing, each: Translated, acquired: Acquired | undefined, sheet: EntrySheet): void {
  if (acquired === undefined) return;
  const code = codeOf(each);
  const enter = maker(closing, sheet)(
    code,
    "other-income",
    "goodwill",
    `net assets of ${code} above what was given for them`,
  );
  enter(each.subject.member.first, quotient(acquired.bargain));
}

/** What dividends and capital within the group leave where their two sides are presented at two rates: translation, until now in other equity. */
function enterRateDifferences(
  closing: Closing,
  dividends: readonly DividendWithin[],
  contributions: (month: number) => Rational,
  sheet: EntrySheet,
): void {
  const make = maker(closing, sheet);
  const { parent } = closing.books.company;
  const [texts, kind] = [
    ["dividends within the group at two rates", "capital within the group at two rates"],
    "translation-adjustment",
  ] as const;
  const enter = [
    make(parent, "retained-earnings", kind, texts[0]),
    make(parent, "paid-in-capital", kind, texts[1]),
    make(parent, "translation-adjustment", kind, texts[0]),
    make(parent, "translation-adjustment", kind, texts[1]),
  ] as const;
  let [ofDividends, ofCapital] = [NOTHING, NOTHING];
  closing.ledger.months.forEach((_, month) => {
    for (const each of dividends)
      if (each.month === month) ofDividends = plus(ofDividends, minus(quotient(each.takenUp), quotient(each.paid)));
    ofCapital = plus(ofCapital, quotient(contributions(month)));
    enter[0](month, opposite(ofDividends));
    enter[1](month, ofCapital);
    enter[2](month, ofDividends);
    enter[3](month, opposite(ofCapital));
  });
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
