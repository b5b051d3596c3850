import { LEADING, type Look, type Shape, SIZE } from "./drawing.ts";
import { textWidth } from "./text-width.ts";

const SWATCH = 12;
const GAP = 18;

export interface LegendEntry {
  readonly text: string;
  readonly look: Look;
}

/** Names of series beside a piece of their look, on as many lines as they need. */
export function legend(entries: readonly LegendEntry[], width: number): { shapes: readonly Shape[]; height: number } {
  const shapes: Shape[] = [];
  let x = 1;
  let y = 1;
  for (const { text, look } of entries) {
    const long = SWATCH + 6 + textWidth(text, SIZE);
    if (x > 1 && x + long > width) {
      x = 1;
      y += LEADING + 5;
    }
    shapes.push({ kind: "bar", look, x, y, width: SWATCH, height: SWATCH });
    const at = { x: x + SWATCH + 6, y: y + SWATCH - 2 };
    shapes.push({
      kind: "text",
      at,
      anchor: "start",
      text,
      size: SIZE,
      turned: false,
      figure: undefined,
      on: undefined,
    });
    x += long + GAP;
  }
  return { shapes, height: entries.length === 0 ? 0 : y + LEADING + 8 };
}
