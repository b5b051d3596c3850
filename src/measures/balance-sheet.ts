import { type Section, STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import { lastMonthOf, refer } from "./ask.ts";
import { linesOf } from "./income-statement.ts";
import { type Measure, measure } from "./measure.ts";
import { difference, sum } from "./working.ts";

const SECTIONS: readonly Section[] = [
  "current-asset",
  "noncurrent-asset",
  "current-liability",
  "noncurrent-liability",
  "equity",
  "intercompany",
];

const INSTANT = { instant: true } as const;

const line = (name: StatementLine): Measure =>
  measure(
    name,
    STATEMENT_LINES[name].title,
    "What stands in the line at the close of the last day of the period (ASC 830-30-45-3).",
    (ask) => ask.desk.ledger.balanceSum(STATEMENT_LINES[name].title, name, lastMonthOf(ask), ask.member),
    INSTANT,
  );

const total = (name: string, title: string, text: string, parts: readonly string[]): Measure =>
  measure(
    name,
    title,
    text,
    (ask) =>
      sum(
        `${title}, added up`,
        parts.map((part) => refer(ask, part)),
      ),
    INSTANT,
  );

/** The lines of the balance sheet and its totals. Assets read as debits, liabilities and equity as credits. */
export function balanceSheet(): readonly Measure[] {
  return [
    ...linesOf(...SECTIONS).map(line),
    total("total-current-assets", "Total current assets", "The current assets, added up.", linesOf("current-asset")),
    total("total-assets", "Total assets", "All assets, with what remains of balances within the group.", [
      "total-current-assets",
      ...linesOf("noncurrent-asset"),
      "balances-within-the-group",
    ]),
    measure(
      "balances-within-the-group",
      "Balances within the group that were not eliminated",
      "What unmatched pairs leave after elimination: receivables and investments less payables. Zero in a close that stands.",
      (ask) =>
        sum(
          "balances within the group, added up",
          linesOf("intercompany").map((name) => refer(ask, name)),
        ),
      INSTANT,
    ),
    total(
      "total-current-liabilities",
      "Total current liabilities",
      "The current liabilities, added up.",
      linesOf("current-liability"),
    ),
    total("total-liabilities", "Total liabilities", "All liabilities, added up.", [
      "total-current-liabilities",
      ...linesOf("noncurrent-liability"),
    ]),
    total(
      "shareholders-equity",
      "Shareholders' equity",
      "Equity attributable to the parent.",
      linesOf("equity").filter((name) => name !== "non-controlling-interests"),
    ),
    total("total-equity", "Total equity", "Equity with non-controlling interests (ASC 810-10-45-16).", [
      "shareholders-equity",
      "non-controlling-interests",
    ]),
    total("total-liabilities-and-equity", "Total liabilities and equity", "Liabilities and equity, added up.", [
      "total-liabilities",
      "total-equity",
    ]),
    measure(
      "working-capital",
      "Working capital",
      "Current assets less current liabilities.",
      (ask) =>
        difference("current assets - current liabilities", [
          refer(ask, "total-current-assets"),
          refer(ask, "total-current-liabilities"),
        ]),
      INSTANT,
    ),
  ];
}
