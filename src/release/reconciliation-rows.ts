import type { SourcePlace } from "../books/books.ts";
import { comparativeCode, periodOf } from "../books/periods.ts";
import { STATEMENT_LINES } from "../books/statement-line.ts";
import { rational } from "../exact/rational.ts";
import type { Fact, Member } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";
import { nearestTo } from "../text/nearest.ts";
import { type NamedTerms, type RowList, type RowOptions, rowList } from "./statement-list.ts";
import { periodsOf } from "./statement-rows.ts";
import { askedMeasure } from "./table-ask.ts";
import { difference, same } from "./table-derived.ts";
import type { TableSpec } from "./table-file.ts";
import { type ColumnsPlan, infoOf, type RowsPlan, type TableDesk } from "./table-plan.ts";

interface Ask {
  readonly desk: TableDesk;
  readonly list: RowList;
  readonly periods: readonly string[];
  /** "@v2006" where another version of the definitions is asked for, "" otherwise. */
  readonly version: string;
  /** Whether rows per share follow on net income. */
  readonly isEach: boolean;
  /** The step of the rates at its foot. */
  readonly step: TableSpec["values"]["rate-step"];
}

type Reconcile = (ask: Ask) => void;

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

const lower = (title: string): string =>
  /^[A-Z]{2}/.test(title) ? title : `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
const titleOf = ({ desk }: Ask, measure: string): string => infoOf(desk, measure)?.title ?? measure;

const LINE_LABELS: ReadonlyMap<string, string> = new Map([
  ["tax-effect-of-adjustments", "Tax effect of adjustments"],
  ["tax-effect-of-adjustments-per-share", "Tax effect of adjustments"],
  ["nci-share-of-adjustments", "Non-controlling interests in adjustments"],
  ["nci-share-of-adjustments-per-share", "Non-controlling interests in adjustments"],
  ["share-count-effect-per-share", "Effect of the different number of shares"],
]);

interface Line {
  readonly measure: string;
  readonly member: Member;
  readonly label: string;
}

/** The lines that have an amount in any of the periods, in the order of the categories, then what is a line of its own. */
export function reconciliationLines(
  desk: TableDesk,
  of: string,
  periods: readonly string[],
  version: string,
): readonly Line[] {
  const definition = version === "" ? undefined : version.slice(1);
  const found = new Map<string, Line>();
  for (const period of periods)
    for (const { measure, member } of desk.facts.reconciliation(of, period, definition)?.lines ?? [])
      found.set(`${measure}\n${memberText(member)}`, {
        measure,
        member,
        label: member.category ?? LINE_LABELS.get(measure) ?? measure,
      });
  const { categories } = desk.facts.names;
  const further = [...LINE_LABELS.keys()];
  const rank = ({ measure, member }: Line): number =>
    member.category === undefined ? categories.length + further.indexOf(measure) : categories.indexOf(member.category);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** From a GAAP amount to the non-GAAP one; gives the name of the last row. */
function bridge(ask: Ask, of: string, kind: "subtotal" | "total" = "total"): void {
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
const margin =
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

function rates({ list, version, desk }: Ask, rate: string, step: Ask["step"]): void {
  const title = lower(infoOf(desk, rate)?.title ?? rate);
  list.row(rate, `GAAP ${title}`, { step });
  list.row(`non-gaap-${rate}${version}`, `Non-GAAP ${title}`, { step });
}

function netIncome(ask: Ask): void {
  const { list, isEach } = ask;
  bridge(ask, "net-income");
  if (!isEach) return;
  list.section("Per diluted share");
  earningsPerShare(ask);
}

function earningsPerShare(ask: Ask): void {
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
function taxRate(ask: Ask): void {
  const { desk, list, version, step } = ask;
  bridge(ask, "pre-tax-income");
  list.row("income-tax", "GAAP provision for income taxes", {});
  const terms: (readonly [string, 1 | -1])[] = [["income-tax", 1]];
  const less = (measure: string, label: string, member: Member = {}): void => {
    const key = `less:${measure}:${member.category ?? ""}`;
    list.row(`${measure}${version}`, `Less: ${lower(label)}`, { key, member, level: 1 });
    terms.push([key, -1]);
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

const some = ({ desk, periods }: Ask, measure: string): boolean =>
  periods.some((period) => {
    const value = desk.facts.fact(measure, period)?.value;
    return typeof value === "object" && value.n !== 0n;
  });

/** Rows of which those with an amount are shown and added up. */
function added(
  ask: Ask,
  end: readonly [measure: string, label: string],
  rows: readonly (readonly [string, 1 | -1, string])[],
): void {
  const terms: (readonly [string, 1 | -1])[] = [];
  for (const [i, [measure, sign, label]] of rows.entries()) {
    if (i > 0 && !some(ask, measure)) continue;
    ask.list.row(measure, label, { level: i === 0 ? 0 : 1 });
    terms.push([measure, sign]);
  }
  ask.list.row(end[0], end[1], { kind: "total" }, terms);
}

/** EBITDA is reconciled with net income (C&DI 103.02). */
const ebit: Reconcile = (ask) =>
  added(
    ask,
    ["ebit", "EBIT"],
    [
      ["net-income", 1, "GAAP net income"],
      ["net-income-nci", 1, "Non-controlling interests"],
      ["income-tax", 1, "Provision for income taxes"],
      ["interest-expense", 1, "Interest expense"],
      ["interest-income", -1, "Less: interest income"],
    ],
  );

function ebitda(ask: Ask): void {
  ebit(ask);
  const plus: NamedTerms = [
    ["ebit", 1],
    ["depreciation-and-amortisation", 1],
  ];
  ask.list.row("depreciation-and-amortisation", "Depreciation and amortisation", { level: 1 });
  ask.list.row("ebitda", "EBITDA", { kind: "total" }, plus);
}

function adjustedEbitda(ask: Ask): void {
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

const ofRevenue =
  (amount: Reconcile, rate: string): Reconcile =>
  (ask) => {
    amount(ask);
    ask.list.row("revenue", titleOf(ask, "revenue"), {});
    ask.list.row("net-margin", "Net margin", { step: ask.step });
    ask.list.row(`${rate}${infoOf(ask.desk, rate)?.version === "v1" ? "" : ask.version}`, titleOf(ask, rate), {
      step: ask.step,
    });
  };

function freeCashFlow(ask: Ask): void {
  added(
    ask,
    ["free-cash-flow", titleOf(ask, "free-cash-flow")],
    [
      ["cash-from-operations", 1, titleOf(ask, "cash-from-operations")],
      ["capital-expenditure", 1, titleOf(ask, "capital-expenditure")],
    ],
  );
}

/** What growth without currency or deals compares, and what is taken out of the amounts that were reported. */
interface Comparison {
  readonly current: string;
  readonly base: string;
  readonly currency: string;
  /** Of the period alone, and of its base alone. */
  readonly acquired: string | undefined;
  readonly divested: string | undefined;
  readonly growth: string;
}

const ORGANIC: Comparison = {
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
const compared =
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
    const terms: (readonly [string, 1 | -1])[] = [[name, 1]];
    const taken = (measure: string | undefined, label: string, sign: 1 | -1, inBase: boolean): void => {
      if (measure === undefined || !some(ask, measure)) return;
      list.row(measure, label, {
        level: 1,
        factFor: inBase ? inColumn(undefined, measure) : inColumn(measure, undefined),
      });
      terms.push([measure, sign]);
    };
    taken(of.acquired, "Less: acquisitions", -1, false);
    taken(of.divested, "Less: divestitures", -1, true);
    if (isCurrent) taken(of.currency, "Less: currency", -1, false);
    else taken(of.currency, "Currency", 1, true);
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

const withoutCurrency =
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
