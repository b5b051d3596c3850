import { plainText, type TextTrouble } from "./utf8.ts";

/** A cell with the place of its first character (of its opening quote): from 1, columns in UTF-16 code units. */
export interface CsvCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly CsvCell[];
}

/** The rows that could be read, the names of the columns first, each with as many cells as there are names. */
export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly troubles: readonly TextTrouble[];
}

const MOST_CELLS = 4_000_000;
const LONGEST_CELL = 100_000;
const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * The rows of a comma-separated file, as RFC 4180 has it: UTF-8, LF or CR LF (or CR) behind each line, quotes where a cell holds a comma, a quote or
 * a line break. Lines on which nothing stands are left out. A row that cannot be trusted (a quote out of place, another number of cells than the first
 * line) is told and left out.
 */
export function readCsv(bytes: Uint8Array): Csv {
  const plain = plainText(bytes);
  const troubles: TextTrouble[] = [...plain.troubles];
  const rows = [...rowsIn(plain.text, troubles)];
  const [head] = rows;
  if (head === undefined) return { rows: [], troubles };
  const other = otherSeparator(head);
  if (other !== undefined) return { rows: [], troubles: [...troubles, other] };
  const width = head.cells.length;
  const even = rows.filter((row) => {
    if (row.cells.length === width) return true;
    troubles.push(countTrouble(row, width));
    return false;
  });
  return { rows: even, troubles };
}

interface Scan {
  readonly text: string;
  /** The offset of the next character, the line it stands on, and where that line starts. */
  at: number;
  line: number;
  start: number;
}

function* rowsIn(text: string, troubles: TextTrouble[]): Generator<CsvRow> {
  const scan: Scan = { text, at: 0, line: 1, start: 0 };
  let count = 0;
  let isHead = true;
  while (scan.at < text.length) {
    const { line } = scan;
    const cells: CsvCell[] = [];
    const before = troubles.length;
    do cells.push(cellAt(scan, troubles));
    while (continuesRow(scan) && cells.length < MOST_CELLS);
    count += cells.length;
    if (count >= MOST_CELLS) {
      troubles.push(tooMany(line));
      return;
    }
    const long = cells.find((cell) => cell.text.length > LONGEST_CELL);
    if (long !== undefined) troubles.push(tooLong(long));
    const isTold = troubles.length > before;
    // Without the names of the columns nothing that follows has a meaning.
    if (isTold && isHead) return;
    if (isTold || cells.every((cell) => cell.text === "")) continue;
    isHead = false;
    yield { line, cells };
  }
}

/** Steps over the comma behind a cell, or over the line break that ends the row. */
function continuesRow(scan: Scan): boolean {
  const c = scan.text.charCodeAt(scan.at);
  if (c === COMMA) {
    scan.at++;
    return true;
  }
  if (scan.at < scan.text.length) breakLine(scan);
  return false;
}

function breakLine(scan: Scan): void {
  scan.at += scan.text.charCodeAt(scan.at) === CR && scan.text.charCodeAt(scan.at + 1) === LF ? 2 : 1;
  scan.line++;
  scan.start = scan.at;
}

function cellAt(scan: Scan, troubles: TextTrouble[]): CsvCell {
  const { text, line } = scan;
  const from = scan.at;
  const column = from - scan.start + 1;
  if (text.charCodeAt(from) === QUOTE) return quotedCell(scan, troubles);
  let quoted: number | undefined;
  for (; scan.at < text.length; scan.at++) {
    const c = text.charCodeAt(scan.at);
    if (c === COMMA || c === LF || c === CR) break;
    if (c === QUOTE) quoted ??= scan.at;
  }
  if (quoted !== undefined)
    troubles.push({
      code: "quote-misplaced",
      line,
      column: quoted - scan.start + 1,
      message: "A quotation mark stands within a cell that does not begin with one.",
      remedy: "Put the whole cell in quotation marks, and write each one within it twice.",
    });
  return { text: text.slice(from, scan.at), line, column };
}

function quotedCell(scan: Scan, troubles: TextTrouble[]): CsvCell {
  const { text, line } = scan;
  const column = scan.at - scan.start + 1;
  const parts: string[] = [];
  let from = ++scan.at;
  for (; scan.at < text.length; ) {
    const c = text.charCodeAt(scan.at);
    if (c === LF || c === CR) breakLine(scan);
    else if (c !== QUOTE) scan.at++;
    else if (text.charCodeAt(scan.at + 1) === QUOTE) {
      parts.push(text.slice(from, scan.at + 1));
      scan.at += 2;
      from = scan.at;
    } else break;
  }
  const cell = { text: parts.join("") + text.slice(from, scan.at), line, column };
  if (scan.at >= text.length) {
    troubles.push({
      code: "quote-not-closed",
      line,
      column,
      message: `The quotation mark that opens here is closed nowhere; all that follows, up to line ${scan.line}, belongs to this one cell.`,
      remedy:
        "Close it behind the last character of the cell, or take it out; one that is part of the text is written twice.",
    });
    return cell;
  }
  scan.at++;
  const behind = scan.at;
  for (; scan.at < text.length; scan.at++) {
    const c = text.charCodeAt(scan.at);
    if (c === COMMA || c === LF || c === CR) break;
  }
  if (scan.at > behind)
    troubles.push({
      code: "quote-misplaced",
      line: scan.line,
      column: behind - scan.start + 1,
      message: `Behind the quotation mark that closes the cell stands ${JSON.stringify(text.slice(behind, Math.min(scan.at, behind + 40)))}, where a comma or the end of the line was expected.`,
      remedy: "A quotation mark that is part of the text is written twice.",
    });
  return cell;
}

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

function countTrouble(row: CsvRow, width: number): TextTrouble {
  const count = row.cells.length;
  const at = row.cells[Math.min(width, count - 1)]!;
  return {
    code: "cell-count-differs",
    line: at.line,
    column: at.column,
    message: `The row has ${cells(count)}; the first line of the file names ${width === 1 ? "1 column" : `${width} columns`}.`,
    remedy:
      count > width
        ? "Put a cell that holds a comma in quotation marks, or take out what is too much."
        : "Write a comma for every cell that is empty, or add what is missing.",
  };
}

const tooMany = (line: number): TextTrouble => ({
  code: "file-too-large",
  line,
  column: undefined,
  message: `Up to here the file has ${MOST_CELLS} cells; no more are read.`,
  remedy:
    "Look whether it is the file that is meant; journal lines stand in books/journals/, where there is no such bound.",
});

const tooLong = ({ text, line, column }: CsvCell): TextTrouble => ({
  code: "file-too-large",
  line,
  column,
  message: `The cell has ${text.length} characters; at most ${LONGEST_CELL} are read.`,
  remedy: "Look for a quotation mark that opens the cell too early.",
});

function otherSeparator(head: CsvRow): TextTrouble | undefined {
  const [first, second] = head.cells;
  if (first === undefined || second !== undefined) return undefined;
  const found = first.text.includes(";") ? "semicolons" : first.text.includes("\t") ? "tabs" : undefined;
  if (found === undefined) return undefined;
  return {
    code: "separator-not-comma",
    line: head.line,
    column: first.column,
    message: `The names of the columns are separated by ${found}; commas were expected.`,
    remedy: "Save the file with commas between the cells and a point in decimal numbers.",
  };
}
