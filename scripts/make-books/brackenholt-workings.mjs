// What Brackenholt's answers are worked from, apart from src/: no trial balance, no elimination entries, no roll-forward. Results are worked
// from lines with customers and others outside of the group, balances from what stands on the accounts, equity from net assets.
import { isActive } from "./brackenholt-journals.mjs";
import { acquiredLines } from "./brackenholt-opening.mjs";
import * as plan from "./brackenholt-plan.mjs";
import { acquiredNetAssets } from "./brackenholt-settings.mjs";
import { daysFrom } from "./days.mjs";
import { add, div, frac, mul, neg, ONE, round, sub, ZERO } from "./exact.mjs";

const { ENTITIES, MONTHS } = plan;
const isIncome = (account) => +account >= 4000;
export const yearOff = (month, by) => `${+month.slice(0, 4) + by}${month.slice(4)}`;
export const monthNamed = (name) => MONTHS.find(({ month }) => month === name);

/** What belongs to others in the venture at the end of a month, and over its days. */
export const outside = ({ end }) => (end >= plan.SHARE_RAISED_ON ? frac(20, 100) : frac(40, 100));
export const outsideOver = ({ start, end }) => {
  const all = daysFrom(start, end);
  const early = Math.max(0, Math.min(all, daysFrom(start, plan.SHARE_RAISED_ON) - 1));
  return frac(40 * early + 20 * (all - early), 100 * all);
};

export function workings({ ledger, opening, profits, gains, states }, rates) {
  const currencyOf = (entity) => ENTITIES[entity].currency;
  const average = (entity, month) => rates.average(currencyOf(entity), month);
  // What was sold is translated once more, at the rate of the day that it left.
  const leaving = MONTHS.find(({ end }) => end >= plan.DISPOSED_ON).month;
  const closing = (entity, month) =>
    entity === "BH-UK" && month === leaving
      ? rates.historical("GBP", plan.DISPOSED_ON)
      : rates.closing(currencyOf(entity), month);
  const isOurs = ({ entity, date }) =>
    (entity !== "BH-AQ" || date >= plan.ACQUIRED_ON) && (entity !== "BH-UK" || date <= plan.DISPOSED_ON);
  // The gain that the owner shows on the disposal names the entity that was sold, and is no dealing with it.
  const isWithin = ({ account, counterparty }) => account !== "7500" && ENTITIES[counterparty] !== undefined;
  const income = ledger.rows.filter((row) => isIncome(row.account) && isOurs(row));

  // A highly inflationary entity keeps its plant at what it came to in euros at the close before: here at the opening, in a variant later.
  // Depreciation takes the same rate, and nothing is added, so the euros fall as the liras do.
  const openingState = new Map(opening.map((row) => [`${row.entity}|${row.account}|${row.currency}`, row]));
  const isInflated = (entity, at) => currencyOf(entity) === "TRY" && at >= plan.INFLATED_FROM;
  const plant = openingState.get("BH-TR|1505|TRY");
  const plantRate =
    plan.INFLATED_FROM === 0
      ? div(plant.historical, plant.functional)
      : rates.closing("TRY", MONTHS[plan.INFLATED_FROM - 1].month);
  const inEuros = (row) => {
    const isKept = row.account === "6155" && isInflated(row.entity, monthNamed(row.period).at);
    return mul(row.functional, isKept ? plantRate : average(row.entity, row.period));
  };

  /** Lines of the income statement with others, in euros, income positive, over months that are named. */
  const earned = (months, choose) => {
    const names = new Set(months.map(({ month }) => month));
    const chosen = income.filter((row) => names.has(row.period) && !isWithin(row) && choose(row));
    return neg(add(...chosen.map(inEuros)));
  };

  // Net assets without investments: in the functional currency, and in euros.
  const ofBalances = (state, entity) =>
    [...state.values()].filter(
      (held) => held.entity === entity && +held.account < 3000 && !held.account.startsWith("19"),
    );
  const stateAt = (at) => (at < 0 ? openingState : states[at]);
  const dateOf = (at) => (at < 0 ? "opening" : MONTHS[at].month);
  const netFunctional = (entity, at) => add(...ofBalances(stateAt(at), entity).map((held) => held.functional));

  const presented = (entity, at) => {
    if (!isInflated(entity, Math.max(at, 0))) return mul(netFunctional(entity, at), closing(entity, dateOf(at)));
    const parts = ofBalances(stateAt(at), entity).map((held) =>
      mul(held.functional, held.account === "1505" ? plantRate : closing(entity, dateOf(at))),
    );
    return add(...parts);
  };

  /** Net income of an entity in a month in euros, with what is within the group and what remeasurement finds. */
  const result = (entity, { month, at }) => {
    if (isInflated(entity, at)) return sub(presented(entity, at), presented(entity, at - 1));
    const own = income.filter((row) => row.entity === entity && row.period === month);
    const booked = neg(add(...own.map((row) => row.functional)));
    return mul(add(booked, gains.get(`${entity}|${month}`) ?? ZERO), average(entity, month));
  };
  const activeIn = (month) => Object.keys(ENTITIES).filter((entity) => isActive(entity, month));

  // Profit in stock, at the rate of the month that it was sold in.
  const inStock = (at) =>
    add(
      ...profits
        .filter((row) => at >= 0 && row.period === MONTHS[at].month)
        .map((row) => mul(row.profit, rates.average(row.currency, row.soldIn))),
    );
  const stockCharge = ({ at }) => sub(inStock(at), inStock(at - 1));

  // Equity of an entity as its translation has it: paid in at historical rates, earnings as they came.
  const paidIn = (entity) =>
    neg(
      add(
        ...opening
          .filter((row) => row.entity === entity && +row.account >= 3000 && +row.account < 4000)
          .map((row) => row.historical),
      ),
    );
  const earnedUpTo = (entity, at) =>
    add(...MONTHS.filter((month) => month.at <= at && isActive(entity, month)).map((month) => result(entity, month)));
  const dividendsUpTo = (entity, at) => {
    const month = monthNamed(plan.DIVIDEND.month);
    return entity === "BH-JV" && month.at <= at ? mul(frac(plan.DIVIDEND.amount), average("BH-JV", month.month)) : ZERO;
  };
  const rateBought = rates.historical("USD", plan.ACQUIRED_ON);
  const boughtAt = round(mul(acquiredNetAssets(), rateBought), 2);
  const goodwillUnits = div(sub(frac(plan.ACQUISITION_PRICE), boughtAt), rateBought);
  const acquiredIn = MONTHS.find(({ end }) => end >= plan.ACQUIRED_ON).at;
  const soldIn = MONTHS.find(({ end }) => end >= plan.DISPOSED_ON).at;
  const goodwill = (at) => (at < acquiredIn ? ZERO : mul(goodwillUnits, closing("BH-AQ", dateOf(at))));

  /** Cumulative translation of one entity, all owners together. */
  const translation = (entity, at) => {
    if (currencyOf(entity) === "EUR" || isInflated(entity, 0)) return ZERO;
    // What had come together before the inflation stays as it was.
    if (isInflated(entity, at)) return translation(entity, plan.INFLATED_FROM - 1);
    if (entity === "BH-AQ") {
      if (at < acquiredIn) return ZERO;
      return sub(add(presented(entity, at), goodwill(at)), add(frac(plan.ACQUISITION_PRICE), earnedUpTo(entity, at)));
    }
    return sub(presented(entity, at), sub(add(paidIn(entity), earnedUpTo(entity, at)), dividendsUpTo(entity, at)));
  };

  const gainOnDisposal = add(sub(frac(plan.DISPOSAL_PRICE), presented("BH-UK", soldIn)), translation("BH-UK", soldIn));
  const ownGain = earned(MONTHS, (row) => row.account === "7500");
  const dividendTaken = neg(
    add(
      ...income
        .filter((row) => row.account === "7000")
        .map((row) => mul(row.functional, average(row.entity, row.period))),
    ),
  );

  /** The group's net income of months, that of other owners with it. */
  const netIncome = (months) =>
    add(
      ...months.map((month) => {
        const all = add(...activeIn(month).map((entity) => result(entity, month)));
        const replaced = month.at === soldIn ? sub(gainOnDisposal, ownGain) : ZERO;
        const dividend = month.month === plan.DIVIDEND.month ? dividendTaken : ZERO;
        return sub(add(all, replaced), add(stockCharge(month), dividend));
      }),
    );
  const othersIncome = (months) => add(...months.map((month) => mul(outsideOver(month), result("BH-JV", month))));

  const held = (at) =>
    Object.keys(ENTITIES).filter((entity) => isActive(entity, MONTHS[at]) && !(entity === "BH-UK" && at >= soldIn));
  const balance = (at, accounts) =>
    add(
      ...held(at).flatMap((entity) =>
        [...states[at].values()]
          .filter((one) => one.entity === entity && accounts.includes(one.account))
          .map((one) => mul(one.functional, closing(entity, dateOf(at)))),
      ),
    );
  const translationOfParent = (at) =>
    add(
      ...held(at).map((entity) =>
        mul(translation(entity, at), entity === "BH-JV" ? sub(ONE, outside(MONTHS[at])) : ONE),
      ),
    );
  const totalEquity = (at) => sub(add(...held(at).map((entity) => presented(entity, at)), goodwill(at)), inStock(at));
  const cashFrom = (months, flow) => {
    const names = new Set(months.map(({ month }) => month));
    const rows = ledger.rows.filter(
      (row) => row.account === "1000" && names.has(row.period) && isOurs(row) && row.flow === flow,
    );
    return add(...rows.map((row) => mul(row.functional, average(row.entity, row.period))));
  };
  /** Cash of the group at the end of a month; -1 is the opening. */
  const cash = (at) => {
    const there = at < 0 ? Object.keys(ENTITIES).filter((entity) => entity !== "BH-AQ") : held(at);
    return add(
      ...[...stateAt(at).values()]
        .filter((one) => one.account === "1000" && there.includes(one.entity))
        .map((one) => mul(one.functional, closing(one.entity, dateOf(at)))),
    );
  };
  // What was paid for an entity or received for it, less the cash that came or went with it.
  const dealsIn = (months) => {
    const has = (at) => months.some((month) => month.at === at);
    const came = mul(
      add(
        ...acquiredLines()
          .filter(([account]) => account === "1000")
          .map(([, amount]) => amount),
      ),
      rateBought,
    );
    const went = mul(stateAt(soldIn).get("BH-UK|1000|GBP").functional, closing("BH-UK", dateOf(soldIn)));
    return add(
      has(acquiredIn) ? sub(came, frac(plan.ACQUISITION_PRICE)) : ZERO,
      has(soldIn) ? sub(frac(plan.DISPOSAL_PRICE), went) : ZERO,
    );
  };
  const ASSETS = ["1000", "1100", "1200", "1500", "1505", "1590", "1650", "1690"];
  const totalAssets = (at) => {
    const plain = held(at).flatMap((entity) =>
      [...states[at].values()]
        .filter((one) => one.entity === entity && ASSETS.includes(one.account))
        .map((one) =>
          mul(
            one.functional,
            one.account === "1505" && isInflated(one.entity, at) ? plantRate : closing(entity, dateOf(at)),
          ),
        ),
    );
    return sub(add(...plain, goodwill(at)), inStock(at));
  };
  const capital = (months) => {
    const names = new Set(months.map(({ month }) => month));
    const rows = ledger.rows.filter(
      (row) =>
        row.account === "1500" &&
        row.functional.n > 0n &&
        names.has(row.period) &&
        isOurs(row) &&
        row.flow !== "acquired",
    );
    return add(...rows.map((row) => mul(row.functional, average(row.entity, row.period))));
  };

  return {
    cash,
    dealsIn,
    totalAssets,
    average,
    earned,
    netIncome,
    othersIncome,
    result,
    presented,
    goodwill,
    translation,
    translationOfParent,
    totalEquity,
    balance,
    inStock,
    gainOnDisposal,
    cashFrom,
    capital,
    income,
    isWithin,
    stockCharge,
    others: (at) => mul(outside(MONTHS[at]), presented("BH-JV", at)),
  };
} // prettier-ignore
