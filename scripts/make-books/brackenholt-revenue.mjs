// Brackenholt's revenue and its rates of growth.
import * as plan from "./brackenholt-plan.mjs";
import { monthNamed, yearOff } from "./brackenholt-workings.mjs";
import { add, div, frac, mul, neg, ONE, sub } from "./exact.mjs";

const { ENTITIES } = plan;

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

export function revenueAnswers(w, rates, say) {
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
