import type { Rational } from "../../exact/rational.ts";
import { sign, ZERO } from "../../exact/rational.ts";
import type { BoundFigure } from "../../release/release.ts";
import type { legend } from "./_legend.ts";
import { type Drawing, LEADING, type Look, printOf, type Shape, SIZE, scaleOf } from "./drawing.ts";
import { textLines, textWidth } from "./text-width.ts";

const THICK = 14;

interface RowBar {
  readonly figure: BoundFigure;
  readonly look: Look;
  readonly category: number;
  readonly low: Rational;
  readonly high: Rational;
}

/** Bars that lie, one below the other under their label: there is always room for these, however many they are. */
export function drawBarRows(
  bars: readonly RowBar[],
  labels: readonly string[],
  { width, key }: { readonly width: number; readonly key: ReturnType<typeof legend> },
): Drawing {
  const room = Math.max(0, ...bars.map(({ figure }) => textWidth(printOf(figure), SIZE))) + 10;
  const long = Math.max(40, width - room - 2);
  const position = scaleOf(bars.flatMap(({ low, high }) => [low, high]));
  const x = (amount: Rational): number => 1 + position(amount) * long;
  const hasNegative = bars.some(({ low }) => sign(low) < 0);
  const base = { kind: "text", anchor: "start", size: SIZE, turned: false, on: undefined } as const;
  const shapes: Shape[] = [...key.shapes];
  let y = key.height;
  for (const [category, label] of labels.entries()) {
    for (const text of textLines(label, width, SIZE)) {
      y += LEADING;
      shapes.push({ ...base, at: { x: 1, y: y - 3 }, text, figure: undefined });
    }
    y += 2;
    const from = y;
    for (const { figure, look, low, high } of bars.filter((bar) => bar.category === category)) {
      shapes.push({ kind: "bar", look, x: x(low), y, width: x(high) - x(low), height: THICK });
      shapes.push({ ...base, at: { x: x(high) + 6, y: y + THICK - 3 }, text: printOf(figure), figure });
      y += THICK + 2;
    }
    if (hasNegative)
      shapes.push({ kind: "line", from: { x: x(ZERO), y: from - 1 }, to: { x: x(ZERO), y: y - 1 }, dashed: false });
    y += 8;
  }
  return { width, height: y, shapes, isWhole: true };
}
