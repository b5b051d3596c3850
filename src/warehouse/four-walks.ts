import { ENDED, ENDED_EMPTY, type RecordAutomaton, type Walk, walk } from "./record-automaton.ts";

/** Walks over pieces of a file, which are read into `bytes`. */
export interface Walker {
  readonly bytes: Uint8Array;
  /** Over the first bytes, so many of them; the last of a piece is a line feed, but for what stands behind the last one of the file. */
  readonly over: (length: number, state: number) => Walk;
}

/** One step after the other, in pieces of so many bytes. */
export function oneWalk({ table }: RecordAutomaton, size: number): Walker {
  const bytes = new Uint8Array(size);
  return { bytes, over: (length, state) => walk(table, bytes, 0, length, state) };
}

/**
 * The same in a quarter of the time. A processor waits for each step of a walk before it can take the next; of four walks over four parts of a piece it takes
 * a step each meanwhile. Each part begins behind a line feed, as if a record ended there: where none did, the piece is walked over once more from its front.
 */
export function fourWalks(automaton: RecordAutomaton, size: number): Walker {
  const { table } = automaton;
  const engine = typeof WebAssembly === "undefined" ? undefined : WebAssembly;
  if (engine === undefined) return oneWalk(automaton, size);
  const { exports } = new engine.Instance(new engine.Module(MODULE));
  const { memory, steps } = exports as unknown as FourSteps;
  memory.grow(Math.ceil((table.byteLength + size) / PAGE));
  new Uint32Array(memory.buffer).set(table);
  const front = table.byteLength;
  const bytes = new Uint8Array(memory.buffer, front, size);
  const over = (length: number, state: number): Walk => {
    const cuts = [0, ...[1, 2, 3].map((part) => bytes.lastIndexOf(LF, (length * part) >>> 2) + 1), length];
    const common = Math.min(...[0, 1, 2, 3].map((part) => cuts[part + 1]! - cuts[part]!));
    if (common <= 0) return walk(table, bytes, 0, length, state);
    const [a, b, c, d] = cuts.map((cut) => front + cut) as [number, number, number, number];
    const [counted, ...states] = steps(a, b, c, d, a + common, state, ENDED, ENDED, ENDED);
    let records = counted!;
    let last = state;
    for (const [part, reached] of states.entries()) {
      if (part > 0 && last !== ENDED && last !== ENDED_EMPTY) return walk(table, bytes, 0, length, state);
      const rest = walk(table, bytes, cuts[part]! + common, cuts[part + 1]!, reached);
      records += rest.records;
      last = rest.state;
    }
    return { state: last, records };
  };
  return { bytes, over };
}

const LF = 10;
const PAGE = 1 << 16;

interface FourSteps {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** From four addresses on until the first has come to `end`, in these states: the records that have ended, and the four states. */
  readonly steps: (
    a: number,
    b: number,
    c: number,
    d: number,
    end: number,
    ...states: [number, number, number, number]
  ) => readonly number[];
}

/** What is needed of it; it is missing where a program is run without its compilers. */
declare const WebAssembly:
  | undefined
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: object };
    };

/** A whole number as the binary format of WebAssembly has it: seven bits a byte, the lowest first, and their sign. */
function leb(value: number): readonly number[] {
  const [low, rest] = [value & 127, value >> 7];
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...leb(rest)];
}

type Code = readonly number[];
const sized = (code: Code): Code => {
  const { length } = code;
  return length < 128 ? [length, ...code] : [(length & 127) | 128, length >>> 7, ...code];
};
const section = (id: number, ...code: Code): Code => [id, ...sized(code)];

const I32 = 0x7f;
const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const tee = (local: number): Code => [0x22, local];
const constant = (value: number): Code => [0x41, ...leb(value)];
const LOAD = [0x28, 2, 0];
const LOAD_BYTE = [0x2d, 0, 0];
const EQUAL = 0x46;
const LESS = 0x49;
const ADD = 0x6a;
const SHIFT = 0x74;

const PLACES = [0, 1, 2, 3];
const END = 4;
const STATES = [5, 6, 7, 8];
const RECORDS = 9;

/** state = table[state + 4 * byte at place]; records += state == ENDED; place += 1 */
const step = (place: number, state: number): Code => [
  ...[...get(state), ...get(place), ...LOAD_BYTE, ...constant(2), SHIFT, ADD, ...LOAD, ...tee(state)],
  ...[...constant(ENDED), EQUAL, ...get(RECORDS), ADD, ...set(RECORDS)],
  ...[...get(place), ...constant(1), ADD, ...set(place)],
];

const BODY: Code = [
  ...[1, 1, I32],
  // loop ... br_if 0 ... end
  ...[
    0x03,
    0x40,
    ...PLACES.flatMap((place, i) => step(place, STATES[i]!)),
    ...get(0),
    ...get(END),
    LESS,
    0x0d,
    0,
    0x0b,
  ],
  ...[RECORDS, ...STATES].flatMap(get),
  0x0b,
];

const word = (name: string): Code => sized([...new TextEncoder().encode(name)]);

/** A module with one function of nine numbers that answers with five, and a memory that begins with nothing. */
const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(
    1,
    1,
    0x60,
    ...sized(Array.from({ length: 9 }, () => I32)),
    ...sized(Array.from({ length: 5 }, () => I32)),
  ),
  ...section(3, 1, 0),
  ...section(5, 1, 0, 0),
  ...section(7, 2, ...word("memory"), 2, 0, ...word("steps"), 0, 0),
  ...section(10, 1, ...sized(BODY)),
]);
