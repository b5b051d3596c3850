import { type Family, isOwnFamily, type KnownFamily } from "./family.ts";

export interface Comparable {
  readonly family: Family;
  /** Other measures of the standards that a reader may hold it against as well. */
  readonly also?: readonly Family[];
  readonly words: string;
}

const NET_INCOME: Comparable = { family: "net-income", words: "net income" };
const NET_MARGIN: Comparable = { family: "net-margin", words: "net income margin" };
const EPS: Comparable = { family: "eps", words: "earnings per share" };
const CASH: Comparable = { family: "operating-cash-flow", words: "cash from operating activities" };
const COST_OF_SALES: Comparable = { family: "cost-of-sales", words: "cost of sales" };
const same = (family: Family, words: string): Comparable => ({ family, words });

const COMPARABLE: Readonly<Record<KnownFamily, Comparable>> = {
  revenue: same("revenue", "revenue as reported"),
  "gross-profit": same("gross-profit", "gross profit"),
  "gross-margin": same("gross-margin", "gross margin"),
  contribution: same("gross-profit", "gross profit"),
  "contribution-margin": same("gross-margin", "gross margin"),
  "cost-of-sales": COST_OF_SALES,
  "unit-cost": COST_OF_SALES,
  "charter-rate": same("revenue", "revenue as reported"),
  "net-interest-income": same("net-interest-income", "net interest income"),
  "net-interest-margin": same("net-interest-margin", "net interest margin"),
  "net-investment-income": same("net-investment-income", "net investment income"),
  "net-investment-income-per-share": same("net-investment-income-per-share", "net investment income per share"),
  "seat-mile-cost": same("seat-mile-cost", "the cost per available seat mile"),
  "selling-and-administrative": same("selling-and-administrative", "selling, general and administrative expenses"),
  "sales-and-marketing": same("sales-and-marketing", "sales and marketing expenses"),
  "research-and-development": same("research-and-development", "research and development expenses"),
  "operating-expenses": same("operating-expenses", "operating expenses"),
  "operating-income": same("operating-income", "operating income"),
  "operating-margin": same("operating-margin", "operating margin"),
  "other-income": same("other-income", "other income and expense"),
  "pre-tax-income": same("pre-tax-income", "income before tax"),
  // What a bank earns before it provides for losses is held against what it earns, before tax or after it.
  "pre-provision": { ...NET_INCOME, also: ["pre-tax-income"] },
  "pre-tax-margin": same("pre-tax-margin", "the margin of income before tax"),
  "tax-rate": same("tax-rate", "the tax rate"),
  "net-income": NET_INCOME,
  "net-margin": NET_MARGIN,
  eps: EPS,
  ebit: { ...NET_INCOME, also: ["operating-income"] },
  "ebit-margin": { ...NET_MARGIN, also: ["operating-margin"] },
  ebitda: NET_INCOME,
  "ebitda-margin": NET_MARGIN,
  "ebitda-per-share": EPS,
  "operating-cash-flow": CASH,
  "operating-cash-flow-margin": {
    family: "operating-cash-flow-margin",
    words: "the margin of cash from operating activities",
  },
  "own-cash-flow": CASH,
  "free-cash-flow": CASH,
  "free-cash-flow-margin": {
    family: "operating-cash-flow-margin",
    words: "the margin of cash from operating activities",
  },
  "free-cash-flow-conversion": {
    family: "operating-cash-flow-margin",
    words: "the ratio of cash from operating activities to net income",
  },
  "free-cash-flow-per-share": CASH,
  ffo: { ...NET_INCOME, also: ["eps"] },
  "ffo-per-share": EPS,
  "ffo-payout": { family: "ffo-payout", words: "the payout ratio of net income" },
  noi: { ...NET_INCOME, also: ["operating-income"] },
  "distributable-earnings": { ...NET_INCOME, also: ["eps"] },
  "distributable-earnings-per-share": EPS,
  "distributable-margin": { ...NET_MARGIN, also: ["pre-tax-margin", "operating-margin"] },
  debt: same("debt", "total debt"),
  "net-debt": same("debt", "total debt"),
  "debt-ratio": same("debt-ratio", "the ratio of total debt"),
  "debt-to-assets": same("debt-to-assets", "debt to total assets"),
  leverage: { family: "debt-ratio", words: "the ratio of total debt to net income" },
  equity: same("equity", "total equity"),
  "book-value-per-share": same("book-value-per-share", "book value per share"),
  "tangible-book-value-per-share": same("book-value-per-share", "book value per share"),
  "equity-ratio": same("equity-ratio", "the ratio of equity to assets"),
  "tangible-equity-ratio": same("equity-ratio", "the ratio of equity to assets"),
  "return-on-assets": same("return-on-assets", "return on assets"),
  "return-on-capital": {
    family: "return-on-equity",
    also: ["return-on-assets"],
    words: "a return computed from net income",
  },
  "return-on-tangible-equity": same("return-on-equity", "return on equity"),
  "return-on-equity": same("return-on-equity", "return on equity"),
  "selling-and-administrative-rate": same(
    "selling-and-administrative-rate",
    "selling, general and administrative expenses as a part of revenue",
  ),
  "sales-and-marketing-rate": same("sales-and-marketing-rate", "sales and marketing expenses as a part of revenue"),
  "research-and-development-rate": same(
    "research-and-development-rate",
    "research and development expenses as a part of revenue",
  ),
  "operating-expenses-rate": same("operating-expenses-rate", "operating expenses as a part of revenue"),
  "cost-of-sales-rate": same("cost-of-sales-rate", "cost of sales as a part of revenue"),
  "expense-ratio": same("expense-ratio", "the expense ratio"),
  "efficiency-ratio": same("efficiency-ratio", "the efficiency ratio"),
  "operating-ratio": same("operating-ratio", "the operating ratio"),
  "combined-ratio": same("combined-ratio", "the combined ratio"),
  "loss-ratio": same("loss-ratio", "the loss ratio"),
  "reserves-value": same("reserves-value", "the standardized measure of discounted future net cash flows"),
  "noninterest-expense": same("noninterest-expense", "noninterest expense"),
  "noninterest-income": same("noninterest-income", "noninterest income"),
};

/** The measure of the accounting standards that a reader compares one of the company's own with, in words. */
export const comparableTo = (family: Family): Comparable =>
  isOwnFamily(family) ? same(family, family.slice("own ".length)) : COMPARABLE[family];

/** Whether a measure of the standards is one that a reader holds one of the company's own against. */
export function isComparable(own: Family, gaap: Family): boolean {
  const { family, also } = comparableTo(own);
  return family === gaap || (also?.includes(gaap) ?? false);
}
