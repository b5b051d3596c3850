import type { BoundFigure, Chart } from "../../release/release.ts";

type Point = Chart["series"][number]["points"][number];

/** One place along a chart: its label and what each series has there. */
export interface ChartPlace {
  readonly label: string;
  readonly points: readonly (Point | undefined)[];
}

/** The places of a chart in the order of its series. A label that one series has twice is two places: no figure is lost. */
export function placesOf({ series }: Chart): readonly ChartPlace[] {
  const places = new Map<string, { readonly label: string; readonly points: (Point | undefined)[] }>();
  for (const [s, { points }] of series.entries()) {
    const times = new Map<string, number>();
    for (const point of points) {
      const time = times.get(point.label) ?? 0;
      times.set(point.label, time + 1);
      const key = `${time} ${point.label}`;
      const place = places.get(key) ?? { label: point.label, points: series.map(() => undefined) };
      place.points[s] = point;
      places.set(key, place);
    }
  }
  return [...places.values()];
}

/** Every figure of a chart. */
export const figuresOf = (chart: Chart): readonly BoundFigure[] =>
  chart.series.flatMap((series) => series.points.map((point) => point.figure));
