import { ordinal } from "../../calendar/date.ts";
import { dayInWords } from "../../release/calendar-words.ts";
import type { BoundFigure, Chart, ReleaseTable, TableCell, TableColumn, TableRow } from "../../release/release.ts";
import { figuresOf, placesOf } from "./chart-places.ts";

const cellOf = (figure: BoundFigure | undefined): TableCell =>
  figure === undefined ? { kind: "empty" } : { kind: "figure", figure, sign: signOf(figure) };

/** A figure alone in its cell has lost the sign that says what it is. */
function signOf({ fact, form }: BoundFigure): string {
  if (form.unit !== "bare") return "";
  return fact.unit === "ratio" && form.scale === -2 ? "%" : "";
}

const columnOf = (figure: BoundFigure | undefined): TableColumn => ({
  kind: figure?.fact.measure.endsWith("-growth") === true ? "growth" : "amount",
  period: figure?.fact.period ?? "",
});

const MONTHS: Readonly<Record<number, string>> = {
  1: "Month",
  3: "Three Months",
  6: "Six Months",
  9: "Nine Months",
  12: "Twelve Months",
};

/** "Three Months Ended September 29, 2007", or the day of a balance. */
function periodWords(figure: BoundFigure | undefined): string {
  if (figure === undefined) return "";
  const { start, end } = figure.fact;
  if (start === undefined) return dayInWords(end);
  const months = MONTHS[Math.round(((ordinal(end) - ordinal(start) + 1) * 12) / 365)];
  return months === undefined ? `Period Ended ${dayInWords(end)}` : `${months} Ended ${dayInWords(end)}`;
}

/** The table behind a chart, of the same figures: a waterfall is a list of steps down to its total, bars are one row for each series. */
export function chartTable(chart: Chart): ReleaseTable {
  const { name, title, unitText, place } = chart;
  const both = { kind: "table", name, title, unitText, footnotes: [], place } as const;
  if (chart.form === "waterfall") return { ...both, ...steps(chart) };
  const places = placesOf(chart);
  const figures = figuresOf(chart);
  const isOfOne = new Set(figures.map(({ fact }) => fact.period)).size === 1;
  return {
    ...both,
    // Labels that are no periods stand below the one that they are all of.
    head: [
      ...(isOfOne ? [[{ text: periodWords(figures[0]), span: places.length }]] : []),
      places.map(({ label }) => ({ text: label, span: 1 })),
    ],
    columns: places.map(({ points }) => columnOf(points.find((point) => point !== undefined)?.figure)),
    rows: chart.series.map((series, s) => ({
      label: series.name,
      level: 0,
      kind: series.points.length > 0 && series.points.every((point) => point.total) ? "total" : "line",
      cells: places.map(({ points }) => cellOf(points[s]?.figure)),
    })),
  };
}

function steps(chart: Chart): Pick<ReleaseTable, "head" | "columns" | "rows"> {
  const points = chart.series[0]?.points ?? [];
  // Steps add up whatever they are of: points of growth too.
  const columns = chart.series.map(
    (series): TableColumn => ({ ...columnOf(series.points[0]?.figure), kind: "amount" }),
  );
  // What is of another period says so in its label.
  const head = chart.series.map((series) => ({
    text: periodWords(series.points[series.points.length - 1]?.figure),
    span: 1,
  }));
  const rows = points.map(
    ({ label, total }, i): TableRow => ({
      label,
      level: 0,
      // The first bar that stands on the ground is where the steps start from; a later one is what they add to.
      kind: total && i > 0 ? "total" : "line",
      cells: chart.series.map((series) => cellOf(series.points[i]?.figure)),
    }),
  );
  return { head: [head], columns, rows };
}
