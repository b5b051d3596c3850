/** Where a line starts, for every line of a source: ascending offsets, the first 0. */
export type LineTable = readonly number[];

export interface LineAndColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The line table of a source. A line ends with LF, CR LF or CR. */
export function lines(source: string): LineTable {
  const starts = [0];
  if (!source.includes("\r")) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || (c === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The line and the column of an offset (of the end, for an offset behind it). */
export function lineAndColumn(table: LineTable, offset: number): LineAndColumn {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - table[low]! + 1 };
}

/** The text of a line (from 1) without its line break; empty where there is no such line. */
export function lineAt(source: string, table: LineTable, line: number): string {
  const start = table[line - 1];
  if (start === undefined) return "";
  let end = table[line] ?? source.length;
  while (end > start && (source.charCodeAt(end - 1) === 10 || source.charCodeAt(end - 1) === 13)) end--;
  return source.slice(start, end);
}

/** Characters that command a terminal or turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A text fit for a terminal: control characters, escape sequences and marks that turn the direction of text are made visible
 * (ESC as "␛", U+202E as "\u202e"). A tab becomes a space.
 */
export const shown = (text: string): string => text.replace(COMMANDS, visible);

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 9) return " ";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
