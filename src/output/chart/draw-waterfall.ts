import { add, greatest, least, type Rational, sign, ZERO } from "../../exact/rational.ts";
import type { BoundFigure, Chart } from "../../release/release.ts";
import { categories } from "./_categories.ts";
import { legend } from "./_legend.ts";
import { amountOf, type Drawing, LEADING, type Look, printOf, type Shape, SIZE, scaleOf } from "./drawing.ts";
import { textLines, textWidth } from "./text-width.ts";

const PLOT = 220;
const THICK = 18;

const TOTAL: Look = { colour: 1, fill: "plain" };
const RISE: Look = { colour: 3, fill: "hatched" };
const FALL: Look = { colour: 2, fill: "dotted" };

interface Step {
  readonly label: string;
  readonly figure: BoundFigure;
  readonly look: Look;
  readonly low: Rational;
  readonly high: Rational;
  /** Where the steps stand after this one. */
  readonly level: Rational;
}

/** Steps from one total to another: each bar starts where the one before it ended. A narrow picture has them one below the other. */
export function drawWaterfall(chart: Chart, width: number): Drawing {
  const steps = stepsOf(chart);
  const slot = width / Math.max(1, steps.length);
  const isNarrow = steps.some(({ label, figure }) =>
    [...label.split(/\s+/), printOf(figure)].some((word) => textWidth(word, SIZE) > slot - 6),
  );
  return isNarrow || width < 480 ? drawRows(steps, width) : drawColumns(steps, width);
}

function stepsOf(chart: Chart): readonly Step[] {
  let level = ZERO;
  return (chart.series[0]?.points ?? []).map(({ label, figure, total }): Step => {
    const amount = amountOf(figure);
    const before = total ? ZERO : level;
    level = total ? amount : add(level, amount);
    const look = total ? TOTAL : sign(amount) < 0 ? FALL : RISE;
    return { label, figure, look, low: least(before, level), high: greatest(before, level), level };
  });
}

/** What the looks mean, where steps go both ways. */
function keyOf(steps: readonly Step[], width: number): ReturnType<typeof legend> {
  const has = (look: Look): boolean => steps.some((step) => step.look === look);
  const entries = [
    { text: "Total", look: TOTAL },
    { text: "Increase", look: RISE },
    { text: "Decrease", look: FALL },
  ];
  return legend(has(RISE) && has(FALL) ? entries.filter(({ look }) => has(look)) : [], width);
}

const amountsOf = (steps: readonly Step[]): readonly Rational[] => steps.flatMap(({ low, high }) => [low, high]);

function drawColumns(steps: readonly Step[], width: number): Drawing {
  const slot = width / Math.max(1, steps.length);
  const thick = Math.min(80, slot * 0.62);
  const key = keyOf(steps, width);
  const top = key.height + LEADING + 6;
  const position = scaleOf(amountsOf(steps));
  const y = (amount: Rational): number => top + (1 - position(amount)) * PLOT;
  const shapes: Shape[] = [...key.shapes];
  for (const [i, { figure, look, low, high, level }] of steps.entries()) {
    const x = slot * (i + 0.5) - thick / 2;
    if (i < steps.length - 1)
      shapes.push({
        kind: "line",
        from: { x: x + thick, y: y(level) },
        to: { x: x + slot, y: y(level) },
        dashed: true,
      });
    shapes.push({ kind: "bar", look, x, y: y(high), width: thick, height: y(low) - y(high) });
    const at = { x: slot * (i + 0.5), y: y(high) - 6 };
    shapes.push({
      kind: "text",
      at,
      anchor: "middle",
      text: printOf(figure),
      size: SIZE,
      turned: false,
      figure,
      on: undefined,
    });
  }
  shapes.push({ kind: "line", from: { x: 0, y: y(ZERO) }, to: { x: width, y: y(ZERO) }, dashed: false });
  const below = categories(
    steps.map(({ label }) => label),
    width,
  );
  const foot = top + PLOT;
  return { width, height: foot + below.height, shapes: [...shapes, ...below.shapes(foot)], isWhole: true };
}

function drawRows(steps: readonly Step[], width: number): Drawing {
  const room = Math.max(0, ...steps.map(({ figure }) => textWidth(printOf(figure), SIZE))) + 10;
  const long = Math.max(40, width - room - 2);
  const key = keyOf(steps, width);
  const position = scaleOf(amountsOf(steps));
  const x = (amount: Rational): number => 1 + position(amount) * long;
  const shapes: Shape[] = [...key.shapes];
  const base = { kind: "text", anchor: "start", size: SIZE, turned: false, on: undefined } as const;
  let y = key.height;
  const hasNegative = steps.some((step) => sign(step.low) < 0);
  let before: { readonly x: number; readonly y: number } | undefined;
  for (const { label, figure, look, low, high, level } of steps) {
    const lines = textLines(label, width, SIZE);
    for (const [line, text] of lines.entries())
      shapes.push({ ...base, at: { x: 1, y: y + LEADING * (line + 1) - 3 }, text, figure: undefined });
    y += lines.length * LEADING + 2;
    // Lines stand behind the labels that they cross.
    if (before !== undefined) shapes.unshift({ kind: "line", from: before, to: { x: before.x, y }, dashed: true });
    shapes.push({ kind: "bar", look, x: x(low), y, width: x(high) - x(low), height: THICK });
    shapes.push({ ...base, at: { x: x(high) + 6, y: y + THICK - 5 }, text: printOf(figure), figure });
    // Where all bars stand to the right of zero, the edge of the picture is zero.
    if (hasNegative)
      shapes.push({
        kind: "line",
        from: { x: x(ZERO), y: y - 2 },
        to: { x: x(ZERO), y: y + THICK + 2 },
        dashed: false,
      });
    before = { x: x(level), y: y + THICK };
    y += THICK + 10;
  }
  return { width, height: y, shapes, isWhole: true };
}
