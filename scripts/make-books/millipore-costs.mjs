// What an entity bears, pays and owes in a month: goods, expenses, the items that definitions take out, cash, taxes.
import { plusDays } from "./days.mjs";
import { add, dec, frac, mul, neg, sub, ZERO } from "./exact.mjs";
import { ENTITIES } from "./millipore-entities.mjs";
import { DIVISIONS, isAcquiredIn } from "./millipore-month.mjs";
import { ofMonth } from "./millipore-sales.mjs";
import * as target from "./millipore-targets.mjs";

/** Costs that follow sales: goods, of customers and of the group, and research and selling where they are shares. */
export function postCosts(m, entity) {
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
    const amounts = [
      ["6000", research],
      ["6100", selling],
    ].map(([account, share]) => ({ account, functional: m.cents(entity, mul(turnover, dec(share))) })); // prettier-ignore
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
export function postItems(m, entity) {
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
export function postCash(m, entity) {
  const open = (account, currency) => m.before(entity, account, currency);
  const collected = m.cents(
    entity,
    add(mul(open("1100").functional, frac(57, 100)), mul(add(...Object.values(m.salesBy(entity))), frac(6, 100))),
  ); // prettier-ignore
  const inDollars = entity === "MIL-SG" ? open("1100", "USD").amount : ZERO;
  const dollars = m.intoFunctional(entity, "USD", inDollars);
  const suppliers = m.cents(entity, mul(open("2000").functional, frac(-80, 100)));
  const accrued = m.cents(entity, mul(open("2100").functional, frac(-70, 100)));
  const taxes = m.month.month.match(/P(03|06|09|12)$/)
    ? m.cents(entity, mul(open("2300").functional, frac(-85, 100)))
    : ZERO;
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

export function postTaxes(m, entity) {
  const taxed = add(
    m.income(entity),
    ...m
      .ours(entity)
      .filter((row) => row.account === "8100")
      .map((row) => row.functional),
  );
  const amount = m.cents(entity, mul(taxed, dec(ENTITIES[entity].taxRate)));
  m.post(entity, "T", m.month.end, [
    { account: "8000", functional: amount },
    { account: "2300", functional: neg(amount) },
  ]);
}
