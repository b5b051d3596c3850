import type { Fact } from "../measures/fact.ts";
import { type Reconcile, type ReconciliationAsk, some, titleOf } from "./reconciliation-ask.ts";
import type { NamedTerms } from "./statement-list.ts";
import { difference, takenAway } from "./table-derived.ts";
import { infoOf } from "./table-plan.ts";

/** Rows of which those with an amount are shown and added up. */
function added(
  ask: ReconciliationAsk,
  end: readonly [measure: string, label: string],
  rows: readonly (readonly [string, 1 | -1, string])[],
): void {
  const terms: (readonly [string, 1])[] = [];
  for (const [i, [measure, sign, label]] of rows.entries()) {
    if (i > 0 && !some(ask, measure)) continue;
    const level = i === 0 ? 0 : 1;
    const factFor = (of: string, period: string): Fact | undefined => takenAway(ask.desk.facts.fact(of, period));
    ask.list.row(measure, label, sign > 0 ? { level } : { level, factFor });
    terms.push([measure, 1]);
  }
  ask.list.row(end[0], end[1], { kind: "total" }, terms);
}

/** EBITDA is reconciled with net income (C&DI 103.02). */
export const ebit: Reconcile = (ask) =>
  added(
    ask,
    ["ebit", "EBIT"],
    [
      ["net-income", 1, "GAAP net income"],
      ["net-income-nci", 1, "Non-controlling interests"],
      ["income-tax", 1, "Provision for income taxes"],
      ["interest-expense", 1, "Interest expense"],
      ["interest-income", -1, "Interest income"],
    ],
  );

export function ebitda(ask: ReconciliationAsk): void {
  ebit(ask);
  const plus: NamedTerms = [
    ["ebit", 1],
    ["depreciation-and-amortisation", 1],
  ];
  ask.list.row("depreciation-and-amortisation", "Depreciation and amortisation", { level: 1 });
  ask.list.row("ebitda", "EBITDA", { kind: "total" }, plus);
}

export function adjustedEbitda(ask: ReconciliationAsk): void {
  const { desk, list, version } = ask;
  ebitda(ask);
  const key = "adjusted-ebitda-adjustment";
  list.row(`adjusted-ebitda${version}`, "Adjustments", {
    key,
    level: 1,
    factFor: (measure, period) =>
      difference({ measure: key, title: "Adjustments of EBITDA" }, desk.facts.fact(measure, period), [
        desk.facts.fact("ebitda", period),
      ]),
  });
  const terms: NamedTerms = [
    ["ebitda", 1],
    [key, 1],
  ];
  list.row(`adjusted-ebitda${version}`, "Adjusted EBITDA", { kind: "total" }, terms);
}

export const ofRevenue =
  (amount: Reconcile, rate: string): Reconcile =>
  (ask) => {
    amount(ask);
    ask.list.row("revenue", titleOf(ask, "revenue"), {});
    ask.list.row("net-margin", "Net margin", { step: ask.step });
    ask.list.row(`${rate}${infoOf(ask.desk, rate)?.version === "v1" ? "" : ask.version}`, titleOf(ask, rate), {
      step: ask.step,
    });
  };

export function freeCashFlow(ask: ReconciliationAsk): void {
  added(
    ask,
    ["free-cash-flow", titleOf(ask, "free-cash-flow")],
    [
      ["cash-from-operations", 1, titleOf(ask, "cash-from-operations")],
      ["capital-expenditure", 1, titleOf(ask, "capital-expenditure")],
    ],
  );
}
