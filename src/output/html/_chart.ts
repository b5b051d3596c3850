import type { Chart, ReleaseTable } from "../../release/release.ts";
import { chartTable } from "../chart/chart-table.ts";
import { drawBars } from "../chart/draw-bars.ts";
import { drawWaterfall } from "../chart/draw-waterfall.ts";
import type { Drawing } from "../chart/drawing.ts";
import { escaped, nameFor, put, putText, type Sheet } from "./_sheet.ts";
import { svgMarkup } from "./_svg.ts";
import { putTable, tableName } from "./_table.ts";

const WIDE = 720;
const NARROW = 340;

const drawn = (chart: Chart, width: number): Drawing =>
  chart.form === "waterfall" ? drawWaterfall(chart, width) : drawBars(chart, width);

/** Whether every figure of a chart is the very one of a cell of a table. */
function holdsAll(table: ReleaseTable, chart: Chart): boolean {
  const held = new Set(
    table.rows.flatMap((row) => row.cells.map((cell) => (cell.kind === "figure" ? cell.figure : undefined))),
  );
  return chart.series.every((series) => series.points.every(({ figure }) => held.has(figure)));
}

/** A chart, drawn once for a desk and once for a phone, with the figures that stand behind it: a table of their own, or the way to the table of the release that holds them all. */
export function putChart(sheet: Sheet, chart: Chart, tables: readonly ReleaseTable[]): void {
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
  const behind = tables.find((table) => holdsAll(table, chart));
  if (behind !== undefined) {
    put(
      sheet,
      `<p class="behind"><a href="#${tableName(tables.indexOf(behind))}">Figures of this chart</a></p>\n</figure>\n`,
    );
    return;
  }
  // What the picture does not print stands open below it, on paper too.
  put(sheet, wide.isWhole ? "<details>" : '<details class="needed" open>');
  put(sheet, "\n<summary>Figures of this chart</summary>\n");
  putTable(sheet, chartTable(chart), nameFor(sheet, "figures"));
  put(sheet, "</details>\n</figure>\n");
}
