import type { Account, Books, Entity, FiscalMonth, Opening } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import type { IntercompanySide, Movement, Stage } from "../warehouse/warehouse.ts";
import { plus } from "./fraction.ts";
import { type Denominator, denominator } from "./quotient.ts";
import { sorted } from "./sorted.ts";
import { UnitScale } from "./unit-scale.ts";

/** Amounts in whole units of 1/`scale`, in the currency of the line and in the functional currency of its entity; debit positive. */
export interface Units {
  /** The same list as `functional` where the two differ in no month. */
  readonly amount: readonly bigint[];
  readonly functional: readonly bigint[];
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
  readonly functional: readonly bigint[];
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
  /** An amount of the movements, of the opening or of the lines of pairs in units. */
  readonly unitsOf: (amount: Rational) => bigint;
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

const zeros = (months: number): bigint[] => new Array<bigint>(months).fill(0n);

/** Most lines are in the functional currency of their entity, with one list for both amounts until one is added that differs. */
class OpenUnits implements Units {
  amount: bigint[];
  readonly functional: bigint[];

  constructor(months: number) {
    this.functional = zeros(months);
    this.amount = this.functional;
  }

  add(month: number, amount: bigint, functional: bigint): void {
    if (amount !== functional && this.amount === this.functional) this.amount = [...this.functional];
    this.functional[month] = this.functional[month]! + functional;
    if (this.amount !== this.functional) this.amount[month] = this.amount[month]! + amount;
  }
}

interface OpenLine extends LedgerLine {
  readonly opening: { amount: bigint; functional: bigint };
  historical: Rational | undefined;
  readonly within: OpenUnits;
  before: OpenUnits | undefined;
  after: OpenUnits | undefined;
}

interface OpenCell extends IncomeCell {
  readonly functional: bigint[];
}

interface OpenDealing extends Dealing {
  readonly within: OpenUnits;
}

/** One account of one entity while its rows come in; lists are of those that differ in what is left to tell them by. */
interface OpenAccount {
  readonly account: Account;
  readonly isIncome: boolean;
  readonly isDealing: boolean;
  /** By currency. */
  readonly lines: OpenLine[];
  /** By counterparty, then division, region and tag. */
  readonly income: Map<string, OpenCell[]>;
  /** By counterparty, then currency. */
  readonly dealings: Map<string, OpenDealing[]>;
}

interface OpenLedger {
  readonly entity: Entity;
  readonly accounts: Map<string, OpenAccount>;
}

interface Building {
  readonly scale: UnitScale;
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
  for (let i = 0; i < lines.length; i++) if (lines[i]!.currency === currency) return lines[i]!;
  const fresh: OpenLine = {
    account,
    currency,
    opening: { amount: 0n, functional: 0n },
    historical: undefined,
    within: new OpenUnits(months),
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

function unitsAt(line: OpenLine, stage: Stage, months: number): OpenUnits {
  if (stage === "within") return line.within;
  line[stage] ??= new OpenUnits(months);
  return line[stage] as OpenUnits;
}

function addOpening({ scale, months }: Building, open: OpenAccount, opening: Opening): void {
  const line = lineOf(open, opening.currency, months);
  line.opening.amount += scale.unitsOf(opening.amount);
  line.opening.functional += scale.unitsOf(opening.functional);
  const { historical } = opening;
  if (historical !== undefined) line.historical = plus(line.historical ?? ZERO, historical);
}

function addMovement({ scale, months }: Building, open: OpenAccount, month: number, movement: Movement): void {
  const { amount: given, functional: own, stage } = movement;
  const amount = scale.unitsOf(given);
  const functional = own === given ? amount : scale.unitsOf(own);
  unitsAt(lineOf(open, movement.currency, months), stage, months).add(month, amount, functional);
  if (stage !== "within") return;
  if (open.isDealing) dealingOf(open, movement, months).within.add(month, amount, functional);
  if (!open.isIncome) return;
  const cell = cellOf(open, movement, months);
  cell.functional[month] = cell.functional[month]! + functional;
}

function cellOf({ account, income }: OpenAccount, movement: Movement, months: number): OpenCell {
  const { division, region, tag, counterparty } = movement;
  const cells = listAt(income, counterparty);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (cell.division === division && cell.region === region && cell.tag === tag) return cell;
  }
  const fresh: OpenCell = { account, division, region, tag, counterparty, functional: zeros(months) };
  cells.push(fresh);
  return fresh;
}

function dealingOf({ account, dealings }: OpenAccount, movement: Movement, months: number): OpenDealing {
  const { currency, counterparty } = movement;
  const known = listAt(dealings, counterparty);
  for (let i = 0; i < known.length; i++) if (known[i]!.currency === currency) return known[i]!;
  const fresh: OpenDealing = { account, currency, counterparty, within: new OpenUnits(months) };
  known.push(fresh);
  return fresh;
}

/** Adds the movements up by entity, account and month. Names that the books do not declare are findings, and their amounts are left out. */
export function ledgerOf(
  books: Books,
  movements: readonly Movement[],
  sides: readonly IntercompanySide[] = [],
): Passed<Ledger> {
  // Cents, nearly always; where an amount is finer, all of it is added up again at the scale that it takes.
  for (let scale = new UnitScale(100n); ; ) {
    const passed = addedUp(books, movements, sides, scale);
    const wider = scale.widened();
    if (wider === scale) return passed;
    scale = wider;
  }
}

function addedUp(
  books: Books,
  movements: readonly Movement[],
  sides: readonly IntercompanySide[],
  scale: UnitScale,
): Passed<Ledger> {
  const { months } = books.company;
  const building: Building = { scale, months: months.length, entities: new Map() };
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
  addMovements(building, books, movements, miss);
  for (let i = 0; i < sides.length; i++) {
    scale.unitsOf(sides[i]!.amount);
    scale.unitsOf(sides[i]!.functional);
  }
  const entities = new Map<string, EntityLedger>();
  for (const [code, open] of building.entities) entities.set(code, closed(open));
  return {
    value: {
      scale: scale.value,
      units: denominator(scale.value),
      unitsOf: (amount) => scale.unitsOf(amount),
      months,
      entities,
    },
    findings: [...unknown].sort().map(undeclared),
  };
}

function addMovements(
  building: Building,
  books: Books,
  movements: readonly Movement[],
  miss: (what: string) => void,
): void {
  const numbers = new Map(books.company.months.map(({ month }, i) => [month, i]));
  let [open, last]: [OpenLedger | undefined, string | undefined] = [undefined, undefined];
  // By number: a close does this before the engine has compiled it, and would make a record for each turn of an iterator.
  for (let i = 0; i < movements.length; i++) {
    const movement = movements[i]!;
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
}

function closed({ entity, accounts }: OpenLedger): EntityLedger {
  const inTurn = sorted([...accounts.values()], (a, b) => inOrder(a.account.account, b.account.account));
  return {
    entity,
    lines: inTurn.flatMap(({ lines }) => sorted(lines, (a, b) => inOrder(a.currency, b.currency))),
    income: inTurn.flatMap(({ income }) => (income.size === 0 ? [] : sorted([...income.values()].flat(), byMembers))),
    dealings: inTurn.flatMap(({ dealings }) =>
      dealings.size === 0 ? [] : sorted([...dealings.values()].flat(), byCurrency),
    ),
  };
}

const byCurrency = (a: Dealing, b: Dealing): number =>
  inOrder(a.currency, b.currency) || inOrder(a.counterparty, b.counterparty);

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
