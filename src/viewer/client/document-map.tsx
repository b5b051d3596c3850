import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { State } from "../state-words.ts";
import { sightOf } from "./sight.ts";
import { bringIntoView } from "./spans.ts";
import { type Indexed, isAtWords, startOf, targetOf, weightOf } from "./state.ts";
import { THEME_CHANGE } from "./theme.tsx";

export interface DocumentMapProps {
  readonly index: Indexed;
  readonly page: HTMLElement;
  readonly states: ReadonlySet<State>;
  readonly chosen: string | undefined;
  readonly onGo: (id: string) => void;
}

/** A stroke's beginning and length by its state, in parts of the width, so that the map says the same without its colours. */
const STROKES: Readonly<Record<State, { readonly from: number; readonly long: number; readonly thick: number }>> = {
  tied: { from: 0.62, long: 0.2, thick: 1 },
  untied: { from: 0.3, long: 0.28, thick: 1 },
  attainable: { from: 0.3, long: 0.52, thick: 2 },
  contradicted: { from: 0, long: 1, thick: 3 },
};
/** Drawn in this order, so that what needs looking at lies above. */
const LAYERS: readonly State[] = ["tied", "untied", "attainable", "contradicted"];

/** How near to a mark the pointer must be to mean it, in pixels. */
const NEAR = 4;

/**
 * The whole document as a strip: a stroke for each figure at its place in the source, what is in sight as a frame. A canvas, since
 * figures go into the ten thousands. The places are those of the source, so that nothing must be laid out to draw it.
 */
export function DocumentMap({ index, page, states, chosen, onGo }: DocumentMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [told, tell] = useState<{ readonly words: string; readonly y: number }>();
  const [first, last] = useMemo(() => endsOf(index), [index]);
  const part = (at: number): number => Math.min(1, Math.max(0, (at - first) / (last - first)));
  useStrip(canvas, index, states, part);
  useSight(frame, index, page, part);
  const now = startOf(index, chosen);
  const place = (event: PointerEvent): { readonly at: number; readonly y: number; readonly near: number } => {
    const box = canvas.current!.getBoundingClientRect();
    const y = Math.min(box.height, Math.max(0, event.clientY - box.top));
    return { at: first + (y / box.height) * (last - first), y, near: (NEAR / box.height) * (last - first) };
  };
  const show = (event: PointerEvent): void => {
    const { at, y } = place(event);
    tell({ words: headingAt(index, at), y });
    if (event.buttons === 1) {
      const next = figureFrom(index, at);
      if (next !== undefined) bringIntoView(next);
    }
  };
  const jump = (event: PointerEvent): void => {
    const { at, near } = place(event);
    const meant = markNear(index, states, at, near);
    if (meant !== undefined) onGo(meant);
    else {
      const next = figureFrom(index, at);
      if (next !== undefined) bringIntoView(next, page);
    }
  };
  return (
    <div
      class="map"
      aria-hidden="true"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={show}
      onPointerLeave={() => tell(undefined)}
      onPointerUp={jump}
    >
      <canvas ref={canvas} />
      <div ref={frame} class="sight" />
      {now !== undefined && <Pin at={part(now)} />}
      {told !== undefined && told.words !== "" && <Told {...told} />}
    </div>
  );
}

function Pin({ at }: { readonly at: number }) {
  const pin = useRef<HTMLDivElement>(null);
  useEffect(() => pin.current?.style.setProperty("top", `${at * 100}%`), [at]);
  return <div class="pin" ref={pin} />;
}

function Told({ words, y }: { readonly words: string; readonly y: number }) {
  const label = useRef<HTMLDivElement>(null);
  useEffect(() => label.current?.style.setProperty("top", `${y}px`), [y]);
  return (
    <div class="map-label" ref={label}>
      {words}
    </div>
  );
}

/** The map spans what people read: from the first heading or figure to the last figure. */
function endsOf({ measurements, evidence }: Indexed): readonly [number, number] {
  const starts = [measurements[0]?.start, evidence.outline[0]?.at].filter((at) => at !== undefined);
  const first = starts.length === 0 ? 0 : Math.min(...starts);
  return [first, Math.max(first + 1, measurements.at(-1)?.end ?? 0, evidence.outline.at(-1)?.at ?? 0)];
}

function useStrip(
  canvas: { readonly current: HTMLCanvasElement | null },
  index: Indexed,
  states: ReadonlySet<State>,
  part: (at: number) => number,
): void {
  useEffect(() => {
    const redraw = (): void => {
      if (canvas.current !== null) draw(canvas.current, index, states, part);
    };
    redraw();
    for (const what of ["resize", THEME_CHANGE]) addEventListener(what, redraw);
    return () => {
      for (const what of ["resize", THEME_CHANGE]) removeEventListener(what, redraw);
    };
  }, [index, states]);
}

function draw(
  canvas: HTMLCanvasElement,
  index: Indexed,
  states: ReadonlySet<State>,
  part: (at: number) => number,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const ratio = devicePixelRatio;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const { width, height } = canvas;
  const colours = coloursOf(canvas);
  context.fillStyle = colours["line"]!;
  const { outline, report } = index.evidence;
  if (outline.length < 80) for (const { at } of outline) context.fillRect(0, part(at) * (height - ratio), width, ratio);
  for (const state of LAYERS) {
    if (!states.has(state)) continue;
    const { from, long, thick } = STROKES[state];
    context.fillStyle = colours[state]!;
    // Of ten thousands of figures many have the same line of the strip.
    const rows = new Set<number>();
    for (const { start, status } of index.measurements)
      if (status === state) rows.add(Math.round(part(start) * (height - thick * ratio)));
    for (const row of rows) context.fillRect(from * width, row, long * width, thick * ratio);
  }
  for (const place of passagesOn(index)) {
    const { severity, start } = report.findings[place]!;
    context.fillStyle = colours[severity === "error" ? "contradicted" : "warning"]!;
    context.fillRect(0, part(start) * (height - 3 * ratio), width * 0.55, 3 * ratio);
  }
}

const COLOURS = ["line", "warning", ...LAYERS];
const known = new Map<string, Readonly<Record<string, string>>>();

/** The colours of the theme by name. Each that is asked for makes a browser work out the style of the whole page, so they are asked for once. */
function coloursOf(canvas: HTMLCanvasElement): Readonly<Record<string, string>> {
  const theme = document.documentElement.dataset["theme"] ?? "";
  const colours =
    known.get(theme) ??
    Object.fromEntries(
      COLOURS.map((name) => {
        // A canvas does not know the colours by their names: an element that wears them does.
        canvas.style.setProperty("color", `var(--${name})`);
        return [name, getComputedStyle(canvas).color];
      }),
    );
  known.set(theme, colours);
  return colours;
}

/** The findings at words of their own that the map has a stroke for: what is an error or a warning and was not waived. */
const passagesOn = (index: Indexed): readonly number[] =>
  index.ranked.filter((place) => {
    const weight = weightOf(index.evidence.report.findings[place]!);
    return (weight === "error" || weight === "warning") && isAtWords(index, place);
  });

/** Keeps the frame over what is in sight. */
function useSight(
  frame: { readonly current: HTMLDivElement | null },
  index: Indexed,
  page: HTMLElement,
  part: (at: number) => number,
): void {
  useEffect(() => {
    let waiting = 0;
    const follow = (): void => {
      waiting = 0;
      const sight = sightOf(page, index.evidence.report.figures);
      const { current } = frame;
      if (current === null || sight === undefined) return;
      current.style.setProperty("top", `${part(sight.from) * 100}%`);
      current.style.setProperty("height", `${(part(sight.to) - part(sight.from)) * 100}%`);
    };
    const wait = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(follow);
    };
    wait();
    page.addEventListener("scroll", wait, { passive: true });
    addEventListener("resize", wait);
    return () => {
      cancelAnimationFrame(waiting);
      page.removeEventListener("scroll", wait);
      removeEventListener("resize", wait);
    };
  }, [index, page]);
}

/** The heading that the place stands below. */
function headingAt({ evidence }: Indexed, at: number): string {
  return evidence.outline.findLast((heading) => heading.at <= at)?.text ?? "";
}

/** The first figure from a place on, or the last of all. */
function figureFrom({ measurements }: Indexed, at: number): string | undefined {
  return (measurements.find((f) => f.start >= at) ?? measurements.at(-1))?.id;
}

/** The mark that is meant: the nearest, but one that needs looking at before others. */
function markNear(index: Indexed, states: ReadonlySet<State>, at: number, near: number): string | undefined {
  const { measurements, evidence } = index;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of passagesOn(index)) {
    const far = Math.abs(evidence.report.findings[place]!.start - at);
    if (far <= near && far + near < least) [best, least] = [targetOf(index, place), far + near];
  }
  for (const { id, start, status } of measurements) {
    const far = Math.abs(start - at);
    if (status === undefined || far > near || !states.has(status)) continue;
    const weight = far + (LAYERS.length - LAYERS.indexOf(status)) * near;
    if (weight < least) [best, least] = [id, weight];
  }
  return best;
}
