import { type Printed, part, trim } from "../../text/printed.ts";
import type { Heading, Paragraph } from "../document.ts";
import {
  BOLD,
  BREAK,
  BULLET,
  CHILD,
  EDGE,
  ENTITY,
  hasInk,
  type Ink,
  inkOf,
  isSpace,
  KIND,
  linesOf,
  PAGE,
  PRESERVED,
  type Runs,
  STRIDE,
  TEXT,
  UNDERLINED,
} from "./_html-ink.ts";
import type { RawBlock } from "./raw.ts";

/** What a page is made of before it is put in order: blocks, lists of blocks finished earlier (by number), ends of pages. */
export type Piece = RawBlock | { readonly kind: "child"; readonly index: number } | { readonly kind: "page" };

/** Reads lines whose columns stand in spaces. */
export type ReadLines = (lines: readonly Printed[]) => readonly RawBlock[];

export interface Paper {
  readonly source: string;
  readonly readLines: ReadLines;
}

/** Cuts runs into headings and paragraphs at the edges of blocks and at empty lines. */
export function addBlocks(paper: Paper, runs: Runs, from: number, to: number, out: Piece[]): void {
  let start = from;
  let code = 0;
  let broken = -1;
  for (let r = from; r < to; r += STRIDE) {
    const bits = runs[r]!;
    const kind = bits & KIND;
    if (kind === TEXT || kind === ENTITY) {
      if (broken >= 0 && hasInk(paper.source, runs, r)) broken = -1;
    } else if (kind === BREAK) {
      if (broken >= 0 && (bits & PRESERVED) === 0) {
        addBlock(paper, runs, start, r, code, out);
        start = r + STRIDE;
        if (code === BULLET) code = 0;
      }
      broken = r;
    } else {
      addBlock(paper, runs, start, r, code, out);
      start = r + STRIDE;
      broken = -1;
      code = 0;
      if (kind === EDGE) code = runs[r + 3]!;
      else if (kind === CHILD) out.push({ kind: "child", index: runs[r + 3]! });
      else if (kind === PAGE) out.push({ kind: "page" });
    }
  }
  addBlock(paper, runs, start, to, code, out);
}

function addBlock(paper: Paper, runs: Runs, from: number, to: number, code: number, out: Piece[]): void {
  let first = from;
  while (first < to && !hasInk(paper.source, runs, first)) first += STRIDE;
  if (first >= to) return;
  if ((runs[first]! & PRESERVED) !== 0 || isAligned(paper.source, runs, from, to)) {
    for (const block of paper.readLines(linesOf(paper.source, runs, from, to))) out.push(block);
    return;
  }
  const title = code === 0 ? titleEnd(paper.source, runs, first, to) : -1;
  if (title > 0) {
    const head = blockOf(inkOf(paper.source, runs, first, title), 0);
    if (head.kind === "heading") {
      out.push(head, blockOf(inkOf(paper.source, runs, title, to), 0));
      return;
    }
  }
  out.push(blockOf(inkOf(paper.source, runs, first, to), code));
}

/** Where the first line ends, if all of it is bold and the line below it starts in plain print; else -1. */
function titleEnd(source: string, runs: Runs, from: number, to: number): number {
  let end = -1;
  for (let r = from; r < to; r += STRIDE) {
    const bits = runs[r]!;
    if ((bits & KIND) === BREAK) {
      if (end < 0) end = r;
    } else if (hasInk(source, runs, r)) {
      const marked = (bits & (BOLD | UNDERLINED)) !== 0;
      if (end >= 0) return marked ? -1 : end;
      if (!marked) return -1;
    }
  }
  return -1;
}

/** Whether lines that end in line breaks are set in columns with no-break spaces. */
function isAligned(source: string, runs: Runs, from: number, to: number): boolean {
  let aligned = 0;
  let spaces = 0;
  let ink = false;
  let wide = false;
  for (let r = from; r < to; r += STRIDE) {
    const kind = runs[r]! & KIND;
    if (kind === BREAK) {
      if (wide) aligned++;
      ink = false;
      wide = false;
      spaces = 0;
    } else if (kind === ENTITY && isSpace(runs[r + 3]!)) spaces++;
    else if (hasInk(source, runs, r)) {
      if (kind === TEXT && source.slice(runs[r + 1]!, runs[r + 2]!).includes("\u00a0\u00a0\u00a0")) wide = true;
      if (ink && spaces >= 3) wide = true;
      ink = true;
      spaces = 0;
    } else if (kind === TEXT && source.charCodeAt(runs[r + 1]!) === 0xa0) spaces += runs[r + 2]! - runs[r + 1]!;
  }
  return aligned >= 2;
}

/** Levels of headings that only their print shows, below those the markup can name. */
const CAPITALS_LEVEL = 4;
const BOLD_LEVEL = 5;
const UNDERLINED_LEVEL = 6;

/** A heading or a paragraph; `code` is that of the edge before it. */
export function blockOf(ink: Ink, code: number): Heading | Paragraph {
  const { printed } = ink;
  if (code >= 1 && code <= 6) return { kind: "heading", text: printed, level: code };
  const glyph = bulletEnd(printed.text);
  if (glyph > 0) return { kind: "paragraph", text: trim(part(printed, glyph, printed.text.length)), bullet: true };
  if (code !== BULLET && isTitle(printed.text)) {
    if (isCapitals(printed.text)) return { kind: "heading", text: printed, level: CAPITALS_LEVEL };
    if (ink.bold) return { kind: "heading", text: printed, level: BOLD_LEVEL };
    if (ink.underlined) return { kind: "heading", text: printed, level: UNDERLINED_LEVEL };
  }
  return { kind: "paragraph", text: printed, bullet: code === BULLET };
}

const GLYPHS = "•·●▪○◦‣⁃∙■□➢➤►▶✓✔❖◆◾▸\uf0b7\uf0a7";
/** Letters and dashes that are bullets only where a space and a word follow. */
const DOUBTFUL_GLYPHS = "-–—o§Ø";

/** Where the text behind a leading bullet starts; 0 where there is none. */
export function bulletEnd(text: string): number {
  const first = text.charAt(0);
  if (text.length > 1 && GLYPHS.includes(first)) return text.charAt(1) === " " ? 2 : 1;
  if (!DOUBTFUL_GLYPHS.includes(first) || text.charAt(1) !== " " || text.length < 8) return 0;
  const next = text.charAt(2);
  return next !== next.toLowerCase() || (first !== "o" && /[a-z$"“]/.test(next)) ? 2 : 0;
}

/** Whether a whole text is a bullet, or a list number ("1.", "b)"). */
export const isBullet = (text: string): boolean =>
  text.length <= 5 &&
  (GLYPHS.includes(text) || DOUBTFUL_GLYPHS.includes(text) || /^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/.test(text));

const LONGEST_TITLE = 140;

/** Short, with a letter, and no sentence: nothing at its end that a sentence or a clause ends with. */
function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || text.length < 3) return false;
  if (/[.;,!?]["”)]?$/.test(text.slice(-3)))
    return text.split(" ").length <= 6 && /(?:Inc|Corp|Co|Ltd|Cos|plc|L\.P|S\.A|N\.V)\.$/i.test(text.slice(-6));
  return /[A-Za-z\u00c0-\u024f]{2}/.test(text);
}

/** All letters capital, and at least four of them. */
function isCapitals(text: string): boolean {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c !== c.toUpperCase()) return false;
    if (c !== c.toLowerCase()) letters++;
  }
  return letters >= 4;
}

const PAGE_NUMBER = /^(?:[-–—] ?\d{1,3} ?[-–—]|(?:Page )?\d{1,3}(?: of \d{1,3})?|[A-Z]-\d{1,3}|[ivxl]{1,6})$/;

const isPageNumber = (block: RawBlock | undefined): boolean =>
  block !== undefined &&
  block.kind !== "raw-table" &&
  block.text.text.length <= 15 &&
  PAGE_NUMBER.test(block.text.text);

/**
 * Puts all in order, and leaves out the page numbers: a number alone beside the end of a page, or one that counts on from the
 * number alone before it.
 */
export function flatten(pieces: readonly Piece[], children: readonly (readonly Piece[])[]): RawBlock[] {
  const blocks: RawBlock[] = [];
  /** How many blocks stood before each page end. */
  const ends: number[] = [];
  const stack: { readonly list: readonly Piece[]; at: number }[] = [{ list: pieces, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const piece = top.list[top.at++];
    if (piece === undefined) stack.pop();
    else if (piece.kind === "child") stack.push({ list: children[piece.index]!, at: 0 });
    else if (piece.kind === "page") ends.push(blocks.length);
    else blocks.push(piece);
  }
  const beside = new Set<number>();
  for (const end of ends) {
    if (isPageNumber(blocks[end - 1])) beside.add(end - 1);
    else if (isPageNumber(blocks[end - 2])) beside.add(end - 2);
    if (isPageNumber(blocks[end])) beside.add(end);
    else if (isPageNumber(blocks[end + 1])) beside.add(end + 1);
  }
  addRunning(blocks, ends, beside);
  addCounting(blocks, beside);
  return beside.size === 0 ? blocks : blocks.filter((_, index) => !beside.has(index));
}

/** The link at the head of every page of a filing. */
const TO_CONTENTS = /^(?:(?:return|back) to )?(?:the )?table of contents$/i;

/**
 * Lines beside the ends of pages that say the same but for a number that changes ("Example Corp. | Third Quarter | 7"), three
 * times at least.
 */
function addRunning(blocks: readonly RawBlock[], ends: readonly number[], found: Set<number>): void {
  const lines = new Map<string, { places: number[]; last: string }>();
  for (const end of ends)
    for (const index of [end - 1, end]) {
      const block = blocks[index];
      if (block === undefined || block.kind === "raw-table" || block.text.text.length > 100) continue;
      const { text } = block.text;
      if (TO_CONTENTS.test(text)) found.add(index);
      const number = /\d{1,3}(?!\d)(?=\D{0,100}$)/.exec(text);
      if (number === null || /\d/.test(text.charAt(number.index - 1))) continue;
      const key = `${text.slice(0, number.index)}#${text.slice(number.index + number[0].length)}`;
      const line = lines.get(key) ?? { places: [], last: "" };
      if (number[0] !== line.last) line.places.push(index);
      line.last = number[0];
      lines.set(key, line);
    }
  for (const { places } of lines.values()) if (places.length >= 3) for (const place of places) found.add(place);
}

function addCounting(blocks: readonly RawBlock[], found: Set<number>): void {
  let last = -1;
  let count = -1;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "raw-table" || !/^\d{1,3}$/.test(block.text.text.slice(0, 4))) continue;
    let value = 0;
    for (const digit of block.text.text) value = value * 10 + digit.charCodeAt(0) - 48;
    if (last >= 0 && value === count + 1) found.add(last).add(index);
    last = index;
    count = value;
  }
}
