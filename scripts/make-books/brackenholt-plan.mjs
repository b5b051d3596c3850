// Brackenholt: a group that belongs to nobody, made to be hard. What it is, and how each of its entities runs.
import { daysFrom, fiscalMonths } from "./days.mjs";

/** Two fiscal years to the Saturday nearest to 31 December: 52 weeks, and 53, the last quarter of which has 14. */
export const MONTHS = fiscalMonths("2023-12-31", [
  ["2024-Q1", "2024-01-27", "2024-02-24", "2024-03-30"],
  ["2024-Q2", "2024-04-27", "2024-05-25", "2024-06-29"],
  ["2024-Q3", "2024-07-27", "2024-08-24", "2024-09-28"],
  ["2024-Q4", "2024-10-26", "2024-11-23", "2024-12-28"],
  ["2025-Q1", "2025-01-25", "2025-02-22", "2025-03-29"],
  ["2025-Q2", "2025-04-26", "2025-05-24", "2025-06-28"],
  ["2025-Q3", "2025-07-26", "2025-08-23", "2025-09-27"],
  ["2025-Q4", "2025-10-25", "2025-11-22", "2026-01-03"],
]).map((month, at) => ({ ...month, at, weeks: daysFrom(month.start, month.end) / 7 }));

/** What the command line says of a variant: --raised DAY, --sold DAY, --inflation MONTH or never. */
const said = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

export const PARENT = "BH-NL";
export const ACQUIRED_ON = "2024-11-06";
export const DISPOSED_ON = said("sold", "2024-11-23");
export const SHARE_RAISED_ON = said("raised", "2025-03-30");
const INFLATION = said("inflation", "2024-P01");
/** The number of the month from which the Turkish economy counts as highly inflationary. */
export const INFLATED_FROM =
  INFLATION === "never" ? MONTHS.length : MONTHS.findIndex(({ month }) => month === INFLATION);

/** Units of each currency for one euro, with so many decimals. */
export const QUOTES = { USD: 6, GBP: 6, TRY: 4 };

/**
 * `sales`: division, region, thousands of the currency in four weeks, currency of the invoice where it is another. `growth`: in thousandths a month.
 * `cost`, `selling`, `research`: shares of sales. `depreciation`, `capital`: a month.
 */
export const ENTITIES = {
  "BH-NL": {
    name: "Brackenholt N.V.",
    currency: "EUR",
    country: "NL",
    region: "Europe",
    growth: 4,
    cost: "0.40",
    selling: "0.24",
    research: "0.08",
    taxRate: "0.25",
    depreciation: 210000,
    capital: 260000,
    sales: [
      ["Instruments", "Europe", 5200],
      ["Software", "Europe", 2100],
      ["Instruments", "Americas", 700, "USD"],
      ["Instruments", "Asia/Pacific", 900],
    ],
  },
  "BH-US": {
    name: "Brackenholt Inc.",
    currency: "USD",
    country: "US",
    region: "Americas",
    growth: 5,
    cost: "0.44",
    selling: "0.22",
    research: "0.06",
    taxRate: "0.24",
    depreciation: 160000,
    capital: 190000,
    sales: [
      ["Instruments", "Americas", 4300],
      ["Software", "Americas", 1900],
    ],
  },
  "BH-JV": {
    name: "Lanmere Optics LLC",
    currency: "USD",
    country: "US",
    region: "Americas",
    growth: 7,
    cost: "0.51",
    selling: "0.15",
    research: "0.04",
    taxRate: "0.24",
    depreciation: 45000,
    capital: 50000,
    sales: [
      ["Instruments", "Americas", 1500],
      ["Instruments", "Asia/Pacific", 600],
    ],
  },
  "BH-TR": {
    name: "Brackenholt Cihaz A.S.",
    currency: "TRY",
    country: "TR",
    region: "Europe",
    growth: 26,
    cost: "0.24",
    selling: "0.21",
    research: "0",
    taxRate: "0.25",
    depreciation: 900000,
    capital: 0,
    inflation: INFLATION === "never" ? undefined : INFLATION,
    sales: [["Instruments", "Europe", 46000]],
  },
  "BH-UK": {
    name: "Brackenholt Ltd",
    currency: "GBP",
    country: "GB",
    region: "Europe",
    growth: -3,
    cost: "0.30",
    selling: "0.27",
    research: "0",
    taxRate: "0.25",
    depreciation: 22000,
    capital: 15000,
    sales: [
      ["Instruments", "Europe", 1300],
      ["Software", "Europe", 400],
    ],
  },
  "BH-AQ": {
    name: "Quillan Devices Inc.",
    currency: "USD",
    country: "US",
    region: "Americas",
    growth: 9,
    cost: "0.28",
    selling: "0.31",
    research: "0.17",
    taxRate: "0.24",
    depreciation: 30000,
    capital: 35000,
    sales: [
      ["Software", "Americas", 1200],
      ["Software", "Europe", 300],
    ],
  },
}; // prettier-ignore

/** How a month lies above or below its trend, in thousandths. */
const SEASON = [-22, 4, 13, -9, 0, 21, -31, -12, 18, 6, 11, 27];

/** What a plain monthly quantity is in one month, in thousandths of four weeks of the first: weeks, trend and season. */
export const paceOf = (month, growth) =>
  BigInt(Math.round(month.weeks)) * BigInt(1000 + growth * month.at + SEASON[month.at % 12]);
export const PACE = 4000n;

/** Sales within the group, in thousands of the invoice's currency in four weeks; `unsold`: what of it lies in stock at the end of the month. */
export const GROUP_SALES = [
  { seller: "BH-US", buyer: "BH-NL", currency: "USD", amount: 900, paid: "open", unsold: "0.30", margin: "0.35" },
  { seller: "BH-NL", buyer: "BH-TR", currency: "EUR", amount: 310, paid: "open" },
  { seller: "BH-NL", buyer: "BH-UK", currency: "EUR", amount: 220, paid: "same" },
  { seller: "BH-JV", buyer: "BH-US", currency: "USD", amount: 150, paid: "same" },
];

const account = (name, line, side, monetary, flow, historicalOf) => ({
  name,
  line,
  side,
  monetary,
  flow,
  historicalOf,
});
export const ACCOUNTS = {
  1000: account("Cash", "cash", "debit", true),
  1100: account("Trade receivables", "receivables", "debit", true, "change-in-receivables"),
  1150: account("Due from entities of the group", "intercompany-receivable", "debit", true, "change-in-other"),
  1200: account("Inventories", "inventories", "debit", false, "change-in-inventories"),
  1500: account("Plant and equipment", "property-plant-equipment", "debit", false, "capital-expenditure"),
  1505: account(
    "Plant and equipment, written down directly",
    "property-plant-equipment",
    "debit",
    false,
    "depreciation-and-amortisation",
  ),
  1590: account(
    "Depreciation of plant and equipment",
    "property-plant-equipment",
    "credit",
    false,
    "depreciation-and-amortisation",
  ),
  1650: account("Intangible assets", "intangible-assets", "debit", false, "acquisitions"),
  1690: account(
    "Amortisation and impairment of intangible assets",
    "intangible-assets",
    "credit",
    false,
    "depreciation-and-amortisation",
  ),
  1900: account("Investments in subsidiaries", "investment-in-subsidiaries", "debit", false, "acquisitions"),
  1905: account("Investments in subsidiaries, disposed of", "investment-in-subsidiaries", "debit", false, "disposals"),
  1910: account(
    "Investments in subsidiaries, shares bought from others",
    "investment-in-subsidiaries",
    "debit",
    false,
    "minority-transactions",
  ),
  2000: account("Trade payables", "payables", "credit", true, "change-in-payables"),
  2050: account("Due to entities of the group", "intercompany-payable", "credit", true, "change-in-other"),
  2100: account("Accrued liabilities", "accrued-liabilities", "credit", true, "change-in-other"),
  2250: account("Convertible notes", "long-term-debt", "credit", true, "debt-issued"),
  2300: account("Income taxes payable", "income-taxes-payable", "credit", true, "change-in-taxes"),
  3000: account("Common stock", "common-stock", "credit", false, "shares-issued"),
  3100: account("Paid-in capital", "paid-in-capital", "credit", false, "shares-issued"),
  3200: account("Treasury stock", "treasury-stock", "debit", false, "shares-bought-back"),
  3300: account("Retained earnings", "retained-earnings", "credit", false, "dividends-paid"),
  3400: account("Dividends", "dividends", "debit", false, "dividends-paid"),
  4000: account("Sales", "revenue", "credit", false),
  5000: account("Cost of sales", "cost-of-sales", "debit", false),
  6000: account("Research and development", "research-and-development", "debit", false),
  6100: account("Selling, general and administrative", "selling-general-administrative", "debit", false),
  6150: account("Depreciation", "selling-general-administrative", "debit", false, undefined, "1500"),
  6155: account(
    "Depreciation, written down directly",
    "selling-general-administrative",
    "debit",
    false,
    undefined,
    "1505",
  ),
  6200: account("Amortisation of intangible assets", "amortisation-of-intangibles", "debit", false, undefined, "1650"),
  6300: account("Restructuring", "restructuring", "debit", false),
  6400: account("Impairment", "impairment", "debit", false, undefined, "1650"),
  7000: account("Dividends of subsidiaries and other income", "other-income", "credit", false),
  7100: account("Interest expense", "interest-expense", "debit", false),
  7500: account("Gain on disposal", "gain-on-disposal", "credit", false),
  8000: account("Income taxes", "income-tax", "debit", false),
}; // prettier-ignore

/** Charges that make the second quarter of 2025 a loss: month, entity, account, against, tag, amount. */
export const CHARGES = [
  ["2024-P10", "BH-US", "6300", "2100", "restructuring-us", 707500],
  ["2025-P05", "BH-NL", "6300", "2100", "restructuring-nl", 11475000],
  ["2025-P05", "BH-JV", "6300", "2100", "restructuring-jv", 800000],
  ["2025-P06", "BH-US", "6400", "1690", "impairment", 6500000],
  ["2025-P11", "BH-NL", "6300", "2100", "restructuring-nl", 664000],
];
/** What of the intangible assets that came with the acquisition is used up a month, and the tag that it has. */
export const AMORTISATION = { entity: "BH-AQ", amount: 62000, tag: "amortisation-quillan" };

/** Sales in 2024 that stood in Instruments until the divisions were cut anew: of the last quarter, of the year. */
export const MOVED = { quarter: 3100000, year: 11800000 };

export const DISPOSAL_PRICE = 15800010;
export const ACQUISITION_PRICE = 24000000;
export const RAISED_PRICE = 3600500;
/** Dividends of the venture: month, day, its own currency; each owner has its share. */
export const DIVIDEND = { month: "2025-P02", day: "2025-02-14", amount: 1000000, share: "0.60" };

export const SHARES = {
  outstanding: ["2023-12-31", 20000000],
  buyBack: ["2024-08-15", 300000, "21.40"],
  issue: ["2025-02-10", 450000, "24.60"],
  split: ["2025-10-06", 2],
  option: { name: "Options", from: "2023-12-31", shares: 900000, price: "18.00" },
  convertible: {
    name: "0.125% notes",
    from: "2023-12-31",
    shares: 1600000,
    principal: 50000000,
    interest: 62500,
    taxRate: "0.25",
  },
  // Average market prices: first day, last day, price. The split lies inside the last quarter.
  prices: [
    ["2023-12-31", "2024-03-30", "19.80"],
    ["2024-03-31", "2024-06-29", "20.90"],
    ["2024-06-30", "2024-09-28", "21.60"],
    ["2024-09-29", "2024-12-28", "23.10"],
    ["2024-12-29", "2025-03-29", "24.30"],
    ["2025-03-30", "2025-06-28", "20.40"],
    ["2025-06-29", "2025-09-27", "22.80"],
    ["2025-09-28", "2025-10-05", "23.90"],
    ["2025-10-06", "2026-01-03", "12.10"],
  ],
}; // prettier-ignore

export const monthsOf = (code) => {
  const [year, part] = [code.slice(0, 4), code.slice(5)];
  const quarters = { "6M": ["Q1", "Q2"], "9M": ["Q1", "Q2", "Q3"], FY: ["Q1", "Q2", "Q3", "Q4"] }[part] ?? [part];
  return MONTHS.filter(({ quarter }) => quarter.startsWith(year) && quarters.includes(quarter.slice(5)));
};
