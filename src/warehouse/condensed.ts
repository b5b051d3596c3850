import { closeSync, openSync, writeSync } from "node:fs";
import type { CsvHead } from "./csv-head.ts";
import { JOURNAL_COLUMNS, type JournalColumn } from "./journal-column.ts";
import { CELL, GROUP, MOST_DAYS, MOST_GROUPS, NO_DAY, PLACE, sumLinesIn } from "./sum-lines.ts";

/** Writes the lines of a CSV file as sums: of those that have the same keys and lie between the same two days, one line as a rule, with how many they are. */
export interface Condensing {
  /** The columns of what is written: keys as in the file that is read, a day of those that are one line now, their sums in hundredths, and `lines`. */
  readonly columns: readonly string[];
  /** The next lines, of which the automaton has taken every byte; the first are preceded by the names of the columns. Undefined where a piece does not end with a line. */
  readonly take: (lines: Uint8Array | undefined) => void;
  /** Whether all lines are in what is written: not where they have too little in common for anything to be gained. */
  readonly end: () => boolean;
}

/** Keys come to a few dozen bytes as a rule. */
const GROUPS_END = PLACE.front + (MOST_GROUPS << 7);
/** Where groups have fewer lines, or have to be written after so few, the engine adds them up as soon. */
const FEWEST_OF_GROUP = 4;
const FEWEST_AT_ONCE = 10_000;
/** A group counts its lines in 32 bits, and no line is of fewer than sixteen bytes. */
const MOST_BYTES = 2 ** 34;

const SUMMED = ["date", "amount", "functional", "lines"];
const LF = 10;
const QUOTE = 34;

function cellOf(name: JournalColumn | undefined): number {
  if (name === undefined || name === "document" || name === "line") return CELL.skipped;
  const kind = JOURNAL_COLUMNS[name];
  if (kind === "day") return CELL.day;
  return kind !== "amount" ? CELL.key : name === "amount" ? CELL.amount : CELL.functional;
}

/**
 * Condenses a file of these columns, given in pieces of `size` bytes at most, into another at `to`. Stages turn on the days `turns` (2007-09-29) or behind them, and on no others.
 * Undefined where this machine cannot do it, or where columns or days are too many.
 */
export function condensing(
  columns: CsvHead["columns"],
  turns: readonly string[],
  size: number,
  to: string,
): Condensing | undefined {
  const days = turns.map((day) => Number.parseInt(day.replaceAll("-", ""), 10)).sort((a, b) => a - b);
  if (columns.length > PLACE.days - PLACE.cells || days.length * 2 >= MOST_DAYS) return undefined;
  // The key of one line may be as long as a piece.
  const pieceAt = GROUPS_END + size + PLACE.cells;
  const machine = sumLinesIn(pieceAt + size);
  if (machine === undefined) return undefined;
  const { memory, lines: sumLines } = machine;
  const bytes = new Uint8Array(memory.buffer);
  const words = new Int32Array(memory.buffer);
  bytes.set(columns.map(cellOf), PLACE.cells);
  words.set([...days.flatMap((day) => [day, day + 1]), NO_DAY], PLACE.days >>> 2);
  words[PLACE.next >>> 2] = PLACE.front;
  const keys = columns.filter((name) => cellOf(name) === CELL.key) as readonly JournalColumn[];
  const writer = groupWriter(to, [...keys, ...SUMMED], memory.buffer, size);
  let isWhole = true;
  let isFirst = true;
  let fed = 0;
  const empty = (): number => {
    const written = writer.write(words[PLACE.next >>> 2]!);
    words.fill(0, PLACE.slots >>> 2, PLACE.front >>> 2);
    words.set([0, PLACE.front, 0], PLACE.groups >>> 2);
    fed = 0;
    return written;
  };
  const addUp = (lines: Uint8Array): boolean => {
    bytes.set(lines, pieceAt);
    const end = pieceAt + lines.length;
    let at = pieceAt + (isFirst ? headEnd(lines) : 0);
    isFirst = false;
    if (fed > MOST_BYTES) empty();
    fed += lines.length;
    while (at < end) {
      at = sumLines(at, end, GROUPS_END);
      if (words[PLACE.isFull >>> 2] === 0) continue;
      const groups = words[PLACE.groups >>> 2]!;
      if (empty() < Math.max(FEWEST_AT_ONCE, groups * FEWEST_OF_GROUP)) return false;
    }
    return true;
  };
  return {
    columns: writer.columns,
    take: (lines) => {
      isWhole &&= lines !== undefined && addUp(lines);
    },
    end: () => {
      if (isWhole) empty();
      writer.close();
      return isWhole;
    },
  };
}

/** Behind the line of column names, in which a line feed may stand within quotes. */
function headEnd(lines: Uint8Array): number {
  let isQuoted = false;
  for (const [at, byte] of lines.entries()) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LF && !isQuoted) return at + 1;
  }
  return lines.length;
}

interface GroupWriter {
  readonly columns: readonly string[];
  /** Writes the groups that stand before an address, and answers with how many lines they are of. */
  readonly write: (end: number) => number;
  readonly close: () => void;
}

const dashed = (day: number): string => {
  const digits = `${day}`;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
};

/** What stands behind the keys of a line is shorter. */
const TAIL = 128;

function groupWriter(path: string, columns: readonly string[], memory: ArrayBuffer, longest: number): GroupWriter {
  const file = openSync(path, "w");
  const words = new Int32Array(memory);
  const wide = new BigInt64Array(memory);
  const from = Buffer.from(memory);
  const to = Buffer.allocUnsafe(longest + (1 << 16));
  let filled = to.write(`${columns.join(",")}\n`);
  const flush = (): void => {
    writeSync(file, to, 0, filled);
    filled = 0;
  };
  const write = (end: number): number => {
    let lines = 0;
    for (let at: number = PLACE.front, next = at; at < end; at = next) {
      const group = at >>> 2;
      const length = words[group + (GROUP.length >>> 2)]!;
      const own = words[group + (GROUP.lines >>> 2)]!;
      // Behind the keys stand two bytes for the time.
      const keys = length - GROUP.keys - 2;
      if (filled + keys + TAIL > to.length) flush();
      filled += from.copy(to, filled, at + GROUP.keys, at + GROUP.keys + keys);
      const day = dashed(words[group + (GROUP.day >>> 2)]!);
      const [amount, functional] = [wide[(at + GROUP.amount) >>> 3]!, wide[(at + GROUP.functional) >>> 3]!];
      filled += to.write(`${day},${amount},${functional},${own}\n`, filled, "latin1");
      lines += own;
      next = (at + length + 7) & -8;
    }
    return lines;
  };
  return {
    columns,
    write,
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
