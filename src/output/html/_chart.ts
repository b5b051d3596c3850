import type { Chart } from "../../release/release.ts";
import { chartTable } from "../chart/chart-table.ts";
import { put, type Sheet } from "./_sheet.ts";
import { putTable } from "./_table.ts";

/** A chart with the figures that stand behind it. */
export function putChart(sheet: Sheet, chart: Chart): void {
  put(sheet, '<figure class="chart">\n');
  put(sheet, "<details>\n<summary>Figures of this chart</summary>\n");
  putTable(sheet, chartTable(chart));
  put(sheet, "</details>\n</figure>\n");
}
