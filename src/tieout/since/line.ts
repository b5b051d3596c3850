import { captionOf, type Placed } from "../anchor/anchor.ts";
import { clipped } from "../anchor/fold.ts";
import type { TableReading, TextReading } from "../figures/document-figures.ts";
import type { Figure } from "../figures/figure.ts";
import type { Token } from "../lex/token.ts";
import { type Span, sentences } from "../meaning/sentence.ts";

/** A sentence of a paragraph, a heading, or a row of a table: what is laid beside its like in an earlier draft. */
export interface Line {
  readonly kind: "sentence" | "row";
  /** As printed, on one line. */
  readonly text: string;
  /** The same without its figures: "#" holds the place of each in a sentence; of a row, the cells that have words. */
  readonly words: string;
  /** Of a sentence the stretches between its figures, one more than there are figures. */
  readonly between: readonly string[];
  /** The figures by their index, in order. */
  readonly figures: readonly number[];
  readonly where: { readonly paragraph: number } | { readonly table: number; readonly row: number };
  /** The caption of a row's table. */
  readonly table: string;
}

/** The lines of a document in reading order. */
export function linesOf({ lexed, figures, tables, texts }: Placed): readonly Line[] {
  const indexOf = new Map(figures.map((figure, i) => [figure.token, i]));
  const lines: Line[] = [];
  let paragraph = 0;
  let table = 0;
  let heading = "";
  for (const block of lexed) {
    if (block.kind === "text") {
      const text = texts[paragraph++];
      if (text === undefined) continue;
      if (block.block.kind === "heading") heading = clipped(block.block.text.text);
      for (const line of sentenceLines(text, figures)) lines.push(line);
    } else {
      const reading = tables[table++];
      if (reading === undefined) continue;
      for (const line of rowLines(reading, captionOf(reading.meaning, heading), indexOf)) lines.push(line);
    }
  }
  return lines;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function sentenceLines({ block, paragraph, figures: own }: TextReading, figures: readonly Figure[]): readonly Line[] {
  const { text } = block.block.text;
  const ordered = own.toSorted((a, b) => figures[a]!.token.from - figures[b]!.token.from);
  let next = 0;
  return sentences(text).map((span): Line => {
    const within: number[] = [];
    while (next < ordered.length && figures[ordered[next]!]!.token.from < span.to) within.push(ordered[next++]!);
    const between = betweenTokens(
      text,
      span,
      within.map((i) => figures[i]!.token),
    );
    const words = oneLine(between.join("#"));
    const printed = oneLine(text.slice(span.from, span.to));
    return { kind: "sentence", text: printed, words, between, figures: within, where: { paragraph }, table: "" };
  });
}

/** The stretches of the text between its tokens. */
function betweenTokens(text: string, { from, to }: Span, tokens: readonly Token[]): readonly string[] {
  const between: string[] = [];
  let at = from;
  for (const token of tokens) {
    between.push(text.slice(at, Math.max(at, token.from)));
    at = Math.max(at, Math.min(token.to, to));
  }
  between.push(text.slice(at, to));
  return between;
}

const LETTER = /\p{L}/u;

function rowLines(
  { table, block }: TableReading,
  caption: string,
  indexOf: ReadonlyMap<Token, number>,
): readonly Line[] {
  return block.rows.map(({ cells }, row): Line => {
    const figures: number[] = [];
    const texts: string[] = [];
    const words: string[] = [];
    for (const { cell, tokens } of cells) {
      const { text } = cell.text;
      const known = tokens.filter((token) => indexOf.has(token));
      for (const token of known) figures.push(indexOf.get(token)!);
      texts.push(oneLine(text));
      const rest = oneLine(betweenTokens(text, { from: 0, to: text.length }, known).join("#"));
      if (LETTER.test(rest)) words.push(rest);
    }
    const where = { table, row: row + 1 };
    return {
      kind: "row",
      text: texts.join(" | "),
      words: words.join(" | "),
      between: [],
      figures,
      where,
      table: caption,
    };
  });
}
