import { useEffect, useRef } from "preact/hooks";
import type { Indexed, State } from "./state.ts";

export interface DocumentMapProps {
  readonly index: Indexed;
  readonly states: ReadonlySet<State>;
  readonly chosen: string | undefined;
  readonly onGo: (id: string) => void;
}

/** Wider marks weigh more, so that the map says the same without its colours. */
const WIDE: Readonly<Record<State, number>> = { contradicted: 1, attainable: 0.65, untied: 0.4, tied: 0.25 };

/** The whole document as a strip: a stroke for each figure at its place in the source. A canvas, since figures go into the ten thousands. */
export function DocumentMap({ index, states, chosen, onGo }: DocumentMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { measurements } = index;
  const last = Math.max(1, measurements.at(-1)?.end ?? 1);
  useEffect(() => {
    const draw = (): void => {
      const at = canvas.current;
      const context = at?.getContext("2d");
      if (at === null || context === null || context === undefined) return;
      // A canvas does not know the colours by their names: they are asked of an element that wears them.
      const colourOf = (name: string): string => {
        at.style.color = `var(--${name})`;
        return getComputedStyle(at).color;
      };
      const colours = Object.fromEntries([...states].map((name) => [name, colourOf(name)]));
      at.width = at.clientWidth * devicePixelRatio;
      at.height = at.clientHeight * devicePixelRatio;
      const stroke = (start: number, wide: number, colour: string, thick: number): void => {
        context.fillStyle = colour;
        context.fillRect(0, (start / last) * (at.height - thick), at.width * wide, thick);
      };
      for (const { start, status } of measurements)
        if (status !== undefined && states.has(status))
          stroke(start, WIDE[status], colours[status]!, 2 * devicePixelRatio);
    };
    draw();
    addEventListener("resize", draw);
    return () => removeEventListener("resize", draw);
  }, [index, states]);
  const now = chosen === undefined ? undefined : index.byId.get(chosen);
  const jump = (event: MouseEvent): void => {
    const box = canvas.current!.getBoundingClientRect();
    const at = ((event.clientY - box.top) / box.height) * last;
    const next = measurements.find((f) => f.start >= at && f.status !== undefined && states.has(f.status));
    if (next !== undefined) onGo(next.id);
  };
  return (
    <div class="map" aria-hidden="true">
      <canvas ref={canvas} onClick={jump} />
      {now !== undefined && <div class="now" style={{ top: `${(now.start / last) * 100}%` }} />}
    </div>
  );
}
