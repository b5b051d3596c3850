// What only the parent does: the purchase of Serologicals, debt and shares, and the expenses, taxes and collections that take what is left to the
// targets of the month.
import { plusDays } from "./days.mjs";
import { add, cmp, dec, frac, mul, neg, round, sub, ZERO } from "./exact.mjs";
import { ACCOUNTS, ENTITIES } from "./millipore-entities.mjs";
import { isIncome } from "./millipore-month.mjs";
import { acquiredBalances, CONSIDERATION } from "./millipore-opening.mjs";
import { ofMonth } from "./millipore-sales.mjs";
import * as target from "./millipore-targets.mjs";

const BRIDGED = new Set([...target.ITEMS.map(({ tag }) => tag), "tax-accruals"]);
const OPERATING = new Set([
  "revenue",
  "cost-of-sales",
  "research-and-development",
  "selling-general-administrative",
  "amortisation-of-intangibles",
  "restructuring",
]); // prettier-ignore

export function postTakeover(m) {
  const bought = Object.keys(CONSIDERATION);
  for (const entity of bought) {
    const lines = acquiredBalances(entity).lines.map(([account, functional]) => ({
      account,
      functional,
      flow: "acquired",
    }));
    m.post(entity, "O", "2006-07-04", lines);
  }
  m.post("MIL-US", "A", target.CLOSING_DAY, [
    ...bought.map((entity) => ({
      account: "1900",
      functional: frac(CONSIDERATION[entity] * 1000),
      counterparty: entity,
    })),
    {
      account: "1000",
      functional: frac(-1000 * Object.values(CONSIDERATION).reduce((a, b) => a + b, 0)),
      flow: "investing",
    },
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

export function postFinancing(m, shares) {
  const own = FINANCING.filter(([month]) => month === m.month.month);
  own.forEach(([, day, account, amount], k) => {
    m.post("MIL-US", `F${k + 1}`, day, [
      { account: "1000", functional: frac(amount), flow: "financing" },
      { account, functional: frac(-amount) },
    ]);
  });
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
export function postParent(m) {
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
  const searched = round(
    mul(
      add(
        ...m
          .rows()
          .filter((row) => row.account === "4000" && !row.counterparty)
          .map((row) => neg(m.toDollars(row.entity, row.functional))),
      ),
      dec("0.052"),
    ),
    2,
  ); // prettier-ignore
  m.post("MIL-US", "R", plusDays(m.month.end, -1), [
    { account: "6000", functional: searched },
    { account: "2100", functional: neg(searched) },
  ]);
}

/** Goods that the parent bears beside those of its sales. */
export function postParentGoods(m) {
  const goods = target.PARENT_GOODS[m.month.month];
  if (goods === undefined) return;
  m.post("MIL-US", "G", plusDays(m.month.end, -1), [
    { account: "5000", division: "Bioprocess", functional: frac(goods * 1000) },
    { account: "2100", functional: frac(-goods * 1000) },
  ]);
}

/** What belongs in another line of the parent's balance sheet. */
export function postMoves(m) {
  const moves = Object.entries(target.PARENT_MOVES[m.month.month] ?? {});
  if (moves.length === 0) return;
  const lines = moves.map(([account, thousands]) => ({ account, functional: frac(thousands * 1000) }));
  m.post("MIL-US", "V", m.month.end, lines);
}

/** The group's result of the month in dollars, of the lines that `kept` keeps; sales within the group cancel. */
const resultOf = (m, kept) =>
  neg(
    add(
      ...m
        .rows()
        .filter((row) => isIncome(row.account) && !row.counterparty && kept(row))
        .map((row) => m.toDollars(row.entity, row.functional)),
    ),
  ); // prettier-ignore

/** The parent's selling expense and taxes, so that operating income and net income of the group are as they should be, to the cent. */
export function closeToTargets(m, remeasured) {
  const of = (byQuarter) => ofMonth(m.month, byQuarter, target.MONTH_WEIGHTS.result);
  const operating = resultOf(m, (row) => OPERATING.has(ACCOUNTS[row.account].line) && !BRIDGED.has(row.tag));
  const selling = round(sub(operating, of(target.NON_GAAP_OPERATING_INCOME)), 2);
  if (selling.n <= 0n) throw new Error(`${m.month.month}: nothing is left for the parent's selling expense`);
  m.post("MIL-US", "E", plusDays(m.month.end, -1), [
    { account: "6100", functional: selling },
    { account: "2100", functional: neg(selling) },
  ]);
  const afterTax = add(
    ...m
      .rows()
      .filter((row) => BRIDGED.has(row.tag))
      .map((row) => {
        const { taxRate } = target.ITEMS.find((item) => item.tag === row.tag);
        return mul(m.toDollars(row.entity, row.functional), sub(frac(1), dec(taxRate)));
      }),
  ); // prettier-ignore
  const discrete = round(sub(sub(of(target.NON_GAAP_NET_INCOME), of(target.NET_INCOME)), afterTax), 2);
  const result = add(
    resultOf(m, () => true),
    remeasured,
  );
  const taxes = round(sub(sub(result, discrete), of(target.NET_INCOME)), 2);
  m.post("MIL-US", "T", m.month.end, [
    { account: "8000", functional: taxes },
    { account: "8000", functional: discrete, tag: "tax-accruals" },
    { account: "2300", functional: neg(add(taxes, discrete)) },
  ]);
}

/** The parent pays what is due, and collects what is left to the group's cash flow from operations. */
export function closeCash(m) {
  const open = (account) => m.before("MIL-US", account).functional;
  const suppliers = round(mul(open("2000"), frac(-80, 100)), 2);
  const accrued = round(mul(open("2100"), frac(-62, 100)), 2);
  const taxes = m.month.month.match(/P(03|06|09|12)$/) ? round(mul(open("2300"), frac(-85, 100)), 2) : ZERO;
  const paid = add(suppliers, accrued, taxes);
  const there = add(
    ...m
      .rows()
      .filter((row) => row.account === "1000" && row.flow === undefined)
      .map((row) => m.toDollars(row.entity, row.functional)),
  ); // prettier-ignore
  const collected = round(
    sub(add(ofMonth(m.month, target.OPERATING_CASH, target.MONTH_WEIGHTS.result), paid), there),
    2,
  );
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
