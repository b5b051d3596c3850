import { adjustmentSum, adjustmentsOf } from "./adjustments.ts";
import { refer } from "./ask.ts";
import { type Measure, measure } from "./measure.ts";
import { rateOf } from "./rates.ts";
import { difference, sum } from "./working.ts";

const NON_GAAP = { basis: "non-GAAP" } as const;

/** Adjustments that EBITDA leaves out already: what is interest, tax or the writing down of assets in use. */
const WRITTEN_DOWN = /amorti[sz]ation|depreciation/i;

/** Earnings before interest, tax, depreciation and amortisation; they start from net income (C&DI 103.01, 103.02). */
export function earnings(): readonly Measure[] {
  return [
    measure(
      "ebit",
      "EBIT",
      "Net income with non-controlling interests, the provision for income taxes and interest, from net income down (MEA-50, C&DI 103.01).",
      (ask) =>
        difference("net income + non-controlling interests + tax + interest expense - interest income", [
          sum("net income + non-controlling interests + tax + interest expense", [
            refer(ask, "net-income"),
            refer(ask, "net-income-nci"),
            refer(ask, "income-tax"),
            refer(ask, "interest-expense"),
          ]),
          refer(ask, "interest-income"),
        ]),
      NON_GAAP,
    ),
    measure(
      "ebitda",
      "EBITDA",
      "EBIT with depreciation and amortisation as the cash flow statement adds them back (MEA-50).",
      (ask) =>
        sum("EBIT + depreciation and amortisation", [refer(ask, "ebit"), refer(ask, "depreciation-and-amortisation")]),
      NON_GAAP,
    ),
    measure(
      "adjusted-ebitda",
      "Adjusted EBITDA",
      "EBITDA and the adjustments of the definition in force that it does not leave out already: none that is placed in interest, tax or amortisation, or whose category speaks of amortisation or depreciation.",
      (ask) => {
        const rows = adjustmentsOf(ask, ["revenue", "cost-of-sales", "operating-expense", "non-operating"]).filter(
          (row) =>
            row.placement !== "interest-expense" &&
            row.placement !== "interest-income" &&
            row.placement !== "amortisation-of-intangibles" &&
            !WRITTEN_DOWN.test(row.category),
        );
        return sum("EBITDA + adjustments", [refer(ask, "ebitda"), adjustmentSum(ask, "adjustments", rows)]);
      },
      { ...NON_GAAP, version: "definition" },
    ),
    rateOf("ebitda-margin", "EBITDA margin", "EBITDA over revenue.", "ebitda", "revenue", NON_GAAP),
    rateOf(
      "adjusted-ebitda-margin",
      "Adjusted EBITDA margin",
      "Adjusted EBITDA over revenue.",
      "adjusted-ebitda",
      "revenue",
      {
        ...NON_GAAP,
        version: "definition",
      },
    ),
  ];
}
