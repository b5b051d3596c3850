import { add, greatest, type Rational, sign, ZERO } from "../../exact/rational.ts";
import type { BoundFigure, Chart } from "../../release/release.ts";
import { drawBarRows } from "./_bar-rows.ts";
import { categories } from "./_categories.ts";
import { legend } from "./_legend.ts";
import { type ChartPlace, placesOf } from "./chart-places.ts";
import {
  amountOf,
  type Drawing,
  type DrawnText,
  LEADING,
  type Look,
  lookOf,
  printOf,
  type Shape,
  SIZE,
  scaleOf,
} from "./drawing.ts";
import { textWidth } from "./text-width.ts";

const PLOT = 200;
const WIDEST_BAR = 64;

interface Bar {
  readonly figure: BoundFigure;
  readonly look: Look;
  /** Which label it stands above, and which of the bars there it is. */
  readonly category: number;
  readonly series: number;
  readonly low: Rational;
  readonly high: Rational;
}

/** Bars over labels, those of several series side by side or one on the other. */
export function drawBars(chart: Chart, width: number): Drawing {
  const places = placesOf(chart);
  const labels = places.map(({ label }) => label);
  const isStacked = chart.form === "stacked";
  const drawn = isStacked ? { ...chart, series: chart.series.filter((series) => !isTotal(series)) } : chart;
  const sums = isStacked ? chart.series.findIndex(isTotal) : -1;
  const bars = isStacked ? stackedBars(places, chart.series) : groupedBars(places);
  const slot = width / Math.max(1, labels.length);
  const across = isStacked ? 1 : Math.max(1, chart.series.length);
  const thick = Math.min(WIDEST_BAR, (slot * (across === 1 ? 0.66 : 0.84)) / across);
  const left = (bar: Bar): number => slot * (bar.category + 0.5) + thick * ((isStacked ? 0 : bar.series) - across / 2);
  const key = legend(
    drawn.series.length > 1 ? drawn.series.map(({ name }, i) => ({ text: name, look: lookOf(i) })) : [],
    width,
  );
  const above = isStacked
    ? places.flatMap(({ points }) => points[sums]?.figure ?? [])
    : bars.map(({ figure }) => figure);
  const widest = Math.max(0, ...above.map((figure) => textWidth(printOf(figure), SIZE)));
  // A label may reach a little into the room beside its bar.
  const isTurned = widest > (across === 1 ? slot - 4 : thick + 1);
  if (!isStacked && isTurned && thick < SIZE + 2) return drawBarRows(bars, labels, { width, key });
  const room = isStacked && sums < 0 ? 6 : isTurned ? widest + 10 : LEADING + 4;
  const hasNegative = bars.some(({ low }) => sign(low) < 0);
  const top = key.height + room;
  const position = scaleOf(bars.flatMap(({ low, high }) => [low, high]));
  const y = (amount: Rational): number => top + (1 - position(amount)) * PLOT;
  const shapes: Shape[] = [...key.shapes];
  let isWhole = !isStacked || chart.series.filter(isTotal).length < 2;
  for (const bar of bars) {
    const box = { x: left(bar), y: y(bar.high), width: thick, height: y(bar.low) - y(bar.high) };
    shapes.push({ kind: "bar", look: bar.look, ...box });
    const text = isStacked ? insideText(bar, box) : outsideText(bar, box, isTurned);
    if (text === undefined) isWhole = false;
    else shapes.push(text);
  }
  shapes.push(...sumTexts(places, sums, { slot, y, bars, isTurned }));
  shapes.push({ kind: "line", from: { x: 0, y: y(ZERO) }, to: { x: width, y: y(ZERO) }, dashed: false });
  const foot = top + PLOT + (hasNegative ? room : 0);
  const below = categories(labels, width);
  return { width, height: foot + below.height, shapes: [...shapes, ...below.shapes(foot)], isWhole };
}

const groupedBars = (places: readonly ChartPlace[]): readonly Bar[] =>
  places.flatMap(({ points }, category) =>
    points.flatMap((point, series): readonly Bar[] => {
      if (point === undefined) return [];
      const amount = amountOf(point.figure);
      const [low, high] = sign(amount) < 0 ? [amount, ZERO] : [ZERO, amount];
      return [{ figure: point.figure, look: lookOf(series), category, series, low, high }];
    }),
  );

/** What is above zero grows upwards, what is below it downwards. */
const stackedBars = (places: readonly ChartPlace[], all: readonly Series[]): readonly Bar[] =>
  places.flatMap(({ points }, category) => {
    let [up, down] = [ZERO, ZERO];
    return points.flatMap((point, series): readonly Bar[] => {
      if (point === undefined || isTotal(all[series]!)) return [];
      const amount = amountOf(point.figure);
      const before = sign(amount) < 0 ? down : up;
      const after = add(before, amount);
      if (sign(amount) < 0) down = after;
      else up = after;
      const [low, high] = sign(amount) < 0 ? [after, before] : [before, after];
      return [{ figure: point.figure, look: lookOf(series), category, series, low, high }];
    });
  });

type Series = Chart["series"][number];
const isTotal = (series: Series): boolean => series.points.length > 0 && series.points.every((point) => point.total);

interface Stacks {
  readonly slot: number;
  readonly y: (amount: Rational) => number;
  readonly bars: readonly Bar[];
  /** Whether the sums are read from below to above. */
  readonly isTurned: boolean;
}

/** What stacked bars add up to, above them. */
const sumTexts = (
  places: readonly ChartPlace[],
  sums: number,
  { slot, y, bars, isTurned }: Stacks,
): readonly DrawnText[] =>
  places.flatMap(({ points }, category): readonly DrawnText[] => {
    const figure = points[sums]?.figure;
    if (figure === undefined) return [];
    const top = bars.filter((bar) => bar.category === category).reduce((high, bar) => greatest(high, bar.high), ZERO);
    const middle = slot * (category + 0.5);
    const base = { kind: "text", text: printOf(figure), size: SIZE, figure, on: undefined } as const;
    if (isTurned) return [{ ...base, at: { x: middle + SIZE / 3, y: y(top) - 6 }, anchor: "start", turned: true }];
    return [{ ...base, at: { x: middle, y: y(top) - 6 }, anchor: "middle", turned: false }];
  });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Above a bar, or below one that hangs. */
function outsideText({ figure, low }: Bar, box: Box, isTurned: boolean): DrawnText {
  const text = printOf(figure);
  const hangs = sign(low) < 0;
  const x = box.x + box.width / 2;
  const base = { kind: "text", text, size: SIZE, figure, on: undefined } as const;
  if (isTurned) {
    const y = hangs ? box.y + box.height + 5 : box.y - 5;
    return { ...base, at: { x: x + SIZE / 3, y }, anchor: hangs ? "end" : "start", turned: true };
  }
  return { ...base, at: { x, y: hangs ? box.y + box.height + SIZE + 2 : box.y - 5 }, anchor: "middle", turned: false };
}

/** In the middle of its part of a bar, turned where the bar is narrow; undefined where there is no room. */
function insideText({ figure, look }: Bar, box: Box): DrawnText | undefined {
  const text = printOf(figure);
  const long = textWidth(text, SIZE);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const base = { kind: "text", text, size: SIZE, figure, on: look, anchor: "middle" } as const;
  if (long + 6 <= box.width && box.height >= SIZE + 4)
    return { ...base, at: { x: middle.x, y: middle.y + SIZE / 3 }, turned: false };
  if (long + 6 <= box.height && box.width >= SIZE + 4)
    return { ...base, at: { x: middle.x + SIZE / 3, y: middle.y }, turned: true };
  return undefined;
}
