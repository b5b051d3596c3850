import { LEADING, type Shape, SIZE } from "./drawing.ts";
import { textLines, textWidth } from "./text-width.ts";

export interface Categories {
  readonly height: number;
  readonly shapes: (top: number) => readonly Shape[];
}

/** Labels below the places that a picture's width is parted into: on several lines, or turned where a word is wider than its place. */
export function categories(labels: readonly string[], width: number): Categories {
  const slot = width / Math.max(1, labels.length);
  const room = slot - 6;
  const isTurned = labels.some((label) => label.split(/\s+/).some((word) => textWidth(word, SIZE) > room));
  const base = { kind: "text", size: SIZE, figure: undefined, on: undefined } as const;
  const middle = (i: number): number => slot * (i + 0.5);
  if (isTurned) {
    const longest = Math.max(0, ...labels.map((label) => textWidth(label, SIZE)));
    return {
      height: longest + 12,
      shapes: (top) =>
        labels.map((text, i) => ({
          ...base,
          at: { x: middle(i) + SIZE / 3, y: top + 8 },
          anchor: "end",
          text,
          turned: true,
        })),
    };
  }
  const lines = labels.map((label) => textLines(label, room, SIZE));
  const most = Math.max(0, ...lines.map((texts) => texts.length));
  return {
    height: most * LEADING + 8,
    shapes: (top) =>
      lines.flatMap((texts, i) =>
        texts.map((text, line) => ({
          ...base,
          at: { x: middle(i), y: top + (line + 1) * LEADING + 2 },
          anchor: "middle" as const,
          text,
          turned: false,
        })),
      ),
  };
}
