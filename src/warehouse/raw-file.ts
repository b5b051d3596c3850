import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** What the bytes of a file say before anything reads them as a table. */
export interface RawFile {
  readonly sha256: string;
  /** Records on which something stands, the line of column names among them: a line break within quotes parts none. */
  readonly records: number;
  /** Commas that part cells: in a file whose rows lack no cell, one for each column but one of every record, or some row has a cell too many. */
  readonly commas: number;
  /** UTF-8 without control characters, every record ended by LF or CR LF, every quotation mark in its place, and something on the first line. */
  readonly isPlain: boolean;
}

const AT_ONCE = 1 << 22;
const LF = 10;
const CR = 13;
const TAB = 9;
const QUOTE = 34;
const COMMA = 44;
/** The first byte of U+0080 to U+00BF. */
const C2 = 0xc2;

export async function rawFile(path: string): Promise<RawFile> {
  const hash = createHash("sha256");
  const count: Count = { records: 0, commas: 0, bytes: 0, isPlain: true, last: LF, isQuoted: false };
  const buffer = new Uint8Array(AT_ONCE);
  const file = await open(path);
  try {
    // What stands behind the last line feed of a piece is moved to its front, and looked at with the next.
    let isFirst = true;
    for (let kept = 0; ; ) {
      const { bytesRead } = await file.read(buffer, kept, AT_ONCE - kept);
      const to = kept + bytesRead;
      const isLast = bytesRead === 0;
      const cut = isLast ? to : buffer.lastIndexOf(LF, to - 1) + 1;
      // A line without an end is no journal's; the record scanner bounds what it looks at.
      if (cut === 0 && to === AT_ONCE) count.isPlain = false;
      const end = cut === 0 && to === AT_ONCE ? to : cut;
      const piece = buffer.subarray(0, end);
      hash.update(piece);
      countPiece(piece, isFirst, count);
      isFirst = isFirst && end === 0;
      if (isLast) break;
      buffer.copyWithin(0, end, to);
      kept = to - end;
    }
  } finally {
    await file.close();
  }
  if (count.last === CR || count.isQuoted) count.isPlain = false;
  if (count.bytes > 0) count.records++;
  return { sha256: hash.digest("hex"), records: count.records, commas: count.commas, isPlain: count.isPlain };
}

function countPiece(piece: Uint8Array, isFirst: boolean, count: Count): void {
  const [first, second, third] = piece;
  if (isFirst && (first === LF || first === CR)) count.isPlain = false;
  const isMarked = isFirst && first === 0xef && second === 0xbb && third === 0xbf;
  // A line feed is part of no longer sequence of UTF-8, so that pieces may be looked at one by one.
  if (count.isPlain && !isUtf8(piece)) count.isPlain = false;
  // A word must not end within a quoted cell, so that the last words are those before which a line ends.
  let whole = piece.length - (piece.length % 4);
  while (whole > 0 && piece[whole - 1] !== LF) whole -= 4;
  if (!isMarked && countWords(piece, whole, count)) countRecords(piece.subarray(whole), count);
  else countRecords(isMarked ? piece.subarray(3) : piece, count);
}

const SEVENS = 0x7f7f7f7f;
const ONES = 0x01010101;
const HIGH = 0x80808080 | 0;

/** The highest bit of each byte of four that is not zero. */
const nonZero = (word: number): number => ((word & SEVENS) + SEVENS) | word;
/** The sum of four bytes. */
const added = (word: number): number => (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);

/**
 * The same as `countRecords` for the first `length` bytes, four at a time, which is ten times as fast: for lines that all hold something, without control characters, and with quotation marks
 * only around whole cells. Answers false, and counts nothing, where the bytes are others.
 */
function countWords(piece: Uint8Array, length: number, count: Count): boolean {
  if (length === 0 || count.isQuoted || count.last === CR || count.last === QUOTE || count.last === C2) return false;
  if (count.bytes === 0 && (piece[0] === LF || piece[0] === CR)) return false;
  const words = new Int32Array(piece.buffer, piece.byteOffset, length >> 2);
  let lines = 0;
  let commas = 0;
  let controls = 0;
  let other = 0;
  let before = 0;
  const quoted: Quoted = { to: 0, commas: 0, lines: 0 };
  for (let i = 0; i < words.length; ) {
    // So many that no byte of the counts runs over.
    const end = Math.min(words.length, i + 255);
    let lineBits = 0;
    let commaBits = 0;
    let controlBits = 0;
    for (; i < end; i++) {
      const word = words[i]!;
      const isLine = ~nonZero(word ^ (LF * ONES)) & HIGH;
      lineBits += isLine >>> 7;
      commaBits += (~nonZero(word ^ (COMMA * ONES)) >>> 7) & ONES;
      controlBits += (~(((word & SEVENS) + 0x60606060) | word) >>> 7) & ONES;
      const isQuote = ~nonZero(word ^ (QUOTE * ONES)) & HIGH;
      if (isQuote !== 0 && !quotedCells(piece, i * 4, isQuote, count.last, quoted)) return false;
      // DEL, and line feeds that follow on line feeds.
      other |= ~nonZero(word ^ SEVENS) | (isLine & ((isLine << 8) | (before >>> 24)));
      before = isLine;
    }
    lines += added(lineBits);
    commas += added(commaBits);
    controls += added(controlBits);
  }
  if ((other & HIGH) !== 0 || quoted.to > length || hasControl(piece, length)) return false;
  const returns = controls === lines ? 0 : returnsIn(piece, length);
  if (returns === undefined || controls !== lines + returns) return false;
  count.records += lines - quoted.lines;
  count.commas += commas - quoted.commas;
  count.bytes = 0;
  count.last = LF;
  return true;
}

interface Quoted {
  /** Up to here quotation marks have been looked at. */
  to: number;
  commas: number;
  lines: number;
}

/** Looks at the quoted cells that open at one of four bytes from `start` (the bits of `isQuote`); false where one is not quoted from its first byte to its last. */
function quotedCells(piece: Uint8Array, start: number, isQuote: number, before: number, quoted: Quoted): boolean {
  for (let at = start, bits = isQuote >>> 7; bits !== 0; bits >>>= 8, at++) {
    if ((bits & 1) === 0 || at < quoted.to) continue;
    const previous = at === 0 ? before : piece[at - 1];
    if (previous !== COMMA && previous !== LF) return false;
    let to = at + 1;
    for (; piece[to] !== QUOTE || piece[to + 1] === QUOTE; to++) {
      const c = piece[to];
      if (c === undefined || c === CR) return false;
      if (c === COMMA) quoted.commas++;
      else if (c === LF) quoted.lines++;
      else if (c === QUOTE) to++;
    }
    const next = piece[to + 1];
    if (next !== COMMA && next !== LF && next !== CR) return false;
    quoted.to = to + 1;
  }
  return true;
}

/** Whether one of U+0080 to U+009F may be there. */
function hasControl(piece: Uint8Array, length: number): boolean {
  for (let at = piece.indexOf(C2); at >= 0 && at < length; at = piece.indexOf(C2, at + 1))
    if (at + 1 >= length || piece[at + 1]! < 0xa0) return true;
  return false;
}

/** How many carriage returns there are, each before the line feed of a line that holds something; undefined where one is not. */
function returnsIn(piece: Uint8Array, length: number): number | undefined {
  let returns = 0;
  for (let at = piece.indexOf(CR); at >= 0 && at < length; at = piece.indexOf(CR, at + 1)) {
    if (at === 0 || at + 1 >= length || piece[at + 1] !== LF || piece[at - 1] === LF) return undefined;
    returns++;
  }
  return returns;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE })) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

interface Count {
  records: number;
  commas: number;
  /** Bytes of the record so far. */
  bytes: number;
  isPlain: boolean;
  last: number;
  isQuoted: boolean;
}

/** One look at every byte; what it cannot vouch for is left to the reading line by line. */
function countRecords(chunk: Uint8Array, count: Count): void {
  let { records, commas, bytes, isPlain, last, isQuoted } = count;
  // Whether the last byte was a quotation mark that has closed a cell, or is the first of two.
  let isClosing = last === QUOTE && !isQuoted;
  for (let i = 0; i < chunk.length; i++) {
    const c = chunk[i]!;
    if (c === QUOTE) {
      if (isQuoted) isClosing = true;
      // Within a cell that has begun otherwise, a quotation mark means nothing.
      else if (!isClosing && last !== COMMA && last !== LF) isPlain = false;
      else isClosing = false;
      isQuoted = !isQuoted;
      bytes++;
    } else if (c === LF) {
      if (!isQuoted) {
        if (bytes > 0) records++;
        bytes = 0;
      }
      isClosing = false;
    } else {
      if (c >= 32) {
        bytes++;
        if (c === COMMA && !isQuoted) commas++;
        // DEL, and the control characters U+0080 to U+009F, which begin with the byte C2.
        if (c === 127 || (c < 0xa0 && last === 0xc2) || (isClosing && c !== COMMA)) isPlain = false;
      } else if (c !== CR && c !== TAB) isPlain = false;
      else if (c === TAB) bytes++;
      if (last === CR || (c === CR && isQuoted) || (c === TAB && isClosing)) isPlain = false;
      isClosing = false;
    }
    last = c;
  }
  count.records = records;
  count.commas = commas;
  count.bytes = bytes;
  count.isPlain = isPlain;
  count.last = last;
  count.isQuoted = isQuoted;
}
