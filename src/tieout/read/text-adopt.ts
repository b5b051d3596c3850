import { kindOf } from "./_arrange-kind.ts";
import type { RawBlock, RawCell, RawRow, RawTable } from "./raw.ts";
import { headShape, isTimeHead } from "./text-spread.ts";

/**
 * A table between pipes without heads, and its heads where a converter has set them somewhere else: each as a heading of its own right above ("As of
 * May 31, 2023", "As of May 31, 2024"), or as a table without figures. They must be as many as there are columns of figures; headings
 * of the first section may stand between. What is adopted leaves `blocks`.
 */
export function withAdoptedHeads(blocks: RawBlock[], table: RawTable): RawTable {
  const columns = headlessColumns(table);
  if (columns === undefined) return table;
  let at = blocks.length;
  while (at > 0 && blocks.length - at < MOST_SECTIONS && isSection(blocks[at - 1]!)) at--;
  const above = blocks[at - 1];
  if (above?.kind === "raw-table") {
    if (!isHeads(above, columns)) return table;
    blocks.splice(at - 1, 1);
    return { ...table, rows: [...above.rows, ...table.rows] };
  }
  let first = at;
  while (first > 0 && at - first < columns.length && isTime(blocks[first - 1]!)) first--;
  if (at - first !== columns.length || (first > 0 && isTime(blocks[first - 1]!))) return table;
  const heads = blocks.splice(first, columns.length);
  const cells = heads.flatMap((head, k): RawCell[] =>
    head.kind === "raw-table"
      ? []
      : [{ from: columns[k]!, to: columns[k]! + 1, text: head.text, head: true, bold: false, indent: 0 }],
  );
  return { ...table, rows: [{ cells, ruleAbove: false }, ...table.rows] };
}

/**
 * Sets a row without a label into the table above it, where a converter has made its label a heading between the two. False where the
 * table is no such row, or has other columns.
 */
export function adoptedRow(blocks: RawBlock[], table: RawTable): boolean {
  const [row] = table.rows;
  const label = blocks[blocks.length - 1];
  const above = blocks[blocks.length - 2];
  if (table.rows.length !== 1 || label?.kind !== "heading" || isTime(label) || above?.kind !== "raw-table")
    return false;
  const columns = figureColumns(above);
  if (columns.length < 2 || row!.cells.length !== columns.length || !row!.cells.every(isFigure)) return false;
  const head: RawCell = { from: 0, to: 1, text: label.text, head: false, bold: false, indent: 0 };
  const cells = row!.cells.map((cell, k): RawCell => ({ ...cell, from: columns[k]!, to: columns[k]! + 1 }));
  blocks.splice(blocks.length - 2, 2, {
    ...above,
    rows: [...above.rows, { cells: [head, ...cells], ruleAbove: false }],
  });
  return true;
}

/** The columns that all rows of figures fill; none where they differ. */
function figureColumns({ rows }: RawTable): number[] {
  let columns: number[] | undefined;
  for (const { cells } of rows) {
    if (!cells.some(isFigure)) continue;
    const own = cells.filter(isFigure).map(({ from }) => from);
    if (cells[0]!.from !== 0 || own[0] === 0) return [];
    columns ??= own;
    if (own.length !== columns.length || own.some((from, k) => from !== columns![k])) return [];
  }
  return columns ?? [];
}

const MOST_SECTIONS = 3;
const MOST_HEAD_ROWS = 5;
const FEWEST_ROWS = 2;

const isFigure = ({ text }: RawCell): boolean => {
  const kind = kindOf(text.text);
  return kind === "number" || kind === "dash";
};

/** Where the columns of figures stand in a table whose first row with more than a label has figures; undefined in any other table. */
function headlessColumns({ rows }: RawTable): readonly number[] | undefined {
  const first = rows.find(({ cells }) => cells.length > 1);
  if (first === undefined || rows.some(({ cells }) => cells[0]?.from !== 0)) return undefined;
  if (!first.cells.slice(1).every(isFigure) || isFigure(first.cells[0]!)) return undefined;
  const columns = new Set<number>();
  let full = 0;
  for (const { cells } of rows) for (const cell of cells.slice(1)) columns.add(cell.from);
  for (const { cells } of rows) if (cells.length === columns.size + 1) full++;
  if (columns.size < 2 || full < FEWEST_ROWS) return undefined;
  return [...columns].sort((a, b) => a - b);
}

/** A heading that names no time: "Assets". */
const isSection = (block: RawBlock): boolean =>
  block.kind === "heading" && !isTime(block) && !/\d/.test(block.text.text);

/** A heading or a line of its own that is a head of a column: a day, or a period with its year. */
function isTime(block: RawBlock): boolean {
  if (block.kind === "raw-table") return false;
  const text = block.text.text.replace(/\s*\(unaudited\)$/i, "");
  return isTimeHead(text) && headShape(text) !== "year" && /\b(?:19|20)\d\d$/.test(text);
}

/** Whether a table holds heads alone, one of time over each of these columns. */
function isHeads({ rows }: RawTable, columns: readonly number[]): boolean {
  if (rows.length > MOST_HEAD_ROWS || rows.some(({ cells }) => cells.some(isFigure))) return false;
  const over = ({ cells }: RawRow): number =>
    cells.filter(({ text, from, to }) => isTimeHead(text.text) && columns.some((c) => from <= c && c < to)).length;
  return rows.some((row) => over(row) === columns.length);
}
