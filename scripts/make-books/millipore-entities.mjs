// The entities of the reconstruction, all of them invented, and how each runs: shares of its own sales, monthly amounts in its own currency.
import { fiscalMonths } from "./days.mjs";

/** Fiscal months of four, four and five weeks; the ends of the quarters are Millipore's. */
export const MONTHS = fiscalMonths("2006-01-01", [
  ["2006-Q1", "2006-01-28", "2006-02-25", "2006-04-01"],
  ["2006-Q2", "2006-04-29", "2006-05-27", "2006-07-01"],
  ["2006-Q3", "2006-07-29", "2006-08-26", "2006-09-30"],
  ["2006-Q4", "2006-10-28", "2006-11-25", "2006-12-31"],
  ["2007-Q1", "2007-01-27", "2007-02-24", "2007-03-31"],
  ["2007-Q2", "2007-04-28", "2007-05-26", "2007-06-30"],
  ["2007-Q3", "2007-07-28", "2007-08-25", "2007-09-29"],
]);

/** How a rate is quoted: dollars for one unit, or units for one dollar; decimals of the quote. */
export const QUOTES = {
  EUR: { per: "EUR", decimals: 6 },
  GBP: { per: "GBP", decimals: 6 },
  JPY: { per: "USD", decimals: 4 },
  CAD: { per: "USD", decimals: 6 },
  SGD: { per: "USD", decimals: 6 },
};

const entity = (name, currency, country, region, rest) => ({ name, currency, country, region, ...rest });

/**
 * `cost`, `selling`, `research`: shares of sales to customers; `costOfGroupSales`: of sales to the group; `depreciation`, `capital`: a month, in whole
 * units of the currency; `taxRate`: of the entity's own result.
 */
export const ENTITIES = {
  "MIL-US": entity("Millipore reconstruction, parent", "USD", "US", "Americas", {
    cost: "0.42",
    costOfGroupSales: "0.60",
    depreciation: 2900000,
    capital: 3300000,
  }),
  "MIL-FR": entity("Sales and membranes, France", "EUR", "FR", "Europe", {
    cost: "0.22",
    costOfGroupSales: "0.60",
    selling: "0.26",
    research: "0.03",
    taxRate: "0.3333",
    depreciation: 820000,
    capital: 700000,
  }),
  "MIL-IE": entity("Devices, Ireland", "EUR", "IE", "Europe", {
    cost: "0",
    costOfGroupSales: "0.68",
    selling: "0.03",
    research: "0.02",
    taxRate: "0.125",
    depreciation: 640000,
    capital: 900000,
  }),
  "MIL-UK": entity("Sales, United Kingdom", "GBP", "GB", "Europe", {
    cost: "0.12",
    costOfGroupSales: "0",
    selling: "0.25",
    research: "0",
    taxRate: "0.30",
    depreciation: 60000,
    capital: 45000,
  }),
  "MIL-JP": entity("Sales, Japan", "JPY", "JP", "Asia/Pacific", {
    cost: "0.10",
    costOfGroupSales: "0",
    selling: "0.29",
    research: "0.01",
    taxRate: "0.41",
    depreciation: 14000000,
    capital: 12000000,
  }),
  "MIL-SG": entity("Sales, Asia", "SGD", "SG", "Asia/Pacific", {
    cost: "0.12",
    costOfGroupSales: "0",
    selling: "0.22",
    research: "0",
    taxRate: "0.20",
    depreciation: 110000,
    capital: 130000,
  }),
  "MIL-CA": entity("Sales, Canada", "CAD", "CA", "Americas", {
    cost: "0.10",
    costOfGroupSales: "0",
    selling: "0.20",
    research: "0",
    taxRate: "0.36",
    depreciation: 50000,
    capital: 40000,
  }),
  "SRL-US": entity("Serologicals reconstruction, United States", "USD", "US", "Americas", {
    cost: "0.44",
    costOfGroupSales: "0.50",
    selling: "0.15",
    research: "0.06",
    taxRate: "0.36",
    depreciation: 900000,
    capital: 1100000,
    acquired: true,
  }),
  "SRL-UK": entity("Serologicals reconstruction, United Kingdom", "GBP", "GB", "Europe", {
    cost: "0.26",
    costOfGroupSales: "0",
    selling: "0.15",
    research: "0.03",
    taxRate: "0.30",
    depreciation: 110000,
    capital: 90000,
    acquired: true,
  }),
}; // prettier-ignore

/**
 * Who sells to a region, in thousandths: two mixes, between which the share in foreign currencies is found that makes the exchange effect what it
 * was. The parent's own share takes what rounding leaves, so that it is never zero.
 */
export const MIXES = {
  Americas: { little: { "MIL-US": 960, "MIL-CA": 40 }, much: { "MIL-US": 870, "MIL-CA": 130 } },
  Europe: {
    little: { "MIL-US": 170, "MIL-FR": 700, "MIL-UK": 130 },
    much: { "MIL-US": 20, "MIL-FR": 820, "MIL-UK": 160 },
  },
  "Asia/Pacific": {
    little: { "MIL-US": 220, "MIL-JP": 450, "MIL-SG": 190, "MIL-FR": 140 },
    much: { "MIL-US": 50, "MIL-JP": 240, "MIL-SG": 330, "MIL-FR": 380 },
  },
};

/** What the acquired business sells where, and which of its entities sells it, in hundredths. */
export const ACQUIRED_MIX = {
  Americas: { share: 62, "SRL-US": 100 },
  Europe: { share: 28, "SRL-US": 15, "SRL-UK": 85 },
  "Asia/Pacific": { share: 10, "SRL-US": 80, "SRL-UK": 20 },
};

/**
 * Sales within the group: what the buyer takes, as a share of its sales to customers, the currency of the invoice, and when it is paid: in the same
 * month, or in the next ("open" at the end of the month).
 */
export const GROUP_SALES = [
  { seller: "MIL-US", buyer: "MIL-FR", currency: "USD", share: "0.24", paid: "same" },
  { seller: "MIL-US", buyer: "MIL-JP", currency: "USD", share: "0.46", paid: "same" },
  { seller: "MIL-US", buyer: "MIL-SG", currency: "USD", share: "0.48", paid: "open" },
  { seller: "MIL-US", buyer: "MIL-CA", currency: "USD", share: "0.52", paid: "same" },
  { seller: "MIL-IE", buyer: "MIL-FR", currency: "EUR", share: "0.15", paid: "open" },
  { seller: "MIL-IE", buyer: "MIL-UK", currency: "EUR", share: "0.20", paid: "open" },
  { seller: "MIL-IE", buyer: "MIL-US", currency: "EUR", share: "0.05", paid: "same" },
  { seller: "MIL-FR", buyer: "MIL-UK", currency: "EUR", share: "0.22", paid: "same" },
  { seller: "SRL-US", buyer: "SRL-UK", currency: "USD", share: "0.24", paid: "same" },
];

const account = (name, line, side, monetary, flow) => ({ name, line, side, monetary, flow });

/** The chart of accounts: name, line of the statements, normal side, monetary or not, line of the cash flow statement. */
export const ACCOUNTS = {
  1000: account("Cash", "cash", "debit", true),
  1050: account("Short-term investments", "short-term-investments", "debit", true, "investments"),
  1100: account("Trade receivables", "receivables", "debit", true, "change-in-receivables"),
  1150: account("Due from entities of the group", "intercompany-receivable", "debit", true, "change-in-other"),
  1200: account("Inventories", "inventories", "debit", false, "change-in-inventories"),
  1300: account("Prepaid expenses", "other-current-assets", "debit", false, "change-in-other"),
  1500: account("Plant and equipment, at cost", "property-plant-equipment", "debit", false, "capital-expenditure"),
  1590: account(
    "Plant and equipment, depreciation",
    "property-plant-equipment",
    "credit",
    false,
    "depreciation-and-amortisation",
  ),
  1600: account("Goodwill", "goodwill", "debit", false, "acquisitions"),
  1650: account("Intangible assets, at cost", "intangible-assets", "debit", false, "acquisitions"),
  1690: account(
    "Intangible assets, amortisation",
    "intangible-assets",
    "credit",
    false,
    "depreciation-and-amortisation",
  ),
  1800: account("Other assets", "other-assets", "debit", false, "change-in-other"),
  1900: account("Investments in subsidiaries", "investment-in-subsidiaries", "debit", false, "acquisitions"),
  2000: account("Trade payables", "payables", "credit", true, "change-in-payables"),
  2050: account("Due to entities of the group", "intercompany-payable", "credit", true, "change-in-other"),
  2100: account("Accrued liabilities", "accrued-liabilities", "credit", true, "change-in-other"),
  2200: account("Revolving credit", "long-term-debt", "credit", true, "debt-repaid"),
  2210: account("Notes payable within a year", "short-term-debt", "credit", true, "debt-repaid"),
  2250: account("Convertible notes", "long-term-debt", "credit", true, "debt-issued"),
  2300: account("Income taxes payable", "income-taxes-payable", "credit", true, "change-in-taxes"),
  2600: account("Deferred income taxes", "deferred-tax-liabilities", "credit", true, "deferred-taxes"),
  2700: account("Environmental and other liabilities", "other-liabilities", "credit", true, "change-in-other"),
  3000: account("Common stock", "common-stock", "credit", false, "shares-issued"),
  3100: account("Paid-in capital", "paid-in-capital", "credit", false, "shares-issued"),
  3110: account("Paid-in capital from stock compensation", "paid-in-capital", "credit", false, "stock-compensation"),
  3300: account("Retained earnings", "retained-earnings", "credit", false, "dividends-paid"),
  4000: account("Sales", "revenue", "credit", false),
  5000: account("Cost of sales", "cost-of-sales", "debit", false),
  5100: account("Cost of sales, items apart", "cost-of-sales", "debit", false),
  6000: account("Research and development", "research-and-development", "debit", false),
  6100: account("Selling, general and administrative", "selling-general-administrative", "debit", false),
  6200: account("Amortisation of intangible assets", "amortisation-of-intangibles", "debit", false),
  6300: account("Restructuring", "restructuring", "debit", false),
  7000: account("Interest income", "interest-income", "credit", false),
  7100: account("Interest expense", "interest-expense", "debit", false),
  8000: account("Income taxes", "income-tax", "debit", false),
  8100: account("Deferred income taxes", "income-tax", "debit", false),
}; // prettier-ignore
