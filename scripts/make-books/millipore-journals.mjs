// The journals of the reconstruction, month by month: subsidiaries first, then sales within the group, and the parent last, whose selling
// expense, income tax and collections take what is left to the targets of the month.
import { add, cmp, dec, div, frac, mul, neg, round, sub, ZERO } from "./exact.mjs";
import { plusDays } from "./days.mjs";
import { openLedger, remeasure } from "./ledger.mjs";
import { ACCOUNTS, ENTITIES, GROUP_SALES, MONTHS } from "./millipore-entities.mjs";
import { acquiredBalances, CONSIDERATION, openingRows } from "./millipore-opening.mjs";
import { CELLS, mixesFor, monthsOf, ofMonth, salesOf } from "./millipore-sales.mjs";
import * as target from "./millipore-targets.mjs";

const SUBSIDIARIES = Object.keys(ENTITIES).filter((entity) => entity !== "MIL-US");
const DIVISIONS = ["Bioprocess", "Bioscience"];
const BRIDGED = new Set([...target.ITEMS.map(({ tag }) => tag), "tax-accruals"]);
const OPERATING = new Set(["revenue", "cost-of-sales", "research-and-development", "selling-general-administrative", "amortisation-of-intangibles", "restructuring"]); // prettier-ignore
const isIncome = (account) => +account >= 4000;

/** What every part of the month writes into: the ledger, the rates, and small helpers that know the currency of an entity. */
function openMonth(ledger, rates, month) {
  const code = `${month.month.slice(2, 4)}${month.month.slice(6)}`;
  const currencyOf = (entity) => ENTITIES[entity].currency;
  const cents = (entity, amount) => round(amount, currencyOf(entity) === "JPY" ? 0 : 2);
  const toDollars = (entity, amount) => mul(amount, rates.average(currencyOf(entity), month.month));
  const fromDollars = (entity, dollars) => cents(entity, div(dollars, rates.average(currencyOf(entity), month.month)));
  /** An amount of one currency in the functional currency of an entity, at the average rate of the month. */
  const intoFunctional = (entity, currency, amount) =>
    cents(entity, mul(amount, div(rates.average(currency, month.month), rates.average(currencyOf(entity), month.month))));
  const post = (entity, name, date, lines) => ledger.post(entity, month, date, `${entity[0]}${entity.slice(4)}${code}-${name}`, lines);
  const rows = () => ledger.rows.filter((row) => row.period === month.month);
  const ours = (entity) => rows().filter((row) => row.entity === entity);
  const income = (entity) => neg(add(...ours(entity).filter((row) => isIncome(row.account)).map((row) => row.functional)));
  const salesBy = (entity) =>
    Object.fromEntries(
      DIVISIONS.map((division) => [
        division,
        neg(
          add(
            ...ours(entity)
              .filter((row) => row.account === "4000" && row.division === division && !row.counterparty)
              .map((row) => row.functional),
          ),
        ),
      ]),
    );
  return { ledger, rates, month, code, currencyOf, cents, toDollars, fromDollars, intoFunctional, post, rows, ours, income, salesBy };
}

const active = (entity, month) => !ENTITIES[entity].acquired || month.month >= "2006-P07";
const isAcquiredIn = (month) => month.month === "2006-P07";

/** The days of the month's ends of weeks on which the acquired business invoices. */
function weekEnds({ start, end }) {
  const days = [];
  for (let day = end; day >= start; day = plusDays(day, -7)) days.unshift(day);
  return days.filter((day) => day >= target.CLOSING_DAY || day > "2006-07-29");
}

/** Sales of an entity in the month, by cell, in its own currency; weekly where it was acquired, else one document. */
function postSales(m, entity, cells) {
  const days = ENTITIES[entity].acquired ? weekEnds(m.month) : [plusDays(m.month.end, -2)];
  const left = cells.map((cell) => cell.amount);
  days.forEach((day, k) => {
    const part = cells.map((cell, at) => {
      const amount = k === days.length - 1 ? left[at] : m.cents(entity, mul(cell.amount, frac(1, days.length)));
      left[at] = sub(left[at], amount);
      return { account: "4000", division: cell.division, region: cell.region, functional: neg(amount) };
    });
    const all = neg(add(...part.map((line) => line.functional)));
    m.post(entity, `S${k + 1}`, day, [...receivables(m, entity, all), ...part]);
  });
}

/** The other side of a sale: part of what Asia invoices is in dollars, and open at the end of the month. */
function receivables(m, entity, all) {
  if (entity !== "MIL-SG") return [{ account: "1100", functional: all }];
  const amount = round(mul(m.toDollars(entity, all), frac(15, 100)), 2);
  const functional = m.intoFunctional(entity, "USD", amount);
  return [
    { account: "1100", functional: sub(all, functional) },
    { account: "1100", functional, amount, currency: "USD" },
  ];
}

/** Sales of the subsidiaries, and of the parent what is left of each cell to the cent. */
function postAllSales(m, mixes) {
  const byEntity = {};
  for (const cell of CELLS) {
    const { sold, all } = salesOf(mixes, cell, m.month);
    let left = all;
    for (const [entity, dollars] of Object.entries(sold)) {
      const amount = m.fromDollars(entity, dollars);
      left = sub(left, m.toDollars(entity, amount));
      (byEntity[entity] ??= []).push({ ...cell, amount });
    }
    (byEntity["MIL-US"] ??= []).push({ ...cell, amount: round(left, 2) });
  }
  for (const [entity, cells] of Object.entries(byEntity)) postSales(m, entity, cells);
}

/** Invoices within the group, and what is paid on them. */
function postGroupSales(m) {
  GROUP_SALES.forEach(({ seller, buyer, currency, share, paid }, k) => {
    if (!active(seller, m.month) || !active(buyer, m.month)) return;
    const document = `G${m.code}-${k + 1}`;
    const sides = (name, date, left, right) => {
      m.ledger.post(seller, m.month, date, name, left);
      m.ledger.post(buyer, m.month, date, name, right);
    };
    const owed = m.ledger.balance(buyer, "2050", currency).amount;
    const day = plusDays(m.month.end, -9);
    const lines = Object.entries(m.salesBy(buyer)).map(([division, sales]) => {
      const own = div(m.rates.average(m.currencyOf(buyer), m.month.month), m.rates.average(currency, m.month.month));
      return { division, amount: round(mul(sales, dec(share), own), 2) };
    });
    const all = add(...lines.map(({ amount }) => amount));
    const inSeller = lines.map((line) => ({ ...line, functional: m.intoFunctional(seller, currency, line.amount) }));
    const inBuyer = lines.map((line) => ({ ...line, functional: m.intoFunctional(buyer, currency, line.amount) }));
    const { region } = ENTITIES[buyer];
    sides(
      document,
      day,
      [
        { account: "1150", counterparty: buyer, currency, amount: all, functional: add(...inSeller.map((line) => line.functional)) },
        ...inSeller.map((line) => ({ account: "4000", division: line.division, region, counterparty: buyer, currency, amount: neg(line.amount), functional: neg(line.functional) })),
      ],
      [
        ...inBuyer.map((line) => ({ account: "5000", division: line.division, counterparty: seller, currency, amount: line.amount, functional: line.functional })),
        { account: "2050", counterparty: seller, currency, amount: neg(all), functional: neg(add(...inBuyer.map((line) => line.functional))) },
      ],
    ); // prettier-ignore
    const settled = paid === "same" ? all : neg(m.openPair(k));
    m.keepPair(k, paid === "same" ? ZERO : neg(all));
    if (settled.n === 0n && owed.n === 0n) return;
    const paidBy = paid === "same" ? add(...inBuyer.map((line) => line.functional)) : m.intoFunctional(buyer, currency, settled);
    const paidTo = paid === "same" ? add(...inSeller.map((line) => line.functional)) : m.intoFunctional(seller, currency, settled);
    sides(
      `${document}P`,
      plusDays(m.month.end, -4),
      [
        { account: "1000", functional: paidTo, flow: "group" },
        { account: "1150", counterparty: buyer, currency, amount: neg(settled), functional: neg(paidTo) },
      ],
      [
        { account: "2050", counterparty: seller, currency, amount: settled, functional: paidBy },
        { account: "1000", functional: neg(paidBy), flow: "group" },
      ],
    );
  });
}

/** Costs that follow sales: goods, of customers and of the group, and research and selling where they are shares. */
function postCosts(m, entity) {
  const { cost, costOfGroupSales, selling, research, depreciation } = ENTITIES[entity];
  const sales = m.salesBy(entity);
  const toGroup = m.ours(entity).filter((row) => row.account === "4000" && row.counterparty);
  const goods = DIVISIONS.map((division) => {
    const within = neg(add(...toGroup.filter((row) => row.division === division).map((row) => row.functional)));
    const functional = m.cents(entity, add(mul(sales[division], dec(cost)), mul(within, dec(costOfGroupSales))));
    return { account: "5000", division, functional };
  });
  const all = add(...goods.map((line) => line.functional));
  m.post(entity, "C", plusDays(m.month.end, -1), [...goods, { account: "1200", functional: neg(all) }]);
  m.post(entity, "B", plusDays(m.month.end, -12), [
    { account: "1200", functional: all },
    { account: "2000", functional: neg(all) },
  ]);
  const within = neg(add(...toGroup.map((row) => row.functional)));
  const turnover = add(...Object.values(sales), within);
  if (selling !== undefined) {
    const amounts = [["6000", research], ["6100", selling]].map(([account, share]) => ({ account, functional: m.cents(entity, mul(turnover, dec(share))) })); // prettier-ignore
    m.post(entity, "E", plusDays(m.month.end, -1), [
      ...amounts,
      { account: "2100", functional: neg(add(...amounts.map((line) => line.functional))) },
    ]);
  }
  const written = frac(depreciation);
  const [process, science] = [50, 25].map((part) => m.cents(entity, mul(written, frac(part, 100))));
  m.post(entity, "D", m.month.end, [
    { account: "5000", division: "Bioprocess", functional: process },
    { account: "5000", division: "Bioscience", functional: science },
    { account: "6100", functional: sub(written, add(process, science)) },
    { account: "1590", functional: neg(written) },
  ]);
}

/** The items that definitions take out, in the currency of the entity that bears them. */
function postItems(m, entity) {
  target.ITEMS.filter((item) => item.entity === entity).forEach((item, k) => {
    const amount = m.fromDollars(entity, ofMonth(m.month, item.amounts, target.MONTH_WEIGHTS.even));
    if (amount.n === 0n) return;
    const tagged = { account: item.account, functional: amount, tag: item.tag };
    const lines = item.account === "5100" ? byDivision(m, entity, tagged) : [tagged];
    m.post(entity, `X${k + 1}`, m.month.end, [...lines, { account: item.against, functional: neg(amount) }]);
    if (!item.tag.startsWith("amortisation") || !ENTITIES[entity].acquired) return;
    // Deferred taxes of the purchase go as the intangible assets do.
    const released = m.cents(entity, mul(amount, dec(item.taxRate)));
    m.post(entity, `L${k + 1}`, m.month.end, [
      { account: "2600", functional: released },
      { account: "8100", functional: neg(released) },
    ]);
  });
}

const byDivision = (m, entity, line) => {
  const process = m.cents(entity, mul(line.functional, frac(45, 100)));
  return [
    { ...line, division: "Bioprocess", functional: process },
    { ...line, division: "Bioscience", functional: sub(line.functional, process) },
  ];
};

/** What a subsidiary takes in and pays out: shares of what was open, and plant. */
function postCash(m, entity) {
  const open = (account, currency) => m.before(entity, account, currency);
  const collected = m.cents(entity, add(mul(open("1100").functional, frac(57, 100)), mul(add(...Object.values(m.salesBy(entity))), frac(6, 100)))); // prettier-ignore
  const inDollars = entity === "MIL-SG" ? open("1100", "USD").amount : ZERO;
  const dollars = m.intoFunctional(entity, "USD", inDollars);
  const suppliers = m.cents(entity, mul(open("2000").functional, frac(-80, 100)));
  const accrued = m.cents(entity, mul(open("2100").functional, frac(-70, 100)));
  const taxes = m.month.month.match(/P(03|06|09|12)$/) ? m.cents(entity, mul(open("2300").functional, frac(-85, 100))) : ZERO;
  const day = isAcquiredIn(m.month) && ENTITIES[entity].acquired ? "2006-07-21" : plusDays(m.month.start, 16);
  m.post(entity, "K", day, [
    { account: "1000", functional: sub(add(collected, dollars), add(suppliers, accrued, taxes)) },
    { account: "1100", functional: neg(collected) },
    { account: "1100", functional: neg(dollars), amount: neg(inDollars), currency: "USD" },
    { account: "2000", functional: suppliers },
    { account: "2100", functional: accrued },
    { account: "2300", functional: taxes },
  ]);
  const plant = frac(ENTITIES[entity].capital);
  m.post(entity, "P", day, [
    { account: "1500", functional: plant },
    { account: "1000", functional: neg(plant), flow: "investing" },
  ]);
}

function postTaxes(m, entity) {
  const taxed = add(m.income(entity), ...m.ours(entity).filter((row) => row.account === "8100").map((row) => row.functional));
  const amount = m.cents(entity, mul(taxed, dec(ENTITIES[entity].taxRate)));
  m.post(entity, "T", m.month.end, [
    { account: "8000", functional: amount },
    { account: "2300", functional: neg(amount) },
  ]);
}

function postTakeover(m) {
  const bought = Object.keys(CONSIDERATION);
  for (const entity of bought) {
    const lines = acquiredBalances(entity).lines.map(([account, functional]) => ({ account, functional, flow: "acquired" }));
    m.post(entity, "O", "2006-07-04", lines);
  }
  m.post("MIL-US", "A", target.CLOSING_DAY, [
    ...bought.map((entity) => ({ account: "1900", functional: frac(CONSIDERATION[entity] * 1000), counterparty: "Former owners of Serologicals" })),
    { account: "1000", functional: frac(-1000 * Object.values(CONSIDERATION).reduce((a, b) => a + b, 0)), flow: "investing" },
  ]); // prettier-ignore
}

/** Debt, shares and investments of the parent, in whole dollars: month, day, account, amount borrowed or paid in. */
const FINANCING = [
  ["2006-P06", "2006-06-13", "2250", 565000000],
  ["2006-P06", "2006-06-20", "1050", 114000000],
  ["2006-P07", "2006-07-05", "2200", 690000000],
  ["2006-P12", "2006-12-15", "2200", -60000000],
  ["2007-P06", "2007-06-15", "2200", -20000000],
  ["2007-P06", "2007-06-15", "2210", -60000000],
  ["2007-P09", "2007-09-14", "2200", -30000000],
];

function postFinancing(m, shares) {
  const own = FINANCING.filter(([month]) => month === m.month.month);
  own.forEach(([, day, account, amount], k) =>
    m.post("MIL-US", `F${k + 1}`, day, [
      { account: "1000", functional: frac(amount), flow: "financing" },
      { account, functional: frac(-amount) },
    ]),
  );
  shares
    .filter(({ date }) => date >= m.month.start && date <= m.month.end)
    .forEach(({ date, shares: number, price }, k) => {
      const paid = mul(frac(number), dec(price));
      m.post("MIL-US", `Q${k + 1}`, date, [
        { account: "1000", functional: paid, flow: "financing" },
        { account: "3000", functional: neg(frac(number)) },
        { account: "3100", functional: sub(frac(number), paid) },
      ]);
    });
}

/** What the parent bears apart from its sales and goods. */
function postParent(m) {
  const of = (byQuarter, weights = target.MONTH_WEIGHTS.even) => ofMonth(m.month, byQuarter, weights);
  const compensation = of(target.STOCK_COMPENSATION);
  const [cost, research] = [10, 15].map((part) => round(mul(compensation, frac(part, 100)), 2));
  const tag = "stock-compensation";
  m.post("MIL-US", "Y", m.month.end, [
    { account: "5000", division: "Bioprocess", functional: cost, tag },
    { account: "6000", functional: research, tag },
    { account: "6100", functional: sub(compensation, add(cost, research)), tag },
    { account: "3110", functional: neg(compensation) },
  ]);
  const [earned, borne] = [of(target.INTEREST_INCOME), of(target.INTEREST_EXPENSE)];
  m.post("MIL-US", "I", plusDays(m.month.end, -1), [
    { account: "7000", functional: neg(earned) },
    { account: "7100", functional: borne },
    { account: "1000", functional: sub(earned, borne) },
  ]);
  const searched = round(mul(add(...m.rows().filter((row) => row.account === "4000" && !row.counterparty).map((row) => neg(m.toDollars(row.entity, row.functional)))), dec("0.052")), 2); // prettier-ignore
  m.post("MIL-US", "R", plusDays(m.month.end, -1), [
    { account: "6000", functional: searched },
    { account: "2100", functional: neg(searched) },
  ]);
}

/** The group's result of the month in dollars, of the lines that `kept` keeps; sales within the group cancel. */
const resultOf = (m, kept) =>
  neg(add(...m.rows().filter((row) => isIncome(row.account) && !row.counterparty && kept(row)).map((row) => m.toDollars(row.entity, row.functional)))); // prettier-ignore

/** The parent's selling expense and taxes, so that operating income and net income of the group are as they should be, to the cent. */
function closeToTargets(m, remeasured) {
  const of = (byQuarter) => ofMonth(m.month, byQuarter, target.MONTH_WEIGHTS.result);
  const operating = resultOf(m, (row) => OPERATING.has(ACCOUNTS[row.account].line) && !BRIDGED.has(row.tag));
  const selling = round(sub(operating, of(target.NON_GAAP_OPERATING_INCOME)), 2);
  if (selling.n <= 0n) throw new Error(`${m.month.month}: nothing is left for the parent's selling expense`);
  m.post("MIL-US", "E", plusDays(m.month.end, -1), [
    { account: "6100", functional: selling },
    { account: "2100", functional: neg(selling) },
  ]);
  const afterTax = add(
    ...m.rows().filter((row) => BRIDGED.has(row.tag)).map((row) => {
      const { taxRate } = target.ITEMS.find((item) => item.tag === row.tag);
      return mul(m.toDollars(row.entity, row.functional), sub(frac(1), dec(taxRate)));
    }),
  ); // prettier-ignore
  const discrete = round(sub(sub(of(target.NON_GAAP_NET_INCOME), of(target.NET_INCOME)), afterTax), 2);
  const result = add(resultOf(m, () => true), remeasured);
  const taxes = round(sub(sub(result, discrete), of(target.NET_INCOME)), 2);
  m.post("MIL-US", "T", m.month.end, [
    { account: "8000", functional: taxes },
    { account: "8000", functional: discrete, tag: "tax-accruals" },
    { account: "2300", functional: neg(add(taxes, discrete)) },
  ]);
}

/** The parent pays what is due, and collects what is left to the group's cash flow from operations. */
function closeCash(m) {
  const open = (account) => m.before("MIL-US", account).functional;
  const suppliers = round(mul(open("2000"), frac(-80, 100)), 2);
  const accrued = round(mul(open("2100"), frac(-62, 100)), 2);
  const taxes = m.month.month.match(/P(03|06|09|12)$/) ? round(mul(open("2300"), frac(-85, 100)), 2) : ZERO;
  const paid = add(suppliers, accrued, taxes);
  const there = add(...m.rows().filter((row) => row.account === "1000" && row.flow === undefined).map((row) => m.toDollars(row.entity, row.functional))); // prettier-ignore
  const collected = round(sub(add(ofMonth(m.month, target.OPERATING_CASH, target.MONTH_WEIGHTS.result), paid), there), 2);
  if (cmp(collected, ZERO) <= 0) throw new Error(`${m.month.month}: the parent collects nothing`);
  m.post("MIL-US", "K", plusDays(m.month.start, 16), [
    { account: "1000", functional: sub(collected, paid) },
    { account: "1100", functional: neg(collected) },
    { account: "2000", functional: suppliers },
    { account: "2100", functional: accrued },
    { account: "2300", functional: taxes },
  ]);
  const plant = frac(ENTITIES["MIL-US"].capital);
  m.post("MIL-US", "P", plusDays(m.month.start, 16), [
    { account: "1500", functional: plant },
    { account: "1000", functional: neg(plant), flow: "investing" },
  ]);
}

/** The journals of all months. `issues` are the shares that the parent issues: { date, shares, price }. */
export function makeJournals(rates, issues) {
  const ledger = openLedger(ENTITIES);
  const opening = openingRows();
  for (const row of opening) ledger.open(row.entity, row.account, row.currency, row.amount, row.functional);
  const mixes = mixesFor(rates);
  const pairs = new Map();
  const trail = [];
  for (const month of MONTHS) {
    const before = new Map(ledger.balances);
    const m = {
      ...openMonth(ledger, rates, month),
      before: (entity, account, currency = ENTITIES[entity].currency) =>
        before.get(`${entity}|${account}|${currency}`) ?? { amount: ZERO, functional: ZERO },
      openPair: (k) => pairs.get(k) ?? ZERO,
      keepPair: (k, amount) => pairs.set(k, amount),
    };
    if (isAcquiredIn(month)) postTakeover(m);
    postAllSales(m, mixes);
    postGroupSales(m);
    for (const entity of SUBSIDIARIES.filter((one) => active(one, month))) {
      postCosts(m, entity);
      postItems(m, entity);
      postCash(m, entity);
      postTaxes(m, entity);
    }
    postFinancing(m, issues);
    postCosts(m, "MIL-US");
    postItems(m, "MIL-US");
    postParent(m);
    const closing = (from, to) => div(rates.closing(from, month.month), rates.closing(to, month.month));
    const gains = Object.keys(ENTITIES).map((entity) =>
      m.toDollars(entity, remeasure(ledger, entity, ENTITIES[entity].currency, (account) => ACCOUNTS[account].monetary, closing)),
    );
    closeToTargets(m, add(...gains));
    closeCash(m);
    trail.push({ month, remeasured: add(...gains) });
  }
  return { ledger, opening, mixes, trail };
}

export { monthsOf };
