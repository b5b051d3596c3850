// The right answers to Brackenholt, worked apart from src/ (brackenholt-workings.mjs says how).
import * as plan from "./brackenholt-plan.mjs";
import { revenueAnswers } from "./brackenholt-revenue.mjs";
import { dilutedOf } from "./brackenholt-shares.mjs";
import { outside, workings } from "./brackenholt-workings.mjs";
import { add, dec, div, frac, mul, neg, ONE, sub, ZERO } from "./exact.mjs";

const { ACCOUNTS, MONTHS } = plan;

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
      const after = mul(before, sub(ONE, dec(rate)));
      const others = add(
        ...months.map((month) =>
          tag === "restructuring-jv"
            ? mul(neg(w.earned([month], (row) => row.tag === tag)), sub(ONE, dec(rate)), outside(month))
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
