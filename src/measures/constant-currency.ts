import type { Company } from "../books/books.ts";
import { comparativeCode } from "../books/periods.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { isStatementLine, STATEMENT_LINES } from "../books/statement-line.ts";
import { inMember } from "./_ledger.ts";
import { atOtherRates } from "./_other-rates.ts";
import { monthsOf, refer, referBase } from "./ask.ts";
import type { Working } from "./fact.ts";
import { linesOf } from "./income-statement.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { GROUP } from "./member.ts";
import { rate } from "./rates.ts";
import { difference, gap, growth, none, same } from "./working.ts";

const CC = { basis: "constant-currency", members: "parts", reach: "comparative" } as const;
const RATIO = { ...CC, unit: "ratio" } as const;

/** The month a year before or after; months are matched by their number in the year. */
export const yearBefore = (month: string): string => comparativeCode(month) ?? "";
export const yearAfter = (month: string): string =>
  `${String(+month.slice(0, 4) + 1).padStart(4, "0")}${month.slice(4)}`;

export const baseMonths = (ask: Ask): readonly string[] =>
  ask.desk.period(comparativeCode(ask.span.code) ?? "")?.months.map((month) => month.month) ?? [];

const atPriorRates = (ask: Ask, line: StatementLine): Working =>
  atOtherRates(
    ask.desk,
    `${STATEMENT_LINES[line].title} at last year's rates`,
    line,
    ask.desk.ledger.income(line, monthsOf(ask)).filter((entry) => inMember(entry, ask.member)),
    yearBefore,
  );

const baseAtCurrentRates = (ask: Ask, line: StatementLine): Working =>
  atOtherRates(
    ask.desk,
    `${STATEMENT_LINES[line].title} of last year at this year's rates`,
    line,
    ask.desk.ledger.income(line, baseMonths(ask)).filter((entry) => inMember(entry, ask.member)),
    yearAfter,
  );

/** Totals whose parts are reckoned at other rates one by one. */
const TOTALS: Readonly<Record<string, readonly string[]>> = {
  "gross-profit": ["revenue", "cost-of-sales"],
  "operating-income": ["gross-profit", ...linesOf("operating-expense")],
};

/** The methods as a release would define them (domain D8). */
const METHOD_TEXT: Readonly<Record<Company["constantCurrency"], string>> = {
  "current-at-prior-rates":
    "this year's amounts at the rates of the year before, against the amounts of the year before",
  "prior-at-current-rates": "this year's amounts against the amounts of the year before at this year's rates",
};

const METHOD_A = "current-at-prior-rates";

/** Growth without currency by both methods, and what currency did (MEA-10 to MEA-16), of revenue and the lines down to operating income. */
export function constantCurrency(company: Company): readonly Measure[] {
  const lines = linesOf("revenue", "cost-of-sales", "operating-expense");
  const names = [...lines.map((line) => [line, STATEMENT_LINES[line].title] as const), ...TITLED_TOTALS];
  return [...names.flatMap(([name, title]) => family(company, name, title)), weight()];
}

const TITLED_TOTALS = [
  ["gross-profit", "Gross profit"],
  ["operating-income", "Operating income"],
] as const;

function family(company: Company, name: string, title: string): readonly Measure[] {
  return [...amounts(name, title), ...growths(company, name, title), ...impacts(name, title)];
}

function amounts(name: string, title: string): readonly Measure[] {
  const made = (suffix: string, of: (ask: Ask, line: StatementLine) => Working) => (ask: Ask) => {
    if (isStatementLine(name)) return of(ask, name);
    const parts = (TOTALS[name] ?? []).map((part) => refer(ask, `${part}-${suffix}`));
    const text = "first - others, at the same rates";
    // A part with amounts of its own that is nil at other rates lacks a rate.
    const lacking = (TOTALS[name] ?? []).some((part, i) => {
      const own = suffix === "at-prior-rates" ? refer(ask, part) : referBase(ask, part);
      return parts[i]?.value === "nil" && own.value !== "nil";
    });
    return lacking ? none(`${text}: a rate is missing`, "nil", parts) : difference(text, parts);
  };
  return [
    measure(
      `${name}-at-prior-rates`,
      `${title} at the rates of the year before`,
      "The amounts of the period in functional currencies at the average rates of the same months of the year before (MEA-10, MEA-12).",
      made("at-prior-rates", atPriorRates),
      CC,
    ),
    measure(
      `${name}-base-at-current-rates`,
      `${title} of the year before at current rates`,
      "The amounts of the comparative period in functional currencies at the average rates of the same months of this year (MEA-11).",
      made("base-at-current-rates", baseAtCurrentRates),
      CC,
    ),
  ];
}

function growths(company: Company, name: string, title: string): readonly Measure[] {
  const byMethod = (ask: Ask) =>
    ask.desk.books.company.constantCurrency === METHOD_A
      ? `${name}-growth-at-prior-rates`
      : `${name}-growth-at-current-rates`;
  return [
    measure(
      `${name}-growth-at-prior-rates`,
      `${title}, growth in constant currency (current at prior rates)`,
      "The amount at the rates of the year before over the amount of the year before, less one (MEA-10).",
      (ask) => currencyGrowth(ask, name, refer(ask, `${name}-at-prior-rates`), referBase(ask, name)),
      RATIO,
    ),
    measure(
      `${name}-growth-at-current-rates`,
      `${title}, growth in constant currency (prior at current rates)`,
      "The amount over the amount of the year before at current rates, less one (MEA-11).",
      (ask) => currencyGrowth(ask, name, refer(ask, name), refer(ask, `${name}-base-at-current-rates`)),
      RATIO,
    ),
    measure(
      `${name}-constant-currency-growth`,
      `${title}, growth in constant currency`,
      `Growth without the change of exchange rates: ${METHOD_TEXT[company.constantCurrency]}, month by month at average rates. Needs the reported growth beside it (C&DI 104.06).`,
      (ask) => same("by the company's method", refer(ask, byMethod(ask))),
      RATIO,
    ),
  ];
}

/** An amount that is there and is nil at other rates lacks a rate; it is never taken for zero. */
function currencyGrowth(ask: Ask, name: string, current: Working, base: Working): Working {
  const lacks = (at: Working, own: Working): boolean => at.value === "nil" && own.value !== "nil";
  if (lacks(current, refer(ask, name)) || lacks(base, referBase(ask, name)))
    return none("growth: a rate is missing", "nil", [current, base]);
  return growth("current / base - 1", current, base, ask.desk.books.company.growthCap);
}

function impacts(name: string, title: string): readonly Measure[] {
  const isA = (ask: Ask) => ask.desk.books.company.constantCurrency === METHOD_A;
  return [
    measure(
      `${name}-fx-impact`,
      `${title}, effect of exchange rates`,
      "The amount less the amount at the rates of the year before; where the company restates the base instead, the base at current rates less the base (MEA-13). Favourable reads as positive for income.",
      (ask) =>
        isA(ask)
          ? gap("current - current at prior rates", refer(ask, name), refer(ask, `${name}-at-prior-rates`))
          : gap("base at current rates - base", refer(ask, `${name}-base-at-current-rates`), referBase(ask, name)),
      CC,
    ),
    measure(
      `${name}-fx-points`,
      `${title}, effect of exchange rates in points of growth`,
      "The effect over the base, so that growth is constant currency growth and these points exactly; where the base is restated, growth less constant currency growth by definition (MEA-13). 0.04 is four percentage points.",
      (ask) =>
        isA(ask)
          ? rate("effect / base", refer(ask, `${name}-fx-impact`), referBase(ask, name))
          : gap(
              "growth - constant currency growth",
              refer(ask, `${name}-growth`),
              refer(ask, `${name}-growth-at-current-rates`),
            ),
      { ...CC, unit: "points" },
    ),
  ];
}

const weight = (): Measure =>
  measure(
    "revenue-constant-currency-weight",
    "Weight of a part in constant currency growth",
    "The part's revenue of the year before over that of the group; at current rates where the company restates the base. The growth of the parts times their weights adds to that of the group (MEA-16).",
    (ask) =>
      ask.desk.books.company.constantCurrency === METHOD_A
        ? rate("base / base of the group", referBase(ask, "revenue"), referBase(ask, "revenue", GROUP))
        : rate(
            "base / base of the group, at current rates",
            refer(ask, "revenue-base-at-current-rates"),
            refer(ask, "revenue-base-at-current-rates", { member: GROUP }),
          ),
    RATIO,
  );
