import { lex } from "../lex/lex.ts";
import type { LexedCell } from "../lex/lexed.ts";
import type { Glance } from "./_glance.ts";
import type { Nature } from "./cell-nature.ts";
import { type HeadItem, itemsAt, itemsIn, runLength, undated } from "./head-items.ts";
import { scaleStatement } from "./scale.ts";

export interface HeadColumn {
  /** The words over the column, from the top down. */
  readonly words: string;
  readonly items: readonly HeadItem[];
  /** A statement of scale over this column alone. */
  readonly statement: string | undefined;
}

export interface HeadRows {
  readonly columns: readonly HeadColumn[];
  /** Statements of scale that stand over several columns: "(In millions, except per share amounts)". */
  readonly statements: readonly string[];
}

/** What each column's head cells say, from the top down; a group's head that stands over one column only is spread over its group. */
export function headColumns(rows: readonly Glance[], columns: number, labels: number): HeadRows {
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
      if ((found.length === 0 || BRACKETED.test(text)) && isStatement(text)) {
        if (to - from > 1 || spans.length === 1) statements.push(text);
        else own[from] = text;
        continue;
      }
      for (let c = from; c < to; c++) {
        words[c]!.push(text);
        items[c]!.push(...itemsAt(found, c - from, to - from));
      }
    }
  });
  const whole = words.map((w, c) => mended(w, items[c]!));
  return {
    columns: words.map((w, c) => ({ words: w.join(" "), items: withPeriod(whole, c), statement: own[c] })),
    statements,
  };
}

/**
 * A year alone right of a period that ends on a day of another year is that period in its own year ("Quarter ended May 31, 2024" and "2025"). More
 * such years in a row may be years.
 */
function withPeriod(columns: readonly (readonly HeadItem[])[], c: number): readonly HeadItem[] {
  const items = columns[c]!;
  const before = columns[c - 1] ?? [];
  const year = yearAlone(items);
  if (year === undefined || yearAlone(columns[c + 1] ?? []) !== undefined) return items;
  const date = before.find((item) => item.kind === "date");
  if (date?.kind !== "date" || date.date.year === undefined || date.date.year === year) return items;
  const period = before.flatMap((item): HeadItem[] =>
    item.kind === "date" ? [undated(item.date)] : item.kind === "phrase" ? [item] : [],
  );
  return period.length === before.length ? [...period, ...items] : items;
}

const yearAlone = ([item, ...others]: readonly HeadItem[]): number | undefined =>
  item?.kind === "year" && others.length === 0 ? item.year : undefined;

/** A statement of scale may name a time in what it excepts: "(in millions, except LTM revenue per customer)". */
const BRACKETED = /^\(in (?:thousands|millions|billions)\b[^()]*\)$/i;

const isStatement = (text: string): boolean =>
  /^(?:\W|in\b|amounts?\b|dollars?\b|thousands?\b|millions?\b|shares in\b|us\$|usd\b|unaudited)/i.test(text) &&
  scaleStatement(text) !== undefined;

/** Heads of more rows are not looked at for what stands below. */
export const DEEP = 6;

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
  if (plain.length === 0 || cells.some((c) => c.cell.span > 1)) return plain;
  if (plain.some((p, i) => isRun(p, i + 1 < plain.length ? plain[i + 1]!.from : columns)))
    return plain.map((p, i) => ({
      ...p,
      to: isRun(p, i + 1 < plain.length ? plain[i + 1]!.from : columns) ? p.from + runLength(itemsOf(p.cell)) : p.to,
    }));
  if (below.length === 0) return plain;
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

/** Whether a head names as many years, dates or quarters as there are columns from its own to the next head. */
const isRun = (p: Spread, next: number): boolean => next - p.from > 1 && runLength(itemsOf(p.cell)) === next - p.from;

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
  const times = columnsWith(below, (nature) => nature === "time" || nature === "year");
  let first = from;
  while (first > labels && times.has(first - 1)) first--;
  return first;
}

function lastBelow(below: readonly Glance[], to: number, columns: number): number {
  const filled = columnsWith(below, (nature) => nature !== "empty");
  let last = to;
  while (last < columns && filled.has(last)) last++;
  return last;
}

/** The columns, from 0, in which a cell of such a nature starts. */
function columnsWith(rows: readonly Glance[], is: (nature: Nature) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (const g of rows)
    g.row.cells.forEach((c, i) => {
      if (is(g.natures[i]!)) found.add(c.cell.column - 1);
    });
  return found;
}

export const itemsOf = (cell: LexedCell): readonly HeadItem[] => itemsIn(cell.cell.text.text, cell.tokens);

/** A month's name at the end of a line, without its day. */
const MONTH_LEFT =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;

/** "Three months endedDecember 31": a line break lost on the way. */
const GLUED = /\bended(?=[A-Z])|\bEnded(?=[A-Z])|\bENDED(?=[A-Z][a-z])/;

/** Where a date is broken over lines ("Three months ended September | 30, 2024"), the lines are read again as one. */
function mended(lines: readonly string[], items: readonly HeadItem[]): readonly HeadItem[] {
  const glued = lines.some((line) => GLUED.test(line));
  if (
    !glued &&
    !lines.some((line, i) => i + 1 < lines.length && /^\d/.test(lines[i + 1]!) && MONTH_LEFT.test(line.slice(-12)))
  )
    return items;
  const whole = lines.join(" ").slice(0, 400).replace(GLUED, "$& ");
  return itemsIn(whole, lex(whole, "cell"));
}
