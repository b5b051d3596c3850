import { periodOf, precedingQuarter, quarterCodes } from "../books/periods.ts";
import { compare } from "../exact/rational.ts";
import type { Fact } from "../measures/fact.ts";
import { fiscalYear, stretchInWords } from "./calendar-words.ts";
import { bridgePoints, type PointPlan, stepPoints } from "./chart-bridge.ts";
import { printFigure } from "./print.ts";
import type { BoundFigure, Chart, ChartSeries, PrintForm } from "./release.ts";
import { askedMeasure, askedMember, askedPeriod } from "./table-ask.ts";
import { cellOf, type MadeCell, type TableGrid } from "./table-cells.ts";
import type { ChartSpec } from "./table-file.ts";
import { unitText } from "./table-made.ts";
import { type ColumnPlan, infoOf, type RowPlan, type TableDesk } from "./table-plan.ts";
import { type MembersAsk, memberRows } from "./table-rows.ts";

/** The figures that stand in tables already: a chart of the same fact in the same form shows the very record. */
export type TableFigures = ReadonlyMap<Fact, readonly BoundFigure[]>;

const MOST_QUARTERS = 8;

interface SeriesPlan {
  readonly name: string;
  readonly points: readonly PointPlan[];
}

/** A chart of tables.yaml; undefined where it cannot be made, which is told. */
export function madeChart(desk: TableDesk, spec: ChartSpec, shared: TableFigures): Chart | undefined {
  if (!spec.isWhole) return undefined;
  const { chart: name = "", form = "bars", title } = spec.values;
  const series = form === "waterfall" ? waterfall(desk, spec) : overTime(desk, spec);
  const cells = series.map(({ points }) => points.map((point) => pointCell(desk, spec, point)));
  const made = series.map(
    (one, i): ChartSeries => ({
      name: one.name,
      points: one.points.flatMap((point, j) => {
        const { cell } = cells[i]![j]!;
        if (cell.kind === "empty" || typeof cell.figure.fact.value === "string") return [];
        const figure = sharedFigure(cell.figure, shared);
        return [{ label: point.label, figure, total: point.isTotal }];
      }),
    }),
  );
  if (made.every(({ points }) => points.length === 0)) {
    // Where a measure, a member or a period is unknown, that has been told.
    if (series.length > 0 && series.every(({ points }) => points.length > 0)) tellNothing(desk, spec);
    return undefined;
  }
  if (!isOneUnit(desk, spec, made)) return undefined;
  return {
    kind: "chart",
    name,
    form,
    title: title ?? "",
    description: spec.values.description ?? described(desk, spec, made),
    unitText: unitText(desk, cells, spec.values.unit ?? "millions"),
    series: made,
    place: spec.at("chart"),
  };
}

function tellNothing(desk: TableDesk, spec: ChartSpec): void {
  const message = `The chart "${spec.values.chart}" has no figure: the books hold none of its measures in its periods.`;
  desk.say("table-without-rows", spec.at("chart"), message, "Ask for measures and periods that the books hold.");
}

/** A point as a cell that stands alone: rates show their own sign, amounts are in the scale of the chart. */
function pointCell(desk: TableDesk, spec: ChartSpec, point: PointPlan): MadeCell {
  const grid: TableGrid = {
    unit: spec.values.unit ?? "millions",
    step: spec.values.step,
    rateStep: spec.values.step,
    negative: "brackets",
  };
  const row: RowPlan = {
    label: point.label,
    level: 0,
    kind: "line",
    measure: point.measure,
    member: point.member,
    place: point.place,
    step: spec.values.step,
    ...(point.factFor === undefined ? {} : { factFor: point.factFor }),
  };
  const column: ColumnPlan = {
    kind: "amount",
    period: point.period,
    measureFor: (measure) => measure,
    head: undefined,
    usualHead: undefined,
    step: undefined,
    isAudited: false,
    place: point.place,
  };
  return signed(cellOf(desk, row, column, grid, false));
}

/** Beside a bar nothing else says that a number is a percentage. */
function signed(made: MadeCell): MadeCell {
  const { cell, fact } = made;
  if (cell.kind === "empty" || (fact?.unit !== "ratio" && fact?.unit !== "points" && fact?.unit !== "basis-points"))
    return made;
  const form: PrintForm = { ...cell.figure.form, unit: "sign" };
  const { text, from, to } = printFigure(cell.figure.fact, form);
  return { ...made, form, cell: { ...cell, figure: { ...cell.figure, form, text, from, to } } };
}

function sharedFigure(figure: BoundFigure, shared: TableFigures): BoundFigure {
  const like = shared
    .get(figure.fact)
    ?.find(({ form, text }) => text === figure.text && form.scale === figure.form.scale);
  return like ?? figure;
}

/** All amounts of a chart are measured on one axis; rates and points of them are both in percent. */
function isOneUnit(desk: TableDesk, spec: ChartSpec, series: readonly ChartSeries[]): boolean {
  const facts = series.flatMap(({ points }) => points.map(({ figure }) => figure.fact));
  const axis = ({ unit }: Fact): string => (unit === "points" ? "ratio" : unit);
  const first = facts[0];
  const other = facts.find((fact) => first !== undefined && axis(fact) !== axis(first));
  if (first === undefined || other === undefined) return true;
  desk.say(
    "table-units-differ",
    spec.at("chart"),
    `"${first.measure}" is of the unit ${first.unit} and "${other.measure}" of ${other.unit}; a chart has one axis.`,
    "Make a chart of each.",
  );
  return false;
}

/** Bars and stacks: a series for each member, or as they are spelled, over quarters or the periods that are named. */
function overTime(desk: TableDesk, spec: ChartSpec): readonly SeriesPlan[] {
  const { members, series, measure = "revenue", order, form } = spec.values;
  const periods = periodsOf(desk, spec);
  const points = (of: string, member: Fact["member"], place = spec.at("chart")): readonly PointPlan[] =>
    periods.map((period) => ({ label: periodLabel(desk, period), measure: of, member, period, isTotal: false, place }));
  const info = askedMeasure(desk, measure, spec.at("measure"));
  if (members !== undefined && info !== undefined) {
    const ask: MembersAsk = { measure, dimension: members, order: order.map(({ value }) => value) };
    const made = memberRows(desk, ask).map(({ label, member }) => ({ name: label, points: points(measure, member) }));
    if (form !== "stacked" || info.unit !== "money" || made.length < 2) return made;
    return [...made, { name: "Total", points: points(measure, {}).map((point) => ({ ...point, isTotal: true })) }];
  }
  if (series.length === 0) return info === undefined ? [] : [{ name: info.title, points: points(measure, {}) }];
  return series.flatMap((one): readonly SeriesPlan[] => {
    const of = one.values.measure ?? measure;
    const own = askedMeasure(desk, of, one.at("measure"));
    const member = askedMember(desk, one.values.member, one.at("member"));
    if (own === undefined || member === undefined) return [];
    const name = one.values.name ?? member.division ?? member.region ?? own.title;
    return [{ name, points: points(of, member, one.at()) }];
  });
}

function periodsOf(desk: TableDesk, spec: ChartSpec): readonly string[] {
  const { periods, quarters = MOST_QUARTERS, measure = "revenue" } = spec.values;
  if (periods.length > 0) return periods.flatMap(({ value, place }) => askedPeriod(desk, value, place) ?? []);
  const held = new Set(infoOf(desk, measure)?.periods ?? []);
  const found: string[] = [];
  for (
    let code: string | undefined = desk.quarter;
    code !== undefined && found.length < quarters;
    code = precedingQuarter(code)
  ) {
    if (!held.has(code)) break;
    found.unshift(code);
  }
  return found;
}

/** "Q3 2007", "Nine months 2007". */
function periodLabel(desk: TableDesk, code: string): string {
  const span = periodOf(desk.books.company, code);
  if (span === undefined) return code;
  if (span.kind === "quarter") return `Q${code.slice(6)} ${fiscalYear(code)}`;
  if (span.kind === "year") return fiscalYear(code);
  return span.kind === "year-to-date" ? `${code.endsWith("6M") ? "Six" : "Nine"} months ${fiscalYear(code)}` : code;
}

function waterfall(desk: TableDesk, spec: ChartSpec): readonly SeriesPlan[] {
  const { period: words = ["this"], bridge, steps, title = "" } = spec.values;
  const period = askedPeriod(desk, words, spec.at("period"));
  if (period === undefined) return [];
  if ((bridge === undefined) === (steps.length === 0)) {
    const stands = bridge === undefined ? "neither a bridge nor steps" : "both a bridge and steps";
    const message = `The waterfall "${spec.values.chart}" has ${stands}.`;
    const remedy = 'Write "bridge: non-gaap-net-income", or the bars one by one below "steps:".';
    desk.say("table-without-rows", spec.at("chart"), message, remedy);
    return [];
  }
  const points = bridge === undefined ? stepPoints(desk, spec, period) : bridgePoints(desk, spec, bridge, period);
  return points.length === 0 ? [] : [{ name: title === "" ? (points.at(-1)?.label ?? "") : title, points }];
}

/** One sentence for those who cannot see the chart: what is shown and which way it went, without any figure. */
function described(desk: TableDesk, spec: ChartSpec, series: readonly ChartSeries[]): string {
  if (spec.values.form === "waterfall") return waterfallSaid(series[0]);
  const first = series[0]?.points[0];
  const last = series[0]?.points.at(-1);
  if (first === undefined || last === undefined) return "";
  const measure = infoOf(desk, first.figure.fact.measure)?.title ?? "";
  const what = spec.values.members === undefined ? measure : `${measure} by ${spec.values.members}`;
  const span = `from ${stretchSaid(desk, first.figure.fact.period)} to ${stretchSaid(desk, last.figure.fact.period)}`;
  const ways = series.map(({ name, points }) => `${name} ${wayOf(points[0]?.figure, points.at(-1)?.figure)}`);
  return `${what} ${span}: between the first and the last ${listed(ways)}.`;
}

const stretchSaid = (desk: TableDesk, code: string): string => {
  const span = periodOf(desk.books.company, code);
  if (span === undefined) return code;
  return `the ${stretchInWords(span)}${quarterCodes(code).length === 4 ? "" : " of"} ${fiscalYear(code)}`;
};

function wayOf(first: BoundFigure | undefined, last: BoundFigure | undefined): string {
  const [a, b] = [first?.fact.value, last?.fact.value];
  if (
    a === undefined ||
    b === undefined ||
    typeof a === "string" ||
    typeof b === "string" ||
    first?.text === last?.text
  )
    return "stayed as it was";
  return compare(b, a) > 0 ? "rose" : "fell";
}

function waterfallSaid(series: ChartSeries | undefined): string {
  const points = series?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "";
  const steps = points.filter(({ total }) => !total);
  const named = (isMore: boolean): readonly string[] =>
    steps
      .filter(({ figure: { fact } }) => typeof fact.value !== "string" && fact.value.n > 0n === isMore)
      .map(({ label }) => lowered(label));
  const said = [
    ...(named(true).length === 0 ? [] : [`${listed(named(true))} ${named(true).length === 1 ? "adds" : "add"} to it`]),
    ...(named(false).length === 0
      ? []
      : [`${listed(named(false))} ${named(false).length === 1 ? "takes" : "take"} from it`]),
  ];
  return `From ${lowered(first.label)} to ${lowered(last.label)}${said.length === 0 ? "" : `: ${said.join("; ")}`}.`;
}

const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
