import {
  ADD,
  AND,
  AT_LEAST,
  AT_LEAST_SIGNED,
  block,
  type Code,
  constant,
  ELSE,
  EQUAL,
  EQUAL_ZERO,
  get,
  instancesOf,
  LESS,
  LESS_SIGNED,
  leave,
  leaveIf,
  load,
  loadByte,
  loadWide,
  loop,
  type Memory,
  MORE,
  NARROW,
  OR,
  RETURN,
  SHIFT,
  SUBTRACT,
  set,
  store,
  storeByte,
  storeTwoBytes,
  storeWide,
  tee,
  UNREACHABLE,
  WIDE_ADD,
  WIDE_DIFFERS,
  WIDE_EXCLUSIVE_OR,
  WIDE_MULTIPLY,
  WIDE_OR,
  WIDE_SHIFT_RIGHT,
  WIDE_SUBTRACT,
  WIDEN,
  when,
  wideConstant,
} from "./wasm-code.ts";

/**
 * The loop over the lines of a journal, as WebAssembly: each line is parted into its cells, and its amounts are added to the group of the lines that have its keys. It
 * relies on what the automaton has proved of the bytes (record-automaton.ts), and is here for its speed alone: the engine does the same from the file.
 */

/** What is done with a cell. */
export const CELL = { skipped: 0, key: 1, day: 2, amount: 3, functional: 4 } as const;

/** Where things stand in its memory, in bytes. */
export const PLACE = {
  /** How many groups there are, where the next one goes, and whether it wants to be emptied before more is added. */
  groups: 0,
  next: 4,
  isFull: 8,
  /** What is done with each cell of a line, a byte each. */
  cells: 16,
  /** Days as 20070929, ascending, the last one behind all others: between two of them no stage turns. */
  days: 0x1000,
  /** The places of groups, by their hash. */
  slots: 0x10000,
  /** Where the groups begin. */
  front: 0x90000,
} as const;

export const MOST_DAYS: number = (PLACE.slots - PLACE.days) >>> 2;
export const NO_DAY = 0x7fffffff;

/** Half of the slots stay free. */
export const MOST_GROUPS: number = 1 << 16;
const SLOT_BITS: number = PLACE.front - PLACE.slots - 4;
/** So many slots are looked at for one line: more are in use one behind the other where the table is filling, or where somebody wants it so. */
const MOST_TRIES = 32;

/** A group: what it holds, and behind it its keys as they stand in the file, each with a comma, then the number of the time between two days. */
export const GROUP = { hash: 0, length: 4, lines: 8, day: 12, amount: 16, functional: 24, keys: 32 } as const;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Its parameters: where the lines begin and end, and from where on no group may begin. */
const [AT, END, LIMIT] = [0, 1, 2];
/** Its locals, the wide ones last. */
const [LINE, CELLS, KIND, BYTE, OUT, GROUP_AT, HASH, SLOT, KNOWN, TRIES, I] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;
const [IS_QUOTED, IS_NEGATIVE, IS_FRACTION, DECIMALS, DAY, FROM_DAY, TO_DAY, TIME] = [
  14, 15, 16, 17, 18, 19, 20, 21,
] as const;
const [VALUE, AMOUNT, FUNCTIONAL, MIXED] = [22, 23, 24, 25] as const;

const is = (local: number, value: number): Code => [...get(local), ...constant(value), EQUAL];
const add = (local: number, value: number): Code => [...get(local), ...constant(value), ADD, ...set(local)];
const put = (local: number, value: number): Code => [...constant(value), ...set(local)];
const nextByte: Code = [...get(AT), ...loadByte, ...set(BYTE), ...add(AT, 1)];
const isEnd: Code = [...is(BYTE, COMMA), ...is(BYTE, LF), OR, ...is(BYTE, CR), OR];

/** Over a cell and what ends it; most characters of a cell stand behind the comma, and are told by that alone. */
const overCell = (each: Code): Code => [
  ...put(IS_QUOTED, 0),
  ...loop(
    ...nextByte,
    ...each,
    ...[...get(BYTE), ...constant(COMMA), MORE, ...leaveIf(0)],
    ...is(BYTE, QUOTE),
    ...when(...get(IS_QUOTED), EQUAL_ZERO, ...set(IS_QUOTED), ...leave(1)),
    ...[...get(IS_QUOTED), ...leaveIf(0)],
    ...[...isEnd, EQUAL_ZERO, ...leaveIf(0)],
  ),
];

/** What ends a key is a comma, whatever it was. */
const keyCell: Code = [
  ...overCell([...get(OUT), ...get(BYTE), ...storeByte, ...add(OUT, 1)]),
  ...[...get(OUT), ...constant(1), SUBTRACT, ...constant(COMMA), ...storeByte],
];

const timesTen: Code = [...get(VALUE), ...wideConstant(10n), WIDE_MULTIPLY, ...set(VALUE)];

/** An amount in hundredths, or a day as 20070929. */
const numberCell: Code = [
  ...[...wideConstant(0n), ...set(VALUE), ...put(IS_NEGATIVE, 0), ...put(IS_FRACTION, 0), ...put(DECIMALS, 0)],
  ...loop(
    ...nextByte,
    ...[...get(BYTE), ...constant(ZERO), SUBTRACT, ...tee(I), ...constant(10), LESS],
    ...when(
      ...[...get(VALUE), ...wideConstant(10n), WIDE_MULTIPLY, ...get(I), WIDEN, WIDE_ADD, ...set(VALUE)],
      ...[...get(DECIMALS), ...get(IS_FRACTION), ADD, ...set(DECIMALS), ...leave(1)],
    ),
    ...is(BYTE, MINUS),
    ...when(...put(IS_NEGATIVE, 1), ...leave(1)),
    ...is(BYTE, POINT),
    ...when(...put(IS_FRACTION, 1), ...leave(1)),
    ...[...is(BYTE, QUOTE), ...leaveIf(0)],
  ),
  ...is(KIND, CELL.day),
  ...when(
    ...[...get(VALUE), NARROW, ...set(DAY), ELSE],
    ...[...get(DECIMALS), ...constant(2), LESS, ...when(...timesTen)],
    ...[...get(DECIMALS), EQUAL_ZERO, ...when(...timesTen)],
    ...[...get(IS_NEGATIVE), ...when(...wideConstant(0n), ...get(VALUE), WIDE_SUBTRACT, ...set(VALUE))],
    ...is(KIND, CELL.amount),
    ...when(...get(VALUE), ...set(AMOUNT), ELSE, ...get(VALUE), ...set(FUNCTIONAL)),
  ),
];

const cells: Code = [
  ...put(CELLS, PLACE.cells),
  ...loop(
    ...[...get(CELLS), ...loadByte, ...set(KIND)],
    ...is(KIND, CELL.key),
    ...when(...keyCell, ELSE, ...is(KIND, CELL.skipped), ...when(...overCell([]), ELSE, ...numberCell)),
    ...add(CELLS, 1),
    ...[...is(BYTE, COMMA), ...leaveIf(0)],
  ),
  ...[...is(BYTE, CR), ...when(...add(AT, 1))],
];

/** Most lines are of the time that the line before was of. */
const time: Code = [
  ...[...get(DAY), ...get(FROM_DAY), LESS_SIGNED, ...get(DAY), ...get(TO_DAY), AT_LEAST_SIGNED, OR],
  ...when(
    ...[...put(TIME, 0), ...put(FROM_DAY, 0), ...put(I, PLACE.days)],
    ...loop(
      ...[...get(DAY), ...get(I), ...load(), ...tee(TO_DAY), AT_LEAST_SIGNED],
      ...when(...get(TO_DAY), ...set(FROM_DAY), ...add(TIME, 1), ...add(I, 4), ...leave(1)),
    ),
  ),
  ...[...get(OUT), ...get(TIME), ...storeTwoBytes, ...add(OUT, 2)],
];

const FACTOR = 0x9e3779b97f4a7c15n - (1n << 64n);

/** Keys are hashed and compared eight bytes at a time, with zeros behind the last. */
const hash: Code = [
  ...[...get(OUT), ...wideConstant(0n), ...storeWide()],
  ...[...wideConstant(0n), ...set(MIXED), ...get(GROUP_AT), ...constant(GROUP.keys), ADD, ...set(I)],
  ...loop(
    ...[...get(MIXED), ...get(I), ...loadWide(), WIDE_EXCLUSIVE_OR, ...wideConstant(FACTOR), WIDE_MULTIPLY],
    ...[...tee(MIXED), ...get(MIXED), ...wideConstant(32n), WIDE_SHIFT_RIGHT, WIDE_EXCLUSIVE_OR, ...set(MIXED)],
    ...[...add(I, 8), ...get(I), ...get(OUT), LESS, ...leaveIf(0)],
  ),
  ...[...get(MIXED), NARROW, ...set(HASH)],
];

const length: Code = [...get(OUT), ...get(GROUP_AT), SUBTRACT];

const enter: Code = [
  ...[...get(SLOT), ...get(GROUP_AT), ...store(PLACE.slots)],
  ...[...get(GROUP_AT), ...get(HASH), ...store(GROUP.hash)],
  ...[...get(GROUP_AT), ...length, ...store(GROUP.length)],
  ...[...get(GROUP_AT), ...constant(0), ...store(GROUP.lines)],
  ...[...get(GROUP_AT), ...get(DAY), ...store(GROUP.day)],
  ...[...get(GROUP_AT), ...wideConstant(0n), ...storeWide(GROUP.amount)],
  ...[...get(GROUP_AT), ...wideConstant(0n), ...storeWide(GROUP.functional)],
  ...[...constant(0), ...constant(0), ...load(PLACE.groups), ...constant(1), ADD, ...store(PLACE.groups)],
  ...[...constant(0), ...get(OUT), ...constant(7), ADD, ...constant(-8), AND, ...store(PLACE.next)],
  ...[...get(GROUP_AT), ...set(KNOWN)],
];

const full: Code = [...constant(0), ...constant(1), ...store(PLACE.isFull)];

/** Leaves the group of the line in KNOWN, a new one where there is none. */
const find: Code = [
  ...[...get(HASH), ...constant(2), SHIFT, ...constant(SLOT_BITS), AND, ...set(SLOT), ...put(TRIES, 0)],
  ...block(
    ...loop(
      ...[...get(SLOT), ...load(PLACE.slots), ...tee(KNOWN), EQUAL_ZERO],
      ...when(...enter, ...leave(2)),
      ...[...get(KNOWN), ...load(GROUP.hash), ...get(HASH), EQUAL],
      ...[...get(KNOWN), ...load(GROUP.length), ...length, EQUAL, AND],
      ...when(
        ...put(I, GROUP.keys),
        ...block(
          ...loop(
            ...[...get(KNOWN), ...get(I), ADD, ...loadWide(), ...get(GROUP_AT), ...get(I), ADD, ...loadWide()],
            ...[WIDE_DIFFERS, ...leaveIf(1)],
            ...[...add(I, 8), ...get(I), ...length, LESS, ...leaveIf(0)],
          ),
          ...leave(3),
        ),
      ),
      ...[...add(TRIES, 1), ...get(TRIES), ...constant(MOST_TRIES), AT_LEAST],
      ...when(...full, ...get(LINE), RETURN),
      ...[...get(SLOT), ...constant(4), ADD, ...constant(SLOT_BITS), AND, ...set(SLOT), ...leave(0)],
    ),
  ),
];

const HALF = 1n << 62n;

/** Answers with one bit, set where the sum has come so far that a few more amounts might leave 64 bits. */
const addTo = (place: number, value: number): Code => [
  ...[...get(KNOWN), ...get(KNOWN), ...loadWide(place), ...get(value), WIDE_ADD, ...tee(MIXED), ...storeWide(place)],
  ...[...get(MIXED), ...wideConstant(HALF), WIDE_ADD, ...wideConstant(63n), WIDE_SHIFT_RIGHT],
];

const sums: Code = [
  ...[...get(KNOWN), ...get(KNOWN), ...load(GROUP.lines), ...constant(1), ADD, ...store(GROUP.lines)],
  ...[...addTo(GROUP.amount, AMOUNT), ...addTo(GROUP.functional, FUNCTIONAL), WIDE_OR, NARROW],
  ...when(...full, ...get(AT), RETURN),
];

const BODY: Code = [
  ...loop(
    ...[...get(AT), ...get(END), AT_LEAST, ...when(...get(AT), RETURN)],
    ...[...get(AT), ...loadByte, ...set(BYTE)],
    ...[...is(BYTE, LF), ...when(...add(AT, 1), ...leave(1))],
    ...[...is(BYTE, CR), ...when(...add(AT, 2), ...leave(1))],
    ...[...constant(0), ...load(PLACE.next), ...tee(GROUP_AT), ...get(LIMIT), AT_LEAST],
    ...[...constant(0), ...load(PLACE.groups), ...constant(MOST_GROUPS), AT_LEAST, OR],
    ...when(...full, ...get(AT), RETURN),
    ...[...get(AT), ...set(LINE), ...get(GROUP_AT), ...constant(GROUP.keys), ADD, ...set(OUT)],
    ...[...cells, ...time, ...hash, ...find, ...sums],
    ...leave(0),
  ),
  UNREACHABLE,
];

export interface SumLines {
  readonly memory: Memory;
  /** Adds up the lines between two addresses, and answers with how far it has come: to the end, or to the line to go on with when the groups have been taken out. */
  readonly lines: (at: number, end: number, limit: number) => number;
}

const instance = instancesOf({ name: "lines", parameters: 3, results: 1, narrow: VALUE - LINE, wide: 4, body: BODY });

/** With so many bytes of memory; undefined where nothing can carry it out. */
export const sumLinesIn = (bytes: number): SumLines | undefined => instance(bytes) as SumLines | undefined;
