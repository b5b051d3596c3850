import { daysOf } from "../books/periods.ts";
import { sign } from "../exact/rational.ts";
import { refer } from "./ask.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { GROUP } from "./member.ts";
import { count, difference, isNumber, none, product, quotient, sum } from "./working.ts";

/** One amount over another; over nothing, or less than nothing, a rate would mislead (MEA-42). */
export function rate(text: string, above: Working, below: Working): Working {
  if (isNumber(below.value) && sign(below.value) <= 0)
    return none(`${text}: not meaningful, what it is taken of is not above zero`, "not-meaningful", [above, below]);
  return quotient(text, above, below);
}

const RATIO = { unit: "ratio" } as const;

/** A rate of two measures of the catalogue. */
export const rateOf = (
  name: string,
  title: string,
  text: string,
  above: string,
  below: string,
  other: Partial<Measure> = {},
): Measure =>
  measure(name, title, text, (ask) => rate(`${above} / ${below}`, refer(ask, above), refer(ask, below)), {
    ...RATIO,
    ...other,
  });

/** Margins, the tax rate and the mix of revenue, from unrounded amounts. */
export function rates(): readonly Measure[] {
  const parts = { members: "parts" } as const;
  return [
    rateOf("gross-margin", "Gross margin", "Gross profit over revenue (MEA-40).", "gross-profit", "revenue", parts),
    rateOf(
      "operating-margin",
      "Operating margin",
      "Operating income over revenue (MEA-40).",
      "operating-income",
      "revenue",
      parts,
    ),
    rateOf("pre-tax-margin", "Pre-tax margin", "Income before income taxes over revenue.", "pre-tax-income", "revenue"),
    rateOf("net-margin", "Net margin", "Net income over revenue.", "net-income", "revenue"),
    rateOf(
      "effective-tax-rate",
      "Effective tax rate",
      "Provision for income taxes over income before income taxes; not meaningful where that is no profit (MEA-42).",
      "income-tax",
      "pre-tax-income",
    ),
    measure(
      "revenue-mix",
      "Share of revenue",
      "Revenue of a division or region over that of the group (MEA-43).",
      (ask) => rate("revenue / revenue of the group", refer(ask, "revenue"), refer(ask, "revenue", { member: GROUP })),
      { ...RATIO, ...parts },
    ),
  ];
}

/** Debt and what it is held against, and how long money is bound in customers and stock (MEA-61). */
export function leverage(): readonly Measure[] {
  const instant = { instant: true } as const;
  return [
    measure(
      "total-debt",
      "Total debt",
      "Short-term and long-term debt.",
      (ask) => sum("short-term + long-term debt", [refer(ask, "short-term-debt"), refer(ask, "long-term-debt")]),
      instant,
    ),
    measure(
      "net-debt",
      "Net debt",
      "Total debt less cash and short-term investments (MEA-61).",
      (ask) =>
        difference("debt - cash - short-term investments", [
          refer(ask, "total-debt"),
          refer(ask, "cash"),
          refer(ask, "short-term-investments"),
        ]),
      { ...instant, basis: "non-GAAP" },
    ),
    measure(
      "leverage",
      "Net debt to adjusted EBITDA",
      "Net debt at the end of the period over adjusted EBITDA of the four quarters up to it (MEA-61).",
      (ask) =>
        rate(
          "net debt / adjusted EBITDA of the last twelve months",
          refer(ask, "net-debt"),
          refer(ask, "adjusted-ebitda", { period: `${lastQuarterOf(ask)}-LTM` }),
        ),
      { ...RATIO, ...instant, basis: "non-GAAP", version: "definition" },
    ),
    boundDays("days-sales-outstanding", "Days sales outstanding", "receivables", "revenue"),
    boundDays("days-inventory", "Days of inventory", "inventories", "cost-of-sales"),
  ];
}

const lastQuarterOf = (ask: Ask): string => ask.span.months[ask.span.months.length - 1]?.quarter ?? "";

const boundDays = (name: string, title: string, balance: string, flow: string): Measure =>
  measure(
    name,
    title,
    `The ${balance} at the end of the period over its ${flow}, times the days of the period as the calendar counts them (MEA-61).`,
    (ask) =>
      product(`${balance} / ${flow} * days`, [
        rate(`${balance} / ${flow}`, refer(ask, balance), refer(ask, flow)),
        count("days of the period", daysOf(ask.span)),
      ]),
    { unit: "count", basis: "operating", instant: true },
  );
