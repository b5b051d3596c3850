import type { Cell, Row, Table } from "../document.ts";
import { type Band, bandsOf, type Extent, joinStrays, overlapping } from "./_arrange-bands.ts";
import { type Mended, type MendedRow, mend } from "./_arrange-mend.ts";
import { packedHeads } from "./_arrange-packed.ts";
import { type Columns, type Placed, placeRow } from "./_arrange-place.ts";
import { splitStrung } from "./_arrange-split.ts";
import type { RawTable } from "./raw.ts";

/**
 * The grid of a table as its reader found it: signs, brackets and percent signs join their numbers, cells find their columns,
 * empty rows and spacer columns go. Undefined where nothing is left.
 */
export function arrange(table: RawTable): Table | undefined {
  const rows = splitStrung(mend(table.rows));
  if (rows.length === 0) return undefined;
  const columns = columnsOf(rows);
  const body = rows.findIndex((row) => !row.years && row.cells.some(isFigure));
  const placed = rows.map((row, r) => {
    const below = r + 1 < body ? rows[r + 1] : undefined;
    return (r < body ? packedHeads(row, below, columns) : undefined) ?? placeRow(row.cells, columns);
  });
  const used = renumber(placed, columns.bands.length);
  return {
    kind: "table",
    columns: used[columns.bands.length]!,
    rows: placed.map(
      (cells, index): Row => ({
        cells: cells.map((cell) => cellOf(cell, used, columns)),
        ruleAbove: rows[index]!.ruleAbove,
      }),
    ),
  };
}

/** For each column the number of used ones before it; one entry more holds their count. */
function renumber(placed: readonly (readonly Placed[])[], count: number): number[] {
  const starts = new Uint8Array(count);
  for (const cells of placed) for (const { first } of cells) starts[first] = 1;
  const used = [0];
  for (let c = 0; c < count; c++) used.push(used[c]! + starts[c]!);
  return used;
}

/** How much a shift by one column of the source counts against indentation within a cell. */
const SHIFT = 200;

function cellOf(placed: Placed, used: readonly number[], columns: Columns): Cell {
  const { cell, from } = placed.mended;
  const shift = placed.first < columns.labels ? Math.max(0, from - columns.bands[placed.first]!.from) : 0;
  return {
    column: used[placed.first]! + 1,
    span: Math.max(1, used[placed.last + 1]! - used[placed.first]!),
    text: placed.text,
    head: cell.head,
    bold: cell.bold,
    indent: cell.indent + shift * SHIFT,
  };
}

const isFigure = ({ kind }: Mended): boolean =>
  kind === "number" || kind === "year" || kind === "dash" || kind === "void";

function columnsOf(rows: readonly MendedRow[]): Columns {
  const all: Extent[] = [];
  const figures: Extent[] = [];
  const body = new Set<number>();
  for (const [row, { cells, years }] of rows.entries())
    for (const cell of cells) {
      const extent = { from: cell.from, to: cell.to, row };
      all.push(extent);
      if (years || !isFigure(cell)) continue;
      figures.push(extent);
      body.add(row);
    }
  // A table without figures has the columns of its texts.
  if (figures.length === 0) return { bands: nonEmpty(joinStrays(bandsOf(all), all), all), labels: 0 };
  const values = joinStrays(bandsOf(figures), all);
  const texts = textBands(rows, values, body);
  const labels = labelBands(all, values[0]!.from);
  const right = [...values, ...texts].sort((a, b) => a.from - b.from);
  return { bands: [...labels, ...right], labels: labels.length };
}

const nonEmpty = (bands: readonly Band[], all: readonly Extent[]): readonly Band[] =>
  bands.length > 0 ? bands : [{ from: all[0]!.from, to: all[0]!.to, rows: new Set() }];

/** Columns of words among the figures ("Up 12%"): what several rows with figures hold where no figure stands. */
function textBands(rows: readonly MendedRow[], values: readonly Band[], body: ReadonlySet<number>): Band[] {
  const words: Extent[] = [];
  for (const row of body)
    for (const { from, to } of rows[row]!.cells) {
      const [low, high] = overlapping(values, from, to);
      if (low > high && from >= values[0]!.from) words.push({ from, to, row });
    }
  const least = Math.min(2, body.size);
  return joinStrays(bandsOf(words), words).filter((band) => band.rows.size >= least);
}

/** The columns left of the first figures: as many as some row holds apart. */
function labelBands(all: readonly Extent[], end: number): Band[] {
  const left = all.filter(({ to }) => to <= end);
  if (left.length > 0) return joinStrays(bandsOf(left), left);
  const reaching = all.filter(({ from }) => from < end);
  if (reaching.length === 0) return [];
  return [{ from: reaching.reduce((least, { from }) => Math.min(least, from), end), to: end, rows: new Set() }];
}
