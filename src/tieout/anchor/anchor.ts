import type { TableReading, TextReading } from "../figures/document-figures.ts";
import type { Figure } from "../figures/figure.ts";
import type { LexedBlock } from "../lex/lexed.ts";
import type { Token } from "../lex/token.ts";
import { type Span, sentencesOf } from "../meaning/sentence.ts";
import type { TableMeaning } from "../meaning/table.ts";
import { columnsAt } from "../relations/sheet.ts";
import { clipped } from "./fold.ts";

/** The figures of a document and what they stand in. */
export interface Placed {
  readonly lexed: readonly LexedBlock[];
  readonly figures: readonly Figure[];
  readonly tables: readonly TableReading[];
  readonly texts: readonly TextReading[];
}

/**
 * What names a figure in every draft it stands in: its own words and those it stands among, and never a number that counts rows,
 * paragraphs or figures. What does not apply is empty.
 */
export interface Anchor {
  /** With all that belongs to it: "$371.2 million", "(540)", "12 percent". */
  readonly print: string;
  /** The row's labels from the outermost section, joined by " / ". */
  readonly label: string;
  /** The heads of its column, from the top down. */
  readonly column: string;
  /** The caption of its table; else the heading before it. */
  readonly table: string;
  /** In prose: some words of its sentence before it and behind it; "\u2026" stands in its place. */
  readonly sentence: string;
  /** "2007-07-01 to 2007-09-29", or the day alone for a moment. */
  readonly period: string;
}

/** The anchor of each figure, in their order. */
export function anchorsOf({ lexed, figures, tables, texts }: Placed): readonly Anchor[] {
  const anchors = new Array<Anchor>(figures.length);
  const indexOf = new Map(figures.map((figure, i) => [figure.token, i]));
  let before = "";
  for (const text of texts) {
    proseAnchors(text, before, figures, anchors);
    const words = text.block.block.text.text.slice(-REACH);
    if (/\p{L}/u.test(words)) before = words;
  }
  let heading = "";
  let next = 0;
  for (const block of lexed) {
    if (block.kind === "text") {
      if (block.block.kind === "heading") heading = clipped(block.block.text.text);
      continue;
    }
    const reading = tables[next++];
    if (reading !== undefined) tableAnchors(reading, heading, figures, indexOf, anchors);
  }
  return anchors;
}

const periodOf = ({ period }: Figure): string =>
  period === undefined ? "" : period.start === undefined ? period.end : `${period.start} to ${period.end}`;

/** The token with its signs, units and scale words. */
const outerOf = (token: Token): Span => (token.kind === "number" ? token.outer : token);

/** As printed, on one line, a sign right at its number whatever the layout puts between. */
const printed = (text: string, { from, to }: Span): string =>
  clipped(text.slice(from, to))
    .replace(/\s+/g, " ")
    .replace(/([$\u00a3\u20ac\u00a5(]) /g, "$1")
    .replace(/ ([%)])/g, "$1")
    .trim();

function tableAnchors(
  { block, meaning }: TableReading,
  heading: string,
  figures: readonly Figure[],
  indexOf: ReadonlyMap<Token, number>,
  anchors: Anchor[],
): void {
  const table = captionOf(meaning, heading);
  block.rows.forEach(({ cells }, row) => {
    const columns = columnsAt(meaning, row);
    const { label, path } = meaning.rows[row]!;
    const own = clipped([...path.slice(-4), label].filter((l) => l !== "").join(" / "));
    for (const { cell, tokens } of cells)
      for (const token of tokens) {
        const index = indexOf.get(token);
        if (index === undefined) continue;
        const figure = figures[index]!;
        anchors[index] = {
          print: printed(cell.text.text, outerOf(token)),
          label: figure.label === "" ? own : clipped(figure.label),
          column: clipped(columns[cell.column - 1]?.head ?? ""),
          table,
          sentence: "",
          period: periodOf(figure),
        };
      }
  });
}

/** The words a reader would know the table by. */
export const captionOf = (meaning: TableMeaning, heading: string): string =>
  clipped(meaning.caption === "" ? heading : meaning.caption);

function proseAnchors(
  { block, figures: own }: TextReading,
  before: string,
  figures: readonly Figure[],
  anchors: Anchor[],
): void {
  const { text } = block.block.text;
  if (own.length === 0) return;
  const spans = sentencesOf(block.block.text);
  let at = 0;
  for (const index of own) {
    const figure = figures[index]!;
    while (at + 1 < spans.length && spans[at]!.to <= figure.token.from) at++;
    const outer = outerOf(figure.token);
    anchors[index] = {
      print: printed(text, outer),
      label: clipped(figure.label),
      column: "",
      table: "",
      sentence: around(text, spans[at] ?? { from: 0, to: text.length }, outer, before),
      period: periodOf(figure),
    };
  }
}

const WORDS_BEFORE = 8;
const WORDS_BEHIND = 5;
/** How far off the words are looked for. */
const REACH = 120;

/** A number that stands alone, as in tables that have come apart, has the words of the last text that has any. */
function around(text: string, span: Span, { from, to }: Span, earlier: string): string {
  const before = text.slice(Math.max(span.from, from - REACH), from).trim();
  const behind = text.slice(to, Math.min(Math.max(span.to, to), to + REACH)).trim();
  const words = /\p{L}/u.test(before + behind) ? before : `${earlier.trim()} ${before}`;
  const first = words.split(/\s+/).slice(-WORDS_BEFORE).join(" ");
  const last = behind.split(/\s+/).slice(0, WORDS_BEHIND).join(" ");
  return `${first} \u2026 ${last}`.trim();
}
