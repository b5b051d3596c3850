import type { Account, Books, Entity, FiscalMonth, Opening } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import type { IntercompanySide, Movement, Stage } from "../warehouse/warehouse.ts";
import { plus, reduced } from "./fraction.ts";
import { type Denominator, denominator } from "./quotient.ts";

/** Amounts in whole units of 1/`scale`, in the currency of the line and in the functional currency of its entity; debit positive. */
export interface Units {
  readonly amount: bigint[];
  readonly functional: bigint[];
}

/** One account of one entity in one transaction currency: what it was opened with, and what each month moved. */
export interface LedgerLine {
  readonly account: Account;
  readonly currency: string;
  readonly opening: { readonly amount: bigint; readonly functional: bigint };
  /** Presentation currency; undefined where books/opening.csv gives none. */
  readonly historical: Rational | undefined;
  /** Lines of the group, by month. */
  readonly within: Units;
  /** Lines before the entity was acquired and after it was disposed of; undefined where there are none. */
  readonly before: Units | undefined;
  readonly after: Units | undefined;
}

/** What an income account moved under one set of members, in the functional currency, by month. */
export interface IncomeCell {
  readonly account: Account;
  readonly division: string;
  readonly region: string;
  readonly tag: string;
  readonly counterparty: string;
  readonly functional: bigint[];
}

/** What an account of equity, of investments or of intercompany balances moved with one counterparty; lines within the group alone. */
export interface Dealing {
  readonly account: Account;
  readonly currency: string;
  readonly counterparty: string;
  readonly within: Units;
}

export interface EntityLedger {
  readonly entity: Entity;
  /** By account, then currency. */
  readonly lines: readonly LedgerLine[];
  /** Lines of income within the group alone; by account, division, region, tag, counterparty. */
  readonly income: readonly IncomeCell[];
  /** By account, currency, counterparty. */
  readonly dealings: readonly Dealing[];
}

/** The books by entity, account and month, as whole numbers that add fast. */
export interface Ledger {
  readonly scale: bigint;
  /** The scale, as what amounts are divided by. */
  readonly units: Denominator;
  readonly months: readonly FiscalMonth[];
  /** In the order of their codes. */
  readonly entities: ReadonlyMap<string, EntityLedger>;
}

export const inText =
  <T>(of: (value: T) => string) =>
  (a: T, b: T): number => {
    return inOrder(of(a), of(b));
  };

/** The order of two texts, by their characters. */
export const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

interface Amounts {
  readonly amount: Rational;
  readonly functional: Rational;
}

/** A number of units that every amount is a whole number of. */
function scaleOf(books: Books, ...lists: readonly (readonly Amounts[])[]): bigint {
  let scale = 100n;
  // Nearly all denominators are one of a few: each is looked at once.
  const seen = new Set<bigint>();
  const widen = (d: bigint): void => {
    if (d === scale || seen.has(d)) return;
    seen.add(d);
    if (scale % d !== 0n) scale *= reduced(scale, d).d;
  };
  for (const list of [books.opening, ...lists])
    for (const { amount, functional } of list) {
      widen(amount.d);
      if (functional !== amount) widen(functional.d);
    }
  return scale;
}

export const unitsOf = (amount: Rational, scale: bigint): bigint =>
  amount.d === scale ? amount.n : amount.n * (scale / amount.d);

const zeros = (months: number): bigint[] => new Array<bigint>(months).fill(0n);
const noUnits = (months: number): Units => ({ amount: zeros(months), functional: zeros(months) });

interface OpenLine {
  readonly account: Account;
  readonly currency: string;
  opening: { amount: bigint; functional: bigint };
  historical: Rational | undefined;
  readonly within: Units;
  before: Units | undefined;
  after: Units | undefined;
}

/** One account of one entity while its rows come in; lists are of those that differ in what is left to tell them by. */
interface OpenAccount {
  readonly account: Account;
  readonly isIncome: boolean;
  readonly isDealing: boolean;
  /** By currency. */
  readonly lines: OpenLine[];
  /** By counterparty, then division, region and tag. */
  readonly income: Map<string, IncomeCell[]>;
  /** By counterparty, then currency. */
  readonly dealings: Map<string, Dealing[]>;
}

interface OpenLedger {
  readonly entity: Entity;
  readonly accounts: Map<string, OpenAccount>;
}

interface Building {
  readonly scale: bigint;
  readonly months: number;
  readonly entities: Map<string, OpenLedger>;
}

function accountOf({ accounts }: OpenLedger, code: string, books: Books): OpenAccount | undefined {
  const known = accounts.get(code);
  if (known !== undefined) return known;
  const account = books.accounts.get(code);
  if (account === undefined) return undefined;
  const { statement, section } = STATEMENT_LINES[account.line];
  const fresh: OpenAccount = {
    account,
    isIncome: statement === "income",
    isDealing: section === "equity" || section === "intercompany",
    lines: [],
    income: new Map(),
    dealings: new Map(),
  };
  accounts.set(code, fresh);
  return fresh;
}

function lineOf({ account, lines }: OpenAccount, currency: string, months: number): OpenLine {
  for (const line of lines) if (line.currency === currency) return line;
  const fresh: OpenLine = {
    account,
    currency,
    opening: { amount: 0n, functional: 0n },
    historical: undefined,
    within: noUnits(months),
    before: undefined,
    after: undefined,
  };
  lines.push(fresh);
  return fresh;
}

function listAt<T>(lists: Map<string, T[]>, name: string): T[] {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const fresh: T[] = [];
  lists.set(name, fresh);
  return fresh;
}

function unitsAt(line: OpenLine, stage: Stage, months: number): Units {
  if (stage === "within") return line.within;
  line[stage] ??= noUnits(months);
  return line[stage] as Units;
}

function addOpening(building: Building, open: OpenAccount, opening: Opening): void {
  const line = lineOf(open, opening.currency, building.months);
  line.opening.amount += unitsOf(opening.amount, building.scale);
  line.opening.functional += unitsOf(opening.functional, building.scale);
  const { historical } = opening;
  if (historical !== undefined) line.historical = plus(line.historical ?? ZERO, historical);
}

function addMovement(building: Building, open: OpenAccount, month: number, movement: Movement): void {
  const amount = unitsOf(movement.amount, building.scale);
  const functional = unitsOf(movement.functional, building.scale);
  const units = unitsAt(lineOf(open, movement.currency, building.months), movement.stage, building.months);
  units.amount[month] = units.amount[month]! + amount;
  units.functional[month] = units.functional[month]! + functional;
  if (movement.stage !== "within") return;
  if (open.isDealing) {
    const { within } = dealingOf(open, movement, building.months);
    within.amount[month] = within.amount[month]! + amount;
    within.functional[month] = within.functional[month]! + functional;
  }
  if (!open.isIncome) return;
  const cell = cellOf(open, movement, building.months);
  cell.functional[month] = cell.functional[month]! + functional;
}

function cellOf({ account, income }: OpenAccount, movement: Movement, months: number): IncomeCell {
  const { division, region, tag, counterparty } = movement;
  const cells = listAt(income, counterparty);
  for (const cell of cells) if (cell.division === division && cell.region === region && cell.tag === tag) return cell;
  const fresh: IncomeCell = { account, division, region, tag, counterparty, functional: zeros(months) };
  cells.push(fresh);
  return fresh;
}

function dealingOf({ account, dealings }: OpenAccount, movement: Movement, months: number): Dealing {
  const { currency, counterparty } = movement;
  const known = listAt(dealings, counterparty);
  for (const dealing of known) if (dealing.currency === currency) return dealing;
  const fresh: Dealing = { account, currency, counterparty, within: noUnits(months) };
  known.push(fresh);
  return fresh;
}

/** Adds the movements up by entity, account and month. Names that the books do not declare are findings, and their amounts are left out. */
export function ledgerOf(
  books: Books,
  movements: readonly Movement[],
  sides: readonly IntercompanySide[] = [],
): Passed<Ledger> {
  const { months } = books.company;
  const building: Building = { scale: scaleOf(books, movements, sides), months: months.length, entities: new Map() };
  for (const code of [...books.entities.keys()].sort())
    building.entities.set(code, { entity: books.entities.get(code)!, accounts: new Map() });
  const unknown = new Map<string, number>();
  const miss = (what: string): void => {
    unknown.set(what, (unknown.get(what) ?? 0) + 1);
  };
  for (const opening of books.opening) {
    const open = building.entities.get(opening.entity);
    const account = open === undefined ? undefined : accountOf(open, opening.account, books);
    if (open === undefined) miss(`entity ${opening.entity}`);
    else if (account === undefined) miss(`account ${opening.account}`);
    else addOpening(building, account, opening);
  }
  const numbers = new Map(months.map(({ month }, i) => [month, i]));
  let [open, last]: [OpenLedger | undefined, string | undefined] = [undefined, undefined];
  for (const movement of movements) {
    // Movements come entity by entity for the most part.
    if (movement.entity !== last) {
      last = movement.entity;
      open = building.entities.get(last);
    }
    const account = open === undefined ? undefined : accountOf(open, movement.account, books);
    const month = numbers.get(movement.month);
    if (open === undefined) miss(`entity ${movement.entity}`);
    else if (account === undefined) miss(`account ${movement.account}`);
    else if (month === undefined) miss(`month ${movement.month}`);
    else addMovement(building, account, month, movement);
  }
  const entities = new Map([...building.entities].map(([code, open]) => [code, closed(open)]));
  return {
    value: { scale: building.scale, units: denominator(building.scale), months, entities },
    findings: [...unknown].sort().map(undeclared),
  };
}

function closed({ entity, accounts }: OpenLedger): EntityLedger {
  const inTurn = [...accounts.values()].sort((a, b) => inOrder(a.account.account, b.account.account));
  return {
    entity,
    lines: inTurn.flatMap(({ lines }) => lines.sort((a, b) => inOrder(a.currency, b.currency))),
    income: inTurn.flatMap(({ income }) => [...income.values()].flat().sort(byMembers)),
    dealings: inTurn.flatMap(({ dealings }) =>
      [...dealings.values()]
        .flat()
        .sort((a, b) => inOrder(a.currency, b.currency) || inOrder(a.counterparty, b.counterparty)),
    ),
  };
}

const byMembers = (a: IncomeCell, b: IncomeCell): number =>
  inOrder(a.division, b.division) ||
  inOrder(a.region, b.region) ||
  inOrder(a.tag, b.tag) ||
  inOrder(a.counterparty, b.counterparty);

function undeclared([what, rows]: [string, number]): BooksFinding {
  const [kind, name] = [what.slice(0, what.indexOf(" ")), what.slice(what.indexOf(" ") + 1)];
  const file = kind === "month" ? "company.yaml" : kind === "entity" ? "books/entities.csv" : "books/accounts.csv";
  return {
    code: "name-not-declared",
    about: "books",
    severity: "error",
    message: `The ledger uses the ${kind} ${name} in ${rows} of its rows, and ${file} does not have it: these amounts stand nowhere.`,
    remedy: `Add ${name} to ${file}, or correct the name.`,
    places: [{ path: file, line: undefined, column: undefined }],
  };
}
