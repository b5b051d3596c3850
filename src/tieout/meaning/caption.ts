import type { LexedTable, LexedText } from "../lex/lexed.ts";
import type { Token } from "../lex/token.ts";
import { currencyOf, type DocumentContext } from "./document-context.ts";
import { type CaptionTime, captionTime, NO_TIME } from "./head-time.ts";
import type { Heads } from "./heads.ts";
import { statementOf, statementOfLabel } from "./lexicon.ts";
import { type ScaleStatement, scaleStatement } from "./scale.ts";
import type { StatementKind } from "./table.ts";

/** What stands around a table and in its title rows, and what it says of all cells. */
export interface Caption {
  /** Title lines joined by a space. */
  readonly text: string;
  readonly time: CaptionTime;
  readonly scale: ScaleStatement | undefined;
  readonly currency: string | undefined;
  readonly statement: StatementKind;
}

interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Longer paragraphs are sentences, not title lines. */
const LINE = 160;
const LINES = 4;
/** A statement of scale may stand further up, above the sections and heads that a converter has made headings of. */
const SCALE_LINES = 7;

export function captionOf(
  table: LexedTable,
  heads: Heads,
  before: readonly LexedText[],
  context: DocumentContext,
): Caption {
  const far = linesAbove(before, SCALE_LINES);
  const above = far.slice(-LINES);
  const titles = heads.titles.flatMap((r) => table.rows[r]!.cells.map(lineOf));
  const corner = cornerLines(table, heads);
  const lines = [...above, ...titles];
  const text = lines.map((l) => l.text).join(" ");
  const intro = introOf(before);
  const stated = [...lines, ...corner];
  const scale = lastScale(stated) ?? lastScale(far) ?? (intro === undefined ? undefined : introScale(intro.text));
  const currency =
    lastCurrency(stated, context) ?? (intro === undefined ? undefined : introCurrency(intro.text, context));
  return { text, time: timeOf(lines, corner, intro), scale, currency, statement: statementIn(text, table) };
}

const lineOf = ({ cell, tokens }: LexedTable["rows"][number]["cells"][number]): Line => ({
  text: cell.text.text.trim(),
  tokens,
});

/** The short texts right above the table, a sentence ending them, in reading order. */
function linesAbove(before: readonly LexedText[], most: number): readonly Line[] {
  const lines: Line[] = [];
  for (let i = before.length - 1; i >= 0 && lines.length < most; i--) {
    const { block, tokens } = before[i]!;
    const text = block.text.text.trim();
    if (text === "") continue;
    const sentence = text.length > LINE || (block.kind === "paragraph" && text.length > 60 && /[.;]$/.test(text));
    if (sentence || (block.kind === "paragraph" && block.bullet)) break;
    // A footnote of the table before is no title of this one.
    if (/^(?:\(?\d{1,2}\)|\*|see |note:|source)/i.test(text) && block.kind === "paragraph" && text.length > 40) break;
    lines.unshift({ text, tokens });
  }
  return lines;
}

/** The sentence that leads to the table, where one stands above its title lines. */
function introOf(before: readonly LexedText[]): Line | undefined {
  for (let i = before.length - 1, seen = 0; i >= 0 && seen <= LINES; i--) {
    const { block, tokens } = before[i]!;
    const text = block.text.text.trim();
    if (text === "") continue;
    seen++;
    if (text.length <= LINE && !(text.length > 60 && /[.:;]$/.test(text))) continue;
    return { text, tokens };
  }
  return undefined;
}

/** What stands in the label cells of head rows, and across them: "(in millions)", "Six months ended June 30". */
function cornerLines(table: LexedTable, heads: Heads): readonly Line[] {
  const lines: Line[] = [];
  for (const { from, to, time, statements } of heads.blocks) {
    if (time) continue;
    for (let r = from; r < to; r++)
      for (const cell of table.rows[r]!.cells) if (cell.cell.column <= heads.labelColumns) lines.push(lineOf(cell));
    for (const text of statements) lines.push({ text, tokens: [] });
  }
  return lines;
}

function lastScale(lines: readonly Line[]): ScaleStatement | undefined {
  let sharesOnly: ScaleStatement | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    const found = scaleStatement(lines[i]!.text);
    if (found === undefined) continue;
    if (!found.sharesOnly)
      return sharesOnly === undefined ? found : { ...found, shares: sharesOnly.shares, sharesSaid: true };
    sharesOnly = found;
  }
  return sharesOnly;
}

/** In a sentence only a bracket or "in millions" at its end is a statement. */
function introScale(text: string): ScaleStatement | undefined {
  const tail = text.slice(-240);
  const open = tail.lastIndexOf("(");
  const bracket = open < 0 ? undefined : scaleStatement(tail.slice(open));
  if (bracket !== undefined) return bracket;
  const m =
    /\b(?:amounts |dollars |figures )?(?:are |presented |expressed |stated )?in (?:\w{1,12} ){0,2}(?:thousands|millions|billions)\b[^.]{0,80}[.:]?$/i.exec(
      tail,
    );
  return m === null ? undefined : scaleStatement(m[0]);
}

function introCurrency(text: string, context: DocumentContext): string | undefined {
  const m = /\(([^()]{0,80})\)[\s:.]*$/.exec(text.slice(-120));
  return m === null ? undefined : currencyOf(context, m[1]!);
}

function lastCurrency(lines: readonly Line[], context: DocumentContext): string | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const { text, tokens } = lines[i]!;
    // The sign of an amount in a title is not the table's.
    if (tokens.some((t) => t.kind === "number" && t.currency !== undefined)) continue;
    const found = currencyOf(context, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The time that stands beside the heads; else that of the title lines; else that of the sentence above. */
function timeOf(lines: readonly Line[], corner: readonly Line[], intro: Line | undefined): CaptionTime {
  for (const own of [captionTime(tokensOf(corner), false), captionTime(tokensOf(lines), false)])
    if (own.phrase !== undefined || own.ends.length > 0 || own.years.length > 0) return own;
  return intro === undefined ? NO_TIME : captionTime([intro.tokens], true);
}

const tokensOf = (lines: readonly Line[]): readonly (readonly Token[])[] => lines.map((l) => l.tokens);

function statementIn(caption: string, table: LexedTable): StatementKind {
  const said = statementOf(caption);
  if (said !== "other") return said;
  let income = 0;
  for (const row of table.rows) {
    const first = row.cells[0];
    if (first === undefined || first.cell.column > 1) continue;
    const kind = statementOfLabel(first.cell.text.text.trim());
    if (kind === "income") income++;
    else if (kind !== "other") return kind;
  }
  return income >= 2 ? "income" : "other";
}
