import { type Printed, part } from "../../text/printed.ts";
import type { RawCell, RawRow, RawTable } from "./raw.ts";
import type { DraftCell } from "./text-draft.ts";
import type { Run } from "./text-flat.ts";
import { fold } from "./text-fold.ts";
import { headItems } from "./text-head.ts";
import { wordsOf } from "./text-line.ts";
import { headShape, isTimeHead, spreadHeads } from "./text-spread.ts";
import { type Tiles, tilesOf } from "./text-tiles.ts";
import { isCaption, joinTitles, type RowTitles, rowTitles, type Title } from "./text-titles.ts";

/** A table, and the lines it was read from. */
export interface CellTable {
  readonly table: RawTable;
  readonly from: number;
  readonly to: number;
  /** Lines among them that the table leaves to be read as what they are by themselves. */
  readonly left?: readonly number[];
}

/** The heads of columns above a run of values, and the other words there. */
export interface Above {
  readonly heads: readonly Printed[];
  readonly titles: readonly Title[];
  /** The line of the first head. */
  readonly from: number;
}

const MOST_HEADS = 40;
const MOST_BLOCKS = 240;

/**
 * The table of a run of values whose columns are known by their heads: `above` are the runs since the values before. None where the order
 * of the blocks leaves a choice; `widths` are the numbers of columns that the blocks alone suggest; rows have labels only where there are exactly as many.
 */
export function tiledTable(run: Run, above: readonly Run[], widths: readonly number[]): CellTable | undefined {
  const found = aboveOf(above);
  const [seen] = widths;
  const proved = seen !== undefined && widths.every((other) => other === seen);
  // A statement that goes on over the page has no heads of its own.
  const width = found.heads.length === 0 && proved ? seen : widthOf(found.heads);
  const { cells, blocks: breaks, to } = withoutPage(run, width);
  // Where nearly every cell stands alone, the few that do not are no groups.
  const single = breaks.length * 10 >= cells.length * 9;
  const blocks = single ? cells.map(() => 1) : breaks;
  if (width < 2 || blocks.length > MOST_BLOCKS || blocks.length < 2 * width) return undefined;
  const tiles = tilesOf(cells, blocks, width);
  if (tiles === undefined) return undefined;
  const titles = rowTitles(found.titles, single ? [tiles.groups.length] : tiles.groups);
  // Without labels, the columns must be seen in the breaks of the values as well as in the heads.
  if (titles === undefined && (single || found.heads.length === 0 || !proved || seen !== width)) return undefined;
  return setTable(tiles, titles, found, run, to);
}

/** The values of a run without the number of the page that they end with. */
function withoutPage(run: Run, width: number): { cells: readonly Printed[]; blocks: readonly number[]; to: number } {
  const { cells, blocks, lines, to } = run;
  const last = cells[cells.length - 1]!;
  if (lines[lines.length - 1] === lines[lines.length - 2]) return run;
  if (blocks.length % width !== 1 || blocks[blocks.length - 1] !== 1 || !/^\d{1,3}$/.test(last.text)) return run;
  return { cells: cells.slice(0, -1), blocks: blocks.slice(0, -1), to: Math.min(to, lines[lines.length - 1]!) };
}

/** The heads and the other words of some runs. */
export function aboveOf(runs: readonly Run[]): Above {
  const heads: Printed[] = [];
  const titles: Title[] = [];
  let from = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const starts = new Set([0]);
    let at = 0;
    for (const block of run.blocks) {
      at += block;
      starts.add(at);
    }
    for (const [i, text] of run.cells.entries()) {
      const line = run.lines[i]!;
      if (!isTimeHead(text.text)) titles.push({ text, line, first: starts.has(i), long: false });
      else {
        from = Math.min(from, line);
        heads.push(...itemsOf(text));
      }
    }
  }
  return { heads, titles: joinTitles(titles), from };
}

/** The heads that stand in one line. */
function itemsOf(text: Printed): Printed[] {
  const { items } = headItems(text.text, wordsOf(text.text));
  if (items.length <= 2) return [text];
  return Array.from({ length: items.length / 2 }, (_, i) => fold(part(text, items[2 * i]!, items[2 * i + 1]!)));
}

/** As many columns as there are heads of the commonest shape. */
export function widthOf(heads: readonly Printed[]): number {
  if (heads.length > MOST_HEADS) return 0;
  const counts = new Map<string, number>();
  for (const head of heads) {
    const shape = headShape(head.text) ?? "";
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function setTable(tiles: Tiles, titles: RowTitles | undefined, above: Above, run: Run, to: number): CellTable {
  const width = tiles.columns.length;
  const named = titles?.filter((title) => title !== undefined).map(({ line }) => line) ?? [];
  const first = named[0] ?? above.from;
  const last = named[named.length - 1] ?? above.from;
  const from = Math.min(first, above.from);
  // What stands among the heads or behind them says in what the values are counted, and where it is above all labels is kept as it is.
  const others = above.titles.filter(({ line }) => line >= from && (line < first || line > last));
  if (titles === undefined && !others.every(({ text }) => isCaption(text.text))) return bareTable(tiles, run.from, to);
  const isAbove = ({ text, line }: Title): boolean => line < first || isCaption(text.text);
  const alone = ({ text }: Title): RawRow => ({ cells: [cellAt(text, 0)], ruleAbove: false });
  const rows = others.filter(isAbove).map(alone);
  for (const cells of headRows(above.heads, width)) rows.push({ cells: cells.map(headCell), ruleAbove: false });
  let r = 0;
  for (const title of titles ?? tiles.columns[0]!.map(() => undefined)) {
    const label = title === undefined ? [] : [cellAt(title.text, 0)];
    const values = title === undefined || title.row ? tiles.columns.map((c, k) => cellAt(c[r]!, 1 + k)) : [];
    if (values.length > 0) r++;
    rows.push({ cells: [...label, ...values], ruleAbove: false });
  }
  for (const title of others) if (!isAbove(title)) rows.push(alone(title));
  return { table: { kind: "raw-table", rows }, from, to };
}

/** The columns alone, where nobody knows what the words above them name. */
function bareTable(tiles: Tiles, from: number, to: number): CellTable {
  const rows = tiles.columns[0]!.map((_, r): RawRow => {
    return { cells: tiles.columns.map((column, k) => cellAt(column[r]!, 1 + k)), ruleAbove: false };
  });
  return { table: { kind: "raw-table", rows }, from, to };
}

/** Heads over their columns: where their shapes come again ("Three months" over two years, "Six months" over two), each set over its own. */
export function headRows(heads: readonly Printed[], width: number): DraftCell[][] {
  const shapes = heads.map((head) => headShape(head.text));
  for (let each = 2; each * 2 <= heads.length; each++) {
    const sets = heads.length / each;
    if (!Number.isInteger(sets) || width % sets !== 0 || !shapes.every((shape, i) => shape === shapes[i % each]))
      continue;
    const span = width / sets;
    const rows: DraftCell[][] = [];
    for (let set = 0; set < sets; set++)
      for (const [r, cells] of spreadHeads(heads.slice(set * each, (set + 1) * each), span, false).entries()) {
        const moved = cells.map((cell) => ({ ...cell, from: cell.from + set * span, to: cell.to + set * span }));
        rows[r] = [...(rows[r] ?? []), ...moved];
      }
    return rows;
  }
  return spreadHeads(heads, width, false);
}

export const headCell = ({ from, to, text, bold }: DraftCell): RawCell => ({
  from,
  to,
  text,
  head: false,
  bold,
  indent: 0,
});

/** A cell of one column. */
export const cellAt = (text: Printed, from: number): RawCell => {
  return { from, to: from + 1, text, head: false, bold: false, indent: 0 };
};
