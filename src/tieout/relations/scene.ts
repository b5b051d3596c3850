import type { Day } from "../../calendar/date.ts";
import { type Printed, placeOf } from "../../text/printed.ts";
import type { TableReading, TextReading } from "../figures/document-figures.ts";
import type { Figure } from "../figures/figure.ts";
import type { LexedBlock, LexedTable } from "../lex/lexed.ts";
import type { Token } from "../lex/token.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { Span } from "../meaning/sentence.ts";

/** A text of the document that is read for what it says in words: a paragraph, a heading, or a cell of a table. */
export interface Line {
  readonly text: string;
  readonly printed: Printed;
  readonly tokens: readonly Token[];
  /** The index of its block in the document. */
  readonly block: number;
  /** The column of its cell; undefined outside tables. */
  readonly column: number | undefined;
}

/** All that the relations in words look at. */
export interface Scene {
  readonly lines: readonly Line[];
  readonly figures: readonly Figure[];
  /** The index of a token's figure. */
  readonly figureOf: ReadonlyMap<Token, number>;
  readonly texts: readonly TextReading[];
  readonly tables: readonly TableReading[];
  /** How many blocks there are, tables among them. */
  readonly blocks: readonly LexedBlock[];
  readonly context: DocumentContext;
  /** The first print of the day of the release: the day that "today" means. */
  readonly dateline: { readonly day: Day; readonly figure: number } | undefined;
}

export function sceneOf(
  lexed: readonly LexedBlock[],
  figures: readonly Figure[],
  texts: readonly TextReading[],
  tables: readonly TableReading[],
  context: DocumentContext,
): Scene {
  const lines: Line[] = [];
  lexed.forEach((block, i) => {
    if (block.kind === "table") {
      for (const line of cellLines(block, i)) lines.push(line);
      return;
    }
    const printed = block.block.text;
    lines.push({ text: printed.text, printed, tokens: block.tokens, block: i, column: undefined });
  });
  const figureOf = new Map(figures.map((f, i) => [f.token, i]));
  const dateline = datelineOf(lines, figureOf, context);
  return { lines, figures, figureOf, texts, tables, blocks: lexed, context, dateline };
}

const ENDS = /\b(?:ended|ending|as of|at|until|through|thru|till|to|before)\s{1,3}(?:\w{1,9}day,? )?$/i;

/** The day that the document takes for its own, if it lies behind the reported period and ends nothing where it is first printed. */
function datelineOf(
  lines: readonly Line[],
  figureOf: ReadonlyMap<Token, number>,
  { released, reportEnd }: DocumentContext,
): Scene["dateline"] {
  if (released === undefined || reportEnd === undefined || released <= reportEnd) return undefined;
  for (const { tokens, text } of lines)
    for (const token of tokens) {
      if (token.kind !== "date" || token.date !== released) continue;
      if (ENDS.test(text.slice(Math.max(0, token.from - 24), token.from))) return undefined;
      const figure = figureOf.get(token);
      return figure === undefined ? undefined : { day: released, figure };
    }
  return undefined;
}

/** The cells that words are read in: all of a table of contacts, column by column; of others those that name a day or a time. */
function cellLines({ rows }: LexedTable, block: number): readonly Line[] {
  const cells = rows.flatMap((row) => row.cells);
  const lineOf = ({ cell, tokens }: (typeof cells)[number]): Line => ({
    text: cell.text.text,
    printed: cell.text,
    tokens,
    block,
    column: cell.column,
  });
  const contacts = cells.some((c) => c.cell.text.text.includes("@") || c.tokens.some((t) => t.kind === "phone"));
  if (contacts) return cells.map(lineOf).sort((a, b) => a.column! - b.column!);
  return cells
    .filter((c) => c.tokens.some((t) => t.kind === "date" || t.kind === "time" || t.kind === "period"))
    .map(lineOf);
}

/** The place in the source of a stretch of a line. */
export const placeIn = (line: Line, from: number, to: number): { readonly start: number; readonly end: number } =>
  placeOf(line.printed, from, to);

/** The tokens of a line from `from` to `to`, found without looking at the others. */
export function tokensWithin({ tokens }: Line, { from, to }: Span): readonly Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tokens.length && tokens[end]!.to <= to) end++;
  return tokens.slice(low, end);
}
