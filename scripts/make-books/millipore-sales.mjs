// Revenue by month, entity, division and region, such that the group's figures and the growth that comes from exchange rates are as printed.
import { add, dec, div, frac, mul, nearest, ONE, round, sub, ZERO } from "./exact.mjs";
import { ACQUIRED_MIX, ENTITIES, MIXES, MONTHS } from "./millipore-entities.mjs";
import { ACQUIRED, EXCHANGE, MONTH_WEIGHTS, QUARTERS, REVENUE } from "./millipore-targets.mjs";

/** The months of a quarter. */
export const monthsOf = (quarter) => MONTHS.filter((month) => month.quarter === quarter);
const yearBefore = (month) => `${+month.slice(0, 4) - 1}${month.slice(4)}`;

/** `thousands` of a quarter split over its months by `weights`, in whole dollars; the last month takes what rounding leaves. */
export function split(thousands, weights) {
  const all = BigInt(thousands) * 1000n;
  const total = BigInt(weights.reduce((a, b) => a + b, 0));
  const first = weights.slice(0, -1).map((weight) => nearest(frac(all * BigInt(weight), total)));
  return [...first, all - first.reduce((a, b) => a + b, 0n)].map((dollars) => frac(dollars));
}

/** A target of the quarter that a month lies in, for that month. */
export const ofMonth = (month, byQuarter, weights) =>
  split(byQuarter[month.quarter], weights)[monthsOf(month.quarter).indexOf(month)];

const DIVISIONS = ["Bioprocess", "Bioscience"];
const REGIONS = ["Americas", "Europe", "Asia/Pacific"];
export const CELLS = DIVISIONS.flatMap((division) => REGIONS.map((region) => ({ division, region })));

/** What of a cell's revenue the acquired business sells in a month, in whole dollars. */
function acquiredIn({ division, region }, month) {
  const weights = MONTH_WEIGHTS.acquired[month.quarter] ?? MONTH_WEIGHTS.acquired.other;
  const all = ofMonth(month, ACQUIRED[division], weights);
  return round(mul(all, frac(ACQUIRED_MIX[region].share, 100)), 0);
}

const revenueIn = ({ division, region }, month) =>
  ofMonth(month, REVENUE[`${division}|${region}`], MONTH_WEIGHTS.revenue);
const baseIn = (cell, month) => sub(revenueIn(cell, month), acquiredIn(cell, month));

/** The half-year or quarter over which one mix is used; quarters of 2006 use that of the year after. */
const stretchOf = (quarter) => (quarter.endsWith("Q4") ? undefined : quarter.endsWith("Q3") ? "2007-Q3" : "2007-H1");

/** How an entity's currency has moved over the year, as a share of the amount at the present rate. */
const moved = (rates, entity, month) => {
  const { currency } = ENTITIES[entity];
  if (currency === "USD") return ZERO;
  return sub(ONE, div(rates.average(currency, yearBefore(month.month)), rates.average(currency, month.month)));
};

/** The growth from exchange rates of a division over months, were all its sales made in the mix `which`. */
const exchangeOf = (rates, division, months, which) =>
  add(
    ...REGIONS.flatMap((region) =>
      months.flatMap((month) =>
        Object.entries(MIXES[region][which]).map(([entity, share]) =>
          mul(baseIn({ division, region }, month), frac(share, 1000), moved(rates, entity, month)),
        ),
      ),
    ),
  );

/** The same of the acquired business, which is in the target of a quarter whose base has it. */
const acquiredExchange = (rates, division, months) =>
  add(
    ...REGIONS.flatMap((region) =>
      months.map((month) =>
        mul(
          acquiredIn({ division, region }, month),
          frac(ACQUIRED_MIX[region]["SRL-UK"] ?? 0, 100),
          moved(rates, "SRL-UK", month),
        ),
      ),
    ),
  );

/** How far each division lies between the mix with little and with much in foreign currencies, to four decimals. */
export function mixesFor(rates) {
  const found = {};
  for (const division of DIVISIONS)
    for (const stretch of ["2007-H1", "2007-Q3"]) {
      const quarters = stretch === "2007-H1" ? ["2007-Q1", "2007-Q2"] : ["2007-Q3"];
      const months = quarters.flatMap(monthsOf);
      const there = stretch === "2007-Q3" ? acquiredExchange(rates, division, months) : ZERO;
      const wanted = sub(frac(EXCHANGE[division][stretch] * 1000), there);
      const [low, high] = ["little", "much"].map((which) => exchangeOf(rates, division, months, which));
      const at = round(div(sub(wanted, low), sub(high, low)), 4);
      if (at.n < 0n || at.n > at.d)
        throw new Error(`${division} ${stretch}: no mix gives the exchange effect (${at.n}/${at.d})`);
      found[`${division}|${stretch}`] = at;
    }
  return found;
}

/**
 * What each entity but the parent sells of a cell in a month, in dollars before rounding to its own currency. The parent sells the rest.
 */
export function salesOf(mixes, cell, month) {
  const stretch = stretchOf(month.quarter);
  const at = stretch === undefined ? dec("0.5") : mixes[`${cell.division}|${stretch}`];
  const { little, much } = MIXES[cell.region];
  const base = baseIn(cell, month);
  const sold = {};
  for (const entity of Object.keys(ENTITIES)) {
    if (entity === "MIL-US") continue;
    const share = add(mul(frac(little[entity] ?? 0), sub(ONE, at)), mul(frac(much[entity] ?? 0), at));
    const own = mul(base, share, frac(1, 1000));
    const bought = mul(acquiredIn(cell, month), frac(ACQUIRED_MIX[cell.region][entity] ?? 0, 100));
    const all = add(own, bought);
    if (all.n > 0n) sold[entity] = all;
  }
  return { sold, all: revenueIn(cell, month) };
}

export { QUARTERS };
