import type { Books, Company, Deal, Entity, FiscalMonth, ShareRow, SourcePlace } from "../src/books/books.ts";
import { isCashFlowLine, isStatementLine, STATEMENT_LINES, type StatementLine } from "../src/books/statement-line.ts";
import { daysInMonth } from "../src/calendar/date.ts";
import type { Group, GroupEntry, GroupFlow } from "../src/consolidation/group.ts";
import { parse } from "../src/exact/decimal.ts";
import { add, multiply, negate, ONE, type Rational, ZERO } from "../src/exact/rational.ts";

/** An exact number as it is written in a test. */
export function n(text: string): Rational {
  const value = parse(text);
  if (value === undefined) throw new Error(`no number: ${text}`);
  return value;
}

export const place = (path: string, line = 1): SourcePlace => ({ path, line, column: 1 });

/** Calendar months of some years, P01 to P12, three to a quarter. */
export function calendarMonths(...years: readonly number[]): readonly FiscalMonth[] {
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, i): FiscalMonth => {
      const month = String(i + 1).padStart(2, "0");
      const last = String(daysInMonth(year, i + 1)).padStart(2, "0");
      return {
        month: `${year}-P${month}`,
        start: `${year}-${month}-01`,
        end: `${year}-${month}-${last}`,
        quarter: `${year}-Q${Math.floor(i / 3) + 1}`,
      };
    }),
  );
}

export interface Little {
  /** A table with a first line of names: month, entity, line, amount, and if wanted currency, division, region, tag. Amounts as the statements print them. */
  readonly income?: string;
  /** month, line, amount, and if wanted entity. */
  readonly balances?: string;
  /** month, line, amount: inflows positive. */
  readonly flows?: string;
  /** currency, month, average. */
  readonly rates?: string;
  /** month, amount. */
  readonly nci?: string;
  readonly company?: Partial<Company>;
  readonly books?: Partial<Omit<Books, "company">>;
}

type Row = Readonly<Record<string, string>>;

/** The rows of a table whose cells are separated by bars or by two spaces. */
export function rowsOf(table: string | undefined): readonly Row[] {
  const lines = (table ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const cells = (line: string): string[] => line.split(/\s*\|\s*|\s{2,}/);
  const names = cells(lines[0] ?? "");
  return lines.slice(1).map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? "", cell])));
}

const CREDIT = new Set(["revenue", "discontinued", "current-liability", "noncurrent-liability", "equity"]);

const printedAsCredit = (line: StatementLine): boolean =>
  CREDIT.has(STATEMENT_LINES[line].section) ||
  (STATEMENT_LINES[line].section === "non-operating" && line !== "interest-expense");

/** Books and the group's accounts as the close would hand them over, from little tables. */
export function littleBooks(little: Little): { readonly books: Books; readonly group: Group } {
  const rates = rowsOf(little.rates);
  const average = (currency: string, month: string): Rational =>
    currency === "USD"
      ? ONE
      : n(rates.find((row) => row["currency"] === currency && row["month"] === month)?.["average"] ?? "none");
  const entry = (row: Row): GroupEntry => {
    const line = row["line"] ?? "";
    if (!isStatementLine(line)) throw new Error(`no line: ${line}`);
    const currency = row["currency"] || "USD";
    const amount = n(row["amount"] ?? "");
    const functional = printedAsCredit(line) ? negate(amount) : amount;
    const month = row["month"] ?? "";
    const rate = STATEMENT_LINES[line].statement === "income" ? average(currency, month) : ONE;
    return {
      month,
      entity: row["entity"] || "US",
      account: line,
      line,
      division: row["division"] ?? "",
      region: row["region"] ?? "",
      tag: row["tag"] ?? "",
      kind: "translated",
      amount: multiply(functional, rate),
      functional,
      currency,
      how: "as the test says",
    };
  };
  const flow = (row: Row): GroupFlow => {
    const line = row["line"] ?? "";
    if (!isCashFlowLine(line) && line !== "net-income" && line !== "exchange-effect")
      throw new Error(`no flow: ${line}`);
    const { month = "", amount = "" } = row;
    return { month, entity: "US", account: "", line, amount: n(amount), how: "as the test says" };
  };
  const company = companyOf(little.company ?? {});
  const nci = new Map<string, Rational>();
  for (const row of rowsOf(little.nci))
    nci.set(row["month"] ?? "", add(nci.get(row["month"] ?? "") ?? ZERO, n(row["amount"] ?? "")));
  const group: Group = {
    presentation: "USD",
    months: company.months.map((month) => month.month),
    income: rowsOf(little.income).map(entry),
    balances: rowsOf(little.balances).map(entry),
    flows: rowsOf(little.flows).map(flow),
    nciIncome: nci,
    rollForwards: [],
    unmatched: [],
    rates: rates.map((row, i) => ({
      currency: row["currency"] ?? "",
      month: row["month"] ?? "",
      average: n(row["average"] ?? ""),
      closing: n(row["average"] ?? ""),
      place: place("books/rates.csv", i + 2),
    })),
  };
  return { books: { ...emptyBooks(company), ...little.books }, group };
}

function companyOf(other: Partial<Company>): Company {
  return {
    name: "Little Instruments, Inc.",
    exchange: undefined,
    ticker: undefined,
    presentation: "USD",
    parent: "US",
    rounding: "halfExpand",
    percentBasis: "unrounded",
    constantCurrency: "current-at-prior-rates",
    organic: "not-in-base-period",
    framework: "us-gaap",
    growthCap: undefined,
    intercompanyTolerance: ONE,
    remeasurement: "compute",
    definition: "v1",
    months: calendarMonths(2006, 2007),
    people: [],
    text: new Map(),
    ...other,
  };
}

const emptyBooks = (company: Company): Books => ({
  company,
  entities: new Map<string, Entity>(),
  ownership: [],
  deals: [],
  accounts: new Map(),
  opening: [],
  rates: [],
  shares: [],
  adjustments: [],
  unrealised: [],
  registers: [],
  plan: [],
  ownMeasures: [],
  history: [],
  recasts: [],
});

export const deal = (entity: string, kind: Deal["kind"], date: string): Deal => ({
  entity,
  kind,
  date,
  consideration: ZERO,
  netAssets: ZERO,
  nci: undefined,
  discontinued: false,
  place: place("books/deals.csv", 2),
});

/** The rows of books/shares.csv, written with their columns' names. */
export function shareRows(table: string): readonly ShareRow[] {
  return rowsOf(table).map((row, i): ShareRow => {
    const at = place("books/shares.csv", i + 2);
    const { kind = "", name = "", date = "", from = "", to = "" } = row;
    const stretch = { from, to: to === "" ? undefined : to };
    const number = (column: string): Rational => n(row[column] || "0");
    if (kind === "outstanding" || kind === "issue" || kind === "buy-back" || kind === "split")
      return { kind, date, shares: number("shares"), place: at };
    if (kind === "option")
      return { kind, name, ...stretch, shares: number("shares"), price: number("price"), place: at };
    if (kind === "preferred") return { kind, name, ...stretch, dividends: number("dividends"), place: at };
    if (kind === "price") return { kind, from, to, price: number("price"), place: at };
    return {
      kind: "convertible",
      name,
      ...stretch,
      shares: number("shares"),
      principal: number("principal"),
      interest: number("interest"),
      taxRate: number("tax rate"),
      settlement: row["settlement"] === "net" ? "net" : "shares",
      place: at,
    };
  });
}
