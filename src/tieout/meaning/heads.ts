import type { LexedCell, LexedTable } from "../lex/lexed.ts";
import { behindLabels, type Glance, glance } from "./_glance.ts";
import { isTimeAlone, natureOf } from "./cell-nature.ts";
import { DEEP, type HeadColumn, type HeadRows, headColumns, itemsOf } from "./head-columns.ts";
import { type HeadItem, itemsAt, runLength } from "./head-items.ts";
import { scaleStatement } from "./scale.ts";

/** How a table is laid out, before its words are understood. Rows and columns are indexed from 0. */
export interface Heads {
  readonly labelColumns: number;
  /** Rows at the top that hold a title and no heads. */
  readonly titles: readonly number[];
  /** From the top down; the first starts at row 0 or behind the titles, and each holds to the next. Never empty. */
  readonly blocks: readonly HeadBlock[];
}

/** Rows of heads and what they say over each column. */
export interface HeadBlock extends HeadRows {
  readonly from: number;
  /** The first row that is no head any more. */
  readonly to: number;
  /** Whether it is a lone row that names the time of all columns below ("Three months ended March 31,"). */
  readonly time: boolean;
}

export function headsOf(table: LexedTable): Heads {
  const labelColumns = labelColumnsOf(table);
  const rows = table.rows.map((row) => glance(row, labelColumns));
  const firstData = firstDataRow(rows);
  const titles = titleRows(rows, firstData);
  const from = titles.length === 0 ? 0 : titles[titles.length - 1]! + 1;
  // A long table without any figure has no heads to speak of.
  let to = firstData === rows.length && rows.length > DEEP ? from : firstData;
  while (to > from && behindLabels(rows[to - 1]!) === 0 && !isLoneHead(rows[to - 1]!) && !isScaleRow(rows[to - 1]!))
    to--;
  const over = headColumns(rows.slice(from, to), table.block.columns, labelColumns);
  const blocks: HeadBlock[] = [{ from, to, time: false, ...over }];
  bodyBlocks(rows, to, table.block.columns, labelColumns, blocks);
  return { labelColumns, titles, blocks };
}

/** A row whose one cell spans columns of figures. */
const isLoneHead = (g: Glance): boolean => g.label === undefined && g.row.cells.length > 0;

/** "(in millions, except per share data)" on a line of its own below the heads speaks of the whole table. */
function isScaleRow({ label }: Glance): boolean {
  const text = label?.cell.text.text ?? "";
  return /^\W*\(/.test(text) && scaleStatement(text)?.sharesOnly === false;
}

/** One as a rule; none where the first column holds figures like the others; two where the second holds words as well. */
function labelColumnsOf(table: LexedTable): number {
  let rows = 0;
  let firstNumbers = 0;
  let firstTexts = 0;
  let secondTexts = 0;
  let secondYears = 0;
  let secondOther = 0;
  for (const row of table.rows) {
    const first = row.cells.find((c) => c.cell.column === 1);
    const second = row.cells.find((c) => c.cell.column === 2);
    const later = row.cells.some((c) => c.cell.column > 2 && natureOf(c) === "number");
    const nature = first === undefined ? "empty" : natureOf(first);
    if (later || (second !== undefined && natureOf(second) === "number")) {
      rows++;
      if (nature === "number") firstNumbers++;
      else if (nature !== "empty") firstTexts++;
    }
    if (!later || second === undefined || second.cell.span > 1) continue;
    if (natureOf(second) === "text" && /[a-z]{3}/i.test(second.cell.text.text)) secondTexts++;
    else if (natureOf(second) === "year") secondYears++;
    else secondOther++;
  }
  if (rows > 0 && firstNumbers > firstTexts && firstNumbers * 2 > rows) return 0;
  const words = Math.max(secondTexts, secondYears);
  return words >= 2 && words > 4 * (secondOther + secondTexts + secondYears - words) && firstTexts > 0 ? 2 : 1;
}

/** The first row that has a figure under a head. */
function firstDataRow(rows: readonly Glance[]): number {
  let seenHead = false;
  for (let r = 0; r < rows.length; r++) {
    const g = rows[r]!;
    if (g.numbers > 0) return r;
    if (g.softs > 0 && g.label !== undefined && seenHead) return r;
    if (g.times + g.texts > 0) seenHead = true;
  }
  return rows.length;
}

/** The rows at the top whose only cell starts at the left. */
function titleRows(rows: readonly Glance[], firstData: number): readonly number[] {
  const titles: number[] = [];
  let r = 0;
  for (; r < firstData; r++) {
    const g = rows[r]!;
    if (behindLabels(g) > 0 || isLoneHead(g)) break;
    if (g.label !== undefined) titles.push(r);
  }
  if (r < firstData) return titles;
  // Without a row of heads below, a short line in the label column alone is a section of the body.
  return titles.filter((t) => {
    const cell = rows[t]!.label!;
    return cell.cell.span > 1 || scaleStatement(cell.cell.text.text) !== undefined;
  });
}

/** No table that people read changes its heads more often. */
const MOST_BLOCKS = 300;

/** Finds heads that stand again further down, and lone rows that name a time. */
function bodyBlocks(rows: readonly Glance[], from: number, columns: number, labels: number, blocks: HeadBlock[]): void {
  let base = blocks[0]!;
  for (let r = from; r < rows.length && blocks.length < MOST_BLOCKS; r++) {
    const g = rows[r]!;
    const next = rows[r + 1];
    const overHeads = g.label === undefined && next !== undefined && isHeadAgain(next) && next.times > 1;
    if (isTimeRow(g) && !overHeads) {
      const items = itemsOf(onlyCell(g));
      const words = onlyCell(g).cell.text.text.trim();
      blocks.push({ from: r, to: r + 1, time: true, columns: under(base, items, words, labels), statements: [] });
      continue;
    }
    if (!isHeadAgain(g)) continue;
    let to = r + 1;
    while (to < rows.length && isHeadAgain(rows[to]!)) to++;
    if (to === rows.length) return;
    const block = rows.slice(r, to);
    if (block.every((b) => b.times === 0 && b.texts < 2)) continue;
    base = { from: r, to, time: false, ...headColumns(block, columns, labels) };
    blocks.push(base);
    r = to - 1;
  }
}

const onlyCell = (g: Glance): LexedCell => g.label ?? g.row.cells.find((_, i) => g.natures[i] !== "empty")!;

function isTimeRow(g: Glance): boolean {
  if (g.numbers + g.softs + g.texts > 0 || (g.label === undefined ? g.times !== 1 : g.times > 0)) return false;
  const cell = onlyCell(g);
  // Over the columns of one group only, it is a head like any other.
  return isTimeAlone(cell.cell.text.text, cell.tokens);
}

function isHeadAgain(g: Glance): boolean {
  if (g.numbers + g.softs > 0 || behindLabels(g) === 0) return false;
  const label = g.label?.cell.text.text.trim() ?? "";
  if (label === "") return g.times > 0 || g.texts >= 2;
  if (scaleStatement(label) !== undefined || (g.label !== undefined && isTimeAlone(label, g.label.tokens))) return true;
  return (
    g.times >= 2 && g.texts === 0 && !/\b(?:matur|date|expir|due|issu|term|declar|record|pa(?:id|yable))/i.test(label)
  );
}

/** The columns of a block under a lone row of time: the row's words come first, and replace what the heads said of length. */
function under(base: HeadBlock, items: readonly HeadItem[], words: string, labels: number): readonly HeadColumn[] {
  const hasLength = items.some((i) => i.kind === "phrase" && i.phrase.lengths.length > 0);
  const hasDate = items.some((i) => i.kind === "date" && i.date.year !== undefined);
  const figures = base.columns.length - labels;
  return base.columns.map((column, c) => {
    const own = c < labels || runLength(items) < 2 ? items : itemsAt(items, c - labels, figures);
    const kept = column.items.filter(
      (i) => !(hasLength && i.kind === "phrase") && !(hasDate && (i.kind === "date" || i.kind === "year")),
    );
    const together = hasLength || hasDate ? [...own, ...kept] : [...kept, ...own];
    return { ...column, words: column.words === "" ? words : `${words} ${column.words}`, items: together };
  });
}
