import type { Block, Table } from "../document.ts";
import { numberToken } from "./amount.ts";
import { isDash, isDigit, isLetter, skipSpaces, skipSpacesBack } from "./char.ts";
import { dashEnd } from "./dash.ts";
import { type DecimalMark, decimalMark } from "./decimal-mark.ts";
import { readAtDigit } from "./digit.ts";
import type { LexedBlock, LexedRow } from "./lexed.ts";
import { plain } from "./mark.ts";
import { carry } from "./range.ts";
import { otherDigitsEnd, push, type Scan, scanOf } from "./scan.ts";
import type { Token } from "./token.ts";
import { mayTrigger, readAtWord } from "./trigger.ts";

export type Place = "prose" | "cell";

export interface LexOptions {
  /** The decimal mark of the document; found from the text itself where it is not given. */
  readonly decimal?: DecimalMark;
}

const NONE: readonly Token[] = [];

/**
 * The tokens of one text, ascending and apart: every number-like piece of it has exactly one (domain TIE-20, TIE-21).
 * One pass whose cost grows with the length of the text, whatever stands in it.
 */
export function lex(text: string, place: Place, options: LexOptions = {}): readonly Token[] {
  if (text === "") return NONE;
  const scan = scanOf(text, place === "cell", options.decimal ?? decimalMark([text]));
  let at = 0;
  while (at < text.length) at = step(scan, at);
  if (scan.tokens.length > 1) carry(text, scan.tokens);
  if (scan.tokens.length === 0) return NONE;
  // A copy is as long as it is; the list that grew keeps room for tokens that never came.
  return place === "cell" && scan.tokens.length === 1 ? directed(text, scan.tokens.slice()) : scan.tokens.slice();
}

const DOWNWARD =
  /^ {0,9}(?:down|decreased?|declined?|lower)(?: by)?(?![a-z])|(?<![a-z])(?:decrease|decline|lower) {0,9}$/i;
const LONGEST_DIRECTED = 32;

/** "Down 12%" alone in a cell is a negative change, as "(12)%" is; with a bracket as well it is one minus. */
function directed(text: string, tokens: readonly Token[]): readonly Token[] {
  const only = tokens[0]!;
  if (only.kind !== "number" || only.negative || text.length > LONGEST_DIRECTED || !DOWNWARD.test(text)) return tokens;
  return [{ ...only, negative: true }];
}

/** Reads what stands at `at` and says where to go on. */
function step(scan: Scan, at: number): number {
  const { text } = scan;
  const c = text.charCodeAt(at);
  if (isDigit(c)) {
    readAtDigit(scan, at);
    return scan.floor;
  }
  if (isLetter(c)) {
    let end = at + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    if (mayTrigger(text, at) && !isDigit(text.charCodeAt(at - 1)) && readAtWord(scan, at, end)) return scan.floor;
    return end;
  }
  if (c < 128) return c === 45 && scan.cell ? dash(scan, at) : at + 1;
  if (isDash(c)) return scan.cell ? dash(scan, at) : at + 1;
  const end = otherDigitsEnd(text, at);
  if (end === at) return at + 1;
  push(scan, plain("other", at, end));
  return end;
}

/** A dash in a cell: a zero, unless words stand in the cell, or numbers on both sides make a range of it. */
function dash(scan: Scan, at: number): number {
  const { text } = scan;
  const end = scan.worded ? -1 : dashEnd(text, at);
  if (end < 0 || isBetween(scan, at, end) || isMinus(text, at, end)) {
    let p = at + 1;
    while (isDash(text.charCodeAt(p))) p++;
    return p;
  }
  const amount = { from: at, to: end, digits: 0n, places: 0, written: "dash" as const, doubt: undefined };
  const token = numberToken(text, amount, { floor: scan.floor, cell: true }, scan.mark, undefined);
  const percent = text.charCodeAt(end - 1) === 37;
  push(scan, { ...token, negative: false, hedge: undefined, unit: percent ? "percent" : token.unit });
  return scan.floor;
}

/** Whether the dash is the minus of the number behind a gap: "– 5" alone in its cell. An em dash is a zero even there. */
function isMinus(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) === 0x2014 || end - at !== 1) return false;
  const before = skipSpacesBack(text, at, 4);
  if (before > 0 && text.charCodeAt(before - 1) !== 36 && text.charCodeAt(before - 1) !== 40) return false;
  const next = text.charCodeAt(skipSpaces(text, end, 4));
  return isDigit(next) || next === 46;
}

/** Whether the dash stands between two numbers: "1% - 4%". An em dash is a zero even there. */
function isBetween(scan: Scan, at: number, end: number): boolean {
  const { text } = scan;
  if (scan.numberBefore < 0 || text.charCodeAt(at) === 0x2014 || at - scan.numberBefore > 2) return false;
  let p = end;
  while (p - end < 3 && " $(€£".includes(text[p] ?? "x")) p++;
  return isDigit(text.charCodeAt(p)) || text.charCodeAt(p) === 46;
}

/** The tokens of all texts of a document, whose decimal mark is found from all of its numbers. */
export function lexDocument(blocks: readonly Block[]): readonly LexedBlock[] {
  const decimal = decimalMark(textsOf(blocks));
  const options: LexOptions = { decimal };
  return blocks.map(
    (block): LexedBlock =>
      block.kind === "table"
        ? { kind: "table", block, rows: rowsOf(block, options) }
        : { kind: "text", block, tokens: lex(block.text.text, "prose", options) },
  );
}

const rowsOf = (table: Table, options: LexOptions): readonly LexedRow[] =>
  table.rows.map((row) => ({
    row,
    cells: row.cells.map((cell) => ({ cell, tokens: lex(cell.text.text, "cell", options) })),
  }));

function* textsOf(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind !== "table") yield block.text.text;
    else for (const row of block.rows) for (const cell of row.cells) yield cell.text.text;
  }
}
