import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

/** One record of a comma-separated file: as a rule one line, more where a quoted cell holds line breaks. */
export interface CsvRecord {
  /** The line that it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly trouble: "encoding" | "control" | "quote-open" | "quote-within" | undefined;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
/** No record of a journal is so long; a quote that nothing closes would swallow the file. */
const LONGEST = 1 << 20;
const AT_ONCE = 1 << 22;

/**
 * Hands every record to `take`, the first line among them, in the order of the file, until it answers false. Lines on which nothing stands are left out. A
 * quote that is not closed costs the line it opens on: reading goes on with the next. Where `words` are given, only records that hold one of them are handed
 * on, which is far quicker.
 */
export async function scanRecords(
  path: string,
  take: (record: CsvRecord) => boolean,
  words?: readonly string[],
): Promise<void> {
  const isAsked = words === undefined ? () => () => true : findWords(words);
  let rest: Uint8Array = new Uint8Array(0);
  let line = 1;
  const eat = (bytes: Uint8Array, isLast: boolean): boolean => {
    const holdsWord = isAsked(bytes);
    let from = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (from < bytes.length) {
      const end = recordEnd(bytes, from, isLast);
      if (end === undefined) break;
      if (end.to > from && holdsWord(from, end.to) && !take(recordOf(bytes, from, end, line))) return false;
      line += end.lines;
      from = end.next;
    }
    rest = bytes.slice(from);
    return true;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE }))
    if (!eat(joined(rest, chunk as Uint8Array), false)) return;
  eat(rest, true);
}

/** One byte, one character, whatever it stands for: what is sought is written in the same way. */
const bytewise = new TextDecoder("latin1");

/** For the bytes of a piece of the file: whether one of the words stands between two offsets, asked from the first to the last. */
function findWords(words: readonly string[]): (bytes: Uint8Array) => (from: number, to: number) => boolean {
  const sought = words.map((word) => bytewise.decode(new TextEncoder().encode(word.replaceAll('"', '""'))));
  return (bytes) => {
    const text = bytewise.decode(bytes);
    const next = sought.map((word) => text.indexOf(word));
    return (from, to) => {
      let isFound = false;
      for (const [i, word] of sought.entries()) {
        while (next[i]! >= 0 && next[i]! < from) next[i] = text.indexOf(word, from);
        if (next[i]! >= 0 && next[i]! < to) isFound = true;
      }
      return isFound;
    };
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

interface RecordEnd {
  /** The offset behind the last byte of the record, and where the next one starts. */
  readonly to: number;
  readonly next: number;
  readonly lines: number;
  readonly isOpen: boolean;
}

/** Where the record that starts at `from` ends; undefined where more bytes are needed to say so. */
function recordEnd(bytes: Uint8Array, from: number, isLast: boolean): RecordEnd | undefined {
  let isQuoted = false;
  let isCellStart = true;
  let lines = 1;
  const most = Math.min(bytes.length, from + LONGEST);
  let at = from;
  for (; at < most; at++) {
    const c = bytes[at]!;
    if (isQuoted) {
      if (c === LF || (c === CR && bytes[at + 1] !== LF)) lines++;
      if (c !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) at++;
      else isQuoted = false;
    } else if (c === LF || c === CR) return behind(bytes, at, lines, isLast);
    else if (c === QUOTE && isCellStart) isQuoted = true;
    isCellStart = c === COMMA;
  }
  if (at - from < LONGEST && !isLast) return undefined;
  if (!isQuoted && isLast) return { to: bytes.length, next: bytes.length, lines, isOpen: false };
  // The quote is closed nowhere: only the line that it opens on is given up.
  at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  if (at === bytes.length) return { to: at, next: at, lines: 1, isOpen: true };
  const end = behind(bytes, at, 1, true);
  return end && { ...end, isOpen: true };
}

function behind(bytes: Uint8Array, at: number, lines: number, isLast: boolean): RecordEnd | undefined {
  if (bytes[at] === LF) return { to: at, next: at + 1, lines, isOpen: false };
  if (at + 1 >= bytes.length && !isLast) return undefined;
  return { to: at, next: bytes[at + 1] === LF ? at + 2 : at + 1, lines, isOpen: false };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function recordOf(bytes: Uint8Array, from: number, end: RecordEnd, line: number): CsvRecord {
  const part = bytes.subarray(from, end.to);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(part);
  const { cells, isWhole } = cellsOf(text);
  const trouble = !isUtf8(part)
    ? "encoding"
    : end.isOpen
      ? "quote-open"
      : !isWhole
        ? "quote-within"
        : CONTROL.test(text)
          ? "control"
          : undefined;
  return { line, cells, trouble };
}

/** The cells of a record; it is not whole where a quotation mark stands within a cell, or text behind the one that closes it. */
function cellsOf(text: string): { readonly cells: readonly string[]; readonly isWhole: boolean } {
  if (!text.includes('"')) return { cells: text.split(","), isWhole: true };
  const cells: string[] = [];
  let isWhole = true;
  for (let at = 0; at <= text.length; ) {
    if (text[at] === '"') {
      const to = closing(text, at + 1);
      cells.push(text.slice(at + 1, to).replaceAll('""', '"'));
      at = to + 1;
      if (at < text.length && text[at] !== ",") {
        isWhole = false;
        while (at < text.length && text[at] !== ",") at++;
      }
    } else {
      const comma = text.indexOf(",", at);
      const to = comma < 0 ? text.length : comma;
      const cell = text.slice(at, to);
      if (cell.includes('"')) isWhole = false;
      cells.push(cell);
      at = to;
    }
    at++;
  }
  return { cells, isWhole };
}

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return text.length;
}
