import { add, greatest, type Rational, sign, ZERO } from "../../exact/rational.ts";
import type { BoundFigure, Chart } from "../../release/release.ts";
import { drawBarRows } from "./_bar-rows.ts";
import { categories } from "./_categories.ts";
import { legend } from "./_legend.ts";
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
  const labels = [...new Set(chart.series.flatMap((series) => series.points.map((point) => point.label)))];
  const isStacked = chart.form === "stacked";
  const drawn = isStacked ? { ...chart, series: chart.series.filter((series) => !isTotal(series)) } : chart;
  const sums = isStacked ? chart.series.find(isTotal) : undefined;
  const bars = isStacked ? stackedBars(drawn, labels) : groupedBars(chart, labels);
  const slot = width / Math.max(1, labels.length);
  const across = isStacked ? 1 : Math.max(1, chart.series.length);
  const thick = Math.min(WIDEST_BAR, (slot * (across === 1 ? 0.66 : 0.84)) / across);
  const left = (bar: Bar): number => slot * (bar.category + 0.5) + thick * ((isStacked ? 0 : bar.series) - across / 2);
  const key = legend(
    drawn.series.length > 1 ? drawn.series.map(({ name }, i) => ({ text: name, look: lookOf(i) })) : [],
    width,
  );
  const widest = Math.max(0, ...bars.map(({ figure }) => textWidth(printOf(figure), SIZE)));
  // A label may reach a little into the room beside its bar.
  const isTurned = !isStacked && widest > (across === 1 ? slot - 4 : thick + 1);
  if (isTurned && thick < SIZE + 2) return drawBarRows(bars, labels, { width, key });
  const room = isStacked && sums === undefined ? 6 : isTurned ? widest + 10 : LEADING + 4;
  const hasNegative = bars.some(({ low }) => sign(low) < 0);
  const top = key.height + room;
  const position = scaleOf(bars.flatMap(({ low, high }) => [low, high]));
  const y = (amount: Rational): number => top + (1 - position(amount)) * PLOT;
  const shapes: Shape[] = [...key.shapes];
  let isWhole = true;
  for (const bar of bars) {
    const box = { x: left(bar), y: y(bar.high), width: thick, height: y(bar.low) - y(bar.high) };
    shapes.push({ kind: "bar", look: bar.look, ...box });
    const text = isStacked ? insideText(bar, box) : outsideText(bar, box, isTurned);
    if (text === undefined) isWhole = false;
    else shapes.push(text);
  }
  shapes.push(...sumTexts(sums, labels, { slot, y, bars }));
  shapes.push({ kind: "line", from: { x: 0, y: y(ZERO) }, to: { x: width, y: y(ZERO) }, dashed: false });
  const foot = top + PLOT + (hasNegative ? room : 0);
  const below = categories(labels, width);
  return { width, height: foot + below.height, shapes: [...shapes, ...below.shapes(foot)], isWhole };
}

const indexOf = (labels: readonly string[], label: string): number => Math.max(0, labels.indexOf(label));

const groupedBars = (chart: Chart, labels: readonly string[]): readonly Bar[] =>
  chart.series.flatMap((series, s) =>
    series.points.map(({ label, figure }): Bar => {
      const amount = amountOf(figure);
      const [low, high] = sign(amount) < 0 ? [amount, ZERO] : [ZERO, amount];
      return { figure, look: lookOf(s), category: indexOf(labels, label), series: s, low, high };
    }),
  );

/** What is above zero grows upwards, what is below it downwards. */
function stackedBars(chart: Chart, labels: readonly string[]): readonly Bar[] {
  const ends = labels.map(() => ({ up: ZERO, down: ZERO }));
  return chart.series.flatMap((series, s) =>
    series.points.map(({ label, figure }): Bar => {
      const category = indexOf(labels, label);
      const end = ends[category] ?? { up: ZERO, down: ZERO };
      const amount = amountOf(figure);
      const look = lookOf(s);
      if (sign(amount) < 0) {
        const high = end.down;
        end.down = add(high, amount);
        return { figure, look, category, series: s, low: end.down, high };
      }
      const low = end.up;
      end.up = add(low, amount);
      return { figure, look, category, series: s, low, high: end.up };
    }),
  );
}

type Series = Chart["series"][number];
const isTotal = (series: Series): boolean => series.points.length > 0 && series.points.every((point) => point.total);

interface Stacks {
  readonly slot: number;
  readonly y: (amount: Rational) => number;
  readonly bars: readonly Bar[];
}

/** What stacked bars add up to, above them. */
const sumTexts = (
  sums: Series | undefined,
  labels: readonly string[],
  { slot, y, bars }: Stacks,
): readonly DrawnText[] =>
  (sums?.points ?? []).map(({ label, figure }): DrawnText => {
    const category = indexOf(labels, label);
    const top = bars.filter((bar) => bar.category === category).reduce((high, bar) => greatest(high, bar.high), ZERO);
    const at = { x: slot * (category + 0.5), y: y(top) - 6 };
    return {
      kind: "text",
      at,
      anchor: "middle",
      text: printOf(figure),
      size: SIZE,
      turned: false,
      figure,
      on: undefined,
    };
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
