import { STATEMENT_LINES } from "../books/statement-line.ts";
import type { Fact, Member } from "../measures/fact.ts";
import {
  lower,
  type Reconcile,
  type ReconciliationAsk,
  reconciliationLines,
  some,
  titleOf,
} from "./reconciliation-ask.ts";
import { takenAway } from "./table-derived.ts";
import { infoOf } from "./table-plan.ts";

/** From a GAAP amount to the non-GAAP one; gives the name of the last row. */
export function bridge(ask: ReconciliationAsk, of: string, kind: "subtotal" | "total" = "total"): void {
  const { desk, list, periods, version } = ask;
  const title = lower(titleOf(ask, of));
  list.row(of, `GAAP ${title}`, {});
  const terms: (readonly [string, 1])[] = [[of, 1]];
  for (const { measure, member, label } of reconciliationLines(desk, of, periods, version)) {
    const key = member.category === undefined ? measure : `${measure}:${member.category}`;
    list.row(`${measure}${version}`, label, { key, member, level: 1 });
    terms.push([key, 1]);
  }
  list.row(`non-gaap-${of}${version}`, `Non-GAAP ${title}`, { kind }, terms);
}

/** Both margins below the amounts that they are made of, so that neither stands alone (C&DI 102.10). */
export const margin =
  (of: string, rate: string): Reconcile =>
  (ask) => {
    const { desk, list, periods, version, step } = ask;
    bridge(ask, of);
    list.row("revenue", titleOf(ask, "revenue"), {});
    const differs = periods.some((period) => {
      const [gaap, own] = [desk.facts.fact("revenue", period), desk.facts.fact(`non-gaap-revenue${version}`, period)];
      return typeof gaap?.value === "object" && typeof own?.value === "object" && gaap.value.n !== own.value.n;
    });
    if (differs) list.row(`non-gaap-revenue${version}`, "Non-GAAP revenue", {});
    rates(ask, rate, step);
  };

function rates({ list, version, desk }: ReconciliationAsk, rate: string, step: ReconciliationAsk["step"]): void {
  const title = lower(infoOf(desk, rate)?.title ?? rate);
  list.row(rate, `GAAP ${title}`, { step });
  list.row(`non-gaap-${rate}${version}`, `Non-GAAP ${title}`, { step });
}

export function netIncome(ask: ReconciliationAsk): void {
  const { list, isEach } = ask;
  bridge(ask, "net-income");
  if (!isEach) return;
  list.section("Per diluted share");
  earningsPerShare(ask);
}

export function earningsPerShare(ask: ReconciliationAsk): void {
  const { desk, list, periods, version } = ask;
  bridge(ask, "diluted-eps");
  list.row("diluted-shares", "Weighted average diluted shares", {});
  const differs = periods.some((period) => {
    const [gaap, own] = [
      desk.facts.fact("diluted-shares", period),
      desk.facts.fact(`non-gaap-diluted-shares${version}`, period),
    ];
    return (
      typeof gaap?.value === "object" &&
      typeof own?.value === "object" &&
      gaap.value.n * own.value.d !== own.value.n * gaap.value.d
    );
  });
  if (differs) list.row(`non-gaap-diluted-shares${version}`, "Weighted average diluted shares, non-GAAP", {});
}

/** The provision with the tax on adjustments; what is tax itself is a line only where its category is nothing else. */
export function taxRate(ask: ReconciliationAsk): void {
  const { desk, list, version, step } = ask;
  bridge(ask, "pre-tax-income");
  list.row("income-tax", "GAAP provision for income taxes", {});
  const terms: (readonly [string, 1])[] = [["income-tax", 1]];
  const less = (measure: string, label: string, member: Member = {}): void => {
    const key = `less:${measure}:${member.category ?? ""}`;
    const factFor = (of: string, period: string): Fact | undefined => takenAway(desk.facts.fact(of, period, member));
    list.row(`${measure}${version}`, label, { key, member, level: 1, factFor });
    terms.push([key, 1]);
  };
  if (some(ask, `tax-effect-of-adjustments${version}`)) less("tax-effect-of-adjustments", "Tax effect of adjustments");
  const placed = desk.books.adjustments.filter((row) => STATEMENT_LINES[row.placement].section === "tax");
  const mixed = placed.some((row) =>
    desk.books.adjustments.some((other) => other.category === row.category && other.placement !== row.placement),
  );
  const categories = new Set(placed.map(({ category }) => category));
  if (!mixed)
    for (const { measure, member } of reconciliationLines(desk, "net-income", ask.periods, version))
      if (member.category !== undefined && categories.has(member.category)) less(measure, member.category, member);
  list.row(
    `non-gaap-income-tax${version}`,
    "Non-GAAP provision for income taxes",
    { kind: "total" },
    mixed ? [] : terms,
  );
  rates(ask, "effective-tax-rate", step);
}
