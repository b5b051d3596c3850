import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

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

export async function rawFile(path: string): Promise<RawFile> {
  const hash = createHash("sha256");
  const count: Count = { records: 0, commas: 0, bytes: 0, isPlain: true, last: LF, isQuoted: false };
  let rest: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE })) {
    const bytes = chunk as Uint8Array;
    hash.update(bytes);
    if (isFirst && (bytes[0] === LF || bytes[0] === CR)) count.isPlain = false;
    const isMarked = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    countRecords(isMarked ? bytes.subarray(3) : bytes, count);
    isFirst = false;
    if (count.isPlain) rest = checkUtf8(rest, bytes, count);
  }
  if (count.last === CR || count.isQuoted || !isUtf8(rest)) count.isPlain = false;
  if (count.bytes > 0) count.records++;
  return { sha256: hash.digest("hex"), records: count.records, commas: count.commas, isPlain: count.isPlain };
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

/** A line feed is part of no longer sequence of UTF-8, so that a chunk may be cut behind its last one. */
function checkUtf8(rest: Uint8Array, bytes: Uint8Array, count: Count): Uint8Array {
  const cut = bytes.lastIndexOf(LF) + 1;
  const whole = new Uint8Array(rest.length + cut);
  whole.set(rest);
  whole.set(bytes.subarray(0, cut), rest.length);
  if (!isUtf8(whole)) count.isPlain = false;
  // A line without an end is no journal's; the record scanner bounds what it looks at.
  if (bytes.length - cut >= AT_ONCE) count.isPlain = false;
  return bytes.slice(cut);
}
