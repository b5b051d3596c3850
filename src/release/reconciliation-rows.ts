import type { SourcePlace } from "../books/books.ts";
import { rational } from "../exact/rational.ts";
import { nearestTo } from "../text/nearest.ts";
import type { Reconcile } from "./reconciliation-ask.ts";
import { adjustedEbitda, ebit, ebitda, freeCashFlow, ofRevenue } from "./reconciliation-earnings.ts";
import { compared, ORGANIC, withoutCurrency } from "./reconciliation-growth.ts";
import { bridge, earningsPerShare, margin, netIncome, taxRate } from "./reconciliation-income.ts";
import { rowList } from "./statement-list.ts";
import { periodsOf } from "./statement-rows.ts";
import { askedMeasure } from "./table-ask.ts";
import type { TableSpec } from "./table-file.ts";
import type { ColumnsPlan, RowsPlan, TableDesk } from "./table-plan.ts";

/**
 * From the GAAP measure to the non-GAAP one, in that order (Regulation G 100(a)(2), S-K 10(e)(1)(i)): each adjustment before tax in a line, their tax effect in one
 * of its own (C&DI 102.11), for every non-GAAP measure that there is.
 */
export function reconciliationRows(desk: TableDesk, table: TableSpec, columns: ColumnsPlan): RowsPlan {
  const { reconciliation, labels, "per-share": each } = table.values;
  const list = rowList(desk, labels, table.at("reconciliation"));
  const isInColumns = table.values.columns.some((column) =>
    [column, ...column.values.columns].some(({ values }) => values["per-share"] !== undefined),
  );
  for (const { value: asked, place } of reconciliation) {
    const [name = "", version] = asked.split("@");
    const info = askedMeasure(desk, asked, place);
    if (info === undefined) continue;
    const reconcile = RECONCILED.get(name);
    if (reconcile === undefined) {
      tellNone(desk, name, place);
      continue;
    }
    if (reconciliation.length > 1) list.section(info.title);
    reconcile({
      desk,
      list,
      periods: periodsOf(columns),
      version: version === undefined ? "" : `@${version}`,
      isEach: each !== "none" && !isInColumns,
      step: table.values["rate-step"] ?? rational(1n, 10n),
    });
  }
  return list.plan();
}

function tellNone(desk: TableDesk, name: string, place: SourcePlace): void {
  const nearest = nearestTo(name, RECONCILED.keys());
  const message = `"${name}" is reconciled with nothing: it is no non-GAAP measure of the catalogue.`;
  desk.say(
    "measure-unknown",
    place,
    message,
    `The nearest that is one is ${nearest}; measures of your own are put in rows.`,
  );
}

const RECONCILED: ReadonlyMap<string, Reconcile> = new Map<string, Reconcile>([
  ...["revenue", "gross-profit", "operating-income", "pre-tax-income"].map((of): [string, Reconcile] => [
    `non-gaap-${of}`,
    (ask) => bridge(ask, of),
  ]),
  ["non-gaap-net-income", netIncome],
  ["non-gaap-diluted-eps", earningsPerShare],
  ["non-gaap-gross-margin", margin("gross-profit", "gross-margin")],
  ["non-gaap-operating-margin", margin("operating-income", "operating-margin")],
  ["non-gaap-effective-tax-rate", taxRate],
  ["ebit", ebit],
  ["ebitda", ebitda],
  ["adjusted-ebitda", adjustedEbitda],
  ["ebitda-margin", ofRevenue(ebitda, "ebitda-margin")],
  ["adjusted-ebitda-margin", ofRevenue(adjustedEbitda, "adjusted-ebitda-margin")],
  ["free-cash-flow", freeCashFlow],
  ["revenue-organic-growth", compared("revenue", ORGANIC)],
  ...["revenue", "gross-profit", "operating-income"].map((of): [string, Reconcile] => [
    `${of}-constant-currency-growth`,
    withoutCurrency(of),
  ]),
]);
