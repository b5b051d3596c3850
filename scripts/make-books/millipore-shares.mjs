// The share register of the reconstruction: issues of such size that diluted shares of each quarter are what earnings per share ask for.

import { csv } from "./csv.mjs";
import { daysFrom, plusDays } from "./days.mjs";
import { add, dec, div, frac, mul, nearest, show, sub, write } from "./exact.mjs";
import { MONTHS } from "./millipore-entities.mjs";
import { QUARTERS } from "./millipore-targets.mjs";

/** Weighted average diluted shares in thousands, and the average market price of a quarter. */
const DILUTED = [54200, 54100, 53980, 54250, 54600, 54900, 55200];
const PRICES = ["74.50", "70.20", "62.40", "65.10", "67.30", "74.10", "73.20"];
const OPTIONS = [
  { name: "Options, average exercise price 45", from: "2006-01-01", to: "2006-12-31", shares: 4000000, price: "45.00" },
  { name: "Options, average exercise price 45", from: "2007-01-01", to: "", shares: 3800000, price: "45.00" },
  { name: "Options, average exercise price 78", from: "2006-01-01", to: "", shares: 900000, price: "78.00" },
];
/** Bought by employees in the middle of every quarter, at this share of the market price. */
const EMPLOYEES = 25000;

export const stretchOf = (quarter) => {
  const months = MONTHS.filter((month) => month.quarter === quarter);
  return { start: months[0].start, end: months.at(-1).end };
};

/** What the options add to a quarter by the treasury stock method (ASC 260-10-45-23). */
const incremental = (quarter, price) => {
  const { start } = stretchOf(quarter);
  const there = OPTIONS.filter(({ from, to }) => from <= start && (to === "" || to >= start));
  return add(
    ...there.map((option) => {
      const kept = sub(frac(1), div(dec(option.price), price));
      return kept.n > 0n ? mul(frac(option.shares), kept) : frac(0);
    }),
  );
};

/** The number outstanding at the start, and the issues, whose days and prices the journals need too. */
export function shareRegister() {
  const opening = 52540000n;
  let outstanding = opening;
  const issues = [];
  QUARTERS.forEach((quarter, k) => {
    const { start, end } = stretchOf(quarter);
    const days = daysFrom(start, end);
    const price = dec(PRICES[k]);
    const first = plusDays(start, 2);
    const middle = plusDays(start, 45);
    const basic = sub(frac(DILUTED[k] * 1000), incremental(quarter, price));
    const employees = frac(EMPLOYEES * daysFrom(middle, end), days);
    const wanted = sub(sub(basic, frac(outstanding)), employees);
    // Options are exercised early in the quarter; whole hundreds, so that the register looks like one.
    const exercised = nearest(div(wanted, frac(100 * daysFrom(first, end), days))) * 100n;
    if (exercised < 0n) throw new Error(`${quarter}: the register would have to shrink by ${-exercised} shares`);
    issues.push({ date: first, shares: exercised, price: "38.00" });
    issues.push({ date: middle, shares: BigInt(EMPLOYEES), price: show(mul(price, dec("0.85")), 2) });
    outstanding += exercised + BigInt(EMPLOYEES);
  });
  return { opening, issues: issues.filter(({ shares }) => shares > 0n) };
}

export function sharesFile({ opening, issues }) {
  const rows = [
    { kind: "outstanding", date: "2006-01-01", shares: opening },
    ...issues.map(({ date, shares }) => ({ kind: "issue", date, shares })),
    ...OPTIONS.map((option) => ({ kind: "option", ...option })),
    {
      kind: "convertible",
      name: "3.75% notes",
      from: "2006-06-13",
      shares: 6242402,
      principal: "565000000",
      interest: "21187500",
      "tax rate": "0.35",
      settlement: "net",
    },
    ...QUARTERS.map((quarter, k) => ({
      kind: "price",
      from: stretchOf(quarter).start,
      to: stretchOf(quarter).end,
      price: PRICES[k],
    })),
  ]; // prettier-ignore
  const columns = [
    "kind",
    "name",
    "date",
    "from",
    "to",
    "shares",
    "price",
    "principal",
    "interest",
    "tax rate",
    "settlement",
  ];
  return csv(columns, rows);
}

export { write };
