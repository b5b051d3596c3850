// Brackenholt's journals, month by month.

import { acquiredLines, openingRows } from "./brackenholt-opening.mjs";
import * as plan from "./brackenholt-plan.mjs";
import { TRIMMING } from "./brackenholt-trimming.mjs";
import { plusDays } from "./days.mjs";
import { add, dec, div, frac, mul, neg, round, sub, ZERO } from "./exact.mjs";
import { openLedger, remeasure } from "./ledger.mjs";

const { ENTITIES, PARENT } = plan;

const cents = (amount) => round(amount, 2);
const thousands = (amount, month, growth) =>
  cents(frac(BigInt(amount) * 1000n * plan.paceOf(month, growth), plan.PACE));

/** Whether an entity is the group's in a month, in whole or in part. */
export const isActive = (entity, { start, end }) =>
  (entity !== "BH-AQ" || end >= plan.ACQUIRED_ON) && (entity !== "BH-UK" || start <= plan.DISPOSED_ON);

function openMonth(ledger, rates, month, before) {
  const currencyOf = (entity) => ENTITIES[entity].currency;
  const code = `${month.month.slice(2, 4)}${month.month.slice(6)}`;
  const into = (entity, currency, amount) =>
    cents(mul(amount, div(rates.average(currency, month.month), rates.average(currencyOf(entity), month.month))));
  const post = (entity, name, date, lines) =>
    ledger.post(entity, month, date, `${entity.slice(3)}${code}-${name}`, lines);
  const ours = (entity) => ledger.rows.filter((row) => row.period === month.month && row.entity === entity);
  const sum = (rows) => add(...rows.map((row) => row.functional));
  const open = (entity, account, currency = currencyOf(entity)) =>
    before.get(`${entity}|${account}|${currency}`) ?? { amount: ZERO, functional: ZERO };
  return { ledger, rates, month, code, into, post, ours, sum, open, currencyOf };
}

/** The day of an ordinary document, so many days before the month ends, held within the days that the entity is the group's. */
const dayOf = ({ start, end }, entity, fromEnd) => {
  const first = entity === "BH-AQ" && start < plan.ACQUIRED_ON ? plan.ACQUIRED_ON : start;
  const last = entity === "BH-UK" && end > plan.DISPOSED_ON ? plan.DISPOSED_ON : end;
  return [first, [plusDays(end, -fromEnd), last].sort()[0]].sort()[1];
};

/** Days of the month that an entity is not the group's: the acquired one's first month is shorter. */
const shareOfMonth = (entity, month) => {
  if (entity !== "BH-AQ" || month.start > plan.ACQUIRED_ON) return frac(1);
  const days = (from, to) => BigInt(Math.round((Date.parse(to) - Date.parse(from)) / 86400000) + 1);
  return frac(days(plan.ACQUIRED_ON, month.end), days(month.start, month.end));
};

function postSales(m, entity) {
  const { sales, growth } = ENTITIES[entity];
  const lines = sales.map(([division, region, amount, currency]) => {
    const own = m.currencyOf(entity);
    const invoiced = cents(mul(thousands(amount, m.month, growth), shareOfMonth(entity, m.month)));
    return {
      division,
      region,
      currency: currency ?? own,
      amount: invoiced,
      functional: m.into(entity, currency ?? own, invoiced),
    };
  });
  const due = [...new Set(lines.map((line) => line.currency))].map((currency) => {
    const those = lines.filter((line) => line.currency === currency);
    return { account: "1100", currency, amount: add(...those.map((line) => line.amount)), functional: m.sum(those) };
  });
  m.post(entity, "S", dayOf(m.month, entity, 3), [
    ...due,
    ...lines.map((line) => ({ ...line, account: "4000", amount: neg(line.amount), functional: neg(line.functional) })),
  ]);
}

/** An invoice within the group, and the payment of it or of that of the month before. What the buyer takes goes into its stock. */
function postGroupSale(m, sale, k, unpaid) {
  const { seller, buyer, currency, paid } = sale;
  if (!isActive(seller, m.month) || !isActive(buyer, m.month)) return undefined;
  const amount = thousands(sale.amount, m.month, 3);
  const [inSeller, inBuyer] = [m.into(seller, currency, amount), m.into(buyer, currency, amount)];
  const { region } = ENTITIES[buyer];
  const document = `G${m.code}-${k + 1}`;
  const day = dayOf(m.month, buyer, 11);
  const at = (account, counterparty, value, functional, more) => ({
    account,
    counterparty,
    currency,
    amount: value,
    functional,
    ...more,
  });
  m.ledger.post(seller, m.month, day, document, [
    at("1150", buyer, amount, inSeller),
    at("4000", buyer, neg(amount), neg(inSeller), { division: "Instruments", region }),
  ]);
  m.ledger.post(buyer, m.month, day, document, [
    at("1200", seller, amount, inBuyer),
    at("2050", seller, neg(amount), neg(inBuyer)),
  ]);
  const settled = paid === "same" ? amount : (unpaid.get(k) ?? ZERO);
  unpaid.set(k, amount);
  if (settled.n !== 0n) {
    const [bySeller, byBuyer] = [m.into(seller, currency, settled), m.into(buyer, currency, settled)];
    const then = dayOf(m.month, buyer, 5);
    m.ledger.post(seller, m.month, then, `${document}P`, [
      { account: "1000", functional: bySeller, flow: "group" },
      at("1150", buyer, neg(settled), neg(bySeller)),
    ]);
    m.ledger.post(buyer, m.month, then, `${document}P`, [
      at("2050", seller, settled, byBuyer),
      { account: "1000", functional: neg(byBuyer), flow: "group" },
    ]);
  }
  return { sale, amount, inBuyer };
}

/** What of the goods from the group goes out of the buyer's stock: all of last month's rest, and of this month's what was sold. */
function postStock(m, taken, rest) {
  const profits = [];
  for (const { sale, amount, inBuyer } of taken) {
    const unsold = cents(mul(inBuyer, dec(sale.unsold ?? "0")));
    const key = `${sale.seller}|${sale.buyer}`;
    const out = add(sub(inBuyer, unsold), rest.get(key) ?? ZERO);
    rest.set(key, unsold);
    m.post(sale.buyer, `W${plan.GROUP_SALES.indexOf(sale) + 1}`, dayOf(m.month, sale.buyer, 1), [
      { account: "5000", division: "Instruments", functional: out },
      { account: "1200", functional: neg(out) },
    ]);
    if (sale.unsold !== undefined)
      profits.push({
        period: m.month.month,
        seller: sale.seller,
        buyer: sale.buyer,
        currency: sale.currency,
        profit: cents(mul(amount, dec(sale.unsold), dec(sale.margin))),
        soldIn: m.month.month,
      }); // prettier-ignore
  }
  return profits;
}

function postCosts(m, entity) {
  const { cost, selling, research, depreciation, currency } = ENTITIES[entity];
  const sold = m.ours(entity).filter((row) => row.account === "4000");
  const goods = ["Instruments", "Software"].map((division) => ({
    account: "5000",
    division,
    functional: cents(mul(neg(m.sum(sold.filter((row) => row.division === division))), dec(cost))),
  }));
  const turnover = neg(m.sum(sold));
  const [searched, sales] = [research, selling].map((share) => cents(mul(turnover, dec(share))));
  const day = dayOf(m.month, entity, 1);
  m.post(entity, "C", day, [...goods, { account: "2000", functional: neg(m.sum(goods)) }]);
  m.post(entity, "E", day, [
    { account: "6000", functional: searched },
    { account: "6100", functional: sales },
    { account: "2100", functional: neg(add(searched, sales)) },
  ]);
  const used = cents(mul(frac(depreciation), shareOfMonth(entity, m.month)));
  // A highly inflationary entity writes its plant down directly, so that one balance has one historical rate.
  m.post(entity, "D", dayOf(m.month, entity, 0), [
    { account: currency === "TRY" ? "6155" : "6150", functional: used },
    { account: currency === "TRY" ? "1505" : "1590", functional: neg(used) },
  ]);
}

function postCash(m, entity) {
  const share = (part, whole) => cents(mul(whole, frac(part, 100)));
  const owed = m.currencyOf(entity);
  const sold = neg(
    m.sum(m.ours(entity).filter((row) => row.account === "4000" && !row.counterparty && row.currency === owed)),
  );
  const collected = add(share(52, m.open(entity, "1100").functional), share(18, sold));
  const foreign = entity === PARENT ? m.open(entity, "1100", "USD").amount : ZERO;
  const inOwn = m.into(entity, "USD", foreign);
  const [suppliers, accrued] = [
    share(-86, m.open(entity, "2000").functional),
    share(-74, m.open(entity, "2100").functional),
  ];
  const taxes = /P(03|06|09|12)$/.test(m.month.month) ? share(-90, m.open(entity, "2300").functional) : ZERO;
  const day = dayOf(m.month, entity, 13);
  m.post(entity, "K", day, [
    { account: "1000", functional: sub(add(collected, inOwn), add(suppliers, accrued, taxes)) },
    { account: "1100", functional: neg(collected) },
    { account: "1100", currency: "USD", amount: neg(foreign), functional: neg(inOwn) },
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
  const income = neg(
    m.sum(m.ours(entity).filter((row) => +row.account >= 4000 && row.account !== "7000" && row.account !== "7500")),
  );
  const before =
    entity === "BH-AQ"
      ? neg(m.sum(m.ours(entity).filter((row) => row.document === "AQ-EARLY" && +row.account >= 4000)))
      : ZERO;
  const taxes = cents(mul(sub(income, before), dec(ENTITIES[entity].taxRate)));
  m.post(entity, "T", dayOf(m.month, entity, 0), [
    { account: "8000", functional: taxes },
    { account: "2300", functional: neg(taxes) },
  ]);
}

/** The acquisition: what the entity had the day before, with a sale that it made before it was the group's, and what was paid. */
function postAcquisition(m) {
  m.ledger.post(
    "BH-AQ",
    m.month,
    "2024-11-05",
    "AQ-TAKEOVER",
    acquiredLines().map(([account, functional]) => ({ account, functional, flow: "acquired" })),
  );
  m.ledger.post("BH-AQ", m.month, "2024-10-30", "AQ-EARLY", [
    { account: "1100", functional: frac(250000), flow: "acquired" },
    { account: "4000", functional: frac(-250000), division: "Software", region: "Americas" },
  ]);
  m.post(PARENT, "A", plan.ACQUIRED_ON, [
    { account: "1900", functional: frac(plan.ACQUISITION_PRICE), counterparty: "BH-AQ" },
    { account: "1000", functional: frac(-plan.ACQUISITION_PRICE), flow: "investing" },
  ]);
} // prettier-ignore

/** What only the parent and the venture do: interest, shares, the dividend, the purchase of others' shares, the disposal. */
function postParent(m, invested) {
  const within = (day) => day >= m.month.start && day <= m.month.end;
  const interest = cents(frac(plan.SHARES.convertible.interest, 12));
  m.post(PARENT, "I", m.month.end, [
    { account: "7100", functional: interest },
    { account: "1000", functional: neg(interest) },
  ]);
  const [bought, [day, number, price]] = [plan.SHARES.buyBack, plan.SHARES.issue];
  if (within(bought[0])) {
    const paid = mul(frac(bought[1]), dec(bought[2]));
    m.post(PARENT, "Q", bought[0], [
      { account: "3200", functional: paid },
      { account: "1000", functional: neg(paid), flow: "financing" },
    ]);
  }
  if (within(day)) {
    const paid = mul(frac(number), dec(price));
    m.post(PARENT, "Q", day, [
      { account: "1000", functional: paid, flow: "financing" },
      { account: "3100", functional: neg(paid) },
    ]);
  }
  if (within(plan.SHARE_RAISED_ON))
    m.post(PARENT, "N", plan.SHARE_RAISED_ON, [
      { account: "1910", functional: frac(plan.RAISED_PRICE), counterparty: "BH-JV" },
      { account: "1000", functional: frac(-plan.RAISED_PRICE), flow: "financing" },
    ]);
  if (within(plan.DIVIDEND.day)) postDividend(m);
  if (within(plan.DISPOSED_ON))
    m.post(PARENT, "V", plan.DISPOSED_ON, [
      { account: "1000", functional: frac(plan.DISPOSAL_PRICE), flow: "investing" },
      { account: "1905", functional: neg(invested), counterparty: "BH-UK" },
      { account: "7500", functional: sub(invested, frac(plan.DISPOSAL_PRICE)), counterparty: "BH-UK" },
    ]);
} // prettier-ignore

function postDividend(m) {
  const { day, amount, share } = plan.DIVIDEND;
  const ours = mul(frac(amount), dec(share));
  const theirs = sub(frac(amount), ours);
  const document = `G${m.code}-D`;
  const received = m.into(PARENT, "USD", ours);
  m.ledger.post("BH-JV", m.month, day, document, [
    { account: "3400", counterparty: PARENT, currency: "USD", amount: ours, functional: ours },
    { account: "3400", counterparty: "Other owners of Lanmere", functional: theirs },
    { account: "1000", functional: neg(ours), flow: "group" },
    { account: "1000", functional: neg(theirs), flow: "financing" },
  ]);
  m.ledger.post(PARENT, m.month, day, document, [
    { account: "1000", functional: received, flow: "group" },
    { account: "7000", counterparty: "BH-JV", currency: "USD", amount: neg(ours), functional: neg(received) },
  ]);
}

function postCharges(m) {
  plan.CHARGES.filter(([month]) => month === m.month.month).forEach(([, entity, account, against, tag, amount], k) => {
    m.post(entity, `X${k + 1}`, dayOf(m.month, entity, 2), [
      { account, functional: frac(amount), tag },
      { account: against, functional: frac(-amount) },
    ]);
  });
  const { entity, amount, tag } = plan.AMORTISATION;
  if (!isActive(entity, m.month)) return;
  const used = cents(mul(frac(amount), shareOfMonth(entity, m.month)));
  m.post(entity, "M", m.month.end, [
    { account: "6200", functional: used, tag },
    { account: "1690", functional: neg(used) },
  ]);
}

/**
 * What brings the group's lines to whole thousands, in the parent's books if the key names no entity; accrued liabilities take what stands against
 * it, selling what depreciation is, and plant is paid.
 */
function postTrimming(m) {
  const moves = Object.entries(TRIMMING[m.month.month] ?? {});
  moves.forEach(([key, amount], k) => {
    const [account, division, region, tag, more] = key.split("|");
    const line = { account, functional: frac(amount, 100) };
    for (const [name, value] of Object.entries({ division, region, tag })) if (value !== "") line[name] = value;
    // What the bank takes or gives when it exchanges dollars comes out of the remeasurement.
    if (more === "USD") Object.assign(line, { currency: more, amount: ZERO });
    const entity = more in ENTITIES ? more : PARENT;
    const against = account === "1500" ? { account: "1000", flow: "investing" } : { account: "2100" };
    if (account === "1590")
      m.post(PARENT, `Z${k + 1}D`, m.month.end, [
        { account: "6150", functional: neg(line.functional) },
        { account: "6100", functional: line.functional },
      ]);
    m.post(entity, `Z${k + 1}`, m.month.end, [line, { ...against, functional: neg(line.functional) }]);
  });
}

/** The journals of all months, the openings, and the profits in stock; `gains` are what remeasurement finds, by entity and month, in its currency. */
export function makeJournals(rates) {
  const ledger = openLedger(ENTITIES);
  const { rows: opening, sold } = openingRows(rates);
  for (const row of opening) ledger.open(row.entity, row.account, row.currency, row.amount, row.functional);
  const [unpaid, rest, gains, profits, states] = [new Map(), new Map(), new Map(), [], []];
  for (const month of plan.MONTHS) {
    const m = openMonth(ledger, rates, month, new Map(ledger.balances));
    if (month.start <= plan.ACQUIRED_ON && plan.ACQUIRED_ON <= month.end) postAcquisition(m);
    const active = Object.keys(ENTITIES).filter((entity) => isActive(entity, month));
    for (const entity of active) postSales(m, entity);
    const taken = plan.GROUP_SALES.map((sale, k) => postGroupSale(m, sale, k, unpaid)).filter(
      (one) => one !== undefined,
    );
    profits.push(...postStock(m, taken, rest));
    for (const entity of active) {
      postCosts(m, entity);
      postCash(m, entity);
    }
    postCharges(m);
    postParent(m, sold);
    for (const entity of active) postTaxes(m, entity);
    postTrimming(m);
    const closing = (from, to) => div(rates.closing(from, month.month), rates.closing(to, month.month));
    for (const entity of active) {
      const isMonetary = (account) => plan.ACCOUNTS[account].monetary;
      gains.set(`${entity}|${month.month}`, remeasure(ledger, entity, ENTITIES[entity].currency, isMonetary, closing));
    }
    states.push(new Map(ledger.balances));
    // The books of the entity that was sold go on for a month: these lines are not the group's.
    if (month.month === "2024-P12")
      ledger.post("BH-UK", month, "2024-12-12", "UK24P12-LATE", [
        { account: "1100", functional: frac(910000), flow: "after" },
        { account: "4000", functional: frac(-910000), division: "Instruments", region: "Europe" },
      ]);
  }
  return { ledger, opening, profits, gains, states };
} // prettier-ignore
