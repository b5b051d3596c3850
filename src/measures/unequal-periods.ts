import type { FiscalMonth } from "../books/books.ts";
import { comparativeCode, daysOf } from "../books/periods.ts";
import { refer, referBase } from "./ask.ts";
import { yearAfter } from "./constant-currency.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { ORGANIC } from "./organic.ts";
import { count, difference, gap, growth, negation, none, product, quotient } from "./working.ts";

const RATIO = { ...ORGANIC, unit: "ratio" } as const;

/** Growth for periods that do not have the same number of days (MEA-34, REG-52f). */
export function unequalPeriods(): readonly Measure[] {
  return [
    measure(
      "revenue-per-day-growth",
      "Growth of revenue per day",
      "Revenue over the days of the period, against the same of the year before (MEA-34). Calendar days, as the company's months have them.",
      (ask) => {
        const before = ask.desk.period(comparativeCode(ask.span.code) ?? "");
        const each = (amount: Working, days: number): Working =>
          quotient("revenue / days", amount, count("days", days));
        const current = each(refer(ask, "revenue"), daysOf(ask.span));
        const base = each(referBase(ask, "revenue"), before === undefined ? 0 : daysOf(before));
        return growth("per day / per day of the base - 1", current, base, ask.desk.books.company.growthCap);
      },
      RATIO,
    ),
    measure(
      "revenue-extra-week",
      "Revenue of the extra week",
      "Seven days' share of the month that has a week more than a year before, where the period is longer by it; negative where the base is (REG-52f). Journals are by month, so the month is split by days.",
      (ask) => {
        const extra = extraWeek(ask);
        if (extra === undefined) return none("both periods have as many weeks");
        const week = weekOf(extra.month, refer(ask, "revenue", { period: extra.month.month }));
        return extra.side === "current" ? week : negation("taken from the base", week);
      },
      ORGANIC,
    ),
    measure(
      "revenue-growth-without-extra-week",
      "Growth of revenue without the extra week",
      "Growth with the extra week taken out of the period, or out of the base (REG-52f).",
      (ask) => withoutWeek(ask, refer(ask, "revenue"), referBase(ask, "revenue"), ["revenue", "revenue"]),
      RATIO,
    ),
    measure(
      "revenue-organic-growth-without-extra-week",
      "Organic growth of revenue without the extra week",
      "Comparable revenue over its base, less one, with the extra week taken out of whichever has it (REG-52f).",
      (ask) =>
        withoutWeek(ask, refer(ask, "revenue-organic"), refer(ask, "revenue-organic-base"), [
          "revenue-organic",
          "revenue-organic-base",
        ]),
      RATIO,
    ),
  ];
}

interface ExtraWeek {
  readonly side: "current" | "base";
  readonly month: FiscalMonth;
}

/** The month that holds the week which one of the two periods has and the other has not. Less than a week is a matter of days, not of weeks. */
function extraWeek(ask: Ask): ExtraWeek | undefined {
  const before = ask.desk.period(comparativeCode(ask.span.code) ?? "");
  if (before === undefined) return undefined;
  const longer = daysOf(ask.span) - daysOf(before);
  if (Math.abs(longer) < 7) return undefined;
  const [long, short] = longer > 0 ? [ask.span, before] : [before, ask.span];
  const found = long.months.find((month, i) => {
    const other = short.months[i];
    return other !== undefined && daysOf(month) - daysOf(other) >= 7;
  });
  const month = found ?? long.months.at(-1);
  return month === undefined ? undefined : { side: longer > 0 ? "current" : "base", month };
}

const weekOf = (month: FiscalMonth, amount: Working): Working =>
  product(`7 of the ${daysOf(month)} days of ${month.month}`, [
    amount,
    quotient("a week of it", count("days", 7), count("days of the month", daysOf(month))),
  ]);

/** What the base of a month holds stands, for a measure of comparable amounts, under the month a year later. */
function withoutWeek(
  ask: Ask,
  current: Working,
  base: Working,
  names: readonly [current: string, base: string],
): Working {
  const cap = ask.desk.books.company.growthCap;
  const extra = extraWeek(ask);
  if (current.value === "nil") return none("growth: the amount is not there", "nil", [current, base]);
  if (extra === undefined) return growth("current / base - 1", current, base, cap);
  const isCurrent = extra.side === "current";
  const { month } = extra.month;
  const name = isCurrent ? names[0] : names[1];
  const week = weekOf(
    extra.month,
    refer(ask, name, { period: isCurrent || name === "revenue" ? month : yearAfter(month) }),
  );
  return isCurrent
    ? growth("(current - extra week) / base - 1", gap("current - extra week", current, week), base, cap)
    : growth("current / (base - extra week) - 1", current, difference("base - extra week", [base, week]), cap);
}
