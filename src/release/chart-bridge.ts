import type { SourcePlace } from "../books/books.ts";
import { comparativeCode, periodOf } from "../books/periods.ts";
import { add, equal, type Rational, ZERO } from "../exact/rational.ts";
import type { Fact, Member } from "../measures/fact.ts";
import { nearestTo } from "../text/nearest.ts";
import { capital, fiscalYear, stretchInWords } from "./calendar-words.ts";
import { lower, reconciliationLines } from "./reconciliation-ask.ts";
import { askedMeasure, askedMember, askedPeriod } from "./table-ask.ts";
import { difference, negation } from "./table-derived.ts";
import type { ChartSpec } from "./table-file.ts";
import { said } from "./table-footing.ts";
import { infoOf, type TableDesk } from "./table-plan.ts";

/** A bar or a step before its figure is made. */
export interface PointPlan {
  readonly label: string;
  readonly measure: string;
  readonly member: Member;
  readonly period: string;
  /** Whether it stands on the ground. */
  readonly isTotal: boolean;
  readonly factFor?: (measure: string, period: string) => Fact | undefined;
  readonly place: SourcePlace;
}

const BRIDGED = ["revenue", "gross-profit", "operating-income", "pre-tax-income", "net-income", "diluted-eps"];
const BRIDGES = [
  ...BRIDGED.map((of) => `non-gaap-${of}`),
  "revenue-organic",
  "revenue-organic-growth",
  "revenue-constant-currency-growth",
];

/** The bars of a bridge by its name; steps without an amount are left out. */
export function bridgePoints(desk: TableDesk, spec: ChartSpec, asked: string, period: string): readonly PointPlan[] {
  const place = spec.at("bridge");
  const [name = "", version] = asked.split("@");
  if (askedMeasure(desk, asked, place) === undefined) return [];
  if (!BRIDGES.includes(name)) {
    desk.say(
      "measure-unknown",
      place,
      `No bridge leads to "${name}".`,
      `The nearest that has one is ${nearestTo(name, BRIDGES)}.`,
    );
    return [];
  }
  const points =
    name === "revenue-organic"
      ? revenueBridge(desk, period)
      : name.startsWith("non-gaap-")
        ? adjusted(desk, name.slice("non-gaap-".length), version, period)
        : growthBridge(desk, name, period);
  const labels = spec.values.labels;
  const shown = points
    .filter((point) => point.isTotal || hasAmount(factOf(desk, { ...point, place })))
    .map((point) => ({ ...point, label: labels.get(point.key ?? point.measure)?.value ?? point.label, place }));
  return shown;
}

type Step = Omit<PointPlan, "place"> & { readonly key?: string };

const factOf = (desk: TableDesk, { measure, member, period, factFor }: PointPlan): Fact | undefined =>
  factFor === undefined ? desk.facts.fact(measure, period, member) : factFor(measure, period);

const hasAmount = (fact: Fact | undefined): boolean => typeof fact?.value === "object" && fact.value.n !== 0n;

/** From a GAAP measure to its non-GAAP one, by the lines of its reconciliation. */
function adjusted(desk: TableDesk, of: string, version: string | undefined, period: string): readonly Step[] {
  const suffix = version === undefined ? "" : `@${version}`;
  const title = lower(infoOf(desk, of)?.title ?? of);
  const both = { member: {}, period } as const;
  return [
    { ...both, label: `GAAP ${title}`, measure: of, isTotal: true },
    ...reconciliationLines(desk, of, [period], suffix).map(({ measure, member, label }) => ({
      label,
      measure: `${measure}${suffix}`,
      member,
      period,
      isTotal: false,
      ...(member.category === undefined ? {} : { key: member.category }),
    })),
    { ...both, label: `Non-GAAP ${title}`, measure: `non-gaap-${of}${suffix}`, isTotal: true },
  ];
}

/** From growth as reported to growth without currency and deals, in points; what a changed base does is a step of its own. */
function growthBridge(desk: TableDesk, name: string, period: string): readonly Step[] {
  const isOrganic = name === "revenue-organic-growth";
  const fact = (measure: string): Fact | undefined => desk.facts.fact(measure, period);
  const less = (label: string, measure: string): Step => ({
    label,
    measure,
    member: {},
    period,
    isTotal: false,
    factFor: () => negation({ measure: `${measure}-taken-out`, title: label, unit: "points" }, fact(measure)),
  });
  const steps = isOrganic
    ? [
        less("Currency", "revenue-organic-fx-points"),
        less("Acquisitions", "revenue-acquisition-points"),
        less("Divestitures", "revenue-divestiture-points"),
      ]
    : [less("Currency", "revenue-fx-points")];
  const rest: Step = {
    label: "Changed base",
    measure: name,
    key: "changed-base",
    member: {},
    period,
    isTotal: false,
    factFor: () =>
      difference(
        { measure: "revenue-changed-base-points", title: "Effect of the changed base", unit: "points" },
        fact(name),
        [fact("revenue-growth"), ...steps.map((step) => step.factFor?.(step.measure, period))],
      ),
  };
  const total = (label: string, measure: string): Step => ({ label, measure, member: {}, period, isTotal: true });
  return [
    total("Growth as reported", "revenue-growth"),
    ...steps,
    rest,
    total(isOrganic ? "Organic growth" : "Growth without currency", name),
  ];
}

/** From the revenue of a year before to that of the period: deals, currency, and what the comparable business did. */
function revenueBridge(desk: TableDesk, period: string): readonly Step[] {
  const before = comparativeCode(period) ?? "";
  const fact = (measure: string): Fact | undefined => desk.facts.fact(measure, period);
  const named = (code: string): string => {
    const span = periodOf(desk.books.company, code);
    return span === undefined ? code : `${capital(stretchInWords(span))} ${fiscalYear(code)}`;
  };
  const step = (label: string, measure: string, more: Partial<Step> = {}): Step => ({
    label,
    measure,
    member: {},
    period,
    isTotal: false,
    ...more,
  });
  return [
    step(named(before), "revenue", { period: before, isTotal: true, key: "revenue-of-the-base" }),
    step("Divestitures", "revenue-divested", {
      factFor: () =>
        negation({ measure: "revenue-divested-taken-out", title: "Divestitures" }, fact("revenue-divested")),
    }),
    step("Currency", "revenue-organic-fx-impact"),
    step("Organic growth", "revenue-organic", {
      factFor: () =>
        difference({ measure: "revenue-organic-change", title: "Organic growth" }, fact("revenue-organic"), [
          fact("revenue-organic-base"),
        ]),
    }),
    step("Acquisitions", "revenue-acquired"),
    step(named(period), "revenue", { isTotal: true }),
  ];
}

/** The bars as they are spelled; each that stands on the ground must be what the ones before it come to. */
export function stepPoints(desk: TableDesk, spec: ChartSpec, period: string): readonly PointPlan[] {
  const { steps } = spec.values;
  const points = steps.flatMap((step, i): readonly PointPlan[] => {
    const { label, measure = "", member: text, period: words, total } = step.values;
    const info = askedMeasure(desk, measure, step.at("measure"));
    const member = askedMember(desk, text, step.at("member"));
    const code = words === undefined ? period : askedPeriod(desk, words, step.at("period"));
    if (info === undefined || member === undefined || code === undefined) return [];
    const isTotal = total ?? (i === 0 || i === steps.length - 1);
    return [{ label: label ?? info.title, measure, member, period: code, isTotal, place: step.at() }];
  });
  if (points.length === steps.length) tellOff(desk, points);
  return points;
}

function tellOff(desk: TableDesk, points: readonly PointPlan[]): void {
  let reached: Rational | undefined;
  for (const point of points) {
    const fact = factOf(desk, point);
    const value = typeof fact?.value === "object" ? fact.value : ZERO;
    if (point.isTotal && reached !== undefined && fact !== undefined && !equal(reached, value))
      desk.say(
        "total-differs-from-lines",
        point.place,
        `The bars up to "${point.label}" come to ${said(reached, fact)}, and it is ${said(value, fact)}. Both are unrounded.`,
        'Add the steps that are missing, or write "total: no" where it does not stand on the ground.',
      );
    reached = point.isTotal || reached === undefined ? value : add(reached, value);
  }
}
