// The right answers to Brackenholt, worked apart from src/: no trial balance, no elimination entries, no roll-forward. Results are worked from
// lines with customers and others outside of the group, balances from what stands on the accounts, equity from net assets.

import { isActive } from "./brackenholt-journals.mjs";
import { acquiredLines } from "./brackenholt-opening.mjs";
import * as plan from "./brackenholt-plan.mjs";
import { acquiredNetAssets } from "./brackenholt-settings.mjs";
import { add, cmp, div, frac, mul, neg, ONE, round, sub, ZERO } from "./exact.mjs";

const { ACCOUNTS, ENTITIES, MONTHS, PARENT } = plan;
const isIncome = (account) => +account >= 4000;
const yearOff = (month, by) => `${+month.slice(0, 4) + by}${month.slice(4)}`;
const monthNamed = (name) => MONTHS.find(({ month }) => month === name);

/** What belongs to others in the venture. */
const outside = ({ start }) => (start >= plan.SHARE_RAISED_ON ? frac(20, 100) : frac(40, 100));

export function workings({ ledger, opening, profits, gains, states }, rates) {
  const currencyOf = (entity) => ENTITIES[entity].currency;
  const average = (entity, month) => rates.average(currencyOf(entity), month);
  const closing = (entity, month) => rates.closing(currencyOf(entity), month);
  const isOurs = ({ entity, date }) =>
    (entity !== "BH-AQ" || date >= plan.ACQUIRED_ON) && (entity !== "BH-UK" || date <= plan.DISPOSED_ON);
  // The gain that the owner shows on the disposal names the entity that was sold, and is no dealing with it.
  const isWithin = ({ account, counterparty }) => account !== "7500" && ENTITIES[counterparty] !== undefined;
  const income = ledger.rows.filter((row) => isIncome(row.account) && isOurs(row));

  // Turkey keeps its plant at the euros that it cost; depreciation takes the same rate, and nothing is added, so its euros fall as its liras do.
  const openingState = new Map(opening.map((row) => [`${row.entity}|${row.account}|${row.currency}`, row]));
  const plant = openingState.get("BH-TR|1505|TRY");
  const plantRate = div(plant.historical, plant.functional);
  const inEuros = (row) =>
    mul(row.functional, row.entity === "BH-TR" && row.account === "6155" ? plantRate : average(row.entity, row.period));

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
    if (currencyOf(entity) !== "TRY") return mul(netFunctional(entity, at), closing(entity, dateOf(at)));
    const parts = ofBalances(stateAt(at), entity).map((held) =>
      mul(held.functional, held.account === "1505" ? plantRate : closing(entity, dateOf(at))),
    );
    return add(...parts);
  };

  /** Net income of an entity in a month in euros, with what is within the group and what remeasurement finds. */
  const result = (entity, { month, at }) => {
    if (currencyOf(entity) === "TRY") return sub(presented(entity, at), presented(entity, at - 1));
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
    if (["EUR", "TRY"].includes(currencyOf(entity))) return ZERO;
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
  const othersIncome = (months) => add(...months.map((month) => mul(outside(month), result("BH-JV", month))));

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
        .map((one) => mul(one.functional, one.account === "1505" ? plantRate : closing(entity, dateOf(at)))),
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

/** Revenue at the rates of the same month of the year that lies `by` years off. */
const atOther = (w, rates, months, by, choose) => {
  const names = new Set(months.map(({ month }) => month));
  const rows = w.income.filter(
    (row) => names.has(row.period) && row.account === "4000" && !w.isWithin(row) && choose(row),
  );
  return add(
    ...rows.map((row) =>
      neg(mul(row.functional, rates.average(ENTITIES[row.entity].currency, yearOff(row.period, by)))),
    ),
  );
};

/** What of the acquired entity's revenue lies on days of the period that have no counterpart in the base. */
function acquiredWithout(w, months, choose) {
  const days = (from, to) => BigInt(Math.round((Date.parse(to) - Date.parse(from)) / 86400000));
  return add(
    ...months.map((month) => {
      const before = monthNamed(yearOff(month.month, -1));
      const length = days(month.start, month.end) + 1n;
      const missing = days(before.start, plan.ACQUIRED_ON);
      const out = missing <= 0n ? 0n : missing > length ? length : missing;
      return mul(
        w.earned([month], (row) => row.entity === "BH-AQ" && row.account === "4000" && choose(row)),
        frac(out, length),
      );
    }),
  );
}

/** Comparable revenue and its base under the other strategies that the two deals tell apart (MEA-30); the base at current rates. */
function otherStrategies(w, rates, { months, base, choose, now, currentRates, divested }) {
  const isAcquired = (row) => row.entity === "BH-AQ" && choose(row);
  const whole = w.earned(months, (row) => row.account === "4000" && isAcquired(row));
  const wholeBase = sub(currentRates, add(divested, atOther(w, rates, base, 1, isAcquired)));
  const anniversary = `${+plan.ACQUIRED_ON.slice(0, 4) + 1}${plan.ACQUIRED_ON.slice(4)}`;
  const before = months.map((month) => {
    const length = Date.parse(month.end) - Date.parse(month.start) + 86400000;
    const out = Math.max(0, Math.min(length, Date.parse(anniversary) - Date.parse(month.start)));
    const sales = w.earned([month], (row) => row.account === "4000" && isAcquired(row));
    return mul(sales, frac(Math.round(out / 86400000), Math.round(length / 86400000)));
  });
  return {
    "all-deals": [sub(now, whole), wholeBase],
    "whole-quarter": [sub(now, whole), wholeBase],
    "twelve-months": [sub(now, add(...before)), sub(currentRates, divested)],
  };
}

const MEMBERS = [
  ["", () => true],
  ["division=Instruments", (row) => row.division === "Instruments"],
  ["division=Software", (row) => row.division === "Software"],
  ["region=Americas", (row) => row.region === "Americas"],
  ["region=Europe", (row) => row.region === "Europe"],
  ["region=Asia/Pacific", (row) => row.region === "Asia/Pacific"],
];

function revenueAnswers(w, rates, say) {
  for (const [member, choose] of MEMBERS)
    for (const code of ["2025-Q4", "2025-FY"]) {
      const [months, base] = [code, yearOff(code, -1)].map(plan.monthsOf);
      const sales = (row) => row.account === "4000" && choose(row);
      const [now, then] = [w.earned(months, sales), w.earned(base, sales)];
      const priorRates = atOther(w, rates, months, -1, choose);
      const currentRates = atOther(w, rates, base, 1, choose);
      const acquired = acquiredWithout(w, months, choose);
      const sold = (row) => row.entity === "BH-UK" && choose(row);
      const divested = atOther(w, rates, base, 1, sold);
      const growth = (a, b) => sub(div(a, b), ONE);
      say("revenue", code, member, now);
      say("revenue", yearOff(code, -1), member, then);
      say("revenue-growth", code, member, growth(now, then));
      say("revenue-growth-at-prior-rates", code, member, growth(priorRates, then));
      say("revenue-growth-at-current-rates", code, member, growth(now, currentRates));
      say("revenue-organic-growth", code, member, growth(sub(now, acquired), sub(currentRates, divested)));
      const strategies = otherStrategies(w, rates, { months, base, choose, now, currentRates, divested });
      for (const [strategy, [current, before]] of Object.entries(strategies))
        say(`revenue-organic-growth-by-${strategy}`, code, member, growth(current, before));
      const last = months.at(-1);
      const week = mul(w.earned([last], sales), frac(7, 42));
      say("revenue-growth-without-extra-week", code, member, growth(sub(now, week), then));
    }
}

/** Shares of a stretch as if the split had always been: weighted by days. */
function sharesOf(months) {
  const number = (day) => Date.parse(day) / 86400000;
  const [start, end] = [number(months[0].start), number(months.at(-1).end)];
  const { outstanding, buyBack, issue, split, option, convertible, prices } = plan.SHARES;
  const twice = BigInt(split[1]);
  const days = BigInt(end - start + 1);
  const changes = [
    [buyBack[0], -buyBack[1]],
    [issue[0], issue[1]],
  ];
  const weighted = changes.map(([day, shares]) => {
    const there = number(day) <= start ? end - start + 1 : Math.max(0, end - number(day) + 1);
    return frac(BigInt(shares) * twice * BigInt(there), days);
  });
  const basic = add(frac(BigInt(outstanding[1]) * twice), ...weighted);
  const quarters = [...new Set(months.map(({ quarter }) => quarter))];
  const options = quarters.map((quarter) => {
    const own = MONTHS.filter((month) => month.quarter === quarter);
    const length = BigInt(number(own.at(-1).end) - number(own[0].start) + 1);
    const inside = prices.filter(([from, to]) => from <= own.at(-1).end && to >= own[0].start);
    const price = div(
      add(
        ...inside.map(([from, to, each]) =>
          mul(div(decimal(each), frac(from < split[0] ? split[1] : 1)), frac(number(to) - number(from) + 1)),
        ),
      ),
      frac(length),
    );
    const kept = sub(ONE, div(div(decimal(option.price), frac(split[1])), price));
    const added = kept.n > 0n ? mul(frac(BigInt(option.shares) * twice), kept) : ZERO;
    return { added, length };
  });
  const length = options.reduce((sum, one) => sum + one.length, 0n);
  const fromOptions = div(add(...options.map(({ added, length: of }) => mul(added, frac(of)))), frac(length));
  const interest = mul(frac(convertible.interest), sub(ONE, decimal(convertible.taxRate)), frac(quarters.length, 4));
  return { basic, fromOptions, converted: frac(BigInt(convertible.shares) * twice), interest };
}

const decimal = (text) => {
  const [whole, part = ""] = text.split(".");
  return frac(BigInt(whole + part), 10n ** BigInt(part.length));
};

/** Diluted earnings: options first, notes if they dilute what is left; a loss lets nothing in. */
function dilutedOf(months, earnings, control) {
  const { basic, fromOptions, converted, interest } = sharesOf(months);
  if (control.n <= 0n) return { basic, shares: basic, each: div(earnings, basic) };
  const withOptions = add(basic, fromOptions);
  const dilutes = cmp(div(interest, converted), div(control, withOptions)) < 0;
  const shares = dilutes ? add(withOptions, converted) : withOptions;
  return { basic, shares, each: div(dilutes ? add(earnings, interest) : earnings, shares) };
}

const TAX = {
  "restructuring-nl": "0.25",
  "restructuring-us": "0.24",
  "restructuring-jv": "0.24",
  impairment: "0.24",
  "amortisation-quillan": "0.24",
};

/** The items of the definition v2, before tax and after it without what others own. */
function itemsOf(w, months, isIn = () => true) {
  const taxed = Object.entries(TAX)
    .filter(([tag]) => isIn(tag))
    .map(([tag, rate]) => {
      const before = neg(w.earned(months, (row) => row.tag === tag));
      const after = mul(before, sub(ONE, decimal(rate)));
      const others = add(
        ...months.map((month) =>
          tag === "restructuring-jv"
            ? mul(neg(w.earned([month], (row) => row.tag === tag)), sub(ONE, decimal(rate)), outside(month))
            : ZERO,
        ),
      );
      return { before, after: sub(after, others) };
    });
  return { before: add(...taxed.map((one) => one.before)), after: add(...taxed.map((one) => one.after)) };
}

function incomeAnswers(w, say) {
  for (const code of [
    "2024-Q4",
    "2024-FY",
    "2025-Q1",
    "2025-Q2",
    "2025-Q3",
    "2025-Q4",
    "2025-6M",
    "2025-9M",
    "2025-FY",
  ]) {
    const months = plan.monthsOf(code);
    const lines = (...names) => w.earned(months, (row) => names.includes(ACCOUNTS[row.account].line));
    const charge = add(...months.map(w.stockCharge));
    const [all, others] = [w.netIncome(months), w.othersIncome(months)];
    const ours = sub(all, others);
    const revenue = lines("revenue");
    const grossProfit = groupGrossProfit(w, months, charge);
    const operating = sub(
      grossProfit,
      neg(
        lines(
          "research-and-development",
          "selling-general-administrative",
          "restructuring",
          "impairment",
          "amortisation-of-intangibles",
        ),
      ),
    ); // prettier-ignore
    const items = itemsOf(w, months);
    const adjusted = add(ours, items.after);
    say("gross-profit", code, "", grossProfit);
    say("operating-income", code, "", operating);
    say("non-gaap-operating-income", code, "", add(operating, items.before));
    say("non-gaap-operating-margin", code, "", div(add(operating, items.before), revenue));
    say("net-income-including-nci", code, "", all);
    say("net-income-nci", code, "", others);
    say("net-income", code, "", ours);
    say("non-gaap-net-income", code, "", adjusted);
    const first = itemsOf(w, months, (tag) => tag !== "amortisation-quillan");
    say("non-gaap-net-income@v1", code, "", add(ours, first.after));
    const gaap = dilutedOf(months, ours, ours);
    const own = dilutedOf(months, adjusted, ours.n > 0n === adjusted.n > 0n ? ours : adjusted);
    say("basic-shares", code, "", gaap.basic);
    say("diluted-shares", code, "", gaap.shares);
    say("basic-eps", code, "", div(ours, gaap.basic));
    say("diluted-eps", code, "", gaap.each);
    say("non-gaap-diluted-eps", code, "", own.each);
  }
}

/**
 * Gross profit: what buyers of the group charged to cost for goods from the group cancels with what sellers took in for them, but for what still lies
 * in stock: there the buyer has not charged it yet, and the seller's profit in it is not earned.
 */
function groupGrossProfit(w, months, charge) {
  const names = new Set(months.map(({ month }) => month));
  const all = w.income.filter(
    (row) => names.has(row.period) && ["revenue", "cost-of-sales"].includes(ACCOUNTS[row.account].line),
  );
  return sub(add(...all.map((row) => neg(mul(row.functional, w.average(row.entity, row.period))))), charge);
}

function balanceAnswers(w, say) {
  for (const code of ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q4"]) {
    const { at } = plan.monthsOf(code).at(-1);
    say("cash", code, "", w.balance(at, ["1000"]));
    say("receivables", code, "", w.balance(at, ["1100"]));
    say("inventories", code, "", sub(w.balance(at, ["1200"]), w.inStock(at)));
    say("goodwill", code, "", w.goodwill(at));
    say("non-controlling-interests", code, "", w.others(at));
    say("translation-adjustment", code, "", w.translationOfParent(at));
    say("total-equity", code, "", w.totalEquity(at));
    say("total-assets", code, "", w.totalAssets(at));
  }
  say("gain-on-disposal", "2024-Q4", "", w.gainOnDisposal);
}

function cashAnswers(w, say) {
  for (const code of ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q4", "2025-FY"]) {
    const months = plan.monthsOf(code);
    const [operations, financing] = [w.cashFrom(months, undefined), w.cashFrom(months, "financing")];
    const investing = sub(w.dealsIn(months), w.capital(months));
    const change = sub(w.cash(months.at(-1).at), w.cash(months[0].at - 1));
    say("cash-from-operations", code, "", operations);
    say("capital-expenditure", code, "", neg(w.capital(months)));
    say("free-cash-flow", code, "", sub(operations, w.capital(months)));
    say("cash-from-investing", code, "", investing);
    say("cash-from-financing", code, "", financing);
    say("change-in-cash", code, "", change);
    say("exchange-effect-on-cash", code, "", sub(change, add(operations, investing, financing)));
  }
}

function planAnswers(w, say) {
  const year = w.earned(plan.monthsOf("2025-FY"), (row) => row.account === "4000");
  const before = w.earned(plan.monthsOf("2025-9M"), (row) => row.account === "4000");
  say("revenue-plan-variance", "2025-FY", "", sub(year, frac(262000000)));
  const twelve = MONTHS.filter(({ at }) => at >= 6 && at < 18);
  say(
    "revenue",
    "2025-Q2-LTM",
    "",
    w.earned(twelve, (row) => row.account === "4000"),
  );
  say("net-income", "2025-Q2-LTM", "", sub(w.netIncome(twelve), w.othersIncome(twelve)));
  say("revenue-guidance-midpoint", "2025-FY", "", frac(257000000));
  say("revenue-guidance-previous-low", "2025-FY", "", frac(255000000));
  say("revenue-guidance-implied-low", "2025-Q4", "", sub(frac(252000000), before));
  say("revenue-guidance-implied-high", "2025-Q4", "", sub(frac(262000000), before));
}

/** Every answer: { measure, period, member, value }. */
export function answers(books, rates) {
  const w = workings(books, rates);
  const all = [];
  const say = (measure, period, member, value) => all.push({ measure, period, member, value });
  revenueAnswers(w, rates, say);
  incomeAnswers(w, say);
  balanceAnswers(w, say);
  cashAnswers(w, say);
  planAnswers(w, say);
  return all;
}

export { PARENT };
