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
    const [x, y] = [of(a), of(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };

interface Amounts {
  readonly amount: Rational;
  readonly functional: Rational;
}

/** A number of units that every amount is a whole number of. */
function scaleOf(books: Books, ...lists: readonly (readonly Amounts[])[]): bigint {
  let scale = 100n;
  const widen = (d: bigint): void => {
    if (d !== 1n && d !== scale && scale % d !== 0n) scale *= reduced(scale, d).d;
  };
  for (const list of [books.opening, ...lists])
    for (const { amount, functional } of list) {
      widen(amount.d);
      widen(functional.d);
    }
  return scale;
}

const unitsOf = (amount: Rational, scale: bigint): bigint =>
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

interface OpenLedger {
  readonly entity: Entity;
  readonly lines: Map<string, OpenLine>;
  last: OpenLine | undefined;
  readonly income: Map<string, IncomeCell>;
  readonly dealings: Map<string, Dealing>;
}

interface Building {
  readonly scale: bigint;
  readonly months: number;
  readonly entities: Map<string, OpenLedger>;
}

function lineOf(open: OpenLedger, account: Account, currency: string, months: number): OpenLine {
  // Movements come by account and currency as a rule: most ask for the line of the one before.
  const { last } = open;
  if (last !== undefined && last.account === account && last.currency === currency) return last;
  const name = `${account.account}\u0000${currency}`;
  const known = open.lines.get(name);
  if (known !== undefined) {
    open.last = known;
    return known;
  }
  const fresh: OpenLine = {
    account,
    currency,
    opening: { amount: 0n, functional: 0n },
    historical: undefined,
    within: noUnits(months),
    before: undefined,
    after: undefined,
  };
  open.lines.set(name, fresh);
  return fresh;
}

function unitsAt(line: OpenLine, stage: Stage, months: number): Units {
  if (stage === "within") return line.within;
  line[stage] ??= noUnits(months);
  return line[stage] as Units;
}

function addOpening(building: Building, open: OpenLedger, account: Account, opening: Opening): void {
  const line = lineOf(open, account, opening.currency, building.months);
  line.opening.amount += unitsOf(opening.amount, building.scale);
  line.opening.functional += unitsOf(opening.functional, building.scale);
  const { historical } = opening;
  if (historical !== undefined) line.historical = plus(line.historical ?? ZERO, historical);
}

function addMovement(building: Building, open: OpenLedger, account: Account, month: number, movement: Movement): void {
  const { division, region, tag, counterparty, stage } = movement;
  const functional = unitsOf(movement.functional, building.scale);
  const units = unitsAt(lineOf(open, account, movement.currency, building.months), stage, building.months);
  units.amount[month] = units.amount[month]! + unitsOf(movement.amount, building.scale);
  units.functional[month] = units.functional[month]! + functional;
  const { statement, section } = STATEMENT_LINES[account.line];
  if (stage !== "within") return;
  if (section === "equity" || section === "intercompany") addDealing(open, account, month, movement, building);
  if (statement !== "income") return;
  const name = `${account.account}\u0000${division}\u0000${region}\u0000${tag}\u0000${counterparty}`;
  let cell = open.income.get(name);
  if (cell === undefined) {
    cell = { account, division, region, tag, counterparty, functional: zeros(building.months) };
    open.income.set(name, cell);
  }
  cell.functional[month] = cell.functional[month]! + functional;
}

function addDealing(open: OpenLedger, account: Account, month: number, movement: Movement, building: Building): void {
  const { currency, counterparty } = movement;
  const name = `${account.account}\u0000${currency}\u0000${counterparty}`;
  let dealing = open.dealings.get(name);
  if (dealing === undefined) {
    dealing = { account, currency, counterparty, within: noUnits(building.months) };
    open.dealings.set(name, dealing);
  }
  const { amount, functional } = dealing.within;
  amount[month] = amount[month]! + unitsOf(movement.amount, building.scale);
  functional[month] = functional[month]! + unitsOf(movement.functional, building.scale);
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
    building.entities.set(code, {
      entity: books.entities.get(code)!,
      lines: new Map(),
      last: undefined,
      income: new Map(),
      dealings: new Map(),
    });
  const unknown = new Map<string, number>();
  const miss = (what: string): void => {
    unknown.set(what, (unknown.get(what) ?? 0) + 1);
  };
  for (const opening of books.opening) {
    const open = building.entities.get(opening.entity);
    const account = books.accounts.get(opening.account);
    if (open === undefined) miss(`entity ${opening.entity}`);
    else if (account === undefined) miss(`account ${opening.account}`);
    else addOpening(building, open, account, opening);
  }
  const numbers = new Map(months.map(({ month }, i) => [month, i]));
  for (const movement of movements) {
    const open = building.entities.get(movement.entity);
    const account = books.accounts.get(movement.account);
    const month = numbers.get(movement.month);
    if (open === undefined) miss(`entity ${movement.entity}`);
    else if (account === undefined) miss(`account ${movement.account}`);
    else if (month === undefined) miss(`month ${movement.month}`);
    else addMovement(building, open, account, month, movement);
  }
  const entities = new Map([...building.entities].map(([code, open]) => [code, closed(open)]));
  return { value: { scale: building.scale, units: denominator(building.scale), months, entities }, findings: [...unknown].sort().map(undeclared) };
}

const closed = (open: OpenLedger): EntityLedger => ({
  entity: open.entity,
  lines: [...open.lines].sort(inText(([name]) => name)).map(([, line]) => line),
  income: [...open.income].sort(inText(([name]) => name)).map(([, cell]) => cell),
  dealings: [...open.dealings].sort(inText(([name]) => name)).map(([, dealing]) => dealing),
});

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
