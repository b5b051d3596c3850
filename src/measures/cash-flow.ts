import { CASH_FLOW_LINES, type CashFlowLine, isCashFlowLine } from "../books/statement-line.ts";
import type { GroupFlow } from "../consolidation/group.ts";
import { monthsOf, refer } from "./ask.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { difference, sum } from "./working.ts";

const TITLES: Readonly<Record<CashFlowLine, string>> = {
  "depreciation-and-amortisation": "Depreciation and amortisation",
  "stock-compensation": "Stock-based compensation",
  "deferred-taxes": "Deferred income taxes",
  "other-non-cash": "Other non-cash items",
  "change-in-receivables": "Change in accounts receivable",
  "change-in-inventories": "Change in inventories",
  "change-in-payables": "Change in accounts payable",
  "change-in-other": "Change in other assets and liabilities",
  "change-in-taxes": "Change in income taxes payable",
  "capital-expenditure": "Additions to property, plant and equipment",
  acquisitions: "Acquisitions, net of cash acquired",
  disposals: "Proceeds from disposals",
  investments: "Purchases and sales of investments",
  "debt-issued": "Proceeds from debt",
  "debt-repaid": "Repayments of debt",
  "shares-issued": "Proceeds from shares issued",
  "shares-bought-back": "Purchases of treasury shares",
  "dividends-paid": "Dividends paid",
  "minority-transactions": "Transactions with non-controlling interests",
};

const linesOf = (section: "operating" | "investing" | "financing"): readonly CashFlowLine[] =>
  Object.keys(CASH_FLOW_LINES)
    .filter(isCashFlowLine)
    .filter((line) => CASH_FLOW_LINES[line] === section);

/** The stretches to date whose difference a later quarter is (MEA-62); a first quarter is its own. */
const TO_DATE: Readonly<Record<string, readonly [longer: string, shorter: string]>> = {
  Q2: ["6M", "Q1"],
  Q3: ["9M", "6M"],
  Q4: ["FY", "9M"],
};

/**
 * Companies publish cash flows to date alone, so a quarter is what the year to date grew by (MEA-62). Where the calendar begins within the year there is
 * no year to date, and the quarter's own months are the flows.
 */
function flowOf(ask: Ask, name: string, line: GroupFlow["line"], title: string): Working {
  const { code } = ask.span;
  const stretches = TO_DATE[code.slice(5)];
  if (stretches !== undefined) {
    const [longer, shorter] = stretches.map((end) => `${code.slice(0, 4)}-${end}`) as [string, string];
    const whole = ask.desk.fact(name, longer, ask.member);
    if (whole !== undefined)
      return difference(`${longer} - ${shorter}`, [
        refer(ask, name, { period: longer }),
        refer(ask, name, { period: shorter }),
      ]);
  }
  return ask.desk.ledger.flowSum(title, line, monthsOf(ask));
}

const flow = (name: string, line: GroupFlow["line"], title: string): Measure =>
  measure(
    name,
    title,
    "Flows of cash of the line, inflows positive, at the rates of their months (ASC 230, ASC 830-230-45-1). A later quarter is the year to date less the one before it.",
    (ask) => flowOf(ask, name, line, title),
  );

const total = (name: string, title: string, text: string, parts: readonly string[], instant = false): Measure =>
  measure(
    name,
    title,
    text,
    (ask) =>
      sum(
        `${title}, added up`,
        parts.map((part) => refer(ask, part)),
      ),
    { instant },
  );

/** The cash flow statement by the indirect method; inflows read as positive, so capital expenditure does as a negative amount. */
export function cashFlow(): readonly Measure[] {
  return [
    flow("net-income-in-cash-flow", "net-income", "Net income"),
    ...linesOf("operating").map((line) => flow(line, line, TITLES[line])),
    total(
      "cash-from-operations",
      "Net cash provided by operating activities",
      "Net income, what of it was no cash, and the changes of working capital.",
      ["net-income-in-cash-flow", ...linesOf("operating")],
    ),
    ...linesOf("investing").map((line) => flow(line, line, TITLES[line])),
    total(
      "cash-from-investing",
      "Net cash from investing activities",
      "The investing lines, added up.",
      linesOf("investing"),
    ),
    ...linesOf("financing").map((line) => flow(line, line, TITLES[line])),
    total(
      "cash-from-financing",
      "Net cash from financing activities",
      "The financing lines, added up.",
      linesOf("financing"),
    ),
    flow("exchange-effect-on-cash", "exchange-effect", "Effect of exchange rates on cash"),
    total(
      "change-in-cash",
      "Net change in cash",
      "The three totals and the effect of exchange rates (ASC 830-230-45-1).",
      ["cash-from-operations", "cash-from-investing", "cash-from-financing", "exchange-effect-on-cash"],
    ),
    measure(
      "free-cash-flow",
      "Free cash flow",
      "Net cash provided by operating activities and capital expenditure, which reads as a negative amount (MEA-60). Never per share (C&DI 102.05).",
      (ask) =>
        sum("cash from operations + capital expenditure", [
          refer(ask, "cash-from-operations"),
          refer(ask, "capital-expenditure"),
        ]),
      { basis: "non-GAAP" },
    ),
  ];
}
