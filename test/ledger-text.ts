import type {
  Account,
  Books,
  Company,
  Deal,
  Entity,
  Opening,
  Ownership,
  Rate,
  RateKind,
  SourcePlace,
  Unrealised,
} from "../src/books/books.ts";
import type { BooksFinding } from "../src/books/books-finding.ts";
import { type CashFlowLine, STATEMENT_LINES, type StatementLine } from "../src/books/statement-line.ts";
import { daysInMonth } from "../src/calendar/date.ts";
import { closeGroup } from "../src/consolidation/close-group.ts";
import type { Group, GroupFlow, RollForward } from "../src/consolidation/group.ts";
import { format, parse } from "../src/exact/decimal.ts";
import { add, divide, type Rational, whole, ZERO } from "../src/exact/rational.ts";
import type { IntercompanySide, Movement, Stage } from "../src/warehouse/warehouse.ts";

/**
 * Books as a person would sketch them, one row a line, cells between blanks:
 *
 *     entities   DE EUR [inflation=2007-P02] [tax=0.3]         the first one is the parent
 *     owned      DE by US 80 [from=2007-01-01] [to=...]
 *     deals      DE acquired 2007-01-15 consideration=100 net-assets=80 [nci=20] [discontinued]
 *     opening    DE cash 100 [USD = 73] [historical=120]
 *     rates      EUR opening 1.30 | EUR 2007-P01 average=1.31 closing=1.32 [historical=1.315]
 *     journal    document 2007-P01 DE cash 100 [USD = 73] [to=US] [division=] [region=] [tag=] [stage=before]
 *     unrealised 2007-P01 DE sells US 100 EUR sold=2007-P01
 *     accounts   wear property-plant-equipment [credit] [money] [of=other]   beside one for each statement line, named as the line is
 *
 * Months are calendar months of the years that `months` names.
 */
export interface LedgerText {
  readonly entities: string;
  readonly owned?: string;
  readonly deals?: string;
  readonly accounts?: string;
  readonly opening?: string;
  readonly rates?: string;
  readonly journal?: string;
  readonly unrealised?: string;
  readonly framework?: "us-gaap" | "ifrs";
  readonly months?: readonly string[];
  readonly company?: Partial<Company>;
}

export interface LittleLedger {
  readonly books: Books;
  readonly movements: readonly Movement[];
  readonly intercompany: readonly IntercompanySide[];
}

const place: SourcePlace = { path: "sketch", line: undefined, column: undefined };

export const money = (text: string): Rational => {
  const amount = parse(text.replaceAll(",", ""));
  if (amount === undefined) throw new Error(`no amount: ${text}`);
  return amount;
};

interface Row {
  readonly cells: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

const rowsOf = (text: string | undefined): readonly Row[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").replaceAll(" = ", " in-functional=").trim())
    .filter((line) => line !== "")
    .map((line) => {
      const words = line.split(/\s+/);
      const options = words
        .filter((word) => word.includes("="))
        .map((word): [string, string] => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]);
      return { cells: words.filter((word) => !word.includes("=")), options: new Map(options) };
    });

const MONETARY =
  /^(cash|receivables|payables|accrued-liabilities|income-taxes-payable|short-term-debt|long-term-debt|intercompany-receivable|intercompany-payable|other-liabilities)$/;
const FLOWS: Readonly<Partial<Record<StatementLine, CashFlowLine>>> = {
  receivables: "change-in-receivables",
  inventories: "change-in-inventories",
  payables: "change-in-payables",
  "property-plant-equipment": "capital-expenditure",
  "short-term-debt": "debt-issued",
  "long-term-debt": "debt-issued",
  "common-stock": "shares-issued",
  "paid-in-capital": "shares-issued",
  "treasury-stock": "shares-bought-back",
  dividends: "dividends-paid",
  "retained-earnings": "dividends-paid",
  "investment-in-subsidiaries": "acquisitions",
  "short-term-investments": "investments",
};

function account(code: string, line: StatementLine, given: Partial<Account> = {}): Account {
  const { statement, section } = STATEMENT_LINES[line];
  const credit =
    section === "revenue" || section.endsWith("liability") || section === "equity" || line === "intercompany-payable";
  const cashFlow = statement === "income" || line === "cash" ? undefined : (FLOWS[line] ?? "change-in-other");
  return {
    account: code,
    name: code,
    line,
    side: credit ? "credit" : "debit",
    monetary: MONETARY.test(line),
    cashFlow,
    historicalOf: undefined,
    place,
    ...given,
  };
}

function accountsOf(text: string | undefined): ReadonlyMap<string, Account> {
  const chart = new Map<string, Account>();
  for (const line of Object.keys(STATEMENT_LINES) as StatementLine[]) chart.set(line, account(line, line));
  for (const { cells, options } of rowsOf(text)) {
    const [code, line, ...marks] = cells as readonly string[] as readonly [string, StatementLine, ...string[]];
    const monetary =
      marks.some((mark) => mark === "money") || (MONETARY.test(line) && !marks.some((mark) => mark === "no-money"));
    const turned = marks.includes("credit") ? { side: "credit" as const } : {};
    chart.set(code, account(code, line, { monetary, historicalOf: options.get("of"), ...turned }));
  }
  return chart;
}

const monthsOf = (names: readonly string[]): Company["months"] =>
  names.map((month) => {
    const [year, number] = [+month.slice(0, 4), +month.slice(6)];
    const stem = `${month.slice(0, 4)}-${month.slice(6)}`;
    const quarter = `${month.slice(0, 4)}-Q${Math.ceil(number / 3)}`;
    return {
      month,
      start: `${stem}-01`,
      end: `${stem}-${String(daysInMonth(year, number)).padStart(2, "0")}`,
      quarter,
    };
  });

const entityOf = ({ cells: [entity, currency], options }: Row): Entity => ({
  entity: entity!,
  name: entity!,
  currency: currency!,
  country: "",
  region: "",
  inflationFrom: options.get("inflation"),
  taxRate: options.has("tax") ? money(options.get("tax")!) : undefined,
  place,
});

const ownershipOf = ({ cells: [entity, , parent, percent], options }: Row): Ownership => ({
  entity: entity!,
  parent: parent!,
  share: divide(money(percent!), whole(100)),
  from: options.get("from") ?? "1900-01-01",
  to: options.get("to"),
  place,
});

const dealOf = ({ cells: [entity, kind, date, ...marks], options }: Row): Deal => ({
  entity: entity!,
  kind: kind as Deal["kind"],
  date: date!,
  consideration: money(options.get("consideration") ?? "0"),
  netAssets: money(options.get("net-assets") ?? "0"),
  nci: options.has("nci") ? money(options.get("nci")!) : undefined,
  discontinued: marks.includes("discontinued"),
  place,
});

const ratesOf = ({ cells: [currency, period, rate], options }: Row): readonly Rate[] => {
  const kinds = [...options].map(([kind, text]) => ({ kind: kind as RateKind, text }));
  const given = rate === undefined ? kinds : [{ kind: "closing" as const, text: rate }];
  return given.map(({ kind, text }) => ({ currency: currency!, period: period!, kind, rate: money(text), place }));
};

function openingOf(
  { cells: [entity, code, amount, currency], options }: Row,
  entities: ReadonlyMap<string, Entity>,
): Opening {
  const functional = money(options.get("in-functional") ?? amount!);
  const historical = options.has("historical") ? money(options.get("historical")!) : undefined;
  return {
    entity: entity!,
    account: code!,
    currency: currency ?? entities.get(entity!)!.currency,
    amount: money(amount!),
    functional,
    historical,
    place,
  };
}

const unrealisedOf = ({ cells: [period, seller, , buyer, profit, currency], options }: Row): Unrealised => ({
  period: period!,
  seller: seller!,
  buyer: buyer!,
  currency: currency!,
  profit: money(profit!),
  soldIn: options.get("sold") ?? period!,
  place,
});

type Line = Movement & { readonly document: string };

function lineOf({ cells, options }: Row, entities: ReadonlyMap<string, Entity>): Line {
  const [document, month, entity, code, amount, currency] = cells as [string, string, string, string, string, string?];
  return {
    document,
    month,
    entity,
    account: code,
    amount: money(amount),
    functional: money(options.get("in-functional") ?? amount),
    currency: currency ?? entities.get(entity)!.currency,
    counterparty: options.get("to") ?? "",
    division: options.get("division") ?? "",
    region: options.get("region") ?? "",
    tag: options.get("tag") ?? "",
    stage: (options.get("stage") ?? "within") as Stage,
    lines: 1,
  };
}

export function ledgerText(text: LedgerText): LittleLedger {
  const entities = new Map(rowsOf(text.entities).map((row) => [row.cells[0]!, entityOf(row)]));
  const company: Company = {
    name: "Sketch, Inc.",
    exchange: undefined,
    ticker: undefined,
    presentation: "USD",
    parent: [...entities.keys()][0]!,
    rounding: "halfExpand",
    percentBasis: "unrounded",
    constantCurrency: "current-at-prior-rates",
    organic: "not-in-base-period",
    framework: text.framework ?? "us-gaap",
    growthCap: undefined,
    intercompanyTolerance: whole(1),
    remeasurement: "compute",
    definition: "v1",
    months: monthsOf(text.months ?? ["2007-P01", "2007-P02"]),
    people: [],
    text: new Map(),
    ...text.company,
  };
  const books: Books = {
    company,
    entities,
    ownership: rowsOf(text.owned).map(ownershipOf),
    deals: rowsOf(text.deals).map(dealOf),
    accounts: accountsOf(text.accounts),
    opening: rowsOf(text.opening).map((row) => openingOf(row, entities)),
    rates: rowsOf(text.rates).flatMap(ratesOf),
    unrealised: rowsOf(text.unrealised).map(unrealisedOf),
    shares: [],
    adjustments: [],
    registers: [],
    plan: [],
    ownMeasures: [],
    history: [],
    recasts: [],
  };
  const lines = rowsOf(text.journal).map((row) => lineOf(row, entities));
  const movements = lines.map(({ document: _, ...movement }) => movement);
  const intercompany = lines
    .filter(({ counterparty }) => entities.has(counterparty))
    .map(({ tag: _tag, lines: _lines, ...side }): IntercompanySide => side);
  return { books, movements, intercompany };
}

/** The group of a sketch, and readers of it by line and month: amounts as exact decimals, debit positive; flows inflow positive. */
export interface ClosedSketch {
  readonly group: Group;
  readonly findings: readonly BooksFinding[];
  readonly balance: (month: string, line: StatementLine, entity?: string) => string;
  readonly income: (month: string, line: StatementLine, entity?: string) => string;
  readonly flow: (month: string, line: GroupFlow["line"]) => string;
  /** The text of each movement with its amount, between opening and closing. */
  readonly roll: (of: RollForward["of"], entity: string, month: string) => readonly string[];
}

export function closedSketch(text: LedgerText): ClosedSketch {
  const { value: group, findings } = closeGroup(ledgerText(text));
  if (group === undefined) throw new Error(findings.map(({ message }) => message).join("\n"));
  const sum =
    (
      list: readonly {
        readonly month: string;
        readonly line: string;
        readonly entity: string;
        readonly amount: Rational;
      }[],
    ) =>
    (month: string, line: string, entity?: string): string =>
      format(
        list
          .filter(
            (each) => each.month === month && each.line === line && (entity === undefined || each.entity === entity),
          )
          .map(({ amount }) => amount)
          .reduce(add, ZERO),
      );
  return {
    group,
    findings,
    balance: sum(group.balances),
    income: sum(group.income),
    flow: sum(group.flows),
    roll: (of, entity, month) => {
      const found = group.rollForwards.find((each) => each.of === of && each.entity === entity && each.month === month);
      if (found === undefined) return [];
      const steps = found.movements.map((step) => `${step.text}: ${format(step.amount)}`);
      return [`opening: ${format(found.opening)}`, ...steps, `closing: ${format(found.closing)}`];
    },
  };
}
