import type { Document } from "../document.ts";
import type { LexedBlock, LexedTable, LexedText } from "../lex/lexed.ts";
import { continued } from "../meaning/continued.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { ScaleStatement } from "../meaning/scale.ts";
import { witnessedScale, witnessesOf } from "../meaning/scale-witness.ts";
import type { StatementKind, TableMeaning } from "../meaning/table.ts";
import { tableMeaning } from "../meaning/table-meaning.ts";
import type { Figure } from "./figure.ts";
import type { Draft } from "./place.ts";
import { proseFigures } from "./prose-figures.ts";
import { tableFigures } from "./table-figures.ts";

/** A table with its meaning and the figure at each row and column (from 0); a cell with several measurements has none. */
export interface TableReading {
  /** Counted from 1. */
  readonly table: number;
  readonly block: LexedTable;
  readonly meaning: TableMeaning;
  readonly grid: readonly (readonly (number | undefined)[])[];
}

/** A paragraph or heading with the indices of its figures, in order of its tokens. */
export interface TextReading {
  /** Counted from 1, headings and paragraphs together. */
  readonly paragraph: number;
  readonly block: LexedText;
  readonly figures: readonly number[];
}

export interface Figures {
  /** In reading order; `figures[i].id` is "f" and i + 1. */
  readonly figures: readonly Figure[];
  readonly tables: readonly TableReading[];
  readonly texts: readonly TextReading[];
}

/** Texts before a table that may be its title; further ones are not looked at. */
const NEAR = 8;

/** Every number-like token of the document as a figure, with the meaning of the tables they stand in. */
export function figuresOf(document: Document, lexed: readonly LexedBlock[], context: DocumentContext): Figures {
  const drafts: Draft[] = [];
  const tables: TableReading[] = [];
  const texts: TextReading[] = [];
  const meanings = scaled(lexed, meaningsOf(lexed, context));
  for (const block of lexed) {
    const first = drafts.length;
    if (block.kind === "text") {
      const paragraph = texts.length + 1;
      push(drafts, proseFigures(document.source, block, paragraph, context));
      texts.push({ paragraph, block, figures: range(first, drafts.length) });
    } else {
      const meaning = meanings[tables.length]!;
      const table = tables.length + 1;
      const found = tableFigures(document.source, block, table, meaning, context, first);
      push(drafts, found.drafts);
      tables.push({ table, block, meaning, grid: found.grid });
    }
  }
  return numbered(drafts, tables, texts);
}

function push<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Tables of which nothing says the scale take that of their amounts elsewhere, or what nearly all tables say, further down too. */
function scaled(lexed: readonly LexedBlock[], meanings: readonly TableMeaning[]): readonly TableMeaning[] {
  if (meanings.every((m) => m.scaleStatement !== undefined)) return meanings;
  const seen = witnessesOf(lexed, meanings);
  const tables = lexed.filter((b) => b.kind === "table");
  const usual = usualOf(meanings);
  return meanings.map((meaning, i) => {
    if (meaning.scaleStatement !== undefined) return meaning;
    const scaleStatement = witnessedScale(tables[i]!, meaning, seen) ?? (hasCurrency(tables[i]!) ? usual : undefined);
    return scaleStatement === undefined ? meaning : { ...meaning, scale: scaleStatement.scale, scaleStatement };
  });
}

/** What nearly all tables say, where several do. */
function usualOf(meanings: readonly TableMeaning[]): ScaleStatement | undefined {
  const said = meanings.flatMap(({ scaleStated, scaleStatement }) =>
    scaleStated === true && scaleStatement !== undefined ? [scaleStatement] : [],
  );
  if (said.length < 3) return undefined;
  return said.find(({ scale }) => said.filter((other) => other.scale === scale).length >= 0.8 * said.length);
}

/** Each table's meaning; one that states no scale takes that of the last statement of its kind, or of nearly all tables. */
function meaningsOf(lexed: readonly LexedBlock[], context: DocumentContext): readonly TableMeaning[] {
  const byStatement = new Map<StatementKind, ScaleStatement>();
  const stated = new Map<number, { count: number; readonly said: ScaleStatement }>();
  const meanings: TableMeaning[] = [];
  let before: LexedText[] = [];
  let saying = 0;
  let signs = 0;
  for (const block of lexed) {
    if (block.kind === "text") {
      before.push(block);
      if (before.length > 2 * NEAR) before = before.slice(-NEAR);
      continue;
    }
    const usual = [...stated.values()].find((s) => saying >= 3 && s.count >= 0.8 * saying)?.said;
    const signed = hasCurrency(block);
    const inherits = signed || signs < 5 || signs < 0.7 * saying;
    const own = tableMeaning(block, before.slice(-NEAR), context, { byStatement, usual, inherits });
    const meaning = continued(own, meanings[meanings.length - 1], before);
    before = [];
    meanings.push(meaning);
    const { scaleStatement, scaleStated, statement } = meaning;
    if (scaleStatement === undefined || scaleStated !== true || scaleStatement.sharesOnly) continue;
    saying++;
    if (signed) signs++;
    const same = stated.get(scaleStatement.scale);
    if (same === undefined) stated.set(scaleStatement.scale, { count: 1, said: scaleStatement });
    else same.count++;
    if (statement !== undefined && statement !== "other") byStatement.set(statement, scaleStatement);
  }
  return meanings;
}

const hasCurrency = (table: LexedTable): boolean =>
  table.rows.some((row) =>
    row.cells.some((cell) => cell.tokens.some((t) => t.kind === "number" && t.currency !== undefined)),
  );

/** Numbers the figures by their place in the source, and lets tables and texts point at them. */
function numbered(drafts: readonly Draft[], tables: readonly TableReading[], texts: readonly TextReading[]): Figures {
  const named = (draft: Draft, i: number): Figure => ({ id: `f${i + 1}`, ...draft });
  if (drafts.every((d, i) => i === 0 || drafts[i - 1]!.start <= d.start))
    return { figures: drafts.map(named), tables, texts };
  const order = drafts.map((_, i) => i).sort((a, b) => drafts[a]!.start - drafts[b]!.start || a - b);
  const place = new Array<number>(drafts.length);
  order.forEach((old, now) => {
    place[old] = now;
  });
  return {
    figures: order.map((old, i) => named(drafts[old]!, i)),
    tables: tables.map((t) => ({
      ...t,
      grid: t.grid.map((row) => row.map((i) => (i === undefined ? undefined : place[i]))),
    })),
    texts: texts.map((t) => ({ ...t, figures: t.figures.map((i) => place[i]!) })),
  };
}
