// Sales to customers, and sales and payments within the group.
import { plusDays } from "./days.mjs";
import { add, dec, div, frac, mul, neg, round, sub, ZERO } from "./exact.mjs";
import { ENTITIES, GROUP_SALES } from "./millipore-entities.mjs";
import { isActive } from "./millipore-month.mjs";
import { CELLS, salesOf } from "./millipore-sales.mjs";
import { CLOSING_DAY } from "./millipore-targets.mjs";

/** The days of the month's ends of weeks on which the acquired business invoices. */
function weekEnds({ start, end }) {
  const days = [];
  for (let day = end; day >= start; day = plusDays(day, -7)) days.unshift(day);
  return days.filter((day) => day >= CLOSING_DAY || day > "2006-07-29");
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
export function postAllSales(m, mixes) {
  const byEntity = {};
  for (const cell of CELLS) {
    const { sold, all } = salesOf(mixes, cell, m.month);
    let left = all;
    for (const [entity, dollars] of Object.entries(sold)) {
      const amount = m.fromDollars(entity, dollars);
      left = sub(left, m.toDollars(entity, amount));
      byEntity[entity] = [...(byEntity[entity] ?? []), { ...cell, amount }];
    }
    byEntity["MIL-US"] = [...(byEntity["MIL-US"] ?? []), { ...cell, amount: round(left, 2) }];
  }
  for (const [entity, cells] of Object.entries(byEntity)) postSales(m, entity, cells);
}

/** An invoice within the group: its lines by division in its own currency, and in the functional currencies of both. */
function invoiceOf(m, { seller, buyer, currency, share }) {
  const own = div(m.rates.average(m.currencyOf(buyer), m.month.month), m.rates.average(currency, m.month.month));
  const lines = Object.entries(m.salesBy(buyer)).map(([division, sales]) => {
    const amount = round(mul(sales, dec(share), own), 2);
    return {
      division,
      amount,
      inSeller: m.intoFunctional(seller, currency, amount),
      inBuyer: m.intoFunctional(buyer, currency, amount),
    };
  });
  const sum = (name) => add(...lines.map((line) => line[name]));
  return { lines, amount: sum("amount"), inSeller: sum("inSeller"), inBuyer: sum("inBuyer") };
}

/** Both sides of an invoice: due and revenue at the seller, cost and due at the buyer. */
function postInvoice(m, document, { seller, buyer, currency }, invoice) {
  const day = plusDays(m.month.end, -9);
  const { region } = ENTITIES[buyer];
  const sold = invoice.lines.map(({ division, amount, inSeller }) => ({
    account: "4000",
    division,
    region,
    counterparty: buyer,
    currency,
    amount: neg(amount),
    functional: neg(inSeller),
  }));
  const bought = invoice.lines.map(({ division, amount, inBuyer }) => ({
    account: "5000",
    division,
    counterparty: seller,
    currency,
    amount,
    functional: inBuyer,
  }));
  m.ledger.post(seller, m.month, day, document, [
    { account: "1150", counterparty: buyer, currency, amount: invoice.amount, functional: invoice.inSeller },
    ...sold,
  ]);
  m.ledger.post(buyer, m.month, day, document, [
    ...bought,
    { account: "2050", counterparty: seller, currency, amount: neg(invoice.amount), functional: neg(invoice.inBuyer) },
  ]);
}

/** Both sides of a payment, in the functional currency of each at the rates of the month. */
function postPayment(m, document, { seller, buyer, currency }, { amount, inSeller, inBuyer }) {
  const day = plusDays(m.month.end, -4);
  m.ledger.post(seller, m.month, day, document, [
    { account: "1000", functional: inSeller, flow: "group" },
    { account: "1150", counterparty: buyer, currency, amount: neg(amount), functional: neg(inSeller) },
  ]);
  m.ledger.post(buyer, m.month, day, document, [
    { account: "2050", counterparty: seller, currency, amount, functional: inBuyer },
    { account: "1000", functional: neg(inBuyer), flow: "group" },
  ]);
}

/** Invoices within the group, and what is paid on them: the same at once, or that of the month before. `open` keeps what is not paid, by pair. */
export function postGroupSales(m, open) {
  GROUP_SALES.forEach((pair, k) => {
    const { seller, buyer, currency, paid } = pair;
    if (!isActive(seller, m.month) || !isActive(buyer, m.month)) return;
    const document = `G${m.code}-${k + 1}`;
    const invoice = invoiceOf(m, pair);
    postInvoice(m, document, pair, invoice);
    if (paid === "same") {
      postPayment(m, `${document}P`, pair, invoice);
      return;
    }
    const amount = open.get(k) ?? ZERO;
    open.set(k, invoice.amount);
    const inSeller = m.intoFunctional(seller, currency, amount);
    const inBuyer = m.intoFunctional(buyer, currency, amount);
    postPayment(m, `${document}P`, pair, { amount, inSeller, inBuyer });
  });
}
