import type { Chart } from "../../release/release.ts";
import { chartTable } from "../chart/chart-table.ts";
import { drawBars } from "../chart/draw-bars.ts";
import { drawWaterfall } from "../chart/draw-waterfall.ts";
import type { Drawing } from "../chart/drawing.ts";
import { escaped, nameFor, put, putText, type Sheet } from "./_sheet.ts";
import { svgMarkup } from "./_svg.ts";
import { putTable } from "./_table.ts";

const WIDE = 720;
const NARROW = 340;

const drawn = (chart: Chart, width: number): Drawing =>
  chart.form === "waterfall" ? drawWaterfall(chart, width) : drawBars(chart, width);

/** A chart, drawn once for a desk and once for a phone, with the figures that stand behind it. */
export function putChart(sheet: Sheet, chart: Chart): void {
  const { title, description } = chart;
  const wide = drawn(chart, WIDE);
  put(sheet, '<figure class="chart">\n<figcaption><strong class="title">');
  putText(sheet, title);
  put(sheet, "</strong>");
  if (chart.unitText !== "") put(sheet, ` <span class="unit">${escaped(chart.unitText)}</span>`);
  put(sheet, "</figcaption>\n");
  for (const [drawing, className] of [
    [wide, "wide"],
    [drawn(chart, NARROW), "narrow"],
  ] as const)
    put(sheet, svgMarkup(drawing, { name: nameFor(sheet, "chart"), title, description, className }));
  // What the picture does not print stands open below it, on paper too.
  put(sheet, wide.isWhole ? "<details>" : '<details class="needed" open>');
  put(sheet, "\n<summary>Figures of this chart</summary>\n");
  putTable(sheet, chartTable(chart));
  put(sheet, "</details>\n</figure>\n");
}
