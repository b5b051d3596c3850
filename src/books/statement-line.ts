/** Which statement a line stands in, and how its amounts are translated. */
export type Statement = "income" | "balance";

/**
 * How a line comes into the presentation currency (ASC 830-30-45): income at the average rate of its month; assets and liabilities at the closing
 * rate; paid-in equity at historical rates; retained earnings as they roll.
 */
export type Translation = "average" | "closing" | "historical" | "roll";

export interface LineKind {
  readonly statement: Statement;
  readonly section: Section;
  readonly title: string;
  readonly translation: Translation;
}

export type Section =
  | "revenue"
  | "cost-of-sales"
  | "operating-expense"
  | "non-operating"
  | "tax"
  | "discontinued"
  | "current-asset"
  | "noncurrent-asset"
  | "current-liability"
  | "noncurrent-liability"
  | "equity"
  | "intercompany";

/** Every line that an account can stand in, in the order of the statements: statement, section, title, translation. */
const LINES = {
  revenue: ["income", "revenue", "Revenue", "average"],
  "cost-of-sales": ["income", "cost-of-sales", "Cost of sales", "average"],
  "research-and-development": ["income", "operating-expense", "Research and development", "average"],
  "selling-general-administrative": ["income", "operating-expense", "Selling, general and administrative", "average"],
  "amortisation-of-intangibles": ["income", "operating-expense", "Amortisation of intangible assets", "average"],
  restructuring: ["income", "operating-expense", "Restructuring", "average"],
  impairment: ["income", "operating-expense", "Impairment", "average"],
  "in-process-research": ["income", "operating-expense", "Purchased in-process research", "average"],
  "other-operating": ["income", "operating-expense", "Other operating expense", "average"],
  "interest-income": ["income", "non-operating", "Interest income", "average"],
  "interest-expense": ["income", "non-operating", "Interest expense", "average"],
  "other-income": ["income", "non-operating", "Other income, net", "average"],
  remeasurement: ["income", "non-operating", "Gains and losses from remeasurement", "average"],
  "gain-on-disposal": ["income", "non-operating", "Gain on disposal of a business", "average"],
  "income-tax": ["income", "tax", "Provision for income taxes", "average"],
  "discontinued-operations": ["income", "discontinued", "Discontinued operations, net of tax", "average"],
  cash: ["balance", "current-asset", "Cash and cash equivalents", "closing"],
  "short-term-investments": ["balance", "current-asset", "Short-term investments", "closing"],
  receivables: ["balance", "current-asset", "Accounts receivable", "closing"],
  inventories: ["balance", "current-asset", "Inventories", "closing"],
  "other-current-assets": ["balance", "current-asset", "Other current assets", "closing"],
  "property-plant-equipment": ["balance", "noncurrent-asset", "Property, plant and equipment", "closing"],
  goodwill: ["balance", "noncurrent-asset", "Goodwill", "closing"],
  "intangible-assets": ["balance", "noncurrent-asset", "Intangible assets", "closing"],
  "deferred-tax-assets": ["balance", "noncurrent-asset", "Deferred income taxes", "closing"],
  "other-assets": ["balance", "noncurrent-asset", "Other assets", "closing"],
  "short-term-debt": ["balance", "current-liability", "Short-term debt", "closing"],
  payables: ["balance", "current-liability", "Accounts payable", "closing"],
  "accrued-liabilities": ["balance", "current-liability", "Accrued liabilities", "closing"],
  "income-taxes-payable": ["balance", "current-liability", "Income taxes payable", "closing"],
  "deferred-revenue": ["balance", "current-liability", "Deferred revenue", "closing"],
  "long-term-debt": ["balance", "noncurrent-liability", "Long-term debt", "closing"],
  "deferred-tax-liabilities": ["balance", "noncurrent-liability", "Deferred income taxes", "closing"],
  "other-liabilities": ["balance", "noncurrent-liability", "Other liabilities", "closing"],
  "common-stock": ["balance", "equity", "Common stock", "historical"],
  "paid-in-capital": ["balance", "equity", "Additional paid-in capital", "historical"],
  "treasury-stock": ["balance", "equity", "Treasury stock", "historical"],
  dividends: ["balance", "equity", "Dividends", "historical"],
  "retained-earnings": ["balance", "equity", "Retained earnings", "roll"],
  "translation-adjustment": ["balance", "equity", "Cumulative translation adjustment", "roll"],
  "non-controlling-interests": ["balance", "equity", "Non-controlling interests", "roll"],
  "intercompany-receivable": ["balance", "intercompany", "Due from entities of the group", "closing"],
  "intercompany-payable": ["balance", "intercompany", "Due to entities of the group", "closing"],
  "investment-in-subsidiaries": ["balance", "intercompany", "Investments in subsidiaries", "historical"],
} as const;

export type StatementLine = keyof typeof LINES;

export const STATEMENT_LINES: Readonly<Record<StatementLine, LineKind>> = Object.fromEntries(
  Object.entries(LINES).map(([line, [statement, section, title, translation]]) => [
    line,
    { statement, section, title, translation },
  ]),
) as Readonly<Record<StatementLine, LineKind>>;

export const isStatementLine = (text: string): text is StatementLine => Object.hasOwn(LINES, text);

/** The lines of the cash flow statement (indirect) that a movement of a balance can stand in (ASC 230). */
const CASH_FLOW = {
  "depreciation-and-amortisation": "operating",
  "stock-compensation": "operating",
  "deferred-taxes": "operating",
  "other-non-cash": "operating",
  "change-in-receivables": "operating",
  "change-in-inventories": "operating",
  "change-in-payables": "operating",
  "change-in-other": "operating",
  "change-in-taxes": "operating",
  "capital-expenditure": "investing",
  acquisitions: "investing",
  disposals: "investing",
  investments: "investing",
  "debt-issued": "financing",
  "debt-repaid": "financing",
  "shares-issued": "financing",
  "shares-bought-back": "financing",
  "dividends-paid": "financing",
  "minority-transactions": "financing",
} as const;

export type CashFlowLine = keyof typeof CASH_FLOW;
export const CASH_FLOW_LINES: Readonly<Record<CashFlowLine, "operating" | "investing" | "financing">> = CASH_FLOW;
export const isCashFlowLine = (text: string): text is CashFlowLine => Object.hasOwn(CASH_FLOW, text);
