import { machineInteger } from "../../exact/integer.ts";
import type { LexedCell, LexedRow, LexedTable } from "../lex/lexed.ts";
import type { DateToken, NumberToken, PeriodPhrase, Token } from "../lex/token.ts";
import { isTimeAlone, type Nature, natureOf } from "./cell-nature.ts";
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
export interface HeadBlock {
  readonly from: number;
  /** The first row that is no head any more. */
  readonly to: number;
  /** Whether it is a lone row that names the time of all columns below ("Three months ended March 31,"). */
  readonly time: boolean;
  readonly columns: readonly HeadColumn[];
  /** Statements of scale that stand over several columns: "(In millions, except per share amounts)". */
  readonly statements: readonly string[];
}

export interface HeadColumn {
  /** The words over the column, from the top down. */
  readonly words: string;
  readonly items: readonly HeadItem[];
  /** A statement of scale over this column alone. */
  readonly statement: string | undefined;
}

export type HeadItem =
  | { readonly kind: "phrase"; readonly phrase: PeriodPhrase }
  | { readonly kind: "date"; readonly date: DateToken }
  | { readonly kind: "year"; readonly year: number };

interface Glance {
  readonly row: LexedRow;
  readonly natures: readonly Nature[];
  /** Cells behind the label columns, by what they are. */
  readonly numbers: number;
  readonly softs: number;
  readonly times: number;
  readonly texts: number;
  readonly label: LexedCell | undefined;
}

export function headsOf(table: LexedTable): Heads {
  const labelColumns = labelColumnsOf(table);
  const rows = table.rows.map((row) => glance(row, labelColumns));
  const firstData = firstDataRow(rows);
  const titles = titleRows(rows, firstData);
  const from = titles.length === 0 ? 0 : titles[titles.length - 1]! + 1;
  // A long table without any figure has no heads to speak of.
  let to = firstData === rows.length && rows.length > DEEP ? from : firstData;
  while (to > from && behindLabels(rows[to - 1]!) === 0 && !isLoneHead(rows[to - 1]!)) to--;
  const over = headColumns(rows.slice(from, to), table.block.columns, labelColumns);
  const blocks: HeadBlock[] = [{ from, to, time: false, ...over }];
  bodyBlocks(rows, to, table.block.columns, labelColumns, blocks);
  return { labelColumns, titles, blocks };
}

const behindLabels = (g: Glance): number => g.numbers + g.softs + g.times + g.texts;

/** A row whose one cell spans columns of figures. */
const isLoneHead = (g: Glance): boolean => g.label === undefined && g.row.cells.length > 0;

function glance(row: LexedRow, labelColumns: number): Glance {
  const natures = row.cells.map(natureOf);
  let numbers = 0;
  let softs = 0;
  let times = 0;
  let texts = 0;
  let label: LexedCell | undefined;
  row.cells.forEach((cell, i) => {
    const nature = natures[i]!;
    if (nature === "empty") return;
    if (cell.cell.column <= labelColumns) {
      label ??= cell;
      return;
    }
    if (nature === "number") numbers++;
    else if (nature === "soft") softs++;
    else if (nature === "text") texts++;
    else times++;
  });
  return { row, natures, numbers, softs, times, texts, label };
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

/** Finds heads that stand again further down, and lone rows that name a time. */
function bodyBlocks(rows: readonly Glance[], from: number, columns: number, labels: number, blocks: HeadBlock[]): void {
  let base = blocks[0]!;
  for (let r = from; r < rows.length; r++) {
    const g = rows[r]!;
    if (isTimeRow(g)) {
      const items = itemsOf(onlyCell(g));
      const words = onlyCell(g).cell.text.text.trim();
      blocks.push({ from: r, to: r + 1, time: true, columns: under(base, items, words), statements: [] });
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
function under(base: HeadBlock, items: readonly HeadItem[], words: string): readonly HeadColumn[] {
  const hasLength = items.some((i) => i.kind === "phrase" && i.phrase.lengths.length > 0);
  const hasDate = items.some((i) => i.kind === "date" && i.date.year !== undefined);
  return base.columns.map((column) => {
    const kept = column.items.filter(
      (i) => !(hasLength && i.kind === "phrase") && !(hasDate && (i.kind === "date" || i.kind === "year")),
    );
    return { ...column, words: column.words === "" ? words : `${words} ${column.words}`, items: [...items, ...kept] };
  });
}

/** What each column's head cells say, from the top down; a group's head that stands over one column only is spread over its group. */
function headColumns(
  rows: readonly Glance[],
  columns: number,
  labels: number,
): Pick<HeadBlock, "columns" | "statements"> {
  const words: string[][] = Array.from({ length: columns }, () => []);
  const items: HeadItem[][] = Array.from({ length: columns }, () => []);
  const own = new Array<string | undefined>(columns).fill(undefined);
  const statements: string[] = [];
  rows.forEach((g, r) => {
    const spans = spread(g, rows.slice(r + 1, r + 1 + DEEP), columns, labels);
    for (const { cell, from, to } of spans) {
      const text = cell.cell.text.text.trim();
      if (/^\W*unaudited\W*$/i.test(text)) continue;
      const found = itemsOf(cell);
      if (found.length === 0 && isStatement(text)) {
        if (to - from > 1 || spans.length === 1) statements.push(text);
        else own[from] = text;
        continue;
      }
      for (let c = from; c < to; c++) {
        words[c]!.push(text);
        items[c]!.push(...found);
      }
    }
  });
  return { columns: words.map((w, c) => ({ words: w.join(" "), items: items[c]!, statement: own[c] })), statements };
}

const isStatement = (text: string): boolean =>
  /^(?:\W|in\b|amounts?\b|dollars?\b|thousands?\b|millions?\b|shares in\b|us\$|usd\b|unaudited)/i.test(text) &&
  scaleStatement(text) !== undefined;

/** Heads of more rows are not looked at for what stands below. */
const DEEP = 6;

interface Spread {
  readonly cell: LexedCell;
  /** Columns from 0, the end outside. */
  readonly from: number;
  readonly to: number;
}

function spread(g: Glance, below: readonly Glance[], columns: number, labels: number): readonly Spread[] {
  const cells = g.row.cells.filter((c, i) => g.natures[i] !== "empty" && c.cell.column > labels);
  const plain = cells.map((cell) => ({
    cell,
    from: cell.cell.column - 1,
    to: Math.min(columns, cell.cell.column - 1 + cell.cell.span),
  }));
  if (below.length === 0 || plain.length === 0 || cells.some((c) => c.cell.span > 1)) return plain;
  const first = firstHead(below, labels);
  if (standAtEnds(plain, first, columns))
    return plain.map((p, i) => ({ ...p, from: i === 0 ? first : plain[i - 1]!.to }));
  if (!plain.every((p) => spreads(p.cell, cells.length))) return plain;
  return plain.map((p, i) => ({
    cell: p.cell,
    from: i === 0 ? firstBelow(below, p.from, labels) : p.from,
    to: i + 1 < plain.length ? plain[i + 1]!.from : lastBelow(below, p.to, columns),
  }));
}

/** Whether years or dates stand over the last columns of groups of one width: then all columns of a group belong to them. */
function standAtEnds(cells: readonly Spread[], first: number, columns: number): boolean {
  if (cells[0]!.from <= first || cells[cells.length - 1]!.to !== columns) return false;
  const width = cells[0]!.to - first;
  return cells.every((p, i) => itemsOf(p.cell).length > 0 && (i === 0 || p.to - cells[i - 1]!.to === width));
}

/** The first column, from 0, that has a head in the rows below. */
function firstHead(below: readonly Glance[], labels: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const g of below)
    g.row.cells.forEach((c, i) => {
      if (c.cell.column > labels && g.natures[i] !== "empty") first = Math.min(first, c.cell.column - 1);
    });
  return first;
}

/** Whether a head cell is such as stands over a group of columns: a length, a date without its year, or a member's name. */
function spreads(cell: LexedCell, cells: number): boolean {
  const found = itemsOf(cell);
  if (found.some((i) => i.kind === "phrase" && i.phrase.lengths.length > 0 && i.phrase.year === undefined)) return true;
  if (found.some((i) => i.kind === "date" && i.date.year === undefined)) return true;
  return found.length === 0 && cells >= 2 && cell.cell.text.text.length > 8;
}

/** The leftmost column up to `from` that has heads of time below, not further than the labels. */
function firstBelow(below: readonly Glance[], from: number, labels: number): number {
  let first = from;
  for (let c = from - 1; c >= labels && below.some((g) => hasTimeAt(g, c)); c--) first = c;
  return first;
}

function lastBelow(below: readonly Glance[], to: number, columns: number): number {
  let last = to;
  while (last < columns && below.some((g) => hasTextAt(g, last))) last++;
  return last;
}

const hasTextAt = (g: Glance, column: number): boolean =>
  g.row.cells.some((c, i) => c.cell.column === column + 1 && g.natures[i] !== "empty");

const hasTimeAt = (g: Glance, column: number): boolean =>
  g.row.cells.some((c, i) => c.cell.column === column + 1 && (g.natures[i] === "time" || g.natures[i] === "year"));

export function itemsOf(cell: LexedCell): readonly HeadItem[] {
  const items: HeadItem[] = [];
  let day: DateToken | undefined;
  for (const t of cell.tokens) {
    if (t.kind === "period") {
      const { phrase } = t;
      if (phrase.lengths.length === 0 && phrase.nth === undefined && phrase.year !== undefined)
        items.push({ kind: "year", year: phrase.year });
      else items.push({ kind: "phrase", phrase });
    } else if (t.kind === "date") {
      items.push({ kind: "date", date: t });
      if (t.year === undefined) day = t;
    } else if (day !== undefined && isShortYear(cell.cell.text.text, day, t))
      items.push({ kind: "year", year: 2000 + (machineInteger(t.digits) ?? 0) });
    else if (t.kind === "number" && t.doubt === "year")
      items.push({ kind: "year", year: machineInteger(t.digits) ?? 0 });
  }
  return items;
}

/** The year of "Dec 31, 23". */
const isShortYear = (text: string, day: DateToken, t: Token): t is NumberToken =>
  t.kind === "number" &&
  t.to - t.from === 2 &&
  t.digits < 70n &&
  t.places === 0 &&
  /^,? ?['’]?$/.test(text.slice(day.to, t.from));
