// Brackenholt's balances before the first month, and what the acquired entity brings.

import { ENTITIES, PARENT } from "./brackenholt-plan.mjs";
import { add, dec, frac, mul, neg, round, ZERO } from "./exact.mjs";

/** In thousands of the functional currency, debit positive; retained earnings take what is missing to zero. */
const BALANCES = {
  "BH-NL": {
    1000: 34000,
    1100: 14200,
    1200: 3100.15,
    1500: 37999.97,
    1590: -16500,
    2000: -3900,
    2100: -6200.02,
    2250: -50000,
    2300: -900,
    3000: -2000,
    3100: -21000,
  },
  "BH-US": {
    1000: 9800,
    1100: 9900,
    1200: 4000,
    1500: 26000,
    1590: -11400,
    1650: 9000,
    2000: -3100,
    2100: -2700,
    2300: -600,
    3000: -18000,
  },
  "BH-JV": {
    1000: 2100,
    1100: 3300,
    1200: 900,
    1500: 7400,
    1590: -2600,
    2000: -1000,
    2100: -600,
    2300: -200,
    3000: -5000,
  },
  "BH-TR": { 1000: 31000, 1100: 72000, 1505: 98000, 2000: -14000, 2100: -16000, 2300: -5000, 3000: -24000 },
  "BH-UK": {
    1000: 1900,
    1100: 2700,
    1200: 800,
    1500: 3900,
    1590: -1700,
    2000: -500,
    2100: -700,
    2300: -200,
    3000: -2500,
  },
}; // prettier-ignore

/** Euros for one unit: when stock was paid in, and the mean of those at which earnings were made. */
const HISTORICAL = { USD: ["0.8800", "0.9150"], GBP: ["1.1200", "1.1500"], TRY: ["0.1450", undefined] };
/** What one lira was worth when the plant of the Turkish entity was bought. */
const TURKISH_PLANT = "0.0710";
const JV_SHARE = "0.60";

/** The acquired entity on the day before, at fair value, without what it sold that day and before. */
const ACQUIRED = { 1000: 1900, 1100: 2600, 1500: 3300, 1650: 6800, 2000: -500, 2100: -900, 2300: -150 };

const full = (balances) =>
  Object.entries(balances).map(([account, thousands]) => [account, frac(Math.round(thousands * 1000))]);
const total = (lines) => add(...lines.map(([, amount]) => amount));

function subsidiaryRows(entity, closing) {
  const { currency } = ENTITIES[entity];
  const [stock, earned] = HISTORICAL[currency];
  const lines = full(BALANCES[entity]);
  const retained = neg(total(lines));
  const rows = lines.map(([account, amount]) => {
    const rate = account === "3000" ? stock : currency === "TRY" && account === "1505" ? TURKISH_PLANT : undefined;
    return {
      entity,
      account,
      currency,
      amount,
      functional: amount,
      historical: rate && round(mul(amount, dec(rate)), 2),
    };
  }); // prettier-ignore
  // A highly inflationary entity has no cumulative translation of its own, so its earnings are what its other amounts leave.
  const historical =
    earned === undefined
      ? neg(add(...rows.map((row) => row.historical ?? mul(row.functional, closing(currency, "opening")))))
      : mul(retained, dec(earned));
  return [
    ...rows,
    { entity, account: "3300", currency, amount: retained, functional: retained, historical: round(historical, 2) },
  ];
}

/** Rows of opening.csv as fractions. The parent's investments are its share of the stock of its subsidiaries. */
export function openingRows(rates) {
  const rows = Object.keys(BALANCES)
    .filter((entity) => entity !== PARENT)
    .flatMap((entity) => subsidiaryRows(entity, rates.closing));
  const held = ({ entity }) => (entity === "BH-JV" ? dec(JV_SHARE) : frac(1));
  const stock = (one) =>
    neg(add(...rows.filter((row) => row.account === "3000" && one(row)).map((row) => mul(row.historical, held(row)))));
  const sold = round(
    stock(({ entity }) => entity === "BH-UK"),
    2,
  );
  const kept = round(
    stock(({ entity }) => entity !== "BH-UK"),
    2,
  );
  const own = [...full(BALANCES[PARENT]), ["1900", kept], ["1905", sold]];
  const parent = [...own, ["3300", neg(total(own))]].map(([account, amount]) => ({
    entity: PARENT,
    account,
    currency: "EUR",
    amount,
    functional: amount,
    historical: account.startsWith("3") || account.startsWith("19") ? amount : undefined,
  })); // prettier-ignore
  return { rows: [...parent, ...rows], sold };
}

export function acquiredLines() {
  const lines = full(ACQUIRED);
  return [...lines, ["3000", neg(total(lines))]];
}

export { ZERO };
