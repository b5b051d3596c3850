import { addState, BYTES, lead, next, range, type States } from "./automaton-states.ts";
import { dayStates } from "./day-states.ts";
import { MOST_DECIMALS, MOST_WHOLE_DIGITS } from "./dialect.ts";
import { JOURNAL_COLUMNS, type JournalCell, type JournalColumn } from "./journal-column.ts";

/**
 * A finite automaton that reads a file of journals byte by byte and refuses whatever is not plain: each record has a cell for every column, a name is filled, a
 * day is one of the calendar as 2007-09-29, an amount has its digits and no other character; no control characters, no mark of byte order before a text, every quotation
 * mark around a whole cell, every record ended by LF or CR LF. That the bytes are UTF-8 is for others to say.
 */
export interface RecordAutomaton {
  /** For each state a row of ROW entries, of which the first 256 are one for each byte: where the row of the next state begins, in bytes. */
  readonly table: Uint32Array;
  /** The state before the line of column names. */
  readonly start: number;
}

/** Where a walk over bytes has come to. */
export interface Walk {
  readonly state: number;
  /** Records on which something stands that have ended on the way. */
  readonly records: number;
}

/** Not a power of two, so that what a processor keeps at hand of the rows does not all fall into the same few places. */
const ROW = BYTES + 16;
const ROW_BYTES = ROW * 4;
/** The state that nothing leads out of. */
export const REFUSED = 0;
/** The state behind a record that has ended. It is entered in no other way, so that records are counted by it. */
export const ENDED: number = ROW_BYTES;
/** The state behind a line on which nothing stands: as good a one to begin a record in. */
export const ENDED_EMPTY: number = 2 * ROW_BYTES;

const TAB = 9;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const DEL = 127;
/** The first byte of U+0080 to U+00BF, of which the first half are control characters. */
const C2 = 0xc2;

const DIGITS = range(48, 57);
/** What may stand in a cell without quotation marks; within them a comma and a line feed may as well. */
const PLAIN = [TAB, ...range(32, 255).filter((byte) => ![QUOTE, COMMA, DEL, C2].includes(byte))];
const QUOTED_PLAIN = [...PLAIN, COMMA, LF];
const AFTER_C2 = range(0xa0, 0xbf);
/** The bytes of U+FEFF, and those that may stand behind the first of several. */
const MARK = [0xef, 0xbb, 0xbf] as const;
const FOLLOWING = range(0x80, 0xbf);

/** No journal has so many columns, and an automaton of them would take much memory. */
const MOST_COLUMNS = 200;

/** The automaton of a file with these columns; undefined where they are too many. */
export function recordAutomaton(columns: readonly (JournalColumn | undefined)[]): RecordAutomaton | undefined {
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return undefined;
  const rows: States = [];
  addState(rows);
  const ended = addState(rows);
  const endedEmpty = addState(rows);
  const start = addState(rows);
  const heads = columns.map((): JournalCell => "text");
  const kinds = columns.map((name): JournalCell => (name === undefined ? "text" : JOURNAL_COLUMNS[name]));
  endLine(rows, record(rows, start, heads), ended);
  endLine(rows, record(rows, ended, kinds), ended);
  endLine(rows, [ended], endedEmpty);
  rows[endedEmpty]!.set(rows[ended]!);
  const table = new Uint32Array(rows.length * ROW);
  for (const [i, row] of rows.entries())
    table.set(
      row.map((state) => state * ROW_BYTES),
      i * ROW,
    );
  return { table, start: start * ROW_BYTES };
}

/** Walks over the bytes from one offset to another, beginning in a state. */
export function walk(table: Uint32Array, bytes: Uint8Array, from: number, to: number, start: number): Walk {
  let state = start;
  let records = 0;
  for (let i = from; i < to; i++) {
    state = table[(state >>> 2) + bytes[i]!]!;
    if (state === ENDED) records++;
  }
  return { state, records };
}

function endLine(rows: States, from: readonly number[], to: number): void {
  lead(rows, from, [LF], to);
  lead(rows, [next(rows, from, [CR])], [LF], to);
}

/** The cells of a record one behind the other; answers with the states in which the last of them may end. */
function record(rows: States, start: number, kinds: readonly JournalCell[]): readonly number[] {
  let ends: readonly number[] = [];
  for (const [i, kind] of kinds.entries()) ends = cell(rows, i === 0 ? start : next(rows, ends, [COMMA]), kind);
  return ends;
}

function cell(rows: States, start: number, kind: JournalCell): readonly number[] {
  const opened = next(rows, [start], [QUOTE]);
  if (kind === "text" || kind === "name") {
    const [inner, closed] = [text(rows, [start], PLAIN), next(rows, [opened], [QUOTE])];
    const quoted = text(rows, [opened], QUOTED_PLAIN);
    // Two quotation marks within a cell are one that belongs to it.
    lead(rows, [closed], [QUOTE], quoted);
    const closedFilled = next(rows, [quoted], [QUOTE]);
    lead(rows, [closedFilled], [QUOTE], quoted);
    return kind === "name" ? [inner, closedFilled] : [start, inner, closed, closedFilled];
  }
  // A year before 1000 is left to the reading line by line, since an engine may take the year 0 for one.
  const content = kind === "day" ? day : amount;
  const quoted = content(rows, opened);
  return [...content(rows, start), next(rows, quoted, [QUOTE])];
}

/** The state after one or more characters. */
function text(rows: States, start: readonly number[], plain: readonly number[]): number {
  const inner = next(rows, start, plain);
  lead(rows, [inner], plain, inner);
  lead(rows, [next(rows, [...start, inner], [C2])], AFTER_C2, inner);
  // What hands texts over takes a mark of byte order away from their front, so that two names would be one.
  let marked = start;
  for (const byte of MARK.slice(0, -1)) {
    marked = [next(rows, marked, [byte])];
    lead(rows, marked, FOLLOWING, inner);
  }
  lead(rows, marked, MARK.slice(-1), REFUSED);
  return inner;
}

const day = (rows: States, start: number): readonly number[] => [dayStates(rows, start)];

function amount(rows: States, start: number): readonly number[] {
  const ends: number[] = [];
  let before = [start, next(rows, [start], [MINUS])];
  for (let i = 0; i < MOST_WHOLE_DIGITS; i++) {
    before = [next(rows, before, DIGITS)];
    ends.push(...before);
  }
  let state = next(rows, ends, [POINT]);
  for (let i = 0; i < MOST_DECIMALS; i++) {
    state = next(rows, [state], DIGITS);
    ends.push(state);
  }
  return ends;
}
