import type { SourcePlace } from "../books/books.ts";
import { comparativeCode, precedingQuarter, quarterCodes } from "../books/periods.ts";
import { CASH_FLOW_LINES, type Section, STATEMENT_LINES } from "../books/statement-line.ts";
import { type RowList, rowList } from "./statement-list.ts";
import type { TableSpec } from "./table-file.ts";
import { type ColumnsPlan, infoOf, type RowsPlan, type TableDesk } from "./table-plan.ts";

/** What the rows of a statement are chosen by: those that have an amount in any of its columns. */
interface Ask {
  readonly desk: TableDesk;
  readonly list: RowList;
  readonly periods: readonly string[];
}

/** The rows of a statement with the subtotals that releases print, in the order of the lines of the books. */
export function statementRows(desk: TableDesk, table: TableSpec, columns: ColumnsPlan): RowsPlan {
  const { statement, labels } = table.values;
  const place: SourcePlace = table.at("statement");
  const list = rowList(desk, labels, place);
  const ask: Ask = { desk, list, periods: periodsOf(columns) };
  if (statement === "income") income(ask);
  else if (statement === "balance") balance(ask);
  else cashFlow(ask);
  return list.plan();
}

/** The periods that a table shows amounts of, and those that its growth is counted from. */
export const periodsOf = ({ columns }: ColumnsPlan): readonly string[] => [
  ...new Set(
    columns.flatMap(({ kind, period }) =>
      kind === "growth" || kind === "change" ? [period, comparativeCode(period) ?? ""] : [period],
    ),
  ),
];

const hasAmount = ({ desk, periods }: Ask, measure: string): boolean =>
  periods.some((period) => {
    const value = desk.facts.fact(measure, period)?.value;
    return value !== undefined && value !== "nil" && (typeof value === "string" || value.n !== 0n);
  });

const linesOf = (ask: Ask, ...sections: readonly Section[]): readonly string[] =>
  Object.entries(STATEMENT_LINES)
    .filter(([, kind]) => sections.includes(kind.section))
    .map(([line]) => line)
    .filter((line) => hasAmount(ask, line));

const plus = (...measures: readonly string[]): readonly (readonly [string, 1 | -1])[] =>
  measures.map((measure) => [measure, 1] as const);
const minus = (...measures: readonly string[]): readonly (readonly [string, 1 | -1])[] =>
  measures.map((measure) => [measure, -1] as const);

/** A statement of income in several steps (ASC 220, S-X 5-03), then amounts per share and the shares behind them (ASC 260-10-45-2). */
function income(ask: Ask): void {
  const { list } = ask;
  const [revenue, cost] = [linesOf(ask, "revenue"), linesOf(ask, "cost-of-sales")];
  for (const line of [...revenue, ...cost]) list.line(line);
  if (cost.length > 0) list.subtotal("gross-profit", [...plus(...revenue), ...minus(...cost)]);
  const gross = cost.length > 0 ? plus("gross-profit") : plus(...revenue);
  const expenses = linesOf(ask, "operating-expense");
  if (expenses.length > 1) {
    list.section("Operating expenses");
    for (const line of expenses) list.line(line, 1);
    list.subtotal("operating-expenses", plus(...expenses), "Total operating expenses");
  } else for (const line of expenses) list.line(line);
  list.subtotal("operating-income", [
    ...gross,
    ...(expenses.length > 1 ? minus("operating-expenses") : minus(...expenses)),
  ]);
  const others = linesOf(ask, "non-operating");
  for (const line of others) list.line(line);
  if (others.length > 0)
    list.subtotal("pre-tax-income", [
      ...plus("operating-income"),
      ...others.map((line) => [line, line === "interest-expense" ? -1 : 1] as const),
    ]);
  netIncome(ask, others.length > 0 ? "pre-tax-income" : "operating-income");
  perShare(ask);
}

function netIncome(ask: Ask, before: string): void {
  const { desk, list } = ask;
  const tax = linesOf(ask, "tax");
  for (const line of tax) list.line(line);
  const kept = [...plus(before), ...minus(...tax)];
  const hasOthers = hasAmount(ask, "net-income-nci");
  const isDiscontinued = hasAmount(ask, "discontinued-operations");
  if (isDiscontinued) {
    list.subtotal("income-from-continuing-operations", kept);
    list.line("discontinued-operations");
  }
  const all = isDiscontinued ? plus("income-from-continuing-operations", "discontinued-operations") : kept;
  if (!hasOthers) {
    list.total("net-income", all);
    return;
  }
  list.subtotal("net-income-including-nci", all, "Net income");
  list.line("net-income-nci", 0, "Less: net income attributable to non-controlling interests");
  list.total(
    "net-income",
    [...plus("net-income-including-nci"), ...minus("net-income-nci")],
    `Net income attributable to ${desk.books.company.name}`,
  );
}

const KINDS = [
  ["basic", "Basic"],
  ["diluted", "Diluted"],
] as const;

function perShare(ask: Ask): void {
  const { list } = ask;
  const isSplit = hasAmount(ask, "basic-eps-discontinued");
  const has = (suffix: string): boolean => KINDS.some(([kind]) => hasAmount(ask, `${kind}-${suffix}`));
  const block = (title: string, suffix: string): void => {
    if (!has(suffix)) return;
    list.section(title);
    for (const [kind, label] of KINDS) list.line(`${kind}-${suffix}`, 1, label);
  };
  if (isSplit) {
    block("Earnings per share from continuing operations", "eps-continuing");
    block("Earnings per share from discontinued operations", "eps-discontinued");
  }
  block("Earnings per share", "eps");
  block("Weighted average shares outstanding", "shares");
}

function balance(ask: Ask): void {
  const { list } = ask;
  const within = hasAmount(ask, "balances-within-the-group") ? ["balances-within-the-group"] : [];
  const shown = (...sections: readonly Section[]): readonly string[] => {
    const lines = linesOf(ask, ...sections);
    for (const line of lines) list.line(line, 1);
    return lines;
  };
  list.section("Assets");
  list.subtotal("total-current-assets", plus(...shown("current-asset")));
  const assets = [...shown("noncurrent-asset"), ...within];
  for (const line of within) list.line(line, 1);
  list.total("total-assets", plus("total-current-assets", ...assets));
  list.section("Liabilities and equity");
  list.subtotal("total-current-liabilities", plus(...shown("current-liability")));
  list.subtotal("total-liabilities", plus("total-current-liabilities", ...shown("noncurrent-liability")));
  const equity = linesOf(ask, "equity");
  const own = equity.filter((line) => line !== "non-controlling-interests");
  for (const line of own) list.line(line, 1);
  if (equity.length > own.length) {
    list.subtotal("shareholders-equity", plus(...own));
    list.line("non-controlling-interests", 1);
    list.subtotal("total-equity", plus("shareholders-equity", "non-controlling-interests"));
  } else list.subtotal("total-equity", plus(...own), "Total shareholders' equity");
  list.total("total-liabilities-and-equity", plus("total-liabilities", "total-equity"));
}

const FLOWS = [
  ["operating", "Operating activities", "cash-from-operations"],
  ["investing", "Investing activities", "cash-from-investing"],
  ["financing", "Financing activities", "cash-from-financing"],
] as const;

/** The indirect method (ASC 230-10-45-28); cash at both ends of the period where the books hold both in every column. */
function cashFlow(ask: Ask): void {
  const { desk, list, periods } = ask;
  const totals: string[] = [];
  for (const [activity, title, total] of FLOWS) {
    const flows = Object.entries(CASH_FLOW_LINES)
      .filter(([line, of]) => of === activity && hasAmount(ask, line))
      .map(([line]) => line);
    const lines = activity === "operating" ? ["net-income-in-cash-flow", ...flows] : flows;
    if (lines.length === 0) continue;
    list.section(title);
    for (const line of lines) list.line(line, 1);
    list.subtotal(total, plus(...lines));
    totals.push(total);
  }
  if (hasAmount(ask, "exchange-effect-on-cash")) {
    list.line("exchange-effect-on-cash");
    totals.push("exchange-effect-on-cash");
  }
  list.total("change-in-cash", plus(...totals));
  const isHeld = (period: string | undefined): boolean =>
    period !== undefined && typeof (desk.facts.fact("cash", period)?.value ?? "nil") !== "string";
  if (!periods.every((period) => isHeld(period) && isHeld(periodBefore(period)))) return;
  const title = infoOf(desk, "cash")?.title ?? "Cash";
  list.row("cash", `${title} at beginning of period`, { key: "cash-at-beginning", periodFor: periodBefore });
  list.row(
    "cash",
    `${title} at end of period`,
    { key: "cash-at-end", kind: "total" },
    plus("change-in-cash", "cash-at-beginning"),
  );
}

/** The quarter that ends where a stretch begins. */
function periodBefore(period: string): string | undefined {
  const [first] = quarterCodes(period);
  return first === undefined ? undefined : precedingQuarter(first);
}
