// What the reconstruction begins with: balances of 31 December 2005, and what the acquired business brings. All of it is invented.
import { add, dec, frac, mul, neg, round, ZERO } from "./exact.mjs";
import { ENTITIES } from "./millipore-entities.mjs";

/** Balances in thousands of the functional currency, debit positive; retained earnings take what is missing to zero. */
const OPENING = {
  "MIL-US": {
    1000: 186004,
    1050: 114000,
    1100: 85000,
    1200: 68000,
    1300: 21000,
    1500: 412055,
    1590: -196000,
    1600: 25000,
    1650: 30945,
    1690: -9000,
    1800: 22000,
    2000: -31000,
    2100: -58000,
    2210: -60000,
    2300: -22000,
    2600: -9000,
    2700: -41000,
    3000: -52000,
    3100: -317993,
  },
  "MIL-FR": {
    1000: 14000,
    1100: 59000,
    1200: 31000,
    1300: 3000,
    1500: 96000,
    1590: -51000,
    2000: -11000,
    2100: -21000,
    2300: -8000,
    3000: -24000,
  },
  "MIL-IE": { 1000: 9000, 1200: 16000, 1500: 88000, 1590: -32000, 2000: -6000, 2100: -5000, 2300: -1500, 3000: -30000 },
  "MIL-UK": {
    1000: 2500,
    1100: 8200,
    1200: 3100,
    1500: 5200,
    1590: -2900,
    2000: -900,
    2100: -2100,
    2300: -900,
    3000: -2000,
  },
  "MIL-JP": {
    1000: 820000,
    1100: 2450000,
    1200: 840000,
    1500: 1350000,
    1590: -720000,
    2000: -210000,
    2100: -690000,
    2300: -310000,
    3000: -600000,
  },
  "MIL-SG": {
    1000: 4100,
    1100: 23000,
    1200: 5600,
    1500: 8800,
    1590: -3900,
    2000: -2100,
    2100: -4400,
    2300: -1500,
    3000: -5000,
  },
  "MIL-CA": {
    1000: 2200,
    1100: 9100,
    1200: 2400,
    1500: 3300,
    1590: -1700,
    2000: -700,
    2100: -1500,
    2300: -800,
    3000: -3000,
  },
}; // prettier-ignore

/** Dollars for one unit when the stock of a subsidiary was paid in, and the mean of those at which its earnings were made. */
const HISTORICAL = {
  EUR: ["1.0650", "1.1420"],
  GBP: ["1.6050", "1.7010"],
  JPY: ["0.00820", "0.00890"],
  CAD: ["0.6900", "0.7600"],
  SGD: ["0.5700", "0.5850"],
};

/** Net assets of the acquired business at fair value, in thousands of its functional currency; stock is what they come to. */
const ACQUIRED = {
  "SRL-US": {
    1000: 31000,
    1100: 33000,
    1200: 78000,
    1300: 5000,
    1500: 88000,
    1650: 452000,
    1800: 6000,
    2000: -9000,
    2100: -21000,
    2300: -6000,
    2600: -151000,
    2700: -8000,
  },
  "SRL-UK": {
    1000: 3100,
    1100: 6900,
    1200: 7100,
    1500: 9400,
    1650: 38000,
    2000: -1200,
    2100: -2300,
    2300: -900,
    2600: -11200,
  },
}; // prettier-ignore

/** What was paid, in thousands of dollars. */
export const CONSIDERATION = { "SRL-US": 1296000, "SRL-UK": 138000 };

const full = (balances) => Object.entries(balances).map(([account, thousands]) => [account, frac(thousands * 1000)]);
const total = (lines) => add(...lines.map(([, amount]) => amount));

/** Rows of opening.csv as fractions; the parent's investments are the stock of its subsidiaries at its historical rates. */
export function openingRows() {
  const rows = [];
  let invested = ZERO;
  for (const [entity, balances] of Object.entries(OPENING)) {
    if (entity === "MIL-US") continue;
    const { currency } = ENTITIES[entity];
    const [stock, earnings] = HISTORICAL[currency].map(dec);
    const lines = full(balances);
    const retained = neg(total(lines));
    for (const [account, amount] of lines) {
      const historical = account === "3000" ? round(mul(amount, stock), 2) : undefined;
      if (historical !== undefined) invested = add(invested, neg(historical));
      rows.push({ entity, account, currency, amount, functional: amount, historical });
    }
    rows.push({
      entity,
      account: "3300",
      currency,
      amount: retained,
      functional: retained,
      historical: round(mul(retained, earnings), 2),
    });
  }
  const parent = [...full(OPENING["MIL-US"]), ["1900", invested]];
  const own = [...parent, ["3300", neg(total(parent))]].map(([account, amount]) => {
    const equity = account.startsWith("3") || account === "1900";
    return {
      entity: "MIL-US",
      account,
      currency: "USD",
      amount,
      functional: amount,
      historical: equity ? amount : undefined,
    };
  });
  return [...own, ...rows];
}

/** The acquired entity's balances at the closing, with its stock, and its net assets. */
export function acquiredBalances(entity) {
  const lines = full(ACQUIRED[entity]);
  const netAssets = total(lines);
  return { lines: [...lines, ["3000", neg(netAssets)]], netAssets };
}
