import { comparativeCode, periodOf } from "../books/periods.ts";
import type { Fact } from "../measures/fact.ts";
import { lower, type Reconcile, some, titleOf } from "./reconciliation-ask.ts";
import type { RowOptions } from "./statement-list.ts";
import { same, takenAway } from "./table-derived.ts";
import type { TableDesk } from "./table-plan.ts";

/** What growth without currency or deals compares, and what is taken out of the amounts that were reported. */
export interface Comparison {
  readonly current: string;
  readonly base: string;
  readonly currency: string;
  /** Of the period alone, and of its base alone. */
  readonly acquired: string | undefined;
  readonly divested: string | undefined;
  readonly growth: string;
}

export const ORGANIC: Comparison = {
  current: "revenue-organic",
  base: "revenue-organic-base",
  currency: "revenue-organic-fx-impact",
  acquired: "revenue-acquired",
  divested: "revenue-divested",
  growth: "revenue-organic-growth",
};

/**
 * Growth without currency or deals: the amounts that it compares, each from the reported one, then both rates (C&DI 104.06). A column of the year before shows the
 * base that the other is compared with.
 */
export const compared =
  (name: string, of: Comparison): Reconcile =>
  (ask) => {
    const { desk, list, periods, step } = ask;
    const isBase = (period: string): boolean => periods.some((one) => comparativeCode(one) === period);
    const after = (period: string): string => periods.find((one) => comparativeCode(one) === period) ?? "";
    const isCurrent = desk.books.company.constantCurrency === "current-at-prior-rates";
    /** A measure of the comparison as it stands in the column of its period, or in that of its base. */
    const inColumn =
      (current: string | undefined, base: string | undefined): NonNullable<RowOptions["factFor"]> =>
      (_measure, period) => {
        if (!isBase(period)) return current === undefined ? undefined : desk.facts.fact(current, period);
        return base === undefined ? undefined : ofBase(desk, base, after(period), period);
      };
    const title = titleOf(ask, name);
    list.row(name, title, {});
    const terms: (readonly [string, 1])[] = [[name, 1]];
    const row = (measure: string | undefined, label: string, factFor: RowOptions["factFor"]): void => {
      if (measure === undefined || factFor === undefined || !some(ask, measure)) return;
      list.row(measure, label, { level: 1, factFor });
      terms.push([measure, 1]);
    };
    const taken =
      (factFor: NonNullable<RowOptions["factFor"]>): NonNullable<RowOptions["factFor"]> =>
      (measure, period) =>
        takenAway(factFor(measure, period));
    row(of.acquired, "Acquisitions", taken(inColumn(of.acquired, undefined)));
    row(of.divested, "Divestitures", taken(inColumn(undefined, of.divested)));
    row(
      of.currency,
      "Currency",
      isCurrent ? taken(inColumn(of.currency, undefined)) : inColumn(undefined, of.currency),
    );
    const key = `comparable:${of.growth}`;
    list.row(
      of.current,
      `Comparable ${lower(title)}`,
      { key, kind: "subtotal", factFor: inColumn(of.current, of.base) },
      terms,
    );
    list.row(`${name}-growth`, "Growth as reported", { step, factFor: inColumn(`${name}-growth`, undefined) });
    list.row(of.growth, titleOf(ask, of.growth), { step, factFor: inColumn(of.growth, undefined) });
  };

/** A fact about the base of a period, shown as of that base. */
function ofBase(desk: TableDesk, measure: string, period: string, base: string): Fact | undefined {
  const fact = desk.facts.fact(measure, period);
  const span = periodOf(desk.books.company, base);
  if (fact === undefined || span === undefined) return undefined;
  if (fact.measure === "revenue" || fact.measure.endsWith("-income") || fact.measure.endsWith("-profit"))
    return desk.facts.fact(measure, base);
  return {
    ...same({ measure: `${measure}-in-base`, title: fact.title }, fact),
    period: base,
    start: span.start,
    end: span.end,
  };
}

export const withoutCurrency =
  (name: string): Reconcile =>
  (ask) => {
    const isCurrent = ask.desk.books.company.constantCurrency === "current-at-prior-rates";
    compared(name, {
      current: isCurrent ? `${name}-at-prior-rates` : name,
      base: isCurrent ? name : `${name}-base-at-current-rates`,
      acquired: undefined,
      divested: undefined,
      currency: `${name}-fx-impact`,
      growth: `${name}-constant-currency-growth`,
    })(ask);
  };
