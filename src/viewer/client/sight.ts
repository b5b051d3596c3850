import type { ReportFigure } from "../../tieout/report/report.ts";

/** Places of the source. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** The first and the last figure in sight, by their places in the source. Undefined where there is none on the page. */
export function sightOf(page: HTMLElement, figures: readonly ReportFigure[]): Sight | undefined {
  if (figures.length === 0) return undefined;
  const box = page.getBoundingClientRect();
  const top = nodeNear(page, box, box.top + 2, 1);
  const bottom = nodeNear(page, box, box.bottom - 2, -1);
  const first = top === undefined ? 0 : firstBehind(figures, top);
  const last = bottom === undefined ? figures.length : firstBehind(figures, bottom);
  const from = figures[Math.min(first, figures.length - 1)]!.start;
  return { from, to: Math.max(from, figures[Math.min(Math.max(last - 1, first), figures.length - 1)]!.end) };
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Tries the line at this height, then others further in, until it meets words of the page. */
function nodeNear(page: HTMLElement, box: DOMRect, y: number, by: 1 | -1): Point | undefined {
  for (const step of [0, 14, 30, 60, 110, 180])
    for (const x of [0.5, 0.15]) {
      const point = pointAt(box.left + box.width * x, y + by * step);
      if (point !== undefined && point.node !== page && page.contains(point.node)) return point;
    }
  return undefined;
}

function pointAt(x: number, y: number): Point | undefined {
  // A place, where browsers know it: a range would follow every change of the page from then on.
  const place = document.caretPositionFromPoint?.(x, y);
  if (place !== null && place !== undefined) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  if (range !== null && range !== undefined) return { node: range.startContainer, offset: range.startOffset };
  const element = document.elementFromPoint(x, y);
  return element === null ? undefined : { node: element, offset: 0 };
}

/** The place of the first figure that stands behind the point, by halving. */
function firstBehind(figures: readonly ReportFigure[], { node, offset }: Point): number {
  const point = document.createRange();
  point.setStart(
    node,
    Math.min(offset, node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length),
  );
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = document.getElementById(figures[middle]!.id);
    if (span !== null && point.comparePoint(span, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
