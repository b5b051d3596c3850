import { isStatementLine, type Section, STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import type { Rational } from "../exact/rational.ts";
import { add, ZERO } from "../exact/rational.ts";
import { turnOf } from "./_ledger.ts";
import { lastMonthOf, monthsOf, refer } from "./ask.ts";
import type { Working } from "./fact.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { difference, none, sum } from "./working.ts";

export const linesOf = (...sections: readonly Section[]): readonly StatementLine[] =>
  Object.keys(STATEMENT_LINES)
    .filter(isStatementLine)
    .filter((line) => sections.includes(STATEMENT_LINES[line].section));

const INCOME_SECTIONS = [
  "revenue",
  "cost-of-sales",
  "operating-expense",
  "non-operating",
  "tax",
  "discontinued",
] as const;

const line = (name: StatementLine): Measure =>
  measure(
    name,
    STATEMENT_LINES[name].title,
    `The entries of the line in the months of the period, translated month by month (ASC 830-30-45-3).`,
    (ask) => ask.desk.ledger.incomeSum(STATEMENT_LINES[name].title, name, monthsOf(ask), ask.member),
    { members: "parts" },
  );

/** Lines of one section added so that costs are positive where the section is one of costs, and income where it is one of income. */
function sectionSum(ask: Ask, text: string, lines: readonly StatementLine[]): Working {
  return sum(
    text,
    lines.map((name) => refer(ask, name)),
  );
}

/** The lines of the income statement in their order, with the totals of a multi-step statement. */
export function incomeStatement(): readonly Measure[] {
  const parts = { members: "parts" } as const;
  const expenses = linesOf("operating-expense");
  const nonOperating = linesOf("non-operating");
  return [
    ...linesOf(...INCOME_SECTIONS).map(line),
    measure(
      "gross-profit",
      "Gross profit",
      "Revenue less cost of sales.",
      (ask) => difference("revenue - cost of sales", [refer(ask, "revenue"), refer(ask, "cost-of-sales")]),
      parts,
    ),
    measure(
      "operating-expenses",
      "Operating expenses",
      "The operating expenses between gross profit and operating income, added up.",
      (ask) => sectionSum(ask, "operating expenses added up", expenses),
      parts,
    ),
    measure(
      "operating-income",
      "Operating income",
      "Gross profit less operating expenses.",
      (ask) =>
        difference("gross profit - operating expenses", [refer(ask, "gross-profit"), refer(ask, "operating-expenses")]),
      parts,
    ),
    measure(
      "non-operating-income",
      "Non-operating income, net",
      "Interest income, other income, remeasurement and gains on disposals less interest expense.",
      (ask) =>
        difference("non-operating income - interest expense", [
          sectionSum(
            ask,
            "non-operating income",
            nonOperating.filter((name) => turnOf(name) === -1),
          ),
          refer(ask, "interest-expense"),
        ]),
      parts,
    ),
    measure(
      "pre-tax-income",
      "Income before income taxes",
      "Operating income and non-operating income, net.",
      (ask) =>
        sum("operating income + non-operating income", [
          refer(ask, "operating-income"),
          refer(ask, "non-operating-income"),
        ]),
      parts,
    ),
    ...netIncome(),
  ];
}

function netIncome(): readonly Measure[] {
  return [
    measure(
      "income-from-continuing-operations",
      "Income from continuing operations",
      "Income before income taxes less the provision for income taxes, non-controlling interests included.",
      (ask) => difference("pre-tax income - income tax", [refer(ask, "pre-tax-income"), refer(ask, "income-tax")]),
    ),
    measure(
      "net-income-including-nci",
      "Net income including non-controlling interests",
      "Income from continuing operations and discontinued operations, net of tax (ASC 810-10-45-19).",
      (ask) =>
        sum("continuing + discontinued operations", [
          refer(ask, "income-from-continuing-operations"),
          refer(ask, "discontinued-operations"),
        ]),
    ),
    measure(
      "net-income-nci",
      "Net income attributable to non-controlling interests",
      "What of net income belongs to owners outside the group (ASC 810-10-45-20).",
      nciIncome,
    ),
    measure(
      "net-income",
      "Net income",
      "Net income attributable to the parent: net income less what belongs to non-controlling interests (ASC 810-10-50-1A).",
      (ask) =>
        difference("net income including non-controlling interests - theirs", [
          refer(ask, "net-income-including-nci"),
          refer(ask, "net-income-nci"),
        ]),
    ),
    measure(
      "net-income-continuing",
      "Income from continuing operations attributable to the parent",
      "Net income attributable to the parent less discontinued operations: the control number of ASC 260-10-45-18. Non-controlling interests are taken to share in continuing operations alone.",
      (ask) =>
        difference("net income - discontinued operations", [
          refer(ask, "net-income"),
          refer(ask, "discontinued-operations"),
        ]),
    ),
  ];
}

function nciIncome(ask: Ask): Working {
  const months = monthsOf(ask);
  const found: { month: string; value: Rational }[] = [];
  for (const month of months) {
    const value = ask.desk.group.nciIncome.get(month);
    if (value !== undefined && value.n !== 0n) found.push({ month, value });
  }
  const text = "Net income of partly owned entities, the share of others";
  if (found.length === 0) return none(`${text}: none up to ${lastMonthOf(ask)}`);
  return {
    kind: "entries",
    text,
    value: found.reduce((total, item) => add(total, item.value), ZERO),
    entries: found.map(({ month, value }) => ({
      month,
      entity: "",
      account: "",
      division: "",
      region: "",
      tag: "",
      entry: "non-controlling-interests" as const,
      how: `non-controlling interests in the net income of ${month}`,
      value,
    })),
  };
}
