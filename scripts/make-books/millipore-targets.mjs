// What the reconstruction of Millipore's third quarter of 2007 must come to, in $ thousands unless a line says otherwise.
//
// Millipore printed rounded figures; the thousands behind them are ours, chosen so that every printed figure of three releases comes out
// (domain.md 7.2, 7.3). Quarters of 2006 other than the third, costs, and all items between GAAP and non-GAAP are inventions.

export const QUARTERS = ["2006-Q1", "2006-Q2", "2006-Q3", "2006-Q4", "2007-Q1", "2007-Q2", "2007-Q3"];

const byQuarter = (...values) => Object.fromEntries(QUARTERS.map((quarter, k) => [quarter, values[k]]));

/** Revenue from customers by division and region of destination. */
export const REVENUE = {
  "Bioprocess|Americas": byQuarter(70100, 72000, 88000, 91000, 90470, 99930, 79600),
  "Bioprocess|Europe": byQuarter(66500, 66600, 76500, 92500, 87700, 90100, 94300),
  "Bioprocess|Asia/Pacific": byQuarter(27300, 28110, 30380, 36200, 36120, 36780, 36605),
  "Bioscience|Americas": byQuarter(43500, 44420, 63480, 74200, 72270, 70660, 71780),
  "Bioscience|Europe": byQuarter(43600, 43790, 50320, 61900, 58695, 59290, 63100),
  "Bioscience|Asia/Pacific": byQuarter(17900, 18400, 21390, 27300, 26705, 26405, 25825),
};

/** What of it the acquired business sold; the third quarter of 2006 counts from the closing day. */
export const ACQUIRED = {
  Bioprocess: byQuarter(0, 0, 25000, 27500, 28900, 29400, 29300),
  Bioscience: byQuarter(0, 0, 35000, 38700, 40900, 41700, 42500),
};

/** The growth of revenue that comes from exchange rates, at the rates of the month a year before; of the first half without the acquired business. */
export const EXCHANGE = {
  Bioprocess: { "2007-H1": 12300, "2007-Q3": 8200 },
  Bioscience: { "2007-H1": 8700, "2007-Q3": 5300 },
};

/** Net income as GAAP has it, and before the items of the definition of 2007. */
export const NET_INCOME = byQuarter(33350, 30350, 14800, 18500, 26680, 28380, 36270);
export const NON_GAAP_NET_INCOME = byQuarter(38300, 36700, 35700, 46200, 40500, 44400, 45700);
/** Operating income before the items of the definition of 2007. */
export const NON_GAAP_OPERATING_INCOME = byQuarter(50000, 49300, 61400, 77100, 70540, 75220, 76475);
/** Cash flow from operations. */
export const OPERATING_CASH = byQuarter(30000, 45000, 56100, 58000, 28000, 52000, 95100);

export const INTEREST_INCOME = byQuarter(2100, 2600, 1300, 900, 800, 900, 1000);
export const INTEREST_EXPENSE = byQuarter(1600, 3600, 14800, 17000, 17700, 17700, 17300);

/**
 * The adjustments: the entity that books each, its account, the account that stands against it, before tax. What is left to net income is the change
 * in tax accruals, a discrete item.
 */
export const ITEMS = [
  {
    tag: "amortisation-us",
    entity: "SRL-US",
    account: "6200",
    against: "1690",
    taxRate: "0.35",
    amounts: byQuarter(0, 0, 8300, 9400, 9700, 9800, 9600),
  },
  {
    tag: "amortisation-us",
    entity: "MIL-US",
    account: "6200",
    against: "1690",
    taxRate: "0.35",
    amounts: byQuarter(2100, 2100, 1900, 1900, 1900, 1900, 1900),
  },
  {
    tag: "amortisation-uk",
    entity: "SRL-UK",
    account: "6200",
    against: "1690",
    taxRate: "0.30",
    amounts: byQuarter(0, 0, 1300, 1500, 1550, 1580, 1600),
  },
  {
    tag: "step-up-us",
    entity: "SRL-US",
    account: "5100",
    against: "1200",
    taxRate: "0.35",
    amounts: byQuarter(0, 0, 9500, 11800, 2600, 0, 0),
  },
  {
    tag: "step-up-uk",
    entity: "SRL-UK",
    account: "5100",
    against: "1200",
    taxRate: "0.30",
    amounts: byQuarter(0, 0, 900, 1300, 300, 0, 0),
  },
  {
    tag: "consolidation-us",
    entity: "MIL-US",
    account: "5100",
    against: "2100",
    taxRate: "0.35",
    amounts: byQuarter(1600, 1500, 900, 1100, 900, 1000, 700),
  },
  {
    tag: "consolidation-fr",
    entity: "MIL-FR",
    account: "6300",
    against: "2100",
    taxRate: "0.3333",
    amounts: byQuarter(1868, 1700, 1532, 2400, 1500, 2200, 1200),
  },
  {
    tag: "integration",
    entity: "MIL-US",
    account: "6100",
    against: "2100",
    taxRate: "0.35",
    amounts: byQuarter(0, 900, 4800, 7100, 3900, 5600, 1800),
  },
  {
    tag: "restructuring-srl",
    entity: "SRL-US",
    account: "6300",
    against: "2100",
    taxRate: "0.35",
    amounts: byQuarter(0, 0, 1200, 3000, 600, 1900, 300),
  },
  {
    tag: "environmental",
    entity: "MIL-US",
    account: "6100",
    against: "2700",
    taxRate: "0.35",
    amounts: byQuarter(0, 0, 0, 1900, 0, 1300, 0),
  },
  {
    tag: "bridge-fees",
    entity: "MIL-US",
    account: "7100",
    against: "1000",
    taxRate: "0.35",
    amounts: byQuarter(0, 1800, 1400, 0, 0, 0, 0),
  },
]; // prettier-ignore

/** Stock compensation before tax at 35 %: out of the definition of 2006, in that of 2007. */
export const STOCK_COMPENSATION = byQuarter(2308, 3385, 2154, 3100, 3900, 4200, 4400);

/**
 * What the parent books once more, debits above zero, so that statements in tenths of millions foot on their printed digits: goods that it
 * bears itself (less is then left for selling), and amounts that belong in another line of the balance sheet. By month and account.
 */
export const PARENT_GOODS = { "2006-P05": 10, "2007-P02": 60 };
export const PARENT_MOVES = {
  "2006-P09": { 2300: -15, 2100: 15 },
  "2006-P12": { 1100: -3, 1300: 3 },
  "2007-P09": { 1100: 10, 1300: -10, 1800: 20, 2700: -20, 2000: 7, 2300: 12, 2100: -19 },
};

/** What of a quarter falls into each of its three months, in hundredths; the last month takes what rounding leaves. */
export const MONTH_WEIGHTS = {
  revenue: [30, 31, 39],
  acquired: { "2006-Q3": [28, 31, 41], other: [31, 31, 38] },
  result: [28, 32, 40],
  even: [31, 31, 38],
};

/** The day on which the acquired business was bought: invented, the figures of three releases want it in the first days of the quarter. */
export const CLOSING_DAY = "2006-07-05";
